#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/result.h"

namespace gegenprobe::extract {

/// One word list: [list.scale] with keys ("1_000_000 = [...]") or list.name = [...] without (key "").
/// An item is a word ("Million"), several ("nach Angaben von"), a prefix ("Million*") or a suffix
/// ("*umsatz").
struct WordList {
  std::string name;
  std::vector<std::pair<std::string, std::vector<std::string>>> items;  ///< key -> words, as written
};

/// One pattern with what it needs. Keys of the file that are not named here end up in `attributes`.
struct Rule {
  std::string name;                ///< "de.money.amount-currency"
  std::string file;                ///< for messages: "de/money.toml:17"
  std::vector<std::string> start;  ///< what the match begins with: "digit", list names, or words
  std::string pattern;             ///< RE2, with {list} and {macro} still to be filled in
  bool exact_case = false;         ///< false: list words and text are compared in lower case
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<std::string> yes, no;

  /// The value of an attribute, "" where the rule has none of that name.
  std::string_view attribute(std::string_view key) const;
};

/// A sentence and what the whole stage must find in it: a test beside the data.
struct Example {
  std::string file, text, published;
  std::vector<std::string> expect;
};

struct RuleFile {
  std::string language, kind;  ///< from its path: "de", "money"
  std::vector<WordList> lists;
  std::vector<std::pair<std::string, std::string>> macros;
  std::vector<Rule> rules;
  std::vector<Example> examples;
};

/// `path` is used for messages, and its last two parts for language and kind. Errors name file:line.
Result<RuleFile> parse_rule_file(std::string_view toml, const std::string& path);

}  // namespace gegenprobe::extract

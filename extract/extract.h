#pragma once
#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extract/claim.h"
#include "extract/matching/finding.h"
#include "extract/mention.h"
#include "ingest/document.h"
#include "ingest/result.h"

namespace gegenprobe::extract {

class Rules;  // rules.h: everything that is data; compiled per language when first used

struct Extraction {
  std::string language;           ///< "de" or "en": the document's, or what most of its text is in
  std::vector<Mention> mentions;  ///< ascending by span.begin; spans in Document::text, in bytes
  std::vector<Claim> claims;      ///< ascending by evidence.begin
  /// What is wrong with these by themselves; each is a flag of its claim too.
  std::vector<Finding> findings = {};
  bool corrects = false;          ///< its headline says that it corrects an earlier text: "Correction: …"
  bool language_guessed = false;  ///< by extract_short(): nobody gave it, and the words do not tell it
};

/// A company that the caller knows of besides the gazetteer, say from articles read before. Its name is taken
/// wherever it stands with the same letters.
struct KnownFirm {
  std::string name, entity;
};

/// The rules that are compiled into the program, or those of a folder laid out like extract/rules.
/// Cheap: reads nothing and compiles nothing before the first text needs it. Errors name file:line.
Result<std::shared_ptr<const Rules>> builtin_rules();
Result<std::shared_ptr<const Rules>> rules_from(const std::string& folder);
/// Changes with every change of the rules: a short hash, "r1a2b3c4d". Stored beside each claim.
std::string version_of(const Rules& rules);

/// The stage in one function: what the text states. Pure: no network, database, clock or file.
/// Never fails; a text without figures gives none. Linear in the text; safe from many threads at once.
Extraction extract(const ingest::Document& document, const Rules& rules,
                   const std::vector<KnownFirm>& known = {});

/// For each byte offset asked for, in ascending order, the number of code points before it.
/// Makes the interchange's offsets (code points) of the bytes used inside. Linear.
class CodePoints {
 public:
  explicit CodePoints(std::string_view utf8);
  /// Any order; costs the way from the byte asked for before, either way, but nothing where all is ASCII.
  std::size_t at(std::size_t byte) { return ascii_ ? std::min(byte, text_.size()) : count_to(byte); }

 private:
  std::size_t count_to(std::size_t byte);

  std::string_view text_;
  bool ascii_;
  std::size_t byte_ = 0, count_ = 0;
};

}  // namespace gegenprobe::extract

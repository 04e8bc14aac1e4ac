#pragma once
#include <array>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/matching/lexicon.h"
#include "extract/matching/rule_file.h"
#include "extract/text/words.h"
#include "ingest/result.h"
#include "ingest/span.h"

namespace gegenprobe::extract {

/// Words and patterns that rules refer to as {name}.
using Macros = std::map<std::string, std::string, std::less<>>;

/// The groups of patterns that figures are read from.
inline constexpr Words<std::size_t, 14> kValueGroups{
    "number",      "number2",  "scale",     "scale2", "scale_glued", "scale2_glued", "magnitude",
    "digit_count", "currency", "currency2", "unit",   "percent",     "points",       "adjective"};

/// The name of such a group, which is looked up by the compiler.
class GroupName {
 public:
  consteval explicit(false) GroupName(const char* name) : number(kValueGroups.find(name).value()) {}
  std::string_view word() const { return kValueGroups.of(number); }
  std::size_t number;
};

/// A rule's pattern where it matched. Spans are bytes of the text that was searched.
struct RuleMatch {
  const Rule* rule = nullptr;
  Span span;  ///< the group `span` where the pattern has one, else all of the match
  Span whole;

  /// What a named group of the pattern caught; empty where it took no part.
  Span group_span(GroupName name) const { return groups[(*places)[name.number]]; }
  std::string_view group(GroupName name) const { return group_span(name).of(text); }

  static constexpr std::size_t kMaxGroups = 16;
  using Places = std::array<std::uint8_t, kValueGroups.words.size()>;
  std::string_view text;
  const std::vector<std::string>* names = nullptr;  // of groups; "" for unnamed ones
  const Places* places = nullptr;           // in groups, of each value group; kMaxGroups where it is none
  std::array<Span, kMaxGroups + 1> groups;  // the last is empty
};

/// The rules of one language that compete for the same words, compiled. RE2's only user.
class RuleSet {
 public:
  /// Fills {name} from lists (longest word first) and macros. Errors name the rule's file:line. What RE2 says
  /// of the patterns is found out by check(), or else when they are first needed.
  static Result<RuleSet> compile(std::vector<Rule> rules, const std::vector<WordList>& lists,
                                 const Macros& macros);
  /// What was compiled, as bytes: with them from_prepared() makes the same set of the same rules in a
  /// fraction of the time. \pre the automaton reads all patterns
  std::string prepared() const;
  /// \pre `bytes` is what prepared() gave. They have to stay where they are, as lists and macros have.
  static RuleSet from_prepared(std::vector<Rule> rules, const std::vector<WordList>& lists,
                               const Macros& macros, std::string_view bytes);
  /// Whether all patterns are such as can be used. Takes as long as compiling them.
  Result<Done> check() const;
  RuleSet(RuleSet&&) noexcept;
  RuleSet& operator=(RuleSet&&) noexcept;
  ~RuleSet();

  /// The longest match that begins exactly at `at` and ends on a word edge before `end`; among equally
  /// long ones the rule that stands first. `folded` is `text` in lower case. About 20 ns where none matches.
  bool match_at(std::string_view text, std::string_view folded, std::size_t at, std::size_t end,
                RuleMatch& match) const;
  /// All rules that match there. Until this thread asks the set again.
  std::span<const RuleMatch> all_at(std::string_view text, std::string_view folded, std::size_t at,
                                    std::size_t end) const;
  /// The same by asking RE2 for each rule and nothing else: what all_at() must agree with. Slow.
  std::vector<RuleMatch> all_plainly(std::string_view text, std::string_view folded, std::size_t at,
                                     std::size_t end) const;
  const std::vector<Rule>& rules() const;
  /// The names of those that only RE2 can read. One is enough to make the whole set several times slower, as
  /// no answer of it is remembered.
  std::vector<std::string> read_by_re2() const;
  /// Whether a digit sets off this set ("digit" in a rule's start).
  bool starts_with_digit() const;

 private:
  struct Compiled;
  explicit RuleSet(std::shared_ptr<const Compiled> compiled);
  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace gegenprobe::extract

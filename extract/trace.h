#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/extract.h"
#include "extract/matching/rules.h"

namespace gegenprobe::extract {

/// A place where rules were set off and did not make a mention: what someone who writes a rule wants to see.
struct Attempt {
  enum class End : std::uint8_t {
    no_match,  ///< none of the kind's rules goes on from this word
    longer,    ///< the rule matches here, and a longer match or another kind has the words
    rejected   ///< the rule matches, and its value made no sense there: no unit, no real day …
  };
  RuleKind kind;
  End end;
  Span span;                   ///< what the rule matched, or the word that set the rules off
  Span next;                   ///< for no_match: the word behind it
  const Rule* rule = nullptr;  ///< null for no_match; lives as long as the Rules
};

std::string_view word(RuleKind kind);  ///< "value", "date", "company", "speaker"

inline constexpr std::array kTracedKinds{RuleKind::value, RuleKind::date, RuleKind::company,
                                         RuleKind::speaker};

/// In the order of the text; spans in Document::text. `found` is what extract() gave for the same arguments.
/// Of all `kinds` slower than extract(): every rule is asked for its match.
std::vector<Attempt> attempts(const ingest::Document& document, const Rules& rules, const Extraction& found,
                              std::span<const RuleKind> kinds = kTracedKinds);

}  // namespace gegenprobe::extract

#pragma once
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/matching/lexicon.h"
#include "extract/matching/rule_file.h"
#include "extract/matching/rule_set.h"

namespace gegenprobe::extract {

/// Which rules compete with each other. The files money, percent and quantity make one set: «3 Prozent»
/// and «3 Euro» begin alike.
enum class RuleKind : std::uint8_t { value, date, company, speaker };
inline constexpr std::array<std::string_view, 4> kRuleKindNames{"value", "date", "company", "speaker"};
inline constexpr std::size_t kRuleKinds = kRuleKindNames.size();

inline constexpr std::uint32_t trigger_bit(auto of) { return 1u << static_cast<unsigned>(of); }

/// The files of a language taken together.
struct LanguageFiles {
  std::vector<WordList> lists;
  Macros macros;
  std::array<std::vector<Rule>, kRuleKinds> rules;  ///< that compete with each other
  std::vector<Example> examples;
};
LanguageFiles taken_together(std::vector<RuleFile> files);
/// Their words, with what sets off the rules of each kind. The lists have to stay where they are.
Lexicon lexicon_of(const LanguageFiles& files);

}  // namespace gegenprobe::extract

#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/output.h"
#include "app/prose.h"
#include "extract/extract.h"

namespace gegenprobe::app {

/// What a mention was read as: "5.5 billion EUR (5,500,000,000)", "2025-10-01 to 2025-12-31", "Siemens".
std::string mention_words(const extract::Mention& mention);
/// "de" -> "German".
std::string_view language_words(std::string_view code);
Style mention_style(extract::MentionKind kind);

/// All mentions as marks; where two overlap, the first and longest.
std::vector<Mark> mention_marks(const std::vector<extract::Mention>& mentions);

/// The claim in one block for people: the fact, the figure, who says it, how certain, by which rule.
void print_claim(Output& output, const extract::Claim& claim, const std::string& head,
                 std::string_view surface);

}  // namespace gegenprobe::app

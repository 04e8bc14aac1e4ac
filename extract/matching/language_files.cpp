#include "extract/matching/language_files.h"

#include <algorithm>
#include <iterator>

namespace gegenprobe::extract {
namespace {

RuleKind kind_of(std::string_view file_kind) {
  const auto named = std::ranges::find(kRuleKindNames, file_kind);
  return named == kRuleKindNames.end() ? RuleKind::value
                                       : static_cast<RuleKind>(named - kRuleKindNames.begin());
}

}  // namespace

LanguageFiles taken_together(std::vector<RuleFile> files) {
  LanguageFiles out;
  for (auto& file : files) {
    for (auto& list : file.lists) out.lists.push_back(std::move(list));
    for (auto& [name, pattern] : file.macros) out.macros[name] = pattern;
    std::ranges::move(file.rules,
                      std::back_inserter(out.rules[static_cast<std::size_t>(kind_of(file.kind))]));
    std::ranges::move(file.examples, std::back_inserter(out.examples));
  }
  return out;
}

Lexicon lexicon_of(const LanguageFiles& files) {
  Lexicon lexicon;
  for (const auto& list : files.lists) lexicon.add_list(list);
  for (std::size_t kind = 0; kind < kRuleKinds; ++kind)
    for (const auto& rule : files.rules[kind])
      for (const auto& start : rule.start)
        if (start != "digit") lexicon.mark_trigger(start, trigger_bit(kind));
  lexicon.finish();
  return lexicon;
}

}  // namespace gegenprobe::extract

#include "extract/matching/language_files.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace gegenprobe::extract {
namespace {

RuleKind kind_of(std::string_view file_kind) {
  const auto named = std::ranges::find(kRuleKindNames, file_kind);
  return named == kRuleKindNames.end() ? RuleKind::value
                                       : static_cast<RuleKind>(named - kRuleKindNames.begin());
}

std::string replaced(std::string word, std::string_view from, std::string_view to) {
  for (auto at = word.find(from); at != std::string::npos; at = word.find(from, at + to.size()))
    word.replace(at, from.size(), to);
  return word;
}

// «Busse», «grösster»: words that are spelled in another way elsewhere, as the list "other_spelling" says
// (what is written -> instead of what), are in the same lists, unless they are there by themselves.
void add_other_spellings(std::vector<WordList>& lists) {
  const auto spelling = std::ranges::find(lists, "other_spelling", &WordList::name);
  if (spelling == lists.end()) return;
  const auto pairs = spelling->items;
  for (auto& list : lists) {
    if (&list == &*spelling) continue;
    for (auto& [key, words] : list.items)
      for (std::size_t i = 0, end = words.size(); i < end; ++i)
        for (const auto& [to, froms] : pairs)
          for (const auto& from : froms) {
            if (words[i].find(from) == std::string::npos) continue;
            auto word = replaced(words[i], from, to);
            const bool known = std::ranges::any_of(list.items, [&](const auto& item) {
              return std::ranges::find(item.second, word) != item.second.end();
            });
            if (!known) words.push_back(std::move(word));
          }
  }
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
  add_other_spellings(out.lists);
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

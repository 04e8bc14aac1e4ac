#include "extract/text/language_evidence.h"

#include <algorithm>
#include <cassert>
#include <map>

namespace gegenprobe::extract {

bool LanguageEvidence::may_be_in(std::string_view rule_file) {
  return rule_file.find("function_word") != std::string_view::npos ||
         rule_file.find("typical_") != std::string_view::npos;
}

LanguageEvidence::LanguageEvidence(const std::vector<std::vector<WordList>>& lists) : letters_(lists.size()) {
  assert(lists.size() <= kMostLanguages);
  std::map<std::string, std::uint32_t> bits;
  for (std::size_t l = 0; l < lists.size(); ++l) {
    for (const auto& list : lists[l]) {
      const bool letters = list.name == "typical_letter";
      const bool small = list.name == "typical_small_word";
      if (!letters && !small && list.name != "function_word" && list.name != "typical_word") continue;
      for (const auto& [key, words] : list.items)
        for (const auto& word : words)
          if (letters)
            letters_[l].push_back(word);
          else if (tokens_of(word).size() == 1)
            bits[folded(word)] |= 1u << (l + (small ? kMostLanguages : 0));
    }
  }
  for (const auto& [word, languages] : bits) words_.add(word, languages);
}

std::uint32_t LanguageEvidence::of_letters(std::string_view word) const {
  std::uint32_t languages = 0;
  for (std::size_t l = 0; l < letters_.size(); ++l)
    if (std::ranges::any_of(letters_[l], [&](const auto& letter) { return word.find(letter) != word.npos; }))
      languages |= 1u << l;
  return languages;
}

}  // namespace gegenprobe::extract

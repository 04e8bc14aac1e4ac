#include "store/near_words.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace gegenprobe::store {

// One row at a time.
std::size_t slips_between(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1])});
      diagonal = above;
    }
  }
  return row.back();
}

std::size_t slips_of_typing(std::size_t length) { return length < 3 ? 0 : length < 6 ? 1 : 2; }

std::string nearest_word(std::string_view typed, const std::vector<std::string>& words) {
  constexpr std::size_t kLeastOfABegin = 4;
  std::string key(typed);
  for (char& c : key)
    if (c == ' ' || c == '-') c = '_';
  std::string nearest;
  std::size_t best = slips_of_typing(key.size()) + 1;
  for (const auto& word : words) {
    const bool is_begin = key.size() >= kLeastOfABegin && word.starts_with(key);
    const std::size_t slips = is_begin ? 0 : slips_between(key, word);
    if (slips < best) best = slips, nearest = word;
  }
  return nearest;
}

}  // namespace gegenprobe::store

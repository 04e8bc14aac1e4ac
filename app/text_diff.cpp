// The shortest edit script, found by the library dtl: S. Wu, U. Manber, G. Myers, W. Miller, "An O(NP)
// sequence comparison algorithm", 1990.
#include "app/text_diff.h"

#include <algorithm>
#include <dtl/dtl.hpp>

namespace gegenprobe::app {
namespace {

constexpr std::size_t kMostWords = 20'000;
constexpr std::size_t kLongestTeaser = 25;  // words

using Parts = std::vector<std::string>;

Parts paragraphs_of(std::string_view text) {
  Parts paragraphs;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    paragraphs.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return paragraphs;
}

/// Its words, and "\n" behind each paragraph.
Parts words_of(std::string_view text) {
  Parts words;
  for (const auto& paragraph : paragraphs_of(text)) {
    for (std::size_t at = 0; at < paragraph.size();) {
      const auto end = std::min(paragraph.find(' ', at), paragraph.size());
      if (end > at) words.push_back(paragraph.substr(at, end - at));
      at = end + 1;
    }
    words.emplace_back("\n");
  }
  return words;
}

std::size_t count_words(std::string_view text) {
  return text.empty() ? 0 : static_cast<std::size_t>(std::ranges::count(text, ' ')) + 1;
}

bool may_be_a_teaser(const std::string& paragraph) {
  return count_words(paragraph) <= kLongestTeaser && paragraph.find_first_of("0123456789") == paragraph.npos;
}

bool is_minor(std::string_view before, std::string_view after) {
  auto old = paragraphs_of(before), fresh = paragraphs_of(after);
  std::ranges::sort(old);
  std::ranges::sort(fresh);
  Parts alone;
  std::ranges::set_symmetric_difference(old, fresh, std::back_inserter(alone));
  return std::ranges::all_of(alone, may_be_a_teaser);
}

DiffPiece::Kind kind_of(dtl::edit_t edit) {
  return edit == dtl::SES_COMMON   ? DiffPiece::Kind::same
         : edit == dtl::SES_DELETE ? DiffPiece::Kind::removed
                                   : DiffPiece::Kind::added;
}

void append(std::vector<DiffPiece>& pieces, DiffPiece::Kind kind, const std::string& part) {
  if (pieces.empty() || pieces.back().kind != kind) pieces.push_back({kind, {}});
  auto& text = pieces.back().text;
  if (!text.empty() && text.back() != '\n' && part != "\n") text += ' ';
  text += part;
}

}  // namespace

TextDiff text_diff(std::string_view before, std::string_view after) {
  auto old = words_of(before), fresh = words_of(after);
  const bool by_words = std::max(old.size(), fresh.size()) <= kMostWords;
  if (!by_words) {
    old = paragraphs_of(before), fresh = paragraphs_of(after);
    for (auto* parts : {&old, &fresh})
      for (auto& part : *parts) part += '\n';
  }
  dtl::Diff<std::string> diff(old, fresh);
  diff.compose();
  TextDiff result;
  for (const auto& [part, info] : diff.getSes().getSequence()) {
    const auto kind = kind_of(info.type);
    append(result.pieces, kind, part);
    const auto words = part == "\n" ? 0 : count_words(part);
    if (kind == DiffPiece::Kind::removed) result.removed += words;
    if (kind == DiffPiece::Kind::added) result.added += words;
  }
  result.minor = is_minor(before, after);
  return result;
}

}  // namespace gegenprobe::app

#include "app/text_fragment.h"

#include <fmt/format.h>

#include <algorithm>

namespace gegenprobe::app {
namespace {

constexpr int kWordsAround = 3;

// A comma, a dash and an ampersand mean something in a directive: they are encoded, too.
std::string encoded(std::string_view words) {
  std::string out;
  for (const unsigned char c : words) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       c == '.' || c == '_' || c == '~';
    out += plain ? std::string(1, static_cast<char>(c)) : fmt::format("%{:02X}", c);
  }
  return out;
}

std::string_view trimmed(std::string_view words) {
  const auto first = words.find_first_not_of(" \n\t\r");
  if (first == words.npos) return {};
  return words.substr(first, words.find_last_not_of(" \n\t\r") - first + 1);
}

// The last words of what stands before, the first of what stands behind; not past the paragraph.
std::string_view last_words(std::string_view before) {
  if (const auto line = before.rfind('\n'); line != before.npos) before = before.substr(line + 1);
  auto at = before.size();
  for (int words = 0; words <= kWordsAround && at != before.npos && at > 0; ++words)
    at = before.rfind(' ', at - 1);
  return trimmed(at == before.npos || at == 0 ? before : before.substr(at));
}
std::string_view first_words(std::string_view behind) {
  behind = behind.substr(0, behind.find('\n'));
  std::size_t at = 0;
  for (int words = 0; words <= kWordsAround && at != behind.npos; ++words) at = behind.find(' ', at + 1);
  return trimmed(behind.substr(0, at));
}

bool stands_again(std::string_view text, std::string_view words) {
  const auto first = text.find(words);
  return first != text.npos && text.find(words, first + 1) != text.npos;
}

}  // namespace

std::string text_fragment_link(std::string_view url, std::string_view text, Span span) {
  const auto words = trimmed(span.of(text));
  if (url.empty() || words.empty()) return std::string(url);
  std::string directive = encoded(words);
  if (stands_again(text, words)) {
    const auto before = last_words(text.substr(0, span.begin)), behind = first_words(text.substr(span.end));
    if (!before.empty()) directive = encoded(before) + "-," + directive;
    if (!behind.empty()) directive += ",-" + encoded(behind);
  }
  const std::string_view joint = url.find('#') == url.npos ? "#:~:text=" : ":~:text=";
  return fmt::format("{}{}{}", url, joint, directive);
}

}  // namespace gegenprobe::app

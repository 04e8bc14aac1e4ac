#include "store/full_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <vector>

#include "store/fold.h"

namespace gegenprobe::store {
namespace {

// FTS5 parts words at these by itself, so «AT&T» in quotes is the phrase "AT T".
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) out.append(c == '"' ? "\"\"" : std::string(1, c));
  return out + "\"";
}

bool has_letters(std::string_view text) {
  return std::ranges::any_of(text, [](unsigned char c) { return std::isalnum(c) || c >= 0x80; });
}

std::string any_spelling(std::string_view word) {
  const bool is_beginning = word.ends_with('*');
  if (is_beginning) word.remove_suffix(1);
  std::string out;
  for (const auto& variant : spelling_variants(word))
    out.append(out.empty() ? "(" : " OR ").append(quoted(variant)).append(is_beginning ? "*" : "");
  return out + ")";
}

std::vector<std::string> terms_of(std::string_view typed) {
  std::vector<std::string> terms;
  while (!typed.empty()) {
    const bool phrase = typed.front() == '"';
    if (phrase || typed.front() == ' ') typed.remove_prefix(1);
    const auto end = std::min(typed.find_first_of(phrase ? "\"" : " \""), typed.size());
    const auto term = typed.substr(0, end);
    if (has_letters(term)) terms.push_back(phrase ? quoted(term) : any_spelling(term));
    typed.remove_prefix(phrase && end < typed.size() ? end + 1 : end);
  }
  return terms;
}

}  // namespace

std::string full_text_query(std::string_view typed) {
  std::string out;
  for (const auto& term : terms_of(typed)) out.append(out.empty() ? "" : " AND ").append(term);
  return out;
}

Error unreadable_text(const std::string& text) {
  return {Error::Kind::usage, fmt::format("'{}' holds no word to look for", text),
          "for example: umsatz quartal, or \"operating profit\""};
}

}  // namespace gegenprobe::store

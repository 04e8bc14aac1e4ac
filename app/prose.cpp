#include "app/prose.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/rows.h"

namespace gegenprobe::app {
namespace {

constexpr std::size_t kWidest = 100, kNarrowestSide = 30, kBetweenSides = 3;

bool is_gap(char c) { return static_cast<unsigned char>(c) <= ' ' || c == 0x7F; }

// A word and its place in the text, so that a mark can be drawn around parts of it.
std::vector<Span> words_of(std::string_view text) {
  std::vector<Span> words;
  for (std::size_t at = 0; at < text.size();) {
    while (at < text.size() && is_gap(text[at])) ++at;
    const std::size_t begin = at;
    while (at < text.size() && !is_gap(text[at])) ++at;
    if (at > begin) words.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)});
  }
  return words;
}

std::string_view part(std::string_view text, std::size_t begin, std::size_t end) {
  return begin < end ? text.substr(begin, end - begin) : std::string_view();
}

std::string opening(const Mark& mark) {
  return mark.label.empty() ? "[" : "[" + std::string(mark.label) + ": ";
}

// One line, each mark drawn where it runs through it.
std::string drawn(const Output& output, const Marked& marked, Span line) {
  std::string text(line.of(marked.text)), out;
  std::ranges::replace_if(text, is_gap, ' ');
  std::size_t done = 0;
  for (const Mark& mark : marked.marks) {
    const Span within{std::max(line.begin, mark.span.begin), std::min(line.end, mark.span.end)};
    if (within.begin >= within.end) continue;
    const std::size_t begin = within.begin - line.begin, end = within.end - line.begin;
    out.append(text, done, begin - done);
    const std::string middle = text.substr(begin, end - begin);
    if (output.colour()) {
      out += styled(output, mark.style, middle);
    } else {
      if (within.begin == mark.span.begin) out += opening(mark);
      out += middle;
      if (within.end == mark.span.end) out += ']';
    }
    done = end;
  }
  return out.append(text, done);
}

// What brackets and labels add to a word.
std::size_t columns_of_marks(const Output& output, const Marked& marked, Span word) {
  std::size_t columns = 0;
  if (output.colour()) return 0;
  for (const Mark& mark : marked.marks) {
    if (word.begin <= mark.span.begin && mark.span.begin < word.end) columns += columns_of(opening(mark));
    if (word.begin < mark.span.end && mark.span.end <= word.end) ++columns;
  }
  return columns;
}

// Escape sequences take no columns.
std::size_t shown_columns(std::string_view line) {
  std::string plain;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '\x1b')
      at = std::min(line.find('m', at), line.size());
    else
      plain += line[at];
  }
  return columns_of(plain);
}

}  // namespace

std::size_t text_columns(const Output& output) {
  return output.width() ? std::min(output.width(), kWidest) : kWidest;
}

std::vector<std::string> wrapped(const Output& output, const Marked& marked, std::size_t columns) {
  std::vector<std::string> lines;
  Span line;
  std::size_t used = 0;
  const auto end_line = [&] {
    if (!line.empty()) lines.push_back(drawn(output, marked, line));
    used = 0;
  };
  for (const Span word : words_of(marked.text)) {
    const std::size_t own = columns_of(word.of(marked.text)) + columns_of_marks(output, marked, word);
    const auto breaks =
        marked.keep_breaks ? std::ranges::count(part(marked.text, line.end, word.begin), '\n') : 0;
    if (used > 0 && (used + 1 + own > columns || breaks > 0)) end_line();
    if (used == 0 && breaks > 1 && !lines.empty()) lines.emplace_back();
    if (used == 0) line.begin = word.begin;
    used += own + (used > 0);
    line.end = word.end;
  }
  end_line();
  return lines;
}

void print_wrapped(Output& output, const Marked& marked, std::size_t indent) {
  for (const std::string& line : wrapped(output, marked, text_columns(output) - indent))
    output.line(line.empty() ? "" : std::string(indent, ' ') + line);
}

std::size_t side_columns(const Output& output) {
  const std::size_t half = (text_columns(output) - kBetweenSides) / 2;
  return half < kNarrowestSide ? text_columns(output) : half;
}

void print_side_by_side(Output& output, const std::vector<std::string>& left,
                        const std::vector<std::string>& right) {
  const std::size_t side = side_columns(output);
  if (side == text_columns(output)) {
    for (const auto* lines : {&left, &right})
      for (const std::string& line : *lines) output.line(line);
    return;
  }
  for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
    const std::string first = i < left.size() ? left[i] : "";
    const std::string second = i < right.size() ? right[i] : "";
    const std::size_t own = shown_columns(first);
    output.line(fmt::format("{}{:{}} │{}{}", first, "", side > own ? side - own : 0,
                            second.empty() ? "" : " ", second));
  }
}

}  // namespace gegenprobe::app

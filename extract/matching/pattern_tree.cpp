#include "extract/matching/pattern_tree.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <charconv>

namespace gegenprobe::extract {
namespace {

using Kind = PatternTree::Kind;
using Ranges = std::vector<std::pair<char32_t, char32_t>>;

constexpr char32_t kLastCharacter = 0x10FFFF;
constexpr int kMostRepeats = 1000;  // RE2's limit
constexpr int kDeepest = 200;       // groups in groups
constexpr double kMostSteps = 1e5;  // of what is repeated, written out

/// Sorted, and apart from each other.
Ranges settled(Ranges ranges) {
  std::ranges::sort(ranges);
  Ranges out;
  for (const auto& [low, high] : ranges) {
    if (!out.empty() && low <= out.back().second + 1)
      out.back().second = std::max(out.back().second, high);
    else
      out.emplace_back(low, high);
  }
  return out;
}

Ranges all_but(const Ranges& ranges) {
  Ranges out;
  char32_t from = 0;
  for (const auto& [low, high] : ranges) {
    if (low > from) out.emplace_back(from, low - 1);
    from = high + 1;
  }
  if (from <= kLastCharacter) out.emplace_back(from, kLastCharacter);
  return out;
}

/// \d, \w, \s and their opposites, which know ASCII only.
std::optional<Ranges> class_of(char letter) {
  switch (letter) {
    case 'd':
      return Ranges{{'0', '9'}};
    case 'w':
      return Ranges{{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}};
    case 's':
      return Ranges{{'\t', '\n'}, {'\f', '\r'}, {' ', ' '}};
    case 'D':
    case 'W':
    case 'S':
      return all_but(*class_of(static_cast<char>(letter | 0x20)));
    default:
      return std::nullopt;
  }
}

void append(std::string& bytes, char32_t c) {
  std::uint8_t buffer[U8_MAX_LENGTH];
  std::int32_t size = 0;
  U8_APPEND_UNSAFE(buffer, size, static_cast<UChar32>(c));
  bytes.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(size));
}

/// How long the pattern is with each round of a repetition written out: ((a+)+)+ has eight steps.
double steps_of(const PatternTree& tree) {
  double steps = tree.kind == Kind::literal ? static_cast<double>(tree.bytes.size()) : tree.kind == Kind::set;
  for (const auto& part : tree.parts) steps += steps_of(part);
  if (tree.other) steps += steps_of(*tree.other);
  return tree.kind == Kind::repeat ? steps * std::max(tree.most, tree.least + 1) : steps;
}

/// Recursive descent. What is unknown sets `failed_`, and the rest is read without sense.
class Parser {
 public:
  Parser(std::string_view pattern, const NamedPatterns& named) : rest_(pattern), named_(named) {}

  std::optional<PatternTree> parse() {
    auto tree = choice();
    if (!rest_.empty() || failed_) return std::nullopt;
    return tree;
  }

 private:
  bool at(char c) const { return !rest_.empty() && rest_.front() == c; }
  bool skip(std::string_view text) {
    if (!rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }
  PatternTree fail() {
    failed_ = true;
    rest_ = {};
    return {};
  }

  static PatternTree of_kind(Kind kind) {
    PatternTree out;
    out.kind = kind;
    return out;
  }
  static PatternTree set_of(Ranges ranges) {
    auto out = of_kind(Kind::set);
    out.ranges = std::move(ranges);
    return out;
  }
  static void add_part(PatternTree& whole, PatternTree part) {
    whole.groups += part.groups;
    whole.parts.push_back(std::move(part));
  }

  PatternTree choice() {
    auto out = of_kind(Kind::choice);
    do add_part(out, sequence());
    while (skip("|"));
    return out.parts.size() == 1 ? std::move(out.parts.front()) : std::move(out);
  }

  PatternTree sequence() {
    PatternTree out;
    while (!rest_.empty() && !at('|') && !at(')')) {
      auto part = at_plain_text() ? plain_text() : repeated(atom());
      const bool joins =
          part.kind == Kind::literal && !out.parts.empty() && out.parts.back().kind == Kind::literal;
      if (joins)
        out.parts.back().bytes += part.bytes;
      else
        add_part(out, std::move(part));
    }
    return out.parts.size() == 1 ? std::move(out.parts.front()) : std::move(out);
  }

  // Most of a pattern are words. The last character of a text may be repeated, and is left.
  std::size_t plain_size() const {
    auto size = std::min(rest_.find_first_of("\\[](){}|*+?.^$"), rest_.size());
    if (size == rest_.size() || size == 0 ||
        std::string_view("*+?{").find(rest_[size]) == std::string_view::npos)
      return size;
    do --size;
    while (size > 0 && U8_IS_TRAIL(static_cast<std::uint8_t>(rest_[size])));
    return size;
  }
  bool at_plain_text() const { return plain_size() > 0; }
  PatternTree plain_text() {
    auto out = of_kind(Kind::literal);
    out.bytes = rest_.substr(0, plain_size());
    rest_.remove_prefix(out.bytes.size());
    return out;
  }

  PatternTree atom() {
    if (skip("(")) return group();
    if (skip("[")) return set();
    if (skip("\\")) return escaped();
    if (skip("$")) return of_kind(Kind::end);
    if (skip(".")) return set_of(all_but({{'\n', '\n'}}));
    if (const auto close = at('{') && named_ ? rest_.find('}') : std::string_view::npos;
        close != std::string_view::npos && is_pattern_name(rest_.substr(1, close - 1)))
      return reference(close);
    if (at('^') || at('*') || at('+') || at('?')) return fail();
    return literal(character());
  }

  PatternTree reference(std::size_t close) {
    const auto* other = named_(rest_.substr(1, close - 1));
    if (!other) return fail();
    rest_.remove_prefix(close + 1);
    auto out = of_kind(Kind::shared);
    out.other = other;
    out.groups = other->groups;
    return out;
  }

  PatternTree group() {
    const bool captures = !skip("?:");
    auto out = of_kind(Kind::group);
    if (skip("?P<")) {
      const auto close = rest_.find('>');
      if (close == std::string_view::npos) return fail();
      out.bytes = rest_.substr(0, close);
      rest_.remove_prefix(close + 1);
    }
    if (at('?') || ++depth_ > kDeepest) return fail();
    auto inside = choice();
    --depth_;
    if (!skip(")")) return fail();
    if (!captures) return inside;
    add_part(out, std::move(inside));
    ++out.groups;
    return out;
  }

  static PatternTree literal(char32_t c) {
    auto out = of_kind(Kind::literal);
    append(out.bytes, c);
    return out;
  }

  char32_t character() {
    UChar32 c = 0;
    std::int32_t read = 0;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(rest_.data());
    U8_NEXT(bytes, read, static_cast<std::int32_t>(rest_.size()), c);
    rest_.remove_prefix(static_cast<std::size_t>(read));
    if (c < 0) failed_ = true;
    return static_cast<char32_t>(c);
  }

  PatternTree escaped() {
    if (rest_.empty()) return fail();
    if (const auto known = class_of(rest_.front())) {
      rest_.remove_prefix(1);
      return set_of(*known);
    }
    return literal(escaped_character());
  }

  char32_t escaped_character() {
    if (skip("x{")) return hexadecimal(rest_.find('}'), 1);
    if (skip("x")) return hexadecimal(2, 0);
    if (skip("n")) return '\n';
    if (skip("t")) return '\t';
    const bool letter = !rest_.empty() && ((rest_.front() | 0x20) >= 'a' && (rest_.front() | 0x20) <= 'z');
    const bool digit = !rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9';
    if (rest_.empty() || letter || digit) return fail(), 0;
    return character();
  }

  char32_t hexadecimal(std::size_t digits, std::size_t behind) {
    if (digits > rest_.size()) return fail(), 0;
    std::uint32_t value = 0;
    const auto* last = rest_.data() + digits;
    const auto [end, error] = std::from_chars(rest_.data(), last, value, 16);
    if (error != std::errc{} || end != last || value > kLastCharacter) return fail(), 0;
    rest_.remove_prefix(digits + behind);
    return value;
  }

  PatternTree set() {
    const bool negated = skip("^");
    Ranges ranges;
    for (bool first = true; !at(']') || first; first = false) {
      if (rest_.empty() || rest_.starts_with("[:")) return fail();
      if (rest_.size() > 1 && at('\\')) {
        if (const auto known = class_of(rest_[1])) {
          rest_.remove_prefix(2);
          ranges.insert(ranges.end(), known->begin(), known->end());
          continue;
        }
      }
      const char32_t low = member();
      char32_t high = low;
      if (rest_.size() > 1 && at('-') && rest_[1] != ']') rest_.remove_prefix(1), high = member();
      if (high < low) return fail();
      ranges.emplace_back(low, high);
    }
    if (!skip("]")) return fail();
    ranges = settled(std::move(ranges));
    return set_of(negated ? all_but(ranges) : std::move(ranges));
  }
  char32_t member() { return skip("\\") ? escaped_character() : character(); }

  PatternTree repeated(PatternTree part) {
    int least = 0, most = PatternTree::kNoLimit;
    if (!repeats(least, most)) return part;
    auto out = of_kind(Kind::repeat);
    out.least = least;
    out.most = most;
    out.as_little = skip("?");
    add_part(out, std::move(part));
    // RE2 takes one at a time, and of what grows too long the automaton knows nothing.
    return repeats(least, most) || steps_of(out) > kMostSteps ? fail() : std::move(out);
  }
  bool repeats(int& least, int& most) {
    if (skip("*")) return true;
    if (skip("+")) return least = 1, true;
    if (skip("?")) return most = 1, true;
    return counts(least, most);
  }

  // {2}, {2,} or {2,3}; any other brace stands for itself.
  bool counts(int& least, int& most) {
    const auto close = rest_.find('}');
    if (!at('{') || close == std::string_view::npos) return false;
    const auto* end = rest_.data() + close;
    auto read = std::from_chars(rest_.data() + 1, end, least);
    if (read.ec != std::errc{}) return false;
    most = least;
    if (read.ptr != end && *read.ptr == ',') {
      most = PatternTree::kNoLimit;
      if (++read.ptr != end) read = std::from_chars(read.ptr, end, most);
    }
    if (read.ec != std::errc{} || read.ptr != end) return false;
    if (least > kMostRepeats || most > kMostRepeats) failed_ = true;
    rest_.remove_prefix(close + 1);
    return true;
  }

  std::string_view rest_;
  const NamedPatterns& named_;
  bool failed_ = false;
  int depth_ = 0;
};

}  // namespace

bool is_pattern_name(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  }) && !(word.front() >= '0' && word.front() <= '9');
}

bool has_end(const PatternTree& tree) {
  return tree.kind == Kind::end || (tree.other && has_end(*tree.other)) ||
         std::ranges::any_of(tree.parts, has_end);
}

std::vector<std::string> group_names(const PatternTree& tree) {
  std::vector<std::string> names;
  if (tree.groups == 0) return names;
  if (tree.kind == Kind::group) names.push_back(tree.bytes);
  const auto add = [&](const PatternTree& inner) {
    std::ranges::move(group_names(inner), std::back_inserter(names));
  };
  if (tree.other) add(*tree.other);
  std::ranges::for_each(tree.parts, add);
  return names;
}

std::optional<PatternTree> pattern_tree(std::string_view pattern, const NamedPatterns& named) {
  return Parser(pattern, named).parse();
}

}  // namespace gegenprobe::extract

// Words are cut into the pieces of the language's lists («zwei·und·dreißig», "twenty·five") and added up as
// spoken; sums are kept in hundredths, so that halves and quarters stay exact.
#include "extract/number.h"

#include <algorithm>

#include "extract/token.h"

namespace gegenprobe::extract {
namespace {

constexpr std::size_t kMostDigits = 18;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::int64_t hundredths_of(Decimal number) {
  std::int64_t value = number.coefficient;
  for (int e = number.exponent; e > -2; --e) value *= 10;
  return value;
}

Decimal from_hundredths(std::int64_t value) {
  if (value % 100 == 0) return {value / 100, 0};
  if (value % 10 == 0) return {value / 10, -1};
  return {value, -2};
}

// "1/2": a fraction with a short decimal form.
std::optional<std::int64_t> ratio_in_hundredths(std::string_view text) {
  const auto slash = text.find('/');
  if (slash != 1 || text.size() != 3 || !is_digit(text[0]) || !is_digit(text[2])) return std::nullopt;
  const std::int64_t below = text[2] - '0';
  if (below == 0 || 100 % below != 0) return std::nullopt;
  return (text[0] - '0') * 100 / below;
}

// Where the marks of a digit group stand, and how many digits follow each.
struct Marks {
  std::size_t points = 0, commas = 0, last = std::string_view::npos;
  std::size_t digits_after_last = 0, digits_before_first = 0;
};

Marks marks_of(std::string_view digits) {
  Marks marks;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (is_digit(digits[i])) {
      ++marks.digits_after_last;
      if (marks.points + marks.commas == 0) ++marks.digits_before_first;
      continue;
    }
    marks.points += digits[i] == '.';
    marks.commas += digits[i] == ',';
    marks.last = i;
    marks.digits_after_last = 0;
  }
  return marks;
}

}  // namespace

std::optional<Decimal> parse_decimal(std::string_view plain) {
  const bool negative = plain.starts_with('-');
  if (negative) plain.remove_prefix(1);
  Decimal out;
  std::size_t digits = 0;
  bool point = false;
  for (const char c : plain) {
    if (c == '.' && !point) {
      point = true;
    } else if (is_digit(c) && ++digits <= kMostDigits) {
      out.coefficient = out.coefficient * 10 + (c - '0');
      out.exponent -= point;
    } else {
      return std::nullopt;
    }
  }
  if (digits == 0) return std::nullopt;
  if (negative) out.coefficient = -out.coefficient;
  return out;
}

NumberReader::NumberReader(const std::vector<WordList>& lists) {
  const auto take = [&](std::string_view name, Part part) {
    const auto list = std::ranges::find(lists, name, &WordList::name);
    if (list == lists.end()) return;
    for (const auto& [key, words] : list->items)
      for (const auto& word : words)
        pieces_.push_back({folded(word), part, hundredths_of(parse_decimal(key).value_or(Decimal{}))});
  };
  take("number_word", Part::number);
  take("number_fraction", Part::fraction);
  take("number_plus", Part::plus);
  take("number_joiner", Part::joiner);
  std::ranges::stable_sort(pieces_, std::greater{}, [](const Piece& piece) { return piece.word.size(); });
  const auto mark = std::ranges::find(lists, "decimal_mark", &WordList::name);
  if (mark != lists.end() && !mark->items.empty()) decimal_mark_ = mark->items[0].second[0][0];
}

std::optional<Decimal> NumberReader::read(std::string_view surface) const {
  while (surface.starts_with(' ')) surface.remove_prefix(1);
  while (surface.ends_with(' ')) surface.remove_suffix(1);
  if (surface.empty()) return std::nullopt;
  return is_digit(surface.front()) || surface.front() == '.' ? read_digits(surface)
                                                             : read_words(folded(surface));
}

std::optional<Decimal> NumberReader::read_digits(std::string_view surface) const {
  std::string digits;
  std::int64_t fraction = 0;
  for (std::size_t i = 0; i < surface.size(); ++i) {
    const char c = surface[i];
    if (const auto ratio = ratio_in_hundredths(surface.substr(i))) {
      fraction = *ratio;
      break;
    }
    if (is_digit(c) || c == '.' || c == ',') {
      digits += c;
    } else if (const auto* piece = longest_piece(surface.substr(i)); piece && piece->part == Part::fraction) {
      fraction = piece->hundredths;
      break;
    } else if (c == '-') {
      break;  // «49,-»
    } else if (c != ' ' && c != '\'' && static_cast<unsigned char>(c) < 0x80) {
      return std::nullopt;
    }  // else: a space or an apostrophe that groups thousands
  }
  while (!digits.empty() && !is_digit(digits.back())) digits.pop_back();
  const auto marks = marks_of(digits);
  // Two kinds of mark: the last one is the decimal mark. One kind: it is what the language takes it for,
  // but for a group mark that does not stand before three digits, or behind a lone zero.
  bool has_decimals = false;
  if (marks.last != std::string_view::npos) {
    const bool both = marks.points && marks.commas;
    const bool single = marks.points + marks.commas == 1;
    const bool as_decimal = digits[marks.last] == decimal_mark_;
    const bool no_group =
        marks.digits_after_last != 3 || digits.starts_with("0") || marks.digits_before_first > 3;
    has_decimals = both || (single && (as_decimal || no_group));
  }
  std::string plain;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (is_digit(digits[i])) plain += digits[i];
    if (i == marks.last && has_decimals) plain += '.';
  }
  auto number = parse_decimal(plain);
  if (!number || fraction == 0) return number;
  return add(*number, from_hundredths(fraction));
}

const NumberReader::Piece* NumberReader::longest_piece(std::string_view at) const {
  for (const auto& piece : pieces_)
    if (at.starts_with(piece.word)) return &piece;
  return nullptr;
}

std::optional<Decimal> NumberReader::read_words(std::string_view text) const {
  std::int64_t total = 0, current = 0;
  std::int64_t last_number = -1;  // the piece just read, where it was a number
  bool joined = false, any = false;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ' || text[at] == '-') {
      ++at;
      continue;
    }
    const auto* piece = longest_piece(text.substr(at));
    if (!piece) return std::nullopt;
    at += piece->word.size();
    if (piece->part == Part::joiner) {
      joined = true;
      continue;
    }
    any = true;
    const std::int64_t value = piece->hundredths;
    if (piece->part == Part::plus) {
      current += value;
    } else if (piece->part == Part::fraction) {
      // "two and a half" adds, «eine halbe» and "half a" are one half.
      if (last_number == 100) current -= 100;
      current = joined || current > 0 ? current + value : value;
    } else if (value == 100'000) {
      total += (current ? current : 100) * 1000;
      current = 0;
    } else if (value == 10'000) {
      current = (current ? current : 100) * 100;
    } else if (!(current > 0 && current < 100 && value == 100)) {  // the "a" of "half a"
      current += value;
    }
    last_number = piece->part == Part::number ? value : -1;
  }
  if (!any) return std::nullopt;
  return from_hundredths(total + current);
}

}  // namespace gegenprobe::extract

// Words are cut into the pieces of the language's lists («zwei·und·dreißig», "twenty·five") and added up as
// spoken; sums are kept in hundredths, so that halves and quarters stay exact.
#include "extract/values/number.h"

#include <algorithm>

#include "extract/text/token.h"

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

// "1/2", "3/8": a fraction with a short decimal form.
std::optional<Decimal> ratio(std::string_view text) {
  if (text.size() != 3 || text[1] != '/' || !is_digit(text[0]) || !is_digit(text[2])) return std::nullopt;
  const std::int64_t below = text[2] - '0';
  if (below == 0 || 1000 % below != 0) return std::nullopt;
  const std::int64_t thousandths = std::int64_t{text[0] - '0'} * 1000 / below;
  return thousandths % 10 ? Decimal{thousandths, -3} : from_hundredths(thousandths / 10);
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
  take("number_fractions", Part::fractions);
  take("number_times", Part::times);
  take("number_plus", Part::plus);
  take("number_point", Part::point);
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
  std::optional<Decimal> fraction;
  for (std::size_t i = 0; i < surface.size(); ++i) {
    const char c = surface[i];
    fraction = ratio(surface.substr(i));
    if (fraction) break;
    if (is_digit(c) || c == '.' || c == ',') {
      digits += c;
    } else if (const auto* piece = longest_piece(surface.substr(i)); piece && piece->part == Part::fraction) {
      fraction = from_hundredths(piece->hundredths);
      break;
    } else if (c == '-') {  // "6-1/8", «49,-»; but "9-2007" is no number
      fraction = ratio(surface.substr(i + 1));
      if (!fraction && i + 1 < surface.size() && is_digit(surface[i + 1])) return std::nullopt;
      break;
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
  if (plain.empty()) return fraction;
  const auto number = parse_decimal(plain);
  return number && fraction ? add(*number, *fraction) : number;
}

const NumberReader::Piece* NumberReader::longest_piece(std::string_view at) const {
  for (const auto& piece : pieces_)
    if (at.starts_with(piece.word)) return &piece;
  return nullptr;
}

// Adds up the pieces of a spoken number, in hundredths.
class NumberReader::SpokenSum {
 public:
  void add(const Piece& piece) {
    const std::int64_t value = piece.hundredths;
    switch (piece.part) {
      case Part::joiner:
        joined_ = true;
        return;
      case Part::plus:
        current_ += value;
        break;
      case Part::fraction:
        // "two and a half" adds, «eine halbe», "half a" and "one-half" are one half.
        if (last_number_ == 100) current_ -= 100, clashes_ = clashed_before_;
        current_ = joined_ || current_ > 0 ? current_ + value : value;
        break;
      case Part::fractions:  // "three quarters"
        if (last_number_ > 0) current_ += last_number_ / 100 * value - last_number_;
        break;
      case Part::times:  // "two dozen"
        current_ = (current_ ? current_ : 100) * (value / 100);
        break;
      default:
        add_number(value);
    }
    last_number_ = piece.part == Part::number ? value : -1;
    any_ = true;
  }
  bool any() const { return any_ && !clashes_; }
  std::int64_t hundredths() const { return total_ + current_; }

 private:
  void add_number(std::int64_t value) {
    clashed_before_ = clashes_;
    if (value == 100'000) {
      total_ += (current_ ? current_ : 100) * 1000;
      current_ = 0;
    } else if (value == 10'000) {
      current_ = (current_ ? current_ : 100) * 100;
    } else if (!(current_ > 0 && current_ < 100 && value == 100)) {  // the "a" of "half a"
      clashes_ |= share_a_place(current_ / 100, value / 100);
      current_ += value;
    }
  }

  // "one and two" are two numbers, "twenty and two" is one.
  static bool share_a_place(std::int64_t one, std::int64_t other) {
    return (one % 10 && other % 10) || (one / 10 % 10 && other / 10 % 10);
  }

  std::int64_t total_ = 0, current_ = 0;
  std::int64_t last_number_ = -1;  // the piece just added, where it was a number
  bool joined_ = false, any_ = false, clashes_ = false, clashed_before_ = false;
};

std::optional<Decimal> NumberReader::read_words(std::string_view text) const {
  SpokenSum sum;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ' || text[at] == '-') {
      ++at;
      continue;
    }
    const auto* piece = longest_piece(text.substr(at));
    if (!piece) return std::nullopt;
    at += piece->word.size();
    if (piece->part == Part::point) {
      const auto decimals = read_decimals(text.substr(at));
      return decimals && sum.any() ? gegenprobe::extract::add(from_hundredths(sum.hundredths()), *decimals)
                                   : std::nullopt;
    }
    sum.add(*piece);
  }
  if (!sum.any()) return std::nullopt;
  return from_hundredths(sum.hundredths());
}

// "five two" behind "three point": digits, one by one.
std::optional<Decimal> NumberReader::read_decimals(std::string_view text) const {
  Decimal out;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ' || text[at] == '-') {
      ++at;
      continue;
    }
    const auto* piece = longest_piece(text.substr(at));
    const bool digit = piece && piece->part == Part::number && piece->hundredths < 1000;
    if (!digit || out.exponent < -6) return std::nullopt;
    at += piece->word.size();
    out = {out.coefficient * 10 + piece->hundredths / 100, out.exponent - 1};
  }
  return out.exponent < 0 ? std::optional(out) : std::nullopt;
}

}  // namespace gegenprobe::extract

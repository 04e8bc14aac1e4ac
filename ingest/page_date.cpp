#include "ingest/page_date.h"

#include <fmt/format.h>
#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <memory>
#include <unordered_map>
#include <vector>

#include "ingest/day.h"

namespace gegenprobe::ingest {
namespace {

struct Token {
  enum class Kind { number, word, mark } kind;
  std::string_view text;
  std::size_t begin;
  int value = 0;  ///< of a number; of a word the month, 0 where it names none
};

bool is_digit(char c) { return '0' <= c && c <= '9'; }
bool is_word(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

std::string lower(std::string_view text) {
  std::string utf8;
  icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())))
      .toLower()
      .toUTF8String(utf8);
  return utf8;
}

/// "januar", "jan", "jänner", "january" … -> 1 to 12; from ICU's locale data for the languages that are read.
const std::unordered_map<std::string, int>& months() {
  static const auto all = [] {
    std::unordered_map<std::string, int> names;
    for (const char* locale : {"de", "de_AT", "en", "en_GB"}) {
      UErrorCode status = U_ZERO_ERROR;
      const icu::DateFormatSymbols symbols(icu::Locale(locale), status);
      for (const auto context : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE})
        for (const auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
          int count = 0;
          const auto* list = symbols.getMonths(count, context, width);
          for (int i = 0; i < std::min(count, 12); ++i) {
            std::string name;
            list[i].toUTF8String(name);
            name = lower(name);
            if (name.ends_with('.')) name.pop_back();
            names.emplace(std::move(name), i + 1);
          }
        }
    }
    names.emplace("sept", 9);
    names.emplace("mrz", 3);
    return names;
  }();
  return all;
}

int month_of(std::string_view word) {
  if (word.size() < 3 || word.size() > 12) return 0;
  const auto found = months().find(lower(word));
  return found == months().end() ? 0 : found->second;
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < text.size();) {
    if (text.substr(at).starts_with("\u00A0") || text.substr(at).starts_with("\u202F")) {
      at += text[at] == '\xC2' ? 2 : 3;
      continue;
    }
    const auto begin = at;
    if (is_digit(text[at])) {
      while (at < text.size() && is_digit(text[at])) ++at;
      int value = -1;
      if (at - begin <= 9) std::from_chars(text.data() + begin, text.data() + at, value);
      tokens.push_back({Token::Kind::number, text.substr(begin, at - begin), begin, value});
    } else if (is_word(text[at])) {
      while (at < text.size() && is_word(text[at]) && !text.substr(at).starts_with("\u00A0")) ++at;
      const auto word = text.substr(begin, at - begin);
      tokens.push_back({Token::Kind::word, word, begin, month_of(word)});
    } else {
      ++at;
      if (text[begin] != ' ' && text[begin] != '\n' && text[begin] != '\t')
        tokens.push_back({Token::Kind::mark, text.substr(begin, 1), begin});
    }
  }
  return tokens;
}

struct Found {
  int year, month, day;
  std::size_t next;  ///< token behind the date
};

bool exists(int year, int month, int day) {
  return 1990 <= year && year <= 2099 && month > 0 && day > 0 &&
         std::chrono::year_month_day{std::chrono::year(year),
                                     std::chrono::month(static_cast<unsigned>(month)),
                                     std::chrono::day(static_cast<unsigned>(day))}
             .ok();
}

class DateReader {
 public:
  DateReader(std::string_view text, std::string_view language)
      : tokens_(tokens_of(text)), language_(language) {}

  std::optional<std::string> first() const {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      auto date = at_number(at);
      if (!date) date = at_month(at);
      if (date)
        return fmt::format("{:04}-{:02}-{:02}{}", date->year, date->month, date->day, time_at(date->next));
    }
    return std::nullopt;
  }

 private:
  bool is_number(std::size_t at, std::size_t least = 1, std::size_t most = 2) const {
    return at < tokens_.size() && tokens_[at].kind == Token::Kind::number &&
           tokens_[at].text.size() >= least && tokens_[at].text.size() <= most;
  }
  bool is_mark(std::size_t at, std::string_view marks) const {
    return at < tokens_.size() && tokens_[at].kind == Token::Kind::mark &&
           marks.find(tokens_[at].text[0]) != marks.npos;
  }
  bool is_month(std::size_t at) const {
    return at < tokens_.size() && tokens_[at].kind == Token::Kind::word && tokens_[at].value > 0;
  }
  int number(std::size_t at) const { return tokens_[at].value; }

  std::optional<Found> checked(int year, int month, int day, std::size_t next) const {
    if (year < 100) year += 2000;
    if (!exists(year, month, day)) return std::nullopt;
    return Found{year, month, day, next};
  }

  std::optional<Found> at_number(std::size_t at) const {
    if (is_number(at, 4, 4) && is_mark(at + 1, "-/.") && is_number(at + 2) && is_mark(at + 3, "-/.") &&
        is_number(at + 4))
      return checked(number(at), number(at + 2), number(at + 4), at + 5);
    if (is_number(at, 8, 8))
      return checked(number(at) / 10000, number(at) / 100 % 100, number(at) % 100, at + 1);
    if (!is_number(at)) return std::nullopt;
    if (is_mark(at + 1, "./-") && is_number(at + 2) && is_mark(at + 3, tokens_[at + 1].text) &&
        (is_number(at + 4, 4, 4) || is_number(at + 4, 2, 2)))
      return by_figures(at);
    // "7. Oktober 2025", "7 Oct 2025", "7th of October, 2025", "07-Oct-2025"
    auto month = at + 1;
    while (month < tokens_.size() && month < at + 4 && !is_month(month) && is_filler(month)) ++month;
    auto year = month + 1;
    while (is_mark(year, ".,-")) ++year;
    if (is_month(month) && is_number(year, 4, 4))
      return checked(number(year), number(month), number(at), year + 1);
    return std::nullopt;
  }

  bool is_filler(std::size_t at) const {
    if (is_mark(at, ".-/")) return true;
    constexpr std::array<std::string_view, 5> kWords = {"st", "nd", "rd", "th", "of"};
    return std::ranges::find(kWords, tokens_[at].text) != kWords.end();
  }

  std::optional<Found> by_figures(std::size_t at) const {
    const int first = number(at), second = number(at + 2), year = number(at + 4);
    const bool month_first = tokens_[at + 1].text == "/" && language_ != "de" && first <= 12;
    if (month_first)
      if (const auto date = checked(year, first, second, at + 5)) return date;
    return checked(year, second, first, at + 5);
  }

  /// "October 7, 2025", "Oct. 7th 2025"
  std::optional<Found> at_month(std::size_t at) const {
    if (!is_month(at)) return std::nullopt;
    auto day = at + 1;
    while (is_mark(day, ".-")) ++day;
    if (!is_number(day)) return std::nullopt;
    auto year = day + 1;
    while (year < tokens_.size() && year < day + 4 && (is_mark(year, ",.-") || is_filler(year))) ++year;
    if (!is_number(year, 4, 4)) return std::nullopt;
    return checked(number(year), number(at), number(day), year + 1);
  }

  /// "T08:30:00+02:00" where a clock time follows; empty otherwise.
  std::string time_at(std::size_t at) const {
    std::size_t skipped = 0;
    while (at < tokens_.size() && skipped < 4 && !is_number(at)) {
      if (tokens_[at].kind == Token::Kind::number) return "";
      ++at, ++skipped;
    }
    const bool clock = is_number(at) && is_mark(at + 1, ":.") && is_number(at + 2, 2, 2);
    if (!clock || number(at) > 24 || number(at + 2) > 59) return "";
    int hour = number(at) % 24;
    const int minute = number(at + 2);
    at += 3;
    int second = 0;
    if (is_mark(at, ":") && is_number(at + 1, 2, 2)) {
      second = std::min(number(at + 1), 59);
      at += 2;
      if (is_mark(at, ".") && is_number(at + 1, 1, 9)) at += 2;
    }
    hour = by_half_of_day(hour, at);
    return fmt::format("T{:02}:{:02}:{:02}{}", hour, minute, second, zone_at(at));
  }

  int by_half_of_day(int hour, std::size_t& at) const {
    if (at >= tokens_.size() || tokens_[at].kind != Token::Kind::word) return hour;
    const auto word = lower(tokens_[at].text);
    const bool afternoon = word == "pm" || word == "p", morning = word == "am" || word == "a";
    if (!afternoon && !morning) return hour;
    ++at;
    return hour % 12 + (afternoon ? 12 : 0);
  }

  std::string zone_at(std::size_t at) const {
    if (at < tokens_.size() && lower(tokens_[at].text) == "uhr") ++at;
    if (at >= tokens_.size()) return "";
    if (is_mark(at, "+-")) {
      if (is_number(at + 1, 4, 4))
        return fmt::format("{}{:02}:{:02}", tokens_[at].text, number(at + 1) / 100, number(at + 1) % 100);
      if (is_number(at + 1) && is_mark(at + 2, ":") && is_number(at + 3, 2, 2))
        return fmt::format("{}{:02}:{:02}", tokens_[at].text, number(at + 1), number(at + 3));
      if (is_number(at + 1, 2, 2)) return fmt::format("{}{:02}:00", tokens_[at].text, number(at + 1));
      return "";
    }
    struct Zone {
      std::string_view name, offset;
    };
    constexpr std::array kZones = {Zone{"Z", "+00:00"},    Zone{"GMT", "+00:00"}, Zone{"UTC", "+00:00"},
                                   Zone{"MEZ", "+01:00"},  Zone{"CET", "+01:00"}, Zone{"MESZ", "+02:00"},
                                   Zone{"CEST", "+02:00"}, Zone{"BST", "+01:00"}, Zone{"EST", "-05:00"},
                                   Zone{"EDT", "-04:00"},  Zone{"PST", "-08:00"}, Zone{"PDT", "-07:00"}};
    const auto zone = std::ranges::find(kZones, tokens_[at].text, &Zone::name);
    return zone == kZones.end() ? "" : std::string(zone->offset);
  }

  std::vector<Token> tokens_;
  std::string_view language_;
};

}  // namespace

std::optional<std::string> find_date(std::string_view text, std::string_view language) {
  text = text.substr(0, 400);
  if (std::ranges::none_of(text, is_digit)) return std::nullopt;
  return DateReader(text, language).first();
}

std::string in_local_time(std::string moment, std::string_view language) {
  const auto day = parse_day(std::string_view(moment).substr(0, 10));
  if (language != "de" || !day || moment.size() != 25 || !moment.ends_with("+00:00")) return moment;
  const auto two = [&](std::size_t at) { return (moment[at] - '0') * 10 + (moment[at + 1] - '0'); };
  const auto utc =
      *day + std::chrono::hours(two(11)) + std::chrono::minutes(two(14)) + std::chrono::seconds(two(17));
  const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone("Europe/Berlin"));
  std::int32_t raw_ms = 0, summer_ms = 0;
  UErrorCode status = U_ZERO_ERROR;
  zone->getOffset(static_cast<double>(utc.time_since_epoch().count()) * 1000, false, raw_ms, summer_ms,
                  status);
  if (U_FAILURE(status)) return moment;
  const auto local = utc + std::chrono::milliseconds(raw_ms + summer_ms);
  const auto local_day = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::seconds>(local - local_day));
  return fmt::format("{}T{:02}:{:02}:{:02}+{:02}:00", iso(local_day), clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count(), (raw_ms + summer_ms) / 3'600'000);
}

namespace {

/// Digits at the begin of `text`, which is cut behind them; nothing where they are fewer or more than asked
/// for.
std::optional<int> take_number(std::string_view& text, std::size_t fewest, std::size_t most) {
  std::size_t size = 0;
  while (size < text.size() && is_digit(text[size])) ++size;
  if (size < fewest || size > most) return std::nullopt;
  int number = 0;
  std::from_chars(text.data(), text.data() + size, number);
  text.remove_prefix(size);
  return number;
}

std::optional<std::string> iso_day(int year, int month, int day) {
  if (!exists(year, month, day)) return std::nullopt;
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

/// 20251007, 2025/10/7, 2025-10-07, 07-10-2025 at the begin of `text`.
std::optional<std::string> date_at(std::string_view text) {
  auto rest = text;
  if (const auto all = take_number(rest, 8, 8)) return iso_day(*all / 10000, *all / 100 % 100, *all % 100);
  rest = text;
  std::array<int, 3> numbers{};
  std::array<std::size_t, 3> sizes{};
  const char parting = text[std::min(text.find_first_not_of("0123456789"), text.size() - 1)];
  if (parting != '/' && parting != '-' && parting != '_' && parting != '.') return std::nullopt;
  for (std::size_t i = 0; i < 3; ++i) {
    const auto before = rest.size();
    const auto number = take_number(rest, 1, 4);
    if (!number) return std::nullopt;
    numbers[i] = *number;
    sizes[i] = before - rest.size();
    if (i < 2 && !rest.starts_with(parting)) return std::nullopt;
    if (i < 2) rest.remove_prefix(1);
  }
  if (sizes[0] == 4 && sizes[1] <= 2 && sizes[2] <= 2 && (sizes[1] == 2 || parting == '/'))
    return iso_day(numbers[0], numbers[1], numbers[2]);
  if (sizes[0] == 2 && sizes[1] == 2 && sizes[2] == 4) return iso_day(numbers[2], numbers[1], numbers[0]);
  return std::nullopt;
}

}  // namespace

std::optional<std::string> date_in_url(std::string_view url) {
  const auto path = url.find("://") == url.npos
                        ? url
                        : url.substr(std::min(url.find('/', url.find("://") + 3), url.size()));
  for (std::size_t at = 0; at + 8 <= path.size(); ++at)
    if (is_digit(path[at]) && (at == 0 || !is_digit(path[at - 1])))
      if (auto day = date_at(path.substr(at))) return day;
  return std::nullopt;
}

std::string on_day(std::string moment, std::string_view day) {
  const auto of_moment = parse_day(std::string_view(moment).substr(0, 10)), wanted = parse_day(day);
  if (!of_moment || !wanted || moment.size() != 25 || !moment.ends_with("+00:00")) return moment;
  const int hour = (moment[11] - '0') * 10 + (moment[12] - '0');
  const int ahead = 24 - hour, behind = std::max(hour + 1, 5);  // five is New York's
  const bool next = *wanted - *of_moment == std::chrono::days(1) && ahead <= 14;
  const bool before = *of_moment - *wanted == std::chrono::days(1) && behind <= 12;
  if (!next && !before) return moment;
  const int offset = next ? ahead : -behind;
  return fmt::format("{}T{:02}{}{}{:02}:00", day, (hour + offset + 24) % 24, moment.substr(13, 6),
                     next ? '+' : '-', std::abs(offset));
}

}  // namespace gegenprobe::ingest

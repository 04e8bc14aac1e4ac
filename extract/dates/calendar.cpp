// Gregorian arithmetic is std::chrono's. Other calendars are ICU's, Umm al-Qura for the Islamic one.
#include "extract/dates/calendar.h"

#include <unicode/calendar.h>

#include <array>
#include <charconv>
#include <memory>
#include <vector>

namespace gegenprobe::extract {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

int months_in(CalendarUnit unit) {
  switch (unit) {
    case CalendarUnit::month:
      return 1;
    case CalendarUnit::season:
    case CalendarUnit::quarter:
      return 3;
    case CalendarUnit::half:
      return 6;
    case CalendarUnit::year:
      return 12;
    case CalendarUnit::decade:
      return 120;
    case CalendarUnit::century:
      return 1200;
    default:
      return 0;
  }
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const auto space = text.find(' ');
    words.push_back(text.substr(0, space));
    text = space == std::string_view::npos ? std::string_view{} : text.substr(space + 1);
  }
  return words;
}

std::optional<int> number_of(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

unsigned weekday_of(std::string_view word) {
  constexpr std::array<std::string_view, 7> kNames{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  for (unsigned i = 0; i < kNames.size(); ++i)
    if (kNames[i] == word) return i + 1;
  return 0;
}

struct MonthDay {
  int month, day;
};

std::optional<MonthDay> month_day_of(std::string_view text) {
  const auto hyphen = text.find('-');
  if (hyphen == std::string_view::npos) return std::nullopt;
  const auto month = number_of(text.substr(0, hyphen)), day = number_of(text.substr(hyphen + 1));
  if (!month || !day) return std::nullopt;
  return MonthDay{*month, *day};
}

std::optional<Day> fixed_day(std::string_view text, int year) {
  const auto at = month_day_of(text);
  if (!at) return std::nullopt;
  return day_if_valid(year, static_cast<unsigned>(at->month), static_cast<unsigned>(at->day));
}

// "04-15 sat+2 sun+1"
std::optional<Day> moving_day(const std::vector<std::string_view>& words, int year) {
  const auto day = fixed_day(words[0], year);
  if (!day) return std::nullopt;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const auto move = words[i].size() > 3 ? number_of(words[i].substr(3)) : std::nullopt;
    if (!move) return std::nullopt;
    if (extract::weekday_of(*day) == weekday_of(words[i].substr(0, 3))) return *day + days(*move);
  }
  return day;
}

// "11 thu 4 +1", "03 tue 1 every 4"
std::optional<Day> weekday_of_month(std::vector<std::string_view> words, int year) {
  if (words.size() < 3) return std::nullopt;
  if (words.size() == 5 && words[3] == "every") {
    const auto years = number_of(words[4]);
    if (!years || *years < 1 || year % *years != 0) return std::nullopt;
    words.resize(3);
  }
  const auto month = number_of(words[0]), n = number_of(words[2]);
  const auto weekday = weekday_of(words[1]);
  if (!month || *month < 1 || *month > 12 || !n || *n == 0 || !weekday) return std::nullopt;
  const Day first = day_of(year, static_cast<unsigned>(*month), 1);
  const Day day = nth_weekday(*n > 0 ? first : add_months(first, 1), weekday, *n);
  const auto offset = words.size() > 3 ? number_of(words[3]) : 0;
  return offset ? std::optional(day + days(*offset)) : std::nullopt;
}

// "before 12-25 sun 4"
std::optional<Day> weekday_before(const std::vector<std::string_view>& words, int year) {
  if (words.size() != 4) return std::nullopt;
  const auto day = fixed_day(words[1], year);
  const auto n = number_of(words[3]);
  const auto weekday = weekday_of(words[2]);
  if (!day || !n || *n < 1 || !weekday) return std::nullopt;
  return nth_weekday(*day, weekday, -*n);
}

// "days 2019-10-27 2020-11-14 …": what only a table knows.
std::optional<Day> listed_day(const std::vector<std::string_view>& words, int year) {
  constexpr std::size_t kYear = 4;  // digits
  for (std::size_t i = 1; i < words.size(); ++i)
    if (words[i].size() > kYear && number_of(words[i].substr(0, kYear)) == year)
      return fixed_day(words[i].substr(kYear + 1), year);
  return std::nullopt;
}

// The first day of the Gregorian year that has this month and day in the other calendar: of the year that
// was running there on 1 January, or of one of the next two.
std::optional<Day> other_calendar(const std::string& name, MonthDay wanted, int year) {
  UErrorCode status = U_ZERO_ERROR;
  const auto locale = "en@calendar=" + (name == "islamic" ? std::string("islamic-umalqura") : name);
  const std::unique_ptr<icu::Calendar> calendar(
      icu::Calendar::createInstance(icu::TimeZone::getGMT()->clone(), icu::Locale(locale.c_str()), status));
  if (U_FAILURE(status)) return std::nullopt;
  constexpr double kDayMs = 86'400'000.0;
  calendar->setTime(static_cast<UDate>(day_of(year, 1, 1).time_since_epoch().count()) * kDayMs, status);
  const int running = calendar->get(UCAL_EXTENDED_YEAR, status);
  for (int other = running; other <= running + 2; ++other) {
    calendar->clear();
    calendar->set(UCAL_EXTENDED_YEAR, other);
    calendar->set(UCAL_MONTH, wanted.month - 1);
    calendar->set(UCAL_DATE, wanted.day);
    const auto count = static_cast<int>(calendar->getTime(status) / kDayMs);
    const Day day{days(count)};
    if (U_SUCCESS(status) && year_of(day) == year) return day;
  }
  return std::nullopt;
}

}  // namespace

int year_of(Day day) { return static_cast<int>(year_month_day(day).year()); }
unsigned month_of(Day day) { return static_cast<unsigned>(year_month_day(day).month()); }
unsigned weekday_of(Day day) { return std::chrono::weekday(day).iso_encoding(); }

std::optional<Day> day_if_valid(int year, unsigned month, unsigned day) {
  const year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  return date.ok() ? std::optional<Day>(date) : std::nullopt;
}

Day add_months(Day day, int count) {
  const auto moved = year_month_day(day) + std::chrono::months(count);
  return moved.ok() ? Day(moved) : Day(moved.year() / moved.month() / std::chrono::last);
}

Day add_units(Day day, CalendarUnit unit, int count) {
  if (const int months = months_in(unit)) return add_months(day, months * count);
  return day + days(unit == CalendarUnit::day ? count : 7 * count);
}

DayRange whole_unit(Day day, CalendarUnit unit, int shift) {
  const int year = year_of(day);
  const unsigned month = month_of(day);
  Day first = day;
  switch (unit) {
    case CalendarUnit::day:
      break;
    case CalendarUnit::week:
      first = day - days(weekday_of(day) - 1);
      break;
    case CalendarUnit::weekend:
      first = day + days(6 - static_cast<int>(weekday_of(day))) + days(7 * shift);
      return {first, first + days(2)};
    case CalendarUnit::month:
      first = day_of(year, month, 1);
      break;
    case CalendarUnit::season:
      first = month < 3 ? day_of(year - 1, 12, 1) : day_of(year, month - month % 3, 1);
      break;
    case CalendarUnit::quarter:
      first = day_of(year, month - (month - 1) % 3, 1);
      break;
    case CalendarUnit::half:
      first = day_of(year, month > 6 ? 7 : 1, 1);
      break;
    case CalendarUnit::year:
      first = day_of(year, 1, 1);
      break;
    case CalendarUnit::decade:
      first = day_of(year - year % 10, 1, 1);
      break;
    case CalendarUnit::century:
      first = day_of(year - year % 100, 1, 1);
      break;
  }
  first = add_units(first, unit, shift);
  return {first, add_units(first, unit, 1)};
}

Day nth_weekday(Day first, unsigned weekday, int n) {
  const int ahead = (static_cast<int>(weekday) - static_cast<int>(weekday_of(first)) + 7) % 7;
  return first + days(ahead + 7 * (n > 0 ? n - 1 : n));
}

// The anonymous Gregorian computus.
Day easter_sunday(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int sum = h + l - 7 * m + 114;
  return day_of(year, static_cast<unsigned>(sum / 31), static_cast<unsigned>(sum % 31 + 1));
}

std::optional<Day> holiday(std::string_view formula, int year) {
  if (formula.starts_with("easter")) {
    const auto offset = formula.size() > 6 ? number_of(formula.substr(6)) : 0;
    return offset ? std::optional(easter_sunday(year) + days(*offset)) : std::nullopt;
  }
  const auto words = words_of(formula);
  if (words.size() == 1) return fixed_day(formula, year);
  if (words.empty()) return std::nullopt;
  if (words[0].find('-') != std::string_view::npos) return moving_day(words, year);
  if (words[0] == "before") return weekday_before(words, year);
  if (words[0] == "days") return listed_day(words, year);
  if (words[0] == "islamic" || words[0] == "chinese" || words[0] == "hebrew") {
    const auto at = month_day_of(words[1]);
    return at ? other_calendar(std::string(words[0]), *at, year) : std::nullopt;
  }
  return weekday_of_month(words, year);
}

}  // namespace gegenprobe::extract

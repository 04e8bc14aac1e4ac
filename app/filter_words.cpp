#include "app/filter_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <pwd.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstdlib>
#include <filesystem>

#include "app/figure_reader.h"
#include "app/rule_words.h"
#include "app/shared_options.h"
#include "extract/dates/calendar.h"
#include "extract/extract.h"
#include "extract/matching/rules.h"
#include "ingest/ingest.h"
#include "store/company_lists.h"
#include "store/near_words.h"
#include "store/query.h"

namespace gegenprobe::app {
namespace {

// "5.5e9" as 55 x 10^8: what is written tells how precise it is.
std::optional<extract::Decimal> decimal_from(std::string_view word) {
  constexpr std::size_t kMostDigits = 18;
  constexpr int kLargestExponent = 36, kSmallestExponent = -18;
  const auto e = word.find_first_of("eE");
  int exponent = 0;
  if (e != std::string_view::npos) {
    const auto power = word.substr(e + 1);
    const auto [end, error] = std::from_chars(power.data(), power.data() + power.size(), exponent);
    if (error != std::errc() || end != power.data() + power.size()) return std::nullopt;
    word = word.substr(0, e);
  }
  std::string digits(word);
  if (const auto point = digits.find('.'); point != std::string::npos) {
    exponent -= static_cast<int>(digits.size() - point - 1);
    digits.erase(point, 1);
  }
  const bool is_number = !digits.empty() && digits.size() <= kMostDigits &&
                         digits.find_first_not_of("0123456789") == std::string::npos;
  if (!is_number || exponent < kSmallestExponent || exponent > kLargestExponent) return std::nullopt;
  return extract::Decimal{std::strtoll(digits.c_str(), nullptr, 10), exponent};
}

std::vector<std::string> metric_choices() {
  std::vector<std::string> choices;
  for (int i = 0; i <= static_cast<int>(extract::Metric::other); ++i)
    choices.emplace_back(word(static_cast<extract::Metric>(i)));
  return choices;
}

// 7.10.2025: who parts by points writes the day first.
std::optional<Day> dotted_day(std::string_view words) {
  std::array<int, 3> parts{};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), parts[i]);
    if (error != std::errc() || parts[i] <= 0) return std::nullopt;
    words.remove_prefix(static_cast<std::size_t>(end - words.data()));
    const bool goes_on = i + 1 < parts.size();
    if (words.starts_with('.') != goes_on) return std::nullopt;
    if (goes_on) words.remove_prefix(1);
  }
  constexpr int kFirstYear = 1000;  // a year of two digits might be one of two
  if (!words.empty() || parts[2] < kFirstYear) return std::nullopt;
  return extract::day_if_valid(parts[2], static_cast<unsigned>(parts[1]), static_cast<unsigned>(parts[0]));
}

// The one time that all the words stand for, in both languages alike where both know it. A day without its
// year («7. Oktober») would be guessed.
std::optional<extract::DateValue> read_time(const std::string& words, const extract::Rules& rules) {
  const bool has_digit = words.find_first_of("0123456789") != std::string::npos;
  if (words.find('/') != std::string::npos) return std::nullopt;
  std::optional<extract::DateValue> read;
  for (const std::string& language : rules.languages()) {
    ingest::Overrides overrides;
    overrides.language = language;
    overrides.published = today();
    const auto document = ingest::document_of(words, overrides);
    const auto found = extract::extract(document, rules);
    const auto* date = found.mentions.size() == 1 ? found.mentions.front().date() : nullptr;
    if (!date || !date->from || (date->relative && has_digit)) continue;
    if (found.mentions.front().span.size() != document.text.size()) continue;
    if (read && read->from != date->from) return std::nullopt;
    read = *date;
  }
  return read;
}

Result<std::optional<extract::DateValue>> time_in(const std::string& words) {
  const auto rules = rules_of("");
  if (!rules) return rules.error();
  return read_time(words, **rules);
}

// "1,5e9": with a power of ten behind it, a comma parts no thousands.
std::string with_point(const std::string& word) {
  const auto comma = word.find(',');
  const bool is_decimal = comma != std::string::npos && word.find_first_of("eE") != std::string::npos &&
                          word.find(',', comma + 1) == std::string::npos &&
                          word.find('.') == std::string::npos;
  std::string read = word;
  if (is_decimal) read[comma] = '.';
  return read;
}

}  // namespace

Result<std::optional<Day>> day_from(const std::string& where, const std::string& words) {
  if (words.empty()) return std::optional<Day>();
  if (const auto day = parse_day(words)) return day;
  if (const auto day = dotted_day(words)) return day;
  const auto time = time_in(words);
  if (!time) return time.error();
  if (*time && (*time)->granularity == extract::Granularity::day) return (*time)->from;
  return Error{Error::Kind::usage, where + ": '" + words + "' is no day",
               "2025-10-07, 7.10.2025, '7. Oktober 2025' or yesterday"};
}

Result<std::optional<Day>> since_from(const std::string& where, const std::string& words) {
  if (words.empty()) return std::optional<Day>();
  if (const auto day = parse_day(words)) return day;
  if (const auto day = dotted_day(words)) return day;
  if (const auto range = store::parse_period(words)) return std::optional(range->from);
  const auto time = time_in(words);
  if (!time) return time.error();
  if (*time) return (*time)->from;
  return Error{Error::Kind::usage, where + ": '" + words + "' is no day",
               "2025-10-07, 7.10.2025, yesterday, or a time that begins with it: 2024, 2024-Q3"};
}

Result<std::optional<extract::Metric>> metric_from(const std::string& where, const std::string& words) {
  if (words.empty()) return std::optional<extract::Metric>();
  if (const auto metric = extract::metric(words)) return metric;
  const auto rules = rules_of("");
  if (!rules) return rules.error();
  if (const auto metric = metric_named(**rules, words)) return metric;
  const std::string near = store::nearest_word(words, metric_choices());
  return Error{Error::Kind::usage,
               fmt::format("{}: --metric: '{}' is no metric that is known{}", where, words,
                           near.empty() ? "" : fmt::format("; did you mean {}?", near)),
               fmt::format("{}, or a word for it in German or English", fmt::join(metric_choices(), ", "))};
}

void declare_metric(Options& options, std::string& metric, std::string words) {
  auto& option = options.text("-m,--metric", metric, "METRIC", std::move(words));
  option.choices = metric_choices();
  option.is_open = true;
}

Result<std::optional<double>> confidence_from(const std::string& command, std::optional<double> given) {
  if (!given || (*given >= 0 && *given <= 1)) return given;
  return Error{Error::Kind::usage,
               fmt::format("{}: --min-confidence: {} is not between 0 and 1", command, *given),
               "0.9 for claims of which nine in ten are right"};
}

Result<std::int64_t> claim_from(const std::string& command, const std::string& word) {
  const bool has_letter = word.starts_with('c') || word.starts_with('C');
  const std::string_view digits = std::string_view(word).substr(has_letter ? 1 : 0);
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
  if (error == std::errc() && end == digits.data() + digits.size() && id > 0) return id;
  return Error{Error::Kind::usage, fmt::format("{}: '{}' is no claim's id", command, word),
               "ids are like c42: gegenprobe claims"};
}

Result<extract::Amount> amount_from(const std::string& where, const std::string& words) {
  using extract::Qualifier;
  const Error unreadable{
      Error::Kind::usage, fmt::format("{}: '{}' is no figure", where, words),
      "whole units with a decimal point: 5.5e9, 5500000000, 2e9..3e9, ~5e9, ..3e9 or 2e9.."};
  extract::Amount amount;
  if (const auto dots = words.find(".."); dots != std::string::npos) {
    const auto low = words.substr(0, dots), high = words.substr(dots + 2);
    amount.min = decimal_from(low), amount.max = decimal_from(high);
    const bool is_read = (low.empty() || amount.min) && (high.empty() || amount.max) && amount.resolved();
    const bool ascends = !amount.min || !amount.max || compare(*amount.min, *amount.max) <= 0;
    if (!is_read || !ascends) return unreadable;
    amount.qualifier = low.empty()    ? Qualifier::up_to
                       : high.empty() ? Qualifier::at_least
                                      : Qualifier::between;
    return amount;
  }
  const bool about = words.starts_with('~');
  amount.min = amount.max = decimal_from(std::string_view(words).substr(about ? 1 : 0));
  if (!amount.min) return unreadable;
  amount.qualifier = about ? Qualifier::about : Qualifier::exact;
  return amount;
}

Result<extract::Amount> figure_from(const std::string& where, const std::string& words) {
  extract::Amount amount;
  amount.min = amount.max = decimal_from(with_point(words));
  if (amount.min) return amount;
  const auto rules = rules_of("");
  if (!rules) return rules.error();
  auto read = FigureReader(*rules).read_surely(words, "");
  if (read) return *std::move(read);
  return Error{Error::Kind::usage, where + ": " + read.error().what, "5.5e9, 5500000000, '5,5 Mrd' or 5.5bn"};
}

Result<MeantUnit> unit_from(const std::string& where, const std::string& words) {
  const auto rules = rules_of("");
  if (!rules) return rules.error();
  const auto units = units_named(**rules, words);
  if (units.empty())
    return Error{Error::Kind::usage, where + ": '" + words + "' is no unit that is known",
                 "for example EUR, Pfund, %, pp, job, vehicle, tonne"};
  MeantUnit meant{units.front(), ""};
  if (units.size() > 1)
    meant.note = fmt::format("'{}' is read as {}; it may also be {}", words, units.front(),
                             fmt::join(units.begin() + 1, units.end(), ", "));
  return meant;
}

std::string did_you_mean(store::Database& database, const std::string& company) {
  constexpr std::size_t kMost = 3;
  const auto names = store::similar_companies(database, company, kMost);
  return names && !names->empty() ? fmt::format("; did you mean {}?", fmt::join(*names, ", ")) : "";
}

Result<store::Database> open_to_read(const std::string& given) {
  const auto path = database_path(given);
  if (!path) return path.error();
  return store::Database::open(*path, store::Access::read);
}

Result<store::Database> open_to_change(const std::string& given) {
  const auto path = database_path(given);
  if (!path) return path.error();
  return store::Database::open(*path, store::Access::change);
}

Result<store::Database> open_to_write(const std::string& given) {
  const auto path = database_path(given);
  if (!path) return path.error();
  // The user's own folder is made for them; one that they named is theirs to make.
  std::error_code ignored;
  if (given.empty()) std::filesystem::create_directories(std::filesystem::path(*path).parent_path(), ignored);
  return store::Database::open(*path, store::Access::write);
}

// Asked once: getpwuid answers in memory that all threads share.
std::string user_name() {
  static const std::string name = [] {
    if (const char* named = std::getenv("GEGENPROBE_USER"); named && *named) return std::string(named);
    const passwd* user = ::getpwuid(::getuid());
    return std::string(user ? user->pw_name : "");
  }();
  return name;
}

store::Time now() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }
Day today() { return std::chrono::floor<std::chrono::days>(now()); }

}  // namespace gegenprobe::app

#include "store/plausible.h"

#define TOML_EXCEPTIONS 0
#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <map>
#include <string>

#include "ingest/toml.h"
#include "store/compare.h"
#include "store/embedded.h"
#include "store/in_words.h"
#include "store/kinship.h"
#include "store/range.h"

namespace gegenprobe::store {
namespace {

using extract::Calculation;
using extract::Claim;
using extract::Finding;
using extract::MentionKind;
using extract::Modality;
using extract::Role;
using extract::Suspicion;

using Numbers = std::map<std::string, double, std::less<>>;

struct Bounds {
  Numbers money, percent, least, worth;
  double planned_more = 1, at_a_known_rate = 0, at_a_rough_worth = 0;
  double least_slip = 0, most_slip = 0;
};

Numbers numbers_of(const toml::node_view<const toml::node>& table) {
  Numbers numbers;
  if (const auto* entries = table.as_table())
    for (const auto& [key, value] : *entries) numbers.emplace(key.str(), value.value_or(0.0));
  return numbers;
}

const Bounds& bounds() {
  static const Bounds read = [] {
    const auto parsed = toml::parse(plausible_toml());
    assert(parsed);
    const toml::table& file = parsed.table();
    return Bounds{.money = numbers_of(file["most"]["money"]),
                  .percent = numbers_of(file["most"]["percent"]),
                  .least = numbers_of(file["least"]["money"]),
                  .worth = numbers_of(file["worth"]),
                  .planned_more = file["planned_more"].value_or(1.0),
                  .at_a_known_rate = file["conversion"]["at_a_known_rate"].value_or(1.25),
                  .at_a_rough_worth = file["conversion"]["at_a_rough_worth"].value_or(100.0),
                  .least_slip = file["bracket"]["least_slip"].value_or(300.0),
                  .most_slip = file["bracket"]["most_slip"].value_or(5000.0)};
  }();
  return read;
}

std::optional<double> number(const Numbers& numbers, std::string_view key) {
  const auto at = numbers.find(key);
  return at == numbers.end() ? std::nullopt : std::optional(at->second);
}

// ---- more or less than can be
// ----------------------------------------------------------------------------------

std::optional<double> most(const Claim& claim) {
  const auto metric = word(claim.metric);
  if (claim.kind == MentionKind::percent)
    return claim.value.unit == "%" ? number(bounds().percent, metric) : std::nullopt;
  if (claim.kind != MentionKind::money) return std::nullopt;
  const auto limit = number(bounds().money, metric), worth = number(bounds().worth, claim.value.unit);
  return limit && worth ? std::optional(*limit * *worth) : std::nullopt;
}

void check_limit(const Claim& claim, std::size_t at, std::vector<Finding>& findings) {
  // Of what was read with little confidence, it is more likely the reading that is wrong.
  constexpr float kSure = 0.5F;
  if (claim.confidence < kSure) return;
  if (claim.modality == Modality::denied || claim.role != Role::level || !claim.value.min) return;
  auto limit = most(claim);
  const bool is_plan = claim.modality == Modality::expected || claim.modality == Modality::possible;
  if (limit && is_plan && claim.kind != MentionKind::percent) *limit *= bounds().planned_more;
  if (!limit || claim.value.min->to_double() <= *limit) return;
  findings.push_back({Suspicion::scale, at,
                      fmt::format("{} is more than any company ever had as {}", in_words(claim.value),
                                  in_words(claim.metric)),
                      told(Calculation::limit, {claim.value})});
}

// «32 Cent» lost no scale: so much is paid for one share or piece.
bool is_in_cents(const extract::Amount& amount) {
  return amount.most().to_double() < 1 && amount.most().exponent <= -2;
}

// Of one share, mostly, where its sentence does not say so, or the scale is lost with the end of a teaser.
void check_least(const Claim& claim, std::size_t at, std::vector<Finding>& findings) {
  if (claim.kind != MentionKind::money || claim.role != Role::level || !claim.value.resolved() ||
      claim.variant.find("per_") != std::string::npos || is_in_cents(claim.value))
    return;
  const auto limit = number(bounds().least, word(claim.metric)),
             worth = number(bounds().worth, claim.value.unit);
  if (!limit || !worth || claim.value.most().to_double() >= *limit * *worth) return;
  findings.push_back({Suspicion::scale, at,
                      fmt::format("{} is less than any company tells as {}: it may be of one share, or its "
                                  "scale may be missing",
                                  in_words(claim.value), in_words(claim.metric)),
                      told(Calculation::least, {claim.value})});
}

// ---- points between thousands ---------------------------------------------------------------------------

// The one doubt of scale that a claim brings along from how it is printed: "€1.500".
void tell_groups(const Claim& claim, std::size_t at, std::vector<Finding>& findings) {
  if (!(claim.flags & extract::kScaleSuspect)) return;
  extract::Amount grouped = claim.value;
  for (auto* bound : {&grouped.min, &grouped.max})
    if (*bound) *bound = extract::scaled(**bound, 3);
  findings.push_back({Suspicion::scale, at,
                      fmt::format("read as {}; it is {} where the point parts thousands",
                                  in_words(claim.value), in_words(grouped)),
                      told(Calculation::groups, {claim.value, grouped})});
}

// ---- printed conversions -------------------------------------------------------------------------------

// «223 Millionen Dollar (etwa 156 000 Euro)»: an opening bracket and no further figure between the two, the
// bracket closed behind the second, and nothing but it.
bool stand_in_brackets(const Claim& printed, const Claim& converted, std::string_view text) {
  const bool are_sums = printed.kind == MentionKind::money && converted.kind == MentionKind::money;
  const bool follow =
      printed.sentence == converted.sentence && printed.evidence.end < converted.evidence.begin;
  if (!are_sums || !follow || printed.value.unit.empty() || converted.value.unit.empty()) return false;
  const auto between = text.substr(printed.evidence.end, converted.evidence.begin - printed.evidence.end);
  const auto behind = text.substr(converted.evidence.end, 1);
  constexpr std::size_t kLongestWords = 30;
  return between.size() <= kLongestWords && between.find('(') != between.npos &&
         between.find(')') == between.npos &&
         std::ranges::none_of(between, [](char c) { return c >= '0' && c <= '9'; }) && behind == ")";
}

struct Known {
  ExchangeRate rate;
  bool is_rough = true;
};

// One unit of `from` in units of `to`.
std::optional<Known> rate_of(const std::string& from, const std::string& to, const Rates* rates,
                             std::optional<Day> published) {
  if (rates && published)
    if (const auto rate = rates->between(from, to, *published - std::chrono::days(365), *published))
      return Known{*rate, false};
  if (rates && published)
    if (const auto rate = rates->between(from, to, *published, *published + std::chrono::days(1)))
      return Known{*rate, false};
  const auto a = number(bounds().worth, from), b = number(bounds().worth, to);
  if (!a || !b) return std::nullopt;
  return Known{{*b / *a, *b / *a, *b / *a}, true};
}

void check_conversion(const Claim& printed, const Claim& converted, std::size_t at, const Rates* rates,
                      std::optional<Day> published, std::vector<Finding>& findings) {
  const auto known = rate_of(printed.value.unit, converted.value.unit, rates, published);
  const auto x = range_of(printed.value), y = range_of(converted.value);
  if (!known || !x.low || !x.high || !y.low || !y.high || x.low->at.coefficient <= 0 ||
      y.low->at.coefficient <= 0)
    return;
  const double slack = known->is_rough ? bounds().at_a_rough_worth : bounds().at_a_known_rate;
  const double low = y.low->at.to_double() / x.high->at.to_double();
  const double high = y.high->at.to_double() / x.low->at.to_double();
  if (low <= known->rate.high * slack && high * slack >= known->rate.low) return;
  const double made = printed.value.min->to_double() * known->rate.average;
  const int power = std::max(0, static_cast<int>(std::floor(std::log10(made))) - 2);
  const extract::Decimal rounded{std::llround(made / std::pow(10, power)), power};
  findings.push_back(
      {Suspicion::conversion, at,
       fmt::format("{} are {} {} {}, not {}", in_words(printed.value),
                   known->is_rough ? "roughly" : "by the rates of the time about", number_in_words(rounded),
                   converted.value.unit, in_words(converted.value)),
       told(known->is_rough ? Calculation::rough_conversion : Calculation::conversion,
            {printed.value, extract::Amount{rounded, rounded, converted.value.unit}, converted.value})});
}

// «(Vorjahr: 3,7 Mio. Euro)»; «(Gewinn: 3,7 Mio. Euro)» may be read as what stands before.
bool says_no_more_than_when(const Claim& printed, const Claim& bracketed, std::string_view text) {
  auto words = text.substr(printed.evidence.end, bracketed.evidence.begin - printed.evidence.end);
  words.remove_prefix(words.find('(') + 1);
  if (bracketed.period && words.starts_with(bracketed.period->text))
    words.remove_prefix(bracketed.period->text.size());
  return words.find_first_not_of(" :,") == words.npos;
}

// One currency in both: the year before, or a conversion that lost its sign.
void check_bracket(const Claim& printed, const Claim& bracketed, std::string_view text, std::size_t at,
                   std::vector<Finding>& findings) {
  const bool are_alike = printed.metric == bracketed.metric && printed.variant == bracketed.variant &&
                         printed.subject_entity == bracketed.subject_entity && printed.role == Role::level &&
                         bracketed.role == Role::level;
  if (!are_alike || !says_no_more_than_when(printed, bracketed, text)) return;
  const double ratio = ratio_of(printed.value, bracketed.value);
  if (ratio < bounds().least_slip || ratio > bounds().most_slip) return;
  findings.push_back(
      {Suspicion::scale, at,
       fmt::format("{}, and {} in brackets behind it: one of the two is likely off by a thousand",
                   in_words(printed.value), in_words(bracketed.value)),
       told(Calculation::bracket, {printed.value, bracketed.value})});
}

void check_brackets(std::span<const Claim> claims, std::size_t at, std::string_view text, const Rates* rates,
                    std::optional<Day> published, std::vector<Finding>& findings) {
  if (at == 0) return;
  const Claim &printed = claims[at - 1], &bracketed = claims[at];
  if (!printed.value.resolved() || !stand_in_brackets(printed, bracketed, text)) return;
  if (printed.value.unit == bracketed.value.unit)
    check_bracket(printed, bracketed, text, at, findings);
  else
    check_conversion(printed, bracketed, at, rates, published, findings);
}

// ---- one figure given twice ----------------------------------------------------------------------------

bool is_sharp(const extract::Amount& amount) { return amount.min && amount.max && has_two_digits(amount); }

bool is_points_as_percent(const Claim& a, const Claim& b) {
  const bool points =
      (a.value.unit == "%" && b.value.unit == "pp") || (a.value.unit == "pp" && b.value.unit == "%");
  return points && a.role == b.role && a.role != Role::level && is_sharp(a.value) && is_sharp(b.value) &&
         same_as_printed(a.value, b.value);
}

void check_twice(std::span<const Claim> claims, std::size_t at, std::vector<Finding>& findings) {
  const Claim& later = claims[at];
  for (std::size_t i = at; i-- > 0 && at - i < 256;) {
    const Claim& earlier = claims[i];
    if (!is_one_quantity(earlier.metric, later.metric) || earlier.subject_entity != later.subject_entity)
      continue;
    if (!earlier.value.resolved() || earlier.variant != later.variant) continue;
    if (is_points_as_percent(earlier, later))
      return findings.push_back(
          {Suspicion::scale, at,
           fmt::format("{} in one place, {} in another", in_words(earlier.value), in_words(later.value)),
           told(Calculation::twice, {earlier.value, later.value})});
    const auto comparison = compare({.claim = earlier, .published = {}}, {.claim = later, .published = {}});
    if (comparison.verdict == Verdict::scale_suspect && is_telling_slip(earlier, later))
      return findings.push_back({Suspicion::scale, at, "in one text: " + comparison.reason,
                                 told(Calculation::twice, {earlier.value, later.value})});
  }
}

}  // namespace

// One text gives a profit, the profit for each share, and what was earned in a year of losses; what tells a
// slip from these are two digits, in sums that are both too large for prices, a thousandfold apart and not
// more.
bool is_telling_slip(const Claim& a, const Claim& b) {
  constexpr double kNoPrice = 1e5;
  const auto size = [](const Claim& claim) { return claim.value.max ? claim.value.max->to_double() : 0; };
  return is_sharp(a.value) && is_sharp(b.value) && std::min(size(a), size(b)) >= kNoPrice &&
         slip_of_scale(a.value, b.value, true) == 3;
}

std::vector<Finding> implausible(std::span<const Claim> claims, std::string_view text, const Rates* rates,
                                 std::optional<Day> published) {
  std::vector<Finding> findings;
  for (std::size_t at = 0; at < claims.size(); ++at) {
    if (!claims[at].value.resolved() || claims[at].subject.empty()) continue;
    tell_groups(claims[at], at, findings);
    check_limit(claims[at], at, findings);
    check_least(claims[at], at, findings);
    check_twice(claims, at, findings);
    check_brackets(claims, at, text, rates, published, findings);
  }
  return findings;
}

}  // namespace gegenprobe::store

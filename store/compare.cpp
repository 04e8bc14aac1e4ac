// The order of the questions is the argument: first whether the two speak of the same thing, then whether
// the figures overlap, and only then, why they might honestly differ.
#include "store/compare.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "extract/words.h"
#include "store/fold.h"
#include "store/in_words.h"
#include "store/range.h"

namespace gegenprobe::store {
namespace {

using extract::Amount;
using extract::Claim;
using extract::Decimal;
using extract::Granularity;
using extract::Metric;
using extract::Modality;
using extract::Period;
using extract::Qualifier;
using extract::Role;
using extract::Status;

constexpr extract::Words<Verdict, kVerdictCount> kVerdicts{
    "scale_suspect", "sum_suspect", "conversion_suspect", "contradicts", "forecast_missed",
    "superseded",    "differs",     "forecast_met",       "agrees",      "not_comparable"};
constexpr extract::Words<Part, 10> kParts{"",     "subject",      "metric", "variant",  "role",
                                          "unit", "counterparty", "period", "modality", "value"};

constexpr double kContradicts = 1.2;
// Figures further apart are of different kinds: a price of a share was read as a profit.
constexpr double kOfOneKind = 10'000;
// Two articles that close to each other tell one story, where neither says what time it is about.
constexpr int kSameStoryDays = 31;
// Results come every quarter: a week apart they may still be the same ones.
constexpr int kSameResultDays = 7;
// A price is of its day.
constexpr int kSamePriceDays = 1;
// A forecast that is told again within two weeks is the same forecast.
constexpr int kSameForecastDays = 14;

/// How well the two share a part: surely, as far as one can tell, or not.
enum class Match : std::uint8_t { same, unclear, different };
struct Shared {
  Match match = Match::same;
  std::string note = {};  // what was missing, or what differs
};

// ---- which time ----------------------------------------------------------------------------------------

enum class Nature : std::uint8_t { result, price, event };

Nature nature_of(Metric metric) {
  switch (metric) {
    case Metric::revenue:
    case Metric::profit:
    case Metric::loss:
    case Metric::operating_profit:
    case Metric::costs:
    case Metric::sales_volume:
    case Metric::market_share:
      return Nature::result;
    case Metric::share_price:
    case Metric::market_cap:
      return Nature::price;
    default:
      return Nature::event;
  }
}

int same_story_days(Metric metric) {
  switch (nature_of(metric)) {
    case Nature::result:
      return kSameResultDays;
    case Nature::price:
      return kSamePriceDays;
    case Nature::event:
      return kSameStoryDays;
  }
  return 0;
}

bool is_resolved(const std::optional<Period>& period) { return period && (period->from || period->to); }

std::optional<int> days_between(std::optional<Day> a, std::optional<Day> b) {
  if (!a || !b) return std::nullopt;
  return std::abs(static_cast<int>((*a - *b).count()));
}

Shared match_resolved(const Period& a, const Period& b) {
  if (a.from == b.from && a.to == b.to) {
    if (a.fiscal == b.fiscal) return {};
    return {Match::unclear, fmt::format("only one says that it means the company's own year ({})",
                                        in_words(std::optional(a)))};
  }
  const bool one_horizon = a.to && a.to == b.to && (!a.from || !b.from);
  if (one_horizon) return {};
  return {Match::different,
          fmt::format("{} against {}", in_words(std::optional(a)), in_words(std::optional(b)))};
}

Shared match_without_period(const ClaimInContext& a, const ClaimInContext& b) {
  const auto days = days_between(a.published, b.published);
  if (!days) return {Match::unclear, "neither gives a period, nor are both days of publication known"};
  if (*days <= same_story_days(a.claim.metric)) return {};
  return {Match::unclear, fmt::format("neither gives a period, and they appeared {} days apart", *days)};
}

// Whether the article without a period appeared when the other's period was the one to speak of.
bool told_in(const Period& period, std::optional<Day> published, int margin_days) {
  if (!published) return false;
  const std::chrono::days margin{margin_days};
  return (!period.from || *period.from - margin <= *published) &&
         (!period.to || *published < *period.to + margin);
}

Shared match_one_period(const Period& given, const ClaimInContext& with, const ClaimInContext& without) {
  const std::string note = fmt::format("only one gives a period ({})", in_words(std::optional(given)));
  if (nature_of(with.claim.metric) == Nature::result) return {Match::unclear, note};
  const int margin = same_story_days(with.claim.metric);
  const auto days = days_between(with.published, without.published);
  const bool same_story = days && *days <= kSameStoryDays && told_in(given, without.published, margin);
  return {same_story ? Match::same : Match::unclear, note};
}

Shared match_period(const ClaimInContext& a, const ClaimInContext& b) {
  const auto &period_a = a.claim.period, &period_b = b.claim.period;
  if (is_resolved(period_a) && is_resolved(period_b)) return match_resolved(*period_a, *period_b);
  if (is_resolved(period_a)) return match_one_period(*period_a, a, b);
  if (is_resolved(period_b)) return match_one_period(*period_b, b, a);
  return match_without_period(a, b);
}

// ---- who, and which kind of figure ---------------------------------------------------------------------

bool same_subject(const Claim& a, const Claim& b) {
  return same_company(a.subject_entity, a.subject, b.subject_entity, b.subject);
}
bool same_counterparty(const Claim& a, const Claim& b) {
  return same_company(a.counterparty_entity, a.counterparty, b.counterparty_entity, b.counterparty);
}

// «LG erhält einen Auftrag von Tesla» and «Tesla gibt LG einen Auftrag» are one deal told from two sides. Who
// bought whom is easily misread, too, and the price is the same.
bool is_other_side(const Claim& a, const Claim& b) {
  const bool has_two_sides = a.metric == Metric::deal_value || a.metric == Metric::acquisition_price;
  return has_two_sides && a.metric == b.metric && !a.counterparty.empty() && !b.counterparty.empty() &&
         same_company(a.subject_entity, a.subject, b.counterparty_entity, b.counterparty) &&
         same_company(a.counterparty_entity, a.counterparty, b.subject_entity, b.subject);
}

Shared match_counterparty(const Claim& a, const Claim& b) {
  if (!extract::has_counterparty(a.metric) || (a.counterparty.empty() && b.counterparty.empty())) return {};
  if (a.counterparty.empty() || b.counterparty.empty())
    return {Match::unclear,
            fmt::format("only one names the other side ({})", a.counterparty + b.counterparty)};
  if (same_counterparty(a, b) || is_other_side(a, b)) return {};
  return {Match::different, fmt::format("{} against {}", a.counterparty, b.counterparty)};
}

// A segment is never the whole; "adjusted" against nothing said may be the same figure.
Shared match_variant(const Claim& a, const Claim& b) {
  if (a.variant == b.variant) return {};
  const auto name = [](const Claim& claim) {
    return claim.variant.empty() ? std::string("the whole") : claim.variant;
  };
  if (!a.variant.empty() && !b.variant.empty())
    return {Match::different, fmt::format("{} against {}", a.variant, b.variant)};
  const bool is_part = (a.variant + b.variant).find(':') != std::string::npos;
  if (is_part) return {Match::different, fmt::format("{} against {}", name(a), name(b))};
  return {Match::unclear, fmt::format("only one says that it means {}", a.variant + b.variant)};
}

// ---- what was forecast, what was reported --------------------------------------------------------------

bool is_forecast(Modality modality) {
  return modality == Modality::expected || modality == Modality::possible;
}

bool earlier_by_more_than(int days, const ClaimInContext& a, const ClaimInContext& b) {
  return a.published && b.published && *a.published + std::chrono::days(days) < *b.published;
}

bool in_one_text(const ClaimInContext& a, const ClaimInContext& b) {
  return a.article != 0 && a.article == b.article && a.revision == b.revision;
}

// Whether `reported` can be the outcome of `forecast`. What is told of a time that is not over yet is a plan
// too, whatever its grammar: «streicht 900 Stellen» says no more than «will 900 Stellen streichen». A text
// that tells both keeps them apart itself.
bool is_outcome(const ClaimInContext& reported, const ClaimInContext& forecast) {
  const auto& period = is_resolved(reported.claim.period) ? reported.claim.period : forecast.claim.period;
  const bool has_end = is_resolved(period) && period->to;
  if (in_one_text(reported, forecast)) return true;
  if (has_end && reported.published && *reported.published < *period->to) return false;
  if (!reported.published || !forecast.published) return true;
  if (!has_end) return earlier_by_more_than(kSameStoryDays, forecast, reported);
  // Of a quarter that is over, "expected" tells what had been expected. A dividend for it is still to be
  // paid.
  return *forecast.published < *period->to || nature_of(reported.claim.metric) == Nature::result ||
         earlier_by_more_than(kSameForecastDays, forecast, reported);
}

enum class Wanted : std::uint8_t { more, less, exactly };

Wanted wanted(const Claim& claim) {
  switch (claim.metric) {
    case Metric::loss:
    case Metric::costs:
    case Metric::debt:
    case Metric::fine:
    case Metric::damage:
      return claim.role == Role::decrease ? Wanted::more : Wanted::less;
    case Metric::job_cuts:
    case Metric::price:
    case Metric::acquisition_price:
    case Metric::stake:
      return Wanted::exactly;
    default:
      return claim.role == Role::decrease ? Wanted::less : Wanted::more;
  }
}

// \pre the ranges do not overlap
bool is_beaten(const Claim& forecast, const Claim& reported) {
  const auto low = [](const Amount& amount) { return amount.min ? *amount.min : *amount.max; };
  const bool above = compare(low(reported.value), low(forecast.value)) > 0;
  const auto want = wanted(forecast);
  return (want == Wanted::more && above) || (want == Wanted::less && !above);
}

bool is_later_forecast(const ClaimInContext& newer, const ClaimInContext& older) {
  return is_forecast(newer.claim.modality) && is_forecast(older.claim.modality) &&
         earlier_by_more_than(kSameForecastDays, older, newer);
}

// ---- what replaces what --------------------------------------------------------------------------------

bool same_outlet(const ClaimInContext& a, const ClaimInContext& b) {
  return !a.outlet.empty() && !b.outlet.empty() && fold(a.outlet) == fold(b.outlet);
}

bool is_correction(const ClaimInContext& claim) {
  return claim.correction || claim.claim.status == Status::corrected;
}

// Why `newer` takes the place of `older`, in words; empty where it does not.
std::string replaces_as_revision(const ClaimInContext& newer, const ClaimInContext& older) {
  if (newer.article != 0 && newer.article == older.article && newer.revision > older.revision)
    return "the article was changed after publication";
  const bool outlet_unknown = newer.outlet.empty() || older.outlet.empty();
  const bool corrects = same_outlet(newer, older) ? is_correction(newer)
                                                  : outlet_unknown && newer.claim.status == Status::corrected;
  if (corrects && !is_correction(older) && !earlier_by_more_than(0, newer, older))
    return "the later text says that it corrects or updates the earlier one";
  return {};
}

std::string replaces_as_figure(const ClaimInContext& newer, const ClaimInContext& older) {
  if (earlier_by_more_than(0, newer, older)) return {};
  const auto now = newer.claim.status, before = older.claim.status;
  if (now == Status::corrected && before != Status::corrected) return "the figure was restated";
  const bool final_at_last =
      now == Status::final || (now == Status::plain && earlier_by_more_than(kSameForecastDays, older, newer));
  if (before == Status::preliminary && final_at_last)
    return "the preliminary figure gave way to the final one";
  // Forecasts of a result can be held against each other, however far apart; a plan is changed by the next.
  if (is_later_forecast(newer, older) && nature_of(newer.claim.metric) != Nature::result)
    return "a later plan";
  return {};
}

// ---- the verdict ---------------------------------------------------------------------------------------

Comparison not_comparable(Part part, std::string reason) {
  return {Verdict::not_comparable, part, 0, std::move(reason)};
}

/// What has to be the same: the first part that is not, and the first that had to be taken on trust.
struct SharedParts {
  Part different = Part::none, unclear = Part::none;
  std::string difference = {}, doubt = {};

  void note(Part part, Shared shared) {
    if (shared.match == Match::same) return;
    const bool differs = shared.match == Match::different;
    auto& first = differs ? different : unclear;
    if (first != Part::none) return;
    first = part;
    (differs ? difference : doubt) = std::move(shared.note);
  }
  void require(Part part, bool same, std::string_view a, std::string_view b) {
    if (!same) note(part, {Match::different, fmt::format("{} against {}", a, b)});
  }
};

std::string_view or_nobody(std::string_view name) { return name.empty() ? "nobody named" : name; }
std::string_view or_no_unit(std::string_view unit) { return unit.empty() ? "no unit" : unit; }

// People are counted, whatever they are called: jobs, employees, positions.
bool counts_people(const Claim& claim) {
  return claim.kind == extract::MentionKind::quantity &&
         (claim.metric == Metric::headcount || claim.metric == Metric::job_cuts);
}

// ---- two currencies ------------------------------------------------------------------------------------

/// What one of b's currency is worth in a's, and what to tell of it.
struct Conversion {
  ExchangeRate rate;
  std::string words;
};

bool in_two_currencies(const Claim& a, const Claim& b) {
  return a.kind == extract::MentionKind::money && b.kind == a.kind && !a.value.unit.empty() &&
         !b.value.unit.empty() && a.value.unit != b.value.unit;
}

// A sum of 2024 was earned at all of that year's rates, and one that is told today is converted at today's.
// What lasts longer than a year, or has no time of its own, is converted by the day it is told.
constexpr std::chrono::days kLongestAverage{400};

std::optional<Conversion> conversion_between(const ClaimInContext& a, const ClaimInContext& b,
                                             const Rates* rates) {
  if (!rates || !in_two_currencies(a.claim, b.claim)) return std::nullopt;
  const auto &to = a.claim.value.unit, &from = b.claim.value.unit;
  const auto worded = [&](ExchangeRate rate, std::string_view time) {
    return Conversion{rate, fmt::format("1 {} = {:.4g} {}, ECB {}", from, rate.average, to, time)};
  };
  const auto day_rate = [&](std::optional<Day> day) {
    return day ? rates->between(from, to, *day, *day + std::chrono::days(1)) : std::nullopt;
  };
  const auto& period = is_resolved(a.claim.period) ? a.claim.period : b.claim.period;
  if (is_resolved(period) && period->from && period->to && *period->to - *period->from <= kLongestAverage)
    if (auto rate = rates->between(from, to, *period->from, *period->to)) {
      const bool one_day = *period->to - *period->from == std::chrono::days(1);
      for (const auto& told : {day_rate(a.published), day_rate(b.published)})
        if (told && !one_day)
          rate->low = std::min(rate->low, told->low), rate->high = std::max(rate->high, told->high);
      return worded(*rate, (one_day ? "rate of " : "average of ") + in_words(period));
    }
  const auto& earlier =
      a.published && (!b.published || *a.published < *b.published) ? a.published : b.published;
  if (const auto rate = day_rate(earlier)) return worded(*rate, "rate of " + iso(*earlier));
  return std::nullopt;
}

Shared match_unit(const Claim& a, const Claim& b, bool converted) {
  const auto &x = a.value.unit, &y = b.value.unit;
  if (a.kind == b.kind && x == y && !x.empty()) return {};
  if (counts_people(a) && counts_people(b)) return {};
  if (converted) return {};
  if (in_two_currencies(a, b))
    return {
        Match::different,
        fmt::format("{} against {}, and no exchange rate is known for that time (gegenprobe rates import)", x,
                    y)};
  const bool points = (x == "%" && y == "pp") || (x == "pp" && y == "%");
  if (points && a.value.resolved() && b.value.resolved() && same_as_printed(a.value, b.value))
    return {Match::different,
            "the same digits, but per cent against percentage points: one of them may be a slip"};
  const bool one_is_silent = a.kind == b.kind && x.empty() != y.empty();
  if (one_is_silent) return {Match::unclear, fmt::format("only one gives the unit ({})", x + y)};
  return {Match::different, fmt::format("{} against {}", or_no_unit(x), or_no_unit(y))};
}

SharedParts share(const ClaimInContext& a, const ClaimInContext& b, bool converted) {
  const Claim &x = a.claim, &y = b.claim;
  SharedParts parts;
  parts.require(Part::subject, same_subject(x, y) || is_other_side(x, y), or_nobody(x.subject),
                or_nobody(y.subject));
  parts.require(Part::metric, x.metric == y.metric, word(x.metric), word(y.metric));
  if (x.metric == Metric::other && x.variant.empty())
    parts.note(Part::metric, {Match::unclear, "what kind of figure it is was not understood"});
  parts.note(Part::variant, match_variant(x, y));
  parts.require(Part::role, x.role == y.role, word(x.role), word(y.role));
  if (!x.value.resolved() || !y.value.resolved())
    parts.note(Part::value, {Match::different, "a figure that was seen and not understood"});
  parts.note(Part::unit, match_unit(x, y, converted));
  parts.note(Part::counterparty, match_counterparty(x, y));
  parts.note(Part::period, match_period(a, b));
  if (in_one_text(a, b) && is_forecast(x.modality) == is_forecast(y.modality))
    parts.note(Part::variant, {Match::unclear, "one text gives both, so they may mean different things"});
  return parts;
}

std::string difference_in_words(Part part, const std::string& difference) {
  return part == Part::value ? difference : fmt::format("other {}: {}", word(part), difference);
}

std::string with_doubt(std::string reason, const SharedParts& parts) {
  return parts.unclear == Part::none ? reason : fmt::format("{}; {}", reason, parts.doubt);
}

// Where a part has to be taken on trust, equal figures speak for it; two ranges that meet somewhere do not.
bool values_agree(const Amount& a, const Amount& b, const Standing& standing, bool on_trust) {
  if (standing.slip != 0) return false;
  if (both_capped(a, b)) return standing.same;
  const bool is_vague = a.qualifier == Qualifier::magnitude || b.qualifier == Qualifier::magnitude;
  return standing.meet && (!on_trust || (!is_vague && standing.same));
}

// A profit and the profit for each share differ by millions, too: where a part has to be taken on trust, sums
// as small as prices are no slips of larger ones.
bool may_be_a_price(const Claim& a, const Claim& b) {
  constexpr double kNoPrice = 10'000;
  const auto size = [](const Amount& amount) { return (amount.max ? *amount.max : *amount.min).to_double(); };
  return a.kind == extract::MentionKind::money && std::min(size(a.value), size(b.value)) < kNoPrice;
}

Standing standing_of(const Claim& claim_a, const Claim& claim_b, const std::optional<Conversion>& conversion,
                     bool on_trust) {
  const Amount &a = claim_a.value, &b = claim_b.value;
  if (conversion) return standing_at(a, b, conversion->rate);
  return {.ratio = ratio_of(a, b),
          .slip = on_trust && may_be_a_price(claim_a, claim_b) ? 0 : slip_of_scale(a, b, on_trust),
          .meet = overlap(range_of(a), range_of(b)),
          .same = same_as_printed(a, b)};
}

Comparison compare_denials(const ClaimInContext& a, const ClaimInContext& b, const SharedParts& parts,
                           bool agree, double ratio) {
  const bool both = a.claim.modality == b.claim.modality;
  if (!agree) return not_comparable(Part::modality, "a denial of one figure says nothing of another");
  if (both) return {Verdict::agrees, parts.unclear, ratio, with_doubt("both report the denial", parts)};
  if (parts.unclear != Part::none) return not_comparable(parts.unclear, parts.doubt);
  return {Verdict::contradicts, Part::none, ratio,
          fmt::format("{} is stated by one and denied by the other", in_words(a.claim.value))};
}

std::string facing(const ClaimInContext& a, const ClaimInContext& b) {
  return fmt::format("{} against {}", in_words(a.claim.value), in_words(b.claim.value));
}

// The later figure in the place of the earlier one, whichever of the two it is.
template <class Why>
std::optional<Comparison> superseded(const ClaimInContext& a, const ClaimInContext& b, double ratio,
                                     Why why) {
  for (const auto side : {Side::a, Side::b}) {
    const auto reason = side == Side::a ? why(a, b) : why(b, a);
    if (reason.empty()) continue;
    return Comparison{Verdict::superseded, Part::none, ratio, fmt::format("{}: {}", facing(a, b), reason),
                      side};
  }
  return std::nullopt;
}

Comparison compare_differing(const ClaimInContext& a, const ClaimInContext& b, const SharedParts& parts,
                             double ratio) {
  if (parts.unclear != Part::none)
    return not_comparable(parts.unclear, fmt::format("{}; {}", facing(a, b), parts.doubt));
  if (ratio > kOfOneKind)
    return not_comparable(Part::value, facing(a, b) + "; too far apart to be the same kind of figure");
  if (auto newer = superseded(a, b, ratio, replaces_as_figure)) return *newer;
  const bool far = ratio == 0 || ratio >= kContradicts;
  const bool two_forecasts = is_later_forecast(a, b) || is_later_forecast(b, a);
  return {far ? Verdict::contradicts : Verdict::differs, Part::none, ratio,
          fmt::format("{}{}{}", facing(a, b),
                      ratio == 0 ? "" : fmt::format(": ratio {:.{}f}", ratio, ratio < 100 ? 2 : 0),
                      two_forecasts ? "; an earlier forecast and a later one" : "")};
}

Comparison compare_with_outcome(const ClaimInContext& forecast, const ClaimInContext& reported,
                                const SharedParts& parts, bool agree, double ratio) {
  const bool met = agree || is_beaten(forecast.claim, reported.claim);
  if (!agree && parts.unclear != Part::none)
    return not_comparable(parts.unclear, fmt::format("{}; {}", facing(forecast, reported), parts.doubt));
  return {met ? Verdict::forecast_met : Verdict::forecast_missed, parts.unclear, ratio,
          with_doubt(fmt::format("forecast {}, reported {}{}", in_words(forecast.claim.value),
                                 in_words(reported.claim.value), met && !agree ? ": beaten" : ""),
                     parts)};
}

}  // namespace

std::string_view word(Verdict verdict) { return kVerdicts.of(verdict); }
std::string_view word(Part part) { return kParts.of(part); }
std::optional<Verdict> verdict(std::string_view word) { return kVerdicts.find(word); }
std::optional<Part> part(std::string_view word) { return kParts.find(word); }

bool same_company(std::string_view entity_a, std::string_view name_a, std::string_view entity_b,
                  std::string_view name_b) {
  if (!entity_a.empty() && entity_a == entity_b) return true;
  if (name_a.empty() || name_b.empty()) return false;
  return name_key(name_a) == name_key(name_b);
}

namespace {

// \pre all parts are shared, as far as one can tell
Comparison compare_figures(const ClaimInContext& a, const ClaimInContext& b, const SharedParts& parts,
                           const Standing& standing) {
  const Amount &x = a.claim.value, &y = b.claim.value;
  const double ratio = standing.ratio;
  const bool agree = values_agree(x, y, standing, parts.unclear != Part::none);
  if (a.claim.modality == Modality::denied || b.claim.modality == Modality::denied)
    return compare_denials(a, b, parts, agree, ratio);

  if (!standing.same)
    if (auto newer = superseded(a, b, ratio, replaces_as_revision)) return *newer;
  if (standing.slip != 0)
    return {Verdict::scale_suspect, parts.unclear, ratio,
            with_doubt(fmt::format("{}: the same digits, {} times as much", facing(a, b),
                                   standing.slip == 3 ? "a thousand" : "a million"),
                       parts)};

  const bool forecast_a = is_forecast(a.claim.modality), forecast_b = is_forecast(b.claim.modality);
  if (forecast_a && !forecast_b && is_outcome(b, a)) return compare_with_outcome(a, b, parts, agree, ratio);
  if (forecast_b && !forecast_a && is_outcome(a, b)) return compare_with_outcome(b, a, parts, agree, ratio);
  if (!agree) return compare_differing(a, b, parts, ratio);
  return {Verdict::agrees, parts.unclear, ratio,
          with_doubt(fmt::format("{} and {} agree as printed", in_words(x), in_words(y)), parts)};
}

}  // namespace

Comparison compare(const ClaimInContext& a, const ClaimInContext& b, const Rates* rates) {
  const auto conversion = conversion_between(a, b, rates);
  const auto parts = share(a, b, conversion.has_value());
  if (parts.different != Part::none)
    return not_comparable(parts.different, difference_in_words(parts.different, parts.difference));
  const auto standing = standing_of(a.claim, b.claim, conversion, parts.unclear != Part::none);
  auto comparison = compare_figures(a, b, parts, standing);
  if (conversion) comparison.reason += fmt::format(" ({})", conversion->words);
  return comparison;
}

}  // namespace gegenprobe::store

// The order of the questions is the argument: first whether the two speak of the same thing (shared_parts),
// then whether the figures overlap, and only then, why they might honestly differ (succession).
#include "store/compare.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "extract/text/words.h"
#include "store/conversion.h"
#include "store/difference.h"
#include "store/in_words.h"
#include "store/kinship.h"
#include "store/period_match.h"
#include "store/range.h"
#include "store/shared_parts.h"
#include "store/succession.h"

namespace gegenprobe::store {
namespace {

using extract::Amount;
using extract::Claim;
using extract::Modality;
using extract::Qualifier;

constexpr extract::Words<Verdict, kVerdictCount> kVerdicts{
    "scale_suspect", "sum_suspect", "conversion_suspect", "contradicts", "forecast_missed",
    "superseded",    "differs",     "forecast_met",       "agrees",      "not_comparable"};
constexpr extract::Words<Part, 10> kParts{"",     "subject",      "metric", "variant",  "role",
                                          "unit", "counterparty", "period", "modality", "value"};

constexpr double kContradicts = 1.2;

Comparison not_comparable(Part part, std::string reason) {
  return {Verdict::not_comparable, part, 0, std::move(reason)};
}

std::string difference_in_words(Part part, const std::string& difference) {
  return part == Part::value ? difference : fmt::format("other {}: {}", word(part), difference);
}

std::string with_doubt(std::string reason, const SharedParts& parts) {
  return parts.unclear == Part::none ? reason : fmt::format("{}; {}", reason, parts.doubt);
}

// «Mehr als 1,8 Milliarden» is true of 18 billion, too, and nobody would put it so.
bool is_far_from_bound(const Amount& a, const Amount& b, const Standing& standing) {
  constexpr double kFar = 2, kFarForTwo = 1.5;  // of two floors, the higher one would have been told by both
  if (!is_bound(a) && !is_bound(b)) return false;
  return !standing.same && standing.ratio > (are_bounded_alike(a, b) ? kFarForTwo : kFar);
}

// Where a part has to be taken on trust, equal figures speak for it; two ranges that meet somewhere do not.
bool values_agree(const Amount& a, const Amount& b, const Standing& standing, bool on_trust) {
  if (standing.slip != 0) return false;
  if (both_capped(a, b)) return standing.same;
  const bool is_vague = a.qualifier == Qualifier::magnitude || b.qualifier == Qualifier::magnitude;
  return standing.meet && !is_far_from_bound(a, b, standing) && (!on_trust || (!is_vague && standing.same));
}

// Under two names of one quantity, six billion and 5.67 billion may be two deals; 5.67 and 5.67 are one.
bool are_named_alike_or_sharp(const Claim& a, const Claim& b) {
  if (a.metric == b.metric || (has_two_digits(a.value) && has_two_digits(b.value))) return true;
  return same_number(a.value.most(), b.value.most());
}

constexpr double kBillion = 1e12;  // where the German word and the English one part

double largest_of(const Amount& a, const Amount& b) {
  return std::max(a.most().to_double(), b.most().to_double());
}

// On trust, 5 million and 5 billion are a coincidence: what tells a slip is a second digit, or a sum as large
// as a German Billion, which is where the word slips.
bool is_telling(const Amount& a, const Amount& b) {
  return (has_two_digits(a) && has_two_digits(b)) || largest_of(a, b) >= kBillion;
}

std::optional<Day> day_of(const ClaimInContext& told) {
  const auto& period = told.claim.period;
  if (is_resolved(period)) return period->to ? period->to : period->from;
  return told.published ? told.published : told.checked;
}

// What a firm is worth hardly grows a thousandfold within two years, nor does it fall to a thousandth within
// ten; and there is no second figure of it. An article of an unknown day may be as old as the firm.
bool has_no_time_to_change(const ClaimInContext& a, const ClaimInContext& b) {
  constexpr std::chrono::days kSlowGrowth{730}, kSlowFall{3650};
  // Of what it gained or lost there is a figure for each day.
  if (!is_worth(a.claim.metric) || a.claim.role != extract::Role::level) return false;
  const auto day_a = day_of(a), day_b = day_of(b);
  if (!day_a || !day_b) return false;
  const bool a_is_less = compare(a.claim.value.most(), b.claim.value.most()) < 0;
  const auto growth = a_is_less ? *day_b - *day_a : *day_a - *day_b;
  return growth <= kSlowGrowth && -growth <= kSlowFall;
}

// A firm has many costs, debts and orders; two of one day's news, of which one is a hundred billion, are one.
bool is_huge_in_one_story(const ClaimInContext& a, const ClaimInContext& b) {
  constexpr double kHuge = 1e11;
  constexpr std::chrono::days kSameNews{3};
  if (!a.published || !b.published || a.claim.kind != extract::MentionKind::money) return false;
  const auto guessed = extract::kSubjectAssumed | extract::kMetricInherited;
  return !((a.claim.flags | b.claim.flags) & guessed) && a.claim.metric == b.claim.metric &&
         std::chrono::abs(*a.published - *b.published) <= kSameNews &&
         largest_of(a.claim.value, b.claim.value) >= kHuge;
}

// Whether a thousandfold is a slip of the word rather than chance: a firm has figures of many kinds.
bool may_slip(const ClaimInContext& a, const ClaimInContext& b, const SharedParts& parts) {
  if (may_be_a_price(a.claim) || may_be_a_price(b.claim)) return false;
  const bool sure = (parts.unclear == Part::none || has_no_time_to_change(a, b)) &&
                    (doubt_of_thing(a, b, 1).part == Part::none || is_huge_in_one_story(a, b));
  return sure || is_telling(a.claim.value, b.claim.value);
}

// Two sums of a firm that are a billion and a Billion: «Microsoft bringt es auf 3,7 Billionen, Apple auf 3,1
// Billionen» leaves no doubt of what either figure is.
bool is_worth_of_this_firm(const ClaimInContext& a, const ClaimInContext& b) {
  if (doubt_of_thing(a, b, 1).part == Part::none) return true;
  const bool of_this_firm = !((a.claim.flags | b.claim.flags) & extract::kSubjectAssumed);
  return of_this_firm && largest_of(a.claim.value, b.claim.value) >= kBillion;
}

// What a firm is worth changes by the day, and its digits with it; not by a thousand.
int slip_of_moving_worth(const ClaimInContext& a, const ClaimInContext& b) {
  constexpr double kMost = 0.3;
  const bool is_near = std::abs(ratio_of(a.claim.value, b.claim.value) / 1000 - 1) <= kMost;
  return is_near && has_no_time_to_change(a, b) && is_worth_of_this_firm(a, b) ? 3 : 0;
}

int slip_between(const ClaimInContext& a, const ClaimInContext& b, const SharedParts& parts) {
  const bool on_trust = parts.unclear != Part::none;
  const int slip = may_slip(a, b, parts) ? slip_of_scale(a.claim.value, b.claim.value, on_trust) : 0;
  return slip != 0 ? slip : slip_of_moving_worth(a, b);
}

Standing standing_of(const ClaimInContext& claim_a, const ClaimInContext& claim_b,
                     const std::optional<Conversion>& conversion, const SharedParts& parts) {
  const Amount &a = claim_a.claim.value, &b = claim_b.claim.value;
  if (conversion) return standing_at(a, b, conversion->rate);
  if (are_two_ranges(a, b)) return standing_of_ranges(a, b);
  return {.ratio = ratio_of(a, b),
          .slip = slip_between(claim_a, claim_b, parts),
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

// "Ratio 1.00" would say that nothing differs.
int places_of(double ratio) { return ratio < 1.005 ? 4 : ratio < 100 ? 2 : 0; }

Comparison compare_differing(const ClaimInContext& a, const ClaimInContext& b, const SharedParts& parts,
                             double ratio) {
  const auto doubtful = [&](Part part, const std::string& why) {
    return not_comparable(part, fmt::format("{}; {}", facing(a, b), why));
  };
  if (parts.unclear != Part::none) return doubtful(parts.unclear, parts.doubt);
  if (const auto doubt = doubt_of_thing(a, b, ratio); doubt.part != Part::none)
    return doubtful(doubt.part, doubt.why);
  if (auto newer = superseded(a, b, ratio, replaces_as_figure)) return *newer;
  if (const auto doubt = doubt_of_time(a, b); doubt.part != Part::none)
    return doubtful(doubt.part, doubt.why);
  const bool far = ratio == 0 || ratio >= kContradicts;
  const bool two_forecasts = is_later_forecast(a, b) || is_later_forecast(b, a);
  return {far ? Verdict::contradicts : Verdict::differs, Part::none, ratio,
          fmt::format("{}{}{}", facing(a, b),
                      ratio == 0 ? "" : fmt::format(": ratio {:.{}f}", ratio, places_of(ratio)),
                      two_forecasts ? "; an earlier forecast and a later one" : "")};
}

Comparison compare_far_from_bound(const ClaimInContext& a, const ClaimInContext& b) {
  return not_comparable(Part::value, facing(a, b) + "; a bound says nothing of what is so far from it");
}

Comparison compare_with_outcome(const ClaimInContext& forecast, const ClaimInContext& reported,
                                const SharedParts& parts, bool agree, double ratio) {
  const bool met = agree || is_beaten(forecast.claim, reported.claim);
  const auto doubtful = [&](Part part, const std::string& why) {
    return not_comparable(part, fmt::format("{}; {}", facing(forecast, reported), why));
  };
  if (!agree && parts.unclear != Part::none) return doubtful(parts.unclear, parts.doubt);
  if (const auto doubt = doubt_of_outcome(forecast, reported, ratio); !agree && doubt.part != Part::none)
    return doubtful(doubt.part, doubt.why);
  return {met ? Verdict::forecast_met : Verdict::forecast_missed, parts.unclear, ratio,
          with_doubt(fmt::format("forecast {}, reported {}{}", in_words(forecast.claim.value),
                                 in_words(reported.claim.value), met && !agree ? ": beaten" : ""),
                     parts)};
}

// \pre all parts are shared, as far as one can tell
Comparison compare_figures(const ClaimInContext& a, const ClaimInContext& b, const SharedParts& parts,
                           const Standing& standing) {
  const Amount &x = a.claim.value, &y = b.claim.value;
  const double ratio = standing.ratio;
  const bool agree =
      values_agree(x, y, standing, parts.unclear != Part::none) && are_named_alike_or_sharp(a.claim, b.claim);
  if (a.claim.modality == Modality::denied || b.claim.modality == Modality::denied)
    return compare_denials(a, b, parts, agree, ratio);

  const bool is_restated = !standing.same && a.claim.metric == b.claim.metric;
  if (is_restated)
    if (auto newer = superseded(a, b, ratio, replaces_as_revision)) return *newer;
  // A correction follows soon; what only shares the metric months later is another matter.
  if (is_restated && parts.unclear != Part::period)
    if (auto newer = superseded(a, b, ratio, replaces_as_correction)) return *newer;
  if (standing.slip != 0)
    return {Verdict::scale_suspect, parts.unclear, ratio,
            with_doubt(fmt::format("{}: {} {} times as much", facing(a, b),
                                   same_digits(x, y, standing.slip) ? "the same digits," : "about",
                                   standing.slip == 3 ? "a thousand" : "a million"),
                       parts)};

  // Two may tell of one plan that was given up.
  const auto former = agree ? a.claim.flags ^ b.claim.flags : a.claim.flags | b.claim.flags;
  if (former & extract::kFormerPlan)
    return not_comparable(
        Part::modality, fmt::format("{}; a plan that, as its own text says, no longer holds", facing(a, b)));
  const bool forecast_a = is_forecast(a.claim.modality), forecast_b = is_forecast(b.claim.modality);
  const bool is_far = standing.meet && parts.unclear == Part::none && !are_bounded_alike(x, y) &&
                      is_far_from_bound(x, y, standing);
  const bool is_kept = agree || is_far;  // of what was forecast, a bound is a bound
  if (forecast_a && !forecast_b && is_outcome(b, a)) return compare_with_outcome(a, b, parts, is_kept, ratio);
  if (forecast_b && !forecast_a && is_outcome(a, b)) return compare_with_outcome(b, a, parts, is_kept, ratio);
  if (is_far) return compare_far_from_bound(a, b);
  if (!agree) return compare_differing(a, b, parts, ratio);
  return {Verdict::agrees, parts.unclear, ratio,
          with_doubt(fmt::format("{} and {} agree as printed", in_words(x), in_words(y)), parts)};
}

bool is_reported(const Claim& claim) {
  return claim.modality == Modality::asserted || claim.modality == Modality::estimated;
}

// A profit of 45 million against a loss of 45 million in one year: one of them has lost its sign. Other
// figures may be results of two kinds, before tax and after.
Comparison compare_opposites(const ClaimInContext& a, const ClaimInContext& b, const SharedParts& parts,
                             const Standing& standing) {
  const bool one_figure = standing.same && has_two_digits(a.claim.value) && has_two_digits(b.claim.value);
  // One text tells its figure once with its time and goes on without.
  const bool is_of_one_time =
      parts.unclear == Part::none || (parts.unclear == Part::period && in_one_text(a, b));
  const bool for_sure = is_of_one_time && is_reported(a.claim) && is_reported(b.claim) &&
                        doubt_of_thing(a, b, 1).part == Part::none && doubt_of_time(a, b).part == Part::none;
  const auto words = fmt::format("{} as {} against {} as {}", in_words(a.claim.value),
                                 in_words(a.claim.metric), in_words(b.claim.value), in_words(b.claim.metric));
  if (one_figure && for_sure)
    return {Verdict::contradicts, Part::none, standing.ratio,
            words + ": the same figure with the other sign"};
  return not_comparable(Part::metric, words);
}

// A rise in one and a fall in the other, whatever their sizes, which have no ratio; where their time is left
// open, each may count from another day.
Comparison compare_other_ways(const ClaimInContext& a, const ClaimInContext& b, const SharedParts& parts) {
  const auto told = [](const Claim& claim) {
    return fmt::format("a {} of {}", claim.role == extract::Role::increase ? "rise" : "fall",
                       in_words(claim.value));
  };
  const auto words = fmt::format("{} against {}", told(a.claim), told(b.claim));
  const auto doubtful = [&](Part part, const std::string& why) {
    return not_comparable(part, fmt::format("{}; {}", words, why));
  };
  if (parts.unclear != Part::none) return doubtful(parts.unclear, parts.doubt);
  if (!is_reported(a.claim) || !is_reported(b.claim))
    return doubtful(Part::modality, "not both are reported");
  if (in_one_text(a, b)) return doubtful(Part::role, "one text gives both");
  if (const auto doubt = doubt_of_thing(a, b, 1); doubt.part != Part::none)
    return doubtful(doubt.part, doubt.why);
  if (const auto doubt = doubt_of_time(a, b); doubt.part != Part::none)
    return doubtful(doubt.part, doubt.why);
  return {Verdict::contradicts, Part::none, 0, words};
}

}  // namespace

std::string_view word(Verdict verdict) { return kVerdicts.of(verdict); }
std::string_view word(Part part) { return kParts.of(part); }
std::optional<Verdict> verdict(std::string_view word) { return kVerdicts.find(word); }
std::optional<Part> part(std::string_view word) { return kParts.find(word); }

Comparison compare(const ClaimInContext& a, const ClaimInContext& b, const Rates* rates) {
  const auto conversion = conversion_between(a, b, rates);
  const auto parts = share(a, b, conversion.has_value());
  if (parts.different != Part::none)
    return not_comparable(parts.different, difference_in_words(parts.different, parts.difference));
  const auto standing = standing_of(a, b, conversion, parts);
  const bool are_opposites = kinship(a.claim.metric, b.claim.metric) == Kinship::opposites;
  auto comparison = are_opposites                     ? compare_opposites(a, b, parts, standing)
                    : go_other_ways(a.claim, b.claim) ? compare_other_ways(a, b, parts)
                                                      : compare_figures(a, b, parts, standing);
  if (conversion) comparison.reason += fmt::format(" ({})", conversion->words);
  if (conversion) comparison.rate = conversion->used;
  return comparison;
}

}  // namespace gegenprobe::store

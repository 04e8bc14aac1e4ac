// What a careful reader asks before saying that two texts contradict each other. Each question has an
// innocent answer that is commoner in the news than a wrong figure.
#include "store/difference.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "store/period_match.h"
#include "store/succession.h"

namespace gegenprobe::store {
namespace {

using extract::Claim;
using extract::MentionKind;
using extract::Metric;
using extract::Modality;
using extract::Role;

double size_of(const extract::Amount& amount) { return amount.most().to_double(); }

bool is_read_from_afar(const Claim& claim) {
  return (claim.flags & (extract::kSubjectAssumed | extract::kMetricInherited)) != 0;
}

// Of a year that is not over, what is told as done grows; of money that is raised, a year to come is when it
// falls due.
bool is_not_over(const ClaimInContext& told) {
  const Claim& claim = told.claim;
  if (claim.modality != Modality::asserted || !told.published || !claim.period) return false;
  const auto &from = claim.period->from, &to = claim.period->to;
  const bool is_raised = claim.metric == Metric::funding || claim.metric == Metric::debt;
  return (is_raised && from && *from > *told.published) ||
         (nature_of(claim.metric) == Nature::result && to && *to > *told.published);
}

// Said with the figure, not taken over from a neighbour.
bool has_sure_time(const ClaimInContext& told) {
  return is_resolved(told.claim.period) && !(told.claim.flags & extract::kPeriodAssumed) &&
         !is_not_over(told);
}

// Two figures of one time that nearly agree are of one thing, whatever was guessed of them.
bool is_near_by_no_chance(const ClaimInContext& a, const ClaimInContext& b, double ratio) {
  constexpr double kNear = 1.1;
  const bool is_sum = a.claim.kind == MentionKind::money;  // of what is counted, there are many of one size
  return is_sum && ratio > 0 && ratio < kNear && has_sure_time(a) && has_sure_time(b);
}

bool names_other_side(const Claim& claim) { return !claim.counterparty.empty(); }

// A firm has many debts, bills, prices, deliveries, contracts and holdings at a time; what tells them apart
// is their time, or the other side of a contract.
bool is_one_of_many(const Claim& claim) {
  switch (claim.metric) {
    case Metric::costs:
    case Metric::debt:
    case Metric::sales_volume:
    case Metric::capacity:
    case Metric::price:
    case Metric::aid:
      return true;
    case Metric::deal_value:
    case Metric::stake:
      return !names_other_side(claim);
    default:
      return false;
  }
}

// «Hält 55 Prozent», "offers to buy the remaining 45 percent".
bool are_part_and_rest(const Claim& a, const Claim& b) {
  constexpr double kWhole = 100, kRounding = 0.11;
  return a.metric == Metric::stake && a.value.unit == "%" && b.value.unit == "%" &&
         std::abs(size_of(a.value) + size_of(b.value) - kWhole) < kRounding;
}

// Tenfold, a hundredfold: what a lost digit or a point in the wrong place makes of a figure.
bool have_same_digits(double ratio) {
  constexpr double kOff = 0.005;
  const double power = std::log10(ratio);
  return std::abs(power - std::round(power)) < kOff;
}

// Beyond these, one of the two was read as what it is not, or is of a part: a price as a profit, a month's
// sales as the year's, the staff of a plant as that of the firm. Where the words leave more to be guessed,
// less is enough.
double most_of_one_kind(const Claim& a, const Claim& b) {
  constexpr double kSaid = 10'000, kResult = 5, kAtNoTime = 5, kState = 3, kOfProducts = 2;
  if (a.metric == Metric::sales_volume || a.metric == Metric::capacity) return kOfProducts;
  if (nature_of(a.metric) == Nature::result) return kResult;
  if (is_resolved(a.period) || is_resolved(b.period) || names_other_side(a)) return kSaid;
  return a.metric == Metric::headcount ? kState : kAtNoTime;
}

std::optional<int> days_apart(const ClaimInContext& a, const ClaimInContext& b) {
  if (!a.published || !b.published) return std::nullopt;
  return std::abs(static_cast<int>((*a.published - *b.published).count()));
}

}  // namespace

bool may_be_a_price(const Claim& claim) {
  constexpr double kNoPrice = 10'000;
  if (claim.kind != MentionKind::money) return false;
  switch (claim.metric) {
    case Metric::price:
    case Metric::share_price:
    case Metric::dividend:
    case Metric::other:
      return false;
    default:
      return size_of(claim.value) < kNoPrice;
  }
}

namespace {

// Whether they are figures of one kind, whoever they are about.
Doubt doubt_of_kind(const ClaimInContext& a, const ClaimInContext& b, double ratio) {
  const Claim &x = a.claim, &y = b.claim;
  if (ratio > most_of_one_kind(x, y) && !have_same_digits(ratio))
    return {Part::value, "too far apart to be the same kind of figure"};
  if (may_be_a_price(x) || may_be_a_price(y))
    return {Part::unit, "so small a sum may be for each share or piece"};
  if (are_part_and_rest(x, y)) return {Part::metric, "together they are the whole, so one may be the rest"};
  const bool are_many = is_one_of_many(x) || is_one_of_many(y);
  if (are_many && (x.metric == Metric::price || !has_sure_time(a) || !has_sure_time(b)))
    return {Part::period, "not both give a period, and there may be several of the kind"};
  return {};
}

}  // namespace

Doubt doubt_of_thing(const ClaimInContext& a, const ClaimInContext& b, double ratio) {
  if ((is_read_from_afar(a.claim) || is_read_from_afar(b.claim)) && !is_near_by_no_chance(a, b, ratio))
    return {Part::subject, "one of the two sentences does not name the company or what it is about"};
  return doubt_of_kind(a, b, ratio);
}

Doubt doubt_of_time(const ClaimInContext& a, const ClaimInContext& b) {
  constexpr int kSameNewsDays =
      3;  // what stands longer may have changed since: offers are raised, stakes sold
  const Claim &x = a.claim, &y = b.claim;
  const auto is = [&](Modality modality) { return x.modality == modality || y.modality == modality; };
  if (is(Modality::possible)) return {Part::modality, "one of the two is no more than possible"};
  if ((x.metric == Metric::stake || x.metric == Metric::fine) && is(Modality::expected))
    return {Part::modality, "what is offered or asked for is not what is held or owed"};
  if (has_sure_time(a) && has_sure_time(b)) return {};
  if (x.role != Role::level) return {Part::period, "it is not sure since when either of them counts"};
  const auto days = days_apart(a, b);
  // Shares of a market are told for one time by all who tell them within three days.
  const bool is_one_list = x.metric == Metric::market_share && days && *days <= kSameNewsDays;
  if (((x.flags | y.flags) & extract::kPeriodAssumed) && !is_one_list)
    return {Part::period, "the period of one of the two is not said with it"};
  if (is_not_over(a) || is_not_over(b)) return {Part::period, "a period that is not over yet"};
  if (days && *days > kSameNewsDays)
    return {Part::period, fmt::format("not both give a period, and they appeared {} days apart", *days)};
  return {};
}

Doubt doubt_of_outcome(const ClaimInContext& a, const ClaimInContext& b, double ratio) {
  // A result near the forecast is what was forecast, whatever was guessed of either.
  constexpr double kNear = 1.5;
  if (ratio > 0 && ratio < kNear) return doubt_of_kind(a, b, ratio);
  if (auto doubt = doubt_of_thing(a, b, ratio); doubt.part != Part::none) return doubt;
  if ((a.claim.flags | b.claim.flags) & extract::kPeriodAssumed)
    return {Part::period, "the period of one of the two is not said with it"};
  return {};
}

bool is_one_plan(const ClaimInContext& a, const ClaimInContext& b) {
  return (has_sure_time(a) && has_sure_time(b)) || (names_other_side(a.claim) && names_other_side(b.claim));
}

}  // namespace gegenprobe::store

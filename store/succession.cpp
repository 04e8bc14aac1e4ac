#include "store/succession.h"

#include "store/difference.h"
#include "store/fold.h"
#include "store/period_match.h"

namespace gegenprobe::store {
namespace {

using extract::Amount;
using extract::Claim;
using extract::Metric;
using extract::Modality;
using extract::Role;
using extract::Status;

// A forecast that is told again within two weeks is the same forecast.
constexpr int kSameForecastDays = 14;

bool earlier_by_more_than(int days, const ClaimInContext& a, const ClaimInContext& b) {
  return a.published && b.published && *a.published + std::chrono::days(days) < *b.published;
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

bool same_outlet(const ClaimInContext& a, const ClaimInContext& b) {
  return !a.outlet.empty() && !b.outlet.empty() && fold(a.outlet) == fold(b.outlet);
}

bool is_correction(const ClaimInContext& claim) {
  return claim.correction || claim.claim.status == Status::corrected;
}

}  // namespace

bool is_forecast(Modality modality) {
  return modality == Modality::expected || modality == Modality::possible;
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

std::string replaces_as_revision(const ClaimInContext& newer, const ClaimInContext& older) {
  if (newer.article != 0 && newer.article == older.article && newer.revision > older.revision)
    return "the article was changed after publication";
  return {};
}

std::string replaces_as_correction(const ClaimInContext& newer, const ClaimInContext& older) {
  const bool outlet_unknown = newer.outlet.empty() || older.outlet.empty();
  const bool may_be_its_own = outlet_unknown && newer.claim.status == Status::corrected &&
                              doubt_of_thing(newer, older, 1).part != Part::period;
  const bool corrects = same_outlet(newer, older) ? is_correction(newer) : may_be_its_own;
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
  if (is_later_forecast(newer, older) && nature_of(newer.claim.metric) != Nature::result &&
      is_one_plan(newer, older))
    return "a later plan";
  return {};
}

}  // namespace gegenprobe::store

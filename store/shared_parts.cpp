#include "store/shared_parts.h"

#include <fmt/format.h>

#include <algorithm>

#include "store/conversion.h"
#include "store/fold.h"
#include "store/in_words.h"
#include "store/kinship.h"
#include "store/period_match.h"
#include "store/range.h"
#include "store/succession.h"

namespace gegenprobe::store {
namespace {

using extract::Claim;
using extract::Metric;

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
  return has_two_sides && is_one_quantity(a.metric, b.metric) && !a.counterparty.empty() &&
         !b.counterparty.empty() &&
         same_company(a.subject_entity, a.subject, b.counterparty_entity, b.counterparty) &&
         same_company(a.counterparty_entity, a.counterparty, b.subject_entity, b.subject);
}

bool show_one_figure(const Claim& a, const Claim& b) {
  return a.kind == b.kind && a.value.unit == b.value.unit && a.value.resolved() && b.value.resolved() &&
         same_as_printed(a.value, b.value);
}

// Opposites are compared as far as one thing can be; what it means that they meet, compare() says.
Shared match_metric(const Claim& a, const Claim& b) {
  const auto kin = kinship(a.metric, b.metric);
  if (kin == Kinship::same || kin == Kinship::opposites) return {};
  const auto one = in_words(a.metric), other = in_words(b.metric);
  if (kin == Kinship::one_quantity)
    return {Match::unclear, fmt::format("told as {} by one and as {} by the other", one, other)};
  return {Match::different,
          fmt::format("{} against {}{}", one, other, show_one_figure(a, b) ? ", with the same figure" : "")};
}

Shared match_counterparty(const Claim& a, const Claim& b) {
  if (!extract::has_counterparty(a.metric) || (a.counterparty.empty() && b.counterparty.empty())) return {};
  if (a.counterparty.empty() || b.counterparty.empty())
    return {Match::unclear,
            fmt::format("only one names the other side ({})", a.counterparty + b.counterparty)};
  if (same_counterparty(a, b) || is_other_side(a, b)) return {};
  return {Match::different, fmt::format("{} against {}", a.counterparty, b.counterparty)};
}

/// A variant taken apart: "adjusted segment:cloud region:china".
struct Variant {
  std::string kind, segment, region;
};

Variant variant_of(const Claim& claim) {
  Variant variant;
  for (std::string_view rest = claim.variant; !rest.empty();) {
    const auto word = rest.substr(0, rest.find(' '));
    auto& part = word.starts_with("segment:")  ? variant.segment
                 : word.starts_with("region:") ? variant.region
                                               : variant.kind;
    part = word.substr(word.find(':') + 1);
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
  }
  return variant;
}

// How one word of two variants stands to the other; `unsaid` is what may be said of one that is missing.
Shared match_words(const std::string& a, const std::string& b, Match unsaid) {
  if (a == b) return {};
  if (!a.empty() && !b.empty()) return {Match::different, fmt::format("{} against {}", a, b)};
  if (unsaid == Match::unclear) return {unsaid, fmt::format("only one says that it means {}", a + b)};
  return {unsaid, fmt::format("{} against {}", a.empty() ? "the whole" : a, b.empty() ? "the whole" : b)};
}

bool is_turned_over(extract::Metric metric) {
  using enum extract::Metric;
  return metric == revenue || metric == profit || metric == loss || metric == operating_profit ||
         metric == sales_volume;
}

// A segment is never the whole, nor is what a firm turns over in one country. "Adjusted" against nothing said
// may be the same figure, but not a day's; so may jobs of a country, where the other leaves out of which.
void note_variants(const Claim& a, const Claim& b, SharedParts& parts) {
  const auto x = variant_of(a), y = variant_of(b);
  parts.note(Part::variant, match_words(x.segment, y.segment, Match::different));
  const auto unsaid = is_turned_over(a.metric) ? Match::different : Match::unclear;
  parts.note(Part::variant, match_words(x.region, y.region, unsaid));
  const bool of_time = extract::is_rate(x.kind) || extract::is_rate(y.kind);
  parts.note(Part::variant, match_words(x.kind, y.kind, of_time ? Match::different : Match::unclear));
}

std::string_view or_nobody(std::string_view name) { return name.empty() ? "nobody named" : name; }
std::string_view or_no_unit(std::string_view unit) { return unit.empty() ? "no unit" : unit; }

// People are counted, whatever they are called: jobs, employees, positions.
bool counts_people(const Claim& claim) {
  return claim.kind == extract::MentionKind::quantity &&
         (claim.metric == Metric::headcount || claim.metric == Metric::job_cuts);
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
  if (in_percent_and_points(a, b) && a.value.resolved() && b.value.resolved() &&
      same_as_printed(a.value, b.value))
    return {Match::different,
            "the same digits, but per cent against percentage points: one of them may be a slip"};
  const bool one_is_silent = a.kind == b.kind && x.empty() != y.empty();
  if (one_is_silent) return {Match::unclear, fmt::format("only one gives the unit ({})", x + y)};
  return {Match::different, fmt::format("{} against {}", or_no_unit(x), or_no_unit(y))};
}

}  // namespace

void SharedParts::note(Part part, Shared shared) {
  if (shared.match == Match::same) return;
  const bool differs = shared.match == Match::different;
  auto& first = differs ? different : unclear;
  if (first != Part::none) return;
  first = part;
  (differs ? difference : doubt) = std::move(shared.note);
}

void SharedParts::require(Part part, bool same, std::string_view a, std::string_view b) {
  if (!same) note(part, {Match::different, fmt::format("{} against {}", a, b)});
}

namespace {

// «Kosten von 7 Prozent» are seven per cent of something; of what, the claim does not say.
bool is_share_of_something(const Claim& claim) {
  if (claim.kind != extract::MentionKind::percent || claim.role != extract::Role::level) return false;
  switch (claim.metric) {
    case Metric::stake:
    case Metric::market_share:
    case Metric::headcount:
    case Metric::job_cuts:
    case Metric::other:
      return false;
    default:
      return true;
  }
}

}  // namespace

bool in_percent_and_points(const Claim& a, const Claim& b) {
  const auto &x = a.value.unit, &y = b.value.unit;
  return (x == "%" && y == "pp") || (x == "pp" && y == "%");
}

bool go_other_ways(const Claim& a, const Claim& b) {
  using extract::Role;
  return a.metric == b.metric && ((a.role == Role::increase && b.role == Role::decrease) ||
                                  (a.role == Role::decrease && b.role == Role::increase));
}

SharedParts share(const ClaimInContext& a, const ClaimInContext& b, bool converted) {
  const Claim &x = a.claim, &y = b.claim;
  SharedParts parts;
  parts.require(Part::subject, same_subject(x, y) || is_other_side(x, y), or_nobody(x.subject),
                or_nobody(y.subject));
  parts.note(Part::metric, match_metric(x, y));
  if (x.metric == Metric::other && variant_of(x).kind.empty())
    parts.note(Part::metric, {Match::unclear, "what kind of figure it is was not understood"});
  if (is_share_of_something(x) && is_share_of_something(y))
    parts.note(Part::metric, {Match::unclear, "a share of something that is not named"});
  note_variants(x, y, parts);
  parts.require(Part::role, x.role == y.role || go_other_ways(x, y), word(x.role), word(y.role));
  if (!x.value.resolved() || !y.value.resolved())
    parts.note(Part::value, {Match::different, "a figure that was seen and not understood"});
  parts.note(Part::unit, match_unit(x, y, converted));
  parts.note(Part::counterparty, match_counterparty(x, y));
  parts.note(Part::period, match_period(a, b));
  const bool are_opposites = kinship(x.metric, y.metric) == Kinship::opposites;
  if (in_one_text(a, b) && is_forecast(x.modality) == is_forecast(y.modality) && !are_opposites)
    parts.note(Part::variant, {Match::unclear, "one text gives both, so they may mean different things"});
  return parts;
}

bool same_company(std::string_view entity_a, std::string_view name_a, std::string_view entity_b,
                  std::string_view name_b) {
  if (!entity_a.empty() && entity_a == entity_b) return true;
  if (name_a.empty() || name_b.empty()) return false;
  return same_name(name_a, name_b);
}

}  // namespace gegenprobe::store

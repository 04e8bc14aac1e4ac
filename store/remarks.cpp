#include "store/remarks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <utility>

#include "extract/text/words.h"
#include "store/cross_check.h"
#include "store/difference.h"
#include "store/in_words.h"
#include "store/kinship.h"
#include "store/origin.h"
#include "store/period_match.h"
#include "store/range.h"
#include "store/shared_parts.h"
#include "store/succession.h"
#include "store/undated.h"

namespace gegenprobe::store {
namespace {

using extract::Claim;
using extract::MentionKind;
using extract::Metric;
using extract::Modality;
using extract::Role;

constexpr extract::Words<Remark::Kind, 10> kKinds{
    "other_metric",   "power_of_ten", "other_sign", "swapped_digits", "other_time",
    "other_currency", "other_unit",   "other_firm", "other_figure",   "other_size"};

int fewest_digits(const Claim& a, const Claim& b) { return std::min(digits_of(a.value), digits_of(b.value)); }

// "Billions" show no digits that could be the same.
bool shows_digits(const Claim& claim) {
  return claim.value.resolved() && claim.value.qualifier != extract::Qualifier::magnitude &&
         claim.modality != Modality::denied;
}

using Others = std::vector<const StoredClaim*>;

// How many digits of a figure are no chance where `others` are known: of a hundred figures one has the same
// two digits, of the nine that are known hardly ever one.
int digits_beyond_chance(const Claim& checked, const Others& others) {
  constexpr double kMostOfOneDigit = 1.1;
  std::set<double> figures;
  for (const auto* other : others)
    if (other->claim.metric == checked.metric && other->claim.kind == checked.kind &&
        other->claim.role == checked.role && other->claim.value.resolved())
      figures.insert(other->claim.value.most().to_double());
  int digits = 1;
  for (double most = kMostOfOneDigit; static_cast<double>(figures.size()) > most; most *= 10) ++digits;
  return digits;
}

// «9,4 Milliarden» may be of any currency.
bool may_be_of_one_unit(const Claim& a, const Claim& b) {
  const auto &x = a.value.unit, &y = b.value.unit;
  return x == y || (a.kind == MentionKind::money && (x.empty() || y.empty()));
}

bool are_alike(const Claim& a, const Claim& b) {
  return shows_digits(a) && shows_digits(b) && a.kind == b.kind && a.role == b.role &&
         may_be_of_one_unit(a, b) && a.variant == b.variant;
}

// «2024», and the business year that ended in September 2024.
bool may_be_of_one_time(const Claim& a, const Claim& b) {
  if (!is_resolved(a.period) || !is_resolved(b.period)) return true;
  const auto begins_before = [](const std::optional<Day>& from, const std::optional<Day>& to) {
    return !from || !to || *from < *to;
  };
  return begins_before(a.period->from, b.period->to) && begins_before(b.period->from, a.period->to);
}

// Of one time, two digits are no chance; where it is left open, a firm has enough figures to share two. Of
// profit and loss it has one at a time, so that one digit less is enough.
bool is_told_under_other_name(const Claim& checked, const Claim& other) {
  if (checked.kind == MentionKind::percent || !are_mixed_up(checked.metric, other.metric) ||
      !are_alike(checked, other))
    return false;
  const bool is_other_sign = kinship(checked.metric, other.metric) == Kinship::opposites;
  const int enough = (are_of_one_time(checked, other) ? 2 : 3) - (is_other_sign ? 1 : 0);
  return may_be_of_one_time(checked, other) && fewest_digits(checked, other) >= enough &&
         same_as_printed(checked.value, other.value);
}

// A plan is told as one figure by all, too; of a result there are as many forecasts as who makes them.
bool is_settled(const Claim& claim) {
  return claim.modality == Modality::asserted || claim.modality == Modality::estimated ||
         (claim.modality == Modality::expected && nature_of(claim.metric) == Nature::event);
}

// There are many prices, stakes and debts at a time, of any size.
bool is_one_of_few(const Claim& claim) {
  return claim.kind != MentionKind::percent && claim.role == Role::level && is_one_at_a_time(claim.metric);
}

// 1 to 6, where the point stands that many places from where it stands in the other.
std::optional<int> places_between(const Claim& checked, const Claim& other) {
  constexpr double kOff = 0.005;
  const double ratio = ratio_of(checked.value, other.value);
  const auto places = ratio > 1 ? static_cast<int>(std::lround(std::log10(ratio))) : 0;
  if (places < 1 || places > 6 || std::abs(std::log10(ratio) - places) > kOff) return std::nullopt;
  return places;
}

// One digit is chance, but for a zero more or less where people are counted: there are few such figures.
// Where there are many kinds of it, or where it is a change, chance is reckoned.
bool has_its_digits(const Claim& checked, const Claim& other, int beyond_chance) {
  if (checked.metric != other.metric || !are_alike(checked, other)) return false;
  if (may_be_a_price(checked) != may_be_a_price(other) || !may_be_of_one_time(checked, other)) return false;
  const auto places = places_between(checked, other);
  if (!places) return false;
  const int digits = fewest_digits(checked, other);
  const bool counts_people = checked.kind == MentionKind::quantity && *places == 1;
  if (is_one_of_few(checked) && (digits >= 2 || counts_people)) return true;
  return digits >= std::max(beyond_chance, checked.role == Role::level ? 1 : 2);
}

// Both figures in units of the last digit that either shows.
std::optional<std::pair<std::string, std::string>> digits_side_by_side(const extract::Decimal& a,
                                                                       const extract::Decimal& b) {
  constexpr int kMost = 18;
  const int least = std::min(a.exponent, b.exponent);
  const auto digits = [&](const extract::Decimal& figure) {
    return std::to_string(figure.coefficient) + std::string(figure.exponent - least, '0');
  };
  if (std::max(a.exponent, b.exponent) - least > kMost) return std::nullopt;
  return std::pair(digits(a), digits(b));
}

// 417,900 and 471,900.
bool have_swapped_digits(const Claim& checked, const Claim& other) {
  const auto digits = digits_side_by_side(checked.value.most(), other.value.most());
  if (!digits || digits->first.size() != digits->second.size()) return false;
  const auto& [a, b] = *digits;
  const auto [at, at_b] = std::ranges::mismatch(a, b);
  if (at == a.end() || at + 1 == a.end()) return false;
  return at[0] == at_b[1] && at[1] == at_b[0] && std::equal(at + 2, a.end(), at_b + 2);
}

// Of one time, or so many digits that it is no chance.
bool may_be_swapped(const Claim& checked, const Claim& other, int beyond_chance) {
  if (checked.metric != other.metric || !are_alike(checked, other) ||
      !same_number(checked.value.least(), checked.value.most()) ||
      !same_number(other.value.least(), other.value.most()))
    return false;
  const int enough = are_of_one_time(checked, other) ? 2 : std::min(3, std::max(2, beyond_chance));
  return may_be_of_one_time(checked, other) &&
         std::max(digits_of(checked.value), digits_of(other.value)) >= enough &&
         have_swapped_digits(checked, other);
}

bool are_equally_long(const extract::Period& a, const extract::Period& b) {
  constexpr double kOff = 0.1;
  if (!a.from || !a.to || !b.from || !b.to) return false;
  const auto days_a = static_cast<double>((*a.to - *a.from).count());
  const auto days_b = static_cast<double>((*b.to - *b.from).count());
  return std::abs(days_a - days_b) <= kOff * std::max(days_a, days_b);
}

// The figure of a year under another one. Two results of two digits are seldom alike by chance; of what is
// counted or paid, many are alike from year to year.
bool is_told_of_other_time(const Claim& checked, const Claim& other, int beyond_chance) {
  if (checked.metric != other.metric || !are_alike(checked, other) || may_be_of_one_time(checked, other) ||
      !are_equally_long(*checked.period, *other.period))
    return false;
  const bool is_result = nature_of(checked.metric) == Nature::result && checked.kind == MentionKind::money;
  const int enough = is_result ? std::min(2, beyond_chance) : 3;
  return fewest_digits(checked, other) >= enough && same_number(checked.value.most(), other.value.most()) &&
         same_as_printed(checked.value, other.value);
}

bool is_told_in_other_currency(const Claim& checked, const Claim& other, int beyond_chance) {
  const auto &a = checked.value.unit, &b = other.value.unit;
  if (checked.kind != MentionKind::money || other.kind != MentionKind::money || a.empty() || b.empty() ||
      a == b)
    return false;
  Claim in_one = checked;
  in_one.value.unit = b;
  const int enough = std::min(beyond_chance, are_of_one_time(checked, other) ? 2 : 3);
  return checked.metric == other.metric && are_alike(in_one, other) && may_be_of_one_time(checked, other) &&
         fewest_digits(checked, other) >= enough && same_number(checked.value.most(), other.value.most());
}

// A share of five per cent is none of five points, nor is a rise. Of one time, one digit is no chance.
bool is_told_in_other_unit(const Claim& checked, const Claim& other, int beyond_chance) {
  Claim in_one = checked;
  in_one.value.unit = other.value.unit;
  const int enough = are_of_one_time(checked, other) ? 1 : std::min(2, beyond_chance);
  return in_percent_and_points(checked, other) && checked.metric == other.metric &&
         are_alike(in_one, other) && may_be_of_one_time(checked, other) &&
         fewest_digits(checked, other) >= enough && same_as_printed(checked.value, other.value);
}

std::string source_of(const StoredClaim& claim) {
  std::string words = claim.outlet.empty() ? fmt::format("a{}", claim.article) : claim.outlet;
  if (claim.published) words += ", " + iso(*claim.published);
  return fmt::format("{}, c{}", words, claim.id);
}

std::string in_words_of_power(int places) {
  constexpr const char* kWords[] = {"ten times",          "a hundred times",          "a thousand times",
                                    "ten thousand times", "a hundred thousand times", "a million times"};
  return kWords[places - 1];
}

template <class Fits>
const StoredClaim* nearest(const Claim& checked, const Others& others, Fits fits) {
  const StoredClaim* found = nullptr;
  for (const auto* other : others) {
    if (!fits(checked, other->claim)) continue;
    const bool is_nearer =
        !found || (are_of_one_time(checked, other->claim) && !are_of_one_time(checked, found->claim));
    if (is_nearer) found = other;
  }
  return found;
}

std::vector<const StoredClaim*> told_with(const StoredClaim& first, const Others& others) {
  Others same;
  for (const auto* other : others)
    if (same_as_printed(first.claim.value, other->claim.value)) same.push_back(other);
  return same;
}

// Each of the misses may be of another time or thing; that several origins give one figure, and it is
// another, is no chance. Nothing where they give two.
Others other_figure(const Claim& checked, const Others& misses) {
  Others of_its_kind;
  for (const auto* miss : misses)
    if (miss->claim.metric == checked.metric && are_alike(checked, miss->claim) &&
        same_company(checked.subject_entity, checked.subject, miss->claim.subject_entity,
                     miss->claim.subject) &&
        is_settled(miss->claim) && may_be_of_one_time(checked, miss->claim) &&
        !overlap(range_of(checked.value), range_of(miss->claim.value)))
      of_its_kind.push_back(miss);
  Others found;
  for (const auto* first : of_its_kind) {
    auto same = told_with(*first, of_its_kind);
    if (by_origin(same).size() < 2) continue;
    if (!found.empty() && !same_as_printed(found.front()->claim.value, first->claim.value)) return {};
    if (same.size() > found.size()) found = std::move(same);
  }
  return found;
}

// Changes of what is reported, told without a time in the same news.
bool are_changes_in_one_news(const ClaimInContext& checked, const StoredClaim& told) {
  constexpr std::chrono::days kOneNews{3};
  const Claim &a = checked.claim, &b = told.claim;
  const auto published = checked.published ? checked.published : checked.checked;
  return a.role != Role::level && nature_of(a.metric) == Nature::result && !is_resolved(a.period) &&
         !is_resolved(b.period) && published && told.published &&
         std::chrono::abs(*published - *told.published) <= kOneNews;
}

// A firm may have several figures of a kind and time, of which one was read as what it is not: that two are
// far apart contradicts nothing. Where one text gives several, each may be of something else.
const StoredClaim* other_size(const ClaimInContext& checked, const std::vector<Evidence>& misses) {
  const StoredClaim* found = nullptr;
  for (const auto& miss : misses) {
    const auto& other = miss.claim.claim;
    if (!are_alike(checked.claim, other) ||
        is_forecast(checked.claim.modality) != is_forecast(other.modality))
      continue;
    const bool is_of_its_time =
        miss.comparison.part == Part::value
            ? doubt_of_time(checked, in_context(miss.claim)).part == Part::none
            : miss.comparison.part == Part::period && are_changes_in_one_news(checked, miss.claim);
    if (!is_of_its_time || overlap(range_of(checked.claim.value), range_of(other.value))) continue;
    if (found && !same_as_printed(found->claim.value, other.value)) return nullptr;
    if (!found) found = &miss.claim;
  }
  return found;
}

bool is_confirmed(const std::vector<Evidence>& evidence) {
  return std::ranges::any_of(evidence, [](const Evidence& each) {
    return each.comparison.verdict == Verdict::agrees || each.comparison.verdict == Verdict::forecast_met;
  });
}

Others claims_of(const std::vector<Evidence>& list) {
  Others claims;
  for (const auto& each : list) claims.push_back(&each.claim);
  return claims;
}

std::string words_of_power(const Claim& checked, const StoredClaim& told) {
  const auto& other = told.claim;
  const bool is_more = compare(checked.value.most(), other.value.most()) > 0;
  return fmt::format("{} is {} {}{} ({}): the same digits", is_more ? "it" : in_words(other.value),
                     in_words_of_power(*places_between(checked, other)),
                     is_more ? in_words(other.value) : "it",
                     is_resolved(other.period) ? " of " + in_words(other.period) : "", source_of(told));
}

}  // namespace

std::string_view word(Remark::Kind kind) { return kKinds.of(kind); }

std::vector<Remark> remarks_on(const ClaimInContext& context, const std::vector<Evidence>& evidence,
                               const std::vector<Evidence>& misses) {
  const Claim& checked = context.claim;
  std::vector<Remark> remarks;
  auto others = claims_of(misses);
  if (const auto* told = nearest(checked, others, is_told_under_other_name))
    remarks.push_back(
        {Remark::Kind::other_metric, told->id,
         fmt::format("the same figure is told as {} ({})", in_words(told->claim.metric), source_of(*told))});
  if (is_confirmed(evidence)) return remarks;
  const auto remark = [&](Remark::Kind kind, const StoredClaim& told, std::string reason) {
    remarks.push_back({kind, told.id, fmt::format("{} ({})", reason, source_of(told))});
  };
  const int digits = digits_beyond_chance(checked, others);
  const auto by_chance = [&](auto fits) {
    return [=](const Claim& a, const Claim& b) { return fits(a, b, digits); };
  };
  if (evidence.empty())
    if (const auto* told = nearest(checked, others, by_chance(has_its_digits)))
      remarks.push_back({Remark::Kind::power_of_ten, told->id, words_of_power(checked, *told)});
  for (const auto* each : claims_of(evidence)) others.push_back(each);
  if (const auto* told = nearest(checked, others, by_chance(may_be_swapped)))
    remark(
        Remark::Kind::swapped_digits, *told,
        fmt::format("two neighbouring digits stand the other way round in {}", in_words(told->claim.value)));
  if (const auto* told = nearest(checked, others, by_chance(is_told_of_other_time)))
    remark(Remark::Kind::other_time, *told,
           fmt::format("the same figure is told of {}", in_words(told->claim.period)));
  if (const auto* told = nearest(checked, others, by_chance(is_told_in_other_currency)))
    remark(Remark::Kind::other_currency, *told,
           fmt::format("the same figure is told in another currency, {}", in_words(told->claim.value)));
  if (const auto* told = nearest(checked, others, by_chance(is_told_in_other_unit)))
    remark(Remark::Kind::other_unit, *told,
           fmt::format("the same figure is told in {}, {}",
                       told->claim.value.unit == "%" ? "per cent" : "percentage points",
                       in_words(told->claim.value)));
  if (const auto* told = nearest(checked, others, is_told_of_other_firm))
    remark(Remark::Kind::other_firm, *told,
           fmt::format("the same figure is told of another company, {}", told->claim.subject));
  if (!evidence.empty()) return remarks;
  const auto told = is_one_of_few(checked) ? other_figure(checked, others) : Others();
  if (!told.empty())
    remark(Remark::Kind::other_figure, *told.front(),
           fmt::format("{} origins give another figure of what may be the same time, {}",
                       by_origin(told).size(), in_words(told.front()->claim.value)));
  else if (const auto* other = other_size(context, misses);
           other && std::ranges::find(remarks, other->id, &Remark::claim) == remarks.end())
    remark(Remark::Kind::other_size, *other,
           fmt::format("another figure of that time is told, {}", in_words(other->claim.value)));
  return remarks;
}

bool is_told_of_other_firm(const Claim& checked, const Claim& other) {
  return checked.metric == other.metric && !other.subject.empty() && are_alike(checked, other) &&
         !same_company(checked.subject_entity, checked.subject, other.subject_entity, other.subject) &&
         !same_company(checked.counterparty_entity, checked.counterparty, other.subject_entity,
                       other.subject) &&
         !same_company(checked.subject_entity, checked.subject, other.counterparty_entity,
                       other.counterparty) &&
         may_be_of_one_time(checked, other) && same_number(checked.value.most(), other.value.most());
}

const Claim* of_other_sign(const Claim& claim, const std::vector<Claim>& text) {
  const auto has_other_sign = [&](const Claim& other) {
    return kinship(claim.metric, other.metric) == Kinship::opposites && are_alike(claim, other) &&
           !claim.subject.empty() && claim.subject_entity == other.subject_entity &&
           may_be_of_one_time(claim, other) && fewest_digits(claim, other) >= 2 &&
           same_as_printed(claim.value, other.value);
  };
  const auto at = std::ranges::find_if(text, has_other_sign);
  return at == text.end() ? nullptr : &*at;
}

}  // namespace gegenprobe::store

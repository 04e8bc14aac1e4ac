#include "store/remarks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "extract/words.h"
#include "store/cross_check.h"
#include "store/difference.h"
#include "store/in_words.h"
#include "store/kinship.h"
#include "store/period_match.h"
#include "store/range.h"
#include "store/undated.h"

namespace gegenprobe::store {
namespace {

using extract::Claim;
using extract::MentionKind;
using extract::Metric;
using extract::Modality;

constexpr extract::Words<Remark::Kind, 3> kKinds{"other_metric", "power_of_ten", "other_sign"};

int fewest_digits(const Claim& a, const Claim& b) { return std::min(digits_of(a.value), digits_of(b.value)); }

// "Billions" show no digits that could be the same.
bool shows_digits(const Claim& claim) {
  return claim.value.resolved() && claim.value.qualifier != extract::Qualifier::magnitude &&
         claim.modality != Modality::denied;
}

bool are_alike(const Claim& a, const Claim& b) {
  return shows_digits(a) && shows_digits(b) && a.kind == b.kind && a.role == b.role &&
         a.value.unit == b.value.unit && a.variant == b.variant;
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

// There are many prices, stakes and debts at a time, of any size.
bool is_one_of_few(const Claim& claim) {
  if (claim.kind == MentionKind::percent || claim.role != extract::Role::level) return false;
  switch (claim.metric) {
    case Metric::revenue:
    case Metric::profit:
    case Metric::loss:
    case Metric::operating_profit:
    case Metric::headcount:
    case Metric::job_cuts:
    case Metric::valuation:
    case Metric::market_cap:
      return true;
    default:
      return false;
  }
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
bool has_its_digits(const Claim& checked, const Claim& other) {
  if (checked.metric != other.metric || !is_one_of_few(checked) || !are_alike(checked, other)) return false;
  if (may_be_a_price(checked) || may_be_a_price(other) || !may_be_of_one_time(checked, other)) return false;
  const auto places = places_between(checked, other);
  const bool counts_people = checked.kind == MentionKind::quantity;
  return places && (fewest_digits(checked, other) >= 2 || (counts_people && *places == 1));
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
const Evidence* nearest(const Claim& checked, const std::vector<Evidence>& misses, Fits fits) {
  const Evidence* found = nullptr;
  for (const auto& miss : misses) {
    const Claim& other = miss.claim.claim;
    if (!fits(checked, other)) continue;
    const bool is_nearer =
        !found || (are_of_one_time(checked, other) && !are_of_one_time(checked, found->claim.claim));
    if (is_nearer) found = &miss;
  }
  return found;
}

}  // namespace

std::string_view word(Remark::Kind kind) { return kKinds.of(kind); }

std::vector<Remark> remarks_on(const Claim& checked, const std::vector<Evidence>& misses) {
  std::vector<Remark> remarks;
  if (const auto* told = nearest(checked, misses, is_told_under_other_name))
    remarks.push_back({Remark::Kind::other_metric, told->claim.id,
                       fmt::format("the same figure is told as {} ({})", in_words(told->claim.claim.metric),
                                   source_of(told->claim))});
  if (const auto* told = nearest(checked, misses, has_its_digits)) {
    const auto& other = told->claim.claim;
    const bool is_more = compare(checked.value.most(), other.value.most()) > 0;
    remarks.push_back(
        {Remark::Kind::power_of_ten, told->claim.id,
         fmt::format(
             "{} is {} {}{} ({}): the same digits", is_more ? "it" : in_words(other.value),
             in_words_of_power(*places_between(checked, other)), is_more ? in_words(other.value) : "it",
             is_resolved(other.period) ? " of " + in_words(other.period) : "", source_of(told->claim))});
  }
  return remarks;
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

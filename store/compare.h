#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "extract/claim.h"
#include "ingest/day.h"
#include "store/rates.h"

namespace gegenprobe::store {

/// What a fact-checker says of two claims. In the order in which a desk wants to see them.
enum class Verdict : std::uint8_t {
  scale_suspect,  ///< the same digits, a thousand or a million times as much: Billion for billion; or more
                  ///< than can be
  sum_suspect,    ///< of one claim: the calculation that its sentence states does not come out
  conversion_suspect,  ///< of one claim: in another currency beside it stands what no rate makes of it
  contradicts,         ///< no overlap, ratio 1.2 or more; or one denies what the other says
  forecast_missed,     ///< the result falls short of the forecast
  superseded,          ///< the later figure replaces the earlier one: correction, final figure, new forecast
  differs,             ///< no overlap, ratio under 1.2
  forecast_met,        ///< the result reaches the forecast or beats it
  agrees,              ///< the ranges overlap, after the rounding that was printed
  not_comparable       ///< they speak of different things, see Part
};

/// What two claims do not share.
enum class Part : std::uint8_t {
  none,
  subject,
  metric,
  variant,  ///< adjusted against reported, a segment against the group
  role,     ///< a level against a change
  unit,
  counterparty,
  period,
  modality,
  value  ///< a figure that was seen and not understood
};

inline constexpr std::size_t kVerdictCount = 10;

std::string_view word(Verdict verdict);  ///< "scale_suspect" …
std::string_view word(Part part);        ///< "" for none
std::optional<Verdict> verdict(std::string_view word);
std::optional<Part> part(std::string_view word);

/// A claim with what the comparison needs of its article. Views; whoever makes one keeps them alive.
struct ClaimInContext {
  const extract::Claim& claim;
  std::optional<Day> published;
  std::string_view outlet = {};  ///< empty where unknown
  bool correction = false;       ///< the article says of itself that it corrects or updates an earlier one
  std::int64_t article = 0;      ///< equal for claims of one article; 0 for a text that is not stored
  int revision = 0;              ///< of the article; a later one replaces an earlier one
  /// Of a draft: the day on which it is checked, and before which it will not appear.
  std::optional<Day> checked = {};
};

enum class Side : std::uint8_t { neither, a, b };

/// The reference rate by which two currencies were compared.
struct RateUsed {
  std::string from, to;  ///< ISO 4217: one `from` is worth `rate` of `to`
  double rate = 0;
  Day begin = {}, end = {};  ///< of that day, or the average of these days; `end` is no part of them
};

struct Comparison {
  Verdict verdict = Verdict::not_comparable;
  Part part = Part::none;      ///< set for not_comparable, and where a part had to be taken on trust
  double ratio = 0;            ///< the larger figure over the smaller, 1 or more; 0 where there is none
  std::string reason;          ///< one line in plain words, without full stop
  Side newer = Side::neither;  ///< of superseded: which of the two takes the other's place
  std::optional<RateUsed> rate =
      {};  ///< missing where nothing was converted, and where it was read from the database
};

/// THE comparison: may the two figures be set against each other, and do they agree? Pure; exact (no
/// rounding but what was printed). Symmetric in verdict, part and ratio; the reason names `a` first,
/// forecasts before their results.
///
/// Sums in two currencies are compared by the rates of the period, else of the day of publication, and the
/// reason names the rate. They agree where any rate of these days lets them. Without `rates` they are not
/// comparable.
///
/// A part that only one of the two states (period, counterparty, variant) is taken on trust for what is
/// good evidence by itself, equal figures and slips of scale; it never makes a difference or contradiction.
Comparison compare(const ClaimInContext& a, const ClaimInContext& b, const Rates* rates = nullptr);

/// Whether two names with their keys mean one company. Similar is not same: Siemens is not Siemens Energy.
bool same_company(std::string_view entity_a, std::string_view name_a, std::string_view entity_b,
                  std::string_view name_b);

}  // namespace gegenprobe::store

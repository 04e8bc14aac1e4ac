#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "extract/claim.h"
#include "store/compare.h"

// What is no verdict, since the two figures may speak of different things, and still nobody must read past.
namespace gegenprobe::store {

struct Evidence;

struct Remark {
  enum class Kind : std::uint8_t {
    other_metric,    ///< the same figure is known under the name of something it is mixed up with
    power_of_ten,    ///< the same digits are known of it, with the point in another place
    other_sign,      ///< the text itself gives the same figure as profit and as loss
    swapped_digits,  ///< two neighbouring digits stand the other way round
    other_time,      ///< the same figure is known of another year, quarter, …
    other_currency,  ///< the same figure is known in another currency
    other_unit,      ///< the same figure is known in per cent for percentage points, or the other way round
    other_firm,      ///< the same figure is known of another company
    other_figure,    ///< several origins give another figure of what may be the same time
    other_size       ///< of that time another figure is known, too far from it to be held against it
  };
  Kind kind = Kind::other_metric;
  std::int64_t claim = 0;  ///< the stored one, of the evidence or the misses; 0 for other_sign
  std::string reason;      ///< one line in plain words, without full stop
};
std::string_view word(Remark::Kind kind);  ///< "other_metric", …

/// Of a claim, by what is at odds with it and what could not be compared: one of a kind at most, the nearest
/// in time. Where the figure itself is confirmed, other figures say nothing but that it has another name,
/// too.
std::vector<Remark> remarks_on(const ClaimInContext& checked, const std::vector<Evidence>& evidence,
                               const std::vector<Evidence>& misses);

/// Whether the other claim gives the same figure, of what may be the same time, of a company that is neither
/// the checked one nor the other side of its deal.
bool is_told_of_other_firm(const extract::Claim& checked, const extract::Claim& other);

/// "Profit of 45 million" and "loss of 45 million" of one text, period and company: which of its claims has
/// the other sign, if any.
const extract::Claim* of_other_sign(const extract::Claim& claim, const std::vector<extract::Claim>& text);

}  // namespace gegenprobe::store

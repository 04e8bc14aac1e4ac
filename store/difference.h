#pragma once
#include <string>

#include "store/compare.h"

// Of two figures that differ: whether they are sure to speak of one thing. For the comparison's own files.
namespace gegenprobe::store {

/// A part that two claims seem to share and may not. Equal figures speak for it by themselves; figures that
/// differ speak against it.
struct Doubt {
  Part part = Part::none;  ///< none: there is no doubt
  std::string why = {};
};

/// Whether they may be about two things: two of many debts, a price for each share and a sum, the stake that
/// is held and the rest. `ratio` as ratio_of().
Doubt doubt_of_thing(const ClaimInContext& a, const ClaimInContext& b, double ratio);

/// Whether they may be of two times, or one of them of a time that is not over.
Doubt doubt_of_time(const ClaimInContext& a, const ClaimInContext& b);

/// Whether a result may be of something else than its forecast. \pre the figures differ
Doubt doubt_of_outcome(const ClaimInContext& a, const ClaimInContext& b, double ratio);

/// Whether one plan or figure is sure to be what an earlier one has become: both say of what time, or with
/// whom.
bool is_one_plan(const ClaimInContext& a, const ClaimInContext& b);

/// A sum that is as small as a price: of what is earned, owed or paid in all there is none.
bool may_be_a_price(const extract::Claim& claim);

}  // namespace gegenprobe::store

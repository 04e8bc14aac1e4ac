#pragma once
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "extract/claim.h"
#include "extract/matching/finding.h"
#include "ingest/day.h"
#include "store/rates.h"

namespace gegenprobe::store {

/// Whether two figures of one text that stand a thousandfold apart can hardly be anything but a slip.
bool is_telling_slip(const extract::Claim& a, const extract::Claim& b);

/// What is wrong with the claims of one text by themselves: figures that no company can have; sums in
/// brackets that no rate makes of the sum before them, by `rates` of the year before `published`, else where
/// they are a hundredfold off; sums in brackets a thousandfold from one of their currency before them; and
/// one figure that is given twice, a thousandfold apart or once in per cent and once in percentage points.
/// The bounds are data: plausible.toml. Pure; linear in the claims, and quadratic within one subject and
/// metric.
std::vector<extract::Finding> implausible(std::span<const extract::Claim> claims, std::string_view text,
                                          const Rates* rates, std::optional<Day> published);

}  // namespace gegenprobe::store

#pragma once
#include <string>

#include "store/compare.h"

// What comes of a figure later: its outcome, or another in its place. For the comparison's own files.
namespace gegenprobe::store {

bool is_forecast(extract::Modality modality);
/// Both are forecasts, `newer` told more than two weeks after `older`.
bool is_later_forecast(const ClaimInContext& newer, const ClaimInContext& older);
bool in_one_text(const ClaimInContext& a, const ClaimInContext& b);

/// Whether `reported` can be the outcome of `forecast`.
bool is_outcome(const ClaimInContext& reported, const ClaimInContext& forecast);
/// Whether the outcome is better than was forecast. \pre the ranges do not overlap
bool is_beaten(const extract::Claim& forecast, const extract::Claim& reported);

/// Why `newer` takes the place of `older`, in words; empty where it does not. As the changed text of an
/// article; as a correction of it, told by the same outlet; as a restated or final figure, or the next plan.
std::string replaces_as_revision(const ClaimInContext& newer, const ClaimInContext& older);
std::string replaces_as_correction(const ClaimInContext& newer, const ClaimInContext& older);
std::string replaces_as_figure(const ClaimInContext& newer, const ClaimInContext& older);

}  // namespace gegenprobe::store

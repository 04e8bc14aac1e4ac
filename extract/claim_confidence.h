#pragma once
#include "extract/claim_draft.h"

namespace gegenprobe::extract {

/// How likely it is that subject, metric and figure of a claim are right, 0 to 1: of the claims that get 0.9,
/// nine in ten are. A logistic regression on what is seen while the claim is built, fitted to labelled
/// articles and other news (`scripts/score --calibration` shows how it stands; cross-validated Brier score
/// 0.14). Period, modality and source are not part of it. `first_told`: the text has told nothing of the
/// subject by a word of its own so far. \pre all else of the draft is set
float confidence(const Draft& draft, bool first_told);

}  // namespace gegenprobe::extract

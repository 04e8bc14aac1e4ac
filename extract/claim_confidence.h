#pragma once
#include "extract/claim_metric.h"
#include "extract/sentence_view.h"

namespace gegenprobe::extract {

/// How likely it is that subject, metric and figure of a claim are right, 0 to 1: of the claims that get 0.9,
/// nine in ten are. A logistic regression on what is seen while the claim is built, fitted to the labelled
/// articles (`scripts/score --calibration` shows how it stands; cross-validated Brier score 0.11). Period,
/// modality and source are not part of it. \pre all other members of the claim are set
/// `first_told`: the text has told nothing of the subject by a word of its own so far.
float confidence(const SentenceView& view, const MetricChoice& metric, const Claim& claim, bool first_told);

}  // namespace gegenprobe::extract

#pragma once
#include "extract/claims/claim_draft.h"

namespace gegenprobe::extract {

/// What a text has told of a claim's subject so far, by words of their own.
struct Told {
  bool by_word;   ///< any figure
  bool business;  ///< one of its business: a result, its staff, its share
};

/// How likely it is that subject, metric and figure of a claim are right, 0 to 1: of the claims that get 0.9,
/// nine in ten are. A logistic regression on what is seen while the claim is built, each language with
/// weights of its own, fitted to labelled articles and other news (`scripts/score --calibration` shows how it
/// stands on articles about business, of which more are right in English than it says). Period, modality and
/// source are not part of it. \pre all else of the draft is set
float confidence(const Draft& draft, const Told& told);

}  // namespace gegenprobe::extract

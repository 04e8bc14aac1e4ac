#pragma once
#include <vector>

#include "extract/claim.h"
#include "extract/claims/claim_anaphor.h"
#include "extract/claims/claim_draft.h"
#include "extract/claims/claim_topic.h"
#include "extract/claims/market_report.h"
#include "extract/claims/told_figures.h"

namespace gegenprobe::extract {

/// What a text has told up to a figure.
struct TextSoFar {
  const std::vector<Claim>& claims;
  const ToldFigures& told;
  const Topics& topics;
  const MarketReport& report;
  const Measured* measured = nullptr;  ///< what a pronoun of the sentence may stand for
};

/// Sets what a figure measures: by the figure before in one statement, by a word of the clause, by a claim
/// that the sentence goes on with, else by the unit. False where none of them says it.
bool set_metric(Draft& draft, const TextSoFar& text);

/// Words of two metrics are read as the text has read them: "worth" of a firm that is valued, not listed; a
/// "share" where markets are spoken of; what shareholders get when their firm is bought.
void follow_text(Draft& draft, const TextSoFar& text);

}  // namespace gegenprobe::extract

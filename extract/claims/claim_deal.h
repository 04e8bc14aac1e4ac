#pragma once
#include "extract/claims/claim_draft.h"
#include "extract/claims/told_deal.h"

namespace gegenprobe::extract {

// A deal is told in one sentence («X übernimmt Y»), its figures in the next ones («X zahlt 62 Euro je
// Aktie»).

/// «Der Bund hält 12 Prozent», «61 Prozent sind Streubesitz» behind «X hält 27 Prozent an Y»: of Y, too.
void keep_held_firm(const Claim& before, Draft& draft);
/// "|Y shareholders| will receive $54 a share": whether a claim of who buys Y tells what Y's holders get.
bool is_paid_to_shareholders(const Claim& claim, const SentenceView& view);
/// Whether a figure may be of a deal that the sentences before tell: it lacks its other side, or what it
/// measures is only inferred.
bool may_be_of_deal(const Draft& draft);
/// Reads it as one of that deal, where what is said of it fits.
void read_as_of_deal(const ToldDeal& deal, Draft& draft);

}  // namespace gegenprobe::extract

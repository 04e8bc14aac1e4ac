#pragma once
#include "extract/claims/claim_metric.h"
#include "extract/claims/firm_place.h"

namespace gegenprobe::extract {

// Who buys and who is bought: what an offer, a purchase or a payment for shares says of a firm of its
// sentence.

/// The passive of a verb: "was bought", «übernommen wird».
bool is_passive(const SentenceView& view, const Cue& verb);
/// "the right to purchase X for", in the active voice: X is bought.
bool is_bought(const SentenceView& view, const Firm& firm);
/// "when |it| bought X for $5bn": who buys is only named by a pronoun.
bool is_bought_by_pronoun(const SentenceView& view, const Firm& firm);
/// Somebody else than the one that is bid for, if the sentence names one.
bool gives_way_to_bidder(const SentenceView& view, const Firm& firm);
/// "X shareholders will get $55 a share": the firm that is bought, where no word names the price.
bool is_of_paid_shareholders(const SentenceView& view, const Firm& firm, const MetricChoice& metric);
/// "X turned down a $10bn offer for Y": no bid of X's.
bool rejects_bid(const SentenceView& view, const Firm& firm, const Placed& value);
/// "an offer for Y": whether a firm is what is bid for.
bool is_for(const SentenceView& view, const Firm& firm);
/// "the sale of X", "the 2000 purchase of its unit X": what is dealt in, whoever gains or pays by it.
bool is_dealt_in(const SentenceView& view, const FirmPlace& place);
/// "sold 40% of Y |to X| for $5bn": who gets it; null where nobody is named.
const Firm* recipient_of_sale(const SentenceView& view, const Placed& value);
/// Buyer or bought: the figure of an acquisition is told of the buyer. Points for a firm, or against it, as
/// in SubjectChoice::score.
int as_buyer(const SentenceView& view, const Firm& firm, const FirmPlace& place, const Placed& value,
             const Cue* cue);

}  // namespace gegenprobe::extract

#pragma once
#include "extract/claims/claim_metric.h"
#include "extract/claims/sentence_view.h"

namespace gegenprobe::extract {

// What a sum is by what is done with it, where no word names it. `best` is what the words of the sentence
// say.

/// "X will pay $46 per Y share", "$40 in cash for each Y share": what one firm pays for another.
bool is_paid_for_share_of_other(const SentenceView& view, const Placed& value);

/// «8,10 Euro je Anteil», "€6.36 each" where holders get it.
bool is_per_share(const SentenceView& view, const Placed& value);
/// «Die Aktionäre erhalten 8,10 Euro je Anteil», "investors will get €2.25 a share": a dividend.
bool pays_per_share(const SentenceView& view, const Placed& value, const MetricChoice& best);
/// «2,7 Milliarden sollen an die Aktionäre fließen», «die Anteilseigner sollen 2,7 Milliarden erhalten»: a
/// dividend, too.
bool pays_to_shareholders(const SentenceView& view, const Placed& value, const MetricChoice& best);
/// «Das Angebot beläuft sich auf 62 Euro je Aktie»: for a firm.
bool is_offered_per_share(const SentenceView& view, const Placed& value);
/// "X shareholders will receive $55 a share in cash", "$55 for each share": no dividend, X is bought.
bool is_paid_for_share(const SentenceView& view, const Placed& value);
/// "a profit of 33 cents a share", «der Gewinn je Anteil stieg auf 2 Euro»: earnings of one share, not of the
/// firm. `cue` says what is measured, or is null.
bool is_result_per_share(const SentenceView& view, const Placed& value, Metric metric, const Cue* cue);
/// «zahlt 3 Milliarden Franken für die CS», "will acquire X, a maker of chips, for $35 million".
bool is_price_of_bought(const SentenceView& view, const Placed& value, const MetricChoice& best);
/// "paid |$210m| to end the investigation", «zahlt |5 Millionen|, um den Streit beizulegen»: to be rid of a
/// matter of law.
bool is_paid_to_settle(const SentenceView& view, const Placed& value, const MetricChoice& best);
/// "X won |$5m| in damages from Y", «X erhielt von Y |5 Millionen| Schadenersatz»: told from the side of who
/// gets it. Not "received a fine".
bool is_gained(const SentenceView& view, const Placed& value);
/// "US Steel rose $3.30", «BMW verloren 1,2 Prozent»: a firm that rises or falls is its share.
bool is_price_move(const SentenceView& view, const Placed& value);

}  // namespace gegenprobe::extract

#pragma once
#include "extract/claims/claim_buyer.h"
#include "extract/claims/claim_metric.h"
#include "extract/claims/firm_place.h"
#include "extract/claims/sentence_view.h"

namespace gegenprobe::extract {

struct SubjectChoice {
  const Firm* firm = nullptr;
  int score = 0;  ///< how well it fits: about 50 for a firm beside the figure of which nothing else is known
};

/// The firm of the sentence that a figure is about; none where none is near enough. A firm tied to the
/// metric's word («Umsatz von X», "X's profit") goes before the first firm of the clause.
SubjectChoice choose_subject(const SentenceView& view, const Placed& value, const MetricChoice& metric);
/// «Am Werk, das Thyssenkrupp loswerden will, ist X beteiligt»: whether a firm stands in a relative clause
/// that the figure is not in.
bool is_aside(const SentenceView& view, const Firm& firm, const Placed& value);
/// Who has set a target for the shares of another («die Bank hob das Kursziel auf 50 Euro»); nullptr where
/// the figure is none or nobody is named.
const Firm* setter_of_target(const SentenceView& view, const MetricChoice& metric);
/// The firm that a figure which another is compared with is said to be of ("compared to Nokia's $17.8bn",
/// "against $17.8bn at Nokia"); nullptr where none is.
const Firm* firm_compared_with(const SentenceView& view, const Placed& value);
/// "X said Kestrelle had lost $5m": whether a firm only tells of somebody whose name is no firm's that is
/// known.
bool is_told_of_unknown(const SentenceView& view, const Firm& firm, const Placed& value);
/// "Kestrelle lost $5m", "but KMR lost $5m": whether the figure's clause opens with a name that is no firm's
/// that is known, and a verb.
bool opens_with_unknown_name(const SentenceView& view, const Placed& value);
/// Whether a pronoun belongs to a phrase of a list («es gibt», «geht es um»).
bool is_in_phrase(const SentenceView& view, std::uint32_t pronoun, const TagSet& phrases);
/// Whether a pronoun («es», "it") stands before the figure in its clause.
bool pronoun_before(const SentenceView& view, const Placed& value);

}  // namespace gegenprobe::extract

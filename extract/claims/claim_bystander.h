#pragma once
#include "extract/claims/claim_metric.h"
#include "extract/claims/sentence_view.h"

namespace gegenprobe::extract {

// Firms that a sentence names without telling the figure of them, or not of them alone.

/// «Die kleineren Autobauer verdienten 3 Milliarden», «In der Branche fallen 300 Stellen weg»: of firms that
/// are not named.
bool is_of_firms(const SentenceView& view, const Placed& value);

/// «der Siemens-Konkurrent ABB», "Volkswagen subsidiary Audi": the first name only tells who the second is.
/// «Kein Unternehmen, auch nicht Amazon, …»: told of others, and not of this firm either.
bool is_bystander(const SentenceView& view, const Firm& firm);
/// «Die Finanzierungsrunde wurde von X angeführt»: who takes part in what somebody else gets.
bool leads_round(const SentenceView& view, const Firm& firm);
/// «Zorbex bekommt 5 Millionen von X»: who gives it, behind the figure.
bool gives_to_other(const SentenceView& view, const Firm& firm, const Placed& value);
/// "She |earned| $5m", "he was |paid| $5m": a person's; but "he expects a profit".
bool is_earned_by_person(const SentenceView& view, const Placed& value);
/// «200 Milliarden, davon 50 |bei X|», «Von den 300 Stellen entfallen 100 |auf X|»: whose a part is that
/// stands behind the figure.
bool owns_part_behind(const SentenceView& view, const Firm& firm, const Placed& value);
/// "Ryanair ordered 20 |Boeing| planes": whose make is counted, where another firm deals in it.
bool is_make(const SentenceView& view, const Firm& firm, const Placed& value);
/// Whether the clause of a figure is about a firm whose name was not recognised («der Siemens-Konkurrent
/// Zorbex»), or about none («auch nicht Amazon»): no firm named elsewhere is meant then.
bool is_of_unknown_firm(const SentenceView& view, const Placed& value);
/// «Kramer, |der 40 Millionen Abonnenten hat|, …», «der Gründer, der 5 Millionen verdiente»: of a person whom
/// a relative clause describes, where that names no firm.
bool describes_person(const SentenceView& view, const Placed& value);
/// "X, the bank |which| is buying Y, made": the pronoun of the clause that a firm closes as an object, before
/// the verb of the clause around; kNoToken where it does not, and where verbs come last.
std::uint32_t relative_of_object(const SentenceView& view, const Firm& firm);
/// Whether it is of a relative that the clause does not name, or by a name that was not recognised: «…, die
/// Mutter kam auf 3 Milliarden», «die Tochter Zorbex auf 2».
bool is_of_unnamed_kin(const SentenceView& view, const Placed& value);
/// «Ein Liter Benzin kostet 1,50 Euro», «Deutsche verdienen 3000 Euro im Monat», «Das Haus wurde für 3
/// Millionen verkauft»: where the sentence names no firm, told of none.
bool is_of_no_firm(const SentenceView& view, const Placed& value, const MetricChoice& metric);
/// «BMW und Daimler kommen zusammen auf …», "had combined sales", "together with Daimler": of several firms.
bool is_of_several(const SentenceView& view, const Placed& value);
/// "the merger with X, in which |it| holds 51%": whether a firm is what the pronoun's clause hangs on, and so
/// not whom it stands for.
bool is_antecedent(const SentenceView& view, const Firm& firm, const Firm& pronoun);

}  // namespace gegenprobe::extract

#include "extract/claim_subject.h"

namespace gegenprobe::extract {
namespace {

// A firm that scores less is not what the figure is about; the one of the sentences before is.
constexpr int kWorstSubject = 8;

// «Das Unternehmen, das … bewertet wurde»: the figure's clause begins with the pronoun that stands right
// behind the firm's comma.
bool opens_relative_clause(const SentenceView& view, const Firm& firm, const Placed& value) {
  auto begin = value.first;
  while (begin > view.sentence.first && view.text.of(view.text.tokens[begin - 1]) != ",") --begin;
  if (begin == view.sentence.first || !view.has(begin, view.tags.relative_pronoun)) return false;
  for (auto i = firm.last; i + 1 < begin + 1 && i <= firm.last + 2; ++i)
    if (view.text.of(view.text.tokens[i]) == ",") return view.word(i + 1) == view.word(begin);
  return false;
}

// «Titel der Andritz (minus 1,74 Prozent)», «Spar (30 Prozent)»: what is in the brackets is said of the name.
bool stands_before_brackets(const SentenceView& view, const Firm& firm, const Placed& value) {
  if (!view.in_brackets(value.first) || view.in_brackets(firm.first)) return false;
  auto open = value.first;
  while (open > view.sentence.first && view.in_brackets(open - 1)) --open;
  return firm.last == open;
}

}  // namespace

const Firm* choose_subject(const SentenceView& view, const Placed& value, const MetricChoice& metric) {
  const auto& tags = view.tags;
  const Metric claim_metric = metric.key.metric;
  const Firm* best = nullptr;
  int best_score = -1000;
  bool nominative_seen = false;
  const int segment = view.segment(value.first);
  for (const auto& firm : view.firms) {
    int score = firm.reference ? 44 : 50;
    const auto before = firm.first > view.sentence.first ? firm.first - 1 : firm.first;
    auto governor = before;
    while (governor > view.sentence.first && view.has(governor, tags.article)) --governor;
    const bool governed =
        firm.first > view.sentence.first && view.has(governor, tags.preposition) && !firm.reference;
    // Past the apposition: «beim Autobauer BMW», "at the German carmaker BMW"
    const bool far_governed = !governed && governor > view.sentence.first &&
                              view.has(governor - 1, tags.preposition) && !firm.reference;
    if (firm.source || (firm.index && (governed || firm.first > value.first))) continue;
    if (firm.media) score -= 35;
    // «ein Deal mit X»: the other side.
    const bool partner = has_counterparty(claim_metric) && firm.first > view.sentence.first &&
                         view.has(governor, tags.partner_preposition);
    if (partner) score -= 30;
    // «die Übernahme von X durch Y»: the buyer is the one behind «durch».
    if (claim_metric == Metric::acquisition_price && firm.first > view.sentence.first &&
        view.has(governor, tags.agent_preposition))
      score += 60;
    if (opens_relative_clause(view, firm, value)) score += 25;
    score -= view.distance(firm.first, firm.last, value.first, value.last) / 2;
    if (!view.same_clause(firm.first, value.first)) score -= 4;
    if (view.in_brackets(firm.first)) score -= 20;
    if (stands_before_brackets(view, firm, value)) score += 60;
    if (metric.cue) {
      const auto& cue = *metric.cue;
      const int gap = view.distance(firm.first, firm.last, cue.first, cue.last);
      const bool owner_before = firm.last <= cue.first && gap <= 3 && view.same_clause(firm.first, cue.first);
      const bool owner_after =
          firm.first >= cue.last && gap <= 4 && (view.has(governor, tags.genitive_article) || gap == 0);
      if (cue.tag == tags.metric_noun && owner_before) score += 22 - 2 * gap;
      if (cue.tag == tags.metric_noun && owner_after)
        score += 20;
      else if (governed)
        score -= 18;
      else if (far_governed)
        score -= 8;
    } else if (governed) {
      score -= 18;
    }
    if (!governed && !firm.media && !nominative_seen && firm.first < value.first &&
        view.segment(firm.first) == segment)
      score += 12, nominative_seen = true;
    if (view.segment(firm.first) != segment) score -= 8;
    if (firm.first > value.last) score -= 6;
    if (view.has(firm.last, tags.role_noun)) score -= 6;
    if (score > best_score) best = &firm, best_score = score;
  }
  return best_score >= kWorstSubject ? best : nullptr;
}

bool pronoun_before(const SentenceView& view, const Placed& value) {
  for (auto i = view.sentence.first; i < value.first; ++i)
    if (view.has(i, view.tags.subject_pronoun) && view.segment(i) == view.segment(value.first)) return true;
  return false;
}

}  // namespace gegenprobe::extract

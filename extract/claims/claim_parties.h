#pragma once
#include "extract/claims/claim_metric.h"
#include "extract/claims/claim_topic.h"
#include "extract/claims/sentence_view.h"

namespace gegenprobe::extract {

/// What the sentence said before of whose figure it is.
struct PartiesBefore {
  const Claim* previous = nullptr;  ///< the claim before in the sentence
  const Firm* firm = nullptr;       ///< handed out to the figure, see Share
};

/// What speaks for the company that a figure was given.
struct SubjectGrounds {
  int fit = 0;              ///< the firm's in its sentence, see SubjectChoice; 0 where the sentence has none
  bool other_noun = false;  ///< then: a noun of the clause may be its subject
  bool other_head = false;  ///< or, where nouns have no capitals: the word before the verb is
};

/// Whose figure it is, and the company on the other side where the metric has one: the firm of the sentence
/// that governs it, else the one of the claim before in the sentence, else the one the text has come to. Sets
/// the claim's subject and counterparty, and flags for what is not in the sentence; the subject stays empty
/// where there is none. Gives what spoke for it. \pre the claim's metric is set
SubjectGrounds set_parties(const SentenceView& view, const Placed& value, const MetricChoice& metric,
                           const Topics& topics, const PartiesBefore& before, Claim& claim);
/// «dem Bund gehören zwölf Prozent», «…, der Bund hält 12 Prozent»: what a state or a person holds is told of
/// the firm that is held.
bool is_held_by_other(const SentenceView& view, const Placed& value);

}  // namespace gegenprobe::extract

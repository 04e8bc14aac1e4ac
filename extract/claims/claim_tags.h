#pragma once
#include <array>
#include <string_view>

#include "extract/matching/lexicon.h"

namespace gegenprobe::extract {

/// The lists of ClaimTags::cues.
inline constexpr std::array<std::string_view, 22> kCueLists{"metric_noun",
                                                            "metric_verb",
                                                            "up",
                                                            "down",
                                                            "modality",
                                                            "attribution_before",
                                                            "attribution_after",
                                                            "speech_verb",
                                                            "from_preposition",
                                                            "economy",
                                                            "ellipsis",
                                                            "present_plan",
                                                            "no_metric",
                                                            "preliminary",
                                                            "final",
                                                            "corrected",
                                                            "indirect_speech",
                                                            "outcome_verb",
                                                            "attribution_self",
                                                            "attribution_continued",
                                                            "speech_adverb",
                                                            "expectation_verb"};

/// The lists of claim.toml that more than one finder asks for, by number. What one alone asks for stands with
/// it, and is reached through SentenceView::lists().
struct ClaimTags {
  explicit ClaimTags(const Lexicon& lexicon);

  // What a figure measures, and which way it went.
  Tag metric_noun, metric_verb, up, down, label_only, price_move, result_verb, worth, plan_noun,
      expectation_noun, expectation_verb;
  TagSet cues;  ///< those that are looked for as phrases in each sentence with a figure
  // Prepositions, articles and what else tells how a figure or a name stands in its clause.
  Tag preposition, delta_preposition, level_preposition, from_preposition, to_preposition, target_preposition,
      time_preposition, deadline_preposition, origin_preposition, owner_preposition, partner_preposition,
      agent_preposition, share_preposition, price_preposition, complement_preposition, article,
      definite_article, genitive_article, nominative_article, possessive, owner_mark, comparison, above,
      below, per_piece, unit_default;
  TagSet from_words, causes, antecedents, occasions, part_joiners, part_words;
  TagSet qualifying;  ///< words that belong to the figure behind them
  Tag range_opener;   ///< "between"
  // Clauses and their verbs.
  Tag clause_conjunction, conjunction_behind_mark, coordinator, contrast, alternative, subordinator,
      complementizer, relative_pronoun, subject_pronoun, infinitive_marker, marked_infinitive, finite_verb,
      passive_auxiliary, perfect_auxiliary, new_predicate, adjective, modality, present_plan, present_adverb;
  // Who is spoken of.
  Tag firm_noun, firm_pronoun, kind_of_firm, relation_noun, shareholder, staff, product, other_subject,
      person_pronoun, human_pronoun, person_title, role_noun, first_name, place, outside_expert, receive_verb,
      pay_verb, offer_noun;
  TagSet indices, authorities;
  // Who says so.
  Tag attribution_before, attribution_after, attribution_self, attribution_continued, indirect_speech,
      speech_verb, speech_adverb, speech_gap, said_to_verb, addressed_verb, announcement_verb, media_verb,
      outlook_verb, listener_article, source_opener, unnamed_source, report_noun, study_noun, page_noun,
      content_noun;
  // Times.
  Tag month, time_noun;
  // What a language is like.
  bool capital_nouns, verbs_last;
  bool guesses_near_only, parts_behind_sum;  ///< see claim.toml
};

}  // namespace gegenprobe::extract

#pragma once
#include <array>
#include <string_view>

#include "extract/lexicon.h"

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

/// The lists of claim.toml, by number.
struct ClaimTags {
  Tag metric_noun, metric_verb, up, down, delta_preposition, level_preposition, from_preposition, preposition,
      genitive_article, genitive_only, article, possessive, clause_conjunction, conjunction_behind_mark,
      coordinator, modality, attribution_before, attribution_after, speech_verb, role_noun, indirect_speech,
      preliminary, final, corrected, economy, per_piece, unit_default, first_name, target_preposition,
      subject_pronoun, person_pronoun, from_noun, relative_pronoun, partner_preposition, to_preposition,
      share_preposition, backshift, ellipsis, expectation_verb, comparison, since_preposition, indirect_past,
      present_plan, agent_preposition, minus, separable, subordinator, complementizer, infinitive_marker,
      finite_verb, outcome_verb, forecast_noun, headline_future, alternative, attribution_self,
      attribution_continued, speech_adverb, result_verb, above, below, receive_verb, speech_gap, firm_pronoun,
      unnamed_source, passive_auxiliary, perfect_auxiliary, time_preposition, source_opener, report_noun,
      definite_article, state_participle, new_predicate, announcement_verb, deadline_preposition,
      time_conjunction, media_verb, firm_noun, adjective, other_subject, pay_verb, price_preposition,
      bought_noun, recipient_preposition, sell_verb, human_pronoun, object_behind_verb, owner_mark, place,
      person_title, price_move, label_only, economy_too, worth, shareholder, market, contrast, no_metric,
      present_adverb, maturity, month, public_count, offer_noun, content_noun, staff, result_participle,
      part_gap, product, premises, nominative_article, base_preposition, origin_preposition, origin_or_during,
      outlook_verb, outside_expert, polled, future_in_past, share_held, expectation_noun,
      complement_preposition, expectation_gap, question_word, relation_noun, relation_noun_before_name,
      together, absolute_preposition, absolute_verb, addressed_verb, lend_verb, own_capital, award,
      plural_move, new_job, workplace, offer_verb, continental_currency, bid_verb, net_adverb, so_far,
      comparative, verb_only, event_noun, former_adverb, now_adverb;
  Tag effect_noun, buyback, option_noun, deal_noun, person_pronoun_relative, multiple;
  TagSet commodities, payment_forms;
  TagSet cues;  ///< those that are looked for as phrases in each sentence with a figure
  TagSet year_before, year_distance, same_time, whole_year, end_words, running_words, causes, antecedents,
      indices, authorities, from_words, part_joiners, part_words, exclusions, occasions, expletives,
      existentials, decade_words, denials, joint, restatings, parts_of_group;
  Tag study_noun, staff_beside, affected, carried, part_noun, inner_noun, user_cost, page_noun, exchange_noun,
      target_verb, time_noun, kind_of_firm;
  Tag owner_preposition, weak_pronoun, year_metric;
  Tag said_to_verb, listener_article, past_perfect_auxiliary, anterior_conjunction;
  Tag negation, contracted_negation, negation_focus, negation_gap, never, first_time, negative_article,
      negatable_verb, plan_noun, former_adjective, further;
  TagSet rates, rate_adjectives;
  Tag command, aside_participle, misstate_verb, founding_verb, order_noun, cent_word, cents_of,
      dollar_exchange, taken_word, reject_verb;
  TagSet replacing;
  TagSet qualifying;  ///< words that belong to the figure behind them
  bool capital_nouns, verbs_last;
  bool guesses_near_only, parts_behind_sum;  ///< see claim.toml

  explicit ClaimTags(const Lexicon& lexicon);
};

}  // namespace gegenprobe::extract

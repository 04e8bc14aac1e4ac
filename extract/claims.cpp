// For each figure of a sentence, in this order: the metric (the cue that stands nearest and fits the kind of
// figure), the role (the preposition before it, else the nearest word of direction), the subject (a firm tied
// to the metric's word, else the firm the clause is about, else the one the text is about), the counterparty,
// the period, the modality, the source. What is taken from outside the sentence is marked by a flag.
#include "extract/claims.h"

#include <algorithm>

#include "extract/attribution.h"
#include "extract/claim_basis.h"
#include "extract/claim_confidence.h"
#include "extract/claim_distribution.h"
#include "extract/claim_draft.h"
#include "extract/claim_metric.h"
#include "extract/claim_metric_choice.h"
#include "extract/claim_modality.h"
#include "extract/claim_part.h"
#include "extract/claim_parties.h"
#include "extract/claim_payment.h"
#include "extract/claim_period.h"
#include "extract/claim_role.h"
#include "extract/claim_series.h"
#include "extract/claim_subject.h"
#include "extract/claim_topic.h"
#include "extract/market_report.h"
#include "extract/sentence_view.h"
#include "extract/told_figures.h"
#include "extract/told_times.h"

namespace gegenprobe::extract {
namespace {

struct DocumentTags {
  Tag counts;        // verbs by which an airport counts its passengers
  TagSet tolerance;  // «plus oder minus»
  Tag adjusted;      // «bereinigt»
  Tag makes_known;   // verbs by which a firm tells its own figures: «teilte … mit»
  Tag polled, continental_currency, staff_beside, affected, carried, exchange_noun, weak_pronoun, further,
      cent_word, cents_of, dollar_exchange;
  explicit DocumentTags(const Lexicon& lexicon)
      : counts(lexicon.tag("counts_carried")),
        tolerance(lexicon.tags({"tolerance"})),
        adjusted(lexicon.tag("adjusted_word")),
        makes_known(lexicon.tag("makes_known")),
        polled(lexicon.tag("polled")),
        continental_currency(lexicon.tag("continental_currency")),
        staff_beside(lexicon.tag("staff_beside")),
        affected(lexicon.tag("affected")),
        carried(lexicon.tag("carried")),
        exchange_noun(lexicon.tag("exchange_noun")),
        weak_pronoun(lexicon.tag("weak_pronoun")),
        further(lexicon.tag("further")),
        cent_word(lexicon.tag("cent_word")),
        cents_of(lexicon.tag("cents_of")),
        dollar_exchange(lexicon.tag("dollar_exchange")) {}
};
const DocumentTags& own(const SentenceView& view) { return view.lists<DocumentTags>(); }

// "it said": the firm the figure is about; but "It said Lumenara had lost $5m" is told by somebody else, who
// is named where the pronoun stands for a firm.
std::string speaker_by_pronoun(const SentenceView& view, const Attribution& attribution, const Claim& claim) {
  const auto named = [&](const Firm& firm) { return !firm.reference && firm.entity == claim.subject_entity; };
  constexpr std::uint32_t kReach = 3;  // "said that the"
  const auto first = std::ranges::find_if(view.firms, named);
  if (first == view.firms.end() || first->first < attribution.cue || first->first > attribution.cue + kReach)
    return claim.subject;
  const auto said = std::ranges::find_if(
      view.firms, [&](const Firm& firm) { return firm.reference && firm.last <= attribution.cue; });
  return said == view.firms.end() ? std::string{} : std::string(said->name);
}

bool is_told_by_the_share(const Claim& claim) {
  return claim.metric == Metric::share_price || claim.metric == Metric::dividend ||
         claim.variant == "per_share";
}

// "€1.500", "1.500 euros": one and a half in English, fifteen hundred where the author counts as the
// continent does. Nobody does so with dollars; what a share brings has three decimals.
bool may_be_groups(const SentenceView& view, const Placed& value, const Claim& claim) {
  constexpr double kMostPrinted = 1000;  // more has a scale: "€1.500 million"
  const auto& amount = *value.mention->amount();
  if (value.mention->kind != MentionKind::money || !amount.resolved() ||
      amount.most().to_double() >= kMostPrinted)
    return false;
  std::string code = amount.unit;
  for (char& c : code) c |= 0x20;  // "EUR", as lists hold it
  if (is_told_by_the_share(claim) || view.lexicon.value_of(code, own(view).continental_currency).empty())
    return false;
  const auto printed = view.text.utf8.substr(value.mention->span.begin, value.mention->span.size());
  const auto point = printed.find('.');
  const auto is_digit = [&](std::size_t i) {
    return i < printed.size() && printed[i] >= '0' && printed[i] <= '9';
  };
  std::size_t before = 0, behind = 0;
  while (before < point && point != std::string::npos && is_digit(point - 1 - before)) ++before;
  while (point != std::string::npos && is_digit(point + 1 + behind)) ++behind;
  return before >= 1 && before <= 3 && behind == 3 && printed[point - before] != '0';
}

// Who expects is no source of what has been; who reports results is none of its own.
std::string source_of(const SentenceView& view, const Attribution& attribution, const Claim& claim,
                      const Placed& value) {
  if (attribution.expects && claim.modality == Modality::asserted) return {};
  if (attribution.own_result && attribution.name == claim.subject && value.first > attribution.cue) return {};
  return attribution.subject ? speaker_by_pronoun(view, attribution, claim) : attribution.name;
}

// "NBC said its profit": of a result of its own, though papers and broadcasters mostly tell of others.
bool tells_of_itself(const SentenceView& view, const Firm& firm) {
  constexpr std::uint32_t kReach = 4;
  if (!view.has(firm.last, view.tags.speech_verb) || !view.has(firm.last + 1, view.tags.possessive) ||
      view.has(firm.last + 1, view.tags.human_pronoun))
    return false;
  return std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return cue.tag == view.tags.metric_noun && cue.first > firm.last && cue.first <= firm.last + kReach &&
           is_result(key_of(cue).metric);
  });
}

// «Der Umsatz stieg auf 5 Milliarden, teilte X mit», «für 2026 erwartet X 5 Milliarden»: where the sentence
// names nobody else, X tells it of itself.
bool tells_of_own(const SentenceView& view, const Attribution& attribution, const Firm& firm) {
  const bool makes_known = view.has(attribution.cue, own(view).makes_known);
  if (firm.media || (!makes_known && !attribution.expects && !attribution.own_result)) return false;
  return std::ranges::all_of(view.firms, [&](const Firm& other) { return other.entity == firm.entity; });
}

// The firm that a sentence relies on is no subject of its figures, nor is another that says it too: "The
// Times and The Telegraph say they will …".
void mark_sources(SentenceView& view, const Attribution& attribution) {
  for (auto& firm : view.firms)
    if (firm.first == attribution.first && attribution.last > attribution.first &&
        (attribution.cue < firm.first || (firm.media && !tells_of_itself(view, firm))) &&
        !tells_of_own(view, attribution, firm))
      firm.source = true;
  for (std::size_t i = view.firms.size(); i-- > 1;)
    if (auto& before = view.firms[i - 1]; view.firms[i].source && before.media &&
                                          view.has(before.last, view.tags.coordinator) &&
                                          view.firms[i].first <= before.last + 2)
      before.source = true;
}

// "Barclays analysts expect copper to average", "Barclays' economists had forecast".
bool is_employer_of_expecting(const SentenceView& view, const Firm& firm) {
  constexpr std::uint32_t kReach = 6;
  if (firm.reference || view.verbs_last) return false;
  auto expert = firm.last;
  if (view.genitive_at(expert)) expert += 1 + view.has(expert + 1, view.tags.owner_mark);
  if (!view.has(expert, view.tags.outside_expert)) return false;
  for (auto i = expert + 1; i < view.sentence.last && i <= expert + kReach; ++i)
    if (view.has(i, view.tags.expectation_verb) || view.has(i, view.tags.speech_verb)) return true;
  return false;
}

// "analysts at Barclays", «Volkswirt der Commerzbank», «eine Studie von Roland Berger»; "polled by LSEG",
// «von LSEG befragte Fachleute».
void mark_employers(SentenceView& view) {
  for (auto& firm : view.firms) {
    firm.outsider = is_employer_of_expecting(view, firm);
    firm.source = firm.source || firm.outsider;
    auto before = view.governor(firm.first);
    const bool governed = before != kNoToken;
    if (!governed && firm.first > view.sentence.first && view.has(firm.first - 1, view.tags.genitive_article))
      before = firm.first - 1;
    if (before == kNoToken || before == view.sentence.first) continue;
    const bool works_for = view.has(before - 1, view.tags.outside_expert);
    const bool polls = view.has(before - 1, own(view).polled) || view.has(firm.last, own(view).polled);
    // Not «eine Analyse zu X», «das Ranking mit X»: what it is about.
    const bool made_by = !governed || view.has(before, view.tags.agent_preposition) ||
                         view.has(before, view.tags.owner_preposition) ||
                         view.has(before, view.tags.genitive_article);
    const bool studies = made_by && view.has(before - 1, view.tags.study_noun);
    firm.outsider = firm.outsider || studies || (governed && (works_for || polls));
    firm.source = firm.source || firm.outsider;
  }
  // "analysts at Barclays and Peel Hunt"
  for (std::size_t i = 1; i < view.firms.size(); ++i) {
    auto &before = view.firms[i - 1], &firm = view.firms[i];
    const bool joined = firm.first == before.last + 1 && (view.has(before.last, view.tags.coordinator) ||
                                                          view.text.of(view.text.tokens[before.last]) == ",");
    if (before.outsider && joined && view.governor(before.first) != kNoToken && !firm.reference)
      firm.outsider = firm.source = true;
  }
}

// Neither what is measured nor whose it is stands in the sentence, but for a pronoun: «Sie verweist darauf,
// dass fünf Milliarden dafür aufgewendet würden».
bool tells_neither(const Draft& draft) {
  const Claim& claim = draft.claim;
  if (claim.rule != "unit" || claim.metric != Metric::other || claim.kind == MentionKind::quantity)
    return false;
  const SentenceView& view = draft.view;
  if (own(view).weak_pronoun == kNoTag) return false;
  if (claim.flags & kSubjectAssumed) return true;
  return (claim.flags & kSubjectResolved) && std::ranges::none_of(view.firms, [&](const Firm& firm) {
           return firm.entity == claim.subject_entity && !view.has(firm.first, own(view).weak_pronoun);
         });
}

// "the cloud unit had revenue of $5bn, up 35%", "$5bn, a rise of 35%": nothing but the change of the figure
// before.
bool adds_change(const Draft& draft) {
  constexpr std::uint32_t kMostBetween = 8;  // ", down from previous market expectations of"
  const SentenceView& view = draft.view;
  if (!draft.follows_claim() || draft.previous->metric != draft.claim.metric) return false;
  const auto begin = view.begin_with_qualifier(draft.value), end = draft.before->last;
  if (begin <= end || begin > end + kMostBetween || view.text.of(view.text.tokens[end]) != ",") return false;
  const auto between = [&](const Cue& cue) { return cue.first > end && cue.last <= begin; };
  return std::ranges::any_of(view.cues,
                             [&](const Cue& cue) {
                               return (cue.tag == view.tags.up || cue.tag == view.tags.down) && between(cue);
                             }) &&
         std::ranges::none_of(
             view.cues, [&](const Cue& cue) { return cue.tag == view.tags.metric_noun && between(cue); });
}

// "growth of 4% to 5%, up from 3% to 4%": nobody ranges over what has been; it is the forecast before.
bool is_range_compared(const Draft& draft) {
  const auto is_range = [](const Amount& amount) {
    return amount.min && amount.max && compare(*amount.min, *amount.max) < 0;
  };
  return draft.previous && is_base(draft) && draft.previous->modality == Modality::expected &&
         is_range(draft.previous->value) && is_range(draft.claim.value);
}

// A firm that a text has named once, sentences ago, and told nothing of the business of, is not whom it means
// by "they are to pay €20,000".
bool is_guess_from_afar(const Draft& draft, bool told_business) {
  constexpr std::uint32_t kFar = 4;  // sentences
  const Claim& claim = draft.claim;
  return draft.view.tags.guesses_near_only && !told_business && draft.standing.since >= kFar &&
         (claim.flags & (kSubjectAssumed | kSubjectResolved)) && !is_result(claim.metric);
}

bool is_figure(const Mention& mention) { return mention.amount() != nullptr; }

// A sum in dollars, not only in cents, which several countries have.
bool speaks_of_dollars(const Found& found) {
  return std::ranges::any_of(found.mentions, [&](const Mention& mention) {
    if (mention.kind != MentionKind::money || mention.amount()->unit != "USD") return false;
    const std::string printed = folded(found.text.of(mention.span));
    return printed.find('c') == std::string::npos;  // no "cents", "ct"
  });
}

class Document {
 public:
  explicit Document(const Found& found)
      : found_(found), topics_(found), times_(found), speaks_of_dollars_(speaks_of_dollars(found)) {}

  std::vector<Claim> run() {
    const auto last_figure =
        std::ranges::find_if(found_.mentions.rbegin(), found_.mentions.rend(), is_figure);
    if (last_figure == found_.mentions.rend()) return {};
    std::size_t next_mention = 0, next_reference = 0;
    for (std::uint32_t i = 0; i < found_.text.sentences.size(); ++i) {
      // Behind the last figure nothing is claimed; only the day of a market report may still be named there.
      const bool behind_all = found_.text.sentences[i].span.begin > last_figure->span.begin;
      if (behind_all && !report_.wants_day()) break;
      starts_.push_back({next_mention, next_reference});
      SentenceView view(found_, i, next_mention, next_reference);
      if (behind_all) {
        report_.note_days(view, found_.published);
        continue;
      }
      topics_.name_references(view);
      topics_.note_firms(view);
      speakers_.remember_persons(view);
      report_.note_days(view, found_.published);
      const auto claims_before = claims_.size();
      if (!view.values.empty()) {
        view.find_cues();
        read(view, i);
      }
      times_.note_sentence(view);
      if (claims_.size() > claims_before && !is_index(claims_[claims_before]))
        topics_.remember(claims_[claims_before], view);
      else
        topics_.remember(view);
    }
    report_.date(claims_);
    return std::move(claims_);
  }

 private:
  void read(SentenceView& view, std::uint32_t index);
  std::optional<Attribution> find_source(const SentenceView& view, std::uint32_t index);
  std::optional<Claim> claim_of(Draft draft, std::uint32_t sentence) const;
  bool set_metric(Draft& draft) const;
  bool set_metric_by_unit(Draft& draft) const;
  void keep_target(Claim& claim) const;
  void follow_text(Draft& draft) const;
  void set_time(Draft& draft, std::uint32_t sentence) const;
  void count_in_cents_at_home(Draft& draft) const;

  const Found& found_;
  std::vector<Claim> claims_;
  ToldFigures told_;
  Topics topics_;
  Speakers speakers_;
  ToldTimes times_;
  MarketReport report_;
  const bool speaks_of_dollars_;
  struct Start {
    std::size_t mention, reference;
  };
  std::vector<Start> starts_;  // of the sentences so far: where their mentions and references begin
};

// «das bereinigte operative Ergebnis (Ebit)», «verdiente bereinigt 3,6 Milliarden».
bool is_adjusted(const Draft& draft, Metric metric) {
  constexpr std::uint32_t kReach = 5;
  const SentenceView& view = draft.view;
  const Tag adjusted = own(view).adjusted;
  if ((metric != Metric::profit && metric != Metric::operating_profit) || !view.may_have(adjusted))
    return false;
  const auto begin = view.begin_with_qualifier(draft.value);
  if (begin > view.sentence.first && view.has(begin - 1, adjusted)) return true;
  const Cue* cue = draft.metric.cue;
  if (!cue || cue->tag != view.tags.metric_noun) return false;
  for (auto i = cue->first; i > view.sentence.first && i + kReach > cue->first; --i) {
    if (view.has(i - 1, adjusted)) return true;
    const Token& before = view.text.tokens[i - 1];
    if (view.has(i - 1, view.tags.article) || view.has(i - 1, view.tags.preposition) ||
        (before.is(TokenClass::punctuation) && view.text.of(before) != "("))
      return false;
  }
  return false;
}

// By the figure before in one statement, by a word of the clause, by a claim that the sentence goes on with,
// else by the unit. Nothing where none of them says what is measured.
bool Document::set_metric(Draft& draft) const {
  Claim& claim = draft.claim;
  MetricChoice& metric = draft.metric;
  metric = choose_metric(draft.view, draft.value);
  draft.chained = !draft.share.metric && !draft.share.firm && is_chained_to_claim(draft);
  const auto take_over = [&](const Claim& from, std::string_view rule) {
    claim.metric = metric.key.metric = from.metric;
    claim.variant = from.variant;
    if (draft.before &&
        claim.kind != MentionKind::percent)  // «wuchs organisch um 2 Prozent auf 5 Milliarden»
      claim.variant = without_basis(from.variant, basis_of(draft.view, *draft.before));
    claim.rule = rule;
  };
  constexpr int kScoreOfShare = 60, kScoreOfChain = 40, kScoreOfEllipsis = 30;
  if (draft.share.metric) metric = {key_of(*draft.share.metric), draft.share.metric, kScoreOfShare};
  // "sales rose 5% to $40bn and revenue from": the word of what comes next.
  if (draft.chained && metric.cue && metric.cue->first > draft.value.last &&
      draft.view.has(draft.value.last, draft.view.tags.coordinator) && !draft.view.capital_nouns)
    metric.cue = nullptr;
  const bool own_word =
      metric.cue && draft.before && metric.cue->first >= draft.before->last &&
      !is_of_next_figure(draft, *metric.cue) && !(draft.chained && restates(draft.view, draft.value)) &&
      !(metric.cue->tag == draft.view.tags.metric_verb && is_base(draft)) &&
      !(draft.is_conversion() && !draft.view.in_brackets(metric.cue->first)) &&
      !(draft.chained && draft.view.capital_nouns && draft.view.in_brackets(draft.value.first) &&
        !draft.view.in_brackets(metric.cue->first));
  if (is_price_of_stake(draft)) {
    draft.chained = true;
    claim.metric = metric.key.metric = Metric::acquisition_price;
    claim.rule = word(claim.metric);
    metric.score = std::max(metric.score, kScoreOfChain);
    metric.key.role.reset();
  } else if (draft.chained && !own_word) {
    take_over(*draft.previous, draft.previous->rule);
    // «senkt die Umsatzprognose um 5 Prozent auf 4 Milliarden»: the sum is one of sales.
    const bool change_of_forecast = draft.previous->metric == Metric::other &&
                                    draft.previous->kind == MentionKind::percent &&
                                    claim.kind == MentionKind::money;
    if (const auto named = extract::metric(draft.previous->rule); named && change_of_forecast)
      claim.metric = metric.key.metric = *named;
    metric.score = std::max(metric.score, kScoreOfChain);
    metric.key.role.reset();
  } else if (metric.cue || metric.inferred) {
    claim.metric = metric.key.metric;
    claim.variant = metric.key.variant;
    claim.rule = word(claim.metric);
  } else if (const Claim* before = goes_on_with(claims_, draft.view, draft.value)) {
    take_over(*before, "ellipsis");
    draft.continued = before;
    claim.flags |= kMetricInherited;
    metric.score = kScoreOfEllipsis;
  } else if (is_left_out(draft)) {
    take_over(*draft.previous, draft.previous->rule);
    metric.score = kScoreOfChain;
  } else {
    return set_metric_by_unit(draft);
  }
  if (is_adjusted(draft, claim.metric) && (claim.variant.empty() || claim.variant == "ebitda"))
    claim.variant = claim.variant.empty() ? "adjusted" : "adjusted_ebitda";
  if (is_result_per_share(draft.view, draft.value, claim.metric) || goes_on_per_share(draft))
    claim.variant = "per_share";
  else if (claim.variant == "per_share" && is_whole_of_shares(draft))
    claim.variant.clear();
  else if (const auto rate = rate_of(draft); !rate.empty())
    claim.variant = rate;
  return true;
}

// No word says what is measured; the unit may (employees, gigawatts), else it stays open.
bool Document::set_metric_by_unit(Draft& draft) const {
  if (is_public_count(draft)) return false;
  const SentenceView& view = draft.view;
  Claim& claim = draft.claim;
  if (describes_kin(draft)) return false;
  const auto fallback = view.lexicon.value_of(draft.amount.unit, view.tags.unit_default);
  const bool quantity = claim.kind == MentionKind::quantity, percent = claim.kind == MentionKind::percent;
  if (quantity && fallback.empty() && draft.amount.unit != "point") return false;
  const bool carried = quantity && !view.lexicon.value_of(draft.amount.unit, own(view).carried).empty();
  if (carried && !view.has_beside(draft.value.first, own(view).counts)) return false;
  const bool of_market = percent && report_.leaves_word_out();
  if (percent && fallback.empty() && !of_market && std::ranges::none_of(view.firms, &Firm::index))
    return false;
  claim.metric = fallback.empty() ? Metric::other : extract::metric(fallback).value_or(Metric::other);
  const bool are_there = is_of_new_jobs(draft) || (names_workplaces(draft) && !told_.told(Metric::job_cuts));
  if (claim.metric == Metric::job_cuts && are_there) claim.metric = Metric::headcount;
  if (carried) claim.metric = Metric::sales_volume;
  claim.rule = "unit";
  if (claim.metric == Metric::headcount) {
    if (view.has_beside(draft.value.first, own(view).staff_beside))
      claim.metric = Metric::other;
    else if (told_.told(Metric::job_cuts) && view.has_in_segment(draft.value.first, own(view).affected))
      claim.metric = Metric::job_cuts;
  }
  if (of_market) claim.metric = Metric::share_price, claim.rule = "market-report";
  // «… standen sie ein Prozent im Plus»: still the shares of the sentence before.
  if (of_market && view.firms.empty() && pronoun_before(view, draft.value)) return true;
  const bool people = (measure_of(claim.kind, draft.amount) & kPeople) && topics_.current(view).known();
  // A bank tells rates of the economy, a paper those of a poll; what is counted may be the source's own.
  const bool told_of_firm = std::ranges::any_of(view.firms, [&](const Firm& firm) {
    return quantity || !(firm.source || (firm.media && claim.kind == MentionKind::percent));
  });
  return told_of_firm || people || (quantity && pronoun_before(view, draft.value));
}

// "raised its offer to £14bn": for whom it is bidding all the while.
void Document::keep_target(Claim& claim) const {
  const auto& bid = told_.last_bid();
  if (bid.bidder != claim.subject_entity) return;
  claim.counterparty = bid.target;
  claim.counterparty_entity = bid.target_entity;
}

// A word for shares, or where they are dealt in, in the clause of the figure.
bool speaks_of_shares(const Draft& draft) {
  const SentenceView& view = draft.view;
  if (view.has_beside(draft.value.first, own(view).exchange_noun)) return true;
  return std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return cue.tag == view.tags.metric_noun && view.same_clause(cue.first, draft.value.first) &&
           (key_of(cue).metric == Metric::share_price || key_of(cue).metric == Metric::market_cap);
  });
}

// Words of two metrics are read as the text has read them: "worth" of a firm that is valued, not listed; a
// "share" where markets are spoken of; what shareholders get when their firm is bought.
void Document::follow_text(Draft& draft) const {
  Claim& claim = draft.claim;
  if (claim.metric == Metric::acquisition_price && claim.counterparty.empty()) keep_target(claim);
  const Cue* cue = draft.metric.cue;
  const bool worth = cue && draft.view.has(cue->first, draft.view.tags.worth);
  const auto told = [&](Metric metric) { return told_.told(claim, metric); };
  if (claim.metric == Metric::market_cap && worth && told(Metric::valuation) && !told(Metric::market_cap))
    claim.metric = Metric::valuation;
  if (claim.metric == Metric::stake && claim.kind == MentionKind::percent && claim.counterparty.empty() &&
      told_.told(Metric::market_share) && !told(Metric::stake))
    claim.metric = Metric::market_share;
  // "owns 1.1% of X, worth about $17bn": of the stake.
  if (claim.metric == Metric::market_cap && draft.follows_claim() &&
      draft.previous->metric == Metric::stake &&
      draft.view.same_clause(draft.before->first, draft.value.first))
    claim.metric = Metric::other;
  // «hält 26 Prozent der X-Aktien und hat sich weitere 3 Prozent gesichert».
  if (claim.metric == Metric::share_price && claim.kind == MentionKind::percent && draft.follows_claim() &&
      draft.previous->metric == Metric::stake &&
      draft.view.has(draft.value.first - 1, own(draft.view).further)) {
    const Claim& stake = *draft.previous;
    claim.metric = Metric::stake, claim.role = Role::increase;
    claim.subject = stake.subject, claim.subject_entity = stake.subject_entity;
    claim.counterparty = stake.counterparty, claim.counterparty_entity = stake.counterparty_entity;
  }
  // «Der Absatz von Opel brach 53 Prozent ein, Ford verzeichnete Verluste von 48 Prozent»: of what was told.
  if (claim.metric == Metric::share_price && cue && cue->tag == draft.view.tags.metric_noun &&
      key_of(*cue).metric == Metric::loss && !speaks_of_shares(draft) && draft.follows_claim() &&
      draft.previous->kind == claim.kind && is_result(draft.previous->metric))
    claim.metric = draft.previous->metric;
  // «Das sind 40 Prozent der Belegschaft»: of the jobs that the sentence before cuts.
  if (claim.metric == Metric::other && claim.kind == MentionKind::percent && cue && !claims_.empty() &&
      key_of(*cue).metric == Metric::headcount && claims_.back().metric == Metric::job_cuts &&
      claims_.back().subject_entity == claim.subject_entity && restates_sentence(draft.view))
    claim.metric = Metric::job_cuts, claim.modality = claims_.back().modality;
  if (claim.metric == Metric::dividend && draft.metric.inferred && !claims_.empty() &&
      claims_.back().metric == Metric::acquisition_price)
    claim.metric = Metric::acquisition_price;
  if (claim.rule == "unit" && claim.metric == Metric::other && claim.kind == MentionKind::quantity &&
      told_.told_in_unit(claim, Metric::sales_volume))
    claim.metric = Metric::sales_volume;
}

// "19.3 cents a share" of a firm whose country has cents of its own; still an assumption.
void Document::count_in_cents_at_home(Draft& draft) const {
  const SentenceView& view = draft.view;
  Claim& claim = draft.claim;
  bool cents = false;
  for (auto i = draft.value.first; i < draft.value.last; ++i) cents |= view.has(i, own(view).cent_word);
  if (!cents || !is_told_by_the_share(claim) || speaks_of_dollars_) return;
  const auto firm = std::ranges::find_if(found_.mentions, [&](const Mention& mention) {
    const auto* company = mention.company();
    return company && company->known && company->entity == claim.subject_entity;
  });
  if (firm == found_.mentions.end()) return;
  const auto& known = *firm->company()->known;
  // Whoever is dealt in abroad pays in that country's money.
  const std::string exchange = folded(known.ticker.substr(0, known.ticker.find(':')));
  if (!view.lexicon.value_of(exchange, own(view).dollar_exchange).empty()) return;
  if (const auto unit = view.lexicon.value_of(folded(known.country), own(view).cents_of); !unit.empty())
    claim.value.unit = unit;
}

void Document::set_time(Draft& draft, std::uint32_t sentence) const {
  auto& claim = draft.claim;
  if (draft.is_conversion()) {
    take_bound(draft.previous->value, claim.value);
    claim.period = draft.previous->period;
    claim.role = draft.previous->role;
    claim.modality = draft.previous->modality;
    claim.flags |= draft.previous->flags & kPeriodAssumed;
    return;
  }
  const bool undated = is_undated_base(draft);
  if (!draft.whole && !undated) {
    auto context = times_.context(claim, draft.previous, draft.continued, sentence);
    context.own_date = draft.share.date;
    set_period(draft.view, draft.value, claim, context);
  }
  forget_forecast_of_past(draft, found_.published, claim);
  if (is_former_plan(draft.view, draft.value, claim))
    claim.flags |= kFormerPlan;
  else if (!draft.whole && (undated || is_of_earlier_time(draft.view, draft.value, claim)))
    claim.flags |= kEarlierTime;
}

std::optional<Claim> Document::claim_of(Draft draft, std::uint32_t sentence) const {
  const SentenceView& view = draft.view;
  const Placed& value = draft.value;
  const Claim* previous = draft.previous;
  Claim& claim = draft.claim;
  if (draft.share.unclear) return std::nullopt;
  if (names_a_size(view, value) || is_an_article(draft) || !is_of_a_company(draft)) return std::nullopt;
  if (!set_metric(draft) || is_of_the_economy(draft)) return std::nullopt;
  // "$9.6bn, plus or minus $300m": how far it may be off.
  if (view.preceded_by(view.begin_with_qualifier(value), own(view).tolerance)) {
    if (claim.kind == MentionKind::money) return std::nullopt;
    claim.metric = Metric::other;
    claim.variant.clear();
  }
  if (draft.amount.unit == "person" &&
      (claim.metric == Metric::headcount || claim.metric == Metric::job_cuts))
    claim.value.unit = "employee";
  draft.whole = is_whole_of_cut(draft);
  if (draft.whole)
    claim.metric = Metric::headcount;
  else if (draft.chained && restates(view, value))
    claim.modality = previous->modality;
  else
    set_modality(view, value, claim);
  if (claim.modality == Modality::asserted && previous && previous->metric == claim.metric &&
      goes_on_with_former_plan(view, value, *previous))
    claim.modality = Modality::expected;
  if (is_range_compared(draft)) claim.modality = previous->modality;
  if (const Firm* other = draft.chained ? firm_compared_with(view, value) : nullptr) {
    claim.subject = other->name;
    claim.subject_entity = other->entity;
  } else if (draft.chained && previous) {
    claim.subject = previous->subject;
    claim.subject_entity = previous->subject_entity;
    claim.counterparty = previous->counterparty;
    claim.counterparty_entity = previous->counterparty_entity;
    claim.flags |= previous->flags & (kSubjectResolved | kSubjectAssumed);
  } else {
    draft.grounds = set_parties(view, value, draft.metric, topics_, {previous, draft.share.firm}, claim);
  }
  if (claim.subject.empty() || tells_neither(draft)) return std::nullopt;
  follow_text(draft);
  claim.variant = draft.is_conversion()
                      ? previous->variant
                      : with_part(claim.variant, part_of(view, value, draft.metric.cue, claim.metric));
  if (part_in(claim.variant).empty() && adds_change(draft))
    claim.variant = with_part(claim.variant, std::string(part_in(previous->variant)));
  read_points_of_share(claim);
  if (!read_as_index(draft, claim)) return std::nullopt;
  if (!draft.whole) set_role(view, value, draft.metric, claim);
  if (claim.metric == Metric::headcount && is_of_added_jobs(draft)) claim.role = Role::increase;
  const bool level = claim.role == Role::level;
  const bool left_out = level && claim.kind == MentionKind::percent && is_left_out(draft);
  if ((is_told_twice(draft) && level) || is_rate_compared(draft) || goes_on_in_list(draft) ||
      (left_out && previous->metric == claim.metric))
    claim.role = previous->role;
  if (claim.kind == MentionKind::percent && is_result(claim.metric) && claim.role != Role::level)
    claim.variant = with_basis(claim.variant, basis_of(view, value));
  turn_into_loss(draft, claim);
  read_as_change_of_forecast(draft, claim);
  read_as_rate(draft, claim);
  set_time(draft, sentence);
  if (draft.amount.basis == CurrencyBasis::inherited) claim.flags |= kCurrencyInherited;
  if (draft.amount.basis == CurrencyBasis::assumed) {
    claim.flags |= kCurrencyAssumed;
    count_in_cents_at_home(draft);
  }
  if (may_be_groups(view, value, claim)) claim.flags |= kScaleSuspect;
  set_status(view, claim);
  draft.standing = topics_.standing(claim.subject_entity);
  if (is_guess_from_afar(draft, told_.told_business(claim))) return std::nullopt;
  // A text that has told a figure of the firm by its own word is about the firm's business.
  claim.confidence = confidence(draft, {told_.told_by_word(claim), told_.told_business(claim)});
  return std::move(claim);
}

// The source of a sentence. Sentences without a figure are only read for it where one with a figure goes on
// with what they say («…, sagte Finanzchef Müller. Der Umsatz sei um fünf Prozent gestiegen.»).
std::optional<Attribution> Document::find_source(const SentenceView& view, std::uint32_t index) {
  if (auto own = speakers_.find(view, index)) return own;
  if (!Speakers::goes_on(view)) return std::nullopt;
  const std::uint32_t farthest = Speakers::refers_back(view) ? 6 : 3;
  const auto since = std::max(speakers_.spoken_until(), index > farthest ? index - farthest : 0);
  for (auto i = index; i-- > since;) {
    auto [mention, reference] = starts_[i];
    SentenceView before(found_, i, mention, reference);
    if (!before.values.empty()) continue;
    topics_.name_references(before);
    before.find_cues();
    if (speakers_.find(before, i)) break;
  }
  return speakers_.last(view, index);
}

void Document::read(SentenceView& view, std::uint32_t index) {
  const auto attribution = find_source(view, index);
  if (attribution) mark_sources(view, *attribution);
  mark_employers(view);
  const auto shares = distribute(view);
  const auto before = claims_.size();
  for (std::size_t i = 0; i < view.values.size(); ++i) {
    const Claim* previous = claims_.size() > before ? &claims_.back() : nullptr;
    auto claim = claim_of(Draft(view, i, previous, shares[i]), index);
    if (!claim) continue;
    // "X and Y reported sales of $5bn and $3bn": each of its own.
    const bool own = attribution && attribution->own_result && shares[i].firm;
    if (attribution && !own && speaks_of(view, *attribution, view.values[i]))
      claim->attribution = source_of(view, *attribution, *claim, view.values[i]);
    times_.note(view, view.values[i], *claim, index);
    report_.note(*claim);
    told_.note(*claim);
    claims_.push_back(std::move(*claim));
  }
}

}  // namespace

std::vector<Claim> find_claims(const Found& found) { return Document(found).run(); }

}  // namespace gegenprobe::extract

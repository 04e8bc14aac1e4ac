// For each figure of a sentence, in this order: the metric (the cue that stands nearest and fits the kind of
// figure), the role (the preposition before it, else the nearest word of direction), the subject (a firm tied
// to the metric's word, else the firm the clause is about, else the one the text is about), the counterparty,
// the period, the modality, the source. What is taken from outside the sentence is marked by a flag.
#include "extract/claims.h"

#include <algorithm>

#include "extract/attribution.h"
#include "extract/claim_confidence.h"
#include "extract/claim_distribution.h"
#include "extract/claim_metric.h"
#include "extract/claim_modality.h"
#include "extract/claim_part.h"
#include "extract/claim_parties.h"
#include "extract/claim_period.h"
#include "extract/claim_role.h"
#include "extract/claim_series.h"
#include "extract/claim_subject.h"
#include "extract/claim_topic.h"
#include "extract/market_report.h"
#include "extract/sentence_view.h"
#include "extract/told_times.h"

namespace gegenprobe::extract {
namespace {

// A figure on its way to a claim.
struct Draft {
  Draft(const SentenceView& in, std::size_t index, const Claim* claim_before, const Share& own_share)
      : view(in),
        value(in.values[index]),
        amount(*value.mention->amount()),
        before(index > 0 ? &in.values[index - 1] : nullptr),
        previous(claim_before),
        share(own_share) {
    claim.kind = value.mention->kind;
    claim.value = amount;
    claim.sentence = view.sentence.span;
    claim.evidence = value.mention->span;
  }

  const SentenceView& view;
  const Placed& value;
  const Amount& amount;
  const Placed* before;   // the figure before in the sentence
  const Claim* previous;  // the claim before in the sentence
  const Share& share;
  MetricChoice metric;
  bool chained = false;              // one statement with the figure and the claim before
  bool whole = false;                // «9000 seiner 78.400 Stellen»: the whole of the figure before
  const Claim* continued = nullptr;  // of another sentence, whose metric this one goes on with
  Claim claim;

  // Whether the claim before is that of the figure before.
  bool follows_claim() const { return previous && before && previous->evidence == before->mention->span; }
  // The figure before, in another currency.
  bool is_conversion() const {
    return chained && view.in_brackets(value.first) && claim.kind == previous->kind &&
           previous->value.unit != amount.unit;
  }
};

bool names_index(const SentenceView& view) { return std::ranges::any_of(view.firms, &Firm::index); }

// «die Multi-Billionen-Dollar-Investition»: a thing called by its order of size; no figure is told of it.
bool names_a_size(const SentenceView& view, const Placed& value) {
  if (value.mention->amount()->qualifier != Qualifier::magnitude || value.last + 1 >= view.sentence.last)
    return false;
  const auto &hyphen = view.text.tokens[value.last], &noun = view.text.tokens[value.last + 1];
  return view.text.of(hyphen) == "-" && (hyphen.shape & kGlued) && (noun.shape & kGlued);
}

// Lengths, megapixels and the like are no figures of a company.
bool is_of_a_company(const Draft& draft) {
  const auto& unit = draft.amount.unit;
  return draft.claim.kind != MentionKind::quantity || unit == "person" || unit == "share" ||
         !draft.view.lexicon.value_of(unit, draft.view.tags.unit_default).empty() ||
         (unit == "point" && names_index(draft.view));
}

// «…, verglichen mit 4,9 Milliarden»: what a figure is compared with is measured as it is.
bool is_base(const Draft& draft) {
  return draft.before && draft.previous && draft.previous->kind == draft.claim.kind &&
         draft.previous->value.unit == draft.amount.unit && begins_change(draft.view, draft.value) &&
         draft.view.segment(draft.value.first) == draft.view.segment(draft.before->first);
}

// "took a 41% stake in ITA for €325m": what was paid for it.
bool is_price_of_stake(const Draft& draft) {
  const auto at = draft.view.begin_with_qualifier(draft.value);
  return draft.follows_claim() && draft.claim.kind == MentionKind::money && !draft.share.metric &&
         draft.previous->metric == Metric::stake && !draft.previous->counterparty.empty() &&
         draft.view.has(at - 1, draft.view.tags.price_preposition) &&
         draft.view.segment(draft.value.first) == draft.view.segment(draft.before->first);
}

bool is_chained_to_claim(const Draft& draft) {
  const bool joined = draft.follows_claim() && is_chained(draft.view, *draft.before, draft.value);
  return (joined || is_base(draft)) &&
         (measures_of(draft.previous->metric) & measure_of(draft.claim.kind, draft.amount)) &&
         plausible(draft.previous->metric, draft.claim.kind, draft.amount);
}

// "has kept interest rates on hold at 4.75%": a figure of a whole country.
bool is_of_the_economy(const Draft& draft) {
  constexpr int kReach = 12;
  const SentenceView& view = draft.view;
  const Placed& value = draft.value;
  const Cue* metric = draft.metric.cue;
  if (names_index(view)) return false;
  return std::ranges::any_of(view.cues, [&](const Cue& cue) {
    if (cue.tag != view.tags.economy) return false;
    const int away = view.distance(cue.first, cue.last, value.first, value.last);
    const int metric_away =
        metric ? view.distance(metric->first, metric->last, value.first, value.last) : 100;
    // What the clause is about, whatever its verb.
    const bool about = cue.first < value.first && view.segment(cue.first) == view.segment(value.first) &&
                       metric && metric->tag == view.tags.metric_verb;
    return away < kReach && (away < metric_away || about);
  });
}

// «ein Artikel», "a worker": an article, no figure.
bool is_an_article(const Draft& draft) {
  const auto& amount = draft.amount;
  return draft.claim.kind == MentionKind::quantity && amount.resolved() && amount.min == amount.max &&
         amount.min->to_double() == 1 && draft.view.has(draft.value.first, draft.view.tags.article);
}

// «zu 60 Prozent gedeckt», "priced at 101%": a share or a rate of what is measured in money, no sum of it.
void read_as_rate(Claim& claim) {
  const bool money = (measures_of(claim.metric) & kMoney) && claim.metric != Metric::other;
  if (claim.kind != MentionKind::percent || claim.role != Role::level || !money) return;
  claim.metric = Metric::other;
  claim.variant = {};
}

// «9000 seiner 78.400 Stellen»: the whole staff, as it is.
bool is_whole_of_cut(const Draft& draft) {
  return draft.claim.metric == Metric::job_cuts && draft.before &&
         (measure_of(draft.claim.kind, draft.amount) & kPeople) &&
         draft.value.first - draft.before->last <= 2 &&
         draft.view.preceded_by(draft.value.first, draft.view.tags.part_joiners);
}

// An index stands at points or moves by percent; nothing else is counted in points.
bool read_as_index(const Draft& draft, Claim& claim) {
  if (!is_index(claim)) return draft.amount.unit != "point";
  if (claim.kind == MentionKind::money) return false;
  claim.metric = Metric::other;
  claim.variant = "index";
  if (draft.amount.unit == "unit") claim.value.unit = "point";  // «auf 2.411,77 Einheiten»
  return true;
}

// «fiel 15 Punkte oder 0,6 Prozent»: one change, told twice.
bool is_told_twice(const Draft& draft) {
  return draft.follows_claim() && draft.previous->metric == draft.claim.metric &&
         draft.value.first == draft.before->last + 1 &&
         draft.view.has(draft.value.first - 1, draft.view.tags.alternative);
}

// «wuchs um 5 Prozent nach 3 Prozent im Vorjahr»: both are growth.
bool is_rate_compared(const Draft& draft) {
  return draft.chained && draft.claim.kind == MentionKind::percent &&
         draft.previous->kind == MentionKind::percent && begins_change(draft.view, draft.value);
}

// «um 5, 8 und 10 Prozent»: figures of one list go one way.
bool goes_on_in_list(const Draft& draft) {
  return draft.share.metric && draft.follows_claim() && draft.claim.kind == MentionKind::percent &&
         draft.previous->kind == MentionKind::percent;
}

// «Umsatz: 5,5 Mrd. Euro (4,9 Mrd. Euro)»: the one in the brackets is of another time, which is not told.
bool is_undated_base(const Draft& draft) {
  const auto& view = draft.view;
  return draft.chained && view.in_brackets(draft.value.first) && !view.in_brackets(draft.before->first) &&
         draft.previous->kind == draft.claim.kind && draft.claim.role == Role::level &&
         !begins_change(view, draft.value) && std::ranges::none_of(view.dates, [&](const Placed& date) {
           return view.in_brackets(date.first) && date.first >= draft.before->last;
         });
}

// «ein Ergebnis von minus 120 Millionen Euro» is a loss.
void turn_into_loss(const Draft& draft, Claim& claim) {
  const bool result = claim.metric == Metric::profit || claim.metric == Metric::operating_profit;
  if (!result || claim.kind != MentionKind::money) return;
  if (!draft.view.has(draft.value.first - 1, draft.view.tags.minus)) return;
  claim.metric = Metric::loss;
  claim.role = Role::level;
}

// What lies behind us is no forecast, where only the clause beside it speaks of the future.
void forget_forecast_of_past(const Draft& draft, std::optional<Day> published, Claim& claim) {
  if (claim.modality != Modality::expected || !claim.period || !claim.period->to || !published) return;
  if (*claim.period->to > *published || (claim.flags & kPeriodAssumed)) return;
  const bool own_clause = std::ranges::any_of(draft.view.cues, [&](const Cue& cue) {
    return cue.tag == draft.view.tags.modality && draft.view.same_clause(cue.first, draft.value.first);
  });
  if (!own_clause) claim.modality = Modality::asserted;
}

// Who expects is no source of what has been; who reports results is none of its own.
std::string source_of(const Attribution& attribution, const Claim& claim, const Placed& value) {
  if (attribution.expects && claim.modality == Modality::asserted) return {};
  if (attribution.own_result && attribution.name == claim.subject && value.first > attribution.cue) return {};
  return attribution.subject ? claim.subject : attribution.name;
}

class Document {
 public:
  explicit Document(const Found& found) : found_(found), topics_(found), times_(found) {}

  std::vector<Claim> run() {
    std::size_t next_mention = 0, next_reference = 0;
    for (std::uint32_t i = 0; i < found_.text.sentences.size(); ++i) {
      starts_.push_back({next_mention, next_reference});
      SentenceView view(found_, i, next_mention, next_reference);
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
  bool told(const Claim& of, Metric metric) const;
  void follow_text(Draft& draft) const;
  void set_time(Draft& draft, std::uint32_t sentence) const;

  const Found& found_;
  std::vector<Claim> claims_;
  Topics topics_;
  Speakers speakers_;
  ToldTimes times_;
  MarketReport report_;
  struct Start {
    std::size_t mention, reference;
  };
  std::vector<Start> starts_;  // of the sentences so far: where their mentions and references begin
};

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
    claim.rule = rule;
  };
  constexpr int kScoreOfShare = 60, kScoreOfChain = 40, kScoreOfEllipsis = 30;
  if (draft.share.metric) metric = {key_of(*draft.share.metric), draft.share.metric, kScoreOfShare};
  const bool own_word = metric.cue && draft.before && metric.cue->first >= draft.before->last &&
                        !(metric.cue->tag == draft.view.tags.metric_verb && is_base(draft));
  if (is_price_of_stake(draft)) {
    draft.chained = true;
    claim.metric = metric.key.metric = Metric::acquisition_price;
    claim.rule = word(claim.metric);
    metric.score = std::max(metric.score, kScoreOfChain);
    metric.key.role.reset();
  } else if (draft.chained && !own_word) {
    take_over(*draft.previous, draft.previous->rule);
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
  } else {
    return set_metric_by_unit(draft);
  }
  return true;
}

// No word says what is measured; the unit may (employees, gigawatts), else it stays open.
bool Document::set_metric_by_unit(Draft& draft) const {
  const SentenceView& view = draft.view;
  Claim& claim = draft.claim;
  const auto fallback = view.lexicon.value_of(draft.amount.unit, view.tags.unit_default);
  const bool quantity = claim.kind == MentionKind::quantity;
  if (quantity && fallback.empty() && draft.amount.unit != "point") return false;
  claim.metric = fallback.empty() ? Metric::other : extract::metric(fallback).value_or(Metric::other);
  claim.rule = "unit";
  if (claim.kind == MentionKind::percent && report_.leaves_word_out())
    claim.metric = Metric::share_price, claim.rule = "market-report";
  const bool people = (measure_of(claim.kind, draft.amount) & kPeople) && topics_.current(view).known();
  return !view.firms.empty() || people || (quantity && pronoun_before(view, draft.value));
}

// Whether the text told such a figure of the claim's subject before.
bool Document::told(const Claim& of, Metric metric) const {
  return std::ranges::any_of(claims_, [&](const Claim& claim) {
    return claim.metric == metric && claim.subject_entity == of.subject_entity;
  });
}

// Words of two metrics are read as the text has read them: "worth" of a firm that is valued, not listed; a
// "share" where markets are spoken of; what shareholders get when their firm is bought.
void Document::follow_text(Draft& draft) const {
  Claim& claim = draft.claim;
  const Cue* cue = draft.metric.cue;
  const bool worth = cue && draft.view.has(cue->first, draft.view.tags.worth);
  if (claim.metric == Metric::market_cap && worth && told(claim, Metric::valuation) &&
      !told(claim, Metric::market_cap))
    claim.metric = Metric::valuation;
  if (claim.metric == Metric::stake && claim.kind == MentionKind::percent && claim.counterparty.empty() &&
      std::ranges::any_of(claims_, [](const Claim& c) { return c.metric == Metric::market_share; }) &&
      !told(claim, Metric::stake))
    claim.metric = Metric::market_share;
  if (claim.metric == Metric::dividend && draft.metric.inferred && !claims_.empty() &&
      claims_.back().metric == Metric::acquisition_price)
    claim.metric = Metric::acquisition_price;
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
  if (!draft.whole && !is_undated_base(draft)) {
    auto context = times_.context(claim, draft.previous, draft.continued, sentence);
    context.own_date = draft.share.date;
    set_period(draft.view, draft.value, claim, context);
  }
  forget_forecast_of_past(draft, found_.published, claim);
}

std::optional<Claim> Document::claim_of(Draft draft, std::uint32_t sentence) const {
  const SentenceView& view = draft.view;
  const Placed& value = draft.value;
  const Claim* previous = draft.previous;
  Claim& claim = draft.claim;
  if (draft.share.unclear) return std::nullopt;
  if (names_a_size(view, value) || is_an_article(draft) || !is_of_a_company(draft)) return std::nullopt;
  if (!set_metric(draft) || is_of_the_economy(draft)) return std::nullopt;
  if (draft.amount.unit == "person" &&
      (claim.metric == Metric::headcount || claim.metric == Metric::job_cuts))
    claim.value.unit = "employee";
  draft.whole = is_whole_of_cut(draft);
  if (draft.whole)
    claim.metric = Metric::headcount;
  else
    set_modality(view, value, claim);
  if (draft.chained) {
    claim.subject = previous->subject;
    claim.subject_entity = previous->subject_entity;
    claim.counterparty = previous->counterparty;
    claim.counterparty_entity = previous->counterparty_entity;
    claim.flags |= previous->flags & (kSubjectResolved | kSubjectAssumed);
  } else {
    set_parties(view, value, draft.metric, topics_, {previous, draft.share.firm}, claim);
  }
  if (claim.subject.empty()) return std::nullopt;
  follow_text(draft);
  claim.variant = with_part(claim.variant, part_of(view, value, draft.metric.cue, claim.metric));
  if (!read_as_index(draft, claim)) return std::nullopt;
  if (!draft.whole) set_role(view, value, draft.metric, claim);
  if (is_told_twice(draft) || is_rate_compared(draft) || goes_on_in_list(draft)) claim.role = previous->role;
  turn_into_loss(draft, claim);
  read_as_rate(claim);
  set_time(draft, sentence);
  if (draft.amount.basis == CurrencyBasis::inherited) claim.flags |= kCurrencyInherited;
  if (draft.amount.basis == CurrencyBasis::assumed) claim.flags |= kCurrencyAssumed;
  set_status(view, claim);
  claim.confidence = confidence(view, draft.metric, claim);
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
  if (attribution)
    for (auto& firm : view.firms)
      if (firm.first == attribution->first && attribution->last > attribution->first &&
          (attribution->cue < firm.first || firm.media))
        firm.source = true;
  const auto shares = distribute(view);
  std::optional<Claim> previous;
  for (std::size_t i = 0; i < view.values.size(); ++i) {
    auto claim = claim_of(Draft(view, i, previous ? &*previous : nullptr, shares[i]), index);
    if (!claim) continue;
    // "X and Y reported sales of $5bn and $3bn": each of its own.
    const bool own = attribution && attribution->own_result && shares[i].firm;
    if (attribution && !own && speaks_of(view, *attribution, view.values[i]))
      claim->attribution = source_of(*attribution, *claim, view.values[i]);
    times_.note(view, view.values[i], *claim, index);
    report_.note(*claim);
    previous = claim;
    claims_.push_back(std::move(*claim));
  }
}

}  // namespace

std::vector<Claim> find_claims(const Found& found) { return Document(found).run(); }

}  // namespace gegenprobe::extract

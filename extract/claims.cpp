// For each figure of a sentence, in this order: the metric (the cue that stands nearest and fits the kind of
// figure), the role (the preposition before it, else the nearest word of direction), the subject (a firm tied
// to the metric's word, else the firm the clause is about, else the one the text is about), the counterparty,
// the period, the modality, the source. What is taken from outside the sentence is marked by a flag.
#include "extract/claims.h"

#include <algorithm>
#include <map>
#include <set>

#include "extract/attribution.h"
#include "extract/claim_confidence.h"
#include "extract/claim_metric.h"
#include "extract/claim_modality.h"
#include "extract/claim_part.h"
#include "extract/claim_period.h"
#include "extract/claim_role.h"
#include "extract/claim_subject.h"
#include "extract/claim_topic.h"
#include "extract/sentence_view.h"

namespace gegenprobe::extract {
namespace {

class Document {
 public:
  explicit Document(const Found& found) : found_(found), topics_(found) {}

  std::vector<Claim> run() {
    find_year_ends();
    std::size_t next_mention = 0, next_reference = 0;
    for (std::uint32_t i = 0; i < found_.text.sentences.size(); ++i) {
      starts_.push_back({next_mention, next_reference});
      SentenceView view(found_, i, next_mention, next_reference);
      topics_.name_references(view);
      topics_.note_firms(view);
      speakers_.remember_persons(view);
      remember_day(view);
      const auto claims_before = claims_.size();
      if (!view.values.empty()) {
        view.find_cues();
        read(view, i);
        told_time_.reset();
      } else {
        told_time_ = time_told(view, found_.published);
      }
      if (claims_.size() > claims_before && !is_index(claims_[claims_before]))
        topics_.remember(claims_[claims_before], view);
      else
        topics_.remember(view);
    }
    date_market_report();
    return std::move(claims_);
  }

 private:
  // When the business years of the text's companies end.
  void find_year_ends() {
    for (const auto& mention : found_.mentions)
      if (const auto* company = mention.company();
          company && company->known && !company->known->year_end.empty())
        year_ends_.emplace(company->entity, company->known->year_end);
  }

  static bool is_index(const Claim& claim) { return claim.subject_entity.starts_with("index:"); }

  // A market report, which tells of many prices, names its day once: the day it came out or the one before.
  void remember_day(const SentenceView& view) {
    for (const auto& date : view.dates) {
      const auto& when = *date.mention->date();
      if (when.granularity != Granularity::day || !when.from || !found_.published) continue;
      if (*when.from <= *found_.published && *when.from + std::chrono::days(1) >= *found_.published)
        trading_day_ = Period{when.from, when.to, when.granularity, false, {}};
    }
  }
  void date_market_report() {
    constexpr int kPricesOfReport = 3;
    if (share_moves_ < kPricesOfReport || !trading_day_) return;
    std::set<std::string_view> movers;  // one firm's prices are no report on the market
    for (const auto& claim : claims_)
      if (claim.metric == Metric::share_price || is_index(claim)) movers.insert(claim.subject_entity);
    if (movers.size() < kPricesOfReport) return;
    for (auto& claim : claims_)
      if ((claim.metric == Metric::share_price || is_index(claim)) && !claim.period) {
        claim.period = trading_day_;
        claim.flags |= kPeriodAssumed;
      }
  }

  void read(SentenceView& view, std::uint32_t index);
  std::optional<Attribution> find_source(const SentenceView& view, std::uint32_t index);
  std::optional<Claim> claim_of(const SentenceView& view, std::size_t index, const Claim* previous);
  bool chained(const SentenceView& view, const Placed& before, const Placed& value) const;
  bool pronoun_is_nearer(const SentenceView& view, const Placed& value, const Firm& subject,
                         const MetricChoice& metric) const;
  bool is_comparison(const SentenceView& view, const Placed& value) const;
  TimeContext time_context(const Claim& claim, const Claim* previous, const Claim* continued) const;
  bool sets_time(const SentenceView& view, const Placed& value, const Claim& claim) const;
  const Claim* goes_on_with(const SentenceView& view, const Placed& value) const;
  void set_subject(const SentenceView& view, const Placed& value, const MetricChoice& metric,
                   Claim& claim) const;
  void set_counterparty(const SentenceView& view, const Placed& value, const MetricChoice& metric,
                        const Firm* subject, Claim& claim) const;

  const Found& found_;
  std::vector<Claim> claims_;
  Topics topics_;
  Speakers speakers_;
  int claims_in_sentence_ = 0;
  struct Start {
    std::size_t mention, reference;
  };
  std::vector<Start> starts_;  // of the sentences so far: where their mentions and references begin
  int share_moves_ = 0;        // claims about share prices so far: a market report leaves the word out later
  ResultTime last_result_;
  std::optional<Period> trading_day_;
  ResultTime forecast_;  // the last one told, good for sentences up to:
  std::uint32_t forecast_until_ = 0, sentence_ = 0;
  std::optional<Period> told_time_;  // of the sentence right before, where it has no figure
  std::map<std::string_view, std::string_view> year_ends_;  // by entity, where it is not December
};

bool names_index(const SentenceView& view) { return std::ranges::any_of(view.firms, &Firm::index); }

// «5,5 Milliarden Euro (6,1 Milliarden Dollar)», «um 12 Prozent auf 5,5 nach 4,9»: figures of one statement.
bool Document::chained(const SentenceView& view, const Placed& before, const Placed& value) const {
  if (view.in_brackets(value.first) && !view.in_brackets(before.first) && value.first - before.last <= 2)
    return true;
  if (view.in_brackets(value.first) && view.in_brackets(before.first)) {
    auto i = before.last;
    while (i < value.first && view.in_brackets(i)) ++i;
    return i == value.first;
  }
  auto steps = 0;
  for (auto i = before.last; i < value.first; ++i) {
    const auto& tags = view.tags;
    const bool link = view.has(i, tags.delta_preposition) || view.has(i, tags.level_preposition) ||
                      view.has(i, tags.from_preposition) || view.has(i, tags.preposition) ||
                      view.has(i, tags.article) || view.has(i, tags.up) || view.has(i, tags.down);
    const bool in_date =
        std::ranges::any_of(view.dates, [&](const Placed& d) { return i >= d.first && i < d.last; });
    if (view.text.of(view.text.tokens[i]) == ",") {
      ++steps;
      continue;
    }
    if (!link && !in_date) {
      if (!view.lexicon.has_any(view.text.tokens[i], view.tags.qualifying)) return false;
    }
    ++steps;
  }
  return steps > 0 && steps <= 8 &&
         (view.has(before.last, view.tags.level_preposition) ||
          view.has(before.last, view.tags.from_preposition) ||
          view.has(value.first - 1, view.tags.from_preposition) ||
          view.preceded_by(view.begin_with_qualifier(value), view.tags.from_words) ||
          view.has(view.begin_with_qualifier(value) - 1, view.tags.level_preposition));
}

// «… sicherte es sich 4 Milliarden Dollar, abhängig von Microsoft»: a pronoun before the figure, in its
// clause, is its subject rather than a firm that only comes up behind it.
bool Document::pronoun_is_nearer(const SentenceView& view, const Placed& value, const Firm& subject,
                                 const MetricChoice& metric) const {
  if (subject.first < value.first || !topics_.current(view).known()) return false;
  if (metric.cue && view.distance(subject.first, subject.last, metric.cue->first, metric.cue->last) <= 2)
    return false;
  return pronoun_before(view, value);
}

void Document::set_subject(const SentenceView& view, const Placed& value, const MetricChoice& metric,
                           Claim& claim) const {
  const Firm* subject = choose_subject(view, value, metric);
  // "The firm said 54% of companies …": who says or asks that is not who it is about.
  if (subject && (subject->reference || view.has(subject->last, view.tags.speech_verb)) &&
      measures_other(view, value, metric))
    return;
  if (subject && pronoun_is_nearer(view, value, *subject, metric))
    subject = nullptr, claim.flags |= kSubjectResolved;
  if (subject && claim.metric == Metric::stake) {
    // «X hält 10 Prozent an Y», "a 10% stake in Y": the one behind the preposition is held.
    const Firm *held = nullptr, *holder = nullptr;
    for (const auto& firm : view.firms) {
      if (firm.source) continue;
      const auto governor = view.governor(firm.first);
      const bool genitive = firm.first >= value.last && firm.first <= value.last + 2 &&
                            view.has(value.last, view.tags.genitive_article);
      const bool target = governor != kNoToken && view.has(governor, view.tags.target_preposition);
      if (target || genitive)
        held = &firm;
      else if (!holder || !view.same_clause(holder->first, value.first))
        holder = &firm;
    }
    if (held && holder && held->entity != holder->entity && subject->entity == held->entity) subject = holder;
  }
  if (!subject && claims_in_sentence_ && has_counterparty(claim.metric)) {
    // «…, während die Vereinbarung mit AMD 300 Milliarden wert ist»: still the firm of the clause before.
    claim.subject = claims_.back().subject;
    claim.subject_entity = claims_.back().subject_entity;
    const Firm stand_in{claim.subject, claim.subject_entity, {}, 0, 0, false, false, false, false, {}};
    set_counterparty(view, value, metric, &stand_in, claim);
    return;
  }
  if (subject) {
    claim.subject = subject->name;
    claim.subject_entity = subject->entity;
    if (subject->reference) claim.flags |= kSubjectResolved;
    set_counterparty(view, value, metric, subject, claim);
    return;
  }
  if (!topics_.can_own(view, value, metric)) return;
  const Topic& topic = topics_.current(view);
  claim.subject = topic.name;
  claim.subject_entity = topic.entity;
  if (!(claim.flags & kSubjectResolved)) claim.flags |= kSubjectAssumed;
}

void Document::set_counterparty(const SentenceView& view, const Placed& value, const MetricChoice&,
                                const Firm* subject, Claim& claim) const {
  if (!has_counterparty(claim.metric)) return;
  const Firm* other = nullptr;
  int nearest = 1000;
  for (const auto& firm : view.firms) {
    if (firm.entity == subject->entity || firm.media || firm.source) continue;
    if (view.segment(firm.first) != view.segment(value.first)) continue;
    int distance = view.distance(firm.first, firm.last, value.first, value.last);
    if (view.governor(firm.first) != kNoToken) distance -= 10;
    if (!view.same_clause(firm.first, value.first)) distance += 10;
    if (distance < nearest) other = &firm, nearest = distance;
  }
  if (!other && claims_in_sentence_ && claims_.back().metric == claim.metric &&
      claims_.back().counterparty_entity != claim.subject_entity) {
    claim.counterparty = claims_.back().counterparty;
    claim.counterparty_entity = claims_.back().counterparty_entity;
  }
  if (!other || nearest > 25) return;
  claim.counterparty = other->name;
  claim.counterparty_entity = other->entity;
}

// How far two sums are apart: the greater by the smaller.
double ratio(const Amount& a, const Amount& b) {
  const auto middle = [](const Amount& amount) {
    return (amount.min ? *amount.min : *amount.max).to_double();
  };
  if (!a.resolved() || !b.resolved()) return 1;
  const double x = middle(a), y = middle(b);
  return x > 0 && y > 0 ? std::max(x / y, y / x) : 1;
}

// «Ein Jahr zuvor waren es 7,7 Milliarden Euro»: a claim just before whose metric goes on. Of several the one
// whose figure is nearest in size: a forecast of 1.7 billion goes on with a profit of 1.3, not with sales
// of 24.
const Claim* Document::goes_on_with(const SentenceView& view, const Placed& value) const {
  const auto& amount = *value.mention->amount();
  const unsigned measure = measure_of(value.mention->kind, amount);
  const bool says_so =
      std::ranges::any_of(view.cues, [&](const Cue& cue) { return cue.tag == view.tags.ellipsis; });
  if (!says_so || claims_.empty() || !(measure & (kMoney | kPercent | kPeople))) return nullptr;
  constexpr std::uint32_t kFarthest = 400;  // bytes back: two sentences, not a section
  const Claim* best = nullptr;
  double best_ratio = 0;
  for (auto claim = claims_.rbegin(); claim != claims_.rend(); ++claim) {
    if (claim->sentence.end + kFarthest < view.sentence.span.begin) break;
    if (measure_of(claim->kind, claim->value) != measure || claim->metric == Metric::other ||
        claim->metric == Metric::stake || claim->metric == Metric::share_price || claim->role != Role::level)
      continue;
    // Results go on sooner than what a deal or a day brought.
    constexpr double kNoResult = 50;
    const double apart =
        (measure == kMoney ? ratio(claim->value, amount) : 1) * (is_result(claim->metric) ? 1 : kNoResult);
    if (!best || apart < best_ratio) best = &*claim, best_ratio = apart;
  }
  return best;
}

// «die Multi-Billionen-Dollar-Investition»: a thing called by its order of size; no figure is told of it.
bool names_a_size(const SentenceView& view, const Placed& value) {
  if (value.mention->amount()->qualifier != Qualifier::magnitude || value.last + 1 >= view.sentence.last)
    return false;
  const auto &hyphen = view.text.tokens[value.last], &noun = view.text.tokens[value.last + 1];
  return view.text.of(hyphen) == "-" && (hyphen.shape & kGlued) && (noun.shape & kGlued);
}

std::optional<Claim> Document::claim_of(const SentenceView& view, std::size_t index, const Claim* previous) {
  const Placed& value = view.values[index];
  const auto& amount = *value.mention->amount();
  if (names_a_size(view, value)) return std::nullopt;
  Claim claim;
  claim.kind = value.mention->kind;
  claim.value = amount;
  claim.sentence = view.sentence.span;
  claim.evidence = value.mention->span;
  const bool chain = previous && index > 0 && previous->evidence == view.values[index - 1].mention->span &&
                     chained(view, view.values[index - 1], value) &&
                     (measures_of(previous->metric) & measure_of(claim.kind, amount)) &&
                     plausible(previous->metric, claim.kind, amount);
  // Lengths, megapixels and the like are no figures of a company.
  if (claim.kind == MentionKind::quantity &&
      view.lexicon.value_of(amount.unit, view.tags.unit_default).empty() && amount.unit != "person" &&
      amount.unit != "share" && !(amount.unit == "point" && names_index(view)))
    return std::nullopt;
  MetricChoice metric = choose_metric(view, value);
  const Claim* continued = nullptr;
  if (chain && !(metric.cue && metric.cue->first >= view.values[index - 1].last)) {
    claim.metric = previous->metric;
    claim.variant = previous->variant;
    claim.rule = previous->rule;
    metric.score = std::max(metric.score, 40);
    metric.key.metric = claim.metric;
    metric.key.role.reset();
  } else if (metric.cue || metric.inferred) {
    claim.metric = metric.key.metric;
    claim.variant = metric.key.variant;
    claim.rule = word(claim.metric);
  } else if (const Claim* before = goes_on_with(view, value)) {
    claim.metric = before->metric;
    claim.variant = before->variant;
    claim.rule = "ellipsis";
    continued = before;
    claim.flags |= kMetricInherited;
    metric.key.metric = claim.metric;
    metric.score = 30;
  } else {
    // No word says what is measured; the unit may (employees, gigawatts), else it stays open.
    const auto fallback = view.lexicon.value_of(amount.unit, view.tags.unit_default);
    if (claim.kind == MentionKind::quantity && fallback.empty() && amount.unit != "point")
      return std::nullopt;
    claim.metric = fallback.empty() ? Metric::other : extract::metric(fallback).value_or(Metric::other);
    claim.rule = "unit";
    if (claim.kind == MentionKind::percent && share_moves_ >= 2)
      claim.metric = Metric::share_price, claim.rule = "market-report";
    const bool people = (measure_of(claim.kind, amount) & kPeople) && topics_.current(view).known();
    if (view.firms.empty() && !people &&
        !(claim.kind == MentionKind::quantity && pronoun_before(view, value)))
      return std::nullopt;
  }
  for (const auto& cue : view.cues) {
    if (cue.tag != view.tags.economy || names_index(view)) continue;
    const int away = view.distance(cue.first, cue.last, value.first, value.last);
    const int metric_away =
        metric.cue ? view.distance(metric.cue->first, metric.cue->last, value.first, value.last) : 100;
    if (away < metric_away && away < 12) return std::nullopt;
    // "has kept interest rates on hold at 4.75%": what the clause is about, whatever its verb.
    const bool about = cue.first < value.first && view.segment(cue.first) == view.segment(value.first);
    if (about && metric.cue && metric.cue->tag == view.tags.metric_verb && away < 12) return std::nullopt;
  }
  if (amount.unit == "person" && (claim.metric == Metric::headcount || claim.metric == Metric::job_cuts))
    claim.value.unit = "employee";
  // «9000 seiner 78.400 Stellen»: the whole staff, as it is.
  const bool whole =
      claim.metric == Metric::job_cuts && index > 0 && (measure_of(claim.kind, amount) & kPeople) &&
      value.first - view.values[index - 1].last <= 2 && view.preceded_by(value.first, view.tags.part_joiners);
  if (whole)
    claim.metric = Metric::headcount;
  else
    set_modality(view, value, claim);
  if (chain) {
    claim.subject = previous->subject;
    claim.subject_entity = previous->subject_entity;
    claim.counterparty = previous->counterparty;
    claim.counterparty_entity = previous->counterparty_entity;
    claim.flags |= previous->flags & (kSubjectResolved | kSubjectAssumed);
  } else {
    set_subject(view, value, metric, claim);
  }
  if (claim.subject.empty()) return std::nullopt;
  claim.variant = with_part(claim.variant, part_of(view, value, metric.cue, claim.metric));
  if (is_index(claim)) {
    if (claim.kind == MentionKind::money) return std::nullopt;
    claim.metric = Metric::other;
    claim.variant = "index";
    if (amount.unit == "unit") claim.value.unit = "point";  // «auf 2.411,77 Einheiten»
  } else if (amount.unit == "point") {
    return std::nullopt;
  }
  if (!whole) set_role(view, value, metric, claim);
  // «fiel 15 Punkte oder 0,6 Prozent»: one change, told twice.
  if (previous && index > 0 && previous->evidence == view.values[index - 1].mention->span &&
      previous->metric == claim.metric && value.first == view.values[index - 1].last + 1 &&
      view.has(value.first - 1, view.tags.alternative))
    claim.role = previous->role;
  // «ein Ergebnis von minus 120 Millionen Euro» is a loss.
  if ((claim.metric == Metric::profit || claim.metric == Metric::operating_profit) &&
      claim.kind == MentionKind::money && value.first > view.sentence.first &&
      view.has(value.first - 1, view.tags.minus)) {
    claim.metric = Metric::loss;
    claim.role = Role::level;
  }
  const bool conversion = chain && view.in_brackets(value.first) && claim.kind == previous->kind &&
                          previous->value.unit != amount.unit;
  if (conversion) {
    take_bound(previous->value, claim.value);
    claim.period = previous->period;
    claim.role = previous->role;
    claim.modality = previous->modality;
    claim.flags |= previous->flags & kPeriodAssumed;
  } else if (!whole) {
    set_period(view, value, claim, time_context(claim, previous, continued));
  }
  // What lies behind us is no forecast, where only the clause beside it speaks of the future.
  const bool own_clause = std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return cue.tag == view.tags.modality && view.same_clause(cue.first, value.first);
  });
  if (!own_clause && !conversion && claim.modality == Modality::expected && claim.period &&
      claim.period->to && found_.published && *claim.period->to <= *found_.published &&
      !(claim.flags & kPeriodAssumed))
    claim.modality = Modality::asserted;
  if (amount.basis == CurrencyBasis::inherited) claim.flags |= kCurrencyInherited;
  if (amount.basis == CurrencyBasis::assumed) claim.flags |= kCurrencyAssumed;
  set_status(view, claim);
  claim.confidence = confidence(view, metric, claim);
  return claim;
}

TimeContext Document::time_context(const Claim& claim, const Claim* previous, const Claim* continued) const {
  TimeContext context{previous, continued, last_result_, {}, told_time_, found_.published, {}};
  if (forecast_.entity == claim.subject_entity && forecast_until_ >= sentence_)
    context.forecast = forecast_.period;
  if (const auto at = year_ends_.find(claim.subject_entity); at != year_ends_.end())
    context.year_end = at->second;
  return context;
}

// A figure told for comparison («nach 4,9 Milliarden im Vorjahr», in brackets): its time is not the text's.
bool Document::is_comparison(const SentenceView& view, const Placed& value) const {
  return view.in_brackets(value.first) || begins_change(view, value);
}

// The time of a result that the sentences after it may go on with: neither that of a comparison («im
// Vorjahr») nor a stretch up to today.
bool Document::sets_time(const SentenceView& view, const Placed& value, const Claim& claim) const {
  if (!is_result(claim.metric) || !claim.period || claim.modality != Modality::asserted) return false;
  if ((claim.flags & kPeriodAssumed) || is_comparison(view, value) || !lasts(*claim.period)) return false;
  // What was before the time that is reported is told for comparison.
  if (last_result_.entity == claim.subject_entity && last_result_.period && claim.period->from &&
      *claim.period->from < *last_result_.period->from)
    return false;
  if (found_.published && claim.period->to && *claim.period->to > *found_.published) return false;
  return std::ranges::none_of(view.dates, [&](const Placed& date) {
    return view.text.of(date.mention->span) == claim.period->text && names_year_before(view, date);
  });
}

// Who expects is no source of what has been; who reports results is none of its own.
std::string source_of(const Attribution& attribution, const Claim& claim, const Placed& value) {
  if (attribution.expects && claim.modality == Modality::asserted) return {};
  if (attribution.own_result && attribution.name == claim.subject && value.first > attribution.cue) return {};
  return attribution.subject ? claim.subject : attribution.name;
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
  sentence_ = index;
  const auto attribution = find_source(view, index);
  if (attribution)
    for (auto& firm : view.firms)
      if (firm.first == attribution->first && attribution->last > attribution->first &&
          (attribution->cue < firm.first || firm.media))
        firm.source = true;
  std::optional<Claim> previous;
  claims_in_sentence_ = 0;
  for (std::size_t i = 0; i < view.values.size(); ++i) {
    auto claim = claim_of(view, i, previous ? &*previous : nullptr);
    if (!claim) continue;
    if (attribution && speaks_of(view, *attribution, view.values[i]))
      claim->attribution = source_of(*attribution, *claim, view.values[i]);
    if (claim->modality == Modality::expected && claim->period && is_result(claim->metric) &&
        !(claim->flags & kPeriodAssumed)) {
      forecast_ = {claim->period, claim->subject_entity};
      forecast_until_ = index + 2;
    }
    if (sets_time(view, view.values[i], *claim)) {
      last_result_.period = claim->period;
      last_result_.entity = claim->subject_entity;
    }
    previous = claim;
    share_moves_ += claim->metric == Metric::share_price;
    claims_.push_back(std::move(*claim));
    ++claims_in_sentence_;
  }
}

}  // namespace

std::vector<Claim> find_claims(const Found& found) { return Document(found).run(); }

}  // namespace gegenprobe::extract

// For each figure of a sentence, in this order: the metric (the cue that stands nearest and fits the kind of
// figure), the role (the preposition before it, else the nearest word of direction), the subject (a firm tied
// to the metric's word, else the firm the clause is about, else the one the text is about), the counterparty,
// the period, the modality, the source. What is taken from outside the sentence is marked by a flag.
#include "extract/claims.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>

#include "extract/attribution.h"
#include "extract/sentence_view.h"

namespace gegenprobe::extract {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month_day;
using std::chrono::years;

// --- what a metric can be measured in ------------------------------------------------------------------

enum Measure : unsigned { kMoney = 1, kPercent = 2, kPeople = 4, kGoods = 8, kPower = 16, kShares = 32 };

constexpr std::array<unsigned, 25> kMeasures = [] {
  std::array<unsigned, 25> m{};
  const auto set = [&](Metric metric, unsigned measures) { m[static_cast<std::size_t>(metric)] = measures; };
  for (const auto metric : {Metric::revenue, Metric::profit, Metric::loss, Metric::operating_profit,
                            Metric::costs, Metric::investment, Metric::debt, Metric::valuation,
                            Metric::market_cap, Metric::share_price, Metric::dividend, Metric::price})
    set(metric, kMoney | kPercent);
  for (const auto metric :
       {Metric::funding, Metric::acquisition_price, Metric::fine, Metric::aid, Metric::damage})
    set(metric, kMoney);
  set(Metric::deal_value, kMoney | kPercent);
  set(Metric::stake, kPercent | kShares);
  set(Metric::market_share, kPercent);
  set(Metric::sales_volume, kPercent | kGoods);
  set(Metric::headcount, kPercent | kPeople);
  set(Metric::job_cuts, kPercent | kPeople);
  set(Metric::capacity, kPower | kGoods | kPercent);
  set(Metric::other, ~0u);
  return m;
}();

unsigned measure_of(MentionKind kind, const Amount& amount) {
  if (kind == MentionKind::money) return kMoney;
  if (kind == MentionKind::percent) return kPercent;
  if (amount.unit == "job" || amount.unit == "employee" || amount.unit == "person") return kPeople;
  if (amount.unit == "share") return kShares;
  if (amount.unit.find("watt") != std::string::npos) return kPower;
  return kGoods;
}

// A share costs no million, a ticket no billion.
bool plausible(Metric metric, MentionKind kind, const Amount& amount) {
  if (kind != MentionKind::money || !amount.resolved()) return true;
  const double value = (amount.min ? *amount.min : *amount.max).to_double();
  switch (metric) {
    case Metric::share_price:
    case Metric::dividend:
      return value < 1e7;
    case Metric::price:
      return value < 1e9;
    case Metric::market_cap:
    case Metric::valuation:
      return value > 1e5;
    default:
      return true;
  }
}

// --- what the lists' keys say --------------------------------------------------------------------------

struct MetricKey {
  Metric metric = Metric::other;
  std::optional<Role> role;
  std::string_view variant;
};

MetricKey parse_key(std::string_view key) {
  MetricKey out;
  if (const auto at = key.find('@'); at != std::string_view::npos) {
    out.variant = key.substr(at + 1);
    key = key.substr(0, at);
  }
  if (key.ends_with('+')) out.role = Role::increase;
  if (key.ends_with('-')) out.role = Role::decrease;
  if (out.role) key.remove_suffix(1);
  out.metric = metric(key).value_or(Metric::other);
  return out;
}

struct MetricChoice {
  MetricKey key;
  const Cue* cue = nullptr;
  int score = 0;
};

// --- one document --------------------------------------------------------------------------------------

// «bis zu 9 Milliarden Dollar (4,6 Milliarden Pfund)»: the bound holds for both.
void take_bound(const Amount& of, Amount& conversion) {
  if (conversion.qualifier != Qualifier::exact) return;
  if (of.qualifier == Qualifier::up_to || of.qualifier == Qualifier::less_than)
    conversion.min.reset();
  else if (of.qualifier == Qualifier::at_least || of.qualifier == Qualifier::more_than)
    conversion.max.reset();
  else
    return;
  conversion.qualifier = of.qualifier;
}

struct Topic {
  std::string name, entity, kind;
  bool known() const { return !name.empty(); }
};

// A firm that scores less is not what the figure is about; the one of the sentences before is.
constexpr int kWorstSubject = 8;

bool is_result(Metric metric) {
  return metric == Metric::revenue || metric == Metric::profit || metric == Metric::loss ||
         metric == Metric::operating_profit || metric == Metric::sales_volume || metric == Metric::dividend;
}

// Long enough for a result: a quarter or more.
bool lasts(const Period& period) { return period.from && period.to && *period.to - *period.from >= days(80); }

bool is_sum_of_its_own(Metric metric) {
  return metric == Metric::funding || metric == Metric::fine || metric == Metric::aid ||
         metric == Metric::deal_value || metric == Metric::acquisition_price || metric == Metric::damage;
}

bool is_event(Metric metric) {
  return metric == Metric::fine || metric == Metric::acquisition_price || metric == Metric::stake ||
         metric == Metric::price || metric == Metric::aid || metric == Metric::other ||
         metric == Metric::valuation;
}

bool of_a_day(Metric metric) {
  return metric == Metric::share_price || metric == Metric::market_cap || metric == Metric::valuation;
}

class Document {
 public:
  explicit Document(const Found& found) : found_(found) {}

  std::vector<Claim> run() {
    find_main_company();
    std::size_t next_mention = 0, next_reference = 0;
    for (std::uint32_t i = 0; i < found_.text.sentences.size(); ++i) {
      SentenceView view(found_, i, next_mention, next_reference);
      name_references(view);
      speakers_.remember_persons(view);
      const auto claims_before = claims_.size();
      if (!view.values.empty()) {
        view.find_cues();
        read(view);
      }
      if (claims_.size() > claims_before)
        topic_ = {claims_[claims_before].subject, claims_[claims_before].subject_entity, topic_.kind};
      else if (claims_.size() > claims_before)
        topic_ = {claims_[claims_before].subject, claims_[claims_before].subject_entity, topic_.kind};
      else
        remember_topic(view);
    }
    return std::move(claims_);
  }

 private:
  // The company that most of the text is about: named first and most often.
  void find_main_company() {
    std::map<std::string_view, int> counts;
    const CompanyValue* best = nullptr;
    int best_score = 0;
    for (const auto& mention : found_.mentions) {
      const auto* company = mention.company();
      if (!company || (company->known && is_source(company->known->kind))) continue;
      const int score = ++counts[company->entity] * 10 - static_cast<int>(counts.size());
      if (score > best_score) best = company, best_score = score;
    }
    if (best) main_ = {best->name, best->entity, best->known ? std::string(best->known->kind) : ""};
  }

  static bool is_source(std::string_view kind) {
    return kind == "agency" || kind == "newspaper" || kind == "news_site" || kind == "magazine";
  }

  // «das Unternehmen» is the firm the text was about just before, or of the kind the noun names.
  void name_references(SentenceView& view) {
    for (auto& firm : view.firms) {
      if (!firm.reference) continue;
      const Firm* before = nullptr;
      for (const auto& other : view.firms)
        if (!other.reference && !other.media && other.first < firm.first &&
            (firm.kind.empty() || other.kind == firm.kind))
          before = &other;
      const Topic& topic = topic_.known() ? topic_ : main_;
      if (before) {
        firm.name = before->name, firm.entity = before->entity;
      } else if (topic.known()) {
        const bool other_kind = !firm.kind.empty() && topic.kind != firm.kind && main_.kind == firm.kind;
        const Topic& taken = other_kind ? main_ : topic;
        firm.name = taken.name, firm.entity = taken.entity;
      }
    }
    std::erase_if(view.firms, [](const Firm& firm) { return firm.name.empty(); });
  }

  // What the next sentence's «es» and «das Unternehmen» stand for: the first firm of this one that is not
  // behind a preposition, else the first.
  void remember_topic(const SentenceView& view) {
    const Firm* taken = nullptr;
    for (const auto& firm : view.firms) {
      if (firm.media) continue;
      const bool governed =
          firm.first > view.sentence.first && view.has(firm.first - 1, view.tags.preposition);
      if (!taken || (!governed && taken->first != firm.first && governed_topic_))
        taken = &firm, governed_topic_ = governed;
      if (!governed) break;
    }
    if (taken) topic_ = {std::string(taken->name), std::string(taken->entity), std::string(taken->kind)};
  }

  void read(SentenceView& view);
  std::optional<Claim> claim_of(const SentenceView& view, std::size_t index, const Claim* previous);
  MetricChoice choose_metric(const SentenceView& view, const Placed& value) const;
  bool chained(const SentenceView& view, const Placed& before, const Placed& value) const;
  bool pronoun_is_nearer(const SentenceView& view, const Placed& value, const Firm& subject,
                         const MetricChoice& metric) const;
  bool belongs_to_earlier(const SentenceView& view, const Placed& date) const;
  bool compares(const SentenceView& view, const Placed& value, const Placed& date) const;
  bool is_comparison(const SentenceView& view, const Placed& value) const;
  const Claim* goes_on_with(const SentenceView& view, unsigned measure) const;
  bool speaks(const SentenceView& view) const;
  bool speech_before(const SentenceView& view, std::uint32_t token) const;
  bool goes_on_to_level(const SentenceView& view, const Placed& value) const;
  bool opens_relative_clause(const SentenceView& view, const Firm& firm, const Placed& value) const;
  bool pronoun_before(const SentenceView& view, const Placed& value) const;
  const Firm* choose_subject(const SentenceView& view, const Placed& value, const MetricChoice& metric) const;
  void set_subject(const SentenceView& view, const Placed& value, const MetricChoice& metric,
                   Claim& claim) const;
  void set_counterparty(const SentenceView& view, const Placed& value, const MetricChoice& metric,
                        const Firm* subject, Claim& claim) const;
  void set_role(const SentenceView& view, const Placed& value, const MetricChoice& metric,
                Claim& claim) const;
  void set_period(const SentenceView& view, const Placed& value, Claim& claim, const Claim* previous);
  void set_modality(const SentenceView& view, const Placed& value, Claim& claim) const;
  void set_status(const SentenceView& view, Claim& claim) const;
  std::uint32_t before_qualifier(const SentenceView& view, const Placed& value) const;
  Role direction(const SentenceView& view, const Placed& value, int reach, bool& found) const;

  const Found& found_;
  std::vector<Claim> claims_;
  Topic main_, topic_;
  Speakers speakers_;
  bool governed_topic_ = false;
  int claims_in_sentence_ = 0;
  int share_moves_ = 0;  // claims about share prices so far: a market report leaves the word out later
  std::optional<Period> last_result_period_;
  std::string last_result_entity_;
};

// The first token of what belongs to the value: its qualifier and the words between («rund», «bis zu
// weiteren»).
std::uint32_t Document::before_qualifier(const SentenceView& view, const Placed& value) const {
  static constexpr int kMost = 4;
  const TagSet& tags = view.tags.qualifying;
  auto at = value.first;
  for (int step = 0; step < kMost && at > view.sentence.first; ++step) {
    bool moved = false;
    for (std::uint32_t back = 3; back >= 1 && !moved; --back) {
      if (at < view.sentence.first + back) continue;
      const auto hit = view.lexicon.longest(view.text.folded, view.text.tokens, at - back, at, tags);
      if (hit.tag != kNoTag && hit.last == at) at = hit.first, moved = true;
    }
    if (!moved) break;
  }
  return at;
}

// «Rheinkredit AG» owes nothing by its name.
bool in_a_name(const SentenceView& view, const Cue& cue) {
  return std::ranges::any_of(view.firms, [&](const Firm& firm) {
    return !firm.reference && cue.first >= firm.first && cue.last <= firm.last;
  });
}

// «unter dem Wert des Vorjahres»: another time's value, no metric.
bool names_a_time(const SentenceView& view, const Cue& cue) {
  return std::ranges::any_of(view.dates, [&](const Placed& date) {
    return date.first == cue.last + 1 && view.has(cue.last, view.tags.share_preposition);
  });
}

MetricChoice Document::choose_metric(const SentenceView& view, const Placed& value) const {
  const auto& amount = *value.mention->amount();
  const unsigned measure = measure_of(value.mention->kind, amount);
  MetricChoice best;
  const bool share_of = measure == kPercent && value.last < view.sentence.last &&
                        view.has(value.last, view.tags.share_preposition);
  for (const auto& cue : view.cues) {
    const bool noun = cue.tag == view.tags.metric_noun, verb = cue.tag == view.tags.metric_verb;
    if (!noun && !verb) continue;
    if (cue.first >= value.first && cue.last <= value.last) continue;
    // «70 Cent je Aktie», "£1.18 per share": that is what it is counted by.
    if (cue.first > view.sentence.first && view.has(cue.first - 1, view.tags.per_piece) &&
        (cue.first - 1 == value.last || !view.has(cue.first - 1, view.tags.article)))
      continue;
    if ((noun && names_a_time(view, cue)) || in_a_name(view, cue)) continue;
    auto key = parse_key(cue.value);
    // «10 Prozent der AMD-Aktien», "49% of the shares"
    if (key.metric == Metric::share_price && measure == kPercent && cue.first >= value.last &&
        view.has(value.last, view.tags.genitive_article) &&
        view.distance(cue.first, cue.last, value.first, value.last) <= 3)
      key.metric = Metric::stake;
    // "80% of its sales": a part of the revenue, not the revenue.
    if (share_of && noun && cue.first >= value.last &&
        view.distance(cue.first, cue.last, value.first, value.last) <= 3 &&
        (is_result(key.metric) || key.metric == Metric::costs || key.metric == Metric::headcount))
      key.metric = key.metric == Metric::headcount ? Metric::headcount : Metric::other;
    // What costs little is a thing one buys.
    if (key.metric == Metric::costs && verb && measure == kMoney && amount.resolved() &&
        (amount.max ? *amount.max : *amount.min).to_double() < 1e5)
      key.metric = Metric::price;
    if (!(kMeasures[static_cast<std::size_t>(key.metric)] & measure) ||
        !plausible(key.metric, value.mention->kind, amount))
      continue;
    const int distance = view.distance(cue.first, cue.last, value.first, value.last);
    const bool before = cue.first < value.first;
    const bool of_it = key.metric == Metric::stake && cue.first >= value.last && distance <= 3;
    const bool general =
        verb && key.metric == Metric::profit;  // «operativ … verdient»: the special word wins
    int score = (noun      ? 60
                 : general ? 42
                           : 48) +
                (of_it ? 20 : 0) - distance * (before ? 2 : 3) +
                4 * static_cast<int>(cue.last - cue.first - 1);
    if (!before && noun && distance <= 2) score += 14;
    // «Umsatz von 5 Milliarden», "a loss of $5bn"
    if (before && noun && distance <= 2) score += 12;
    score -= 7 * static_cast<int>(before ? view.values_between(cue.last, value.first)
                                         : view.values_between(value.last, cue.first));
    if (view.in_brackets(cue.first) != view.in_brackets(value.first)) score -= 8;
    if (!before && !view.same_clause(cue.first, value.first)) score -= 22;
    if (view.segment(cue.first) != view.segment(value.first)) score -= 8;
    if (score > best.score) best = {key, &cue, score};
  }
  return best;
}

// «5,5 Milliarden Euro (6,1 Milliarden Dollar)», «um 12 Prozent auf 5,5 nach 4,9»: figures of one statement.
bool Document::chained(const SentenceView& view, const Placed& before, const Placed& value) const {
  if (view.in_brackets(value.first) && !view.in_brackets(before.first) && value.first - before.last <= 2)
    return true;
  if (view.in_brackets(value.first) && view.in_brackets(before.first)) return true;
  auto steps = 0;
  for (auto i = before.last; i < value.first; ++i) {
    const auto& tags = view.tags;
    const bool link = view.has(i, tags.delta_preposition) || view.has(i, tags.level_preposition) ||
                      view.has(i, tags.from_preposition) || view.has(i, tags.preposition) ||
                      view.has(i, tags.article);
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
          view.has(before_qualifier(view, value) - 1, view.tags.from_preposition) ||
          view.has(before_qualifier(view, value) - 1, view.tags.level_preposition));
}

const Firm* Document::choose_subject(const SentenceView& view, const Placed& value,
                                     const MetricChoice& metric) const {
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
    if (firm.source) continue;
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

// «Das Unternehmen, das … bewertet wurde»: the figure's clause begins with the pronoun that stands right
// behind the firm's comma.
bool Document::opens_relative_clause(const SentenceView& view, const Firm& firm, const Placed& value) const {
  auto begin = value.first;
  while (begin > view.sentence.first && view.text.of(view.text.tokens[begin - 1]) != ",") --begin;
  if (begin == view.sentence.first || !view.has(begin, view.tags.relative_pronoun)) return false;
  for (auto i = firm.last; i + 1 < begin + 1 && i <= firm.last + 2; ++i)
    if (view.text.of(view.text.tokens[i]) == ",") return view.word(i + 1) == view.word(begin);
  return false;
}

// «… sicherte es sich 4 Milliarden Dollar, abhängig von Microsoft»: a pronoun before the figure, in its
// clause, is its subject rather than a firm that only comes up behind it.
bool Document::pronoun_is_nearer(const SentenceView& view, const Placed& value, const Firm& subject,
                                 const MetricChoice& metric) const {
  if (subject.first < value.first || !(topic_.known() || main_.known())) return false;
  if (metric.cue && view.distance(subject.first, subject.last, metric.cue->first, metric.cue->last) <= 2)
    return false;
  return pronoun_before(view, value);
}

bool Document::pronoun_before(const SentenceView& view, const Placed& value) const {
  for (auto i = view.sentence.first; i < value.first; ++i)
    if (view.has(i, view.tags.subject_pronoun) && view.segment(i) == view.segment(value.first)) return true;
  return false;
}

void Document::set_subject(const SentenceView& view, const Placed& value, const MetricChoice& metric,
                           Claim& claim) const {
  const Firm* subject = choose_subject(view, value, metric);
  if (subject && pronoun_is_nearer(view, value, *subject, metric))
    subject = nullptr, claim.flags |= kSubjectResolved;
  if (subject && claim.metric == Metric::stake) {
    // «X hält 10 Prozent an Y», "a 10% stake in Y": the one behind the preposition is held.
    const Firm *held = nullptr, *holder = nullptr;
    for (const auto& firm : view.firms) {
      if (firm.source) continue;
      auto governor = firm.first > view.sentence.first ? firm.first - 1 : firm.first;
      while (governor > view.sentence.first && view.has(governor, view.tags.article)) --governor;
      const bool genitive = firm.first >= value.last && firm.first <= value.last + 2 &&
                            view.has(value.last, view.tags.genitive_article);
      const bool target =
          firm.first > view.sentence.first && view.has(governor, view.tags.target_preposition);
      (target || genitive ? held : holder) = &firm;
    }
    if (held && holder && held->entity != holder->entity) subject = holder;
  }
  if (!subject && claims_in_sentence_ && has_counterparty(claim.metric)) {
    // «…, während die Vereinbarung mit AMD 300 Milliarden wert ist»: still the firm of the clause before.
    claim.subject = claims_.back().subject;
    claim.subject_entity = claims_.back().subject_entity;
    const Firm stand_in{claim.subject, claim.subject_entity, {}, 0, 0, false, false, false, {}};
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
  const Topic& topic = topic_.known() ? topic_ : main_;
  if (!topic.known()) return;
  claim.subject = topic.name;
  claim.subject_entity = topic.entity;
  if (!(claim.flags & kSubjectResolved))
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
    auto governor = firm.first > view.sentence.first ? firm.first - 1 : firm.first;
    while (governor > view.sentence.first && view.has(governor, view.tags.article)) --governor;
    if (view.has(governor, view.tags.preposition)) distance -= 10;
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

// The nearest word that says up or down, before or behind.
Role Document::direction(const SentenceView& view, const Placed& value, int reach, bool& found) const {
  Role role = Role::increase;
  int nearest = reach + 1;
  const auto begin = before_qualifier(view, value);  // the "more" of "more than" is no direction
  for (const auto& cue : view.cues) {
    const bool up = cue.tag == view.tags.up, down = cue.tag == view.tags.down;
    if ((!up && !down) || (cue.first >= begin && cue.last <= value.last)) continue;
    int distance = view.distance(cue.first, cue.last, value.first, value.last);
    if (cue.first > value.first)
      distance += view.values_between(value.last, cue.first) ? 8 : 1;
    else
      distance += 3 * static_cast<int>(view.values_between(cue.last, value.first));
    if (distance < nearest) nearest = distance, role = up ? Role::increase : Role::decrease;
  }
  found = nearest <= reach;
  return role;
}

// «ein Anstieg von 771 Millionen im Vorjahr auf 850 Millionen»: from there to here.
bool Document::goes_on_to_level(const SentenceView& view, const Placed& value) const {
  for (const auto& next : view.values) {
    if (next.first <= value.first) continue;
    const auto at = before_qualifier(view, next);
    return view.has(at - 1, view.tags.to_preposition) &&
           view.distance(value.first, value.last, at, next.last) <= 6;
  }
  return false;
}

void Document::set_role(const SentenceView& view, const Placed& value, const MetricChoice& metric,
                        Claim& claim) const {
  const auto at = before_qualifier(view, value);
  const auto before = at > view.sentence.first ? at - 1 : at;
  const bool percent = value.mention->kind == MentionKind::percent;
  const bool points = percent && value.mention->amount()->unit == "pp";
  bool found = false;
  if (at > view.sentence.first && view.has(before, view.tags.delta_preposition)) {
    const Role role = direction(view, value, 25, found);
    claim.role = found ? role : metric.key.role.value_or(Role::increase);
    return;
  }
  const bool levelled = at > view.sentence.first && (view.has(before, view.tags.level_preposition) ||
                                                     view.has(before, view.tags.from_preposition));
  if (metric.key.role && (!levelled || percent || claim.metric == Metric::costs)) {
    claim.role = *metric.key.role;
    return;
  }
  const bool share_of = claim.metric == Metric::stake || claim.metric == Metric::other ||
                        claim.metric == Metric::job_cuts || (claim.metric == Metric::market_share && !points);
  if (levelled) {
    // «ein Plus von 5 Prozent», "an increase of 5%": the noun before the preposition says it.
    const Placed preposition{value.mention, before, value.last};
    const Role role = direction(view, preposition, 0, found);
    const bool from = before > view.sentence.first &&
                      (view.has(before - 1, view.tags.from_noun) || goes_on_to_level(view, value));
    if (found && !from && view.has(before, view.tags.genitive_article)) claim.role = role;
    return;
  }
  // What is raised, awarded or paid is a sum of its own, not a change of one.
  if (is_sum_of_its_own(claim.metric)) return;
  const Role role = direction(view, value, percent && !share_of ? 9 : points ? 9 : 1, found);
  if (found && claim.metric != Metric::stake && claim.metric != Metric::job_cuts) claim.role = role;
}

Period period_of(const SentenceView& view, const Placed& date) {
  const auto& value = *date.mention->date();
  return {value.from, value.to, value.granularity, value.fiscal,
          std::string(view.text.of(date.mention->span))};
}

// The same stretch of time some years later (or, below zero, earlier).
Period shifted(const Period& period, int by_years) {
  const auto moved = [&](std::optional<Day> day) -> std::optional<Day> {
    if (!day) return day;
    const auto date = year_month_day(*day) + years(by_years);
    return date.ok() ? Day(date) : Day(date.year() / date.month() / std::chrono::last);
  };
  Period out = period;
  out.from = moved(period.from);
  out.to = moved(period.to);
  return out;
}

// Whether the figure right before a date is one of an earlier time: «… von 4,9 Milliarden 2023».
bool Document::belongs_to_earlier(const SentenceView& view, const Placed& date) const {
  const Placed* owner = nullptr;
  for (const auto& value : view.values)
    if (value.last <= date.first) owner = &value;
  if (!owner) return false;
  const auto at = before_qualifier(view, *owner);
  return at > view.sentence.first && view.has(at - 1, view.tags.from_preposition);
}

// Whether a date stands behind a word of comparison that comes after the figure («als im Jahr 2023»).
bool Document::compares(const SentenceView& view, const Placed& value, const Placed& date) const {
  if (date.first < value.last) return false;
  constexpr std::uint32_t kReach = 4;
  for (auto i = date.first; i > value.last && i + kReach > date.first; --i) {
    if (view.has(i - 1, view.tags.comparison)) return true;
    if (view.text.tokens[i - 1].is(TokenClass::punctuation)) return false;
  }
  return false;
}

// The last day of the subject's business year as "09-30"; "" where it is the calendar year or not known.
std::string_view year_end_of(const SentenceView& view, const Claim& claim) {
  for (const auto& firm : view.firms)
    if (firm.entity == claim.subject_entity && firm.year_end.size() == 5) return firm.year_end;
  return {};
}

// «Geschäftsjahr 2024» (or «2023/24») of a firm whose year ends in September is October 2023 to September
// 2024. Nothing where the firm's year or the number of the year is not known.
std::optional<Period> business_year(const SentenceView& view, const Claim& claim, Period period) {
  const auto year_end = year_end_of(view, claim);
  if (year_end.empty()) return std::nullopt;
  int year = 0;
  if (period.from) {
    const year_month_day from = *period.from;
    if (from.month() != std::chrono::January || from.day() != std::chrono::day(1) ||
        period.to != Day(from + years(1)))
      return std::nullopt;
    year = static_cast<int>(from.year());
  } else {
    const auto slash = period.text.find('/');
    if (slash == std::string::npos || slash < 4) return std::nullopt;
    const auto [end, error] =
        std::from_chars(period.text.data() + slash - 4, period.text.data() + slash, year);
    if (error != std::errc{} || end != period.text.data() + slash) return std::nullopt;
    ++year;
  }
  const auto month =
      std::chrono::month(static_cast<unsigned>((year_end[0] - '0') * 10 + (year_end[1] - '0')));
  const year_month_day end = std::chrono::year(year) / month / 1;
  period.to = Day(end + months(1));
  period.from = Day(end + months(1) - years(1));
  return period;
}

void Document::set_period(const SentenceView& view, const Placed& value, Claim& claim,
                          const Claim* previous) {
  const auto at = before_qualifier(view, value);
  const bool from_value = at > view.sentence.first && view.has(at - 1, view.tags.from_preposition);
  const Placed *best = nullptr, *compared = nullptr;
  int best_score = 0;
  for (const auto& date : view.dates) {
    const auto& when = *date.mention->date();
    if (!when.from && !when.to && !(when.fiscal && business_year(view, claim, period_of(view, date))))
      continue;
    const bool day = when.granularity == Granularity::day || when.granularity == Granularity::week;
    if (day != of_a_day(claim.metric) && day) continue;
    const bool behind = date.first >= value.last;
    const int distance = view.distance(date.first, date.last, value.first, value.last);
    int score = 40 - distance;
    // A date right behind a figure is that figure's; one that another figure has right before it is not ours.
    if (behind && distance <= 2) score += 15;
    if (behind && distance > 2) score -= 4;
    const auto parted =
        behind ? view.values_between(value.last, date.first) : view.values_between(date.last, value.first);
    if (behind && parted) score -= belongs_to_earlier(view, date) ? 60 : 12;
    // «35 Prozent weniger als 2023»: the year it is compared with, not its own.
    if (compares(view, value, date)) {
      compared = &date;
      continue;
    }
    if (is_result(claim.metric) && claim.metric != Metric::sales_volume &&
        when.granularity == Granularity::month)
      score -= 30;
    if (!behind && parted) {
      for (const auto& other : view.values)
        if (other.last <= date.first && view.distance(other.first, other.last, date.first, date.last) <= 2)
          score -= 40;
    }
    if (!view.same_clause(date.first, value.first))
      score -= is_result(claim.metric) || of_a_day(claim.metric) ? 3 : 25;
    if (view.in_brackets(date.first) && !view.in_brackets(value.first)) score -= 20;
    // A payment or a deal has its time beside it, if any; what else is dated in the sentence is another
    // event.
    if (is_event(claim.metric) && distance > 6) score -= 40;
    if (score > best_score) best = &date, best_score = score;
  }
  if (from_value && previous && previous->period && previous->metric == claim.metric) {
    const bool own = best && best->first >= value.last &&
                     view.distance(best->first, best->last, value.first, value.last) <= 2;
    if (!own) {
      claim.period = shifted(*previous->period, -1);
      claim.period->text.clear();
      claim.flags |= kPeriodAssumed;
      return;
    }
  }
  if (best) {
    claim.period = period_of(view, *best);
    if (claim.period->fiscal)
      if (const auto own = business_year(view, claim, *claim.period)) claim.period = own;
  } else if (is_result(claim.metric) && claim.modality != Modality::expected && last_result_period_ &&
             last_result_entity_ == claim.subject_entity) {
    claim.period = last_result_period_;
    claim.period->text.clear();
    claim.flags |= kPeriodAssumed;
  } else if (compared && is_result(claim.metric)) {
    claim.period = shifted(period_of(view, *compared), 1);
    claim.period->text.clear();
    claim.flags |= kPeriodAssumed;
  }
  if (best && claim.period->from && found_.published && best->first > view.sentence.first &&
      view.has(best->first - 1, view.tags.since_preposition))
    claim.period->to = *found_.published + days(1);
}

bool Document::speech_before(const SentenceView& view, std::uint32_t token) const {
  return std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return cue.first < token && (cue.tag == view.tags.speech_verb) && view.distance(cue.last, token) <= 12;
  });
}

bool Document::speaks(const SentenceView& view) const {
  return std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return cue.tag == view.tags.speech_verb || cue.tag == view.tags.attribution_before;
  });
}

void Document::set_modality(const SentenceView& view, const Placed& value, Claim& claim) const {
  int nearest[5] = {1000, 1000, 1000, 1000, 1000};
  for (const auto& cue : view.cues) {
    if (cue.tag != view.tags.modality) continue;
    auto kind = modality(cue.value);
    if (!kind) continue;
    // "said it would cut": the future, told in the past.
    if (kind == Modality::possible && view.has(cue.first, view.tags.backshift) &&
        speech_before(view, cue.first))
      kind = Modality::expected;
    // «hätten 640 Millionen gekostet, teilte der Konzern mit»: indirect speech of what was.
    if (kind == Modality::possible && view.has(cue.first, view.tags.indirect_past) && speaks(view)) continue;
    const int distance = view.distance(cue.first, cue.last, value.first, value.last);
    // A clause further on says nothing of this figure; one before may govern it («plant, … zu investieren»).
    const bool same = view.same_clause(cue.first, value.first);
    if (!same && (cue.first > value.first || view.segment(cue.first) != view.segment(value.first)) &&
        *kind != Modality::denied && *kind != Modality::estimated)
      continue;
    auto& best = nearest[static_cast<std::size_t>(*kind)];
    best = std::min(best, distance);
  }
  const auto near = [&](Modality kind, int reach) {
    return nearest[static_cast<std::size_t>(kind)] <= reach;
  };
  if (near(Modality::denied, 25))
    claim.modality = Modality::denied;
  else if (near(Modality::possible, 14))
    claim.modality = Modality::possible;
  else if (near(Modality::expected, 16))
    claim.modality = Modality::expected;
  else if (near(Modality::estimated, 40))
    claim.modality = Modality::estimated;
  // Jobs that a firm «streicht», in the present tense, are still there.
  const bool present =
      std::ranges::any_of(view.cues, [&](const Cue& cue) { return cue.tag == view.tags.present_plan; });
  if (claim.metric == Metric::job_cuts && claim.modality == Modality::asserted && present)
    claim.modality = Modality::expected;
}

void Document::set_status(const SentenceView& view, Claim& claim) const {
  for (const auto& cue : view.cues) {
    if (cue.tag == view.tags.preliminary) claim.status = Status::preliminary;
    if (cue.tag == view.tags.final) claim.status = Status::final;
    if (cue.tag == view.tags.corrected) claim.status = Status::corrected;
  }
}

// «Ein Jahr zuvor waren es 7,7 Milliarden Euro»: the claim of a sentence just before, whose metric goes on.
const Claim* Document::goes_on_with(const SentenceView& view, unsigned measure) const {
  const bool says_so =
      std::ranges::any_of(view.cues, [&](const Cue& cue) { return cue.tag == view.tags.ellipsis; });
  if (!says_so || claims_.empty() || !(measure & (kMoney | kPercent | kPeople))) return nullptr;
  constexpr std::uint32_t kFarthest = 400;  // bytes back: two sentences, not a section
  for (auto claim = claims_.rbegin(); claim != claims_.rend(); ++claim) {
    if (claim->sentence.end + kFarthest < view.sentence.span.begin) return nullptr;
    if (measure_of(claim->kind, claim->value) == measure && claim->metric != Metric::other &&
        claim->metric != Metric::stake && claim->metric != Metric::share_price && claim->role == Role::level)
      return &*claim;
  }
  return nullptr;
}

std::optional<Claim> Document::claim_of(const SentenceView& view, std::size_t index, const Claim* previous) {
  const Placed& value = view.values[index];
  const auto& amount = *value.mention->amount();
  Claim claim;
  claim.kind = value.mention->kind;
  claim.value = amount;
  claim.sentence = view.sentence.span;
  claim.evidence = value.mention->span;
  const bool chain =
      previous && index > 0 && previous->evidence == view.values[index - 1].mention->span &&
      chained(view, view.values[index - 1], value) &&
      (kMeasures[static_cast<std::size_t>(previous->metric)] & measure_of(claim.kind, amount)) &&
      plausible(previous->metric, claim.kind, amount);
  // Lengths, megapixels and the like are no figures of a company.
  if (claim.kind == MentionKind::quantity &&
      view.lexicon.value_of(amount.unit, view.tags.unit_default).empty() && amount.unit != "person" &&
      amount.unit != "share")
    return std::nullopt;
  MetricChoice metric = choose_metric(view, value);
  if (chain && !(metric.cue && metric.cue->first >= view.values[index - 1].last)) {
    claim.metric = previous->metric;
    claim.variant = previous->variant;
    claim.rule = previous->rule;
    metric.score = std::max(metric.score, 40);
    metric.key.metric = claim.metric;
    metric.key.role.reset();
  } else if (metric.cue) {
    claim.metric = metric.key.metric;
    claim.variant = metric.key.variant;
    claim.rule = word(claim.metric);
  } else if (const Claim* before = goes_on_with(view, measure_of(claim.kind, amount))) {
    claim.metric = before->metric;
    claim.variant = before->variant;
    claim.rule = "ellipsis";
    claim.flags |= kMetricInherited;
    metric.key.metric = claim.metric;
    metric.score = 30;
  } else {
    // No word says what is measured; the unit may (employees, gigawatts), else it stays open.
    const auto fallback = view.lexicon.value_of(amount.unit, view.tags.unit_default);
    if (claim.kind == MentionKind::quantity && fallback.empty()) return std::nullopt;
    claim.metric = fallback.empty() ? Metric::other : extract::metric(fallback).value_or(Metric::other);
    claim.rule = "unit";
    if (claim.kind == MentionKind::percent && share_moves_ >= 2)
      claim.metric = Metric::share_price, claim.rule = "market-report";
    const bool people = measure_of(claim.kind, amount) == kPeople && topic_.known();
    if (view.firms.empty() && !people &&
        !(claim.kind == MentionKind::quantity && pronoun_before(view, value)))
      return std::nullopt;
  }
  for (const auto& cue : view.cues) {
    if (cue.tag != view.tags.economy) continue;
    const int away = view.distance(cue.first, cue.last, value.first, value.last);
    const int metric_away =
        metric.cue ? view.distance(metric.cue->first, metric.cue->last, value.first, value.last) : 100;
    if (away < metric_away && away < 12) return std::nullopt;
  }
  if (amount.unit == "person" && (claim.metric == Metric::headcount || claim.metric == Metric::job_cuts))
    claim.value.unit = "employee";
  if (claim.metric == Metric::job_cuts && index > 0 && measure_of(claim.kind, amount) == kPeople &&
      value.first - view.values[index - 1].last == 1 &&
      view.has(value.first - 1, view.tags.share_preposition))
    claim.metric = Metric::headcount;  // «9000 seiner 78.400 Stellen»
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
  set_role(view, value, metric, claim);
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
  } else {
    set_period(view, value, claim, previous);
  }
  // What lies behind us is no forecast, where only the clause beside it speaks of the future.
  const bool own_clause = std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return cue.tag == view.tags.modality && view.same_clause(cue.first, value.first);
  });
  if (!own_clause && claim.modality == Modality::expected && claim.period && claim.period->to &&
      found_.published && *claim.period->to <= *found_.published && !(claim.flags & kPeriodAssumed))
    claim.modality = Modality::asserted;
  if (amount.basis == CurrencyBasis::inherited) claim.flags |= kCurrencyInherited;
  if (amount.basis == CurrencyBasis::assumed) claim.flags |= kCurrencyAssumed;
  set_status(view, claim);
  claim.confidence = static_cast<float>(std::clamp(
      0.25 + metric.score / 110.0 - ((claim.flags & kSubjectAssumed) ? 0.15 : 0.0) -
          ((claim.flags & kSubjectResolved) ? 0.05 : 0.0) - (claim.metric == Metric::other ? 0.1 : 0.0),
      0.05, 0.97));
  return claim;
}

// A figure told for comparison («nach 4,9 Milliarden im Vorjahr», in brackets): its time is not the text's.
bool Document::is_comparison(const SentenceView& view, const Placed& value) const {
  const auto at = before_qualifier(view, value);
  return view.in_brackets(value.first) ||
         (at > view.sentence.first && view.has(at - 1, view.tags.from_preposition));
}

void Document::read(SentenceView& view) {
  const auto attribution = speakers_.find(view);
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
    if (attribution && !(attribution->expects && claim->modality == Modality::asserted))
      claim->attribution = attribution->name;
    if (is_result(claim->metric) && claim->period && claim->modality == Modality::asserted &&
        !(claim->flags & kPeriodAssumed) && !is_comparison(view, view.values[i]) && lasts(*claim->period)) {
      last_result_period_ = claim->period;
      last_result_entity_ = claim->subject_entity;
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

// For each figure of a sentence, in this order: the metric (the cue that stands nearest and fits the kind of
// figure), the role (the preposition before it, else the nearest word of direction), the subject (a firm tied
// to the metric's word, else the firm the clause is about, else the one the text is about), the counterparty,
// the period, the modality, the source. What is taken from outside the sentence is marked by a flag.
#include "extract/claims/claims.h"

#include <algorithm>

#include "extract/claims/attribution.h"
#include "extract/claims/claim_anaphor.h"
#include "extract/claims/claim_basis.h"
#include "extract/claims/claim_buyer.h"
#include "extract/claims/claim_confidence.h"
#include "extract/claims/claim_deal.h"
#include "extract/claims/claim_distribution.h"
#include "extract/claims/claim_draft.h"
#include "extract/claims/claim_expectation.h"
#include "extract/claims/claim_gap.h"
#include "extract/claims/claim_measure.h"
#include "extract/claims/claim_metric.h"
#include "extract/claims/claim_modality.h"
#include "extract/claims/claim_part.h"
#include "extract/claims/claim_parties.h"
#include "extract/claims/claim_period.h"
#include "extract/claims/claim_role.h"
#include "extract/claims/claim_series.h"
#include "extract/claims/claim_source.h"
#include "extract/claims/claim_subject.h"
#include "extract/claims/claim_topic.h"
#include "extract/claims/market_report.h"
#include "extract/claims/sentence_view.h"
#include "extract/claims/told_figures.h"
#include "extract/claims/told_times.h"
#include "extract/dates/calendar.h"

namespace gegenprobe::extract {
namespace {

struct DocumentTags {
  TagSet tolerance;  // «plus oder minus»
  Tag continental_currency, weak_pronoun, cent_word, cents_of, dollar_exchange, shared_currency,
      shared_currency_of;
  explicit DocumentTags(const Lexicon& lexicon)
      : tolerance(lexicon.tags({"tolerance"})),
        continental_currency(lexicon.tag("continental_currency")),
        weak_pronoun(lexicon.tag("weak_pronoun")),
        cent_word(lexicon.tag("cent_word")),
        cents_of(lexicon.tag("cents_of")),
        dollar_exchange(lexicon.tag("dollar_exchange")),
        shared_currency(lexicon.tag("shared_currency")),
        shared_currency_of(lexicon.tag("shared_currency_of")) {}
};
const DocumentTags& own(const SentenceView& view) { return view.lists<DocumentTags>(); }

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

// "the cloud unit had revenue of $5bn, up 35%", "$5bn, a rise of 35%", "$5bn, a 35% rise", «750 Autos, 54
// Prozent weniger»: nothing but the change of the figure before.
bool adds_change(const Draft& draft) {
  constexpr std::uint32_t kMostBetween = 8;  // ", down from previous market expectations of"
  const SentenceView& view = draft.view;
  if (!draft.follows_claim() || draft.previous->metric != draft.claim.metric) return false;
  const auto begin = view.begin_with_qualifier(draft.value);
  auto comma = draft.before->last;  // "$5bn in revenue in Germany, a"
  while (comma < begin && !view.text.tokens[comma].is(TokenClass::punctuation)) ++comma;
  if (comma >= begin || begin > comma + kMostBetween || view.text.of(view.text.tokens[comma]) != ",")
    return false;
  const bool has_article = view.has(draft.value.first - 1, view.tags.article);
  bool changes = false;
  for (const auto& cue : view.cues) {
    const bool between = cue.first > comma && cue.last <= begin;
    if (between && cue.tag == view.tags.metric_noun) return false;
    const bool right_behind = (has_article || view.verbs_last) && cue.first == draft.value.last;
    changes |= (between || right_behind) && (cue.tag == view.tags.up || cue.tag == view.tags.down);
  }
  return changes;
}

// "growth of 4% to 5%, up from 3% to 4%": nobody ranges over what has been; it is the forecast before.
bool is_range_compared(const Draft& draft) {
  const auto is_range = [](const Amount& amount) {
    return amount.min && amount.max && compare(*amount.min, *amount.max) < 0;
  };
  return draft.previous && is_base(draft) && draft.previous->modality == Modality::expected &&
         is_range(draft.previous->value) && is_range(draft.claim.value);
}

// "fell 0.6%, against a 2.8% |rise|"
bool has_change_behind(const Draft& draft) {
  const SentenceView& view = draft.view;
  return !view.verbs_last && std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return cue.first == draft.value.last && (cue.tag == view.tags.up || cue.tag == view.tags.down);
  });
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
  explicit Document(const Found& found) : found_(found), topics_(found), times_(found) {}

  // \pre there is a figure
  std::vector<Claim> run() {
    const auto last_figure =
        std::ranges::find_if(found_.mentions.rbegin(), found_.mentions.rend(), is_figure);
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
        remember_topic(claims_[claims_before], view);
      else
        topics_.remember(view);
    }
    report_.date(claims_);
    return std::move(claims_);
  }

 private:
  void read(SentenceView& view, std::uint32_t index);
  void remember_topic(const Claim& claim, const SentenceView& view);
  std::optional<Attribution> find_source(const SentenceView& view, std::uint32_t index);
  const std::optional<ToldDeal>& deal_before(std::uint32_t index) const;
  std::optional<ToldDeal> find_deal_before(std::uint32_t index) const;
  std::optional<Measured> measured_before(const SentenceView& view, std::uint32_t index) const;
  std::optional<Claim> claim_of(Draft draft, std::uint32_t sentence) const;
  void set_certainty(Draft& draft) const;
  void set_firms(Draft& draft) const;
  void set_time(Draft& draft, std::uint32_t sentence) const;
  void take_year_told(Claim& claim) const;
  void mark_assumptions(Draft& draft) const;
  const Company* subject_known(const Claim& claim) const;
  void count_in_cents_at_home(Draft& draft) const;
  void count_in_currency_at_home(Draft& draft) const;
  TextSoFar so_far() const { return {claims_, told_, topics_, report_, measured_ ? &*measured_ : nullptr}; }

  const Found& found_;
  std::vector<Claim> claims_;
  std::vector<std::size_t> of_named_years_;  // those of a year that they name: «2024», not «im Vorjahr»
  ToldFigures told_;
  Topics topics_;
  Speakers speakers_;
  ToldTimes times_;
  MarketReport report_;
  mutable std::optional<std::optional<ToldDeal>> deal_before_;  // of the sentence being read, once asked for
  std::optional<Measured> measured_;  // that a pronoun of the sentence may stand for
  struct Start {
    std::size_t mention, reference;
  };
  std::vector<Start> starts_;  // of the sentences so far: where their mentions and references begin
};

// Whom the text goes on with: the claim's subject; behind "Y shareholders will receive $54 a share" it is Y,
// though X pays it.
void Document::remember_topic(const Claim& claim, const SentenceView& view) {
  if (claim.counterparty.empty() || !is_paid_to_shareholders(claim, view))
    return topics_.remember(claim, view);
  Claim of_target = claim;
  of_target.subject = claim.counterparty, of_target.subject_entity = claim.counterparty_entity;
  topics_.remember(of_target, view);
}

// What the list of companies has of a claim's subject; null where that is not in it.
const Company* Document::subject_known(const Claim& claim) const {
  const auto firm = std::ranges::find_if(found_.mentions, [&](const Mention& mention) {
    const auto* company = mention.company();
    return company && company->known && company->entity == claim.subject_entity;
  });
  return firm == found_.mentions.end() ? nullptr : firm->company()->known;
}

// "19.3 cents a share" of a firm whose country has cents of its own; still an assumption.
void Document::count_in_cents_at_home(Draft& draft) const {
  const SentenceView& view = draft.view;
  Claim& claim = draft.claim;
  bool cents = false;
  for (auto i = draft.value.first; i < draft.value.last; ++i) cents |= view.has(i, own(view).cent_word);
  if (!cents || !is_told_by_the_share(claim) || speaks_of_dollars(found_)) return;
  const Company* known = subject_known(claim);
  if (!known) return;
  // Whoever is dealt in abroad pays in that country's money.
  const std::string exchange = folded(known->ticker.substr(0, known->ticker.find(':')));
  if (!view.lexicon.value_of(exchange, own(view).dollar_exchange).empty()) return;
  if (const auto unit = view.lexicon.value_of(folded(known->country), own(view).cents_of); !unit.empty())
    claim.value.unit = unit;
}

// «29 Milliarden Kronen» of a firm whose country has a currency that is called so: assumed to be that.
void Document::count_in_currency_at_home(Draft& draft) const {
  const SentenceView& view = draft.view;
  Claim& claim = draft.claim;
  if (claim.kind != MentionKind::money || !claim.value.unit.empty()) return;
  bool shared = false;
  for (auto i = draft.value.first; i < draft.value.last; ++i)
    shared |= view.has(i, own(view).shared_currency);
  const Company* known = shared ? subject_known(claim) : nullptr;
  if (!known) return;
  const auto unit = view.lexicon.value_of(folded(known->country), own(view).shared_currency_of);
  if (unit.empty()) return;
  claim.value.unit = unit;
  claim.value.basis = CurrencyBasis::assumed;
  claim.flags |= kCurrencyAssumed;
}

bool is_of_year(const Claim& claim) {
  return claim.period && claim.period->from && claim.period->granularity == Granularity::year;
}
bool names_year(const Claim& claim) {
  return is_of_year(claim) && claim.period->text.find_first_of("0123456789") != std::string::npos;
}

// «5 Milliarden Verlust 2014 …: 5 Milliarden Verlust schrieb X im Vorjahr»: the same figure is of the year
// that was told with it, not of one beside it.
void Document::take_year_told(Claim& claim) const {
  if (!is_of_year(claim) || names_year(claim)) return;
  const auto told = std::ranges::find_if(of_named_years_, [&](std::size_t at) {
    const Claim& other = claims_[at];
    return other.metric == claim.metric && other.kind == claim.kind && other.role == claim.role &&
           other.value.min == claim.value.min && other.value.max == claim.value.max &&
           other.subject_entity == claim.subject_entity;
  });
  if (told == of_named_years_.end()) return;
  const Period& named = *claims_[*told].period;
  const int years = year_of(*named.from) - year_of(*claim.period->from);
  if (years == 1 || years == -1) claim.period = named;
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
  const bool of_now = is_told_as_now(draft, found_.published);
  if (!draft.whole && !undated && !of_now) {
    auto context = times_.context(claim, draft.previous, draft.continued, sentence);
    context.own_date = draft.share.date;
    set_period(draft.view, draft.value, claim, context);
  }
  take_year_told(claim);
  forget_forecast_of_past(draft, found_.published, claim);
  if (is_former_plan(draft.view, draft.value, claim))
    claim.flags |= kFormerPlan;
  else if (!draft.whole && (undated || is_of_earlier_time(draft.view, draft.value, claim)))
    claim.flags |= kEarlierTime;
}

// How certain it is.
void Document::set_certainty(Draft& draft) const {
  const SentenceView& view = draft.view;
  const Claim* previous = draft.previous;
  Claim& claim = draft.claim;
  if (draft.chained && restates(view, draft.value))
    claim.modality = previous->modality;
  else if (!draft.whole)
    set_modality(view, draft.value, claim);
  if (claim.modality == Modality::asserted && claim.metric == Metric::investment &&
      has_deadline_to_come(view, draft.value, found_.published))
    claim.modality = Modality::expected;
  if (claim.modality == Modality::asserted && previous && previous->metric == claim.metric &&
      goes_on_with_former_plan(view, draft.value, *previous))
    claim.modality = Modality::expected;
  if (is_range_compared(draft)) claim.modality = previous->modality;
}

// Whose it is: of the figure before in one statement, else of who stands in the sentence or is spoken of.
void Document::set_firms(Draft& draft) const {
  const Claim* previous = draft.previous;
  Claim& claim = draft.claim;
  const Firm* other = draft.chained ? firm_compared_with(draft.view, draft.value) : nullptr;
  // "X will own 60% and |Y| 40%"
  if (draft.chained && !other && claim.metric == Metric::stake) other = firm_of_gap(draft.view, draft.value);
  if (other) {
    claim.subject = other->name;
    claim.subject_entity = other->entity;
  } else if (draft.chained && claim.metric == Metric::stake && !previous->counterparty.empty() &&
             is_held_by_other(draft.view, draft.value)) {
    claim.subject = previous->counterparty;
    claim.subject_entity = previous->counterparty_entity;
  } else if (draft.chained && previous) {
    claim.subject = previous->subject;
    claim.subject_entity = previous->subject_entity;
    claim.counterparty = previous->counterparty;
    claim.counterparty_entity = previous->counterparty_entity;
    claim.flags |= previous->flags & (kSubjectResolved | kSubjectAssumed);
    const bool price_of_stake =
        claim.metric == Metric::acquisition_price && previous->metric == Metric::stake;
    const Firm* buyer = price_of_stake ? recipient_of_sale(draft.view, draft.value) : nullptr;
    if (buyer && buyer->entity == claim.counterparty_entity) {  // «der Bund verkauft 5 Prozent der Y an X»
      claim.counterparty = previous->subject;
      claim.counterparty_entity = previous->subject_entity;
    }
    if (buyer) claim.subject = buyer->name, claim.subject_entity = buyer->entity;
  } else {
    draft.grounds = set_parties(draft.view, draft.value, draft.metric, topics_,
                                {previous, draft.measured_of ? draft.measured_of : draft.share.firm}, claim);
  }
}

// Of which part of the firm or of the world it is.
void limit_to_part(Draft& draft, const Topics& topics) {
  Claim& claim = draft.claim;
  // «In China waren es 3 Millionen. Weltweit waren es |9|»: what the metric was taken over with ends here.
  if ((claim.flags & kMetricInherited) && is_of_the_whole(draft.view, draft.value)) {
    claim.variant = without_part(claim.variant);
    return;
  }
  auto part = part_of(draft.view, draft.value, draft.metric.cue, claim.metric);
  // «Die Sparte X … Die Sparte mit 300 Beschäftigten»: X itself.
  if (is_unnamed(part) && topics.is_part(claim.subject_entity)) part.clear();
  claim.variant = draft.is_conversion() ? draft.previous->variant : with_part(claim.variant, part);
  if (part_in(claim.variant).empty() && adds_change(draft))
    claim.variant = with_part(claim.variant, std::string(part_in(draft.previous->variant)));
}

// "rose 4%, beating expectations of 2%": what is expected is a change, too.
bool is_change_expected(const Draft& draft) {
  const Claim &claim = draft.claim, *previous = draft.previous;
  return !draft.view.verbs_last && claim.role == Role::level && claim.kind == MentionKind::percent &&
         previous && previous->kind == claim.kind && previous->metric == claim.metric &&
         previous->modality == Modality::asserted && is_expectation(draft.view, draft.value, claim.metric);
}

// Whether it is a level, a change or what a level is compared with.
void set_role_of(Draft& draft, const std::vector<Claim>& told) {
  Claim& claim = draft.claim;
  if (!draft.whole) set_role(draft.view, draft.value, draft.metric, claim);
  if (claim.metric == Metric::headcount && is_of_added_jobs(draft)) claim.role = Role::increase;
  const bool level = claim.role == Role::level;
  const bool left_out = level && claim.kind == MentionKind::percent && is_left_out(draft);
  if ((is_told_twice(draft) && level) || (is_rate_compared(draft) && !has_change_behind(draft)) ||
      goes_on_in_list(draft) || (left_out && draft.previous->metric == claim.metric))
    claim.role = draft.previous->role;
  else if (const Claim* change = level ? change_held_on(draft, told) : nullptr)
    claim.role = change->role;
  if (is_change_expected(draft)) {
    claim.role = draft.previous->role;
    claim.variant = draft.previous->variant;
  }
  if (claim.kind == MentionKind::percent && is_result(claim.metric) && claim.role != Role::level)
    claim.variant = with_basis(claim.variant, basis_of(draft.view, draft.value));
}

// What of its value is assumed.
void Document::mark_assumptions(Draft& draft) const {
  Claim& claim = draft.claim;
  if (draft.amount.basis == CurrencyBasis::inherited) claim.flags |= kCurrencyInherited;
  if (draft.amount.basis == CurrencyBasis::assumed) {
    claim.flags |= kCurrencyAssumed;
    count_in_cents_at_home(draft);
  }
  count_in_currency_at_home(draft);
  if (may_be_groups(draft.view, draft.value, claim)) claim.flags |= kScaleSuspect;
}

const std::optional<ToldDeal>& Document::deal_before(std::uint32_t index) const {
  if (!deal_before_) deal_before_ = find_deal_before(index);
  return *deal_before_;
}

// The deal that the sentences right before tell; these are read again where a figure wants to know.
std::optional<ToldDeal> Document::find_deal_before(std::uint32_t index) const {
  constexpr std::uint32_t kFarthest = 3;
  for (auto i = index; i-- > 0 && i + kFarthest >= index;) {
    auto [mention, reference] = starts_[i];
    SentenceView before(found_, i, mention, reference);
    if (before.firms.empty()) continue;
    topics_.name_references(before);
    before.find_cues();
    if (auto deal = deal_told_in(before)) return deal;
  }
  return std::nullopt;
}

// What a pronoun of the sentence stands for; the one before is read again only where there may be such.
std::optional<Measured> Document::measured_before(const SentenceView& view, std::uint32_t index) const {
  if (index == 0 || !may_be_of_pronoun(view)) return std::nullopt;
  auto [mention, reference] = starts_[index - 1];
  SentenceView before(found_, index - 1, mention, reference);
  topics_.name_references(before);
  before.find_cues();
  return measured_in(before, view, topics_.current(view));
}

std::optional<Claim> Document::claim_of(Draft draft, std::uint32_t sentence) const {
  const SentenceView& view = draft.view;
  const Placed& value = draft.value;
  Claim& claim = draft.claim;
  if (draft.share.unclear) return std::nullopt;
  if (names_a_size(view, value) || is_an_article(draft) || !is_of_a_company(draft)) return std::nullopt;
  if (!set_metric(draft, so_far()) || is_of_the_economy(draft)) return std::nullopt;
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
  if (draft.whole) claim.metric = Metric::headcount;
  set_certainty(draft);
  set_firms(draft);
  if (claim.metric == Metric::stake && claim.subject.empty() && !claims_.empty())
    keep_held_firm(claims_.back(), draft);
  if ((claim.subject.empty() || tells_neither(draft)) && may_be_of_deal(draft))
    if (const auto& deal = deal_before(sentence)) read_as_of_deal(*deal, draft);
  if (claim.subject.empty() || tells_neither(draft)) return std::nullopt;
  follow_text(draft, so_far());
  if (may_be_of_deal(draft))
    if (const auto& deal = deal_before(sentence)) read_as_of_deal(*deal, draft);
  if (claim.metric == Metric::stake && !claims_.empty()) keep_held_firm(claims_.back(), draft);
  limit_to_part(draft, topics_);
  if (is_of_whole_trade(draft)) return std::nullopt;
  read_points_of_share(claim);
  if (!read_as_index(draft, claim)) return std::nullopt;
  set_role_of(draft, claims_);
  turn_into_loss(draft, claim);
  read_as_change_of_forecast(draft, claim);
  read_as_planned_cut(claim);
  read_as_rate(draft, claim);
  set_time(draft, sentence);
  mark_assumptions(draft);
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
  mark_listeners(view);
  if (attribution) mark_sources(view, *attribution);
  mark_employers(view);
  const auto shares = distribute(view);
  measured_ = measured_before(view, index);
  deal_before_.reset();
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
    if (names_year(*claim)) of_named_years_.push_back(claims_.size());
    claims_.push_back(std::move(*claim));
  }
}

}  // namespace

std::vector<Claim> find_claims(const Found& found) {
  if (std::ranges::none_of(found.mentions, is_figure)) return {};
  return Document(found).run();
}

}  // namespace gegenprobe::extract

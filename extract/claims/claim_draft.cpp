#include "extract/claims/claim_draft.h"

#include <algorithm>

#include "extract/claims/claim_date.h"
#include "extract/claims/claim_expectation.h"
#include "extract/claims/claim_gap.h"
#include "extract/claims/claim_part.h"
#include "extract/claims/claim_role.h"
#include "extract/claims/claim_series.h"
#include "extract/claims/market_report.h"

namespace gegenprobe::extract {
namespace {

struct DraftTags {
  Tag economy, minus, public_count, part_gap, new_job, workplace, sold, whole_trade, worldwide, everywhere;
  TagSet commodities, parts_of_group, whole_openers, rates, rate_adjectives, bottom_lines, ellipses;
  explicit DraftTags(const Lexicon& lexicon)
      : economy(lexicon.tag("economy")),
        minus(lexicon.tag("minus")),
        public_count(lexicon.tag("public_count")),
        part_gap(lexicon.tag("part_gap")),
        new_job(lexicon.tag("new_job")),
        workplace(lexicon.tag("workplace")),
        sold(lexicon.tag("sold")),
        whole_trade(lexicon.tag("whole_trade")),
        worldwide(lexicon.tag("worldwide")),
        everywhere(lexicon.tag("everywhere")),
        commodities(lexicon.tags({"commodity"})),
        parts_of_group(lexicon.tags({"part_of_group"})),
        whole_openers(lexicon.tags({"whole_opener"})),
        rates(lexicon.tags({"rate"})),
        rate_adjectives(lexicon.tags({"rate_adjective"})),
        bottom_lines(lexicon.tags({"bottom_line"})),
        ellipses(lexicon.tags({"ellipsis"})) {}
};
const DraftTags& own(const SentenceView& view) { return view.lists<DraftTags>(); }

bool names_index(const SentenceView& view) { return std::ranges::any_of(view.firms, &Firm::index); }

bool names_market_share(const SentenceView& view) {
  return std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return cue.tag == view.tags.metric_noun && key_of(cue).metric == Metric::market_share;
  });
}

// Whether the figure itself holds a word of a list.
bool has_inside(const Draft& draft, Tag list) {
  for (auto k = draft.value.first; k < draft.value.last; ++k)
    if (draft.view.has(k, list)) return true;
  return false;
}

}  // namespace

bool names_a_size(const SentenceView& view, const Placed& value) {
  if (value.mention->amount()->qualifier != Qualifier::magnitude || value.last + 1 >= view.sentence.last)
    return false;
  const auto &hyphen = view.text.tokens[value.last], &noun = view.text.tokens[value.last + 1];
  return view.text.of(hyphen) == "-" && (hyphen.shape & kGlued) && (noun.shape & kGlued);
}

bool is_of_a_company(const Draft& draft) {
  const auto& unit = draft.amount.unit;
  return draft.claim.kind != MentionKind::quantity || unit == "person" || unit == "share" ||
         !draft.view.lexicon.value_of(unit, draft.view.tags.unit_default).empty() ||
         (unit == "point" && (names_index(draft.view) || names_market_share(draft.view)));
}

bool is_base(const Draft& draft) {
  return draft.before && draft.previous && draft.previous->kind == draft.claim.kind &&
         draft.previous->value.unit == draft.amount.unit && begins_change(draft.view, draft.value) &&
         draft.view.segment(draft.value.first) == draft.view.segment(draft.before->first);
}

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

bool is_of_next_figure(const Draft& draft, const Cue& metric) {
  const SentenceView& view = draft.view;
  return begins_change(view, draft.value) && metric.first == draft.value.last + 1 &&
         view.has(draft.value.last, view.tags.coordinator) &&
         std::ranges::any_of(view.values, [&](const Placed& next) { return next.first >= metric.last; });
}

namespace {

// How many times the figure before, which is of one share, this one is; 0 where that is of none, or of
// something else.
double times_that_of_a_share(const Draft& draft) {
  const Claim* before = draft.previous;
  const auto& amount = draft.amount;
  if (!before || before->variant != "per_share" || before->metric != draft.claim.metric ||
      before->value.unit != amount.unit || !before->value.max || !amount.max)
    return 0;
  const double of_share = before->value.max->to_double();
  return of_share > 0 ? amount.max->to_double() / of_share : 0;
}
constexpr double kMostTimes = 10;

}  // namespace

bool goes_on_per_share(const Draft& draft) {
  const double times = times_that_of_a_share(draft);
  return times > 0 && times < kMostTimes;
}

bool is_whole_of_shares(const Draft& draft) { return times_that_of_a_share(draft) >= kMostTimes; }

namespace {

// "copper prices", "the price of nickel"; but "its copper prices", "Lumenara's gas price" are a firm's.
bool is_price_of_commodity(const SentenceView& view, const Cue& price) {
  if (key_of(price).metric != Metric::price || !view.may_have(own(view).commodities)) return false;
  constexpr std::uint32_t kMostWords = 2;
  for (auto first = price.first; first > view.sentence.first && first + kMostWords > price.first;) {
    --first;
    const auto hit = view.phrase_at(first, own(view).commodities);
    if (hit.tag == kNoTag || hit.last != price.first) continue;
    const bool owned = first > view.sentence.first && (view.has(first - 1, view.tags.possessive) ||
                                                       view.has(first - 1, view.tags.owner_mark));
    return !owned;
  }
  const auto of = view.has(price.last - 1, view.tags.share_preposition) ? price.last - 1 : price.last;
  return view.has(of, view.tags.share_preposition) &&
         view.phrase_at(of + 1, own(view).commodities).tag != kNoTag;
}

}  // namespace

namespace {

// "America's |$8 trillion mortgage market|": how large it is, and nothing that the firm has.
bool is_size_of_trade(const Draft& draft) {
  constexpr std::uint32_t kMostBetween = 2;
  const SentenceView& view = draft.view;
  if (view.verbs_last || draft.claim.kind != MentionKind::money || draft.claim.metric != Metric::other ||
      draft.metric.cue)
    return false;
  for (auto i = draft.value.last; i <= draft.value.last + kMostBetween; ++i) {
    if (view.has(i, own(view).whole_trade)) return true;
    if (i >= view.sentence.last || !view.text.tokens[i].is(TokenClass::word) ||
        view.has(i, view.tags.preposition))
      return false;
  }
  return false;
}

}  // namespace

bool is_of_the_economy(const Draft& draft) {
  if (is_size_of_trade(draft)) return true;
  constexpr int kReach = 12;
  const SentenceView& view = draft.view;
  const Placed& value = draft.value;
  const Cue* metric = draft.metric.cue;
  if (names_index(view)) return false;
  if (draft.claim.metric == Metric::market_share) return false;  // "its share of the car market"
  if (metric && metric->tag == view.tags.metric_noun && is_price_of_commodity(view, *metric)) return true;
  return std::ranges::any_of(view.cues, [&](const Cue& cue) {
    if (cue.tag != own(view).economy) return false;
    if (cue.first == value.last) return true;  // «zahlen sieben Prozent Mehrwertsteuer»
    const int away = view.distance(cue.first, cue.last, value.first, value.last);
    const int metric_away =
        metric ? view.distance(metric->first, metric->last, value.first, value.last) : 100;
    // What the clause is about, whatever its verb.
    const bool about = cue.first < value.first && view.segment(cue.first) == view.segment(value.first) &&
                       metric && metric->tag == view.tags.metric_verb;
    // «die Wirtschaft wird um 1,5 Prozent wachsen (Vorjahr: 0,9), allen voran in Tirol (1,7)»
    const bool goes_on = !metric && draft.claim.kind == MentionKind::percent && cue.first < value.first;
    return goes_on || (away < kReach && (away < metric_away || about));
  });
}

namespace {

// "|Nokia's| handset sales", "|its| handset sales", "handset sales |at Nokia|"
bool has_owner(const SentenceView& view, const Cue& noun, std::uint32_t begin) {
  const bool owned = begin > view.sentence.first &&
                     (view.has(begin - 1, view.tags.possessive) ||
                      view.has(begin - 1, view.tags.owner_mark) || view.genitive_at(begin - 1));
  return owned || std::ranges::any_of(view.firms, [&](const Firm& firm) {
           return firm.last == begin || (firm.first > noun.last && view.governor(firm.first) == noun.last);
         });
}

// "smartphone |shipments|": the token that the phrase of a noun begins with.
std::uint32_t begin_of_phrase(const SentenceView& view, const Cue& noun) {
  auto begin = noun.first;
  for (; begin > view.sentence.first; --begin) {
    const auto before = begin - 1;
    if (!view.text.tokens[before].is(TokenClass::word)) break;
    for (const auto list :
         {view.tags.article, view.tags.preposition, view.tags.finite_verb, view.tags.possessive,
          view.tags.owner_mark, view.tags.expectation_verb, view.tags.speech_verb})
      if (view.has(before, list)) return begin;
  }
  return begin;
}

}  // namespace

bool is_of_whole_trade(const Draft& draft) {
  const SentenceView& view = draft.view;
  const Cue* noun = draft.metric.cue;
  const auto part = part_in(draft.claim.variant);
  if (!noun || noun->tag != view.tags.metric_noun || !part.starts_with("segment:") || is_unnamed(part) ||
      (draft.claim.metric != Metric::revenue && draft.claim.metric != Metric::sales_volume))
    return false;
  const auto begin = begin_of_phrase(view, *noun);
  if (begin > view.sentence.first && view.has(begin - 1, view.tags.share_preposition)) return false;
  bool wide = view.has(noun->last, own(view).everywhere);
  for (auto i = begin; i < noun->first; ++i) wide |= view.has(i, own(view).worldwide);
  return wide && !has_owner(view, *noun, begin);
}

bool is_public_count(const Draft& draft) {
  constexpr int kReach = 6;
  const SentenceView& view = draft.view;
  const Placed& value = draft.value;
  bool near = false;
  for (auto i = view.sentence.first; i < view.sentence.last; ++i) {
    if (!view.same_clause(i, value.first)) continue;
    // "40 percent of its shareholders' votes"
    if (view.has(i, view.tags.shareholder)) return false;
    near |= view.has(i, own(view).public_count) && view.distance(i, i + 1, value.first, value.last) <= kReach;
  }
  return near;
}

namespace {

// «Siemens wächst mit 3 Prozent | und Konkurrent ABB …»: whose figure it is has been told.
bool has_subject_before(const SentenceView& view, const Placed& value) {
  return std::ranges::any_of(view.firms, [&](const Firm& firm) {
    return firm.last <= value.first && view.same_clause(firm.first, value.first) &&
           view.governor(firm.first) == kNoToken;
  });
}

}  // namespace

bool describes_kin(const Draft& draft) {
  constexpr std::uint32_t kReach = 3;  // a hyphen, a firm's name and its hyphen
  const SentenceView& view = draft.view;
  if (draft.claim.kind != MentionKind::percent) return false;
  const auto end = std::min(view.sentence.last, draft.value.last + kReach);
  for (auto i = draft.value.last; i < end; ++i) {
    if (view.has(i, view.tags.coordinator) && has_subject_before(view, draft.value)) return false;
    if (view.has(i, view.tags.relation_noun)) return view.same_clause(i, draft.value.first);
  }
  return false;
}

bool is_of_new_jobs(const Draft& draft) { return has_inside(draft, own(draft.view).new_job); }

bool is_of_added_jobs(const Draft& draft) {
  for (auto k = draft.value.first; k < draft.value.last; ++k)
    if (draft.view.lexicon.value(draft.view.text.tokens[k], own(draft.view).new_job) == "added") return true;
  return false;
}

bool names_workplaces(const Draft& draft) { return has_inside(draft, own(draft.view).workplace); }

bool names_what_is_sold(const Draft& draft) { return has_inside(draft, own(draft.view).sold); }

namespace {

bool is_told_by_time(Metric metric) {
  return metric == Metric::price || metric == Metric::share_price || metric == Metric::dividend ||
         metric == Metric::capacity || metric == Metric::valuation || metric == Metric::market_cap;
}

// "an hour", not "a week earlier", "a day after".
std::string_view rate_at(const SentenceView& view, std::uint32_t token) {
  const auto hit = view.phrase_at(token, own(view).rates);
  if (hit.tag == kNoTag || (view.text.tokens[token].shape & kCapital) ||
      view.has(hit.last, view.tags.subordinator))
    return {};
  const bool of_a_date = std::ranges::any_of(
      view.dates, [&](const Placed& date) { return date.first <= hit.first && date.last > hit.last; });
  return of_a_date ? std::string_view{} : hit.value;
}

// «verdiente pro Auto 750 Euro», «750 Euro je Wagen»: of each of what is sold.
bool is_told_by_piece(const Draft& draft) {
  constexpr std::uint32_t kReach = 4;
  const SentenceView& view = draft.view;
  if (!view.capital_nouns || draft.claim.kind != MentionKind::money || !view.may_have(view.tags.per_piece) ||
      (!is_result(draft.claim.metric) && draft.claim.metric != Metric::loss))
    return false;
  const auto begin = view.begin_with_qualifier(draft.value);
  const auto opens = [&](std::uint32_t i) {
    return view.has(i, view.tags.per_piece) && i + 1 < view.sentence.last &&
           (view.text.tokens[i + 1].shape & kCapital) && !view.has(i + 1, view.tags.time_noun) &&
           view.same_clause(i, draft.value.first);
  };
  // «der Umsatz je Mitarbeiter stieg auf 330.000»
  const Cue* noun = draft.metric.cue;
  if (noun && noun->tag == view.tags.metric_noun && opens(noun->last)) return true;
  for (auto i = begin; i > view.sentence.first && i + kReach > begin; --i)
    if (opens(i - 1)) return view.values_between(i, begin) == 0;
  return opens(draft.value.last);
}

}  // namespace

std::string_view rate_of(const Draft& draft) {
  constexpr std::uint32_t kReach = 4;  // "$44 million in revenue an hour", "40 barrels of light oil a day"
  const SentenceView& view = draft.view;
  const auto& value = draft.value;
  if (draft.claim.kind == MentionKind::percent || is_told_by_time(draft.claim.metric)) return {};
  const bool of_goods =
      draft.claim.kind == MentionKind::quantity && view.has(value.last, view.tags.share_preposition);
  for (auto i = value.last; i < view.sentence.last && i < value.last + kReach; ++i) {
    if (const auto rate = rate_at(view, i); !rate.empty()) return rate;
    const bool passes = of_goods
                            ? view.text.tokens[i].is(TokenClass::word) && !view.has(i, view.tags.coordinator)
                            : view.has(i, view.tags.preposition) || view.has(i, view.tags.metric_noun);
    if (!passes) break;
  }
  // «setzt pro Tag |75 Millionen| um»
  const auto begin = view.begin_with_qualifier(value);
  for (std::uint32_t back = 1; back < kReach && begin >= view.sentence.first + back; ++back)
    if (const auto hit = view.phrase_at(begin - back, own(view).rates); hit.last == begin) return hit.value;
  if (is_told_by_piece(draft)) return "per_unit";
  const Cue* noun = draft.metric.cue;
  if (!noun || noun->tag != view.tags.metric_noun || noun->first == view.sentence.first ||
      (view.text.tokens[noun->first - 1].shape & kCapital))
    return {};
  return view.phrase_at(noun->first - 1, own(view).rate_adjectives).value;
}

bool is_an_article(const Draft& draft) {
  const auto& amount = draft.amount;
  return draft.claim.kind == MentionKind::quantity && amount.resolved() && amount.min == amount.max &&
         amount.min->to_double() == 1 && draft.view.has(draft.value.first, draft.view.tags.article);
}

void read_points_of_share(Claim& claim) {
  if (claim.metric != Metric::market_share || claim.value.unit != "point") return;
  claim.kind = MentionKind::percent;
  claim.value.unit = "pp";
}

namespace {

// "topping analysts' expectations by 10 cents", "raised its forecast by $1bn", "its profit forecast |6%| to
// $3bn": how far off, no result.
bool is_gap_to_forecast(const Draft& draft) {
  const auto& view = draft.view;
  const auto at = view.begin_with_qualifier(draft.value);
  if (!view.verbs_last && is_result(draft.claim.metric) && draft.claim.kind == MentionKind::percent &&
      draft.claim.role != Role::level && at > view.sentence.first &&
      view.has(at - 1, view.tags.expectation_noun) && view.has(draft.value.last, view.tags.to_preposition))
    return true;
  return !view.verbs_last && is_result(draft.claim.metric) && at > view.sentence.first + 1 &&
         view.has(at - 1, view.tags.delta_preposition) && view.has(at - 2, view.tags.expectation_noun);
}

}  // namespace

void read_as_change_of_forecast(const Draft& draft, Claim& claim) {
  const auto& view = draft.view;
  if (is_gap_to_forecast(draft)) {
    claim.metric = Metric::other;
    claim.variant = {};
    return;
  }
  const Cue* cue = draft.metric.cue;
  const auto at = view.begin_with_qualifier(draft.value);
  if (!cue || claim.role == Role::level || !is_result(claim.metric) || at == view.sentence.first) return;
  if (!view.has(cue->last - 1, view.tags.expectation_noun) || cue->last > at) return;
  if (!view.has(at - 1, view.tags.delta_preposition) || !view.same_clause(cue->first, at)) return;
  claim.metric = Metric::other;
  claim.variant = {};
}

void read_as_planned_cut(Claim& claim) {
  if (claim.metric != Metric::headcount || claim.kind != MentionKind::quantity ||
      claim.role != Role::decrease || !is_ahead(claim))
    return;
  claim.metric = Metric::job_cuts;
  claim.role = Role::level;
}

void read_as_rate(const Draft& draft, Claim& claim) {
  const bool money = (measures_of(claim.metric) & kMoney) && claim.metric != Metric::other;
  const bool sum = money || claim.metric == Metric::sales_volume;
  if (claim.kind != MentionKind::percent || claim.role != Role::level || !sum) return;
  const Cue* cue = draft.metric.cue;
  if (cue && is_result(claim.metric) && draft.view.has(cue->last - 1, draft.view.tags.expectation_noun)) {
    claim.role = Role::increase;  // «hebt die Umsatzprognose auf 8 bis 11 Prozent»: what it is to grow by
    return;
  }
  claim.metric = Metric::other;
  claim.variant = {};
}

bool is_left_out(const Draft& draft) {
  return draft.follows_claim() && draft.previous->kind == draft.claim.kind &&
         draft.previous->value.unit == draft.amount.unit && firm_of_gap(draft.view, draft.value) != nullptr;
}

namespace {

// «Von den 450 Stellen fallen | 120 weg»
bool is_followed_by_part(const Draft& draft) {
  const auto& values = draft.view.values;
  const auto next = std::ranges::upper_bound(values, draft.value.first, {}, &Placed::first);
  return next != values.end() && (measure_of(next->mention->kind, *next->mention->amount()) & kPeople) != 0 &&
         draft.view.segment(next->first) == draft.view.segment(draft.value.first);
}

// "of |Amazon's| 350,000 employees": where the owner of what begins at a token begins.
std::uint32_t begin_with_owner(const SentenceView& view, std::uint32_t at) {
  for (const auto& firm : view.firms)
    if (firm.last < at && view.genitive_at(firm.last) &&
        firm.last + 1 + view.has(firm.last + 1, view.tags.owner_mark) == at)
      return firm.first;
  return at;
}

}  // namespace

bool is_whole_of_cut(const Draft& draft) {
  // "affect 9% of the 55,000 staff"
  const bool of_staff = draft.claim.metric == Metric::headcount && draft.follows_claim() &&
                        draft.previous->metric == Metric::job_cuts &&
                        draft.previous->kind == MentionKind::percent;
  if (draft.claim.metric != Metric::job_cuts && !of_staff) return false;
  auto at = draft.view.begin_with_qualifier(draft.value);
  if (draft.view.preceded_by(at, own(draft.view).parts_of_group)) return true;
  // But «von den 450 Stellen, die X streicht, entfallen 120 auf …».
  const Cue* cut = draft.metric.cue;
  const bool aside = cut && cut->first > draft.value.last && draft.view.in_relative_clause(cut->first);
  if (draft.view.preceded_by(at, own(draft.view).whole_openers) && !aside && is_followed_by_part(draft))
    return true;
  if (!draft.before) return false;
  while (at > draft.before->last && draft.view.has(at - 1, own(draft.view).part_gap)) --at;
  if (const auto owner = begin_with_owner(draft.view, at); owner < at)
    return owner == draft.before->last + 1 && draft.view.has(owner - 1, draft.view.tags.share_preposition);
  return (measure_of(draft.claim.kind, draft.amount) & kPeople) && at - draft.before->last <= 2 &&
         draft.view.preceded_by(at, draft.view.tags.part_joiners);
}

bool read_as_index(const Draft& draft, Claim& claim) {
  if (!is_index(claim)) return claim.value.unit != "point";
  if (claim.kind == MentionKind::money) return false;
  // "Dow plans to cut 4,500 jobs": a firm of that name.
  if (claim.metric == Metric::job_cuts || claim.metric == Metric::headcount) return false;
  claim.metric = Metric::other;
  claim.variant = "index";
  if (draft.amount.unit == "unit") claim.value.unit = "point";  // «auf 2.411,77 Einheiten»
  return true;
}

bool is_told_twice(const Draft& draft) {
  const auto& view = draft.view;
  if (!draft.follows_claim() || draft.previous->metric != draft.claim.metric) return false;
  const auto at = view.begin_with_qualifier(draft.value);
  auto i = draft.before->last;
  if (view.text.of(view.text.tokens[i]) == ",") ++i;
  return at == i + 1 && view.has(i, view.tags.alternative);
}

bool is_rate_compared(const Draft& draft) {
  return draft.chained && draft.claim.kind == MentionKind::percent &&
         draft.previous->kind == MentionKind::percent && begins_change(draft.view, draft.value);
}

const Claim* change_held_on(const Draft& draft, const std::vector<Claim>& told) {
  const auto& view = draft.view;
  const Cue* noun = draft.metric.cue;
  if (draft.claim.kind != MentionKind::percent || !noun || noun->tag != view.tags.metric_noun ||
      noun->last != view.begin_with_qualifier(draft.value))
    return nullptr;
  auto begin = noun->first;  // "and its"
  begin -= begin > view.sentence.first &&
           (view.has(begin - 1, view.tags.possessive) || view.has(begin - 1, view.tags.article));
  if (begin == view.sentence.first ||
      (!view.has(begin - 1, view.tags.coordinator) && view.text.of(view.text.tokens[begin - 1]) != ","))
    return nullptr;
  const auto change = std::ranges::find_if(told.rbegin(), told.rend(), [&](const Claim& claim) {
    return claim.kind == MentionKind::percent && claim.role != Role::level;
  });
  if (change == told.rend() || change->sentence.begin != view.sentence.span.begin) return nullptr;
  const auto figure = std::ranges::find_if(
      view.values, [&](const Placed& value) { return value.mention->span == change->evidence; });
  if (figure == view.values.end()) return nullptr;
  for (auto i = figure->last; i < begin; ++i)
    for (const auto verbs :
         {view.tags.finite_verb, view.tags.metric_verb, view.tags.up, view.tags.down, view.tags.price_move})
      if (view.has(i, verbs)) return nullptr;
  return &*change;
}

bool goes_on_in_list(const Draft& draft) {
  const SentenceView& view = draft.view;
  const auto before = view.begin_with_qualifier(draft.value) - 1;
  const bool of_firm = draft.share.firm && !view.verbs_last && !view.has(before, view.tags.level_preposition);
  return (draft.share.metric || of_firm) && draft.follows_claim() &&
         draft.claim.kind == MentionKind::percent && draft.previous->kind == MentionKind::percent;
}

bool is_told_as_now(const Draft& draft, std::optional<Day> published) {
  return begin_with_now(draft.view, draft.value) != kNoToken &&
         std::ranges::none_of(draft.view.dates, [&](const Placed& date) {
           const auto& when = *date.mention->date();
           return is_right_behind(draft.view, date, draft.value) && when.to && published &&
                  *when.to <= *published;
         });
}

namespace {

// «Der alte Rekord von |2,5 Milliarden|», with no time beside it: of some year before.
bool is_of_former_record(const Draft& draft) {
  constexpr std::uint32_t kReach = 6;
  const auto& view = draft.view;
  if (!view.may_have(own(view).ellipses)) return false;
  const auto begin = view.begin_with_qualifier(draft.value);
  for (auto i = begin; i > view.sentence.first && i + kReach > begin; --i)
    if (view.phrase_at(i - 1, own(view).ellipses).value == "former_record")
      return std::ranges::none_of(view.dates, [&](const Placed& date) { return date.first >= i - 1; });
  return false;
}

}  // namespace

bool is_undated_base(const Draft& draft) {
  const auto& view = draft.view;
  if (is_of_former_record(draft)) return true;
  return draft.chained && view.in_brackets(draft.value.first) && !view.in_brackets(draft.before->first) &&
         draft.previous->kind == draft.claim.kind && draft.claim.role == Role::level &&
         !begins_change(view, draft.value) && std::ranges::none_of(view.dates, [&](const Placed& date) {
           return view.in_brackets(date.first) && date.first >= draft.before->last;
         });
}

namespace {

// «…, nachdem im Vorjahr ein Minus von 592 Millionen angefallen war»: a result, no change of one.
bool is_minus_of_year_before(const Draft& draft) {
  const auto& view = draft.view;
  const auto at = view.begin_with_qualifier(draft.value);
  if (at < view.sentence.first + 2 || !view.has(at - 1, view.tags.complement_preposition) ||
      !view.has(at - 2, own(view).minus))
    return false;
  return std::ranges::any_of(view.dates, [&](const Placed& date) {
    return date.last < at && names_year_before(view, date) && view.same_clause(date.first, draft.value.first);
  });
}

}  // namespace

void turn_into_loss(const Draft& draft, Claim& claim) {
  const bool result = claim.metric == Metric::profit || claim.metric == Metric::operating_profit ||
                      claim.metric == Metric::loss;
  if (!result || claim.kind != MentionKind::money) return;
  const auto at = draft.view.begin_with_qualifier(draft.value);
  // «rutscht in die Verlustzone: Minus von 577 Millionen», «unter dem Strich stand ein Minus von 577
  // Millionen»
  const auto* cue = draft.metric.cue;
  const bool is_result =
      claim.metric == Metric::loss ||
      (cue && draft.view.phrase_at(cue->first, own(draft.view).bottom_lines).tag != kNoTag);
  const bool minus_of = is_result && at >= draft.view.sentence.first + 2 &&
                        draft.view.has(at - 1, draft.view.tags.complement_preposition) &&
                        draft.view.has(at - 2, own(draft.view).minus);
  // «unter dem Strich 165 Millionen Euro |Verlust|»
  const bool loss_behind = is_result && std::ranges::any_of(draft.view.cues, [&](const Cue& noun) {
                             return noun.tag == draft.view.tags.metric_noun &&
                                    noun.first == draft.value.last && key_of(noun).metric == Metric::loss;
                           });
  if (!draft.view.has(draft.value.first - 1, own(draft.view).minus) && !minus_of && !loss_behind &&
      !is_minus_of_year_before(draft))
    return;
  claim.metric = Metric::loss;
  claim.role = Role::level;
}

void forget_forecast_of_past(const Draft& draft, std::optional<Day> published, Claim& claim) {
  if (claim.modality != Modality::expected || !claim.period || !claim.period->to || !published) return;
  if (*claim.period->to > *published || (claim.flags & kPeriodAssumed)) return;
  const bool own_clause = std::ranges::any_of(draft.view.cues, [&](const Cue& cue) {
    return cue.tag == draft.view.tags.modality && draft.view.same_clause(cue.first, draft.value.first);
  });
  // "beats consensus of 3.7%", "the $26bn analysts had expected"
  if (is_expectation(draft.view, draft.value, claim.metric)) return;
  // «hebt ihr Gewinnziel für 2025 auf 5 Milliarden»: aimed at, however late it is told.
  const auto* cue = draft.metric.cue;
  if (cue && draft.view.has(cue->last - 1, draft.view.tags.expectation_noun)) return;
  if (!own_clause) claim.modality = Modality::asserted;
}

}  // namespace gegenprobe::extract

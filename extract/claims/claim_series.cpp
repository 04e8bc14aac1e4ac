#include "extract/claims/claim_series.h"

#include <algorithm>

#include "extract/claims/claim_metric.h"

namespace gegenprobe::extract {
namespace {

struct SeriesTags {
  Tag ellipsis, pair_preposition;
  TagSet restatings;
  explicit SeriesTags(const Lexicon& lexicon)
      : ellipsis(lexicon.tag("ellipsis")),
        pair_preposition(lexicon.tag("pair_preposition")),
        restatings(lexicon.tags({"restating"})) {}
};
const SeriesTags& own(const SentenceView& view) { return view.lists<SeriesTags>(); }

bool in_one_bracket(const SentenceView& view, const Placed& before, const Placed& value) {
  auto i = before.last;
  while (i < value.first && view.in_brackets(i)) ++i;
  return i == value.first;
}

// «setzte 1,5 Milliarden um (Vorjahr: 1,2 Milliarden)»: nothing in the brackets but a date before the figure.
bool is_labelled_by_date(const SentenceView& view, const Placed& before, const Placed& value) {
  auto open = view.begin_with_qualifier(value);
  while (open > before.last && view.in_brackets(open - 1)) --open;
  if (open > before.last + 1) return false;
  const auto date = std::ranges::find_if(
      view.dates, [&](const Placed& each) { return each.first >= open && each.last <= value.first; });
  return date != view.dates.end() && date->first <= open + 1 &&
         date->last + 1 >= view.begin_with_qualifier(value);
}

// What may stand between two figures of one statement.
bool links(const SentenceView& view, std::uint32_t i) {
  const auto& tags = view.tags;
  if (view.text.of(view.text.tokens[i]) == ",") return true;
  for (const auto list :
       {tags.delta_preposition, tags.level_preposition, tags.from_preposition, tags.preposition, tags.article,
        tags.up, tags.down, tags.alternative, tags.per_piece})
    if (view.has(i, list)) return true;
  const bool in_date =
      std::ranges::any_of(view.dates, [&](const Placed& d) { return i >= d.first && i < d.last; });
  return in_date || view.lexicon.has_any(view.text.tokens[i], tags.qualifying);
}

// «2025 waren es 2 Milliarden |gewesen|, ein Plus von 5 Prozent»: the verb right before the comma.
bool closes_clause(const SentenceView& view, std::uint32_t i) {
  const Token& word = view.text.tokens[i];
  return view.verbs_last && word.is(TokenClass::word) && !(word.shape & kCapital) &&
         view.text.of(view.text.tokens[i + 1]) == ",";
}

// "made $210m last year, up |12%|", «… 6,36 Euro, |30 Prozent| weniger als im Vorjahr»: how the figure before
// has changed.
bool is_change_behind_comma(const SentenceView& view, const Placed& value) {
  if (value.mention->kind != MentionKind::percent) return false;
  const auto at = view.begin_with_qualifier(value);
  const auto is_comma = [&](std::uint32_t i) { return view.text.of(view.text.tokens[i]) == ","; };
  const auto moves = [&](std::uint32_t i) {
    return view.has(i, view.tags.up) || view.has(i, view.tags.down);
  };
  return at > view.sentence.first + 1 &&
         ((is_comma(at - 1) && moves(value.last)) || (moves(at - 1) && is_comma(at - 2)));
}

// «3.900 Stellen sollen wegfallen, davon 3.300 in Deutschland»; not «9.000 der 78.000 Stellen, davon 5.000
// …», which are of the first.
bool is_part_of(const SentenceView& view, const Placed& whole, const Placed& part) {
  if (view.preceded_by(view.begin_with_qualifier(whole), view.tags.part_joiners)) return false;
  return view.preceded_by(view.begin_with_qualifier(part), view.tags.part_words) &&
         view.segment(whole.first) == view.segment(part.first) && whole.mention->kind == part.mention->kind &&
         whole.mention->amount()->unit == part.mention->amount()->unit;
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

bool may_go_on(const Claim& claim, unsigned measure) {
  return measure_of(claim.kind, claim.value) == measure && claim.metric != Metric::other &&
         claim.metric != Metric::stake && claim.metric != Metric::share_price && claim.role == Role::level;
}

}  // namespace

bool restates(const SentenceView& view, const Placed& value) {
  return view.preceded_by(view.begin_with_qualifier(value), own(view).restatings);
}

bool restates_sentence(const SentenceView& view) {
  return view.phrase_at(view.sentence.first, own(view).restatings).tag != kNoTag;
}

bool is_chained(const SentenceView& view, const Placed& before, const Placed& value) {
  constexpr std::uint32_t kMostWords = 8;
  if (view.in_brackets(value.first)) {
    if (view.in_brackets(before.first)) return in_one_bracket(view, before, value);
    if (value.first - before.last <= 2) return true;
    if (is_labelled_by_date(view, before, value)) return true;
  }
  if (is_part_of(view, before, value)) return true;
  if (restates(view, value)) return value.first - before.last <= kMostWords;
  if (value.first == before.last || value.first - before.last > kMostWords) return false;
  bool alternative = false;  // "308,400 shares, or 4.8%"
  for (auto i = before.last; i < value.first; ++i) {
    if (i == before.last && closes_clause(view, i)) continue;
    if (!links(view, i)) return false;
    alternative = alternative || view.has(i, view.tags.alternative);
  }
  const auto& tags = view.tags;
  const auto begin = view.begin_with_qualifier(value);
  return alternative || is_change_behind_comma(view, value) ||
         view.has(before.last, tags.level_preposition) || view.has(before.last, tags.from_preposition) ||
         view.has(value.first - 1, tags.from_preposition) || view.preceded_by(begin, tags.from_words) ||
         view.has(begin - 1, tags.level_preposition);
}

namespace {

// «41,8 Milliarden, nach |39,1| im Vorjahr»: what the sum of the same sentence is compared with.
bool is_base_of(const Claim& sum, const Claim& claim) {
  if (claim.sentence.begin != sum.sentence.begin || claim.metric != sum.metric || claim.kind != sum.kind ||
      sum.role != Role::level)
    return false;
  const bool dated = claim.period && sum.period && claim.period->from && sum.period->from;
  return (claim.flags & kEarlierTime) || (dated && *claim.period->from < *sum.period->from);
}

// «Das sind 3 Prozent mehr als im Vorjahr.»: of the sum that the sentence before ended with, or told before
// what that is compared with.
const Claim* restated(const std::vector<Claim>& claims, const SentenceView& view, const Placed& value) {
  constexpr std::uint32_t kNext = 4;  // bytes between two sentences
  if (claims.empty() || value.mention->kind != MentionKind::percent) return nullptr;
  const Claim& last = claims.back();
  const bool just_before =
      last.sentence.end <= view.sentence.span.begin && last.sentence.end + kNext > view.sentence.span.begin;
  const bool sum = last.kind != MentionKind::percent && last.role == Role::level && is_result(last.metric);
  const bool says_so = restates_sentence(view);
  const bool changes = std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return (cue.tag == view.tags.up || cue.tag == view.tags.down) && view.same_clause(cue.first, value.first);
  });
  if (!just_before || !sum || !says_so || !changes) return nullptr;
  return claims.size() > 1 && is_base_of(*(&last - 1), last) ? &last - 1 : &last;
}

}  // namespace

const Claim* goes_on_with(const std::vector<Claim>& claims, const SentenceView& view, const Placed& value) {
  if (const Claim* sum = restated(claims, view, value)) return sum;
  constexpr std::uint32_t kFarthest = 400;  // bytes back: two sentences, not a section
  constexpr double kNoResult = 50;          // results go on sooner than what a deal or a day brought
  const auto& amount = *value.mention->amount();
  const unsigned measure = measure_of(value.mention->kind, amount);
  const bool says_so =
      std::ranges::any_of(view.cues, [&](const Cue& cue) { return cue.tag == own(view).ellipsis; });
  if (!says_so || !(measure & (kMoney | kPercent | kPeople | kGoods))) return nullptr;
  const Claim* best = nullptr;
  double best_ratio = 0;
  for (auto claim = claims.rbegin(); claim != claims.rend(); ++claim) {
    if (claim->sentence.end + kFarthest < view.sentence.span.begin) break;
    if (!may_go_on(*claim, measure)) continue;
    // «… streicht 1400 Stellen. Der Konzern kommt auf 58.000 Beschäftigte»: those that are there.
    if (claim->metric == Metric::job_cuts && amount.unit == "employee" && claim->value.unit == "job")
      continue;
    // What a month brings may be the year's result by its size.
    const double apart = (measure == kMoney && !is_rate(claim->variant) ? ratio(claim->value, amount) : 1) *
                         (is_result(claim->metric) || claim->variant.starts_with("intake") ? 1 : kNoResult);
    if (!best || apart < best_ratio) best = &*claim, best_ratio = apart;
  }
  return best;
}

namespace {

bool is_move(const SentenceView& view, const Placed& value) {
  return std::ranges::any_of(view.cues, [&](const Cue& cue) {
    const bool moves = cue.tag == view.tags.up || cue.tag == view.tags.down;
    return moves && view.same_clause(cue.first, value.first) && view.distance(cue.first, value.first) <= 3;
  });
}

bool speaks_of_shares(const SentenceView& view) {
  return std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return cue.tag == view.tags.metric_noun &&
           (key_of(cue).metric == Metric::share_price || key_of(cue).metric == Metric::market_cap);
  });
}

}  // namespace

const Claim* of_next_mover(const std::vector<Claim>& claims, const SentenceView& view, const Placed& value) {
  constexpr std::uint32_t kNear = 200;  // bytes: the sentence before
  if (claims.empty() || value.mention->kind != MentionKind::percent || view.verbs_last) return nullptr;
  const Claim& last = claims.back();
  const bool of_sales = last.metric == Metric::revenue || last.metric == Metric::sales_volume;
  if (!of_sales || last.kind != MentionKind::percent || last.role == Role::level ||
      last.sentence.end + kNear < view.sentence.span.begin)
    return nullptr;
  // Among share prices a firm that falls is one's price.
  if (std::ranges::any_of(claims, [](const Claim& told) { return told.metric == Metric::share_price; }))
    return nullptr;
  const bool by_another = std::ranges::any_of(view.firms, [&](const Firm& firm) {
    return !firm.reference && !firm.index && !firm.source && firm.entity != last.subject_entity &&
           firm.last <= value.first && view.same_clause(firm.first, value.first) &&
           view.governor(firm.first) == kNoToken;
  });
  return by_another && is_move(view, value) && !speaks_of_shares(view) ? &last : nullptr;
}

namespace {

// "$5bn|, or 20 cents a share,| on sales of $20bn": the second figure of a pair; null where there is none.
const Placed* second_of_pair(const SentenceView& view, const Placed& first) {
  constexpr std::uint32_t kMostWords = 4;  // "on net sales of"
  const auto is_comma = [&](std::uint32_t i) {
    return i < view.sentence.last && view.text.of(view.text.tokens[i]) == ",";
  };
  const auto figure_at = [&](std::uint32_t from, std::uint32_t reach) {
    const auto at = std::ranges::find_if(view.values, [&](const Placed& value) {
      return value.first >= from && value.mention->kind == MentionKind::money;
    });
    return at != view.values.end() && view.begin_with_qualifier(*at) <= from + reach ? &*at : nullptr;
  };
  auto at = first.last + is_comma(first.last);
  if (view.has(at, view.tags.alternative)) {
    const auto* by_share = figure_at(at + 1, 0);
    if (!by_share || !view.has(by_share->last, view.tags.per_piece)) return nullptr;
    at = by_share->last + 2;
    at += is_comma(at);
  }
  return view.has(at, own(view).pair_preposition) ? figure_at(at + 1, kMostWords) : nullptr;
}

// "compared with |$4bn| on $18bn"
bool opens_second_pair(const SentenceView& view, const Placed& value) {
  return value.mention->kind == MentionKind::money &&
         view.preceded_by(view.begin_with_qualifier(value), view.tags.from_words) &&
         second_of_pair(view, value);
}

}  // namespace

const Placed* second_of_compared_pair(const SentenceView& view, const Placed& value) {
  if (view.verbs_last || !view.may_have(own(view).pair_preposition)) return nullptr;
  for (const auto& each : view.values) {
    if (each.first > value.first) break;
    if (!opens_second_pair(view, each)) continue;
    const auto* second = second_of_pair(view, each);
    if (each.first == value.first || second->first == value.first) return second;
  }
  return nullptr;
}

const Claim* counterpart_in_pair(const std::vector<Claim>& claims, const SentenceView& view,
                                 const Placed& value) {
  if (view.verbs_last || !view.may_have(own(view).pair_preposition)) return nullptr;
  const Placed *first = nullptr, *opener = nullptr;
  for (const auto& each : view.values) {
    if (each.first > value.first) break;
    if (opens_second_pair(view, each))
      opener = &each;
    else if (!opener && second_of_pair(view, each))
      first = &each;
  }
  if (!first || !opener) return nullptr;
  const Placed* counterpart = nullptr;
  if (opener->first == value.first) counterpart = first;
  if (const auto* second = second_of_pair(view, *opener); second && second->first == value.first)
    counterpart = second_of_pair(view, *first);
  if (!counterpart) return nullptr;
  const auto told = std::ranges::find(claims, counterpart->mention->span, &Claim::evidence);
  return told == claims.end() ? nullptr : &*told;
}

}  // namespace gegenprobe::extract

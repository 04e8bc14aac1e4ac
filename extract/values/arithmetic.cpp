// Doubles throughout: a calculation is only called wrong where it misses by far more than they do.
#include "extract/values/arithmetic.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <ranges>
#include <span>

namespace gegenprobe::extract {
namespace {

struct SumTags {
  Tag to, from, span, each;
  TagSet of_which, total, adjusted;
  explicit SumTags(const Lexicon& lexicon)
      : to(lexicon.tag("sum_to")),
        from(lexicon.tag("sum_from")),
        span(lexicon.tag("sum_span")),
        each(lexicon.tag("sum_each")),
        of_which(lexicon.tags({"sum_of_which"})),
        total(lexicon.tags({"sum_total"})),
        adjusted(lexicon.tags({"sum_adjusted"})) {}
};

/// A figure of the sentence: the tokens it covers, and what it may stand for.
struct Figure {
  const Mention* mention = nullptr;
  const Amount* amount = nullptr;
  std::uint32_t first = 0, last = 0;
  double low = 0, high = 0;
};

// What was rounded to the figure; a vague word widens it by a tenth.
std::optional<Figure> figure_of(const Text& text, const Sentence& sentence, const Mention& mention) {
  const auto* amount = mention.amount();
  if (!amount || !amount->min || !amount->max || amount->qualifier == Qualifier::magnitude)
    return std::nullopt;
  Figure figure{&mention, amount};
  const bool is_vague = amount->qualifier != Qualifier::exact;
  const double slack = is_vague ? 0.1 : 0;
  figure.low = (amount->min->to_double() - amount->min->unit_in_last_place() / 2) * (1 - slack);
  figure.high = (amount->max->to_double() + amount->max->unit_in_last_place() / 2) * (1 + slack);
  const auto begin = text.tokens.begin();
  const std::ranges::subrange tokens(begin + sentence.first, begin + sentence.last);
  const auto token_at = [&](std::uint32_t byte) {
    return static_cast<std::uint32_t>(std::ranges::lower_bound(tokens, byte, {}, &Token::begin) - begin);
  };
  figure.first = token_at(mention.span.begin);
  figure.last = token_at(mention.span.end);
  if (figure.low < 0 || figure.last <= figure.first) return std::nullopt;
  return figure;
}

std::string in_digits(double value) {
  for (const auto& [unit, word] : {std::pair{1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}})
    if (value >= unit) return fmt::format("{:.4g}{}", value / unit, word);
  return fmt::format("{:.6g}", value);
}

std::string in_words(const Figure& figure) {
  const auto unit = figure.amount->unit;
  return fmt::format("{}{}{}", in_digits(figure.amount->min->to_double()), unit.empty() ? "" : " ", unit);
}

Amount with_sign(Amount amount, bool is_negative) {
  for (auto* bound : {&amount.min, &amount.max})
    if (*bound && is_negative) (*bound)->coefficient = -(*bound)->coefficient;
  return amount;
}

using Mentions = std::span<const Mention>;

// Those that begin before `end` go from the front of `rest` to the result.
Mentions take_until(std::uint32_t end, Mentions& rest) {
  std::size_t count = 0;
  while (count < rest.size() && rest[count].span.begin < end) ++count;
  const auto taken = rest.first(count);
  rest = rest.subspan(count);
  return taken;
}

std::vector<Figure> figures_of(const Text& text, const Sentence& sentence, Mentions mentions) {
  std::vector<Figure> figures;
  for (const auto& mention : mentions)
    if (const auto figure = figure_of(text, sentence, mention)) figures.push_back(*figure);
  return figures;
}

/// One sentence, and the one before it for counts.
class Sums {
 public:
  Sums(const Text& text, const Sentence& sentence, const std::vector<Figure>& before,
       const std::vector<Figure>& figures, const std::vector<Claim>& claims, std::vector<Finding>& findings)
      : text_(text),
        sentence_(sentence),
        lexicon_(sentence.rules->lexicon()),
        tags_(sentence.rules->tags<SumTags>()),
        before_(before),
        figures_(figures),
        claims_(claims),
        findings_(findings) {}

  void check() {
    check_growth();
    check_parts();
    check_pieces();
  }

 private:
  const Claim* claim_of(const Figure& figure) const {
    // Claims ascend by their evidence: a long text has many.
    const auto& span = figure.mention->span;
    auto at =
        std::ranges::lower_bound(claims_, span.begin, {}, [](const Claim& c) { return c.evidence.begin; });
    for (; at != claims_.end() && at->evidence.begin == span.begin; ++at)
      if (at->evidence == span) return &*at;
    return nullptr;
  }

  void tell(const Figure& figure, std::string reason, std::string told) {
    if (const Claim* claim = claim_of(figure))
      findings_.push_back({Suspicion::sum, static_cast<std::size_t>(claim - claims_.data()),
                           std::move(reason), std::move(told)});
  }

  bool has(std::uint32_t token, Tag tag) const { return lexicon_.has(text_.tokens[token], tag); }

  // Whether one of the three words before the figure is on the list, with no other figure between them.
  bool stands_behind(const Figure& figure, Tag tag) const {
    for (std::uint32_t back = 1; back <= 3 && figure.first >= sentence_.first + back; ++back) {
      const auto token = figure.first - back;
      const bool taken = std::ranges::any_of(
          figures_, [&](const Figure& other) { return token >= other.first && token < other.last; });
      if (taken || text_.of(text_.tokens[token]) == ",") return false;
      if (has(token, tag)) return true;
    }
    return false;
  }

  bool is_earlier(const Figure& figure) const {
    return stands_behind(figure, tags_.from) ||
           (stands_behind(figure, tags_.span) && figure.last < sentence_.last && has(figure.last, tags_.to));
  }

  // Where the first word or phrase of a list stands; parts of compounds count too.
  std::optional<std::uint32_t> phrase(const TagSet& tags) const {
    for (auto at = sentence_.first; at < sentence_.last; ++at)
      if (lexicon_.has_any(text_.tokens[at], tags) ||
          lexicon_.longest(text_.folded, text_.tokens, at, sentence_.last, tags).tag != kNoTag)
        return at;
    return std::nullopt;
  }

  // «um 12 Prozent auf 5,5 Milliarden nach 4,9 Milliarden»: one change and two levels of one metric, and no
  // more, so that nothing is put together that the sentence did not.
  void check_growth() {
    const Figure *change = nullptr, *now = nullptr, *then = nullptr;
    for (const auto& figure : figures_) {
      const Claim* claim = claim_of(figure);
      const bool is_change = figure.mention->kind == MentionKind::percent;
      const Figure*& place = is_change                         ? change
                             : stands_behind(figure, tags_.to) ? now
                             : is_earlier(figure)              ? then
                                                               : now;
      if (!claim || place) return;
      place = &figure;
    }
    if (!change || !now || !then || change->amount->unit != "%" || phrase(tags_.adjusted)) return;
    const Claim &rise = *claim_of(*change), &level = *claim_of(*now), &earlier = *claim_of(*then);
    const bool is_one_story = rise.metric == level.metric && level.metric == earlier.metric &&
                              rise.subject_entity == level.subject_entity &&
                              level.subject_entity == earlier.subject_entity &&
                              rise.variant == level.variant && level.variant == earlier.variant &&
                              level.value.unit == earlier.value.unit && level.kind == earlier.kind &&
                              rise.role != Role::level && level.role == Role::level &&
                              earlier.role == Role::level && stands_behind(*now, tags_.to) && then->low > 0;
    if (!is_one_story) return;
    const double sign = rise.role == Role::increase ? 1 : -1;
    double low = sign * (now->low / then->high - 1) * 100, high = sign * (now->high / then->low - 1) * 100;
    if (low > high) std::swap(low, high);
    // Companies calculate with more digits and round differently: half a point, and a twentieth, are no
    // error.
    const double slack = 0.5 + 0.05 * change->high;
    if (high + slack >= change->low && low - slack <= change->high) return;
    const double real = (now->amount->min->to_double() / then->amount->min->to_double() - 1) * 100;
    tell(*change,
         fmt::format("from {} to {} is a {} of {:.1f} %, not a {} of {} %", in_words(*then), in_words(*now),
                     real < 0 ? "fall" : "rise", std::abs(real), sign < 0 ? "fall" : "rise",
                     change->amount->min->text()),
         told(Calculation::growth, {*then->amount, *now->amount, calculated(std::round(real * 10) / 10, "%"),
                                    with_sign(*change->amount, sign < 0)}));
  }

  // «4,9 Milliarden, davon 5,2 Milliarden in Europa»: a part is no more than the whole.
  void check_parts() {
    const auto at = phrase(tags_.of_which);
    if (!at) return;
    const Figure* whole = nullptr;
    for (const auto& figure : figures_)
      if (figure.last <= *at && figure.mention->kind != MentionKind::percent) whole = &figure;
    constexpr std::uint32_t kNear = 6;  // tokens: farther off, the sentence speaks of something else
    if (!whole || *at - whole->last > kNear || whole->amount->qualifier == Qualifier::at_least) return;
    for (const auto& part : figures_) {
      if (part.first < *at || part.first > *at + kNear || part.mention->kind != whole->mention->kind ||
          part.amount->unit != whole->amount->unit || part.amount->unit.empty())
        continue;
      if (part.low > whole->high)
        tell(part, fmt::format("{} is said to be a part of {}", in_words(part), in_words(*whole)),
             told(Calculation::part, {*part.amount, *whole->amount}));
      return;  // what comes behind may be of another whole
    }
  }

  bool same_word(std::uint32_t a, std::uint32_t b) const {
    const auto x = text_.folded_of(text_.tokens[a]), y = text_.folded_of(text_.tokens[b]);
    const auto shorter = std::min(x.size(), y.size());
    return shorter >= 4 && x.substr(0, shorter) == y.substr(0, shorter) &&
           x.size() + y.size() - 2 * shorter <= 2;
  }

  // The word that a price is for each of: «je Gigawatt» behind it, «jedes Gigawatt» before it.
  std::optional<std::uint32_t> piece_of(const Figure& price) const {
    if (price.last + 1 < sentence_.last && has(price.last, tags_.each)) return price.last + 1;
    for (auto at = sentence_.first; at + 1 < price.first; ++at)
      if (has(at, tags_.each) && text_.of(text_.tokens[at]).size() > 3) return at + 1;
    return std::nullopt;
  }

  // «20 Gigawatt», «50 Milliarden je Gigawatt», «eine Billion».
  void check_pieces() {
    std::vector<const Figure*> sums;
    for (const auto& figure : figures_)
      if (figure.mention->kind == MentionKind::money) sums.push_back(&figure);
    if (sums.size() != 2 || sums[0]->amount->unit != sums[1]->amount->unit) return;
    for (const auto& [price, total] : {std::pair(sums[0], sums[1]), std::pair(sums[1], sums[0])}) {
      const auto piece = piece_of(*price);
      if (!piece || total->first < price->first) continue;
      const auto cue = phrase(tags_.total);
      if (!cue || *cue < price->first || *cue > total->first + 3) continue;
      const Figure* count = nullptr;
      for (const auto* list : {&before_, &figures_})
        for (const auto& figure : *list)
          if (figure.mention->kind == MentionKind::quantity && same_word(figure.last - 1, *piece))
            count = &figure;
      if (!count || count->low <= 0) return;
      const double low = count->low * price->low, high = count->high * price->high;
      constexpr double kSlack = 1.15;
      if (low <= total->high * kSlack && total->low <= high * kSlack) return;
      const double product = count->amount->min->to_double() * price->amount->min->to_double();
      tell(*total,
           fmt::format("{} times {} is {}, not {}", in_words(*count), in_words(*price),
                       in_digits(product) + " " + price->amount->unit, in_words(*total)),
           told(Calculation::pieces,
                {*count->amount, *price->amount, calculated(product, price->amount->unit), *total->amount}));
      return;
    }
  }

  const Text& text_;
  const Sentence& sentence_;
  const Lexicon& lexicon_;
  const SumTags& tags_;
  const std::vector<Figure>&before_, &figures_;
  const std::vector<Claim>& claims_;
  std::vector<Finding>& findings_;
};

}  // namespace

std::vector<Finding> check_sums(const Text& text, const std::vector<Mention>& mentions,
                                const std::vector<Claim>& claims) {
  std::vector<Finding> findings;
  if (claims.empty()) return findings;
  Mentions rest = mentions, before;
  const Sentence* sentence_before = nullptr;
  for (const auto& sentence : text.sentences) {
    take_until(sentence.span.begin, rest);
    const auto here = take_until(sentence.span.end, rest);
    // A calculation has two figures, which most sentences do not.
    if (std::ranges::count_if(here, [](const Mention& m) { return m.amount() != nullptr; }) > 1) {
      const auto figures = figures_of(text, sentence, here);
      const auto earlier =
          sentence_before ? figures_of(text, *sentence_before, before) : std::vector<Figure>{};
      if (figures.size() > 1) Sums(text, sentence, earlier, figures, claims, findings).check();
    }
    before = here;
    sentence_before = &sentence;
  }
  return findings;
}

}  // namespace gegenprobe::extract

#include "extract/companies/bought_company.h"

namespace gegenprobe::extract {

std::uint32_t BoughtCompany::behind_adjectives(std::uint32_t i) const {
  constexpr std::uint32_t kMost = 3;
  auto at = i;
  while (inside(at) && at < i + kMost && token(at).is(TokenClass::word) && !capital(at) &&
         !is(at, CompanyWords::function_word) && !is(at, CompanyWords::name_article))
    ++at;
  if (at == i || !inside(at) || !capital(at)) return i;
  return is(runs().end_after(at), CompanyWords::firm) ? i : at;  // "famed Hollywood studio"
}

bool BoughtCompany::has_firm_before(std::uint32_t i) const {
  // The firms of this sentence are the last ones found.
  for (auto found = found_.rbegin(); found != found_.rend() && found->sentence == sentence_; ++found)
    if (found->last <= i && found->weight >= kSure) return true;
  return false;
}

bool BoughtCompany::is_bought(std::uint32_t verb, std::uint32_t name) const {
  constexpr std::uint32_t kMostBetween = 4;  // "for as much as $5bn"
  if (!inside(name) || !capital(name) || !has_firm_before(verb)) return false;
  const auto end = runs().end_after(name);
  if (end <= name) return false;
  // "to buy Lumenara in a deal valued at $5bn"
  if (inside(end + 1) && is(end, CompanyWords::function_word) && is(end + 1, CompanyWords::name_article))
    return tells_large_sum();
  const auto paid = behind_commas(end);  // "buy Lumenara, its biggest rival, for $5bn"
  if (!is_paid(paid)) return false;
  for (auto i = paid + 1; inside(i) && i <= paid + kMostBetween; ++i)
    if (token(i).is(TokenClass::number) || token(i).is(TokenClass::symbol)) return true;
  return false;
}

std::uint32_t BoughtCompany::behind_commas(std::uint32_t i) const {
  constexpr std::uint32_t kMost = 8;
  if (!mark_is(i, ",")) return i;
  for (auto at = i + 1; inside(at) && at <= i + kMost; ++at)
    if (mark_is(at, ",")) return at + 1;
  return i;
}

bool BoughtCompany::is_paid(std::uint32_t i) const {
  return inside(i) && (w_->key(token(i), CompanyWords::before_name) == "price" ||
                       sentence_->rules->lexicon().has(token(i), w_->paid_for));
}

bool BoughtCompany::is_price_of(std::uint32_t preposition, std::uint32_t name) const {
  if (!inside(name) || !capital(name) || preposition == sentence_->first || !has_firm_before(preposition) ||
      !tells_large_sum())
    return false;
  const auto& before = token(preposition - 1);
  const bool sum = before.is(TokenClass::number) || w_->is_scale(before) || w_->is_unit(before);
  const auto end = runs().end_after(name);
  const bool closes = !inside(end) || token(end).is(TokenClass::punctuation);
  const auto& lexicon = sentence_->rules->lexicon();
  bool pays = false;
  for (auto i = sentence_->first; sum && closes && i < preposition; ++i)
    pays |= lexicon.has(token(i), w_->pay_verb);
  return pays && end > name && !runs().is_apostrophe(end);
}

}  // namespace gegenprobe::extract

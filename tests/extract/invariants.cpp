#include "invariants.h"

#include <fmt/format.h>

#include <algorithm>

namespace gegenprobe::test {
namespace {

using namespace extract;

bool on_borders(std::string_view text, Span span) {
  const auto border = [&](std::size_t at) { return at == text.size() || (text[at] & 0xC0) != 0x80; };
  return span.begin < span.end && span.end <= text.size() && border(span.begin) && border(span.end);
}

bool ordered(const Amount& amount) {
  return !amount.min || !amount.max || compare(*amount.min, *amount.max) <= 0;
}
bool ordered(const std::optional<Day>& from, const std::optional<Day>& to) {
  return !from || !to || *from < *to;
}

std::optional<std::string> broken(const Mention& mention, std::string_view text) {
  if (!on_borders(text, mention.span))
    return fmt::format("{}: the span {}-{} is not of the text", mention.rule, mention.span.begin,
                       mention.span.end);
  const std::string words(mention.span.of(text));
  if (const auto* amount = mention.amount(); amount && !ordered(*amount))
    return fmt::format("{}: the bounds of «{}» are not in order", mention.rule, words);
  if (const auto* date = mention.date(); date && !ordered(date->from, date->to))
    return fmt::format("{}: «{}» ends before it begins", mention.rule, words);
  return std::nullopt;
}

std::optional<std::string> broken(const Claim& claim, const Extraction& found, std::string_view text) {
  if (!on_borders(text, claim.evidence) || !claim.sentence.contains(claim.evidence) ||
      claim.sentence.end > text.size())
    return fmt::format("{}: the evidence {}-{} is not in its sentence", claim.rule, claim.evidence.begin,
                       claim.evidence.end);
  const std::string words(claim.evidence.of(text));
  if (std::ranges::none_of(found.mentions,
                           [&](const Mention& m) { return m.amount() && m.span == claim.evidence; }))
    return fmt::format("{}: the evidence «{}» is no figure", claim.rule, words);
  if (!ordered(claim.value)) return fmt::format("{}: the bounds of «{}» are not in order", claim.rule, words);
  if (claim.period && !ordered(claim.period->from, claim.period->to))
    return fmt::format("{}: the period of «{}» ends before it begins", claim.rule, words);
  if (!(claim.confidence >= 0 && claim.confidence <= 1))
    return fmt::format("{}: «{}» has the confidence {}", claim.rule, words, claim.confidence);
  return std::nullopt;
}

std::string bounds(const Amount& amount) {
  std::string all;
  for (const auto& bound : {amount.min, amount.max})
    all += bound ? fmt::format(" {}e{}", bound->coefficient, bound->exponent) : " -";
  return fmt::format("{} {} {}", all, amount.unit, word(amount.qualifier));
}

std::string period(const Claim& claim) {
  if (!claim.period) return "-";
  const auto day = [](const std::optional<Day>& of) { return of ? iso(*of) : std::string("?"); };
  return day(claim.period->from) + "/" + day(claim.period->to);
}

}  // namespace

ingest::Document document_of(std::string text, std::string language, std::optional<Day> published) {
  ingest::Document document;
  document.text = std::move(text);
  document.language = std::move(language);
  document.published = published;
  document.normalised = ingest::normalise(document.text);
  return document;
}

std::optional<std::string> broken_invariant(const Extraction& found, std::string_view text) {
  std::uint32_t before = 0;
  for (const auto& mention : found.mentions) {
    if (mention.span.begin < before)
      return fmt::format("{}: begins at {}, inside of the mention before it", mention.rule,
                         mention.span.begin);
    before = mention.span.end;
    if (auto words = broken(mention, text)) return words;
  }
  for (const auto& claim : found.claims)
    if (auto words = broken(claim, found, text)) return words;
  return std::nullopt;
}

std::string facts(const Extraction& found, std::string_view text) {
  CodePoints points(text);
  std::string all;
  const auto place = [&](Span span) {
    return fmt::format("{}-{}", points.at(span.begin), points.at(span.end));
  };
  for (const auto& mention : found.mentions)
    all += fmt::format("{} {}{}\n", word(mention.kind), place(mention.span),
                       mention.amount() ? bounds(*mention.amount()) : "");
  for (const auto& claim : found.claims)
    all += fmt::format("{} {} {}{} {} {} {}\n", word(claim.metric), word(claim.role), place(claim.evidence),
                       bounds(claim.value), claim.subject, period(claim), word(claim.modality));
  return all;
}

std::multiset<std::string> figures(const Extraction& found, std::string_view text, Span within) {
  std::multiset<std::string> all;
  for (const auto& mention : found.mentions) {
    const auto* amount = mention.amount();
    if (!amount || !within.contains(mention.span)) continue;
    if (mention.kind == MentionKind::money && amount->basis != CurrencyBasis::stated) continue;
    std::string words(mention.span.of(text));
    for (const auto& bound : {amount->min, amount->max}) words += " " + (bound ? bound->text() : "-");
    all.insert(words + " " + amount->unit + " " + std::string(word(amount->qualifier)));
  }
  return all;
}

std::string with_no_break_spaces(std::string_view text) {
  std::string other;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool behind_number = i > 0 && text[i] == ' ' && text[i - 1] >= '0' && text[i - 1] <= '9';
    other += behind_number ? std::string_view("\u00a0") : text.substr(i, 1);
  }
  return other;
}

std::string whole_characters(std::string_view text, std::size_t begin, std::size_t end) {
  const auto inside = [&](std::size_t at) { return at < text.size() && (text[at] & 0xC0) == 0x80; };
  while (inside(begin)) ++begin;
  while (inside(end)) ++end;
  return std::string(text.substr(begin, end - begin));
}

}  // namespace gegenprobe::test

#include "extract/extract.h"

#include <algorithm>
#include <compare>
#include <cstring>

#include "extract/arithmetic.h"
#include "extract/claims.h"
#include "extract/companies.h"
#include "extract/cut_text.h"
#include "extract/dates.h"
#include "extract/rules.h"
#include "extract/text.h"
#include "extract/values.h"

namespace gegenprobe::extract {
namespace {

// Where a mention stands, in the order of the text, longer ones first. Mentions are too large to be moved
// about by sorting, and too far apart to be looked at while it goes on.
struct Place {
  std::uint32_t begin, not_end, mention;
  auto operator<=>(const Place&) const = default;
};

std::vector<Place> order_of(const std::vector<Mention>& mentions) {
  std::vector<Place> order;
  order.reserve(mentions.size());
  for (const auto& mention : mentions)
    order.push_back({mention.span.begin, ~mention.span.end, static_cast<std::uint32_t>(order.size())});
  std::ranges::sort(order);
  return order;
}

// In the order of the text. A day is no sum: where two mentions of different kinds want the same words, the
// longer one has them.
std::vector<Mention> without_overlaps(std::vector<Mention> mentions) {
  std::vector<Mention> kept;
  kept.reserve(mentions.size());
  for (const Place& place : order_of(mentions)) {
    Mention& mention = mentions[place.mention];
    if (kept.empty() || !kept.back().span.overlaps(mention.span))
      kept.push_back(std::move(mention));
    else if (mention.span.size() > kept.back().span.size())
      kept.back() = std::move(mention);
  }
  return kept;
}

// «Hovestadt Motoren Bank» is another firm than Hovestadt Motoren.
bool goes_on_as_a_name(const Text& text, std::size_t next) {
  if (next >= text.tokens.size() || !(text.tokens[next].shape & (kCapital | kMixedCase))) return false;
  const auto begin = text.tokens[next].begin;
  const auto sentence =
      std::ranges::find_if(text.sentences, [&](const Sentence& s) { return begin < s.span.end; });
  if (sentence == text.sentences.end() || begin < sentence->span.begin) return false;
  const auto end =
      sentence->rules->lexicon().value(text.tokens[next], sentence->rules->lexicon().tag("name_end"));
  return end == "sure" || end == "likely";
}

// The names of `known` that no company was found at, each as a company.
void add_known(const Text& text, const std::vector<KnownFirm>& known, std::vector<Mention>& companies) {
  if (known.empty()) return;
  std::vector<KnownFirm> longest_first = known;
  std::ranges::stable_sort(longest_first, std::greater{},
                           [](const KnownFirm& firm) { return firm.name.size(); });
  for (const auto& firm : longest_first) {
    const auto name = tokens_of(firm.name);
    if (name.empty()) continue;
    for (std::size_t at = 0; at + name.size() <= text.tokens.size(); ++at) {
      const Span span{text.tokens[at].begin, text.tokens[at + name.size() - 1].end()};
      if (text.of(span) != firm.name || word_before(text.utf8, span.begin) || word_after(text.utf8, span.end))
        continue;
      if (goes_on_as_a_name(text, at + name.size())) continue;
      const bool taken =
          std::ranges::any_of(companies, [&](const Mention& other) { return other.span.overlaps(span); });
      if (!taken)
        companies.push_back({MentionKind::company, span, "company.known",
                             CompanyValue{firm.name, firm.entity, nullptr, NameBasis::known}});
    }
  }
}

// «Korrektur: …», "Correction: …" above the text.
bool is_headed_as_correction(const Text& text) {
  if (text.sentences.empty()) return false;
  const Sentence& head = text.sentences.front();
  if (!head.heading || head.last - head.first < 2 || !text.is(text.tokens[head.first + 1], ":")) return false;
  const Lexicon& lexicon = head.rules->lexicon();
  return lexicon.has(text.tokens[head.first], lexicon.tag("corrected"));
}

}  // namespace

Extraction extract(const ingest::Document& document, const Rules& rules,
                   const std::vector<KnownFirm>& known) {
  return extract(text_of(document.normalised.utf8, document.language, rules), document, rules, known);
}

Extraction extract(const Text& text, const ingest::Document& document, const Rules& rules,
                   const std::vector<KnownFirm>& known) {
  std::vector<Mention> mentions = find_companies(text, rules.gazetteer());
  add_known(text, known, mentions);
  ValueContext values;
  DateFinder dates(text, document.published, mentions);
  // One after the other, as each has tables of its own that it had better find in the cache.
  for (const auto& sentence : text.sentences) find_values(text, sentence, values, mentions);
  for (const auto& sentence : text.sentences) dates.find(sentence, mentions);
  mentions = without_overlaps(std::move(mentions));
  // What stands for a firm is only asked by claims, and these are made of figures.
  const bool figures = std::ranges::any_of(mentions, [](const Mention& m) { return m.amount() != nullptr; });
  const auto references = figures ? find_company_references(text) : std::vector<CompanyReference>{};
  auto claims = find_claims({text, mentions, references, document.published});

  auto findings = check_sums(text, mentions, claims);
  for (const auto& finding : findings) claims[finding.claim].flags |= kSumSuspect;

  const auto to_source = [&](Span& span) { span = ingest::in_source(document.normalised, span); };
  for (auto& mention : mentions) to_source(mention.span);
  for (auto& claim : claims) to_source(claim.sentence), to_source(claim.evidence);
  return {text.language, std::move(mentions), std::move(claims), std::move(findings),
          is_headed_as_correction(text)};
}

namespace {

// Bytes that begin a code point, eight at once: all but those with the bits 10 at the top.
std::size_t count_code_points(std::string_view text) {
  constexpr std::uint64_t kEach = 0x0101010101010101u;
  std::size_t continuations = 0, i = 0;
  for (; i + 8 <= text.size(); i += 8) {
    std::uint64_t bytes;
    std::memcpy(&bytes, text.data() + i, sizeof bytes);
    continuations += ((bytes >> 7 & ~(bytes >> 6) & kEach) * kEach) >> 56;
  }
  for (; i < text.size(); ++i) continuations += (text[i] & 0xC0) == 0x80;
  return text.size() - continuations;
}

}  // namespace

CodePoints::CodePoints(std::string_view utf8) : text_(utf8) {
  unsigned char all = 0;
  for (const char c : utf8) all |= static_cast<unsigned char>(c);
  ascii_ = all < 0x80;
}

std::size_t CodePoints::count_to(std::size_t byte) {
  byte = std::min(byte, text_.size());
  const auto [from, to] = std::minmax(byte, byte_);
  const auto points = count_code_points(text_.substr(from, to - from));
  count_ = byte < byte_ ? count_ - points : count_ + points;
  byte_ = byte;
  return count_;
}

}  // namespace gegenprobe::extract

#include "extract/extract.h"

#include <algorithm>
#include <compare>
#include <cstring>

#include "extract/claims/claims.h"
#include "extract/companies/companies.h"
#include "extract/dates/dates.h"
#include "extract/matching/rules.h"
#include "extract/text/cut_text.h"
#include "extract/text/text.h"
#include "extract/values/arithmetic.h"
#include "extract/values/values.h"

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

/// A document on its way through the stages.
class Passage {
 public:
  Passage(const Text& text, const ingest::Document& document) : text_(text), document_(document) {}

  void find_companies(const Rules& rules, const std::vector<KnownFirm>& known) {
    mentions_ = extract::find_companies(text_, rules.gazetteer());
    add_known(text_, known, mentions_);
  }
  // Before the dates of any sentence: each has tables of its own that it had better find in the cache.
  void find_values() {
    ValueContext context;
    for (const auto& sentence : text_.sentences) extract::find_values(text_, sentence, context, mentions_);
  }
  void find_dates() {
    DateFinder dates(text_, document_.published, mentions_);
    for (const auto& sentence : text_.sentences) dates.find(sentence, mentions_);
    mentions_ = without_overlaps(std::move(mentions_));
  }
  // What stands for a firm is only asked by claims, and these are made of figures.
  void find_references(const Rules& rules) {
    const bool figures =
        std::ranges::any_of(mentions_, [](const Mention& m) { return m.amount() != nullptr; });
    if (figures) references_ = find_company_references(text_, &rules.gazetteer());
  }
  void find_claims() {
    claims_ = extract::find_claims({text_, mentions_, references_, document_.published});
    findings_ = check_sums(text_, mentions_, claims_);
    for (const auto& finding : findings_) claims_[finding.claim].flags |= kSumSuspect;
  }
  Extraction take() {
    const auto to_source = [&](Span& span) { span = ingest::in_source(document_.normalised, span); };
    for (auto& mention : mentions_) to_source(mention.span);
    for (auto& claim : claims_) to_source(claim.sentence), to_source(claim.evidence);
    return {text_.language, std::move(mentions_), std::move(claims_), std::move(findings_),
            is_headed_as_correction(text_)};
  }

 private:
  const Text& text_;
  const ingest::Document& document_;
  std::vector<Mention> mentions_;
  std::vector<CompanyReference> references_;
  std::vector<Claim> claims_;
  std::vector<Finding> findings_;
};

}  // namespace

Extraction extract(const ingest::Document& document, const Rules& rules,
                   const std::vector<KnownFirm>& known) {
  return extract(text_of(document.normalised.utf8, document.language, rules), document, rules, known);
}

Extraction extract(const Text& text, const ingest::Document& document, const Rules& rules,
                   const std::vector<KnownFirm>& known) {
  return std::move(extract_each({&text, 1}, {&document, 1}, rules, known).front());
}

std::vector<Extraction> extract_each(std::span<const Text> texts, std::span<const ingest::Document> documents,
                                     const Rules& rules, const std::vector<KnownFirm>& known) {
  std::vector<Passage> passages;
  passages.reserve(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) passages.emplace_back(texts[i], documents[i]);
  for (auto& passage : passages) passage.find_companies(rules, known);
  for (auto& passage : passages) passage.find_values();
  for (auto& passage : passages) passage.find_dates();
  for (auto& passage : passages) passage.find_references(rules);
  for (auto& passage : passages) passage.find_claims();
  std::vector<Extraction> found;
  found.reserve(texts.size());
  for (auto& passage : passages) found.push_back(passage.take());
  return found;
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

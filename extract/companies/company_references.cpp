#include "extract/companies/company_references.h"

#include <algorithm>
#include <optional>

#include "extract/companies/name_runs.h"

namespace gegenprobe::extract {
namespace {

// «KI-Unternehmen»: the last part of a compound whose parts hyphens join; the token itself where none does.
std::uint32_t last_part(const Text& text, const Sentence& sentence, std::uint32_t i) {
  const auto glued = [&](std::uint32_t at) { return (text.tokens[at].shape & kGlued) != 0; };
  while (i + 2 < sentence.last && glued(i + 1) && text.of(text.tokens[i + 1]) == "-" && glued(i + 2) &&
         text.tokens[i + 2].is(TokenClass::word))
    i += 2;
  return i;
}

// «der Stuttgarter Autobauer», "the troubled German lender": the noun after an article and up to two words
// that describe it; its key and its end.
CompanyWords::Hit noun_after(const Text& text, const Sentence& sentence, const CompanyWords& words,
                             std::uint32_t article) {
  using enum CompanyWords::List;
  constexpr int kWords = 3;
  auto i = article + 1;
  for (int n = 0; n < kWords && i < sentence.last; ++n, ++i) {
    if (!text.tokens[i].is(TokenClass::word)) return {};
    const bool title =
        !words.nouns_capital && (text.tokens[i].shape & kCapital) != 0;  // "the Yukos unit", "the Bank"
    if (title && !words.is(text.tokens[i], no_name)) return {};
    const auto part = words.nouns_capital ? last_part(text, sentence, i) : i;
    for (auto at = i;; at = part) {  // the whole word, then its last part
      const auto begun = words.begun(text.tokens[at]);
      if ((begun & CompanyWords::set(no_reference, not_company)) != 0 &&
          (words.longest(text, at, sentence.last, no_reference) ||
           words.longest(text, at, sentence.last, not_company)))
        return {};
      if ((begun & CompanyWords::set(firm)) != 0)
        if (const auto noun = words.longest(text, at, sentence.last, firm)) return noun;
      if (at == part) break;
    }
    if (part != i && sentence.rules->lexicon().has(text.tokens[part], words.firm_part)) return {part + 1, {}};
    i = part;
    if (words.is_any(text.tokens[i], CompanyWords::set(function_word, common_noun))) return {};
  }
  return {};
}

struct ProductTags {
  TagSet products;
  Tag role;  // "maker", "owner"
  explicit ProductTags(const Lexicon& lexicon)
      : products(lexicon.tags({"product_of"})), role(lexicon.tag("product_role")) {}
};

struct Maker {
  std::uint32_t last = 0;
  const Company* company = nullptr;
};

// "iPhone", too.
bool has_capital(std::string_view word) {
  return std::ranges::any_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

// "the |iPhone maker|", "the |Facebook owner|", «der kalifornische |iPhone-Hersteller|»; the key of the list
// is the company's.
Maker maker_after(const Text& text, const Sentence& sentence, const Gazetteer& gazetteer,
                  const CompanyWords& words, std::uint32_t article) {
  constexpr std::uint32_t kMostAdjectives = 2;
  const auto& lexicon = sentence.rules->lexicon();
  const auto& tags = sentence.rules->tags<ProductTags>();
  auto first = article + 1;
  while (words.nouns_capital && first < sentence.last && first <= article + kMostAdjectives &&
         text.tokens[first].is(TokenClass::word) && !has_capital(text.of(text.tokens[first])))
    ++first;
  if (first >= sentence.last || !has_capital(text.of(text.tokens[first]))) return {};
  const auto product = lexicon.longest(text.folded, text.tokens, first, sentence.last, tags.products);
  auto role = product.last;
  if (words.nouns_capital && role < sentence.last && text.of(text.tokens[role]) == "-") ++role;
  if (product.tag == kNoTag || role >= sentence.last || !lexicon.has(text.tokens[role], tags.role)) return {};
  return {role + 1, gazetteer.find(product.value)};
}

// «das im SDax notierte Unternehmen», «der von zwei Brüdern gegründete Konzern»: past a participle with all
// that belongs to it, where nouns have capitals.
CompanyWords::Hit noun_after_attribute(const Text& text, const Sentence& sentence, const CompanyWords& words,
                                       std::uint32_t article) {
  constexpr std::uint32_t kLongest = 9;
  const auto& lexicon = sentence.rules->lexicon();
  const auto ending = lexicon.tag("adjective_ending");
  const auto first = article + 1;
  if (!words.nouns_capital || first >= sentence.last ||
      !words.is(text.tokens[first], CompanyWords::function_word))
    return {};
  for (auto i = first + 2; i < sentence.last && i <= article + kLongest; ++i) {
    const auto &token = text.tokens[i], &before = text.tokens[i - 1];
    if (token.is(TokenClass::punctuation) && text.of(token) != "-") return {};
    const bool participle = before.is(TokenClass::word) && !(before.shape & kCapital) &&
                            !words.is(before, CompanyWords::function_word) &&
                            lexicon.ends_as(text.folded_of(before), ending);
    if (!participle || !(token.shape & kCapital)) continue;
    if (words.longest(text, i, sentence.last, CompanyWords::no_reference)) return {};
    if (const auto noun = words.longest(text, i, sentence.last, CompanyWords::firm)) return noun;
  }
  return {};
}

// «die großen Autobauer»: an article of the feminine before a masculine noun makes it a plural.
bool is_plural(const Text& text, const Sentence& sentence, std::uint32_t article, std::uint32_t noun_end) {
  const auto& lexicon = sentence.rules->lexicon();
  if (!lexicon.has(text.tokens[article], lexicon.tag("plural_article"))) return false;
  const auto& noun = text.tokens[noun_end - 1];
  const auto is = [&](Tag list) {
    return lexicon.has(noun, list) || lexicon.ends_as(text.folded_of(noun), list);
  };
  return is(lexicon.tag("masculine_ending")) && !is(lexicon.tag("feminine_ending"));
}

// «Wenn Sie sagen, …»: spoken to, with a capital within the sentence.
bool is_polite(const Text& text, const Sentence& sentence, std::uint32_t i, Tag polite) {
  return i > sentence.first && (text.tokens[i].shape & kCapital) && text.tokens[i - 1].is(TokenClass::word) &&
         sentence.rules->lexicon().has(text.tokens[i], polite);
}

// A text that speaks to somebody: a speech, an interview; a single such word may stand in what is quoted.
bool speaks_to_somebody(const Text& text) {
  constexpr int kTimes = 2;
  int times = 0;
  for (const auto& sentence : text.sentences) {
    const auto polite = sentence.rules->lexicon().tag("polite_pronoun");
    if (polite == kNoTag) continue;
    for (auto i = sentence.first + 1; i < sentence.last && times < kTimes; ++i)
      times += is_polite(text, sentence, i, polite);
  }
  return times == kTimes;
}

bool begins_clause(const Text& text, const Sentence& sentence, const CompanyWords& words, std::uint32_t i) {
  return i == sentence.first || words.is(text.tokens[i - 1], CompanyWords::clause_start) ||
         text.of(text.tokens[i - 1]) == ",";
}

}  // namespace

std::vector<CompanyReference> find_company_references(const Text& text, const Gazetteer* gazetteer) {
  std::vector<CompanyReference> out;
  std::optional<bool> speech;  // when first asked for
  for (std::uint32_t s = 0; s < text.sentences.size(); ++s) {
    const auto& sentence = text.sentences[s];
    const auto& words = sentence.rules->tags<CompanyWords>();
    const NameRuns runs(text, sentence, words);
    for (auto i = sentence.first; i < sentence.last; ++i) {
      const auto& token = text.tokens[i];
      if (!sets_off(token, Pass::reference) || !words.is_any(token, kReferenceOpeners)) continue;
      if (words.is(token, CompanyWords::company_pronoun)) {
        const bool capital = (token.shape & kCapital) != 0;
        const auto polite = capital ? sentence.rules->lexicon().tag("polite_pronoun") : kNoTag;
        if (polite != kNoTag && sentence.rules->lexicon().has(token, polite)) {
          if (!speech) speech = speaks_to_somebody(text);
          if (*speech || is_polite(text, sentence, i, polite)) continue;
        }
        if (begins_clause(text, sentence, words, i)) out.push_back({token.span(), s, true, {}});
        continue;
      }
      if (words.longest(text, i, sentence.last, CompanyWords::no_reference)) continue;
      if (const auto maker = gazetteer ? maker_after(text, sentence, *gazetteer, words, i) : Maker{};
          maker.company) {
        if (!runs.is_name_word(maker.last))  // "the ChatGPT maker OpenAI"
          out.push_back({{token.begin, text.tokens[maker.last - 1].end()}, s, false, {}, maker.company});
        continue;
      }
      auto noun = noun_after(text, sentence, words, i);
      if (!noun) noun = noun_after_attribute(text, sentence, words, i);
      // «der Autobauer Brandner» is a name, «die Bank-Aktie» no company.
      if (!noun || runs.is_name_word(noun.last) || runs.is_mark(noun.last, "-")) continue;
      if (is_plural(text, sentence, i, noun.last)) continue;
      out.push_back({{token.begin, text.tokens[noun.last - 1].end()}, s, false, noun.key});
    }
  }
  return out;
}

}  // namespace gegenprobe::extract

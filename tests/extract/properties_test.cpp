// What holds for every text, whatever the rules find in it; shown on the articles of the corpus.
#include <gtest/gtest.h>
#include <simdjson.h>

#include <algorithm>
#include <filesystem>

#include "extract/extract.h"

namespace gegenprobe::extract {
namespace {

namespace fs = std::filesystem;

struct Article {
  std::string name;
  ingest::Document document;
};

ingest::Document document_of(std::string text, std::string language, std::optional<Day> published) {
  ingest::Document document;
  document.text = std::move(text);
  document.language = std::move(language);
  document.published = published;
  document.normalised = ingest::normalise(document.text);
  return document;
}

std::vector<Article> articles() {
  std::vector<Article> all;
  simdjson::dom::parser parser;
  for (const auto& file : fs::recursive_directory_iterator(GEGENPROBE_CORPUS)) {
    if (file.path().filename() != "gold.json") continue;
    const simdjson::dom::element gold = parser.load(file.path().string());
    std::string_view published;
    const bool dated = gold["published"].get(published) == simdjson::SUCCESS;
    all.push_back({file.path().parent_path().filename().string(),
                   document_of(std::string(gold["text"].get_string().value()),
                               std::string(gold["lang"].get_string().value()),
                               dated ? parse_day(published) : std::nullopt)});
  }
  std::ranges::sort(all, {}, &Article::name);
  return all;
}

Extraction extracted(const ingest::Document& document) {
  static const auto rules = *builtin_rules();
  return extract(document, *rules);
}

bool on_borders(std::string_view text, Span span) {
  const auto border = [&](std::size_t at) { return at == text.size() || (text[at] & 0xC0) != 0x80; };
  return span.begin < span.end && span.end <= text.size() && border(span.begin) && border(span.end);
}

/// Spans as `text` counts code points, and bounds: what must be equal however the spaces are written.
std::string facts(const Extraction& found, std::string_view text) {
  CodePoints points(text);
  std::string all;
  const auto add = [&](std::string_view kind, Span span) {
    all += std::string(kind) + " " + std::to_string(points.at(span.begin)) + "-" +
           std::to_string(points.at(span.end));
  };
  const auto add_amount = [&](const Amount& amount) {
    for (const auto& bound : {amount.min, amount.max})
      all += bound ? " " + std::to_string(bound->coefficient) + "e" + std::to_string(bound->exponent) : " -";
    all += " " + amount.unit + " " + std::string(word(amount.qualifier));
  };
  for (const auto& mention : found.mentions) {
    add(word(mention.kind), mention.span);
    if (const auto* amount = mention.amount()) add_amount(*amount);
    all += "\n";
  }
  for (const auto& claim : found.claims) {
    add(word(claim.metric), claim.evidence);
    add_amount(claim.value);
    all += " " + claim.subject + "\n";
  }
  return all;
}

bool ordered(const Amount& amount) {
  return !amount.min || !amount.max || amount.min->to_double() <= amount.max->to_double();
}
bool ordered(const std::optional<Day>& from, const std::optional<Day>& to) {
  return !from || !to || *from < *to;
}

class Properties : public testing::TestWithParam<Article> {};

TEST_P(Properties, SpansAreInTheTextAndAscend) {
  const auto& document = GetParam().document;
  std::uint32_t before = 0;
  for (const auto& mention : extracted(document).mentions) {
    ASSERT_TRUE(on_borders(document.text, mention.span)) << mention.rule;
    EXPECT_LE(before, mention.span.begin) << mention.rule;
    before = mention.span.end;
  }
}

TEST_P(Properties, BoundsAreOrdered) {
  const auto& document = GetParam().document;
  const auto found = extracted(document);
  for (const auto& mention : found.mentions) {
    if (const auto* amount = mention.amount()) {
      EXPECT_TRUE(ordered(*amount)) << mention.span.of(document.text);
    }
    if (const auto* date = mention.date()) {
      EXPECT_TRUE(ordered(date->from, date->to)) << mention.span.of(document.text);
    }
  }
  for (const auto& claim : found.claims) {
    EXPECT_TRUE(ordered(claim.value)) << claim.evidence.of(document.text);
    if (claim.period) {
      EXPECT_TRUE(ordered(claim.period->from, claim.period->to)) << claim.period->text;
    }
  }
}

TEST_P(Properties, EvidenceIsAFigureInsideItsSentence) {
  const auto& document = GetParam().document;
  const auto found = extracted(document);
  for (const auto& claim : found.claims) {
    EXPECT_TRUE(on_borders(document.text, claim.evidence));
    EXPECT_TRUE(claim.sentence.contains(claim.evidence)) << claim.evidence.of(document.text);
    EXPECT_TRUE(std::ranges::any_of(found.mentions, [&](const Mention& m) {
      return m.amount() && m.span == claim.evidence;
    })) << claim.evidence.of(document.text);
  }
}

TEST_P(Properties, TwiceIsTheSame) {
  const auto& document = GetParam().document;
  EXPECT_EQ(facts(extracted(document), document.text), facts(extracted(document), document.text));
}

TEST_P(Properties, NoBreakSpacesBehindNumbersChangeNothing) {
  const auto& given = GetParam().document;
  std::string text;
  for (std::size_t i = 0; i < given.text.size(); ++i) {
    const bool behind_number =
        i > 0 && given.text[i] == ' ' && given.text[i - 1] >= '0' && given.text[i - 1] <= '9';
    text += behind_number ? std::string_view("\u00a0") : std::string_view(given.text).substr(i, 1);
  }
  const auto other = document_of(std::move(text), given.language, given.published);
  EXPECT_EQ(facts(extracted(other), other.text), facts(extracted(given), given.text));
}

INSTANTIATE_TEST_SUITE_P(, Properties, testing::ValuesIn(articles()), [](const auto& i) {
  std::string name = i.param.document.language + "_" + i.param.name;
  std::ranges::replace_if(
      name, [](unsigned char c) { return !std::isalnum(c); }, '_');
  return name;
});

}  // namespace
}  // namespace gegenprobe::extract

// What holds for every text, whatever the rules find in it; shown on the articles of the corpus.
#include <gtest/gtest.h>
#include <simdjson.h>

#include <algorithm>
#include <filesystem>
#include <random>
#include <set>

#include "extract/extract.h"
#include "invariants.h"

namespace gegenprobe::extract {
namespace {

namespace fs = std::filesystem;

struct Article {
  std::string name;
  ingest::Document document;
};

std::vector<Article> articles() {
  std::vector<Article> all;
  simdjson::dom::parser parser;
  for (const auto& file : fs::recursive_directory_iterator(GEGENPROBE_CORPUS)) {
    if (file.path().filename() != "gold.json") continue;
    const simdjson::dom::element gold = parser.load(file.path().string());
    std::string_view published;
    const bool dated = gold["published"].get(published) == simdjson::SUCCESS;
    all.push_back({file.path().parent_path().filename().string(),
                   test::document_of(std::string(gold["text"].get_string().value()),
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

class Properties : public testing::TestWithParam<Article> {};

TEST_P(Properties, SpansAndBoundsAreInOrder) {
  const auto& document = GetParam().document;
  EXPECT_EQ(test::broken_invariant(extracted(document), document.text), std::nullopt);
}

TEST_P(Properties, TwiceIsTheSame) {
  const auto& document = GetParam().document;
  EXPECT_EQ(test::facts(extracted(document), document.text), test::facts(extracted(document), document.text));
}

TEST_P(Properties, NoBreakSpacesBehindNumbersChangeNothing) {
  const auto& given = GetParam().document;
  const auto other =
      test::document_of(test::with_no_break_spaces(given.text), given.language, given.published);
  EXPECT_EQ(test::facts(extracted(other), other.text), test::facts(extracted(given), given.text));
}

TEST_P(Properties, FiguresOfASentenceAloneAreThoseInItsText) {
  const auto& document = GetParam().document;
  const auto whole = extracted(document);
  std::set<std::pair<std::uint32_t, std::uint32_t>> sentences;
  for (const auto& claim : whole.claims) sentences.emplace(claim.sentence.begin, claim.sentence.end);
  for (const auto& [begin, end] : sentences) {
    const Span span{begin, end};
    const auto alone =
        test::document_of(std::string(span.of(document.text)), document.language, document.published);
    // In the article there may be more: "sold just 348" goes on counting what the sentence before counted.
    EXPECT_TRUE(std::ranges::includes(
        test::figures(whole, document.text, span),
        test::figures(extracted(alone), alone.text, {0, static_cast<std::uint32_t>(alone.text.size())})))
        << alone.text;
  }
}

// Teasers end anywhere, and quotations begin anywhere.
TEST_P(Properties, APieceIsReadLikeAWhole) {
  const auto& given = GetParam().document;
  constexpr std::size_t kPiece = 130, kStep = 61;
  for (std::size_t begin = 0; begin + kPiece < given.text.size(); begin += kStep) {
    const auto piece = test::document_of(test::whole_characters(given.text, begin, begin + kPiece),
                                         given.language, given.published);
    EXPECT_EQ(test::broken_invariant(extracted(piece), piece.text), std::nullopt) << piece.text;
  }
}

struct Fragment {
  const char* name;
  const char* language;
  const char* text;
};
const Fragment kFragments[] = {
    {"HyphenBehindTheFirstWord", "de", "Deutsche- und Schweizer Kunden zahlten 3 Euro."},
    {"ComparisonAtTheEnd", "en", "The chain shut 40 shops, more than"},
    {"DayAndMonthBesideOtherLanguages", "en",
     "The offer runs until 3/4 and no longer, the company said in a statement on its website.\n\n"
     "Das Angebot gilt nach Angaben des Unternehmens bis zum 3. April und wird nicht verlängert, hieß es."},
    {"DateInABracketAtTheEnd", "de", "Der Umsatz der Kellermann AG lag bei 2,4 Milliarden Euro (2012"},
};

class Fragments : public testing::TestWithParam<Fragment> {};

TEST_P(Fragments, AreRead) {
  const auto document = test::document_of(GetParam().text, GetParam().language, parse_day("2026-03-02"));
  EXPECT_EQ(test::broken_invariant(extracted(document), document.text), std::nullopt);
}

/// Pieces of the corpus' articles, in whatever order and language, with any mark between them and any end.
class Splicer {
  template <class Things>
  const auto& any(const Things& things) {
    return things[below(std::size(things))];
  }

 public:
  explicit Splicer(std::vector<Article> articles) : articles_(std::move(articles)) {}
  ingest::Document next() {
    const Article& first = any(articles_);
    std::string text;
    for (std::size_t pieces = 1 + below(6); pieces > 0; --pieces) {
      text += any(kMarks);
      text += piece(any(articles_).document.text);
    }
    if (below(3) == 0) text = test::whole_characters(text, 0, below(text.size() + 1));
    return test::document_of(std::move(text), first.document.language, first.document.published);
  }

 private:
  static constexpr std::string_view kMarks[] = {"", " ", "\n", "\n\n", " – ", ". ", "-", ", ", " (", ": "};
  std::string piece(std::string_view text) {
    const auto begin = text.find(' ', below(text.size()));
    if (begin == std::string_view::npos) return {};
    const auto end = text.find(' ', std::min(text.size(), begin + 1 + below(200)));
    return std::string(text.substr(begin + 1, end == std::string_view::npos ? end : end - begin - 1));
  }
  std::size_t below(std::size_t end) { return random_() % end; }

  std::vector<Article> articles_;
  std::mt19937 random_{20261129};
};

TEST(Splices, AreRead) {
  Splicer splicer(articles());
  for (int n = 0; n < 4'000; ++n) {
    const auto document = splicer.next();
    ASSERT_EQ(test::broken_invariant(extracted(document), document.text), std::nullopt) << document.text;
  }
}

INSTANTIATE_TEST_SUITE_P(, Fragments, testing::ValuesIn(kFragments),
                         [](const auto& i) { return std::string(i.param.name); });

INSTANTIATE_TEST_SUITE_P(, Properties, testing::ValuesIn(articles()), [](const auto& i) {
  std::string name = i.param.document.language + "_" + i.param.name;
  std::ranges::replace_if(
      name, [](unsigned char c) { return !std::isalnum(c); }, '_');
  return name;
});

}  // namespace
}  // namespace gegenprobe::extract

#include "articles.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <stdexcept>

#include "claim_words.h"

namespace gegenprobe::test {
namespace {

Span found(std::string_view text, std::string_view words, std::string_view what) {
  const auto at = text.find(words);
  if (at == std::string_view::npos)
    throw std::invalid_argument(fmt::format("{} '{}' is not in the text", what, words));
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

Span sentence_around(std::string_view text, Span figure) {
  const auto before = text.substr(0, figure.begin).rfind(". ");
  const auto begin = before == std::string_view::npos ? 0 : before + 2;
  const auto after = text.find(". ", figure.end);
  return {static_cast<std::uint32_t>(begin),
          static_cast<std::uint32_t>(after == std::string_view::npos ? text.size() : after + 1)};
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  static std::atomic<int> number = 0;
  path_ = std::filesystem::temp_directory_path() / fmt::format("gegenprobe-test-{}-{}", ::getpid(), ++number);
  std::filesystem::create_directories(path_);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

Article article(const std::string& url, const std::string& source, const std::string& text,
                const WordedFigures& claims) {
  Article made;
  auto& document = made.document;
  document.url = url;
  document.text = text;
  document.normalised = ingest::normalise(text);
  document.title = text.substr(0, text.find('.'));
  const auto head = worded("- | " + source);
  document.published = head.published;
  document.outlet = head.outlet;
  made.extraction.language = "de";
  for (const auto& [figure, line] : claims) {
    auto claim = worded(line).claim;
    claim.evidence = found(text, figure, "figure");
    claim.sentence = sentence_around(text, claim.evidence);
    claim.rule = "test.claim";
    claim.confidence = 0.5F;
    made.extraction.mentions.push_back({claim.kind, claim.evidence, "test.figure", claim.value});
    if (const auto at = text.find(claim.subject); !claim.subject.empty() && at != std::string::npos)
      made.extraction.mentions.push_back(
          {extract::MentionKind::company, found(text, claim.subject, "company"), "test.company",
           extract::CompanyValue{.name = claim.subject, .entity = claim.subject_entity}});
    made.extraction.claims.push_back(std::move(claim));
  }
  std::ranges::stable_sort(made.extraction.mentions, {},
                           [](const auto& mention) { return mention.span.begin; });
  return made;
}

Article series_article(int n, int writer) {
  const auto company = fmt::format("Musterwerk {} AG", n % 100);
  const int year = 2000 + n / 100 % 25;
  std::string text = fmt::format("{} legt Zahlen für {} vor (Nr. {}-{}). ", company, year, writer, n);
  WordedFigures claims;
  for (const auto& [metric, word] : {std::pair{"revenue", "Umsatz"},
                                     {"profit", "Gewinn"},
                                     {"costs", "Kosten"},
                                     {"investment", "Investitionen"},
                                     {"debt", "Schulden"}}) {
    const auto figure = fmt::format("{},{} Milliarden Euro", 10 + n % 7, n % 10);
    text += fmt::format("Der Posten {} erreichte bei der {} im Jahr {} nach Angaben von gestern {} {}. ",
                        word, company, year, word, figure);
    claims.emplace_back(
        fmt::format("{} {}", word, figure),
        fmt::format("{} | {} | {},{} Mrd EUR | {}", company, metric, 10 + n % 7, n % 10, year));
  }
  while (text.size() < 3000)
    text += fmt::format(
        "Im übrigen Geschäft änderte sich nach Darstellung der Geschäftsführung in Absatz {} wenig. ",
        text.size());
  auto made =
      article(fmt::format("https://example.org/{}/{}", writer, n), "@2025-02-27 Küstenbote", text, claims);
  for (auto at = text.find(' '); made.extraction.mentions.size() < 30; at = text.find(' ', at + 60)) {
    const auto begin = static_cast<std::uint32_t>(at);
    made.extraction.mentions.push_back(
        {extract::MentionKind::date, {begin, begin + 1}, "test.date", extract::DateValue{}});
  }
  std::ranges::stable_sort(made.extraction.mentions, {},
                           [](const auto& mention) { return mention.span.begin; });
  return made;
}

store::Database open(const std::string& path, store::Access access) {
  auto database = store::Database::open(path, access);
  if (!database) throw std::runtime_error(database.error().what);
  return std::move(*database);
}

store::AddedArticle add(store::Database& database, const Article& article) {
  auto added = store::add_article(database, article.document, article.extraction, kVersions, kNow);
  if (!added) throw std::runtime_error(added.error().what);
  return std::move(*added);
}

}  // namespace gegenprobe::test

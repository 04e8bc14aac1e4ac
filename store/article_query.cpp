#include <fmt/format.h>

#include "store/claim_row.h"
#include "store/connection.h"
#include "store/fold.h"
#include "store/full_text.h"
#include "store/guarded.h"
#include "store/page_record.h"
#include "store/query.h"
#include "store/where.h"

namespace gegenprobe::store {
namespace {

Result<Where> where_of(Connection& connection, const ArticleFilter& filter) {
  Where where;
  if (!filter.outlet.empty()) where.add("outlet.folded = ?", fold(filter.outlet));
  if (filter.since) where.add("article.published >= ?", *filter.since);
  if (filter.origin) where.add("article.origin_id = ?", *filter.origin);
  if (filter.copies_of)
    where.add("article.origin_id = (SELECT origin_id FROM article WHERE id = ?)", *filter.copies_of);
  if (!filter.company.empty()) {
    Where named;
    add_company(named, connection, "mention.company_id", filter.company);
    where.add("revision.id IN (SELECT mention.revision_id FROM mention " + named.sql() + ")");
  }
  if (!filter.text.empty()) {
    const auto text = full_text_query(filter.text);
    if (text.empty()) return unreadable_text(filter.text);
    where.add("revision.id IN (SELECT rowid FROM article_fts WHERE article_fts MATCH ?)", text);
  }
  return where;
}

constexpr std::string_view kSelectArticle =
    "SELECT article.id, article.url, coalesce(revision.title, article.title), outlet.name, article.author, "
    "article.language,"
    " article.published, article.added_at, revision.number,"
    " (SELECT count(*) FROM mention WHERE mention.revision_id = revision.id),"
    " (SELECT count(*) FROM claim WHERE claim.revision_id = revision.id AND claim.live), revision.id,"
    " article.origin_id, origin.agency"
    " FROM article JOIN revision ON revision.article_id = article.id AND revision.live"
    " LEFT JOIN outlet ON outlet.id = article.outlet_id LEFT JOIN origin ON origin.id = article.origin_id ";
constexpr int kArticleRevisionId = 11;

std::size_t size(const Query& row, int column) { return static_cast<std::size_t>(row.integer(column)); }

ArticleRow read_article(const Query& row) {
  return {.id = row.integer(0),
          .url = row.text(1),
          .title = row.text(2),
          .outlet = row.text(3),
          .author = row.text(4),
          .language = row.text(5),
          .published = row.day(6),
          .added_at = row.text(7),
          .revisions = static_cast<int>(row.integer(8)),
          .origin = row.integer(12),
          .agency = row.text(13),
          .mentions = size(row, 9),
          .claims = size(row, 10)};
}

constexpr std::string_view kSelectMentions =
    "SELECT mention.id, mention.kind, mention.span_begin, mention.span_end, mention.byte_begin, "
    "mention.surface, mention.rule,"
    " mention.min_coefficient, mention.min_exponent, mention.max_coefficient, mention.max_exponent, "
    "mention.unit,"
    " mention.currency_basis, mention.qualifier, mention.date_from, mention.date_to, mention.granularity, "
    "mention.relative,"
    " mention.fiscal, company.name, company.entity, mention.name_basis, mention.name, mention.role, "
    "mention.organisation"
    " FROM mention LEFT JOIN company ON company.id = mention.company_id WHERE mention.revision_id = ?1"
    " ORDER BY mention.span_begin, mention.id";

template <class Enum>
std::optional<Enum> enum_of(std::string_view word, Enum last) {
  for (int value = 0; value <= static_cast<int>(last); ++value)
    if (extract::word(static_cast<Enum>(value)) == word) return static_cast<Enum>(value);
  return std::nullopt;
}

std::optional<extract::Decimal> decimal(const Query& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return extract::Decimal{row.integer(column), static_cast<std::int32_t>(row.integer(column + 1))};
}

decltype(extract::Mention::value) read_value(const Query& row, extract::MentionKind kind) {
  using namespace extract;
  if (kind == MentionKind::date)
    return DateValue{.from = row.day(14),
                     .to = row.day(15),
                     .granularity = enum_of(row.text(16), Granularity::span).value_or(Granularity::span),
                     .relative = row.integer(17) != 0,
                     .fiscal = row.integer(18) != 0};
  if (kind == MentionKind::company)
    return CompanyValue{.name = row.text(19),
                        .entity = row.text(20),
                        .known = nullptr,
                        .basis = enum_of(row.text(21), NameBasis::pronoun).value_or(NameBasis::context)};
  if (kind == MentionKind::speaker)
    return SpeakerValue{.name = row.text(22), .role = row.text(23), .organisation = row.text(24)};
  return Amount{.min = decimal(row, 7),
                .max = decimal(row, 9),
                .unit = row.text(11),
                .basis = currency_basis(row.text(12)).value_or(CurrencyBasis::none),
                .qualifier = qualifier(row.text(13)).value_or(Qualifier::exact)};
}

StoredMention read_mention(const Query& row) {
  StoredMention stored;
  stored.id = row.integer(0);
  stored.surface = row.text(5);
  stored.points = {static_cast<std::uint32_t>(row.integer(2)), static_cast<std::uint32_t>(row.integer(3))};
  const auto begin = static_cast<std::uint32_t>(row.integer(4));
  const auto kind = extract::mention_kind(row.text(1)).value_or(extract::MentionKind::money);
  stored.mention.kind = kind;
  stored.mention.span = {begin, begin + static_cast<std::uint32_t>(stored.surface.size())};
  stored.mention.rule = kept(row.text(6));
  stored.mention.value = read_value(row, kind);
  return stored;
}

void read_text(Connection& connection, StoredArticle& article) {
  auto row = connection.query("SELECT text, warc_file, warc_offset, warc_length FROM revision WHERE id = ?1");
  if (row.bind(article.revision_id).step())
    article.text = row.text(0), article.record = read_record(connection, row, 1);
}

void read_mentions(Connection& connection, StoredArticle& article) {
  auto row = connection.query(kSelectMentions);
  row.bind(article.revision_id);
  while (row.step()) article.mentions.push_back(read_mention(row));
}

void read_claims(Connection& connection, std::string_view condition, StoredArticle& article) {
  auto row = connection.query(kSelectClaim + "WHERE claim.revision_id = ?1 AND " + std::string(condition) +
                              " ORDER BY claim.value_begin, claim.id");
  row.bind(article.revision_id);
  while (row.step()) article.claims.push_back(read_claim(row));
}

// All of an article as of one moment, though another program may be adding to it.
template <class... Key>
std::optional<StoredArticle> read_whole(Connection& connection, std::string_view where, const Key&... key) {
  SQLite::Transaction snapshot(connection.database);
  StoredArticle article;
  {
    auto row = connection.query(std::string(kSelectArticle) + std::string(where));
    if (!row.bind(key...).step()) return std::nullopt;
    article.row = read_article(row);
    article.revision_id = row.integer(kArticleRevisionId);
  }
  read_text(connection, article);
  read_mentions(connection, article);
  read_claims(connection, "claim.live", article);
  return article;
}

std::optional<StoredArticle> read_version(Connection& connection, std::int64_t id, int number) {
  SQLite::Transaction snapshot(connection.database);
  StoredArticle article;
  {
    auto row = connection.query(std::string(kSelectArticle) + "WHERE article.id = ?1");
    if (!row.bind(id).step()) return std::nullopt;
    article.row = read_article(row);
  }
  {
    auto row = connection.query("SELECT id, title FROM revision WHERE article_id = ?1 AND number = ?2");
    if (!row.bind(id, number).step()) return std::nullopt;
    article.revision_id = row.integer(0);
    if (!row.is_null(1)) article.row.title = row.text(1);
  }
  read_text(connection, article);
  read_mentions(connection, article);
  read_claims(connection, "claim.extraction_id = (SELECT max(id) FROM extraction WHERE revision_id = ?1)",
              article);
  return article;
}

}  // namespace

Result<std::vector<ArticleRow>> find_articles(Database& database, const ArticleFilter& filter) {
  return guarded(database, "look for articles", [&]() -> Result<std::vector<ArticleRow>> {
    auto& connection = database.connection();
    const auto where = where_of(connection, filter);
    if (!where) return where.error();
    auto row = connection.query(std::string(kSelectArticle) + where->sql() +
                                " ORDER BY article.published DESC, article.id DESC LIMIT ? OFFSET ?");
    where->bind(row, limit_of(filter.limit), filter.offset);
    std::vector<ArticleRow> articles;
    while (row.step()) articles.push_back(read_article(row));
    return articles;
  });
}

Result<std::optional<ArticleRow>> find_article_row(Database& database, std::int64_t id) {
  return guarded(database, fmt::format("read article {}", id), [&] {
    auto row = database.connection().query(std::string(kSelectArticle) + "WHERE article.id = ?1");
    return row.bind(id).step() ? std::optional(read_article(row)) : std::nullopt;
  });
}

Result<std::optional<StoredArticle>> find_article(Database& database, std::int64_t id) {
  return guarded(database, fmt::format("read article {}", id),
                 [&] { return read_whole(database.connection(), "WHERE article.id = ?1", id); });
}

Result<std::optional<StoredArticle>> find_article(Database& database, std::string_view url) {
  return guarded(database, fmt::format("read article {}", url),
                 [&] { return read_whole(database.connection(), "WHERE article.identity = ?1", url); });
}

Result<std::optional<StoredArticle>> find_article_version(Database& database, std::int64_t id, int number) {
  return guarded(database, fmt::format("read version {} of article {}", number, id),
                 [&] { return read_version(database.connection(), id, number); });
}

}  // namespace gegenprobe::store

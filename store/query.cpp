#include "store/query.h"

#include <fmt/format.h>

#include <charconv>
#include <set>

#include "extract/token.h"
#include "store/claim_row.h"
#include "store/company_decision.h"
#include "store/connection.h"
#include "store/fold.h"
#include "store/full_text.h"
#include "store/guarded.h"
#include "store/page_record.h"
#include "store/where.h"

namespace gegenprobe::store {
namespace {

// ---- periods -------------------------------------------------------------------------------------------

/// Reads the words of a period from left to right.
class PeriodReader {
 public:
  explicit PeriodReader(std::string_view text) : text_(text) {}
  std::optional<int> number(std::size_t digits) {
    int value = 0;
    if (text_.size() < digits) return std::nullopt;
    const auto [end, error] = std::from_chars(text_.data(), text_.data() + digits, value);
    if (error != std::errc() || end != text_.data() + digits || value < 0) return std::nullopt;
    text_.remove_prefix(digits);
    return value;
  }
  bool take(char c) {
    const bool there = !text_.empty() && (text_.front() | 0x20) == (c | 0x20);
    if (there) text_.remove_prefix(1);
    return there;
  }
  bool at_end() const { return text_.empty(); }

 private:
  std::string_view text_;
};

std::optional<Day> first_of(int year, int month) {
  if (year < 1 || month < 1) return std::nullopt;
  year += (month - 1) / 12;
  return day_of(year, static_cast<unsigned>((month - 1) % 12 + 1), 1);
}

// The part of a year that lasts `months`, counted from 1.
std::optional<DayRange> part_of_year(int year, std::optional<int> number, int months) {
  if (!number || *number < 1 || *number > 12 / months) return std::nullopt;
  const auto from = first_of(year, (*number - 1) * months + 1), to = first_of(year, *number * months + 1);
  if (!from || !to) return std::nullopt;
  return DayRange{*from, *to};
}

std::optional<DayRange> parse_one(std::string_view text) {
  if (const auto day = parse_day(text)) return DayRange{*day, *day + std::chrono::days(1)};
  PeriodReader reader(text);
  // "Q3 2024" is "2024-Q3" told the other way round.
  for (const char kind : {'Q', 'H'})
    if (reader.take(kind)) {
      const auto number = reader.number(1);
      if (!reader.take(' ') && !reader.take('/')) return std::nullopt;
      const auto year = reader.number(4);
      return year && reader.at_end() ? part_of_year(*year, number, kind == 'Q' ? 3 : 6) : std::nullopt;
    }
  const auto year = reader.number(4);
  if (!year) return std::nullopt;
  if (reader.at_end()) return part_of_year(*year, 1, 12);
  if (!reader.take('-') && !reader.take(' ')) return std::nullopt;
  const int months = reader.take('Q') ? 3 : reader.take('H') ? 6 : 1;
  const auto number = reader.number(months == 1 ? 2 : 1);
  return reader.at_end() ? part_of_year(*year, number, months) : std::nullopt;
}

// ---- filters -------------------------------------------------------------------------------------------

Error unreadable_period(const std::string& period) {
  return {Error::Kind::usage, fmt::format("'{}' is no period", period),
          "for example 2024, 2024-Q3, 2024-H1, 2024-07, 2022..2024"};
}
Error unreadable_text(const std::string& text) {
  return {Error::Kind::usage, fmt::format("'{}' holds no word to look for", text),
          "for example: umsatz quartal, or \"operating profit\""};
}

void add_value(Where& where, const ClaimFilter& filter) {
  if (!filter.min && !filter.max) return;
  where.add("claim.value_min IS NOT NULL OR claim.value_max IS NOT NULL");
  if (filter.min) where.add("claim.value_max IS NULL OR claim.value_max >= ?", *filter.min);
  if (filter.max) where.add("claim.value_min IS NULL OR claim.value_min <= ?", *filter.max);
}

Result<Where> where_of(Connection& connection, const ClaimFilter& filter) {
  Where where;
  if (filter.judgement)
    where.add(
        "claim.id IN (SELECT claim_id FROM claim_review JOIN review ON review.id = review_id WHERE "
        "judgement = ?)",
        word(*filter.judgement));
  if (filter.reviewed)
    where.add(*filter.reviewed ? "claim.id IN (SELECT claim_id FROM claim_review)"
                               : "claim.id NOT IN (SELECT claim_id FROM claim_review)");
  if (filter.corroborated)
    where.add(*filter.corroborated
                  ? "EXISTS (SELECT 1 FROM corroboration WHERE corroboration.claim_id = claim.id)"
                  : "NOT EXISTS (SELECT 1 FROM corroboration WHERE corroboration.claim_id = claim.id)");
  if (filter.judgement == Judgement::reject && !filter.older)
    where.add(
        "revision.live AND claim.extraction_id = (SELECT max(id) FROM extraction WHERE revision_id = "
        "revision.id)");
  else if (!filter.older)
    where.add("claim.live");
  if (filter.article)
    where.add("claim.revision_id IN (SELECT id FROM revision WHERE article_id = ?)", *filter.article);
  if (filter.claim) where.add("claim.id = ?", *filter.claim);
  if (filter.after) where.add("claim.id > ?", *filter.after);
  if (!filter.company.empty()) add_company(where, connection, "claim.subject_id", filter.company);
  if (filter.metric) where.add("claim.metric = ?", word(*filter.metric));
  if (!filter.period.empty()) {
    const auto range = parse_period(filter.period);
    if (!range) return unreadable_period(filter.period);
    where.add("claim.period_from >= ? AND claim.period_to <= ?", range->from, range->to);
  }
  if (!filter.outlet.empty()) where.add("outlet.folded = ?", fold(filter.outlet));
  add_value(where, filter);
  if (!filter.unit.empty()) where.add("lower(claim.unit) = ?", fold(filter.unit));
  if (filter.min_confidence) where.add("claim.confidence >= ?", *filter.min_confidence);
  if (filter.modality) where.add("claim.modality = ?", word(*filter.modality));
  if (filter.since) where.add("claim.published >= ?", *filter.since);
  if (!filter.language.empty()) where.add("article.language = ?", filter.language);
  if (!filter.flag.empty()) where.add("' ' || claim.flags || ' ' LIKE ?", "% " + filter.flag + " %");
  if (!filter.text.empty()) {
    const auto text = full_text_query(filter.text);
    if (text.empty()) return unreadable_text(filter.text);
    where.add("claim.sentence_id IN (SELECT rowid FROM claim_fts WHERE claim_fts MATCH ?)", text);
  }
  return where;
}

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

// ---- rows ----------------------------------------------------------------------------------------------

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

Result<Where> claim_where(Connection& connection, const ClaimFilter& filter) {
  return where_of(connection, filter);
}

std::optional<DayRange> parse_period(std::string_view text) {
  const auto dots = text.find("..");
  if (dots == std::string_view::npos) return parse_one(text);
  const auto first = parse_one(text.substr(0, dots)), last = parse_one(text.substr(dots + 2));
  if (!first || !last || last->to <= first->from) return std::nullopt;
  return DayRange{first->from, last->to};
}

extract::Period as_period(DayRange range) {
  using extract::Granularity;
  const std::chrono::year_month_day from(range.from), to(range.to);
  const int months = static_cast<int>((to.year() / to.month() - from.year() / from.month()).count());
  const unsigned first = static_cast<unsigned>(from.month()) - 1;
  const bool whole_months = from.day() == std::chrono::day(1) && to.day() == std::chrono::day(1);
  extract::Period period{.from = range.from, .to = range.to, .granularity = Granularity::span, .text = {}};
  for (const auto& [length, granularity] : {std::pair(1, Granularity::month),
                                            {3, Granularity::quarter},
                                            {6, Granularity::half},
                                            {12, Granularity::year}})
    if (whole_months && months == length && first % static_cast<unsigned>(length) == 0)
      period.granularity = granularity;
  if (range.to - range.from == std::chrono::days(1)) period.granularity = Granularity::day;
  return period;
}

// By name as people write it: without legal form, in any case, with ue for ü.
void add_company(Where& where, Connection& connection, std::string_view column, std::string_view company) {
  std::set<std::int64_t> ids;
  const auto add = [&](Query& row) {
    while (row.step()) ids.insert(row.integer(0));
  };
  auto by_entity = connection.query(
      "SELECT id FROM company WHERE entity = ?1 UNION SELECT company.id FROM company_decision JOIN company"
      " ON company.entity = company_entity WHERE other_entity = ?1 AND kind = 'merge' AND undone_at IS NULL");
  add(by_entity.bind(company));
  for (const auto& spelling : spelling_variants(company)) {
    auto by_name = connection.query("SELECT company_id FROM company_name WHERE folded = ?1");
    add(by_name.bind(name_key(spelling)));
  }
  where.add(fmt::format("{} IN ({})", column, fmt::join(ids, ",")));
}

Result<std::vector<StoredClaim>> find_claims(Database& database, const ClaimFilter& filter) {
  return guarded(database, "look for claims", [&]() -> Result<std::vector<StoredClaim>> {
    auto& connection = database.connection();
    const auto where = where_of(connection, filter);
    if (!where) return where.error();
    auto row =
        connection.query(kSelectClaim + where->sql() +
                         " ORDER BY claim.published DESC, claim.revision_id DESC, claim.id LIMIT ? OFFSET ?");
    where->bind(row, limit_of(filter.limit), filter.offset);
    std::vector<StoredClaim> claims;
    while (row.step()) claims.push_back(read_claim(row));
    return claims;
  });
}

Result<std::size_t> count_claims(Database& database, const ClaimFilter& filter) {
  return guarded(database, "count claims", [&]() -> Result<std::size_t> {
    auto& connection = database.connection();
    const auto where = where_of(connection, filter);
    if (!where) return where.error();
    auto row = connection.query(
        "SELECT count(*) FROM claim JOIN revision ON revision.id = claim.revision_id JOIN article ON "
        "article.id = revision.article_id"
        " LEFT JOIN outlet ON outlet.id = article.outlet_id " +
        where->sql());
    where->bind(row);
    return row.step() ? size(row, 0) : 0;
  });
}

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

Result<std::vector<extract::KnownFirm>> known_firms(Database& database, std::string_view text) {
  return guarded(database, "look for the companies of a text", [&] {
    constexpr std::size_t kLongestText = 64 << 10;
    constexpr std::size_t kMostWords = 4;
    if (text.size() > kLongestText) text = text.substr(0, text.rfind(' ', kLongestText));
    const auto tokens = extract::tokens_of(text);
    std::set<std::string_view> asked;
    std::vector<extract::KnownFirm> firms;
    for (std::size_t first = 0; first < tokens.size(); ++first) {
      if (!(tokens[first].shape & (extract::kCapital | extract::kMixedCase))) continue;
      for (std::size_t last = first; last < std::min(tokens.size(), first + kMostWords); ++last) {
        if (tokens[last].is(extract::TokenClass::line_break)) break;
        const auto name = text.substr(tokens[first].begin, tokens[last].end() - tokens[first].begin);
        if (!asked.insert(name).second) continue;
        auto row = database.connection().query(
            "SELECT min(company.entity), count(DISTINCT company.id) FROM company_name"
            " JOIN company ON company.id = company_name.company_id"
            " WHERE company_name.folded = ?1 AND company.entity LIKE 'x:%'");
        row.bind(name_key(name));
        if (row.step() && row.integer(1) == 1) firms.push_back({std::string(name), row.text(0)});
      }
    }
    if (auto told = decided_names(database)) firms.insert(firms.end(), told->begin(), told->end());
    return firms;
  });
}

Result<std::vector<CompanyRow>> find_companies(Database& database, const CompanyFilter& filter) {
  return guarded(database, "look for companies", [&] {
    Where where;
    // One that was merged into another has no name left.
    where.add("EXISTS (SELECT 1 FROM company_name WHERE company_name.company_id = company.id)");
    if (!filter.name.empty()) {
      const auto key = name_key(filter.name);
      where.add(
          "company.id IN (SELECT company_id FROM company_name WHERE instr(' ' || folded, ' ' || ?) > 0)",
          key);
    }
    auto row = database.connection().query(
        "SELECT company.id, company.entity, company.name, company.wikidata, company.lei, company.ticker,"
        " (SELECT count(DISTINCT mention.revision_id) FROM mention JOIN revision ON revision.id = "
        "mention.revision_id AND revision.live"
        "  WHERE mention.company_id = company.id),"
        " (SELECT count(*) FROM mention JOIN revision ON revision.id = mention.revision_id AND revision.live"
        "  WHERE mention.company_id = company.id),"
        " shown.claims FROM (SELECT company.id AS id, coalesce(company_claims.claims, 0) AS claims FROM "
        "company"
        "  LEFT JOIN company_claims ON company_claims.company_id = company.id " +
        where.sql() +
        "  ORDER BY claims DESC, company.name LIMIT ? OFFSET ?) AS shown JOIN company ON company.id = "
        "shown.id"
        " ORDER BY shown.claims DESC, company.name");
    where.bind(row, limit_of(filter.limit), filter.offset);
    std::vector<CompanyRow> companies;
    while (row.step())
      companies.push_back({.id = row.integer(0),
                           .entity = row.text(1),
                           .name = row.text(2),
                           .wikidata = row.text(3),
                           .lei = row.text(4),
                           .ticker = row.text(5),
                           .articles = size(row, 6),
                           .mentions = size(row, 7),
                           .claims = size(row, 8)});
    return companies;
  });
}

Result<Statistics> statistics(Database& database) {
  return guarded(database, "count what is in it", [&] {
    auto row = database.connection().query(
        "SELECT (SELECT count(*) FROM outlet), (SELECT count(*) FROM article), (SELECT count(*) FROM "
        "revision),"
        " (SELECT count(*) FROM mention JOIN revision ON revision.id = mention.revision_id AND "
        "revision.live),"
        " (SELECT count(*) FROM mention JOIN revision ON revision.id = mention.revision_id AND revision.live"
        "  WHERE mention.kind IN ('money', 'percent', 'quantity') AND value_min IS NULL AND value_max IS "
        "NULL),"
        " (SELECT count(*) FROM claim WHERE live), (SELECT count(*) FROM company), (SELECT count(*) FROM "
        "v_conflict),"
        " (SELECT page_count * page_size FROM pragma_page_count, pragma_page_size),"
        " (SELECT min(published) FROM article), (SELECT max(published) FROM article)");
    row.step();
    return Statistics{.outlets = size(row, 0),
                      .articles = size(row, 1),
                      .revisions = size(row, 2),
                      .mentions = size(row, 3),
                      .unresolved = size(row, 4),
                      .claims = size(row, 5),
                      .companies = size(row, 6),
                      .conflicts = size(row, 7),
                      .size_bytes = size(row, 8),
                      .first_published = row.day(9),
                      .last_published = row.day(10)};
  });
}

}  // namespace gegenprobe::store

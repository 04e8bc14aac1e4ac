#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/extract.h"
#include "extract/mention.h"
#include "ingest/warc_place.h"
#include "store/claim_table.h"
#include "store/database.h"

namespace gegenprobe::store {

/// Which claims to show. Empty members do not filter; all that are set must hold.
struct ClaimFilter {
  /// A name it was met under, or its entity key. Case, diacritics and legal form do not count.
  std::string company = {};
  std::optional<extract::Metric> metric = {};
  std::string period = {};                   ///< see parse_period(); claims whose own period lies inside it;
                                             ///< of years, also business years that end in them
  std::string outlet = {};                   ///< whole name, folded
  std::optional<double> min = {}, max = {};  ///< claims whose range, as far as known, lies in [min, max]
  std::string unit = {};                     ///< "EUR", "%", "job"; case does not count
  std::optional<extract::Modality> modality = {};
  std::optional<double> min_confidence = {};  ///< 0 to 1, see extract::confidence()
  /// Words that the sentence must hold; "a phrase" in quotes; a* is a beginning; ue finds ü and ss finds ß.
  std::string text = {};
  std::optional<Day> since = {};  ///< published on this day or later
  std::optional<std::int64_t> article = {};
  std::string language = {};               ///< of the article: "de", "en"
  std::string flag = {};                   ///< one of extract::flag_words()
  std::optional<std::int64_t> claim = {};  ///< this one alone
  std::optional<std::int64_t> after = {};  ///< written after this claim: of a larger id
  bool older = false;                      ///< also claims of replaced revisions
  /// Judged so by a person. Only with `reject` do rejected claims of the newest revisions come.
  std::optional<Judgement> judgement = {};
  std::optional<bool> reviewed = {};  ///< whether a person judged it at all
  /// Whether another origin has the figure too; copies of one text are one origin.
  std::optional<bool> corroborated = {};
  std::size_t limit = 100, offset = 0;  ///< limit 0: all
};

/// Newest article first, then in the order of the text. A company that is not known gives none.
/// Usage errors: a period or text that cannot be read.
Result<std::vector<StoredClaim>> find_claims(Database& database, const ClaimFilter& filter);
Result<std::size_t> count_claims(Database& database, const ClaimFilter& filter);  ///< limit and offset aside

/// A stretch of time, `to` exclusive.
struct DayRange {
  Day from, to;
  bool operator==(const DayRange&) const = default;
};
/// "2024", "2024-Q3", "Q3 2024", "2024-H1", "2024-07", "2024-07-15", and ranges of these: "2022..2024".
std::optional<DayRange> parse_period(std::string_view text);
extract::Period as_period(DayRange range);  ///< a year, quarter, month … where it is exactly one, else a span

struct ArticleRow {
  std::int64_t id = 0;
  std::string url, title, outlet, author, language;
  std::optional<Day> published;
  std::string added_at;  ///< ISO 8601, UTC
  int revisions = 1;
  std::int64_t origin = 0;               ///< its copies share it, see origin.h
  std::string agency;                    ///< whom that origin credits: "AFP, dpa"; empty where none
  std::size_t mentions = 0, claims = 0;  ///< of the newest revision
};
struct ArticleFilter {
  std::string outlet = {}, company = {};
  std::optional<std::int64_t> origin = {},
                              copies_of = {};  ///< an origin's id; an article's, for those of its origin
  std::string text = {};                       ///< words that title or text must hold, as in ClaimFilter
  std::optional<Day> since = {};
  std::size_t limit = 100, offset = 0;  ///< limit 0: all
};
/// Newest first: by day of publication, then by when they were added.
Result<std::vector<ArticleRow>> find_articles(Database& database, const ArticleFilter& filter);

/// One article without its text; nothing where there is none.
Result<std::optional<ArticleRow>> find_article_row(Database& database, std::int64_t id);

struct StoredMention {
  std::int64_t id = 0;
  extract::Mention mention;  ///< span in bytes; CompanyValue::known is null
  PointSpan points;
  std::string surface;
};
struct StoredArticle {
  ArticleRow row;
  std::int64_t revision_id = 0;
  std::string text;                         ///< of the newest revision
  std::optional<ingest::WarcPlace> record;  ///< the page it was read from, where that was kept
  std::vector<StoredMention> mentions;
  std::vector<StoredClaim> claims;
};
/// The article with that id, or URL; nothing where there is none.
Result<std::optional<StoredArticle>> find_article(Database& database, std::int64_t id);
Result<std::optional<StoredArticle>> find_article(Database& database, std::string_view url);

/// An article as it stood in one of its versions, of that number: row is that of today but for the headline;
/// the claims are those of the newest run of the extractor over it. Nothing where there is no such version.
Result<std::optional<StoredArticle>> find_article_version(Database& database, std::int64_t id, int number);

struct CompanyRow {
  std::int64_t id = 0;
  std::string entity, name, wikidata, lei, ticker;  ///< the latter three empty where unknown
  std::size_t articles = 0, mentions = 0, claims = 0;
};
struct CompanyFilter {
  std::string name = {};  ///< the beginning of one of its words is enough; folded
  std::size_t limit = 100, offset = 0;
};
/// Those with most claims first.
Result<std::vector<CompanyRow>> find_companies(Database& database, const CompanyFilter& filter);

/// The companies of the database that no gazetteer knows and that a text seems to name: runs of up to four
/// words that begin with a capital, looked up by index. Names that several companies bear are left out. For a
/// text of a few pages; of a longer one the first 64 KiB are looked at.
Result<std::vector<extract::KnownFirm>> known_firms(Database& database, std::string_view text);

struct Statistics {
  std::size_t outlets = 0, articles = 0, revisions = 0, mentions = 0, unresolved = 0, claims = 0,
              companies = 0, conflicts = 0;  ///< mentions, unresolved and claims: of newest revisions
  std::size_t size_bytes = 0;                ///< of the database
  std::optional<Day> first_published, last_published;
};
Result<Statistics> statistics(Database& database);

}  // namespace gegenprobe::store

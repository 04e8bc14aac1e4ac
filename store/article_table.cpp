#include "store/article_table.h"

#define XXH_INLINE_ALL
#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "extract/gazetteer.h"
#include "extract/words.h"
#include "ingest/agency.h"
#include "store/apply_decisions.h"
#include "store/attach_reviews.h"
#include "store/company_table.h"
#include "store/comparison_table.h"
#include "store/connection.h"
#include "store/finding_table.h"
#include "store/fold.h"
#include "store/guarded.h"
#include "store/origin_table.h"
#include "store/page_record.h"
#include "store/recompare.h"
#include "store/rewrite.h"

namespace gegenprobe::store {
namespace {

using extract::Amount;
using extract::Claim;
using extract::Extraction;
using extract::Mention;
using ingest::Document;

// The same agency text in two papers makes two articles: it is origins that count copies as one.
std::string identity_of(const Document& document, const std::string& text_hash) {
  if (!document.url.empty()) return document.url;
  return document.outlet.empty() ? "text:" + text_hash : "text:" + fold(document.outlet) + ":" + text_hash;
}

std::string named(const Document& document) {
  if (!document.url.empty()) return document.url;
  return document.id.empty() ? "the text" : document.id;
}

/// A text that is set differently, and says the same to the letter: no person wants to see that as a change.
bool differs_in_blanks_only(std::string_view a, std::string_view b) {
  const auto next = [](std::string_view& rest) {
    while (!rest.empty() && (rest[0] == ' ' || rest[0] == '\n')) rest.remove_prefix(1);
    return rest.empty() ? '\0' : rest[0];
  };
  const auto first = ingest::normalise(a), second = ingest::normalise(b);
  std::string_view left = first.utf8, right = second.utf8;
  while (true) {
    const char one = next(left), other = next(right);
    if (one != other) return false;
    if (one == '\0') return true;
    left.remove_prefix(1), right.remove_prefix(1);
  }
}

/// Code points of the few bytes that are asked for, found in one pass over the text in any order.
class Points {
 public:
  Points(std::string_view text, const Extraction& extraction) {
    const auto note = [this](Span span) { bytes_.push_back(span.begin), bytes_.push_back(span.end); };
    for (const auto& mention : extraction.mentions) note(mention.span);
    for (const auto& claim : extraction.claims) note(claim.sentence), note(claim.evidence);
    std::ranges::sort(bytes_);
    bytes_.erase(std::unique(bytes_.begin(), bytes_.end()), bytes_.end());
    extract::CodePoints counter(text);
    for (const auto byte : bytes_) points_.push_back(static_cast<std::int64_t>(counter.at(byte)));
  }
  std::int64_t operator()(std::uint32_t byte) const {
    return points_[static_cast<std::size_t>(std::ranges::lower_bound(bytes_, byte) - bytes_.begin())];
  }

 private:
  std::vector<std::uint32_t> bytes_;
  std::vector<std::int64_t> points_;
};

/// Writes one article; lives for one transaction.
class Writer {
 public:
  Writer(Connection& connection, const Document& document, const Extraction& extraction,
         const Versions& versions, Time now)
      : connection_(connection),
        document_(document),
        extraction_(extraction),
        versions_(versions),
        now_(utc(now)),
        points_(document.text, extraction),
        published_(document.published) {}

  AddedArticle write(const std::string& identity, const std::string& text_hash);
  void write_again(std::int64_t revision);

 private:
  struct Known {
    std::int64_t article, revision;
    int number;
    std::string text_hash;
    std::optional<Day> published;
  };
  std::optional<Known> find_known(const std::string& identity);
  bool is_set_differently(const Known& known);
  std::optional<std::int64_t> outlet_id();
  std::int64_t write_article(const std::string& identity);
  void update_article();
  void write_revision(const std::string& text_hash);
  void write_record();
  void write_extraction();
  std::optional<std::int64_t> company_id(const std::string& entity, const std::string& name,
                                         const extract::Company* known);
  void write_name(std::int64_t company, const std::string& surface);
  void write_mention(const Mention& mention);
  std::int64_t sentence_id(Span sentence);
  std::int64_t write_claim(const Claim& claim);
  std::vector<NewClaim> new_claims() const;
  std::int64_t last_id() { return connection_.database.getLastInsertRowid(); }
  std::string surface(Span span) const { return std::string(span.of(document_.text)); }
  bool is_correction() const {
    return std::ranges::any_of(extraction_.claims,
                               [](const Claim& claim) { return claim.status == extract::Status::corrected; });
  }

  Connection& connection_;
  const Document& document_;
  const Extraction& extraction_;
  const Versions& versions_;
  std::string now_;
  Points points_;
  std::optional<Day> published_;  // the article's, whichever fetch told it
  AddedArticle added_;
  std::int64_t extraction_id_ = 0;
  std::unordered_map<std::string, std::int64_t> companies_;
  std::unordered_set<std::string> names_;
  std::unordered_map<std::uint32_t, std::int64_t> sentences_;
};

std::optional<Writer::Known> Writer::find_known(const std::string& identity) {
  auto row = connection_.query(
      "SELECT article.id, revision.id, revision.number, revision.text_hash, article.published FROM article"
      " JOIN revision ON revision.article_id = article.id AND revision.live WHERE article.identity = ?1");
  if (!row.bind(identity).step()) return std::nullopt;
  return Known{row.integer(0), row.integer(1), static_cast<int>(row.integer(2)), row.text(3), row.day(4)};
}

bool Writer::is_set_differently(const Known& known) {
  auto row = connection_.query("SELECT text FROM revision WHERE id = ?1");
  return row.bind(known.revision).step() && differs_in_blanks_only(row.text(0), document_.text);
}

std::optional<std::int64_t> Writer::outlet_id() {
  if (document_.outlet.empty()) return std::nullopt;
  const auto folded = fold(document_.outlet);
  if (auto row = connection_.query("SELECT id FROM outlet WHERE folded = ?1"); row.bind(folded).step())
    return row.integer(0);
  connection_.query("INSERT INTO outlet (name, folded) VALUES (?1, ?2)").bind(document_.outlet, folded).run();
  return last_id();
}

std::int64_t Writer::write_article(const std::string& identity) {
  const auto& language = document_.language.empty() ? extraction_.language : document_.language;
  connection_
      .query(
          "INSERT INTO article (identity, url, title, outlet_id, author, language, published, added_at)"
          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
      .bind(identity, document_.url, document_.title, outlet_id(), document_.author, language,
            document_.published, now_)
      .run();
  return last_id();
}

// A later fetch may know what an earlier one did not; it never forgets.
void Writer::update_article() {
  connection_
      .query(
          "UPDATE article SET title = coalesce(?2, title), outlet_id = coalesce(?3, outlet_id),"
          " author = coalesce(?4, author), published = coalesce(published, ?5) WHERE id = ?1")
      .bind(added_.article, document_.title, outlet_id(), document_.author, document_.published)
      .run();
}

void Writer::write_revision(const std::string& text_hash) {
  connection_
      .query(
          "INSERT INTO revision (article_id, number, title, text, text_hash, fetched_at, correction)"
          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
      .bind(added_.article, added_.number, document_.title, Required{document_.text}, text_hash, now_,
            is_correction())
      .run();
  added_.revision = last_id();
}

// The first fetch of a text stays its evidence.
void Writer::write_record() {
  const auto& record = document_.record;
  if (!record) return;
  connection_
      .query(
          "UPDATE revision SET warc_file = ?2, warc_offset = ?3, warc_length = ?4"
          " WHERE id = ?1 AND warc_file IS NULL")
      .bind(added_.revision, stored_path(connection_, record->file), record->offset, record->length)
      .run();
}

void Writer::write_extraction() {
  connection_
      .query(
          "INSERT INTO extraction (revision_id, program_version, rules_version, extracted_at) VALUES (?1, "
          "?2, ?3, ?4)")
      .bind(added_.revision, versions_.program, versions_.rules, now_)
      .run();
  extraction_id_ = last_id();
}

std::optional<std::int64_t> Writer::company_id(const std::string& entity, const std::string& name,
                                               const extract::Company* known) {
  if (name.empty()) return std::nullopt;
  const auto stable = company_key(entity, name);
  if (const auto at = companies_.find(stable); at != companies_.end()) return at->second;
  return companies_[stable] = company_row(connection_, entity, name, known);
}

void Writer::write_name(std::int64_t company, const std::string& surface) {
  if (!names_.insert(fmt::format("{} {}", company, surface)).second) return;
  add_company_name(connection_, company, surface);
}

constexpr std::string_view kInsertMention =
    "INSERT INTO mention (extraction_id, revision_id, kind, span_begin, span_end, byte_begin, surface, rule,"
    " value_min, value_max, min_coefficient, min_exponent, max_coefficient, max_exponent, unit, "
    "currency_basis, qualifier,"
    " date_from, date_to, granularity, relative, fiscal, company_id, name_basis, name, role, organisation)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, "
    "?21, ?22,"
    " ?23, ?24, ?25, ?26, ?27)";

void bind_decimal(Query& query, int at_real, int at_coefficient,
                  const std::optional<extract::Decimal>& number) {
  if (!number) return;
  query.bind_at(at_real, number->to_double());
  query.bind_at(at_coefficient, number->coefficient);
  query.bind_at(at_coefficient + 1, number->exponent);
}

// value_min, value_max, the four integers, unit, currency_basis, qualifier: in this order from `at` on.
void bind_amount(Query& query, int at, const Amount& amount) {
  bind_decimal(query, at, at + 2, amount.min);
  bind_decimal(query, at + 1, at + 4, amount.max);
  query.bind_at(at + 6, amount.unit);
  query.bind_at(at + 7, word(amount.basis));
  query.bind_at(at + 8, word(amount.qualifier));
}

void Writer::write_mention(const Mention& mention) {
  if (mention.span.empty()) return;
  const auto text = surface(mention.span);
  const auto* company = mention.company();
  std::optional<std::int64_t> company_row;
  if (company) {
    company_row = company_id(company->entity, company->name, company->known);
    using extract::NameBasis;
    const bool is_a_name = company->basis == NameBasis::gazetteer ||
                           company->basis == NameBasis::legal_form || company->basis == NameBasis::context;
    if (company_row && is_a_name) write_name(*company_row, text);
  }
  auto query = connection_.query(kInsertMention);
  query.bind(extraction_id_, added_.revision, word(mention.kind), points_(mention.span.begin),
             points_(mention.span.end), mention.span.begin, text, Required{mention.rule});
  if (const auto* amount = mention.amount()) bind_amount(query, 9, *amount);
  if (const auto* date = mention.date()) {
    query.bind_at(18, date->from), query.bind_at(19, date->to);
    query.bind_at(20, word(date->granularity));
    query.bind_at(21, date->relative), query.bind_at(22, date->fiscal);
  }
  if (company) query.bind_at(23, company_row), query.bind_at(24, word(company->basis));
  if (const auto* speaker = mention.speaker())
    query.bind_at(25, speaker->name), query.bind_at(26, speaker->role),
        query.bind_at(27, speaker->organisation);
  query.run();
  ++added_.mentions;
}

std::int64_t Writer::sentence_id(Span sentence) {
  if (const auto at = sentences_.find(sentence.begin); at != sentences_.end()) return at->second;
  connection_
      .query(
          "INSERT INTO sentence (revision_id, span_begin, span_end, byte_begin, text) VALUES (?1, ?2, ?3, "
          "?4, ?5)")
      .bind(added_.revision, points_(sentence.begin), points_(sentence.end), sentence.begin,
            surface(sentence))
      .run();
  return sentences_[sentence.begin] = last_id();
}

constexpr std::string_view kInsertClaim =
    "INSERT INTO claim (revision_id, extraction_id, sentence_id, subject_id, metric, variant, "
    "counterparty_id, kind,"
    " value_min, value_max, min_coefficient, min_exponent, max_coefficient, max_exponent, unit, "
    "currency_basis, qualifier,"
    " role, period_from, period_to, period_unit, period_fiscal, period_text, modality, status, attribution, "
    "surface,"
    " value_begin, value_end, byte_begin, flags, rule, confidence, published)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, "
    "?21, ?22, ?23,"
    " ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34)";

std::int64_t Writer::write_claim(const Claim& claim) {
  const auto subject = company_id(claim.subject_entity, claim.subject, nullptr);
  const auto counterparty = company_id(claim.counterparty_entity, claim.counterparty, nullptr);
  const auto sentence = sentence_id(claim.sentence);
  auto query = connection_.query(kInsertClaim);
  query.bind(added_.revision, extraction_id_, sentence, subject, word(claim.metric), claim.variant,
             counterparty, word(claim.kind));
  bind_amount(query, 9, claim.value);
  query.bind_at(18, word(claim.role));
  if (const auto& period = claim.period) {
    query.bind_at(19, period->from), query.bind_at(20, period->to);
    query.bind_at(21, word(period->granularity)), query.bind_at(22, period->fiscal),
        query.bind_at(23, period->text);
  }
  query.bind_at(24, word(claim.modality)), query.bind_at(25, word(claim.status));
  query.bind_at(26, claim.attribution), query.bind_at(27, surface(claim.evidence));
  query.bind_at(28, points_(claim.evidence.begin)), query.bind_at(29, points_(claim.evidence.end));
  query.bind_at(30, claim.evidence.begin);
  query.bind_at(31, fmt::format("{}", fmt::join(extract::flag_words(claim.flags), " ")));
  query.bind_at(32, Required{claim.rule}), query.bind_at(33, claim.confidence), query.bind_at(34, published_);
  query.run();
  return last_id();
}

std::vector<NewClaim> Writer::new_claims() const {
  std::vector<NewClaim> claims;
  for (std::size_t i = 0; i < extraction_.claims.size(); ++i)
    claims.push_back({added_.claims[i],
                      {.claim = extraction_.claims[i],
                       .published = published_,
                       .outlet = document_.outlet,
                       .correction = is_correction(),
                       .article = added_.article,
                       .revision = added_.number}});
  return claims;
}

AddedArticle Writer::write(const std::string& identity, const std::string& text_hash) {
  const auto known = find_known(identity);
  if (known) {
    added_.outcome = Outcome::unchanged;
    added_.article = known->article, added_.revision = known->revision, added_.number = known->number;
    if (known->text_hash == text_hash || is_set_differently(*known)) {
      write_record();
      return added_;
    }
    added_.outcome = Outcome::changed;
    if (known->published) published_ = known->published;
    ++added_.number;
    connection_.query("UPDATE revision SET live = 0 WHERE id = ?1").bind(known->revision).run();
    update_article();
  } else {
    added_.article = write_article(identity);
  }
  write_revision(text_hash);
  write_record();
  added_.origin =
      join_origin(connection_, added_.article, document_.text, ingest::credited_agencies(document_));
  write_extraction();
  // Before its own claims are there to be compared with.
  const auto found = findings_of(connection_, document_, extraction_, published_);
  for (const auto& mention : extraction_.mentions) write_mention(mention);
  for (const auto& claim : extraction_.claims) added_.claims.push_back(write_claim(claim));
  // What people decided stands in the rows, no longer in the extraction.
  bool decided = decide_companies(connection_, added_.revision);
  decided |= known && attach_reviews(connection_, added_.article, added_.revision);
  const auto fresh = new_claims();
  added_.conflicts =
      decided ? compare_live_claims(connection_, added_.revision) : write_comparisons(connection_, fresh);
  added_.conflicts += write_findings(connection_, fresh, found);
  // Only now, so that the new claims were compared with those they replace.
  if (known)
    connection_.query("UPDATE claim SET live = 0 WHERE revision_id = ?1").bind(known->revision).run();
  return added_;
}

// Sentences are shared with the claims of the extraction before; its mentions give way, since they say no
// more than the text does.
void Writer::write_again(std::int64_t revision) {
  added_.revision = revision;
  {
    auto row = connection_.query(
        "SELECT article.id, revision.number, article.published FROM revision JOIN article ON article.id = "
        "article_id WHERE revision.id = ?1");
    if (!row.bind(revision).step()) return;
    added_.article = row.integer(0), added_.number = static_cast<int>(row.integer(1));
    if (row.day(2)) published_ = row.day(2);
  }
  {
    auto row = connection_.query("SELECT byte_begin, id, text FROM sentence WHERE revision_id = ?1");
    row.bind(revision);
    while (row.step())
      if (std::ranges::any_of(extraction_.claims, [&](const Claim& claim) {
            return claim.sentence.begin == row.integer(0) && surface(claim.sentence) == row.text(2);
          }))
        sentences_[static_cast<std::uint32_t>(row.integer(0))] = row.integer(1);
  }
  for (const auto* sql :
       {"DELETE FROM mention WHERE revision_id = ?1",
        "DELETE FROM finding WHERE claim_id IN (SELECT id FROM claim WHERE revision_id = ?1)",
        "UPDATE claim SET live = 0 WHERE revision_id = ?1"})
    connection_.query(sql).bind(revision).run();
  write_extraction();
  for (const auto& mention : extraction_.mentions) write_mention(mention);
  for (const auto& claim : extraction_.claims) added_.claims.push_back(write_claim(claim));
  decide_companies(connection_, revision);
  attach_reviews(connection_, added_.article, revision);
  write_findings(connection_, new_claims(), extraction_.findings);
  compare_again(connection_, {revision});
}

}  // namespace

void write_extraction_again(Connection& connection, std::int64_t revision, const Document& document,
                            const Extraction& extraction, const Versions& versions, Time now) {
  Writer(connection, document, extraction, versions, now).write_again(revision);
}

std::string text_hash(std::string_view text) {
  const auto hash = XXH3_128bits(text.data(), text.size());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

std::string_view word(Outcome outcome) {
  constexpr extract::Words<Outcome, 3> words{"new", "unchanged", "changed"};
  return words.of(outcome);
}

Result<AddedArticle> add_article(Database& database, const Document& document, const Extraction& extraction,
                                 const Versions& versions, Time now) {
  return guarded(database, "add " + named(document), [&] {
    const auto hash = text_hash(document.text);
    auto& connection = database.connection();
    SQLite::Transaction transaction(connection.database, SQLite::TransactionBehavior::IMMEDIATE);
    auto added =
        Writer(connection, document, extraction, versions, now).write(identity_of(document, hash), hash);
    transaction.commit();
    return added;
  });
}

Result<bool> is_stored(Database& database, const Document& document) {
  return guarded(database, "look for " + named(document), [&] {
    const auto hash = text_hash(document.text);
    auto row = database.connection().query(
        "SELECT revision.text_hash, revision.text FROM article"
        " JOIN revision ON revision.article_id = article.id AND revision.live WHERE article.identity = ?1");
    if (!row.bind(identity_of(document, hash)).step()) return false;
    return row.text(0) == hash || differs_in_blanks_only(row.text(1), document.text);
  });
}

}  // namespace gegenprobe::store

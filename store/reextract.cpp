#include "store/reextract.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "ingest/normalise.h"
#include "store/apply_decisions.h"
#include "store/company_table.h"
#include "store/connection.h"
#include "store/guarded.h"
#include "store/in_words.h"
#include "store/query.h"
#include "store/review.h"
#include "store/rewrite.h"

namespace gegenprobe::store {
namespace {

using extract::Claim;
using extract::Mention;

std::string number(const std::optional<extract::Decimal>& decimal) {
  return decimal ? fmt::format("{}e{}", decimal->coefficient, decimal->exponent) : "-";
}
std::string words(const extract::Amount& amount) {
  return fmt::format("{} {} {} {}", number(amount.min), number(amount.max), amount.unit,
                     word(amount.qualifier));
}
std::string words(const std::optional<Day>& from, const std::optional<Day>& to,
                  extract::Granularity granularity) {
  return fmt::format("{} {} {}", from ? iso(*from) : "-", to ? iso(*to) : "-", word(granularity));
}

// All of a mention that is stored, as a line to compare by. A company that was split off is taken for the one
// that was read.
std::string line_of(const Mention& mention) {
  auto line =
      fmt::format("{} {} {} {} ", word(mention.kind), mention.span.begin, mention.span.end, mention.rule);
  if (const auto* amount = mention.amount()) line += words(*amount);
  if (const auto* date = mention.date()) line += words(date->from, date->to, date->granularity);
  if (const auto* company = mention.company()) line += company_key(company->entity, company->name);
  if (const auto* speaker = mention.speaker())
    line += fmt::format("{} {} {}", speaker->name, speaker->role, speaker->organisation);
  return line;
}

/// The parts of a claim that a reader would call another claim if they differed, by their names.
using Fields = std::map<std::string, std::string>;
Fields fields_of(const Claim& claim) {
  const auto name = [](const std::string& entity, const std::string& words) {
    return words.empty() ? "" : company_key(entity, words);
  };
  const auto& period = claim.period;
  return {{"subject", name(claim.subject_entity, claim.subject)},
          {"metric", std::string(word(claim.metric))},
          {"variant", claim.variant},
          {"counterparty", name(claim.counterparty_entity, claim.counterparty)},
          {"value", words(claim.value)},
          {"role", std::string(word(claim.role))},
          {"period", period ? words(period->from, period->to, period->granularity) : ""},
          {"modality", std::string(word(claim.modality))},
          {"status", std::string(word(claim.status))},
          {"attribution", claim.attribution},
          {"words", fmt::format("{} {} {} {}", claim.evidence.begin, claim.evidence.end, claim.sentence.begin,
                                claim.sentence.end)},
          // What the database found out about a claim is not the rules' doing.
          {"flags", fmt::format("{}", claim.flags & ~(extract::kScaleSuspect | extract::kSumSuspect |
                                                      extract::kConversionSuspect))},
          {"rule", std::string(claim.rule)}};
}

// What the newest run read, corrections of people aside, those that they rejected too.
Result<std::vector<Claim>> claims_before(Database& database, const StoredArticle& article) {
  std::vector<Claim> claims;
  auto rejected =
      find_claims(database, {.article = article.row.id, .judgement = Judgement::reject, .limit = 0});
  if (!rejected) return rejected.error();
  auto all = article.claims;
  all.insert(all.end(), rejected->begin(), rejected->end());
  for (const auto& stored : all) {
    const auto reading = find_reading(database, stored.id);
    if (!reading) return reading.error();
    claims.push_back(*reading ? **reading : stored.claim);
  }
  return claims;
}

/// Pairs the claims of two readings: equal ones, then those of one figure and metric, then those of one
/// figure.
class Pairing {
 public:
  Pairing(const std::vector<Claim>& before, const std::vector<Claim>& after) {
    for (const auto& claim : before) before_.push_back({&claim, fields_of(claim)});
    for (const auto& claim : after) after_.push_back({&claim, fields_of(claim)});
    pair([](const Side& a, const Side& b) { return a.fields == b.fields; });
    pair([](const Side& a, const Side& b) {
      return a.claim->evidence.begin == b.claim->evidence.begin && a.claim->metric == b.claim->metric;
    });
    pair([](const Side& a, const Side& b) { return a.claim->evidence.begin == b.claim->evidence.begin; });
  }

  std::vector<ClaimChange> changes(std::string_view text) const {
    std::vector<ClaimChange> changes;
    for (const auto& [a, b] : pairs_) {
      ClaimChange change{*before_[a].claim, *after_[b].claim, surface(*after_[b].claim, text), {}};
      for (const auto& [name, value] : before_[a].fields)
        if (after_[b].fields.at(name) != value) change.fields.push_back(name);
      if (!change.fields.empty()) changes.push_back(std::move(change));
    }
    for (const auto& side : before_)
      if (!side.paired) changes.push_back({*side.claim, std::nullopt, surface(*side.claim, text), {}});
    for (const auto& side : after_)
      if (!side.paired) changes.push_back({std::nullopt, *side.claim, surface(*side.claim, text), {}});
    return changes;
  }
  std::size_t pairs() const { return pairs_.size(); }

 private:
  struct Side {
    const Claim* claim;
    Fields fields;
    bool paired = false;
  };
  static std::string surface(const Claim& claim, std::string_view text) {
    return std::string(claim.evidence.of(text));
  }
  void pair(auto fits) {
    for (std::size_t a = 0; a < before_.size(); ++a)
      for (std::size_t b = 0; b < after_.size() && !before_[a].paired; ++b)
        if (!after_[b].paired && fits(before_[a], after_[b])) {
          before_[a].paired = after_[b].paired = true;
          pairs_.emplace_back(a, b);
        }
  }
  std::vector<Side> before_, after_;
  std::vector<std::pair<std::size_t, std::size_t>> pairs_;
};

bool same_mentions(const std::vector<StoredMention>& before, const std::vector<Mention>& after) {
  std::vector<std::string> a, b;
  for (const auto& stored : before) a.push_back(line_of(stored.mention));
  for (const auto& mention : after)
    if (!mention.span.empty()) b.push_back(line_of(mention));
  std::ranges::sort(a);
  std::ranges::sort(b);
  return a == b;
}

std::size_t orphans(Connection& connection, std::int64_t article) {
  auto row = connection.query(
      "SELECT count(*) FROM review WHERE article_id = ?1 AND state = 'standing' AND NOT EXISTS"
      " (SELECT 1 FROM claim_review JOIN claim ON claim.id = claim_id WHERE review_id = review.id"
      " AND claim.extraction_id = (SELECT max(id) FROM extraction WHERE revision_id = claim.revision_id))");
  return row.bind(article).step() ? static_cast<std::size_t>(row.integer(0)) : 0;
}

void confirm(Connection& connection, std::int64_t revision, const Versions& versions) {
  connection
      .query(
          "UPDATE extraction SET confirmed_program = ?2, confirmed_rules = ?3 WHERE id ="
          " (SELECT max(id) FROM extraction WHERE revision_id = ?1)")
      .bind(revision, versions.program, versions.rules)
      .run();
}

}  // namespace

Result<std::vector<std::int64_t>> outdated_revisions(Database& database, const Versions& versions,
                                                     Outdated outdated) {
  return guarded(database, "look for texts to read again", [&] {
    auto row = database.connection().query(
        "SELECT revision.id, coalesce(confirmed_rules, rules_version), coalesce(confirmed_program, "
        "program_version)"
        " FROM revision JOIN extraction ON extraction.id = (SELECT max(id) FROM extraction WHERE revision_id "
        "= "
        "revision.id) WHERE revision.live ORDER BY revision.id");
    std::vector<std::int64_t> revisions;
    while (row.step()) {
      const bool rules = row.text(1) != versions.rules, program = row.text(2) != versions.program;
      if (outdated == Outdated::all || rules || (program && outdated == Outdated::by_anything))
        revisions.push_back(row.integer(0));
    }
    return revisions;
  });
}

Result<std::optional<ingest::Document>> stored_document(Database& database, std::int64_t revision) {
  return guarded(database, "read a stored text", [&]() -> std::optional<ingest::Document> {
    auto row = database.connection().query(
        "SELECT article.url, coalesce(revision.title, article.title), outlet.name, article.author, "
        "article.language, article.published, revision.text, article.id FROM revision JOIN article ON "
        "article.id ="
        " revision.article_id LEFT JOIN outlet ON outlet.id = article.outlet_id WHERE revision.id = ?1 AND "
        "revision.live");
    if (!row.bind(revision).step()) return std::nullopt;
    ingest::Document document;
    document.id = fmt::format("a{}", row.integer(7));
    document.url = row.text(0), document.title = row.text(1), document.outlet = row.text(2);
    document.author = row.text(3), document.language = row.text(4);
    document.published = row.day(5);
    document.text = row.text(6);
    document.normalised = ingest::normalise(document.text);
    return document;
  });
}

Result<Reextraction> reextract(Database& database, std::int64_t revision, const ingest::Document& document,
                               const extract::Extraction& extraction, const Versions& versions, Time now,
                               bool dry) {
  return guarded(database, "read " + document.id + " again", [&]() -> Result<Reextraction> {
    auto& connection = database.connection();
    std::int64_t article_id = 0;
    if (auto row = connection.query("SELECT article_id FROM revision WHERE id = ?1");
        row.bind(revision).step())
      article_id = row.integer(0);
    const auto article = find_article(database, article_id);
    if (!article) return article.error();
    if (!*article || (*article)->revision_id != revision) return Reextraction{};
    const auto before = claims_before(database, **article);
    if (!before) return before.error();
    const auto after = as_decided(connection, extraction.claims);
    const Pairing pairing(*before, after);
    Reextraction result;
    result.article = article_id;
    result.title = (*article)->row.title;
    result.outlet = (*article)->row.outlet;
    result.changes = pairing.changes(document.text);
    const auto differing = static_cast<std::size_t>(
        std::ranges::count_if(result.changes, [](const auto& each) { return each.before && each.after; }));
    result.same = pairing.pairs() - differing;
    result.mentions_changed =
        !same_mentions((*article)->mentions, as_decided(connection, extraction.mentions));
    if (dry) return result;
    const auto orphaned = orphans(connection, article_id);
    SQLite::Transaction transaction(connection.database, SQLite::TransactionBehavior::IMMEDIATE);
    auto live = connection.query("SELECT 1 FROM revision WHERE id = ?1 AND live");
    if (!live.bind(revision).step()) return Reextraction{};  // another program put a newer text in its place
    if (result.as_before())
      confirm(connection, revision, versions);
    else
      write_extraction_again(connection, revision, document, extraction, versions, now);
    transaction.commit();
    result.orphaned = std::max(orphans(connection, article_id), orphaned) - orphaned;
    return result;
  });
}

}  // namespace gegenprobe::store

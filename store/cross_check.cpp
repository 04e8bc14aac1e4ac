#include "store/cross_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "store/apply_decisions.h"
#include "store/article_table.h"
#include "store/candidates.h"
#include "store/claim_row.h"
#include "store/fold.h"
#include "store/guarded.h"
#include "store/rate_table.h"
#include "store/where.h"

namespace gegenprobe::store {
namespace {

using extract::Claim;

// ---- conflicts -----------------------------------------------------------------------------------------

Where where_of(Connection& connection, const ConflictFilter& filter, Verdict verdict) {
  Where where;
  where.add("comparison.verdict = ?", word(verdict));
  // A revision that was replaced is of interest for what replaced it, and for nothing else.
  where.add(verdict == Verdict::superseded
                ? "(a.live AND b.live) OR revision_a.article_id = revision_b.article_id"
                : "a.live AND b.live");
  if (!filter.company.empty()) add_company(where, connection, "comparison.subject_id", filter.company);
  if (filter.metric) where.add("a.metric = ?", word(*filter.metric));
  if (!filter.outlet.empty())
    where.add("? IN (outlet_a.folded, outlet_b.folded)", std::string_view(fold(filter.outlet)));
  if (filter.since) where.add("comparison.published >= ?", *filter.since);
  return where;
}

constexpr std::string_view kSelectConflicts =
    "SELECT comparison.claim_a, comparison.claim_b, comparison.verdict, comparison.part, comparison.ratio, "
    "comparison.reason"
    " FROM comparison CROSS JOIN claim AS a ON a.id = comparison.claim_a JOIN claim AS b ON b.id = "
    "comparison.claim_b"
    " JOIN revision AS revision_a ON revision_a.id = a.revision_id JOIN revision AS revision_b ON "
    "revision_b.id = b.revision_id"
    " JOIN article AS article_a ON article_a.id = revision_a.article_id"
    " JOIN article AS article_b ON article_b.id = revision_b.article_id"
    " LEFT JOIN outlet AS outlet_a ON outlet_a.id = article_a.outlet_id"
    " LEFT JOIN outlet AS outlet_b ON outlet_b.id = article_b.outlet_id ";

struct ConflictIds {
  std::int64_t a, b;
  Comparison comparison;
};

ConflictIds read_pair(const Query& row) {
  Comparison comparison;
  comparison.verdict = verdict(row.text(2)).value_or(Verdict::not_comparable);
  comparison.part = part(row.text(3)).value_or(Part::none);
  comparison.ratio = row.real(4);
  comparison.reason = row.text(5);
  return {row.integer(0), row.integer(1), std::move(comparison)};
}

// A verdict at a time, newest first as the index has them, until there are enough: nothing is sorted.
std::vector<ConflictIds> find_pairs(Connection& connection, const ConflictFilter& filter) {
  auto verdicts = filter.verdicts;
  if (verdicts.empty()) verdicts = {Verdict::scale_suspect, Verdict::contradicts, Verdict::differs};
  std::ranges::sort(verdicts);
  verdicts.erase(std::unique(verdicts.begin(), verdicts.end()), verdicts.end());
  std::vector<ConflictIds> pairs;
  for (const auto verdict : verdicts) {
    const auto wanted = filter.offset + filter.limit;
    if (filter.limit != 0 && pairs.size() == wanted) break;
    const auto where = where_of(connection, filter, verdict);
    auto row = connection.query(
        std::string(kSelectConflicts) + where.sql() +
        " ORDER BY comparison.published DESC, comparison.claim_a DESC, comparison.claim_b DESC LIMIT ?");
    where.bind(row, limit_of(filter.limit == 0 ? 0 : wanted - pairs.size()));
    while (row.step()) pairs.push_back(read_pair(row));
  }
  pairs.erase(pairs.begin(),
              pairs.begin() + static_cast<std::ptrdiff_t>(std::min(filter.offset, pairs.size())));
  return pairs;
}

StoredClaim read_one(Connection& connection, std::int64_t id) {
  auto row = connection.query(kSelectClaim + "WHERE claim.id = ?1");
  return row.bind(id).step() ? read_claim(row) : StoredClaim();
}

Conflict in_order_of_publication(StoredClaim a, StoredClaim b, Comparison comparison, const Rates& rates) {
  if (b.published && (!a.published || *b.published < *a.published)) std::swap(a, b);
  // The reason names the first of the two first.
  auto again = compare(in_context(a), in_context(b), &rates);
  if (again.verdict == comparison.verdict) comparison = std::move(again);
  return {std::move(a), std::move(b), std::move(comparison)};
}

// ---- check ---------------------------------------------------------------------------------------------

// A stored article under the checked text's own address: the checked text is then its newer revision.
struct Self {
  std::int64_t article = 0;
  int revision = 0;
};

Self find_self(Connection& connection, const ingest::Document& document) {
  if (document.url.empty()) return {};
  auto row = connection.query(
      "SELECT article.id, revision.number FROM article JOIN revision ON revision.article_id = article.id AND "
      "revision.live"
      " WHERE article.identity = ?1");
  if (!row.bind(document.url).step()) return {};
  return {row.integer(0), static_cast<int>(row.integer(1)) + 1};
}

std::set<std::int64_t> revisions_with(Connection& connection, const std::string& text) {
  std::set<std::int64_t> revisions;
  auto row = connection.query("SELECT id FROM revision WHERE text_hash = ?1 AND text = ?2");
  row.bind(text_hash(text), text);
  while (row.step()) revisions.insert(row.integer(0));
  return revisions;
}

// Smaller decides first. Of a forecast, how it turned out matters more than who repeats it; of a reported
// figure, what was once forecast matters less than who confirms it. A figure that took the place of others
// is not worse for it.
int rank(const Comparison& comparison, bool checked_is_forecast) {
  const bool is_replaced = comparison.newer == Side::b;
  switch (comparison.verdict) {
    case Verdict::scale_suspect:
      return 0;
    case Verdict::contradicts:
      return 1;
    case Verdict::forecast_missed:
      return checked_is_forecast ? 2 : 6;
    case Verdict::differs:
      return 3;
    case Verdict::superseded:
      return is_replaced ? 3 : 6;
    case Verdict::forecast_met:
      return checked_is_forecast ? 4 : 7;
    case Verdict::agrees:
      return 5;
    case Verdict::not_comparable:
      return 8;
  }
  return 8;
}

// How near a claim came that may not be compared: the smaller, the nearer.
int distance(Part part) {
  switch (part) {
    case Part::period:
      return 0;
    case Part::modality:
      return 1;
    case Part::counterparty:
      return 2;
    case Part::variant:
      return 3;
    case Part::role:
      return 4;
    case Part::unit:
      return 5;
    case Part::metric:
      return 6;
    default:
      return 7;
  }
}

std::size_t articles_with(const std::vector<Evidence>& evidence, Verdict verdict) {
  std::set<std::int64_t> articles;
  for (const auto& each : evidence)
    if (each.comparison.verdict == verdict) articles.insert(each.claim.article);
  return articles.size();
}

constexpr std::size_t kMostNearMisses = 12;

// An article that gives the checked figure among others of its kind stands behind it, unless one of them is
// a slip of scale.
void drop_settled(std::vector<Evidence>& evidence) {
  std::set<std::int64_t> agreeing;
  for (const auto& each : evidence)
    if (each.comparison.verdict == Verdict::agrees) agreeing.insert(each.claim.article);
  std::erase_if(evidence, [&](const Evidence& each) {
    const auto verdict = each.comparison.verdict;
    return (verdict == Verdict::contradicts || verdict == Verdict::differs) &&
           agreeing.contains(each.claim.article);
  });
}

void keep_nearest(std::vector<Evidence>& misses) {
  const auto order = [](const Evidence& miss) {
    return std::pair(distance(miss.comparison.part), -miss.claim.id);
  };
  std::ranges::sort(misses, {}, order);
  std::set<std::tuple<Part, std::string, std::string>> told;
  std::erase_if(misses, [&](const Evidence& miss) {
    return !told.emplace(miss.comparison.part, miss.comparison.reason, miss.claim.surface).second;
  });
  if (misses.size() > kMostNearMisses) misses.erase(misses.begin() + kMostNearMisses, misses.end());
}

/// Checks the claims of one text.
class Checker {
 public:
  Checker(Connection& connection, const ingest::Document& document)
      : connection_(connection),
        rates_(connection),
        document_(document),
        self_(find_self(connection, document)),
        own_revisions_(revisions_with(connection, document.text)) {}

  CheckedClaim check(const Claim& claim, bool correction) {
    CheckedClaim checked{
        .claim = claim, .verdict = Verdict::not_comparable, .reason = {}, .evidence = {}, .near_misses = {}};
    if (!claim.value.resolved()) checked.reason = "the figure was seen and not understood";
    if (claim.subject.empty()) checked.reason = "the text does not say of which company";
    if (!checked.reason.empty()) return checked;
    compare_all(checked, correction);
    decide(checked);
    return checked;
  }

 private:
  void compare_all(CheckedClaim& checked, bool correction) {
    const ClaimInContext context{.claim = checked.claim,
                                 .published = document_.published,
                                 .outlet = document_.outlet,
                                 .correction = correction,
                                 .article = self_.article,
                                 .revision = self_.revision};
    std::set<std::int64_t> seen;
    const auto compare_with = [&](std::vector<StoredClaim> candidates) {
      for (auto& candidate : candidates) {
        if (own_revisions_.contains(candidate.revision_id) || !seen.insert(candidate.id).second) continue;
        auto comparison = compare(context, in_context(candidate), &rates_);
        auto& side = comparison.verdict == Verdict::not_comparable ? checked.near_misses : checked.evidence;
        side.push_back({std::move(candidate), std::move(comparison)});
      }
    };
    compare_with(comparable_candidates(connection_, checked.claim));
    compare_with(near_candidates(connection_, checked.claim));
  }

  // Where more articles speak of a slip than repeat the figure, the slip decides, even if one of them leaves
  // the period out.
  static void decide(CheckedClaim& checked) {
    drop_settled(checked.evidence);
    keep_nearest(checked.near_misses);
    const bool is_forecast = checked.claim.modality == extract::Modality::expected ||
                             checked.claim.modality == extract::Modality::possible;
    const bool slipped = articles_with(checked.evidence, Verdict::scale_suspect) >
                         articles_with(checked.evidence, Verdict::agrees);
    const auto order = [&](const Evidence& each) {
      const bool is_slip = slipped && each.comparison.verdict == Verdict::scale_suspect;
      return std::tuple(each.comparison.part != Part::none && !is_slip, rank(each.comparison, is_forecast),
                        -each.claim.id);
    };
    std::ranges::sort(checked.evidence, {}, order);
    if (!checked.evidence.empty()) {
      checked.verdict = checked.evidence.front().comparison.verdict;
      checked.reason = checked.evidence.front().comparison.reason;
    } else if (!checked.near_misses.empty()) {
      checked.reason =
          "nothing comparable is known; nearest: " + checked.near_misses.front().comparison.reason;
    } else {
      checked.reason =
          fmt::format("nothing is known about {} of {}", word(checked.claim.metric), checked.claim.subject);
    }
  }

  Connection& connection_;
  StoredRates rates_;
  const ingest::Document& document_;
  Self self_;
  std::set<std::int64_t> own_revisions_;
};

}  // namespace

Result<std::vector<Conflict>> conflicts(Database& database, const ConflictFilter& filter) {
  return guarded(database, "look for conflicts", [&] {
    auto& connection = database.connection();
    SQLite::Transaction snapshot(connection.database);
    const StoredRates rates(connection);
    std::vector<Conflict> found;
    for (auto& pair : find_pairs(connection, filter))
      found.push_back(in_order_of_publication(read_one(connection, pair.a), read_one(connection, pair.b),
                                              std::move(pair.comparison), rates));
    return found;
  });
}

Result<std::vector<CheckedClaim>> check(Database& database, const ingest::Document& document,
                                        const extract::Extraction& extraction) {
  return guarded(database, "check the text", [&] {
    auto& connection = database.connection();
    SQLite::Transaction snapshot(connection.database);
    Checker checker(connection, document);
    const bool correction = std::ranges::any_of(
        extraction.claims, [](const Claim& claim) { return claim.status == extract::Status::corrected; });
    std::vector<CheckedClaim> checked;
    for (const auto& claim : as_decided(connection, extraction.claims))
      checked.push_back(checker.check(claim, correction));
    return checked;
  });
}

}  // namespace gegenprobe::store

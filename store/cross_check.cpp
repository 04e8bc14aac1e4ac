#include "store/cross_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

#include "store/apply_decisions.h"
#include "store/article_table.h"
#include "store/assumed_firm.h"
#include "store/candidates.h"
#include "store/conflict_pairs.h"
#include "store/extraction_rows.h"
#include "store/finding_table.h"
#include "store/guarded.h"
#include "store/in_words.h"
#include "store/period_match.h"
#include "store/range.h"
#include "store/rate_table.h"
#include "store/retracted.h"
#include "store/succession.h"
#include "store/undated.h"

namespace gegenprobe::store {
namespace {

using extract::Claim;

// A verdict at a time, until there are enough.
std::vector<ConflictIds> pairs_of(Connection& connection, const ConflictFilter& filter) {
  auto verdicts = filter.verdicts;
  if (verdicts.empty()) verdicts = {Verdict::scale_suspect, Verdict::contradicts, Verdict::differs};
  std::ranges::sort(verdicts);
  verdicts.erase(std::unique(verdicts.begin(), verdicts.end()), verdicts.end());
  std::vector<ConflictIds> pairs;
  const auto wanted = filter.offset + filter.limit;
  for (const auto verdict : verdicts) {
    if (filter.limit != 0 && pairs.size() == wanted) break;
    auto more = find_pairs(connection, filter, verdict, filter.limit == 0 ? 0 : wanted - pairs.size());
    std::ranges::move(more, std::back_inserter(pairs));
  }
  pairs.erase(pairs.begin(),
              pairs.begin() + static_cast<std::ptrdiff_t>(std::min(filter.offset, pairs.size())));
  return pairs;
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
    case Verdict::sum_suspect:
    case Verdict::conversion_suspect:
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

// How near a claim came that may not be compared: the smaller, the nearer. Nearest is what shares all but a
// likely figure or the certainty of whom it is told, then what another metric of that time says: a figure
// under the wrong name, a loss for a profit.
int distance(const Claim& checked, const Evidence& miss) {
  switch (miss.comparison.part) {
    case Part::subject:
      return are_of_one_time(checked, miss.claim.claim) ? 0 : 3;
    case Part::value:
      return miss.claim.claim.value.resolved() ? 0 : 9;
    case Part::metric:
      return are_of_one_time(checked, miss.claim.claim) ? 1 : 8;
    case Part::period:
      return 2;
    case Part::modality:
      return 3;
    case Part::counterparty:
      return 4;
    case Part::variant:
      return 5;
    case Part::role:
      return 6;
    case Part::unit:
      return are_of_one_time(checked, miss.claim.claim) ? 2 : 7;
    default:
      return 9;
  }
}

// How many powers of ten the figures are apart; of what has none to set against it, as of nothing alike.
double powers_apart(const Claim& checked, const Claim& other) {
  constexpr double kNothingAlike = 100;
  if (!other.value.resolved() || checked.value.unit != other.value.unit) return kNothingAlike;
  const double ratio = ratio_of(checked.value, other.value);
  return ratio > 0 ? std::log10(ratio) : kNothingAlike;
}

// How much of it is taken on trust: the smaller, the surer. A difference to a sentence that names no firm is
// the weakest of all.
int trust(const Comparison& comparison) {
  if (comparison.part == Part::none) return 0;
  const bool is_at_odds = comparison.verdict == Verdict::contradicts ||
                          comparison.verdict == Verdict::differs ||
                          comparison.verdict == Verdict::forecast_missed;
  return comparison.part == Part::subject && is_at_odds ? 2 : 1;
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

// A preliminary figure that has given way to one that agrees is no longer at odds with the checked text.
void settle_preliminary(std::vector<Evidence>& evidence) {
  const auto gave_way_to = [](const Evidence& preliminary, const Evidence& other) {
    return other.comparison.verdict == Verdict::agrees &&
           !replaces_as_figure(in_context(other.claim), in_context(preliminary.claim)).empty();
  };
  for (auto& each : evidence) {
    const bool is_at_odds =
        each.comparison.verdict == Verdict::differs || each.comparison.verdict == Verdict::contradicts;
    if (!is_at_odds || each.claim.claim.status != extract::Status::preliminary) continue;
    if (std::ranges::none_of(evidence, [&](const Evidence& other) { return gave_way_to(each, other); }))
      continue;
    each.comparison.verdict = Verdict::superseded;
    each.comparison.newer = Side::a;
    each.comparison.reason += "; a preliminary figure that has given way to this one";
  }
}

void keep_nearest(const Claim& checked, std::vector<Evidence>& misses, const std::vector<Remark>& remarks) {
  const auto order = [&](const Evidence& miss) {
    const bool is_remarked = std::ranges::find(remarks, miss.claim.id, &Remark::claim) != remarks.end();
    return std::tuple(!is_remarked, distance(checked, miss), powers_apart(checked, miss.claim.claim),
                      -miss.claim.id);
  };
  std::ranges::sort(misses, {}, order);
  std::set<std::tuple<Part, std::string, std::int64_t>> told;
  std::erase_if(misses, [&](const Evidence& miss) {
    return !told.emplace(miss.comparison.part, miss.comparison.reason, miss.claim.article).second;
  });
  if (misses.size() > kMostNearMisses) misses.erase(misses.begin() + kMostNearMisses, misses.end());
}

/// Checks the claims of one text.
class Checker {
 public:
  Checker(Connection& connection, const ingest::Document& document, std::optional<Day> today)
      : connection_(connection),
        rates_(connection),
        document_(document),
        today_(today),
        self_(find_self(connection, document)),
        own_revisions_(revisions_with(connection, document.text)) {}

  Checker(Connection& connection, const ingest::Document& document, const StoredClaim& stored)
      : connection_(connection),
        rates_(connection),
        document_(document),
        self_{stored.article, stored.revision},
        own_revisions_{stored.revision_id} {}

  CheckedClaim check(const Claim& claim, bool correction, std::vector<extract::Finding> findings) {
    CheckedClaim checked{.claim = claim,
                         .verdict = Verdict::not_comparable,
                         .reason = {},
                         .evidence = {},
                         .near_misses = {},
                         .findings = std::move(findings)};
    if (!claim.value.resolved()) checked.reason = "the figure was seen and not understood";
    if (claim.subject.empty()) checked.reason = "the text does not say of which company";
    if (!checked.reason.empty()) return checked;
    const auto context = context_of(claim, correction);
    compare_all(checked, context);
    decide(checked, context);
    add_findings(checked);
    return checked;
  }

 private:
  ClaimInContext context_of(const Claim& claim, bool correction) const {
    return {.claim = claim,
            .published = document_.published,
            .outlet = document_.outlet,
            .correction = correction,
            .article = self_.article,
            .revision = self_.revision,
            .checked = today_};
  }

  void compare_all(CheckedClaim& checked, const ClaimInContext& context) {
    std::set<std::int64_t> seen;
    const auto compare_with = [&](std::vector<StoredClaim> candidates) {
      for (auto& candidate : candidates) {
        if (own_revisions_.contains(candidate.revision_id) || !seen.insert(candidate.id).second) continue;
        auto comparison = compare_as_meant(context, in_context(candidate), &rates_);
        auto& side = comparison.verdict == Verdict::not_comparable ? checked.near_misses : checked.evidence;
        side.push_back({std::move(candidate), std::move(comparison)});
      }
    };
    compare_with(comparable_candidates(connection_, checked.claim));
    compare_with(near_candidates(connection_, checked.claim));
  }

  // Behind all that is asked of the firm's own figures.
  void add_other_firms(CheckedClaim& checked, const ClaimInContext& context) {
    if (!checked.evidence.empty()) return;
    for (auto& other : same_figure_of_others(connection_, checked.claim)) {
      if (own_revisions_.contains(other.revision_id) || !is_told_of_other_firm(checked.claim, other.claim))
        continue;
      auto comparison = compare(context, in_context(other), &rates_);
      checked.near_misses.push_back({std::move(other), std::move(comparison)});
    }
  }

  // Where it is likely the others that slipped, the slip counts behind all who agree; else it decides, even
  // if one of them leaves the period out.
  void decide(CheckedClaim& checked, const ClaimInContext& context) {
    set_retracted(checked.claim, checked.evidence, checked.near_misses);
    drop_settled(checked.evidence);
    settle_preliminary(checked.evidence);
    doubt_undated(checked.claim, checked.evidence, checked.near_misses);
    checked.sides = sides_of(checked.claim, checked.evidence, checked.near_misses);
    add_other_firms(checked, context);
    checked.remarks = remarks_on(context, checked.evidence, checked.near_misses);
    keep_nearest(checked.claim, checked.near_misses, checked.remarks);
    const bool is_forecast = checked.claim.modality == extract::Modality::expected ||
                             checked.claim.modality == extract::Modality::possible;
    const auto& sides = checked.sides;
    const bool its_slip = sides.are_split() && !sides.others_slipped;
    const auto order = [&](const Evidence& each) {
      const bool is_slip = each.comparison.verdict == Verdict::scale_suspect;
      const bool is_theirs = is_slip && sides.others_slipped;
      return std::tuple(is_theirs, is_slip && its_slip ? 0 : trust(each.comparison),
                        rank(each.comparison, is_forecast),
                        each.claim.claim.value.unit != checked.claim.value.unit, -each.claim.id);
    };
    std::ranges::sort(checked.evidence, {}, order);
    if (!checked.evidence.empty()) {
      checked.verdict = checked.evidence.front().comparison.verdict;
      checked.reason = checked.evidence.front().comparison.reason;
      if (sides.are_split()) checked.reason += "; " + in_words(sides);
    } else if (!checked.near_misses.empty()) {
      checked.reason =
          "nothing comparable is known; nearest: " + checked.near_misses.front().comparison.reason;
    } else {
      checked.reason = fmt::format("nothing is known about {} of {}", in_words(checked.claim.metric),
                                   checked.claim.subject);
    }
  }

  // What is wrong by itself is wrong whoever agrees; a slip that others show is the more telling reason.
  static void add_findings(CheckedClaim& checked) {
    if (checked.findings.empty() || checked.verdict == Verdict::scale_suspect) return;
    checked.verdict = verdict_of(checked.findings.front().kind);
    checked.reason = checked.findings.front().reason;
  }

  Connection& connection_;
  StoredRates rates_;
  const ingest::Document& document_;
  std::optional<Day> today_;
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
    for (const auto& pair : pairs_of(connection, filter))
      found.push_back(in_order_of_publication(read_one(connection, pair.a), read_one(connection, pair.b),
                                              read_comparison(connection, pair), rates));
    return found;
  });
}

Result<std::vector<CheckedClaim>> check(Database& database, const ingest::Document& document,
                                        const extract::Extraction& extraction, std::optional<Day> today) {
  return guarded(database, "check the text", [&] {
    auto& connection = database.connection();
    SQLite::Transaction snapshot(connection.database);
    Checker checker(connection, document, today);
    const bool correction = is_correction(extraction);
    std::vector<CheckedClaim> checked;
    const auto found = findings_of(connection, document, extraction, document.published);
    const auto claims = as_decided(connection, extraction.claims);
    for (std::size_t at = 0; at < claims.size(); ++at) {
      std::vector<extract::Finding> findings;
      std::ranges::copy_if(found, std::back_inserter(findings),
                           [&](const extract::Finding& finding) { return finding.claim == at; });
      checked.push_back(checker.check(claims[at], correction, std::move(findings)));
      if (const auto* other = of_other_sign(claims[at], claims))
        checked.back().remarks.push_back(
            {Remark::Kind::other_sign, 0,
             fmt::format("the text gives the same figure as {}, too", in_words(other->metric))});
    }
    return checked;
  });
}

Result<CheckedClaim> check_stored(Database& database, const StoredClaim& claim) {
  return guarded(database, "check the claim", [&] {
    auto& connection = database.connection();
    SQLite::Transaction snapshot(connection.database);
    ingest::Document document;
    document.published = claim.published;
    document.outlet = claim.outlet;
    auto checked = Checker(connection, document, claim)
                       .check(claim.claim, claim.correction, read_findings(connection, claim.id));
    return checked;
  });
}

}  // namespace gegenprobe::store

#include "store/comparison_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "store/candidates.h"
#include "store/in_words.h"
#include "store/kinship.h"
#include "store/period_match.h"
#include "store/plausible.h"
#include "store/rate_table.h"

namespace gegenprobe::store {
namespace {

struct Pair {
  std::int64_t fresh, known, article;  // ids: the new claim, the other, the other's article
  Comparison comparison;
  std::optional<Day> published;                      // the later of the two
  std::string fresh_figure = {}, known_figure = {};  // in words
  std::string figures = {};                          // both, with their metric and subject
  bool at_no_sure_time = false;                      // one of the two leaves its period to be guessed
  bool one_origin = false;                           // copies of one text, or of one agency's
};

std::string figures(const extract::Claim& fresh, const extract::Claim& known) {
  return fmt::format("{} {} {}: {}, {}", fresh.subject, word(fresh.metric), word(fresh.role),
                     in_words(fresh.value), in_words(known.value));
}

bool has_sure_time(const extract::Claim& claim) {
  return is_resolved(claim.period) && !(claim.flags & extract::kPeriodAssumed);
}

Pair pair_of(const NewClaim& fresh, std::int64_t id, const ClaimInContext& known, Comparison comparison) {
  Pair pair{fresh.id, id, known.article, std::move(comparison),
            std::max(fresh.context.published, known.published)};
  if (pair.comparison.verdict == Verdict::agrees) return pair;
  pair.fresh_figure = in_words(fresh.context.claim.value), pair.known_figure = in_words(known.claim.value);
  pair.figures = figures(fresh.context.claim, known.claim);
  pair.at_no_sure_time = !has_sure_time(fresh.context.claim) || !has_sure_time(known.claim);
  return pair;
}

/// Where the text of the new claims comes from.
struct Origin {
  std::int64_t id = 0;
  std::string agency = {};
  bool same_as(const CandidateText& known) const {
    return id == known.origin || (!agency.empty() && agency == known.agency);
  }
};

Origin origin_of(Connection& connection, std::int64_t article) {
  auto row = connection.query(
      "SELECT origin.id, origin.agency FROM article JOIN origin ON origin.id = article.origin_id"
      " WHERE article.id = ?1");
  return row.bind(article).step() ? Origin{row.integer(0), row.text(1)} : Origin{};
}

void compare_with_stored(Candidates& candidates, const Rates& rates, const Origin& own, const NewClaim& fresh,
                         std::vector<Pair>& pairs) {
  for (const Candidate* known : candidates.comparable_with(fresh.context.claim)) {
    const bool is_of_this_text =
        known->text.article == fresh.context.article && known->text.number == fresh.context.revision;
    if (is_of_this_text) continue;
    auto comparison = compare(fresh.context, in_context(*known), &rates);
    if (comparison.verdict == Verdict::not_comparable) continue;
    auto pair = pair_of(fresh, known->id, in_context(*known), std::move(comparison));
    pair.one_origin = own.same_as(known->text);
    pairs.push_back(std::move(pair));
  }
}

void compare_with_neighbours(std::span<const NewClaim> claims, std::size_t at, std::vector<Pair>& pairs) {
  const auto& fresh = claims[at];
  std::size_t compared = 0;
  for (std::size_t other = at; other-- > 0 && compared < kMostCandidates;) {
    const auto kin = kinship(claims[other].context.claim.metric, fresh.context.claim.metric);
    if (kin == Kinship::none) continue;
    ++compared;
    auto comparison = compare(fresh.context, claims[other].context);
    const bool is_slip = comparison.verdict == Verdict::scale_suspect &&
                         is_telling_slip(fresh.context.claim, claims[other].context.claim);
    if (is_slip || (kin == Kinship::opposites && comparison.verdict == Verdict::contradicts))
      pairs.push_back(pair_of(fresh, claims[other].id, claims[other].context, std::move(comparison)));
  }
}

// What other figures of the same articles settle.
std::vector<Pair> without_settled(std::vector<Pair> pairs) {
  std::set<std::pair<std::int64_t, std::int64_t>> agrees_with_article;
  std::set<std::int64_t> is_agreed_with;
  for (const auto& pair : pairs)
    if (pair.comparison.verdict == Verdict::agrees)
      agrees_with_article.emplace(pair.fresh, pair.article), is_agreed_with.insert(pair.known);
  std::erase_if(pairs, [&](const Pair& pair) {
    if (pair.comparison.verdict == Verdict::scale_suspect) return false;
    return pair.comparison.verdict == Verdict::agrees || is_agreed_with.contains(pair.known) ||
           agrees_with_article.contains({pair.fresh, pair.article});
  });
  return pairs;
}

// A text that gives two figures of one kind without saying of what time tells them apart by words that were
// not understood: neither is at odds with another text's. Headline and body, which tell one figure twice, are
// one.
std::vector<Pair> without_ambiguous(std::vector<Pair> pairs) {
  std::map<std::pair<std::int64_t, std::int64_t>, std::set<std::string>>
      known_figures;  // of a claim, by article
  std::map<std::int64_t, std::set<std::string>> fresh_figures;
  const auto is_open = [](const Pair& pair) {
    const Verdict verdict = pair.comparison.verdict;
    return pair.at_no_sure_time && (verdict == Verdict::contradicts || verdict == Verdict::differs);
  };
  for (const auto& pair : pairs) {
    if (!is_open(pair)) continue;
    known_figures[{pair.fresh, pair.article}].insert(pair.known_figure);
    fresh_figures[pair.known].insert(pair.fresh_figure);
  }
  std::erase_if(pairs, [&](const Pair& pair) {
    return is_open(pair) &&
           (known_figures[{pair.fresh, pair.article}].size() > 1 || fresh_figures[pair.known].size() > 1);
  });
  return pairs;
}

// Headline and body tell one figure: of the same two figures in the same two articles, one pair is enough.
// The one that shares most for sure, else the first.
std::vector<Pair> once_for_each_article(std::vector<Pair> pairs) {
  std::ranges::stable_sort(pairs, {}, [](const Pair& pair) { return pair.comparison.part != Part::none; });
  std::set<std::tuple<std::int64_t, std::string, Verdict>> told;
  std::erase_if(pairs, [&](const Pair& pair) {
    return !told.emplace(pair.article, pair.figures, pair.comparison.verdict).second;
  });
  return pairs;
}

void write(Connection& connection, const Pair& pair) {
  connection
      .query(
          "INSERT INTO comparison (claim_a, claim_b, verdict, part, ratio, reason, published, subject_id)"
          " SELECT ?1, ?2, ?3, ?4, ?5, ?6, coalesce(?7, date(extraction.extracted_at)), claim.subject_id"
          " FROM claim JOIN extraction ON extraction.id = claim.extraction_id WHERE claim.id = ?2"
          " ON CONFLICT DO NOTHING")
      .bind(std::min(pair.fresh, pair.known), std::max(pair.fresh, pair.known), word(pair.comparison.verdict),
            word(pair.comparison.part), pair.comparison.ratio, pair.comparison.reason, pair.published)
      .run();
}

// Another origin's claim is worth noting once for each of the two: whether a figure stands alone is all that
// is asked.
void write_corroboration(Connection& connection, const Pair& pair) {
  if (pair.comparison.verdict != Verdict::agrees || pair.one_origin) return;
  for (const auto& [claim, by] : {std::pair(pair.fresh, pair.known), std::pair(pair.known, pair.fresh)})
    connection.query("INSERT INTO corroboration (claim_id, by_claim) VALUES (?1, ?2) ON CONFLICT DO NOTHING")
        .bind(claim, by)
        .run();
}

// Of the kinds that a list of conflicts shows unasked, as the view v_conflict does.
bool is_conflict(const Pair& pair) {
  const Verdict verdict = pair.comparison.verdict;
  return verdict == Verdict::scale_suspect || verdict == Verdict::contradicts || verdict == Verdict::differs;
}

}  // namespace

std::size_t write_comparisons(Connection& connection, std::span<const NewClaim> claims) {
  std::vector<Pair> pairs;
  const StoredRates rates(connection);
  Candidates candidates(connection);
  const auto own = claims.empty() ? Origin{} : origin_of(connection, claims.front().context.article);
  for (std::size_t at = 0; at < claims.size(); ++at) {
    const auto& claim = claims[at].context.claim;
    if (claim.subject.empty() || !claim.value.resolved()) continue;
    compare_with_stored(candidates, rates, own, claims[at], pairs);
    compare_with_neighbours(claims, at, pairs);
  }
  for (const auto& pair : pairs) write_corroboration(connection, pair);
  const auto at_odds = once_for_each_article(without_ambiguous(without_settled(std::move(pairs))));
  for (const auto& pair : at_odds) write(connection, pair);
  return static_cast<std::size_t>(std::ranges::count_if(at_odds, is_conflict));
}

}  // namespace gegenprobe::store

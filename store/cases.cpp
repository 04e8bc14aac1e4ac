// Cases are made of ids first; only those that are shown are read whole.
#include "store/cases.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

#include "extract/text/words.h"
#include "store/conflict_pairs.h"
#include "store/finding_table.h"
#include "store/guarded.h"
#include "store/in_words.h"
#include "store/rate_table.h"

namespace gegenprobe::store {
namespace {

constexpr extract::Words<Section, kSections> kSectionWords{"scale_suspect", "contradiction", "changed",
                                                           "forecast", "one_origin"};
constexpr std::size_t kMostPairs = 2000;
constexpr std::size_t kMostAlone = 500;
constexpr std::size_t kMostFurther = 12;

std::vector<Verdict> verdicts_of(Section section, const std::vector<Verdict>& wanted) {
  std::vector<Verdict> verdicts;
  for (std::size_t i = 0; i < kVerdictCount; ++i) {
    const auto verdict = static_cast<Verdict>(i);
    const bool is_listed = verdict != Verdict::agrees && verdict != Verdict::not_comparable;
    const bool is_wanted = wanted.empty() || std::ranges::find(wanted, verdict) != wanted.end();
    if (is_listed && is_wanted && section_of(verdict) == section) verdicts.push_back(verdict);
  }
  return verdicts;
}

/// A case as ids: the pair that stands for it, and the others that share its pivot.
struct Draft {
  Section section;
  std::int64_t pivot = 0;
  ConflictIds first;
  std::vector<ConflictIds> more = {};
};

std::vector<Draft> drafts_of(Section section, const std::vector<ConflictIds>& pairs) {
  std::map<std::int64_t, std::size_t> pairs_of_claim;
  for (const auto& pair : pairs) ++pairs_of_claim[pair.a], ++pairs_of_claim[pair.b];
  std::map<std::int64_t, std::size_t> draft_of_pivot;
  std::vector<Draft> drafts;
  for (const auto& pair : pairs) {
    // What is wrong by itself with a claim that others contradict is that case already.
    if (pair.b == 0 && pairs_of_claim[pair.a] > 1) continue;
    const bool a_has_more = pair.b == 0 || pairs_of_claim[pair.a] >= pairs_of_claim[pair.b];
    const auto pivot = a_has_more ? pair.a : pair.b;
    const auto [at, is_new] = draft_of_pivot.try_emplace(pivot, drafts.size());
    if (is_new)
      drafts.push_back({section, pivot, pair});
    else
      drafts[at->second].more.push_back(pair);
  }
  return drafts;
}

std::string alone_in_words(std::size_t articles, bool at_odds) {
  auto words = articles == 1 ? std::string("no other article has the same figure")
                             : fmt::format("{} articles have it, all of one origin", articles);
  return at_odds ? words + "; it is at odds with another, or suspicious by itself" : words;
}

/// Builds the list.
class Builder {
 public:
  Builder(Connection& connection, const CaseFilter& filter)
      : connection_(connection), rates_(connection), filter_(filter) {}

  CaseList build() {
    for (std::size_t i = 0; i < kSections; ++i) {
      const auto section = static_cast<Section>(i);
      const auto& wanted = filter_.sections;
      if (!wanted.empty() && std::ranges::find(wanted, section) == wanted.end()) continue;
      if (section == Section::one_origin)
        add_alone();
      else
        add_section(section);
    }
    return std::move(list_);
  }

 private:
  void add_section(Section section) {
    SectionCount count{section};
    for (const auto verdict : verdicts_of(section, filter_.conflicts.verdicts)) {
      auto pairs = find_pairs(connection_, filter_.conflicts, verdict, kMostPairs);
      count.pairs += pairs.size();
      if (section == Section::scale_suspect)
        std::ranges::copy(find_findings(connection_, filter_.conflicts, verdict, kMostPairs),
                          std::back_inserter(pairs));
      count.is_exact &= pairs.size() < kMostPairs;
      count.suspects += static_cast<std::size_t>(std::ranges::count(pairs, 0, &ConflictIds::b));
      for (const auto& draft : drafts_of(section, pairs)) {
        // Beyond what is shown nothing can be told already.
        if (draft.first.b == 0 && !is_full() && is_told(read_one(connection_, draft.first.a))) continue;
        ++count.cases;
        if (is_shown()) list_.cases.push_back(read(draft));
      }
    }
    list_.sections.push_back(count);
  }

  // The same words of the same article, in headline and text, are one case.
  bool is_told(const StoredClaim& alone) const {
    const auto same = [&](const StoredClaim& other) {
      return other.article == alone.article && other.surface == alone.surface &&
             other.claim.metric == alone.claim.metric;
    };
    return std::ranges::any_of(list_.cases, [&](const Case& told) {
      return told.section == Section::scale_suspect && (same(told.a) || (told.b && same(*told.b)));
    });
  }

  // Of all cases in their order, those between offset and limit.
  bool is_shown() {
    const auto at = seen_++;
    const auto& [limit, offset] = std::pair(filter_.conflicts.limit, filter_.conflicts.offset);
    return at >= offset && (limit == 0 || at - offset < limit);
  }

  bool is_full() const {
    const auto& [limit, offset] = std::pair(filter_.conflicts.limit, filter_.conflicts.offset);
    return limit != 0 && seen_ >= offset + limit;
  }

  Case read(const Draft& draft) {
    Case made{.section = draft.section, .comparison = read_comparison(connection_, draft.first)};
    if (draft.first.b == 0) {
      made.a = read_one(connection_, draft.first.a);
      for (auto& finding : read_findings(connection_, draft.first.a))
        if (verdict_of(finding.kind) == draft.first.verdict) made.told = std::move(finding.told);
      return made;
    }
    auto conflict = in_order_of_publication(read_one(connection_, draft.first.a),
                                            read_one(connection_, draft.first.b), made.comparison, rates_);
    made.comparison = std::move(conflict.comparison);
    made.pivot_is_b = conflict.b.id == draft.pivot;
    made.a = std::move(conflict.a);
    made.b = std::move(conflict.b);
    made.more_count = draft.more.size();
    for (const auto& pair : draft.more) {
      if (made.more.size() == kMostFurther) break;
      made.more.push_back({read_one(connection_, pair.a == draft.pivot ? pair.b : pair.a),
                           read_comparison(connection_, pair)});
    }
    return made;
  }

  // What many articles of one origin repeat comes first: there the number of papers deceives.
  void add_alone() {
    if (!filter_.conflicts.verdicts.empty()) return;
    SectionCount count{Section::one_origin};
    const auto alone = find_uncorroborated(connection_, filter_.conflicts, kMostAlone);
    count.is_exact = alone.size() < kMostAlone;
    std::vector<std::vector<FigureAlone>> figures;
    std::map<decltype(FigureAlone::figure), std::size_t> place_of;
    for (const auto& each : alone) {
      const auto [at, is_new] = place_of.try_emplace(each.figure, figures.size());
      if (is_new) figures.emplace_back();
      figures[at->second].push_back(each);
    }
    const auto articles = [](const std::vector<FigureAlone>& figure) {
      std::set<std::int64_t> revisions;
      for (const auto& each : figure) revisions.insert(each.revision);
      return revisions.size();
    };
    std::ranges::stable_sort(figures, std::greater{}, articles);
    for (const auto& figure : figures) {
      ++count.cases;
      if (is_shown()) list_.cases.push_back(read_alone(figure, articles(figure)));
    }
    list_.sections.push_back(count);
  }

  Case read_alone(const std::vector<FigureAlone>& figure, std::size_t articles) {
    Case made{.section = Section::one_origin, .a = read_one(connection_, figure.front().claim)};
    made.more_count = figure.size() - 1;
    for (std::size_t i = 1; i < figure.size() && i <= kMostFurther; ++i)
      made.more.push_back(
          {read_one(connection_, figure[i].claim), {Verdict::agrees, Part::none, 1, "the same figure"}});
    made.at_odds =
        std::ranges::any_of(figure, [&](const FigureAlone& each) { return is_at_odds(each.claim); });
    made.comparison.reason = alone_in_words(articles, made.at_odds);
    return made;
  }

  bool is_at_odds(std::int64_t claim) {
    constexpr std::string_view kOfClaim =
        "SELECT EXISTS (SELECT 1 FROM comparison WHERE claim_a = ?1 AND shown"
        "  AND verdict IN ('scale_suspect', 'contradicts', 'differs'))"
        " OR EXISTS (SELECT 1 FROM comparison WHERE claim_b = ?1 AND shown"
        "  AND verdict IN ('scale_suspect', 'contradicts', 'differs'))"
        " OR EXISTS (SELECT 1 FROM finding WHERE claim_id = ?1)";
    auto row = connection_.query(kOfClaim);
    return row.bind(claim).step() && row.integer(0) != 0;
  }

  Connection& connection_;
  StoredRates rates_;
  const CaseFilter& filter_;
  CaseList list_;
  std::size_t seen_ = 0;
};

}  // namespace

std::string_view word(Section section) { return kSectionWords.of(section); }
std::optional<Section> section(std::string_view word) { return kSectionWords.find(word); }

Section section_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::scale_suspect:
    case Verdict::sum_suspect:
    case Verdict::conversion_suspect:
      return Section::scale_suspect;
    case Verdict::contradicts:
    case Verdict::differs:
      return Section::contradiction;
    case Verdict::superseded:
      return Section::changed;
    case Verdict::forecast_missed:
    case Verdict::forecast_met:
      return Section::forecast;
    case Verdict::agrees:
    case Verdict::not_comparable:
      break;
  }
  return Section::one_origin;
}

Result<CaseList> find_cases(Database& database, const CaseFilter& filter) {
  return guarded(database, "look for conflicts", [&] {
    auto& connection = database.connection();
    SQLite::Transaction snapshot(connection.database);
    return Builder(connection, filter).build();
  });
}

}  // namespace gegenprobe::store

// Pairs are looked for among companies that share something cheap to look up: an identifier, a name, its
// first word, the name but for one letter, initials. Nothing is compared with everything.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_map>

#include "store/apply_decisions.h"
#include "store/company_decision.h"
#include "store/company_table.h"
#include "store/connection.h"
#include "store/guarded.h"

namespace gegenprobe::store {
namespace {

constexpr std::size_t kMostOfOneKind = 64;    // names that more companies share say nothing
constexpr std::size_t kShortestForSlip = 5;   // "Audi" and "Aldi" are no slip
constexpr std::size_t kLongestForSlip = 200;  // a page may have made it a name of megabytes

struct Known {
  CompanyRow row;
  std::string folded;
  bool gazetteer;  // told apart from others there
};

std::vector<Known> all_companies(Connection& connection) {
  auto row = connection.query(
      "SELECT company.id, entity, company.name, wikidata, lei, ticker, company.folded,"
      " (SELECT count(*) FROM claim WHERE claim.live AND claim.subject_id = company.id),"
      " (SELECT count(*) FROM mention WHERE mention.company_id = company.id)"
      " FROM company WHERE EXISTS (SELECT 1 FROM company_name WHERE company_id = company.id) ORDER BY "
      "company.id");
  std::vector<Known> all;
  while (row.step()) {
    Known known{{.id = row.integer(0),
                 .entity = row.text(1),
                 .name = row.text(2),
                 .wikidata = row.text(3),
                 .lei = row.text(4),
                 .ticker = row.text(5),
                 .mentions = static_cast<std::size_t>(row.integer(8)),
                 .claims = static_cast<std::size_t>(row.integer(7))},
                row.text(6),
                row.text(1).find(':') == std::string::npos};
    if (known.row.mentions > 0 || known.row.claims > 0) all.push_back(std::move(known));
  }
  return all;
}

std::string initials(std::string_view folded) {
  std::string letters;
  bool begins = true;
  for (const char c : folded) {
    if (begins && c != ' ') letters += c;
    begins = c == ' ';
  }
  return letters.size() >= 3 ? letters : "";
}

// The name with each of its letters left out once: two names one letter apart share one of these.
std::vector<std::string> with_one_letter_less(const std::string& folded) {
  std::vector<std::string> all;
  if (folded.size() < kShortestForSlip || folded.size() > kLongestForSlip) return all;
  for (std::size_t at = 0; at < folded.size(); ++at)
    all.push_back(folded.substr(0, at) + folded.substr(at + 1));
  all.push_back(folded);
  return all;
}

/// What a pair has in common, the surest reason each.
class Pairs {
 public:
  Pairs(const std::vector<Known>& companies, std::set<std::pair<std::string, std::string>> decided)
      : companies_(companies), decided_(std::move(decided)) {}

  using Index = std::unordered_map<std::string, std::vector<std::size_t>>;
  void add_all(const Index& index, double likelihood, std::string_view reason) {
    for (const auto& [key, members] : index) {
      if (members.size() > kMostOfOneKind) continue;
      for (std::size_t i = 0; i < members.size(); ++i)
        for (std::size_t j = i + 1; j < members.size(); ++j) add(members[i], members[j], likelihood, reason);
    }
  }
  void add(std::size_t a, std::size_t b, double likelihood, std::string_view reason) {
    if (a == b || (companies_[a].gazetteer && companies_[b].gazetteer)) return;
    const auto& [x, y] = std::minmax(companies_[a].row.entity, companies_[b].row.entity);
    if (decided_.contains({x, y})) return;
    auto& found = found_[{std::min(a, b), std::max(a, b)}];
    if (found.first < likelihood) found = {likelihood, std::string(reason)};
  }

  std::vector<CompanyPair> best(std::size_t limit) const {
    std::vector<CompanyPair> pairs;
    for (const auto& [ids, why] : found_) {
      const auto *a = &companies_[ids.first].row, *b = &companies_[ids.second].row;
      if (a->claims < b->claims) std::swap(a, b);
      pairs.push_back({*a, *b, why.second, why.first});
    }
    std::ranges::stable_sort(pairs, [](const CompanyPair& a, const CompanyPair& b) {
      return std::tuple(-a.likelihood, b.b.claims, b.a.claims) <
             std::tuple(-b.likelihood, a.b.claims, a.a.claims);
    });
    if (limit != 0 && pairs.size() > limit)
      pairs.erase(pairs.begin() + static_cast<std::ptrdiff_t>(limit), pairs.end());
    return pairs;
  }

 private:
  const std::vector<Known>& companies_;
  std::set<std::pair<std::string, std::string>> decided_;
  std::map<std::pair<std::size_t, std::size_t>, std::pair<double, std::string>> found_;
};

Pairs::Index indexed(const std::vector<Known>& companies, auto keys_of) {
  Pairs::Index index;
  for (std::size_t at = 0; at < companies.size(); ++at)
    for (auto& key : keys_of(companies[at])) {
      if (key.empty()) continue;
      auto& members = index[std::move(key)];
      if (members.empty() || members.back() != at) members.push_back(at);
    }
  return index;
}

void add_longer_names(const std::vector<Known>& companies, const Pairs::Index& by_name, Pairs& pairs) {
  for (std::size_t at = 0; at < companies.size(); ++at) {
    const auto& folded = companies[at].folded;
    if (folded.size() > kLongestForSlip) continue;
    for (auto blank = folded.find(' '); blank != std::string::npos; blank = folded.find(' ', blank + 1)) {
      const auto shorter = by_name.find(folded.substr(0, blank));
      if (shorter == by_name.end()) continue;
      for (const auto other : shorter->second)
        pairs.add(at, other, 0.4, "one name goes on where the other ends");
    }
  }
}

std::set<std::pair<std::string, std::string>> decided_pairs(Connection& connection) {
  std::set<std::pair<std::string, std::string>> decided;
  for (const auto& decision : standing_decisions(connection)) {
    const auto other =
        decision.other_entity.empty() ? company_key("", decision.other) : decision.other_entity;
    decided.insert(std::minmax(decision.company_entity, other));
  }
  return decided;
}

}  // namespace

Result<std::vector<CompanyPair>> propose_companies(Database& database, std::size_t limit) {
  return guarded(database, "look for companies that may be one", [&] {
    auto& connection = database.connection();
    SQLite::Transaction snapshot(connection.database);
    const auto companies = all_companies(connection);
    Pairs pairs(companies, decided_pairs(connection));
    using Keys = std::vector<std::string>;
    pairs.add_all(indexed(companies,
                          [](const Known& each) {
                            return Keys{each.row.wikidata, each.row.lei, each.row.ticker};
                          }),
                  0.95, "the same identifier");
    const auto by_name = indexed(companies, [](const Known& each) { return Keys{each.folded}; });
    pairs.add_all(by_name, 0.9, "the same name but for the legal form");
    pairs.add_all(indexed(companies, [](const Known& each) { return with_one_letter_less(each.folded); }),
                  0.6, "one letter apart");
    auto by_initials = indexed(companies, [](const Known& each) { return Keys{initials(each.folded)}; });
    for (const auto& [letters, members] : by_initials)
      if (const auto named = by_name.find(letters);
          named != by_name.end() && members.size() <= kMostOfOneKind)
        for (const auto a : members)
          for (const auto b : named->second) pairs.add(a, b, 0.5, "one name is the other's initials");
    add_longer_names(companies, by_name, pairs);
    return pairs.best(limit);
  });
}

}  // namespace gegenprobe::store

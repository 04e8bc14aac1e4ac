#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"
#include "store/query.h"

namespace gegenprobe::store {

struct CompanySuggestion {
  std::string entity, name;
  std::string matched;     ///< the name that begins with what was typed
  std::size_t claims = 0;  ///< counted up to 1000
  std::string wikidata;
};
/// Companies of which a name begins like that; those with most claims first. Reads an index, not all names.
Result<std::vector<CompanySuggestion>> suggest_companies(Database& database, std::string_view typed,
                                                         std::size_t limit);

/// Names that companies with claims were met under and that one may have meant by `typed`: mistyped ones, the
/// nearest first, then longer ones that begin with it. Empty where `typed` is such a name. Reads all names.
Result<std::vector<std::string>> similar_companies(Database& database, std::string_view typed,
                                                   std::size_t limit);

/// Companies, those with most claims first; with `name`, those with a word that begins like that. Of a large
/// database, those of which the newest 20,000 claims say most, and counts of claims, mentions and articles
/// that end at 1,000: an answer reads a bounded part of it.
Result<std::vector<CompanyRow>> list_companies(Database& database, const std::string& name, std::size_t limit,
                                               std::size_t offset);
Result<std::size_t> count_companies(Database& database);  ///< at least so many were ever made

struct CompanyMetric {
  std::string metric, unit;
  std::size_t claims = 0;
};
struct CompanyProfile {
  CompanyRow row;
  std::vector<std::string> names;      ///< as articles print them
  std::vector<CompanyMetric> metrics;  ///< most claims first
};
/// By its key; nothing where there is none.
Result<std::optional<CompanyProfile>> company_profile(Database& database, std::string_view entity);

/// Statistics that are there at once: of a large database, numbers of rows ever made stand for counts.
struct QuickStatistics : Statistics {
  bool exact = true;
};
Result<QuickStatistics> quick_statistics(Database& database);

}  // namespace gegenprobe::store

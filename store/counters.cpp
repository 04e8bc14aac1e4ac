#include "store/counters.h"

#include <fmt/format.h>

#include <array>

namespace gegenprobe::store {
namespace {

constexpr std::array kCounters{
    Counter{
        "company_claims",
        "SELECT subject_id AS company_id, count(*) FROM claim WHERE live AND subject_id IS NOT NULL GROUP "
        "BY 1",
        "claims <> 0", "companies with another number of claims than is written down"},
    Counter{"company_figures",
            "SELECT subject_id AS company_id, metric, coalesce(unit, ''), count(*) FROM claim"
            " WHERE live AND subject_id IS NOT NULL GROUP BY 1, 2, 3",
            "claims <> 0", "companies with another number of claims of a figure than is written down"},
    Counter{"company_mentions",
            "SELECT company_id, count(*), count(DISTINCT revision_id) FROM mention WHERE company_id IS NOT "
            "NULL GROUP BY 1",
            "mentions <> 0 OR texts <> 0",
            "companies that are named more or less often than is written down"},
};

}  // namespace

std::string Counter::wrong() const {
  const auto kept = fmt::format("SELECT * FROM {} WHERE {}", table, some);
  return fmt::format(
      "SELECT DISTINCT company.name AS name FROM (SELECT * FROM ({0} EXCEPT {1})"
      " UNION SELECT * FROM ({1} EXCEPT {0})) AS other JOIN company ON company.id = other.company_id",
      kept, counted);
}

std::string Counter::count_again() const {
  return fmt::format("DELETE FROM {0}; INSERT INTO {0} {1};", table, counted);
}

std::span<const Counter> counters() { return kCounters; }

}  // namespace gegenprobe::store

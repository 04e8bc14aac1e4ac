#pragma once
#include <span>
#include <string>
#include <string_view>

// Numbers that triggers keep, so that lists need not count; for this folder only.
namespace gegenprobe::store {

/// A table of counts by company, with the question that it answers without counting.
struct Counter {
  std::string_view table;    ///< its columns are those of `counted`, in this order
  std::string_view counted;  ///< a SELECT whose first column is company_id, the rows in which nothing is 0
  std::string_view some;     ///< a condition on the rows of `table` in which something is not 0
  std::string_view words;    ///< what is wrong with the companies that wrong() gives

  std::string wrong() const;        ///< SQL: the names of companies whose kept counts are not the true ones
  std::string count_again() const;  ///< SQL statements
};

std::span<const Counter> counters();

}  // namespace gegenprobe::store

#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "ingest/day.h"
#include "ingest/result.h"

namespace gegenprobe::ingest {

/// What one euro was worth in another currency on one day.
struct ReferenceRate {
  Day day;
  std::string currency;  ///< ISO 4217
  double per_euro = 0;   ///< above 0
};

/// The European Central Bank's euro reference rates in any form it gives them out: eurofxref CSV (a day or
/// the whole history) or XML, and the ZIP archive that holds the CSV. "N/A" is left out. An input error that
/// names `name` where the bytes are none of these. Linear in the bytes.
Result<std::vector<ReferenceRate>> read_rates(std::string_view bytes, std::string_view name);

}  // namespace gegenprobe::ingest

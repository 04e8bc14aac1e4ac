#pragma once
#include <optional>
#include <string>

#include "extract/claim.h"

namespace gegenprobe::store {

/// "about 5.5 billion EUR", "up to 12 %", "900 jobs": an amount in plain words.
std::string in_words(const extract::Amount& amount);
/// 5500000 as "5,500,000"; digits after the point stay as they are.
std::string grouped(extract::Decimal number);
/// "5.5 billion": a number in plain words.
std::string number_in_words(extract::Decimal number);
/// The unit beside a number: "jobs", "job" for one, "percentage points", "EUR".
std::string unit_in_words(const std::string& unit, bool one);
/// "2024", "Q3 2024", "2024-03-05", "fiscal 2024", "year to 2024-09" for
/// a business year that ends there; "no period" for none.
std::string in_words(const std::optional<extract::Period>& period);
/// "market cap".
std::string in_words(extract::Metric metric);
/// A word of the model as one writes it: "market_cap" -> "market cap".
std::string spaced(std::string_view word);

}  // namespace gegenprobe::store

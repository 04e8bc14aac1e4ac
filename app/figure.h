#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "extract/claim.h"
#include "extract/mention.h"
#include "store/in_words.h"

namespace gegenprobe::app {

/// How an amount is told to a person: "5.5 billion EUR (5,500,000,000)", "about 12 %", "2 to 3 billion USD
/// (2,000,000,000 to 3,000,000,000)", "up to 300 jobs". From a million on the digits stand beside the word:
/// a German Billion has three zeros more than the English billion.
std::string figure(const extract::Amount& amount);
/// The same without the digits, for tables.
std::string short_figure(const extract::Amount& amount);
/// With the direction: "rise of 12 %", "fall of 300 jobs"; a level as figure().
std::string short_figure(const extract::Claim& claim);
std::string figure(const extract::Claim& claim);

using store::grouped;  ///< 5500000 as "5,500,000"

/// "2024", "Q3 2024", "H1 2024", "March 2024", "2025-10-06", "2015 to 2019", "until 2030-01-01", and
/// "year to 2024-09" for a company's own year; "" where there is none. `to` is exclusive and shown inclusive.
std::string period_words(const std::optional<extract::Period>& period);

/// "job cuts" for job_cuts.
std::string metric_words(extract::Metric metric);

}  // namespace gegenprobe::app

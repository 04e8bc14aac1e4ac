#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/options.h"
#include "extract/claim.h"
#include "ingest/day.h"
#include "ingest/result.h"
#include "store/article_table.h"
#include "store/database.h"

namespace gegenprobe::app {

/// The words of filters that several commands have. `where` names command and option in the Error.
/// Empty words give nothing. A metric by its own name, else by a word that the rules have for it: «Umsatz».
Result<std::optional<Day>> day_from(const std::string& where, const std::string& words);
Result<std::optional<extract::Metric>> metric_from(const std::string& where, const std::string& words);
/// Declares --metric; what it says is read by metric_from().
void declare_metric(Options& options, std::string& metric, std::string words);

/// From 0 to 1, or none.
Result<std::optional<double>> confidence_from(const std::string& command, std::optional<double> given);

/// "c42" or "42" as a claim's id. `command` begins the Error.
Result<std::int64_t> claim_from(const std::string& command, const std::string& word);
/// A figure in whole units as "5.5e9", "2e9..3e9", "~5e9" (about), "..3e9" (up to), "2e9.." (at least): as
/// precise as it is written, 5.5e9 being 5.45 to 5.55. Without scale words, so that no Billion is misread.
Result<extract::Amount> amount_from(const std::string& where, const std::string& words);

/// The database for a question: it must be there.
Result<store::Database> open_to_read(const std::string& given);
/// The database to change: it must be there.
Result<store::Database> open_to_change(const std::string& given);
/// The database to write to; it is made where there is none.
Result<store::Database> open_to_write(const std::string& given);

/// Who is at the keyboard: $GEGENPROBE_USER, else the name of the user; "" where there is neither.
std::string user_name();
store::Time now();

}  // namespace gegenprobe::app

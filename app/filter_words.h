#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extract/claim.h"
#include "ingest/day.h"
#include "ingest/result.h"
#include "store/article_table.h"
#include "store/database.h"

namespace gegenprobe::app {

/// The words of filters that several commands have. `where` names command and option in the Error.
/// Empty words give nothing.
Result<std::optional<Day>> day_from(const std::string& where, const std::string& words);
Result<std::optional<extract::Metric>> metric_from(const std::string& where, const std::string& words);
std::vector<std::string> metric_choices();  ///< as written on the command line

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

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
/// Empty words give nothing. A day as 2025-10-07, or as the extractor reads it in German and English alike:
/// «7.10.2025», «7. Oktober 2025», "yesterday"; not 7/10/2025, which is two days. since_from() takes the
/// first day of a longer time, too: 2024, «März 2024». A metric by its own name, else by a word that the
/// rules have for it: «Umsatz».
Result<std::optional<Day>> day_from(const std::string& where, const std::string& words);
Result<std::optional<Day>> since_from(const std::string& where, const std::string& words);
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

/// A figure as people write it: 5.5e9, 5500000000, «5,5 Mrd», "5.5bn", «1,5 Mrd. €». What is another figure
/// in German and in English («5 Billionen» is not, "1,500" is) is an Error that gives both.
Result<extract::Amount> figure_from(const std::string& where, const std::string& words);

/// The unit that was meant: «Pfund» is GBP. An Error where the rules know none of that name, as the API has
/// it.
struct MeantUnit {
  std::string unit;
  std::string note;  ///< what to say of it, where the words may mean another too; else empty
};
Result<MeantUnit> unit_from(const std::string& where, const std::string& words);

/// "; did you mean Siemens?" for a mistyped company; empty where no name is near, or it is one.
std::string did_you_mean(store::Database& database, const std::string& company);

/// The database for a question: it must be there.
Result<store::Database> open_to_read(const std::string& given);
/// The database to change: it must be there.
Result<store::Database> open_to_change(const std::string& given);
/// The database to write to; it is made where there is none.
Result<store::Database> open_to_write(const std::string& given);

/// Who is at the keyboard: $GEGENPROBE_USER, else the name of the user; "" where there is neither.
std::string user_name();
store::Time now();
Day today();  ///< in UTC

}  // namespace gegenprobe::app

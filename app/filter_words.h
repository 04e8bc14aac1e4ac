#pragma once
#include <optional>
#include <string>
#include <vector>

#include "extract/claim.h"
#include "ingest/day.h"
#include "ingest/result.h"
#include "store/database.h"

namespace gegenprobe::app {

/// The words of filters that several commands have. `where` names command and option in the Error.
/// Empty words give nothing.
Result<std::optional<Day>> day_from(const std::string& where, const std::string& words);
Result<std::optional<extract::Metric>> metric_from(const std::string& where, const std::string& words);
std::vector<std::string> metric_choices();  ///< as written on the command line

/// The database for a question: it must be there.
Result<store::Database> open_to_read(const std::string& given);
/// The database to write to; it is made where there is none.
Result<store::Database> open_to_write(const std::string& given);

}  // namespace gegenprobe::app

#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/rows.h"
#include "store/claim_table.h"

namespace gegenprobe::app {

/// Every field of a stored claim under the same name in each format; the table shows a choice of them.
std::vector<Column> claim_columns();
std::vector<Cell> claim_cells(const store::StoredClaim& stored);

/// The same columns with a prefix before each key, none of them in tables: two claims in one row.
std::vector<Column> claim_columns(std::string_view prefix);

/// How ids stand in words and on the command line: "c42", "a7".
std::string claim_id(std::int64_t id);
std::string article_id(std::int64_t id);
std::string origin_id(std::int64_t id);  ///< "o3": of articles that copy each other

/// The article of "a7" or "7"; nothing for other words.
std::optional<std::int64_t> article_id_in(std::string_view word);

/// "Reuters, 2025-10-07"; the URL or "article a7" where the outlet is not known.
std::string source_words(const store::StoredClaim& stored);
/// "corrected (value) by Anna, 2025-10-09: note"; "not reviewed".
std::string review_words(const store::StoredClaim& stored);
/// "Siemens · revenue (adjusted) · fiscal 2024"
std::string fact_words(const extract::Claim& claim);

}  // namespace gegenprobe::app

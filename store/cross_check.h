#pragma once
#include <optional>
#include <string>
#include <vector>

#include "extract/extract.h"
#include "ingest/document.h"
#include "store/claim_table.h"
#include "store/compare.h"
#include "store/database.h"
#include "store/remarks.h"
#include "store/sides.h"

namespace gegenprobe::store {

/// Two stored claims on one fact that are at odds.
struct Conflict {
  StoredClaim a, b;  ///< `a` was published first, as far as is known
  Comparison comparison;
};
struct ConflictFilter {
  std::string company = {};  ///< as in ClaimFilter
  std::optional<extract::Metric> metric = {};
  std::vector<Verdict> verdicts = {};   ///< empty: scale_suspect, contradicts, differs
  std::string outlet = {};              ///< of one of the two
  std::optional<Day> since = {};        ///< the later of the two was published on this day or later
  std::size_t limit = 100, offset = 0;  ///< limit 0: all
};
/// Scale suspects first, then as Verdict is ordered; within these the newest first. Reads what add_article()
/// wrote down: costs nothing per claim in the database.
Result<std::vector<Conflict>> conflicts(Database& database, const ConflictFilter& filter);

struct Evidence {
  StoredClaim claim;
  Comparison comparison;  ///< of the checked claim with this one
};
struct CheckedClaim {
  extract::Claim claim;
  /// The worst that comparable evidence says, in this order: scale_suspect, contradicts, forecast_missed,
  /// differs, superseded, forecast_met, agrees. Evidence that shares every part counts before evidence of
  /// which a part was taken on trust, a difference to a sentence that names no firm last; a slip of scale
  /// counts behind who agrees where it is likely the others', and first where it is not, see Sides.
  /// not_comparable where there is none.
  Verdict verdict = Verdict::not_comparable;
  std::string reason;                           ///< of the evidence that decided; or what was missing
  std::vector<Evidence> evidence;               ///< comparable; what decided first
  std::vector<Evidence> near_misses;            ///< not comparable, nearest first; a dozen at most
  std::vector<extract::Finding> findings = {};  ///< what is wrong with it by itself; gives the verdict
  std::vector<Remark> remarks = {};             ///< what is no verdict, and not to be read past
  Sides sides = {};                             ///< who agrees with it, and who is a thousand times off
};
/// Sets each claim of a text against the database, without adding it. In the order of extraction.claims.
/// The text itself, where it is stored, is no evidence. Reads by index what shares subject and metric.
/// `today` stands for the day of publication where a draft has none, but for what is reckoned from it.
Result<std::vector<CheckedClaim>> check(Database& database, const ingest::Document& document,
                                        const extract::Extraction& extraction, std::optional<Day> today = {});

/// The same for a claim that is stored: all that is comparable with it, but what stands in its own revision.
Result<CheckedClaim> check_stored(Database& database, const StoredClaim& claim);

}  // namespace gegenprobe::store

#include "store/finding_table.h"

namespace gegenprobe::store {

Verdict verdict_of(extract::Suspicion suspicion) {
  switch (suspicion) {
    case extract::Suspicion::scale:
      return Verdict::scale_suspect;
    case extract::Suspicion::sum:
      return Verdict::sum_suspect;
    case extract::Suspicion::conversion:
      return Verdict::conversion_suspect;
  }
  return Verdict::scale_suspect;
}

std::size_t write_findings(Connection& connection, std::span<const NewClaim> claims,
                           std::span<const extract::Finding> findings) {
  for (const auto& finding : findings)
    connection
        .query(
            "INSERT INTO finding (claim_id, verdict, reason, published, subject_id)"
            " SELECT ?1, ?2, ?3, coalesce(?4, date(extraction.extracted_at)), claim.subject_id FROM claim"
            " JOIN extraction ON extraction.id = claim.extraction_id WHERE claim.id = ?1 ON CONFLICT DO "
            "NOTHING")
        .bind(claims[finding.claim].id, word(finding.kind), finding.reason,
              claims[finding.claim].context.published)
        .run();
  return findings.size();
}

}  // namespace gegenprobe::store

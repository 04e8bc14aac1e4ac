#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "extract/claim.h"
#include "store/compare.h"

namespace gegenprobe::test {

/// A claim with its article, as a line: fields parted by " | ", in any order after the first.
///
///   Leonhart AG > Oracle | revenue/adjusted | knapp 5,5 Mrd EUR | 2024-Q3 | expected | @2025-02-27
///   Küstenbote
///
/// First the subject and after ">" the counterparty; "-" is nobody. Then the metric with its variant; the
/// figure with qualifier, scale and unit in either language (a comma and a point both part decimals, so
/// thousands are not grouped); the period as store::parse_period() takes it, "fiscal …", "bis 2030";
/// role, modality, status; "of the text's company" and "period assumed" where the sentence names none,
/// "earlier time" and "former plan"; the day of publication with the outlet; "corrected text"; "article 3.2",
/// the second revision of article 3.
struct WordedClaim {
  extract::Claim claim;
  std::optional<Day> published;
  std::string outlet;
  bool correction = false;
  std::int64_t article = 0;
  int revision = 0;

  store::ClaimInContext context() const {
    return {.claim = claim,
            .published = published,
            .outlet = outlet,
            .correction = correction,
            .article = article,
            .revision = revision};
  }
};
WordedClaim worded(std::string_view line);

}  // namespace gegenprobe::test

#include "store/finding_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "store/candidates.h"
#include "store/in_words.h"
#include "store/plausible.h"
#include "store/rate_table.h"

namespace gegenprobe::store {
namespace {

using extract::Claim;

// Metrics that stay in one order of magnitude from year to year.
bool is_steady(extract::Metric metric) {
  using extract::Metric;
  return metric == Metric::revenue || metric == Metric::headcount || metric == Metric::market_cap;
}

// Of this company, from at least so many articles, a figure so many times smaller, whatever their time.
constexpr std::int64_t kLeastArticles = 3;
constexpr double kApart = 300, kSpread = 3;
constexpr int kLookedAt = 64;

// A thousand times what is known of other years and quarters: one that slips where nothing is comparable.
std::optional<extract::Finding> beyond_what_is_known(Connection& connection, const Claim& claim) {
  const bool is_fact = claim.modality == extract::Modality::asserted && claim.role == extract::Role::level;
  if (!is_fact || !is_steady(claim.metric) || !claim.value.min || !claim.variant.empty()) return std::nullopt;
  const double figure = claim.value.min->to_double();
  for (const auto subject : ids_of_company(connection, claim.subject_entity, claim.subject)) {
    auto row = connection.query(
        "SELECT count(DISTINCT revision_id), min(value_max), max(value_max) FROM (SELECT revision_id, "
        "value_max FROM"
        " claim INDEXED BY claim_subject WHERE live AND subject_id = ?1 AND metric = ?2 AND unit IS ?3 AND "
        "role = 'level' AND "
        "modality = 'asserted'"
        " AND variant IS NULL AND value_max > 0 ORDER BY id DESC LIMIT ?4)");
    if (!row.bind(subject, word(claim.metric), claim.value.unit, kLookedAt).step()) continue;
    const double low = row.real(1), high = row.real(2);
    const bool is_known = row.integer(0) >= kLeastArticles && high > 0 && high <= low * kSpread * kSpread;
    if (!is_known || figure < kApart * high) continue;
    for (const int power : {3, 6})
      if (const double scaled = figure / std::pow(10, power);
          scaled >= low / kSpread && scaled <= high * kSpread)
        return extract::Finding{
            .reason = fmt::format("{}: {} times what {} articles give for other times, {} to {}",
                                  in_words(claim.value), power == 3 ? "a thousand" : "a million",
                                  row.integer(0), in_words(extract::calculated(low, claim.value.unit)),
                                  in_words(extract::calculated(high, claim.value.unit))),
            .told =
                told(extract::Calculation::known, {claim.value, extract::calculated(low, claim.value.unit),
                                                   extract::calculated(high, claim.value.unit)})};
  }
  return std::nullopt;
}

std::uint32_t flag_of(extract::Suspicion suspicion) {
  switch (suspicion) {
    case extract::Suspicion::scale:
      return extract::kScaleSuspect;
    case extract::Suspicion::sum:
      return extract::kSumSuspect;
    case extract::Suspicion::conversion:
      return extract::kConversionSuspect;
  }
  return 0;
}

std::optional<extract::Suspicion> suspicion_of(std::string_view verdict) {
  for (const auto kind : {extract::Suspicion::scale, extract::Suspicion::sum, extract::Suspicion::conversion})
    if (word(kind) == verdict) return kind;
  return std::nullopt;
}

}  // namespace

std::vector<extract::Finding> findings_of(Connection& connection, const ingest::Document& document,
                                          const extract::Extraction& extraction,
                                          std::optional<Day> published) {
  const StoredRates rates(connection);
  auto findings = implausible(extraction.claims, document.text, &rates, published);
  for (std::size_t at = 0; at < extraction.claims.size(); ++at)
    if (auto finding = beyond_what_is_known(connection, extraction.claims[at])) {
      finding->claim = at;
      findings.push_back(std::move(*finding));
    }
  findings.insert(findings.end(), extraction.findings.begin(), extraction.findings.end());
  return findings;
}

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

std::vector<extract::Finding> read_findings(Connection& connection, std::int64_t claim) {
  auto row =
      connection.query("SELECT verdict, reason, told FROM finding WHERE claim_id = ?1 ORDER BY verdict");
  row.bind(claim);
  std::vector<extract::Finding> findings;
  while (row.step())
    if (const auto kind = suspicion_of(row.text(0))) findings.push_back({*kind, 0, row.text(1), row.text(2)});
  std::ranges::stable_sort(findings, {}, &extract::Finding::kind);
  return findings;
}

std::size_t write_findings(Connection& connection, std::span<const NewClaim> claims,
                           std::span<const extract::Finding> findings) {
  for (const auto& finding : findings) {
    connection
        .query(
            "UPDATE claim SET flags = trim(coalesce(flags, '') || ' ' || ?2) WHERE id = ?1"
            " AND instr(' ' || coalesce(flags, '') || ' ', ' ' || ?2 || ' ') = 0")
        .bind(claims[finding.claim].id, extract::flag_words(flag_of(finding.kind)).front())
        .run();
    connection
        .query(
            "INSERT INTO finding (claim_id, verdict, reason, told, published, subject_id)"
            " SELECT ?1, ?2, ?3, nullif(?5, ''), coalesce(?4, date(extraction.extracted_at)), "
            "claim.subject_id FROM claim"
            " JOIN extraction ON extraction.id = claim.extraction_id WHERE claim.id = ?1 ON CONFLICT DO "
            "NOTHING")
        .bind(claims[finding.claim].id, word(finding.kind), finding.reason,
              claims[finding.claim].context.published, finding.told)
        .run();
  }
  std::set<std::pair<std::size_t, extract::Suspicion>> written;  // one of a kind of each claim
  for (const auto& finding : findings) written.emplace(finding.claim, finding.kind);
  return written.size();
}

}  // namespace gegenprobe::store

#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "extract/claim.h"
#include "ingest/day.h"
#include "store/compare.h"
#include "store/database.h"

namespace gegenprobe::store {

/// A stretch of an article's text in Unicode code points, half-open: what the database and the interchange
/// count in, so that SQLite's substr() and Python's slices work.
struct PointSpan {
  std::uint32_t begin = 0, end = 0;
  bool operator==(const PointSpan&) const = default;
};

enum class Judgement : std::uint8_t { accept, correct, reject };
std::string_view word(Judgement judgement);  ///< "accept", "correct", "reject"
std::optional<Judgement> judgement(std::string_view word);
std::string_view past(Judgement judgement);  ///< "accepted", "corrected", "rejected"

/// A person's judgement on a claim.
struct ReviewMark {
  Judgement judgement = Judgement::accept;
  std::string reviewer, reviewed_at, note;  ///< when: ISO 8601, UTC
  std::string fields;                       ///< of `correct`: what was corrected, "value period"
};

/// A claim as it was stored, with what a reader wants to see beside it.
struct StoredClaim {
  std::int64_t id = 0, article = 0, revision_id = 0;
  int revision = 1;      ///< the article's revision it stands in
  bool live = true;      ///< of the newest revision and extraction
  extract::Claim claim;  ///< spans are bytes of the revision's text
  std::string surface;   ///< "rund 5,5 Milliarden Euro" without the qualifier, as printed
  std::string sentence;  ///< its text
  PointSpan evidence_points, sentence_points;
  std::string outlet, title, url, language;  ///< empty where unknown
  std::optional<Day> published;
  std::int64_t origin = 0;  ///< of the article: its copies share it, see origin.h
  std::string agency;       ///< whom that origin credits: "AFP, dpa"; empty where none
  bool correction = false;  ///< the article corrects or updates an earlier one
  std::string program_version, rules_version;
  std::optional<ReviewMark> review;  ///< `claim` says what the person said, if they corrected it
};

/// The view on it that compare() takes; valid as long as the claim stays where it is.
ClaimInContext in_context(const StoredClaim& stored);

/// The claim of that id, live or not; nothing where there is none.
Result<std::optional<StoredClaim>> find_claim(Database& database, std::int64_t id);

}  // namespace gegenprobe::store

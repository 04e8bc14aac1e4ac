#include "store/claim_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>
#include <unordered_map>
#include <unordered_set>

#include "extract/text/words.h"
#include "store/claim_row.h"
#include "store/connection.h"
#include "store/guarded.h"

namespace gegenprobe::store {
namespace {

using extract::Claim;
using extract::Decimal;

enum Column : int {
  kId,
  kLive,
  kMetric,
  kVariant,
  kKind,
  kMinCoefficient,
  kMinExponent,
  kMaxCoefficient,
  kMaxExponent,
  kUnit,
  kCurrencyBasis,
  kQualifier,
  kRole,
  kPeriodFrom,
  kPeriodTo,
  kPeriodUnit,
  kPeriodFiscal,
  kPeriodText,
  kModality,
  kStatus,
  kAttribution,
  kSurface,
  kValueBegin,
  kValueEnd,
  kByteBegin,
  kFlags,
  kRule,
  kConfidence,
  kSubject,
  kSubjectEntity,
  kCounterparty,
  kCounterpartyEntity,
  kSentence,
  kSentenceBegin,
  kSentenceEnd,
  kSentenceByte,
  kRevisionId,
  kRevision,
  kCorrection,
  kArticle,
  kTitle,
  kUrl,
  kLanguage,
  kPublished,
  kOutlet,
  kProgramVersion,
  kRulesVersion,
  kOrigin,
  kAgency,
  kJudgement,
  kReviewer,
  kReviewedAt,
  kReviewNote,
  kCorrectedFields
};

constexpr extract::Words<Judgement, 3> kJudgements{"accept", "correct", "reject"};

std::optional<Decimal> decimal(const Query& row, int coefficient, int exponent) {
  if (row.is_null(coefficient)) return std::nullopt;
  return Decimal{row.integer(coefficient), static_cast<std::int32_t>(row.integer(exponent))};
}

std::optional<extract::Granularity> granularity(std::string_view word) {
  using extract::Granularity;
  for (const auto each : {Granularity::day, Granularity::week, Granularity::month, Granularity::quarter,
                          Granularity::half, Granularity::year, Granularity::decade, Granularity::span})
    if (extract::word(each) == word) return each;
  return std::nullopt;
}

std::uint32_t flag(std::string_view word) {
  static const auto kFlags = [] {
    std::unordered_map<std::string_view, std::uint32_t> bits;
    for (std::uint32_t bit = 1; bit != 0; bit <<= 1)
      for (const auto each : extract::flag_words(bit)) bits.emplace(each, bit);
    return bits;
  }();
  const auto at = kFlags.find(word);
  return at == kFlags.end() ? 0 : at->second;
}

std::uint32_t flags(std::string_view words) {
  std::uint32_t set = 0;
  while (!words.empty()) {
    const auto end = std::min(words.find(' '), words.size());
    set |= flag(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return set;
}

std::optional<extract::Period> period(const Query& row) {
  if (row.is_null(kPeriodUnit)) return std::nullopt;
  return extract::Period{
      .from = row.day(kPeriodFrom),
      .to = row.day(kPeriodTo),
      .granularity = granularity(row.text(kPeriodUnit)).value_or(extract::Granularity::span),
      .fiscal = row.integer(kPeriodFiscal) != 0,
      .text = row.text(kPeriodText)};
}

extract::Amount amount(const Query& row) {
  return {.min = decimal(row, kMinCoefficient, kMinExponent),
          .max = decimal(row, kMaxCoefficient, kMaxExponent),
          .unit = row.text(kUnit),
          .basis = extract::currency_basis(row.text(kCurrencyBasis)).value_or(extract::CurrencyBasis::none),
          .qualifier = extract::qualifier(row.text(kQualifier)).value_or(extract::Qualifier::exact)};
}

Span bytes(std::int64_t begin, std::size_t size) {
  return {static_cast<std::uint32_t>(begin),
          static_cast<std::uint32_t>(begin) + static_cast<std::uint32_t>(size)};
}

PointSpan points(const Query& row, int begin, int end) {
  return {static_cast<std::uint32_t>(row.integer(begin)), static_cast<std::uint32_t>(row.integer(end))};
}

std::optional<ReviewMark> review_mark(const Query& row) {
  if (row.is_null(kJudgement)) return std::nullopt;
  return ReviewMark{.judgement = kJudgements.find(row.text(kJudgement)).value_or(Judgement::accept),
                    .reviewer = row.text(kReviewer),
                    .reviewed_at = row.text(kReviewedAt),
                    .note = row.text(kReviewNote),
                    .fields = row.text(kCorrectedFields)};
}

// What stands in the row of the claim itself.
Claim read_fields(const Query& row) {
  Claim claim;
  claim.metric = extract::metric(row.text(kMetric)).value_or(extract::Metric::other);
  claim.variant = row.text(kVariant);
  claim.kind = extract::mention_kind(row.text(kKind)).value_or(extract::MentionKind::money);
  claim.value = amount(row);
  claim.role = extract::role(row.text(kRole)).value_or(extract::Role::level);
  claim.period = period(row);
  claim.modality = extract::modality(row.text(kModality)).value_or(extract::Modality::asserted);
  claim.status = extract::status(row.text(kStatus)).value_or(extract::Status::plain);
  claim.attribution = row.text(kAttribution);
  claim.flags = flags(row.text(kFlags));
  claim.rule = kept(row.text(kRule));
  claim.confidence = static_cast<float>(row.real(kConfidence));
  return claim;
}

// The columns from kId to kConfidence.
constexpr std::string_view kOwnColumns =
    "claim.id, claim.live, claim.metric, claim.variant, claim.kind, claim.min_coefficient,"
    " claim.min_exponent, claim.max_coefficient, claim.max_exponent, claim.unit, claim.currency_basis,"
    " claim.qualifier, claim.role, claim.period_from, claim.period_to, claim.period_unit,"
    " claim.period_fiscal, claim.period_text, claim.modality, claim.status, claim.attribution,"
    " claim.surface, claim.value_begin, claim.value_end, claim.byte_begin, claim.flags, claim.rule,"
    " claim.confidence";

}  // namespace

// In the order of Column. CROSS JOIN: claims are always the outer loop, in the order of the index that the
// conditions on them choose.
const std::string kSelectClaim = fmt::format(
    "SELECT {}, subject.name, subject.entity, counterparty.name, counterparty.entity,"
    " sentence.text, sentence.span_begin, sentence.span_end, sentence.byte_begin,"
    " revision.id, revision.number, revision.correction, article.id, revision.title, article.url,"
    " article.language, article.published, outlet.name, extraction.program_version, extraction.rules_version,"
    " article.origin_id, origin.agency,"
    " review.judgement, review.reviewer, review.reviewed_at, review.note, review.corrected_fields"
    " FROM claim CROSS JOIN revision ON revision.id = claim.revision_id"
    " CROSS JOIN article ON article.id = revision.article_id"
    " CROSS JOIN sentence ON sentence.id = claim.sentence_id"
    " CROSS JOIN extraction ON extraction.id = claim.extraction_id"
    " LEFT JOIN claim_review ON claim_review.claim_id = claim.id"
    " LEFT JOIN review ON review.id = claim_review.review_id"
    " LEFT JOIN outlet ON outlet.id = article.outlet_id LEFT JOIN origin ON origin.id = article.origin_id"
    " LEFT JOIN company AS subject ON subject.id = claim.subject_id"
    " LEFT JOIN company AS counterparty ON counterparty.id = claim.counterparty_id ",
    kOwnColumns);

const std::string kSelectBareClaim = fmt::format(
    "SELECT {}, claim.subject_id, claim.counterparty_id, claim.revision_id FROM claim ", kOwnColumns);

BareClaim read_bare_claim(const Query& row) {
  constexpr int kSubjectId = kConfidence + 1, kCounterpartyId = kSubjectId + 1, kOfRevision = kSubjectId + 2;
  return {.id = row.integer(kId),
          .subject = row.integer(kSubjectId),
          .counterparty = row.integer(kCounterpartyId),
          .revision = row.integer(kOfRevision),
          .claim = read_fields(row)};
}

StoredClaim read_claim(const Query& row) {
  StoredClaim stored;
  stored.id = row.integer(kId);
  stored.article = row.integer(kArticle);
  stored.revision_id = row.integer(kRevisionId);
  stored.revision = static_cast<int>(row.integer(kRevision));
  stored.live = row.integer(kLive) != 0;
  stored.surface = row.text(kSurface);
  stored.sentence = row.text(kSentence);
  stored.claim = read_fields(row);
  stored.claim.subject = row.text(kSubject);
  stored.claim.subject_entity = row.text(kSubjectEntity);
  stored.claim.counterparty = row.text(kCounterparty);
  stored.claim.counterparty_entity = row.text(kCounterpartyEntity);
  stored.claim.sentence = bytes(row.integer(kSentenceByte), stored.sentence.size());
  stored.claim.evidence = bytes(row.integer(kByteBegin), stored.surface.size());
  stored.evidence_points = points(row, kValueBegin, kValueEnd);
  stored.sentence_points = points(row, kSentenceBegin, kSentenceEnd);
  stored.outlet = row.text(kOutlet);
  stored.title = row.text(kTitle);
  stored.url = row.text(kUrl);
  stored.language = row.text(kLanguage);
  stored.published = row.day(kPublished);
  stored.correction = row.integer(kCorrection) != 0;
  stored.origin = row.integer(kOrigin);
  stored.agency = row.text(kAgency);
  stored.program_version = row.text(kProgramVersion);
  stored.rules_version = row.text(kRulesVersion);
  stored.review = review_mark(row);
  return stored;
}

std::string_view word(Judgement judgement) { return kJudgements.of(judgement); }
std::optional<Judgement> judgement(std::string_view word) { return kJudgements.find(word); }
std::string_view past(Judgement judgement) {
  constexpr extract::Words<Judgement, 3> words{"accepted", "corrected", "rejected"};
  return words.of(judgement);
}

// There are a few hundred rules, and a claim's rule is a view that has to outlive every copy of the claim.
std::string_view kept(std::string&& rule) {
  static std::mutex mutex;
  static std::unordered_set<std::string> rules;
  const std::lock_guard lock(mutex);
  return *rules.insert(std::move(rule)).first;
}

ClaimInContext in_context(const StoredClaim& stored) {
  return {.claim = stored.claim,
          .published = stored.published,
          .outlet = stored.outlet,
          .correction = stored.correction,
          .article = stored.article,
          .revision = stored.revision};
}

Result<std::optional<StoredClaim>> find_claim(Database& database, std::int64_t id) {
  return guarded(database, "read claim " + std::to_string(id), [&]() -> std::optional<StoredClaim> {
    auto row = database.connection().query(kSelectClaim + "WHERE claim.id = ?1");
    if (!row.bind(id).step()) return std::nullopt;
    return read_claim(row);
  });
}

}  // namespace gegenprobe::store

#include "store/extraction_rows.h"

#include <fmt/format.h>

#include <algorithm>

#include "extract/companies/gazetteer.h"
#include "store/company_table.h"

namespace gegenprobe::store {

using extract::Amount;
using extract::Claim;
using extract::Extraction;
using extract::Mention;

Points::Points(std::string_view text, const Extraction& extraction) {
  const auto note = [this](Span span) { bytes_.push_back(span.begin), bytes_.push_back(span.end); };
  for (const auto& mention : extraction.mentions) note(mention.span);
  for (const auto& claim : extraction.claims) note(claim.sentence), note(claim.evidence);
  std::ranges::sort(bytes_);
  bytes_.erase(std::unique(bytes_.begin(), bytes_.end()), bytes_.end());
  extract::CodePoints counter(text);
  for (const auto byte : bytes_) points_.push_back(static_cast<std::int64_t>(counter.at(byte)));
}

std::int64_t Points::operator()(std::uint32_t byte) const {
  return points_[static_cast<std::size_t>(std::ranges::lower_bound(bytes_, byte) - bytes_.begin())];
}

bool is_correction(const Extraction& extraction) {
  return extraction.corrects || std::ranges::any_of(extraction.claims, [](const Claim& claim) {
           return claim.status == extract::Status::corrected;
         });
}

ExtractionRows::ExtractionRows(Connection& connection, const ingest::Document& document,
                               const Extraction& extraction, RevisionPlace place)
    : connection_(connection),
      document_(document),
      extraction_(extraction),
      place_(place),
      points_(document.text, extraction) {}

void ExtractionRows::share_sentences() {
  auto row = connection_.query("SELECT byte_begin, id, text FROM sentence WHERE revision_id = ?1");
  row.bind(place_.revision);
  while (row.step())
    if (std::ranges::any_of(extraction_.claims, [&](const Claim& claim) {
          return claim.sentence.begin == row.integer(0) && surface(claim.sentence) == row.text(2);
        }))
      sentences_[static_cast<std::uint32_t>(row.integer(0))] = row.integer(1);
}

void ExtractionRows::write(const Versions& versions, const std::string& now) {
  connection_
      .query(
          "INSERT INTO extraction (revision_id, program_version, rules_version, extracted_at) VALUES (?1, "
          "?2, ?3, ?4)")
      .bind(place_.revision, versions.program, versions.rules, now)
      .run();
  extraction_id_ = last_id();
  for (const auto& mention : extraction_.mentions) write_mention(mention);
  for (const auto& claim : extraction_.claims) claims_.push_back(write_claim(claim));
}

std::optional<std::int64_t> ExtractionRows::company_id(const std::string& entity, const std::string& name,
                                                       const extract::Company* known) {
  if (name.empty()) return std::nullopt;
  const auto stable = company_key(entity, name);
  if (const auto at = companies_.find(stable); at != companies_.end()) return at->second;
  return companies_[stable] = company_row(connection_, entity, name, known);
}

void ExtractionRows::write_name(std::int64_t company, const std::string& surface) {
  if (!names_.insert(fmt::format("{} {}", company, surface)).second) return;
  add_company_name(connection_, company, surface);
}

std::optional<std::int64_t> ExtractionRows::write_company(const extract::CompanyValue& company,
                                                          const std::string& surface) {
  using extract::NameBasis;
  const auto row = company_id(company.entity, company.name, company.known);
  const bool is_a_name = company.basis == NameBasis::gazetteer || company.basis == NameBasis::legal_form ||
                         company.basis == NameBasis::context;
  if (row && is_a_name) write_name(*row, surface);
  return row;
}

namespace {

constexpr std::string_view kInsertMention =
    "INSERT INTO mention (extraction_id, revision_id, kind, span_begin, span_end, byte_begin, surface, rule,"
    " value_min, value_max, min_coefficient, min_exponent, max_coefficient, max_exponent, unit, "
    "currency_basis, qualifier,"
    " date_from, date_to, granularity, relative, fiscal, company_id, name_basis, name, role, organisation)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, "
    "?21, ?22,"
    " ?23, ?24, ?25, ?26, ?27)";

void bind_decimal(Query& query, int at_real, int at_coefficient,
                  const std::optional<extract::Decimal>& number) {
  if (!number) return;
  query.bind_at(at_real, number->to_double());
  query.bind_at(at_coefficient, number->coefficient);
  query.bind_at(at_coefficient + 1, number->exponent);
}

// value_min, value_max, the four integers, unit, currency_basis, qualifier: in this order from `at` on.
void bind_amount(Query& query, int at, const Amount& amount) {
  bind_decimal(query, at, at + 2, amount.min);
  bind_decimal(query, at + 1, at + 4, amount.max);
  query.bind_at(at + 6, amount.unit);
  query.bind_at(at + 7, word(amount.basis));
  query.bind_at(at + 8, word(amount.qualifier));
}

}  // namespace

void ExtractionRows::write_mention(const Mention& mention) {
  if (mention.span.empty()) return;
  const auto text = surface(mention.span);
  const auto* company = mention.company();
  const auto company_row = company ? write_company(*company, text) : std::nullopt;
  auto query = connection_.query(kInsertMention);
  query.bind(extraction_id_, place_.revision, word(mention.kind), points_(mention.span.begin),
             points_(mention.span.end), mention.span.begin, text, Required{mention.rule});
  if (const auto* amount = mention.amount()) bind_amount(query, 9, *amount);
  if (const auto* date = mention.date()) {
    query.bind_at(18, date->from), query.bind_at(19, date->to);
    query.bind_at(20, word(date->granularity));
    query.bind_at(21, date->relative), query.bind_at(22, date->fiscal);
  }
  if (company) query.bind_at(23, company_row), query.bind_at(24, word(company->basis));
  if (const auto* speaker = mention.speaker())
    query.bind_at(25, speaker->name), query.bind_at(26, speaker->role),
        query.bind_at(27, speaker->organisation);
  query.run();
  ++mentions_;
}

std::int64_t ExtractionRows::sentence_id(Span sentence) {
  if (const auto at = sentences_.find(sentence.begin); at != sentences_.end()) return at->second;
  connection_
      .query(
          "INSERT INTO sentence (revision_id, span_begin, span_end, byte_begin, text) VALUES (?1, ?2, ?3, "
          "?4, ?5)")
      .bind(place_.revision, points_(sentence.begin), points_(sentence.end), sentence.begin,
            surface(sentence))
      .run();
  return sentences_[sentence.begin] = last_id();
}

constexpr std::string_view kInsertClaim =
    "INSERT INTO claim (revision_id, extraction_id, sentence_id, subject_id, metric, variant, "
    "counterparty_id, kind,"
    " value_min, value_max, min_coefficient, min_exponent, max_coefficient, max_exponent, unit, "
    "currency_basis, qualifier,"
    " role, period_from, period_to, period_unit, period_fiscal, period_text, modality, status, attribution, "
    "surface,"
    " value_begin, value_end, byte_begin, flags, rule, confidence, published)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, "
    "?21, ?22, ?23,"
    " ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34)";

std::int64_t ExtractionRows::write_claim(const Claim& claim) {
  const auto subject = company_id(claim.subject_entity, claim.subject, nullptr);
  const auto counterparty = company_id(claim.counterparty_entity, claim.counterparty, nullptr);
  const auto sentence = sentence_id(claim.sentence);
  auto query = connection_.query(kInsertClaim);
  query.bind(place_.revision, extraction_id_, sentence, subject, word(claim.metric), claim.variant,
             counterparty, word(claim.kind));
  bind_amount(query, 9, claim.value);
  query.bind_at(18, word(claim.role));
  if (const auto& period = claim.period) {
    query.bind_at(19, period->from), query.bind_at(20, period->to);
    query.bind_at(21, word(period->granularity)), query.bind_at(22, period->fiscal),
        query.bind_at(23, period->text);
  }
  query.bind_at(24, word(claim.modality)), query.bind_at(25, word(claim.status));
  query.bind_at(26, claim.attribution), query.bind_at(27, surface(claim.evidence));
  query.bind_at(28, points_(claim.evidence.begin)), query.bind_at(29, points_(claim.evidence.end));
  query.bind_at(30, claim.evidence.begin);
  query.bind_at(31, fmt::format("{}", fmt::join(extract::flag_words(claim.flags), " ")));
  query.bind_at(32, Required{claim.rule}), query.bind_at(33, claim.confidence),
      query.bind_at(34, place_.published);
  query.run();
  return last_id();
}

std::vector<NewClaim> ExtractionRows::new_claims() const {
  std::vector<NewClaim> claims;
  for (std::size_t i = 0; i < extraction_.claims.size(); ++i)
    claims.push_back({claims_[i],
                      {.claim = extraction_.claims[i],
                       .published = place_.published,
                       .outlet = document_.outlet,
                       .correction = is_correction(extraction_),
                       .article = place_.article,
                       .revision = place_.number}});
  return claims;
}

}  // namespace gegenprobe::store

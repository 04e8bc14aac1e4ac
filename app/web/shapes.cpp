#include "app/web/shapes.h"

#include <algorithm>

#include "app/check_json.h"
#include "app/claim_rows.h"
#include "app/rows.h"
#include "store/origin.h"

namespace gegenprobe::app::web {
namespace {

/// The columns of `gegenprobe claims`, but those of the review, which is an object here.
bool is_of_the_claim(const Column& column) {
  constexpr std::string_view kReview[] = {"review", "reviewed_by", "reviewed_at", "review_note"};
  return std::ranges::find(kReview, column.key) == std::end(kReview);
}

void write_columns(JsonWriter& json, const store::StoredClaim& claim) {
  static const std::vector<Column> columns = claim_columns();
  const std::vector<Cell> cells = claim_cells(claim);
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (is_of_the_claim(columns[i])) write_member(json, columns[i], cells[i]);
}

void id_or_null(JsonWriter& json, std::string_view name, std::int64_t id) {
  key(json, name);
  if (id == 0)
    json.Null();
  else
    json.Int64(id);
}

void write_verdicts(JsonWriter& json, const std::vector<store::Evidence>& evidence) {
  std::vector<std::pair<store::Verdict, std::vector<const store::StoredClaim*>>> groups;
  for (const store::Evidence& each : evidence) {
    const store::Verdict verdict = each.comparison.verdict;
    auto at = std::ranges::find(groups, verdict, [](const auto& group) { return group.first; });
    if (at == groups.end()) at = groups.insert(groups.end(), {verdict, {}});
    at->second.push_back(&each.claim);
  }
  write_array(json, "verdicts", groups, [](JsonWriter& to, const auto& group) {
    to.StartObject();
    member(to, "verdict", word(group.first));
    count(to, "claims", group.second.size());
    count(to, "origins", store::by_origin(group.second).size());
    to.EndObject();
  });
}

}  // namespace

void real_or_null(JsonWriter& json, std::string_view name, const std::optional<double>& value) {
  key(json, name);
  if (value)
    json.Double(*value);
  else
    json.Null();
}

void write(JsonWriter& json, const std::optional<store::ReviewMark>& review,
           const store::StoredClaim& claim) {
  if (!review) return (void)json.Null();
  const bool corrected = review->judgement == store::Judgement::correct;
  json.StartObject();
  member(json, "decision", word(review->judgement));
  member(json, "note", review->note);
  member(json, "who", review->reviewer);
  key(json, "at");
  string(json, review->reviewed_at);
  key(json, "min");
  number_or_null(json, corrected ? claim.claim.value.min : std::nullopt);
  key(json, "max");
  number_or_null(json, corrected ? claim.claim.value.max : std::nullopt);
  member(json, "unit", corrected ? claim.claim.value.unit : "");
  json.EndObject();
}

void write(JsonWriter& json, const store::StoredClaim& claim) {
  json.StartObject();
  write_columns(json, claim);
  count(json, "sentence_begin", claim.sentence_points.begin);
  count(json, "sentence_end", claim.sentence_points.end);
  member(json, "counterparty_entity", claim.claim.counterparty_entity);
  yes_no(json, "live", claim.live);
  key(json, "review");
  write(json, claim.review, claim);
  json.EndObject();
}

void write(JsonWriter& json, const store::Evidence& evidence) {
  json.StartObject();
  member(json, "verdict", word(evidence.comparison.verdict));
  member(json, "part", word(evidence.comparison.part));
  real_or_null(json, "ratio",
               evidence.comparison.ratio > 0 ? std::optional(evidence.comparison.ratio) : std::nullopt);
  key(json, "reason");
  string(json, evidence.comparison.reason);
  write_rate(json, evidence.comparison.rate);
  key(json, "claim");
  write(json, evidence.claim);
  json.EndObject();
}

void write(JsonWriter& json, const store::CheckedClaim& checked, const store::StoredClaim& claim) {
  json.StartObject();
  key(json, "claim");
  write(json, claim);
  member(json, "verdict", word(checked.verdict));
  key(json, "reason");
  string(json, checked.reason);
  write_verdicts(json, checked.evidence);
  write_array(json, "evidence", checked.evidence);
  write_array(json, "near_misses", checked.near_misses);
  write_array(json, "findings", checked.findings, [](JsonWriter& to, const extract::Finding& finding) {
    to.StartObject();
    member(to, "verdict", word(finding.kind));
    key(to, "reason");
    string(to, finding.reason);
    write_told(to, finding.told);
    to.EndObject();
  });
  write_remarks(json, checked.remarks);
  write_split(json, checked.sides);
  json.EndObject();
}

void write(JsonWriter& json, const store::ArticleRow& article) {
  json.StartObject();
  key(json, "id");
  json.Int64(article.id);
  key(json, "published");
  day_or_null(json, article.published);
  member(json, "outlet", article.outlet);
  member(json, "title", article.title);
  member(json, "language", article.language);
  count(json, "claims", article.claims);
  count(json, "mentions", article.mentions);
  key(json, "revisions");
  json.Int(article.revisions);
  member(json, "author", article.author);
  member(json, "url", article.url);
  key(json, "added_at");
  string(json, article.added_at);
  id_or_null(json, "origin", article.origin);
  member(json, "agency", article.agency);
  json.EndObject();
}

void write(JsonWriter& json, const store::CompanyRow& company) {
  json.StartObject();
  key(json, "entity");
  string(json, company.entity);
  key(json, "name");
  string(json, company.name);
  count(json, "claims", company.claims);
  count(json, "mentions", company.mentions);
  count(json, "articles", company.articles);
  member(json, "ticker", company.ticker);
  member(json, "wikidata", company.wikidata);
  member(json, "lei", company.lei);
  json.EndObject();
}

Total total_of(std::size_t counted) {
  const auto most = static_cast<std::size_t>(kFarthest);
  return {std::min(counted, most), counted <= most};
}

void write_page(JsonWriter& json, const Window& window, std::size_t written, const Total& total) {
  const std::size_t next = window.offset + written;
  const bool more = written == window.limit && (next < total.count || !total.exact) &&
                    next <= static_cast<std::size_t>(kFarthest);
  key(json, "page");
  json.StartObject();
  count(json, "offset", window.offset);
  count(json, "limit", window.limit);
  key(json, "next_offset");
  if (more)
    json.Uint64(next);
  else
    json.Null();
  count(json, "total", total.count);
  yes_no(json, "total_is_exact", total.exact);
  json.EndObject();
}

}  // namespace gegenprobe::app::web

#include "app/claim_rows.h"

#include <fmt/format.h>

#include <charconv>
#include <deque>

#include "app/figure.h"

namespace gegenprobe::app {
namespace {

using Align = Column::Align;

Cell day(const std::optional<Day>& day) { return day ? Cell{iso(*day)} : Cell::none(); }

Cell words(std::string_view data, std::string shown = {}) {
  Cell cell = Cell::text(std::string(data));
  cell.shown = std::move(shown);
  return cell;
}

Cell flags(std::uint32_t bits) {
  Cell::Words list;
  for (std::string_view flag : extract::flag_words(bits)) list.emplace_back(flag);
  return {list};
}

// Programs get the bounds in columns of their own; people get them in one.
const std::vector<Column> kColumns{
    {"id", "Claim"},
    {"subject", "Company", Align::left, true},
    {"subject_entity", ""},
    {"metric", "Metric"},
    {"variant", "Variant"},
    {"counterparty", ""},
    {"kind", ""},
    {"min", ""},
    {"max", ""},
    {"unit", ""},
    {"qualifier", ""},
    {"role", ""},
    {"value", "Value (billion = 10⁹)", Align::right},
    {"period", "Period"},
    {"period_from", ""},
    {"period_to", ""},
    {"modality", "How certain", Align::left, false, 4},
    {"status", ""},
    {"attribution", "Says", Align::left, true, 2},
    {"outlet", "Outlet", Align::left, true},
    {"published", "Published", Align::left, false, 5},
    {"surface", "As printed", Align::left, true, 3},
    {"sentence", ""},
    {"title", ""},
    {"url", ""},
    {"language", ""},
    {"article", "In", Align::left, false, 1},
    {"revision", ""},
    {"origin", ""},
    {"agency", ""},
    {"evidence_begin", ""},
    {"evidence_end", ""},
    {"flags", ""},
    {"rule", ""},
    {"confidence", ""},
    {"rules_version", ""},
    {"review", "Review", Align::left, false, 6},
    {"reviewed_by", ""},
    {"reviewed_at", ""},
    {"review_note", ""},
};

}  // namespace

std::vector<Column> claim_columns() { return kColumns; }

std::vector<Column> claim_columns(std::string_view prefix) {
  // Columns hold views; the prefixed keys live as long as the program.
  static std::deque<std::string> keys;
  std::vector<Column> columns;
  columns.reserve(kColumns.size());
  for (const Column& column : kColumns)
    columns.push_back({keys.emplace_back(fmt::format("{}{}", prefix, column.key)), ""});
  return columns;
}

std::vector<Cell> claim_cells(const store::StoredClaim& stored) {
  const extract::Claim& claim = stored.claim;
  const auto& period = claim.period;
  const auto& review = stored.review;
  Cell id = Cell::whole(stored.id), article = Cell::whole(stored.article);
  id.shown = claim_id(stored.id);
  article.shown = article_id(stored.article);
  return {id,
          words(claim.subject, claim.subject.empty() ? "–" : ""),
          words(claim.subject_entity),
          words(word(claim.metric), metric_words(claim.metric)),
          words(claim.variant),
          words(claim.counterparty),
          words(word(claim.kind)),
          Cell::number(claim.value.min),
          Cell::number(claim.value.max),
          words(claim.value.unit),
          words(word(claim.value.qualifier)),
          words(word(claim.role)),
          words(short_figure(claim)),
          words(period ? period_words(period) : ""),
          period ? day(period->from) : Cell::none(),
          period ? day(period->to) : Cell::none(),
          words(word(claim.modality)),
          words(word(claim.status)),
          words(claim.attribution),
          words(stored.outlet),
          day(stored.published),
          words(stored.surface),
          words(stored.sentence),
          words(stored.title),
          words(stored.url),
          words(stored.language),
          article,
          Cell::whole(stored.revision),
          stored.origin == 0 ? Cell::none() : Cell::whole(stored.origin),
          words(stored.agency),
          Cell::whole(stored.evidence_points.begin),
          Cell::whole(stored.evidence_points.end),
          flags(claim.flags),
          words(claim.rule),
          {static_cast<double>(claim.confidence)},
          words(stored.rules_version),
          review ? words(past(review->judgement)) : Cell::none(),
          review ? words(review->reviewer) : Cell::none(),
          review ? words(review->reviewed_at) : Cell::none(),
          review ? words(review->note) : Cell::none()};
}

std::string claim_id(std::int64_t id) { return fmt::format("c{}", id); }
std::string article_id(std::int64_t id) { return fmt::format("a{}", id); }
std::optional<std::int64_t> article_id_in(std::string_view word) {
  if (word.starts_with('a')) word.remove_prefix(1);
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), id);
  return error == std::errc() && end == word.data() + word.size() ? std::optional(id) : std::nullopt;
}
std::string origin_id(std::int64_t id) { return fmt::format("o{}", id); }

std::string source_words(const store::StoredClaim& stored) {
  std::string words = !stored.outlet.empty() ? stored.outlet
                      : !stored.url.empty()  ? stored.url
                                             : "article " + article_id(stored.article);
  if (stored.published) words += ", " + iso(*stored.published);
  return words;
}

std::string review_words(const store::StoredClaim& stored) {
  const auto& review = stored.review;
  if (!review) return "not reviewed";
  std::string words(past(review->judgement));
  if (!review->fields.empty()) words += " (" + review->fields + ")";
  words += fmt::format(" by {}, {}", review->reviewer, review->reviewed_at.substr(0, 10));
  return review->note.empty() ? words : words + ": " + review->note;
}

std::string fact_words(const extract::Claim& claim) {
  std::string words = claim.subject.empty() ? "no company named" : claim.subject;
  words += " · " + metric_words(claim.metric);
  if (!claim.variant.empty()) words += " (" + claim.variant + ")";
  if (!claim.counterparty.empty()) words += " with " + claim.counterparty;
  if (const std::string period = period_words(claim.period); !period.empty()) words += " · " + period;
  return words;
}

}  // namespace gegenprobe::app

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <simdjson.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>

#include "app/claim_reviews.h"
#include "app/claim_rows.h"
#include "app/rows.h"
#include "app/web/routes.h"
#include "app/web/shapes.h"
#include "store/cases.h"
#include "store/claim_lists.h"
#include "store/kept_check.h"

// Downloads: the same rows in the same formats as on the command line, made a few hundred at a time.
namespace gegenprobe::app::web {
namespace {

constexpr std::size_t kMostRows = 100'000, kRowsAtATime = 200, kMostReviews = 5'000;

/// What is written to an Output, taken out again: a file in memory stands where the command line has stdout.
class Taken {
 public:
  Taken() : file_(memfd_create("export", MFD_CLOEXEC)), output_(file_, file_) {}
  ~Taken() {
    (void)output_.flush();
    ::close(file_);
  }
  Taken(const Taken&) = delete;
  Taken& operator=(const Taken&) = delete;

  Output& output() { return output_; }
  std::string take() {
    (void)output_.flush();
    const auto size = ::lseek(file_, 0, SEEK_END);
    std::string text(static_cast<std::size_t>(std::max<off_t>(size, 0)), '\0');
    const ssize_t got = ::pread(file_, text.data(), text.size(), 0);
    text.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (::ftruncate(file_, 0) == 0) ::lseek(file_, 0, SEEK_SET);
    return text;
  }

 private:
  int file_;
  Output output_;
};

/// The format that was asked for: one of `known`, of which the first is usual.
std::string format_of(Params& params, std::initializer_list<std::string_view> known) {
  std::string format = params.text("format");
  if (format.empty()) return std::string(*known.begin());
  if (std::ranges::find(known, format) == known.end())
    params.fail_choice("format", format, {known.begin(), known.end()});
  return format;
}

struct FileKind {
  std::string_view format, ending, type;
};
constexpr FileKind kFileKinds[] = {{"csv", "csv", "text/csv; charset=utf-8"},
                                   {"json", "json", "application/json"},
                                   {"jsonl", "jsonl", "application/jsonl"},
                                   {"webannotation", "annotations.jsonl", "application/jsonl"},
                                   {"claimreview", "claimreview.json", "application/ld+json"}};

Response download(const std::string& name, const std::string& format) {
  Response response;
  const FileKind& kind = *std::ranges::find(kFileKinds, format, &FileKind::format);
  response.type = kind.type;
  response.headers = {
      {"Content-Disposition", fmt::format("attachment; filename=\"{}.{}\"", name, kind.ending)},
      {"Cache-Control", "no-store"}};
  return response;
}

// ---- claims --------------------------------------------------------------------------------------------

/// What writes claims in one of the formats, a few at a time.
class ClaimWriter {
 public:
  explicit ClaimWriter(std::string_view format) {
    if (format != "webannotation")
      rows_.emplace(taken_.output(), app::format_of(std::string(format)), claim_columns());
  }
  void add(const store::StoredClaim& claim) {
    if (rows_)
      rows_->add(claim_cells(claim));
    else
      taken_.output().line(web_annotation(claim));
  }
  std::string take() { return taken_.take(); }
  std::string end() {
    if (rows_) rows_->end();
    return taken_.take();
  }

 private:
  Taken taken_;
  std::optional<Rows> rows_;
};

void stream_claims(Desk& desk, const std::vector<std::int64_t>& ids, std::string_view format,
                   const Sink& sink) {
  ClaimWriter writer(format);
  for (std::size_t at = 0; at < ids.size(); at += kRowsAtATime) {
    const auto end = ids.begin() + static_cast<std::ptrdiff_t>(std::min(ids.size(), at + kRowsAtATime));
    {
      const auto database = desk.readers.lease();
      if (!database) return;
      const auto claims =
          store::claims_with_ids(**database, {ids.begin() + static_cast<std::ptrdiff_t>(at), end});
      if (!claims) return;
      for (const store::StoredClaim& claim : *claims) writer.add(claim);
    }
    if (!sink(writer.take())) return;
  }
  sink(writer.end());
}

// What nobody judged is no review.
Response export_reviews(Desk& desk, store::ClaimFilter filter) {
  filter.limit = kMostReviews;
  if (!filter.judgement && !filter.reviewed) filter.reviewed = true;
  const auto database = desk.readers.lease();
  if (!database) return answer(problem_of(database.error()));
  const auto claims = store::find_claims(**database, filter);
  if (!claims) return answer(problem_of(claims.error()));
  const auto reviewed = reviewed_claims(**database, *claims);
  if (!reviewed) return answer(problem_of(reviewed.error()));
  Response response = download("claims", "claimreview");
  response.body = claim_reviews(*reviewed, "", "");
  return response;
}

Response export_claims(Desk& desk, Call& call) {
  Understood understood;
  const store::ClaimFilter filter = claim_filter_of(call.params, desk.figures, understood);
  const std::string format = format_of(call.params, {"csv", "jsonl", "json", "claimreview", "webannotation"});
  const store::ClaimOrder order = order_of(call.params, filter);
  if (call.params.problem()) return answer(*call.params.problem());
  if (format == "claimreview") return export_reviews(desk, filter);
  const auto database = desk.readers.lease();
  if (!database) return answer(problem_of(database.error()));
  auto ids = store::list_ids(**database, filter, order, kMostRows);
  if (!ids) return answer(problem_of(ids.error()));
  Response response = download("claims", format);
  response.stream = [&desk, ids = *std::move(ids), format](const Sink& sink) {
    stream_claims(desk, ids, format, sink);
  };
  return response;
}

// ---- conflicts -----------------------------------------------------------------------------------------

std::vector<Column> conflict_columns() {
  std::vector<Column> columns{{"verdict", ""}, {"ratio", ""}, {"reason", ""}};
  for (const std::string_view side : {"a_", "b_"})
    for (const Column& column : claim_columns(side)) columns.push_back(column);
  return columns;
}

Response export_conflicts(Desk& desk, Call& call) {
  store::ConflictFilter filter{.company = call.params.text("company"), .outlet = call.params.text("outlet")};
  filter.metric = call.params.metric();
  filter.since = call.params.day("since");
  for (const std::string& name : call.params.texts("verdict"))
    if (const auto verdict = store::verdict(name)) filter.verdicts.push_back(*verdict);
  filter.limit = 5'000;
  const std::string format = format_of(call.params, {"csv", "jsonl", "json"});
  if (call.params.problem()) return answer(*call.params.problem());
  const auto database = desk.readers.lease();
  if (!database) return answer(problem_of(database.error()));
  const auto found = store::conflicts(**database, filter);
  if (!found) return answer(problem_of(found.error()));
  static const std::vector<Column> columns = conflict_columns();
  Taken taken;
  Rows rows(taken.output(), app::format_of(format), columns);
  for (const store::Conflict& conflict : *found) {
    std::vector<Cell> cells{Cell::text(std::string(word(conflict.comparison.verdict))),
                            {conflict.comparison.ratio},
                            Cell::text(conflict.comparison.reason)};
    for (const store::StoredClaim* side : {&conflict.a, &conflict.b})
      for (Cell& cell : claim_cells(*side)) cells.push_back(std::move(cell));
    rows.add(std::move(cells));
  }
  rows.end();
  Response response = download("conflicts", format);
  response.body = taken.take();
  return response;
}

// ---- kept checks ---------------------------------------------------------------------------------------

constexpr std::string_view kCheckColumns[] = {"verdict",         "reason",           "evidence_claim",
                                              "evidence_outlet", "evidence_surface", "evidence_sentence",
                                              "evidence_url"};

using Json = simdjson::dom::element;

/// A kept value as a cell of a table; what has no place in one is left empty.
Cell cell_of(simdjson::simdjson_result<Json> value) {
  std::string_view text;
  double number = 0;
  std::int64_t whole = 0;
  bool yes = false;
  simdjson::dom::array list;
  if (value.get(text) == simdjson::SUCCESS) return Cell::text(std::string(text));
  if (value.get(whole) == simdjson::SUCCESS) return Cell::whole(whole);
  if (value.get(number) == simdjson::SUCCESS) return {number};
  if (value.get(yes) == simdjson::SUCCESS) return {yes};
  if (value.get(list) != simdjson::SUCCESS) return Cell::none();
  Cell::Words words;
  for (const Json each : list)
    if (each.get(text) == simdjson::SUCCESS) words.emplace_back(text);
  return {words};
}

/// Each figure of the text with what decided its verdict.
std::vector<Cell> check_cells(const Json& checked, const std::vector<Column>& columns) {
  std::vector<Cell> cells{cell_of(checked["verdict"]), cell_of(checked["reason"])};
  const auto first = checked["evidence"].at(0)["claim"];
  for (const char* member : {"id", "outlet", "surface", "sentence", "url"})
    cells.push_back(cell_of(first[member]));
  for (std::size_t i = std::size(kCheckColumns); i < columns.size(); ++i)
    cells.push_back(cell_of(checked["claim"][columns[i].key]));
  return cells;
}

Result<std::string> check_rows(const std::string& kept, const std::string& format) {
  std::vector<Column> columns;
  for (const std::string_view name : kCheckColumns) columns.push_back({name, ""});
  for (const Column& column : claim_columns()) columns.push_back(column);
  simdjson::dom::parser parser;
  simdjson::dom::array claims;
  if (parser.parse(kept)["claims"].get(claims) != simdjson::SUCCESS)
    return Error{Error::Kind::store, "this check was kept in a form that cannot be read", ""};
  Taken taken;
  Rows rows(taken.output(), app::format_of(format), columns);
  for (const Json checked : claims) rows.add(check_cells(checked, columns));
  rows.end();
  return taken.take();
}

// No ClaimReview: that tells what a person judged, and a check is the program's.
Response export_check(Desk& desk, Call& call) {
  const std::string format = format_of(call.params, {"json", "csv", "jsonl"});
  if (call.params.problem()) return answer(*call.params.problem());
  const auto database = desk.readers.lease();
  if (!database) return answer(problem_of(database.error()));
  const auto kept = store::find_check(**database, call.parts[0]);
  if (!kept) return answer(problem_of(kept.error()));
  if (!*kept) return answer(no_such("kept check", call.parts[0]));
  Response response = download("check", format);
  if (format == "json") {
    response.body = **kept;
    return response;
  }
  auto rows = check_rows(**kept, format);
  if (!rows) return answer(problem_of(rows.error()));
  response.body = *std::move(rows);
  return response;
}

constexpr Route kRoutes[] = {
    {"GET", "/export/claims", "format sort", export_claims, Route::Kind::plain, kClaimFilter},
    {"GET", "/export/conflicts", "format since company metric outlet verdict", export_conflicts},
    {"GET", "/export/checks/{id}", "format", export_check}};

}  // namespace

std::span<const Route> export_routes() { return kRoutes; }

}  // namespace gegenprobe::app::web

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>

#include "app/claim_rows.h"
#include "app/rows.h"
#include "app/web/routes.h"
#include "app/web/shapes.h"
#include "store/cases.h"
#include "store/claim_lists.h"

// Downloads: the same rows in the same formats as on the command line, made a few hundred at a time.
namespace gegenprobe::app::web {
namespace {

constexpr std::size_t kMostRows = 100'000, kRowsAtATime = 200;

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

std::string format_of(Params& params) {
  const std::string format = params.text("format");
  if (format.empty() || format == "csv" || format == "json" || format == "jsonl")
    return format.empty() ? "csv" : format;
  if (format == "claimreview" || format == "webannotation")
    params.fail({501, "not_yet", "this format is made by 'gegenprobe export'"});
  else
    params.fail({400, "bad_request", "format: '" + format + "' cannot be read", "csv, jsonl or json"});
  return format;
}

Response download(const std::string& name, const std::string& format) {
  Response response;
  response.type = format == "csv"    ? "text/csv; charset=utf-8"
                  : format == "json" ? "application/json"
                                     : "application/jsonl";
  response.headers = {{"Content-Disposition", "attachment; filename=\"" + name + "." + format + "\""},
                      {"Cache-Control", "no-store"}};
  return response;
}

Response export_claims(Desk& desk, Call& call) {
  Understood understood;
  const store::ClaimFilter filter = claim_filter_of(call.params, *desk.rules, understood);
  const std::string format = format_of(call.params);
  const store::ClaimOrder order = order_of(call.params, filter);
  if (call.params.problem()) return answer(*call.params.problem());
  std::vector<std::int64_t> ids;
  {
    const auto database = desk.readers.lease();
    if (!database) return answer(problem_of(database.error()));
    auto found = store::list_ids(**database, filter, order, kMostRows);
    if (!found) return answer(problem_of(found.error()));
    ids = *std::move(found);
  }
  Response response = download("claims", format);
  response.stream = [&desk, ids = std::move(ids), format](const Sink& sink) {
    Taken taken;
    Rows rows(taken.output(), app::format_of(format), claim_columns());
    for (std::size_t at = 0; at < ids.size(); at += kRowsAtATime) {
      const auto end = ids.begin() + static_cast<std::ptrdiff_t>(std::min(ids.size(), at + kRowsAtATime));
      {
        const auto database = desk.readers.lease();
        if (!database) return;
        const auto claims =
            store::claims_with_ids(**database, {ids.begin() + static_cast<std::ptrdiff_t>(at), end});
        if (!claims) return;
        for (const store::StoredClaim& claim : *claims) rows.add(claim_cells(claim));
      }
      if (!sink(taken.take())) return;
    }
    rows.end();
    sink(taken.take());
  };
  return response;
}

std::vector<Column> conflict_columns() {
  std::vector<Column> columns{{"verdict", ""}, {"ratio", ""}, {"reason", ""}};
  for (const std::string_view side : {"a_", "b_"})
    for (const Column& column : claim_columns(side)) columns.push_back(column);
  return columns;
}

Response export_conflicts(Desk& desk, Call& call) {
  store::ConflictFilter filter{.company = call.params.text("company"), .outlet = call.params.text("outlet")};
  filter.metric = call.params.word("metric", [](std::string_view word) { return extract::metric(word); });
  filter.since = call.params.day("since");
  for (const std::string& name : call.params.texts("verdict"))
    if (const auto verdict = store::verdict(name)) filter.verdicts.push_back(*verdict);
  filter.limit = 5'000;
  const std::string format = format_of(call.params);
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

constexpr Route kRoutes[] = {
    {"GET", "/export/claims", "format sort", export_claims, Route::Kind::plain, kClaimFilter},
    {"GET", "/export/conflicts", "format since company metric outlet verdict", export_conflicts}};

}  // namespace

std::span<const Route> export_routes() { return kRoutes; }

}  // namespace gegenprobe::app::web

#include "app/web/body.h"
#include "app/web/routes.h"
#include "app/web/shapes.h"
#include "ingest/rates.h"
#include "store/rate_table.h"

namespace gegenprobe::app::web {
namespace {

constexpr std::size_t kMostRates = 400;

Response rates_answer(Desk& desk, const std::string& currency) {
  const auto database = desk.readers.lease();
  if (!database) return answer(problem_of(database.error()));
  const auto currencies = store::find_currencies(**database);
  if (!currencies) return answer(problem_of(currencies.error()));
  const auto rates = store::newest_rates(**database, currency, kMostRates);
  if (!rates) return answer(problem_of(rates.error()));
  return object([&](JsonWriter& json) {
    write_array(json, "currencies", *currencies, [](JsonWriter& to, const store::CurrencyRow& row) {
      to.StartObject();
      member(to, "currency", row.currency);
      member(to, "first", iso(row.first));
      member(to, "last", iso(row.last));
      count(to, "days", row.days);
      to.EndObject();
    });
    write_array(json, "items", *rates, [](JsonWriter& to, const ingest::ReferenceRate& rate) {
      to.StartObject();
      member(to, "currency", rate.currency);
      member(to, "day", iso(rate.day));
      key(to, "rate");
      to.Double(rate.per_euro);
      to.EndObject();
    });
    member(json, "source", currencies->empty() ? "" : "European Central Bank");
  });
}

Response get_rates(Desk& desk, Call& call) {
  const std::string currency = call.params.text("currency");
  if (call.params.problem()) return answer(*call.params.problem());
  return rates_answer(desk, currency);
}

Response import_rates(Desk& desk, Call& call) {
  Body body(call.request.body);
  const std::string text = body.text("text");
  if (body.problem()) return answer(*body.problem());
  const auto rates = ingest::read_rates(text, "the file");
  if (!rates) return answer(problem_of(rates.error()));
  const auto added =
      desk.write([&](store::Database& database) { return store::add_rates(database, *rates); });
  return added ? rates_answer(desk, "") : answer(problem_of(added.error()));
}

constexpr Route kRoutes[] = {{"GET", "/rates", "currency", get_rates}, {"POST", "/rates", "", import_rates}};

}  // namespace

std::span<const Route> rate_routes() { return kRoutes; }

}  // namespace gegenprobe::app::web

#include <fmt/format.h>

#include <memory>

#include "app/command.h"
#include "app/filter_words.h"
#include "app/rows.h"
#include "app/shared_options.h"
#include "ingest/curl_http.h"
#include "ingest/fetch.h"
#include "ingest/rates.h"
#include "ingest/reader.h"
#include "store/rate_table.h"

namespace gegenprobe::app {
namespace {

constexpr std::size_t kLargestFile = std::size_t{64} << 20;

struct Words {
  std::string action, source, database, format;
  bool allow_private = false;
};

Result<std::string> bytes_of(const Words& words) {
  if (words.source.find("://") != words.source.npos) {
    const auto http = ingest::curl_http({.user_agent = {}, .allow_private = words.allow_private});
    auto response = ingest::fetch(*http, words.source);
    if (!response) return response.error();
    return std::move(response->body);
  }
  const auto file = ingest::open_file(words.source);
  if (!file) return file.error();
  return ingest::read_all(**file, kLargestFile, words.source);
}

Outcome import(const Words& words, Output& output) {
  if (words.source.empty())
    return Error{Error::Kind::usage, "rates import: no file or address",
                 "gegenprobe rates import https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip"};
  const auto bytes = bytes_of(words);
  if (!bytes) return bytes.error();
  const auto rates = ingest::read_rates(*bytes, words.source);
  if (!rates) return rates.error();
  auto database = open_to_write(words.database);
  if (!database) return database.error();
  const auto sums = store::add_rates(*database, *rates);
  if (!sums) return sums.error();
  output.words(fmt::format("{} rates of {} {}, {} to {}; {} new", sums->rates, sums->currencies,
                           sums->currencies == 1 ? "currency" : "currencies", iso(sums->first),
                           iso(sums->last), sums->fresh));
  return 0;
}

Outcome list(const Words& words, Output& output) {
  auto database = open_to_read(words.database);
  if (!database) return database.error();
  const auto currencies = store::find_currencies(*database);
  if (!currencies) return currencies.error();
  Rows rows(output, format_of(words.format),
            {{"currency", "Currency"},
             {"newest", "For 1 EUR", Column::Align::right},
             {"last", "Newest"},
             {"first", "Oldest"},
             {"days", "Days", Column::Align::right}});
  for (const store::CurrencyRow& row : *currencies)
    rows.add({Cell::text(row.currency),
              {row.newest},
              Cell::text(iso(row.last)),
              Cell::text(iso(row.first)),
              Cell::whole(static_cast<std::int64_t>(row.days))});
  rows.end();
  if (currencies->empty()) output.words("no exchange rates; gegenprobe rates import FILE|URL brings them in");
  return 0;
}

Work declare(Options& options) {
  auto words = std::make_shared<Words>();
  options.choice("action", words->action, {"import", "list"}, "bring rates in, or tell which there are")
      .required = true;
  options
      .text("source", words->source, "FILE|URL",
            "import: the ECB's reference rates as CSV, XML or ZIP; '-' is standard input")
      .offer = Options::Offer::files;
  options.on("--allow-private", words->allow_private, "fetch from this machine and from local networks too");
  declare_format(options, words->format);
  declare_database(options, words->database);
  return [words](Output& output) {
    return words->action == "import" ? import(*words, output) : list(*words, output);
  };
}

}  // namespace

extern const Command rates_command;
const Command rates_command{"rates", "import FILE|URL | list",
                            "exchange rates of the European Central Bank, to compare sums in two currencies",
                            R"(# All rates since 1999; and, from cron, those of the last day.
gegenprobe rates import https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip
gegenprobe rates import https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml
gegenprobe rates list)",
                            declare};

}  // namespace gegenprobe::app

// The bank's CSV comes in two dialects: the history has ISO days and no blanks ("2024-12-31,1.0389,"), the
// daily file a blank behind each comma and a day in words ("31 December 2024, 1.0389, "). Both are read
// alike.
#include "ingest/rates.h"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <optional>

#include "ingest/xml_tree.h"

namespace gegenprobe::ingest {
namespace {

using Rates = std::vector<ReferenceRate>;
constexpr std::size_t kLargestUnpacked = std::size_t{64} << 20;

Error no_rates(std::string_view name, std::string_view what) {
  return {Error::Kind::input, fmt::format("{}: {}", name, what),
          "the ECB's files: eurofxref-daily.xml, eurofxref-hist.xml, eurofxref.zip, eurofxref-hist.zip"};
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n\"";
  const auto first = text.find_first_not_of(kBlank);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::string_view take_until(std::string_view& text, char end) {
  const auto at = text.find(end);
  const auto taken = text.substr(0, at);
  text.remove_prefix(at == text.npos ? text.size() : at + 1);
  return trimmed(taken);
}

std::optional<double> rate(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !(value > 0) || value > 1e9)
    return std::nullopt;
  return value;
}

bool is_currency(std::string_view text) {
  return text.size() == 3 && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::optional<Day> day_in_words(std::string_view text) {
  constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};
  const auto day = take_until(text, ' '), month = take_until(text, ' '), year = trimmed(text);
  const auto at = std::ranges::find(kMonths, month);
  if (at == kMonths.end() || day.empty() || day.size() > 2 || year.size() != 4) return std::nullopt;
  return parse_day(fmt::format("{}-{:02}-{:0>2}", year, at - kMonths.begin() + 1, day));
}

// Where the bank had no rate that day.
bool is_none(std::string_view text) { return text.empty() || text == "N/A"; }

// What a heading names no currency is passed over. A file with anything else that is no rate is damaged, and
// none of it is believed.
Result<Rates> read_csv(std::string_view text, std::string_view name) {
  auto head = take_until(text, '\n');
  if (take_until(head, ',') != "Date") return no_rates(name, "no table of reference rates");
  std::vector<std::string_view> currencies;
  while (!head.empty()) currencies.push_back(take_until(head, ','));
  Rates rates;
  for (std::size_t number = 2; !text.empty(); ++number) {
    auto line = take_until(text, '\n');
    if (line.empty()) continue;
    const auto printed = take_until(line, ',');
    auto day = parse_day(printed);
    if (!day) day = day_in_words(printed);
    if (!day) return no_rates(name, fmt::format("line {}: '{}' is no day", number, printed.substr(0, 40)));
    for (const auto currency : currencies) {
      const auto figure = take_until(line, ',');
      if (!is_currency(currency) || is_none(figure)) continue;
      const auto value = rate(figure);
      if (!value)
        return no_rates(
            name, fmt::format("line {}: '{}' is no rate of {}", number, figure.substr(0, 40), currency));
      rates.push_back({*day, std::string(currency), *value});
    }
  }
  return rates;
}

// <Cube time='2024-12-31'><Cube currency='USD' rate='1.0389'/>…</Cube>, a day or many.
void read_cube(const XmlElement& element, std::optional<Day> day, int depth, Rates& rates) {
  if (depth > 4) return;
  if (element.has("time")) day = parse_day(element.attribute("time"));
  if (element.has("currency") && day) {
    const auto currency = element.attribute("currency");
    if (const auto value = rate(element.attribute("rate")); value && is_currency(currency))
      rates.push_back({*day, currency, *value});
  }
  for (const auto& child : element.children()) read_cube(child, day, depth + 1, rates);
}

Result<Rates> read_xml(std::string_view text, std::string_view name) {
  const auto tree = XmlTree::parse(text, "");
  if (!tree) return no_rates(name, "no XML that can be read");
  Rates rates;
  read_cube(tree->root(), std::nullopt, 0, rates);
  return rates;
}

// The first file of the archive; the bank puts one into it.
Result<std::string> unzipped(std::string_view bytes, std::string_view name) {
  zip_error_t error;
  zip_error_init(&error);
  auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  const std::unique_ptr<zip_t, decltype(&zip_discard)> archive(
      source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr, zip_discard);
  zip_error_fini(&error);
  if (!archive && source) zip_source_free(source);
  if (!archive) return no_rates(name, "a damaged ZIP archive");
  const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen_index(archive.get(), 0, 0),
                                                                zip_fclose);
  if (!file) return no_rates(name, "an empty ZIP archive, or one with a password");
  std::string text;
  std::array<char, 1 << 16> piece;
  while (text.size() <= kLargestUnpacked) {
    const auto count = zip_fread(file.get(), piece.data(), piece.size());
    if (count < 0) return no_rates(name, "a damaged ZIP archive");
    if (count == 0) return text;
    text.append(piece.data(), static_cast<std::size_t>(count));
  }
  return no_rates(name, "larger than any table of reference rates");
}

}  // namespace

Result<Rates> read_rates(std::string_view bytes, std::string_view name) {
  if (bytes.starts_with("PK\x03\x04")) {
    const auto text = unzipped(bytes, name);
    return text ? read_rates(*text, name) : text.error();
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const auto begin = trimmed(bytes.substr(0, 64));
  auto rates = begin.starts_with('<') ? read_xml(bytes, name) : read_csv(bytes, name);
  if (rates && rates->empty()) return no_rates(name, "no reference rate in it");
  return rates;
}

}  // namespace gegenprobe::ingest

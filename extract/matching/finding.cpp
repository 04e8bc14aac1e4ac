#include "extract/matching/finding.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>

#include "extract/text/words.h"

namespace gegenprobe::extract {

std::string_view word(Suspicion suspicion) {
  constexpr Words<Suspicion, 3> words{"scale_suspect", "sum_suspect", "conversion_suspect"};
  return words.of(suspicion);
}

std::string_view word(Calculation calculation) {
  constexpr Words<Calculation, 11> kWords{
      "growth",           "part",    "pieces", "limit", "least", "conversion",
      "rough_conversion", "bracket", "twice",  "known", "groups"};
  return kWords.of(calculation);
}

// Units and words of the model hold nothing that JSON would escape.
std::string told(Calculation how, std::initializer_list<Amount> figures) {
  const auto bound = [](const std::optional<Decimal>& value) { return value ? value->text() : "null"; };
  std::string json = fmt::format(R"({{"how":"{}","figures":[)", word(how));
  for (const auto& figure : figures)
    json += fmt::format(R"({}{{"min":{},"max":{},"unit":{},"qualifier":"{}"}})",
                        json.back() == '[' ? "" : ",", bound(figure.min), bound(figure.max),
                        figure.unit.empty() ? "null" : fmt::format("\"{}\"", figure.unit),
                        word(figure.qualifier));
  return json + "]}";
}

Amount calculated(double value, std::string unit) {
  constexpr int kDigits = 4;
  Amount amount;
  amount.unit = std::move(unit);
  const int exponent =
      value == 0 ? 0 : static_cast<int>(std::floor(std::log10(std::abs(value)))) + 1 - kDigits;
  amount.min = amount.max = Decimal{std::llround(value / std::pow(10, exponent)), exponent};
  return amount;
}

}  // namespace gegenprobe::extract

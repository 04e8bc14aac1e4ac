#include "extract/values/decimal.h"

#include <array>
#include <cmath>
#include <cstdlib>

namespace gegenprobe::extract {
namespace {

__extension__ using Wide = __int128;
constexpr int kMaxDigits = 18;

constexpr auto kPowers = [] {
  std::array<std::int64_t, kMaxDigits + 1> powers{};
  std::int64_t power = 1;
  for (auto& p : powers) p = power, power *= power < 1'000'000'000'000'000'000 ? 10 : 1;
  return powers;
}();

// All that a double has exactly.
constexpr auto kExactPowers = [] {
  std::array<double, 23> powers{};
  double power = 1;
  for (auto& p : powers) p = power, power *= 10;
  return powers;
}();

double power_of_ten(int exponent) {
  return exponent < static_cast<int>(kExactPowers.size()) ? kExactPowers[static_cast<std::size_t>(exponent)]
                                                          : std::pow(10.0, exponent);
}

constexpr std::int64_t kLimit = kPowers[kMaxDigits];

// Both numbers over the smaller exponent of the two, in 128 bits: 18 digits × 10^54 does not fit, so far
// exponents are met half-way by dropping trailing zeros first.
struct Aligned {
  Wide a, b;
  int exponent;
  bool fits;
};

Decimal without_trailing_zeros(Decimal d) {
  if (d.coefficient == 0) return {0, 0};
  while (d.coefficient % 10 == 0) d.coefficient /= 10, ++d.exponent;
  return d;
}

Aligned aligned(Decimal a, Decimal b) {
  const int exponent = std::min(a.exponent, b.exponent);
  const int up_a = a.exponent - exponent, up_b = b.exponent - exponent;
  if (up_a > kMaxDigits || up_b > kMaxDigits) return {0, 0, exponent, false};
  return {static_cast<Wide>(a.coefficient) * kPowers[up_a], static_cast<Wide>(b.coefficient) * kPowers[up_b],
          exponent, true};
}

}  // namespace

double Decimal::to_double() const {
  const auto value = static_cast<double>(coefficient);
  return exponent < 0 ? value / power_of_ten(-exponent) : value * power_of_ten(exponent);
}

std::string Decimal::text() const {
  std::string digits = std::to_string(std::llabs(coefficient));
  if (exponent >= 0) {
    if (coefficient != 0) digits.append(static_cast<std::size_t>(exponent), '0');
  } else {
    const auto places = static_cast<std::size_t>(-exponent);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    digits.insert(digits.size() - places, 1, '.');
    while (digits.back() == '0') digits.pop_back();
    if (digits.back() == '.') digits.pop_back();
  }
  return coefficient < 0 ? "-" + digits : digits;
}

double Decimal::unit_in_last_place() const {
  return exponent < 0 ? std::pow(10.0, exponent) : power_of_ten(exponent);
}

int compare(Decimal a, Decimal b) {
  a = without_trailing_zeros(a), b = without_trailing_zeros(b);
  const auto both = aligned(a, b);
  if (both.fits) return both.a < both.b ? -1 : both.a > both.b ? 1 : 0;
  const double difference = a.to_double() - b.to_double();  // many orders apart, or a zero
  return difference < 0 ? -1 : difference > 0 ? 1 : 0;
}

bool same_number(Decimal a, Decimal b) { return compare(a, b) == 0; }

std::optional<Decimal> multiply(Decimal a, Decimal b) {
  a = without_trailing_zeros(a), b = without_trailing_zeros(b);
  const Wide product = static_cast<Wide>(a.coefficient) * b.coefficient;
  if (product >= kLimit || product <= -kLimit) return std::nullopt;
  return Decimal{static_cast<std::int64_t>(product), a.exponent + b.exponent};
}

std::optional<Decimal> add(Decimal a, Decimal b) {
  const auto both = aligned(a, b);
  if (!both.fits) return std::nullopt;
  const Wide sum = both.a + both.b;
  if (sum >= kLimit || sum <= -kLimit) return std::nullopt;
  return Decimal{static_cast<std::int64_t>(sum), both.exponent};
}

Decimal scaled(Decimal a, int power) { return {a.coefficient, a.exponent + power}; }

}  // namespace gegenprobe::extract

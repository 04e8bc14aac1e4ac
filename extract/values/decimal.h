#pragma once
#include <cstdint>
#include <optional>
#include <string>

namespace gegenprobe::extract {

/// An exact number as it was printed: coefficient × 10^exponent. «5,5 Milliarden» is 55 × 10^8, and so
/// still knows that its last printed digit stands for 100 million: comparisons round by that.
/// The coefficient has at most 18 digits, the exponent lies in -18 … 36.
struct Decimal {
  std::int64_t coefficient = 0;
  std::int32_t exponent = 0;

  double to_double() const;  ///< for the database and for ratios; the nearest double
  std::string text() const;  ///< plain digits: "5500000000", "2.34", "-1.5"
  /// The value of one unit in the last printed digit: 10^exponent.
  double unit_in_last_place() const;
  /// The same number; the printed precision may differ.
  friend bool same_number(Decimal a, Decimal b);
  bool operator==(const Decimal&) const = default;  ///< number and printed precision
};

bool same_number(Decimal a, Decimal b);
int compare(Decimal a, Decimal b);  ///< <0, 0, >0; exact

/// a × b, or nothing where it does not fit.
std::optional<Decimal> multiply(Decimal a, Decimal b);
/// a + b, or nothing where it does not fit. The precision is that of the finer one.
std::optional<Decimal> add(Decimal a, Decimal b);
/// a × 10^power; keeps the printed digits.
Decimal scaled(Decimal a, int power);

}  // namespace gegenprobe::extract

#pragma once
#include <optional>
#include <string>

#include "store/compare.h"
#include "store/rates.h"

// For the comparison's own files.
namespace gegenprobe::store {

/// What one of b's currency is worth in a's, and what to tell of it.
struct Conversion {
  ExchangeRate rate;
  std::string words;
  RateUsed used;
};

bool in_two_currencies(const extract::Claim& a, const extract::Claim& b);

/// By the rates of the period, else of the day of publication. Nothing for one currency, or without rates.
std::optional<Conversion> conversion_between(const ClaimInContext& a, const ClaimInContext& b,
                                             const Rates* rates);

}  // namespace gegenprobe::store

#pragma once
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/claim.h"

namespace gegenprobe::extract {

/// What the claims of a text told so far. Asking costs one look-up, however many there were.
class ToldFigures {
 public:
  void note(const Claim& claim);
  /// Whether the text told such a figure of any firm; of the claim's; of the claim's in the same unit.
  bool told(Metric metric) const { return (metrics_ & bit(metric)) != 0; }
  bool told(const Claim& of, Metric metric) const;
  bool told_in_unit(const Claim& of, Metric metric) const;
  /// Whether it told one of the claim's firm whose metric was named by a word, not by the unit alone.
  bool told_by_word(const Claim& of) const;
  /// Whether one of these was of the firm's business: a result, its staff, its share.
  bool told_business(const Claim& of) const;
  /// Who pays for whom in the last claim that says so; empty words before the first.
  struct Bid {
    std::string bidder, bidder_entity, target, target_entity;
  };
  const Bid& last_bid() const { return last_bid_; }

 private:
  using Metrics = std::uint64_t;  // a set
  static constexpr Metrics bit(Metric metric) { return Metrics{1} << static_cast<unsigned>(metric); }
  struct OfFirm {
    Metrics metrics = 0;
    bool by_word = false, business = false;
    std::unordered_map<std::string, Metrics> by_unit;
  };
  const OfFirm* of_firm(const Claim& claim) const;

  Metrics metrics_ = 0;
  Bid last_bid_;
  std::unordered_map<std::string, OfFirm> by_entity_;
};

}  // namespace gegenprobe::extract

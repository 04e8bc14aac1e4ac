#pragma once
#include <optional>
#include <vector>

#include "extract/claim.h"
#include "extract/claims/sentence_view.h"

namespace gegenprobe::extract {

/// Whether a claim is about a stock index, not a firm.
inline bool is_index(const Claim& claim) { return claim.subject_entity.starts_with("index:"); }

/// Reports on the market tell of many prices, name their day once and soon leave the word "share" out.
class MarketReport {
 public:
  /// Takes note of the days a sentence names. A report's is the day it came out or the one before.
  void note_days(const SentenceView& view, std::optional<Day> published);
  void note(const Claim& claim) { prices_ += claim.metric == Metric::share_price; }
  /// Whether a percentage without a word for what it measures is one of a share.
  bool leaves_word_out() const { return prices_ >= 2; }
  /// Whether this may be a report whose day is not known yet.
  bool wants_day() const;
  /// Gives the prices that have no time the day of the report, if this is one.
  void date(std::vector<Claim>& claims) const;

 private:
  int prices_ = 0;  // so far
  std::optional<Period> day_;
};

}  // namespace gegenprobe::extract

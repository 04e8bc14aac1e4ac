#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>

#include "extract/claims/claim_period.h"
#include "extract/claims/sentence_view.h"

namespace gegenprobe::extract {

/// The times a text has told so far, which later figures may leave out. Claims are told to it in order.
class ToldTimes {
 public:
  explicit ToldTimes(const Found& found);

  /// What is known of a claim's time before its sentence is asked. \pre the claim's subject is set
  TimeContext context(const Claim& claim, const Claim* previous, const Claim* continued,
                      std::uint32_t sentence) const;
  void note(const SentenceView& view, const Placed& value, const Claim& claim, std::uint32_t sentence);
  /// At the end of each sentence.
  void note_sentence(const SentenceView& view);

 private:
  bool goes_on_with_sentence(const SentenceView& view, const Placed& value, const Claim& claim) const;
  bool sets_time(const SentenceView& view, const Placed& value, const Claim& claim) const;
  bool opens_with_last_year(const SentenceView& view, const Placed& value, const Claim& claim) const;

  std::optional<Day> published_;
  ResultTime last_result_, forecast_;       // the last ones told
  ResultTime count_;                        // of what a firm sold, or of its share of the market
  std::uint32_t count_until_ = 0;           // the last sentence in which its rivals may be told beside it
  bool told_result_ = false;                // of any firm
  std::uint32_t forecast_until_ = 0;        // the last sentence that may go on with the forecast
  std::optional<Period> told_by_sentence_;  // right before, where it has no figure
  std::map<std::string_view, std::string_view> year_ends_;  // by entity, where it is not December
};

}  // namespace gegenprobe::extract

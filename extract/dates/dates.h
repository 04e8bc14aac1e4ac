#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "extract/dates/date_context.h"
#include "extract/mention.h"
#include "extract/text/text.h"
#include "ingest/day.h"

namespace gegenprobe::extract {

/// Finds the calendar expressions of one document and the days they mean. Keeps what the text spoke of last:
/// «im Vorjahr» and "a year earlier" count from there. `text` must outlive it.
class DateFinder {
 public:
  /// Relative expressions count from `published`; without it their bounds stay open. Looks through the
  /// whole text once: whether it tells history (then «im Oktober» is that of the year it is in), and when
  /// the company's own year ends. Of `companies`, the mentions found so far, the known ones tell that too.
  DateFinder(const Text& text, std::optional<Day> published, const std::vector<Mention>& companies = {});

  /// Appends the expressions of a sentence, ascending and without overlaps; spans are bytes of the
  /// normalised text. Sentences are to come in the order of the text.
  void find(const Sentence& sentence, std::vector<Mention>& mentions);

 private:
  struct OwnYear {
    std::uint32_t begin;  ///< of the company's mention
    unsigned month;       ///< with which its business year ends
  };

  /// What tells whether "3/4" is a day of March or of April: other dates of the text, words and signs.
  struct DateOrderSigns {
    int day_first = 0, month_first = 0, british = 0, american = 0;
  };

  bool hints_at_fiscal_year(const Sentence& sentence) const;
  void find_fiscal_year();
  void find_narrative();
  void find_own_years(const std::vector<Mention>& companies);
  unsigned fiscal_end_at(const Sentence& sentence, const DateReading& reading) const;
  bool day_stands_first();
  bool tells_of_a_match();
  void count_order_signs(const Sentence& sentence, DateOrderSigns& signs) const;

  const Text& text_;
  std::optional<Day> published_;
  bool narrative_ = false;
  unsigned fiscal_end_ = 0;  ///< the month with which the company's year ends; 0 where the text tells none
  unsigned main_fiscal_end_ = 0;         ///< that of the company that the text names most often
  std::vector<OwnYear> own_years_;       ///< of the known companies, in the order of the text
  std::optional<bool> day_first_ = {};   ///< "3/4/2025" is in April; found out when first asked
  std::optional<bool> of_a_match_ = {};  ///< "the first half" is that of a game; found out when first asked
  std::uint32_t sentence_ = 0;
  std::vector<KnownDate> known_;
};

}  // namespace gegenprobe::extract

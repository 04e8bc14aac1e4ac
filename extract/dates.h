#pragma once
#include <optional>
#include <vector>

#include "extract/date_resolver.h"
#include "extract/mention.h"
#include "extract/text.h"
#include "ingest/day.h"

namespace gegenprobe::extract {

/// Finds the calendar expressions of one document and the days they mean. Keeps what the text spoke of last:
/// «im Vorjahr» and "a year earlier" count from there. `text` must outlive it.
class DateFinder {
 public:
  /// Relative expressions count from `published`; without it their bounds stay open. Looks through the
  /// whole text once: whether it tells history (then «im Oktober» is that of the year it is in), and when
  /// the company's own year ends.
  DateFinder(const Text& text, std::optional<Day> published);

  /// Appends the expressions of a sentence, ascending and without overlaps; spans are bytes of the
  /// normalised text. Sentences are to come in the order of the text.
  void find(const Sentence& sentence, std::vector<Mention>& mentions);

 private:
  bool hints_at_fiscal_year(const Sentence& sentence) const;
  void find_fiscal_year();
  void find_narrative();

  const Text& text_;
  std::optional<Day> published_;
  bool narrative_ = false;
  unsigned fiscal_end_ = 0;  ///< the month with which the company's year ends; 0 where the text tells none
  std::uint32_t sentence_ = 0;
  std::vector<KnownDate> known_;
};

}  // namespace gegenprobe::extract

#include "extract/dates/date_reading.h"

#include "extract/dates/date_joins.h"
#include "extract/dates/date_parts.h"

namespace gegenprobe::extract {

std::vector<DateReading> read_dates(const Text& text, const Sentence& sentence) {
  auto readings = find_date_parts(text, sentence);
  join_dates(text, sentence, readings);
  return readings;
}

}  // namespace gegenprobe::extract

#include "app/filter_words.h"

#include "app/shared_options.h"

namespace gegenprobe::app {

Result<std::optional<Day>> day_from(const std::string& where, const std::string& words) {
  if (words.empty()) return std::optional<Day>();
  if (const auto day = parse_day(words)) return day;
  return Error{Error::Kind::usage, where + ": '" + words + "' is no day like 2025-10-07", ""};
}

Result<std::optional<extract::Metric>> metric_from(const std::string& where, const std::string& words) {
  if (words.empty()) return std::optional<extract::Metric>();
  if (const auto metric = extract::metric(words)) return metric;
  return Error{Error::Kind::usage, where + ": '" + words + "' is no metric", "gegenprobe claims --help"};
}

std::vector<std::string> metric_choices() {
  std::vector<std::string> choices;
  for (int i = 0; i <= static_cast<int>(extract::Metric::other); ++i)
    choices.emplace_back(word(static_cast<extract::Metric>(i)));
  return choices;
}

Result<store::Database> open_to_read(const std::string& given) {
  const auto path = database_path(given);
  if (!path) return path.error();
  return store::Database::open(*path, store::Access::read);
}

}  // namespace gegenprobe::app

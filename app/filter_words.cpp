#include "app/filter_words.h"

#include <filesystem>

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

Result<store::Database> open_to_write(const std::string& given) {
  const auto path = database_path(given);
  if (!path) return path.error();
  // The user's own folder is made for them; one that they named is theirs to make.
  std::error_code ignored;
  if (given.empty()) std::filesystem::create_directories(std::filesystem::path(*path).parent_path(), ignored);
  return store::Database::open(*path, store::Access::write);
}

}  // namespace gegenprobe::app

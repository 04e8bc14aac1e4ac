#include "ingest/article.h"
namespace gegenprobe::ingest {
Result<Article> read_article(std::string_view, std::string_view) {
  return Error{Error::Kind::input, "HTML is not read yet", ""};
}
std::optional<Day> Article::day() const { return parse_day(std::string_view(published).substr(0, 10)); }
}  // namespace gegenprobe::ingest

#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/web/http.h"
#include "app/web/problem.h"
#include "ingest/day.h"

namespace gegenprobe::app::web {

/// The JSON object of a request, read member by member like Params. What is no object is the first problem.
class Body {
 public:
  explicit Body(const std::string& json);
  ~Body();

  std::string text(std::string_view name);  ///< "" where it is missing or null
  bool on(std::string_view name);           ///< false where it is missing
  std::optional<Day> day(std::string_view name);
  /// One of the model's words, by the function that reads it.
  template <class Read>
  auto word(std::string_view name, Read read) -> decltype(read("")) {
    const std::string given = text(name);
    const auto value = read(given);
    if (!given.empty() && !value) fail({400, "bad_request", "\"" + std::string(name) + "\" cannot be read"});
    return given.empty() ? decltype(read("")){} : value;
  }
  bool has(std::string_view name) const;
  /// An object of texts and lists of texts, as the query of an address would be; empty where it is missing.
  Request::Pairs pairs(std::string_view name);

  void fail(Problem problem);
  const std::optional<Problem>& problem() const { return problem_; }

 private:
  struct Parsed;
  std::unique_ptr<Parsed> parsed_;
  std::optional<Problem> problem_;
};

}  // namespace gegenprobe::app::web

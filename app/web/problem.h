#pragma once
#include <string>
#include <string_view>

#include "app/web/http.h"
#include "ingest/result.h"

namespace gegenprobe::app::web {

/// An answer of 4xx or 5xx: the schema Problem of openapi.json. `code` is one of those listed there.
struct Problem {
  int status;
  std::string code;
  std::string title;      ///< one line
  std::string hint = {};  ///< may be empty
};

Response answer(const Problem& problem);
/// What an Error of the other folders is to a client: the user's own words are a 400, the rest is ours.
Problem problem_of(const Error& error);

}  // namespace gegenprobe::app::web

#include "app/web/problem.h"

#include "app/json.h"

namespace gegenprobe::app::web {

Response answer(const Problem& problem) {
  JsonBuffer buffer;
  JsonWriter json(buffer);
  json.StartObject();
  key(json, "status");
  json.Int(problem.status);
  key(json, "code");
  string(json, problem.code);
  key(json, "title");
  string(json, problem.title);
  key(json, "hint");
  string_or_null(json, problem.hint);
  json.EndObject();
  return {.status = problem.status,
          .type = "application/problem+json",
          .body = std::string(text_of(buffer)),
          .headers = {{"Cache-Control", "no-store"}}};
}

Problem problem_of(const Error& error) {
  switch (error.kind) {
    case Error::Kind::usage:
      return {400, "bad_request", error.what, error.hint};
    case Error::Kind::input:
      return {422, "input", error.what, error.hint};
    case Error::Kind::network:
      return {502, "network", error.what, error.hint};
    case Error::Kind::rules:
      return {500, "internal", error.what, error.hint};
    case Error::Kind::store:
      break;
  }
  return {503, "store", error.what, error.hint};
}

}  // namespace gegenprobe::app::web

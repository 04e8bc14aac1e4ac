#include "app/version.h"
#include "app/web/body.h"
#include "app/web/files.h"
#include "app/web/routes.h"
#include "app/web/shapes.h"
#include "store/company_lists.h"
#include "store/database.h"

namespace gegenprobe::app::web {
namespace {

void write_session(JsonWriter& json, Desk& desk, const std::optional<Sessions::Session>& session) {
  const bool needed = desk.sessions.password_needed();
  yes_no(json, "logged_in", !needed || session.has_value());
  yes_no(json, "password_needed", needed);
  yes_no(json, "read_only", desk.options.guard.read_only);
  member(json, "token", session ? session->token : needed ? "" : desk.sessions.common_token());
  key(json, "version");
  string(json, program_version());
  key(json, "rules_version");
  string(json, extract::version_of(*desk.rules));
}

Response session_answer(Desk& desk, std::string_view cookie) {
  const auto session = desk.sessions.find(cookie);
  Response response = object([&](JsonWriter& json) { write_session(json, desk, session); });
  response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

Response get_session(Desk& desk, Call& call) {
  return session_answer(desk, cookie_in(call.request.header("cookie"), kCookie));
}

Response log_in(Desk& desk, Call& call) {
  Body body(call.request.body);
  const std::string password = body.text("password"), who = body.text("who");
  if (body.problem()) return answer(*body.problem());
  if (!desk.sessions.password_needed()) return answer({400, "bad_request", "this desk asks for no password"});
  if (!desk.sessions.may_try(call.request.client))
    return answer({429, "too_many_requests", "too many attempts", "wait a minute"});
  const auto cookie = desk.sessions.log_in(password, who);
  if (!cookie) return answer({401, "wrong_password", "the password is another one"});
  Response response = session_answer(desk, *cookie);
  const bool secure = call.request.header("x-forwarded-proto") == "https";
  response.headers.emplace_back("Set-Cookie", std::string(kCookie) + "=" + *cookie +
                                                  "; Path=/; HttpOnly; SameSite=Strict; Max-Age=43200" +
                                                  (secure ? "; Secure" : ""));
  return response;
}

Response log_out(Desk& desk, Call& call) {
  desk.sessions.log_out(cookie_in(call.request.header("cookie"), kCookie));
  Response response = session_answer(desk, "");
  response.headers.emplace_back("Set-Cookie",
                                std::string(kCookie) + "=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0");
  return response;
}

Response get_words(Desk&, Call&) { return {.body = std::string(words_file())}; }
Response get_openapi(Desk&, Call&) { return {.body = std::string(openapi_file())}; }

Response get_statistics(Desk& desk, Call&) {
  const auto database = desk.readers.lease();
  if (!database) return answer(problem_of(database.error()));
  const auto known = store::quick_statistics(**database);
  if (!known) return answer(problem_of(known.error()));
  return object([&](JsonWriter& json) {
    count(json, "outlets", known->outlets);
    count(json, "articles", known->articles);
    count(json, "revisions", known->revisions);
    count(json, "mentions", known->mentions);
    count(json, "unresolved", known->unresolved);
    count(json, "claims", known->claims);
    count(json, "companies", known->companies);
    count(json, "conflicts", known->conflicts);
    count(json, "size_bytes", known->size_bytes);
    key(json, "first_published");
    day_or_null(json, known->first_published);
    key(json, "last_published");
    day_or_null(json, known->last_published);
    key(json, "schema_version");
    json.Int(store::schema_version());
    yes_no(json, "is_exact", known->exact);
  });
}

using enum Route::Kind;
constexpr Route kRoutes[] = {
    {"GET", "/session", "", get_session, open},      {"POST", "/session", "", log_in, open},
    {"DELETE", "/session", "", log_out, computes},   {"GET", "/words", "lang", get_words, open},
    {"GET", "/openapi.json", "", get_openapi, open}, {"GET", "/statistics", "", get_statistics}};

}  // namespace

std::span<const Route> session_routes() { return kRoutes; }

}  // namespace gegenprobe::app::web

#include "app/web/routes.h"

// What openapi.json describes and the program cannot do yet (x-served: false there): it answers so.
namespace gegenprobe::app::web {
namespace {

Response not_yet(Desk&, Call&) { return answer({501, "not_yet", "this program does not know that yet"}); }

constexpr std::string_view kAny =
    "from to revision state limit offset currency format since company metric outlet verdict sort";
constexpr Route kRoutes[] = {
    {"GET", "/articles/{id}/diff", kAny, not_yet}, {"GET", "/watches", kAny, not_yet},
    {"POST", "/watches", kAny, not_yet},           {"GET", "/watches/{id}", kAny, not_yet},
    {"DELETE", "/watches/{id}", kAny, not_yet},    {"GET", "/export/checks/{id}", kAny, not_yet}};

}  // namespace

std::span<const Route> pending_routes() { return kRoutes; }

}  // namespace gegenprobe::app::web

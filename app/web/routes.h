#pragma once
#include <span>
#include <string_view>

#include "app/web/desk.h"

namespace gegenprobe::app::web {

struct Route {
  std::string_view method;
  std::string_view path;    ///< below /api/v1; {…} is any one part
  std::string_view params;  ///< names it takes, parted by blanks
  Response (*answer)(Desk&, Call&);
  enum class Kind {
    plain,
    open,
    computes
  } kind = Kind::plain;          ///< open: needs no login; computes: see admit()
  std::string_view filter = {};  ///< further names, of a filter that several take
};

/// The parameters of claim_filter_of().
inline constexpr std::string_view kClaimFilter =
    "company metric period outlet value min max unit modality text since language flag review origins older "
    "article lang";

/// By the file that answers them.
std::span<const Route> session_routes();
std::span<const Route> claim_routes();
std::span<const Route> conflict_routes();
std::span<const Route> article_routes();
std::span<const Route> company_routes();
std::span<const Route> check_routes();
std::span<const Route> event_routes();
std::span<const Route> source_routes();
std::span<const Route> rate_routes();
std::span<const Route> export_routes();
std::span<const Route> watch_routes();

struct Found {
  const Route* route = nullptr;  ///< nothing where the path is unknown, or known with other methods only
  std::vector<std::string> parts;
  std::string allowed;  ///< methods that the path has, for Allow; empty: there is no such path
};
/// `path` is percent-encoded, below /api/v1.
Found find_route(std::string_view method, std::string_view path);

/// "%C3%BC" decoded; nothing where it is malformed, holds a NUL or is no UTF-8.
std::optional<std::string> decoded(std::string_view part);

/// The id in a path; nothing where it is none.
std::optional<std::int64_t> id_of(std::string_view part);
Problem no_such(std::string_view what, std::string_view id);

}  // namespace gegenprobe::app::web

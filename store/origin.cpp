#include "store/origin.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "store/guarded.h"
#include "store/origin_table.h"

namespace gegenprobe::store {
namespace {

/// What makes two claims one source: their origin, and each agency that it credits.
std::vector<std::string> marks_of(const StoredClaim& claim) {
  if (claim.origin == 0) return {"claim " + std::to_string(claim.id)};
  std::vector<std::string> marks{"origin " + std::to_string(claim.origin)};
  for (std::string_view rest = claim.agency; !rest.empty();) {
    const auto end = std::min(rest.find(", "), rest.size());
    marks.push_back("agency " + std::string(rest.substr(0, end)));
    rest.remove_prefix(std::min(end + 2, rest.size()));
  }
  return marks;
}

struct Group {
  std::set<std::string> marks;
  std::vector<std::size_t> claims;  // places in the list
};

}  // namespace

std::vector<std::vector<const StoredClaim*>> by_origin(const std::vector<const StoredClaim*>& claims) {
  std::vector<Group> groups;
  for (std::size_t at = 0; at < claims.size(); ++at) {
    const auto marks = marks_of(*claims[at]);
    Group joined{{marks.begin(), marks.end()}, {}};
    // A claim that credits two agencies makes one of what were two.
    std::erase_if(groups, [&](Group& group) {
      const bool same =
          std::ranges::any_of(marks, [&](const auto& mark) { return group.marks.contains(mark); });
      if (!same) return false;
      joined.marks.merge(group.marks);
      joined.claims.insert(joined.claims.end(), group.claims.begin(), group.claims.end());
      return true;
    });
    joined.claims.push_back(at);
    std::ranges::sort(joined.claims);
    groups.push_back(std::move(joined));
  }
  std::ranges::sort(groups, {}, [](const Group& group) { return group.claims.front(); });
  std::vector<std::vector<const StoredClaim*>> found;
  for (const auto& group : groups) {
    auto& list = found.emplace_back();
    for (const auto at : group.claims) list.push_back(claims[at]);
  }
  return found;
}

Result<std::optional<std::int64_t>> origin_of(Database& database, const ingest::Document& document) {
  return guarded(database, "look for copies of the text", [&]() -> std::optional<std::int64_t> {
    const auto origin = find_origin(database.connection(), document.text);
    return origin == 0 ? std::nullopt : std::optional(origin);
  });
}

}  // namespace gegenprobe::store

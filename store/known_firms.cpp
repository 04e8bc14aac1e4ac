#include <set>

#include "extract/text/token.h"
#include "store/company_decision.h"
#include "store/connection.h"
#include "store/fold.h"
#include "store/guarded.h"
#include "store/query.h"

namespace gegenprobe::store {

Result<std::vector<extract::KnownFirm>> known_firms(Database& database, std::string_view text) {
  return guarded(database, "look for the companies of a text", [&] {
    constexpr std::size_t kLongestText = 64 << 10;
    constexpr std::size_t kMostWords = 4;
    if (text.size() > kLongestText) text = text.substr(0, text.rfind(' ', kLongestText));
    const auto tokens = extract::tokens_of(text);
    std::set<std::string_view> asked;
    std::vector<extract::KnownFirm> firms;
    for (std::size_t first = 0; first < tokens.size(); ++first) {
      if (!(tokens[first].shape & (extract::kCapital | extract::kMixedCase))) continue;
      for (std::size_t last = first; last < std::min(tokens.size(), first + kMostWords); ++last) {
        if (tokens[last].is(extract::TokenClass::line_break)) break;
        const auto name = text.substr(tokens[first].begin, tokens[last].end() - tokens[first].begin);
        if (!asked.insert(name).second) continue;
        auto row = database.connection().query(
            "SELECT min(company.entity), count(DISTINCT company.id) FROM company_name"
            " JOIN company ON company.id = company_name.company_id"
            " WHERE company_name.folded = ?1 AND company.entity LIKE 'x:%'");
        row.bind(name_key(name));
        if (row.step() && row.integer(1) == 1) firms.push_back({std::string(name), row.text(0)});
      }
    }
    if (auto told = decided_names(database)) firms.insert(firms.end(), told->begin(), told->end());
    return firms;
  });
}

}  // namespace gegenprobe::store

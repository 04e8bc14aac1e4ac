#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "store/database.h"

namespace gegenprobe::store {

struct Examination {
  bool full =
      false;  ///< every article's conflicts and every kept page, not only those of the newest articles
  bool mend = false;  ///< make anew what follows from other rows, and delete rows that nothing leads to
};

enum class Health : std::uint8_t { well, ill, mended };

/// What came of looking at one part.
struct Diagnosis {
  std::string part;  ///< "file", "references", "words", …; one of a few, in the order in which they build on
                     ///< each other
  Health health = Health::well;
  std::uint64_t looked_at = 0;
  std::uint64_t wrong = 0;
  std::string what = {};    ///< what is wrong, with the first case; where all is well, what was left out
  std::string remedy = {};  ///< what to do next; empty where nothing is to be done
};

/// Called before each part, and now and then within one.
using ExaminationProgress = std::function<void(const std::string& words)>;

/// Looks a database over: the file itself, references between rows, the full-text index, whether the words of
/// claims and mentions stand where their spans say, rows that nothing leads to, what is live, counters,
/// whether the conflicts written down are those that the claims give, and the pages kept in web archives.
/// \pre `database` was opened to write; other programs may use it meanwhile.
/// Minutes for millions of claims. Where the file itself is damaged, nothing else is looked at.
Result<std::vector<Diagnosis>> examine(Database& database, const Examination& examination,
                                       const ExaminationProgress& progress);

}  // namespace gegenprobe::store

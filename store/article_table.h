#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/extract.h"
#include "ingest/document.h"
#include "ingest/result.h"
#include "store/compare.h"
#include "store/database.h"
#include "store/text_keys.h"
#include "store/utc.h"

namespace gegenprobe::store {

/// What made an extraction, kept on each of its claims.
struct Versions {
  std::string program, rules;  ///< "0.1.0", "r1a2b3c4d"
};

enum class Outcome : std::uint8_t {
  fresh,      ///< an article that was not there before
  unchanged,  ///< the same text again, be it with other blanks and line breaks: nothing was written
  changed     ///< known article, other text: a new revision; the claims of the old one stay, no longer live
};
std::string_view word(Outcome outcome);  ///< "new", "unchanged", "changed"

struct AddedArticle {
  Outcome outcome = Outcome::fresh;
  std::int64_t article = 0, revision = 0;  ///< ids
  std::int64_t origin = 0;                 ///< id; 0 for unchanged
  int number = 1;                          ///< of the revision: 1, 2, …
  std::size_t mentions = 0;                ///< written now; 0 for unchanged
  std::vector<std::int64_t> claims;        ///< ids, in the order of the extraction; empty for unchanged
  std::size_t conflicts =
      0;  ///< pairs with these claims that scale_suspect, contradict or differ: rows of v_conflict
  std::size_t suspects = 0;  ///< of these claims, what is wrong with one by itself
};

/// Puts an article in the database with all that was extracted from it, compares its claims with those that
/// are there, in one transaction: whole or not at all. An article is known by its URL, else by its outlet
/// and text. Errors: the database's.
/// `keys` are those of the document.
Result<AddedArticle> add_article(Database& database, const ingest::Document& document, const TextKeys& keys,
                                 const extract::Extraction& extraction, const Versions& versions, Time now);
/// The same, with the keys made here.
Result<AddedArticle> add_article(Database& database, const ingest::Document& document,
                                 const extract::Extraction& extraction, const Versions& versions, Time now);

/// Whether add_article() would answer `unchanged`: lets a caller skip the extraction.
Result<bool> is_stored(Database& database, const ingest::Document& document);

}  // namespace gegenprobe::store

#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "store/database.h"

namespace gegenprobe::store {

/// What was deleted, or would be.
struct Forgotten {
  std::vector<std::string> articles;  ///< "a7 https://…", or the headline where it has no address
  std::size_t revisions = 0, claims = 0, mentions = 0, comparisons = 0, reviews = 0, watch_items = 0,
              companies = 0;  ///< companies: those that nothing else names
  std::size_t records = 0;    ///< pages in web archives
  std::uint64_t record_bytes = 0;
};

/// Deletes an article, by its URL, or all of an outlet, by its name: rows, full text, comparisons with
/// others' claims, reviews, and the pages as they were fetched; the words are gone from the files, too. First
/// the pages, then the rows, some hundred articles a transaction, then the full-text index is rewritten piece
/// by piece: readers are never kept waiting, and who writes waits for a part of a second. What was begun and
/// broken off can be run again. `dry`: counts only. `progress` is given a few words now and then. Another
/// program's readers may delay that the words leave the write-ahead log; they are told to be waited for as an
/// error. Errors: nothing is known by that address or name; a web archive that may not be written.
Result<Forgotten> forget(Database& database, const std::string& url_or_outlet, bool dry,
                         const std::function<void(const std::string&)>& progress = {});

}  // namespace gegenprobe::store

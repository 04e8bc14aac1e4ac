#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extract/companies/gazetteer.h"
#include "extract/companies/gazetteer_index.h"
#include "ingest/result.h"

namespace gegenprobe::extract {

/// The gazetteer of these tables. Large ones are prepared once: what they are looked up in is written to a
/// file of `folder`, under a hash of the tables' text, and mapped by the next run (a million names in some
/// 100 ms instead of a second). Where that cannot be read or written, in whatever way, the tables are read as
/// ever; the result is the same. `folder` "": nothing is kept.
Result<std::unique_ptr<const Gazetteer>> load_gazetteer(const std::vector<RuleSource>& parts,
                                                        const std::string& folder);
/// Where the user's prepared files belong: gegenprobe/ in XDG_CACHE_HOME, else in ~/.cache; "" where there is
/// neither.
std::string folder_of_prepared();

/// False where the file cannot be written. It is there whole or not at all.
bool write_prepared(const std::string& path, const std::vector<RuleSource>& parts,
                    const GazetteerIndex& index);
/// Null where there is no such file, where it is of other tables, or where anything in it is not as it was
/// written or points outside: the checksum and every place, number and size are looked at first.
std::shared_ptr<const GazetteerIndex> read_prepared(const std::string& path,
                                                    const std::vector<RuleSource>& parts);

/// The index in such a file's bytes, which must outlive it: those that the program itself holds, so that
/// nothing is looked at.
std::shared_ptr<const GazetteerIndex> index_in(std::string_view prepared);

}  // namespace gegenprobe::extract

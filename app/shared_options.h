#pragma once
#include <memory>
#include <string>

#include "app/options.h"
#include "extract/extract.h"
#include "ingest/result.h"
#include "ingest/sites.h"

namespace gegenprobe::app {

/// Options that several commands have, worded once.
void declare_rules(Options& options, std::string& folder);
void declare_sites(Options& options, std::string& path);
void declare_database(Options& options, std::string& path);
void declare_format(Options& options, std::string& format);

/// The rules of --rules; the built-in ones where it is empty. A folder's are checked at once.
Result<std::shared_ptr<const extract::Rules>> rules_of(const std::string& folder);

/// The sites of --sites, else of sites.toml in the folder of --rules; null where there is neither.
Result<std::shared_ptr<const ingest::Sites>> sites_of(const std::string& path, const std::string& rules);

/// Where the database is: --db, else GEGENPROBE_DB, else below XDG_DATA_HOME or ~/.local/share.
Result<std::string> database_path(const std::string& given);

/// Where the pages that are fetched for a database are kept: the folder `warc` beside it.
std::string archive_folder(const std::string& database);

}  // namespace gegenprobe::app

#pragma once
#include <optional>
#include <string>

#include "ingest/warc_place.h"
#include "store/connection.h"

// How the place of a kept page is written down; for this folder only.
namespace gegenprobe::store {

/// From the database's folder on where the file lies in it, so that both can be moved together; else the
/// whole path.
std::string stored_path(Connection& connection, const std::string& file);
std::string path_of_stored(Connection& connection, const std::string& stored);

/// Of the columns warc_file, warc_offset and warc_length, which stand in this order from `column` on.
std::optional<ingest::WarcPlace> read_record(Connection& connection, const Query& row, int column);

}  // namespace gegenprobe::store

#pragma once
#include <string>

#include "store/connection.h"

// How the place of a kept page is written down; for this folder only.
namespace gegenprobe::store {

/// From the database's folder on where the file lies in it, so that both can be moved together; else the
/// whole path.
std::string stored_path(Connection& connection, const std::string& file);
std::string path_of_stored(Connection& connection, const std::string& stored);

}  // namespace gegenprobe::store

#pragma once
#include <string>
#include <string_view>

#include "store/claim_table.h"
#include "store/connection.h"

// How claims are read from SQLite; for this folder only.
namespace gegenprobe::store {

/// "SELECT … FROM claim JOIN …", to be followed by WHERE. All tables stand under their own names, the
/// companies as `subject` and `counterparty`.
extern const std::string kSelectClaim;
/// The same without sentence, versions and review, which no comparison asks for; costs half.
extern const std::string kSelectCompared;
StoredClaim read_claim(const Query& row);  ///< \pre row comes from one of these

/// A rule's name that lives as long as the program.
std::string_view kept(std::string&& rule);

}  // namespace gegenprobe::store

#pragma once
#include <cstdint>

#include "extract/extract.h"
#include "ingest/document.h"
#include "store/article_table.h"
#include "store/connection.h"

// One more extraction of a text that is stored; for this folder only.
namespace gegenprobe::store {

/// Writes it in the place of the one before. \pre inside a transaction; the revision is live
void write_extraction_again(Connection& connection, std::int64_t revision, const ingest::Document& document,
                            const extract::Extraction& extraction, const Versions& versions, Time now);

}  // namespace gegenprobe::store

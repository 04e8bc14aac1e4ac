#pragma once
#include <span>
#include <vector>

#include "extract/extract.h"
#include "extract/text/unread.h"

namespace gegenprobe::extract {

/// extract(), for a text that may be too short to tell its language: where its words do not tell it for sure,
/// it is read in each and taken in the one that makes more claims of it, then finds more figures; between
/// equals the words decide all the same. Sets document.language to the one it was read in. Costs an
/// extraction for each language then, else one; and nothing more for a text of a few sentences. `unread`,
/// where it is given, becomes what unread_figures() gives, of the same cut.
Extraction extract_short(ingest::Document& document, const Rules& rules,
                         const std::vector<KnownFirm>& known = {}, std::vector<Unread>* unread = nullptr);
/// The same for each of several, as extract_each() does it.
std::vector<Extraction> extract_short_each(std::span<ingest::Document> documents, const Rules& rules);

}  // namespace gegenprobe::extract

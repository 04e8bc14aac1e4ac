#pragma once
#include <span>
#include <vector>

#include "extract/extract.h"
#include "extract/text/text.h"
#include "extract/text/unread.h"
#include "extract/trace.h"

// The same questions about a text that is cut already, for whoever asks several. `text` is what text_of()
// made of document.normalised.
namespace gegenprobe::extract {

Extraction extract(const Text& text, const ingest::Document& document, const Rules& rules,
                   const std::vector<KnownFirm>& known);
/// Several, each with its document: stage by stage over all, since each stage then finds its tables and its
/// own instructions in the cache. Costs a tenth less than one after the other.
std::vector<Extraction> extract_each(std::span<const Text> texts, std::span<const ingest::Document> documents,
                                     const Rules& rules, const std::vector<KnownFirm>& known);
std::vector<Attempt> attempts(const Text& text, const ingest::Document& document, const Extraction& found,
                              std::span<const RuleKind> kinds);
std::vector<Unread> unread_figures(const Text& text, const ingest::Document& document,
                                   const Extraction& found);

}  // namespace gegenprobe::extract

#pragma once
#include "extract/claims/sentence_view.h"

namespace gegenprobe::extract {

/// What stands around a firm's name, as far as it says what the firm has to do with a figure.
struct FirmPlace {
  std::uint32_t governor;  // the preposition, kNoToken where the name has none
  bool governed, owning;   // by a preposition; by one that an owner can stand behind («bei», "at")
};

/// Whether a word is a verb that a subject may stand before.
bool is_verb(const SentenceView& view, std::uint32_t token);
/// "X, a maker of pumps, bought": behind the apposition, where there is one.
std::uint32_t behind_apposition(const SentenceView& view, const Firm& firm);
/// "after X was sold": a conjunction, though it may be a preposition.
bool opens_clause(const SentenceView& view, const Firm& firm, std::uint32_t governor);
/// The preposition before a firm, unless the firm is the subject of what stands behind it.
std::uint32_t governor_of(const SentenceView& view, const Firm& firm);
/// Whether a token belongs to the name of a firm, or to a phrase that stands for one.
bool is_in_firm(const SentenceView& view, std::uint32_t token);
/// Where a firm stands.
FirmPlace place_of(const SentenceView& view, const Firm& firm);
/// Whether a preposition stands before a firm's name; not in "with X down 2%" and "after X was sold", where
/// the firm is the subject of what stands behind it.
bool is_governed(const SentenceView& view, const Firm& firm);
/// "X bought |Y| and expects", «X verkauft |Y| und rechnet mit»: whether a firm ends what another firm is
/// told to do, which is the subject of what "and" goes on with.
bool ends_predicate(const SentenceView& view, const Firm& firm);
/// «gehört |dem| amerikanischen Finanzinvestor X»: whether an article stands before a firm's name that no
/// subject has. Never in English, whose articles tell no case.
bool is_oblique(const SentenceView& view, const Firm& firm);

}  // namespace gegenprobe::extract

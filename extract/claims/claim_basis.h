#pragma once
#include <string>
#include <string_view>

#include "extract/claims/sentence_view.h"

namespace gegenprobe::extract {

/// On what basis a change was reckoned, by a phrase beside the figure («währungsbereinigt», "on a comparable
/// basis"): a key of part.toml's list `basis`, "" where none is said. Changes on different bases do not meet.
std::string_view basis_of(const SentenceView& view, const Placed& value);

/// A variant that says so; one that is of a kind already keeps it. An empty basis changes nothing.
std::string with_basis(std::string_view variant, std::string_view basis);

/// A variant without the basis of a change, that the level it leads to does not have.
std::string without_basis(std::string_view variant, std::string_view basis);

}  // namespace gegenprobe::extract

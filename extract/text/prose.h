#pragma once
#include <string_view>

#include "extract/matching/rules.h"

namespace gegenprobe::extract {

/// Whether a text reads like running text in one of the rules' languages: of its first thousand words enough
/// are words that every sentence needs («der», "of"). Logs, tables and source code have few, and so have
/// texts in other languages. True for texts of a few words, which do not tell. Bounded work, whatever the
/// length.
bool is_prose(std::string_view normalised, const Rules& rules);

}  // namespace gegenprobe::extract

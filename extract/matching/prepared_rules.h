#pragma once
#include <string>
#include <string_view>

#include "extract/matching/rule_file.h"

namespace gegenprobe::extract {

/// A rule file as bytes that are read in a fraction of the time that TOML takes: what the program holds of
/// its own rules, made when it is built. Only the program that was built with them reads them.
std::string prepared_rules(const RuleFile& file);
/// \pre `bytes` is what prepared_rules() gave
RuleFile rules_from_prepared(std::string_view bytes);

}  // namespace gegenprobe::extract

#include "app/rule_words.h"

#include <algorithm>
#include <array>
#include <set>

#include "extract/token.h"

namespace gegenprobe::app {
namespace {

constexpr std::array kUnitLists{"currency_code", "currency", "unit", "measure", "unit_sign", "percent"};

bool holds(const std::vector<std::string>& printings, const std::string& folded) {
  return std::ranges::any_of(printings,
                             [&](const std::string& each) { return extract::folded(each) == folded; });
}

std::optional<std::string> unit_in(const extract::LanguageRules& rules, const std::string& folded) {
  for (const char* name : kUnitLists)
    if (const auto* list = rules.list(name))
      for (const auto& [unit, printings] : list->items)
        if (!unit.empty() && (extract::folded(unit) == folded || holds(printings, folded))) return unit;
  return std::nullopt;
}

}  // namespace

std::optional<std::string> unit_named(const extract::Rules& rules, const std::string& words) {
  if (words == "pp") return words;
  for (const std::string& language : rules.languages())
    if (auto unit = unit_in(rules.language(language), extract::folded(words))) return unit;
  return std::nullopt;
}

std::optional<extract::Metric> metric_named(const extract::Rules& rules, const std::string& words) {
  std::set<extract::Metric> named;
  for (const std::string& language : rules.languages())
    if (const auto* list = rules.language(language).list("metric_noun"))
      for (const auto& [key, printings] : list->items)
        if (const auto metric = extract::metric(key); metric && holds(printings, extract::folded(words)))
          named.insert(*metric);
  return named.size() == 1 ? std::optional(*named.begin()) : std::nullopt;
}

}  // namespace gegenprobe::app

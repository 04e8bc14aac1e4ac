#include "app/rule_words.h"

#include <algorithm>
#include <array>
#include <set>

#include "extract/text/token.h"

namespace gegenprobe::app {
namespace {

constexpr std::array kUnitLists{"currency_code", "currency", "currency_sign", "currency_assumed",
                                "unit",          "measure",  "unit_sign",     "percent"};

bool holds(const std::vector<std::string>& printings, const std::string& folded) {
  return std::ranges::any_of(printings,
                             [&](const std::string& each) { return extract::folded(each) == folded; });
}

void add(std::vector<std::string>& units, const std::string& unit) {
  if (!unit.empty() && std::ranges::find(units, unit) == units.end()) units.push_back(unit);
}

void add_units(const extract::LanguageRules& rules, const std::string& folded,
               std::vector<std::string>& units) {
  for (const char* name : kUnitLists)
    if (const auto* list = rules.list(name))
      for (const auto& [unit, printings] : list->items)
        if (extract::folded(unit) == folded || holds(printings, folded)) add(units, unit);
}

// "pound" is a currency and, as pound_weight, a measure.
void add_kinds(const extract::LanguageRules& rules, const std::string& folded,
               std::vector<std::string>& units) {
  for (const char* name : kUnitLists)
    if (const auto* list = rules.list(name))
      for (const auto& [unit, printings] : list->items)
        if (extract::folded(unit).starts_with(folded + "_")) add(units, unit);
}

bool is_currency(const std::string& unit) {
  return unit.size() == 3 && std::ranges::all_of(unit, [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

std::vector<std::string> units_named(const extract::Rules& rules, const std::string& words) {
  if (words == "pp") return {words};
  const auto folded = extract::folded(words);
  std::vector<std::string> units;
  for (const std::string& language : rules.languages()) add_units(rules.language(language), folded, units);
  if (!units.empty() && is_currency(units.front()))
    for (const std::string& language : rules.languages()) add_kinds(rules.language(language), folded, units);
  return units;
}

std::optional<std::string> unit_named(const extract::Rules& rules, const std::string& words) {
  auto units = units_named(rules, words);
  return units.empty() ? std::nullopt : std::optional(std::move(units.front()));
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

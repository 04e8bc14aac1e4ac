#include "store/kinship.h"

#define TOML_EXCEPTIONS 0
#include <algorithm>
#include <cassert>

#include "ingest/toml.h"
#include "store/embedded.h"

namespace gegenprobe::store {
namespace {

using extract::Metric;

struct Family {
  Kinship kinship;
  std::vector<Metric> metrics;
  bool is_worth;
};

void add_families(const toml::table& file, std::string_view table, Kinship kinship,
                  std::vector<Family>& families) {
  const auto* rows = file[table].as_array();
  assert(rows);
  for (const auto& row : *rows) {
    const auto& fields = *row.as_table();
    Family family{kinship, {}, fields["is_worth"].value_or(false)};
    for (const auto& word : *fields["metrics"].as_array()) {
      const auto metric = extract::metric(word.value_or(std::string_view()));
      assert(metric);
      family.metrics.push_back(*metric);
    }
    families.push_back(std::move(family));
  }
}

const std::vector<Family>& families() {
  static const std::vector<Family> read = [] {
    const auto parsed = toml::parse(kinship_toml());
    assert(parsed);
    std::vector<Family> families;
    add_families(parsed.table(), "one_quantity", Kinship::one_quantity, families);
    add_families(parsed.table(), "opposites", Kinship::opposites, families);
    return families;
  }();
  return read;
}

bool holds(const Family& family, Metric metric) {
  return std::ranges::find(family.metrics, metric) != family.metrics.end();
}

std::vector<Family> families_of(std::string_view table) {
  const auto parsed = toml::parse(kinship_toml());
  assert(parsed);
  std::vector<Family> families;
  add_families(parsed.table(), table, Kinship::none, families);
  return families;
}

const Family* family_of(Metric metric) {
  const auto at =
      std::ranges::find_if(families(), [&](const Family& family) { return holds(family, metric); });
  return at == families().end() ? nullptr : &*at;
}

std::vector<Metric> relatives(Metric metric, Kinship kinship) {
  const auto* family = family_of(metric);
  if (!family || family->kinship != kinship) return {};
  auto others = family->metrics;
  std::erase(others, metric);
  return others;
}

}  // namespace

Kinship kinship(Metric a, Metric b) {
  if (a == b) return Kinship::same;
  const auto* family = family_of(a);
  return family && family == family_of(b) ? family->kinship : Kinship::none;
}

bool is_one_quantity(Metric a, Metric b) {
  const auto kin = kinship(a, b);
  return kin == Kinship::same || kin == Kinship::one_quantity;
}

std::vector<Metric> names_of_quantity(Metric metric) {
  auto names = relatives(metric, Kinship::one_quantity);
  names.insert(names.begin(), metric);
  return names;
}

std::vector<Metric> opposites_of(Metric metric) { return relatives(metric, Kinship::opposites); }

bool are_mixed_up(Metric a, Metric b) {
  static const auto kFamilies = families_of("mixed_up");
  return a != b && std::ranges::any_of(
                       kFamilies, [&](const Family& family) { return holds(family, a) && holds(family, b); });
}

bool is_worth(Metric metric) {
  const auto* family = family_of(metric);
  return family && family->is_worth;
}

bool is_one_at_a_time(Metric metric) {
  static const auto kFamilies = families_of("one_at_a_time");
  return std::ranges::any_of(kFamilies, [&](const Family& family) { return holds(family, metric); });
}

}  // namespace gegenprobe::store

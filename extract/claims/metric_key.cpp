#include "extract/claims/metric_key.h"

namespace gegenprobe::extract {
namespace {

unsigned measure_named(std::string_view name) {
  if (name == "money") return kMoney;
  if (name == "percent") return kPercent;
  if (name == "people") return kPeople;
  if (name == "jobs") return kJobs;
  if (name == "goods") return kGoods;
  return ~0u;
}

}  // namespace

MetricKey metric_key(std::string_view key) {
  MetricKey out;
  if (const auto at = key.find('#'); at != std::string_view::npos) {
    out.measures = measure_named(key.substr(at + 1));
    key = key.substr(0, at);
  }
  if (const auto at = key.find('@'); at != std::string_view::npos) {
    out.variant = key.substr(at + 1);
    key = key.substr(0, at);
  }
  if (key.ends_with('+')) out.role = Role::increase;
  if (key.ends_with('-')) out.role = Role::decrease;
  if (out.role) key.remove_suffix(1);
  out.metric = metric(key).value_or(Metric::other);
  return out;
}

}  // namespace gegenprobe::extract

#include "extract/claim.h"

#include "extract/text/words.h"

namespace gegenprobe::extract {
namespace {

constexpr Words<Metric, 25> kMetrics{"revenue",
                                     "profit",
                                     "loss",
                                     "operating_profit",
                                     "costs",
                                     "investment",
                                     "funding",
                                     "debt",
                                     "valuation",
                                     "market_cap",
                                     "share_price",
                                     "deal_value",
                                     "acquisition_price",
                                     "stake",
                                     "dividend",
                                     "fine",
                                     "aid",
                                     "damage",
                                     "price",
                                     "sales_volume",
                                     "headcount",
                                     "job_cuts",
                                     "market_share",
                                     "capacity",
                                     "other"};
constexpr Words<Role, 3> kRoles{"level", "increase", "decrease"};
constexpr Words<Modality, 5> kModalities{"asserted", "expected", "possible", "estimated", "denied"};
constexpr Words<Status, 4> kStatuses{"", "preliminary", "final", "corrected"};
constexpr std::array kFlags{"scale_suspect",    "currency_inherited", "currency_assumed",
                            "subject_resolved", "subject_assumed",    "period_assumed",
                            "sum_suspect",      "conversion_suspect", "metric_inherited",
                            "earlier_time",     "former_plan"};

}  // namespace

std::string_view word(Metric metric) { return kMetrics.of(metric); }
std::string_view word(Role role) { return kRoles.of(role); }
std::string_view word(Modality modality) { return kModalities.of(modality); }
std::string_view word(Status status) { return kStatuses.of(status); }

std::optional<Metric> metric(std::string_view word) { return kMetrics.find(word); }
std::optional<Role> role(std::string_view word) { return kRoles.find(word); }
std::optional<Modality> modality(std::string_view word) { return kModalities.find(word); }
std::optional<Status> status(std::string_view word) { return kStatuses.find(word); }

std::vector<std::string_view> flag_words(std::uint32_t flags) {
  std::vector<std::string_view> words;
  for (std::size_t bit = 0; bit < kFlags.size(); ++bit)
    if (flags & (1u << bit)) words.emplace_back(kFlags[bit]);
  return words;
}

bool has_counterparty(Metric metric) {
  return metric == Metric::deal_value || metric == Metric::investment || metric == Metric::stake ||
         metric == Metric::acquisition_price;
}

bool is_rate(std::string_view variant) {
  return variant.starts_with("per_") && variant.substr(0, variant.find(' ')) != "per_share";
}

}  // namespace gegenprobe::extract

#include "app/timeline_plot.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "app/figure.h"
#include "app/vocabulary.h"
#include "extract/text/words.h"
#include "store/in_words.h"

namespace gegenprobe::app {
namespace {

using extract::Granularity;

constexpr extract::Words<Pace, 5> kPaces{"year", "half", "quarter", "month", "any"};

struct Scale {
  double one;
  const char *english, *german;
};
constexpr std::array<Scale, 4> kScales{{{1e12, "trillion (10¹²) ", "Bio. (10¹²) "},
                                        {1e9, "billion (10⁹) ", "Mrd. (10⁹) "},
                                        {1e6, "million (10⁶) ", "Mio. (10⁶) "},
                                        {1, "", ""}}};

Pace pace_of(const std::optional<extract::Period>& period) {
  if (!period || !period->from || !period->to) return Pace::any;
  const auto days = (*period->to - *period->from).count();
  if (days >= 364 && days <= 372) return Pace::year;
  if (days >= 180 && days <= 185) return Pace::half;
  if (days >= 88 && days <= 93) return Pace::quarter;
  if (days >= 27 && days <= 31) return Pace::month;
  return Pace::any;
}

double middle(const store::StoredClaim& stored) {
  const auto& value = stored.claim.value;
  return (value.least().to_double() + value.most().to_double()) / 2;
}

// Chosen by the middle figure, so that a slip of scale does not choose it.
Scale scale_of(std::vector<double> figures) {
  std::ranges::sort(figures);
  const double typical = figures.empty() ? 1 : figures[(figures.size() - 1) / 2];
  for (const auto& scale : kScales)
    if (typical >= scale.one) return scale;
  return kScales.back();
}

// "5.5", with as many decimals as were printed.
std::string label_of(const extract::Amount& value, const Scale& scale, bool german) {
  const auto power = static_cast<int>(std::lround(std::log10(scale.one)));
  const auto shown = [&](extract::Decimal figure) {
    std::string words = grouped(scaled(figure, -power));
    if (german)
      for (char& c : words) c = c == ',' ? '.' : c == '.' ? ',' : c;
    return words;
  };
  if (!value.min) return "≤ " + shown(*value.max);
  if (!value.max) return "≥ " + shown(*value.min);
  if (same_number(*value.min, *value.max)) return shown(*value.min);
  return shown(*value.min) + "–" + shown(*value.max);
}

PlotMark mark_of(const store::StoredClaim& stored, const Scale& scale) {
  const auto at = [&](const std::optional<extract::Decimal>& bound) {
    return bound ? std::optional(bound->to_double() / scale.one) : std::nullopt;
  };
  return {.low = at(stored.claim.value.min),
          .high = at(stored.claim.value.max),
          .forecast = store::is_forecast(stored.claim)};
}

// Of figures that repeat each other the last one is labelled.
void put_label(PlotSlot& slot, const std::vector<std::string>& labels) {
  std::set<std::string> told;
  for (std::size_t at = labels.size(); at-- > 0;)
    if (told.insert(labels[at]).second) slot.marks[at].label = labels[at];
}

std::string slot_label(const store::TimelineStep& step, bool german) {
  if (!step.period) return german ? "ohne Zeitangabe" : "no period given";
  std::string words = period_words(step.period);
  if (german && words.starts_with("year to ")) words = "Jahr bis " + words.substr(8);
  return words;
}

// Business years of two firms' calendars, or a day that is counted in or out, are no gap.
bool follows(const std::optional<extract::Period>& before, const std::optional<extract::Period>& period) {
  constexpr std::chrono::days kNoGap{31};
  return before && period && before->to && period->from && *period->from <= *before->to + kNoGap;
}

std::string sources(const std::set<std::string>& outlets, bool german) {
  std::string words = german ? "Gegenprobe · nach " : "Gegenprobe · from ";
  for (const auto& outlet : outlets) words += (outlet == *outlets.begin() ? "" : ", ") + outlet;
  return words;
}

}  // namespace

std::string_view word(Pace pace) { return kPaces.of(pace); }
std::optional<Pace> pace(std::string_view word) { return kPaces.find(word); }

Pace usual_pace(const store::Timeline& timeline) {
  std::map<Pace, std::size_t> counts;
  for (const auto& step : timeline.steps) counts[pace_of(step.period)] += step.figures.size();
  counts.erase(Pace::any);
  const auto most = std::ranges::max_element(counts, {}, [](const auto& each) { return each.second; });
  return most == counts.end() ? Pace::any : most->first;
}

TimelinePlot plot_of(const store::Timeline& timeline, const std::string& company, extract::Metric metric,
                     Pace pace, std::string_view language) {
  const bool german = language == "de";
  std::vector<double> figures;
  for (const auto& step : timeline.steps)
    if (pace == Pace::any || pace_of(step.period) == pace)
      for (const auto& each : step.figures) figures.push_back(middle(each));
  const Scale scale = scale_of(figures);
  TimelinePlot made;
  std::set<std::string> outlets;
  std::set<std::int64_t> articles;
  std::optional<extract::Period> before;
  for (const auto& step : timeline.steps) {
    if (pace != Pace::any && pace_of(step.period) != pace) {
      made.left_out += step.figures.size();
      continue;
    }
    PlotSlot slot{slot_label(step, german), {}, follows(std::exchange(before, step.period), step.period)};
    std::vector<std::string> labels;
    for (const auto& each : step.figures) {
      slot.marks.push_back(mark_of(each, scale));
      labels.push_back(label_of(each.claim.value, scale, german));
      articles.insert(each.article);
      if (!each.outlet.empty()) outlets.insert(each.outlet);
    }
    made.plot.slots.push_back(std::move(slot));
    put_label(made.plot.slots.back(), labels);
  }
  made.drawn = figures.size();
  auto& plot = made.plot;
  const std::string metric_name = german ? label("metrics", word(metric), "de") : metric_words(metric);
  plot.title = company + " · " + metric_name;
  plot.subtitle =
      german
          ? fmt::format("{} Angaben aus {} Artikel{}, je Zeitraum in der Folge ihres Erscheinens", made.drawn,
                        articles.size(), articles.size() == 1 ? "" : "n")
          : fmt::format("{} figures from {} article{}, for each period in the order in which they appeared",
                        made.drawn, articles.size(), articles.size() == 1 ? "" : "s");
  plot.y_axis = (german ? scale.german : scale.english) + store::unit_in_words(timeline.unit, false);
  plot.footer = outlets.empty() ? "Gegenprobe" : sources(outlets, german);
  plot.result_word = german ? "Ergebnis" : "result";
  plot.forecast_word = german ? "Prognose oder Plan" : "forecast or plan";
  plot.range_word = german ? "Spanne" : "range";
  plot.beyond_word = german ? "weit außerhalb: hundertmal so viel oder mehr"
                            : "far beyond: a hundred times as much, or more";
  plot.decimal_comma = german;
  plot.joined = pace != Pace::any;  // a quarter beside a year makes no course
  return made;
}

}  // namespace gegenprobe::app

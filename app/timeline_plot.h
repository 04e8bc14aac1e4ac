#pragma once
#include <string>
#include <string_view>

#include "app/plot.h"
#include "extract/claim.h"
#include "store/timeline.h"

namespace gegenprobe::app {

/// Which stretches of time share one axis.
enum class Pace { year, half, quarter, month, any };
std::string_view word(Pace pace);  ///< "year" … "any"
std::optional<Pace> pace(std::string_view word);

/// The pace in which most figures are given; `any` where most are of a day, or of no time at all.
Pace usual_pace(const store::Timeline& timeline);

/// The chart of a timeline in "en" or "de". Figures of another pace are left out.
struct TimelinePlot {
  Plot plot;
  std::size_t drawn = 0, left_out = 0;  ///< figures
};
TimelinePlot plot_of(const store::Timeline& timeline, const std::string& company, extract::Metric metric,
                     Pace pace, std::string_view language);

}  // namespace gegenprobe::app

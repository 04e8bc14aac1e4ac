#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ingest/result.h"

namespace gegenprobe::app {

/// A figure on the plot, in units of the axis.
struct PlotMark {
  std::optional<double> low, high;  ///< equal for a single figure; one missing: open to that side
  bool forecast = false;            ///< hollow
  std::string label = {};           ///< beside it; empty: none
};
/// A place on the horizontal axis with its figures side by side, in the order in which they appeared.
struct PlotSlot {
  std::string label;
  std::vector<PlotMark> marks;
  bool follows = true;  ///< on the slot before it, with nothing between that is not known
};
/// A chart with all its words, in the language of the reader.
struct Plot {
  std::string title, subtitle, y_axis, footer;
  std::string result_word, forecast_word, range_word, beyond_word;  ///< for the legend
  bool decimal_comma = false;
  bool joined = false;  ///< a line through the last result of each slot
  std::vector<PlotSlot> slots;
};

/// Draws the chart into a file; its ending, .svg or .png, says what it becomes. Figures a hundred times the
/// middle one are drawn as arrows at the edge, so that a slip of scale does not flatten the others.
/// Errors: another ending; a file that cannot be written; nothing to draw.
Result<Done> draw(const Plot& plot, const std::string& path);

}  // namespace gegenprobe::app

#include "app/plot.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/timeline_plot.h"
#include "app/vocabulary.h"

namespace gegenprobe::app {
namespace {

std::string drawn(const Plot& plot, const std::string& name) {
  // Tests run side by side, each in a process of its own.
  const auto path = std::filesystem::temp_directory_path() / (std::to_string(::getpid()) + "-" + name);
  const auto done = draw(plot, path.string());
  if (!done) return done.error().what;
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  std::filesystem::remove(path);
  return bytes.str();
}

Plot two_years() {
  Plot plot;
  plot.title = "Auerbach · revenue";
  plot.slots = {
      {"2023", {{.low = 5, .high = 5, .label = "5"}}},
      {"2024", {{.low = 5, .high = 6, .forecast = true}, {.low = 5500, .high = 5500, .label = "5,500"}}}};
  return plot;
}

TEST(Draw, SvgIsOne) {
  const auto svg = drawn(two_years(), "gegenprobe-plot-test.svg");
  EXPECT_TRUE(svg.starts_with("<?xml")) << svg.substr(0, 80);
  EXPECT_NE(svg.find("</svg>"), std::string::npos);
}
TEST(Draw, PngIsOne) {
  EXPECT_TRUE(drawn(two_years(), "gegenprobe-plot-test.png").starts_with("\x89PNG\r\n"));
}
TEST(Draw, OtherEndingIsTold) { EXPECT_EQ(drawn(two_years(), "a.gif").substr(0, 1), "'"); }
TEST(Draw, NoFolderIsTold) {
  for (const auto* path : {"/nowhere/a.svg", "/nowhere/a.png"})
    EXPECT_TRUE(draw(two_years(), path).error().what.starts_with(std::string("could not write ") + path));
}
TEST(Draw, NothingIsTold) { EXPECT_EQ(drawn({}, "gegenprobe-plot-test.svg"), "there is no figure to draw"); }
TEST(Draw, AllZeroIsDrawn) {
  Plot plot;
  plot.slots = {{"2024", {{.low = 0, .high = 0}}}};
  EXPECT_TRUE(drawn(plot, "gegenprobe-plot-test.svg").starts_with("<?xml"));
}

store::StoredClaim claim(std::int64_t figure, int year, extract::Modality modality) {
  store::StoredClaim stored;
  stored.claim.value.min = stored.claim.value.max = extract::Decimal{figure, 8};
  stored.claim.modality = modality;
  stored.claim.period =
      extract::Period{day_of(year, 1, 1), day_of(year + 1, 1, 1), extract::Granularity::year, false, ""};
  stored.article = year;
  stored.outlet = "Küstenbote";
  return stored;
}

TEST(PlotOf, WordsAreOfTheReadersLanguage) {
  store::Timeline timeline;
  timeline.unit = "EUR";
  for (const int year : {2023, 2024}) {
    const auto figure =
        claim(55, year, year == 2024 ? extract::Modality::expected : extract::Modality::asserted);
    timeline.steps.push_back({figure.claim.period, {figure}});
  }
  ASSERT_EQ(usual_pace(timeline), Pace::year);
  const auto german = plot_of(timeline, "Auerbach", extract::Metric::revenue, Pace::year, "de").plot;
  EXPECT_EQ(german.title + " | " + german.y_axis, "Auerbach · Umsatz | Mrd. (10⁹) EUR");
  EXPECT_EQ(german.slots[0].marks[0].label, "5,5");
  EXPECT_TRUE(german.slots[1].marks[0].forecast);
  const auto english = plot_of(timeline, "Auerbach", extract::Metric::revenue, Pace::year, "en").plot;
  EXPECT_EQ(english.title + " | " + english.y_axis, "Auerbach · revenue | billion (10⁹) EUR");
  EXPECT_EQ(english.slots[0].marks[0].label, "5.5");
}

TEST(PlotOf, YearsOfWhichNothingIsKnownAreAGap) {
  store::Timeline timeline;
  for (const int year : {2020, 2021, 2024}) {
    const auto figure = claim(55, year, extract::Modality::asserted);
    timeline.steps.push_back({figure.claim.period, {figure}});
  }
  const auto plot = plot_of(timeline, "Auerbach", extract::Metric::revenue, Pace::year, "en").plot;
  ASSERT_EQ(plot.slots.size(), 3u);
  EXPECT_TRUE(plot.slots[1].follows);
  EXPECT_FALSE(plot.slots[2].follows);
}

TEST(Label, EachMetricHasAGermanName) {
  for (int i = 0; i <= static_cast<int>(extract::Metric::other); ++i) {
    const auto metric = word(static_cast<extract::Metric>(i));
    EXPECT_NE(label("metrics", metric, "de"), metric);
  }
  EXPECT_EQ(label("metrics", "market_cap", "de"), "Börsenwert");
  EXPECT_EQ(label("metrics", "no_such_word", "de"), "no_such_word");
}

}  // namespace
}  // namespace gegenprobe::app

// Cairo's only user. Lengths are pixels of the SVG; a PNG has twice as many.
#include "app/plot.h"

#include <cairo-svg.h>
#include <cairo.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <numbers>
#include <utility>

namespace gegenprobe::app {
namespace {

constexpr double kWidth = 960, kHeight = 540, kLeft = 84, kRight = 28, kTop = 96, kBottom = 92;
constexpr double kPngScale = 2;
constexpr double kOutOfScale = 100;  // times the middle figure
constexpr double kDot = 5, kLabel = 11.5;

struct Colour {
  double red, green, blue;
};
constexpr Colour kInk{0.13, 0.15, 0.18}, kQuiet{0.42, 0.45, 0.50}, kGrid{0.89, 0.90, 0.92}, kWhite{1, 1, 1},
    kResult{0.10, 0.34, 0.62}, kLine{0.66, 0.77, 0.89}, kBeyond{0.75, 0.16, 0.14};

struct Box {
  double left, top, right, bottom;
};

enum class Anchor { left, middle, right };

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Context = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

/// Steps of 1, 2, 2.5 or 5 times a power of ten, about `wanted` of them.
double nice_step(double range, int wanted) {
  const double rough = range / wanted;
  const double power = std::pow(10, std::floor(std::log10(rough)));
  for (const double step : {1.0, 2.0, 2.5, 5.0, 10.0})
    if (rough <= step * power) return step * power;
  return 10 * power;
}

class Chart {
 public:
  Chart(cairo_t* cairo, const Plot& plot) : cairo_(cairo), plot_(plot) { choose_scale(); }

  void draw() {
    set(kWhite);
    cairo_paint(cairo_);
    draw_words();
    draw_grid();
    draw_slots();
    draw_legend();
  }

 private:
  static double middle(const PlotMark& mark) {
    return mark.low && mark.high ? (*mark.low + *mark.high) / 2 : *(mark.low ? mark.low : mark.high);
  }
  bool is_beyond(const PlotMark& mark) const { return middle(mark) > limit_; }

  void choose_scale() {
    std::vector<double> figures;
    for (const auto& slot : plot_.slots)
      for (const auto& mark : slot.marks) figures.push_back(middle(mark));
    std::ranges::sort(figures);
    limit_ = kOutOfScale * figures[(figures.size() - 1) / 2];
    double highest = -std::numeric_limits<double>::infinity(), lowest = -highest;
    for (const auto& slot : plot_.slots)
      for (const auto& mark : slot.marks) {
        if (is_beyond(mark)) continue;
        lowest = std::min(lowest, mark.low.value_or(*mark.high));
        highest = std::max(highest, mark.high.value_or(*mark.low));
      }
    // From zero, unless that would press all figures into the upper half.
    const bool from_zero = lowest < 0.6 * highest || lowest == highest;
    step_ = nice_step(from_zero ? std::max(highest, 1e-9) : highest - lowest, 5);
    bottom_ = from_zero ? 0 : std::floor((lowest - step_ / 4) / step_) * step_;
    top_ = std::ceil((highest + step_ / 10) / step_) * step_;
  }

  double y_of(double figure) const {
    return kHeight - kBottom - (figure - bottom_) / (top_ - bottom_) * (kHeight - kTop - kBottom);
  }
  double slot_width() const { return (kWidth - kLeft - kRight) / static_cast<double>(plot_.slots.size()); }

  void set(const Colour& colour) { cairo_set_source_rgb(cairo_, colour.red, colour.green, colour.blue); }

  double width_of(const std::string& words, double size, bool bold = false) {
    cairo_select_font_face(cairo_, "sans-serif", CAIRO_FONT_SLANT_NORMAL,
                           bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(cairo_, size);
    cairo_text_extents_t extents;
    cairo_text_extents(cairo_, words.c_str(), &extents);
    return extents.x_advance;
  }
  void text(double x, double y, const std::string& words, double size, const Colour& colour,
            Anchor anchor = Anchor::left, bool bold = false) {
    const double width = width_of(words, size, bold);
    set(colour);
    cairo_move_to(cairo_,
                  anchor == Anchor::left    ? x
                  : anchor == Anchor::right ? x - width
                                            : x - width / 2,
                  y);
    cairo_show_text(cairo_, words.c_str());
  }
  /// As much of it as fits, by whole characters of UTF-8.
  std::string fitted(std::string words, double size, double width) {
    if (width_of(words, size) <= width) return words;
    while (!words.empty() && width_of(words + "…", size) > width) {
      while (!words.empty() && (words.back() & 0xC0) == 0x80) words.pop_back();
      if (!words.empty()) words.pop_back();
    }
    return words + "…";
  }
  void line(double x, double y, double to_x, double to_y, const Colour& colour, double width) {
    set(colour);
    cairo_set_line_width(cairo_, width);
    cairo_move_to(cairo_, x, y);
    cairo_line_to(cairo_, to_x, to_y);
    cairo_stroke(cairo_);
  }

  std::string number(double figure) const {
    const int decimals = step_ >= 1
                             ? (step_ == std::floor(step_) ? 0 : 1)
                             : static_cast<int>(std::ceil(-std::log10(step_) - 1e-9)) +
                                   (step_ / std::pow(10, std::floor(std::log10(step_))) == 2.5 ? 1 : 0);
    std::string words = fmt::format("{:.{}f}", figure, decimals);
    const auto point = std::min(words.find('.'), words.size());
    if (point < words.size()) words[point] = plot_.decimal_comma ? ',' : '.';
    for (std::size_t at = point; at > 3 + (words[0] == '-');)
      words.insert(at -= 3, plot_.decimal_comma ? "." : ",");
    return words;
  }

  void draw_words() {
    text(kLeft - 56, 38, fitted(plot_.title, 21, kWidth - kLeft), 21, kInk, Anchor::left, true);
    text(kLeft - 56, 60, fitted(plot_.subtitle, 13, kWidth - kLeft), 13, kQuiet);
    text(kLeft - 56, kTop - 12, plot_.y_axis, 12, kQuiet);
    text(kLeft - 56, kHeight - 14, fitted(plot_.footer, 11, kWidth - kLeft), 11, kQuiet);
  }

  void draw_grid() {
    const auto lines = std::lround((top_ - bottom_) / step_);
    for (long i = 0; i <= lines; ++i) {
      const double at = bottom_ + static_cast<double>(i) * step_;
      const double y = std::round(y_of(at)) + 0.5;
      line(kLeft, y, kWidth - kRight, y, i == 0 ? kQuiet : kGrid, 1);
      text(kLeft - 10, y + 4, number(at), 12, kQuiet, Anchor::right);
    }
  }

  double x_of(std::size_t slot, std::size_t mark) const {
    const auto marks = static_cast<double>(plot_.slots[slot].marks.size());
    const double gap = std::min(3.4 * kDot, slot_width() * 0.8 / std::max(1.0, marks));
    return kLeft + slot_width() * (static_cast<double>(slot) + 0.5) +
           gap * (static_cast<double>(mark) - (marks - 1) / 2);
  }

  /// The last result of each slot, joined: the figure as it stands. Over years of which nothing is known, no
  /// line tells a course.
  void draw_path() {
    bool begun = false;
    for (std::size_t slot = 0; slot < plot_.slots.size(); ++slot) {
      const auto& marks = plot_.slots[slot].marks;
      const bool was_begun = std::exchange(begun, false);
      for (std::size_t at = marks.size(); at-- > 0;) {
        if (marks[at].forecast || is_beyond(marks[at])) continue;
        const double x = x_of(slot, at), y = y_of(middle(marks[at]));
        was_begun&& plot_.slots[slot].follows ? cairo_line_to(cairo_, x, y) : cairo_move_to(cairo_, x, y);
        begun = true;
        break;
      }
    }
    set(kLine);
    cairo_set_line_width(cairo_, 2);
    cairo_stroke(cairo_);
  }

  void draw_slots() {
    if (plot_.joined) draw_path();
    double labelled_to = 0;
    for (std::size_t slot = 0; slot < plot_.slots.size(); ++slot) {
      const double x = kLeft + slot_width() * (static_cast<double>(slot) + 0.5);
      const auto& label = plot_.slots[slot].label;
      const double half = width_of(label, 12) / 2 + 5;
      if (x - half >= labelled_to) {
        text(x, kHeight - kBottom + 20, label, 12, kInk, Anchor::middle);
        labelled_to = x + half;
      }
      // The latest first, so that it is the one to keep its label.
      for (std::size_t mark = plot_.slots[slot].marks.size(); mark-- > 0;)
        draw_mark(x_of(slot, mark), plot_.slots[slot].marks[mark]);
    }
  }

  /// Unless it would cover another label.
  void mark_label(double x, double y, const std::string& words, const Colour& colour, bool bold) {
    if (words.empty()) return;
    const double half = width_of(words, kLabel, bold) / 2 + 3;
    const Box box{x - half, y - kLabel, x + half, y + 3};
    if (std::ranges::any_of(labels_, [&](const Box& other) {
          return box.left < other.right && other.left < box.right && box.top < other.bottom &&
                 other.top < box.bottom;
        }))
      return;
    labels_.push_back(box);
    text(x, y, words, kLabel, colour, Anchor::middle, bold);
  }

  void draw_mark(double x, const PlotMark& mark) {
    if (is_beyond(mark)) return draw_beyond(x, mark);
    const bool single = mark.low && mark.high && *mark.low == *mark.high;
    const double y = y_of(middle(mark));
    if (!single) draw_range(x, mark);
    if (single) draw_dot(x, y, mark.forecast);
    const double label_y = !mark.high ? y_of(*mark.low) + 18 : y_of(*mark.high) - 11;
    mark_label(x, label_y, mark.label, kInk, !mark.forecast);
  }

  /// A bar from end to end; towards an open side it fades out as a dashed line.
  void draw_range(double x, const PlotMark& mark) {
    const double from = y_of(mark.low.value_or(*mark.high)), to = y_of(mark.high.value_or(*mark.low));
    if (mark.low && mark.high) {
      cairo_rectangle(cairo_, x - kDot + 0.5, to, 2 * kDot - 1, std::max(2.0, from - to));
      set(mark.forecast ? kWhite : kResult);
      cairo_fill_preserve(cairo_);
      set(kResult);
      cairo_set_line_width(cairo_, 1.8);
      cairo_stroke(cairo_);
      return;
    }
    const double y = from, end = mark.low ? y - 34 : y + 34;
    line(x - kDot, y, x + kDot, y, kResult, 2.4);
    const double dashes[] = {3, 3};
    cairo_set_dash(cairo_, dashes, 2, 0);
    line(x, y, x, end, kResult, 1.6);
    cairo_set_dash(cairo_, nullptr, 0, 0);
  }

  void draw_beyond(double x, const PlotMark& mark) {
    line(x, kTop + 26, x, kTop + 8, kBeyond, 2);
    cairo_move_to(cairo_, x, kTop);
    cairo_line_to(cairo_, x - 5, kTop + 10);
    cairo_line_to(cairo_, x + 5, kTop + 10);
    cairo_close_path(cairo_);
    set(kBeyond);
    cairo_fill(cairo_);
    const double half = width_of(mark.label, kLabel, true) / 2;
    const bool at_the_edge = x + 9 + 2 * half > kWidth - kRight;
    mark_label(at_the_edge ? x - 9 - half : x + 9 + half, kTop + 22, mark.label, kBeyond, true);
  }

  void draw_legend() {
    bool forecast = false, range = false, beyond = false;
    for (const auto& slot : plot_.slots)
      for (const auto& mark : slot.marks) {
        forecast |= mark.forecast;
        beyond |= is_beyond(mark);
        range |= !is_beyond(mark) && !(mark.low && mark.high && *mark.low == *mark.high);
      }
    double x = kLeft;
    const double y = kHeight - 42;
    const auto item = [&](const std::string& words, auto draw_sign) {
      draw_sign();
      text(x + 12, y + 4, words, 12, kInk);
      x += 12 + width_of(words, 12) + 30;
    };
    item(plot_.result_word, [&] { draw_dot(x, y, false); });
    if (forecast) item(plot_.forecast_word, [&] { draw_dot(x, y, true); });
    if (range)
      item(plot_.range_word, [&] {
        cairo_rectangle(cairo_, x - 3.5, y - 8, 7, 16);
        set(kResult);
        cairo_fill(cairo_);
      });
    if (beyond)
      item(plot_.beyond_word, [&] {
        line(x, y + 8, x, y - 2, kBeyond, 2);
        cairo_move_to(cairo_, x, y - 8);
        cairo_line_to(cairo_, x - 4, y);
        cairo_line_to(cairo_, x + 4, y);
        cairo_close_path(cairo_);
        cairo_fill(cairo_);
      });
  }
  void draw_dot(double x, double y, bool hollow) {
    cairo_new_sub_path(cairo_);
    cairo_arc(cairo_, x, y, kDot, 0, 2 * std::numbers::pi);
    set(hollow ? kWhite : kResult);
    cairo_fill_preserve(cairo_);
    set(kResult);
    cairo_set_line_width(cairo_, 1.8);
    cairo_stroke(cairo_);
  }

  cairo_t* cairo_;
  const Plot& plot_;
  std::vector<Box> labels_;
  double limit_ = 0, step_ = 1, bottom_ = 0, top_ = 1;
};

Error cannot_write(const std::string& path, cairo_status_t status) {
  return {Error::Kind::input, fmt::format("could not write {}: {}", path, cairo_status_to_string(status)),
          "does its folder exist, and may you write there?"};
}

}  // namespace

Result<Done> draw(const Plot& plot, const std::string& path) {
  const bool svg = path.ends_with(".svg"), png = path.ends_with(".png");
  if (!svg && !png)
    return Error{Error::Kind::usage, fmt::format("'{}' is neither .svg nor .png", path),
                 "--plot revenue.svg"};
  if (std::ranges::all_of(plot.slots, [](const PlotSlot& slot) { return slot.marks.empty(); }))
    return Error{Error::Kind::input, "there is no figure to draw", "look at the table without --plot"};
  const Surface surface(
      svg ? cairo_svg_surface_create(path.c_str(), kWidth, kHeight)
          : cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(kWidth * kPngScale),
                                       static_cast<int>(kHeight * kPngScale)),
      cairo_surface_destroy);
  const Context cairo(cairo_create(surface.get()), cairo_destroy);
  if (png) cairo_scale(cairo.get(), kPngScale, kPngScale);
  Chart(cairo.get(), plot).draw();
  auto status = cairo_status(cairo.get());
  if (png && status == CAIRO_STATUS_SUCCESS) status = cairo_surface_write_to_png(surface.get(), path.c_str());
  cairo_surface_finish(surface.get());
  if (status == CAIRO_STATUS_SUCCESS) status = cairo_surface_status(surface.get());
  if (status != CAIRO_STATUS_SUCCESS) return cannot_write(path, status);
  return Done{};
}

}  // namespace gegenprobe::app

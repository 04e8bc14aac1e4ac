#pragma once
#include <optional>

#include "extract/claims/claim_period.h"

namespace gegenprobe::extract {

/// A figure beside the one that it is compared with, or that its change began at: which of both a date is of,
/// and what the time of the one says of that of the other. \pre subject, metric, role and modality of the
/// claim are set
class ComparedFigure {
 public:
  /// `best`: the date that tells the figure's time, if any. All of them have to outlive this.
  ComparedFigure(const SentenceView& view, const Placed& value, const Claim& claim,
                 const TimeContext& context, const Placed* best)
      : view_(view), value_(value), claim_(claim), context_(context), best_(best) {}

  /// Profit and loss are one figure with two signs.
  bool has_turned() const;
  /// "swung to a loss of $5m from a profit of $9m": the one goes over into the other.
  bool swings_from() const;
  /// Whether `best` is of this figure alone: handed out to it, right behind it, or behind the same figure
  /// told once more.
  bool has_own_date() const;
  /// "In July, X reported turnover of 8bn, down from |9bn| a year earlier": the figure it is compared with
  /// has no time either, and a year before July is none.
  bool is_counted_from_report() const;
  /// «Nach einem Verlust von |2 Milliarden| im Vorjahr verdiente X 2025 wieder 5»: the year that the other
  /// figure has.
  const Placed* year_behind_figure() const;
  /// "made 3bn in the first half, compared with 4bn in |last year's first half|", told early in the next
  /// year: the two are not one and the same.
  bool is_same_part_of_last_year() const;
  /// "Operating profit in the quarter was 9.5bn, against |6.3bn| last year", "from |4bn| in 2023": a quarter
  /// is set against one, unless the other figure is too great for that.
  std::optional<Period> part_of_named_year() const;
  /// «Im September waren es 26, vor einem Jahr noch |87|»: in that September.
  std::optional<Period> month_a_year_before() const;
  /// "against earnings of 96m, or 39 cents a share, a year ago": the figure before is of that year already.
  bool is_base_of_previous() const;
  /// «Der Umsatz im Vorjahr stieg um 8 Prozent auf 71 Milliarden»: one date tells of both figures.
  bool is_time_of_previous() const;
  /// «61.169 Autos nach 47.000 im letzten Jahr»; what is sold is told by weeks and months, "in the 1986
  /// period".
  bool compares_with(const Placed& date) const;
  /// «Im Vorjahr waren es 4,9 Milliarden» where no day of publication says which: the year before the one
  /// told.
  bool is_of_unknown_year_before() const;
  /// «von 771 Millionen im Vorjahr auf 850 Millionen»: the figure before this one is where it began.
  bool follows_base() const;
  /// "to 131.9bn kronor from 117.7bn in 2003": the date of the figure that ours is compared with.
  const Placed* date_of_base() const;
  /// "3% more than a year ago": that may have been a quarter.
  bool says_only_when(const Placed& date) const;

 private:
  bool is_behind_from(const Placed& figure) const;
  static bool lasts_part_of_year(const Period& period);
  bool is_of_other_figure(const Placed& date) const;

  const SentenceView& view_;
  const Placed& value_;
  const Claim& claim_;
  const TimeContext& context_;
  const Placed* best_;
};

}  // namespace gegenprobe::extract

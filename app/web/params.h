#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/figure_reader.h"
#include "app/web/http.h"
#include "app/web/problem.h"
#include "ingest/day.h"
#include "store/claim_lists.h"
#include "store/cross_check.h"
#include "store/query.h"

namespace gegenprobe::app::web {

/// The query of a request, read member by member. The first that cannot be read is kept as the problem; what
/// follows then gives defaults, so that a handler looks once, at the end.
class Params {
 public:
  explicit Params(const Request::Pairs& query) : query_(query) {}

  std::string text(std::string_view name);
  std::vector<std::string> texts(std::string_view name);
  std::optional<double> number(std::string_view name);
  std::optional<std::int64_t> whole(std::string_view name, std::int64_t least, std::int64_t most);
  bool on(std::string_view name);  ///< "true" or "1"
  std::optional<Day> day(std::string_view name);
  using Choices = std::vector<std::string>;
  /// One of the model's words, by the function that reads it: word("metric", extract::metric).
  template <class Read>
  auto word(std::string_view name, Read read, const Choices& choices) -> decltype(read("")) {
    const std::string given = text(name);
    const auto value = read(given);
    if (!given.empty() && !value) fail_choice(name, given, choices);
    return given.empty() ? decltype(read("")){} : value;
  }

  std::optional<extract::Metric> metric();  ///< the parameter of that name

  void fail(Problem problem);
  void fail(std::string_view name, std::string_view given,
            std::string hint);  ///< "name: 'given' cannot be read"
  /// The same, with the choice that is nearest and the others.
  void fail_choice(std::string_view name, std::string_view given, const Choices& choices);
  const std::optional<Problem>& problem() const { return problem_; }

 private:
  const Request::Pairs& query_;
  std::optional<Problem> problem_;
};

/// Where a list begins and how long it is.
struct Window {
  std::size_t limit, offset;
};
inline constexpr std::int64_t kFarthest = 10'000;  ///< lists are counted and turned over up to here
Window window_of(Params& params);

/// How a filter's words were read: the schema Understood.
struct Understood {
  struct Value {
    std::string text;
    std::optional<double> min, max;
    std::string unit;
  };
  std::optional<store::DayRange> period;
  std::optional<Value> value;
};

/// The filter of /claims, /claims/facets and /export/claims.
store::ClaimFilter claim_filter_of(Params& params, const FigureReader& figures, Understood& understood);

/// The words of `sort`.
using Order = std::pair<std::string_view, store::ClaimOrder>;
std::span<const Order> orders();
store::ClaimOrder order_of(Params& params, const store::ClaimFilter& filter);

/// A range of figures in words, «1-2 Mrd. €» or "1-2bn", as the reader reads it. An exact figure stands for
/// what its printed digits can mean, «1,5 Mrd. Euro» for 1.45 to 1.55.
std::optional<Understood::Value> value_range(const std::string& words, const std::string& language,
                                             const FigureReader& figures);

bool is_utf8(std::string_view text);

}  // namespace gegenprobe::app::web

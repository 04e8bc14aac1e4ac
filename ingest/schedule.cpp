#include "ingest/schedule.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "ingest/curl_http.h"

namespace gegenprobe::ingest {

using std::chrono::days;
using std::chrono::duration;
using std::chrono::duration_cast;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

std::chrono::seconds interval_for(double articles_a_day, const Rhythm& rhythm) {
  const double longest = duration<double>(rhythm.longest).count();
  const double wanted = articles_a_day > 0 ? duration<double>(days(1)).count() / articles_a_day : longest;
  return std::clamp(seconds(static_cast<std::int64_t>(std::min(wanted, longest))), rhythm.shortest,
                    rhythm.longest);
}

double rate_after(double articles_a_day, std::size_t fresh, seconds elapsed) {
  const double past = std::max(duration<double, days::period>(elapsed).count(), 1.0 / 1440);
  const double weight = 1 - std::exp(-past / 3);
  return articles_a_day + weight * (static_cast<double>(fresh) / past - articles_a_day);
}

// The middle of the list tells more than its end, where sites leave what they are proud of.
double first_rate(std::vector<Moment> published, Moment now) {
  constexpr double kUnknown = 24;
  std::erase_if(published, [&](Moment moment) { return moment > now; });
  if (published.size() < 2) return kUnknown;
  const auto middle = published.begin() + static_cast<std::ptrdiff_t>(published.size() / 2);
  std::ranges::nth_element(published, middle, std::greater<>{});
  const double past = duration<double, days::period>(now - *middle).count();
  return static_cast<double>(published.size()) / 2 / std::max(past, 1.0 / 24);
}

double weight_of(Trouble trouble) {
  switch (trouble) {
    case Trouble::network:
    case Trouble::server:
      return 0.5;
    case Trouble::unreadable:
    case Trouble::client:
      return 2;
    case Trouble::refused:
      return 4;
    case Trouble::forbidden:
    case Trouble::gone:
      return kNeedsPerson;
  }
  return 1;
}

Trouble trouble_of(int status) {
  if (status >= 500) return Trouble::server;
  if (status == 401 || status == 402 || status == 403 || status == 451) return Trouble::refused;
  return status == 410 ? Trouble::gone : Trouble::client;
}

seconds interval_after_failures(double weights, seconds interval) {
  if (weights >= kNeedsPerson) return days(7);
  const double longer = duration<double>(interval).count() * std::exp2(weights);
  return std::max(interval, seconds(static_cast<std::int64_t>(std::min(longer, 86'400.0))));
}

Moment retry_at(const std::string& retry_after, int times_in_a_row, Moment now) {
  seconds wait = minutes(5) * (1 << std::clamp(times_in_a_row, 0, 8));
  std::int64_t number = 0;
  const auto [end, error] =
      std::from_chars(retry_after.data(), retry_after.data() + retry_after.size(), number);
  if (error == std::errc() && end == retry_after.data() + retry_after.size())
    wait = seconds(std::clamp<std::int64_t>(number, 0, 7 * std::int64_t{86'400}));
  else if (const auto date = parse_http_date(retry_after))
    wait = *date - now;
  return now + std::clamp<seconds>(wait, minutes(1), days(7));
}

std::optional<Moment> refetch_at(Moment first_fetch, int fetches, const std::vector<seconds>& steps,
                                 Moment now) {
  for (auto at = static_cast<std::size_t>(std::max(fetches, 1) - 1); at < steps.size(); ++at)
    if (first_fetch + steps[at] > now) return first_fetch + steps[at];
  return std::nullopt;
}

std::optional<Moment> retry_page_at(int failures, Moment now) {
  constexpr int kMost = 5;
  if (failures >= kMost) return std::nullopt;
  return now + minutes(10) * (1 << (2 * std::max(failures - 1, 0)));  // 10 min, 40 min, 2 h 40, 10 h 40
}

bool is_due(std::optional<Moment> next, std::optional<Moment> last, Moment now) {
  return !next || *next <= now || (last && *last > now + hours(1));
}

bool wants_whole(std::optional<Moment> last_whole, Moment now) {
  return !last_whole || now - *last_whole >= hours(6) || *last_whole > now;
}

}  // namespace gegenprobe::ingest

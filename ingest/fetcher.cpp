// A lane for each host. A request takes its lane until it is answered; then the delay begins. robots.txt is a
// request of the lane itself, wherever its redirects lead. Pauses that hosts ask for are of their domain.
#include "ingest/fetcher.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "ingest/domain.h"
#include "ingest/url.h"

namespace gegenprobe::ingest {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;

constexpr std::size_t kLargestRobots = std::size_t{500} << 10;
constexpr int kSilences = 2;

bool is_redirect(const Response& response) {
  const int status = response.status;
  return (status == 301 || status == 302 || status == 303 || status == 307 || status == 308) &&
         !response.header("location").empty();
}

bool is_permanent(int status) { return status == 301 || status == 308; }

/// A host without the file allows everything, one that cannot be asked nothing (RFC 9309, 2.3.1).
bool knows_robots(const HostState& state) {
  return state.robots_status / 100 == 2 || state.robots_status / 100 == 4;
}

bool is_fresh(const HostState& state, Moment now) {
  if (!state.robots_at || *state.robots_at > now + hours(1)) return false;
  return now - *state.robots_at < (knows_robots(state) ? hours(24) : hours(1));
}

/// A week is the most that is granted; what goes beyond was written by a clock that was wrong.
bool is_pause(const HostState& state, Moment now) {
  return state.not_before && *state.not_before > now && *state.not_before <= now + std::chrono::days(8);
}

Error network_error(const std::string& url, std::string_view what, std::string hint = {}) {
  return {Error::Kind::network, fmt::format("{}: {}", url, what), std::move(hint)};
}

}  // namespace

struct Fetcher::Job {
  Visit visit;
  std::string url;  ///< of this request; another than visit.url after redirects
  int redirects = 0;
  bool for_good = true;  ///< all redirects so far are permanent
};

struct Fetcher::Domain {
  std::string name;
  HostState state;  ///< of which only the pause is used
};

struct Fetcher::Lane {
  std::string origin;
  Domain* domain = nullptr;
  std::deque<Job> waiting;
  bool busy = false, loaded = false;
  std::chrono::steady_clock::time_point free_at{};
  HostState state;
  Robots robots{""};
  milliseconds delay{};
  int silences = 0;  // requests in a row without an answer
};

struct Fetcher::Running {
  Lane* lane;
  Job job;
  bool robots;
};

std::string origin_of(std::string_view url) {
  const auto canonical = canonical_url(url);
  if (!canonical) return "";
  return canonical->substr(0, canonical->find('/', canonical->find("://") + 3));
}

Fetcher::Fetcher(HttpMany& http, HostMemory& memory, Manners manners, Clock clock)
    : http_(http), memory_(memory), manners_(std::move(manners)), clock_(std::move(clock)) {}
Fetcher::~Fetcher() = default;

void Fetcher::add(Visit visit) {
  ++open_;
  const auto url = canonical_url(visit.url);
  if (!url) return give({.ticket = visit.ticket, .how = Fetched::How::failed, .error = url.error()});
  lane_of(origin_of(*url)).waiting.push_back({std::move(visit), *url});
}

std::vector<Fetched> Fetcher::wait(milliseconds longest) {
  pump();
  for (auto& answer : http_.wait(done_.empty() ? until_next(longest) : milliseconds(0)))
    take(std::move(answer));
  pump();
  open_ -= done_.size();
  return std::exchange(done_, {});
}

Fetched Fetcher::fetch(const std::string& url) {
  add({.url = url});
  for (;;)
    if (auto done = wait(std::chrono::seconds(1)); !done.empty()) return std::move(done.front());
}

Fetcher::Lane& Fetcher::lane_of(const std::string& origin) {
  auto& lane = lanes_[origin];
  if (!lane) {
    lane = std::make_unique<Lane>();
    lane->origin = origin;
    lane->domain = &domain_of(origin);
  }
  return *lane;
}

Fetcher::Domain& Fetcher::domain_of(const std::string& origin) {
  const auto name = ingest::domain_of(origin);
  auto& domain = domains_[name];
  if (!domain) domain = std::make_unique<Domain>(Domain{name, memory_.find(name).value_or(HostState{})});
  return *domain;
}

void Fetcher::pump() {
  for (auto& [origin, lane] : lanes_)
    if (!lane->busy && !lane->waiting.empty()) pump(*lane);
}

void Fetcher::pump(Lane& lane) {
  while (!lane.busy && !lane.waiting.empty() && may_go(lane)) {
    if (!is_fresh(lane.state, clock_.now())) return start_robots(lane);
    auto job = std::move(lane.waiting.front());
    lane.waiting.pop_front();
    if (!knows_robots(lane.state)) {
      give({.ticket = job.visit.ticket,
            .how = Fetched::How::failed,
            .error = network_error(job.url, "the robots.txt of its host could not be read",
                                   "it is tried again in an hour; until then nothing is fetched there")});
    } else if (!lane.robots.allows(manners_.agent, job.url)) {
      give({.ticket = job.visit.ticket,
            .how = Fetched::How::forbidden,
            .error = network_error(job.url, "the site's robots.txt does not allow it",
                                   "ask the site, or take another address")});
    } else {
      start(lane, std::move(job));
    }
  }
}

/// Whether the lane's next request may go out now.
bool Fetcher::may_go(Lane& lane) {
  if (!lane.loaded) {
    lane.loaded = true;
    if (auto known = memory_.find(lane.origin)) lane.state = std::move(*known);
    lane.robots = Robots(lane.state.robots);
    lane.delay = std::max(manners_.delay, lane.robots.crawl_delay(manners_.agent).value_or(milliseconds(0)));
  }
  const auto now = clock_.now();
  if (const auto* pause = pause_of(lane)) {
    if (*pause->not_before - now > manners_.patience) return put_off_all(lane, *pause), false;
    lane.free_at = std::max(lane.free_at, clock_.passing() + (*pause->not_before - now));
  }
  const auto wait = lane.free_at - clock_.passing();
  if (wait > manners_.patience) {
    back_off(lane.origin, lane.state, now + std::chrono::ceil<std::chrono::seconds>(wait), "Crawl-delay");
    return put_off_all(lane, lane.state), false;
  }
  return wait <= wait.zero() && running_.size() < manners_.at_once;
}

void Fetcher::start_robots(Lane& lane) {
  lane.busy = true;
  Job job{.visit = {}, .url = lane.origin + "/robots.txt"};
  http_.start(next_, {.url = job.url, .headers = {}});
  running_[next_++] = std::make_unique<Running>(Running{&lane, std::move(job), true});
}

void Fetcher::start(Lane& lane, Job job) {
  lane.busy = true;
  Request request{.url = job.url, .headers = {}};
  const bool conditional = job.redirects == 0;  // validators are of one address
  if (conditional && !job.visit.etag.empty()) request.headers.emplace_back("If-None-Match", job.visit.etag);
  if (conditional && !job.visit.last_modified.empty())
    request.headers.emplace_back("If-Modified-Since", job.visit.last_modified);
  http_.start(next_, request);
  running_[next_++] = std::make_unique<Running>(Running{&lane, std::move(job), false});
}

void Fetcher::take(HttpMany::Answer answer) {
  auto running = std::move(running_.extract(answer.ticket).mapped());
  auto& lane = *running->lane;
  lane.busy = false;
  lane.free_at = clock_.passing() + lane.delay;
  if (answer.response && answer.response->url.empty()) answer.response->url = running->job.url;
  if (answer.response && keep_) keep_(*answer.response);
  if (running->robots)
    take_robots(lane, std::move(running->job), std::move(answer.response));
  else
    take_page(lane, std::move(running->job), std::move(answer.response));
}

void Fetcher::take_robots(Lane& lane, Job job, Result<Response> answer) {
  if (answer && is_redirect(*answer) && job.redirects < manners_.redirects && redirect(job, *answer)) {
    lane.busy = true;
    http_.start(next_, {.url = job.url, .headers = {}});
    running_[next_++] = std::make_unique<Running>(Running{&lane, std::move(job), true});
    return;
  }
  auto& state = lane.state;
  const auto now = clock_.now();
  const bool known = knows_robots(state) && state.robots_at && now - *state.robots_at < hours(24 * 30);
  if (!answer && !known) return fail_all(lane, answer.error());
  const bool throttled = answer && answer->status == 429;
  // What was read before holds on for a month while the host has a fault.
  const bool fault = !answer || throttled || answer->status >= 500;
  if (fault && known) {
    lane.silences += !answer;
    state.robots_at = now - hours(23);
  } else {
    // A redirect that leads nowhere is no robots.txt (RFC 9309, 2.3.1.2).
    state.robots_status = throttled ? 0 : is_redirect(*answer) ? 404 : answer->status;
    state.robots = answer->status / 100 == 2 ? answer->body.substr(0, kLargestRobots) : "";
    state.robots_at = now;
  }
  lane.robots = Robots(state.robots);
  lane.delay = std::max(manners_.delay, lane.robots.crawl_delay(manners_.agent).value_or(milliseconds(0)));
  memory_.keep(lane.origin, state);
  if (throttled) back_off_domain(lane, *answer);
}

void Fetcher::take_page(Lane& lane, Job job, Result<Response> answer) {
  if (!answer) {
    // A refused or an endless address says nothing of the host.
    lane.silences += !answer.error().hint.starts_with("--allow-private");
    give({.ticket = job.visit.ticket, .how = Fetched::How::failed, .error = answer.error()});
    if (lane.silences >= kSilences) {
      lane.silences = 0;
      back_off(lane.origin, lane.state, clock_.now() + minutes(10), "does not answer");
    }
    return;
  }
  lane.silences = 0;
  if (answer->status == 429 || answer->status == 503) {
    back_off_domain(lane, *answer);
    return put_off(job, lane.domain->state, true);
  }
  answers_again(lane.origin, lane.state);
  answers_again(lane.domain->name, lane.domain->state);
  if (is_redirect(*answer)) {
    const auto from = job.url;
    if (job.redirects >= manners_.redirects || !redirect(job, *answer))
      return give({.ticket = job.visit.ticket,
                   .how = Fetched::How::failed,
                   .error = network_error(job.visit.url,
                                          job.redirects >= manners_.redirects
                                              ? fmt::format("more than {} redirects", manners_.redirects)
                                              : "leads to something other than http and https",
                                          "the page may ask for a login or a cookie")});
    auto& next = lane_of(origin_of(job.url));
    next.waiting.push_front(std::move(job));
    return;
  }
  const bool moved = job.redirects > 0 && job.for_good;
  give({.ticket = job.visit.ticket,
        .how = Fetched::How::answered,
        .response = std::move(*answer),
        .moved_to = moved ? job.url : ""});
}

/// Whether the answer leads anywhere that may be fetched.
bool Fetcher::redirect(Job& job, const Response& response) {
  const auto target = resolve_url(job.url, response.header("location"));
  const auto url = target ? canonical_url(*target) : target;
  if (!url) return false;
  job.url = *url;
  ++job.redirects;
  job.for_good &= is_permanent(response.status);
  return true;
}

void Fetcher::back_off(const std::string& name, HostState& state, Moment until, std::string why) {
  ++state.backoffs;
  state.not_before = until;
  state.why = std::move(why);
  memory_.keep(name, state);
}

void Fetcher::back_off_domain(Lane& lane, const Response& answer) {
  auto& [name, state] = *lane.domain;
  back_off(name, state, retry_at(answer.header("retry-after"), state.backoffs, clock_.now()),
           std::to_string(answer.status));
}

/// An answer that another host of the domain sent while the pause was being asked for ends it not.
void Fetcher::answers_again(const std::string& name, HostState& state) {
  if (state.backoffs == 0 || is_pause(state, clock_.now())) return;
  state.backoffs = 0, state.not_before.reset(), state.why.clear();
  memory_.keep(name, state);
}

/// Of those of the host and of its domain the one that ends later; null where there is none.
const HostState* Fetcher::pause_of(const Lane& lane) const {
  const auto now = clock_.now();
  const auto &host = lane.state, &domain = lane.domain->state;
  if (!is_pause(host, now)) return is_pause(domain, now) ? &domain : nullptr;
  return is_pause(domain, now) && *domain.not_before > *host.not_before ? &domain : &host;
}

void Fetcher::put_off(const Job& job, const HostState& pause, bool asked) {
  give({.ticket = job.visit.ticket,
        .how = Fetched::How::put_off,
        .error = network_error(job.url, fmt::format("its host asks for a pause ({})", pause.why)),
        .not_before = pause.not_before,
        .why = pause.why,
        .asked = asked});
}

void Fetcher::put_off_all(Lane& lane, const HostState& pause) {
  for (const auto& job : std::exchange(lane.waiting, {})) put_off(job, pause, false);
}

/// A host that cannot be reached for its robots.txt cannot be for anything else.
void Fetcher::fail_all(Lane& lane, const Error& error) {
  for (const auto& job : std::exchange(lane.waiting, {}))
    give({.ticket = job.visit.ticket,
          .how = Fetched::How::failed,
          .error = Error{error.kind,
                         job.url + error.what.substr(std::min(error.what.find(": "), error.what.size())),
                         error.hint}});
}

void Fetcher::give(Fetched fetched) { done_.push_back(std::move(fetched)); }

milliseconds Fetcher::until_next(milliseconds longest) const {
  if (running_.size() >= manners_.at_once) return longest;
  const auto now = clock_.passing();
  for (const auto& [origin, lane] : lanes_)
    if (!lane->busy && !lane->waiting.empty())
      longest = std::min(longest, std::chrono::ceil<milliseconds>(std::max(lane->free_at - now, {})));
  return longest;
}

}  // namespace gegenprobe::ingest

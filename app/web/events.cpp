#include "app/web/events.h"

#include <fmt/format.h>

#include "app/web/routes.h"
#include "app/web/shapes.h"
#include "store/changes.h"

namespace gegenprobe::app::web {
namespace {

constexpr std::chrono::milliseconds kLookEvery{1'000}, kRetry{10'000}, kAliveEvery{15'000},
    kLookAfterEvery{30'000};
constexpr std::size_t kMessagesKept = 32, kArticlesTold = 20;

std::string words_of(const store::Changes& changes, const store::Seen& seen) {
  JsonBuffer buffer;
  JsonWriter json(buffer);
  json.StartObject();
  count(json, "articles", changes.articles);
  count(json, "claims", changes.claims);
  count(json, "conflicts", changes.conflicts);
  write_array(json, "items", changes.newest);
  key(json, "first_claim");
  if (changes.claims > 0)
    json.Int64(seen.claim + 1);
  else
    json.Null();
  json.EndObject();
  return std::string(text_of(buffer));
}

}  // namespace

Events::Events(std::string database, std::function<bool()> on_arrival)
    : database_(std::move(database)), on_arrival_(std::move(on_arrival)), thread_([this] { watch(); }) {}
Events::~Events() {
  stop();
  thread_.join();
}

void Events::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  changed_.notify_all();
}

bool Events::wait(std::chrono::milliseconds time) {
  std::unique_lock lock(mutex_);
  return !changed_.wait_for(lock, time, [&] { return stopped_; });
}

void Events::look_after_arrivals() {
  const auto now = std::chrono::steady_clock::now();
  if (!arrived_ || now - looked_ < kLookAfterEvery) return;
  looked_ = now;
  arrived_ = !on_arrival_();
}

// A database that cannot be read for a while, say while it is moved, is looked at again later.
void Events::watch() {
  do {
    auto database = store::Database::open(database_, store::Access::read);
    if (!database) continue;
    store::share_memory(*database);
    auto version = store::data_version(*database);
    auto seen = store::newest(*database);
    while (version && seen && wait(kLookEvery)) {
      look_after_arrivals();
      const auto now = store::data_version(*database);
      if (!now) break;
      if (*now == *version) continue;
      version = now;
      const auto changes = store::changes_since(*database, *seen, kArticlesTold);
      if (!changes) break;
      const bool added = changes->articles > 0;
      if (added) tell("added", words_of(*changes, *seen));
      if (!added || changes->reviewed) tell("changed", "{}");
      arrived_ |= added || changes->claims > 0;
      seen = changes->now;
    }
  } while (wait(kRetry));
}

void Events::tell(std::string_view event, std::string_view data) {
  {
    const std::lock_guard lock(mutex_);
    messages_.push_back({++last_, fmt::format("event: {}\ndata: {}\n\n", event, data)});
    if (messages_.size() > kMessagesKept) messages_.pop_front();
  }
  changed_.notify_all();
}

std::shared_ptr<void> Events::place() {
  const std::lock_guard lock(mutex_);
  if (stopped_ || listeners_ >= kMostListeners) return nullptr;
  ++listeners_;
  return std::shared_ptr<void>(this, [this](void*) {
    const std::lock_guard again(mutex_);
    --listeners_;
  });
}

void Events::listen(const Sink& sink) {
  std::unique_lock lock(mutex_);
  std::uint64_t told = last_;
  bool there = true;
  const auto send = [&](const std::string& text) {
    lock.unlock();
    there = sink(text);
    lock.lock();
  };
  send("retry: 5000\n\n");
  while (there && !stopped_) {
    changed_.wait_for(lock, kAliveEvery, [&] { return stopped_ || last_ > told; });
    if (stopped_) break;
    if (last_ == told) send(": still here\n\n");
    while (there && told < last_) {
      // Who is too late for some has them in the next list it asks for.
      const std::uint64_t first = messages_.front().number;
      told = std::max(told + 1, first);
      send(messages_[told - messages_.front().number].text);
    }
  }
}

namespace {

Response get_events(Desk& desk, Call&) {
  auto place = desk.events->place();
  if (!place) return answer({503, "busy", "too many listeners", "ask /statistics once a minute"});
  Response response{.type = "text/event-stream"};
  response.headers = {{"Cache-Control", "no-store"}, {"X-Accel-Buffering", "no"}};
  response.stream = [&events = *desk.events, place = std::move(place)](const Sink& sink) {
    events.listen(sink);
  };
  return response;
}

constexpr Route kRoutes[] = {{"GET", "/events", "", get_events}};

}  // namespace

std::span<const Route> event_routes() { return kRoutes; }

}  // namespace gegenprobe::app::web

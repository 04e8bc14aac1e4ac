#include "app/web/desk.h"

#include "app/web/events.h"
#include "app/web/feeds.h"

namespace gegenprobe::app::web {

constexpr std::size_t kReaders = 8;
constexpr std::chrono::milliseconds kQuestionTime{5'000}, kPatience{10'000};

Desk::Desk(DeskOptions given, std::shared_ptr<const extract::Rules> rules_given)
    : options(std::move(given)),
      rules(std::move(rules_given)),
      figures(rules),
      readers(options.database, kReaders),
      sessions(options.kept_password),
      rates(options.guard.requests_a_second) {
  events = std::make_unique<Events>(
      options.database, [this] { return options.guard.read_only || look_for_all_watches(*this); });
}
Desk::~Desk() { events.reset(); }  // its thread uses the rest

bool Readers::wait_for_one(std::unique_lock<std::mutex>& lock) {
  // Without the queue a request that comes at the right moment goes before others, and some never come to
  // one.
  std::condition_variable turn;
  queue_.push_back(&turn);
  const bool free = turn.wait_for(
      lock, kPatience, [&] { return queue_.front() == &turn && (!free_.empty() || open_ < most_); });
  std::erase(queue_, &turn);
  return free;
}

void Readers::call_next() {
  if (!queue_.empty() && (!free_.empty() || open_ < most_)) queue_.front()->notify_one();
}

Result<Readers::Lease> Readers::lease() {
  std::unique_lock lock(mutex_);
  const bool free = wait_for_one(lock);
  std::unique_ptr<store::Database> database;
  if (free && !free_.empty()) {
    database = std::move(free_.back());
    free_.pop_back();
  } else if (free) {
    ++open_;
  }
  call_next();
  lock.unlock();
  if (!free) return Error{Error::Kind::store, "all connections to the database are in use", "try again"};
  if (!database) {
    auto opened = store::Database::open(path_, store::Access::read);
    if (!opened) {
      lock.lock();
      --open_;
      call_next();
      return opened.error();
    }
    store::share_memory(*opened);
    database = std::make_unique<store::Database>(std::move(*opened));
  }
  store::limit_time(*database, kQuestionTime);
  return Lease(*this, std::move(database));
}

void Readers::give_back(std::unique_ptr<store::Database> database) {
  const std::lock_guard lock(mutex_);
  free_.push_back(std::move(database));
  call_next();
}

}  // namespace gegenprobe::app::web

#include "app/web/desk.h"

#include "app/web/events.h"
#include "app/web/feeds.h"

namespace gegenprobe::app::web {

constexpr std::size_t kReaders = 8;
constexpr std::chrono::milliseconds kQuestionTime{5'000};

Desk::Desk(DeskOptions given, std::shared_ptr<const extract::Rules> rules_given)
    : options(std::move(given)),
      rules(std::move(rules_given)),
      readers(options.database, kReaders),
      sessions(options.kept_password),
      rates(options.guard.requests_a_second) {
  events = std::make_unique<Events>(
      options.database, [this] { return options.guard.read_only || look_for_all_watches(*this); });
}
Desk::~Desk() { events.reset(); }  // its thread uses the rest

Result<Readers::Lease> Readers::lease() {
  std::unique_lock lock(mutex_);
  const bool free =
      free_again_.wait_for(lock, std::chrono::seconds(10), [&] { return !free_.empty() || open_ < most_; });
  if (!free) return Error{Error::Kind::store, "all connections to the database are in use", "try again"};
  if (!free_.empty()) {
    auto database = std::move(free_.back());
    free_.pop_back();
    store::limit_time(*database, kQuestionTime);
    return Lease(*this, std::move(database));
  }
  ++open_;
  lock.unlock();
  auto opened = store::Database::open(path_, store::Access::read);
  if (opened) {
    store::share_memory(*opened);
    store::limit_time(*opened, kQuestionTime);
    return Lease(*this, std::make_unique<store::Database>(std::move(*opened)));
  }
  lock.lock();
  --open_;
  free_again_.notify_one();
  return opened.error();
}

void Readers::give_back(std::unique_ptr<store::Database> database) {
  {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(database));
  }
  free_again_.notify_one();
}

}  // namespace gegenprobe::app::web

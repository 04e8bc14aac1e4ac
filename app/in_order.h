#pragma once
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace gegenprobe::app {

/// Work done by several threads and taken by one, in the order in which it was given. `Worker` is what each
/// thread has of its own. Two tasks a thread may lie ready or done: who gives more takes first.
template <class Done, class Worker>
class InOrder {
 public:
  using Task = std::function<Done(Worker&)>;
  using Take = std::function<void(Done)>;

  /// `take` is called by whoever calls give() and finish(). With one job there are no threads at all.
  InOrder(unsigned jobs, std::function<Worker()> worker, Take take)
      : take_(std::move(take)), most_(2 * std::size_t{jobs} + 1) {
    if (jobs <= 1) {
      own_ = std::make_unique<Worker>(worker());
      return;
    }
    for (unsigned i = 0; i < jobs; ++i)
      threads_.emplace_back(
          [this, own = std::make_shared<Worker>(worker())](std::stop_token stop) { run(*own, stop); });
  }
  ~InOrder() {
    for (auto& thread : threads_) thread.request_stop();
    ready_.notify_all();
  }
  InOrder(const InOrder&) = delete;
  InOrder& operator=(const InOrder&) = delete;

  void give(Task task) {
    if (own_) return take_(task(*own_));
    {
      const std::lock_guard lock(mutex_);
      open_.push_back(std::make_shared<Slot>(Slot{std::move(task), {}}));
      waiting_.push_back(open_.back());
    }
    ready_.notify_one();
    take_all(most_);
  }
  /// Takes what is still open.
  void finish() { take_all(0); }

 private:
  struct Slot {
    Task task;
    std::optional<Done> done;
  };

  void take_all(std::size_t may_stay) {
    std::unique_lock lock(mutex_);
    while (!open_.empty()) {
      const auto first = open_.front();
      if (!first->done) {
        if (open_.size() <= may_stay) return;
        done_.wait(lock, [&] { return first->done.has_value(); });
      }
      open_.pop_front();
      lock.unlock();
      take_(std::move(*first->done));
      lock.lock();
    }
  }

  void run(Worker& own, const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (ready_.wait(lock, stop, [&] { return !waiting_.empty(); })) {
      const auto slot = waiting_.front();
      waiting_.pop_front();
      lock.unlock();
      auto result = slot->task(own);
      slot->task = nullptr;  // with the bytes that it held
      lock.lock();
      slot->done = std::move(result);
      done_.notify_one();
    }
  }

  Take take_;
  std::size_t most_;
  std::unique_ptr<Worker> own_;
  std::mutex mutex_;
  std::condition_variable_any ready_, done_;
  std::deque<std::shared_ptr<Slot>> open_, waiting_;  ///< in order: not taken yet; of these, not begun
  std::vector<std::jthread> threads_;                 ///< last: they end before the rest goes
};

}  // namespace gegenprobe::app

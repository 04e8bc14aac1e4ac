#pragma once
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "app/web/http.h"

namespace gegenprobe::app::web {

/// Tells listeners what arrives in the database, whoever puts it there: one thread looks once a second
/// whether its version changed, and reads what is new. Listeners take the messages in their own connection's
/// thread.
class Events {
 public:
  static constexpr std::size_t kMostListeners = 64;

  /// `on_arrival` is called in that thread after something arrived, every half minute at most; again where it
  /// answers false.
  explicit Events(std::string database, std::function<bool()> on_arrival);
  ~Events();
  void stop();  ///< ends the listeners

  /// A place among the listeners for as long as it is held; nothing where there are too many.
  std::shared_ptr<void> place();
  /// Runs until the client goes or stop().
  void listen(const Sink& sink);

 private:
  struct Message {
    std::uint64_t number;
    std::string text;
  };
  void watch();
  void look_after_arrivals();
  void tell(std::string_view event, std::string_view data);
  bool wait(std::chrono::milliseconds time);

  const std::string database_;
  const std::function<bool()> on_arrival_;
  bool arrived_ = false;
  std::chrono::steady_clock::time_point looked_ = {};
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Message> messages_;  // the last of them, for listeners that are a little late
  std::uint64_t last_ = 0;
  std::size_t listeners_ = 0;
  bool stopped_ = false;
  std::thread thread_;
};

}  // namespace gegenprobe::app::web

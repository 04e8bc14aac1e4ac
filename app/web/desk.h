#pragma once
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "app/figure_reader.h"
#include "app/web/guard.h"
#include "app/web/http.h"
#include "app/web/params.h"
#include "app/web/sessions.h"
#include "extract/extract.h"
#include "store/database.h"

namespace gegenprobe::app::web {

class Events;

/// Connections to the database that requests share: SQLite's readers do not wait for its writer, nor for each
/// other, but each of them wants one of its own.
class Readers {
 public:
  Readers(std::string path, std::size_t most) : path_(std::move(path)), most_(most) {}

  /// A connection for the time of a request.
  class Lease {
   public:
    Lease(Readers& readers, std::unique_ptr<store::Database> database)
        : readers_(&readers), database_(std::move(database)) {}
    Lease(Lease&&) = default;
    Lease& operator=(Lease&&) = delete;
    ~Lease() {
      if (database_) readers_->give_back(std::move(database_));
    }
    store::Database& operator*() const { return *database_; }

   private:
    Readers* readers_;
    std::unique_ptr<store::Database> database_;
  };

  /// Waits for one that is free; who came first is served first. Errors: the database's; none became free in
  /// ten seconds.
  Result<Lease> lease();

 private:
  void give_back(std::unique_ptr<store::Database> database);
  bool wait_for_one(std::unique_lock<std::mutex>& lock);
  void call_next();

  const std::string path_;
  const std::size_t most_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<store::Database>> free_;
  std::size_t open_ = 0;
  std::deque<std::condition_variable*> queue_;  // of those who wait, the first in front
};

struct DeskOptions {
  std::string database;  ///< path
  GuardOptions guard = {};
  std::string kept_password = {};  ///< see sessions.h; empty: none is asked for
  bool allow_private = false;  ///< checks by URL may fetch from this machine and local networks, for tests
};

/// What the answers draw on. Safe to use from many threads.
struct Desk {
  Desk(DeskOptions given, std::shared_ptr<const extract::Rules> rules_given);
  ~Desk();

  const DeskOptions options;
  const std::shared_ptr<const extract::Rules> rules;
  const FigureReader figures;
  Readers readers;
  Sessions sessions;
  Rates rates;
  std::unique_ptr<Events> events;

  /// One writer at a time; other programs' writers are waited for.
  template <class Work>
  auto write(Work work) -> decltype(work(std::declval<store::Database&>())) {
    const std::lock_guard lock(one_writer_);
    auto database = store::Database::open(options.database, store::Access::change);
    if (!database) return database.error();
    return work(*database);
  }

 private:
  std::mutex one_writer_;
};

inline constexpr std::string_view kCookie = "gegenprobe";

/// A request that is allowed, with what its path says.
struct Call {
  const Request& request;
  std::vector<std::string> parts;  ///< what stood for {…} in the path, decoded
  Params params;
  std::string who;  ///< stands beside what is written: who logged in, else the user of the program
};

/// All that is answered, from the guard to the page's files.
class Answers {
 public:
  explicit Answers(Desk& desk) : desk_(desk) {}
  std::optional<Response> admit(const Request& request);
  Response answer(const Request& request);

 private:
  std::optional<Problem> why_not(const Request& request);
  Response routed(const Request& request);
  Desk& desk_;
};

}  // namespace gegenprobe::app::web

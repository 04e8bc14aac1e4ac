#pragma once
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "extract/extract.h"
#include "ingest/document.h"
#include "ingest/http.h"
#include "ingest/ingest.h"
#include "store/text_keys.h"

namespace gegenprobe::app {

/// A page as it was fetched, or a document that was read already, known by a ticket of the caller's.
struct PageJob {
  std::uint64_t ticket = 0;
  ingest::Response response = {};
  std::optional<ingest::Document> document = {};
  ingest::Overrides overrides = {};
  std::string published = {};   ///< ISO 8601, as a list told it: for a page that does not
  std::string known_hash = {};  ///< of the text that is stored: nothing is extracted where it is the same
};

struct PageDone {
  struct Article {
    ingest::Document document;
    store::TextKeys keys;
    extract::Extraction extraction;
  };
  std::uint64_t ticket = 0;
  std::vector<Article> articles = {};
  std::optional<Error> error = {};  ///< why there is none, or not all
};

/// Reads pages and extracts their claims on threads of its own. One thread gives and takes.
class ExtractionPool {
 public:
  /// `firms` are those that people told of; `wake` is called from other threads, when something is done.
  ExtractionPool(const extract::Rules& rules, std::vector<extract::KnownFirm> firms, unsigned threads,
                 std::function<void()> wake);
  ~ExtractionPool();  ///< what is waiting is dropped
  ExtractionPool(const ExtractionPool&) = delete;
  ExtractionPool& operator=(const ExtractionPool&) = delete;

  void add(PageJob job);
  std::vector<PageDone> take();               ///< what is done; does not wait
  std::vector<PageDone> wait();               ///< the same; waits for something where anything is open
  std::size_t open() const { return open_; }  ///< added, and not taken

 private:
  void work(const std::stop_token& stop);

  const extract::Rules& rules_;
  const std::vector<extract::KnownFirm> firms_;
  std::function<void()> wake_;
  std::size_t open_ = 0;
  std::mutex mutex_;
  std::condition_variable_any more_;
  std::condition_variable ready_;
  std::deque<PageJob> jobs_;
  std::vector<PageDone> done_;
  std::vector<std::jthread>
      threads_;  ///< last: they end before the rest goes, also where not all can be made
};

}  // namespace gegenprobe::app

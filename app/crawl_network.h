#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/crawl_config.h"
#include "ingest/fetcher.h"
#include "store/database.h"

namespace gegenprobe::app {

/// What hosts ask for, in the database. An error of the database is kept, and ends the crawl.
class StoredHosts : public ingest::HostMemory {
 public:
  explicit StoredHosts(store::Database& database) : database_(database) {}
  std::optional<ingest::HostState> find(const std::string& origin) override;
  void keep(const std::string& origin, const ingest::HostState& state) override;
  const std::optional<Error>& error() const { return error_; }

 private:
  store::Database& database_;
  std::optional<Error> error_;
};

/// The network as a crawl uses it, by the manners of its configuration.
class CrawlNetwork {
 public:
  CrawlNetwork(const CrawlConfig& config, store::Database& database, bool allow_private);
  ingest::Fetcher& fetcher() { return fetcher_; }
  ingest::HttpMany& http() { return *http_; }
  const StoredHosts& hosts() const { return hosts_; }
  /// Waits for one answer; what is forbidden or put off is an error. \pre nothing else is open
  Result<ingest::Response> get(const std::string& url);

 private:
  std::unique_ptr<ingest::HttpMany> http_;
  StoredHosts hosts_;
  ingest::Fetcher fetcher_;
};

}  // namespace gegenprobe::app

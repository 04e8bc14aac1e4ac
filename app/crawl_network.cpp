#include "app/crawl_network.h"

#include "ingest/curl_http.h"
#include "store/host_table.h"

namespace gegenprobe::app {
namespace {

// Redirects are followed by the fetcher, with the manners of the host they lead to.
ingest::HttpOptions http_options(const CrawlConfig& config, bool allow_private) {
  ingest::HttpOptions options;
  options.user_agent = ingest::user_agent(config.contact);
  options.timeout = config.timeout;
  options.connect_timeout = std::min(options.connect_timeout, config.timeout);
  options.largest_body = config.largest_answer;
  options.redirects = 0;
  options.allow_private = allow_private;
  return options;
}

ingest::Manners manners(const CrawlConfig& config) {
  ingest::Manners manners;
  manners.delay = config.delay;
  manners.at_once = config.hosts_at_once;
  return manners;
}

}  // namespace

std::optional<ingest::HostState> StoredHosts::find(const std::string& origin) {
  auto host = store::find_host(database_, origin);
  if (host) return *host;
  if (!error_) error_ = host.error();
  return std::nullopt;
}

void StoredHosts::keep(const std::string& origin, const ingest::HostState& state) {
  if (const auto kept = store::record_host(database_, origin, state); !kept && !error_) error_ = kept.error();
}

CrawlNetwork::CrawlNetwork(const CrawlConfig& config, store::Database& database, bool allow_private)
    : http_(ingest::curl_http_many(http_options(config, allow_private))),
      hosts_(database),
      fetcher_(*http_, hosts_, manners(config)) {}

Result<ingest::Response> CrawlNetwork::get(const std::string& url) {
  auto fetched = fetcher_.fetch(url);
  if (fetched.how != ingest::Fetched::How::answered) return *fetched.error;
  return std::move(fetched.response);
}

}  // namespace gegenprobe::app

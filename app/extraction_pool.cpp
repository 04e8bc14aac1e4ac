#include "app/extraction_pool.h"

#include <algorithm>
#include <utility>

#include "ingest/discover.h"
#include "ingest/url.h"

namespace gegenprobe::app {
namespace {

/// A page may call an address of its own site canonical, and no other's: else it could take the place of
/// another paper's article.
void keep_to_site(ingest::Document& document, const std::string& url) {
  if (url.empty() || document.url.empty() || ingest::same_site(document.url, url)) return;
  if (const auto canonical = ingest::canonical_url(url)) document.url = document.id = *canonical;
}

PageDone::Article extracted(ingest::Document document, const PageJob& job, const extract::Rules& rules,
                            const std::vector<extract::KnownFirm>& firms) {
  if (!document.published && !job.published.empty())
    document.published = parse_day(job.published.substr(0, 10));
  auto keys = store::keys_of(document);
  const bool known = !job.known_hash.empty() && keys.hash == job.known_hash;
  auto extraction = known || !ingest::shows_article(document.kind) ? extract::Extraction{}
                                                                   : extract::extract(document, rules, firms);
  return {std::move(document), std::move(keys), std::move(extraction)};
}

PageDone done_of(PageJob job, const extract::Rules& rules, const std::vector<extract::KnownFirm>& firms) {
  PageDone done{.ticket = job.ticket};
  if (job.document) {
    auto document = std::move(*job.document);
    done.articles.push_back(extracted(std::move(document), job, rules, firms));
    return done;
  }
  const auto& response = job.response;
  const auto body = ingest::read_bytes(response.body);
  const ingest::Origin origin{
      .name = response.url, .content_type = response.header("content-type"), .url = response.url};
  const auto read = ingest::ingest(*body, origin, job.overrides, [&](Result<ingest::Document> document) {
    if (!document) {
      done.error.emplace(document.error());
      return true;
    }
    keep_to_site(*document, response.url);
    document->record = response.record;
    done.articles.push_back(extracted(std::move(*document), job, rules, firms));
    return true;
  });
  if (!read) done.error = read.error();
  return done;
}

}  // namespace

ExtractionPool::ExtractionPool(const extract::Rules& rules, std::vector<extract::KnownFirm> firms,
                               unsigned threads, std::function<void()> wake)
    : rules_(rules), firms_(std::move(firms)), wake_(std::move(wake)) {
  for (unsigned i = 0; i < std::max(threads, 1U); ++i)
    threads_.emplace_back([this](const std::stop_token& stop) { work(stop); });
}

ExtractionPool::~ExtractionPool() {
  for (auto& thread : threads_) thread.request_stop();
}

void ExtractionPool::add(PageJob job) {
  {
    const std::lock_guard lock(mutex_);
    jobs_.push_back(std::move(job));
  }
  ++open_;
  more_.notify_one();
}

std::vector<PageDone> ExtractionPool::take() {
  const std::lock_guard lock(mutex_);
  open_ -= done_.size();
  return std::exchange(done_, {});
}

std::vector<PageDone> ExtractionPool::wait() {
  if (open_ > 0) {
    std::unique_lock lock(mutex_);
    ready_.wait(lock, [this] { return !done_.empty(); });
  }
  return take();
}

void ExtractionPool::work(const std::stop_token& stop) {
  for (;;) {
    std::unique_lock lock(mutex_);
    if (!more_.wait(lock, stop, [this] { return !jobs_.empty(); }) || stop.stop_requested()) return;
    auto job = std::move(jobs_.front());
    jobs_.pop_front();
    lock.unlock();
    auto done = done_of(std::move(job), rules_, firms_);
    lock.lock();
    done_.push_back(std::move(done));
    lock.unlock();
    ready_.notify_one();
    wake_();
  }
}

}  // namespace gegenprobe::app

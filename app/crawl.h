#pragma once
#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/crawl_config.h"
#include "app/crawl_log.h"
#include "app/crawl_network.h"
#include "app/crawl_report.h"
#include "app/extraction_pool.h"
#include "app/output.h"
#include "ingest/warc_writer.h"
#include "store/article_table.h"
#include "store/database.h"
#include "store/source_table.h"

namespace gegenprobe::app {

struct CrawlOptions {
  std::string only;       ///< one source, by name or address; empty: all
  bool now = false;       ///< sources that are not due too
  std::size_t limit = 0;  ///< articles that are fetched at most; 0: no bound
  bool allow_private = false;
  bool no_archive = false;  ///< answers are not kept as they were fetched
};

/// One run over the sources of a database: lists are visited, the addresses they name are fetched, read on
/// other threads, and stored by this one, an article a transaction. All that is decided is written down
/// before the next thing is done, so that a run that ends anywhere is gone on with by the next.
class Crawl {
 public:
  Crawl(const CrawlConfig& config, const CrawlOptions& options, store::Database& database,
        const extract::Rules& rules, std::vector<extract::KnownFirm> firms, CrawlLog& log, Output& output);

  /// An error where the database fails; what was stored before stays.
  Result<CrawlReport> run();

 private:
  /// A source in this run.
  struct Run {
    store::Source source;
    Visited visited = Visited::not_due;
    std::string why;
    std::optional<store::Time> until;
    std::vector<store::Page> next;  // due pages that were read from the database, in reverse
    store::PageCursor cursor;
    std::size_t open = 0, left = 0;
    bool due = false;
    bool empty = false;    // no more pages are due
    bool stopped = false;  // its host asks for a pause
  };
  /// What a ticket stands for.
  struct Open {
    Run* run;
    std::optional<store::Page> page;  // nothing: the visit of the source itself
  };

  Result<Done> take_sources();
  void find_out(Run& run);
  void read_files(Run& run);
  void read_file(Run& run, store::Page page);
  void start_visits();
  void feed();
  void feed(Run& run);
  void take(ingest::Fetched fetched);
  void take_visit(Run& run, ingest::Fetched fetched);
  void take_list_answer(Run& run, const ingest::Response& response);
  void take_page(Run& run, store::Page page, ingest::Fetched fetched);
  void take_list(Run& run, store::Page page, const ingest::Response& response);
  void take_done(PageDone done);
  void take_articles(Run& run, store::Page& page, PageDone& done);
  std::optional<store::AddedArticle> add(const PageDone::Article& article, const std::string& source);

  void visit_went_well(Run& run, const std::vector<store::NewPage>& pages);
  void visit_failed(Run& run, ingest::Trouble trouble, const std::string& error);
  void page_failed(Run& run, store::Page& page, const std::string& error);
  void record(const store::Page& page);
  void waits(Run& run, const ingest::Fetched& fetched);
  void keep(ingest::Response& answer);
  void stop(const Error& error);
  bool time_is_up() const;
  bool may_fetch_more() const;
  void show_progress();
  CrawlReport finished();

  const CrawlConfig& config_;
  const CrawlOptions& options_;
  store::Database& database_;
  CrawlLog& log_;
  Output& output_;
  store::Versions versions_;
  CrawlNetwork network_;
  ingest::WarcWriter archive_;
  ExtractionPool pool_;
  std::deque<Run> runs_;
  std::unordered_map<std::uint64_t, Open> open_;
  std::uint64_t next_ticket_ = 1;
  std::size_t fetched_ = 0;  // articles, for the limit
  CrawlReport report_;
  std::optional<Error> error_;
  std::chrono::steady_clock::time_point begin_;
};

}  // namespace gegenprobe::app

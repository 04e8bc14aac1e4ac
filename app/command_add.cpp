#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <thread>

#include "app/article_files.h"
#include "app/case_words.h"
#include "app/claim_rows.h"
#include "app/command.h"
#include "app/crawl_network.h"
#include "app/crawl_visit.h"
#include "app/figure.h"
#include "app/filter_words.h"
#include "app/in_order.h"
#include "app/mention_words.h"
#include "app/rows.h"
#include "app/shared_options.h"
#include "app/version.h"
#include "extract/text/prose.h"
#include "extract/text/short_text.h"
#include "ingest/curl_http.h"
#include "ingest/discover.h"
#include "ingest/fetch.h"
#include "ingest/ingest.h"
#include "store/article_table.h"
#include "store/company_decision.h"
#include "store/query.h"

namespace gegenprobe::app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostOfAList = 100;  // more is work for the crawl

struct Words {
  std::vector<std::string> sources;
  std::string published, database, rules, sites, format;
  ingest::Overrides overrides;
  std::optional<unsigned> jobs;
  bool quiet = false, allow_private = false, no_archive = false;
};

struct Sums {
  std::size_t fresh = 0, changed = 0, unchanged = 0, failed = 0;
  std::size_t passed_over = 0;  ///< pages of archives that are no articles
  std::size_t no_prose = 0;     ///< texts of folders that are no articles
  std::size_t mentions = 0, claims = 0, conflicts = 0, suspects = 0;
  std::size_t articles() const { return fresh + changed + unchanged; }
};

std::string counted(std::size_t number, std::string_view what) {
  return fmt::format("{} {}{}", number, what, number == 1 ? "" : "s");
}

std::string words_of(const Sums& sums) {
  std::string text = counted(sums.articles(), "article");
  const auto part = [&](std::size_t number, const char* what) {
    if (number > 0) text += fmt::format("{}{} {}", text.find(':') == text.npos ? ": " : ", ", number, what);
  };
  part(sums.fresh, "new");
  part(sums.changed, "changed");
  part(sums.unchanged, "unchanged");
  if (sums.fresh + sums.changed > 0)
    text += fmt::format(" · {} · {}", counted(sums.mentions, "mention"), counted(sums.claims, "claim"));
  if (const auto odds = odds_words(sums.conflicts, sums.suspects); !odds.empty())
    text += fmt::format(" · {} (gegenprobe conflicts)", odds);
  if (sums.passed_over > 0)
    text += fmt::format(" · {} without an article passed over", counted(sums.passed_over, "page"));
  if (sums.no_prose > 0)
    text += fmt::format(" · {} that {} no article passed over", counted(sums.no_prose, "file"),
                        sums.no_prose == 1 ? "is" : "are");
  if (sums.failed > 0) text += fmt::format(" · {} could not be read", sums.failed);
  return text;
}

// Of any scheme: it is the network's part to say which ones it speaks.
bool is_url(std::string_view source) { return source.find("://") != source.npos; }

/// What a thread finds in a document, so that the one that stores it has only to write.
struct Found {
  store::TextKeys keys;
  extract::Extraction extraction;
};

/// A document as a thread hands it on: read, and extracted where it seemed new.
struct Prepared {
  Result<ingest::Document> document;
  std::optional<Found> found;
  bool is_prose = true;
  bool of_folder = false;  ///< not named by the user
};

/// Where a document was found.
struct Place {
  bool of_folder = false;       ///< not named by the user
  bool may_be_no_text = false;  ///< its name does not say what it is
};

/// What a thread has of its own: an eye on what is stored. Without one everything is extracted.
using Eye = std::optional<store::Database>;

/// Has documents read and extracted on several threads; stores them one by one in their order, and tells.
/// Keeps the worst exit code.
class Adding {
 public:
  Adding(const Words& words, Output& output, store::Database& database, const extract::Rules& rules,
         std::vector<extract::KnownFirm> firms)
      : words_(words),
        output_(output),
        database_(database),
        rules_(rules),
        firms_(std::move(firms)),
        archive_(archive_folder(database.path())),
        versions_{program_version(), extract::version_of(rules)},
        rows_(output, words.quiet ? Format::table : format_of(words.format), claim_columns()),
        human_(format_of(words.format) == Format::table),
        prepared_(
            words.jobs.value_or(0) == 0 ? std::max(1U, std::thread::hardware_concurrency()) : *words.jobs,
            [this] { return open_eye(); }, [this](Prepared prepared) { take(std::move(prepared)); }) {}

  void add_source(const std::string& source) {
    std::error_code error;
    if (is_url(source)) return add_url(source);
    if (source != "-" && fs::is_directory(source, error)) return add_folder(source);
    if (error && error != std::errc::no_such_file_or_directory)
      return give(
          Error{Error::Kind::input, fmt::format("could not open {}: {}", source, error.message()), ""});
    add_file(source);
  }

  int finish() {
    prepared_.finish();
    rows_.end();
    for (const std::string& words : others_) output_.words(words);
    if (human_)
      output_.line(words_of(sums_));
    else
      output_.words(words_of(sums_));
    return worst_;
  }

 private:
  void add_file(const std::string& path, bool of_folder = false) {
    output_.progress(fmt::format("{} · {}", words_of(sums_), path));
    const auto done =
        ingest::ingest_file_unread(path, words_.overrides, sink({of_folder, is_named_like_text(path)}));
    if (!done) give(done.error());
  }

  void add_url(const std::string& url) {
    output_.progress("fetching " + url);
    if (!http_) http_ = ingest::curl_http({.user_agent = {}, .allow_private = words_.allow_private});
    auto response = http_->get({.url = url, .headers = {}});
    if (!response) return give(response.error());
    if (response->url.empty()) response->url = url;
    if (!words_.no_archive) keep(*response);
    if (const auto feed = ingest::list_in(*response); feed && !brings_texts(*feed))
      return add_list(*feed, url);
    if (ingest::is_index(*response)) return add_site(*response);
    add_answer(*response, url);
  }

  /// The articles that a site's feed or sitemap names now, else those that its page links to.
  void add_site(const ingest::Response& page) {
    const auto found =
        ingest::find_source([&](const std::string& url) { return network().get(url); }, page.url);
    if (!found) return give(found.error());
    const auto answer = network().get(found->url);
    if (!answer) return give(answer.error());
    output_.words(fmt::format("{}: the articles of {}", page.url, found->url));
    if (const auto list = ingest::list_in(*answer)) return add_list(*list, found->url);
    ingest::Feed links;
    for (const auto& url : ingest::article_links(answer->body, found->url))
      links.entries.emplace_back().url = url;
    add_list(links, found->url);
  }

  CrawlNetwork& network() {
    if (network_) return *network_;
    network_.emplace(CrawlConfig{}, database_, words_.allow_private);
    if (!words_.no_archive) network_->fetcher().keep_with([this](ingest::Response& answer) { keep(answer); });
    return *network_;
  }

  void keep(ingest::Response& answer) {
    const auto kept = archive_.append(answer, now());
    if (kept)
      answer.record = *kept;
    else
      give(kept.error());
  }

  void add_answer(const ingest::Response& response, const std::string& url) {
    const auto done = ingest::ingest_answer_unread(response, url, words_.overrides, sink());
    if (!done) give(done.error());
  }

  static bool brings_texts(const ingest::Feed& feed) {
    return std::ranges::any_of(feed.entries, [](const auto& entry) { return entry.content.size() >= 500; });
  }

  /// The articles that a feed or a sitemap names, with the manners of the crawl; of an index of sitemaps the
  /// articles of those.
  void add_list(const ingest::Feed& list, const std::string& url, int depth = 0) {
    const auto pages = pages_of(list, std::chrono::seconds(0), now());
    std::size_t count = 0;
    for (const auto& page : pages) {
      if (full_) return;
      if (count++ == kMostOfAList)
        return give({Error::Kind::input,
                     fmt::format("{}: the first {} of {} entries were read", url, kMostOfAList, pages.size()),
                     "gegenprobe sources add " + url + ", then gegenprobe crawl"});
      output_.progress(fmt::format("{} · {}/{} of {}", words_of(sums_), count, pages.size(), url));
      const auto response = network().get(page.url);
      if (!response) {
        give(response.error());
      } else if (page.role == store::PageRole::list) {
        const auto child = ingest::list_in(*response);
        if (child && depth == 0) add_list(*child, page.url, depth + 1);
        if (!child) give({Error::Kind::input, page.url + ": holds no list of articles", ""});
      } else {
        add_answer(*response, page.url);
      }
    }
  }

  void add_folder(const std::string& folder) {
    const auto found = files_under(folder);
    for (const auto& error : found.errors) give(error);
    for (const auto& file : found.files)
      if (!full_) add_file(file.path, true);
    tell_others(folder, found.others);
  }

  /// What a folder holds besides: whoever meant these must not take them for read.
  void tell_others(const std::string& folder, const std::map<std::string, std::size_t>& others) {
    std::size_t count = 0;
    std::string kinds;
    for (const auto& [extension, number] : others) {
      count += number;
      kinds +=
          fmt::format("{}{}", kinds.empty() ? "" : ", ", extension.empty() ? "without ending" : extension);
    }
    if (count > 0)
      others_.push_back(
          fmt::format("{}: {} of other kinds passed over ({}); named singly, a file is read whatever "
                      "its name",
                      folder, counted(count, "file"), kinds));
  }

  ingest::UnreadSink sink(Place place = {}) {
    return [this, place](ingest::Unread unread) {
      prepared_.give(
          [this, place, unread = std::move(unread)](Eye& eye) { return prepare(unread(), place, eye); });
      return !full_;
    };
  }

  /// An error takes its place in the order, too.
  void give(const Error& error) {
    prepared_.give([error](Eye&) { return Prepared{error, std::nullopt}; });
  }

  Eye open_eye() const {
    auto database = store::Database::open(database_.path(), store::Access::read);
    return database ? Eye(std::move(*database)) : std::nullopt;
  }

  Prepared prepare(Result<ingest::Document> document, Place place, Eye& eye) const {
    Prepared prepared{std::move(document), std::nullopt};
    if (!prepared.document) return prepared;
    prepared.of_folder = place.of_folder;
    prepared.is_prose =
        !place.may_be_no_text || extract::is_prose(prepared.document->normalised.utf8, rules_);
    if (place.of_folder && !prepared.is_prose) return prepared;
    if (is_passed_over(*prepared.document)) return prepared;
    const auto stored = eye ? store::is_stored(*eye, *prepared.document) : false;
    if (!stored || !*stored) prepared.found = find(*prepared.document);
    return prepared;
  }

  Found find(ingest::Document& document) const {
    return {store::keys_of(document), extract::extract_short(document, rules_, firms_)};
  }

  void take(Prepared prepared) {
    if (full_) return;
    if (!prepared.document)
      failed(prepared.document.error());
    else if (!prepared.is_prose && tell_no_prose(*prepared.document, prepared.of_folder))
      ++sums_.no_prose;
    else if (const auto added = add(*prepared.document, std::move(prepared.found)); !added)
      failed(added.error());
  }

  /// Whether it is left out: what was named is wanted, whatever it looks like.
  bool tell_no_prose(const ingest::Document& document, bool of_folder) {
    if (of_folder)
      output_.words(fmt::format("{}: no article: a log, a list, source code or another language; passed over",
                                document.id));
    else
      output_.words(
          fmt::format("gegenprobe: add: {}: reads like no article (a log, a list, source code, another "
                      "language)\n  try: gegenprobe forget, if it was not meant",
                      document.id));
    return of_folder;
  }

  /// An archive keeps lists and consent pages beside the articles; what is given singly is wanted.
  static bool is_passed_over(const ingest::Document& document) {
    return document.of_archive && !ingest::shows_article(document.kind);
  }

  // What was stored when a thread looked may have been replaced by an article before this one.
  Result<Done> add(ingest::Document& document, std::optional<Found> known) {
    if (is_passed_over(document)) {
      ++sums_.passed_over;
      return Done{};
    }
    if (document.kind == ingest::PageKind::consent)
      return Error{Error::Kind::input, document.id + ": the page asks for consent and shows no article",
                   "open it in a browser, agree, save the page, and add the file"};
    if (!known) {
      const auto stored = store::is_stored(database_, document);
      if (!stored) return stored.error();
      known = *stored ? Found{store::keys_of(document), {}} : find(document);
    }
    const extract::Extraction& found = known->extraction;
    const auto added = store::add_article(database_, document, known->keys, found, versions_, now());
    if (!added) return added.error();
    count(*added);
    if (document.damaged > 0)
      output_.words(
          fmt::format("gegenprobe: add: {}: {} damaged place{} in the text, read as �\n  try: get the "
                      "file again; it may be cut off or in another encoding than it says",
                      document.id, document.damaged, document.damaged == 1 ? "" : "s"));
    doubt(document);
    if (!words_.quiet) tell(document, found, *added);
    return Done{};
  }

  /// What was stored all the same, and should not be taken for a whole article.
  void doubt(const ingest::Document& document) {
    if (document.kind == ingest::PageKind::paywall)
      output_.words(
          fmt::format("gegenprobe: add: {}: only the begin of the article, the rest is sold\n"
                      "  try: save the page in a browser that is signed in, and add the file",
                      document.id));
    if (document.kind == ingest::PageKind::index)
      output_.words(
          fmt::format("gegenprobe: add: {}: a list of articles rather than one\n"
                      "  try: add the articles by their own addresses",
                      document.id));
  }

  void count(const store::AddedArticle& added) {
    ++(added.outcome == store::Outcome::fresh     ? sums_.fresh
       : added.outcome == store::Outcome::changed ? sums_.changed
                                                  : sums_.unchanged);
    sums_.mentions += added.mentions;
    sums_.claims += added.claims.size();
    sums_.conflicts += added.conflicts;
    sums_.suspects += added.suspects;
  }

  void tell(const ingest::Document& document, const extract::Extraction& found,
            const store::AddedArticle& added) {
    if (!human_) return tell_rows(added);
    std::string head =
        fmt::format("{:<9}  {}  {}", word(added.outcome), article_id(added.article),
                    styled(output_, Style::bold, document.title.empty() ? document.id : document.title));
    if (!document.outlet.empty()) head += " · " + document.outlet;
    if (document.published) head += " · " + iso(*document.published);
    if (found.language_guessed)
      head +=
          fmt::format(" · read as {}, too short to be sure; --lang says it", language_words(found.language));
    output_.line(head);
    for (std::size_t i = 0; i < std::min(found.claims.size(), added.claims.size()); ++i) {
      const extract::Claim& claim = found.claims[i];
      output_.line(fmt::format("           {:<5} {} · {}", claim_id(added.claims[i]), fact_words(claim),
                               figure(claim)));
    }
  }

  void tell_rows(const store::AddedArticle& added) {
    if (added.claims.empty()) return;
    store::ClaimFilter filter;
    filter.article = added.article;
    filter.limit = 0;
    const auto claims = store::find_claims(database_, filter);
    if (!claims) return failed(claims.error());
    for (const store::StoredClaim& claim : *claims) rows_.add(claim_cells(claim));
  }

  void failed(const Error& error) {
    output_.words("gegenprobe: add: " + error.what);
    if (!error.hint.empty()) output_.words("  try: " + error.hint);
    ++sums_.failed;
    worst_ = std::max(worst_, static_cast<int>(error.kind));
    // Without the database there is no use in going on.
    full_ |= error.kind == Error::Kind::store;
  }

 public:
  bool stopped() const { return full_; }

 private:
  const Words& words_;
  Output& output_;
  store::Database& database_;
  const extract::Rules& rules_;
  std::vector<extract::KnownFirm> firms_;  // that people told of
  ingest::WarcWriter archive_;
  store::Versions versions_;
  Rows rows_;
  bool human_, full_ = false;
  std::unique_ptr<ingest::Http> http_;
  std::optional<CrawlNetwork> network_;
  Sums sums_;
  std::vector<std::string> others_;  // what the folders hold besides, told when all is stored
  int worst_ = 0;
  InOrder<Prepared, Eye> prepared_;  // last: its threads use the rest
};

Outcome run(Words& words, Output& output) {
  const auto published = day_from("add: --published", words.published);
  if (!published) return published.error();
  words.overrides.published = *published;
  if (words.sources.size() > 1 && !words.overrides.url.empty())
    return Error{Error::Kind::usage, "add: --url names one article, and several were given",
                 "add them one by one"};
  const auto rules = rules_of(words.rules);
  if (!rules) return rules.error();
  auto sites = sites_of(words.sites, words.rules);
  if (!sites) return sites.error();
  words.overrides.sites = std::move(*sites);
  auto database = open_to_write(words.database);
  if (!database) return database.error();
  auto firms = store::decided_names(*database);
  if (!firms) return firms.error();
  Adding adding(words, output, *database, **rules, std::move(*firms));
  for (const std::string& source : words.sources)
    if (!adding.stopped()) adding.add_source(source);
  return adding.finish();
}

Work declare(Options& options) {
  auto words = std::make_shared<Words>();
  options
      .texts("source", words->sources, "FILE|DIR|URL|-",
             "texts, HTML pages, JSON Lines, also gzipped; folders of them; "
             "addresses, also of feeds and sitemaps, whose articles are fetched; '-' is standard input")
      .required = true;
  options.text("--published", words->published, "DATE",
               "the day of publication, where the text does not tell it");
  options.text("--outlet", words->overrides.outlet, "NAME", "who published it");
  options.text("--url", words->overrides.url, "URL", "where it stands; the same URL again is a new version");
  options.choice("--lang", words->overrides.language, {"de", "en"}, "its language; else found out");
  options.count("-j,--jobs", words->jobs, "N", "threads that read and extract; 0: one on each core (0)");
  options.on("-q,--quiet", words->quiet, "only the last line");
  options.on("--no-archive", words->no_archive, "do not keep what is fetched as it came");
  options.on("--allow-private", words->allow_private, "fetch from this machine and from local networks too");
  declare_format(options, words->format);
  declare_rules(options, words->rules);
  declare_sites(options, words->sites);
  declare_database(options, words->database);
  return [words](Output& output) { return run(*words, output); };
}

}  // namespace

extern const Command add_command;
const Command add_command{"add",
                          "FILE|DIR|URL|- … [--published DATE] [--outlet NAME] [--url URL] [--lang de|en]",
                          "read articles, extract their claims and keep them",
                          R"(gegenprobe add article.txt --outlet Handelsblatt --published 2025-10-07
gegenprobe add https://www.example.org/wirtschaft/zahlen.html
# A folder of pages, and an archive; what is known already stays as it is.
gegenprobe add pages/ archive.jsonl.gz --quiet
xclip -o | gegenprobe add - --outlet dpa)",
                          declare};

}  // namespace gegenprobe::app

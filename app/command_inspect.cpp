#include <algorithm>
#include <array>
#include <memory>

#include "app/inspect.h"
#include "app/shared_options.h"

namespace gegenprobe::app {
namespace {

struct Step {
  const char* name;
  Outcome (*show)(const InspectWords& words, Output& output);
};
constexpr std::array kSteps = {Step{"article", inspect_article},     Step{"charset", inspect_charset},
                               Step{"feed", inspect_feed},           Step{"robots", inspect_robots},
                               Step{"sentences", inspect_sentences}, Step{"warc", inspect_warc}};

Outcome run(const InspectWords& words, Output& output) {
  return std::ranges::find(kSteps, words.step, &Step::name)->show(words, output);
}

Work declare(Options& options) {
  auto words = std::make_shared<InspectWords>();
  std::vector<std::string> names;
  std::ranges::transform(kSteps, std::back_inserter(names), &Step::name);
  options.choice("step", words->step, names, "which step to show").required = true;
  options.text("source", words->source, "URL|FILE",
               "article, feed: where what comes on standard input was found; warc: the archive");
  options.on("--lines", words->lines,
             "article: many pages, as JSON Lines of \"id\", \"url\", and \"file\" or \"html\"");
  declare_rules(options, words->rules);
  declare_sites(options, words->sites);
  return [words](Output& output) { return run(*words, output); };
}

}  // namespace

extern const Command inspect_command;
const Command inspect_command{"inspect", "article|charset|feed|robots|sentences|warc [URL|FILE]",
                              "one step alone, on standard input, for whoever asks why a text came out wrong",
                              R"(# What is taken for headline, author, day and text of a page.
gegenprobe inspect article https://www.example.org/zahlen.html < zahlen.html
# Many pages in one process, with their ids.
gegenprobe inspect article --lines < pages.jsonl
# What a feed or a sitemap announces.
gegenprobe inspect feed https://www.example.org/rss.xml < rss.xml
# The records of a web archive, with the sums of what they hold.
gegenprobe inspect warc crawl.warc.gz
# JSON Lines in, the sentences of each text out.
echo '{"id": "1", "text": "Der Umsatz lag bei 5,5 Mrd. Euro. Das 3. Quartal war gut.", "lang": "de"}' | gegenprobe inspect sentences
# Which encoding a page declares, or its bytes show: sniff-html, sniff-xml, detect, label, decode.
echo '{"id": "1", "task": "sniff-html", "data": "<meta charset=latin1>"}' | gegenprobe inspect charset
# May this address be fetched?
echo '{"id": "1", "robots": "User-agent: *\nDisallow: /intern/", "user_agent": "gegenprobe", "url": "https://www.example.org/intern/"}' | gegenprobe inspect robots)",
                              declare};

}  // namespace gegenprobe::app

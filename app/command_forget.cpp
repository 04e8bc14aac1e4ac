#include <fmt/format.h>

#include <memory>

#include "app/command.h"
#include "app/filter_words.h"
#include "app/shared_options.h"
#include "store/forget.h"

namespace gegenprobe::app {
namespace {

struct Words {
  std::string database, what;
  bool dry = false;
};

Outcome run(const Words& words, Output& output) {
  auto database = open_to_change(words.database);
  if (!database) return database.error();
  const auto forgotten = store::forget(*database, words.what, words.dry,
                                       [&](const std::string& what) { output.progress(what); });
  if (!forgotten) return forgotten.error();
  for (const std::string& article : forgotten->articles) output.line(article);
  const auto line = [&](const char* what, std::size_t number) {
    if (number > 0) output.line(fmt::format("{:>8} {}", number, what));
  };
  output.line(words.dry ? "would be deleted:" : "deleted:");
  line("articles", forgotten->articles.size());
  line("versions of their text", forgotten->revisions);
  line("claims", forgotten->claims);
  line("mentions", forgotten->mentions);
  line("comparisons with other claims", forgotten->comparisons);
  line("reviews", forgotten->reviews);
  line("items of watches; their files follow with the next 'gegenprobe watch run'", forgotten->watch_items);
  line("companies that nothing else names", forgotten->companies);
  line("pages in web archives", forgotten->records);
  if (!words.dry)
    output.words("copies elsewhere, backups and mails among them, are not; a crawl may find the page again");
  return 0;
}

Work declare(Options& options) {
  auto words = std::make_shared<Words>();
  options.text("what", words->what, "URL|OUTLET", "an article by its address, or all of an outlet").required =
      true;
  options.on("--dry-run", words->dry, "tell what would be deleted, and delete nothing");
  declare_database(options, words->database);
  return [words](Output& output) { return run(*words, output); };
}

}  // namespace

extern const Command forget_command;
const Command forget_command{"forget", "URL|OUTLET [--dry-run]",
                             "delete an article or an outlet everywhere, and tell what was deleted",
                             R"(gegenprobe forget https://example.org/2025/article.html --dry-run
gegenprobe forget 'Eurobiz Digest')",
                             declare};

}  // namespace gegenprobe::app

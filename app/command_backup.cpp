#include <fmt/format.h>

#include <filesystem>
#include <memory>

#include "app/command.h"
#include "app/figure.h"
#include "app/filter_words.h"
#include "app/shared_options.h"
#include "store/backup.h"

namespace gegenprobe::app {
namespace {

namespace fs = std::filesystem;

struct Words {
  std::string database, file;
  bool replace = false, quiet = false;
};

std::string counted(std::uint64_t number) { return grouped({static_cast<std::int64_t>(number), 0}); }

// Evidence that the copy does not hold.
void tell_archives(const std::string& database, Output& output) {
  const fs::path folder = archive_folder(database);
  std::error_code ignored;
  if (fs::is_directory(folder, ignored) && !fs::is_empty(folder, ignored))
    output.words(
        fmt::format("the pages as they were fetched are not in it: copy the folder {} too", folder.string()));
}

Outcome run(const Words& words, Output& output) {
  std::error_code ignored;
  if (!words.replace && fs::exists(words.file, ignored))
    return Error{Error::Kind::usage, words.file + " is there already", "--replace, or another name"};
  auto database = open_to_read(words.database);
  if (!database) return database.error();
  const auto backup = store::back_up(*database, words.file, [&](std::uint64_t done, std::uint64_t all) {
    output.progress(fmt::format("{} % copied", all == 0 ? 100 : done * 100 / all));
  });
  if (!backup) return backup.error();
  if (words.quiet) return 0;
  output.line(fmt::format("{}: {} articles, {} claims, {} bytes", words.file, counted(backup->articles),
                          counted(backup->claims), counted(backup->bytes)));
  tell_archives(database->path(), output);
  return 0;
}

Work declare(Options& options) {
  auto words = std::make_shared<Words>();
  options.text("file", words->file, "FILE", "where the copy goes").required = true;
  options.on("--replace", words->replace, "replace FILE, once the copy is whole");
  options.on("-q,--quiet", words->quiet, "say nothing when all went well");
  declare_database(options, words->database);
  return [words](Output& output) { return run(*words, output); };
}

}  // namespace

extern const Command backup_command;
const Command backup_command{"backup", "FILE [--replace]",
                             "make a consistent copy of the database while it is in use",
                             R"(gegenprobe backup news-2025-11-13.db
# Every night, from cron.
gegenprobe backup /backups/news.db --replace --quiet
# A copy is a database like any other.
gegenprobe claims --company Siemens --db news-2025-11-13.db)",
                             declare};

}  // namespace gegenprobe::app

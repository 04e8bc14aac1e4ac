// Runs when the program is built: reads the rules once, so that the program need not at each start.
//   gegenprobe_prepare RULES OUT   writes OUT/<language>_<kind>.rules for each TOML file,
//   OUT/<language>.lexicon and OUT/<language>_<kind>.set for each kind of rules of a language, and
//   OUT/gazetteer.bin
#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "extract/companies/gazetteer_file.h"
#include "extract/matching/language_files.h"
#include "extract/matching/prepared_rules.h"

namespace gegenprobe::extract {
namespace {

namespace fs = std::filesystem;

/// In the order in which Rules has them.
std::vector<RuleSource> sources_in(const fs::path& folder, std::deque<std::string>& texts) {
  std::vector<RuleSource> sources;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const auto extension = entry.path().extension();
    if (extension != ".toml" && extension != ".tsv") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator(in), std::istreambuf_iterator<char>());
    sources.push_back({entry.path().lexically_relative(folder).generic_string(), texts.back()});
  }
  std::ranges::sort(sources, {}, &RuleSource::path);
  return sources;
}

Result<Done> write(const fs::path& path, std::string_view bytes) {
  std::ofstream to(path, std::ios::binary);
  if (to << bytes; !to) return Error{Error::Kind::rules, "cannot write to " + path.string(), ""};
  return Done{};
}

Result<Done> prepare_language(const std::string& language, std::vector<RuleFile> files, const fs::path& out) {
  auto all = taken_together(std::move(files));
  if (auto done = write(out / (language + ".lexicon"), lexicon_of(all).prepared()); !done) return done;
  for (std::size_t kind = 0; kind < kRuleKinds; ++kind) {
    const auto set = RuleSet::compile(std::move(all.rules[kind]), all.lists, all.macros);
    if (!set) return set.error();
    const auto path = out / fmt::format("{}_{}.set", language, kRuleKindNames[kind]);
    // One pattern that only RE2 can read: the set is compiled as ever.
    if (auto done = write(path, (*set).read_by_re2().empty() ? (*set).prepared() : ""); !done) return done;
  }
  return Done{};
}

Result<Done> prepare_gazetteer(const std::vector<RuleSource>& tables, const fs::path& out) {
  const auto gazetteer = Gazetteer::load(tables);
  if (!gazetteer) return gazetteer.error();
  if (!write_prepared((out / "gazetteer.bin").string(), tables, (*gazetteer)->index()))
    return Error{Error::Kind::rules, "cannot write to " + out.string(), ""};
  return Done{};
}

Result<Done> prepare(const fs::path& folder, const fs::path& out) {
  std::deque<std::string> texts;
  std::vector<RuleSource> tables;
  std::map<std::string, std::vector<RuleFile>> files;  // by language
  for (const auto& source : sources_in(folder, texts)) {
    if (source.path.ends_with(".tsv"))
      tables.push_back(source);
    else if (auto file = parse_rule_file(source.text, source.path); !file)
      return file.error();
    else
      files[(*file).language].push_back(*std::move(file));
  }
  for (auto& [language, of_language] : files) {
    for (const auto& file : of_language) {
      const auto path = out / fmt::format("{}_{}.rules", language, file.kind);
      if (auto done = write(path, prepared_rules(file)); !done) return done;
    }
    if (auto done = prepare_language(language, std::move(of_language), out); !done) return done;
  }
  return prepare_gazetteer(tables, out);
}

}  // namespace
}  // namespace gegenprobe::extract

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const auto done = gegenprobe::extract::prepare(argv[1], argv[2]);
  if (!done) fmt::print(stderr, "{}\n", done.error().what);
  return done ? 0 : 1;
}

// Runs when the program is built: reads the rules once, so that the program need not at each start.
//   gegenprobe_prepare RULES OUT   writes OUT/<language>_<kind>.rules for each TOML file and
//   OUT/gazetteer.bin
#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "extract/companies/gazetteer_file.h"
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

Result<Done> prepare_rules(const RuleSource& source, const fs::path& out) {
  const auto file = parse_rule_file(source.text, source.path);
  if (!file) return file.error();
  std::ofstream to(out / fmt::format("{}_{}.rules", (*file).language, (*file).kind), std::ios::binary);
  if (to << prepared_rules(*file); !to)
    return Error{Error::Kind::rules, "cannot write to " + out.string(), ""};
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
  for (const auto& source : sources_in(folder, texts)) {
    if (source.path.ends_with(".tsv"))
      tables.push_back(source);
    else if (auto done = prepare_rules(source, out); !done)
      return done;
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

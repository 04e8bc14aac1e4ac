#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "app/command.h"
#include "app/figure.h"
#include "app/filter_words.h"
#include "app/rows.h"
#include "app/shared_options.h"
#include "store/doctor.h"

namespace gegenprobe::app {
namespace {

struct Words {
  std::string database, format;
  store::Examination examination;
};

std::string_view word(store::Health health) {
  return health == store::Health::well ? "well" : health == store::Health::ill ? "ill" : "mended";
}
Style style(store::Health health) {
  return health == store::Health::well  ? Style::green
         : health == store::Health::ill ? Style::red
                                        : Style::yellow;
}

std::vector<Column> columns() {
  using enum Column::Align;
  return {{"part", "Part"},          {"health", "Health"}, {"looked_at", "Looked at", right},
          {"wrong", "Wrong", right}, {"what", ""},         {"remedy", ""}};
}
std::vector<Cell> cells(const store::Diagnosis& diagnosis) {
  const auto whole = [](std::uint64_t number) {
    return Cell{static_cast<std::int64_t>(number), grouped({static_cast<std::int64_t>(number), 0})};
  };
  return {Cell::text(diagnosis.part), {std::string(word(diagnosis.health)), "", style(diagnosis.health)},
          whole(diagnosis.looked_at), whole(diagnosis.wrong),
          Cell::text(diagnosis.what), Cell::text(diagnosis.remedy)};
}

void explain(const std::vector<store::Diagnosis>& diagnoses, Output& output) {
  for (const auto& diagnosis : diagnoses) {
    if (diagnosis.what.empty()) continue;
    output.words(fmt::format("{}: {}", diagnosis.part, diagnosis.what));
    if (!diagnosis.remedy.empty()) output.words("  try: " + diagnosis.remedy);
  }
}

Outcome run(const Words& words, Output& output) {
  auto database = open_to_change(words.database);
  if (!database) return database.error();
  const auto diagnoses = store::examine(*database, words.examination,
                                        [&](const std::string& part) { output.progress(part + " …"); });
  if (!diagnoses) return diagnoses.error();
  Rows rows(output, format_of(words.format), columns());
  for (const auto& diagnosis : *diagnoses) rows.add(cells(diagnosis));
  rows.end();
  if (format_of(words.format) == Format::table) explain(*diagnoses, output);
  return std::ranges::any_of(*diagnoses, [](const auto& d) { return d.health == store::Health::ill; }) ? 1
                                                                                                       : 0;
}

Work declare(Options& options) {
  auto words = std::make_shared<Words>();
  options.on("--full", words->examination.full,
             "compare all articles again and read all kept pages, not only the newest thousand");
  options.on(
      "--mend", words->examination.mend,
      "make anew what follows from other rows (full text, counters, conflicts), delete rows without owner");
  declare_format(options, words->format);
  declare_database(options, words->database);
  return [words](Output& output) { return run(*words, output); };
}

}  // namespace

extern const Command doctor_command;
const Command doctor_command{"doctor", "[--full] [--mend]",
                             "look a database over, and say what to do about what is wrong",
                             R"(gegenprobe doctor
# A copy first, then what can be made anew from the rest.
gegenprobe backup before.db && gegenprobe doctor --full --mend)",
                             declare};

}  // namespace gegenprobe::app

#include "app/help.h"

#include <fmt/format.h>

#include <algorithm>

#include "store/near_words.h"

namespace gegenprobe::app {
namespace {

constexpr std::size_t kNamesWidth = 26, kHelpWidth = 100;

// Continuation lines stand under the words of the first.
std::string wrapped(std::string_view text, std::size_t indent) {
  std::string out;
  std::size_t column = indent;
  while (!text.empty()) {
    const std::size_t space = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, space);
    if (column > indent && column + 1 + word.size() > kHelpWidth) {
      out += '\n' + std::string(indent, ' ');
      column = indent;
    } else if (column > indent) {
      out += ' ', ++column;
    }
    out += word;
    column += word.size();
    text.remove_prefix(std::min(space + 1, text.size()));
  }
  return out;
}

std::string entry(std::string_view names, std::string_view words) {
  const bool fits = names.size() + 4 <= kNamesWidth;
  std::string line = fmt::format("  {:<{}}", names, fits ? kNamesWidth - 2 : 0);
  if (!fits) line += '\n' + std::string(kNamesWidth, ' ');
  return line + wrapped(words, kNamesWidth) + '\n';
}

std::string names_of(const Options::Option& option) {
  if (option.by_place()) return option.placeholder + (option.repeats ? " …" : "");
  std::string names = option.names;
  if (const std::size_t comma = names.find(','); comma != std::string::npos) names.insert(comma + 1, " ");
  return option.placeholder.empty() ? names : names + " " + option.placeholder;
}

std::string options_help(const Options& options) {
  std::string by_place, by_name;
  for (const Options::Option& option : options.all())
    (option.by_place() ? by_place : by_name) += entry(names_of(option), option.words);
  by_name += entry("-h, --help", "this text");
  return (by_place.empty() ? "" : "\n" + by_place) + "\nOptions:\n" + by_name;
}

std::string examples_help(std::string_view examples) {
  std::string text = "\nExamples:\n";
  while (!examples.empty()) {
    const std::size_t end = std::min(examples.find('\n'), examples.size());
    text += fmt::format("  {}\n", examples.substr(0, end));
    examples.remove_prefix(std::min(end + 1, examples.size()));
  }
  return text;
}

constexpr std::string_view kAfterCommands = R"(
gegenprobe COMMAND --help tells more about a command, with examples.

Environment:
  GEGENPROBE_DB             the database, where --db is not given; without both it is
                            $XDG_DATA_HOME/gegenprobe/news.db (~/.local/share/gegenprobe/news.db)
  NO_COLOR                  set it to switch colours off

Exit codes:
  0  done                   4  a text or file could not be read
  1  done, and something    5  a rule file is wrong
     is to be looked at     6  the database could not be used
  2  wrong words            7  could not write the answer
  3  the network failed     8  not enough memory
                           75  another run is at work
)";

}  // namespace

std::string program_help() {
  std::string text =
      "Gegenprobe reads German and English news, writes down every figure the papers state about\n"
      "companies, and sets these figures against each other.\n\n"
      "Usage: gegenprobe COMMAND [OPTIONS]\n\nCommands:\n";
  for (const Command* command : commands()) text += entry(command->name, command->summary);
  text += entry("--version", "version of the program and of its rules");
  return text + std::string(kAfterCommands);
}

std::string command_help(const Command& command) {
  Options options;
  command.declare(options);
  return fmt::format("{}\n\nUsage: gegenprobe {}{}{}\n", command.summary, command.name,
                     command.usage.empty() ? "" : " ", command.usage) +
         options_help(options) + examples_help(command.examples);
}

std::string_view nearest_command(std::string_view word) {
  std::string_view nearest;
  std::size_t best = 3;  // three slips are another word
  for (const Command* command : commands())
    if (const std::size_t slips = store::slips_between(word, command->name); slips < best)
      best = slips, nearest = command->name;
  return nearest;
}

}  // namespace gegenprobe::app

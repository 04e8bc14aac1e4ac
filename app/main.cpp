#include <fmt/format.h>
#include <unistd.h>

#include <csignal>
#include <new>
#include <string>
#include <system_error>
#include <vector>

#include "app/command.h"
#include "app/help.h"
#include "app/output.h"
#include "app/version.h"

namespace gegenprobe::app {
namespace {

// Wherever it happens, and on whatever thread: what was told to be stored is, the rest is taken back by the
// database.
[[noreturn]] void out_of_memory() {
  constexpr std::string_view kWords =
      "gegenprobe: there is not enough memory\n  try: fewer --jobs, smaller files, or a higher limit (ulimit "
      "-v)\n";
  [[maybe_unused]] const auto written = ::write(2, kWords.data(), kWords.size());
  ::_exit(kNoMemory);
}

int report(Output& output, const Error& error) {
  output.words("gegenprobe: " + error.what);
  if (!error.hint.empty()) output.words("  try: " + error.hint);
  return static_cast<int>(error.kind);
}

int unknown_command(Output& output, const std::string& word) {
  const std::string_view nearest = nearest_command(word);
  return report(output, {Error::Kind::usage, fmt::format("there is no command '{}'", word),
                         nearest.empty() ? "gegenprobe --help" : fmt::format("gegenprobe {}", nearest)});
}

int run(Output& output, const Command& command, std::vector<std::string> words) {
  Options options;
  const Work work = command.declare(options);
  const auto asked = options.parse(std::string(command.name), std::move(words));
  if (!asked) return report(output, asked.error());
  if (!*asked) return output.write(command_help(command)), 0;
  const Outcome outcome = work(output);
  return outcome ? *outcome : report(output, outcome.error());
}

int run(Output& output, std::vector<std::string> words) {
  if (words.empty()) return output.words(program_help()), static_cast<int>(Error::Kind::usage);
  const std::string word = words.front();
  words.erase(words.begin());
  if (word == "--version" || word == "-V") return output.line(version_line()), 0;
  const bool help = word == "--help" || word == "-h" || word == "help";
  if (help && words.empty()) return output.write(program_help()), 0;
  const Command* command = find_command(help ? words.front() : word);
  if (!command) return unknown_command(output, help ? words.front() : word);
  if (help) return output.write(command_help(*command)), 0;
  return run(output, *command, std::move(words));
}

// What the standard library alone throws: no thread can be made.
int guarded_run(Output& output, std::vector<std::string> words) try {
  return run(output, std::move(words));
} catch (const std::system_error&) {
  out_of_memory();
} catch (const std::bad_alloc&) {
  out_of_memory();
}

}  // namespace
}  // namespace gegenprobe::app

int main(int argc, char** argv) {
  // A reader that closes the pipe is told by EPIPE, which Output takes for the end of interest.
  std::signal(SIGPIPE, SIG_IGN);
  std::set_new_handler(gegenprobe::app::out_of_memory);
  gegenprobe::app::Output output;
  const int code = gegenprobe::app::guarded_run(output, std::vector<std::string>(argv + 1, argv + argc));
  const auto flushed = output.flush();
  if (flushed) return code;
  output.words("gegenprobe: " + flushed.error().what);
  return gegenprobe::app::kCannotWrite;
}

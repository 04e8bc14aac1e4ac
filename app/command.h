#pragma once
#include <functional>
#include <span>
#include <string_view>

#include "app/options.h"
#include "app/output.h"
#include "ingest/result.h"

namespace gegenprobe::app {

/// What a command did: an Error, or the exit code that its data ask for, 0 mostly.
using Outcome = Result<int>;
/// The exit code where the answer could not be written; the others are Error's.
inline constexpr int kCannotWrite = 7;
/// The exit code where the system gives no more memory or threads.
inline constexpr int kNoMemory = 8;
using Work = std::function<Outcome(Output&)>;

/// A subcommand: its words for the help, and a function that declares its options and returns the work.
struct Command {
  std::string_view name;
  std::string_view usage;     ///< "[--company NAME] [--metric METRIC] …"
  std::string_view summary;   ///< one line, no full stop
  std::string_view examples;  ///< whole lines, as typed; a line that starts with '#' explains the next
  Work (*declare)(Options& options);
};

/// In the order of the help: the way of an article, then the questions, then the tools.
std::span<const Command* const> commands();
const Command* find_command(std::string_view name);

}  // namespace gegenprobe::app

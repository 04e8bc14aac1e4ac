#pragma once
#include <string>

#include "app/command.h"

namespace gegenprobe::app {

std::string program_help();                        ///< all commands, a line each; exit codes; environment
std::string command_help(const Command& command);  ///< usage, options, examples
/// The command whose name is nearest to a mistyped one; empty where none is near.
std::string_view nearest_command(std::string_view word);

}  // namespace gegenprobe::app

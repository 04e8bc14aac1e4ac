#pragma once
#include <string>

namespace gegenprobe::app {

/// Completion scripts, made from the commands' own declarations.
std::string bash_completion();
std::string zsh_completion();
std::string fish_completion();

}  // namespace gegenprobe::app

#include <memory>

#include "app/command.h"
#include "app/completion.h"

namespace gegenprobe::app {
namespace {

Work declare(Options& options) {
  auto shell = std::make_shared<std::string>();
  options.choice("shell", *shell, {"bash", "zsh", "fish"}, "the shell to write for").required = true;
  return [shell](Output& output) -> Outcome {
    output.write(*shell == "bash"  ? bash_completion()
                 : *shell == "zsh" ? zsh_completion()
                                   : fish_completion());
    return 0;
  };
}

}  // namespace

extern const Command completion_command;
const Command completion_command{"completion", "bash|zsh|fish", "a completion script for a shell",
                                 R"(# for this user; cmake --install puts the scripts in place for all
gegenprobe completion bash > ~/.local/share/bash-completion/completions/gegenprobe)",
                                 declare};

}  // namespace gegenprobe::app

#include "app/completion.h"

#include <fmt/format.h>

#include <vector>

#include "app/command.h"

namespace gegenprobe::app {
namespace {

std::vector<std::string> names_of(const Options::Option& option) {
  std::vector<std::string> names;
  if (option.by_place()) return names;
  for (std::size_t from = 0; from < option.names.size();) {
    const std::size_t comma = std::min(option.names.find(',', from), option.names.size());
    names.push_back(option.names.substr(from, comma - from));
    from = comma + 1;
  }
  return names;
}

std::vector<Options::Option> options_of(const Command& command) {
  Options options;
  command.declare(options);
  return options.all();
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : std::string(between)) + word;
  return text;
}

// In single quotes, the only character a shell takes for more than itself is the quote.
std::string quoted(std::string_view text) {
  std::string out = "'";
  for (char c : text) c == '\'' ? out += "'\\''" : out += c;
  return out + "'";
}

std::string command_names() {
  std::string names;
  for (const Command* command : commands()) names += (names.empty() ? "" : " ") + std::string(command->name);
  return names;
}

const char* bash_offer(Options::Offer offer) {
  switch (offer) {
    case Options::Offer::files:
      return "COMPREPLY=($(compgen -f -- \"$word\"))";
    case Options::Offer::folders:
      return "COMPREPLY=($(compgen -d -- \"$word\"))";
    case Options::Offer::nothing:
      break;
  }
  return "COMPREPLY=()";
}

// The values of one command's options, as branches over "command option".
std::string bash_values(const Command& command) {
  std::string branches;
  for (const Options::Option& option : options_of(command)) {
    if (option.by_place() || option.placeholder.empty()) continue;
    std::vector<std::string> patterns;
    for (const std::string& name : names_of(option))
      patterns.push_back(fmt::format("'{} {}'", command.name, name));
    const std::string offer =
        option.choices.empty()
            ? bash_offer(option.offer)
            : fmt::format("COMPREPLY=($(compgen -W '{}' -- \"$word\"))", joined(option.choices, " "));
    branches += fmt::format("    {}) {}; return ;;\n", joined(patterns, "|"), offer);
  }
  return branches;
}

std::string bash_names(const Command& command) {
  std::vector<std::string> names;
  for (const Options::Option& option : options_of(command))
    for (const std::string& name : names_of(option)) names.push_back(name);
  names.push_back("--help");
  return fmt::format("    {}) names='{}' ;;\n", command.name, joined(names, " "));
}

const char* zsh_offer(const Options::Option& option) {
  if (option.offer == Options::Offer::files) return "_files";
  return option.offer == Options::Offer::folders ? "_files -/" : "";
}

std::string zsh_by_place(const Options::Option& option, int place) {
  const std::string where = option.repeats ? "*" : std::to_string(place);
  const std::string offer = option.choices.empty() ? "_files" : "(" + joined(option.choices, " ") + ")";
  return " " + quoted(fmt::format("{}:{}:{}", where, option.placeholder, offer));
}

std::string zsh_option(const Options::Option& option) {
  // Brackets and colons part the fields of a zsh specification.
  std::string words;
  for (char c : option.words)
    (c == '[' || c == ']' || c == ':') ? words += std::string("\\") + c : words += c;
  const std::string offer =
      option.choices.empty() ? zsh_offer(option) : "(" + joined(option.choices, " ") + ")";
  std::string text;
  for (const std::string& name : names_of(option)) {
    const std::string value =
        option.placeholder.empty() ? "" : fmt::format(":{}:{}", name.substr(name.rfind('-') + 1), offer);
    text += " " + quoted(fmt::format("{}{}[{}]{}", option.repeats ? "*" : "", name, words, value));
  }
  return text;
}

std::string fish_option(const Command& command, const Options::Option& option) {
  if (option.by_place()) return "";
  std::string line = fmt::format("complete -c gegenprobe -n '__fish_seen_subcommand_from {}'", command.name);
  for (const std::string& name : names_of(option))
    line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  if (!option.placeholder.empty()) line += option.offer == Options::Offer::nothing ? " -x" : " -r -F";
  if (!option.choices.empty()) line += " -a " + quoted(joined(option.choices, " "));
  return line + " -d " + quoted(option.words) + "\n";
}

}  // namespace

std::string bash_completion() {
  std::string values, names;
  for (const Command* command : commands()) values += bash_values(*command), names += bash_names(*command);
  return fmt::format(R"(# bash completion of gegenprobe; made by `gegenprobe completion bash`
_gegenprobe() {{
  local word="${{COMP_WORDS[COMP_CWORD]}}" names=''
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '{} --help --version' -- "$word"))
    return
  fi
  case "${{COMP_WORDS[1]}} ${{COMP_WORDS[COMP_CWORD-1]}}" in
{}  esac
  case "${{COMP_WORDS[1]}}" in
{}  esac
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$names" -- "$word")) ;;
    *) COMPREPLY=($(compgen -f -- "$word")) ;;
  esac
}}
complete -o filenames -F _gegenprobe gegenprobe
)",
                     command_names(), values, names);
}

std::string zsh_completion() {
  std::string list, branches;
  for (const Command* command : commands()) {
    list += fmt::format("    {}\n", quoted(fmt::format("{}:{}", command->name, command->summary)));
    branches += fmt::format("    {}) _arguments", command->name);
    int place = 0;
    for (const Options::Option& option : options_of(*command))
      branches += option.by_place() ? zsh_by_place(option, ++place) : zsh_option(option);
    branches += " '--help[this text]' ;;\n";
  }
  return fmt::format(R"(#compdef gegenprobe
# zsh completion of gegenprobe; made by `gegenprobe completion zsh`
_gegenprobe() {{
  local -a list
  list=(
{}  )
  if (( CURRENT == 2 )); then
    _describe command list
    return
  fi
  local command="$words[2]"
  shift words
  (( CURRENT-- ))
  case "$command" in
{}  esac
}}
_gegenprobe "$@"
)",
                     list, branches);
}

std::string fish_completion() {
  std::string text = "# fish completion of gegenprobe; made by `gegenprobe completion fish`\n";
  for (const Command* command : commands())
    text += fmt::format("complete -c gegenprobe -f -n __fish_use_subcommand -a {} -d {}\n", command->name,
                        quoted(command->summary));
  for (const Command* command : commands())
    for (const Options::Option& option : options_of(*command)) text += fish_option(*command, option);
  return text;
}

}  // namespace gegenprobe::app

#include "app/options.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>

namespace gegenprobe::app {
namespace {

std::string joined(const std::vector<std::string>& words, const char* between) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : between) + word;
  return text;
}

void declare(CLI::App& parser, const Options::Option& option) {
  CLI::Option* declared = option.text     ? parser.add_option(option.names, *option.text)
                          : option.texts  ? parser.add_option(option.names, *option.texts)
                          : option.number ? parser.add_option(option.names, *option.number)
                          : option.count  ? parser.add_option(option.names, *option.count)
                                          : parser.add_flag(option.names, *option.on);
  if (option.required) declared->required();
  if (option.texts && !option.by_place()) declared->take_all()->expected(1);
  if (option.choices.empty()) return;
  declared->check([choices = option.choices](const std::string& word) {
    if (std::ranges::find(choices, word) != choices.end()) return std::string();
    return "'" + word + "' is none of " + joined(choices, ", ");
  });
}

}  // namespace

Options::Option& Options::added(std::string names, std::string placeholder, std::string words) {
  Option& option = options_.emplace_back();
  option.names = std::move(names);
  option.placeholder = std::move(placeholder);
  option.words = std::move(words);
  return option;
}

Options::Option& Options::text(std::string names, std::string& value, std::string placeholder,
                               std::string words) {
  Option& option = added(std::move(names), std::move(placeholder), std::move(words));
  option.text = &value;
  return option;
}

Options::Option& Options::texts(std::string names, std::vector<std::string>& values, std::string placeholder,
                                std::string words) {
  Option& option = added(std::move(names), std::move(placeholder), std::move(words));
  option.texts = &values;
  option.repeats = true;
  return option;
}

Options::Option& Options::choice(std::string names, std::string& value, std::vector<std::string> choices,
                                 std::string words) {
  Option& option = text(std::move(names), value, joined(choices, "|"), std::move(words));
  option.choices = std::move(choices);
  return option;
}

Options::Option& Options::number(std::string names, std::optional<double>& value, std::string placeholder,
                                 std::string words) {
  Option& option = added(std::move(names), std::move(placeholder), std::move(words));
  option.number = &value;
  return option;
}

Options::Option& Options::count(std::string names, std::optional<unsigned>& value, std::string placeholder,
                                std::string words) {
  Option& option = added(std::move(names), std::move(placeholder), std::move(words));
  option.count = &value;
  return option;
}

Options::Option& Options::on(std::string names, bool& value, std::string words) {
  Option& option = added(std::move(names), "", std::move(words));
  option.on = &value;
  return option;
}

Result<bool> Options::parse(const std::string& command, std::vector<std::string> words) const {
  CLI::App parser("", command);
  parser.set_help_flag("-h,--help");
  for (const Option& option : options_) declare(parser, option);
  std::ranges::reverse(words);  // CLI11 takes them from the back
  try {
    parser.parse(std::move(words));
  } catch (const CLI::CallForHelp&) {
    return false;
  } catch (const CLI::ParseError& e) {
    return Error{Error::Kind::usage, command + ": " + e.what(), "gegenprobe " + command + " --help"};
  }
  return true;
}

}  // namespace gegenprobe::app

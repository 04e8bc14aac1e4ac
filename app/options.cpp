#include "app/options.h"

#include <fmt/format.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>

#include "store/near_words.h"

namespace gegenprobe::app {
namespace {

std::string joined(const std::vector<std::string>& words, const char* between) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : between) + word;
  return text;
}

std::string check_number(const std::string& word) {
  double number{};
  return CLI::detail::lexical_cast(word, number) ? "" : "'" + word + "' is no number";
}

std::string check_count(const std::string& word) {
  unsigned number{};
  return CLI::detail::lexical_cast(word, number) ? "" : "'" + word + "' is no whole number from 0 up";
}

std::string check_choice(const std::vector<std::string>& choices, const std::string& word) {
  if (std::ranges::find(choices, word) != choices.end()) return "";
  const std::string near = store::nearest_word(word, choices);
  return "'" + word + "' is none of " + joined(choices, ", ") +
         (near.empty() ? "" : "; did you mean " + near + "?");
}

// One value each time, or several with commas where none of them can hold one: what follows is another word.
void as_repeatable(CLI::Option& declared, bool by_commas) {
  declared.take_all()->expected(1)->allow_extra_args(false);
  if (by_commas) declared.delimiter(',');
}

CLI::Option* declare(CLI::App& parser, const Options::Option& option) {
  if (option.on) return parser.add_flag(option.names, *option.on);
  if (option.number) return parser.add_option(option.names, *option.number)->check(check_number);
  if (option.count) return parser.add_option(option.names, *option.count)->check(check_count);
  CLI::Option* declared = option.text ? parser.add_option(option.names, *option.text)
                                      : parser.add_option(option.names, *option.texts);
  if (option.texts && !option.by_place()) as_repeatable(*declared, !option.choices.empty());
  if (!option.choices.empty() && !option.is_open)
    declared->check([&option](const std::string& word) { return check_choice(option.choices, word); });
  return declared;
}

std::string quoted_for_shell(const std::string& word) {
  if (word.find_first_of(" \t'\"$&|;()<>*?!`\\") == std::string::npos) return word;
  std::string quoted = "'";
  for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

// The option that was meant: mistyped, or cut short.
std::string nearest_option(const std::vector<Options::Option>& options, const std::string& typed) {
  const std::string word = typed.substr(0, typed.find('='));
  std::string nearest;
  std::size_t best = store::slips_of_typing(word.size()) + 1;
  for (const Options::Option& option : options)
    for (const std::string& name : CLI::detail::split_up(option.names, ',')) {
      if (!name.starts_with("--")) continue;
      const bool is_begin = word.size() > 3 && name.starts_with(word);
      const std::size_t slips = is_begin ? 0 : store::slips_between(word, name);
      if (slips < best) best = slips, nearest = name;
    }
  return nearest;
}

// What CLI11 says of words that are too many is turned round and names no option.
Error unexpected(const CLI::App& parser, const std::string& command,
                 const std::vector<Options::Option>& options) {
  const std::string help = "gegenprobe " + command + " --help";
  for (const std::string& word : parser.remaining())
    if (word.starts_with('-') && word.size() > 1) {
      const std::string nearest = nearest_option(options, word);
      return {Error::Kind::usage, fmt::format("{}: there is no option {}", command, word),
              nearest.empty() ? help : nearest};
    }
  const std::string word = parser.remaining().back();
  const bool has_company = std::ranges::any_of(options, [](const auto& option) {
    return option.names == "-c,--company" || option.names == "--company";
  });
  return {Error::Kind::usage, command + ": '" + word + "' is one word too many",
          has_company ? "gegenprobe " + command + " --company " + quoted_for_shell(word) : help};
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
  std::vector<CLI::Option*> declared;
  declared.reserve(options_.size());
  for (const Option& option : options_) declared.push_back(declare(parser, option));
  const auto wrong = [&](const std::string& what) {
    return Error{Error::Kind::usage, command + ": " + what, "gegenprobe " + command + " --help"};
  };
  std::ranges::reverse(words);  // CLI11 takes them from the back
  try {
    parser.parse(std::move(words));
  } catch (const CLI::CallForHelp&) {
    return false;
  } catch (const CLI::ExtrasError&) {
    return unexpected(parser, command, options_);
  } catch (const CLI::ArgumentMismatch& e) {
    const std::string what = e.what(), option = what.substr(0, what.find(':'));
    const bool has_value = std::ranges::any_of(
        declared, [&](const CLI::Option* each) { return each->get_name() == option && each->count() > 1; });
    return wrong(option + (has_value ? " was given twice" : " wants a value"));
  } catch (const CLI::ParseError& e) {
    return wrong(e.what());
  }
  for (std::size_t i = 0; i < options_.size(); ++i)
    if (options_[i].required && declared[i]->count() == 0)
      return wrong(options_[i].placeholder + " is missing");
  return true;
}

}  // namespace gegenprobe::app

#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/result.h"

namespace gegenprobe::app {

/// The words a command understands, declared once: parsed from argv, told by --help, completed by the shell.
/// CLI11 does the parsing; options.cpp is its only user.
class Options {
 public:
  /// What the shell offers after an option.
  enum class Offer { nothing, files, folders };
  struct Option {
    std::string names;        ///< "--company", "-o,--output"; a bare word stands by its place
    std::string placeholder;  ///< "NAME"; empty for a switch
    std::string words;        ///< what it does, for the help
    std::vector<std::string> choices;
    bool is_open = false;  ///< the command reads other words than the choices, too
    Offer offer = Offer::nothing;
    bool repeats = false;
    bool required = false;
    std::string* text = nullptr;
    std::vector<std::string>* texts = nullptr;
    std::optional<double>* number = nullptr;
    std::optional<unsigned>* count = nullptr;
    bool* on = nullptr;

    bool by_place() const { return names[0] != '-'; }
  };

  /// Each adds one option; what it points to is written by parse() and must outlive it.
  Option& text(std::string names, std::string& value, std::string placeholder, std::string words);
  Option& texts(std::string names, std::vector<std::string>& values, std::string placeholder,
                std::string words);
  Option& choice(std::string names, std::string& value, std::vector<std::string> choices, std::string words);
  Option& number(std::string names, std::optional<double>& value, std::string placeholder, std::string words);
  Option& count(std::string names, std::optional<unsigned>& value, std::string placeholder,
                std::string words);
  Option& on(std::string names, bool& value, std::string words);

  const std::vector<Option>& all() const { return options_; }
  /// Reads the words after the command's name. False: --help was among them.
  Result<bool> parse(const std::string& command, std::vector<std::string> words) const;

 private:
  Option& added(std::string names, std::string placeholder, std::string words);
  std::vector<Option> options_;
};

}  // namespace gegenprobe::app

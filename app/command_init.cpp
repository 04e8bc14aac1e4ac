#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>

#include "app/command.h"
#include "app/crawl_config.h"

namespace gegenprobe::app {
namespace {

namespace fs = std::filesystem;

struct Words {
  std::string config, contact;
};

/// As TOML writes it between quotation marks.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

std::string with_contact(std::string_view text, std::string_view contact) {
  std::string config(text);
  constexpr std::string_view kLine = "contact = \"\"";
  if (!contact.empty()) config.replace(config.find(kLine), kLine.size(), "contact = " + quoted(contact));
  return config;
}

Outcome run(const Words& words, Output& output) {
  const auto path = words.config.empty() ? default_config_path() : words.config;
  if (path.empty())
    return Error{Error::Kind::usage,
                 "no place for the configuration: neither XDG_CONFIG_HOME nor HOME is set", "--config PATH"};
  if (words.contact.find_first_of("\r\n") != std::string::npos)
    return Error{Error::Kind::usage, "init: --contact is one line", ""};
  std::error_code ignored;
  if (fs::exists(path, ignored))
    return Error{Error::Kind::usage, fmt::format("{} is there already", path),
                 "edit it, or name another file: --config"};
  if (words.config.empty()) fs::create_directories(fs::path(path).parent_path(), ignored);
  std::ofstream file(path);
  file << with_contact(config_template(), words.contact);
  file.close();
  if (!file)
    return Error{Error::Kind::usage, fmt::format("could not write {}: {}", path, std::strerror(errno)), ""};
  output.line("wrote " + path);
  if (words.contact.empty())
    output.words(
        "  next: put a mail address under `contact`, and sources at its end, or: gegenprobe sources add URL");
  return 0;
}

Work declare(Options& options) {
  auto words = std::make_shared<Words>();
  options.text("--config", words->config, "PATH", "where to write it; else the configuration of this user")
      .offer = Options::Offer::files;
  options.text("--contact", words->contact, "WORDS",
               "whom the sites can write to: a mail address or a page; sent with each request");
  return [words](Output& output) { return run(*words, output); };
}

}  // namespace

extern const Command init_command;
const Command init_command{"init", "[--contact WORDS] [--config PATH]",
                           "write a commented configuration for the crawl",
                           R"(gegenprobe init --contact desk@example.org
gegenprobe init --config ./gegenprobe.toml)",
                           declare};

}  // namespace gegenprobe::app

#include <fmt/format.h>
#include <pthread.h>
#include <spawn.h>
#include <termios.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <thread>

#include "app/command.h"
#include "app/filter_words.h"
#include "app/shared_options.h"
#include "app/web/desk.h"
#include "app/web/events.h"
#include "app/web/http_server.h"

namespace gegenprobe::app {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kPort = 8765;

struct Words {
  std::string host = "127.0.0.1", database, rules, password_file;
  std::optional<unsigned> port, rate;
  std::vector<std::string> names, origins;
  bool read_only = false, open = false, make_new = false, set_password = false, allow_private = false;
};

// ---- the password --------------------------------------------------------------------------------------

Result<std::string> password_path(const Words& words) {
  if (!words.password_file.empty()) return words.password_file;
  const char *config = std::getenv("XDG_CONFIG_HOME"), *home = std::getenv("HOME");
  if (config && *config) return (fs::path(config) / "gegenprobe" / "password").string();
  if (home && *home) return (fs::path(home) / ".config" / "gegenprobe" / "password").string();
  return Error{Error::Kind::usage, "serve: there is no HOME to find the password in", "--password-file FILE"};
}

/// Asks on a terminal without showing what is typed; takes the first line of anything else.
std::string typed_password(Output& output) {
  termios before{};
  const bool terminal = isatty(STDIN_FILENO) && tcgetattr(STDIN_FILENO, &before) == 0;
  if (terminal) {
    output.words("Password for the desk:");
    termios silent = before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSANOW, &silent);
  }
  std::string line;
  std::getline(std::cin, line);
  if (terminal) tcsetattr(STDIN_FILENO, TCSANOW, &before);
  return line;
}

Outcome set_password(const Words& words, Output& output) {
  const auto path = password_path(words);
  if (!path) return path.error();
  const auto kept = web::kept_password(typed_password(output));
  if (!kept) return kept.error();
  std::error_code ignored;
  if (words.password_file.empty()) fs::create_directories(fs::path(*path).parent_path(), ignored);
  const mode_t before = umask(0077);
  std::ofstream file(*path, std::ios::trunc);
  file << *kept << '\n';
  file.close();
  umask(before);
  if (!file)
    return Error{Error::Kind::input, "serve: could not write " + *path, "--password-file names another file"};
  fs::permissions(*path, fs::perms::owner_read | fs::perms::owner_write, ignored);
  output.words("the password is kept in " + *path);
  return 0;
}

Result<std::string> kept_password(const Words& words) {
  const auto path = password_path(words);
  if (!path) return words.password_file.empty() ? Result(std::string()) : path.error();
  std::ifstream file(*path);
  std::string line;
  std::getline(file, line);
  if (!words.password_file.empty() && line.empty())
    return Error{Error::Kind::input, "serve: there is no password in " + *path,
                 "gegenprobe serve --set-password --password-file " + *path};
  return line;
}

// ---- the server ----------------------------------------------------------------------------------------

/// Ctrl-C and kill end the server and not the program, which finishes what it writes.
class Signals {
 public:
  Signals() {
    sigemptyset(&set_);
    sigaddset(&set_, SIGINT);
    sigaddset(&set_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &set_, nullptr);
  }
  void wait() const {
    int signal = 0;
    sigwait(&set_, &signal);
  }

 private:
  sigset_t set_;
};

std::string address_of(const std::string& host, int port) {
  return host.find(':') == host.npos ? fmt::format("http://{}:{}/", host, port)
                                     : fmt::format("http://[{}]:{}/", host, port);
}

void show_in_browser(const std::string& address) {
  std::string program = "xdg-open", argument = address;
  char* const words[] = {program.data(), argument.data(), nullptr};
  pid_t child = 0;
  posix_spawnp(&child, "xdg-open", nullptr, nullptr, words, environ);
}

Result<web::DeskOptions> options_from(const Words& words, Output& output) {
  const auto path = database_path(words.database);
  if (!path) return path.error();
  std::error_code ignored;
  const bool is_new = !fs::exists(*path, ignored);
  // A path that was mistyped would show an empty desk, as if nothing were known.
  const bool is_named = !words.database.empty() || std::getenv("GEGENPROBE_DB");
  if (is_new && is_named && !words.make_new)
    return Error{Error::Kind::store, "there is no database " + *path,
                 "gegenprobe serve --new makes an empty one; 'gegenprobe add FILE' one with articles"};
  // Makes the database or brings it up to date, once; whoever only reads is told that it must be there.
  auto database =
      words.read_only ? store::Database::open(*path, store::Access::read) : open_to_write(words.database);
  if (!database) return database.error();
  if (is_new) output.words("made a new, empty database: " + *path);
  const auto password = kept_password(words);
  if (!password) return password.error();
  web::DeskOptions options{
      .database = *path, .kept_password = *password, .allow_private = words.allow_private};
  options.guard.loopback = web::is_loopback(words.host);
  options.guard.read_only = words.read_only;
  options.guard.origins = words.origins;
  options.guard.requests_a_second = words.rate.value_or(options.guard.loopback ? 0 : 50);
  for (std::string name : words.names) {
    for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    options.guard.names.push_back(std::move(name));
  }
  if (!options.guard.loopback && options.kept_password.empty())
    return Error{Error::Kind::usage,
                 "serve: " + words.host + " can be reached from elsewhere, and there is no password",
                 "gegenprobe serve --set-password"};
  return options;
}

Outcome run(const Words& words, Output& output) {
  if (words.set_password) return set_password(words, output);
  constexpr unsigned kLastPort = 65535;
  if (words.port.value_or(kPort) > kLastPort)
    return Error{Error::Kind::usage, fmt::format("serve: --port: there is no port {}", *words.port),
                 "1 to 65535, or 0 for any that is free"};
  const auto rules = rules_of(words.rules);
  if (!rules) return rules.error();
  auto options = options_from(words, output);
  if (!options) return options.error();
  const Signals signals;
  web::Desk desk(*std::move(options), *rules);
  web::Answers answers(desk);
  web::HttpServer server(
      {}, [&](const web::Request& request) { return answers.admit(request); },
      [&](const web::Request& request) { return answers.answer(request); });
  const auto port = server.bind(words.host, static_cast<int>(words.port.value_or(kPort)));
  if (!port) return port.error();
  const std::string address = address_of(words.host, *port);
  output.words(fmt::format("the desk is at {} (Ctrl-C ends it)", address));
  if (words.open) show_in_browser(address);
  std::thread serving([&] { server.run(); });
  signals.wait();
  desk.events->stop();
  server.stop();
  serving.join();
  return 0;
}

Work declare(Options& options) {
  auto words = std::make_shared<Words>();
  options.text("--host", words->host, "ADDRESS",
               "where to listen (127.0.0.1); elsewhere than on this machine only with a password");
  options.count("-p,--port", words->port, "N", "(8765); 0: any that is free");
  options.on("--new", words->make_new, "make the database where there is none at that path");
  options.on("--read-only", words->read_only, "nobody can change anything through the page");
  options.on("--open", words->open, "show it in the browser");
  options.on("--set-password", words->set_password, "ask for a password, keep its hash, and end");
  options
      .text("--password-file", words->password_file, "FILE",
            "where that hash is (~/.config/gegenprobe/password)")
      .offer = Options::Offer::files;
  options.texts("--name", words->names, "NAME", "a name that the machine is reached by; may be given again");
  options.texts("--allow-origin", words->origins, "ORIGIN",
                "a page elsewhere that may match companies, such as OpenRefine's");
  options.count("--rate", words->rate, "N",
                "requests a second of one client (50; on this machine without limit)");
  options.on("--allow-private", words->allow_private,
             "check addresses of this machine and of local networks too");
  declare_rules(options, words->rules);
  declare_database(options, words->database);
  return [words](Output& output) { return run(*words, output); };
}

}  // namespace

extern const Command serve_command;
const Command serve_command{"serve", "[--host ADDRESS] [--port N] [--read-only] [--open]",
                            "open the desk: search, compare, check and review in the browser",
                            R"(gegenprobe serve --open
# For the newsroom: with a password, and by the machine's name.
gegenprobe serve --set-password
gegenprobe serve --host 0.0.0.0 --name desk.example.org
# Companies for OpenRefine: add http://127.0.0.1:8765/reconcile there.
gegenprobe serve --allow-origin http://127.0.0.1:3333)",
                            declare};

}  // namespace gegenprobe::app

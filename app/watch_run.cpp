#include "app/watch_run.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <thread>

#include "app/filter_words.h"
#include "app/watch_words.h"
#include "ingest/curl_http.h"

extern char** environ;

namespace gegenprobe::app {
namespace {

constexpr std::size_t kItemsOfAFile = 200;
constexpr std::chrono::seconds kSendmailPatience{60};

Error cannot_write(const std::string& path, int reason) {
  return {Error::Kind::input, fmt::format("could not write {}: {}", path, std::strerror(reason)),
          "does its folder exist, and may you write there?"};
}

bool write_all(int file, std::string_view data) {
  while (!data.empty()) {
    const ssize_t written = ::write(file, data.data(), data.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    data.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// Under another name first: whoever reads the file finds the old one or the new one, whole.
Result<Done> replace_file(const std::string& path, std::string_view data) {
  const std::string fresh = fmt::format("{}.{}.tmp", path, ::getpid());
  const int file = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file < 0) return cannot_write(path, errno);
  const bool written = write_all(file, data) && ::fsync(file) == 0;
  const int reason = errno;
  ::close(file);
  if (written && ::rename(fresh.c_str(), path.c_str()) == 0) return Done{};
  const int failed = written ? errno : reason;
  ::unlink(fresh.c_str());
  return cannot_write(path, failed);
}

Error mail_failed(const std::string& sendmail, const std::string& why) {
  return {Error::Kind::network, fmt::format("{} {}", sendmail, why),
          "it is tried again with the next run; GEGENPROBE_SENDMAIL names another program"};
}

/// How the program ended; nothing where it had to be stopped.
std::optional<int> waited_for(pid_t child) {
  const auto until = std::chrono::steady_clock::now() + kSendmailPatience;
  int status = 0;
  while (::waitpid(child, &status, WNOHANG) == 0) {
    if (std::chrono::steady_clock::now() > until) {
      ::kill(child, SIGKILL);
      ::waitpid(child, &status, 0);
      return std::nullopt;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return status;
}

Result<Done> send_mail(const std::string& sendmail, const std::string& text) {
  // From a file, so that a program that does not read its input cannot block this one.
  const char* folder = std::getenv("TMPDIR");
  const int input = ::open(folder ? folder : "/tmp", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (input < 0 || !write_all(input, text) || ::lseek(input, 0, SEEK_SET) != 0) {
    const int reason = errno;
    if (input >= 0) ::close(input);
    return cannot_write("the mail", reason);
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, 0);
  std::string program = sendmail, flags[] = {"-i", "-t"};
  char* words[] = {program.data(), flags[0].data(), flags[1].data(), nullptr};
  pid_t child = 0;
  const int spawned = ::posix_spawn(&child, sendmail.c_str(), &actions, nullptr, words, environ);
  posix_spawn_file_actions_destroy(&actions);
  ::close(input);
  if (spawned != 0) return mail_failed(sendmail, fmt::format("could not be run: {}", std::strerror(spawned)));
  const auto status = waited_for(child);
  if (!status)
    return mail_failed(sendmail, fmt::format("did not end within {} s", kSendmailPatience.count()));
  if (WIFEXITED(*status) && WEXITSTATUS(*status) == 0) return Done{};
  return mail_failed(sendmail,
                     fmt::format("failed with exit code {}", WIFEXITED(*status) ? WEXITSTATUS(*status) : -1));
}

Result<Done> post(ingest::Http& http, const store::Watch& watch, const std::vector<store::WatchItem>& items) {
  const auto answer =
      http.get({.url = watch.webhook,
                .headers = {{"Content-Type", "application/json"}, {"Idempotency-Key", key_of(items)}},
                .post = json_items(watch, items)});
  if (!answer) return answer.error();
  if (answer->status >= 200 && answer->status < 300) return Done{};
  return Error{Error::Kind::network, fmt::format("{} answered {}", watch.webhook, answer->status),
               "it is tried again with the next run"};
}

/// Hands on by one way what was not handed on yet.
void send(store::Database& database, const store::Watch& watch, store::Sent way, const std::string& to,
          auto deliver, WatchRun& run) {
  if (to.empty()) return;
  const auto items = store::unsent(database, watch, way);
  if (!items) return run.failed.push_back(items.error());
  if (items->empty()) return;
  if (const auto done = deliver(*items); !done) return run.failed.push_back(done.error());
  if (const auto noted = store::mark_sent(database, *items, way, now()); !noted)
    run.failed.push_back(noted.error());
  run.sent.push_back(fmt::format("{} item{} to {}", items->size(), items->size() == 1 ? "" : "s", to));
}

void write_files(store::Database& database, const store::Watch& watch, WatchRun& run) {
  if (watch.atom.empty() && watch.json.empty()) return;
  const auto items = store::newest_items(database, watch, kItemsOfAFile);
  if (!items) return run.failed.push_back(items.error());
  const auto write = [&](const std::string& path, const std::string& data) {
    if (path.empty()) return;
    if (const auto done = replace_file(path, data); !done)
      run.failed.push_back(done.error());
    else
      run.sent.push_back(path);
  };
  write(watch.atom, atom_feed(watch, *items));
  write(watch.json, json_items(watch, *items));
}

}  // namespace

std::string sendmail_program() {
  const char* named = std::getenv("GEGENPROBE_SENDMAIL");
  return named && *named ? named : "/usr/sbin/sendmail";
}

Result<WatchRun> run_watch(store::Database& database, const store::Watch& watch, ingest::Http& http,
                           const std::string& sendmail) {
  const auto fresh = store::collect(database, watch, now());
  if (!fresh) return fresh.error();
  WatchRun run{.name = watch.name, .fresh = *fresh, .sent = {}, .failed = {}};
  write_files(database, watch, run);
  send(
      database, watch, store::Sent::mail, watch.mail,
      [&](const auto& items) { return send_mail(sendmail, mail(watch, items)); }, run);
  send(
      database, watch, store::Sent::post, watch.webhook,
      [&](const auto& items) { return post(http, watch, items); }, run);
  return run;
}

std::string words_of(const WatchRun& run) {
  return fmt::format("{}: {} new{}{}", run.name, run.fresh, run.sent.empty() ? "" : " · ",
                     fmt::join(run.sent, " · "));
}

Result<Done> run_watches(store::Database& database, const std::string& name, bool allow_private,
                         const std::function<void(const WatchRun&)>& told) {
  const auto watches = store::find_watches(database);
  if (!watches) return watches.error();
  const auto http = ingest::curl_http({.user_agent = {}, .allow_private = allow_private});
  for (const store::Watch& watch : *watches) {
    if (!name.empty() && watch.name != name) continue;
    const auto run = run_watch(database, watch, *http, sendmail_program());
    if (!run) return run.error();
    told(*run);
  }
  return Done{};
}

}  // namespace gegenprobe::app

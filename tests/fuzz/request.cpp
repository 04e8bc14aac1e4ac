// What a client sends to `gegenprobe serve`: any bytes over a real connection. Whatever comes, an answer that
// is no fault of ours, or none, and a closed connection.
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <filesystem>
#include <thread>

#include "app/web/desk.h"
#include "app/web/http_server.h"
#include "extract/extract.h"
#include "fuzz.h"
#include "store/article_table.h"

using namespace gegenprobe;
namespace fs = std::filesystem;

namespace {

/// The desk over a database with one article, for as long as the program runs.
class Server {
 public:
  Server() : rules_(*extract::builtin_rules()), desk_(options(), rules_), answers_(desk_) {
    port_ = *server_.bind("127.0.0.1", 0);
    std::thread([this] { server_.run(); }).detach();
  }
  int port() const { return port_; }

 private:
  app::web::DeskOptions options() {
    const std::string path =
        (fs::temp_directory_path() / ("gegenprobe-fuzz-" + std::to_string(::getpid()) + ".db")).string();
    fs::remove(path);
    auto database = store::Database::open(path, store::Access::write);
    fuzz::expect(static_cast<bool>(database), "a database");
    ingest::Document document;
    document.text = "Siemens steigerte den Umsatz 2024 auf 75,9 Milliarden Euro.";
    document.normalised = ingest::normalise(document.text);
    fuzz::expect(static_cast<bool>(store::add_article(
                     *database, document, extract::extract(document, *rules_), {"0", "r0"}, store::Time{})),
                 "an article");
    app::web::DeskOptions options{.database = path};
    options.guard.loopback = true;
    return options;
  }

  std::shared_ptr<const extract::Rules> rules_;
  app::web::Desk desk_;
  app::web::Answers answers_;
  app::web::HttpServer server_{{},
                               [this](const app::web::Request& request) { return answers_.admit(request); },
                               [this](const app::web::Request& request) { return answers_.answer(request); }};
  int port_ = 0;
};

/// From one address of this machine after the other: the ports of a single one are used up within half a
/// minute, and the system gives them back after a whole one.
int connected(int port) {
  static std::uint32_t count = 0;
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in own{};
  own.sin_family = AF_INET;
  own.sin_addr.s_addr = htonl(INADDR_LOOPBACK + count++ % 200);
  fuzz::expect(::bind(socket, reinterpret_cast<sockaddr*>(&own), sizeof own) == 0, "an address of our own");
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  fuzz::expect(::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0, "a connection");
  return socket;
}

std::string answered(int port, std::string_view request) {
  const int socket = connected(port);
  ::send(socket, request.data(), request.size(), MSG_NOSIGNAL);
  ::shutdown(socket, SHUT_WR);
  std::string answer;
  char buffer[4096];
  for (ssize_t got = 0; (got = ::recv(socket, buffer, sizeof buffer, 0)) > 0 && answer.size() < (1 << 20);)
    answer.append(buffer, static_cast<std::size_t>(got));
  ::close(socket);
  return answer;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Server server;
  const auto answer = answered(server.port(), {reinterpret_cast<const char*>(data), size});
  fuzz::expect(answer.empty() || answer.starts_with("HTTP/1.1 "), "HTTP or nothing");
  fuzz::expect(!answer.starts_with("HTTP/1.1 500"), "no fault of ours");
  return 0;
}

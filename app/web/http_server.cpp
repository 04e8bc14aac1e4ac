#include "app/web/http_server.h"

#include <fmt/format.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <deque>
#include <mutex>
#include <set>
#include <system_error>
#include <thread>

// cpp-httplib parses requests and writes answers. Around it stands what it lacks: limits by client
// (ClientStream), a bounded number of threads, and an end for requests that two servers may read in two ways.
namespace gegenprobe::app::web {

std::string_view Request::header(std::string_view name) const {
  const auto at = std::ranges::find(headers, name, &Pairs::value_type::first);
  return at == headers.end() ? std::string_view() : at->second;
}
std::size_t Request::header_count(std::string_view name) const {
  return static_cast<std::size_t>(std::ranges::count(headers, name, &Pairs::value_type::first));
}

namespace {

constexpr std::size_t kRequestsOfAConnection = 1000;

// Set while the accepting thread runs what no other thread has room for.
thread_local bool t_refuse = false;
// The connection that this thread answers: httplib's handlers are not told.
thread_local ClientStream* t_stream = nullptr;
thread_local bool t_ambiguous = false;

// httplib would compress each answer anew, with brotli at its slowest; so it is not shown this header.
constexpr const char* kAcceptEncoding = "Accept-Encoding";
constexpr const char* kHiddenAcceptEncoding = "Gegenprobe-Accept-Encoding";

/// Threads that are made when they are needed, up to a number; connections that wait, up to another.
class Crew final : public httplib::TaskQueue {
 public:
  Crew(std::size_t most, std::size_t waiting) : most_(most), most_waiting_(waiting) {}

  void enqueue(std::function<void()> work) override {
    {
      const std::lock_guard lock(mutex_);
      if (waiting_.size() < idle_ + most_waiting_ || threads_.size() < most_) {
        if (waiting_.size() >= idle_ && threads_.size() < most_) grow();
        if (!threads_.empty()) {
          waiting_.push_back(std::move(work));
          changed_.notify_one();
          return;
        }
      }
    }
    t_refuse = true;
    work();
    t_refuse = false;
  }

  void shutdown() override {
    {
      const std::lock_guard lock(mutex_);
      ends_ = true;
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }

 private:
  /// Where there is no memory for one more, those that are there do the work.
  void grow() try {
    threads_.emplace_back([this] { serve(); });
  } catch (const std::system_error&) {  // libstdc++'s "no more threads"
  }

  void serve() {
    std::unique_lock lock(mutex_);
    while (true) {
      ++idle_;
      changed_.wait(lock, [&] { return ends_ || !waiting_.empty(); });
      --idle_;
      if (waiting_.empty()) return;
      const auto work = std::move(waiting_.front());
      waiting_.pop_front();
      lock.unlock();
      work();
      lock.lock();
    }
  }

  const std::size_t most_, most_waiting_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> waiting_;
  std::vector<std::thread> threads_;
  std::size_t idle_ = 0;
  bool ends_ = false;
};

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return text;
}

Request request_of(const httplib::Request& from) {
  Request request{from.method,     from.target.substr(0, from.target.find('?')), {}, {}, from.body,
                  from.remote_addr};
  for (const auto& [name, value] : from.params) request.query.emplace_back(name, value);
  for (const auto& [name, value] : from.headers)
    request.headers.emplace_back(lower(name == kHiddenAcceptEncoding ? kAcceptEncoding : name), value);
  return request;
}

void copy(Response&& from, httplib::Response& to) {
  t_stream->begin_answer();
  to.status = from.status;
  for (auto& [name, value] : from.headers) to.set_header(name, value);
  if (from.stream) {
    to.set_chunked_content_provider(from.type,
                                    [stream = std::move(from.stream)](std::size_t, httplib::DataSink& sink) {
                                      stream([&](std::string_view part) {
                                        t_stream->begin_answer();
                                        return sink.write(part.data(), part.size());
                                      });
                                      sink.done();
                                      return true;
                                    });
  } else if (!from.lasting.empty()) {
    to.set_content_provider(
        from.lasting.size(), from.type,
        [bytes = from.lasting](std::size_t at, std::size_t size, httplib::DataSink& sink) {
          return sink.write(bytes.data() + at, size);
        });
  } else {
    to.body = std::move(from.body);
    to.set_header("Content-Type", from.type);
  }
}

// Whether two programs may read the request's end at two places: a gate for smuggling another one past.
bool is_ambiguous(const httplib::Request& request) {
  const auto lengths = request.get_header_value_count("Content-Length");
  const auto encodings = request.get_header_value_count("Transfer-Encoding");
  return lengths + encodings > 1 || request.get_header_value_count("Host") > 1;
}

bool has_body(const httplib::Request& request) {
  const bool chunked = request.has_header("Transfer-Encoding");
  return chunked ||
         (request.has_header("Content-Length") && request.get_header_value("Content-Length") != "0");
}

bool takes_body(const std::string& method) {
  return method == "POST" || method == "PUT" || method == "PATCH" || method == "DELETE";
}

}  // namespace

class HttpServer::Library final : public httplib::Server {
 public:
  Library(ServerLimits limits, Admit admit, Answer answer)
      : limits_(limits), admit_(std::move(admit)), answer_(std::move(answer)) {
    new_task_queue = [this] { return new Crew(limits_.connections, limits_.waiting); };
    set_payload_max_length(limits_.client.body_bytes);
    set_keep_alive_max_count(kRequestsOfAConnection);
    set_tcp_nodelay(true);
    set_socket_options([](int socket) {
      const int yes = 1;
      setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
      return before_body(request, response) ? HandlerResponse::Handled : HandlerResponse::Unhandled;
    });
    // Reached with the body read; GET and HEAD are answered before.
    const auto with_body = [this](const httplib::Request& request, httplib::Response& response) {
      copy(answer_(request_of(request)), response);
    };
    Post(kAnyPath, with_body).Patch(kAnyPath, with_body).Delete(kAnyPath, with_body);
    set_exception_handler([](const httplib::Request&, httplib::Response& response,
                             const std::exception_ptr&) { response.status = 500; });
  }

  Result<int> bind(const std::string& host, int port) {
    errno = 0;
    const int bound = port == 0 ? bind_to_any_port(host) : bind_to_port(host, port) ? port : -1;
    if (bound > 0) {
      ::listen(svr_sock_,
               SOMAXCONN);  // httplib's own backlog is 5: clients that come at once would wait seconds
      return bound;
    }
    return Error{Error::Kind::network,
                 fmt::format("could not listen on {}:{}: {}", host, port,
                             errno != 0 ? std::strerror(errno) : "no such address on this machine"),
                 "another --port, or --port 0 for any that is free"};
  }

  void end() {
    stopping_ = true;
    stop();
    const std::lock_guard lock(mutex_);
    for (const int socket : open_) ::shutdown(socket, SHUT_RDWR);
  }

 private:
  static constexpr const char* kAnyPath = ".*";

  bool before_body(const httplib::Request& request, httplib::Response& response) {
    if (t_ambiguous) return copy({.status = 400, .type = "text/plain"}, response), true;
    const Request seen = request_of(request);
    if (auto refused = admit_(seen)) return copy(*std::move(refused), response), true;
    if (takes_body(request.method)) return false;
    return copy(answer_(seen), response), true;
  }

  // Runs between header and body. What must not be read on ends with "Connection: close".
  void check(httplib::Request& request, ClientStream& stream) {
    request.ranges.clear();
    const std::string encodings = request.get_header_value(kAcceptEncoding);
    request.headers.erase(kAcceptEncoding);
    request.headers.erase(kHiddenAcceptEncoding);
    request.set_header(kHiddenAcceptEncoding, encodings);
    t_ambiguous = is_ambiguous(request) || (has_body(request) && !takes_body(request.method));
    if (t_ambiguous) {
      request.headers.erase("Content-Length");
      request.headers.erase("Transfer-Encoding");
      request.headers.erase("Connection");
      request.set_header("Connection", "close");
    }
    stream.begin_body();
  }

  bool process_and_close_socket(int socket) override {
    ClientStream stream(socket, limits_.client);
    if (t_refuse || !enter(socket)) {
      stream.refuse("503 Service Unavailable");
      ::close(socket);
      return false;
    }
    t_stream = &stream;
    for (std::size_t n = 1; n <= kRequestsOfAConnection && stream.wait_for_request(); ++n) {
      stream.begin_request();
      bool closes = false, understood = false;
      const bool answered = process_request(stream, stopping_ || n == kRequestsOfAConnection, closes,
                                            [&](httplib::Request& request) {
                                              understood = true;
                                              check(request, stream);
                                              closes |= request.get_header_value("Connection") == "close";
                                            });
      // Behind what was no request, nobody knows where the next one begins.
      if (!answered || !understood || closes || stopping_ || stream.broken()) break;
    }
    leave(socket);
    stream.close();
    return true;
  }

  bool enter(int socket) {
    const std::lock_guard lock(mutex_);
    if (stopping_) return false;
    return open_.insert(socket).second;
  }
  void leave(int socket) {
    const std::lock_guard lock(mutex_);
    open_.erase(socket);
  }

  const ServerLimits limits_;
  const Admit admit_;
  const Answer answer_;
  std::atomic<bool> stopping_ = false;
  std::mutex mutex_;
  std::set<int> open_;
};

HttpServer::HttpServer(ServerLimits limits, Admit admit, Answer answer)
    : library_(std::make_unique<Library>(limits, std::move(admit), std::move(answer))) {}
HttpServer::~HttpServer() = default;
Result<int> HttpServer::bind(const std::string& host, int port) { return library_->bind(host, port); }
void HttpServer::run() { library_->listen_after_bind(); }
void HttpServer::stop() { library_->end(); }

}  // namespace gegenprobe::app::web

#include "app/web/client_stream.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace gegenprobe::app::web {
namespace {

constexpr const char* kTooSlow = "408 Request Timeout";
constexpr const char* kHeaderTooLarge = "431 Request Header Fields Too Large";
constexpr const char* kBodyTooLarge = "413 Payload Too Large";

using Name = int (*)(int, sockaddr*, socklen_t*);

void address_of(int socket, Name name, std::string& ip, int& port) {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  char words[INET6_ADDRSTRLEN] = "";
  if (name(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0) return;
  if (address.ss_family == AF_INET) {
    const auto* four = reinterpret_cast<const sockaddr_in*>(&address);
    inet_ntop(AF_INET, &four->sin_addr, words, sizeof words);
    port = ntohs(four->sin_port);
  } else if (address.ss_family == AF_INET6) {
    const auto* six = reinterpret_cast<const sockaddr_in6*>(&address);
    inet_ntop(AF_INET6, &six->sin6_addr, words, sizeof words);
    port = ntohs(six->sin6_port);
  }
  ip = words;
}

}  // namespace

ClientStream::ClientStream(int socket, const ClientLimits& limits) : socket_(socket), limits_(limits) {
  begin_request();
}

void ClientStream::begin_request() {
  in_header_ = true;
  left_ = limits_.header_bytes;
  until_ = Clock::now() + limits_.header_time;
}

void ClientStream::begin_body() {
  in_header_ = false;
  left_ = limits_.body_bytes;
  until_ = Clock::now() + limits_.body_time;
}

void ClientStream::begin_answer() { until_ = Clock::now() + limits_.answer_time; }

bool ClientStream::wait_for_request() {
  return begin_ < end_ || wait_for(POLLIN, Clock::now() + limits_.idle_time);
}

bool ClientStream::wait_for(short event, Clock::time_point until) const {
  pollfd waiting{socket_, event, 0};
  while (true) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
    const int ready = ::poll(&waiting, 1, static_cast<int>(std::max<std::int64_t>(left, 0)));
    if (ready > 0) return (waiting.revents & (event | POLLHUP | POLLERR)) != 0;
    if (ready == 0) return false;
    if (errno != EINTR) return false;
  }
}

bool ClientStream::is_readable() const { return begin_ < end_ || wait_for(POLLIN, Clock::now()); }
bool ClientStream::is_writable() const { return !broken_ && wait_for(POLLOUT, Clock::now()); }

ssize_t ClientStream::fail(const char* status_line) {
  refuse(status_line);
  return -1;
}

ssize_t ClientStream::read(char* to, std::size_t size) {
  if (broken_) return -1;
  if (left_ == 0) return fail(in_header_ ? kHeaderTooLarge : kBodyTooLarge);
  if (begin_ == end_) {
    // Looked at before waiting, too: a client that always has a byte ready would never be too late.
    if (Clock::now() > until_ || !wait_for(POLLIN, until_)) return fail(kTooSlow);
    const ssize_t got = ::recv(socket_, buffer_.data(), buffer_.size(), 0);
    if (got <= 0) return broken_ = true, got;
    begin_ = 0, end_ = static_cast<std::size_t>(got);
  }
  const std::size_t taken = std::min({size, end_ - begin_, left_});
  std::memcpy(to, buffer_.data() + begin_, taken);
  begin_ += taken, left_ -= taken;
  return static_cast<ssize_t>(taken);
}

ssize_t ClientStream::write(const char* from, std::size_t size) {
  std::size_t done = 0;
  while (done < size && !broken_) {
    const ssize_t sent = ::send(socket_, from + done, size - done, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent > 0)
      done += static_cast<std::size_t>(sent);
    else if (errno == EAGAIN || errno == EWOULDBLOCK)
      broken_ = !wait_for(POLLOUT, until_);
    else if (errno != EINTR)
      broken_ = true;
  }
  return broken_ ? -1 : static_cast<ssize_t>(size);
}

void ClientStream::refuse(const char* status_line) {
  until_ = Clock::now() + std::chrono::seconds(1);
  const std::string answer =
      std::string("HTTP/1.1 ") + status_line + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
  write(answer.data(), answer.size());
  broken_ = true;
}

// Closing with unread bytes would take the answer back from the client's hands.
void ClientStream::close() {
  ::shutdown(socket_, SHUT_WR);
  const auto until = Clock::now() + std::chrono::milliseconds(300);
  for (std::size_t drained = 0; drained < (std::size_t{256} << 10) && wait_for(POLLIN, until);) {
    const ssize_t got = ::recv(socket_, buffer_.data(), buffer_.size(), MSG_DONTWAIT);
    if (got <= 0) break;
    drained += static_cast<std::size_t>(got);
  }
  ::close(socket_);
}

void ClientStream::get_remote_ip_and_port(std::string& ip, int& port) const {
  address_of(socket_, ::getpeername, ip, port);
}
void ClientStream::get_local_ip_and_port(std::string& ip, int& port) const {
  address_of(socket_, ::getsockname, ip, port);
}

}  // namespace gegenprobe::app::web

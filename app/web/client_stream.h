#pragma once
#include <httplib.h>

#include <array>
#include <chrono>
#include <cstddef>

namespace gegenprobe::app::web {

/// What one client may use up before it is cut off.
struct ClientLimits {
  std::size_t header_bytes = 32 << 10;
  std::size_t body_bytes = 2 << 20;
  std::chrono::milliseconds header_time{10'000};  ///< from the first byte to the empty line
  std::chrono::milliseconds body_time{20'000};
  std::chrono::milliseconds answer_time{30'000};  ///< to take an answer; of a stream, each part of it
  std::chrono::milliseconds idle_time{15'000};    ///< between two requests
};

/// A connection that counts: httplib reads and writes through it, and what takes more than its share of bytes
/// or of time ends. httplib by itself knows only a limit from one byte to the next, which a client that sends
/// a byte every few seconds never meets.
class ClientStream final : public httplib::Stream {
 public:
  ClientStream(int socket, const ClientLimits& limits);

  /// Whether the next request begins to arrive in time.
  bool wait_for_request();
  void begin_request();
  void begin_body();
  void begin_answer();
  /// The connection cannot be used for another request.
  bool broken() const { return broken_; }
  /// Says in one line why nothing more is read. For before an answer has begun.
  void refuse(const char* status_line);
  /// Lets the last answer arrive, though the client may still be sending, and closes.
  void close();

  bool is_readable() const override;
  bool is_writable() const override;
  ssize_t read(char* to, std::size_t size) override;
  ssize_t write(const char* from, std::size_t size) override;
  void get_remote_ip_and_port(std::string& ip, int& port) const override;
  void get_local_ip_and_port(std::string& ip, int& port) const override;
  int socket() const override { return socket_; }

 private:
  using Clock = std::chrono::steady_clock;
  bool wait_for(short event, Clock::time_point until) const;
  ssize_t fail(const char* status_line);

  int socket_;
  const ClientLimits& limits_;
  Clock::time_point until_;
  std::size_t left_ = 0;
  bool in_header_ = true, broken_ = false;
  std::array<char, 4096> buffer_{};
  std::size_t begin_ = 0, end_ = 0;
};

}  // namespace gegenprobe::app::web

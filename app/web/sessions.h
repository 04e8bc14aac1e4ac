#pragma once
#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/result.h"

namespace gegenprobe::app::web {

/// A password as it is kept: "scrypt$32768$8$1$salt$hash". OpenSSL's scrypt; a check takes about 0.1 s and
/// 32 MB, one at a time.
Result<std::string> kept_password(std::string_view password);
/// False for another password, and for a line that is none of kept_password()'s.
bool is_password(std::string_view password, std::string_view kept);

/// 32 bytes that nobody can guess, in base64 fit for URLs.
std::string random_token();
/// Compares in a time that does not tell how much was right.
bool same_secret(std::string_view a, std::string_view b);

/// Who is logged in. In memory: a restart logs everybody out.
class Sessions {
 public:
  using Clock = std::chrono::steady_clock;
  struct Session {
    std::string token;  ///< to be sent with what writes
    std::string who;
    Clock::time_point until;
  };

  explicit Sessions(std::string kept_password) : kept_(std::move(kept_password)) {}
  bool password_needed() const { return !kept_.empty(); }
  /// Whether another attempt may be made: five a minute by client, thirty by all.
  bool may_try(const std::string& client, Clock::time_point now = Clock::now());
  /// The cookie's value of a new session; nothing where the password is another.
  std::optional<std::string> log_in(std::string_view password, std::string who,
                                    Clock::time_point now = Clock::now());
  std::optional<Session> find(std::string_view cookie, Clock::time_point now = Clock::now());
  void log_out(std::string_view cookie);
  /// What opens the feed of that name to a reader that cannot log in; another after the password was changed.
  /// "" where there is no password.
  std::string feed_key(std::string_view name) const;
  /// Without a password all share one token, which a page elsewhere cannot read.
  const std::string& common_token() const { return common_token_; }

 private:
  const std::string kept_;
  const std::string common_token_ = random_token();
  std::mutex mutex_, one_check_at_a_time_;
  std::map<std::string, Session, std::less<>> sessions_;
  std::map<std::string, std::pair<Clock::time_point, int>, std::less<>> attempts_;
};

/// The cookie of that name in a Cookie header; "" where there is none.
std::string_view cookie_in(std::string_view header, std::string_view name);

}  // namespace gegenprobe::app::web

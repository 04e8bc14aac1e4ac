// Easy handles, one by one or many in a multi handle, which keeps their connections. Addresses are refused in
// the callback that opens the socket: there the name is resolved, so that no name, no redirect and no second
// answer of a name server gets past.
#include "ingest/curl_http.h"

#include <curl/curl.h>
#include <fmt/format.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "ingest/private_address.h"
#include "ingest/url.h"

namespace gegenprobe::ingest {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  return begin == text.npos ? "" : text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

/// What one transfer fills, and why it was stopped by us.
struct Transfer {
  Response response;
  std::size_t largest_body;
  bool allow_private;
  bool too_large = false, refused_address = false;
};

std::size_t on_body(char* data, std::size_t, std::size_t size, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  transfer.too_large = transfer.response.body.size() + size > transfer.largest_body;
  if (transfer.too_large) return CURL_WRITEFUNC_ERROR;
  transfer.response.body.append(data, size);
  return size;
}

std::size_t on_header(char* data, std::size_t, std::size_t size, void* user) {
  auto& response = static_cast<Transfer*>(user)->response;
  const std::string_view line(data, size);
  if (line.starts_with("HTTP/")) {
    response.headers.clear();  // those before were of a redirect
    response.body.clear();
    return size;
  }
  const auto colon = line.find(':');
  if (colon == line.npos) return size;
  std::string name(line.substr(0, colon));
  std::ranges::transform(name, name.begin(),
                         [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  response.headers.emplace_back(std::move(name), trimmed(line.substr(colon + 1)));
  return size;
}

// Of several requests, those before were of a redirect.
int on_debug(CURL*, curl_infotype kind, char* data, std::size_t size, void* user) {
  if (kind == CURLINFO_HEADER_OUT) static_cast<Transfer*>(user)->response.sent.assign(data, size);
  return 0;
}

curl_socket_t open_socket(void* user, curlsocktype, curl_sockaddr* to) {
  auto& transfer = *static_cast<Transfer*>(user);
  if (!transfer.allow_private && is_private(to->addr)) {
    transfer.refused_address = true;
    return CURL_SOCKET_BAD;
  }
  return socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

std::string default_user_agent() {
  const std::string_view homepage = GEGENPROBE_HOMEPAGE;
  return fmt::format("Gegenprobe/{} (news fact-checking{}{})", GEGENPROBE_VERSION,
                     homepage.empty() ? "" : "; +", homepage);
}

struct Free {
  void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
struct FreeMulti {
  void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};

std::unique_ptr<curl_slist, Free> header_list(const Request& request) {
  curl_slist* list = curl_slist_append(nullptr, "Accept-Language: de, en;q=0.8");
  for (const auto& [name, value] : request.headers)
    list = curl_slist_append(list, fmt::format("{}: {}", name, value).c_str());
  return std::unique_ptr<curl_slist, Free>(list);
}

/// One request at a time; its address must not change while it is under way.
class Handle {
 public:
  explicit Handle(const HttpOptions& options) : options_(options), curl_(curl_easy_init()) {}

  CURL* curl() const { return curl_.get(); }

  /// An error where the address is none that is fetched.
  Result<Done> prepare(const Request& request) {
    auto url = canonical_url(request.url);
    if (!url) return url.error();
    url_ = std::move(*url);
    transfer_ = {.response = {},
                 .largest_body = options_.largest_body,
                 .allow_private = options_.allow_private,
                 .too_large = false,
                 .refused_address = false};
    reason_.fill('\0');
    headers_ = header_list(request);
    post_ = request.post;
    set_up();
    return Done{};
  }

  Result<Response> result(CURLcode code) {
    headers_.reset();
    if (code != CURLE_OK) return failure(url_, code, transfer_, reason_.data());
    long status = 0;
    char* landed = nullptr;
    curl_easy_getinfo(curl_.get(), CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(curl_.get(), CURLINFO_EFFECTIVE_URL, &landed);
    transfer_.response.status = static_cast<int>(status);
    transfer_.response.url = landed;
    return std::move(transfer_.response);
  }

 private:
  template <class Value>
  void set(CURLoption option, Value value) {
    curl_easy_setopt(curl_.get(), option, value);
  }

  // No cookie file is named, so that cookies are neither kept nor sent.
  void set_up() {
    curl_easy_reset(curl_.get());
    set(CURLOPT_URL, url_.c_str());
    set(CURLOPT_USERAGENT, options_.user_agent.c_str());
    set(CURLOPT_ACCEPT_ENCODING, "");  // all that libcurl can undo: gzip, deflate, br, zstd
    set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
    set(CURLOPT_HTTPHEADER, headers_.get());
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_NOPROXY,
        options_.allow_private ? nullptr : "*");  // a proxy would resolve names behind our back
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    set(CURLOPT_FOLLOWLOCATION, options_.redirects > 0 ? 1L : 0L);
    set(CURLOPT_MAXREDIRS, static_cast<long>(options_.redirects));
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(options_.timeout.count()));
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options_.connect_timeout.count()));
    set(CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(options_.largest_body));
    set(CURLOPT_ERRORBUFFER, reason_.data());
    set(CURLOPT_WRITEFUNCTION, on_body);
    set(CURLOPT_WRITEDATA, &transfer_);
    set(CURLOPT_HEADERFUNCTION, on_header);
    set(CURLOPT_HEADERDATA, &transfer_);
    set(CURLOPT_VERBOSE, 1L);  // without it on_debug is told nothing
    set(CURLOPT_DEBUGFUNCTION, on_debug);
    set(CURLOPT_DEBUGDATA, &transfer_);
    set(CURLOPT_OPENSOCKETFUNCTION, open_socket);
    set(CURLOPT_OPENSOCKETDATA, &transfer_);
    set(CURLOPT_PRIVATE, this);
    if (!post_) return;
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_POST, 1L);
    set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(post_->size()));
    set(CURLOPT_POSTFIELDS, post_->c_str());
  }

  Error failure(const std::string& url, CURLcode code, const Transfer& transfer, const char* reason) const {
    const auto error = [&](std::string_view why, std::string hint) {
      return Error{Error::Kind::network, fmt::format("{}: {}", url, why), std::move(hint)};
    };
    const std::string_view text = *reason != '\0' ? reason : curl_easy_strerror(code);
    if (transfer.refused_address)
      return error("leads to an address of this machine or of a local network, which is not fetched",
                   "--allow-private allows it");
    switch (code) {
      case CURLE_COULDNT_RESOLVE_HOST:
        return error("the host name does not resolve", "check the spelling and the network connection");
      case CURLE_COULDNT_CONNECT:
        return error(fmt::format("no connection ({})", text), "the server may be down; try again later");
      case CURLE_OPERATION_TIMEDOUT:
        return error(fmt::format("no complete answer within {:g} s",
                                 std::chrono::duration<double>(options_.timeout).count()),
                     "try again later");
      case CURLE_TOO_MANY_REDIRECTS:
        return error(fmt::format("more than {} redirects", options_.redirects),
                     "the page may ask for a login or a cookie");
      case CURLE_PARTIAL_FILE:
        return error("the answer broke off before its end", "try again later");
      case CURLE_BAD_CONTENT_ENCODING:
        return error("the answer is not compressed as it says", "");
      case CURLE_UNSUPPORTED_PROTOCOL:
        if (text.find("HTTP/0.9") != text.npos) return error("what answers there does not speak HTTP", "");
        return error("leads to something other than http and https", "");
      case CURLE_PEER_FAILED_VERIFICATION:
      case CURLE_SSL_CONNECT_ERROR:
      case CURLE_SSL_CACERT_BADFILE:
        return error(fmt::format("no secure connection ({})", text),
                     "the certificate may have run out; check the clock and the package ca-certificates");
      case CURLE_FILESIZE_EXCEEDED:
        return too_large(url);
      default:
        return transfer.too_large ? too_large(url) : error(text, "");
    }
  }

  Error too_large(const std::string& url) const {
    constexpr std::size_t kMiB = std::size_t{1} << 20;
    const auto most = options_.largest_body % kMiB == 0 ? fmt::format("{} MiB", options_.largest_body / kMiB)
                                                        : fmt::format("{} bytes", options_.largest_body);
    return {Error::Kind::network, fmt::format("{}: larger than {}", url, most), ""};
  }

  const HttpOptions& options_;
  std::unique_ptr<CURL, Free> curl_;
  std::string url_;
  std::optional<std::string> post_;
  Transfer transfer_;
  std::array<char, CURL_ERROR_SIZE> reason_{};
  std::unique_ptr<curl_slist, Free> headers_;
};

class CurlHttp : public Http {
 public:
  explicit CurlHttp(HttpOptions options) : options_(std::move(options)), handle_(options_) {}

  Result<Response> get(const Request& request) override {
    if (const auto ready = handle_.prepare(request); !ready) return ready.error();
    return handle_.result(curl_easy_perform(handle_.curl()));
  }

 private:
  HttpOptions options_;
  Handle handle_;
};

class CurlHttpMany : public HttpMany {
 public:
  explicit CurlHttpMany(HttpOptions options) : options_(std::move(options)), multi_(curl_multi_init()) {}

  ~CurlHttpMany() override {
    for (const auto& [handle, ticket] : running_) curl_multi_remove_handle(multi_.get(), handle->curl());
  }

  void start(std::uint64_t ticket, const Request& request) override {
    auto handle = spare();
    if (const auto ready = handle->prepare(request); !ready) {
      answers_.push_back({ticket, ready.error()});
      return;
    }
    curl_multi_add_handle(multi_.get(), handle->curl());
    running_.emplace(handle.get(), ticket);
    handles_.emplace(handle.get(), std::move(handle));
  }

  std::vector<Answer> wait(std::chrono::milliseconds longest) override {
    int still_running = 0;
    curl_multi_perform(multi_.get(), &still_running);
    collect();
    if (answers_.empty() && longest.count() > 0) {
      curl_multi_poll(multi_.get(), nullptr, 0, static_cast<int>(longest.count()), nullptr);
      curl_multi_perform(multi_.get(), &still_running);
      collect();
    }
    return std::exchange(answers_, {});
  }

  void wake() override { curl_multi_wakeup(multi_.get()); }
  std::size_t running() const override { return running_.size() + answers_.size(); }

 private:
  std::unique_ptr<Handle> spare() {
    if (spare_.empty()) return std::make_unique<Handle>(options_);
    auto handle = std::move(spare_.back());
    spare_.pop_back();
    return handle;
  }

  void collect() {
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi_.get(), &left)) {
      if (message->msg != CURLMSG_DONE) continue;
      const auto code = message->data.result;
      Handle* handle = nullptr;
      curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &handle);
      curl_multi_remove_handle(multi_.get(), handle->curl());
      answers_.push_back({running_.extract(handle).mapped(), handle->result(code)});
      spare_.push_back(std::move(handles_.extract(handle).mapped()));
    }
  }

  HttpOptions options_;
  std::unique_ptr<CURLM, FreeMulti> multi_;
  std::unordered_map<Handle*, std::uint64_t> running_;  // their tickets
  std::unordered_map<Handle*, std::unique_ptr<Handle>> handles_;
  std::vector<std::unique_ptr<Handle>> spare_;
  std::vector<Answer> answers_;
};

/// What both start with.
HttpOptions settled(HttpOptions options) {
  static const auto once = curl_global_init(CURL_GLOBAL_DEFAULT);
  static_cast<void>(once);
  if (options.user_agent.empty()) options.user_agent = default_user_agent();
  return options;
}

}  // namespace

std::unique_ptr<Http> curl_http(HttpOptions options) {
  return std::make_unique<CurlHttp>(settled(std::move(options)));
}

std::unique_ptr<HttpMany> curl_http_many(HttpOptions options) {
  return std::make_unique<CurlHttpMany>(settled(std::move(options)));
}

std::string user_agent(std::string_view contact) {
  return contact.empty() ? default_user_agent()
                         : fmt::format("Gegenprobe/{} (news fact-checking; {})", GEGENPROBE_VERSION, contact);
}

std::optional<std::chrono::sys_seconds> parse_http_date(const std::string& text) {
  const auto seconds = curl_getdate(text.c_str(), nullptr);
  if (seconds < 0) return std::nullopt;
  return std::chrono::sys_seconds(std::chrono::seconds(seconds));
}

}  // namespace gegenprobe::ingest

// One easy handle that keeps its connections. Addresses are refused in the callback that opens the socket:
// there the name is resolved, so that no name, no redirect and no second answer of a name server gets past.
#include "ingest/curl_http.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "ingest/url.h"

namespace gegenprobe::ingest {
namespace {

struct Block {
  std::uint32_t first;
  int bits;
};

constexpr std::uint32_t address(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
  return a << 24 | b << 16 | c << 8 | d;
}

/// The IPv4 blocks of the IANA special-purpose registry that are not globally reachable, and multicast.
constexpr std::array kPrivate4 = {
    Block{address(0, 0, 0, 0), 8},      Block{address(10, 0, 0, 0), 8},
    Block{address(100, 64, 0, 0), 10},  Block{address(127, 0, 0, 0), 8},
    Block{address(169, 254, 0, 0), 16}, Block{address(172, 16, 0, 0), 12},
    Block{address(192, 0, 0, 0), 24},   Block{address(192, 0, 2, 0), 24},
    Block{address(192, 88, 99, 0), 24}, Block{address(192, 168, 0, 0), 16},
    Block{address(198, 18, 0, 0), 15},  Block{address(198, 51, 100, 0), 24},
    Block{address(203, 0, 113, 0), 24}, Block{address(224, 0, 0, 0), 3},
};

bool is_private(std::uint32_t ipv4) {
  return std::ranges::any_of(kPrivate4,
                             [&](Block block) { return (ipv4 ^ block.first) >> (32 - block.bits) == 0; });
}

std::uint32_t ipv4_at(const unsigned char* bytes) { return address(bytes[0], bytes[1], bytes[2], bytes[3]); }

/// Only 2000::/3 is given out; within it, the forms that carry an IPv4 address or belong to no one.
bool is_private(const in6_addr& ipv6) {
  const auto* bytes = ipv6.s6_addr;
  const auto begins = [&](std::initializer_list<unsigned char> prefix) {
    return std::ranges::equal(prefix, std::basic_string_view<unsigned char>(bytes, prefix.size()));
  };
  if (IN6_IS_ADDR_V4MAPPED(&ipv6)) return is_private(ipv4_at(bytes + 12));
  if (begins({0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0}))
    return is_private(ipv4_at(bytes + 12));  // NAT64
  if ((bytes[0] & 0xE0) != 0x20) return true;
  if (begins({0x20, 0x02})) return is_private(ipv4_at(bytes + 2));  // 6to4
  return begins({0x20, 0x01, 0x0D, 0xB8}) || (begins({0x20, 0x01}) && bytes[2] < 2);
}

bool is_private(const sockaddr& address) {
  if (address.sa_family == AF_INET)
    return is_private(ntohl(reinterpret_cast<const sockaddr_in&>(address).sin_addr.s_addr));
  if (address.sa_family == AF_INET6)
    return is_private(reinterpret_cast<const sockaddr_in6&>(address).sin6_addr);
  return true;
}

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

curl_socket_t open_socket(void* user, curlsocktype, curl_sockaddr* to) {
  auto& transfer = *static_cast<Transfer*>(user);
  if (!transfer.allow_private && is_private(to->addr)) {
    transfer.refused_address = true;
    return CURL_SOCKET_BAD;
  }
  return socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

class CurlHttp : public Http {
 public:
  explicit CurlHttp(HttpOptions options) : options_(std::move(options)), curl_(curl_easy_init()) {
    if (options_.user_agent.empty()) options_.user_agent = default_user_agent();
  }

  Result<Response> get(const Request& request) override {
    const auto url = canonical_url(request.url);
    if (!url) return url.error();
    Transfer transfer{
        .response = {}, .largest_body = options_.largest_body, .allow_private = options_.allow_private};
    std::array<char, CURL_ERROR_SIZE> reason{};
    set_up(*url, transfer, reason.data());
    const auto headers = header_list(request);
    curl_easy_setopt(curl_.get(), CURLOPT_HTTPHEADER, headers.get());
    const auto code = curl_easy_perform(curl_.get());
    if (code != CURLE_OK) return failure(*url, code, transfer, reason.data());
    long status = 0;
    char* landed = nullptr;
    curl_easy_getinfo(curl_.get(), CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(curl_.get(), CURLINFO_EFFECTIVE_URL, &landed);
    transfer.response.status = static_cast<int>(status);
    transfer.response.url = landed;
    return std::move(transfer.response);
  }

 private:
  struct Free {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
  };

  static std::string default_user_agent() {
    const std::string_view homepage = GEGENPROBE_HOMEPAGE;
    return fmt::format("Gegenprobe/{} (news fact-checking{}{})", GEGENPROBE_VERSION,
                       homepage.empty() ? "" : "; +", homepage);
  }

  static std::unique_ptr<curl_slist, Free> header_list(const Request& request) {
    curl_slist* list = curl_slist_append(nullptr, "Accept-Language: de, en;q=0.8");
    for (const auto& [name, value] : request.headers)
      list = curl_slist_append(list, fmt::format("{}: {}", name, value).c_str());
    return std::unique_ptr<curl_slist, Free>(list);
  }

  template <class Value>
  void set(CURLoption option, Value value) {
    curl_easy_setopt(curl_.get(), option, value);
  }

  void set_up(const std::string& url, Transfer& transfer, char* reason) {
    curl_easy_reset(curl_.get());
    set(CURLOPT_URL, url.c_str());
    set(CURLOPT_USERAGENT, options_.user_agent.c_str());
    set(CURLOPT_ACCEPT_ENCODING, "");
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_NOPROXY,
        options_.allow_private ? nullptr : "*");  // a proxy would resolve names behind our back
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    set(CURLOPT_FOLLOWLOCATION, 1L);
    set(CURLOPT_MAXREDIRS, static_cast<long>(options_.redirects));
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(options_.timeout.count()));
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options_.connect_timeout.count()));
    set(CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(options_.largest_body));
    set(CURLOPT_ERRORBUFFER, reason);
    set(CURLOPT_WRITEFUNCTION, on_body);
    set(CURLOPT_WRITEDATA, &transfer);
    set(CURLOPT_HEADERFUNCTION, on_header);
    set(CURLOPT_HEADERDATA, &transfer);
    set(CURLOPT_OPENSOCKETFUNCTION, open_socket);
    set(CURLOPT_OPENSOCKETDATA, &transfer);
  }

  Error failure(const std::string& url, CURLcode code, const Transfer& transfer, const char* reason) const {
    const auto error = [&](std::string_view why, std::string hint) {
      return Error{Error::Kind::network, fmt::format("{}: {}", url, why), std::move(hint)};
    };
    const auto text = *reason != '\0' ? reason : curl_easy_strerror(code);
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
      case CURLE_UNSUPPORTED_PROTOCOL:
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
    return {Error::Kind::network, fmt::format("{}: larger than {} bytes", url, options_.largest_body), ""};
  }

  HttpOptions options_;
  std::unique_ptr<CURL, Free> curl_;
};

}  // namespace

std::unique_ptr<Http> curl_http(HttpOptions options) {
  static const auto once = curl_global_init(CURL_GLOBAL_DEFAULT);
  static_cast<void>(once);
  return std::make_unique<CurlHttp>(std::move(options));
}

}  // namespace gegenprobe::ingest

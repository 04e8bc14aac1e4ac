#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/web/client_stream.h"
#include "app/web/http.h"
#include "ingest/result.h"

namespace gegenprobe::app::web {

struct ServerLimits {
  ClientLimits client = {};
  std::size_t connections = 320;  ///< answered at a time, each by a thread that is made when it is needed
  std::size_t waiting = 256;      ///< beyond these, connections that wait; whoever comes then is told 503
};

/// HTTP/1.1 over cpp-httplib: connections, threads and limits; what is answered is the callers' matter.
class HttpServer {
 public:
  /// Looks at a request before its body is read; an answer ends it there.
  using Admit = std::function<std::optional<Response>(const Request&)>;
  using Answer = std::function<Response(const Request&)>;

  HttpServer(ServerLimits limits, Admit admit, Answer answer);
  ~HttpServer();

  /// Port 0 takes any free one. The port that was taken.
  Result<int> bind(const std::string& host, int port);
  void run();   ///< until stop(); \pre bind() has succeeded
  void stop();  ///< from any thread; connections are cut

 private:
  class Library;
  std::unique_ptr<Library> library_;
};

}  // namespace gegenprobe::app::web

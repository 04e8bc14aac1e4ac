#include "ingest/curl_http.h"

#include <gtest/gtest.h>
#include <httplib.h>

#include <chrono>
#include <string>
#include <thread>

#include "ingest/fetch.h"

namespace gegenprobe::ingest {
namespace {

using std::chrono::milliseconds;

/// A site on this machine with all that goes wrong on others.
class Site {
 public:
  Site() {
    server_.Get("/plain", [](const auto&, auto& response) { response.set_content("Umsatz", "text/plain"); });
    server_.Get("/page", [](const auto&, auto& response) {
      response.set_content(
          "<html lang=de><title>Nordholm w\xE4"
          "chst</title><h1>Nordholm w\xE4"
          "chst</h1><p>Der Umsatz von Nordholm stieg im vergangenen Jahr auf f\xFCnf Milliarden Euro, wie "
          "der "
          "Konzern am Dienstag mitteilte.</p>",
          "text/html; charset=iso-8859-1");
    });
    server_.Get("/agent", [](const auto& request, auto& response) {
      response.set_content(request.get_header_value("User-Agent"), "text/plain");
    });
    server_.Get("/redirect", [](const auto&, auto& response) { response.set_redirect("/plain"); });
    server_.Get("/loop", [](const auto&, auto& response) { response.set_redirect("/loop"); });
    server_.Get("/to-file", [](const auto&, auto& response) { response.set_redirect("file:///etc/passwd"); });
    server_.Get("/large", [](const auto&, auto& response) {
      response.set_content(std::string(200'000, 'x'), "text/plain");
    });
    server_.Get("/endless", [](const auto&, auto& response) {
      response.set_chunked_content_provider("application/octet-stream",
                                            [](std::size_t, httplib::DataSink& sink) {
                                              const std::string piece(10'000, 'x');
                                              return sink.write(piece.data(), piece.size());
                                            });
    });
    server_.Get("/slow", [](const auto&, auto& response) {
      std::this_thread::sleep_for(milliseconds(700));
      response.set_content("spät", "text/plain");
    });
    server_.Get("/short", [](const auto&, auto& response) {
      response.set_content_provider(1000, "text/plain",
                                    [](std::size_t offset, std::size_t, httplib::DataSink& sink) {
                                      return offset == 0 && sink.write("only this", 9);
                                    });
    });
    server_.Get("/not-gzip", [](const auto&, auto& response) {
      response.set_header("Content-Encoding", "gzip");
      response.set_content_provider(8, "text/plain", [](std::size_t, std::size_t, httplib::DataSink& sink) {
        return sink.write("no gzip!", 8);
      });
    });
    server_.Get("/gone", [](const auto&, auto& response) { response.status = 410; });
    server_.Get("/empty", [](const auto&, auto& response) { response.set_content("", "text/plain"); });
    port_ = server_.bind_to_any_port("127.0.0.1");
    thread_ = std::thread([this] { server_.listen_after_bind(); });
    while (!server_.is_running()) std::this_thread::yield();
  }
  ~Site() {
    server_.stop();
    thread_.join();
  }

  std::string url(const std::string& path) const {
    return "http://127.0.0.1:" + std::to_string(port_) + path;
  }

 private:
  httplib::Server server_;
  int port_ = 0;
  std::thread thread_;
};

HttpOptions local() {
  HttpOptions options;
  options.timeout = milliseconds(20'000);
  options.largest_body = 100'000;
  options.redirects = 5;
  options.allow_private = true;
  return options;
}

class CurlHttp : public testing::Test {
 protected:
  std::string error_of(const std::string& path) {
    const auto response = http_->get({.url = site_.url(path), .headers = {}});
    return response ? "" : response.error().what.substr(site_.url(path).size());
  }

  Site site_;
  std::unique_ptr<Http> http_ = curl_http(local());
};

TEST_F(CurlHttp, GivesBodyAndHeaders) {
  const auto response = http_->get({.url = site_.url("/plain"), .headers = {}});
  ASSERT_TRUE(response) << response.error().what;
  EXPECT_EQ(response->status, 200);
  EXPECT_EQ(response->body, "Umsatz");
  EXPECT_EQ(response->header("content-type"), "text/plain");
  EXPECT_EQ(response->header("x-missing"), "");
}

TEST_F(CurlHttp, SaysWhoAsks) {
  const auto response = http_->get({.url = site_.url("/agent"), .headers = {}});
  ASSERT_TRUE(response);
  EXPECT_TRUE(response->body.starts_with("Gegenprobe/")) << response->body;
}

TEST_F(CurlHttp, FollowsRedirects) {
  const auto response = http_->get({.url = site_.url("/redirect"), .headers = {}});
  ASSERT_TRUE(response);
  EXPECT_EQ(response->url, site_.url("/plain"));
  EXPECT_EQ(response->body, "Umsatz");
}

TEST_F(CurlHttp, StopsRedirectLoops) { EXPECT_EQ(error_of("/loop"), ": more than 5 redirects"); }

TEST_F(CurlHttp, StaysWithHttp) {
  EXPECT_EQ(error_of("/to-file"), ": leads to something other than http and https");
}

TEST_F(CurlHttp, TellsWhatIsNotCompressedAsItSays) {
  EXPECT_EQ(error_of("/not-gzip"), ": the answer is not compressed as it says");
}

TEST_F(CurlHttp, StopsLargeBodies) {
  EXPECT_EQ(error_of("/large"), ": larger than 100000 bytes");
  EXPECT_EQ(error_of("/endless"), ": larger than 100000 bytes");
}

TEST_F(CurlHttp, StopsWaiting) {
  auto options = local();
  options.timeout = milliseconds(200);
  http_ = curl_http(options);
  EXPECT_EQ(error_of("/slow"), ": no complete answer within 0.2 s");
}

TEST_F(CurlHttp, NoticesBrokenOffAnswers) {
  EXPECT_EQ(error_of("/short"), ": the answer broke off before its end");
}

TEST_F(CurlHttp, NoticesClosedPorts) {
  const auto response = http_->get({.url = "http://127.0.0.1:1/", .headers = {}});
  ASSERT_FALSE(response);
  EXPECT_NE(response.error().what.find("no connection"), std::string::npos) << response.error().what;
}

TEST_F(CurlHttp, NoticesUnknownHosts) {
  const auto response = http_->get({.url = "http://no-such-host.invalid/", .headers = {}});
  ASSERT_FALSE(response);
  EXPECT_EQ(response.error().what, "http://no-such-host.invalid/: the host name does not resolve");
  EXPECT_EQ(response.error().kind, Error::Kind::network);
}

TEST_F(CurlHttp, FetchNamesTheStatus) {
  const auto response = fetch(*http_, site_.url("/gone"));
  ASSERT_FALSE(response);
  EXPECT_EQ(response.error().what, site_.url("/gone") + ": the server answers 410");
}

TEST_F(CurlHttp, IngestsAPage) {
  std::vector<Document> documents;
  const auto done = ingest_url(*http_, site_.url("/page"), {}, [&](Result<Document> document) {
    documents.push_back(std::move(*document));
    return true;
  });
  ASSERT_TRUE(done) << done.error().what;
  ASSERT_EQ(documents.size(), 1u);
  EXPECT_EQ(documents[0].id, site_.url("/page"));
  EXPECT_EQ(documents[0].title, "Nordholm wächst");
  EXPECT_EQ(documents[0].language, "de");
  EXPECT_NE(documents[0].text.find("fünf Milliarden"), std::string::npos);
}

TEST_F(CurlHttp, NamesAnEmptyPage) {
  const auto done = ingest_url(*http_, site_.url("/empty"), {}, [](Result<Document>) { return true; });
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().what, site_.url("/empty") + ": holds no text");
}

TEST(CurlHttpGuards, PrivateAddresses) {
  auto options = local();
  options.allow_private = false;
  const auto http = curl_http(options);
  for (const std::string host : {"127.0.0.1", "localhost", "10.0.0.1", "172.20.1.1", "192.168.1.1",
                                 "169.254.169.254", "[::1]", "[::ffff:127.0.0.1]", "[fe80::1]", "[fd00::1]",
                                 "0.0.0.0", "2130706433", "0x7f.1", "[64:ff9b::7f00:1]", "[2002:7f00:1::]"}) {
    const auto response = http->get({.url = "http://" + host + "/", .headers = {}});
    ASSERT_FALSE(response) << host;
    EXPECT_NE(response.error().what.find("not fetched"), std::string::npos) << response.error().what;
  }
}

TEST(CurlHttpGuards, OtherSchemes) {
  const auto http = curl_http(local());
  for (const char* url :
       {"file:///etc/passwd", "gopher://127.0.0.1/", "data:text/plain,x", "ftp://127.0.0.1/"})
    EXPECT_FALSE(http->get({.url = url, .headers = {}})) << url;
}

}  // namespace
}  // namespace gegenprobe::ingest

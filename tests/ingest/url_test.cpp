#include "ingest/url.h"

#include <gtest/gtest.h>

#include "ingest/domain.h"

namespace gegenprobe::ingest {
namespace {

struct Row {
  const char *name, *url, *canonical;  ///< canonical: "" where it is refused
};

const Row kRows[] = {
    {"Plain", "https://www.example.de/wirtschaft/a-1.html", "https://www.example.de/wirtschaft/a-1.html"},
    {"Cases", "HTTPS://WWW.Example.DE/Artikel", "https://www.example.de/Artikel"},
    {"NoPath", "https://example.de", "https://example.de/"},
    {"DefaultPort", "https://example.de:443/a", "https://example.de/a"},
    {"OtherPort", "http://example.de:8080/a", "http://example.de:8080/a"},
    {"Fragment", "https://example.de/a#kommentare", "https://example.de/a"},
    {"User", "https://me:secret@example.de/a", "https://example.de/a"},
    {"Tracking", "https://example.de/a?utm_source=x&id=7&fbclid=y", "https://example.de/a?id=7"},
    {"OnlyTracking", "https://example.de/a?utm_source=x&utm_medium=y", "https://example.de/a"},
    {"Dots", "https://example.de/a/../b/./c", "https://example.de/b/c"},
    {"Escapes", "https://example.de/m%c3%bcller", "https://example.de/m%C3%BCller"},
    {"RawBytes", "https://example.de/müller und co", "https://example.de/m%C3%BCller%20und%20co"},
    {"Umlautdomain", "https://müller.example/a", "https://xn--mller-kva.example/a"},
    {"UmlautdomainInEscapes", "https://m%C3%BCller.example/a", "https://xn--mller-kva.example/a"},
    {"HostThatIsNoText", "https://m\xFCller.example/a", ""},
    {"HostOfEscapesThatIsNoText", "https://m%FCller.example/a", ""},
    {"HostWithSlashInEscapes", "https://example.de%2Fa/b", ""},
    {"HostWithPercentInEscapes", "https://50%25.example/", ""},
    {"HostThatBecomesForbidden", "https://50％.example/", ""},
    {"Ipv6", "https://[2001:DB8::1]/a", "https://[2001:db8::1]/a"},
    {"LastDots", "https://example.de../a", "https://example.de/a"},
    {"LastDotOfANumber", "https://8./a", "https://0.0.0.8/a"},
    {"MarkInANumber", "https://8\xEF\xBB\xBF/a", "https://0.0.0.8/a"},
    {"LastDot", "https://example.de./a", "https://example.de/a"},
    {"SpacesAround", " https://example.de/a\n", "https://example.de/a"},
    {"File", "file:///etc/passwd", ""},
    {"Data", "data:text/html,hello", ""},
    {"Gopher", "gopher://example.de/", ""},
    {"SpaceInTheHost", "https://a.exa\u00a0le/p", ""},
    {"Word", "artikel.html", ""},
    {"Empty", "", ""},
};

class CanonicalUrl : public testing::TestWithParam<Row> {};

TEST_P(CanonicalUrl, IsOneForm) {
  const auto url = canonical_url(GetParam().url);
  EXPECT_EQ(url ? *url : "", GetParam().canonical) << (url ? "" : url.error().what);
}

TEST_P(CanonicalUrl, TwiceChangesNothing) {
  const auto once = canonical_url(GetParam().url);
  if (!once) return;
  const auto twice = canonical_url(*once);
  ASSERT_TRUE(twice);
  EXPECT_EQ(*twice, *once);
}

INSTANTIATE_TEST_SUITE_P(, CanonicalUrl, testing::ValuesIn(kRows),
                         [](const auto& i) { return i.param.name; });

TEST(ResolveUrl, FollowsAPage) {
  EXPECT_EQ(*resolve_url("https://example.de/a/b.html?x=1", "../c.html"), "https://example.de/c.html");
  EXPECT_EQ(*resolve_url("https://example.de/a/b.html", "//cdn.example.de/x"), "https://cdn.example.de/x");
  EXPECT_EQ(*resolve_url("https://example.de/a/b.html", "http://other.example/"), "http://other.example/");
}

TEST(ResolveUrl, RefusesOtherBases) { EXPECT_FALSE(resolve_url("mailto:x@example.de", "a")); }

TEST(HostOf, GivesTheHost) {
  EXPECT_EQ(host_of("https://WWW.example.de:81/x"), "www.example.de");
  EXPECT_EQ(host_of("kein Link"), "");
}

TEST(LooksLikeUrl, WantsASchemeAndSlashes) {
  EXPECT_TRUE(looks_like_url("https://example.de"));
  EXPECT_TRUE(looks_like_url("ftp://example.de"));
  EXPECT_FALSE(looks_like_url("artikel.html"));
  EXPECT_FALSE(looks_like_url("C://x"));
}

TEST(DomainOf, IsWhatOneOwnerRegisters) {
  EXPECT_EQ(domain_of("https://news.example.co.uk/a"), "example.co.uk");
  EXPECT_EQ(domain_of("https://WWW.Beispiel.DE:8080/a"), "beispiel.de");
  EXPECT_EQ(domain_of("https://www.xn--mller-kva.de/"), "xn--mller-kva.de");
  EXPECT_EQ(domain_of("http://127.0.2.1:80/a"), "127.0.2.1");
  EXPECT_EQ(domain_of("http://[::1]/a"), "[::1]");
  EXPECT_EQ(domain_of("http://intranet/a"), "intranet");
  EXPECT_EQ(domain_of("https://co.uk/"), "co.uk");
  EXPECT_EQ(domain_of("no address"), "");
}

}  // namespace
}  // namespace gegenprobe::ingest

#include "app/crawl_config.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace gegenprobe::app {
namespace {

class CrawlConfigFile : public testing::Test {
 protected:
  CrawlConfigFile() {
    std::string name = (std::filesystem::temp_directory_path() / "gegenprobe-config-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
  }
  ~CrawlConfigFile() override { std::filesystem::remove_all(folder_); }

  Result<CrawlConfig> read(std::string_view text) {
    std::ofstream(folder_ + "/c.toml") << text;
    return read_config(folder_ + "/c.toml");
  }
  std::string error(std::string_view text) {
    const auto config = read(text);
    if (config) return "";
    EXPECT_EQ(config.error().kind, Error::Kind::usage);
    return config.error().what.substr(folder_.size() + 1);
  }

  std::string folder_;
};

TEST_F(CrawlConfigFile, TheTemplateSaysWhatIsSoWithoutIt) {
  const auto config = read(config_template());
  ASSERT_TRUE(config) << config.error().what;
  const CrawlConfig none;
  EXPECT_EQ(config->contact, none.contact);
  EXPECT_EQ(config->delay, none.delay);
  EXPECT_EQ(config->hosts_at_once, none.hosts_at_once);
  EXPECT_EQ(config->timeout, none.timeout);
  EXPECT_EQ(config->largest_answer, none.largest_answer);
  EXPECT_EQ(config->rhythm.shortest, none.rhythm.shortest);
  EXPECT_EQ(config->rhythm.longest, none.rhythm.longest);
  EXPECT_EQ(config->refetch, none.refetch);
  EXPECT_EQ(config->oldest, none.oldest);
  EXPECT_EQ(config->longest_run, none.longest_run);
  EXPECT_EQ(config->articles_a_run, none.articles_a_run);
  EXPECT_TRUE(config->sources.empty());
}

TEST_F(CrawlConfigFile, ReadsSources) {
  const auto config = read(
      "[crawl]\ncontact = \"desk@example.org\"\nrefetch = []\n[[source]]\nurl = "
      "\"HTTPS://www.Nord.example\"\n"
      "[[source]]\nurl = \"https://sued.example/rss\"\nname = \"Süd\"\nkind = \"feed\"\noutlet = "
      "\"Südpost\"\n");
  ASSERT_TRUE(config) << config.error().what;
  EXPECT_EQ(config->contact, "desk@example.org");
  EXPECT_TRUE(config->refetch.empty());
  ASSERT_EQ(config->sources.size(), 2u);
  EXPECT_EQ(config->sources[0].name, "nord.example");
  EXPECT_EQ(config->sources[0].url, "https://www.nord.example/");
  EXPECT_EQ(config->sources[0].kind, store::SourceKind::unknown);
  EXPECT_EQ(config->sources[1].name, "Süd");
  EXPECT_EQ(config->sources[1].kind, store::SourceKind::feed);
  EXPECT_EQ(config->sources[1].outlet, "Südpost");
}

struct Row {
  const char *name, *text, *error;
};
const Row kWrong[] = {
    {"NoToml", "[crawl\n", "c.toml:1: "},
    {"Section", "[crawling]\n", "c.toml:1: there is no [crawling]; [crawl] and [[source]] are known"},
    {"Key", "[crawl]\ndelays = \"1s\"\n", "c.toml:2: [crawl] has no key 'delays'"},
    {"Duration", "[crawl]\ndelay = \"soon\"\n",
     "c.toml:2: this is no time like \"30s\", \"15min\", \"1h\", \"7d\""},
    {"Count", "[crawl]\nhosts_at_once = 0\n", "c.toml:2: this is no whole number from 1 on"},
    {"StepsFall", "[crawl]\nrefetch = [\"6h\", \"1h\"]\n",
     "c.toml:2: each time must be longer than the one before it"},
    {"SourceWithoutAddress", "[[source]]\nname = \"a\"\n", "c.toml:1: a source without an address"},
    {"OtherScheme", "[[source]]\nurl = \"ftp://a.example/\"\n",
     "c.toml:1: \"ftp://a.example/\" is no usable address: only http and https are read"},
    {"SameName", "[[source]]\nurl = \"https://a.example/1\"\n[[source]]\nurl = \"https://a.example/2\"\n",
     "c.toml:3: a second source of the name 'a.example'; give it another: name = \"…\""},
    {"Kind", "[[source]]\nurl = \"https://a.example/\"\nkind = \"blog\"\n",
     "c.toml:1: 'blog' is none of feed, sitemap, page, article, files"},
    {"ContactOfTwoLines", "[crawl]\ncontact = \"a\\r\\nX-Header: b\"\n",
     "c.toml:2: this is no text of one line"}};
TEST_F(CrawlConfigFile, SaysWhatIsWrongWhere) {
  for (const auto& row : kWrong)
    EXPECT_TRUE(error(row.text).starts_with(row.error)) << row.name << ": " << error(row.text);
}

TEST(ParseDuration, Units) {
  using std::chrono::milliseconds;
  EXPECT_EQ(parse_duration("90"), milliseconds(90'000));
  EXPECT_EQ(parse_duration("1.5h"), milliseconds(5'400'000));
  EXPECT_EQ(parse_duration("15 min"), milliseconds(900'000));
  EXPECT_EQ(parse_duration("7d"), milliseconds(604'800'000));
  EXPECT_EQ(parse_duration("0"), milliseconds(0));
  for (const char* wrong : {"", "h", "-1s", "1 week", "nan"}) EXPECT_FALSE(parse_duration(wrong)) << wrong;
}

}  // namespace
}  // namespace gegenprobe::app

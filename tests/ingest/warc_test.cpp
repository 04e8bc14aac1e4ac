#include "ingest/warc.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include "ingest/http_message.h"

namespace gegenprobe::ingest {
namespace {

std::string record(std::string_view type, std::string_view content, std::string_view more = "") {
  return fmt::format(
      "WARC/1.1\r\nWARC-Type: {}\r\nWARC-Target-URI: https://www.example.org/a\r\nContent-Type: {}\r\n{}"
      "Content-Length: {}\r\n\r\n{}\r\n\r\n",
      type, content.starts_with("HTTP") ? "application/http; msgtype=response" : "text/plain", more,
      content.size(), content);
}

std::string gzipped(std::string_view bytes) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

/// "type body[!]; …, N damaged"; "!" where the content was cut off.
std::string dump(std::string_view archive) {
  const auto input = read_bytes(archive);
  WarcReader reader(*input, "x.warc");
  std::string text;
  for (WarcRecord read;;) {
    const auto more = reader.next(read);
    if (!more) return more.error().what;
    if (!*more) break;
    text += fmt::format("{} {}{}; ", read.type, read.body(), read.cut_off ? "!" : "");
  }
  return text + fmt::format("{} damaged", reader.damaged());
}

const auto kA = record("resource", "eins"), kB = record("response", "HTTP/1.1 200 OK\r\nA: b\r\n\r\nzwei");

struct Row {
  const char* name;
  std::string archive, records;
};
const Row kRows[] = {
    {"Plain", kA + kB, "resource eins; response zwei; 0 damaged"},
    {"Members", gzipped(kA) + gzipped(kB), "resource eins; response zwei; 0 damaged"},
    {"OneMemberForAll", gzipped(kA + kB), "resource eins; response zwei; 0 damaged"},
    {"MembersBesideRecords", gzipped(kA + kB.substr(0, 40)) + gzipped(kB.substr(40)),
     "resource eins; response zwei; 0 damaged"},
    {"NoBlankLinesBehind", kA.substr(0, kA.size() - 4) + kB, "resource eins; response zwei; 0 damaged"},
    {"RubbishBetween", kA + "<html>\nnichts\n" + kB, "resource eins; response zwei; 1 damaged"},
    {"LengthTooShort", record("resource", "eins", "Content-Length: 2\r\n") + kB,
     "resource ei; response zwei; 1 damaged"},
    {"NoLength", "WARC/1.0\r\nWARC-Type: resource\r\n\r\n" + kB, "response zwei; 1 damaged"},
    {"CutOff", kB + kA.substr(0, kA.size() - 6), "response zwei; resource ei!; 1 damaged"},
    {"MemberCutOffInItsHeader", gzipped(kA) + gzipped(kA).substr(0, 60) + gzipped(kB), ""},
    {"MemberDamaged", gzipped(kA) + gzipped(kA).replace(40, 5, "?????") + gzipped(kB), ""},
    {"Empty", "", "x.warc: this is no web archive: no record begins in it"},
    {"Html", "<html></html>", "x.warc: this is no web archive: no record begins in it"},
    {"TypeMissing", "WARC/1.0\nContent-Length: 1\n\nx\n\n", "unknown x; 0 damaged"},
    {"Chunks",
     record("response",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n"),
     "response abcde; 0 damaged"},
    {"ChunksThatAreNone", record("response", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n<p>Text"),
     "response <p>Text; 0 damaged"},
    {"Gzip", record("response", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzipped("drei")),
     "response drei; 0 damaged"},
    {"GzipThatIsNone", record("response", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n<p>Text"),
     "response <p>Text; 0 damaged"},
};
class ReadWarc : public testing::TestWithParam<Row> {};
TEST_P(ReadWarc, Row) {
  const auto read = dump(GetParam().archive);
  if (GetParam().records.empty())  // only what stands before and behind the damage is certain
    EXPECT_TRUE(read.starts_with("resource eins; ") && read.find("response zwei; ") != read.npos) << read;
  else
    EXPECT_EQ(read, GetParam().records);
}
INSTANTIATE_TEST_SUITE_P(, ReadWarc, testing::ValuesIn(kRows), [](const auto& i) { return i.param.name; });

struct DigestRow {
  const char *name, *header;
  std::optional<bool> ok;
};
const DigestRow kDigests[] = {
    {"None", "", std::nullopt},
    {"Base32", "WARC-Block-Digest: sha1:7NJOK27IHKRZEPTYHGZ6R6C6QLDMXODD\r\n", false},
    {"Hexadecimal", "WARC-Block-Digest: md5:e4d909c290d0fb1ca068ffaddf22cbd0\r\n", false},
    {"EmptyMd5InBase64", "WARC-Block-Digest: md5:1B2M2Y8AsgTpgAmY7PhCfg==\r\n", true},
    {"EmptySha1InBase32", "WARC-Payload-Digest: sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ\r\n", true},
    {"EmptySha256",
     "WARC-Block-Digest: "
     "sha-256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\r\n",
     true},
    {"UnknownFunction", "WARC-Block-Digest: crc:00\r\n", std::nullopt},
};
class WarcDigest : public testing::TestWithParam<DigestRow> {};
TEST_P(WarcDigest, Row) {
  const auto archive = record("resource", "", GetParam().header);
  const auto input = read_bytes(archive);
  WarcReader reader(*input, "x.warc");
  WarcRecord read;
  ASSERT_TRUE(*reader.next(read));
  EXPECT_EQ(read.digest_ok, GetParam().ok);
}
INSTANTIATE_TEST_SUITE_P(, WarcDigest, testing::ValuesIn(kDigests),
                         [](const auto& i) { return i.param.name; });

TEST(WarcOffsets, AreThoseOfTheFile) {
  const auto first = gzipped(kA), second = gzipped(kB);
  const auto archive = first + second;
  const auto input = read_bytes(archive);
  WarcReader reader(*input, "x.warc.gz");
  WarcRecord read;
  ASSERT_TRUE(*reader.next(read));
  EXPECT_EQ(read.offset, 0u);
  EXPECT_EQ(read.length, first.size());
  ASSERT_TRUE(*reader.next(read));
  EXPECT_EQ(read.offset, first.size());
  EXPECT_EQ(read.length, second.size());
}

/// "offset+length" of each record.
std::string places(std::string_view archive) {
  const auto input = read_bytes(archive);
  WarcReader reader(*input, "x.warc.gz");
  std::string text;
  for (WarcRecord read; *reader.next(read);) text += fmt::format("{}+{} ", read.offset, read.length);
  return text;
}

TEST(WarcOffsets, NoPlaceWhereRecordsShareAMember) {
  const auto shared = gzipped(kA + kB), alone = gzipped(kA);
  EXPECT_EQ(places(shared + alone), fmt::format("0+0 0+0 {}+{} ", shared.size(), alone.size()));
}

TEST(WarcOffsets, ARecordOfSeveralMembersHasThemAll) {
  const auto begin = gzipped(kB.substr(0, 40)), end = gzipped(kB.substr(40)), next = gzipped(kA);
  EXPECT_EQ(places(begin + end + next),
            fmt::format("0+{} {}+{} ", begin.size() + end.size(), begin.size() + end.size(), next.size()));
}

TEST(WarcOffsets, AMemberWithoutBlankLinesEndsWhereTheNextBegins) {
  const auto bare = gzipped(kA.substr(0, kA.size() - 4)), next = gzipped(kB);
  EXPECT_EQ(places(bare + next), fmt::format("0+{} {}+{} ", bare.size(), bare.size(), next.size()));
}

TEST(WarcOffsets, RubbishBehindAMemberIsNoneOfIt) {
  const auto whole = gzipped(kA);
  EXPECT_EQ(places(whole + "\x1F\x8B\x08 half a record\x1F\x8B\x08 half"),
            fmt::format("0+{} ", whole.size()));
}

TEST(WarcOffsets, DamagedMembersDoNotReachIntoTheNext) {
  const auto whole = gzipped(record("resource", std::string(5000, 'x') + "eins"));
  for (std::size_t cut = 20; cut < whole.size(); ++cut) {
    const auto archive = whole.substr(0, cut) + gzipped(kA) + gzipped(kB);
    const auto input = read_bytes(archive);
    WarcReader reader(*input, "x.warc.gz");
    std::uint64_t end = 0;
    for (WarcRecord read; *reader.next(read); end = read.offset + read.length) {
      EXPECT_GE(read.offset, end) << cut;
      EXPECT_LE(read.offset + read.length, archive.size()) << cut;
    }
  }
}

TEST(HttpMessage, BombIsCutOff) {
  const auto bomb = gzipped(std::string(std::size_t{8} << 20, '0'));
  const auto read = without_content_coding(bomb, "gzip", std::size_t{1} << 20);
  ASSERT_TRUE(read);
  EXPECT_LE(read->size(), (std::size_t{1} << 20) + 65536);
}

}  // namespace
}  // namespace gegenprobe::ingest

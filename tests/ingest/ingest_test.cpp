#include "ingest/ingest.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>
#include <string>
#include <vector>

namespace gegenprobe::ingest {
namespace {

using std::string_literals::operator""s;

std::string gzipped(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, text.size()) + 32, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

/// All that comes out of one input: a line for each document or error, the input's own error last.
std::vector<std::string> lines_of(const std::string& bytes, const Overrides& overrides = {},
                                  const Origin& origin = {"in", "", ""}) {
  std::vector<std::string> lines;
  const auto reader = read_bytes(bytes);
  const auto done = ingest(*reader, origin, overrides, [&](Result<Document> document) {
    lines.push_back(document ? document->id + " [" + document->language + "] " +
                                   (document->published ? iso(*document->published) : "-") + " " +
                                   document->title + " # " + document->normalised.utf8
                             : "error: " + document.error().what);
    return true;
  });
  if (!done) lines.push_back("failed: " + done.error().what);
  return lines;
}

struct Row {
  const char* name;
  std::string bytes;
  std::vector<std::string> lines;
};

const Row kRows[] = {
    {"Empty", "", {"failed: in: holds no text"}},
    {"Blank", " \n\n ", {"failed: in: holds no text"}},
    {"Text", "Der Umsatz stieg.", {"in [] -  # Der Umsatz stieg."}},
    {"TextWithHeadline",
     "Nordholm baut Stellen ab\n\nDer Maschinenbauer streicht 400 Stellen.",
     {"in [] - Nordholm baut Stellen ab # Nordholm baut Stellen ab\nDer Maschinenbauer streicht 400 "
      "Stellen."}},
    {"SentenceIsNoHeadline",
     "Der Umsatz stieg.\nDer Gewinn sank auf 3 Millionen Euro.",
     {"in [] -  # Der Umsatz stieg.\nDer Gewinn sank auf 3 Millionen Euro."}},
    {"Latin1",
     "Der Gesch\xE4"
     "ftsf\xFChrer der M\xFCller AG k\xFCndigte f\xFCr n\xE4"
     "chstes Jahr Gewinne an.",
     {"in [] -  # Der Geschäftsführer der Müller AG kündigte für nächstes Jahr Gewinne an."}},
    {"Png", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s, {"failed: in: this is no text but a PNG image"}},
    {"JsonLines",
     "{\"id\": \"a\", \"text\": \"Eins.\", \"lang\": \"de-AT\", \"published\": \"2025-10-07T08:00:00Z\", "
     "\"title\": \"T\"}\n"
     "{\"id\": 7, \"text\": \"Two.\", \"lang\": null, \"published\": null}\n",
     {"a [de] 2025-10-07 T # Eins.", "7 [] -  # Two."}},
    {"JsonLinesWithBadLines",
     "{\"id\": \"a\", \"text\": \"Eins.\"}\n{\"id\": \"b\"\n[1]\n\n{\"id\": \"c\"}\n{\"text\": 5}\n"
     "{\"text\": \"x\", \"published\": \"gestern\"}\n{\"text\": \"Zwei.\"}",
     {"a [] -  # Eins.",
      "error: in: line 2: no JSON object (The JSON document has an improper structure: missing "
      "or "
      "superfluous commas, braces, missing keys, etc.)",
      "error: in: line 3: no JSON object", "error: in: line 5: there is no \"text\" in it",
      "error: in: line 6: there is no \"text\" in it", "error: in: line 7: \"published\" is no day: gestern",
      "in:8 [] -  # Zwei."}},
    {"Gzip", gzipped("Der Umsatz stieg."), {"in [] -  # Der Umsatz stieg."}},
    {"GzipMembers", gzipped("Der Umsatz ") + gzipped("stieg."), {"in [] -  # Der Umsatz stieg."}},
    {"GzipJsonLines", gzipped("{\"id\": \"a\", \"text\": \"Eins.\"}\n"), {"a [] -  # Eins."}},
    {"GzipTruncated",
     gzipped("Der Umsatz stieg.").substr(0, 20),
     {"failed: in: the gzip stream ends too early"}},
    {"GzipDamaged",
     gzipped("Der Umsatz stieg.").replace(22, 1, "\xFF"),
     {"failed: in: the gzip stream is damaged (incorrect data check)"}},
    {"GzipOfPng", gzipped("\x89PNG\r\n\x1A\n"), {"failed: in: this is no text but a PNG image"}},
    {"Bomb",
     gzipped(std::string(100'000'000, 'x')),
     {"failed: in: larger than 64 MiB, the most a single document may have"}},
    {"HtmlWithoutText",
     "<!doctype html><html><body><script>x()</script></body></html>",
     {"failed: in: the page holds no text"}},
};

TEST(Ingest, GivesDocumentsAndErrors) {
  for (const auto& row : kRows) {
    const auto lines = lines_of(row.bytes);
    if (row.name == "GzipDamaged"s) {
      ASSERT_EQ(lines.size(), 1u);
      EXPECT_TRUE(lines[0].starts_with("failed: in: the gzip stream is damaged")) << lines[0];
      continue;
    }
    EXPECT_EQ(lines, row.lines) << row.name;
  }
}

TEST(Ingest, WordsOfTheUserGoFirst) {
  const Overrides overrides{.published = day_of(2024, 5, 6),
                            .outlet = "X",
                            .url = "https://example.de/a#b",
                            .language = "en",
                            .title = "Mine"};
  EXPECT_EQ(lines_of("{\"id\": \"a\", \"text\": \"Eins.\", \"lang\": \"de\", \"published\": \"2025-10-07\"}",
                     overrides),
            (std::vector<std::string>{"a [en] 2024-05-06 Mine # Eins."}));
  EXPECT_EQ(lines_of("Eins.", overrides),
            (std::vector<std::string>{"https://example.de/a [en] 2024-05-06 Mine # Eins."}));
}

TEST(Ingest, StopsWhenAsked) {
  const auto reader = read_bytes("{\"text\": \"a\"}\n{\"text\": \"b\"}\n");
  int count = 0;
  EXPECT_TRUE(ingest(*reader, {"in", "", ""}, {}, [&](Result<Document>) { return ++count < 1; }));
  EXPECT_EQ(count, 1);
}

TEST(Ingest, NamesWhatCannotBeOpened) {
  const auto none = [](Result<Document>) { return true; };
  EXPECT_EQ(ingest_file("/no/such/file.txt", {}, none).error().what,
            "/no/such/file.txt: No such file or directory");
  EXPECT_EQ(ingest_file("/", {}, none).error().what, "/: Is a directory");
}

/// A reader without end, as a pipe can be.
class Endless : public Reader {
 public:
  explicit Endless(std::string piece) : piece_(std::move(piece)) {}
  Result<std::size_t> read(char* buffer, std::size_t size) override {
    for (std::size_t i = 0; i < size; ++i) buffer[i] = piece_[at_++ % piece_.size()];
    return size;
  }

 private:
  std::string piece_;
  std::size_t at_ = 0;
};

TEST(Ingest, RefusesEndlessTextAndLines) {
  const auto none = [](Result<Document>) { return true; };
  Endless text("Der Umsatz stieg. ");
  EXPECT_EQ(ingest(text, {"in", "", ""}, {}, none).error().what,
            "in: larger than 64 MiB, the most a single document may have");
}

TEST(LineReader, GivesLinesWhateverTheirEnds) {
  const auto reader = read_bytes("a\r\nb\n\nc");
  LineReader lines(*reader, 100);
  std::string all;
  for (std::string_view line; *lines.next(line);) all += "<" + std::string(line) + ">";
  EXPECT_EQ(all, "<a><b><><c>");
  EXPECT_EQ(lines.number(), 4u);
}

TEST(LineReader, SkipsLinesThatAreTooLong) {
  const auto bytes = "a\n" + std::string(1'000'000, 'x') + "\nb\n";
  const auto reader = read_bytes(bytes);
  LineReader lines(*reader, 100'000);
  std::string_view line;
  ASSERT_TRUE(*lines.next(line));
  EXPECT_FALSE(lines.next(line));
  ASSERT_TRUE(*lines.next(line));
  EXPECT_EQ(line, "b");
  EXPECT_EQ(lines.number(), 3u);
  EXPECT_FALSE(*lines.next(line));
}

}  // namespace
}  // namespace gegenprobe::ingest

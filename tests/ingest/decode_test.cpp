#include "ingest/decode.h"

#include <gtest/gtest.h>

#include <string>

#include "ingest/sniff.h"

namespace gegenprobe::ingest {
namespace {

using std::string_literals::operator""s;

struct Row {
  const char* name;
  std::string bytes;
  const char *header, *text, *charset;
  CharsetBasis basis;
  std::size_t broken = 0;
};

std::string utf16le(std::u16string_view text) {
  std::string bytes;
  for (const char16_t unit : text) bytes += {static_cast<char>(unit & 0xFF), static_cast<char>(unit >> 8)};
  return bytes;
}

const Row kRows[] = {
    {"Empty", "", "", "", "utf-8", CharsetBasis::valid},
    {"Ascii", "Umsatz", "", "Umsatz", "utf-8", CharsetBasis::valid},
    {"Utf8", "Müller", "", "Müller", "utf-8", CharsetBasis::valid},
    {"Mark", "\xEF\xBB\xBFMüller", "iso-8859-1", "Müller", "utf-8", CharsetBasis::mark},
    {"Utf16Mark", "\xFF\xFE" + utf16le(u"Müller 📈"), "", "Müller 📈", "utf-16le", CharsetBasis::mark},
    {"Utf16WithoutMark", utf16le(u"Der Umsatz stieg auf 5 Mio."), "", "Der Umsatz stieg auf 5 Mio.",
     "utf-16le", CharsetBasis::detected},
    {"Utf32Mark", "\xFF\xFE\0\0A\0\0\0\xFC\0\0\0"s, "", "Aü", "utf-32le", CharsetBasis::mark},
    {"Utf16Odd", "\xFF\xFE" + utf16le(u"AB") + "C", "", "AB\uFFFD", "utf-16le", CharsetBasis::mark, 1},
    {"LoneSurrogate", "\xFF\xFE" + utf16le(u"A") + "\x00\xD8"s + utf16le(u"B"), "",
     "A\uFFFD"
     "B",
     "utf-16le", CharsetBasis::mark, 1},
    {"HeaderLatin1IsWindows1252", "5 Mrd. \x80 f\xFCr M\xFCller", "ISO-8859-1", "5 Mrd. € für Müller",
     "windows-1252", CharsetBasis::header},
    {"MetaCharset", "<html><meta charset='iso-8859-15'><p>5 \xA4", "",
     "<html><meta charset='iso-8859-15'><p>5 €", "iso-8859-15", CharsetBasis::declared},
    {"HeaderBeforeMeta", "<meta charset=koi8-r>\xFC", "windows-1252", "<meta charset=koi8-r>ü",
     "windows-1252", CharsetBasis::header},
    {"Utf8DeclaredAsLatin1", "<meta charset=iso-8859-1>Müller", "", "<meta charset=iso-8859-1>Müller",
     "utf-8", CharsetBasis::repaired},
    {"Latin1DeclaredAsUtf8",
     "<meta charset=utf-8>Die Aktie von M\xFCller f\xE4llt, weil die Umsätze"s.substr(0, 49), "",
     "<meta charset=utf-8>Die Aktie von Müller fällt, w", "windows-1252", CharsetBasis::repaired},
    {"Latin1Undeclared",
     "Die Gesch\xE4"
     "ftsf\xFChrung r\xE4umte ein, dass die Zahlen f\xFCr das vergangene Jahr gepr\xFC"
     "ft werden m\xFCssten.",
     "", "Die Geschäftsführung räumte ein, dass die Zahlen für das vergangene Jahr geprüft werden müssten.",
     "windows-1252", CharsetBasis::detected},
    {"XmlDeclaration", "<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?><a>\xB1</a>", "",
     "<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?><a>ą</a>", "iso-8859-2", CharsetBasis::declared},
    {"TruncatedUtf8", "für Müller für M\xC3", "", "für Müller für M\uFFFD", "utf-8", CharsetBasis::detected,
     1},
    {"BrokenBytesInUtf8", "äöüäöüäöüäöü \xFF äöü", "utf-8", "äöüäöüäöüäöü \uFFFD äöü", "utf-8",
     CharsetBasis::header, 1},
    {"Overlong", "\xC0\xAF äöüä", "utf-8", "\uFFFD\uFFFD äöüä", "utf-8", CharsetBasis::header, 2},
    {"UnknownHeaderIsIgnored", "Müller", "wtf-9", "Müller", "utf-8", CharsetBasis::valid},
    {"WrongUtf16Header", "Müller", "utf-16", "Müller", "utf-8", CharsetBasis::valid},
};

class Decode : public testing::TestWithParam<Row> {};

TEST_P(Decode, GivesText) {
  const auto& row = GetParam();
  const auto decoded = decode(row.bytes, row.header);
  ASSERT_TRUE(decoded) << decoded.error().what;
  EXPECT_EQ(decoded->utf8, row.text);
  EXPECT_EQ(decoded->charset, row.charset);
  EXPECT_EQ(decoded->basis, row.basis);
  EXPECT_EQ(decoded->broken, row.broken);
}

INSTANTIATE_TEST_SUITE_P(, Decode, testing::ValuesIn(kRows), [](const auto& i) { return i.param.name; });

TEST(DecodeRefuses, WhatIsNoText) {
  EXPECT_EQ(decode("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s).error().what, "this is no text but a PNG image");
  EXPECT_EQ(decode("%PDF-1.7\n").error().what, "this is no text but a PDF document");
  EXPECT_EQ(decode(std::string(1000, '\0')).error().what, "this is no text but binary data");
}

struct PrescanRow {
  const char *name, *html, *charset;
};

const PrescanRow kPrescans[] = {
    {"HttpEquiv", "<meta http-equiv=Content-Type content='text/html; charset=latin1'>", "windows-1252"},
    {"ContentFirst", "<meta content='text/html; charset=\"iso-8859-2\"' http-equiv=content-type>",
     "iso-8859-2"},
    {"NoPragma", "<meta content='text/html; charset=iso-8859-2'>", ""},
    {"InComment", "<!-- <meta charset=koi8-r> --><p>", ""},
    {"InAttribute", "<p title='<meta charset=koi8-r>'>", ""},
    {"InTitle", "<title><meta charset=koi8-r></title>", "koi8-r"},
    {"Utf16MeansUtf8", "<meta charset=utf-16>", "utf-8"},
    {"Unclosed", "<meta charset=\"koi8-r", ""},
};

TEST(DeclaredCharset, FollowsTheStandard) {
  for (const auto& row : kPrescans)
    EXPECT_EQ(declared_charset(row.html).value_or(""), row.charset) << row.name;
}

TEST(CharsetOfContentType, IsFoundWhereverItStands) {
  EXPECT_EQ(charset_of_content_type("text/html; charset=UTF-8"), "UTF-8");
  EXPECT_EQ(charset_of_content_type("text/html;Charset=\"latin1\";x=y"), "latin1");
  EXPECT_EQ(charset_of_content_type("text/html"), "");
}

struct SniffRow {
  const char* name;
  std::string bytes;
  const char* hint;
  Format format;
};

const SniffRow kSniffs[] = {
    {"Empty", "", "x.html", Format::empty},
    {"Text", "Der Umsatz stieg.", "", Format::text},
    {"Html", "\n<!DOCTYPE html><html>", "", Format::html},
    {"Feed", "<?xml version='1.0'?>\n<!-- <html> --><rss><channel><title>T</title>", "", Format::feed},
    {"HtmlBehindComment", "<!-- x --><div>text</div>", "", Format::html},
    {"HtmlByType", "Nur Text", "text/html; charset=utf-8", Format::html},
    {"HtmlUtf16", "\xFF\xFE" + utf16le(u"<html><p>Text"), "", Format::html},
    {"TextWithAngle", "<sz.> Umsatz", "a.txt", Format::text},
    {"JsonLines", "{\"id\": \"a\"}\n{\"id\": \"b\"}", "", Format::json_lines},
    {"BraceInText", "{sic} sagte er", "", Format::text},
    {"Gzip", "\x1F\x8B\x08", "a.txt", Format::gzip},
    {"Png", "\x89PNG\r\n\x1A\n", "a.html", Format::binary},
    {"OneControlIsText", "Der Umsatz stieg um 5 Prozent auf 12 Mio. Euro.\x03", "", Format::text},
};

TEST(Sniff, KnowsTheFormat) {
  for (const auto& row : kSniffs) EXPECT_EQ(sniff(row.bytes, row.hint), row.format) << row.name;
}

struct StandardRow {
  const char *name, *charset, *bytes, *utf8;
};
const StandardRow kStandard[] = {
    {"LetterThatIcuLacks", "koi8-u", "\xAE\xBE", "ўЎ"},
    {"CodePageThatIcuLacks", "iso-8859-16", "\xA4\xA5\xAA\xBA", "€„Șș"},
    {"UnassignedByte", "windows-1253", "\xAA", "�"},
    {"BrokenPairKeepsAscii", "euc-kr", "\xC9\x41 a", "�A a"},
    {"PrivateUseIsNothing", "big5", "\x81\x41", "�A"},
    {"PairOfCharacters", "big5", "\x88\x62", "Ê̄"},
    {"PrivateUseOfShiftJis", "shift_jis", "\xF0\x40", "\uE000"},
    {"GbkIsGb18030", "gbk", "\xA3\xA0", "\u3000"},
};
class EncodingStandard : public testing::TestWithParam<StandardRow> {};
TEST_P(EncodingStandard, Row) {
  EXPECT_EQ(decode_as(GetParam().bytes, GetParam().charset).utf8, GetParam().utf8);
}
INSTANTIATE_TEST_SUITE_P(, EncodingStandard, testing::ValuesIn(kStandard),
                         [](const auto& i) { return i.param.name; });

TEST(DeclaredCharset, BehindALongComment) {
  EXPECT_EQ(declared_charset("<!--" + std::string(9000, 'x') + "--><meta charset=\"iso-8859-2\">"),
            "iso-8859-2");
}

}  // namespace
}  // namespace gegenprobe::ingest

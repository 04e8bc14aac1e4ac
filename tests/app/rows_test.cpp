#include "app/rows.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <functional>

namespace gegenprobe::app {
namespace {

/// What is printed to an Output that is no terminal.
std::string printed(const std::function<void(Output&)>& print) {
  FILE* file = std::tmpfile();
  {
    Output output(fileno(file));
    print(output);
  }
  std::string text(static_cast<std::size_t>(lseek(fileno(file), 0, SEEK_END)), '\0');
  EXPECT_EQ(pread(fileno(file), text.data(), text.size(), 0), static_cast<ssize_t>(text.size()));
  std::fclose(file);
  return text;
}

const std::vector<Column> kColumns{
    {"name", "Name", Column::Align::left, true}, {"value", "Value", Column::Align::right}, {"flags", ""}};

std::string rows(const char* format) {
  return printed([&](Output& output) {
    Rows rows(output, format_of(format), kColumns);
    rows.add(
        {Cell::text("Müller, \"Söhne\""), Cell::number(extract::Decimal{55, 8}), {Cell::Words{"a", "b"}}});
    rows.add({Cell::none(), Cell::whole(-3), {true}});
    rows.end();
  });
}

TEST(Rows, Table) {
  EXPECT_EQ(rows("table"),
            "Name                  Value\n"
            "Müller, \"Söhne\"  5500000000\n"
            "                         -3\n");
}
TEST(Rows, Json) {
  EXPECT_EQ(rows("json"),
            "[\n{\"name\":\"Müller, \\\"Söhne\\\"\",\"value\":5500000000,\"flags\":[\"a\",\"b\"]},\n"
            "{\"name\":null,\"value\":-3,\"flags\":true}\n]\n");
}
TEST(Rows, JsonLines) {
  EXPECT_EQ(rows("jsonl"),
            "{\"name\":\"Müller, \\\"Söhne\\\"\",\"value\":5500000000,\"flags\":[\"a\",\"b\"]}\n"
            "{\"name\":null,\"value\":-3,\"flags\":true}\n");
}
TEST(Rows, Csv) {
  EXPECT_EQ(rows("csv"), "name,value,flags\r\n\"Müller, \"\"Söhne\"\"\",5500000000,a b\r\n,-3,true\r\n");
}
TEST(Rows, NoneAreAnEmptyListInJsonAndNothingInATable) {
  const auto none = [](const char* format) {
    return printed([&](Output& output) { Rows(output, format_of(format), kColumns).end(); });
  };
  EXPECT_EQ(none("json"), "[]\n");
  EXPECT_EQ(none("table"), "");
  EXPECT_EQ(none("csv"), "name,value,flags\r\n");
}
TEST(Rows, AFormulaIsTextInASpreadsheet) {
  EXPECT_EQ(printed([](Output& output) {
              Rows rows(output, Format::csv, {{"title", "Title"}});
              rows.add({Cell::text("=1+1")});
            }),
            "title\r\n'=1+1\r\n");
}
TEST(Rows, AnEscapeSequenceDoesNotReachTheTerminal) {
  EXPECT_EQ(printed([](Output& output) {
              Rows rows(output, Format::table, {{"title", "Title"}});
              rows.add({Cell::text("a\x1b[2Jb\nc")});
              rows.end();
            }),
            "Title\na [2Jb c\n");
}

struct WidthRow {
  const char* name;
  const char* text;
  std::size_t columns;
};
const WidthRow kWidths[] = {
    {"Ascii", "Siemens", 7},      {"Umlaut", "Größe", 5},          {"DecomposedUmlaut", "Gro\u0308sse", 6},
    {"Wide", "東京", 4},          {"SoftHyphen", "ab\u00ADcd", 5}, {"NoBreakSpace", "5\u202F000", 5},
    {"ZeroWidth", "a\u200Bb", 2},
};
class ColumnsOf : public testing::TestWithParam<WidthRow> {};
TEST_P(ColumnsOf, Row) { EXPECT_EQ(columns_of(GetParam().text), GetParam().columns); }
INSTANTIATE_TEST_SUITE_P(, ColumnsOf, testing::ValuesIn(kWidths), [](const auto& i) { return i.param.name; });

TEST(CutTo, KeepsWhatFits) { EXPECT_EQ(cut_to("Größe", 5), "Größe"); }
TEST(CutTo, CutsBetweenCharacters) { EXPECT_EQ(cut_to("Übernahmeangebot", 5), "Über…"); }
TEST(CutTo, LeavesNoSpaceBeforeTheEllipsis) { EXPECT_EQ(cut_to("ein Angebot", 5), "ein…"); }

}  // namespace
}  // namespace gegenprobe::app

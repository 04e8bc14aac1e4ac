#include "ingest/rates.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace gegenprobe::ingest {
namespace {

std::string dump(const Result<std::vector<ReferenceRate>>& rates) {
  if (!rates) return rates.error().what;
  std::string text;
  for (const auto& rate : *rates)
    text += fmt::format("{}{} {} {}", text.empty() ? "" : "\n", iso(rate.day), rate.currency, rate.per_euro);
  return text;
}

struct Row {
  const char *name, *file, *rates;
};
const Row kRows[] = {
    {"HistoryCsv", "Date,USD,JPY,\n2031-03-04,1.0512,161.4,\n2031-03-03,1.05,N/A,\n",
     "2031-03-04 USD 1.0512\n2031-03-04 JPY 161.4\n2031-03-03 USD 1.05"},
    {"DailyCsv", "Date, USD, GBP, \n04 March 2031, 1.0512, 0.84, \n",
     "2031-03-04 USD 1.0512\n2031-03-04 GBP 0.84"},
    {"DailyCsvOfOneDigitDay", "Date, USD, \n4 March 2031, 1.0512, \n", "2031-03-04 USD 1.0512"},
    {"WithByteOrderMark",
     "\xEF\xBB\xBF"
     "Date,USD\r\n2031-03-04,1.1\r\n",
     "2031-03-04 USD 1.1"},
    {"Xml",
     "<?xml version='1.0' encoding='UTF-8'?><gesmes:Envelope "
     "xmlns:gesmes='http://www.gesmes.org/xml/2002-08-01' "
     "xmlns='http://www.ecb.int/vocabulary/2002-08-01/eurofxref'><gesmes:subject>Reference "
     "rates</gesmes:subject>"
     "<Cube><Cube time='2031-03-04'><Cube currency='USD' rate='1.0512'/><Cube currency='KRW' "
     "rate='1520.3'/></Cube>"
     "<Cube time='2031-03-03'><Cube currency='USD' rate='1.05'/></Cube></Cube></gesmes:Envelope>",
     "2031-03-04 USD 1.0512\n2031-03-04 KRW 1520.3\n2031-03-03 USD 1.05"},
    {"NoTable", "Umsatz;Gewinn\n1;2\n", "f: no table of reference rates"},
    {"NoDay", "Date,USD\n2031-13-04,1.1\n", "f: line 2: '2031-13-04' is no day"},
    {"NothingBelowTheHead", "Date,USD\n", "f: no reference rate in it"},
    {"Negative", "Date,USD,CHF\n2031-03-04,-1,0.9\n", "f: line 2: '-1' is no rate of USD"},
    {"Absurd", "Date,USD,GBP\n2031-03-04,1.1,1e300\n", "f: line 2: '1e300' is no rate of GBP"},
    {"Words", "Date,USD,GBP\n2031-03-04,1.1,0.84\n2031-03-03,much,0.84\n",
     "f: line 3: 'much' is no rate of USD"},
    {"MarksOfNothingAreNone", "Date,USD,GBP,note\n2031-03-04,,N/A,x\n2031-03-03,1.1,0.84,y\n",
     "2031-03-03 USD 1.1\n2031-03-03 GBP 0.84"},
    {"OtherXml", "<rss><channel/></rss>", "f: no reference rate in it"},
    {"DamagedZip", "PK\x03\x04 and then nothing", "f: a damaged ZIP archive"},
    {"Nothing", "", "f: no table of reference rates"},
};
class ReadRates : public testing::TestWithParam<Row> {};
TEST_P(ReadRates, Row) { EXPECT_EQ(dump(read_rates(GetParam().file, "f")), GetParam().rates); }
INSTANTIATE_TEST_SUITE_P(, ReadRates, testing::ValuesIn(kRows), [](const auto& i) { return i.param.name; });

}  // namespace
}  // namespace gegenprobe::ingest

#include "extract/values/values.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/extract.h"
#include "extract/matching/rules.h"
#include "extract/text/text.h"

namespace gegenprobe::extract {
namespace {

/// "EUR 1200000000", "% 3..5", "USD ..9000000000 up_to", "unresolved"
std::string dump(const Amount& amount) {
  if (!amount.resolved()) return "unresolved";
  std::string out = amount.unit.empty() ? "" : amount.unit + " ";
  const bool exact = amount.min && amount.max && same_number(*amount.min, *amount.max);
  if (amount.min) out += amount.min->text();
  if (!exact) out += ".." + (amount.max ? amount.max->text() : "");
  const bool plain = amount.qualifier == Qualifier::exact || amount.qualifier == Qualifier::between ||
                     amount.qualifier == Qualifier::magnitude;
  return plain ? out : out + " " + std::string(word(amount.qualifier));
}

std::vector<Mention> values_in(std::string_view source, std::string_view language, Text& text) {
  static const auto rules = *builtin_rules();
  text = text_of(source, language, *rules);
  std::vector<Mention> mentions;
  ValueContext context;
  for (const auto& sentence : text.sentences) find_values(text, sentence, context, mentions);
  return mentions;
}

// --- the rules' own examples ---------------------------------------------------------------------------

struct ExampleRow {
  std::string language;
  const Rule* rule;
};

std::vector<ExampleRow> example_rows() {
  std::vector<ExampleRow> out;
  const auto rules = *builtin_rules();
  for (const auto& language : rules->languages())
    for (const auto& rule : rules->language(language).set(RuleKind::value).rules())
      if (!rule.yes.empty() || !rule.no.empty()) out.push_back({language, &rule});
  return out;
}

class ValueRule : public testing::TestWithParam<ExampleRow> {
 protected:
  // The first value of the text, whichever rule of the set reads it.
  static std::string first_value(const std::string& source, const std::string& language) {
    Text text;
    const auto mentions = values_in(source, language, text);
    return mentions.empty() ? "" : dump(*mentions.front().amount());
  }
};

TEST_P(ValueRule, ReadsItsExamples) {
  for (const auto& example : GetParam().rule->yes) {
    const auto arrow = example.find(" => ");
    ASSERT_NE(arrow, std::string::npos) << GetParam().rule->file << ": " << example;
    auto got = first_value(example.substr(0, arrow), GetParam().language);
    // What an example is about is the value; rows below are about qualifiers.
    if (const auto space = got.rfind(' ');
        space != std::string::npos && got.find_first_of("0123456789", space) == std::string::npos)
      got.resize(space);
    EXPECT_EQ(got, example.substr(arrow + 4)) << GetParam().rule->file << ": " << example;
  }
  for (const auto& text : GetParam().rule->no)
    EXPECT_EQ(first_value(text, GetParam().language), "") << GetParam().rule->file << ": " << text;
}

std::string name_of(const testing::TestParamInfo<ExampleRow>& info) {
  std::string name = info.param.rule->name;
  for (char& c : name)
    if (c == '.' || c == '-') c = '_';
  return name;
}
INSTANTIATE_TEST_SUITE_P(, ValueRule, testing::ValuesIn(example_rows()), name_of);

// --- sentences -----------------------------------------------------------------------------------------

struct Row {
  const char *name, *language, *sentence, *values;  // values: "surface = value", one a line
};
const Row kRows[] = {
    {"ScaleWord", "de", "Der Gewinn stieg auf 1,2 Milliarden Euro.", "1,2 Milliarden Euro = EUR 1200000000"},
    {"GermanBillion", "de", "Der Börsenwert liegt bei 3,3 Billionen Dollar.",
     "3,3 Billionen Dollar = USD 3300000000000"},
    {"EnglishBillion", "en", "It is worth $3.3 billion.", "$3.3 billion = USD 3300000000"},
    {"UmlautBeforeNumber", "de", "für 3.400 Euro", "3.400 Euro = EUR 3400"},
    {"ThousandDotIsNoDecimal", "de", "4.800 Tonnen Kaffee", "4.800 Tonnen = tonne 4800"},
    {"DecimalCommaIsNoThousand", "de", "4,8 Tonnen Kaffee", "4,8 Tonnen = tonne 4.8"},
    {"SwissApostrophe", "de", "Kosten von 1'250'000 Franken", "1'250'000 Franken = CHF 1250000"},
    {"TwoInOneSentence", "de", "3 Euro statt 4 Euro", "3 Euro = EUR 3\n4 Euro = EUR 4"},
    {"CurrencyOfTheNeighbour", "de",
     "Der Umsatz stieg auf 5,5 Milliarden Euro nach 4,9 Milliarden im Vorjahr.",
     "5,5 Milliarden Euro = EUR 5500000000\n4,9 Milliarden = EUR 4900000000"},
    {"ScaleOfTheNeighbour", "de", "stieg von 4,9 auf 5,5 Milliarden Euro",
     "4,9 = EUR 4900000000\n5,5 Milliarden Euro = EUR 5500000000"},
    {"DistributedPercent", "de", "Umsatz und Gewinn wuchsen um fünf und acht Prozent.",
     "fünf = % 5\nacht Prozent = % 8"},
    {"YearIsNoNeighbour", "de", "im Jahr 2023 und 5 Millionen Euro", "5 Millionen Euro = EUR 5000000"},
    {"PeopleAreNoMoney", "de",
     "Der Konzern zahlte 3 Millionen Euro. Rund 300 Millionen Menschen nutzen den Dienst.",
     "3 Millionen Euro = EUR 3000000\n300 Millionen Menschen = person 300000000 about"},
    {"About", "de", "rund 500 Euro", "500 Euro = EUR 500 about"},
    {"Almost", "de", "knapp eine Milliarde Euro", "eine Milliarde Euro = EUR 1000000000 almost"},
    {"UpTo", "de", "bis zu 300 Milliarden Dollar", "300 Milliarden Dollar = USD ..300000000000 up_to"},
    {"MoreThan", "de", "mehr als 22 Milliarden Dollar", "22 Milliarden Dollar = USD 22000000000.. more_than"},
    {"OverBehindAContractIsOf", "de", "ein Vertrag über 300 Millionen Euro",
     "300 Millionen Euro = EUR 300000000"},
    {"HowFarSomethingWasPassed", "de", "Die Erwartung wurde um 3 Prozent übertroffen.", "3 Prozent = % 3"},
    {"VerbOfPassing", "de", "als Nvidia die Marke von 4 Billionen Dollar überschritt",
     "4 Billionen Dollar = USD 4000000000000.. more_than"},
    {"CompoundKeepsItsFigure", "de", "Die 2,4-Milliarden-Euro-Übernahme ist perfekt.",
     "2,4-Milliarden-Euro = EUR 2400000000"},
    {"PreviousArticleIsNoCode", "de", "seit dem 1. Januar", ""},
    {"NoFigureInsideAName", "de", "der Airbus A320 und die B-1", ""},
    {"TooManyDigitsStayUnresolved", "de", "12345678901234567890123 Euro",
     "12345678901234567890123 Euro = unresolved"},
    {"PercentagePoints", "en", "lost 2.9 percentage points of market share",
     "2.9 percentage points = pp 2.9"},
    {"Pence", "en", "shares were down at 119 pence", "119 pence = GBP 1.19"},
    {"ConversionLendsNoCurrency", "en", "a profit of 77m euros (£53m; $100m), up from 38m",
     "77m euros = EUR 77000000\n£53m = GBP 53000000\n$100m = USD 100000000\n38m = EUR 38000000"},
    {"CountNounBeforeTheNumber", "en", "swelling its subscriber base to 5.4 million",
     "5.4 million = subscriber 5400000"},
    {"CompetitionIsNoMoney", "en", "after Euro 2004 in Portugal", ""},
    {"NoMoreThanIsABound", "en", "will cut no more than 500 jobs", "500 jobs = job ..500 up_to"},
    {"OrMore", "en", "costs $5m or more", "$5m = USD 5000000.. at_least"},
    {"DollarAlone", "en", "a dollar for your thoughts", ""},
    {"HyphenatedDeal", "en", "a $3.4-billion order", "$3.4-billion = USD 3400000000"},
    {"SpacedLetterIsMetres", "en", "the 100 m race", "100 m = metre 100"},
    {"LetterBeforeACurrencyIsMillions", "en", "12 m euros", "12 m euros = EUR 12000000"},
    {"GoesOnCounting", "en", "It handed over 766 jets, up 4% from 735 in 2023.",
     "766 jets = aircraft 766\n4% = % 4\n735 = aircraft 735"},
    {"GoesOnCountingInTheNextSentence", "en", "It built 900 cars. Its rival sold just 348.",
     "900 cars = vehicle 900\n348 = vehicle 348"},
    {"SoldForAPriceIsNoCount", "en", "It built 900 cars. One was sold for $348.",
     "900 cars = vehicle 900\n$348 = USD 348"},
    {"NounBehindIsCountedInstead", "en", "The staff opened 18,000 letters and 12,000 tins.",
     "18,000 letters = package 18000"},
    {"WorkforceCountsEmployees", "en", "It cut 900 jobs, a tenth of its workforce of 9,100.",
     "900 jobs = job 900\n9,100 = employee 9100"},
    {"PeopleAtWork", "en", "The mill employs 2,700 people.", "2,700 people = employee 2700"},
    {"PeopleElsewhere", "en", "The dam shields 2,700 people.", "2,700 people = person 2700"},
    {"DozenMultiplies", "en", "two dozen stores", "two dozen stores = store 24"},
    {"SmallNumberInWordsIsNoFigure", "en", "two stores and six gigawatts", "six gigawatts = gigawatt 6"},
    {"Sixteenths", "en", "its 6-1/8 pct notes", "6-1/8 pct = % 6.125"},
    {"FallingRangeIsTwoValues", "en", "cut the tax from 30% to 29%", "30% = % 30\n29% = % 29"},
    {"MoreThanTheFigureIsACount", "en", "£1.5bn, more than the £1.4bn expected",
     "£1.5bn = GBP 1500000000\n£1.4bn = GBP 1400000000"},
    {"RoseByAndToIsNoRange", "en", "Crude rose $2 to $37 a barrel.", "$2 = USD 2\n$37 = USD 37"},
    {"RoseByAndToWithUnitsIsNoRange", "en", "Revenue grew by EUR 3.5m to EUR 160.4m.",
     "EUR 3.5m = EUR 3500000\nEUR 160.4m = EUR 160400000"},
    {"RoseByOneUnitIsARange", "en", "Costs will rise by 3 to 5 million euros.",
     "3 to 5 million euros = EUR 3000000..5000000"},
    {"RoseFromAndToIsNoRange", "en", "Profit rose from 4.9 to 5.5 billion euros.",
     "4.9 = EUR 4900000000\n5.5 billion euros = EUR 5500000000"},
    {"StakeRaisedFromAndTo", "en", "It raised its stake from 5% to 8%.", "5% = % 5\n8% = % 8"},
    {"JobsCutFromAndTo", "en", "Staff was up from 500 to 700 employees.",
     "500 = employee 500\n700 employees = employee 700"},
    {"PricesRangeFromAndTo", "en", "Prices rise in May and range from €19 to €29.",
     "€19 to €29 = EUR 19..29"},
    {"CostsFromAndTo", "en", "It will cost from €19m to €29m.", "€19m to €29m = EUR 19000000..29000000"},
    {"GrowthOfAtoBPercent", "en", "It expects sales to grow 3% to 5%.", "3% to 5% = % 3..5"},
    {"FullNumberUpToAMillion", "de", "500.000 bis 1 Million Euro",
     "500.000 bis 1 Million Euro = EUR 500000..1000000"},
    {"ByAFullNumberToAMillion", "en", "The total rose by 17,000 to 4.5 million jobs.",
     "17,000 = job 17000\n4.5 million jobs = job 4500000"},
    {"FullNumberBesideAMillion", "en", "in notes of 100,000 and one million euros",
     "100,000 = EUR 100000\none million euros = EUR 1000000"},
    {"TwoWordsAreTwoNumbers", "en", "compared with eight and nine percent",
     "eight = % 8\nnine percent = % 9"},
    {"HourIsNoPence", "en", "The shop closes at 8 p.m. and opens at 7 a.m.", ""},
    {"RapperIsNoMoney", "en", "The rapper 50 Cent paid 50 cents.", "50 cents = USD 0.5"},
    {"DegreesAreNoMoney", "en", "At minus 20C it cost €3.", "€3 = EUR 3"},
    {"CountriesOfTheEuro", "de", "Die 17 Euro-Länder und drei BND-Agenten zahlten mit 500-Euro-Scheinen.",
     "500-Euro = EUR 500"},
    {"MarkToMarket", "de", "eine Mark-to-Market-Bewertung", ""},
    {"FileNumberOfACourt", "de", "Aktenzeichen S 41 KR 208/12", ""},
    {"CommaOfAnotherLanguage", "en", "Profit was EUR 37,7 million.", "EUR 37,7 million = EUR 37700000"},
    {"FigureThatRunsIntoAWord", "en", "He earns £5,001and more.", ""},
    {"GroupsOfAnotherLanguage", "en", "Profit was €1.500.000, sales 2.300.000,50 euros.",
     "€1.500.000 = EUR 1500000\n2.300.000,50 euros = EUR 2300000.5"},
    {"FrancsAloneAreAssumedSwiss", "en", "It cost 5 million francs.", "5 million francs = CHF 5000000"},
    {"FrancsAreThoseNamedBefore", "en", "It earned 9 million French francs. It cost 5 million francs.",
     "9 million French francs = FRF 9000000\n5 million francs = FRF 5000000"},
    {"FigureThatGoesOn", "en", "It costs €4.1.2 today.", ""},
    {"YearBeforeASumIsNoPart", "de", "Die Bezüge stiegen seit 2000 von 6.623 Euro auf 8.252 Euro.",
     "6.623 Euro = EUR 6623\n8.252 Euro = EUR 8252"},
    {"SumInTwoCurrencies", "de", "Das sind 5 Mio. Euro/5,8 Mio. Dollar und 5 Euro/100 kg.",
     "5 Mio. Euro = EUR 5000000\n5,8 Mio. Dollar = USD 5800000\n5 Euro = EUR 5"},
    {"AbbreviatedScaleBehindBrackets", "de", "Der Umsatz stieg auf 120 (Vorjahr: 110) Mio. Euro.",
     "120 = EUR 120000000\n110 = EUR 110000000"},
    {"NumberWordsThatDatesHaveToo", "de", "Das kostet fünfundzwanzig Millionen Euro.",
     "fünfundzwanzig Millionen Euro = EUR 25000000"},
    {"FewHundred", "en", "It will cut a few hundred jobs and a couple of million euros.",
     "a few hundred jobs = job 200..999\na couple of million euros = EUR 2000000..9999999"},
    {"FigureAndItsBaseShareTheScale", "en", "Sales were EUR 21.1 (18.6) million.", "EUR 21.1 = EUR 21100000"},
    {"BrandsAreNoRands", "en", "It will sell 10 rands' worth of five brands.", "10 rands = ZAR 10"},
    {"TrialsAreNoRials", "en", "Motorola has conducted five trials.", ""},
    {"MoreThanAMoveIsNoRange", "en", "The share lost more than $3 to $51.50.",
     "$3 = USD 3.. more_than\n$51.50 = USD 51.5"},
    {"MonthInDigitsIsNoAmount", "en", "It fell from EUR 51.2m in 6-2007 to EUR 44.8m.",
     "EUR 51.2m = EUR 51200000\nEUR 44.8m = EUR 44800000"},
    {"CrowdsAreNoMoney", "en", "It cost $5m. Millions of livelihoods are gone.", "$5m = USD 5000000"},
    {"NumberOfPeopleIsNoMoney", "de",
     "Das kostete 5 Millionen Euro. Die Zahl der Millionäre stieg auf 1,1 Millionen.",
     "5 Millionen Euro = EUR 5000000"},
    {"ArticleOfALaw", "de", "nach Artikel 16 g und Tagesordnungspunkt 34 t", ""},
    {"NoBillionsOfPercent", "en", "The gap was $31 billion, after 29 billion or 2.5 percent of output.",
     "$31 billion = USD 31000000000\n29 billion = USD 29000000000\n2.5 percent = % 2.5"},
    {"OneOfThoseIsNoSum", "en", "She got $15m for the house, and bought one of those boats.",
     "$15m = USD 15000000"},
    {"HalfOfASumIsNone", "en", "The bid was less than half of the $20bn it is worth.",
     "$20bn = USD 20000000000"},
    {"SomeOfTheStoresInWords", "en", "It closed two of the 30 stores.",
     "two = store 2\n30 stores = store 30"},
    {"YearBesideANumber", "de", "im Jahr 2017 2,4 oder 2,2 Prozent", "2,4 = % 2.4\n2,2 Prozent = % 2.2"},
    {"NumbersInGroupsThatMove", "en", "Harvests rose from 42 000 to 71 000 tonnes.",
     "42 000 = tonne 42000\n71 000 tonnes = tonne 71000"},
    {"CasesBehindASum", "en", "from cases worth £808m to 8,177 others", "£808m = GBP 808000000"},
    {"ArticleIsNoPartOfTheNumber", "en", "a five percent stake", "five percent = % 5"},
    {"ArticleIsNoPartOfTheSum", "en", "a $40bn deal", "$40bn = USD 40000000000"},
    {"CountsBesideEachOther", "de", "Die Zahl der Stellen ging um 11.500 auf 417.900 zurück.",
     "11.500 = job 11500\n417.900 = job 417900"},
    {"SecondsAreNoCustomers", "de", "Er brauchte achtunddreißig Sekunden.", ""},
    {"SickOnesAreCountedThemselves", "de",
     "Die Mitarbeiter verloren Daten von 200.000 chronisch kranken Versicherungsnehmern.", ""},
    {"EdgedUpToIsNoBound", "en", "revenue edged up to €3.2bn", "€3.2bn = EUR 3200000000"},
    {"CodeInSmallLettersIsAWord", "en", "Try 5 of the 20 all-new top 10", ""},
    {"NumberOfAModel", "en", "sold six A330-300 aircraft and nine Boeing 737-800 jets", ""},
    {"RangeOfThings", "en", "In May 300-400 jobs went, and 200-300 planes",
     "300-400 jobs = job 300..400\n200-300 planes = aircraft 200..300"},
    {"MillionsOfACode", "en", "a loss of 30 MUSD", "30 MUSD = USD 30000000"},
    {"AustralianDollarsBehindAnArticle", "en", "profits of A$35.1m", "A$35.1m = AUD 35100000"},
    {"NounIsNoAdjective", "de", "Diese 15 Prozentpunkte stellen einen Rekord dar.",
     "15 Prozentpunkte = pp 15"},
    {"ArticleIsNoMetre", "de", "Von einem zweistelligen Wert war die Rede.", ""},
    {"ThousandsOfJobs", "de", "Tausende Stellen, mehrere hundert Filialen",
     "Tausende Stellen = job 1000..9999\nmehrere hundert Filialen = store 200..999"},
    {"TenthousandsOfKilometres", "de", "eine mehrere tausend Kilometer lange Reise",
     "mehrere tausend Kilometer = kilometre 2000..9999"},
    {"NeighbourWithTheSameScale", "de", "9,03 Millionen nach 9,24 Millionen Autos",
     "9,03 Millionen = vehicle 9030000\n9,24 Millionen Autos = vehicle 9240000"},
    {"OfTheFirm", "de", "rund 50'000 Nordbank-Stellen", "50'000 = job 50000 about"},
    {"SpokenDecimals", "de", "drei Komma fünf Milliarden Euro",
     "drei Komma fünf Milliarden Euro = EUR 3500000000"},
    {"QuarterBillion", "de", "eine Viertelmilliarde Euro", "Viertelmilliarde Euro = EUR 250000000"},
    {"TenthsInOneWord", "de", "eine zehnprozentige Kürzung", "zehnprozentige = % 10"},
    {"DecliningCurrency", "de", "zwei Milliarden kasachische Tenge",
     "zwei Milliarden kasachische Tenge = KZT 2000000000"},
};
class FindValues : public testing::TestWithParam<Row> {};
TEST_P(FindValues, Row) {
  const Row& row = GetParam();
  Text text;
  std::string got;
  for (const auto& mention : values_in(row.sentence, row.language, text))
    got += (got.empty() ? "" : "\n") + std::string(text.of(mention.span)) + " = " + dump(*mention.amount());
  EXPECT_EQ(got, row.values);
}
INSTANTIATE_TEST_SUITE_P(, FindValues, testing::ValuesIn(kRows), [](const auto& i) { return i.param.name; });

}  // namespace
}  // namespace gegenprobe::extract

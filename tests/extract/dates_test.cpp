// What the rules' own examples cannot say: how an expression leans on the rest of the text.
#include "extract/dates/dates.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/extract.h"
#include "extract/matching/rules.h"
#include "extract/text/text.h"

namespace gegenprobe::extract {
namespace {

std::string dump(const DateValue& date) {
  const auto day = [](const std::optional<Day>& d) { return d ? iso(*d) : "?"; };
  return day(date.from) + ".." + day(date.to) + " " + std::string(word(date.granularity));
}

struct Row {
  const char *name, *language, *published, *text, *dates;  // dates: "surface: value", one a line
};
const Row kRows[] = {
    {"WeekdayOfAReportIsPast", "de", "2025-10-07", "Das teilte der Konzern am Montag mit.",
     "Montag: 2025-10-06..2025-10-07 day"},
    {"WeekdayOfAPlanIsAhead", "de", "2025-10-07", "Der Aufsichtsrat will am Montag entscheiden.",
     "Montag: 2025-10-13..2025-10-14 day"},
    {"WordBeforeSaysMoreThanTense", "en", "2025-10-07", "Trading was halted until Monday.",
     "Monday: 2025-10-13..2025-10-14 day"},
    {"FromADayOnIsAsTheTenseSays", "de", "2025-10-07", "Von Montag an wird gestreikt.",
     "Montag: 2025-10-13..2025-10-14 day"},
    {"MonthsUpToAMonthAreOver", "de", "2025-10-07", "In den zwölf Monaten bis Juni stiegen die Preise.",
     "zwölf Monaten bis Juni: 2024-07-01..2025-07-01 year"},
    {"QuartersOfOneYear", "en", "2025-03-04", "Demand fell in the first, second and third quarters of 2023.",
     "first: 2023-01-01..2023-04-01 quarter\nsecond: 2023-04-01..2023-07-01 quarter\nthird quarters of 2023: "
     "2023-07-01..2023-10-01 quarter"},
    {"NextQuarterIsOfTheSameYear", "en", "2025-03-04",
     "Prices will recover in the third and fourth quarters, he said.",
     "third: 2025-07-01..2025-10-01 quarter\nfourth quarters: 2025-10-01..2026-01-01 quarter"},
    {"HalfAYearMore", "de", "2025-03-04", "Am 1. Mai 2020 begann es, anderthalb Jahre später war Schluss.",
     "1. Mai 2020: 2020-05-01..2020-05-02 day\nanderthalb Jahre später: 2021-07-01..2022-01-01 half"},
    {"MonthThatIsAVerb", "en", "2025-10-07",
     "The plant opened in mid-May and closed between mid-March and end-May.",
     "mid-May: 2025-05-01..2025-06-01 month\nmid-March and end-May: 2025-03-01..2025-06-01 span"},
    {"WeekToAWeekday", "en", "2025-10-07", "Funds averaged 4 percent in the week to Wednesday.",
     "week to Wednesday: 2025-09-25..2025-10-02 week"},
    {"SummerOfTheTextsYear", "de", "2025-10-07", "Im März 1994 begann es. In jenem Sommer war Schluss.",
     "März 1994: 1994-03-01..1994-04-01 month\njenem Sommer: 1994-06-01..1994-09-01 span"},
    {"WeekdayAndItsDate", "de", "2025-10-07", "Das hat die Bank am Montag (13.10.) vor.",
     "Montag: 2025-10-13..2025-10-14 day\n13.10.: 2025-10-13..2025-10-14 day"},
    {"WithoutPublicationNothingIsGuessed", "de", "", "Gestern, im Vorjahr und am 3. Mai.",
     "Gestern: ?..? day\nVorjahr: ?..? year\n3. Mai: ?..? day"},
    {"YearOfTheSentenceWithoutPublication", "en", "", "It opened on May 3, 2014, and closed on June 1.",
     "May 3, 2014: 2014-05-03..2014-05-04 day\nJune 1: 2014-06-01..2014-06-02 day"},
    {"YearBeforeThatOfTheSentence", "de", "2025-03-04",
     "Der Umsatz lag 2023 bei 5 Mrd. Euro nach 4 Mrd. im Vorjahr.",
     "2023: 2023-01-01..2024-01-01 year\nVorjahr: 2022-01-01..2023-01-01 year"},
    {"YearBeforePublication", "de", "2025-03-04", "Im Vorjahr waren es 4 Mrd. Euro.",
     "Vorjahr: 2024-01-01..2025-01-01 year"},
    {"SamePeriodAYearEarlier", "en", "2025-03-04",
     "Sales rose to $5bn in the fourth quarter of 2024 from $4bn a year earlier.",
     "fourth quarter of 2024: 2024-10-01..2025-01-01 quarter\na year earlier: 2023-10-01..2024-01-01 "
     "quarter"},
    {"YearEarlierTwiceIsOneYear", "en", "2025-03-04",
     "Profit compared with $4m a year earlier. Sales compared with $9m a year earlier.",
     "a year earlier: 2024-01-01..2025-01-01 year\na year earlier: 2024-01-01..2025-01-01 year"},
    {"HalfOfAMatchIsNone", "en", "2025-03-04",
     "The striker scored in the first half. City improved in the second half and won on Saturday.",
     "Saturday: 2025-03-01..2025-03-02 day"},
    {"EarlyInTheHalfOfAMatch", "en", "2025-03-04",
     "The striker scored early in the second half before the referee fell.", ""},
    {"HalfOfAGame", "en", "2025-03-04", "Nobody scored in the first half of Thursday's game.",
     "Thursday: 2025-02-27..2025-02-28 day"},
    {"PercentInYearsIsHowLong", "de", "2025-03-04", "Das ist ein Plus von 40 Prozent in zwölf Jahren.", ""},
    {"YearAtTheBeginningOfASentence", "de", "2011-02-22", "1953 kamen am Heiligen Abend viele um.",
     "1953: 1953-01-01..1954-01-01 year\nHeiligen Abend: 1953-12-24..1953-12-25 day"},
    {"LastYearAtTheBeginningOfASentence", "en", "2025-03-04",
     "In 2024, sales rose; the report comes on 5 March.",
     "2024: 2024-01-01..2025-01-01 year\n5 March: 2025-03-05..2025-03-06 day"},
    {"WentAheadIsPast", "en", "2005-02-10", "The concert went ahead after the 26 December flood.",
     "26 December: 2004-12-26..2004-12-27 day"},
    {"AheadOfADayIsAhead", "en", "2005-02-10", "He spoke out ahead of Sunday's vote.",
     "Sunday: 2005-02-13..2005-02-14 day"},
    {"HaveToIsNoPerfect", "en", "2005-02-10", "The move would have to go ahead in April.",
     "April: 2005-04-01..2005-05-01 month"},
    {"HalfOfResultsBesideOneWordOfMatches", "en", "2025-03-04", "A coach operator grew in the second half.",
     "second half: 2024-07-01..2025-01-01 half"},
    {"DayAfterWhatTheTextDoesNotDate", "en", "2025-03-04", "The following day he resigned.",
     "following day: ?..? day"},
    {"FollowingWithoutArticleIsAPreposition", "en", "2025-03-04", "Shares fell following Friday's losses.",
     "Friday: 2025-02-28..2025-03-01 day"},
    {"DaysAfterTheDayOfTheText", "en", "1987-03-02",
     "They meet on 9 March. On the following two days they talk.",
     "9 March: 1987-03-09..1987-03-10 day\nfollowing two days: 1987-03-10..1987-03-12 span"},
    {"WeeksDoNotCountFromAMonth", "en", "2025-03-04",
     "It was filed last month. Three weeks later it was approved.",
     "last month: 2025-02-01..2025-03-01 month\nThree weeks later: ?..? week"},
    {"MonthsCountFromADay", "de", "2025-03-04",
     "Am 29. März 2023 begann der Bau. Zwei Monate später ruhte er.",
     "29. März 2023: 2023-03-29..2023-03-30 day\nZwei Monate später: 2023-05-01..2023-06-01 month"},
    {"MonthsDoNotCountFromAYear", "de", "2025-03-04", "2014 begann der Bau. Zwei Monate später ruhte er.",
     "2014: 2014-01-01..2015-01-01 year\nZwei Monate später: ?..? month"},
    {"QuarterBeforeAQuarter", "en", "2025-03-04",
     "Sales fell in the fourth quarter of 2024 from 5 million three months earlier.",
     "fourth quarter of 2024: 2024-10-01..2025-01-01 quarter\n"
     "three months earlier: 2024-07-01..2024-10-01 quarter"},
    {"NextYearsThatWereSpent", "en", "2025-03-04", "She spent the next four years in Leipzig.",
     "next four years: ?..? span"},
    {"PastDecadeEndsNow", "en", "2025-03-04", "Prices doubled over the past decade.",
     "past decade: 2015-03-04..2025-03-04 span"},
    {"HolidayAsAReason", "en", "2005-02-10", "Due to the Thanksgiving holiday, the bank shut on Wednesday.",
     "Thanksgiving: 2004-11-25..2004-11-26 day\nWednesday: 2005-02-09..2005-02-10 day"},
    {"DatelineBeforeToday", "en", "1987-03-18", "LONDON, March 18 - Today's cut came early.",
     "March 18: 1987-03-18..1987-03-19 day\nToday: 1987-03-18..1987-03-19 day"},
    {"BroughtForwardIsNoRange", "en", "2020-12-18", "Support now ends early: it went from 2029 to 2021.",
     "2029: 2029-01-01..2030-01-01 year\n2021: 2021-01-01..2022-01-01 year"},
    {"PostponedIsNoRange", "en", "1987-06-16", "It has delayed its flotation from 1988 to 1990.",
     "1988: 1988-01-01..1989-01-01 year\n1990: 1990-01-01..1991-01-01 year"},
    {"LevelOfAYearIsNoRange", "en", "1987-03-19", "Growth will recover next year to the 1986 level.",
     "next year: 1988-01-01..1989-01-01 year\n1986: 1986-01-01..1987-01-01 year"},
    {"DaysThatAStretchLasts", "en", "2025-03-04", "It lasted 64 days from March 1, 2024 to May 3, 2024.",
     "March 1, 2024 to May 3, 2024: 2024-03-01..2024-05-04 span"},
    {"YearsFromAYearAreHowLong", "en", "2025-03-04", "It will save 20 million euros a year from 2027.",
     "2027: 2027-01-01..2028-01-01 year"},
    {"MonthBeforeThatOfTheSentenceBefore", "de", "2025-11-06",
     "Die Produktion fiel im September. Das ist ein Prozent weniger als im Vormonat.",
     "September: 2025-09-01..2025-10-01 month\nVormonat: 2025-08-01..2025-09-01 month"},
    {"CompanysOwnYearFromItsHalf", "en", "2005-02-17",
     "Profit in the six months ending 31 December rose. Growth will slow in the second half.",
     "six months ending 31 December: 2004-07-01..2005-01-01 half\nsecond half: 2005-01-01..2005-07-01 half"},
    {"CompanysOwnYearFromItsEnd", "en", "2005-02-07",
     "Sales for the year to March will fall. For the full year, profit will be lower.",
     "year to March: 2004-04-01..2005-04-01 year\nfull year: 2004-04-01..2005-04-01 year"},
    {"FiscalYearInTwoCalendarYears", "de", "2024-11-20",
     "Im Ende September abgelaufenen Geschäftsjahr stieg der Gewinn. Im Geschäftsjahr 2022/23 war er "
     "gefallen.",
     "Ende September abgelaufenen Geschäftsjahr: 2023-10-01..2024-10-01 year\n"
     "Geschäftsjahr 2022/23: 2022-10-01..2023-10-01 year"},
    {"FiscalYearWhoseEndNobodyTells", "de", "2024-11-20", "Im Geschäftsjahr 2022/23 war er gefallen.",
     "Geschäftsjahr 2022/23: ?..? year"},
    {"YearBeforeThatOfTheResults", "de", "2025-03-04",
     "Der Konzern hat das Jahr 2024 mit Gewinn abgeschlossen. Im Vorjahr war es ein Verlust.",
     "Jahr 2024: 2024-01-01..2025-01-01 year\nVorjahr: 2023-01-01..2024-01-01 year"},
    {"YearComparedWithIsNotThatOfTheResults", "en", "2025-03-04",
     "Sales rose in 2024. They had been $3bn in 2023. Costs fell from the previous year.",
     "2024: 2024-01-01..2025-01-01 year\n2023: 2023-01-01..2024-01-01 year\n"
     "previous year: 2023-01-01..2024-01-01 year"},
    {"YearBeforeAForecast", "de", "2025-03-04",
     "Das Jahr 2024 war gut. Der Umsatz soll auf 5 Mrd. Euro steigen nach 4 Mrd. Euro im Vorjahr.",
     "Jahr 2024: 2024-01-01..2025-01-01 year\nVorjahr: 2024-01-01..2025-01-01 year"},
    {"YearEarlierIsThatOfTheResultsNotOfTheMonth", "de", "2025-03-04",
     "2024 sank der Gewinn. Im Mai war gewarnt worden. Ein Jahr zuvor waren es 7 Mrd. Euro.",
     "2024: 2024-01-01..2025-01-01 year\nMai: 2024-05-01..2024-06-01 month\n"
     "Ein Jahr zuvor: 2023-01-01..2024-01-01 year"},
    {"RangeOfAReportIsPast", "de", "2025-03-06", "Von Oktober bis Dezember erzielte die Firma Gewinne.",
     "Oktober bis Dezember: 2024-10-01..2025-01-01 span"},
    {"NobodyLeavesOutAYearThatIsFarAhead", "en", "2025-02-28",
     "The fires that swept the city in January will cost insurers billions.",
     "January: 2025-01-01..2025-02-01 month"},
    {"ArticleBetweenPrepositionAndDate", "de", "2025-05-22",
     "Seit dem 25. April kann dort niemand bestellen.", "25. April: 2025-04-25..2025-04-26 day"},
    {"PlanThatWasMade", "en", "2025-02-27", "That beats what the firm had forecast in August.",
     "August: 2024-08-01..2024-09-01 month"},
    {"LineOfACalendarIsAhead", "de", "2025-02-12", "14.10. - 15.10.",
     "14.10. - 15.10.: 2025-10-14..2025-10-16 span"},
    {"DayFirstByAnotherDateOfTheText", "en", "2025-11-06",
     "It ran from 25/12/2024 and was renewed on 3/4/2025.",
     "25/12/2024: 2024-12-25..2024-12-26 day\n3/4/2025: 2025-04-03..2025-04-04 day"},
    {"DayFirstByTheSpelling", "en", "2025-11-06", "The programme cost £3. It was cancelled on 3/4/2025.",
     "3/4/2025: 2025-04-03..2025-04-04 day"},
    {"MonthFirstWhereNothingSpeaksAgainst", "en", "2025-11-06", "It was canceled on 3/4/2025.",
     "3/4/2025: 2025-03-04..2025-03-05 day"},
    {"WeekdayOfAWeekAway", "de", "2025-10-07", "am Mittwoch in zwei Wochen",
     "Mittwoch in zwei Wochen: 2025-10-22..2025-10-23 day"},
    {"BusinessYearOfWholeWeeks", "en", "2025-05-21", "Profit jumped in the year to 29 March.",
     "year to 29 March: 2024-04-01..2025-04-01 year"},
    {"SamePeriodIsNotThatOfTheComparison", "en", "1987-03-04",
     "In February sales fell from year-earlier figures. Exports fell more than in the same period last year.",
     "February: 1987-02-01..1987-03-01 month\nyear-earlier: 1986-02-01..1986-03-01 month\n"
     "same period last year: 1986-02-01..1986-03-01 month"},
    {"PassiveOfAPlan", "en", "1987-03-11", "The notes will be redeemed May 15.",
     "May 15: 1987-05-15..1987-05-16 day"},
    {"PastTenseOfThePlanOnly", "en", "1987-06-15", "They agreed on two shipments in August.",
     "August: 1987-08-01..1987-09-01 month"},
    {"QuarterWhoseResultsAreToCome", "en", "1987-03-04",
     "It said it would take a loss in the fourth quarter.", "fourth quarter: 1986-10-01..1987-01-01 quarter"},
    {"MovedToADayAhead", "en", "2025-03-20", "The state rescheduled its vote to June 2.",
     "June 2: 2025-06-02..2025-06-03 day"},
    {"VerschobenAuf", "de", "2025-03-20", "Die Bahn hat den Termin auf den 12. Juli verschoben.",
     "12. Juli: 2025-07-12..2025-07-13 day"},
    {"MonthBeforeIsNotThatBeforeAYear", "en", "2025-09-30",
     "The party won in 2025. It raised more than in the previous month.",
     "2025: 2025-01-01..2026-01-01 year\nprevious month: 2025-08-01..2025-09-01 month"},
    {"SurnameIsNoWeekday", "de", "2025-09-30", "Die Abgeordnete Dagmar Freitag fragte nach.", ""},
    {"RangeToAWeekday", "en", "2025-10-08", "The shop will be closed from next Monday to Friday.",
     "next Monday to Friday: 2025-10-13..2025-10-18 span"},
    {"QuarterThatIsOver", "de", "2025-11-06", "Im dritten Quartal schrumpfte die Produktion.",
     "dritten Quartal: 2025-07-01..2025-10-01 quarter"},
    {"RangeCountsBothEnds", "en", "2025-11-06", "from January to March 2024",
     "January to March 2024: 2024-01-01..2024-04-01 span"},
    {"RangeOverTheTurnOfTheYear", "en", "2025-11-06", "between November and February 2017",
     "November and February 2017: 2016-11-01..2017-03-01 span"},
    {"PartOfAPartOfAPart", "de", "2025-11-06", "Ende des dritten Quartals des vergangenen Jahres",
     "Ende des dritten Quartals des vergangenen Jahres: 2024-07-01..2024-10-01 quarter"},
    {"HeadingWithoutFullStop", "en", "2025-11-06", "Profit falls in 2024\n\nMore follows.",
     "2024: 2024-01-01..2025-01-01 year"},
    {"YearApartFromItsDay", "de", "2025-11-06", "Das Urteil vom 27. 11. 2015 gilt.",
     "27. 11. 2015: 2015-11-27..2015-11-28 day"},
    {"HowLongIsNotWhen", "en", "2025-11-06",
     "It was the biggest gain in nine years, and shares fell 12% in two days.", ""},
    {"HistoryStaysInItsChapter", "de", "2011-02-16",
     "1861\n\nEin Gesetz von 1850 galt, wie 1820, 1832, 1846 und 1848.\n\nIm November wurde gewählt, "
     "anders als 1854, 1856, 1857, 1858.",
     "1861: 1861-01-01..1862-01-01 year\n1850: 1850-01-01..1851-01-01 year\n"
     "1820: 1820-01-01..1821-01-01 year\n1832: 1832-01-01..1833-01-01 year\n"
     "1846: 1846-01-01..1847-01-01 year\n1848: 1848-01-01..1849-01-01 year\n"
     "November: 1861-11-01..1861-12-01 month\n1854: 1854-01-01..1855-01-01 year\n"
     "1856: 1856-01-01..1857-01-01 year\n1857: 1857-01-01..1858-01-01 year\n"
     "1858: 1858-01-01..1859-01-01 year"},
    {"FolgejahrFollowsWhatWasTold", "de", "2025-11-06",
     "2012 sank der Gewinn auf 5 Millionen Euro. Im Folgejahr stieg er.",
     "2012: 2012-01-01..2013-01-01 year\nFolgejahr: 2013-01-01..2014-01-01 year"},
    {"MonthIsNamedForTheEnd", "de", "2026-03-10", "Die Messe läuft vom 28. bis zum 2. April.",
     "28. bis zum 2. April: 2026-03-28..2026-04-03 span"},
    {"MonthIsNamedForTheEndToo", "en", "2026-01-10", "It was shut from the 27th to the 3rd of January 2025.",
     "27th to the 3rd of January 2025: 2024-12-27..2025-01-04 span"},
    {"SoManyYearsAgoToday", "de", "2026-03-10",
     "Heute vor 25 Jahren fiel die Entscheidung, gestern vor einer Woche der Rest.",
     "Heute vor 25 Jahren: 2001-03-10..2001-03-11 day\ngestern vor einer Woche: 2026-03-02..2026-03-03 day"},
    {"WeekFromTomorrow", "de", "2026-03-10", "Morgen in einer Woche öffnet der Laden.",
     "Morgen in einer Woche: 2026-03-18..2026-03-19 day"},
    {"TodayBehindAStretchIsToday", "de", "2026-03-10", "Anders als vor vier Wochen heute mehr Gäste.",
     "vor vier Wochen: 2026-02-10..2026-02-11 day\nheute: 2026-03-10..2026-03-11 day"},
    {"WeekdayOfRelationAndItsDate", "en", "2026-03-10", "The vote takes place this Friday, March 13.",
     "this Friday, March 13: 2026-03-13..2026-03-14 day"},
    {"WeekdayOfRelationAndItsDateToo", "de", "2026-03-10",
     "Das sagte er am vergangenen Freitag, den 6. März.",
     "vergangenen Freitag, den 6. März: 2026-03-06..2026-03-07 day"},
    {"MonthsInARow", "en", "2026-03-10", "The plant was shut in May and June.",
     "May: 2025-05-01..2025-06-01 month\nJune: 2025-06-01..2025-07-01 month"},
    {"MayIsNoVerbWithinASentence", "en", "2026-06-10", "Prices rose 0.2 percent in May from April.",
     "May: 2026-05-01..2026-06-01 month\nApril: 2026-04-01..2026-05-01 month"},
    {"WeekdaysInARow", "de", "2026-03-10", "Die Filialen waren Dienstag und Mittwoch zu.",
     "Dienstag: 2026-03-10..2026-03-11 day\nMittwoch: 2026-03-11..2026-03-12 day"},
    {"DeliveryIsToCome", "en", "2026-03-10",
     "Brent crude for May delivery rose 2 percent, gold for delivery in June fell.",
     "May: 2026-05-01..2026-06-01 month\nJune: 2026-06-01..2026-07-01 month"},
    {"DeliveryIsToComeToo", "de", "2026-03-10", "Öl der Sorte Brent zur Lieferung im Mai verteuerte sich.",
     "Mai: 2026-05-01..2026-06-01 month"},
    {"WithinIsADateOfWhatComes", "de", "2026-03-10",
     "Die Ware wird innerhalb von zwei Wochen geliefert. Der Preis stieg innerhalb von zwei Wochen.",
     "zwei Wochen: 2026-03-10..2026-03-24 span"},
    {"WithinMayHoldForAllTimes", "en", "2026-03-10", "The planet circles its star within 40 days.", ""},
    {"WeekOfDaysIsTheDays", "de", "2026-03-10", "Sie tagt in der Woche vom 6. bis 10. April.",
     "6. bis 10. April: 2026-04-06..2026-04-11 span"},
    {"FollowingWeekdayOfTheText", "en", "2026-03-25",
     "It shut on 3 March. It opened on the following Monday.",
     "3 March: 2026-03-03..2026-03-04 day\nfollowing Monday: 2026-03-09..2026-03-10 day"},
    {"DaysOfALastComma", "de", "2026-01-10", "Er tagt am 11., 18., und 25. März.",
     "11.: 2026-03-11..2026-03-12 day\n18.: 2026-03-18..2026-03-19 day\n25. März: 2026-03-25..2026-03-26 "
     "day"},
    {"WeekdaysOfAWeek", "en", "2026-03-10", "They meet from Tuesday to Thursday next week.",
     "Tuesday to Thursday next week: 2026-03-17..2026-03-20 span"},
    {"WeekdaysOfAWeekInGerman", "de", "2026-03-10", "Sie tagen von Dienstag bis Donnerstag nächster Woche.",
     "Dienstag bis Donnerstag nächster Woche: 2026-03-17..2026-03-20 span"},
    {"WeekdayOrTheNext", "en", "2026-03-10", "Results are due next Tuesday or Wednesday.",
     "next Tuesday: 2026-03-17..2026-03-18 day\nWednesday: 2026-03-18..2026-03-19 day"},
    {"DateAndItsWeekday", "de", "2026-03-10", "Gewählt wird am 24. März (Dienstag).",
     "24. März: 2026-03-24..2026-03-25 day\nDienstag: 2026-03-24..2026-03-25 day"},
    {"QuarterOrTheNext", "en", "2026-03-10", "It is due in the first or second quarter of next year.",
     "first: 2027-01-01..2027-04-01 quarter\nsecond quarter of next year: 2027-04-01..2027-07-01 quarter"},
    {"TelephoneIsNoYear", "en", "2026-03-10", "Call +86 2010-2015-86.", ""},
    {"LastNightIsYesterday", "en", "2026-03-10", "The shares closed last night and opened this morning.",
     "last night: 2026-03-09..2026-03-10 day\nthis morning: 2026-03-10..2026-03-11 day"},
    {"DayAndItsWeekday", "de", "2026-03-10",
     "Am morgigen Mittwoch tagt der Rat, heute Dienstag der Vorstand.",
     "morgigen Mittwoch: 2026-03-11..2026-03-12 day\nheute Dienstag: 2026-03-10..2026-03-11 day"},
    {"LastMonthsOfAYearBehindThem", "de", "2026-03-10", "In den letzten drei Monaten 2025 sank der Gewinn.",
     "letzten drei Monaten 2025: 2025-10-01..2026-01-01 quarter"},
    {"NextMorningIsOfTheText", "de", "2026-03-25", "Am 3. März brannte es. Am nächsten Morgen war es kalt.",
     "3. März: 2026-03-03..2026-03-04 day\nnächsten Morgen: 2026-03-04..2026-03-05 day"},
    {"MisterMarchIsNoMonth", "de", "2026-03-10", "Das sagte Herr März am Dienstag.",
     "Dienstag: 2026-03-10..2026-03-11 day"},
    {"YearBeforeAVerb", "en", "2026-03-10", "Although 2005 may not be the year, it ends.",
     "2005: 2005-01-01..2006-01-01 year"},
    {"EndIsANounOfItsOwn", "en", "2026-03-10", "It came to an emotional end this afternoon.",
     "this afternoon: 2026-03-10..2026-03-11 day"},
    {"WaitingIsNoLaterTime", "de", "2026-03-10", "Sie haben 40 Jahre darauf gewartet.", ""},
    {"SeasonsOfOneYear", "en", "1987-03-10", "A summer or autumn 1987 ballot is likely.",
     "summer: 1987-06-01..1987-09-01 span\nautumn 1987: 1987-09-01..1987-12-01 span"},
    {"OddsAreNoDays", "en", "2026-03-10", "The odds went from 4/1 to 5/2.", ""},
    {"EndIsAVerb", "en", "2026-03-10", "The talks are due to end Friday.",
     "Friday: 2026-03-13..2026-03-14 day"},
    {"DaysOfTheNearerMonth", "de", "2026-04-01", "Ich bin vom 4. bis zum 23. weg.",
     "4. bis zum 23.: 2026-04-04..2026-04-24 span"},
    {"DaysOfTheMonthThatIsOver", "de", "2026-04-01", "Er war vom 4. bis zum 23. weg.",
     "4. bis zum 23.: 2026-03-04..2026-03-24 span"},
    {"NumberOfANameIsNoDay", "en", "2020-04-10",
     "COVID-19 may spread, COVID-19, may return, he said last month.",
     "last month: 2020-03-01..2020-04-01 month"},
    {"PastVerbOfOtherLists", "en", "2019-10-16", "In mid-August, the government lowered its forecast.",
     "mid-August: 2019-08-01..2019-09-01 month"},
    {"PassiveWithAnAdverb", "en", "2026-03-10", "Galaxy will be formally introduced in June.",
     "June: 2026-06-01..2026-07-01 month"},
    {"MonthOfANounIsNotOfTheTense", "en", "2026-03-22",
     "February is expected to show an increase after a January gain.",
     "February: 2026-02-01..2026-03-01 month\nJanuary: 2026-01-01..2026-02-01 month"},
    {"SinceTheEndIsPast", "de", "2026-05-27", "Die Stadt, die seit Ende April erschüttert wird, leidet.",
     "Ende April: 2026-04-01..2026-05-01 month"},
    {"UpToATimeThatIsOver", "en", "2026-03-19", "Stocks climbed to 2 million tonnes by the end of January.",
     "end of January: 2026-01-01..2026-02-01 month"},
    {"UpToATimeThatComes", "en", "2026-03-19", "The ministers agreed to cut tariffs by the end of June.",
     "end of June: 2026-06-01..2026-07-01 month"},
    {"PartsOfMonthsOfOneSummer", "de", "2026-11-19", "Sie haben von Mitte Juli bis Mitte August gearbeitet.",
     "Mitte Juli bis Mitte August: 2026-07-01..2026-09-01 span"},
    {"PlanIsNoPlanToCome", "en", "2026-03-17",
     "Korea unveiled the plan in November. It plans to close in November.",
     "November: 2025-11-01..2025-12-01 month\nNovember: 2026-11-01..2026-12-01 month"},
    {"SecondNameIsNoMonth", "de", "2026-03-17", "Das schrieb Heinrich August Winkler im Mai.",
     "Mai: 2026-05-01..2026-06-01 month"},
    {"HistoryGoesOnWithItsClauses", "en", "2011-02-16",
     "In 1861 the mill was built, as in 1850, 1854, 1856, 1857, 1858, 1859 and 1860. A rival opened further "
     "up the river in 1862. In November it burned down. In January it stood again. Papers found in 1990 told "
     "of the fire. In May the owner died.",
     "1861: 1861-01-01..1862-01-01 year\n1850: 1850-01-01..1851-01-01 year\n"
     "1854: 1854-01-01..1855-01-01 year\n1856: 1856-01-01..1857-01-01 year\n"
     "1857: 1857-01-01..1858-01-01 year\n1858: 1858-01-01..1859-01-01 year\n"
     "1859: 1859-01-01..1860-01-01 year\n1860: 1860-01-01..1861-01-01 year\n"
     "1862: 1862-01-01..1863-01-01 year\nNovember: 1862-11-01..1862-12-01 month\n"
     "January: 1863-01-01..1863-02-01 month\n1990: 1990-01-01..1991-01-01 year\n"
     "May: 1863-05-01..1863-06-01 month"},
    {"HistoryIsWhereAYearIsToldAgain", "en", "2011-02-16",
     "In 1861 the mill was built, as in 1850, 1854, 1856, 1857, 1858, 1859 and 1860. They drew plans for a "
     "wing of 1865. Nothing came of the plans of 1865 at first. The first of the works of 1865 was a shed. "
     "It burned down in May. The trial lasted from December 1865 to February 1866. The owner died in April.",
     "1861: 1861-01-01..1862-01-01 year\n1850: 1850-01-01..1851-01-01 year\n"
     "1854: 1854-01-01..1855-01-01 year\n1856: 1856-01-01..1857-01-01 year\n"
     "1857: 1857-01-01..1858-01-01 year\n1858: 1858-01-01..1859-01-01 year\n"
     "1859: 1859-01-01..1860-01-01 year\n1860: 1860-01-01..1861-01-01 year\n"
     "1865: 1865-01-01..1866-01-01 year\n1865: 1865-01-01..1866-01-01 year\n"
     "1865: 1865-01-01..1866-01-01 year\nMay: 1865-05-01..1865-06-01 month\n"
     "December 1865 to February 1866: 1865-12-01..1866-03-01 span\n"
     "April: 1866-04-01..1866-05-01 month"},
};

TEST(OwnYear, IsThatOfTheCompanyTheTextIsAbout) {
  const auto rules = *builtin_rules();
  ingest::Document document;
  document.language = "de";
  document.text = "Siemens hat das Geschäftsjahr 2023/24 gut abgeschlossen. Im Vorjahr war es schlechter.";
  document.normalised = ingest::normalise(document.text);
  document.published = parse_day("2024-11-14");
  std::string found;
  for (const auto& mention : extract(document, *rules).mentions)
    if (const auto* date = mention.date())
      found += std::string(mention.span.of(document.text)) + ": " + dump(*date) + "\n";
  EXPECT_EQ(found,
            "Geschäftsjahr 2023/24: 2023-10-01..2024-10-01 year\nVorjahr: 2022-10-01..2023-10-01 year\n");
}

class DatesOfAText : public testing::TestWithParam<Row> {};
TEST_P(DatesOfAText, Row) {
  const Row& row = GetParam();
  const auto rules = *builtin_rules();
  const std::string source = row.text;
  const Text text = text_of(source, row.language, *rules);
  std::vector<Mention> mentions;
  DateFinder finder(text, parse_day(row.published));
  for (const auto& sentence : text.sentences) finder.find(sentence, mentions);
  std::string found;
  for (const auto& mention : mentions)
    found += (found.empty() ? "" : "\n") + std::string(text.of(mention.span)) + ": " + dump(*mention.date());
  EXPECT_EQ(found, row.dates);
}
INSTANTIATE_TEST_SUITE_P(Rows, DatesOfAText, testing::ValuesIn(kRows),
                         [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace gegenprobe::extract

// The specification of the comparison: one row, one rule. Each row is compared in both directions.
#include "store/compare.h"

#include <gtest/gtest.h>

#include "claim_words.h"
#include "store/in_words.h"

namespace gegenprobe::store {
namespace {

struct Row {
  const char *name, *a, *b, *verdict;  // of not_comparable with its part: "not_comparable period"
};

const Row kRows[] = {
    // ---- rounding: a figure stands for all that would be printed like it -------------------------------
    {"SameFigure", "Brandner | revenue | 5,5 Mrd EUR | 2024", "Brandner | revenue | 5,5 Mrd EUR | 2024",
     "agrees"},
    {"SameFigureOtherScaleWord", "Silvaron | revenue | 850 Mio EUR | 2024",
     "Silvaron | revenue | 0.85 bn EUR | 2024", "agrees"},
    {"SameFigureOtherLanguage", "Kito | investment | 2 Billionen JPY | bis 2030",
     "Kito | investment | 2 trillion JPY | bis 2030", "agrees"},
    {"ThousandMilliardenAreATrillion", "Hoshi | investment | 1000 Mrd USD",
     "Hoshi | investment | 1 trillion USD", "agrees"},
    {"FinerFigureInsideCoarser", "Brandner | revenue | 5,5 Mrd EUR | 2024",
     "Brandner | revenue | 5.52 bn EUR | 2024", "agrees"},
    {"LowestThatRoundsUp", "Brandner | revenue | 5,5 Mrd EUR | 2024",
     "Brandner | revenue | 5.45 bn EUR | 2024", "agrees"},
    {"JustBelowWhatRoundsUp", "Brandner | revenue | 5,5 Mrd EUR | 2024",
     "Brandner | revenue | 5.449 bn EUR | 2024", "differs"},
    {"HalfOpenAtTheTop", "Brandner | revenue | 5,5 Mrd EUR | 2024",
     "Brandner | revenue | 5.550 bn EUR | 2024", "agrees"},
    {"AboveTheTop", "Brandner | revenue | 5,5 Mrd EUR | 2024", "Brandner | revenue | 5.5501 bn EUR | 2024",
     "differs"},
    {"NeighboursWithOneDecimalDiffer", "Brandner | revenue | 5,5 Mrd EUR | 2024",
     "Brandner | revenue | 5.6 bn EUR | 2024", "differs"},
    {"NeighboursWhereDoublesFail", "Brandner | revenue | 2,5 Mrd EUR | 2024",
     "Brandner | revenue | 2.6 bn EUR | 2024", "differs"},
    {"NeighboursBelowOne", "Brandner | dividend | 0,28 EUR | 2024", "Brandner | dividend | 0.29 EUR | 2024",
     "differs"},
    {"PrintedZeroCounts", "Auer | sales_volume | 9,03 Mio vehicle | 2024",
     "Auer | sales_volume | 9,0 Mio vehicle | 2024", "agrees"},
    {"PrintedZeroNarrows", "Auer | sales_volume | 9,06 Mio vehicle | 2024",
     "Auer | sales_volume | 9,0 Mio vehicle | 2024", "differs"},
    {"WholeBillionsAreCoarse", "Auer | revenue | 5 Mrd EUR | 2024", "Auer | revenue | 5.4 bn EUR | 2024",
     "agrees"},
    {"CountsAreToTheUnit", "Hoya | job_cuts | 900 job | 2024", "Hoya | job_cuts | 901 job | 2024", "differs"},
    {"RatioJustUnder", "Auer | revenue | 100 Mio EUR | 2024", "Auer | revenue | 119 million EUR | 2024",
     "differs"},
    {"RatioOnePointTwo", "Auer | revenue | 100 Mio EUR | 2024", "Auer | revenue | 120 million EUR | 2024",
     "contradicts"},
    {"RatioFar", "Hochbau | deal_value | 5,5 Mrd EUR | 2024", "Hochbau | deal_value | 7.1 bn EUR | 2024",
     "contradicts"},
    {"TransposedDigits", "Orchard | profit | 2.4 bn USD | 2024-Q2", "Orchard | profit | 4.2 bn USD | 2024-Q2",
     "contradicts"},
    {"NothingAgainstSomething", "Auer | dividend | 0 EUR | 2024", "Auer | dividend | 3 EUR | 2024",
     "contradicts"},

    // ---- what is told for comparison, and what no longer holds --------------------------------------------
    {"BaseAgainstToday", "Auer | revenue | 4,1 Mrd EUR | earlier time", "Auer | revenue | 4,1 Mrd EUR",
     "not_comparable period"},
    {"BaseAgainstAYear", "Auer | revenue | 4,1 Mrd EUR | earlier time", "Auer | revenue | 4,1 Mrd EUR | 2025",
     "not_comparable period"},
    {"BaseThatIsDated", "Auer | revenue | 4,1 Mrd EUR | 2024 | earlier time",
     "Auer | revenue | 4,1 Mrd EUR | 2024", "agrees"},
    {"FormerPlanAgainstTheNewOne", "Auer | profit | 350 Mio EUR | expected | 2025 | former plan",
     "Auer | profit | 350 Mio EUR | expected | 2025", "not_comparable modality"},
    {"OneFormerPlanTwice", "Auer | profit | 350 Mio EUR | expected | 2025 | former plan",
     "Auer | profit | 350 Mio EUR | expected | 2025 | former plan", "agrees"},

    // ---- qualifiers are intervals ----------------------------------------------------------------------
    {"AboutCoversTheNeighbour", "Auer | revenue | rund 1,5 Mrd EUR | 2024",
     "Auer | revenue | 1.58 bn EUR | 2024", "agrees"},
    {"AboutDoesNotCoverAll", "Auer | revenue | rund 1,5 Mrd EUR | 2024", "Auer | revenue | 1.7 bn EUR | 2024",
     "differs"},
    {"AboutOfAFineFigure", "Auer | revenue | about 1.512 bn EUR | 2024",
     "Auer | revenue | 1,56 Mrd EUR | 2024", "agrees"},
    {"AboutARoundThousand", "Hoya | headcount | rund 1000 job | 2024", "Hoya | headcount | 1040 job | 2024",
     "agrees"},
    {"AboutBothWays", "Auer | revenue | about 500 million EUR | 2024",
     "Auer | revenue | 489 million EUR | 2024", "agrees"},
    {"AlmostReachesDown", "Lg | deal_value | knapp 6 Billionen KRW | 2025",
     "Lg | deal_value | 5,96 Billionen KRW | 2025", "agrees"},
    {"AlmostStaysBelow", "Thalmeier | revenue | knapp 2,5 Mrd EUR | 2024",
     "Thalmeier | revenue | 2,8 Mrd EUR | 2024", "differs"},
    {"AlmostIsNotMore", "Thalmeier | revenue | nearly 2.50 bn EUR | 2024",
     "Thalmeier | revenue | 2.52 bn EUR | 2024", "differs"},
    {"AlmostAndTheFigureItself", "Thalmeier | revenue | nearly 2.5 bn EUR | 2024",
     "Thalmeier | revenue | 2,5 Mrd EUR | 2024", "agrees"},
    {"AtLeastIsOpenUpwards", "Nimbus | funding | at least 2 bn USD | 2025",
     "Nimbus | funding | 2.3 bn USD | 2025", "agrees"},
    {"AtLeastHoldsItsBound", "Nimbus | dividend | mindestens 1,50 EUR | 2024",
     "Nimbus | dividend | 1.50 EUR | 2024", "agrees"},
    {"AtLeastIsClosedDownwards", "Nimbus | funding | mindestens 2 Mrd USD | 2025",
     "Nimbus | funding | 1.4 bn USD | 2025", "contradicts"},
    {"MoreThanNarrowlyMissed", "Aldine | sales_volume | more than 4 million vehicle | 2024",
     "Aldine | sales_volume | 3.8 million vehicle | 2024", "differs"},
    {"MoreThanAndRounding", "Halden | market_cap | mehr als 1 Billionen USD | 2024-08-28",
     "Halden | market_cap | 1,0 Billionen USD | 2024-08-28", "agrees"},
    {"JustOver", "Lindenau > Werft | stake | 25,1 % | 2024", "Lindenau > Werft | stake | gut 25 % | 2024",
     "agrees"},
    {"MoreThanMeetsUpToAtTheBound", "Auer | fine | more than 5 million EUR | 2024",
     "Auer | fine | bis zu 5 Mio EUR | 2024", "differs"},
    {"AtLeastMeetsUpToAtTheBound", "Auer | fine | at least 5 million EUR | 2024",
     "Auer | fine | bis zu 5 Mio EUR | 2024", "agrees"},
    {"UpToHoldsLess", "Auer | fine | bis zu 50 Mio EUR | 2024", "Auer | fine | 30 million EUR | 2024",
     "agrees"},
    {"UpToExceeded", "Auer | fine | bis zu 50 Mio EUR | 2024", "Auer | fine | 85 million EUR | 2024",
     "contradicts"},
    {"LessThanLeavesItsBoundOut", "Auer | fine | less than 50 million EUR | 2024",
     "Auer | fine | at least 50 million EUR | 2024", "differs"},
    {"SameUpperBound", "Brackley | job_cuts | up to 500 job | 2025",
     "Brackley | job_cuts | bis zu 500 job | 2025", "agrees"},
    {"OtherUpperBound", "Brackley | job_cuts | up to 500 job | 2025",
     "Brackley | job_cuts | bis zu 900 job | 2025", "contradicts"},
    {"TwoLowerBoundsAreCompatible", "Nimbus | funding | more than 2 bn USD | 2025",
     "Nimbus | funding | mehr als 3 Mrd USD | 2025", "agrees"},
    {"BetweenHoldsWhatLiesInside", "Auer | investment | zwischen 600 und 700 Mio EUR | 2024",
     "Auer | investment | 640 million EUR | 2024", "agrees"},
    {"BetweenRoundsItsEnds", "Auer | investment | between 2 and 3 bn EUR | 2024",
     "Auer | investment | 3,4 Mrd EUR | 2024", "agrees"},
    {"BetweenMissed", "Auer | investment | between 600 and 700 million EUR | 2024",
     "Auer | investment | 760 Mio EUR | 2024", "differs"},
    {"SameRange", "Ora | funding | zwischen 5 und 7 Billionen USD | 2024",
     "Ora | funding | between 5 and 7 trillion USD | 2024", "agrees"},
    {"MagnitudeHoldsTheFigure", "Fenwick | costs | magnitude 100 to 999.999999 million GBP | 2025",
     "Fenwick | costs | rund 240 Mio GBP | 2025", "agrees"},
    {"MagnitudeMissed", "Fenwick | costs | magnitude 100 to 999.999999 million GBP | 2025",
     "Fenwick | costs | 2,4 Mrd GBP | 2025", "contradicts"},
    {"MagnitudeHasNoDigitsToSlip", "Fenwick | costs | Größenordnung 1 und 999 Mio GBP | 2025",
     "Fenwick | costs | 3,5 Mrd GBP | 2025", "contradicts"},

    // ---- slips of scale --------------------------------------------------------------------------------
    {"BillionBecameBillionen", "Mobira | fine | 1.8 bn EUR | 2024-03-04",
     "Mobira | fine | 1,8 Billionen EUR | 2024-03-04", "scale_suspect"},
    {"MilliardenBecameTrillion", "Nordland | damage | 1,7 Mrd EUR | 2024",
     "Nordland | damage | 1.7 trillion EUR | 2024", "scale_suspect"},
    {"TrillionBecameMilliarden", "Nadir | market_cap | 3.34 trillion USD | 2024-06-18",
     "Nadir | market_cap | 3,34 Mrd USD | 2024-06-18", "scale_suspect"},
    {"MillionBecameBillion", "Ridgemont > Cobb | acquisition_price | 75 million USD",
     "Ridgemont > Cobb | acquisition_price | 75 bn USD", "scale_suspect"},
    {"MillionenBecameMrd", "Sundlinie | fine | 45 Mio EUR", "Sundlinie | fine | 45 Mrd EUR", "scale_suspect"},
    {"ThousandDotReadAsDecimalPoint", "Hafen | sales_volume | 4800 tonne | 2024",
     "Hafen | sales_volume | 4,8 tonne | 2024", "scale_suspect"},
    {"AMillionTimes", "Boreal | debt | 53.9 million USD | 2024", "Boreal | debt | 53,9 Billionen USD | 2024",
     "scale_suspect"},
    {"SlipWithRounding", "Boreal | debt | 53.9 bn USD | 2024", "Boreal | debt | 54 trillion USD | 2024",
     "scale_suspect"},
    {"SlipOfCoarseFigures", "Boreal | debt | 5 bn USD | 2024", "Boreal | debt | 5.4 trillion USD | 2024",
     "scale_suspect"},
    {"CoarseSlipOnTrustIsNone", "Nadir | funding | 4 Mrd USD | 2026-02-11",
     "Nadir | funding | 4.5 trillion USD", "not_comparable period"},
    {"WorthMovesByTheDay", "Nadir | market_cap | 4 Mrd USD | 2026-02-11",
     "Nadir | market_cap | 4.5 trillion USD | @2025-11-30 B", "scale_suspect"},
    {"WorthOfAnUnknownDayMayHaveGrown", "Nadir | market_cap | 4 Mrd USD | 2026-02-11",
     "Nadir | market_cap | 4.5 trillion USD", "not_comparable period"},
    {"GainsOfWorthAreMany", "Nadir | market_cap | 4 Mrd USD | increase",
     "Nadir | market_cap | 4.5 trillion USD | increase", "not_comparable period"},
    {"WorthMovesLessThanAHundredfold", "Nadir | market_cap | 45 Mrd USD | 2026-02-11",
     "Nadir | market_cap | 4.5 trillion USD", "not_comparable period"},
    {"CoarseSlipWithoutTrust", "Nadir | market_cap | 4 Mrd USD | 2026-02-11",
     "Nadir | market_cap | 4.5 trillion USD | 2026-02-11", "scale_suspect"},
    {"OtherDigitsAreNoSlip", "Boreal | debt | 53.9 bn USD | 2024", "Boreal | debt | 71 trillion USD | 2024",
     "contradicts"},
    {"AHundredTimesIsNoSlip", "Boreal | debt | 53.9 bn USD | 2024",
     "Boreal | debt | 5.39 trillion USD | 2024", "contradicts"},
    {"SlipUnderAQualifier", "Meridian | investment | rund 65 Mrd USD | 2025",
     "Meridian | investment | about 65 trillion USD | 2025", "scale_suspect"},
    {"SlipIsNotHiddenByAnOpenBound", "Halden | market_cap | mehr als 1 Mrd USD | 2024-08-28",
     "Halden | market_cap | 1,0 Billionen USD | 2024-08-28", "scale_suspect"},
    {"SlipIsNotHiddenByUpTo", "Auer | investment | bis zu 20 Billionen EUR | 2025",
     "Auer | investment | up to 20 bn EUR | 2025", "scale_suspect"},
    {"SlipOfARange", "Ora | funding | between 5 and 7 trillion USD | 2024",
     "Ora | funding | zwischen 5 und 7 Mrd USD | 2024", "scale_suspect"},
    {"SlipBetweenForecastAndResult", "Auer | revenue | 5,5 Mrd EUR | 2024 | expected | @2024-02-01",
     "Auer | revenue | 5,5 Billionen EUR | 2024 | @2025-02-01", "scale_suspect"},
    {"SlipInOneText", "Sundlinie | fine | 45 Mio EUR | article 1.1",
     "Sundlinie | fine | 45 Mrd EUR | article 1.1", "scale_suspect"},
    {"LargeAndRight", "Samwon | revenue | 258,9 Billionen KRW | 2023",
     "Samwon | revenue | 258.94 trillion KRW | 2023", "agrees"},
    {"SlipInOtherYearIsNone", "Auer | revenue | 5,5 Mrd EUR | 2023",
     "Auer | revenue | 5,5 Billionen EUR | 2024", "not_comparable period"},
    {"NearlyTheSameDigitsAreNoSlip", "Kredithaus | fine | 75 Mio EUR | 2024",
     "Kredithaus | fine | 74 Mrd EUR | 2024", "contradicts"},
    {"SlipOfAnotherMetricIsNone", "Auer | revenue | 5,5 Mrd EUR | 2024", "Auer | profit | 5,5 Mio EUR | 2024",
     "not_comparable metric"},

    // ---- who -------------------------------------------------------------------------------------------
    {"LegalFormDoesNotCount", "Leonhart AG | revenue | 5 Mrd EUR | 2024",
     "Leonhart | revenue | 5 bn EUR | 2024", "agrees"},
    {"OtherLegalFormEither", "Leonhart SE & Co. KGaA | revenue | 5 Mrd EUR | 2024",
     "LEONHART SE | revenue | 5 bn EUR | 2024", "agrees"},
    {"EnglishLegalForm", "Harwell Foods plc | profit | 1.3 bn USD | 2023",
     "Harwell Foods | profit | 1,3 Mrd USD | 2023", "agrees"},
    {"DiacriticsDoNotCount", "Tannhäuser Hotels AG | loss | 18 Mio EUR | 2024",
     "Tannhauser Hotels | loss | 18 million EUR | 2024", "agrees"},
    {"SharpS", "Weiß GmbH | revenue | 3 Mio EUR | 2024", "WEISS GMBH | revenue | 3 Mio EUR | 2024", "agrees"},
    {"SimilarNameLonger", "Siemens | revenue | 75 Mrd EUR | 2024",
     "Siemens Energy | revenue | 34 Mrd EUR | 2024", "not_comparable subject"},
    {"SimilarNameOtherWord", "Deutsche Bank | profit | 4 Mrd EUR | 2024",
     "Deutsche Bahn | loss | 2 Mrd EUR | 2024", "not_comparable subject"},
    {"AmpersandBelongsToTheName", "Merten KGaA | revenue | 21 Mrd EUR | 2024",
     "Merten & Co. | revenue | 60 Mrd EUR | 2024", "not_comparable subject"},
    {"GroupBelongsToTheName", "Hansa Group | revenue | 21 Mrd EUR | 2024",
     "Hansa | revenue | 60 Mrd EUR | 2024", "not_comparable subject"},
    {"Subsidiary", "Alphabet | revenue | 350 bn USD | 2024", "YouTube | revenue | 36 bn USD | 2024",
     "not_comparable subject"},
    {"NobodyNamed", "- | revenue | 350 bn USD | 2024", "- | revenue | 350 bn USD | 2024",
     "not_comparable subject"},

    // ---- which figure ----------------------------------------------------------------------------------
    {"OrdersAreNotRevenue", "Turmbau | deal_value | 2,7 Mrd EUR | 2024",
     "Turmbau | revenue | 2,7 Mrd EUR | 2024", "not_comparable metric"},
    {"ProfitAndLossOfOneFigure", "Gainsford | profit | 45 million GBP | 2023",
     "Gainsford | loss | 45 Mio GBP | 2023", "contradicts"},
    {"ProfitAndLossOfOneDay", "Gainsford | profit | 45 million GBP | @2024-02-01 A",
     "Gainsford | loss | 45 Mio GBP | @2024-02-02 B", "contradicts"},
    {"ProfitAndLossBeforeAndAfterTax", "Gainsford | profit | 45 million GBP | 2023",
     "Gainsford | loss | 12 Mio GBP | 2023", "not_comparable metric"},
    {"ProfitAndLossOfOneDigit", "Gainsford | profit | 1 bn GBP | 2023", "Gainsford | loss | 1 Mrd GBP | 2023",
     "not_comparable metric"},
    {"ProfitAndLossOfTwoYears", "Gainsford | profit | 45 million GBP | 2023",
     "Gainsford | loss | 45 Mio GBP | 2022", "not_comparable period"},
    {"ResultOfAYearToComeHasNotBeenTold", "Auer | revenue | 5,5 Mrd EUR | 2031",
     "Auer | revenue | 5,5 Mrd EUR | @2024-11-15 B", "not_comparable period"},
    {"ResultOfAYearLongOverIsNotMeant", "Auer | revenue | 5,5 Mrd EUR | 2019",
     "Auer | revenue | 5,5 Mrd EUR | @2024-11-15 B", "not_comparable period"},
    {"ResultOfTheYearBeforeMayBeMeant", "Auer | revenue | 5,5 Mrd EUR | 2023",
     "Auer | revenue | 5,5 Mrd EUR | @2024-11-15 B", "agrees"},
    {"ForecastOfAYearToCome", "Auer | revenue | 5,5 Mrd EUR | 2026 | expected",
     "Auer | revenue | 5,5 Mrd EUR | expected | @2024-11-15 B", "agrees"},
    {"ProfitAndLossOfAnUnsaidYear", "Gainsford | profit | 45 million GBP | 2023",
     "Gainsford | loss | 45 Mio GBP | @2024-02-02 B", "not_comparable metric"},
    {"ProfitBeforeTaxAndLoss", "Gainsford | profit/pre_tax | 45 million GBP | 2023",
     "Gainsford | loss | 45 Mio GBP | 2023", "not_comparable metric"},
    {"ProfitExpectedAndLoss", "Gainsford | profit | 45 million GBP | 2023 | expected | @2023-03-01",
     "Gainsford | loss | 45 Mio GBP | 2023 | @2024-03-01", "not_comparable metric"},
    {"ProfitToldAsRevenue", "Gainsford | profit | 45 million GBP | 2023",
     "Gainsford | revenue | 45 Mio GBP | 2023", "not_comparable metric"},
    {"WorthOnTheExchangeAndToInvestors", "Lumenis | market_cap | 730 bn EUR | 2026-03-05",
     "Lumenis | valuation | 700 bn EUR | 2026-03-05", "not_comparable metric"},
    {"WorthOfOneFigure", "Lumenis | market_cap | 700 bn EUR | @2026-03-05 A",
     "Lumenis | valuation | 700 Mrd EUR | @2026-04-20 B", "agrees"},
    {"WorthOfAnUnknownDay", "Lumenis | market_cap | 700 million EUR",
     "Lumenis | valuation | 700 Mrd EUR | @2026-03-05 B", "not_comparable metric"},
    {"WorthThatSlipped", "Lumenis | market_cap | 700 million EUR | @2025-03-05 A",
     "Lumenis | valuation | 700 Mrd EUR | @2026-03-05 B", "scale_suspect"},
    {"WorthThatGrew", "Lumenis | market_cap | 700 million EUR | @2017-03-05 A",
     "Lumenis | valuation | 700 Mrd EUR | @2026-03-05 B", "not_comparable metric"},
    {"PriceAndContract", "Auer > Cobb | acquisition_price | 3,2 Mrd USD | @2024-07-01 A",
     "Auer > Cobb | deal_value | 3.9 bn USD | @2024-07-01 B", "not_comparable metric"},
    {"PriceAndContractOfOneFigure", "Auer > Cobb | acquisition_price | 3,2 Mrd USD | @2024-07-01 A",
     "Cobb > Auer | deal_value | 3.2 bn USD | @2024-07-01 B", "agrees"},
    {"PriceAndContractOfCoarseFigures", "Auer > Cobb | acquisition_price | 6 Mrd USD | @2024-07-01 A",
     "Auer > Cobb | deal_value | 5.67 bn USD | @2024-07-01 B", "not_comparable metric"},
    {"PriceAndContractThatSlipped", "Auer > Cobb | acquisition_price | 3,2 Mrd USD | @2024-07-01 A",
     "Auer > Cobb | deal_value | 3.2 million USD | @2024-07-01 B", "scale_suspect"},
    {"CorrectionUnderAnotherName", "Auer > Cobb | acquisition_price | 3,2 Mrd USD | @2024-07-01 A",
     "Auer > Cobb | deal_value | 4.2 bn USD | corrected | @2024-07-02", "not_comparable metric"},
    {"OperatingAndNet", "Rheinblech | operating_profit | 900 Mio EUR | 2024",
     "Rheinblech | profit | 500 Mio EUR | 2024", "not_comparable metric"},
    {"CutsAreNotHeadcount", "Oderwerk | job_cuts | 3000 job | 2025", "Oderwerk | headcount | 3000 job | 2025",
     "not_comparable metric"},
    {"KindNotUnderstoodSameFigure", "Auer | other | 13 Mrd EUR | 2024", "Auer | other | 13 bn EUR | 2024",
     "agrees"},
    {"KindNotUnderstoodOtherFigure", "Auer | other | 13 Mrd EUR | 2024", "Auer | other | 15 bn EUR | 2024",
     "not_comparable metric"},
    {"KindUnderstoodByItsVariant", "Auer | other/backlog | 13 Mrd EUR | 2024",
     "Auer | other/backlog | 15 bn EUR | 2024", "differs"},
    {"TooFarApartForOneKind", "Nadir | profit | 73 bn USD | 2024", "Nadir | profit | 138 USD | 2024",
     "not_comparable value"},
    {"AdjustedAgainstReported", "Auer | profit/adjusted | 5 Mrd EUR | 2024",
     "Auer | profit/reported | 4 bn EUR | 2024", "not_comparable variant"},
    {"AdjustedAgainstNothingSaid", "Auer | profit/adjusted | 5 Mrd EUR | 2024",
     "Auer | profit | 4 bn EUR | 2024", "not_comparable variant"},
    {"AdjustedAgainstTheSameFigure", "Auer | profit/adjusted | 5,1 Mrd EUR | 2024",
     "Auer | profit | 5.1 bn EUR | 2024", "agrees"},
    {"SegmentAgainstWhole", "Auer | revenue/segment:cloud | 5,1 Mrd EUR | 2024",
     "Auer | revenue | 5.1 bn EUR | 2024", "not_comparable variant"},
    {"SameSegment", "Auer | revenue/segment:cloud | 5,1 Mrd EUR | 2024",
     "Auer | revenue/segment:cloud | 6.9 bn EUR | 2024", "contradicts"},
    {"RegionAgainstRegion", "Auer | revenue/region:china | 5 Mrd EUR | 2024",
     "Auer | revenue/region:us | 5 Mrd EUR | 2024", "not_comparable variant"},
    {"IncreaseAgainstLevel", "Kranbau | profit | 80 Mio EUR | 2023 | increase",
     "Kranbau | profit | 80 million EUR | 2023", "not_comparable role"},
    {"IncreaseAgainstDecrease", "Kranbau | profit | 8 % | 2023 | increase",
     "Kranbau | profit | 8 % | 2023 | decrease", "not_comparable role"},
    {"IncreaseAgainstIncrease", "Belle | revenue | 12 % | 2024 | increase",
     "Belle | revenue | 12 % | 2024 | increase", "agrees"},
    {"PercentAgainstPoints", "Ashgrove | market_share | 2,9 % | 2024 | decrease",
     "Ashgrove | market_share | 2.9 pp | 2024 | decrease", "not_comparable unit"},
    {"PointsAgainstPoints", "Ashgrove | market_share | 2,9 pp | 2024 | decrease",
     "Ashgrove | market_share | 2.6 pp | 2024 | decrease", "differs"},
    {"OtherCurrency", "Ludlow | revenue | 420 million GBP | 2024", "Ludlow | revenue | 500 Mio EUR | 2024",
     "not_comparable unit"},
    {"CurrencyLeftOutSameFigure", "Ludlow | revenue | 420 million GBP | 2024",
     "Ludlow | revenue | 420 million | 2024", "agrees"},
    {"CurrencyLeftOutOtherFigure", "Ludlow | revenue | 420 million GBP | 2024",
     "Ludlow | revenue | 600 million | 2024", "not_comparable unit"},
    {"PeopleAreCounted", "Zaf | job_cuts | 11000 job | 2024", "Zaf | job_cuts | 11000 employee | 2024",
     "agrees"},
    {"PiecesAreNot", "Zaf | sales_volume | 11000 vehicle | 2024", "Zaf | sales_volume | 11000 tonne | 2024",
     "not_comparable unit"},
    {"PercentAgainstMoney", "Ludlow | revenue | 12 % | 2024", "Ludlow | revenue | 12 Mio EUR | 2024",
     "not_comparable unit"},
    {"NoUnitAtAll", "Ludlow | revenue | 12 million | 2024", "Ludlow | revenue | 12 million | 2024",
     "not_comparable unit"},
    {"FigureNotUnderstood", "Ludlow | revenue | 2024", "Ludlow | revenue | 12 Mio EUR | 2024",
     "not_comparable value"},

    // ---- the other side of a deal ----------------------------------------------------------------------
    {"OtherPartner", "Lumenis > AMD | deal_value | 30 Mrd USD | 2025",
     "Lumenis > Nvidia | deal_value | 30 Mrd USD | 2025", "not_comparable counterparty"},
    {"SamePartner", "Meridian > CoreWeave | deal_value | 2.2 bn USD | 2025",
     "Meridian > CoreWeave Inc. | deal_value | 30 bn USD | 2025", "contradicts"},
    {"PartnerNamedByOneSameFigure", "Lumenis > AMD | deal_value | 30 Mrd USD | 2025",
     "Lumenis | deal_value | 30 bn USD | 2025", "agrees"},
    {"PartnerNamedByOneOtherFigure", "Lumenis > AMD | deal_value | 30 Mrd USD | 2025",
     "Lumenis | deal_value | 100 bn USD | 2025", "not_comparable counterparty"},
    {"PartnerNamedByOneSlip", "Lumenis > AMD | deal_value | 30 Mrd USD | 2025",
     "Lumenis | deal_value | 30 trillion USD | 2025", "scale_suspect"},
    {"ToldFromTheOtherSide", "Lg > Tesla | deal_value | 6 Billionen KRW | 2025",
     "Tesla > Lg | deal_value | 6 trillion KRW | 2025", "agrees"},
    {"WhoBoughtWhomMisread", "Adler > Skyparts | acquisition_price | 2,4 Mrd EUR | 2024",
     "Skyparts > Adler | acquisition_price | 2.4 bn EUR | 2024", "agrees"},
    {"AStakeHasOnlyOneDirection", "Rhein > Ostsee | stake | 30 % | 2025",
     "Ostsee > Rhein | stake | 30 % | 2025", "not_comparable subject"},
    {"StakeInTheSameCompany", "Ferrante > Rheinkredit AG | stake | 30 % | 2024",
     "Ferrante > Rheinkredit | stake | 49 % | 2024", "contradicts"},
    {"RevenueHasNoOtherSide", "Auer > Tesla | revenue | 6 Mrd EUR | 2025", "Auer | revenue | 6 bn EUR | 2025",
     "agrees"},

    // ---- what time -------------------------------------------------------------------------------------
    {"OtherYear", "Assekuranz | dividend | 2,20 EUR | 2023", "Assekuranz | dividend | 2,20 EUR | 2024",
     "not_comparable period"},
    {"QuarterAgainstYear", "Velanta | operating_profit | 1.9 bn GBP | 2024-H1",
     "Velanta | operating_profit | 1,9 Mrd GBP | 2024", "not_comparable period"},
    {"SameQuarter", "Kupfer | profit | 118 Mio EUR | 2024-Q3",
     "Kupfer | profit | 118 million EUR | 2024-07..2024-09", "agrees"},
    {"DayInsideQuarter", "Corvex | share_price | 71.40 USD | 2024-09-18",
     "Corvex | share_price | 71,40 USD | 2024-Q3", "not_comparable period"},
    {"ClosingPricesOfTwoDays", "Rhenus | share_price | 48,20 EUR | 2025-03-11",
     "Rhenus | share_price | 48,20 EUR | 2025-03-14", "not_comparable period"},
    {"SameFiscalYear", "Oldham | revenue | 3.4 bn GBP | fiscal 2023-07..2024-06",
     "Oldham | revenue | 2.6 bn GBP | fiscal 2023-07..2024-06", "contradicts"},
    {"FiscalAgainstCalendar", "Oldham | revenue | 3.4 bn GBP | fiscal 2023-10..2024-09",
     "Oldham | revenue | 3,4 Mrd GBP | 2024", "not_comparable period"},
    {"FiscalYearThatMayBeTheCalendarsSame", "Oldham | revenue | 3.4 bn GBP | fiscal 2024",
     "Oldham | revenue | 3,4 Mrd GBP | 2024", "agrees"},
    {"FiscalYearThatMayNotBeTheCalendars", "Oldham | revenue | 3.4 bn GBP | fiscal 2024",
     "Oldham | revenue | 4,6 Mrd GBP | 2024", "not_comparable period"},
    {"SameHorizon", "Rwa | investment | 55 Mrd EUR | bis 2030", "Rwa | investment | 55 bn EUR | 2024..2030",
     "agrees"},
    {"OtherHorizon", "Rwa | investment | 55 Mrd EUR | bis 2030", "Rwa | investment | 55 bn EUR | bis 2035",
     "not_comparable period"},
    {"NoPeriodOneStory", "Frisch | damage | 15 Mio EUR | @2024-07-01 A",
     "Frisch | damage | 22 million EUR | @2024-07-02 B", "contradicts"},
    {"NoPeriodOneOfManyDebts", "Auer | debt | 150 Mio USD | @2024-07-01 A",
     "Auer | debt | 220 million USD | @2024-07-02 B", "not_comparable period"},
    {"NoPeriodSameDebt", "Auer | debt | 150 Mio USD | @2024-07-01 A",
     "Auer | debt | 150 million USD | @2024-07-02 B", "agrees"},
    {"NoPeriodOneOfManyContracts", "Auer | deal_value | 150 Mio USD | @2024-07-01 A",
     "Auer | deal_value | 220 million USD | @2024-07-02 B", "not_comparable period"},
    {"NoPeriodContractWithOnePartner", "Auer > Cobb | deal_value | 150 Mio USD | @2024-07-01 A",
     "Auer > Cobb | deal_value | 220 million USD | @2024-07-02 B", "contradicts"},
    {"NoPeriodAndFarApart", "Auer | headcount | 2000 employee | @2024-07-01 A",
     "Auer | headcount | 109000 employee | @2024-07-02 B", "not_comparable value"},
    {"PeriodOnOneSideOfMany", "Auer | debt | 150 Mio USD | 2024 | @2024-07-01 A",
     "Auer | debt | 220 million USD | @2024-07-02 B", "not_comparable period"},
    {"PricesOfProducts", "Auer | price | 2250 USD | 2024", "Auer | price | 2800 USD | 2024",
     "not_comparable period"},
    {"StakeInNobodyNamed", "Auer | stake | 17 % | @2024-07-01 A", "Auer | stake | 30 % | @2024-07-02 B",
     "not_comparable period"},
    {"StakeAndTheRest", "Auer > Cobb | stake | 55 % | 2024", "Auer > Cobb | stake | 45 % | 2024",
     "not_comparable metric"},
    {"StakeThatIsToBeBought", "Auer > Cobb | stake | 10 % | @2024-07-01 A",
     "Auer > Cobb | stake | 51 % | expected | @2024-07-02 B", "not_comparable modality"},
    {"SentenceNamesNoCompany", "Auer | revenue | 5 Mrd EUR | 2024 | of the text's company",
     "Auer | revenue | 7 bn EUR | 2024", "not_comparable subject"},
    {"SentenceNamesNoCompanyAndAgrees", "Auer | revenue | 5 Mrd EUR | 2024 | of the text's company",
     "Auer | revenue | 5 bn EUR | 2024", "agrees"},
    {"SentenceNamesNoCompanyAndSlips", "Auer | revenue | 5,4 Mrd EUR | 2024 | of the text's company",
     "Auer | revenue | 5.4 million EUR | 2024", "scale_suspect"},
    {"PeriodOfANeighbour", "Auer | revenue | 5 Mrd EUR | 2024 | period assumed",
     "Auer | revenue | 7 bn EUR | 2024", "not_comparable period"},
    {"MonthAgainstYear", "Auer | revenue | 1.3 bn EUR | 2024", "Auer | revenue | 23.8 bn EUR | 2024",
     "not_comparable value"},
    {"DigitLost", "Auer | revenue | 2.4 bn EUR | 2024", "Auer | revenue | 24 bn EUR | 2024", "contradicts"},
    {"LeadAgainstZinc", "Auer | sales_volume | 110000 tonne | 2024",
     "Auer | sales_volume | 413800 tonne | 2024", "not_comparable value"},
    {"PriceForEachShare", "Auer > Cobb | acquisition_price | 34 USD | @2024-07-01 A",
     "Auer > Cobb | acquisition_price | 50 USD | @2024-07-02 B", "not_comparable unit"},
    {"OfferRaisedSince", "Auer > Cobb | acquisition_price | 3,2 Mrd USD | @2024-07-01 A",
     "Auer > Cobb | acquisition_price | 4.2 bn USD | @2024-07-12 B", "not_comparable period"},
    {"OfferOfOneDay", "Auer > Cobb | acquisition_price | 3,2 Mrd USD | @2024-07-01 A",
     "Auer > Cobb | acquisition_price | 4.2 bn USD | @2024-07-01 B", "contradicts"},
    {"NoMoreThanPossible", "Auer | fine | 3 Mrd USD | possible | @2024-07-01 A",
     "Auer | fine | 10.5 bn USD | @2024-07-02 B", "not_comparable modality"},
    {"ChangesSinceNobodySaysWhen", "Auer | headcount | 12 % | increase | @2024-07-01 A",
     "Auer | headcount | 30 % | increase | @2024-07-02 B", "not_comparable period"},
    {"DoneAndYetToCome", "Auer | funding | 150 Mio USD | 2030 | @2024-06-01 A",
     "Auer | funding | 250 million USD | 2030 | @2024-07-02 B", "not_comparable period"},
    {"YearThatIsNotOver", "Auer | revenue | 150 Mio EUR | 2024 | @2024-07-01 A",
     "Auer | revenue | 250 million EUR | 2024 | @2024-09-02 B", "not_comparable period"},
    {"SentenceNamesNoCompanyAndIsNear", "Auer | profit | 206,1 Mio EUR | 2024 | of the text's company",
     "Auer | profit | 206.3 million EUR | 2024", "differs"},
    {"CorrectionOfOneOfManyDebts", "Auer | debt | 250 Mio EUR | @2024-07-01 A",
     "Auer | debt | 65 million EUR | corrected | @2024-07-16", "not_comparable period"},
    {"SharesOfSomething", "Auer | costs | 50 % | 2024", "Auer | costs | 20 % | 2024",
     "not_comparable metric"},
    {"SharesOfTheMarket", "Auer | market_share | 50 % | 2024", "Auer | market_share | 20 % | 2024",
     "contradicts"},
    {"OneDigitIsNoSlipWithoutTime", "Auer | headcount | more than 100 employee",
     "Auer | headcount | more than 100000 employee | @2024-07-02 B", "not_comparable period"},
    {"TwoDigitsAreASlipWithoutTime", "Auer | headcount | 110 employee",
     "Auer | headcount | 110000 employee | @2024-07-02 B", "scale_suspect"},
    {"OneDigitOfABillion", "Auer | loss | 5 bn USD", "Auer | loss | 5 trillion USD | @2024-07-02 B",
     "scale_suspect"},
    {"SegmentInOneRegion", "Auer | revenue/adjusted segment:cloud region:china | 5,1 Mrd EUR | 2024",
     "Auer | revenue/segment:cloud region:china | 5.1 bn EUR | 2024", "agrees"},
    {"RevenueOfAnHourIsNotThatOfAYear", "Auer | revenue/per_hour | 44 m USD | 2024",
     "Auer | revenue | 44 bn USD | 2024", "not_comparable variant"},
    {"RevenueOfARegionIsNotTheWhole", "Auer | revenue/region:china | 5,1 Mrd EUR | 2024",
     "Auer | revenue | 5.1 bn EUR | 2024", "not_comparable variant"},
    {"RegionAgainstNothingSaid", "Auer | headcount/region:germany | 7400 employee | 2024",
     "Auer | headcount | 18500 employee | 2024", "not_comparable variant"},
    {"RegionAgainstTheSameFigure", "Auer | headcount/region:germany | 7400 employee | 2024",
     "Auer | headcount | 7400 employee | 2024", "agrees"},
    {"StretchFromTheDayOfPublication",
     "Auer | investment | 18 bn USD | 2025-06-24..2028-06-23 | expected | @2025-06-24",
     "Auer | investment | 18 bn USD | 2025-06-25..2028-06-24 | expected | @2025-06-25", "agrees"},
    {"UmlautSpelledOut", "Rübenau AG | revenue | 2 Mrd EUR | 2024", "Ruebenau AG | revenue | 2 bn EUR | 2024",
     "agrees"},
    {"NoPeriodTwoStories", "Frisch | damage | 15 Mio EUR | @2022-07-01 A",
     "Frisch | damage | 22 million EUR | @2024-07-02 B", "not_comparable period"},
    {"NoPeriodAndNoDay", "Frisch | damage | 15 Mio EUR", "Frisch | damage | 22 million EUR",
     "not_comparable period"},
    {"NoPeriodRangesThatMeet", "Ora | revenue | more than 125 bn USD | @2025-03-27",
     "Ora | revenue | 500 Mrd USD | @2025-09-27", "not_comparable period"},
    {"NoPeriodSameBound", "Ora | revenue | more than 125 bn USD | @2025-03-27",
     "Ora | revenue | mehr als 125 Mrd USD | @2025-09-27", "agrees"},
    {"NoPeriodSameFigure", "Ridgemont > Cobb | acquisition_price | 75 Mio USD",
     "Ridgemont > Cobb | acquisition_price | 75 million USD", "agrees"},
    {"ResultsWithoutPeriodAWeekApart", "Auer | revenue | 5,5 Mrd EUR | @2025-02-27",
     "Auer | revenue | 7.1 bn EUR | @2025-03-01", "contradicts"},
    {"ResultsWithoutPeriodAMonthApart", "Auer | revenue | 5,5 Mrd EUR | @2025-02-27",
     "Auer | revenue | 7.1 bn EUR | @2025-03-27", "not_comparable period"},
    {"ResultWithAndWithoutPeriod", "Auer | revenue | 5,5 Mrd EUR | 2024 | @2025-02-27",
     "Auer | revenue | 1.4 bn EUR | @2025-02-27", "not_comparable period"},
    {"ResultWithAndWithoutPeriodSameFigure", "Auer | revenue | 5,5 Mrd EUR | 2024 | @2025-02-27",
     "Auer | revenue | 5.5 bn EUR | @2025-02-27", "agrees"},
    {"ResultWithAndWithoutPeriodSlip", "Auer | revenue | 5,5 Mrd EUR | 2024 | @2025-02-27",
     "Auer | revenue | 5.5 trillion EUR | @2025-02-27", "scale_suspect"},
    {"EventWithAndWithoutPeriod", "Dunmore | job_cuts | 2500 job | 2025 | @2025-02-18",
     "Dunmore | job_cuts | 4000 job | @2025-02-19", "contradicts"},
    {"EventWithAndWithoutPeriodYearsLater", "Dunmore | job_cuts | 2500 job | 2025 | @2025-02-18",
     "Dunmore | job_cuts | 4000 job | @2027-02-19", "not_comparable period"},
    {"PriceWithoutPeriodOfThatDay", "Corvex | share_price | 71.40 USD | 2024-09-18 | @2024-09-18",
     "Corvex | share_price | 75,10 USD | @2024-09-18", "differs"},
    {"PriceWithoutPeriodOfLater", "Corvex | share_price | 71.40 USD | 2024-09-18 | @2024-09-18",
     "Corvex | share_price | 75,10 USD | @2024-09-23", "not_comparable period"},
    {"TwoFiguresInOneText", "Auer > Cobb | acquisition_price | 2 Mrd EUR | 2024 | article 1.1",
     "Auer > Cobb | acquisition_price | 3 Mrd EUR | 2024 | article 1.1", "not_comparable variant"},

    // ---- forecasts -------------------------------------------------------------------------------------
    {"ForecastMet", "Leonhart | investment | zwischen 600 und 700 Mio EUR | 2024 | expected | @2024-03-07",
     "Leonhart | investment | 640 Mio EUR | 2024 | @2025-03-06", "forecast_met"},
    {"ForecastBeaten", "Vireo | revenue | 3.0 bn USD | 2024 | expected | @2024-01-31",
     "Vireo | revenue | 3,6 Mrd USD | 2024 | @2025-01-29", "forecast_met"},
    {"ForecastMissed", "Vireo | revenue | 3.0 bn USD | 2024 | expected | @2024-01-31",
     "Vireo | revenue | 2,6 Mrd USD | 2024 | @2025-01-29", "forecast_missed"},
    {"FloorMissed", "Weser | dividend | mindestens 1,50 EUR | 2024 | expected | @2024-05-23",
     "Weser | dividend | 0.90 EUR | 2024 | @2025-05-22", "forecast_missed"},
    {"LossLargerThanForecast", "Lakeland | loss | up to 50 million EUR | 2024 | expected | @2024-05-22",
     "Lakeland | loss | 85 Mio EUR | 2024 | @2025-03-19", "forecast_missed"},
    {"LossSmallerThanForecast", "Lakeland | loss | 50 million EUR | 2024 | expected | @2024-05-22",
     "Lakeland | loss | 25 Mio EUR | 2024 | @2025-03-19", "forecast_met"},
    {"SmallerDropThanForecast", "Auer | revenue | 8 % | 2024 | decrease | expected | @2024-05-22",
     "Auer | revenue | 5 % | 2024 | decrease | @2025-03-19", "forecast_met"},
    {"LargerDropThanForecast", "Auer | revenue | 5 % | 2024 | decrease | expected | @2024-05-22",
     "Auer | revenue | 8 % | 2024 | decrease | @2025-03-19", "forecast_missed"},
    {"PossibleIsAForecastToo", "Ora | loss | 10 bn USD | 2025 | possible | @2025-08-18",
     "Ora | loss | 12 Mrd USD | 2025 | @2026-02-01", "forecast_missed"},
    {"ForecastOfUnknownDay", "Vireo | revenue | 3.0 bn USD | 2024 | expected",
     "Vireo | revenue | 2,0 Mrd USD | 2024", "forecast_missed"},
    {"ForecastForOtherYear", "Vireo | revenue | 3.0 bn USD | 2025 | expected | @2024-01-31",
     "Vireo | revenue | 2,6 Mrd USD | 2024 | @2025-01-29", "not_comparable period"},
    {"SameForecast", "Quillon | revenue | 820 million USD | 2025 | expected | @2025-03-04",
     "Quillon | revenue | 820 Mio USD | 2025 | expected | @2025-03-05", "agrees"},
    {"TwoReportsOfOneForecast", "Ostrava | revenue | 5,0 Mrd EUR | 2025 | expected | @2025-02-18 A",
     "Ostrava | revenue | 7,5 Mrd EUR | 2025 | expected | @2025-02-18 B", "contradicts"},
    {"LaterForecast", "Ostrava | revenue | 5,0 Mrd EUR | 2025 | expected | @2025-02-18",
     "Ostrava | revenue | 4,2 Mrd EUR | 2025 | expected | @2025-07-30", "differs"},
    {"LaterPlan", "Ostrava | investment | 30 Mrd EUR | bis 2030 | expected | @2025-02-18",
     "Ostrava | investment | 20 Mrd EUR | bis 2030 | expected | @2025-07-30", "superseded"},
    {"LaterPlanOfUnknownTime", "Ostrava | investment | 30 Mrd EUR | expected | @2025-02-18",
     "Ostrava | investment | 20 Mrd EUR | expected | @2025-07-30", "not_comparable period"},
    {"ForecastAndResultInOneText",
     "Sumer | revenue | between 4 and 8 % | 2024 | increase | expected | @2024-11-14 | article 1.1",
     "Sumer | revenue | 3 % | 2024 | increase | @2024-11-14 | article 1.1", "forecast_missed"},
    {"ForecastToldWithTheResult",
     "Sumer | revenue | between 4 and 8 % | 2024 | increase | expected | @2025-02-14 A",
     "Sumer | revenue | 3 % | 2024 | increase | @2025-02-14 B", "forecast_missed"},
    {"ForecastRangeBeaten",
     "Rolland | operating_profit | between 2.1 and 2.2 bn GBP | 2024 | expected | @2024-08-01",
     "Rolland | operating_profit | 2.4 bn GBP | 2024 | @2025-02-27", "forecast_met"},
    {"ConfirmedForecast", "Ostrava | revenue | 5,0 Mrd EUR | 2025 | expected | @2025-02-18",
     "Ostrava | revenue | 5,0 Mrd EUR | 2025 | expected | @2025-07-30", "agrees"},
    {"PlanToldInThePresentTense", "Hoya | job_cuts | 900 job | expected | @2024-09-17",
     "Hoya | job_cuts | 900 job | @2024-09-18", "agrees"},
    {"PlanToldWithAnotherFigure", "Hoya | job_cuts | 900 job | 2025 | expected | @2024-09-17",
     "Hoya | job_cuts | 1400 job | 2025 | @2024-09-18", "contradicts"},
    {"PlanAndOutcomeWithoutPeriod", "Hoya | job_cuts | 900 job | expected | @2024-09-17",
     "Hoya | job_cuts | 900 job | @2025-09-18", "forecast_met"},
    {"EstimateAgainstReport", "Ora | revenue | 5 bn USD | 2024 | estimated",
     "Ora | revenue | 5,5 Mrd USD | 2024", "agrees"},

    // ---- what replaces what ----------------------------------------------------------------------------
    {"CorrectionOfTheSameOutlet", "Glenmoor | acquisition_price | 2.9 bn USD | @2024-08-13 Market Wire",
     "Glenmoor | acquisition_price | 1.9 bn USD | corrected | @2024-08-14 Market Wire", "superseded"},
    {"CorrectionInAnUnknownOutlet", "Glenmoor | acquisition_price | 2.9 bn USD | @2024-08-13 Market Wire",
     "Glenmoor | acquisition_price | 1.9 bn USD | corrected | @2024-08-14", "superseded"},
    {"UpdatedText", "Frisch | damage | 15 Mio EUR | @2024-07-01 Tagespost",
     "Frisch | damage | 22 Mio EUR | @2024-07-02 Tagespost | corrected text", "superseded"},
    {"UpdatedTextOfAnotherOutlet", "Frisch | damage | 15 Mio EUR | @2024-07-01 Tagespost",
     "Frisch | damage | 22 Mio EUR | @2024-07-02 Kurier | corrected text", "contradicts"},
    {"CorrectionOfABound", "Vauwe | job_cuts | more than 53000 job | 2030 | @2024-12-20 Blitz",
     "Vauwe | job_cuts | more than 35000 job | 2030 | corrected | @2024-12-21 Blitz", "superseded"},
    {"CorrectedSlip", "Glenmoor | fine | 2.9 trillion USD | @2024-08-13 Market Wire",
     "Glenmoor | fine | 2.9 bn USD | corrected | @2024-08-14 Market Wire", "superseded"},
    {"CorrectionThatKeepsTheFigure", "Glenmoor | fine | 2.9 bn USD | @2024-08-13 Market Wire",
     "Glenmoor | fine | 2.9 bn USD | corrected | @2024-08-14 Market Wire", "agrees"},
    {"SameOutletWithoutCorrection", "Frisch | damage | 15 Mio EUR | @2024-07-01 Tagespost",
     "Frisch | damage | 22 Mio EUR | @2024-07-02 Tagespost", "contradicts"},
    {"ChangedAfterPublication", "Frisch | damage | 15 Mio EUR | @2024-07-01 | article 7.1",
     "Frisch | damage | 22 Mio EUR | @2024-07-01 | article 7.2", "superseded"},
    {"FinalAfterPreliminary",
     "Donaukraft | operating_profit | 455 Mio EUR | 2024 | preliminary | @2025-01-30 A",
     "Donaukraft | operating_profit | 438 million EUR | 2024 | final | @2025-03-20 B", "superseded"},
    {"PlainLongAfterPreliminary",
     "Donaukraft | operating_profit | 455 Mio EUR | 2024 | preliminary | @2025-01-30 A",
     "Donaukraft | operating_profit | 438 million EUR | 2024 | @2025-03-20 B", "superseded"},
    {"PlainWithPreliminary",
     "Donaukraft | operating_profit | 455 Mio EUR | 2024 | preliminary | @2025-01-30 A",
     "Donaukraft | operating_profit | 438 million EUR | 2024 | @2025-01-30 B", "differs"},
    {"FinalEqualsPreliminary",
     "Donaukraft | operating_profit | 455 Mio EUR | 2024 | preliminary | @2025-01-30 A",
     "Donaukraft | operating_profit | 455 million EUR | 2024 | final | @2025-03-20 B", "agrees"},
    {"RestatedByTheCompany", "Auer | revenue | 5,5 Mrd EUR | 2023 | @2024-02-01 A",
     "Auer | revenue | 5,2 Mrd EUR | 2023 | corrected | @2025-02-01 B", "superseded"},
    {"AnotherOutletLater", "Tannhäuser | loss | 18 Mio EUR | 2024 | @2025-03-17 A",
     "Tannhäuser | loss | 31 Mio EUR | 2024 | @2025-03-19 B", "contradicts"},

    // ---- denials ---------------------------------------------------------------------------------------
    {"AssertedAndDenied", "Warenhof | loss | 45 Mio EUR | 2024",
     "Warenhof | loss | 45 Mio EUR | 2024 | denied", "contradicts"},
    {"DenialOfAnotherFigure", "Warenhof | loss | 45 Mio EUR | 2024",
     "Warenhof | loss | 80 Mio EUR | 2024 | denied", "not_comparable modality"},
    {"TwoReportsOfOneDenial", "Warenhof | loss | 45 Mio EUR | 2024 | denied",
     "Warenhof | loss | 45 million EUR | 2024 | denied", "agrees"},
    {"DenialsOfTwoFigures", "Warenhof | loss | 45 Mio EUR | 2024 | denied",
     "Warenhof | loss | 60 million EUR | 2024 | denied", "not_comparable modality"},
    {"DenialWithoutPeriodMuchLater", "Warenhof | loss | 45 Mio EUR | 2024",
     "Warenhof | loss | 45 Mio EUR | denied", "not_comparable period"},
};

std::string in_short(const Comparison& comparison) {
  std::string text(word(comparison.verdict));
  if (comparison.verdict == Verdict::not_comparable) text.append(" ").append(word(comparison.part));
  return text;
}

class Compare : public testing::TestWithParam<Row> {};

TEST_P(Compare, Row) {
  const auto a = test::worded(GetParam().a), b = test::worded(GetParam().b);
  const auto comparison = compare(a.context(), b.context());
  EXPECT_EQ(in_short(comparison), GetParam().verdict) << comparison.reason;
  EXPECT_FALSE(comparison.reason.empty());
}

TEST_P(Compare, Symmetric) {
  const auto a = test::worded(GetParam().a), b = test::worded(GetParam().b);
  const auto there = compare(a.context(), b.context()), back = compare(b.context(), a.context());
  EXPECT_EQ(in_short(there), in_short(back)) << there.reason << "\n" << back.reason;
  EXPECT_EQ(there.part, back.part);
  EXPECT_EQ(there.ratio, back.ratio);
  EXPECT_EQ(there.newer == Side::a, back.newer == Side::b);
}

INSTANTIATE_TEST_SUITE_P(, Compare, testing::ValuesIn(kRows), [](const auto& i) { return i.param.name; });

// ---- two currencies: dollars to the euro 1.05 to 1.10, 1.08 on average in 2024; 1.04 in February 2025
// ---------

class TableOfRates : public Rates {
 public:
  std::optional<ExchangeRate> between(std::string_view from, std::string_view to, Day first,
                                      Day) const override {
    const bool knows = (from == "EUR" && to == "USD") || (from == "USD" && to == "EUR");
    if (!knows || first < day_of(2024, 1, 1)) return std::nullopt;
    const auto rate =
        first < day_of(2025, 1, 1) ? ExchangeRate{1.08, 1.05, 1.10} : ExchangeRate{1.04, 1.04, 1.04};
    if (from == "EUR") return rate;
    return ExchangeRate{1 / rate.average, 1 / rate.high, 1 / rate.low};
  }
};

const TableOfRates kTableOfRates;

const Row kRowsWithRates[] = {
    {"AverageOfTheYear", "Auer | revenue | 5,5 Mrd EUR | 2024", "Auer | revenue | 5.94 bn USD | 2024",
     "agrees"},
    {"AnyRateOfTheYear", "Auer | revenue | 5,5 Mrd EUR | 2024", "Auer | revenue | 6.05 bn USD | 2024",
     "agrees"},
    {"RateOfTheDayOfPublication", "Auer | revenue | 5,5 Mrd EUR | 2024 | @2025-02-03",
     "Auer | revenue | 5.72 bn USD | 2024 | @2025-02-03", "agrees"},
    {"BesideAnyRate", "Auer | revenue | 5,5 Mrd EUR | 2024", "Auer | revenue | 5.5 bn USD | 2024", "differs"},
    {"FarFromAnyRate", "Auer | revenue | 5,5 Mrd EUR | 2024", "Auer | revenue | 4.4 bn USD | 2024",
     "contradicts"},
    {"SlipAcrossCurrencies", "Auer | revenue | 2.16 bn USD | 2024",
     "Auer | revenue | rund 2,0 Billionen EUR | 2024", "scale_suspect"},
    {"SlipOfAMillionAcrossCurrencies", "Auer | fine | 2.16 million USD | 2024",
     "Auer | fine | 2,0 Billionen EUR | 2024", "scale_suspect"},
    {"NoRateOfThatTime", "Auer | revenue | 5,5 Mrd EUR | 2021", "Auer | revenue | 5.94 bn USD | 2021",
     "not_comparable unit"},
    {"NoRateOfThatCurrency", "Auer | revenue | 5,5 Mrd EUR | 2024", "Auer | revenue | 5.94 bn CHF | 2024",
     "not_comparable unit"},
    {"ForecastInOtherCurrency", "Auer | revenue | 5,5 Mrd EUR | 2024 | expected | @2024-02-03",
     "Auer | revenue | 4.4 bn USD | 2024 | @2025-02-03", "forecast_missed"},
    {"PercentHasNoRate", "Auer | revenue | 5 % | 2024", "Auer | revenue | 5 EUR | 2024",
     "not_comparable unit"},
    {"OtherYearStaysAnotherYear", "Auer | revenue | 5,5 Mrd EUR | 2024",
     "Auer | revenue | 5.94 bn USD | 2025", "not_comparable period"},
};
class CompareWithRates : public testing::TestWithParam<Row> {};
TEST_P(CompareWithRates, BothWays) {
  const auto a = test::worded(GetParam().a), b = test::worded(GetParam().b);
  EXPECT_EQ(in_short(compare(a.context(), b.context(), &kTableOfRates)), GetParam().verdict);
  EXPECT_EQ(in_short(compare(b.context(), a.context(), &kTableOfRates)), GetParam().verdict);
}
INSTANTIATE_TEST_SUITE_P(, CompareWithRates, testing::ValuesIn(kRowsWithRates),
                         [](const auto& i) { return i.param.name; });

TEST(CompareReason, NamesTheRate) {
  const auto a = test::worded("Auer | revenue | 5,5 Mrd EUR | 2024"),
             b = test::worded("Auer | revenue | 5.94 bn USD | 2024");
  EXPECT_EQ(
      compare(a.context(), b.context(), &kTableOfRates).reason,
      "5.5 billion EUR and 5.94 billion USD agree as printed (1 USD = 0.9259 EUR, ECB average of 2024)");
}

TEST(CompareReason, SaysThatRatesAreMissing) {
  const auto a = test::worded("Auer | revenue | 5,5 Mrd EUR | 2024"),
             b = test::worded("Auer | revenue | 5.94 bn USD | 2024");
  EXPECT_EQ(
      compare(a.context(), b.context()).reason,
      "other unit: EUR against USD, and no exchange rate is known for that time (gegenprobe rates import)");
}

TEST(CompareReason, SaysThatPointsMayBeASlip) {
  const auto a = test::worded("Auer | market_share | 2,9 % | 2024 | increase"),
             b = test::worded("Auer | market_share | 2.9 pp | 2024 | increase");
  EXPECT_EQ(compare(a.context(), b.context()).reason,
            "other unit: the same digits, but per cent against percentage points: one of them may be a slip");
}

TEST(CompareReason, NamesBothFigures) {
  const auto a = test::worded("Hochbau | deal_value | 5,5 Mrd EUR | 2024"),
             b = test::worded("Hochbau | deal_value | rund 7,1 Mrd EUR | 2024");
  EXPECT_EQ(compare(a.context(), b.context()).reason,
            "5.5 billion EUR against about 7.1 billion EUR: ratio 1.29");
}

TEST(CompareReason, NamesBothPeriods) {
  const auto a = test::worded("Velanta | profit | 1,9 Mrd GBP | 2024-H1"),
             b = test::worded("Velanta | profit | 1,9 Mrd GBP | fiscal 2024");
  EXPECT_EQ(compare(a.context(), b.context()).reason, "other period: H1 2024 against fiscal 2024");
}

TEST(CompareReason, SaysWhatWasTakenOnTrust) {
  const auto a = test::worded("Auer | revenue | 5,5 Mrd EUR | 2024"),
             b = test::worded("Auer | revenue | 5,5 Mrd EUR");
  const auto comparison = compare(a.context(), b.context());
  EXPECT_EQ(comparison.part, Part::period);
  EXPECT_EQ(comparison.reason,
            "5.5 billion EUR and 5.5 billion EUR agree as printed; only one gives a period (2024)");
}

TEST(CompareNewer, IsTheFigureThatStays) {
  const auto a = test::worded("Auer | fine | 2,9 Mrd USD | @2024-08-13 Wire"),
             b = test::worded("Auer | fine | 1,9 Mrd USD | corrected | @2024-08-14 Wire");
  EXPECT_EQ(compare(a.context(), b.context()).newer, Side::b);
}

struct Words {
  const char *name, *claim, *words;
};
const Words kWords[] = {
    {"Money", "A | revenue | 5,5 Mrd EUR", "5.5 billion EUR"},
    {"Qualified", "A | revenue | mehr als 1,25 Mio USD", "more than 1.25 million USD"},
    {"Range", "A | revenue | between 2 and 3 bn EUR", "2 billion to 3 billion EUR"},
    {"Thousands", "A | job_cuts | 12345 job", "12,345 jobs"},
    {"FourDigits", "A | job_cuts | 4800 job", "4,800 jobs"},
    {"OneOnly", "A | job_cuts | 1 job", "1 job"},
    {"Percent", "A | revenue | 12,50 %", "12.5 %"},
    {"Trillion", "A | revenue | 258,9 Billionen KRW", "258.9 trillion KRW"},
    {"ThousandTrillion", "A | revenue | 1500 Billionen KRW", "1,500 trillion KRW"},
};
class InWords : public testing::TestWithParam<Words> {};
TEST_P(InWords, Amount) { EXPECT_EQ(in_words(test::worded(GetParam().claim).claim.value), GetParam().words); }
INSTANTIATE_TEST_SUITE_P(, InWords, testing::ValuesIn(kWords), [](const auto& i) { return i.param.name; });

const Words kPeriodWords[] = {
    {"Year", "A | revenue | 2024", "2024"},
    {"Quarter", "A | revenue | 2024-Q4", "Q4 2024"},
    {"Half", "A | revenue | 2024-H2", "H2 2024"},
    {"Month", "A | revenue | 2024-02", "2024-02"},
    {"Day", "A | revenue | 2024-02-29", "2024-02-29"},
    {"Fiscal", "A | revenue | fiscal 2023-10..2024-09", "year to 2024-09"},
    {"Horizon", "A | revenue | bis 2030", "until 2030-12-31"},
    {"Missing", "A | revenue", "no period"},
};
class PeriodInWords : public testing::TestWithParam<Words> {};
TEST_P(PeriodInWords, Period) {
  EXPECT_EQ(in_words(test::worded(GetParam().claim).claim.period), GetParam().words);
}
INSTANTIATE_TEST_SUITE_P(, PeriodInWords, testing::ValuesIn(kPeriodWords),
                         [](const auto& i) { return i.param.name; });

}  // namespace
}  // namespace gegenprobe::store

// The whole stage over sentences of one claim or a few: what is found, as one line a claim.
#include "extract/claims/claims.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/extract.h"
#include "extract/matching/rules.h"
#include "ingest/normalise.h"
#include "tests/extract/claim_lines.h"

namespace gegenprobe::extract {
namespace {

using test::claims_told;

struct Row {
  const char *name, *published, *text, *claims;
};
const Row kRows[] = {
    {"AlsoReportsAfterTheOther", "2025-11-13",
     "Nach der Deutschen Bank meldet auch die Commerzbank einen Gewinn von 3 Milliarden Euro.",
     "Commerzbank profit level 3000000000 EUR asserted"},
    {"LikeTheOtherBefore", "2025-11-13", "Wie zuvor schon Siemens senkt auch Bosch die Preise um 5 Prozent.",
     "Bosch price decrease 5 % asserted"},
    {"LeftOutBehindAnArticle", "2025-11-13", "Ohne den Sondereffekt hätte Bosch 2 Milliarden Euro verloren.",
     "Bosch loss level 2000000000 EUR possible"},
    {"BelongsToTheOther", "2025-11-13",
     "Hochtief gehört zu 7 Prozent Blackrock. Zu 51 Prozent gehört Audi der Mutter Volkswagen.",
     "BlackRock stake level 7 % asserted with Hochtief\nVolkswagen stake level 51 % asserted with Audi"},
    {"UnknownNameHasItsOwnFigure", "2026-03-10",
     "Siemens bought the bank. KMR made a profit of $300m last year. Its profit fell 5%.",
     "Siemens profit decrease 5 % asserted"},
    {"UnknownNameBehindConjunction", "2026-03-10", "Siemens was strong in Europe, but Kestrelle lost $5m.",
     ""},
    {"WhoAlsoSaysIsNoStranger", "2026-03-10", "Siemens is on course. Muster also said revenue would rise 5%.",
     "Siemens revenue increase 5 % expected"},
    {"OwnersSideBySide", "2026-03-10", "BlackRock and Allianz own 45% of Siemens.",
     "BlackRock stake level 45 % asserted with Siemens"},
    {"SidesOfADeal", "2026-03-10",
     "Netflix and Spotify agreed a $5bn deal. Chevron and Hess agreed a $53bn merger.",
     "Spotify deal_value level 5000000000 USD asserted with Netflix\nHess acquisition_price level "
     "53000000000 USD asserted with Chevron"},
    {"BiddersWhoLost", "2026-03-10", "Pfizer won with a bid of $10bn, beating Novo Nordisk.",
     "Pfizer acquisition_price level 10000000000 USD asserted"},
    {"ExpectsAsAPaperReports", "2026-03-10",
     "OpenAI expects revenue of $13bn this year, the Wall Street Journal reported.",
     "OpenAI revenue level 13000000000 USD 2026-01-01..2027-01-01 expected by The Wall Street Journal"},
    {"ExpectsAsSomebodySays", "2026-03-10",
     "Nvidia expects revenue of $54bn this year, finance chief Erika Muster said.",
     "Nvidia revenue level 54000000000 USD 2026-01-01..2027-01-01 expected by Erika Muster"},
    {"ReportsBehindAPlace", "2026-03-10", "In Berlin, Siemens reported sales of $5bn.",
     "Siemens revenue level 5000000000 USD asserted"},
    {"StaffOfWhomJobsGo", "2026-03-10", "The cuts affect 10% of Microsoft's 228,000 employees.",
     "Microsoft job_cuts level 10 % expected\nMicrosoft headcount level 228000 employee asserted"},
    {"StaffInOtherWords", "2026-03-10",
     "Nestle will cut 16,000 jobs over the next two years, around 5.8% of its workforce. Ford will cut 13% "
     "of its workforce in Germany, or 4,000 jobs.",
     "Nestlé job_cuts level 16000 job 2026-03-10..2028-03-10 expected\nNestlé job_cuts level 5.8 % "
     "2026-03-10..2028-03-10 expected\nFord job_cuts level 13 % expected @region:germany\nFord job_cuts "
     "level 4000 job expected"},
    {"WorkforceThatIsReduced", "2026-03-10", "Intel will reduce its workforce by 15%.",
     "Intel headcount decrease 15 % expected"},
    {"HitByTariffs", "2026-03-10",
     "Toyota took a $2bn hit from tariffs. Shares in Siemens hit from tariffs fell 5%.",
     "Toyota costs level 2000000000 USD asserted\nSiemens share_price decrease 5 % asserted"},
    {"OneOrTwoBillion", "2026-03-10", "Siemens wants to invest one or two billion euros.",
     "Siemens investment level 1000000000..2000000000 EUR expected"},
    {"EffectOnShares", "2026-03-10",
     "Nike expects revenue to fall by 10% this year, sending its shares down 6 percent.",
     "Nike revenue decrease 10 % 2026-01-01..2027-01-01 expected by Nike\nNike share_price decrease 6 % "
     "asserted"},
    {"ForecastsReaffirmedBehind", "2026-03-10",
     "Siemens reported an 11% rise in profit to $67m for 2024 and reaffirmed its 2025 profit forecasts.",
     "Siemens profit increase 11 % 2024-01-01..2025-01-01 asserted\nSiemens profit level 67000000 USD "
     "2024-01-01..2025-01-01 asserted"},
    {"FullYearOfTheGuidance", "2026-03-10",
     "Netflix posted revenue of $11.5bn and raised its full-year guidance. Siemens posted revenue of $8bn, "
     "in line with its third-quarter guidance.",
     "Netflix revenue level 11500000000 USD asserted\nSiemens revenue level 8000000000 USD "
     "2025-04-01..2025-07-01 asserted"},
    {"RecordSinceAYear", "2026-03-10",
     "Siemens revenue rose 20%, the biggest increase since 2019. Siemens has cut 5,000 jobs since 2020.",
     "Siemens revenue increase 20 % asserted\nSiemens job_cuts level 5000 job 2020-01-01..2026-03-11 "
     "asserted"},
    {"ReturnsToGrowth", "2026-03-10", "Burberry returned to growth with a 2% rise in sales.",
     "Burberry revenue increase 2 % asserted"},
    {"OrdersOfASum", "2026-03-10",
     "Siemens reported orders of €5bn. It cut costs by orders of magnitude, by $5bn.",
     "Siemens deal_value level 5000000000 EUR asserted\nSiemens costs decrease 5000000000 USD asserted"},
    {"ToldToABroadcaster", "2026-03-10", "Apple expects revenue to grow 10%, Tim Muster told CNBC.",
     "Apple revenue increase 10 % expected by Tim Muster"},
    {"PronounKnowsNoLaterFirm", "2026-03-10",
     "Indonesia pays subsidies. It spent $6bn on fuel last year. The BBC's correspondent said so.", ""},
    {"EmployerOfWhoSpeaks", "2026-03-10",
     "Retail was slow. Spending fell. Erika Muster, chief economist at UBS, said so. \"We are not seeing "
     "much,\" she added. Sales at stores were down 0.6% in January.",
     ""},
    {"ToldToAnAgency", "2026-03-10", "Officials told Reuters the loan request is for $100m.", ""},
    {"DealThatCouldBeWorth", "2026-03-10",
     "Siemens won a contract that could be worth up to €3bn. Microsoft could be worth $3bn.",
     "Siemens deal_value level ..3000000000 EUR possible\nMicrosoft market_cap level 3000000000 USD "
     "possible"},
    {"StakeFromTheSeller", "2026-03-10", "Siemens bought the 18.8% stake from Bosch.",
     "Siemens stake level 18.8 % asserted"},
    {"OwnUnitWinsContract", "2026-03-10", "Siemens said its Osram unit won a $5bn contract.",
     "Siemens deal_value level 5000000000 USD asserted by Siemens"},
    {"PaidPerShareForAFirm", "2026-03-10", "Siemens paid $12 a share for its rival Osram.",
     "Siemens acquisition_price level 12 USD asserted with Osram"},
    {"PaysPerShareForAYear", "2026-03-10", "Bosch pays €5.20 a share for 2024.",
     "Bosch dividend level 5.2 EUR 2024-01-01..2025-01-01 asserted"},
    {"KnownByItsProduct", "2026-03-10",
     "Microsoft shares fell 3%. The ChatGPT maker had revenue of $4.3bn. Shares in the Facebook owner fell "
     "11%.",
     "Microsoft share_price decrease 3 % asserted\nOpenAI revenue level 4300000000 USD asserted\nMeta "
     "share_price decrease 11 % asserted"},
    {"ProductMakerWithItsName", "2026-03-10",
     "The Facebook parent Meta Platforms reported revenue of $47.5 billion. The switch maker earned $5m.",
     "Meta revenue level 47500000000 USD asserted\nMeta profit level 5000000 USD asserted"},
    {"ProductThatOpens", "2026-03-10", "Jeep sales rose 5%, Stellantis said.",
     "Stellantis revenue increase 5 % asserted @segment:jeep by Stellantis"},
    {"RecordSinceAYearInGerman", "2026-03-10",
     "Siemens meldete mit 5 Milliarden Euro den größten Verlust seit 2008.",
     "Siemens loss level 5000000000 EUR asserted"},
    {"PayCutCostsNoJobs", "2026-03-10",
     "Delta plans to cut 6,000 jobs and implement a 10 percent across-the-board pay reduction.",
     "Delta Air Lines job_cuts level 6000 job expected\nDelta Air Lines other decrease 10 % expected"},
    {"WhyTheShareFell", "2026-03-10",
     "Google stock dropped more than 6 percent as some held 3 million shares.",
     "Google share_price decrease 6.. % asserted\nGoogle stake level 3000000 share asserted"},
    {"EarnedByAPerson", "2026-03-10", "Siemens is strong. He has earned $5.4m in prize money.", ""},
    {"ExpectedByAPerson", "2026-03-10", "Siemens is strong. He expects a profit of $5.4bn.",
     "Siemens profit level 5400000000 USD expected"},
    {"AuditorOfATrade", "2026-03-10",
     "Shops did well, KPMG said in a report. Accountants KPMG spoke of a boom. Sales in January rose by "
     "0.5%.",
     ""},
    {"LayoffsThatAreAdded", "2026-03-10", "Paramount will cut 2,000 jobs, adding to 1,000 layoffs.",
     "Paramount job_cuts level 2000 job expected\nParamount job_cuts level 1000 job expected"},
    {"ForecastRaisedByAPercentage", "2026-03-10",
     "Toyota raised its operating profit forecast 6% to 3.4 trillion yen.",
     "Toyota other increase 6 % expected\nToyota operating_profit level 3400000000000 JPY "
     "expected"},
    {"OfferByTheShareToo", "2026-03-10", "Siemens offered $85bn for Osram, or $320 a share.",
     "Siemens acquisition_price level 85000000000 USD asserted with Osram\nSiemens acquisition_price level "
     "320 USD asserted with Osram"},
    {"PaysBothForAFirm", "2026-03-10", "Siemens will pay $85bn, or $320 per share, for Osram.",
     "Siemens acquisition_price level 85000000000 USD expected with Osram\nSiemens acquisition_price level "
     "320 USD expected with Osram"},
    {"EarnsBothByShare", "2026-03-10", "Siemens earned $85m in the quarter, or $3.20 per share.",
     "Siemens profit level 85000000 USD asserted\nSiemens profit level 3.2 USD asserted @per_share"},
    {"MakerOfBiscuitsSaid", "2026-03-10",
     "Kestrel plc sells food. The maker of Bramley biscuits said revenue rose 2% in 2025.",
     "Kestrel revenue increase 2 % 2025-01-01..2026-01-01 asserted by Kestrel"},
    {"AsTheReportSaid", "2026-03-10",
     "Databricks wants to grow, The Information reported on Tuesday. Databricks expects revenue of $4.1 "
     "billion this year, the report said.",
     "Databricks revenue level 4100000000 USD 2026-01-01..2027-01-01 expected by The Information"},
    {"ReportedLastMonth", "2026-03-10",
     "Siemens last month reported organic growth of 3.5%. Bosch in 2025 posted a loss of $5bn.",
     "Siemens revenue increase 3.5 % asserted @organic\nBosch loss level 5000000000 USD "
     "2025-01-01..2026-01-01 asserted"},
    {"TakesAHit", "2026-03-10", "Siemens takes €22bn hit. Bosch sales of $5bn hit a record.",
     "Siemens costs level 22000000000 EUR asserted\nBosch revenue level 5000000000 USD asserted"},
    {"ExpectedByAnalysts", "2026-03-10",
     "Siemens said revenue rose to 5.1 billion euros in the year to September 30, below the 5.3 billion "
     "euros expected by analysts.",
     "Siemens revenue level 5100000000 EUR 2024-10-01..2025-10-01 asserted by Siemens\nSiemens revenue level "
     "5300000000 EUR 2024-10-01..2025-10-01 expected"},
    {"LowerThanAnalystsExpected", "2026-03-10",
     "Siemens said profit would be 15% lower than analysts had expected. Intel told analysts it expected "
     "revenue of $5bn.",
     "Siemens profit decrease 15 % expected by Siemens\nIntel revenue level 5000000000 USD expected by "
     "Intel"},
    {"FellByAHalf", "2026-03-10",
     "Profit at Siemens fell by a half to $2bn. Bosch cut the price from half a million to $1 million.",
     "Siemens profit level 2000000000 USD asserted\nBosch price level 500000 USD asserted\nBosch price level "
     "1000000 USD asserted"},
    {"ReportedInMay", "2026-03-10", "In May, Siemens reported an annual loss of $5bn.",
     "Siemens loss level 5000000000 USD asserted"},
    {"OfAnotherDealOutbid", "2026-03-10",
     "Novo Nordisk has offered $9bn for Metsera, trumping an agreed deal with Pfizer worth up to $7.3bn.",
     "Novo Nordisk acquisition_price level 9000000000 USD expected with Metsera"},
    {"WouldFarBehindSaid", "2026-03-10",
     "Siemens said the merger with Osram, in which it holds 51%, would deliver savings of £700m.",
     "Siemens stake level 51 % asserted with Osram by Siemens\nSiemens costs decrease 700000000 GBP expected "
     "by Siemens"},
    {"PlaceThatMoves", "2026-03-10",
     "Vodafone is big. Germany, which makes up a third of group sales, grew 0.5%.",
     "Vodafone revenue increase 0.5 % asserted @region:germany"},
    {"AnnualLossBesideAQuarter", "2026-03-10",
     "Siemens earned $3bn in the third quarter. It had made an annual loss of $5bn.",
     "Siemens profit level 3000000000 USD 2025-04-01..2025-07-01 asserted\nSiemens loss level 5000000000 USD "
     "asserted"},
    {"StaffOfWhichAPart", "2026-03-10",
     "Oracle is cutting 5,000 jobs. The cuts will affect about 9% of the 55,000 staff.",
     "Oracle job_cuts level 5000 job expected\nOracle job_cuts level 9 % expected\nOracle headcount level "
     "55000 employee asserted"},
    {"SizeOfATrade", "2026-03-10",
     "Fannie Mae supplies funds to America's $8 trillion mortgage market. Siemens has a $5bn market value.",
     "Siemens market_cap level 5000000000 USD asserted"},
    {"ShareholdersLose", "2026-03-10", "When WorldCom collapsed, shareholders lost about $180bn.",
     "WorldCom other decrease 180000000000 USD asserted"},
    {"SeveralWithOneSum", "2026-03-10", "Apple, Google and Meta will spend $400bn this year.",
     "Apple investment level 400000000000 USD 2026-01-01..2027-01-01 expected"},
    {"MovesBehindAnAside", "2026-03-10", "Shares of Oracle, which has added $200bn in market value, fell 5%.",
     "Oracle market_cap increase 200000000000 USD asserted\nOracle share_price decrease 5 % asserted"},
    {"StrangersAmongThem", "2026-03-10",
     "Shell, Zorbex and BP reported profits of $5bn, $4bn and $3bn. Siemens and Bosch cut 5,000 and 4,000 "
     "jobs.",
     "Siemens job_cuts level 5000 job asserted\nBosch job_cuts level 4000 job asserted"},
    {"CommonWordOfACountry", "2026-03-10",
     "France's Total reported a profit of $5bn. Britain's Next Top Model earned $5m.",
     "Total profit level 5000000000 USD asserted"},
    {"EarnedByAFilm", "2026-03-10",
     "Disney's \"Rosebud 2\" earned $556m globally last week. Siemens earned $5m.",
     "Walt Disney revenue level 556000000 USD asserted\nSiemens profit level 5000000 USD asserted"},
    {"PairsOfProfitAndSales", "2026-03-10",
     "Siemens earned $5m, or 20 cents a share, on revenue of $20m, compared with $4m, or 15 cents a share, "
     "on revenue of $18m in 2024. Bosch had net income of $977 million on revenue of $20.6 billion in 2025, "
     "up from $911 million on $18.7 billion a year earlier.",
     "Siemens profit level 5000000 USD asserted\nSiemens profit level 0.2 USD asserted @per_share\nSiemens "
     "revenue level 20000000 USD asserted\nSiemens profit level 4000000 USD 2024-01-01..2025-01-01 "
     "asserted\nSiemens profit level 0.15 USD 2024-01-01..2025-01-01 asserted @per_share\nSiemens revenue "
     "level 18000000 USD 2024-01-01..2025-01-01 asserted\nBosch profit level 977000000 USD "
     "2025-01-01..2026-01-01 asserted\nBosch revenue level 20600000000 USD 2025-01-01..2026-01-01 "
     "asserted\nBosch profit level 911000000 USD 2024-01-01..2025-01-01 asserted\nBosch revenue level "
     "18700000000 USD 2024-01-01..2025-01-01 asserted"},
    {"AppealOverAFine", "2026-03-10", "Apple lost its appeal over a €500m fine.",
     "Apple fine level 500000000 EUR asserted"},
    {"UpThisYearToo", "2026-03-10", "Walmart shares rose 6.5% and are up 18% this year.",
     "Walmart share_price increase 6.5 % asserted\nWalmart share_price increase 18 % 2026-01-01..2027-01-01 "
     "asserted"},
    {"GrowsGlobally", "2026-03-10", "Walmart's online sales rose 28% in the US and 27% globally.",
     "Walmart revenue increase 28 % asserted @segment:online region:united_states\nWalmart revenue increase "
     "27 % asserted @segment:online"},
    {"OfficeOfTheSameWord", "2026-03-10", "The Information Commissioner fined Siemens £1.2m.",
     "Siemens fine level 1200000 GBP asserted"},
    {"ThreeSharesFell", "2026-03-10",
     "Shares in BAE Systems, Rolls-Royce and Babcock fell 3%, 2% and 4% respectively.",
     "BAE Systems share_price decrease 3 % asserted\nRolls-Royce share_price decrease 2 % asserted\nBabcock "
     "share_price decrease 4 % asserted"},
    {"WorthOfABusiness", "2026-03-10",
     "Nestle plans to sell its water business, which could be worth €5bn. Siemens could be worth €5bn.",
     "Nestlé other level 5000000000 EUR possible\nSiemens market_cap level 5000000000 EUR possible"},
    {"BelongsToTheState", "2025-11-13", "Die Commerzbank gehört zu 12 Prozent dem Bund.",
     "Commerzbank stake level 12 % asserted"},
    {"DividendsOfAllShares", "2025-11-13",
     "Siemens schüttet insgesamt 4 Milliarden Euro an die Aktionäre aus. Die Ausschüttungssumme von Bosch "
     "steigt auf 170 Millionen Euro.",
     "Siemens dividend level 4000000000 EUR asserted @total\n"
     "Bosch dividend level 170000000 EUR asserted @total"},
    {"PassengersToCome", "2025-11-13", "Ryanair will auf 300 Millionen Passagiere kommen.",
     "Ryanair sales_volume level 300000000 passenger expected"},
    {"PassengersWhoWait", "2025-11-13", "Ryanair wartet auf 300 Passagiere.", ""},
    {"DeliveriesExpected", "2025-11-13",
     "Airbus peilt 820 Auslieferungen an. Bosch kommt auf 600 verkaufte Autos.",
     "Airbus sales_volume level 820 unit expected by Airbus\nBosch sales_volume level 600 vehicle asserted"},
    {"WhatHasTheCapacity", "2025-11-13", "RWE baut 300 Windräder mit einer Leistung von 4 Gigawatt.",
     "RWE other level 300 unit asserted\nRWE capacity level 4 gigawatt asserted"},
    {"PaidForTheShareOfAnother", "2025-11-13", "Je Bosch-Aktie will Siemens 35 Dollar zahlen.",
     "Siemens acquisition_price level 35 USD expected with Bosch"},
    {"InvestsByADayToCome", "2025-11-13",
     "Bosch investiert bis 2030 48 Milliarden Euro. Siemens investierte bis 2020 5 Milliarden Euro.",
     "Bosch investment level 48000000000 EUR 2030-01-01..2031-01-01 expected\n"
     "Siemens investment level 5000000000 EUR 2020-01-01..2021-01-01 asserted"},
    {"StakeInABroadcaster", "2025-11-13",
     "Bosch baute seine Beteiligung an ProSiebenSat.1 auf 75,6 Prozent aus.",
     "Bosch stake level 75.6 % asserted with ProSiebenSat.1"},
    {"MinusThatWasTheYearBefore", "2025-11-13",
     "Bosch hat 2024 einen Verlust von 424 Millionen Euro verbucht. Im Vorjahr hatte das Minus noch 632 "
     "Millionen Euro betragen.",
     "Bosch loss level 424000000 EUR 2024-01-01..2025-01-01 asserted\n"
     "Bosch loss level 632000000 EUR 2023-01-01..2024-01-01 asserted"},
    {"SharesOfAMarketInAList", "2025-11-13",
     "VW kam auf einen Anteil von 20,1 Prozent, BMW auf 9,3 Prozent und Tesla auf 0,3 Prozent.",
     "Volkswagen market_share level 20.1 % asserted\nBMW market_share level 9.3 % asserted\n"
     "Tesla market_share level 0.3 % asserted"},
    {"MinusOfTheZoneOfLosses", "2025-11-13",
     "Lanxess rutscht tiefer in die Verlustzone: Minus von 577 Millionen Euro. Beim Umsatz verbuchte Siemens "
     "ein Minus von 30 Millionen Euro.",
     "Lanxess loss level 577000000 EUR asserted\nSiemens revenue decrease 30000000 EUR asserted"},
    {"StillNegotiated", "2025-11-13", "xAI verhandelt über frisches Kapital von 20 Milliarden Dollar.",
     "xAI funding level 20000000000 USD possible"},
    {"TimeOfANoun", "2025-11-13",
     "Das 1847 gegründete Unternehmen Siemens setzte 78 Milliarden Euro um. Der im Jahr 2024 erzielte Umsatz "
     "von Bosch lag bei 90 Milliarden Euro.",
     "Siemens revenue level 78000000000 EUR asserted\n"
     "Bosch revenue level 90000000000 EUR 2024-01-01..2025-01-01 asserted"},
    {"SummerWithItsArticle", "2025-11-13", "Tui erwartet für den Sommer vier Prozent weniger Umsatz.",
     "TUI revenue decrease 4 % 2026-06-01..2026-09-01 expected by TUI"},
    {"TimeOfAReason", "2025-11-13",
     "Trotz des Brands im August steigerte Bosch den Umsatz um 5 Prozent. Nach der Fusion im Jahr 2021 "
     "beschäftigt Stellantis 250.000 Menschen.",
     "Bosch revenue increase 5 % asserted\nStellantis headcount level 250000 employee asserted"},
    {"TimeOfAnAnnouncement", "2025-11-13", "Wie im Februar angekündigt, zahlt Siemens 5,20 Euro Dividende.",
     "Siemens dividend level 5.2 EUR asserted"},
    {"AnnouncedBehindTheVerb", "2025-11-13", "Im März hatte BASF angekündigt, 2000 Stellen zu streichen.",
     "BASF job_cuts level 2000 job expected by BASF"},
    {"LetsItselfCost", "2025-11-13",
     "Insgesamt lässt sich Siemens den Konkurrenten Bosch 14,7 Milliarden Euro kosten. Siemens lässt sich "
     "das Werk 3 Milliarden Euro kosten.",
     "Siemens acquisition_price level 14700000000 EUR asserted with Bosch\n"
     "Siemens costs level 3000000000 EUR asserted"},
    {"CompensationByTheShare", "2025-11-13",
     "Die Aktionäre von Covestro sollen eine Abfindung von 59,46 Euro je Aktie erhalten.",
     "Covestro acquisition_price level 59.46 EUR expected"},
    {"PartThatWentBefore", "2025-11-13",
     "Nach der Autosparte trifft es nun die Industrietechnik: Bosch streicht 240 Stellen.",
     "Bosch job_cuts level 240 job expected"},
    {"StaffOfAFirmThatEndsLikeACar", "2025-11-13",
     "Die Zahl der Beschäftigten bei Volkswagen sank um 1,2 Prozent auf 675.000.",
     "Volkswagen headcount decrease 1.2 % asserted\nVolkswagen headcount level 675000 employee asserted"},
    {"ProposesToPayOut", "2025-11-13", "Traton schlägt vor, insgesamt 465 Millionen Euro auszuschütten.",
     "Traton dividend level 465000000 EUR expected @total"},
    {"NotRuledOutDe", "2025-11-13",
     "Siemens schließt einen Abbau von 1000 Stellen nicht aus. Bosch schließt einen Abbau von 3000 Stellen "
     "aus.",
     "Siemens job_cuts level 1000 job possible\nBosch job_cuts level 3000 job denied"},
    {"JobsAtRisk", "2025-11-13",
     "Bei Siemens stehen 1500 Jobs auf der Kippe. Die Gewerkschaft fürchtet den Verlust von 5000 Jobs bei "
     "Bosch.",
     "Siemens job_cuts level 1500 job possible\nBosch job_cuts level 5000 job expected"},
    {"PayBehindItsVerb", "2025-11-13",
     "Im Jahr 2024 verdiente Vorstandschef Max Muster bei VW 10 Millionen Euro.",
     "Volkswagen other level 10000000 EUR 2024-01-01..2025-01-01 asserted"},
    {"EachWithAnAdverb", "2025-11-13",
     "BYD verkaufte im Oktober 50.000 Autos, Tesla hingegen nur 40.000 und VW immerhin 60.000.",
     "BYD sales_volume level 50000 vehicle 2025-10-01..2025-11-01 asserted\n"
     "Tesla sales_volume level 40000 vehicle 2025-10-01..2025-11-01 asserted\n"
     "Volkswagen sales_volume level 60000 vehicle 2025-10-01..2025-11-01 asserted"},
    {"GuardedNameThatPays", "2025-11-13", "Mars zahlt 36 Milliarden Dollar für den Konkurrenten Kellanova.",
     "Mars acquisition_price level 36000000000 USD asserted with Kellanova"},
    {"RoundNumberOfAWhole", "2025-11-13", "OMV will 2000 der 23.000 Stellen abbauen.",
     "OMV job_cuts level 2000 job expected\nOMV headcount level 23000 job asserted"},
    {"ResultBeforeOtherResults", "2025-11-13",
     "Das bereinigte operative Ergebnis vor Lagerhaltungsgewinnen von OMV sank auf 1,26 Milliarden Euro.",
     "OMV operating_profit level 1260000000 EUR asserted @adjusted"},
    {"BidByTheShareOfNobodyNamed", "2025-11-13",
     "Novartis bietet 72 Dollar je Aktie in bar und finanziert das mit Krediten über 5 Milliarden Dollar.",
     "Novartis acquisition_price level 72 USD asserted\nNovartis debt level 5000000000 USD asserted"},
    {"SharesToBeBoughtBack", "2025-11-13",
     "Weitere Aktien von Siemens im Wert von 250 Millionen Euro sollen zurückgekauft werden.",
     "Siemens other level 250000000 EUR expected"},
    {"ChangeBehindItsVerb", "2025-11-13",
     "Bosch hat operativ 40 Millionen Euro verdient, 99 Prozent weniger als im Vorjahreszeitraum.",
     "Bosch operating_profit level 40000000 EUR asserted\nBosch operating_profit decrease 99 % asserted"},
    {"ListThatIsLeftOut", "2025-11-13",
     "Das Ergebnis vor Zinsen, Steuern, Abschreibungen und Sondereinflüssen von BASF ging um 8 Prozent auf "
     "6,6 Milliarden Euro zurück.",
     "BASF operating_profit decrease 8 % asserted @adjusted_ebitda\n"
     "BASF operating_profit level 6600000000 EUR asserted @adjusted_ebitda"},
    {"ContrastWithinAPlan", "2025-11-13",
     "Siemens will nichts zahlen, aber 2 Milliarden Euro investieren. Bosch will sparen, aber investierte "
     "zuletzt 2 Milliarden Euro.",
     "Siemens investment level 2000000000 EUR expected\nBosch investment level 2000000000 EUR asserted"},
    {"BusinessWithAThing", "2025-11-13", "Im Geschäft mit Autos setzte Bosch 55 Milliarden Euro um.",
     "Bosch revenue level 55000000000 EUR asserted @segment:cars"},
    {"FallsToAQuarter", "2025-02-13",
     "Siemens setzte 2024 9 Milliarden Euro um. Davon entfielen 3 Milliarden auf das Weihnachtsquartal.",
     "Siemens revenue level 9000000000 EUR 2024-01-01..2025-01-01 asserted\n"
     "Siemens revenue level 3000000000 EUR 2024-10-01..2025-01-01 asserted"},
    {"FromNowToThen", "2025-11-13",
     "Siemens will den Umsatz von zuletzt 70 Milliarden Euro bis 2030 auf 100 Milliarden Euro steigern. Das "
     "Ziel von Bosch ist, den Gewinn von derzeit 2 Milliarden Euro im laufenden Jahr zu verdoppeln.",
     "Siemens revenue level 70000000000 EUR asserted\n"
     "Siemens revenue level 100000000000 EUR 2030-01-01..2031-01-01 expected\n"
     "Bosch profit level 2000000000 EUR asserted"},
    {"SecondHalfOfTheVerb", "2025-11-13", "Die UBS legt für den Fall 1,4 Milliarden Dollar zurück.",
     "UBS costs level 1400000000 USD asserted"},
    {"MinusIsALoss", "2025-11-13", "Siemens rutschte mit minus 800 Millionen Euro tief in die roten Zahlen.",
     "Siemens loss level 800000000 EUR asserted"},
    {"ChangeBehindAComma", "2025-11-13",
     "Bosch verkaufte in Indien nur noch 750 Autos, 54 Prozent weniger als ein Jahr zuvor.",
     "Bosch sales_volume level 750 vehicle asserted @region:india\n"
     "Bosch sales_volume decrease 54 % asserted @region:india"},
    {"YearBeforeAResult", "2025-11-13", "Bosch peilt für 2026 Erlöse von 26 Milliarden Dollar an.",
     "Bosch revenue level 26000000000 USD 2026-01-01..2027-01-01 expected by Bosch"},
    {"OrderedFromAFirm", "2025-11-13",
     "Lufthansa bestellt bei Boeing Jets zum Preis von 14 Milliarden Dollar.",
     "Lufthansa deal_value level 14000000000 USD asserted with Boeing"},
    {"MoneyOfTheLatestRound", "2025-11-13",
     "OpenAI sicherte sich in der jüngsten Runde 40 Milliarden Dollar. Siemens hat 550 Millionen Euro an "
     "Kapital erhalten.",
     "OpenAI funding level 40000000000 USD asserted\nSiemens funding level 550000000 EUR asserted"},
    {"WhatFallsToARegion", "2025-11-13",
     "Von den 78 Milliarden Euro Umsatz von Bosch entfallen 20 Milliarden auf China. Siemens setzte 9 "
     "Milliarden Euro um. Davon entfielen 5 Milliarden auf Indien.",
     "Bosch revenue level 78000000000 EUR asserted\n"
     "Bosch revenue level 20000000000 EUR asserted @region:china\n"
     "Siemens revenue level 9000000000 EUR asserted\n"
     "Siemens revenue level 5000000000 EUR asserted @region:india"},
    {"EachFallsToItsRegion", "2025-11-13",
     "Siemens setzte 9 Milliarden Euro um, wovon 3 Milliarden auf die USA und 2 Milliarden auf Deutschland "
     "entfielen. Auf die Cloud-Sparte von SAP entfielen 5 Milliarden Euro Umsatz.",
     "Siemens revenue level 9000000000 EUR asserted\n"
     "Siemens revenue level 3000000000 EUR asserted @region:united_states\n"
     "Siemens revenue level 2000000000 EUR asserted @region:germany\n"
     "SAP revenue level 5000000000 EUR asserted @segment:cloud"},
    {"CutsThatFallToARegion", "2025-11-13",
     "Von den 22.000 Stellen, die Bosch streicht, entfallen 13.000 auf Deutschland.",
     "Bosch job_cuts level 22000 job expected\nBosch job_cuts level 13000 job expected @region:germany"},
    {"EarnedOnTheFloor", "2025-11-13", "Beim Gang aufs Parkett erlöste Siemens 600 Millionen Euro.",
     "Siemens funding level 600000000 EUR asserted"},
    {"PaperThatCitesInsiders", "2025-11-13",
     "Wie das Handelsblatt unter Berufung auf Insider berichtet, rechnet Siemens mit einem Verlust von 7 "
     "Milliarden Euro.",
     "Siemens loss level 7000000000 EUR expected by Handelsblatt"},
    {"PaperThatCitesAnAgency", "2025-11-13",
     "Wie das Handelsblatt unter Berufung auf Reuters berichtet, verlor Siemens 7 Milliarden Euro.",
     "Siemens loss level 7000000000 EUR asserted by Reuters"},
    {"AgencyThatLearned", "2025-11-13",
     "Wie die Nachrichtenagentur Reuters von drei Insidern erfuhr, baut Siemens 300 Stellen ab.",
     "Siemens job_cuts level 300 job expected by Reuters"},
    {"PaperThatIsACommonNoun", "2025-11-13",
     "Wie die Welt in ihrer Sonntagsausgabe schreibt, verlor Siemens 7 Milliarden Euro.",
     "Siemens loss level 7000000000 EUR asserted by Die Welt"},
    {"CommonNounThatIsNoPaper", "2025-11-13",
     "Wie die Welt von morgen aussieht, weiß niemand, und Siemens verlor 7 Milliarden Euro.",
     "Siemens loss level 7000000000 EUR asserted"},
    {"AccordingToAPaperOfCommonName", "2025-11-13", "Laut Spiegel verlor Siemens 7 Milliarden Euro.",
     "Siemens loss level 7000000000 EUR asserted by Der Spiegel"},
    {"BetweenWithoutACurrency", "2025-11-13",
     "SAP erlöste 9 Milliarden Euro. Für 2026 peilt SAP Erlöse zwischen 37 und 38 Milliarden an.",
     "SAP revenue level 9000000000 EUR asserted\n"
     "SAP revenue level 37000000000..38000000000 EUR 2026-01-01..2027-01-01 expected by SAP"},
    {"FirmOfAHyphenatedKind", "2025-11-13",
     "Bechtle hat neue Aktionäre. Das IT-Unternehmen verdiente 5 Millionen Euro.",
     "Bechtle profit level 5000000 EUR asserted"},
    {"FirmOfAHyphenatedKindAndTown", "2025-11-13",
     "Bechtle hat neue Aktionäre. Der Neckarsulmer IT-Konzern verdiente 5 Millionen Euro.",
     "Bechtle profit level 5000000 EUR asserted"},
    {"GroupNamedByItsBrand", "2025-11-13", "Der Whatsapp-Betreiber Meta verdiente 5 Milliarden Dollar.",
     "Meta profit level 5000000000 USD asserted"},
    {"GroupNamedByItself", "2025-11-13", "Der VW-Konzern verdiente 5 Milliarden Euro.",
     "Volkswagen profit level 5000000000 EUR asserted"},
    {"SentenceOfAnotherLanguage", "2025-11-13",
     "Das berichtet die Zeitung, und der Konzern äußerte sich nicht. Bosch posted revenue of 75 billion "
     "euros in 2024. Der Umsatz von Siemens stieg auf 5 Billionen Euro.",
     "Bosch revenue level 75000000000 EUR 2024-01-01..2025-01-01 asserted\n"
     "Siemens revenue level 5000000000000 EUR asserted"},
    {"ScaleQuotedInAnotherLanguage", "2025-11-13",
     "Die Zeitung schreibt über den Konzern: „Bosch posted revenue of 75 billion euros in 2024“.",
     "Bosch revenue level 75000000000 EUR 2024-01-01..2025-01-01 asserted"},
    {"MoreOfAStake", "2025-11-13",
     "Siemens kontrolliert 26 Prozent der Bosch-Aktien und hat sich weitere 4 Prozent gesichert.",
     "Siemens stake level 26 % asserted with Bosch\nSiemens stake increase 4 % asserted with Bosch"},
    {"ChargeOfPlans", "2025-11-13",
     "Bosch's net income fell 7%, dragged down by a $6 million charge related to its electric-vehicle plans.",
     "Bosch profit decrease 7 % asserted\nBosch costs level 6000000 USD asserted"},
    {"WorthOfAStake", "2025-11-13", "Siemens owns 2% of Bosch worth about $7 billion.",
     "Siemens stake level 2 % asserted with Bosch\nSiemens other level 7000000000 USD asserted"},
    {"SpeakerIsAPronoun", "2025-11-13",
     "The fund said it would vote against Erika Muster's plan for Siemens worth $3 billion.",
     "Siemens market_cap level 3000000000 USD expected"},
    {"RateBeforeTheFigure", "2025-11-13", "Siemens macht pro Tag 75 Millionen Euro Umsatz.",
     "Siemens revenue level 75000000 EUR asserted @per_day"},
    {"RateBehindTheFigure", "2025-11-13", "Siemens verkauft 900 Geräte pro Monat.",
     "Siemens sales_volume level 900 unit asserted @per_month"},
    {"ResultBehindAForecast", "2025-11-13",
     "Bosch raised its full-year forecast after third-quarter revenue climbed 6% to 11.4 billion pounds.",
     "Bosch revenue increase 6 % 2025-07-01..2025-10-01 asserted\n"
     "Bosch revenue level 11400000000 GBP 2025-07-01..2025-10-01 asserted"},
    {"RiseOfTheSumNotOfItsBase", "2025-11-13",
     "Bosch setzte 2024 41,8 Milliarden Euro um, nach 39,1 Milliarden Euro im Vorjahr. Das ist ein Plus von "
     "6,9 Prozent.",
     "Bosch revenue level 41800000000 EUR 2024-01-01..2025-01-01 asserted\n"
     "Bosch revenue level 39100000000 EUR 2023-01-01..2024-01-01 asserted\n"
     "Bosch revenue increase 6.9 % 2024-01-01..2025-01-01 asserted"},
    {"HalfThatHasOnlyBegun", "2025-11-13", "Siemens H1 revenue rose 5%.",
     "Siemens revenue increase 5 % 2024-10-01..2025-04-01 asserted"},
    {"HalfThatIsNearlyOver", "2025-12-20", "Der Umsatz von Bosch stieg im zweiten Halbjahr um 5 Prozent.",
     "Bosch revenue increase 5 % 2025-07-01..2026-01-01 asserted"},
    {"ModelIsNoHalfYear", "2025-11-13", "Airbus H145 deliveries rose 5%.", ""},
    {"PlaceThatIsWeak", "2025-11-13", "Siemens said Europe was weak and revenue had fallen to $5bn.",
     "Siemens revenue level 5000000000 USD asserted by Siemens"},
    {"CreatedInAYear", "2025-11-13", "Siemens created in 2024 500 jobs.",
     "Siemens headcount level 500 job 2024-01-01..2025-01-01 asserted"},
    {"ConversionsBeforeTheTime", "2025-11-13",
     "Siemens made net profits of 1.3bn euros ($1bn; £550m) in 2024.",
     "Siemens profit level 1300000000 EUR 2024-01-01..2025-01-01 asserted\n"
     "Siemens profit level 1000000000 USD 2024-01-01..2025-01-01 asserted\n"
     "Siemens profit level 550000000 GBP 2024-01-01..2025-01-01 asserted"},
    {"ForecastCutByAboutAPercentage", "2025-11-13",
     "Siemens senkt die Umsatzprognose um rund 5 Prozent auf 40 Millionen Euro.",
     "Siemens other decrease 5 % asserted\nSiemens revenue level 40000000 EUR expected"},
    {"SecondClauseHasASubjectOfItsOwn", "2025-11-13",
     "Siemens wuchs stark, Bosch verdiente zwei Milliarden Euro.",
     "Bosch profit level 2000000000 EUR asserted"},
    {"SubjectBehindItsVerb", "2025-11-13", "Während Siemens wuchs, verdiente Bosch zwei Milliarden Euro.",
     "Bosch profit level 2000000000 EUR asserted"},
    {"SecondClauseBehindAComma", "2025-11-13",
     "Siemens posted sales of 15.3 billion euros, Bosch earned two billion euros.",
     "Siemens revenue level 15300000000 EUR asserted\nBosch profit level 2000000000 EUR asserted"},
    {"LevelOfAnotherClause", "2025-11-13",
     "Siemens erzielte einen Umsatz von 15 Milliarden Euro, Bosch kam auf zwei Milliarden Euro Umsatz.",
     "Siemens revenue level 15000000000 EUR asserted\nBosch revenue level 2000000000 EUR asserted"},
    {"AgencyInADateline", "2025-11-13",
     "KÖLN (Reuters) - Der Staat beteiligt sich mit 25,1 Prozent am Netzbetreiber Brandner AG.",
     "Brandner stake level 25.1 % asserted"},
    {"NounBehindAName", "2025-11-13",
     "Siemens baut um. Für 2026 stellt Vorstandschef Karl Brandner Erlöse von 40 Milliarden Euro in "
     "Aussicht.",
     "Siemens revenue level 40000000000 EUR 2026-01-01..2027-01-01 expected by Karl Brandner"},
    {"LettersOfAnAssociation", "2025-11-13",
     "Nach Angaben des Handelsverbands NXV verkauften Siemens und Bosch 40.000 Geräte.",
     "Bosch sales_volume level 40000 unit asserted by NXV"},
    {"ClauseOfWhatWasBefore", "2025-11-13",
     "Nachdem Siemens im Vorquartal 300 Millionen Euro verdient hatte, waren es nun 232 Millionen.",
     "Siemens profit level 300000000 EUR 2025-07-01..2025-10-01 asserted\n"
     "Siemens profit level 232000000 EUR asserted"},
    {"WhoExpectsBehindItsVerb", "2025-11-13",
     "Für 2026 rechnet Siemens mit einem Verlust von 400 Millionen Euro.",
     "Siemens loss level 400000000 EUR 2026-01-01..2027-01-01 expected by Siemens"},
    {"WhoExpectsOfAnother", "2025-11-13",
     "Für Nike erwartet Morgan Stanley einen Gewinn von 5 Milliarden Dollar.",
     "Nike profit level 5000000000 USD expected by Morgan Stanley"},
    {"WhoReportsBehindItsVerb", "2025-11-13",
     "Im dritten Quartal meldete Siemens einen Gewinn von 2 Milliarden Euro.",
     "Siemens profit level 2000000000 EUR 2025-04-01..2025-07-01 asserted"},
    {"SecondFirmBehindThePreposition", "2025-11-13",
     "Auf Siemens entfallen 9,5 Millionen Euro der Strafe, auf Bosch 7 Millionen Euro.",
     "Siemens fine level 9500000 EUR asserted\nBosch fine level 7000000 EUR asserted"},
    {"PartInACause", "2025-11-13",
     "Siemens rechnet wegen Rückstellungen für den Umbau der Bahnsparte mit einem Verlust von 400 Millionen "
     "Euro.",
     "Siemens loss level 400000000 EUR expected by Siemens"},
    {"BaseToldByTheShareToo", "2025-11-13",
     "Siemens' net income was $1.37 billion, or 39 cents a share, in the third quarter, compared with $2.17 "
     "billion, or 62 cents a share, a year earlier.",
     "Siemens profit level 1370000000 USD 2025-04-01..2025-07-01 asserted\n"
     "Siemens profit level 0.39 USD 2025-04-01..2025-07-01 asserted @per_share\n"
     "Siemens profit level 2170000000 USD 2024-04-01..2024-07-01 asserted\n"
     "Siemens profit level 0.62 USD 2024-04-01..2024-07-01 asserted @per_share"},
    {"BaseToldByTheShareWithItsTime", "2025-11-13",
     "Tesla' net income rose to $1.37 billion, or 39 cents a share, from $1.17 billion, or 32 cents a "
     "share, in the third quarter of 2024.",
     "Tesla profit level 1370000000 USD asserted\nTesla profit level 0.39 USD asserted @per_share\n"
     "Tesla profit level 1170000000 USD 2024-07-01..2024-10-01 asserted\n"
     "Tesla profit level 0.32 USD 2024-07-01..2024-10-01 asserted @per_share"},
    {"CountedAreTheEstimates", "2025-11-13",
     "Siemens' revenue was $22bn, missing the consensus of $23bn, according to Brandner Research.",
     "Siemens revenue level 22000000000 USD asserted\n"
     "Siemens revenue level 23000000000 USD expected by Brandner Research"},
    {"AnalystsHadExpectedTheQuarterTold", "2025-11-13",
     "Siemens verdiente im dritten Quartal 2 Milliarden Euro. Analysten hatten mit einem Gewinn von 1,9 "
     "Milliarden Euro gerechnet.",
     "Siemens profit level 2000000000 EUR 2025-04-01..2025-07-01 asserted\n"
     "Siemens profit level 1900000000 EUR 2025-04-01..2025-07-01 expected"},
    {"StakeThatIsNotSold", "2025-11-13", "Siemens has no plans to sell its stake of 41% in Tesco.",
     "Siemens stake level 41 % asserted with Tesco"},
    {"PaperThatListensIsNoSource", "2025-11-13",
     "Siemens rechnet mit einem Umsatz von 5 Milliarden Euro, sagte Brandner der „Zeit“.",
     "Siemens revenue level 5000000000 EUR expected by Brandner"},
    {"PaperThatListensBeforeTheVerb", "2025-11-13",
     "Siemens baut 900 Stellen ab, wie Finanzchef Karl Brandner der Nachrichtenagentur Reuters sagte.",
     "Siemens job_cuts level 900 job expected by Karl Brandner"},
    {"PaperThatReports", "2025-11-13", "Siemens baut 900 Stellen ab, wie der «Kurierbote» berichtet.",
     "Siemens job_cuts level 900 job expected by Kurierbote"},
    {"CouldInThePast", "2025-11-13", "Siemens said it could cut 900 jobs.",
     "Siemens job_cuts level 900 job possible by Siemens"},
    {"OldForecastBehindAQualifier", "2025-11-13",
     "Siemens raised its outlook for revenue to about 2 billion euros from 1.8 billion euros.",
     "Siemens revenue level 2000000000 EUR expected\nSiemens revenue level 1800000000 EUR expected"},
    {"MonthInACompound", "2025-11-13", "Der Oktober-Umsatz von Siemens stieg um 5 Prozent.",
     "Siemens revenue increase 5 % 2025-10-01..2025-11-01 asserted"},
    {"NumberBehindAMonth", "2025-11-13", "Airbus lieferte im Oktober 52 Flugzeuge aus.",
     "Airbus sales_volume level 52 aircraft 2025-10-01..2025-11-01 asserted"},
    {"DollarsOfNobodyKnowsWhere", "2025-11-13", "Siemens' revenue rose to Q$5 billion.",
     "Siemens revenue level 5000000000  asserted"},
    {"PartnersAreNoSubjects", "2025-02-20",
     "Der Auftrag der Brandner AG mit Airbus könnte 5 Milliarden Euro erreichen, während die Vereinbarung "
     "mit Siemens 3 Milliarden wert ist.",
     "Brandner deal_value level 5000000000 EUR possible with Airbus\n"
     "Brandner deal_value level 3000000000 EUR asserted with Siemens"},
    {"WhatAChiefEarns", "2025-02-20", "Siemens-Chef Max Muster verdiente 2024 zehn Millionen Euro.",
     "Siemens other level 10000000 EUR 2024-01-01..2025-01-01 asserted"},
    {"WhatTheStaffEarns", "2025-02-20", "Im Schnitt verdienen die Mitarbeiter der Brandner AG 60.000 Euro.",
     "Brandner other level 60000 EUR asserted"},
    {"UnderAChiefTheFirmEarns", "2025-02-20",
     "Unter Siemens-Chef Max Muster verdiente Siemens 2024 zehn Milliarden Euro.",
     "Siemens profit level 10000000000 EUR 2024-01-01..2025-01-01 asserted"},
    {"EarnedByThePiece", "2025-02-20", "Die Brandner AG verdiente pro Auto nur noch 750 Euro.",
     "Brandner profit level 750 EUR asserted @per_unit"},
    {"NounOfTheNextClause", "2025-02-20",
     "Brandner AG: Rcobd steigt um 3 Prozent auf 1,5 Millionen Euro, Umsatz stagniert bei 5,7 Millionen "
     "Euro.",
     "Brandner other increase 3 % asserted\nBrandner other level 1500000 EUR asserted\n"
     "Brandner revenue level 5700000 EUR asserted"},
    {"MarksAroundAHeadline", "2025-02-20", "+++ Brandner AG streicht 1700 Stellen +++",
     "Brandner job_cuts level 1700 job expected"},
    {"AboutASumBehindANounOfOtherLists", "2025-02-20",
     "Die Brandner AG erhielt einen Liefervertrag über 3 Millionen Euro.",
     "Brandner deal_value level 3000000 EUR asserted"},
    {"RegionBeforeTheColon", "2025-02-20", "Umsatz der Brandner AG in Deutschland: 2024: 34 Millionen Euro",
     "Brandner revenue level 34000000 EUR 2024-01-01..2025-01-01 asserted @region:germany"},
    {"SharesOfAFirmNobodyKnows", "2025-02-20",
     "Siemens-Aktien verloren 3,1 Prozent, Zorbex gab 2 Prozent nach.",
     "Siemens share_price decrease 3.1 % asserted"},
    {"StandsAtMoreThanTwiceAsMuch", "2025-02-20",
     "Die Aktie der Brandner AG kostet mit 174 Euro mehr als doppelt so viel.",
     "Brandner share_price level 174 EUR asserted"},
    {"CalledBack", "2025-02-20", "Die Brandner AG ruft 5000 Autos zurück.",
     "Brandner other level 5000 vehicle asserted"},
    {"WhatWentBefore", "2025-02-20",
     "Nach einem Umsatz von 9 Millionen Euro im Jahr 2024 peilt die Brandner AG 2025 ein Plus von 25 Prozent "
     "an.",
     "Brandner revenue level 9000000 EUR 2024-01-01..2025-01-01 asserted\n"
     "Brandner revenue increase 25 % 2025-01-01..2026-01-01 expected by Brandner"},
    {"NotToBePaid", "2025-02-20", "Die Brandner AG muss keine 13 Millionen Euro Strafe zahlen.",
     "Brandner fine level 13000000 EUR denied"},
    {"IsEstimated", "2025-02-20", "Der Umsatz der Brandner AG wird auf 6 Millionen Euro geschätzt.",
     "Brandner revenue level 6000000 EUR estimated"},
    {"EstimatesOfNobody", "2025-02-20",
     "Nach Schätzungen von Branchenkennern setzt Aldi Nord 30 Milliarden Euro um.",
     "Aldi Nord revenue level 30000000000 EUR estimated"},
    {"WhoLeadsARound", "2025-02-20",
     "Die Brandner AG baut Autos. Die Finanzierungsrunde über 5 Millionen Euro wurde von Siemens angeführt.",
     "Brandner funding level 5000000 EUR asserted"},
    {"BoughtByANameNobodyKnows", "2025-02-20",
     "Zorbexia übernimmt die Siemens-Tochter Innomotics für 3 Milliarden Euro.", ""},
    {"BoughtByANameThatEndsAsAFirms", "2025-02-20",
     "Zorbex Capital übernimmt die Siemens-Tochter Innomotics für 3 Milliarden Euro.",
     "Zorbex Capital acquisition_price level 3000000000 EUR asserted with Innomotics"},
    {"PassesTheValueOfTheYearBefore", "2025-02-20",
     "Der Umsatz der Brandner AG übertraf mit 48 Millionen Euro die Prognose.",
     "Brandner revenue level 48000000 EUR asserted"},
    {"PartThatEndsLikeAFirm", "2025-02-20",
     "Siemens wächst. In der Sparte Digital Industries sank der Umsatz auf 4 Milliarden Euro.",
     "Siemens revenue level 4000000000 EUR asserted @segment:digital"},
    {"StaffBehindCuts", "2025-02-20",
     "Bei der Brandner AG fallen 1400 Stellen weg. Der Konzern kommt auf 5800 Beschäftigte.",
     "Brandner job_cuts level 1400 job expected\nBrandner headcount level 5800 employee asserted"},
    {"MoreOrLess", "2025-02-20",
     "Die Brandner AG erwartet einen Umsatz von 15 Millionen plus oder minus 4 Millionen Euro.",
     "Brandner revenue level 15000000 EUR expected by Brandner"},
    {"DaughterInTheReason", "2025-02-20",
     "Siemens baut um. Das Ergebnis fiel auf 5 Millionen Euro, weil der Konzern 9 Millionen für Risiken der "
     "Tochter Innomotics zurücklegte.",
     "Siemens profit level 5000000 EUR asserted"},
    {"TogetherWithANameNobodyKnows", "2025-02-20",
     "Die Zorbex und die Brandner AG beschäftigen zusammen 750 Menschen.", ""},
    {"WhatFallsToAPart", "2025-02-20",
     "Die Brandner AG setzte 10 Millionen Euro um, wovon 7 Millionen auf die Schmuckmarken entfielen.",
     "Brandner revenue level 10000000 EUR asserted\nBrandner revenue level 7000000 EUR asserted "
     "@segment:unnamed"},
    {"WrittenOffLoans", "2025-02-20", "Die Brandner AG muss 14 Millionen Euro auf Kredite abschreiben.",
     "Brandner costs level 14000000 EUR asserted"},
    {"WhoGives", "2025-02-20", "Zorbex bekommt 17 Millionen Euro von Siemens.", ""},
    {"PartsWithItsStaff", "2025-02-20", "Die Brandner AG trennt sich von 100 Beschäftigten.",
     "Brandner job_cuts level 100 employee asserted"},
    {"CirclesThatHaveNoName", "2025-02-20", "Laut Finanzkreisen setzte Siemens 10 Milliarden Euro um.",
     "Siemens revenue level 10000000000 EUR asserted"},
    {"SumBeforeTheVerbIsNoName", "2025-02-20",
     "Für 3 Milliarden Euro kaufte Siemens den Konkurrenten Zorbex.",
     "Siemens acquisition_price level 3000000000 EUR asserted"},
    {"MinusOfTheYearBefore", "2025-02-20",
     "Die Brandner AG machte 2024 einen Gewinn von 30 Millionen Euro, nachdem im Vorjahr ein Minus von 5 "
     "Millionen angefallen war.",
     "Brandner profit level 30000000 EUR 2024-01-01..2025-01-01 asserted\n"
     "Brandner loss level 5000000 EUR 2023-01-01..2024-01-01 asserted"},
    {"MinusIsAChange", "2025-02-20",
     "Die Brandner AG machte 2024 einen Gewinn von 30 Millionen Euro, ein Minus von 5 Millionen.",
     "Brandner profit level 30000000 EUR 2024-01-01..2025-01-01 asserted\n"
     "Brandner profit decrease 5000000 EUR 2024-01-01..2025-01-01 asserted"},
    {"YearBeforeInBracketsBehindTheVerb", "2025-02-20",
     "2024 setzte die Brandner AG 15 Millionen Euro um (Vorjahr: 12 Millionen), unter dem Strich blieben 2 "
     "Millionen.",
     "Brandner revenue level 15000000 EUR 2024-01-01..2025-01-01 asserted\n"
     "Brandner revenue level 12000000 EUR 2023-01-01..2024-01-01 asserted\n"
     "Brandner profit level 2000000 EUR 2024-01-01..2025-01-01 asserted"},
    {"AdjustedByItsAdjective", "2025-02-20",
     "Das bereinigte operative Ergebnis (Ebit) der Brandner AG stieg auf 8 Millionen Euro.",
     "Brandner operating_profit level 8000000 EUR asserted @adjusted"},
    {"AdjustedByItsAdverb", "2025-02-20", "Die Brandner AG verdiente bereinigt 3 Millionen Euro.",
     "Brandner profit level 3000000 EUR asserted @adjusted"},
    {"NameInTheBrackets", "2025-02-20",
     "Die Brandner AG rechnet mit einem operativen Gewinn (Ebitda) von 5 Millionen Euro.",
     "Brandner operating_profit level 5000000 EUR expected @ebitda by Brandner"},
    {"RangeOfBefore", "2025-02-20",
     "Der Umsatz der Brandner AG soll um 4 bis 5 Prozent steigen (bisher: 3 bis 4 Prozent).",
     "Brandner revenue increase 4..5 % expected\nBrandner revenue increase 3..4 % expected"},
    {"WorseEndFirst", "2025-02-20", "Die Brandner AG machte einen Verlust von 80 bis 30 Millionen Euro.",
     "Brandner loss level 30000000..80000000 EUR asserted"},
    {"ToBeExpected", "2025-02-20", "Bei der Brandner AG ist ein Verlust von 3 Millionen Euro zu erwarten.",
     "Brandner loss level 3000000 EUR expected"},
    {"StaffOfANamedPlant", "2025-02-20", "Die Brandner AG beschäftigt im Werk Altdorf 300 Menschen.",
     "Brandner headcount level 300 employee asserted @region:altdorf"},
    {"StaffOfATown", "2025-02-20", "Die Brandner AG beschäftigt in Hamburg 300 Menschen.",
     "Brandner headcount level 300 employee asserted @region:hamburg"},
    {"StaffOfAllPlants", "2025-02-20", "Die Brandner AG beschäftigt in ihren Werken 3000 Menschen.",
     "Brandner headcount level 3000 employee asserted"},
    {"TogetherWithTheDaughter", "2025-02-20",
     "Zusammen mit der Tochter Eurowings kommt die Lufthansa auf 7 Milliarden Euro Umsatz.", ""},
    {"ChiefOfAFirmThatIsAWord", "2025-02-20",
     "Puma-Chef Max Muster baut um. Der Umsatz sank um 5 Prozent auf 2 Milliarden Euro.",
     "Puma revenue decrease 5 % asserted\nPuma revenue level 2000000000 EUR asserted"},
    {"PredicateBehindAnd", "2025-02-20",
     "Die Brandner AG verdiente 9 Millionen Euro und setzte 76 Millionen um.",
     "Brandner profit level 9000000 EUR asserted\nBrandner revenue level 76000000 EUR asserted"},
    {"EachNounRightBehindItsFigure", "2025-02-20",
     "Die Brandner AG machte 5 Millionen Euro Verlust bei 90 Millionen Euro Umsatz.",
     "Brandner loss level 5000000 EUR asserted\nBrandner revenue level 90000000 EUR asserted"},
    {"ForecastOfGrowth", "2025-02-20", "Die Brandner AG hebt ihre Umsatzprognose auf 8 bis 11 Prozent an.",
     "Brandner revenue increase 8..11 % expected"},
    {"GrowthOfTheForecast", "2025-02-20",
     "Die Brandner AG senkt die Gewinnprognose: Nun 4 Prozent Wachstum statt 10 Prozent.",
     "Brandner profit increase 4 % expected\nBrandner profit increase 10 % expected"},
    {"ForecastCutBySoMuch", "2025-02-20",
     "Die Brandner AG senkt die Umsatzprognose um 5 Prozent auf 40 Millionen Euro.",
     "Brandner other decrease 5 % asserted\nBrandner revenue level 40000000 EUR expected"},
    {"TrustedToReach", "2025-02-20", "Analysten hatten der Brandner AG 40 Millionen Euro Umsatz zugetraut.",
     "Brandner revenue level 40000000 EUR expected"},
    {"AssumesASum", "2025-02-20", "Die Brandner AG geht von einem Umsatz von 40 Millionen Euro aus.",
     "Brandner revenue level 40000000 EUR expected"},
    {"DamageIsEstimated", "2025-02-20", "Die Brandner AG geht von einem Schaden von 4 Millionen Euro aus.",
     "Brandner damage level 4000000 EUR estimated"},
    {"ShareOfTheStaffThatGoes", "2025-02-20",
     "Die Brandner AG will 2000 Stellen streichen, rund 40 Prozent der Belegschaft.",
     "Brandner job_cuts level 2000 job expected\nBrandner job_cuts level 40 % expected"},
    {"ShareOfTheStaffInTheNextSentence", "2025-02-20",
     "Die Brandner AG will 2000 Stellen streichen. Das sind 40 Prozent der Belegschaft.",
     "Brandner job_cuts level 2000 job expected\nBrandner job_cuts level 40 % expected"},
    {"SomeOfTheStaff", "2025-02-20", "40 Prozent der Belegschaft der Brandner AG arbeiten in Teilzeit.",
     "Brandner other level 40 % asserted"},
    {"WorthOfAnOrder", "2025-02-20",
     "Der Auftrag hat einen Wert von 11 Millionen Euro, wie die Brandner AG mitteilte.",
     "Brandner deal_value level 11000000 EUR asserted by Brandner"},
    {"TargetOfTheShare", "2025-02-20", "Die Testbank hält den fairen Wert der Brandner-Aktie bei 17 Euro.",
     "Brandner share_price level 17 EUR asserted @target"},
    {"ThereIsARegion", "2025-02-20", "Die Brandner AG wächst in Indien. Dort stieg der Umsatz um 18 Prozent.",
     "Brandner revenue increase 18 % asserted @region:india"},
    {"ThereIsATown", "2025-02-20", "Die Brandner AG baut in Ulm. Dort arbeiten 300 Menschen.",
     "Brandner headcount level 300 employee asserted @region:unnamed"},
    {"WhatAFilmBrings", "2025-02-20", "Der Film spielte für die Brandner AG 80 Millionen Euro ein.",
     "Brandner revenue level 80000000 EUR asserted @segment:unnamed"},
    {"MotherWithoutAName", "2025-02-20",
     "Die Brandner AG verdiente 20 Millionen Euro, die Mutter 1,3 Milliarden.",
     "Brandner profit level 20000000 EUR asserted"},
    {"DaughterNobodyKnows", "2025-02-20",
     "Die Brandner AG kam auf 15 Millionen Euro Umsatz, die Tochter Zorbex auf 3 Millionen.",
     "Brandner revenue level 15000000 EUR asserted"},
    {"GroupOfTheDaughter", "2025-02-20",
     "Die Lufthansa-Tochter Eurowings verdiente 20 Millionen Euro. Der Gesamtkonzern verdiente 130 Millionen "
     "Euro.",
     "Eurowings profit level 20000000 EUR asserted\nLufthansa profit level 130000000 EUR asserted"},
    {"FirmThatNobodyKnows", "2025-02-20",
     "Die Brandner AG kaufte den Konkurrenten Zorbex. Die Firma hatte 300 Mitarbeiter.",
     "Zorbex headcount level 300 employee asserted"},
    {"TellsOfItself", "2025-02-20", "Der Umsatz stieg auf 5 Millionen Euro, teilte die Brandner AG mit.",
     "Brandner revenue level 5000000 EUR asserted by Brandner"},
    {"PassengersThatAreCounted", "2025-02-20", "Fraport zählte im Januar 4 Millionen Passagiere.",
     "Fraport sales_volume level 4000000 passenger 2025-01-01..2025-02-01 asserted"},
    {"EndOfTheYearThatIsNotOver", "2025-11-13", "Zum Jahresende beschäftigte die Brandner AG 300 Menschen.",
     "Brandner headcount level 300 employee 2024-01-01..2025-01-01 asserted"},
    {"TimeBehindASemicolon", "2025-11-13",
     "Die Brandner AG lieferte 58 Flugzeuge aus; Ziel für das Jahr 2025 sind 82.",
     "Brandner sales_volume level 58 aircraft asserted"},
    {"MoreThanEver", "2025-02-20", "Mit 3 Millionen Euro hat die Brandner AG so viel verdient wie nie.",
     "Brandner profit level 3000000 EUR asserted"},
    {"ChangeFromAYearEarlierToALevel", "2025-11-13",
     "Siemens' October revenue rose 11.3% from a year earlier to $3 billion.",
     "Siemens revenue increase 11.3 % 2025-10-01..2025-11-01 asserted\n"
     "Siemens revenue level 3000000000 USD 2025-10-01..2025-11-01 asserted"},
    {"FellBelowALevel", "2025-11-13", "Siemens' revenue fell below $5 billion.",
     "Siemens revenue level ..5000000000 USD asserted"},
    {"BidOverASum", "2025-11-13", "Siemens legte ein Gebot über 5 Milliarden Euro für Bosch vor.",
     "Siemens acquisition_price level 5000000000 EUR asserted with Bosch"},
    {"TaiwansDollar", "2025-11-13", "Foxconn's revenue rose to T$895.7 billion.",
     "Foxconn revenue level 895700000000 TWD asserted"},
    {"GroupRevenueBesideAPart", "2025-02-20",
     "Die Sensorsparte von Siemens setzte 3 Milliarden Euro um, der Konzernumsatz lag bei 75 Milliarden "
     "Euro.",
     "Siemens revenue level 3000000000 EUR asserted @segment:sensor\n"
     "Siemens revenue level 75000000000 EUR asserted"},
    {"MetricOfTheBrackets", "2025-02-20", "Umsatz der Brandner AG: 6,3 Mio. Euro (Verlust: 0,4 Mio. Euro).",
     "Brandner revenue level 6300000 EUR asserted\nBrandner loss level 400000 EUR asserted"},
    {"YearAsFirmsWriteIt", "2025-02-20", "Die Brandner AG erzielte in 2024 Erlöse von 6 Millionen Euro.",
     "Brandner revenue level 6000000 EUR 2024-01-01..2025-01-01 asserted"},
    {"WholeYearBehindAQuarter", "2025-01-30",
     "SAP verdiente im vierten Quartal 2 Milliarden Euro. Im gesamten Jahr lag der Gewinn bei 9 Milliarden "
     "Euro.",
     "SAP profit level 2000000000 EUR 2024-10-01..2025-01-01 asserted\n"
     "SAP profit level 9000000000 EUR 2024-01-01..2025-01-01 asserted"},
    {"RegionHoldsBehindAComma", "2025-02-20",
     "In Japan sank der Umsatz von ABB auf 2 Mrd. Euro, der Gewinn auf 90 Mio. Euro.",
     "ABB revenue level 2000000000 EUR asserted @region:japan\n"
     "ABB profit level 90000000 EUR asserted @region:japan"},
    {"RegionOfTheSecondClause", "2025-02-20",
     "In Japan sank der Umsatz von ABB auf 2 Mrd. Euro, in Polen stieg er auf 1 Mrd. Euro.",
     "ABB revenue level 2000000000 EUR asserted @region:japan\n"
     "ABB revenue level 1000000000 EUR asserted @region:poland"},
    {"WhoSetsATargetIsNotItsFirm", "2025-02-20",
     "ABB legte Zahlen vor. Die Commerzbank senkte das Kursziel auf 48 Euro.",
     "ABB share_price level 48 EUR asserted @target"},
    {"TargetOfNobody", "2025-02-20", "Die Commerzbank rät zum Kauf. Die Bank sieht das Kursziel bei 48 Euro.",
     ""},
    {"PricesOfTheHousingMarket", "2025-02-20",
     "Die Commerzbank rechnet damit, dass die Wohnungspreise um 2 Prozent steigen.", ""},
    {"LastYearInATextWithoutADay", "",
     "Siemens wurde 1987 umgebaut. Im vergangenen Jahr stieg der Umsatz auf 4 Milliarden Euro.",
     "Siemens revenue level 4000000000 EUR asserted"},
    {"LastYearInAnUndatedText", "", "Siemens was split in 1987. Last year revenue rose to 4 billion euros.",
     "Siemens revenue level 4000000000 EUR asserted"},
    {"MotherInARelativeClause", "2025-02-20",
     "ABB, dessen Mutter Siemens ist, kaufte das Werk für 20 Millionen Euro.",
     "ABB acquisition_price level 20000000 EUR asserted"},
    {"FirmOfACountryIsAFirmOfItsOwn", "2025-02-20", "Fanuc Deutschland beschäftigt 280 Mitarbeiter.",
     "Fanuc Deutschland headcount level 280 employee asserted"},
    {"PageOfAService", "2025-02-20",
     "Die Facebook-Seite des Vereins wurde gesperrt. Die Kosten betragen 4600 Euro.", ""},
    {"LossesOfWhatWasTold", "2025-02-20",
     "Der Absatz von Opel brach um 31 Prozent ein, Ford verzeichnete Verluste von 22 Prozent.",
     "Opel sales_volume decrease 31 % asserted\nFord sales_volume decrease 22 % asserted"},
    {"WholeOfADaughter", "2025-02-20", "Das Werk führt eine hundertprozentige Tochter von Siemens.", ""},
    {"ShareOfANameOfNoList", "2025-02-20",
     "Siemens baut um. Beim Marktanteil von Radio Kestrelle (14 Prozent) gab es Streit.", ""},
    {"SavingsByAnEffect", "2025-02-20", "Siemens beziffert den Einspareffekt auf 9 Millionen Euro.",
     "Siemens costs decrease 9000000 EUR asserted by Siemens"},
    {"SumOfNobodyByAPronoun", "2025-02-20",
     "Siemens baut um. Sie verweist darauf, dass mehr als 5 Milliarden Euro dafür aufzubringen seien.", ""},
    {"SumOfNobody", "2025-02-20", "Siemens baut um. Auf dem Tisch lagen 30.000 Euro.", ""},
    {"SumOfWhoIsNamedByANoun", "2025-02-20",
     "Siemens baut um. Der Konzern hat einen Topf von 20 Millionen Euro aufgelegt.",
     "Siemens other level 20000000 EUR asserted"},
    {"WhoeverACutHitsInAList", "2025-02-20",
     "Siemens streicht 900 Stellen. Betroffen sind 300 Piloten, 400 Techniker und 200 Mitarbeiter der "
     "Zentrale.",
     "Siemens job_cuts level 900 job expected\n"
     "Siemens job_cuts level 300 employee asserted\n"
     "Siemens job_cuts level 400 employee asserted\n"
     "Siemens job_cuts level 200 employee asserted @region:unnamed"},
    {"WhomASpeechSpeaksTo", "2025-02-20",
     "Siemens baut um. Das haben Sie gesagt, und das wissen Sie. Sie bauen Straßen für 5 Millionen Euro.",
     ""},
    {"WholeYearOfAFirmWithItsOwn", "2024-11-14",
     "Im Gesamtjahr lag der Gewinn von Siemens bei 9 Milliarden Euro.",
     "Siemens profit level 9000000000 EUR 2023-10-01..2024-10-01 asserted"},
    {"WholeYearToComeOfAFirmWithItsOwn", "2025-02-14",
     "Im Gesamtjahr soll der Gewinn von Siemens bei 9 Milliarden Euro liegen.",
     "Siemens profit level 9000000000 EUR 2024-10-01..2025-10-01 expected"},
    {"ProfitOfAYearByItsWord", "2025-01-30",
     "SAP verdiente im vierten Quartal 2 Milliarden Euro. Der Jahresgewinn stieg auf 7 Milliarden Euro.",
     "SAP profit level 2000000000 EUR 2024-10-01..2025-01-01 asserted\n"
     "SAP profit level 7000000000 EUR 2024-01-01..2025-01-01 asserted"},
    {"ProfitOfAnUnknownYear", "2024-07-30",
     "SAP verdiente im zweiten Quartal 2 Milliarden Euro. Der Jahresgewinn lag bei 7 Milliarden Euro.",
     "SAP profit level 2000000000 EUR 2024-04-01..2024-07-01 asserted\n"
     "SAP profit level 7000000000 EUR asserted"},
    {"WhoMadeAStudyIsNotItsSubject", "2025-02-20",
     "Eine Studie von Roland Berger sieht ein Wachstum von 7 Prozent.", ""},
    {"FirmOfNoListThatIsNamed", "2025-02-20",
     "Siemens baut um. Der Vermarktungsring Kestrelle Nord wurde mit einem Marktanteil von 12 Prozent "
     "geführt.",
     ""},
    {"BranchThatIsNamed", "2025-02-20", "Siemens baut um. Der Bereich Mobilität erlöste 11 Milliarden Euro.",
     "Siemens revenue level 11000000000 EUR asserted @segment:mobilität"},
    {"BranchInEnglish", "2025-02-20", "Siemens baut um. Der Bereich Mobility erlöste 11 Milliarden Euro.",
     "Siemens revenue level 11000000000 EUR asserted @segment:mobility"},
    {"BranchWithoutNameIsNoPart", "2025-02-20",
     "Siemens baut um. Im Bereich der Medizin stieg der Umsatz um 4 Prozent.",
     "Siemens revenue increase 4 % asserted"},
    {"BranchThatAddsToRevenue", "2025-02-20",
     "Thyssenkrupp legte Zahlen vor. Die Stahlsparte trug 3 Milliarden Euro zum Umsatz bei.",
     "Thyssenkrupp revenue level 3000000000 EUR asserted @segment:steel"},
    {"MoneyForStaffIsNoStaff", "2025-02-20",
     "Siemens zahlt den Mitarbeitern 200 Millionen und den Aktionären 300 Millionen Euro.",
     "Siemens other level 200000000 EUR asserted\n"
     "Siemens dividend level 300000000 EUR asserted @total"},
    {"GroupIsNoPage", "2025-02-20", "Der Umsatz der Brandner-Gruppe stieg um 5 Prozent.",
     "Brandner revenue increase 5 % asserted"},
    {"PostIsAFirm", "2025-02-20", "Die Deutsche-Post-Aktie stieg um 3 Prozent.",
     "DHL share_price increase 3 % asserted"},
    {"FirmThatAnotherHasValued", "2026-03-10",
     "Die Migros hatte Hotelplan zuletzt mit 200 Millionen Franken bewertet.",
     "Hotelplan valuation level 200000000 CHF asserted"},
    {"FirmThatIsValuedAtARound", "2026-03-10",
     "OpenAI wurde zuletzt von Microsoft mit 300 Milliarden Dollar bewertet.",
     "OpenAI valuation level 300000000000 USD asserted"},
    {"OnlyBySoMuch", "2026-03-10", "Die Aktie von SAP verlor 3 Prozent, Siemens lediglich um 1 Prozent.",
     "SAP share_price decrease 3 % asserted\n"
     "Siemens share_price decrease 1 % asserted"},
    {"ShareholdersOfTheTarget", "2026-03-10",
     "Die UBS übernimmt die Credit Suisse für drei Milliarden Franken. CS-Aktionäre erhalten damit 76 Rappen "
     "je Titel.",
     "UBS acquisition_price level 3000000000 CHF asserted with Credit Suisse\n"
     "UBS acquisition_price level 0.76 CHF asserted with Credit Suisse"},
    {"SaidToBeFalse", "2026-03-10", "Falsch ist, dass Siemens 5000 Stellen streicht.",
     "Siemens job_cuts level 5000 job denied"},
    {"SharesThatBringMoney", "2026-03-10",
     "Klarna gab 34,3 Millionen Aktien zu je 40 Dollar aus und erlöste 1,37 Milliarden Dollar.",
     "Klarna other level 34300000 share asserted\n"
     "Klarna share_price level 40 USD asserted\n"
     "Klarna funding level 1370000000 USD asserted"},
    {"SharesOfMany", "2026-03-10",
     "Thyssenkrupp bleibt mit 51 Prozent Mehrheitsaktionär, 49 Prozent gingen an die Aktionäre.",
     "Thyssenkrupp stake level 51 % asserted"},
    {"OfferTurnedDown", "2026-03-10",
     "Die Zurich-Versicherung bietet 7,7 Milliarden Pfund für den britischen Spezialversicherer Beazley. "
     "Beazley lehnte das Angebot von 1280 Pence je Aktie ab.",
     "Zurich Insurance acquisition_price level 7700000000 GBP asserted with Beazley\n"
     "Zurich Insurance acquisition_price level 12.8 GBP asserted with Beazley"},
    {"WhatStaysWithAFirm", "2026-03-10",
     "Amrize erzielte einen Umsatz von 11,7 Milliarden Dollar, Holcim verbleiben 16,2 Milliarden Franken.",
     "Amrize revenue level 11700000000 USD asserted\n"
     "Holcim revenue level 16200000000 CHF asserted"},
    {"ShareholdersBesideEachOther", "2026-03-10",
     "Lenzing wächst. Größter Aktionär ist die B&C Gruppe mit 37 Prozent, der brasilianische "
     "Zellstoffkonzern Suzano hält 15 Prozent.",
     "B&C Gruppe stake level 37 % asserted\n"
     "Suzano stake level 15 % asserted"},
    {"ConsortiumAroundAFirm", "2026-03-10",
     "Ein Konsortium um die SV Sparkassenversicherung kauft 24,95 Prozent, die Förderbank KfW weitere 24,95 "
     "Prozent.",
     "SV Sparkassenversicherung stake level 24.95 % asserted\n"
     "KfW stake level 24.95 % asserted"},
    {"SharesOfAFine", "2026-03-10",
     "Gegen Delivery Hero und Glovo wurde eine Strafe von 329 Millionen Euro verhängt. Auf Delivery Hero "
     "entfallen 223 Millionen Euro, auf Glovo 106 Millionen Euro.",
     "Delivery Hero fine level 329000000 EUR asserted\n"
     "Delivery Hero fine level 223000000 EUR asserted\n"
     "Glovo fine level 106000000 EUR asserted"},
    {"SavedInCosts", "2026-03-10", "Die UBS will 13 Milliarden Dollar an Kosten sparen.",
     "UBS costs decrease 13000000000 USD expected"},
    {"JobsOfWhoTakesIn", "2026-03-10",
     "Die UBS streicht Stellen. Im Zuge der Integration der Credit Suisse fallen rund 3000 Stellen weg.",
     "UBS job_cuts level 3000 job expected"},
    {"HalfYearBeforeOfAHalfYear", "2026-03-10",
     "Im ersten Halbjahr stieg der Umsatz von Lenzing auf 1,34 Mrd. Euro. Nach Steuern blieb ein Gewinn von "
     "15,2 Mio. Euro, nach einem Verlust von 65,4 Mio. im Vorjahr.",
     "Lenzing revenue level 1340000000 EUR 2025-01-01..2025-07-01 asserted\n"
     "Lenzing profit level 15200000 EUR 2025-01-01..2025-07-01 asserted\n"
     "Lenzing loss level 65400000 EUR 2024-01-01..2024-07-01 asserted"},
    {"SwissSpellingOfAVerb", "2026-03-10", "Siemens entliess 300 Mitarbeiter.",
     "Siemens job_cuts level 300 employee asserted"},
    {"SwissSpellingOfAFirm", "2026-03-10",
     "Die UBS wächst. Die Aktien der Grossbank gaben um 3,2 Prozent nach.",
     "UBS share_price decrease 3.2 % asserted"},
    {"SwissSpellingOfAPhrase", "2026-03-10", "Grösster Aktionär von Siemens ist BMW mit 3 Prozent.",
     "BMW stake level 3 % asserted with Siemens"},
    {"LossBehindTheBottomLine", "2026-03-10",
     "Continental hat unter dem Strich 165 Millionen Euro Verlust gemacht.",
     "Continental loss level 165000000 EUR asserted"},
    {"CentsBeforeBrackets", "2026-03-10", "Lufthansa zahlt eine Dividende von 33 (30) Cent je Aktie.",
     "Lufthansa dividend level 0.33 EUR asserted"},
    {"EntersWithASum", "2026-03-10",
     "Nvidia beteiligt sich mit zwei Milliarden Dollar am Chipdesign-Spezialisten Synopsys. Damit hält "
     "Nvidia 2,6 Prozent.",
     "Nvidia investment level 2000000000 USD asserted with Synopsys\n"
     "Nvidia stake level 2.6 % asserted with Synopsys"},
    {"SharesByThePiece", "2026-03-10",
     "Nvidia kaufte Stammaktien von Synopsys zum Preis von 414,79 Dollar je Stück.",
     "Nvidia acquisition_price level 414.79 USD asserted with Synopsys"},
    {"EachSumHasItsTarget", "2026-03-10",
     "Nvidia steckt fünf Milliarden Dollar in Intel und eine Milliarde Dollar in Nokia.",
     "Nvidia investment level 5000000000 USD asserted with Intel\n"
     "Nvidia investment level 1000000000 USD asserted with Nokia"},
    {"DaughtersThatAreNamed", "2026-03-10",
     "Die Lufthansa wächst. Dagegen verdienten die Töchter Zorb und Kvist 502 Millionen Franken.", ""},
    {"BrandOfAGroup", "2026-03-10", "Die Kernmarke Lufthansa Airlines schrieb 150 Millionen Euro Verlust.",
     "Lufthansa Airlines loss level 150000000 EUR asserted"},
    {"FigurePutRightByPreposition", "2026-03-10",
     "Der Umsatz von Henkel stieg nicht um drei Prozent, sondern nur um ein Prozent.",
     "Henkel revenue increase 3 % denied\n"
     "Henkel revenue increase 1 % asserted"},
    {"FigurePutRightAsPlanned", "2026-03-10", "Henkel streicht nicht wie geplant 300 Stellen, sondern 500.",
     "Henkel job_cuts level 300 job denied"},
    {"StateThatBuysGivesNoAid", "2026-03-10",
     "Rheinmetall erhielt vom Bund einen Rahmenvertrag im Wert von 8,5 Milliarden Euro.",
     "Rheinmetall deal_value level 8500000000 EUR asserted"},
    {"InvestorsOnOneSide", "2026-03-10",
     "TSMC investiert gemeinsam mit Bosch, Infineon und NXP zehn Milliarden Euro in ein Werk in Dresden.",
     "TSMC investment level 10000000000 EUR asserted"},
    {"TheDealThatWasTold", "2026-03-10",
     "Adnoc verhandelt über den Kauf von Covestro. Der Deal hat ein Volumen von 80 Milliarden Dollar.",
     "Adnoc acquisition_price level 80000000000 USD asserted with Covestro"},
    {"TargetBeforeItsBuyer", "2026-03-10",
     "Das Übernahmeangebot für Covestro läuft bis Freitag. Adnoc hält bereits 54 Prozent der Aktien.",
     "Adnoc stake level 54 % asserted with Covestro"},
    {"WhoFearsIsASource", "2026-03-10",
     "Die IG Metall befürchtet den Verlust von 5000 Arbeitsplätzen bei Thyssenkrupp.",
     "Thyssenkrupp job_cuts level 5000 job expected by IG Metall"},
    {"JobsAtStake", "2026-03-10", "Bei Siemens stehen 1000 Stellen auf dem Spiel.",
     "Siemens job_cuts level 1000 job possible"},
    {"UnknownNameBehindAComma", "2026-03-10",
     "VW setzte 300 Milliarden Euro um, Zalvento kam auf 200 Milliarden.",
     "Volkswagen revenue level 300000000000 EUR asserted"},
    {"KnownNameBehindAComma", "2026-03-10", "VW setzte 300 Milliarden Euro um, Audi 60 Milliarden.",
     "Volkswagen revenue level 300000000000 EUR asserted\n"
     "Audi revenue level 60000000000 EUR asserted"},
    {"WhoseWorthSomebodyTells", "2026-03-10",
     "Porsche macht Kasse. Den Börsenwert des Unternehmens beziffert der „Focus“ auf 17 Milliarden Euro.",
     "Porsche market_cap level 17000000000 EUR asserted by Focus"},
    {"PriceOfAShareIsNoPrice", "2026-03-10",
     "Die Aktien von Porsche wurden zu einem Preis von 25 Euro je Aktie platziert.",
     "Porsche share_price level 25 EUR asserted"},
    {"MergedFirm", "2026-03-10",
     "Swisscom übernimmt Vodafone Italia für acht Milliarden Euro. Das fusionierte Unternehmen kommt auf "
     "einen Umsatz von 7,3 Milliarden Euro.",
     "Swisscom acquisition_price level 8000000000 EUR asserted with Vodafone"},
    {"NameThatIsNoSum", "2026-03-10", "Roche übernimmt 89bio für bis zu 3,5 Milliarden Dollar.",
     "Roche acquisition_price level ..3500000000 USD asserted with 89bio"},
    {"MakerByItsProduct", "2026-03-10",
     "Der kalifornische iPhone-Hersteller verdiente 23,4 Milliarden Dollar.",
     "Apple profit level 23400000000 USD asserted"},
    {"MotherByItsDaughter", "2026-03-10", "Die Google-Mutter steigerte den Umsatz um 14 Prozent.",
     "Alphabet revenue increase 14 % asserted"},
    {"MotherWithHerName", "2026-03-10", "Die Google-Mutter Alphabet verdiente 30 Milliarden Dollar.",
     "Alphabet profit level 30000000000 USD asserted"},
    {"CrownsAtHome", "2026-03-10", "Ericsson verdiente 4,6 Milliarden Kronen.",
     "Ericsson profit level 4600000000 SEK asserted"},
    {"CrownsOfNobody", "2026-03-10", "Ericsson verdiente 4,6 Milliarden norwegische Kronen.",
     "Ericsson profit level 4600000000 NOK asserted"},
    {"FirmsInThePlural", "2026-03-10",
     "SAP verdiente 1,5 Milliarden Euro. Die kleineren Softwareunternehmen verdienten zusammen 300 Millionen "
     "Euro.",
     "SAP profit level 1500000000 EUR asserted"},
    {"WholeTrade", "2026-03-10", "Audi streicht 300 Stellen. In der Branche wurden 50.000 Stellen abgebaut.",
     "Audi job_cuts level 300 job expected"},
    {"OneFirmInTheDative", "2026-03-10",
     "Audi streicht Jobs. Insgesamt sollen bei dem Autobauer 300 Stellen wegfallen.",
     "Audi job_cuts level 300 job expected"},
    {"ExpertsExpectOfTheFirm", "2026-03-10",
     "Siemens verdiente im Quartal 2,5 Milliarden Euro. Von Bloomberg befragte Fachleute hatten mit 1,3 "
     "Milliarden gerechnet.",
     "Siemens profit level 2500000000 EUR asserted\n"
     "Siemens profit level 1300000000 EUR expected"},
    {"ChangeBehindAVerb", "2026-03-10",
     "Adidas erwartet 2026 einen Gewinn von 2,3 Milliarden Euro. 2025 waren es 2,06 Milliarden Euro gewesen, "
     "ein Plus von 54 Prozent.",
     "Adidas profit level 2300000000 EUR 2026-01-01..2027-01-01 expected by Adidas\n"
     "Adidas profit level 2060000000 EUR 2025-01-01..2026-01-01 asserted\n"
     "Adidas profit increase 54 % 2025-01-01..2026-01-01 asserted"},
    {"KinOfAPersonsFirm", "2026-03-10",
     "Spotify-Gründer Daniel Ek, dessen Investmentfirma Prima Materia 100 Millionen Euro investiert hatte, "
     "schweigt.",
     "Prima Materia investment level 100000000 EUR asserted"},
    {"VerbAroundARelativeClause", "2026-03-10",
     "Die Deutsche Bank, deren Tochter DWS 500 Milliarden Euro verwaltet, verdiente 4 Milliarden Euro.",
     "DWS other level 500000000000 EUR asserted\n"
     "Deutsche Bank profit level 4000000000 EUR asserted"},
    {"ShareToBeBought", "2026-03-10", "BMW will 10 Prozent an Daimler kaufen.",
     "BMW stake level 10 % expected with Daimler"},
    {"ShareKeptByTheMother", "2026-03-10",
     "Thyssenkrupp hat den Börsengang seiner Tochter TKMS abgeschlossen. Der Mutterkonzern behält 51 "
     "Prozent.",
     "Thyssenkrupp stake level 51 % asserted"},
    {"KeptInMindIsNoShare", "2026-03-10", "Siemens will das Ziel von 25 Prozent im Auge behalten.",
     "Siemens other level 25 % expected"},
    {"BiggestShareholder", "2026-03-10",
     "Größter Aktionär der Lufthansa ist die Kühne Holding mit 20 Prozent.",
     "Kühne Holding stake level 20 % asserted with Lufthansa"},
    {"MinusOfAShare", "2026-03-10",
     "Mit einem Minus von 6,1 Prozent auf 41,20 Euro waren Papiere von BASF das Schlusslicht im Dax.",
     "BASF share_price decrease 6.1 % asserted\n"
     "BASF share_price level 41.2 EUR asserted"},
    {"SpeakerByHisLetters", "2026-03-10",
     "Tiktok soll 530 Millionen Euro Strafe zahlen, teilte die irische Datenschutzbehörde DPC mit.",
     "TikTok fine level 530000000 EUR expected by DPC"},
    {"PartThatIsTheSubject", "2026-03-10",
     "Continental trennt sich von der Sparte Contitech. Die Sparte erwirtschaftete zuletzt 6,4 Milliarden "
     "Euro Umsatz.",
     "Contitech revenue level 6400000000 EUR asserted"},
    {"ShareOfAMarketHasBeen", "2026-03-10",
     "Der Marktanteil von Samsung lag im zweiten Quartal bei 20 Prozent.",
     "Samsung market_share level 20 % 2025-04-01..2025-07-01 asserted"},
    {"LastYearIsReported", "2026-03-10",
     "Die Post AG hat im Vorjahr 3,2 Mrd. Euro umgesetzt. Der Gewinn stieg auf 320 Mio. Euro.",
     "Österreichische Post revenue level 3200000000 EUR 2025-01-01..2026-01-01 asserted\n"
     "Österreichische Post profit level 320000000 EUR 2025-01-01..2026-01-01 asserted"},
    {"PriceThatFramesItsTarget", "2026-03-10", "Netflix will 82 Milliarden Dollar für Warner Bros. zahlen.",
     "Netflix acquisition_price level 82000000000 USD expected with Warner Bros."},
    {"DealOfTheSentenceBefore", "2026-03-10",
     "Der Essenslieferdienst Just Eat Takeaway wird von Prosus übernommen. Prosus zahlt 20,30 Euro je Aktie "
     "oder insgesamt 4,1 Milliarden Euro.",
     "Prosus acquisition_price level 20.3 EUR asserted with Just Eat Takeaway\n"
     "Prosus acquisition_price level 4100000000 EUR asserted with Just Eat Takeaway"},
    {"ShareholdersOfTheBoughtFirm", "2026-03-10",
     "Die Commerzbank soll von Unicredit übernommen werden. Die Aktionäre sollen je Aktie 35 Euro erhalten.",
     "UniCredit acquisition_price level 35 EUR expected with Commerzbank"},
    {"OfferPerShare", "2026-03-10",
     "Adnoc will Covestro übernehmen. Das Angebot beläuft sich auf 62 Euro je Aktie.",
     "Adnoc acquisition_price level 62 EUR asserted with Covestro"},
    {"PaidForIt", "2026-03-10",
     "RWE verkauft die Hälfte seines Anteils am Windpark an den Finanzinvestor KKR. KKR zahlt dafür 2,8 "
     "Milliarden Euro.",
     "KKR acquisition_price level 2800000000 EUR asserted"},
    {"StakeOfTheSentenceBefore", "2026-03-10",
     "Der Finanzinvestor EQT steigt beim Softwareanbieter SAP ein. EQT zahle für 20 Prozent der Anteile rund "
     "600 Millionen Euro.",
     "EQT Partners stake level 20 % asserted with SAP\n"
     "EQT Partners acquisition_price level 600000000 EUR asserted with SAP"},
    {"DividendAfterADealStaysOne", "2026-03-10",
     "Siemens übernimmt Altair. Siemens schlägt eine Dividende von 5 Euro je Aktie vor.",
     "Siemens dividend level 5 EUR expected"},
    {"CompetingBid", "2026-03-10",
     "Netflix will Warner Bros. Discovery für 82,7 Milliarden Dollar kaufen. Paramount hatte zuletzt 30 "
     "Dollar je Aktie geboten.",
     "Netflix acquisition_price level 82700000000 USD expected with Warner Bros. Discovery\n"
     "Paramount acquisition_price level 30 USD asserted with Warner Bros. Discovery"},
    {"FlowsToShareholders", "2026-03-10",
     "Die Commerzbank schüttet mehr aus. Insgesamt fließen 2,7 Milliarden Euro an die Aktionäre.",
     "Commerzbank dividend level 2700000000 EUR asserted @total"},
    {"DamagesOfShareholdersAreNoDividend", "2026-03-10",
     "Wirecard-Aktionäre fordern acht Milliarden Euro Schadenersatz.",
     "Wirecard fine level 8000000000 EUR possible"},
    {"MoneyOfShareholdersIsNoDividend", "2026-03-10",
     "Die Aktionäre steckten zwei Milliarden Euro in die Kapitalerhöhung von Thyssenkrupp.",
     "Thyssenkrupp funding level 2000000000 EUR asserted"},
    {"ToBeValuedAt", "2026-03-10", "OpenAI soll mit drei Milliarden Euro bewertet werden.",
     "OpenAI valuation level 3000000000 EUR expected"},
    {"SpokesmanSpeaksOfHisFirm", "2026-03-10",
     "Der Umsatz werde auf 5 Milliarden Euro steigen, sagte ein Siemens-Sprecher der Nachrichtenagentur "
     "Reuters.",
     "Siemens revenue level 5000000000 EUR expected by Siemens"},
    {"BossOfAFirmIsASource", "2026-03-10",
     "Der Umsatz werde auf 5 Milliarden Euro steigen, sagte der Chef von Siemens.",
     "Siemens revenue level 5000000000 EUR expected by Siemens"},
    {"AnalystSpeaksOfOthers", "2026-03-10",
     "Die Verluste lägen bei 3 Millionen Euro, sagte Deutsche-Bank-Analyst Max Muster.", ""},
    {"PaperThatIsToldIsNoSubject", "2026-03-10",
     "Brandstahl-Chefin Anna Berger sagte der «Welt am Sonntag», man werde in diesem Jahr 300 Millionen Euro "
     "in neue Öfen stecken.",
     ""},
    {"WorthOfAKindOfFirm", "2025-02-20", "Der Wert des Chipkonzerns Nvidia liegt bei 30 Milliarden Euro.",
     "Nvidia market_cap level 30000000000 EUR asserted"},
    {"WorthOfTheFirmThatIsMeant", "2025-02-20",
     "Siemens baut um. Der Wert der Gesellschaft liegt bei 30 Milliarden Euro.",
     "Siemens market_cap level 30000000000 EUR asserted"},
    {"WorthOfShares", "2025-02-20", "Der Wert der Aktien von Siemens liegt bei 30 Milliarden Euro.",
     "Siemens market_cap level 30000000000 EUR asserted"},
    {"WorthOfAFirmOfATown", "2025-02-20", "Der Wert der Münchner Siemens AG liegt bei 30 Milliarden Euro.",
     "Siemens market_cap level 30000000000 EUR asserted"},
    {"WorthOfAPlantOfAFirm", "2025-02-20", "Der Wert der Anlage von Siemens liegt bei 30 Millionen Euro.",
     "Siemens other level 30000000 EUR asserted"},
    {"LossOfAShareBehindARise", "2025-02-20", "SAP steigerte den Umsatz um 5 Prozent, verlor aber 3 Prozent.",
     "SAP revenue increase 5 % asserted\n"
     "SAP share_price decrease 3 % asserted"},
    {"LossesAtTheExchange", "2025-02-20",
     "SAP steigerte den Umsatz um 5 Prozent, verzeichnete an der Börse aber Verluste von 3 Prozent.",
     "SAP revenue increase 5 % asserted\n"
     "SAP share_price decrease 3 % asserted"},
    {"FirmSoldForOneEuro", "2025-02-20", "Siemens hat Osram für 1 Euro verkauft.",
     "Siemens acquisition_price level 1 EUR asserted with Osram"},
    {"FirmThatWasSoldForOneEuro", "2025-02-20", "Osram wurde für 1 Euro verkauft.",
     "Osram acquisition_price level 1 EUR asserted"},
    {"HowFarAForecastWasPassed", "2025-02-20", "Siemens hat die Prognose um 3 Prozent übertroffen.",
     "Siemens other level 3 % asserted"},
    {"TargetThatAFirmIsGiven", "2025-02-20",
     "Siemens baut um. Die Brandner AG erhielt ein Kursziel von 50 Euro.",
     "Brandner share_price level 50 EUR asserted @target"},
    {"TargetOfAHouseOfNoList", "2025-02-20",
     "Siemens legte Zahlen vor. Brandner Research senkte das Kursziel auf 50 Euro.",
     "Siemens share_price level 50 EUR asserted @target"},
    {"StudyOfAFirmIsNotByIt", "2025-02-20", "Eine Analyse zu Siemens ergab ein Umsatzwachstum von 4 Prozent.",
     "Siemens revenue increase 4 % asserted"},
    {"ShareBesideThatOfARival", "2025-02-20",
     "Siemens wächst mit 3 Prozent und Konkurrent ABB mit 2 Prozent.",
     "Siemens other level 3 % asserted\n"
     "ABB other level 2 % asserted"},
    {"ShareOfNobodyBesideThatOfARival", "2025-02-20",
     "Bei Siemens sind es 3 Prozent und Konkurrent ABB kommt auf 2 Prozent.", "ABB other level 2 % asserted"},
    {"CostsByThePiece", "2025-02-20", "Die Kosten von Siemens lagen bei 70 Euro je Anlage.",
     "Siemens costs level 70 EUR asserted"},
    {"CostsByTheMonth", "2025-02-20", "Siemens bietet ein Abo an. Die Kosten betragen 4 Euro pro Monat.",
     "Siemens price level 4 EUR asserted"},
    {"PassengersOnBoard", "2025-02-20", "An Bord der Lufthansa waren 140 Passagiere.", ""},
    {"PassengersCarried", "2025-02-20", "Die Lufthansa beförderte 140 Millionen Passagiere.",
     "Lufthansa sales_volume level 140000000 passenger asserted"},
    {"ThingThatIsSold", "2025-02-20", "Siemens stellt eine Uhr vor. Sie soll ab 320 Euro verkauft werden.",
     "Siemens price level 320.. EUR expected"},
    {"CostsOfACustomer", "2025-02-20", "Siemens bietet ein Abo an. Die Kosten betragen 4 Euro im Monat.",
     "Siemens price level 4 EUR asserted"},
    {"StaffOnStrikeIsNotAllStaff", "2025-02-20", "Bei der Lufthansa streikten 4.000 Beschäftigte.",
     "Lufthansa other level 4000 employee asserted"},
    {"WhoeverACutHits", "2025-02-20",
     "Siemens streicht 900 Stellen. Betroffen sind 300 Mitarbeiter in Erlangen.",
     "Siemens job_cuts level 900 job expected\n"
     "Siemens job_cuts level 300 employee asserted @region:erlangen"},
    {"WorthOfAService", "2025-02-20", "Der Wert dieser Leistung von Siemens liegt bei 4 Millionen Euro.",
     "Siemens other level 4000000 EUR asserted"},
    {"UpToAHeight", "2025-02-20", "Siemens haftet für Kredite bis zur Höhe von 30 Millionen Euro.",
     "Siemens debt level ..30000000 EUR asserted"},
    {"ClauseBehindACommaWithoutAnd", "2025-02-20",
     "Geworben wurde in der Süddeutschen Zeitung, die Ausgaben dafür beliefen sich auf 40.000 Euro.", ""},
    {"CarmakersAreSeveral", "2025-02-20",
     "Opel baut um. Die großen Autobauer verbuchten ein Minus von 30 Prozent.", ""},
    {"RaiseOfWages", "2025-02-20", "Siemens bot eine Anhebung der Löhne um 3 Prozent an.",
     "Siemens other increase 3 % asserted"},
    {"MinusApartInBrackets", "2025-02-20", "Siemens verdiente 60 Millionen Euro (- 4 Prozent).",
     "Siemens profit level 60000000 EUR asserted\n"
     "Siemens profit decrease 4 % asserted"},
    {"SecondHalfOfAVerbBeforeTheLevel", "2025-02-20", "Der Dax legte um 0,7 Prozent zu auf 22.000 Punkte.",
     "DAX other increase 0.7 % asserted @index\n"
     "DAX other level 22000 point asserted @index"},
    {"TargetIsOfTheFirmBehindFor", "2025-02-20", "UBS hob das Kursziel für Siemens von 210 auf 225 Euro an.",
     "Siemens share_price level 210 EUR asserted @target\n"
     "Siemens share_price level 225 EUR asserted @target"},
    {"PricePerShareOfACompound", "2025-02-20", "Der Kaufpreis je ABB-Aktie wurde auf 40 Franken festgelegt.",
     "ABB acquisition_price level 40 CHF asserted"},
    {"BaseOfAComparison", "2025-02-20", "Siemens bietet 8 Prozent mehr gegenüber dem Schlusskurs.",
     "Siemens other increase 8 % asserted"},
    {"JobsThatNobodyCuts", "2025-02-20", "Siemens steht für 3000 Arbeitsplätze.",
     "Siemens headcount level 3000 job asserted"},
    {"IndexInACompound", "2025-02-20", "Siemens enttäuschte. Der Dax-Titel fiel um 3 Prozent.",
     "Siemens share_price decrease 3 % asserted"},
    {"ForecastYearIsNotOver", "2024-12-20",
     "Toshiba erwartet für das Geschäftsjahr 2024 einen Umsatz von 3 Billionen Yen.",
     "Toshiba revenue level 3000000000000 JPY 2024-04-01..2025-04-01 expected by Toshiba"},
    {"PointsAtALevel", "2025-02-20", "Der Dax notierte 0,6 Prozent höher bei 22.000 Punkten.",
     "DAX other increase 0.6 % asserted @index\n"
     "DAX other level 22000 point asserted @index"},
    {"SecondIndexBehindAnd", "2025-02-20", "Der Dax gewann 0,6 Prozent und der TecDax verlor 0,4 Prozent.",
     "DAX other increase 0.6 % asserted @index\n"
     "TecDAX other decrease 0.4 % asserted @index"},
    {"WhatProvisionsAreFor", "2025-02-20",
     "Die Commerzbank senkte die Risikovorsorge für Darlehen auf 700 Millionen Euro.",
     "Commerzbank costs level 700000000 EUR asserted"},
    {"StaffOfAPlant", "2025-02-20",
     "Besonders treffen die Entlassungen bei Siemens das Werk Kempten mit 900 Mitarbeitern.",
     "Siemens headcount level 900 employee asserted @region:kempten"},
    {"SharesThatMoveForward", "2025-02-20", "Siemens rückten etwa 2 Prozent vor.",
     "Siemens share_price increase 2 % asserted"},
    {"ShareOfWhatIsMadeIsNoVolume", "2025-02-20", "Siemens fertigt 90 Prozent der Züge in Asien.",
     "Siemens other level 90 % asserted @region:asia"},
    {"TaxIsNoFigureOfTheFirm", "2025-02-20", "Bei Flixbus zahlen Fahrgäste 19 Prozent Mehrwertsteuer.", ""},
    {"BuyerInThePassive", "2025-02-20", "ABB wurde 2002 von Siemens für 5 Milliarden Euro übernommen.",
     "Siemens acquisition_price level 5000000000 EUR 2002-01-01..2003-01-01 asserted with ABB"},
    {"PartInFrontOfAClausePutIn", "2025-02-20",
     "Bei der Sparte Bahntechnik, die in Erlangen sitzt, stieg der Umsatz von Siemens um 4 Prozent.",
     "Siemens revenue increase 4 % asserted @segment:bahntechnik"},
    {"DateThatBothFiguresShare", "2025-02-20",
     "Siemens wuchs. Der Umsatz im Vorjahr stieg um 8 Prozent auf 71 Milliarden Euro.",
     "Siemens revenue increase 8 % 2024-01-01..2025-01-01 asserted\n"
     "Siemens revenue level 71000000000 EUR 2024-01-01..2025-01-01 asserted"},
    {"YearComparedWithBeforeTheNewLevel", "2025-02-20",
     "Im Schlussquartal stieg der Gewinn von ABB gegenüber dem Vorjahresquartal auf 900 Millionen Dollar.",
     "ABB profit level 900000000 USD 2024-10-01..2025-01-01 asserted"},
    {"YearBeforeOfAYearThatHasJustEnded", "2025-02-20",
     "Bei Siemens blieb ein Gewinn von 3 Milliarden Euro, nach 2 Milliarden Euro im Jahr davor.",
     "Siemens profit level 3000000000 EUR 2024-01-01..2025-01-01 asserted\n"
     "Siemens profit level 2000000000 EUR 2023-01-01..2024-01-01 asserted"},
    {"ToldSoFarIsOfThisYear", "2025-09-20", "VW lieferte bisher 4 Prozent mehr Wagen aus als im Vorjahr.",
     "Volkswagen sales_volume increase 4 % 2025-01-01..2026-01-01 asserted"},
    {"ReportIsNotWhenTheShareRose", "2025-09-20",
     "Die Siemens-Aktie sank nach dem Bericht zum dritten Quartal um 3 Prozent.",
     "Siemens share_price decrease 3 % asserted"},
    {"SumInBracketsDoesNotRise", "2025-02-20",
     "Der Umsatz von Siemens ist 2024 auf 71 Milliarden Euro (Vorjahr: bereinigt 66 Milliarden Euro) "
     "gestiegen.",
     "Siemens revenue level 71000000000 EUR 2024-01-01..2025-01-01 asserted\n"
     "Siemens revenue level 66000000000 EUR 2023-01-01..2024-01-01 asserted"},
    {"GenitiveIsNoSubject", "2025-02-20",
     "Nach dem Kauf einer Fabrik des Rivalen ABB will Siemens 900 Stellen streichen.",
     "Siemens job_cuts level 900 job expected"},
    {"VerbLeftOut", "2025-02-20",
     "Siemens steigerte den Umsatz auf 71 Milliarden Euro, ABB auf 30 Milliarden Euro.",
     "Siemens revenue level 71000000000 EUR asserted\n"
     "ABB revenue level 30000000000 EUR asserted"},
    {"VerbLeftOutOfShares", "2025-02-20",
     "Die Aktien von Siemens verloren 3,4 Prozent, die von ABB 2,1 Prozent.",
     "Siemens share_price decrease 3.4 % asserted\n"
     "ABB share_price decrease 2.1 % asserted"},
    {"VerbLeftOutEn", "2025-02-20", "Tesco has a market share of 28 percent and Asda 13 percent.",
     "Tesco market_share level 28 % asserted\n"
     "Asda market_share level 13 % asserted"},
    {"PluralVerbBeforeOneFirm", "2025-02-20", "Im frühen Handel fielen Siemens um 1,7 Prozent auf 240 Euro.",
     "Siemens share_price decrease 1.7 % asserted\n"
     "Siemens share_price level 240 EUR asserted"},
    {"PercentInTheRed", "2025-02-20", "ABB lagen mit 1,3 Prozent im Plus.",
     "ABB share_price increase 1.3 % asserted"},
    {"WhatWentBeforeIsNotMeasured", "2025-02-20",
     "Die Siemens-Aktie notierte nach anfänglichen Gewinnen um 2 Prozent niedriger.",
     "Siemens share_price decrease 2 % asserted"},
    {"MeansIsNotMeasured", "2025-02-20", "Den Gewinn hob Siemens durch Entlassungen um 5 Prozent.",
     "Siemens profit increase 5 % asserted"},
    {"SumSaidOnceMore", "2025-02-20",
     "Siemens streicht fünf Prozent der Belegschaft, das wären 1200 Stellen.",
     "Siemens job_cuts level 5 % expected\n"
     "Siemens job_cuts level 1200 job expected"},
    {"GrowthOfTheSumBefore", "2025-02-20",
     "Siemens setzte 2024 71 Milliarden Euro um. Das sind 3 Prozent mehr als im Vorjahr.",
     "Siemens revenue level 71000000000 EUR 2024-01-01..2025-01-01 asserted\n"
     "Siemens revenue increase 3 % 2024-01-01..2025-01-01 asserted"},
    {"SpokenSentencesAreApart", "2025-02-20",
     "\"Ich glaube, dass wir wachsen werden. Siemens setzte 2024 71 Milliarden Euro um.\"",
     "Siemens revenue level 71000000000 EUR 2024-01-01..2025-01-01 asserted"},
    {"OfferedForAPrice", "2025-02-20", "Siemens bietet den Trockner für unter 900 Euro an.",
     "Siemens price level ..900 EUR asserted"},
    {"BidForShares", "2025-02-20", "Siemens will für die ABB-Aktien 60 Euro bieten.",
     "Siemens acquisition_price level 60 EUR expected with ABB"},
    {"OfferedWithoutTax", "2025-02-20",
     "Der Preis steht nicht fest, lag aber bei Siemens bei 900 Euro netto.",
     "Siemens price level 900 EUR asserted"},
    {"ManyOfTheStaff", "2025-02-20",
     "Viele der 320 Beschäftigten von Siemens in Kempten verlieren ihren Job.",
     "Siemens headcount level 320 employee asserted"},
    {"JobsThatArePlanned", "2025-02-20", "Siemens zahlt für 60 zusätzliche Stellen keine Steuer.",
     "Siemens headcount increase 60 job asserted"},
    {"MoneyLentIsNoDebt", "2025-02-20", "Die Commerzbank vergab Kredite von 40 Millionen Euro.",
     "Commerzbank other level 40000000 EUR asserted"},
    {"MoneyLentToAFirm", "2025-02-20",
     "Der Kanton gewährt dem Konzern ABB ein Darlehen von 30 Millionen Franken.",
     "ABB debt level 30000000 CHF asserted"},
    {"CapitalThatIsThere", "2025-02-20", "Siemens verfügt über ein Eigenkapital von 9 Milliarden Euro.",
     "Siemens other level 9000000000 EUR asserted"},
    {"WorthOfAnAsset", "2025-02-20", "Bei Siemens sank der Wert der Gebäude auf 14 Millionen Euro.",
     "Siemens other level 14000000 EUR asserted"},
    {"HeldOfAMarket", "2025-02-20", "Siemens hält im deutschen Markt 23 Prozent.",
     "Siemens market_share level 23 % asserted"},
    {"ProfitCarriedForward", "2025-02-20", "Siemens weist einen Bilanzgewinn von 12 Milliarden Euro aus.",
     "Siemens other level 12000000000 EUR asserted"},
    {"ConsensusIsExpected", "2025-02-20",
     "Die Konsensschätzung für den Umsatz von Siemens liegt bei 72 Milliarden Euro.",
     "Siemens revenue level 72000000000 EUR expected"},
    {"AwardIsNoPrice", "2025-02-20", "Siemens ehrt junge Dichter. Dotiert ist der Preis heuer mit 4000 Euro.",
     ""},
    {"RateOfCurrenciesIsNoShare", "2025-02-20",
     "Der Umsatz von Siemens lag bei 8 Milliarden Euro, ein Zuwachs von 4 Prozent bei gleichen "
     "Währungskursen.",
     "Siemens revenue level 8000000000 EUR asserted\n"
     "Siemens revenue increase 4 % asserted"},
    {"RivalIsSomebodyElse", "2025-02-20",
     "Siemens setzte 71 Milliarden Euro um. Der Konkurrent kam auf einen Umsatz von 30 Milliarden Euro.",
     "Siemens revenue level 71000000000 EUR asserted"},
    {"StaffOfSubsidiaries", "2025-02-20", "Siemens schließt zwei Tochterfirmen mit rund 800 Beschäftigten.",
     ""},
    {"KinOfAFirmIsAFirm", "2025-02-20", "Die Siemens-Tochter Brandner beschäftigt 9000 Mitarbeiter.",
     "Brandner headcount level 9000 employee asserted"},
    {"SpeechIsNoRelativeClause", "2025-02-20",
     "Im Deutschlandfunk sagte Brandner, das Ergebnis der Messe liege bei 7 Millionen Euro.", ""},
    {"ExchangeIsThePlace", "2025-02-20",
     "Siemens baut um. Die Aktie notierte im Handelssystem Xetra mit einem Schlusskurs von 236 Euro.",
     "Siemens share_price level 236 EUR asserted"},
    {"UmAufNach", "2025-02-20",
     "Der Umsatz von Siemens stieg 2024 um zwölf Prozent auf 5,5 Milliarden Euro nach 4,9 Milliarden im "
     "Vorjahr.",
     "Siemens revenue increase 12 % 2024-01-01..2025-01-01 asserted\n"
     "Siemens revenue level 5500000000 EUR 2024-01-01..2025-01-01 asserted\n"
     "Siemens revenue level 4900000000 EUR 2023-01-01..2024-01-01 asserted"},
    {"RoseToFrom", "2025-02-20", "Revenue at Tesco rose 12 percent to £5.5bn in 2024 from £4.9bn.",
     "Tesco revenue increase 12 % 2024-01-01..2025-01-01 asserted\n"
     "Tesco revenue level 5500000000 GBP 2024-01-01..2025-01-01 asserted\n"
     "Tesco revenue level 4900000000 GBP 2023-01-01..2024-01-01 asserted"},
    {"DieBankIsNotTheOneNamedBehindIt", "2025-02-20",
     "Siemens legte Zahlen vor. Siemens ist zufrieden. Auch die Commerzbank meldete sich. Siemens setzte 5 "
     "Milliarden Euro um. Die Bank erhöhte den Gewinn um 5 Prozent, anders als die Deutsche Bank.",
     "Siemens revenue level 5000000000 EUR asserted\n"
     "Commerzbank profit increase 5 % asserted"},
    {"FirmDescribedByAnotherDe", "2023-02-20",
     "Der Siemens-Konkurrent ABB setzte 29 Milliarden Euro um. Der Gewinn der Lufthansa-Tochter Eurowings "
     "stieg auf 200 Millionen Euro.",
     "ABB revenue level 29000000000 EUR asserted\n"
     "Eurowings profit level 200000000 EUR asserted"},
    {"FirmDescribedByAnotherEn", "2023-02-20",
     "Siemens rival ABB had revenue of €29bn. Volkswagen's subsidiary Audi made a profit of €6bn.",
     "ABB revenue level 29000000000 EUR asserted\n"
     "Audi profit level 6000000000 EUR asserted"},
    {"FirmWithoutNameDescribedByAnotherDe", "2023-02-20",
     "Siemens ist zufrieden. Der Siemens-Konkurrent setzte 29 Milliarden Euro um.", ""},
    {"KinOfAFirmBehindBei", "2023-02-20",
     "Siemens ist zufrieden. Beim Siemens-Konkurrenten Zorbex stieg der Umsatz um 5 Prozent.",
     "Zorbex revenue increase 5 % asserted"},
    {"UnknownFirmDescribedByAnotherEn", "2023-02-20",
     "Siemens is content. Siemens rival Zorbex had revenue of €29bn.", ""},
    {"UnitByItsName", "2023-02-20", "Volkswagen is content. The group's Audi unit made a profit of €6bn.",
     "Audi profit level 6000000000 EUR asserted"},
    {"UnitSalesAreOfTheFirm", "2023-02-20", "Boeing unit sales rose 5%.",
     "Boeing sales_volume increase 5 % asserted"},
    {"BuyerOfARival", "2023-02-20", "Bosch kaufte den Siemens-Konkurrenten ABB für 3 Milliarden Euro.",
     "Bosch acquisition_price level 3000000000 EUR asserted with ABB"},
    {"NotEvenThatFirmDe", "2023-02-20",
     "Amazon ist groß. Kein Unternehmen, auch nicht Amazon, machte einen Gewinn von 300 Milliarden Euro.",
     ""},
    {"NotEvenThatFirmEn", "2023-02-20",
     "Amazon is big. No company, not even Amazon, made a profit of €300bn.", ""},
    {"FigureOfSeveralDe", "2023-02-20", "Zusammen kommen BMW und Daimler auf 300 Milliarden Euro Umsatz.",
     ""},
    {"FigureOfSeveralEn", "2023-02-20", "BMW and Daimler had combined sales of €300bn.", ""},
    {"FigureOfTheTwo", "2023-02-20", "BMW hat zusammen mit Daimler 3 Milliarden Euro Umsatz erzielt.", ""},
    {"CombinedRatioIsOfOne", "2023-02-20",
     "Allianz and Munich Re both report. Allianz has a combined ratio of 95%.",
     "Allianz other level 95 % asserted"},
    {"FigureWithAPartner", "2023-02-20", "BMW, together with Daimler, invested €3bn.",
     "BMW investment level 3000000000 EUR asserted with Daimler"},
    {"AnExchangeIsNoPaper", "2025-02-20",
     "The London Stock Exchange, which saw its shares rise 25%, said on Monday it had bought Refinitiv.",
     "London Stock Exchange share_price increase 25 % asserted"},
    {"PronounIsNotWhoIsNamedBehind", "2025-02-20", "Allianz wrote to Siemens. It said Siemens had lost $5m.",
     "Siemens loss level 5000000 USD asserted"},
    {"RivalOfferIsAnother", "2025-02-20",
     "Tesco made a $5bn bid for Sainsbury's, challenging a rival offer by Morrisons.",
     "Tesco acquisition_price level 5000000000 USD asserted with Sainsbury's"},
    {"EachHasItsOwnMove", "2025-02-20",
     "Stocks fell, with Stora Enso down 2%, Metso down 3% and Nokia 1% lower.",
     "Stora Enso share_price decrease 2 % asserted\nMetso share_price decrease 3 % asserted\n"
     "Nokia share_price decrease 1 % asserted"},
    {"OwnerIsNamedBeside", "2025-02-20", "Brandner Alus, which is controlled by Carlsberg, had sales of $5m.",
     ""},
    {"ConjunctionThatIsAPreposition", "2025-02-20",
     "Carlsberg waited after Metso was forced to meet a $31m repair bill.",
     "Metso costs level 31000000 USD asserted"},
    {"ShareOfSomeMarket", "2025-02-20", "Siemens controls 23% of the Polish turbine market.",
     "Siemens market_share level 23 % asserted @region:poland"},
    {"OrderIsWorth", "2025-02-20", "Air Canada signed an order for nine jets, worth $300m.",
     "Air Canada deal_value level 300000000 USD asserted"},
    {"ShareCapitalIsNoPrice", "2025-02-20",
     "New subscriptions raised the share capital of Siemens by 3,000 euros.",
     "Siemens other increase 3000 EUR asserted"},
    {"CountryRaisesItsOwn", "2025-02-20",
     "Siemens builds turbines. Last year China raised its capacity by 12%.", ""},
    {"WhoIsToldIsNoSource", "2025-02-20",
     "\"We owe $5m,\" Erika Muster, a lawyer for Siemens, told Judge Brandner.",
     "Siemens debt level 5000000 USD asserted"},
    {"CodeIsNoSignOfMore", "2025-02-20", "The Tesco Corp <TSC> 13 pct stake was sold.",
     "Tesco stake level 13 % asserted"},
    {"PriceOfAShareCountsNoShares", "2025-02-20",
     "Siemens earned 74 cents a share, including a charge of 818,000.",
     "Siemens profit level 0.74 EUR asserted @per_share"},
    {"ResearcherTellsOfAMarket", "2025-02-20", "A study by Gartner is out. Sales hit a record 156 million.",
     ""},
    {"AskedByABroadcaster", "2025-02-20",
     "Ms Muster told BBC News that it was good. Some 87% were against it.", ""},
    {"AgencyInBracketsIsNoPartner", "2025-02-20", "Tesco buys a software firm for $12m (Reuters).",
     "Tesco acquisition_price level 12000000 USD asserted"},
    {"TimeOfASale", "2025-02-20",
     "Siemens posted a 53% rise in profit, after a fee for the 1999 sale of a unit.",
     "Siemens profit increase 53 % asserted"},
    {"AgreementToBuy", "2025-02-20", "Siemens signed an agreement to acquire Brandner Ltd for $29m in cash.",
     "Siemens acquisition_price level 29000000 USD asserted with Brandner"},
    {"BidIsWorth", "2025-02-20", "Siemens made a bid for Tesco, worth $380m.",
     "Siemens acquisition_price level 380000000 USD asserted with Tesco"},
    {"MarketIsWorth", "2025-02-20", "Tesco is in a market that is worth $25m.",
     "Tesco other level 25000000 USD asserted"},
    {"FellByAndTo", "2025-02-20", "Siemens fell 10 yen to 2,880.",
     "Siemens share_price decrease 10 JPY asserted\nSiemens share_price level 2880 JPY asserted"},
    {"BoughtInADeal", "2025-02-20", "Siemens buys Osram in a $400m deal.",
     "Siemens acquisition_price level 400000000 USD asserted with Osram"},
    {"LowCostIsNoCost", "2025-02-20", "Low-cost carrier Ryanair plans to raise $50m.",
     "Ryanair funding level 50000000 USD expected"},
    {"AnExchangeIsAPlaceToo", "2025-02-20", "Shares listed on the New York Stock Exchange rose 5%.", ""},
    {"BothBeforeTheirMerger", "2005-02-20", "SBC currently employs 163,000 people while AT&T employs 47,000.",
     "SBC Communications headcount level 163000 employee asserted\n"
     "AT&T headcount level 47000 employee asserted"},
    {"BothBeforeTheirMergerToo", "2005-02-20", "NTL had sales of £2bn while Telewest had sales of £1bn.",
     "NTL revenue level 2000000000 GBP asserted\n"
     "Telewest revenue level 1000000000 GBP asserted"},
    {"SwissScale", "2023-02-20", "UBS verdiente 2022 7,6 Mia. Franken.",
     "UBS profit level 7600000000 CHF 2022-01-01..2023-01-01 asserted"},
    {"LossMayCome", "2025-10-08",
     "OpenAI könnte in diesem Jahr einen Verlust von etwa 10 Milliarden Dollar erleiden.",
     "OpenAI loss level 10000000000 USD 2025-01-01..2026-01-01 possible"},
    {"SourceInFront", "2025-08-18",
     "Laut Reuters machte OpenAI im vergangenen Jahr einen Verlust von 5 Milliarden Dollar.",
     "OpenAI loss level 5000000000 USD 2024-01-01..2025-01-01 asserted by Reuters"},
    {"RelativeClauseIsAboutTheFirmBeforeIt", "2025-10-08",
     "Nvidia, das in diesem Jahr eine Marktkapitalisierung von 4 Billionen Dollar überschritt, investiert in "
     "OpenAI.",
     "Nvidia market_cap level 4000000000000.. USD 2025-01-01..2026-01-01 asserted"},
    {"ValuedInARoundOfFunding", "2025-06-04", "Tesco was valued at $1.2bn in the funding round.",
     "Tesco valuation level 1200000000 USD asserted"},
    {"BewertetInDerRunde", "2025-06-04",
     "In der Finanzierungsrunde wurde Siemens mit 1,2 Milliarden Dollar bewertet.",
     "Siemens valuation level 1200000000 USD asserted"},
    {"DeniedThat", "2025-06-04", "Siemens denied that it would cut 900 jobs.",
     "Siemens job_cuts level 900 job denied by Siemens"},
    {"DementierteDass", "2025-06-04", "Siemens dementierte, dass 900 Stellen wegfallen.",
     "Siemens job_cuts level 900 job denied by Siemens"},
    {"SizeInACompoundIsNoFigure", "2025-10-08",
     "OpenAI erklärte, gegen die vorgeschlagene Multi-Milliarden-Dollar-Investition sei das wenig.", ""},
    {"PlanWithPartner", "2025-10-08",
     "Nvidia plant, in den nächsten zehn Jahren 100 Milliarden Dollar in OpenAI zu investieren.",
     "Nvidia investment level 100000000000 USD 2025-10-08..2035-10-08 expected with OpenAI"},
    {"SharePriceOfADay", "2025-10-08", "Die AMD-Aktien schlossen am Montag bei 204 Dollar.",
     "AMD share_price level 204 USD 2025-10-06..2025-10-07 asserted"},
    {"JobsToGo", "2025-01-15", "Bosch will 5.500 Stellen streichen.",
     "Bosch job_cuts level 5500 job expected"},
    {"JobsAreNoHeadcount", "2025-01-15", "Bosch beschäftigt rund 418.000 Mitarbeiter.",
     "Bosch headcount level 418000 employee asserted"},
    {"BoundOfAConversion", "2004-12-16", "Fannie Mae may have to restate up to $9bn (£4.6bn) of profit.",
     "Fannie Mae profit level ..9000000000 USD possible\nFannie Mae profit level ..4600000000 GBP possible"},
    {"FutureToldInThePast", "2004-08-31", "Motorola said it would cut 1,000 jobs.",
     "Motorola job_cuts level 1000 job expected by Motorola"},
    {"MoreIsNoIncrease", "2005-02-21", "Walmart employs more than 50,000 people.",
     "Walmart headcount level 50000.. employee asserted"},
    {"PartOfSalesIsNoRevenue", "2005-02-21", "Walmart generates 80% of its sales abroad.",
     "Walmart other level 80 % asserted"},
    {"StakeOfTheHolder", "2024-06-18", "Volkswagen hält 25,1 Prozent an Rheinmetall.",
     "Volkswagen stake level 25.1 % asserted with Rheinmetall"},
    {"SecondPredicateIsNoForecast", "2015-03-02",
     "BASF machte 2014 einen Umsatz von 74 Milliarden Euro und will weiter wachsen.",
     "BASF revenue level 74000000000 EUR 2014-01-01..2015-01-01 asserted"},
    {"RelativeClauseIsNoForecast", "2009-07-24",
     "Volkswagen wird Rheinmetall beliefern, das 20 Prozent an Siemens hält.",
     "Rheinmetall stake level 20 % asserted with Siemens"},
    {"ParticleAtTheEnd", "2025-03-06", "Der operative Gewinn von Siemens bricht um 39 Prozent ein.",
     "Siemens operating_profit decrease 39 % asserted"},
    {"BetterThanExpectedIsNoForecast", "2025-03-06",
     "Siemens machte 2024 einen Gewinn von 9 Milliarden Euro, mehr als erwartet.",
     "Siemens profit level 9000000000 EUR 2024-01-01..2025-01-01 asserted"},
    {"CentsAreShared", "2025-02-01", "Die Dividende von Siemens steigt von 45 auf 68 Cent.",
     "Siemens dividend level 0.45 EUR asserted\nSiemens dividend level 0.68 EUR asserted"},
    {"PartAndWhole", "2025-01-15", "Bosch will 3.900 Stellen streichen, davon 3.300 in Deutschland.",
     "Bosch job_cuts level 3900 job expected\nBosch job_cuts level 3300 job expected @region:germany"},
    {"PartOfTheBusiness", "2025-03-20",
     "In der Stärkesparte setzte die Siemens AG 2024 rund 480 Millionen Euro um.",
     "Siemens revenue level 480000000 EUR 2024-01-01..2025-01-01 asserted @segment:starch"},
    {"PartNamedBehindIt", "2025-03-20",
     "Der Umsatz von Siemens stieg 2024 in der Sparte Antriebe auf 5,5 Milliarden Euro.",
     "Siemens revenue level 5500000000 EUR 2024-01-01..2025-01-01 asserted @segment:antriebe"},
    {"PartOfTheBusinessInEnglish", "2025-01-31",
     "Revenue at the cloud computing division of IBM was $3.4bn in 2024.",
     "IBM revenue level 3400000000 USD 2024-01-01..2025-01-01 asserted @segment:cloud"},
    {"PartNamedByTheMetric", "2025-01-31", "IBM had cloud revenue of $3.4bn in 2024.",
     "IBM revenue level 3400000000 USD 2024-01-01..2025-01-01 asserted @segment:cloud"},
    {"PartOfTheWorld", "2025-01-31", "IBM had revenue of $1.1bn in the United States in 2024.",
     "IBM revenue level 1100000000 USD 2024-01-01..2025-01-01 asserted @region:united_states"},
    {"PartsOfTheWorld", "2025-01-31", "Siemens beschäftigt in Deutschland und der Schweiz 7.400 Mitarbeiter.",
     "Siemens headcount level 7400 employee asserted @region:germany+switzerland"},
    {"PartOfBoth", "2025-01-31", "Das bereinigte Ebitda von Siemens in China lag 2024 bei 90 Millionen Euro.",
     "Siemens operating_profit level 90000000 EUR 2024-01-01..2025-01-01 asserted @adjusted_ebitda "
     "region:china"},
    {"WholeInSpiteOfAPart", "2025-01-31",
     "Dank der Cloud-Sparte stieg der Umsatz von IBM 2024 auf 62 Milliarden Dollar.",
     "IBM revenue level 62000000000 USD 2024-01-01..2025-01-01 asserted"},
    {"WholeBesideAPart", "2025-01-31",
     "Siemens beschäftigt in Deutschland 7.400 Menschen, weltweit 18.500 Menschen.",
     "Siemens headcount level 7400 employee asserted @region:germany\n"
     "Siemens headcount level 18500 employee asserted"},
    {"SeasonIsNoPart", "2025-01-31",
     "Im Weihnachtsgeschäft setzte Amazon 2024 rund 170 Milliarden Dollar um.",
     "Amazon revenue level 170000000000 USD 2024-01-01..2025-01-01 asserted"},
    {"PriceTargetIsNoPrice", "2025-03-05", "Analysts raised their price target for shares in IBM to $245.",
     "IBM share_price level 245 USD asserted @target"},
    {"SomeOfAll", "2025-01-15", "Bosch will 1.000 der 27.000 Stellen streichen.",
     "Bosch job_cuts level 1000 job expected\nBosch headcount level 27000 job asserted"},
    {"BracketsSpeakOfTheNameBefore", "2015-06-30",
     "Die Aktien von Siemens (minus 2,3 Prozent) und BASF (minus 1,7 Prozent) gaben nach.",
     "Siemens share_price decrease 2.3 % asserted\nBASF share_price decrease 1.7 % asserted"},
    {"IndexIsASubject", "2015-06-30", "Der DAX fiel am Dienstag 15,4 Punkte oder 0,6 Prozent.",
     "DAX other decrease 15.4 point asserted @index\nDAX other decrease 0.6 % asserted @index"},
    {"LevelBeforeIsReached", "2016-03-17",
     "Siemens rechnet 2016 mit einem Anstieg des Gewinns von 771 Millionen Euro im Vorjahr auf 850 "
     "Millionen.",
     "Siemens profit level 771000000 EUR 2015-01-01..2016-01-01 asserted\n"
     "Siemens profit level 850000000 EUR 2016-01-01..2017-01-01 expected by Siemens"},
    {"HeadlineFuture", "2025-09-22", "Nvidia to invest $100 billion in OpenAI",
     "Nvidia investment level 100000000000 USD expected with OpenAI"},
    {"NameIsNoReference", "2008-04-01",
     "Die UBS legte heute Zahlen vor. Nun musste die Deutsche Bank 2,3 Milliarden Euro abschreiben.",
     "Deutsche Bank costs level 2300000000 EUR asserted"},
    {"NothingBeforeTheWhole", "2025-01-15", "Der 27.000 Stellen wegen klagt Bosch.",
     "Bosch job_cuts level 27000 job asserted"},
    // Who says so.
    {"TitleBeforeTheSpeaker", "2024-05-03",
     "Siemens beschäftigte 320.000 Menschen, sagte Siemens-Chef Roland Busch am Freitag in München.",
     "Siemens headcount level 320000 employee asserted by Roland Busch"},
    {"SpeakerOfTheSentenceBefore", "2024-05-03",
     "Bosch stehe gut da, sagte Finanzchef Markus Forschner. Der Umsatz von Bosch sei 2023 auf 91 Milliarden "
     "Euro gestiegen.",
     "Bosch revenue level 91000000000 EUR 2023-01-01..2024-01-01 asserted by Markus Forschner"},
    {"DocumentsThatLieBeforeSomeone", "2024-05-03",
     "Das geht aus Unterlagen hervor, die Reuters vorliegen. Demnach will Bosch 1.200 Stellen streichen.",
     "Bosch job_cuts level 1200 job expected by Reuters"},
    {"OfficeBehindItsVerb", "2024-05-03",
     "Mehr als 3.000 Beschäftigte von Bosch seien im Ausstand, teilte Verdi mit.",
     "Bosch other level 3000.. employee asserted by Verdi"},
    {"PaperInQuotationMarks", "2024-05-03",
     "Den Börsenwert von Siemens beziffert der „Wirtschaftskurier“ auf 140 Milliarden Euro.",
     "Siemens market_cap level 140000000000 EUR asserted by Wirtschaftskurier"},
    {"NamelessSourceIsNone", "2024-05-03",
     "Analysten erwarten bei Siemens 2024 einen Gewinn von 9 Milliarden Euro.",
     "Siemens profit level 9000000000 EUR 2024-01-01..2025-01-01 expected"},
    {"OwnAccountOfAnAdjective", "2024-05-03",
     "Bosch investiert 58 Millionen Euro in das nach eigenen Angaben größte Werk des Landes.",
     "Bosch investment level 58000000 EUR asserted"},
    {"NobodyIsNamedInThePassive", "2024-05-03",
     "Für Siemens wurde 2024 ein Gewinn von 9 Milliarden Euro erwartet.",
     "Siemens profit level 9000000000 EUR 2024-01-01..2025-01-01 expected"},
    {"SaidThroughAnApposition", "2005-02-15",
     "Tesco, the grocer that owns 1,800 shops, has said it will cut 500 jobs.",
     "Tesco other level 1800 store asserted\nTesco job_cuts level 500 job expected by Tesco"},
    {"SaidOnADay", "2005-02-15", "Tesco on Tuesday said it would cut 500 jobs.",
     "Tesco job_cuts level 500 job expected by Tesco"},
    {"CodeBehindTheName", "2004-09-28",
     "Motorola Inc. &lt;A HREF=\"https://boerse.example/?t=MOT.N target=/q\"&gt;MOT.N&lt;/A&gt; on Tuesday "
     "said it would cut 1,000 jobs.",
     "Motorola job_cuts level 1000 job expected by Motorola"},
    {"ForecastToldInThePast", "2015-09-15",
     "Bosch rechnete zuletzt für 2016 mit einem Gewinn von 4 Milliarden Euro.",
     "Bosch profit level 4000000000 EUR 2016-01-01..2017-01-01 expected by Bosch"},
    {"PapersWrite", "2024-05-03",
     "Die Kosten von Bosch liegen bei 5 Milliarden Euro, schreibt das Handelsblatt.",
     "Bosch costs level 5000000000 EUR asserted by Handelsblatt"},
    {"FirmsWriteLosses", "2024-05-03", "Bosch schreibt einen Verlust von 5 Millionen Euro.",
     "Bosch loss level 5000000 EUR asserted"},
    {"CalledByItsTrade", "2005-02-15",
     "Tesco will buy a rival for £613m, Britain's biggest grocer said on Wednesday.",
     "Tesco acquisition_price level 613000000 GBP expected by Tesco"},
    {"CodeAndApposition", "2005-02-15",
     "Tesco (TSCO.L: Quote, Profile) , the top grocer, on Monday said profit rose 18 percent in 2004.",
     "Tesco profit increase 18 % 2004-01-01..2005-01-01 asserted by Tesco"},
    {"AdjectiveIsNoVerb", "2005-02-15", "Tesco set its anticipated dividend at 5 pence.",
     "Tesco dividend level 0.05 GBP expected"},
    {"EstimateOfASource", "2024-05-03", "Nach Schätzung von Verdi streicht Bosch 1.200 Stellen.",
     "Bosch job_cuts level 1200 job estimated by Verdi"},
    {"ItSaid", "2005-02-15", "Tesco plans to cut 500 jobs, it announced on Tuesday.",
     "Tesco job_cuts level 500 job expected by Tesco"},
    {"SaidOfAnother", "2005-02-15", "Reports said Tesco had a loss of £5m in 2004.",
     "Tesco loss level 5000000 GBP 2004-01-01..2005-01-01 asserted"},
    {"OutsideTheClauseOfSaying", "2005-02-15",
     "Shares in Tesco fell 3% after the company said sales had slowed.",
     "Tesco share_price decrease 3 % asserted"},
    {"SecondPredicateExpects", "2005-02-15",
     "Tesco had sales of £33bn in 2004 and now expects sales of £35bn in 2005.",
     "Tesco revenue level 33000000000 GBP 2004-01-01..2005-01-01 asserted\n"
     "Tesco revenue level 35000000000 GBP 2005-01-01..2006-01-01 expected by Tesco"},
    // Whose figure it is.
    {"SubjectOfAnotherKind", "2005-02-15", "Tesco opened a shop. Consumers spent £3bn on shoes in 2004.", ""},
    {"PartOfAGroup", "2005-02-15", "Tesco asked its customers. It said 40% of households own a car.", ""},
    {"OnlySpokenOf", "2005-02-15",
     "Growth was slow last month. Many were surprised by that. Nobody knew why. Trade was weak, said an "
     "economist at Tesco. Costs rose 3%.",
     ""},
    {"NamedBehindAPrepositionIsNoTopic", "2024-06-18",
     "Im Streit mit der britischen Tesco verordnet sich Bosch ein Sparprogramm. Der Umsatz sank um drei "
     "Prozent.",
     "Bosch revenue decrease 3 % asserted"},
    {"OwnerBeforeTheFigure", "2005-02-15", "Investors rejected Tesco's plans for a £2bn bid for Sainsbury's.",
     "Tesco acquisition_price level 2000000000 GBP expected with Sainsbury's"},
    {"BuyerNotBought", "2005-02-15", "Tesco bought the grocer Safeway for £3bn.",
     "Tesco acquisition_price level 3000000000 GBP asserted with Safeway"},
    {"RelativeClauseOfAnother", "2024-06-18",
     "Am Werk, das Bosch verkaufen will, ist auch Rheinmetall mit 30 Prozent beteiligt.",
     "Rheinmetall stake level 30 % asserted with Bosch"},
    // What it measures.
    {"PaidForARival", "2005-02-15", "Tesco offered £1.3bn for its rival.",
     "Tesco acquisition_price level 1300000000 GBP asserted"},
    {"PriceBehindAnApposition", "2005-02-15",
     "Tesco will acquire Safeway, a chain of shops, for £35m in cash.",
     "Tesco acquisition_price level 35000000 GBP expected with Safeway"},
    {"FirmThatFalls", "2024-06-18", "Bosch verloren 1,2 Prozent.",
     "Bosch share_price decrease 1.2 % asserted"},
    {"FirmThatRises", "2005-02-15", "Tesco climbed 4%, while Sainsbury's slid 2%.",
     "Tesco share_price increase 4 % asserted\nSainsbury's share_price decrease 2 % asserted"},
    {"JobsThatItCosts", "2005-02-15", "Tesco's merger could cost 800 jobs.",
     "Tesco job_cuts level 800 job possible"},
    {"SalesInPieces", "2005-02-15", "Tesco's sales reached 20,000 vehicles.",
     "Tesco sales_volume level 20000 vehicle asserted"},
    {"NounWithItsOwnFigure", "2005-02-15", "Tesco earned £97m on sales of £383m.",
     "Tesco profit level 97000000 GBP asserted\nTesco revenue level 383000000 GBP asserted"},
    {"WhyItRises", "2005-02-15", "Tesco profit climbs 8 percent on sales",
     "Tesco profit increase 8 % asserted"},
    {"WhatAResultLeavesOut", "2024-06-18",
     "Der Verlust von Bosch vor Sondereffekten betrug 1,8 Milliarden Euro.",
     "Bosch loss level 1800000000 EUR asserted"},
    {"PartOfTheStaff", "2005-02-15", "Tesco will cut 300 jobs, or 11% of its workforce.",
     "Tesco job_cuts level 300 job expected\nTesco job_cuts level 11 % expected"},
    {"ForecastGoesOnWithTheNearest", "2005-02-15",
     "Tesco made an operating profit of £1.3bn on sales of £23bn in 2004. For 2005 it expects £1.4bn.",
     "Tesco operating_profit level 1300000000 GBP 2004-01-01..2005-01-01 asserted\n"
     "Tesco revenue level 23000000000 GBP 2004-01-01..2005-01-01 asserted\n"
     "Tesco operating_profit level 1400000000 GBP 2005-01-01..2006-01-01 expected by Tesco"},
    {"ChangeInBracketsIsOfItsOwn", "2005-02-15", "Tesco sales: £31.6bn (up 3.1%)",
     "Tesco revenue level 31600000000 GBP asserted\nTesco revenue increase 3.1 % asserted"},
    // How certain it is told.
    {"ReportedIsNotDenied", "2003-02-15", "Bosch wies 2002 einen Verlust von 40 Millionen Euro aus.",
     "Bosch loss level 40000000 EUR 2002-01-01..2003-01-01 asserted"},
    {"MonthIsNoVerb", "2005-02-15", "Tesco's market share has dropped to 28% since May.",
     "Tesco market_share level 28 % 2004-05-01..2005-02-16 asserted"},
    {"MonthOfItsOwnIsNoVerb", "2005-06-20", "Tesco said its May production of bread fell to 112,000 tonnes.",
     "Tesco sales_volume level 112000 tonne 2005-05-01..2005-06-01 asserted @segment:bread by Tesco"},
    {"MonthBeforeItsNounIsNoVerb", "2005-06-20", "Tesco posted May revenue of £2.1bn.",
     "Tesco revenue level 2100000000 GBP 2005-05-01..2005-06-01 asserted"},
    {"CapitalsOfAHeadlineAreNoMonth", "2005-06-20", "Tesco May Cut 500 Jobs in Bristol",
     "Tesco job_cuts level 500 job possible"},
    {"BracketsTellOfTheirOwn", "2024-05-03",
     "Bosch (Umsatz: 91 Milliarden Euro) will 1.200 Stellen streichen.",
     "Bosch revenue level 91000000000 EUR asserted\nBosch job_cuts level 1200 job expected"},
    {"BetterThanEstimated", "2005-02-15",
     "Tesco raised its dividend by 10 percent, more than some analysts had estimated.",
     "Tesco dividend increase 10 % asserted"},
    {"MainClauseGoesOn", "2005-02-15", "Tesco will buy a rival, which makes shoes, for $75m.",
     "Tesco acquisition_price level 75000000 USD expected"},
    {"HeadlinePhrasalVerb", "2004-09-15", "Unisys to lay off 1,400 workers",
     "Unisys job_cuts level 1400 employee expected"},
    {"FigurePutRight", "2024-12-23", "Volkswagen streicht 35.000 Stellen, nicht 53.000 Stellen.",
     "Volkswagen job_cuts level 35000 job expected\nVolkswagen job_cuts level 53000 job denied"},
    {"DueToIsNoPlan", "2005-02-15", "Tesco's profit fell 12% in 2004 due to higher costs.",
     "Tesco profit decrease 12 % 2004-01-01..2005-01-01 asserted"},
    // What time it is about.
    {"BusinessYearThatEnded", "2024-11-15",
     "Siemens legte Zahlen vor. Im abgelaufenen Geschäftsjahr machte der Konzern einen Gewinn von 9 "
     "Milliarden Euro.",
     "Siemens profit level 9000000000 EUR 2023-10-01..2024-10-01 asserted"},
    {"QuarterOfTheOwnYear", "2024-08-08",
     "Siemens steigerte im dritten Quartal den Umsatz auf 18,9 Milliarden Euro.",
     "Siemens revenue level 18900000000 EUR 2024-04-01..2024-07-01 asserted"},
    {"QuarterThatHasJustEnded", "2005-07-15",
     "SAP machte in diesem Quartal einen Gewinn von 262 Millionen Euro.",
     "SAP profit level 262000000 EUR 2005-04-01..2005-07-01 asserted"},
    {"YearOfTheSentenceBefore", "2024-08-26",
     "Für Bosch war das vergangene Jahr schwierig. Der Gewinn von Bosch sank auf 10 Millionen Euro.",
     "Bosch profit level 10000000 EUR 2023-01-01..2024-01-01 asserted"},
    {"WhereAChangeLeads", "2016-03-17",
     "Bosch meldete einen Anstieg des Gewinns von 771 Millionen Euro im Vorjahr auf 850 Millionen Euro.",
     "Bosch profit level 771000000 EUR 2015-01-01..2016-01-01 asserted\n"
     "Bosch profit level 850000000 EUR 2016-01-01..2017-01-01 asserted"},
    {"LessThanTheYearBefore", "2025-01-31",
     "Bosch verdiente 5,3 Milliarden Euro, sieben Prozent weniger als im Vorjahr.",
     "Bosch profit level 5300000000 EUR 2024-01-01..2025-01-01 asserted\n"
     "Bosch profit decrease 7 % 2024-01-01..2025-01-01 asserted"},
    {"WhenItWasDecided", "2025-03-13",
     "Brüssel hatte für Northvolt im Januar 2024 Beihilfen von 902 Millionen Euro genehmigt.",
     "Northvolt aid level 902000000 EUR asserted"},
    {"TimeOfTheOffence", "2015-08-14",
     "Bosch erhielt ein Bußgeld von 5 Millionen Euro wegen Absprachen zwischen März 2007 und Juli 2011.",
     "Bosch fine level 5000000 EUR asserted"},
    {"WhatIsThereHasNoDeadline", "2024-07-26", "Bosch will bis 2028 1.000 seiner 54.000 Stellen streichen.",
     "Bosch job_cuts level 1000 job 2028-01-01..2029-01-01 expected\nBosch headcount level 54000 job "
     "asserted"},
    {"EndOfAYearThatIsOver", "2005-02-10", "Orange had 5.1 million customers by the end of the year.",
     "Orange other level 5100000 customer 2004-01-01..2005-01-01 asserted"},
    {"WholeYearIsNearer", "2025-10-09",
     "SAP had sales of €4bn in the first half of 2025 and expects €9bn for the whole year.",
     "SAP revenue level 4000000000 EUR 2025-01-01..2025-07-01 asserted\n"
     "SAP revenue level 9000000000 EUR 2025-01-01..2026-01-01 expected by SAP"},
    {"BackgroundIsNoNewTime", "2025-03-12",
     "SAP steigerte 2024 den Umsatz auf 34 Milliarden Euro. 2023 machte SAP einen Gewinn von 2 Milliarden "
     "Euro. Der Betriebsgewinn von SAP betrug 5 Milliarden Euro.",
     "SAP revenue level 34000000000 EUR 2024-01-01..2025-01-01 asserted\n"
     "SAP profit level 2000000000 EUR 2023-01-01..2024-01-01 asserted\n"
     "SAP operating_profit level 5000000000 EUR 2024-01-01..2025-01-01 asserted"},
    {"DateOfTheFigureComparedWith", "2005-02-15",
     "Tesco reported results. Sales at Tesco climbed to £131m from £117m in 2003.",
     "Tesco revenue level 131000000 GBP 2004-01-01..2005-01-01 asserted\n"
     "Tesco revenue level 117000000 GBP 2003-01-01..2004-01-01 asserted"},
    {"TimeInFront", "2005-02-15", "In 2004, Tesco signed with BT a six-year contract worth £50m.",
     "Tesco deal_value level 50000000 GBP 2004-01-01..2005-01-01 asserted"},
    {"ForecastGoesOn", "2025-03-12", "SAP expects sales of €36bn in 2025. SAP expects a net profit of €4bn.",
     "SAP revenue level 36000000000 EUR 2025-01-01..2026-01-01 expected by SAP\n"
     "SAP profit level 4000000000 EUR 2025-01-01..2026-01-01 expected by SAP"},
    {"SubjectWithItsVerbBehindUnd", "2025-11-06",
     "Der Umsatz von Bosch sank um 5 Prozent auf 90 Milliarden Euro und das bereinigte Ergebnis fiel auf 3 "
     "Milliarden Euro.",
     "Bosch revenue decrease 5 % asserted\nBosch revenue level 90000000000 EUR asserted\n"
     "Bosch profit level 3000000000 EUR asserted @adjusted"},
    {"SubjectWithItsVerbBehindAnd", "2025-11-06",
     "Ford said car sales were off 12% to 410,000 from 466,000 and truck sales were off 4% to 205,000.",
     "Ford sales_volume decrease 12 % asserted by Ford\nFord sales_volume level 410000 vehicle asserted by "
     "Ford\n"
     "Ford sales_volume level 466000 vehicle asserted by Ford\n"
     "Ford sales_volume decrease 4 % asserted @segment:trucks by Ford\n"
     "Ford sales_volume level 205000 vehicle asserted @segment:trucks by Ford"},
    {"StaffBehindUndEarnsNothing", "2025-11-06",
     "Bosch verdiente 3 Milliarden Euro und die Mitarbeiter sind froh.",
     "Bosch profit level 3000000000 EUR asserted"},
    {"NounBehindSumWithoutCurrency", "2025-11-06",
     "Siemens erzielte 78 Milliarden Euro Umsatz und 9 Milliarden Gewinn.",
     "Siemens revenue level 78000000000 EUR asserted\nSiemens profit level 9000000000 EUR asserted"},
    {"InfinitiveOfWhatWasDecided", "2025-11-06", "BASF beschloss, 2.600 Stellen zu streichen.",
     "BASF job_cuts level 2600 job expected"},
    {"InfinitiveOfWhatSucceeded", "2025-11-06", "BASF gelang es, den Umsatz um 5 Prozent zu steigern.",
     "BASF revenue increase 5 % asserted"},
    {"InfinitiveOfWhatDidNotSucceed", "2025-11-06",
     "BASF gelang es nicht, den Umsatz um 5 Prozent anzuheben.", "BASF revenue increase 5 % denied"},
    {"InfinitiveOfWhatIsGivenUp", "2025-11-06", "BASF verzichtet darauf, 2.600 Stellen zu streichen.",
     "BASF job_cuts level 2600 job denied"},
    {"InfinitiveOfWhatIsThere", "2025-11-06",
     "Thyssenkrupp gelang es nicht, den Verlust von 1,5 Milliarden Euro auszugleichen.",
     "Thyssenkrupp loss level 1500000000 EUR asserted"},
    {"BidOfAnotherThatIsTopped", "2025-11-06",
     "Disney agreed to buy Pixar for $71.3bn, beating a $65bn bid from Comcast.",
     "Walt Disney acquisition_price level 71300000000 USD asserted with Pixar\n"
     "Comcast acquisition_price level 65000000000 USD asserted with Pixar"},
    {"DealValuesAFirm", "2025-11-06", "The deal values WeWork at $9bn including debt.",
     "WeWork valuation level 9000000000 USD asserted"},
    {"TodayBesideAPlan", "2025-11-06",
     "Bis 2030 soll der Umsatz von Bosch auf 100 Milliarden Euro wachsen, heute sind es 90 Milliarden.",
     "Bosch revenue level 100000000000 EUR 2030-01-01..2031-01-01 expected\n"
     "Bosch revenue level 90000000000 EUR asserted"},
    {"NowBehindAYear", "2025-11-06", "Nissan had 90,000 staff in 2010 and now has 80,000.",
     "Nissan headcount level 90000 employee 2010-01-01..2011-01-01 asserted\n"
     "Nissan headcount level 80000 employee asserted"},
    {"RevenueForEachEmployee", "2025-11-06", "Der Umsatz je Mitarbeiter stieg bei SAP auf 330.000 Euro.",
     "SAP revenue level 330000 EUR asserted @per_unit"},
    {"WhatIsRefused", "2025-11-06", "Siemens refused to cut 2,600 jobs.",
     "Siemens job_cuts level 2600 job denied"},
    {"WhatOneIsUnableTo", "2025-11-06", "Siemens was unable to raise revenue by 5%.",
     "Siemens revenue increase 5 % denied"},
    {"WhatIsMeantToBeRaised", "2025-11-06", "The notes of Siemens are designed to raise $5bn.",
     "Siemens debt level 5000000000 USD expected"},
    {"WhatIsSettled", "2025-11-06", "Disney agreed to buy Pixar for $71.3bn.",
     "Walt Disney acquisition_price level 71300000000 USD asserted with Pixar"},
    {"GuardedNameThatBeatsEstimates", "2025-11-06", "Target beat estimates with sales of $25bn.",
     "Target revenue level 25000000000 USD asserted"},
    {"FirmThatAnotherIsLikenedTo", "2025-11-06", "Anders als Siemens verdiente ABB 4 Milliarden Euro.",
     "ABB profit level 4000000000 EUR asserted"},
    {"LikenedWithoutAFigure", "2025-11-06",
     "Wie Siemens baut auch ABB um. Der Gewinn von ABB liegt bei 4 Milliarden Euro.",
     "ABB profit level 4000000000 EUR asserted"},
    {"FigureOfTheOneComparedWith", "2025-11-06",
     "Siemens verdiente mehr als doppelt so viel wie Bosch mit 2 Milliarden Euro.",
     "Bosch profit level 2000000000 EUR asserted"},
    {"WederNoch", "2025-11-06", "Weder Siemens noch Bosch verdienten 2 Milliarden Euro.",
     "Siemens profit level 2000000000 EUR denied"},
    {"BzwHandsOutMetrics", "2025-11-06",
     "Siemens steigerte Umsatz und Gewinn um 5 bzw. 8 Prozent auf 5,5 beziehungsweise 0,3 Milliarden Euro.",
     "Siemens revenue increase 5 % asserted\nSiemens profit increase 8 % asserted\n"
     "Siemens revenue level 5500000000 EUR asserted\nSiemens profit level 300000000 EUR asserted"},
    {"RespectivelyHandsOutMetrics", "2025-11-06", "Sales and profit at Tesco rose 5% and 8%, respectively.",
     "Tesco revenue increase 5 % asserted\nTesco profit increase 8 % asserted"},
    {"BzwHandsOutFirms", "2025-11-06", "Siemens und Bosch setzten 5,5 bzw. 3,2 Milliarden Euro um.",
     "Siemens revenue level 5500000000 EUR asserted\nBosch revenue level 3200000000 EUR asserted"},
    {"BzwHandsOutYears", "2025-11-06",
     "Siemens erzielte 2023 und 2024 einen Umsatz von 5,5 bzw. 6,1 Milliarden Euro.",
     "Siemens revenue level 5500000000 EUR 2023-01-01..2024-01-01 asserted\n"
     "Siemens revenue level 6100000000 EUR 2024-01-01..2025-01-01 asserted"},
    {"TwoListsHandOutNothing", "2025-11-06",
     "Siemens und Bosch steigerten Umsatz und Gewinn um 5 und 8 Prozent.", ""},
    {"ListsOfUnlikeLength", "2025-11-06",
     "Umsatz, Gewinn und Dividende von Siemens stiegen um 5 und 8 Prozent.", ""},
    {"ThreeBzw", "2025-11-06",
     "Umsatz, Gewinn und Dividende von Siemens stiegen um 5, 8 beziehungsweise 10 Prozent.",
     "Siemens revenue increase 5 % asserted\nSiemens profit increase 8 % asserted\n"
     "Siemens dividend increase 10 % asserted"},
    {"ThreeFirms", "2025-11-06", "BMW, Tesla und Volkswagen verkauften 2,2, 1,9 und 9,1 Millionen Autos.",
     "BMW sales_volume level 2200000 vehicle asserted\nTesla sales_volume level 1900000 vehicle asserted\n"
     "Volkswagen sales_volume level 9100000 vehicle asserted"},
    {"TableOfResults", "2025-11-06",
     "Siemens legte Zahlen für 2024 vor.\n\nUmsatz: 5,5 Mrd. Euro (Vj. 4,9)\n\nEbit: 420 Mio. Euro (Vorjahr: "
     "380)",
     "Siemens revenue level 5500000000 EUR 2024-01-01..2025-01-01 asserted\n"
     "Siemens revenue level 4900000000 EUR 2023-01-01..2024-01-01 asserted\n"
     "Siemens operating_profit level 420000000 EUR 2024-01-01..2025-01-01 asserted\n"
     "Siemens operating_profit level 380000000 EUR 2023-01-01..2024-01-01 asserted"},
    {"BaseHasTheMetricOfItsFigure", "2025-03-06",
     "Lufthansa hat 2024 operativ nur noch 1,6 Milliarden Euro verdient nach 2,7 Milliarden im Vorjahr.",
     "Lufthansa operating_profit level 1600000000 EUR 2024-01-01..2025-01-01 asserted\n"
     "Lufthansa operating_profit level 2700000000 EUR 2023-01-01..2024-01-01 asserted"},
    {"EdgedUpTo", "2025-03-06", "Revenue at Tesco edged up to £5.5bn from £5.2bn.",
     "Tesco revenue level 5500000000 GBP asserted\nTesco revenue level 5200000000 GBP asserted"},
    {"SharesOrPercent", "2025-03-06", "Tesco cut its stake in Siemens to 308,400 shares, or 4.8 percent.",
     "Tesco stake level 308400 share asserted with Siemens\nTesco stake level 4.8 % asserted with Siemens"},
    {"RateIsNoSum", "2025-03-06", "Die Kredite von Unicredit sind zu 60 Prozent gedeckt.",
     "UniCredit other level 60 % asserted"},
    {"ArticleIsNoFigure", "2025-03-06", "Ein Arbeiter von Siemens vergass dort ein Werkzeug.", ""},
    {"ForecastOfTheEconomy", "2025-03-06",
     "Siemens legt zu. Das Wifo rechnet mit einem Wachstum von 1,4 Prozent.", ""},
    {"IncreaseInRevenue", "2025-03-06", "This led to a 10% increase in revenue at Tesco.",
     "Tesco revenue increase 10 % asserted"},
    {"FallOverTheYear", "2025-03-06", "Shares in Tesco fell by nearly 60% over the past 12 months.",
     "Tesco share_price decrease 60 % 2024-03-06..2025-03-06 asserted"},
    {"DropInProfit", "2025-03-06",
     "Tesco rechnet mit einer Einbuße beim Betriebsgewinn von 300 Millionen Pfund.",
     "Tesco operating_profit decrease 300000000 GBP expected by Tesco"},
    {"PerShareBefore", "2025-02-28", "Die Aktionäre von BASF sollen je Aktie nur noch 2,25 Euro bekommen.",
     "BASF dividend level 2.25 EUR expected"},
    {"HoldersEach", "2025-02-28", "Volkswagen wants to pay holders of preference shares €6.36 each.",
     "Volkswagen dividend level 6.36 EUR expected"},
    {"ShareOfAMarket", "2025-02-28", "Adidas hat einen Anteil am Weltmarkt von 30 Prozent.",
     "Adidas market_share level 30 % asserted"},
    {"WorthOfAFirmThatIsValued", "2025-02-28",
     "OpenAI was valued at $500bn. In 2024 OpenAI was worth $157bn.",
     "OpenAI valuation level 500000000000 USD asserted\n"
     "OpenAI valuation level 157000000000 USD 2024-01-01..2025-01-01 asserted"},
    {"WhatStandsBeforeBut", "2025-02-28", "Sales at Tesco fell 5%, but Siemens said its profit rose 3%.",
     "Tesco revenue decrease 5 % asserted\nSiemens profit increase 3 % asserted by Siemens"},
    {"EarlierOnSales", "1987-04-08",
     "Tesco had a loss of 134 million dollars on revenues of 1.85 billion dollars, a decline from profits of "
     "32 million dollars on sales of 2.46 billion dollars in 1985.",
     "Tesco loss level 134000000 USD asserted\nTesco revenue level 1850000000 USD asserted\n"
     "Tesco profit level 32000000 USD 1985-01-01..1986-01-01 asserted\n"
     "Tesco revenue level 2460000000 USD 1985-01-01..1986-01-01 asserted"},
    {"AfterAFigureIsNoClause", "1987-04-08", "Profits at Tesco fell to £254m after £268m in 1985.",
     "Tesco profit level 254000000 GBP 1986-01-01..1987-01-01 asserted\n"
     "Tesco profit level 268000000 GBP 1985-01-01..1986-01-01 asserted"},
    {"AimingFor", "2025-02-28", "BASF made a profit of €5bn. This year the group is aiming for €8bn.",
     "BASF profit level 5000000000 EUR asserted\n"
     "BASF profit level 8000000000 EUR 2025-01-01..2026-01-01 expected"},
    {"DerzeitIsThere", "2024-07-26",
     "Bosch wird die Zahl seiner Beschäftigten, derzeit rund 54.000, um 11.000 senken.",
     "Bosch headcount level 54000 employee asserted\nBosch job_cuts level 11000 employee expected"},
    {"WorkforceByTheWay", "2025-09-10", "Tesco is to cut 11% of its global workforce of 78,400.",
     "Tesco job_cuts level 11 % expected\nTesco headcount level 78400 employee asserted"},
    {"SavingsBy", "2023-03-20", "Tesco said the deal would bring annual savings of more than $8bn by 2027.",
     "Tesco costs decrease 8000000000.. USD 2027-01-01..2028-01-01 expected by Tesco"},
    {"BelowWhatItMade", "2025-03-12",
     "Tesco was left with a profit of €11bn, well below the €17.9bn it made in 2023.",
     "Tesco profit level 11000000000 EUR asserted\n"
     "Tesco profit level 17900000000 EUR 2023-01-01..2024-01-01 asserted"},
    {"ChangeOfTheBase", "2025-01-29", "Revenue at Tesco sank 14% to £66bn from £77bn in 2023.",
     "Tesco revenue decrease 14 % 2024-01-01..2025-01-01 asserted\n"
     "Tesco revenue level 66000000000 GBP 2024-01-01..2025-01-01 asserted\n"
     "Tesco revenue level 77000000000 GBP 2023-01-01..2024-01-01 asserted"},
    {"PercentLessBehindAComma", "2025-01-31",
     "Bosch hat 2024 rund 90,5 Milliarden Euro umgesetzt, ein Prozent weniger als im Jahr zuvor.",
     "Bosch revenue level 90500000000 EUR 2024-01-01..2025-01-01 asserted\n"
     "Bosch revenue decrease 1 % 2024-01-01..2025-01-01 asserted"},
    {"PriceOfAStake", "2025-03-06", "In January Lufthansa took a 41% stake in Tesco for €325m.",
     "Lufthansa stake level 41 % 2025-01-01..2025-02-01 asserted with Tesco\n"
     "Lufthansa acquisition_price level 325000000 EUR 2025-01-01..2025-02-01 asserted with Tesco"},
    {"InWhichAStake", "2025-01-30",
     "It dismissed talk of a bid for Commerzbank, in which UniCredit holds 28%.",
     "UniCredit stake level 28 % asserted with Commerzbank"},
    {"WhatIsValued", "2025-01-30", "SAP said a listing would value Tesco at $44bn.",
     "Tesco valuation level 44000000000 USD expected by SAP"},
    {"SecondPredicateHasAnotherTime", "2024-08-02",
     "Intel hat im zweiten Quartal 1,6 Milliarden Dollar verloren und streicht 15.000 Stellen.",
     "Intel loss level 1600000000 USD 2024-04-01..2024-07-01 asserted\nIntel job_cuts level 15000 job "
     "expected"},
    {"JobsThatAreMade", "2025-01-30", "Siemens will in Erlangen 500 Arbeitsplätze schaffen.",
     "Siemens headcount level 500 job expected @region:erlangen"},
    {"JobsThatAreKept", "2025-01-30", "The order secured 300 jobs at Siemens.",
     "Siemens headcount level 300 job asserted"},
    {"PriceOfAnExchange", "2005-02-07", "Tesco has offered £1.3bn for the London Stock Exchange.",
     "Tesco acquisition_price level 1300000000 GBP expected with London Stock Exchange"},
    {"TwoMovesInOneSentence", "2026-02-07",
     "Tesco's losses rose from £1m to £1.2m, while sales had fallen from £138m to £118m.",
     "Tesco loss level 1000000 GBP asserted\nTesco loss level 1200000 GBP asserted\n"
     "Tesco revenue level 138000000 GBP asserted\nTesco revenue level 118000000 GBP asserted"},
    {"DamagesArePaidByTheOther", "2026-02-07", "A court ordered Samsung to pay Siemens €5m in damages.",
     "Samsung fine level 5000000 EUR asserted"},
    {"DamagesWonFrom", "2026-02-07", "Siemens won €5m in damages from Bosch.",
     "Bosch fine level 5000000 EUR asserted"},
    {"DamagesWon", "2026-02-07", "Siemens received €5m in damages.",
     "Siemens other level 5000000 EUR asserted"},
    {"FineReceived", "2026-02-07", "Siemens received a fine of €5m.",
     "Siemens fine level 5000000 EUR asserted"},
    {"DamagesWonFromDe", "2026-02-07", "Siemens erhielt von Bosch 5 Millionen Euro Schadenersatz.",
     "Bosch fine level 5000000 EUR asserted"},
    {"AwardedByCourt", "2026-02-07", "The courts awarded Siemens €5m after ruling in its favour.",
     "Siemens other level 5000000 EUR asserted"},
    {"HolderAside", "2026-02-07", "Bosch, which owns a 5% stake in Siemens, called for a sale of Osram.",
     "Bosch stake level 5 % asserted with Siemens"},
    {"HolderAsideOfParticiple", "2026-02-07",
     "Zorbex Capital, holding 2% of Siemens, wants it to buy back shares rather than buy Bosch.",
     "Zorbex Capital stake level 2 % asserted with Siemens"},
    {"HeldAside", "2026-02-07", "Siemens, 5% owned by Bosch, sold Osram.",
     "Bosch stake level 5 % asserted with Siemens"},
    {"FellLastYearTo", "2026-02-07", "Tesco's profit fell 9% last year to £6.2bn.",
     "Tesco profit decrease 9 % 2025-01-01..2026-01-01 asserted\n"
     "Tesco profit level 6200000000 GBP 2025-01-01..2026-01-01 asserted"},
    {"LastYearOfNobodyKnowsWhen", "",
     "Tesco's profit fell 9% last year, but a recovery in 2027 is on the way.",
     "Tesco profit decrease 9 % asserted"},
    {"AcronymBehindAGenitive", "2026-02-07",
     "Shares of the Deutsche Boerse were sold. Deutsche Boerse's (DB) profit fell. DB's shares were up 3.4%.",
     "Deutsche Börse share_price increase 3.4 % asserted"},
    {"HigherByAndHigherAt", "2026-02-07", "Tesco's profit was $5m higher at $20m.",
     "Tesco profit increase 5000000 USD asserted\nTesco profit level 20000000 USD asserted"},
    {"PercentHigherAt", "2026-02-07", "Tesco's revenue was 5% higher at $20m.",
     "Tesco revenue increase 5 % asserted\nTesco revenue level 20000000 USD asserted"},
    {"FineAgainst", "2026-02-07", "Siemens helped to settle a $5m tax claim against Bosch.",
     "Bosch fine level 5000000 USD asserted"},
    {"LawsuitAgainst", "2026-02-07",
     "Bosch reichte gegen Siemens eine Klage auf 5 Millionen Euro Schadenersatz ein.",
     "Siemens fine level 5000000 EUR asserted"},
    {"YearAgoQuarterOfTwoFigures", "2026-06-07",
     "Siemens' second-quarter profit fell to $30m. In the year-ago quarter it earned $45m or 83 cents a "
     "share.",
     "Siemens profit level 30000000 USD 2026-01-01..2026-04-01 asserted\n"
     "Siemens profit level 45000000 USD 2025-01-01..2025-04-01 asserted\n"
     "Siemens profit level 0.83 USD 2025-01-01..2025-04-01 asserted @per_share"},
    {"StaffOfAPartInARelativeClause", "2026-02-07",
     "Siemens verkauft die Autosparte, in der 5.000 Menschen arbeiten.",
     "Siemens headcount level 5000 employee asserted @segment:cars"},
    {"StaffOfAUnitInARelativeClause", "2026-02-07",
     "Siemens sold its brokerage unit, which employs 40,000 staff.",
     "Siemens headcount level 40000 employee asserted @segment:brokerage"},
    {"LettersThatAreAName", "2026-02-07", "Shares in D&F fell 4%.", "D&F share_price decrease 4 % asserted"},
    {"OwnerOfTwo", "2026-02-07", "Siemens - owner of Osram and Bosch - will assume $6bn of debt.",
     "Siemens debt level 6000000000 USD expected"},
    {"UpOnANamedYear", "2026-02-07", "Tesco's profit was $5bn, up 10% on 2023.",
     "Tesco profit level 5000000000 USD 2024-01-01..2025-01-01 asserted\n"
     "Tesco profit increase 10 % 2024-01-01..2025-01-01 asserted"},
    {"IncreaseFromAYear", "2026-02-07", "Tesco's profit reached $5bn in 2024, an increase of 10% from 2023.",
     "Tesco profit level 5000000000 USD 2024-01-01..2025-01-01 asserted\n"
     "Tesco profit increase 10 % 2024-01-01..2025-01-01 asserted"},
    {"TimeOfTheNextFigure", "2026-02-07",
     "Bosch machte 2020 einen Verlust von 5 Milliarden Euro und im Folgejahr einen Gewinn von 8 Milliarden "
     "Euro.",
     "Bosch loss level 5000000000 EUR 2020-01-01..2021-01-01 asserted\n"
     "Bosch profit level 8000000000 EUR 2021-01-01..2022-01-01 asserted"},
    {"OfferThatTheTargetSpeaksOf", "2026-02-07",
     "Siemens offered £1.3bn for Osram. Osram said the £1.3bn offer was too low.",
     "Siemens acquisition_price level 1300000000 GBP asserted with Osram\n"
     "Siemens acquisition_price level 1300000000 GBP asserted with Osram by Osram"},
    {"OfferThatAShareholderSpeaksOf", "2026-02-07",
     "Siemens offered £1.3bn for Osram. Tesco complained that the £1.3bn offer for Osram was too high.",
     "Siemens acquisition_price level 1300000000 GBP asserted with Osram\n"
     "Siemens acquisition_price level 1300000000 GBP asserted with Osram by Tesco"},
    {"ResultOfAShareBesideItsNoun", "2026-02-07", "Bosch weist ein Ergebnis pro Aktie von 0,48 Euro aus.",
     "Bosch profit level 0.48 EUR asserted @per_share"},
    {"ResultOfAShareFarFromItsFigure", "2026-02-07",
     "Der Gewinn je Anteilsschein stieg bei Bosch auf 2,10 Euro.",
     "Bosch profit level 2.1 EUR asserted @per_share"},
    {"ProfitAShare", "2026-02-07", "Tesco's profit a share rose in the quarter to $2.10.",
     "Tesco profit level 2.1 USD asserted @per_share"},
    {"MoveOfAMarketShare", "2026-02-07", "Intel's share of the flash market jumped 40.8 percent.",
     "Intel market_share increase 40.8 % asserted"},
    {"SharesOfWhoBuilds", "2026-02-07",
     "Shares in Siemens, which is building the new stadium, fell as much as 19%.",
     "Siemens share_price decrease ..19 % asserted"},
    {"PartBehindAMonth", "2026-02-07",
     "Ford's truck sales fell 9% in February while car business tumbled 17%.",
     "Ford sales_volume decrease 9 % 2026-02-01..2026-03-01 asserted @segment:trucks\n"
     "Ford sales_volume decrease 17 % 2026-02-01..2026-03-01 asserted @segment:cars"},
    {"UnknownYearTakesNoOther", "",
     "Bosch raised output to 200,000 cars in 2027. Last year Bosch produced 110,000 cars.",
     "Bosch sales_volume level 200000 vehicle 2027-01-01..2028-01-01 asserted\n"
     "Bosch sales_volume level 110000 vehicle asserted"},
    {"FirstOfTwoNames", "2026-02-07", "Tate's shares have leapt 55%. Tate & Lyle operates many factories.",
     "Tate & Lyle share_price increase 55 % asserted"},
    {"GuardedNameInAList", "2026-02-07", "The EU fined Apple €500 million and Meta €200 million.",
     "Apple fine level 500000000 EUR asserted\nMeta fine level 200000000 EUR asserted"},
    {"CountedFromTheQuarterBefore", "2026-02-22",
     "Tesco reported third-quarter revenue of $57 billion, up 22% from the previous quarter and 62% from a "
     "year ago.",
     "Tesco revenue level 57000000000 USD 2025-09-01..2025-12-01 asserted\n"
     "Tesco revenue increase 22 % 2025-09-01..2025-12-01 asserted\n"
     "Tesco revenue increase 62 % 2025-09-01..2025-12-01 asserted"},
    {"ZumVorquartal", "2026-02-22",
     "Der Umsatz von Bosch stieg im dritten Quartal um 5 Prozent zum Vorquartal.",
     "Bosch revenue increase 5 % 2025-07-01..2025-10-01 asserted"},
    {"SourceEndsAtTheVerb", "2026-02-07", "Nach Angaben der Gewerkschaft streicht Bosch 2.900 Stellen.",
     "Bosch job_cuts level 2900 job expected"},
    {"SourceEndsAtTheModalVerb", "2026-02-07",
     "Nach Angaben der Gewerkschaft könnten bei Bosch 2.900 Jobs wegfallen.",
     "Bosch job_cuts level 2900 job possible"},
    {"PriceWithConversions", "2026-02-07", "Tesco has offered £1.3bn ($1.7bn; €1.5bn) for Bosch.",
     "Tesco acquisition_price level 1300000000 GBP expected with Bosch\n"
     "Tesco acquisition_price level 1700000000 USD expected with Bosch\n"
     "Tesco acquisition_price level 1500000000 EUR expected with Bosch"},
    {"RaisedTo", "2005-02-07", "Tesco raised its offer to £8bn.",
     "Tesco acquisition_price level 8000000000 GBP asserted"},
    {"AnnouncedBy", "2005-02-07", "Profit at Tesco was dwarfed by the £204m announced by its rival Siemens.",
     "Siemens profit level 204000000 GBP asserted"},
    {"BuyerPastAnInsertion", "2005-02-07",
     "Tesco, the world's biggest spirits company, has agreed to buy Swiss drugmaker Novartis for $260m.",
     "Tesco acquisition_price level 260000000 USD asserted with Novartis"},
    {"BuyerBeforeItsVerb", "2025-02-07",
     "Siemens, die größte Firma der Branche, will die Commerzbank für 2 Milliarden Euro kaufen.",
     "Siemens acquisition_price level 2000000000 EUR expected with Commerzbank"},
    {"BidForIsNoBidder", "2005-02-07",
     "Tesco and Siemens are to meet amid talk that a takeover bid for Siemens will be raised to £1.5bn.",
     "Tesco acquisition_price level 1500000000 GBP expected with Siemens"},
    {"WhenItIsDue", "1987-03-05", "Intel is offering 75 million dollars of notes due 1994.",
     "Intel debt level 75000000 USD asserted"},
    {"OrderFromANameInMarks", "1987-03-30", "Intel received a 500,000 dollar order from <Siemens AG>.",
     "Intel deal_value level 500000 USD asserted with Siemens"},
    {"JobsThatAreThere", "2007-04-09", "Bei Siemens sind 8.100 Arbeitsplätze vorhanden.",
     "Siemens headcount level 8100 job asserted"},
    {"BaseWithoutAWord", "2025-11-06", "Siemens steigerte 2024 den Umsatz auf 5,5 Mrd. Euro (4,9 Mrd. Euro).",
     "Siemens revenue level 5500000000 EUR 2024-01-01..2025-01-01 asserted\n"
     "Siemens revenue level 4900000000 EUR asserted"},
    {"BaseBehindItsYear", "2025-11-06", "Auftragseingang von Siemens: 6,1 Mrd. Euro (2023: 5,8)",
     "Siemens deal_value level 6100000000 EUR asserted @intake\n"
     "Siemens deal_value level 5800000000 EUR 2023-01-01..2024-01-01 asserted @intake"},
    {"ForecastInBrackets", "2025-11-06", "Siemens: Umsatz 8,1 Mrd. Euro (Prognose: 8,0 Mrd. Euro)",
     "Siemens revenue level 8100000000 EUR asserted\nSiemens revenue level 8000000000 EUR expected"},
    {"EachReportedItsOwn", "2025-11-06",
     "Tesco, Siemens and BMW reported sales of £5bn, £3bn and £2bn, respectively.",
     "Tesco revenue level 5000000000 GBP asserted\nSiemens revenue level 3000000000 GBP asserted\n"
     "BMW revenue level 2000000000 GBP asserted"},
    {"ThreeOfThree", "2025-11-06", "Sales, profit and dividend of Tesco rose 5%, 8% and 10%.",
     "Tesco revenue increase 5 % asserted\nTesco profit increase 8 % asserted\nTesco dividend increase 10 % "
     "asserted"},
    {"EconomyIsNoCompany", "2024-06-18", "Die Inflation stieg im Mai um 2,4 Prozent.", ""},
    {"VictimsAreNoStaff", "2024-06-18",
     "Siemens bedauert das Unglück. In der Halle waren 29 Beschäftigte verletzt worden.", ""},
    {"JoblessAreNoJobsOfTheBank", "2024-06-18",
     "Commerzbank sees little growth. The country counts 2.4 million jobless people.", ""},
    {"VotersAreNoFigureOfThePaper", "2024-06-18", "In a survey for Tesco, 61% of voters were for a ban.", ""},
    {"PointsOfMarketShare", "2025-02-10", "Tesco lost 2.9 points of market share in 2024.",
     "Tesco market_share decrease 2.9 pp 2024-01-01..2025-01-01 asserted"},
    {"PointsOfAGame", "2025-02-10", "Tesco lost by 12 points in 2024.", ""},
    {"VotesOfShareholders", "2024-06-18", "The state had 40% of the votes of shareholders in Siemens.",
     "Siemens other level 40 % asserted"},
    {"StaffOfTheFirmBeforeIt", "2024-06-18", "Siemens baut um. Tausend Beschäftigte wechseln den Standort.",
     "Siemens headcount level 1000 employee asserted"},
    {"FinedEach", "2005-01-10", "Siemens and its former chief were each fined 1m euros by the regulator.",
     "Siemens fine level 1000000 EUR asserted"},
    {"CountedByTheShareBefore", "2005-01-20",
     "Tesco's profit came to 33 cents a share; brokers had expected 34 cents.",
     "Tesco profit level 0.33 USD asserted @per_share\n"
     "Tesco profit level 0.34 USD expected @per_share"},
    {"OfferFrom", "2005-01-20", "Tesco has rejected a £1.3bn offer from Siemens.",
     "Siemens acquisition_price level 1300000000 GBP asserted with Tesco"},
    {"WhoseIsTheFirmBefore", "2005-01-20", "Tesco supplies Siemens, whose revenue fell 5% to 3bn euros.",
     "Siemens revenue decrease 5 % asserted\n"
     "Siemens revenue level 3000000000 EUR asserted"},
    {"SpeculationOpensAClause", "2005-01-20",
     "Tesco shares gained 9% on rumours it is to lease its head office.",
     "Tesco share_price increase 9 % asserted"},
    {"SaidTwiceBehindAComma", "2005-01-20", "BMW was lowering output by 8,000 vehicles, or 1.2%.",
     "BMW sales_volume decrease 8000 vehicle asserted\n"
     "BMW sales_volume decrease 1.2 % asserted"},
    {"IsCuttingIsADecrease", "2005-01-20", "Lufthansa is cutting its fares at home by up to 40%.",
     "Lufthansa price decrease ..40 % asserted"},
    {"MadeInThePassive", "2005-01-20", "Siemens said loans of 2.5 billion dollars were made to its dealers.",
     "Siemens debt level 2500000000 USD asserted by Siemens"},
    {"StaffOfANumberBesideMoney", "2005-01-20", "Tesco had revenue of £2.8 billion and a staff of 9,400.",
     "Tesco revenue level 2800000000 GBP asserted\n"
     "Tesco headcount level 9400 employee asserted"},
    {"SalesToCustomersAreNoCustomers", "2005-01-20",
     "Tesco said sales to customers rose to 200 million and profit to £5m.",
     "Tesco revenue level 200000000 GBP asserted by Tesco\n"
     "Tesco profit level 5000000 GBP asserted by Tesco"},
    {"CutRateCostsNoJobs", "2005-01-20", "Tesco may cut its target of 9 percent.", ""},
    {"CutOfStaff", "2005-01-20", "Tesco is axing 90 posts - 17% of its editorial staff.",
     "Tesco job_cuts level 90 job expected\n"
     "Tesco job_cuts level 17 % expected"},
    {"InterestOfNotes", "2005-01-20", "Siemens is to repay its 7.5 percent senior notes.",
     "Siemens other level 7.5 % expected"},
    {"NounBehindConversions", "2005-01-20",
     "Siemens paid out 300 million euros (£281m; $400m) for damage by hurricanes.",
     "Siemens damage level 300000000 EUR asserted\n"
     "Siemens damage level 281000000 GBP asserted\n"
     "Siemens damage level 400000000 USD asserted"},
    {"HoweverBetweenCommas", "2005-01-20",
     "Siemens said new orders for the year, however, rose 50 percent to 26 million euros.",
     "Siemens deal_value increase 50 % asserted @intake by Siemens\n"
     "Siemens deal_value level 26000000 EUR asserted @intake by Siemens"},
    {"NewSharesSold", "2005-01-20", "Siemens will place 250m euros (£170m) of new shares.",
     "Siemens funding level 250000000 EUR expected\n"
     "Siemens funding level 170000000 GBP expected"},
    {"HomesAreNoFirms", "2005-01-20", "Barclays thinks that property prices will lose 6% in 2005.", ""},
    {"WorthOfAThing", "2005-01-20", "Siemens won land worth 1.5 million euros.",
     "Siemens deal_value level 1500000 EUR asserted"},
    {"LeftOfACharacter", "2005-01-20",
     "Siemens AG, Germany #39;s largest engineer, plans to buy Tesco for US$870mil.",
     "Siemens acquisition_price level 870000000 USD expected with Tesco"},
    {"DollarLeftOfItsCode", "2005-01-20", "Siemens spent #36;3 billion on machines.",
     "Siemens investment level 3000000000 USD asserted"},
    {"KindOfAirline", "2005-01-20", "The low fares airline Ryanair is investing $55m in a hangar.",
     "Ryanair investment level 55000000 USD asserted"},
    {"PriceMoveBehindItsCode", "2005-01-20", "Tesco (TSCO) plummeted 12% to 88.5 pence.",
     "Tesco share_price decrease 12 % asserted\n"
     "Tesco share_price level 0.885 GBP asserted"},
    {"PartOfTheStaffThatIsLeft", "2025-02-20", "Siemens streicht bis zu 40 der noch übrigen 300 Stellen.",
     "Siemens job_cuts level ..40 job expected\n"
     "Siemens headcount level 300 job asserted"},
    {"PartOfAllWorldwide", "2025-02-20", "Siemens streicht 900 von weltweit 12.000 Stellen.",
     "Siemens job_cuts level 900 job expected\nSiemens headcount level 12000 job asserted"},
    {"PriceOfAFirm", "2025-02-20",
     "Der Kauf von Puma durch Adidas erfolgte zu einem Preis von 410 Millionen Euro.",
     "Adidas acquisition_price level 410000000 EUR asserted with Puma"},
    {"EstimatesAreNotTheFirms", "2025-02-20",
     "Siemens macht Schätzungen zufolge fast 20 Milliarden Euro Umsatz.",
     "Siemens revenue level 20000000000 EUR estimated"},
    {"WhatAModelCosts", "2025-02-20", "BYD stellte einen Kleinwagen vor. Das Modell kostet 99.500 Yuan.",
     "BYD price level 99500 CNY asserted"},
    {"YearBeforeTheOneTold", "",
     "Siemens erzielte 2012 einen Umsatz von 80,9 Millionen Euro. Im Vorjahr waren es noch 70 Millionen.",
     "Siemens revenue level 80900000 EUR 2012-01-01..2013-01-01 asserted\n"
     "Siemens revenue level 70000000 EUR 2011-01-01..2012-01-01 asserted"},
    {"FigureOfTheComparedYear", "2025-02-20",
     "Siemens erzielte 2024 einen Umsatz von 80,9 Millionen Euro, gegenüber dem Vorjahr mit 35,5 Millionen "
     "mehr als das Doppelte.",
     "Siemens revenue level 80900000 EUR 2024-01-01..2025-01-01 asserted\n"
     "Siemens revenue level 35500000 EUR 2023-01-01..2024-01-01 asserted"},
    {"GrowthOfACountryToldByABank", "2025-02-20",
     "Laut Commerzbank wird die Wirtschaft um 1,2 Prozent wachsen, am meisten in Sachsen (1,4 Prozent).", ""},
    {"GoodsGoOn", "2025-02-20",
     "Toyota setzte 2024 rund 9 Millionen Autos ab. 2025 sollen es 10 Millionen sein.",
     "Toyota sales_volume level 9000000 vehicle 2024-01-01..2025-01-01 asserted\n"
     "Toyota sales_volume level 10000000 vehicle 2025-01-01..2026-01-01 expected"},
    {"GoodsWithoutAWordStayOpen", "2025-02-20", "Tepco leitete 11.500 Tonnen Wasser ins Meer.",
     "Tepco other level 11500 tonne asserted"},
    {"SharesOfTheSentenceBefore", "2025-02-20",
     "Siemens-Aktien gewannen zwei Prozent, BMW-Aktien verloren ein Prozent. Schwankend zeigten sich die "
     "Papiere von Bayer. Am Morgen lagen sie 1,6 Prozent im Minus.",
     "Siemens share_price increase 2 % asserted\nBMW share_price decrease 1 % asserted\n"
     "Bayer share_price decrease 1.6 % asserted"},
    {"FirmThatWasLeftBehind", "2025-02-20",
     "Es war ein Sommertag. Viele kamen. Am Ufer baut Siemens ein Werk. Im Fluss liegen Boote. Siemens sagt "
     "wenig. Im Sommer gibt es ein Fest. Dort ist es schön. Viele Boote liegen da. Kinder baden. Der Abend "
     "kommt. Der Umsatz liegt bei 3 Millionen Euro.",
     ""},
    {"FirmThatComesUpLate", "2025-02-20",
     "Zwei Millionen Autos sollen gebaut werden. Das ist das Ziel. Der Minister nannte es. Er war in London. "
     "Nissan hat dort ein Werk.",
     ""},
    {"FeesOfACourt", "2025-02-20", "Siemens klagt. Die Gerichtsgebühren liegen bei 22 Euro.", ""},
    {"CloseOfADayIsOfItsPrice", "2026-03-10",
     "Tesco shares were quoted at 390p, up on last night's close of 380p.",
     "Tesco share_price level 3.9 GBP asserted\nTesco share_price level 3.8 GBP 2026-03-09..2026-03-10 "
     "asserted"},
    {"CloseOfADayIsOfThePriceBefore", "2026-03-10",
     "Tesco shares firmed to 390p from 380p at last night's close.",
     "Tesco share_price level 3.9 GBP asserted\nTesco share_price level 3.8 GBP 2026-03-09..2026-03-10 "
     "asserted"},
    {"CloseOfADayInGerman", "2026-03-10",
     "Die SAP-Aktie notierte bei 239 Euro, nach einem Schlusskurs vom Montag von 238 Euro.",
     "SAP share_price level 239 EUR asserted\nSAP share_price level 238 EUR 2026-03-09..2026-03-10 asserted"},
    {"FirmNamedLaterIsNoTopic", "2005-01-20",
     "Retail sales sank 0.4% in January, more than at Easter.\n\nIt was a cold month, and "
     "people stayed at home. \"It is no risk yet,\" said Ken Brandt, an analyst at Barclays.",
     ""},
    {"ShedOfTheWorkforce", "2005-01-20", "Tesco will shed 10% of the workforce.",
     "Tesco job_cuts level 10 % expected"},
    {"FactoriesOfTheGroup", "2005-01-20", "Siemens wants to shut 15% of the group's factories.", ""},
    {"PremisesAreNoVolume", "2005-01-20", "Siemens operates 41 factories and more production sites.",
     "Siemens other level 41.. store asserted"},
    {"TwoPapersSayIt", "2005-01-20",
     "The Sunday Times and The Sunday Telegraph say shareholders will fight a £750m takeover bid.", ""},
    {"OwnerOfTheBid", "2005-01-20", "Deutsche Bank likes Siemens's plans for a $6bn bid for Tesco.",
     "Siemens acquisition_price level 6000000000 USD expected with Tesco"},
    {"GainOnASale", "2005-01-20", "Siemens expects a pre-tax gain on the sale of about 48 million euros.",
     "Siemens profit level 48000000 EUR expected @pre_tax by Siemens"},
    {"PronounOfAPerson", "2025-02-20",
     "Facebook löschte die Bilder spät. Eva Muster hatte geklagt. Neben dem Schadenersatz muss sie 3.800 "
     "Euro Strafe zahlen.",
     ""},
    {"NounAndNameAsSubject", "2025-02-20",
     "Siemens wirbt im Radio. Der Bauherr Xaverl gab 36 Millionen Euro für Kosten der Werbung aus.", ""},
    {"MustPay", "2025-02-20",
     "Siemens hat Fehler gemacht. Das Unternehmen muss umgerechnet 85 Millionen Euro zahlen.",
     "Siemens fine level 85000000 EUR asserted"},
    {"SurnameThatRecordsALoss", "2025-02-20",
     "BMW ist zufrieden. Ford verzeichnete einen Verlust von 48 Millionen Euro.",
     "Ford loss level 48000000 EUR asserted"},
    {"UpOnAYear", "2005-02-20", "BP produced 1.2 billion barrels in 2004, up 6% on 2003.",
     "BP sales_volume level 1200000000 barrel 2004-01-01..2005-01-01 asserted\n"
     "BP sales_volume increase 6 % 2004-01-01..2005-01-01 asserted"},
    {"DirectionOfItsOwnClause", "2025-11-13",
     "Siemens hat sechs Prozent mehr verkauft, auf vergleichbarer Basis acht Prozent mehr, "
     "während der Gewinn um 19 Prozent auf 1,7 Milliarden Euro sank.",
     "Siemens sales_volume increase 6 % asserted\n"
     "Siemens sales_volume increase 8 % asserted @organic\n"
     "Siemens profit decrease 19 % asserted\n"
     "Siemens profit level 1700000000 EUR asserted"},
    {"YearToDate", "2025-03-06",
     "Ford said year-to-date car sales were off 9% to 300,206 from 330,119 a year before.",
     "Ford sales_volume decrease 9 % 2025-01-01..2025-03-07 asserted by Ford\n"
     "Ford sales_volume level 300206 vehicle 2025-01-01..2025-03-07 asserted by Ford\n"
     "Ford sales_volume level 330119 vehicle 2024-01-01..2024-03-07 asserted by Ford"},
    {"MoreThanAYearAgoSaysNotHowLong", "2025-11-13",
     "Die Lufthansa beförderte im Quartal 42 Millionen Fluggäste, drei Prozent mehr als vor einem Jahr.",
     "Lufthansa sales_volume level 42000000 passenger asserted\n"
     "Lufthansa sales_volume increase 3 % asserted"},
    {"AnalystsHadExpected", "2025-11-13", "Analysts had expected revenue of $51.3 billion at Nvidia.",
     "Nvidia revenue level 51300000000 USD expected"},
    {"ExpectedWithItsMetricBehind", "2025-11-13",
     "Nvidia beat the $51.3 billion in revenue analysts had expected.",
     "Nvidia revenue level 51300000000 USD expected"},
    {"MoreThanHadBeenExpected", "2025-11-13",
     "Nvidia's sales rose 5% to $5bn, more than analysts had expected.",
     "Nvidia revenue increase 5 % asserted\nNvidia revenue level 5000000000 USD asserted"},
    {"ExpectedOfAFirm", "2025-11-13", "Wall Street expects Apple to post sales of $102 billion.",
     "Apple revenue level 102000000000 USD expected"},
    {"WhoPollsIsNotTheSubject", "2025-11-13",
     "Mit 57 Milliarden Dollar Umsatz übertraf Nvidia die von LSEG erhobenen Erwartungen.",
     "Nvidia revenue level 57000000000 USD asserted"},
    {"FigureThatToppedIsExact", "2025-11-13", "Nvidia's revenue of $57 billion topped the forecast.",
     "Nvidia revenue level 57000000000 USD asserted"},
    {"SoldToSomebodyIsNoHeadline", "2025-11-13",
     "Siemens sold Innomotics to Kestrelle for 2.8 billion euros.",
     "Siemens acquisition_price level 2800000000 EUR asserted with Innomotics"},
    {"ValueOfADealWithItsDebt", "2025-11-13",
     "Siemens will buy Kestrelle Inc for $9.7 billion including debt.",
     "Siemens acquisition_price level 9700000000 USD expected with Kestrelle"},
    {"ButWithinItsClause", "2025-11-13",
     "Der Umsatz von Siemens sank um 2 Prozent, in Asien legte Siemens aber um 3 Prozent zu.",
     "Siemens revenue decrease 2 % asserted\n"
     "Siemens revenue increase 3 % asserted @region:asia"},
    {"BasisOfAChange", "2025-11-13",
     "Der Umsatz von Siemens sank um 2 Prozent auf 9 Milliarden Euro, bereinigt um Währungseffekte stieg er "
     "um 3 Prozent.",
     "Siemens revenue decrease 2 % asserted\n"
     "Siemens revenue level 9000000000 EUR asserted\n"
     "Siemens revenue increase 3 % asserted @currency_adjusted"},
    {"BasisBehindAChange", "2025-11-13",
     "Siemens' revenue rose 6% on a comparable basis to €9bn, while profit slipped 19%.",
     "Siemens revenue increase 6 % asserted @organic\n"
     "Siemens revenue level 9000000000 EUR asserted\n"
     "Siemens profit decrease 19 % asserted"},
    {"BidderIsNotBought", "2025-11-13", "Siemens offered $6bn for Kestrelle, topping Nokia's bid of $5bn.",
     "Siemens acquisition_price level 6000000000 USD asserted with Kestrelle\n"
     "Nokia acquisition_price level 5000000000 USD asserted with Kestrelle"},
    {"SharesBoughtBack", "2025-11-13", "Shell bought back $3.5 billion of shares.",
     "Shell other level 3500000000 USD asserted"},
    {"ScaleBehindTheBrackets", "2025-11-13",
     "Siemens: Umsatz 20,5 (Vorjahr: 21,6) Milliarden Euro, Ergebnis 2,0 (1,3) Milliarden Euro.",
     "Siemens revenue level 20500000000 EUR asserted\n"
     "Siemens revenue level 21600000000 EUR 2024-01-01..2025-01-01 asserted\n"
     "Siemens profit level 2000000000 EUR asserted"},
    {"PartInACompound", "2025-11-13",
     "SAP steigerte die Clouderlöse auf 5 Milliarden Euro. Der Auslandsumsatz von Henkel sank um 3 Prozent, "
     "der Gesamtumsatz um 2 Prozent.",
     "SAP revenue level 5000000000 EUR asserted @segment:cloud\n"
     "Henkel revenue decrease 3 % asserted @region:abroad\n"
     "Henkel revenue decrease 2 % asserted"},
    {"OverTheYearIsDuringIt", "2005-05-20", "Tesco's profit rose 7% over the year to February 2005.",
     "Tesco profit increase 7 % 2004-03-01..2005-03-01 asserted"},
    {"BasisBehindTheLevel", "2025-11-13", "Siemens' revenue rose 6% to €9bn on a comparable basis.",
     "Siemens revenue increase 6 % asserted @organic\n"
     "Siemens revenue level 9000000000 EUR asserted"},
    {"TradeAndPlace", "2025-11-13", "Ford's US truck sales fell 9%.",
     "Ford sales_volume decrease 9 % asserted @segment:trucks region:united_states"},
    {"PencilledIn", "2025-11-13", "Analysts had pencilled in revenue of $44 billion at Nvidia.",
     "Nvidia revenue level 44000000000 USD expected"},
    {"ProfitOfTheShareholders", "2025-02-20",
     "Siemens' net profit attributable to shareholders fell 36% to €2.7bn.",
     "Siemens profit decrease 36 % asserted @attributable\n"
     "Siemens profit level 2700000000 EUR asserted @attributable"},
    {"UsIsNoPlace", "2025-11-13",
     "\"The app gave us sales of $5m,\" Siemens said. Its US sales rose 3% and its overseas sales 2%.",
     "Siemens revenue level 5000000 USD asserted by Siemens\n"
     "Siemens revenue increase 3 % asserted @region:united_states\n"
     "Siemens revenue increase 2 % asserted @region:abroad"},
    {"ProductBeforeAMetric", "2025-11-13",
     "Microsoft's Azure revenue grew 39%. Sony raised its PlayStation 5 sales forecast to 15 million units.",
     "Microsoft revenue increase 39 % asserted @segment:azure\n"
     "Sony sales_volume level 15000000 unit expected @segment:playstation_5"},
    {"NoProductBeforeAMetric", "2025-11-13",
     "Siemens said Group revenue rose 5%. BERLIN - Provisional net profit was 7 million euros.",
     "Siemens revenue increase 5 % asserted by Siemens\n"
     "Siemens profit level 7000000 EUR asserted"},
    {"RegionInACompound", "2025-11-13",
     "Der China-Absatz von BMW sank um 5 Prozent, der europäische Absatz stieg um 3 Prozent.",
     "BMW sales_volume decrease 5 % asserted @region:china\n"
     "BMW sales_volume increase 3 % asserted @region:europe"},
    {"BusinessYearIsNoBusiness", "2025-11-05",
     "Toyota expects a profit of 4 trillion yen in the current business year ending in March.",
     "Toyota profit level 4000000000000 JPY 2025-04-01..2026-04-01 expected by Toyota"},
    {"UpFromAYear", "2005-02-20", "BP produced 1.2 billion barrels last year, up 6% from 2003.",
     "BP sales_volume level 1200000000 barrel 2004-01-01..2005-01-01 asserted\n"
     "BP sales_volume increase 6 % 2004-01-01..2005-01-01 asserted"},
    {"OverTheSameQuarter", "2005-02-20",
     "Tesco said fourth quarter sales rose 4% over the third quarter and will rise 2% over the next two "
     "years.",
     "Tesco revenue increase 4 % 2004-12-01..2005-03-01 asserted by Tesco\n"
     "Tesco revenue increase 2 % 2005-02-20..2007-02-20 expected by Tesco"},
    {"DownFromAMonth", "2005-01-20", "Tesco is ill. Its sales are down 3% from December's level.",
     "Tesco revenue decrease 3 % asserted"},
    {"DownFromFriday", "2005-02-22", "Tesco's shares closed at 310p on Monday, down 5p from Friday.",
     "Tesco share_price level 3.1 GBP 2005-02-21..2005-02-22 asserted\n"
     "Tesco share_price decrease 0.05 GBP 2005-02-21..2005-02-22 asserted"},
    {"PenceLowerAt", "2005-02-20", "Tesco's shares stood 18 pence lower at 640p.",
     "Tesco share_price decrease 0.18 GBP asserted\n"
     "Tesco share_price level 6.4 GBP asserted"},
    {"SpentOnAFirm", "2005-02-20", "Tesco said it would spend $900m (£500m) to buy a bakery company.",
     "Tesco acquisition_price level 900000000 USD expected by Tesco\n"
     "Tesco acquisition_price level 500000000 GBP expected by Tesco"},
    {"OwnerOfAComparison", "2005-02-20",
     "Siemens has a market capitalisation of some $3.4bn, compared to Nokia's $21bn.",
     "Siemens market_cap level 3400000000 USD asserted\n"
     "Nokia market_cap level 21000000000 USD asserted"},
    {"CountryIsTheSubject", "2005-02-20",
     "Denmark will plant 4,000 tonnes of barley, Carlsberg director Erik Muster said.", ""},
    {"EuropesBiggestIsAFirm", "2005-02-20",
     "Tesco is ill. Once Europe's biggest retailer, worth £6bn, it now rents its shops.",
     "Tesco market_cap level 6000000000 GBP asserted"},
    {"FigureAtAnother", "2005-02-20", "Siemens had sales of $2.9bn, against $17.8bn at Nokia.",
     "Siemens revenue level 2900000000 USD asserted\n"
     "Nokia revenue level 17800000000 USD asserted"},
    {"NextNounOfTheNextFigure", "1987-04-09",
     "Tesco said its earnings rose 40 percent from the year-ago £3.5m and revenues £8m.",
     "Tesco profit increase 40 % asserted by Tesco\n"
     "Tesco profit level 3500000 GBP asserted by Tesco\n"
     "Tesco revenue level 8000000 GBP asserted by Tesco"},
    {"CouponIsNoVolume", "2005-02-20",
     "Ford is raising 300 million marks through a bond that has a coupon of 6.25 percent.",
     "Ford debt level 300000000 DEM asserted\n"
     "Ford other level 6.25 % asserted"},
    {"ParagraphOfAnotherFirm", "2025-02-20",
     "Bosch baut um. Bosch streicht 2025 noch 900 Stellen.\n\nIn Passau will ZF 700 Stellen abbauen. "
     "Die Schulden lasten mit 9,5 Milliarden Euro auf dem Unternehmen.",
     "Bosch job_cuts level 900 job 2025-01-01..2026-01-01 expected\nZF job_cuts level 700 job expected\n"
     "ZF debt level 9500000000 EUR asserted"},
    {"PutsUpMoney", "2025-02-20", "Airbus stellt der Stadt 20 Millionen Euro zur Verfügung.",
     "Airbus other level 20000000 EUR asserted"},
    {"PartOfWhatIsCut", "2025-02-20",
     "Bis 2027 sollen bei der Commerzbank 3.900 Stellen wegfallen, davon 3.300 in Deutschland.",
     "Commerzbank job_cuts level 3900 job 2027-01-01..2028-01-01 expected\n"
     "Commerzbank job_cuts level 3300 job 2027-01-01..2028-01-01 expected @region:germany"},
    {"StakeOfTheState", "2025-02-20",
     "UniCredit hält 28 Prozent an der Commerzbank; dem Bund gehören noch zwölf Prozent.",
     "UniCredit stake level 28 % asserted with Commerzbank\nCommerzbank stake level 12 % asserted"},
    {"MarketValueGoesOn", "2025-02-20",
     "Nvidia hat einen Börsenwert von vier Billionen Dollar erreicht. Microsoft bringt es auf 3,7 Billionen "
     "Dollar.",
     "Nvidia market_cap level 4000000000000 USD asserted\n"
     "Microsoft market_cap level 3700000000000 USD asserted"},
    {"HeAdded", "2005-02-20",
     "Siemens will invest 5 million euros, finance chief Erika Brandt said. Sales would reach 7 million "
     "euros, Mr Brandt added.",
     "Siemens investment level 5000000 EUR expected by Erika Brandt\n"
     "Siemens revenue level 7000000 EUR expected by Erika Brandt"},
    {"EmployerOfAnAnalyst", "2005-02-20",
     "Copper prices have risen 15% this year, according to analysts at Barclays.", ""},
    {"BiddingForTheSameFirm", "2005-02-20",
     "Siemens made a £5bn offer for Tesco. Siemens later raised its offer to £6bn.",
     "Siemens acquisition_price level 5000000000 GBP asserted with Tesco\n"
     "Siemens acquisition_price level 6000000000 GBP asserted with Tesco"},
    {"OfferFromInAHeadline", "2005-02-20", "Tesco declines £22bn offer from Siemens",
     "Siemens acquisition_price level 22000000000 GBP asserted with Tesco"},
    {"SetAsideForLoans", "2005-02-20", "Tesco sets aside £80m for student loans.",
     "Tesco costs level 80000000 GBP asserted"},
    {"IsSpending", "2005-02-20", "Siemens is spending $100m on its software.",
     "Siemens investment level 100000000 USD asserted"},
    {"PartOfAFirm", "2005-02-20", "Siemens has 20% of Tesco.",
     "Siemens stake level 20 % asserted with Tesco"},
    {"OwnedByAPerson", "2005-02-20", "Tesco, which is 25% owned by Erika Muster, competes with Lidl.",
     "Tesco stake level 25 % asserted"},
    {"OwnedByAFirm", "2005-02-20", "Tesco is 25% owned by Siemens, a rival of Lidl.",
     "Siemens stake level 25 % asserted with Tesco"},
    {"SoldMoreIsNoStake", "2005-02-20", "BMW has sold 3.4% more cars in 2004.",
     "BMW sales_volume increase 3.4 % 2004-01-01..2005-01-01 asserted"},
    {"SalesThatComeToUnits", "2005-02-20", "Sales at BMW climbed 4.5% to 1.4 million vehicles.",
     "BMW sales_volume increase 4.5 % asserted\n"
     "BMW sales_volume level 1400000 vehicle asserted"},
    {"FirmOfTheSentenceBeforeWhereTheMainOneIsFar", "2025-03-18",
     "Die Aktie der OMV trat auf der Stelle. OMV und Verbund sind bekannt. Es ist ruhig. Viele warten. "
     "Andere gehen. Der Tag ist lang. Nichts bewegt sich. Die Sonne scheint. Es wird Abend. Der Wind dreht. "
     "Die Luft ist mild. Der Kartonhersteller Mayr-Melnhof legte Zahlen vor. Der Umsatz ging um zwei Prozent "
     "zurück.",
     "Mayr-Melnhof revenue decrease 2 % asserted"},
    {"PrizeIsNoPrice", "2025-02-20",
     "Swarovski stiftet den Preis. Der Hauptpreis ist mit 5.000 Euro dotiert.", ""},
    {"PollOfAPaper", "2025-02-20",
     "In einer Umfrage im Auftrag der Tiroler Tageszeitung waren 57 Prozent für ein zweites Fest.", ""},
    {"NounOfDecreaseBehindGrowth", "2025-05-08",
     "Nachdem Geberit ein Wachstum von 6,1 Prozent erzielt hatte, musste es einen Umsatzrückgang um 0,9 "
     "Prozent hinnehmen.",
     "Geberit revenue increase 6.1 % asserted\nGeberit revenue decrease 0.9 % asserted"},
    {"WordsOfAnotherMetricInBrackets", "2025-05-08",
     "Das Konzernergebnis von Andritz (nach Abzug von fremden Anteilen) verbesserte sich um 31 Prozent auf "
     "52 Millionen Euro.",
     "Andritz profit increase 31 % asserted\nAndritz profit level 52000000 EUR asserted"},
    {"RisesWithAValuation", "2025-05-08",
     "Die Smartphone-Bank N26 steigt mit einer Bewertung von 3 Milliarden Euro zum Primus auf.",
     "N26 valuation level 3000000000 EUR asserted"},
    {"PaperBuysPaper", "2025-05-08", "Springer kauft das Portal Politico für eine Milliarde Euro.",
     "Axel Springer acquisition_price level 1000000000 EUR asserted with Politico"},
    {"SoldBeforeTheVerb", "2025-05-08",
     "Barclays hat die Vermögensverwaltung an BlackRock für 13 Milliarden Euro verkauft.",
     "BlackRock acquisition_price level 13000000000 EUR asserted with Barclays"},
    {"UnitIsNoSaving", "2025-05-08", "Die Sparte wurde für 6 Milliarden Euro an Elanco verkauft.",
     "Elanco acquisition_price level 6000000000 EUR asserted @segment:unnamed"},
    {"GoodsSold", "2025-05-08",
     "BMW steigerte den Verkauf um 11 Prozent auf 774.000 Fahrzeuge. Opel schlug 40.000 Fahrzeuge los.",
     "BMW sales_volume increase 11 % asserted\nBMW sales_volume level 774000 vehicle asserted\n"
     "Opel sales_volume level 40000 vehicle asserted"},
    {"ProceedsOfAnIssue", "2025-05-08",
     "Der Bruttoemissionserlös von Porr beträgt 35 Millionen Euro. Die Marktkapitalisierung auf Basis des "
     "Platzierungspreises beläuft sich auf 480 Millionen Euro.",
     "Porr funding level 35000000 EUR asserted\nPorr market_cap level 480000000 EUR asserted"},
    {"PossibleInThePast", "2025-05-08",
     "Bei Bosch konnte der Umsatz auf 125 Millionen Euro gesteigert werden. Bosch musste 400 Stellen "
     "streichen.",
     "Bosch revenue level 125000000 EUR asserted\nBosch job_cuts level 400 job asserted"},
    {"SaidToHaveDone", "2025-05-08",
     "Siemens soll 5 Millionen Euro Strafe gezahlt haben. Siemens soll 6 Millionen Euro Strafe zahlen.",
     "Siemens fine level 5000000 EUR possible\nSiemens fine level 6000000 EUR expected"},
    {"StaffInFull", "2025-05-08", "Der Mitarbeiterstand von Porr erhöhte sich von 543 auf 574.",
     "Porr headcount level 543 employee asserted\nPorr headcount level 574 employee asserted"},
    {"WholeBeforeItsPart", "2025-05-08",
     "Von den 450 Mitarbeitern von Bosch in Koblenz verlieren 120 ihren Job.",
     "Bosch headcount level 450 employee asserted\nBosch job_cuts level 120 job asserted"},
    {"SomeOfThem", "2025-05-08", "Rund 8.000 Menschen arbeiten für Bosch, 450 von ihnen in Wien.",
     "Bosch headcount level 8000 employee asserted\nBosch headcount level 450 employee asserted "
     "@region:wien"},
    {"UnitsOfSales", "2025-05-08", "Bei VW sank die Zahl der Auslieferungen um 8 Prozent auf 2,02 Millionen.",
     "Volkswagen sales_volume decrease 8 % asserted\nVolkswagen sales_volume level 2020000 unit asserted"},
    {"LikenedToAnotherTime", "2016-11-04",
     "BMW setzte 56.000 Autos ab, so viele wie noch nie seit der Eröffnung des Werks vor zwei Jahren.",
     "BMW sales_volume level 56000 vehicle asserted"},
    {"MonthAYearBefore", "2016-11-04",
     "Im September lieferte Boeing 26 Maschinen aus, vor einem Jahr waren es noch 87 gewesen.",
     "Boeing sales_volume level 26 aircraft 2016-09-01..2016-10-01 asserted\n"
     "Boeing sales_volume level 87 aircraft 2015-09-01..2015-10-01 asserted"},
    {"MonthOfTheYearInFront", "2016-11-04",
     "Im Jahr 2015 hatte Boeing bis Ende September 568 Maschinen ausgeliefert.",
     "Boeing sales_volume level 568 aircraft 2015-09-01..2015-10-01 asserted"},
    {"ExpectsOfAMerger", "2025-05-08",
     "Mit der Übernahme von Vitesco rechnet Schaeffler mit Einsparungen von 600 Millionen Euro.",
     "Schaeffler costs decrease 600000000 EUR expected by Schaeffler"},
    {"FineAgainstABroadcaster", "2025-05-08",
     "Die Behörde gab eine Buße von 55 Millionen Euro gegen RTL bekannt.",
     "RTL Group fine level 55000000 EUR asserted"},
    {"PaidPerShare", "2025-05-08", "Für 2015 hatte Porr 50 Cent je Aktie gezahlt.",
     "Porr dividend level 0.5 EUR 2015-01-01..2016-01-01 asserted"},
    {"PriceBehindWhatIsBought", "2025-05-08", "BMW will für Alpina 3,4 Milliarden Euro in bar bezahlen.",
     "BMW acquisition_price level 3400000000 EUR expected with Alpina"},
    {"UnitBelongsToInvestor", "2025-05-08",
     "Das Geschäft von Zalando gehört dem Finanzinvestor Argyll. Das Unternehmen beschäftigt 11.000 "
     "Menschen.",
     "Zalando headcount level 11000 employee asserted"},
    {"ReferenceBehindAParticiple", "2025-05-08",
     "Porr will Anteile verkaufen. Das vom Milliardär Emil Muster kontrollierte Unternehmen könnte eine "
     "Bewertung von 2 Milliarden Euro anstreben.",
     "Porr valuation level 2000000000 EUR possible"},
    {"ParagraphOpenedByAnotherFirm", "2025-05-08",
     "Apple verdiente 21 Milliarden Euro. Apple hat 700 Millionen Kunden.\nAuch bei Microsoft lief es gut. "
     "Der Gewinn stieg um 47 Prozent.",
     "Apple profit level 21000000000 EUR asserted\nApple other level 700000000 customer asserted\n"
     "Microsoft profit increase 47 % asserted"},
    {"LessStronglyIsNoDecrease", "2025-05-08",
     "Bosch hat den Umsatz um 22 Prozent und damit weniger stark gesteigert als Siemens.",
     "Bosch revenue increase 22 % asserted"},
    {"LossOfRevenueInMoney", "2025-05-08",
     "Bosch musste einen Umsatzverlust von 100 Millionen Euro verkraften.",
     "Bosch revenue decrease 100000000 EUR asserted"},
    {"ResultBeforeTaxAndInterest", "2025-05-08",
     "Das Ergebnis von Porr vor Steuern und Zinsen (Ebit) ging auf 90 Millionen Euro zurück.",
     "Porr operating_profit level 90000000 EUR asserted"},
    {"ClosesWithAMinus", "2025-05-08",
     "Porr wird das Jahr mit einem Minus von 30 Millionen Euro abschließen.",
     "Porr loss level 30000000 EUR expected"},
    {"GenitiveBeforeAProduct", "2025-05-08",
     "Der Umsatz bei Microsofts Cloud-Plattform kletterte um 29 Prozent.",
     "Microsoft revenue increase 29 % asserted"},
    {"HelpOfAState", "2025-05-08", "Die Kommission genehmigte die Hilfe von 920 Millionen Euro für Infineon.",
     "Infineon aid level 920000000 EUR asserted"},
    {"YearBeforeInBrackets", "2025-05-08", "Der Marktanteil von Zeiss sank auf 20,3 (Vorjahr 22,3) Prozent.",
     "Zeiss market_share level 20.3 % asserted\n"
     "Zeiss market_share level 22.3 % 2024-01-01..2025-01-01 asserted"},
    {"SpanOfACount", "2025-05-08", "Bosch will 80 bis 100 der rund 500 Mitarbeiter entlassen.",
     "Bosch job_cuts level 80..100 employee expected\n"
     "Bosch headcount level 500 employee asserted"},
    {"QuarterOfTheNextClause", "2025-05-08",
     "Der Gewinn von Porr sank auf 120 Millionen Euro, im vierten Quartal halbierte er sich auf 44 "
     "Millionen Euro.",
     "Porr profit level 120000000 EUR asserted\n"
     "Porr profit level 44000000 EUR 2024-10-01..2025-01-01 asserted"},
    {"PlansToRaise", "2025-05-08", "Porr plant, den Umsatz um 8 Prozent zu steigern.",
     "Porr revenue increase 8 % expected"},
    {"PlansWithTheMarkInTheVerb", "2025-05-08", "Porr plant, die Dividende auf 2 Euro anzuheben.",
     "Porr dividend level 2 EUR expected"},
    {"MarkedInfinitiveOfRevenue", "2025-05-08", "Porr plant, 800 Millionen Euro umzusetzen.",
     "Porr revenue level 800000000 EUR expected"},
    {"RunsDownCosts", "2025-05-08", "Porr will die Kosten um 8 Prozent zurückfahren.",
     "Porr costs decrease 8 % expected"},
    {"AfterATakeover", "2025-05-08", "Nach der Übernahme will Porr 5 Milliarden Euro umsetzen.",
     "Porr revenue level 5000000000 EUR expected"},
    {"AnnouncesBehindAnAdverb", "2025-05-08", "Gestern kündigte Bosch die Streichung von 9.000 Stellen an.",
     "Bosch job_cuts level 9000 job expected by Bosch"},
    {"PriceOfAnEntry", "2025-02-20", "Der Einstieg von Bajaj erfolgte zu einem Preis von 95 Millionen Euro.",
     "Bajaj Auto acquisition_price level 95000000 EUR asserted"},
    {"PercentShareOfAMarket", "2005-02-20",
     "Tesco - which has a 17% share of the Irish second-hand mobile phone market - is content.",
     "Tesco market_share level 17 % asserted"},
    {"ShareInAFirm", "2005-02-20", "Tesco has a 30% share in Siemens.",
     "Tesco stake level 30 % asserted with Siemens"},
    {"TwiceAYardstickIsNoForecast", "2005-02-20",
     "Nortel expects to raise money at a valuation of $9.1 billion, nearly twice the $4.7 billion it was "
     "worth in October.",
     "Nortel valuation level 9100000000 USD expected by Nortel\n"
     "Nortel valuation level 4700000000 USD 2004-10-01..2004-11-01 asserted"},
    {"YardstickOfAForecast", "2005-02-20",
     "Nortel fears that third-quarter revenue will be below the $3.1 billion it earned in the spring.",
     "Nortel revenue level 3100000000 USD 2004-07-01..2004-10-01 asserted"},
    {"RiseOnAForecast", "2005-02-20",
     "Shares of Dell shot up 7 percent on much higher profit and an optimistic forecast.",
     "Dell share_price increase 7 % asserted"},
    {"LessThanTheShare", "2005-02-20", "Tesco has 8% of Siemens, less than the 20% share that was on sale.",
     "Tesco stake level 8 % asserted with Siemens\n"
     "Tesco stake level 20 % asserted with Siemens"},
    {"StakeItHasAlready", "2005-02-20", "Siemens said income from its 30 percent stake in Tesco will sink.",
     "Siemens stake level 30 % asserted with Tesco by Siemens"},
    {"ProceedsAreRaised", "2005-02-20", "The flotation of Siemens brought net proceeds of 140 million euros.",
     "Siemens funding level 140000000 EUR asserted"},
    {"PenceAShareOffer", "2005-02-20", "Tesco declined the 410 pence-a-share offer from Siemens.",
     "Siemens acquisition_price level 4.1 GBP asserted with Tesco"},
    {"NoFirmNoClaim", "2024-06-18", "Die Miete stieg auf 900 Euro.", ""},
    {"ComplementOfAnExpectation", "2022-10-20",
     "Tesla's revenue of €25.2bn missed analysts' expectations for 2022 of €25.9bn.",
     "Tesla revenue level 25200000000 EUR 2022-01-01..2023-01-01 asserted\n"
     "Tesla revenue level 25900000000 EUR 2022-01-01..2023-01-01 expected"},
    {"ErgaenzungEinerErwartung", "2024-07-24",
     "Der Umsatz von Siemens von 19,3 Milliarden Euro lag unter den Erwartungen der Analysten von 20,1 "
     "Milliarden Euro.",
     "Siemens revenue level 19300000000 EUR asserted\n"
     "Siemens revenue level 20100000000 EUR expected"},
    {"BeatsExpectationsWithWhatIsSo", "2024-07-24",
     "Siemens übertraf die Erwartungen der Analysten mit einem Umsatz von 25 Milliarden Euro.",
     "Siemens revenue level 25000000000 EUR asserted"},
    {"OldForecastIsOneOfTheSameTime", "2022-07-29",
     "Tesco cut its revenue forecast for 2022 from £76bn to £68bn.",
     "Tesco revenue level 76000000000 GBP 2022-01-01..2023-01-01 expected\n"
     "Tesco revenue level 68000000000 GBP 2022-01-01..2023-01-01 expected"},
    {"ForecastOfARiseBeginsAtAFact", "2022-07-29",
     "Tesco forecast a rise in revenue to £68bn in 2022 from £60bn.",
     "Tesco revenue level 68000000000 GBP 2022-01-01..2023-01-01 expected by Tesco\n"
     "Tesco revenue level 60000000000 GBP 2021-01-01..2022-01-01 asserted"},
    {"TheSumAnalystsHadExpected", "2022-10-20",
     "Tesco earned £3bn, more than the £2.5bn analysts had expected.",
     "Tesco profit level 3000000000 GBP asserted\n"
     "Tesco profit level 2500000000 GBP expected"},
    {"ConsensusInBrackets", "2022-10-20",
     "Siemens verdiente 3 Milliarden Euro (Konsens: 2,5 Milliarden Euro).",
     "Siemens profit level 3000000000 EUR asserted\n"
     "Siemens profit level 2500000000 EUR expected"},
    {"AheadOfTheConsensusIsAFact", "2022-10-20", "Sales at Tesco ahead of the consensus were £5bn.",
     "Tesco revenue level 5000000000 GBP asserted"},
    {"BeatsExpectationsAndIsTold", "2022-10-20",
     "Siemens übertraf die Erwartungen: 5 Milliarden Euro setzte der Konzern um.",
     "Siemens revenue level 5000000000 EUR asserted"},
    {"AnalystsWereExpecting", "2022-10-20", "Analysts were expecting revenue of £5bn at Tesco.",
     "Tesco revenue level 5000000000 GBP expected"},
    {"SinceTheFoundation", "2023-10-20",
     "Siemens hat seit der Gründung im Jahr 2008 insgesamt 25 Milliarden Euro umgesetzt.",
     "Siemens revenue level 25000000000 EUR 2008-01-01..2023-10-21 asserted"},
    {"BracketsNameTheirYear", "2023-01-20",
     "Siemens setzte 2022 8,47 Milliarden Euro um (2021: 6,81 Milliarden).",
     "Siemens revenue level 8470000000 EUR 2022-01-01..2023-01-01 asserted\n"
     "Siemens revenue level 6810000000 EUR 2021-01-01..2022-01-01 asserted"},
    {"BracketsOfTheYearBefore", "2023-01-20",
     "Siemens setzte 2022 8,47 Milliarden Euro um (Vorjahr: 6,81 Milliarden Euro).",
     "Siemens revenue level 8470000000 EUR 2022-01-01..2023-01-01 asserted\n"
     "Siemens revenue level 6810000000 EUR 2021-01-01..2022-01-01 asserted"},
    {"SameQuarterOfAnotherYear", "2023-10-20",
     "Nokia reported sales of €6.2bn in Q3, against €5.7bn in the same quarter of 2019.",
     "Nokia revenue level 6200000000 EUR 2023-07-01..2023-10-01 asserted\n"
     "Nokia revenue level 5700000000 EUR 2019-07-01..2019-10-01 asserted"},
    {"ADecadeAgo", "2023-10-20", "Tesco made £61bn in sales a decade ago.",
     "Tesco revenue level 61000000000 GBP 2013-01-01..2014-01-01 asserted"},
    {"ObIstOffen", "2020-06-20", "Ob Siemens die 2 Milliarden Euro Umsatz erzielte, ist unklar.",
     "Siemens revenue level 2000000000 EUR possible"},
    {"WhetherRemainsToBeSeen", "2020-06-20", "It remains to be seen whether Tesco makes a profit of £2bn.",
     "Tesco profit level 2000000000 GBP possible"},
    {"WhetherOfSomethingElse", "2020-06-20", "Whether or not that is enough, Tesco made a profit of £2bn.",
     "Tesco profit level 2000000000 GBP asserted"},
    {"ProfitOfOneShare", "2020-06-20", "Der Gewinn von Siemens lag bei 16,35 Euro je Aktie.",
     "Siemens profit level 16.35 EUR asserted @per_share"},
    {"ProfitAndThatOfOneShare", "2020-06-20", "Tesco posted a net profit of £2.1bn, or 33 pence a share.",
     "Tesco profit level 2100000000 GBP asserted\nTesco profit level 0.33 GBP asserted @per_share"},
    {"NothingIsHigher", "2020-06-20", "Ryanair cut its fares, with no fare higher than €599.",
     "Ryanair price level ..599 EUR asserted"},
    {"CountBeforeMoneyIsNoMoney", "2025-02-20",
     "Ryanair said passenger numbers grew 7% to 180.4 million, and revenues rose 3%, to €11.2bn.",
     "Ryanair sales_volume increase 7 % asserted by Ryanair\n"
     "Ryanair sales_volume level 180400000 passenger asserted by Ryanair\n"
     "Ryanair revenue increase 3 % asserted by Ryanair\n"
     "Ryanair revenue level 11200000000 EUR asserted by Ryanair"},
    {"SumBeforeMoneyIsMoney", "2025-02-20",
     "Siemens said sales of trains rose to 3.4 million and profit to $5m.",
     "Siemens revenue level 3400000 USD asserted @segment:trains by Siemens\n"
     "Siemens profit level 5000000 USD asserted by Siemens"},
    {"SumAfterCosts", "2025-02-20",
     "Siemens launched a headset. The Siemens headset costs just more than $300.",
     "Siemens price level 300.. USD asserted"},
    {"NounOfCostsStays", "2025-02-20",
     "Siemens took a charge of $40 million. Siemens reported profit of $5 million vs a charge of $7 million.",
     "Siemens costs level 40000000 USD asserted\n"
     "Siemens profit level 5000000 USD asserted\n"
     "Siemens costs level 7000000 USD asserted"},
    {"BidByTheShare", "2025-02-20", "The takeover of Nokia by Siemens would be for $24 per share.",
     "Siemens acquisition_price level 24 USD possible with Nokia"},
    {"OptionIsNoBid", "2025-02-20",
     "Siemens sold warrants to buy its common shares at $24 per share in a merger.",
     "Siemens share_price level 24 USD asserted"},
    {"SharesBoughtBackAreNoStake", "2025-02-20",
     "Siemens authorized the repurchase of up to 2 million shares of the company's common stock.",
     "Siemens other level ..2000000 share asserted"},
    {"ChargeThatDidIt", "2025-02-20",
     "Profits at Siemens were hurt by a $40 million charge for restructuring.",
     "Siemens costs level 40000000 USD asserted"},
    {"MoveBehindTheCodeOfTheShare", "2025-02-20", "Kestrelle Oyj KST1V FH fell 3.2 percent on Monday.",
     "Kestrelle share_price decrease 3.2 % 2025-02-17..2025-02-18 asserted"},
    {"TaxOfficeHasNoRevenue", "2025-02-20",
     "Nike sued its lawyer. He owed more than $850,000 to the Internal Revenue Service, Nike said.",
     "Nike debt level 850000.. USD asserted by Nike"},
    {"OrderOfSoManyPlanes", "2025-02-20", "Airbus won a 40-plane order worth $4bn from Ryanair.",
     "Airbus other level 40 aircraft asserted\n"
     "Airbus deal_value level 4000000000 USD asserted with Ryanair"},
    {"DollarSignsEscaped", "2025-02-20", "Nokia raised its profit to US\\$5m, from C\\$7m.",
     "Nokia profit level 5000000 USD asserted\n"
     "Nokia profit level 7000000 CAD asserted"},
    {"RevenueByTheHour", "2025-02-20",
     "Nvidia earned $9 million an hour. Nvidia had daily revenue of $200 million.",
     "Nvidia profit level 9000000 USD asserted @per_hour\n"
     "Nvidia revenue level 200000000 USD asserted @per_day"},
    {"LossOfADayButNotOfTheDayAfter", "2025-02-20",
     "Siemens lost $3 million a day during the strike. Siemens lost $5 million a day after the fire.",
     "Siemens loss level 3000000 USD asserted @per_day\n"
     "Siemens loss level 5000000 USD asserted"},
    {"PriceIsToldByTheMonth", "2025-02-20",
     "Netflix charges $9.99 a month. Netflix had a profit of $5bn a year.",
     "Netflix price level 9.99 USD asserted\n"
     "Netflix profit level 5000000000 USD asserted"},
    {"DataCenterIsAPart", "2025-02-20",
     "Nvidia said data-center revenue rose 50% to $30 billion. Microsoft's software licence sales fell 2%.",
     "Nvidia revenue increase 50 % asserted @segment:data_center by Nvidia\n"
     "Nvidia revenue level 30000000000 USD asserted @segment:data_center by Nvidia\n"
     "Microsoft revenue decrease 2 % asserted @segment:licences"},
    {"AdvertisingIsAPart", "2025-02-20", "Meta's advertising revenue rose 20% to $38bn.",
     "Meta revenue increase 20 % asserted @segment:advertising\n"
     "Meta revenue level 38000000000 USD asserted @segment:advertising"},
    {"RegionBeforeTheMetric", "2025-02-20",
     "Tesco said UK sales rose 2%. Nike said its overseas sales fell 4%. Siemens said sales abroad rose 5%.",
     "Tesco revenue increase 2 % asserted @region:britain by Tesco\n"
     "Nike revenue decrease 4 % asserted @region:abroad by Nike\n"
     "Siemens revenue increase 5 % asserted @region:abroad by Siemens"},
    {"LikeForLikeIsNotTheWhole", "2025-02-20", "Tesco said like-for-like sales rose 3%.",
     "Tesco revenue increase 3 % asserted @organic by Tesco"},
    {"BranchIsAPart", "2025-02-20",
     "Tesco said its Polish branch had revenue of £900m. Siemens said its train plant in Krefeld made a "
     "profit of €4m.",
     "Tesco revenue level 900000000 GBP asserted @segment:polish by Tesco\n"
     "Siemens profit level 4000000 EUR asserted @segment:train by Siemens"},
    {"JobsOfOnePlace", "2025-02-20", "Siemens will cut 300 jobs at its train plant.",
     "Siemens job_cuts level 300 job expected @region:unnamed"},
    {"OperationsThatCostAreNoPart", "2025-02-20",
     "Siemens said a loss on its ferry operations cut net profit to €4m.",
     "Siemens profit level 4000000 EUR asserted by Siemens"},
    {"InterestIsNoRevenue", "2025-02-20", "Barclays said net interest income rose to £3bn.",
     "Barclays revenue level 3000000000 GBP asserted @interest by Barclays"},
    {"PartOfASumIsNotTheWhole", "2025-02-20",
     "Tesco reported revenue of $90 billion, of which food made up $50 billion and $8 billion came from "
     "Ireland.",
     "Tesco revenue level 90000000000 USD asserted\n"
     "Tesco revenue level 50000000000 USD asserted @segment:food\n"
     "Tesco revenue level 8000000000 USD asserted @segment:unnamed"},
    {"PercentThatNoWordExplains", "2025-02-20",
     "Vodafone found that 30 percent of calls are made from the sofa.", ""},
    {"NameThatEndsLikeAKnownOne", "2025-02-20", "Quincy Bell Inc said profit rose 5 percent.",
     "Quincy Bell profit increase 5 % asserted by Quincy Bell"},
    {"NameGoesOnBehindItsForm", "2025-02-20", "Hospital Corp of America said profit rose 5 percent.",
     "Hospital Corp of America profit increase 5 % asserted by Hospital Corp of America"},
    {"WhatIsSoldIsNotWhoseGainItIs", "2025-02-20",
     "Siemens is growing. It booked a gain of $40 million from the sale of Osram.",
     "Siemens other increase 40000000 USD asserted"},
    {"BoughtBehindAShareOfIt", "2025-02-20",
     "Siemens rose after Nokia, a supplier, acquired 77 percent of Osram for €33m.",
     "Nokia stake level 77 % asserted with Osram\n"
     "Nokia acquisition_price level 33000000 EUR asserted with Osram"},
    {"StakeOfAPerson", "2025-02-20",
     "Investor Erika Muster said she raised her stake in Nokia to 42.3 percent.",
     "Nokia stake level 42.3 % asserted by Erika Muster"},
    {"OwnersThatAreNoFirm", "2025-02-20",
     "Siemens wants guidelines with the creditors, who now own 99.3% of Nokia.",
     "Nokia stake level 99.3 % asserted"},
    {"PriceOfACommodity", "2025-02-20",
     "Copper prices rose 5 percent, Siemens said. The price of nickel fell 4 percent. Siemens raised its "
     "copper prices by 3 percent.",
     "Siemens price increase 3 % asserted"},
    {"SharesThatAreThereAreNoStake", "2025-02-20",
     "The number of outstanding shares of Nokia is 11,204,377 shares.",
     "Nokia other level 11204377 share asserted"},
    {"ScaleBehindARange", "2025-02-20", "Nokia's net sales are estimated to be EUR 0.9-1.2 m.",
     "Nokia revenue level 900000..1200000 EUR estimated"},
    {"OrdersAreWorthIt", "2025-02-20",
     "Siemens said it has won four orders in Spain, Portugal and Qatar worth €40m.",
     "Siemens deal_value level 40000000 EUR asserted by Siemens"},
    {"NominalValueIsNoPrice", "2025-02-20",
     "Nokia issued 38,000 new shares with a nominal value of EUR 1.35 per share.",
     "Nokia other level 38000 share asserted\n"
     "Nokia other level 1.35 EUR asserted"},
    {"EffectOnSalesIsNoSales", "2025-02-20",
     "The impact of the deal on net sales at Nokia is estimated to be EUR 2 million.",
     "Nokia other level 2000000 EUR estimated"},
    {"RivalIsNoPart", "2025-02-20",
     "Oracle raised its hostile bid for rival business software maker Nokia to $9.2 billion.",
     "Oracle acquisition_price level 9200000000 USD asserted with Nokia"},
    {"GuessFromNearStays", "2025-02-20", "Lidl was tried in May. It is to pay €20,000 in damages.",
     "Lidl fine level 20000 EUR expected"},
    {"GuessFromAfarIsNone", "2025-02-20",
     "The men met at Lidl. Lidl was closed. Lidl called for help. They were tried in May. The trial was "
     "long. Many came. Nobody spoke. They are to pay €20,000 in damages.",
     ""},
    {"PaidForUnknownFirm", "2025-11-13", "Siemens agreed to pay $43 billion for Kestrelle, a maker of pumps.",
     "Siemens acquisition_price level 43000000000 USD asserted with Kestrelle"},
    {"PaidInCashForUnknownFirm", "2025-11-13",
     "Siemens will pay 8 billion euros in cash for Kestrelle Foods.",
     "Siemens acquisition_price level 8000000000 EUR expected with Kestrelle Foods"},
    {"PaidForCauseIsNoPurchase", "2025-11-13", "Siemens agreed to pay $43 million for Kestrelle violations.",
     "Siemens fine level 43000000 USD asserted"},
    {"OrderedToPayIsFined", "2025-11-13", "A jury ordered Siemens to pay $15 million to a man.",
     "Siemens fine level 15000000 USD asserted"},
    {"StaffCutToldTwice", "2025-11-13", "Siemens will lay off 15% of its workforce, or about 15,000 people.",
     "Siemens job_cuts level 15 % expected\n"
     "Siemens job_cuts level 15000 employee expected"},
    {"TerminationFee", "2025-11-13", "Siemens is seeking a $600m termination fee.",
     "Siemens other level 600000000 USD expected"},
    {"PremiumIsNoPriceMove", "2025-11-13", "The bid is a 44% premium to the Siemens share price.",
     "Siemens other level 44 % asserted"},
    {"QuarterBehindName", "2025-11-13", "Siemens Q3 revenue $13.3 billion vs. estimate of $13.02 billion.",
     "Siemens revenue level 13300000000 USD 2025-04-01..2025-07-01 asserted\n"
     "Siemens revenue level 13020000000 USD 2025-04-01..2025-07-01 expected"},
    {"CarmakersQuarterIsNoModel", "2025-11-13", "BMW H1 net profit falls 11% to $3bn.",
     "BMW profit decrease 11 % 2025-01-01..2025-07-01 asserted\n"
     "BMW profit level 3000000000 USD 2025-01-01..2025-07-01 asserted"},
    {"QuarterOfAMonthIsOfTheCalendar", "2025-02-13",
     "Apple's loss narrowed to $208 million in the December quarter.",
     "Apple loss level 208000000 USD 2024-10-01..2025-01-01 asserted"},
    {"QuarterOfAMonthNotOverIsTheLast", "2025-11-13",
     "Apple's revenue rose to $208 million in the December quarter.",
     "Apple revenue level 208000000 USD 2024-10-01..2025-01-01 asserted"},
    {"BasedOnOldForecast", "2025-11-13",
     "Siemens cut its 2025 profit forecast to $8.30 to $8.90 per share, from $9 to $9.70.",
     "Siemens profit level 8.3..8.9 USD 2025-01-01..2026-01-01 expected @per_share\n"
     "Siemens profit level 9..9.7 USD 2025-01-01..2026-01-01 expected @per_share"},
    {"SwingFromProfit", "2025-11-13",
     "Siemens swung to a loss of €53m in the six months to 30 June from a profit of €158m.",
     "Siemens loss level 53000000 EUR 2025-01-01..2025-07-01 asserted\n"
     "Siemens profit level 158000000 EUR 2024-01-01..2024-07-01 asserted"},
    {"SwingFromProfitAYearAgo", "2025-11-13",
     "Siemens made a loss of €53m in the six months to 30 June versus a profit of €158m a year ago.",
     "Siemens loss level 53000000 EUR 2025-01-01..2025-07-01 asserted\n"
     "Siemens profit level 158000000 EUR 2024-01-01..2024-07-01 asserted"},
    {"RoundLedByBank", "2025-11-13", "The start-up raised $45 million in a round led by Siemens.", ""},
    {"LedByInRelativeClause", "2025-11-13", "The round was led by Siemens, which invested 1.3 billion euros.",
     "Siemens investment level 1300000000 EUR asserted"},
    {"AnalystsOfBank", "2025-11-13",
     "Barclays analysts expect that the price of copper will average $76 next year, and that it could rise "
     "more.",
     ""},
    {"SoldByFounder", "2025-11-13", "Siemens founder Erika Muster sold shares worth £14.8m.", ""},
    {"StakeOfFounder", "2025-11-13", "Nokia chief executive Erika Muster owns 5% of Siemens.",
     "Siemens stake level 5 % asserted"},
    {"ToldOfOther", "2025-11-13", "Nokia said Siemens' debt stood at $58bn.",
     "Siemens debt level 58000000000 USD asserted by Nokia"},
    {"ToldOfOtherByNote", "2025-11-13", "A Barclays note said Siemens would make a profit of $5m.",
     "Siemens profit level 5000000 USD expected by Barclays"},
    {"ExpectedOfOther", "2025-11-13", "Nokia said it expected Siemens to earn $100bn this year.",
     "Siemens profit level 100000000000 USD 2025-01-01..2026-01-01 expected by Nokia"},
    {"ToldOfUnknown", "2025-11-13", "Nokia said Kestrelle had lost $5m.", ""},
    {"ToldOfOwnUnit", "2025-11-13", "Nokia said its Siemens unit lost $5m.",
     "Nokia loss level 5000000 USD asserted by Nokia"},
    {"AnnouncedToBuyFromOther", "2025-11-13",
     "Nokia has announced plans to buy 20 Boeing planes, a deal worth $3.8 billion.",
     "Nokia deal_value level 3800000000 USD expected with Boeing by Nokia"},
    {"PaidToShareholders", "2025-11-13",
     "US Steel shareholders will receive $55 a share in cash from Siemens.",
     "Siemens acquisition_price level 55 USD expected with U.S. Steel"},
    {"PaidToShareholdersByNobody", "2025-11-13",
     "Siemens shareholders will get $55 in cash for each share they own.", ""},
    {"DividendToShareholdersStays", "2025-11-13",
     "The shareholders of Siemens will receive €2.25 a share after the meeting in May.",
     "Siemens dividend level 2.25 EUR expected"},
    {"EarningsPerShareOfTheBase", "2025-11-13",
     "Siemens had a loss of 32 million dollars in the three months to June compared with net income of 96 "
     "million dollars, or 39 cents a share, in the year-ago period.",
     "Siemens loss level 32000000 USD 2025-04-01..2025-07-01 asserted\n"
     "Siemens profit level 96000000 USD 2024-04-01..2024-07-01 asserted\n"
     "Siemens profit level 0.39 USD 2024-04-01..2024-07-01 asserted @per_share"},
    {"OldRangeOfForecast", "2025-11-13",
     "Siemens now expects sales to rise between 4.8% and 5.1% in 2025, up from 3.75% to 4.75% previously.",
     "Siemens revenue increase 4.8..5.1 % 2025-01-01..2026-01-01 expected by Siemens\n"
     "Siemens revenue increase 3.75..4.75 % 2025-01-01..2026-01-01 expected by Siemens"},
    {"MoveIsNoRange", "2025-11-13", "Profit at Siemens rose 5% from $9bn to $10bn.",
     "Siemens profit increase 5 % asserted\n"
     "Siemens profit level 9000000000 USD asserted\n"
     "Siemens profit level 10000000000 USD asserted"},
    {"SalesOfThings", "2025-11-13",
     "Siemens said sales of electric cars rose 5% to $40bn and revenue from advertising fell.",
     "Siemens revenue increase 5 % asserted @segment:electric_cars by Siemens\n"
     "Siemens revenue level 40000000000 USD asserted @segment:electric_cars by Siemens"},
    {"SalesOfTheWholeFirm", "2025-11-13",
     "Siemens said sales of the group rose 5% and profit from continuing operations was $5m.",
     "Siemens revenue increase 5 % asserted by Siemens\n"
     "Siemens profit level 5000000 USD asserted by Siemens"},
    {"ThingOfAFirm", "2025-11-13", "Siemens' diabetes drug Kestrelle had sales of $2.5 billion.",
     "Siemens revenue level 2500000000 USD asserted @segment:kestrelle"},
    {"ThingOfItsOwn", "2025-11-13", "Siemens said its Kestrelle programme lost $300 million.",
     "Siemens loss level 300000000 USD asserted @segment:kestrelle_programme by Siemens"},
    {"FilmOfAFirm", "2025-11-13", "The film took in $1.3bn for Siemens.",
     "Siemens revenue level 1300000000 USD asserted @segment:unnamed"},
    {"ChangeOfAPart", "2025-11-13", "Siemens' cloud unit had revenue of $11.4 billion, up 35%.",
     "Siemens revenue level 11400000000 USD asserted @segment:cloud\n"
     "Siemens revenue increase 35 % asserted @segment:cloud"},
    {"ChangeOfAPartBehindItsFigure", "2025-11-13", "Siemens posted $4bn in revenue in Germany, a 5% rise.",
     "Siemens revenue level 4000000000 USD asserted @region:germany\n"
     "Siemens revenue increase 5 % asserted @region:germany"},
    {"PartBehindAChangeToALevel", "2025-11-13",
     "Siemens said sales rose 5% to $4bn from $3.8bn at its rail unit.",
     "Siemens revenue increase 5 % asserted @segment:rail by Siemens\n"
     "Siemens revenue level 4000000000 USD asserted @segment:rail by Siemens\n"
     "Siemens revenue level 3800000000 USD asserted @segment:rail by Siemens"},
    {"PartOfTheNextStatement", "2025-11-13",
     "Siemens said profit rose to $4bn from $3bn and rail operation sales to $2bn.",
     "Siemens profit level 4000000000 USD asserted by Siemens\n"
     "Siemens profit level 3000000000 USD asserted by Siemens\n"
     "Siemens revenue level 2000000000 USD asserted @segment:rail by Siemens"},
    {"ProductThatOpensASentence", "2025-11-13",
     "Siemens reported. Kestrelle sales rose 5%. iTurbine sales rose 6%. Quarterly sales rose 7%.",
     "Siemens revenue increase 5 % asserted @segment:kestrelle\n"
     "Siemens revenue increase 6 % asserted @segment:iturbine\n"
     "Siemens revenue increase 7 % asserted"},
    {"PlaceOfNoList", "2025-11-13",
     "Siemens said sales in the Outer Marches rose 5%. Sales in October rose 6%.",
     "Siemens revenue increase 5 % asserted @region:outer_marches by Siemens\n"
     "Siemens revenue increase 6 % 2025-10-01..2025-11-01 asserted"},
    {"PartThatARelativeClauseIsAbout", "2025-11-13",
     "Siemens gained most at its Turbines & Motors business, which posted revenue of $4bn.",
     "Siemens revenue level 4000000000 USD asserted @segment:turbines_&_motors"},
    {"EachMovesByItself", "2025-11-13",
     "Siemens shares fell 2% and Bosch rose 1%. Siemens shares fell 2% and the DAX rose 1%.",
     "Siemens share_price decrease 2 % asserted\n"
     "Bosch share_price increase 1 % asserted\n"
     "Siemens share_price decrease 2 % asserted\n"
     "DAX other increase 1 % asserted @index"},
    {"MarketThatMovesByItself", "2025-11-13", "Siemens shares fell 2%, while the market rose 1%.",
     "Siemens share_price decrease 2 % asserted"},
    {"NextFirmOfTheSameMetric", "2025-11-13",
     "Siemens sales fell 5% in October. Bosch posted a 4% decline, Philips dropped 3%.",
     "Siemens revenue decrease 5 % 2025-10-01..2025-11-01 asserted\n"
     "Bosch revenue decrease 4 % asserted\n"
     "Philips revenue decrease 3 % asserted"},
    {"NextFirmAmongSharePrices", "2025-11-13",
     "Siemens gained 2% after it said sales rose 5%. Bosch fell 3%.",
     "Siemens share_price increase 2 % asserted\n"
     "Siemens revenue increase 5 % asserted by Siemens\n"
     "Bosch share_price decrease 3 % asserted"},
    {"PossessiveForWhatIsMeasured", "2025-11-13", "Siemens sales fell 5%, and Bosch's were down 4%.",
     "Siemens revenue decrease 5 % asserted\n"
     "Bosch revenue decrease 4 % asserted"},
    {"NounOfTheClauseBehind", "2025-11-13",
     "Siemens said sales rose to $5bn from $4bn, with same-store sales up 6%.",
     "Siemens revenue level 5000000000 USD asserted by Siemens\n"
     "Siemens revenue level 4000000000 USD asserted by Siemens\n"
     "Siemens revenue increase 6 % asserted @organic by Siemens"},
    {"ResultOfAnotherFirm", "2025-11-13",
     "Siemens sales fell 5% and Bosch reported a 4% decline, followed by Philips, whose sales fell 3%.",
     "Siemens revenue decrease 5 % asserted\n"
     "Bosch revenue decrease 4 % asserted\n"
     "Philips revenue decrease 3 % asserted"},
    {"PaidForAShareOfTheOther", "2025-11-13",
     "Siemens will pay $46 per Bosch share, a premium of 9% over the close.",
     "Siemens acquisition_price level 46 USD expected with Bosch\n"
     "Siemens other increase 9 % expected"},
    {"PriceOfAShareThatIsIssued", "2025-11-13",
     "Siemens went public in 2011 at $45. Siemens went public, raising $45m.",
     "Siemens share_price level 45 USD 2011-01-01..2012-01-01 asserted\n"
     "Siemens funding level 45000000 USD asserted"},
    {"ForecastBesideAResult", "2025-11-13", "Siemens cut its forecast as profit fell 5%.",
     "Siemens profit decrease 5 % asserted"},
    {"ForecastBeforeAResultInAHeadline", "2025-11-13", "Siemens forecasts 5% growth, profit falls 3%",
     "Siemens profit increase 5 % expected by Siemens\n"
     "Siemens profit decrease 3 % asserted"},
    {"NameThatIsAWordOfExpectation", "2025-11-13", "Target posted a 3% fall in sales.",
     "Target revenue decrease 3 % asserted"},
    {"NameThatARelativeClauseIsAbout", "2025-11-13",
     "Siemens said sales rose 6%, led by Kestrelle (a drug), whose sales rose 10%.",
     "Siemens revenue increase 6 % asserted by Siemens\n"
     "Siemens revenue increase 10 % asserted @segment:kestrelle by Siemens"},
    {"RelativeClauseRightBehindAFirm", "2025-11-13",
     "Siemens employs 300,000 people, ahead of Bosch which has 280,000 employees.",
     "Siemens headcount level 300000 employee asserted\n"
     "Bosch headcount level 280000 employee asserted"},
    {"HowFarOffTheForecast", "2025-11-13", "Siemens earned $2.84 a share, topping expectations by 10 cents.",
     "Siemens profit level 2.84 USD asserted @per_share\n"
     "Siemens other increase 0.1 USD asserted"},
    {"ForecastOfBoth", "2025-11-13",
     "Analysts had expected profit of $2 a share on revenue of $5bn at Siemens.",
     "Siemens profit level 2 USD expected @per_share\n"
     "Siemens revenue level 5000000000 USD expected"},
    {"WhatTheCompanyExpectsBehind", "2025-11-13",
     "Siemens' sales rose 5% and the company expects profit of $4bn.",
     "Siemens revenue increase 5 % asserted\n"
     "Siemens profit level 4000000000 USD expected by Siemens"},
    {"JobsThatArePromised", "2025-11-13", "Siemens is promising 45 jobs at its plant.",
     "Siemens headcount level 45 job expected @region:unnamed"},
    {"FirmAndItsRival", "2025-11-13", "Siemens and its bigger rival Bosch sold 75 and 33 cars.",
     "Siemens sales_volume level 75 vehicle asserted\n"
     "Bosch sales_volume level 33 vehicle asserted"},
    {"StaffOfAnEnglishPlant", "2025-11-13",
     "Siemens employs 4,500 people at its Leeds plant. It will cut 400 jobs at a factory in Derby.",
     "Siemens headcount level 4500 employee asserted @region:leeds\n"
     "Siemens job_cuts level 400 job expected @region:derby"},
    {"BaseOfAPercentage", "2025-11-13",
     "Siemens earned $5m, 131% higher than $2m a year earlier. Sales were up 5% over $3m in May.",
     "Siemens profit level 5000000 USD asserted\n"
     "Siemens profit increase 131 % asserted\n"
     "Siemens profit level 2000000 USD asserted\n"
     "Siemens revenue increase 5 % asserted\n"
     "Siemens revenue level 3000000 USD 2025-05-01..2025-06-01 asserted"},
    {"TimeInFrontIsOfAYearAgo", "2025-11-13",
     "Siemens earned $5m in the third quarter of 2025. In the year-ago quarter, it earned $4m.",
     "Siemens profit level 5000000 USD 2025-07-01..2025-10-01 asserted\n"
     "Siemens profit level 4000000 USD 2024-07-01..2024-10-01 asserted"},
    {"ResultMeasuredByWhatWasExpected", "2025-11-13", "Siemens posted a larger-than-expected loss of $5m.",
     "Siemens loss level 5000000 USD asserted"},
    {"SoFarItRose", "2025-11-13",
     "Siemens' revenue was up to $6m, from $3m. The fine is up to $6m, Siemens said.",
     "Siemens revenue level 6000000 USD asserted\n"
     "Siemens revenue level 3000000 USD asserted\n"
     "Siemens fine level ..6000000 USD asserted by Siemens"},
    {"TimeOfThePercentageBehind", "2025-11-13",
     "Siemens' sales dropped 7%, in contrast to a 2% rise in the same period of 2023.",
     "Siemens revenue decrease 7 % asserted\n"
     "Siemens revenue increase 2 % asserted"},
    {"ProvisionsForLosses", "2025-11-13", "Siemens Bank AG said provisions for loan losses rose to $5m.",
     "Siemens Bank costs level 5000000 USD asserted by Siemens Bank"},
    {"ExpectedOnRevenueOf", "2025-03-04",
     "Siemens fell short. Analysts had expected earnings of $1.25 per share on revenue of $9 billion.",
     "Siemens profit level 1.25 USD expected @per_share\nSiemens revenue level 9000000000 USD expected"},
    {"ThatComparesWithAYearEarlier", "2025-08-04",
     "Ryanair earned $4 billion for the quarter ended June 30. That compares with $3 billion, or $1 a share, "
     "a year earlier.",
     "Ryanair profit level 4000000000 USD 2025-04-01..2025-07-01 asserted\n"
     "Ryanair profit level 3000000000 USD 2024-04-01..2024-07-01 asserted\n"
     "Ryanair profit level 1 USD 2024-04-01..2024-07-01 asserted @per_share"},
    {"RoseOnAYearEarlierToIsOfNow", "2025-08-20",
     "In the second quarter of 2025, Ryanair revenue rose 2.7% on a year earlier to $9bn.",
     "Ryanair revenue increase 2.7 % 2025-04-01..2025-07-01 asserted\n"
     "Ryanair revenue level 9000000000 USD 2025-04-01..2025-07-01 asserted"},
    {"AnalystsForesee", "2025-03-04", "Analysts foresee a profit of $3bn at Siemens.",
     "Siemens profit level 3000000000 USD expected"},
    {"RegionOfTheCause", "2025-03-04", "Siemens profit rose 8 percent as sales strengthened in Germany.",
     "Siemens profit increase 8 % asserted"},
    {"LevelBeforeAChangeFromAnotherTime", "2025-11-13",
     "Siemens told of its third quarter of 2025. Sales of $4bn were a 5% rise from the year-ago period.",
     "Siemens revenue level 4000000000 USD 2025-07-01..2025-10-01 asserted\n"
     "Siemens revenue increase 5 % 2025-07-01..2025-10-01 asserted"},
    {"TimeOfAnotherNoun", "2025-11-13", "Siemens said sales rose 5% as it lapped last year's strikes.",
     "Siemens revenue increase 5 % asserted by Siemens"},
    {"TimeOfWhatIsComparedWith", "2025-11-13", "Siemens sees sales of $4bn, up from last year's $3bn.",
     "Siemens revenue level 4000000000 USD 2025-01-01..2026-01-01 expected by Siemens\n"
     "Siemens revenue level 3000000000 USD 2024-01-01..2025-01-01 asserted"},
    {"TimeOfAThingDone", "2025-11-13", "Siemens sales rose 5%, helped by the turbines introduced last year.",
     "Siemens revenue increase 5 % asserted"},
    {"PersonOfAFirm", "2025-11-13",
     "Siemens said that its chief executive Erika Muster earned $2.5 million in the year to June.", ""},
    {"CityBehindCorp", "2025-11-13", "Kestrelle Corp of Toronto said that its profit rose 5% to $3m.",
     "Kestrelle profit increase 5 % asserted by Kestrelle\n"
     "Kestrelle profit level 3000000 USD asserted by Kestrelle"},
    {"CountryBehindCorp", "2025-11-13", "Kestrelle Corp of America said that its profit rose 5% to $3m.",
     "Kestrelle Corp of America profit increase 5 % asserted by Kestrelle Corp of America\n"
     "Kestrelle Corp of America profit level 3000000 USD asserted by Kestrelle Corp of America"},
    {"NameThatIsAWordToo", "2025-11-13",
     "The clothing retailer Next said that its sales rose 5%. Next's profit fell.",
     "Next revenue increase 5 % asserted by Next"},
    {"WordThatIsANameToo", "2025-11-13", "Next year the sales of the company will rise 5%.", ""},
    {"BroadcasterOfItself", "2025-11-13", "NBC said that it was pleased. NBC said its profit rose 5% to $3m.",
     "NBC profit increase 5 % asserted by NBC\n"
     "NBC profit level 3000000 USD asserted by NBC"},
    {"NounAtTheBeginning", "2025-11-13", "Ordinary shares rose 5% to 300p. Turnover shares fell 5%.", ""},
    {"CityBeforeTheColon", "2025-11-13",
     "MUMBAI: Kestrelle shares fell 5% to Rs 300 on Friday after the firm had cut its forecast.",
     "Kestrelle share_price decrease 5 % 2025-11-07..2025-11-08 asserted\n"
     "Kestrelle share_price level 300 INR 2025-11-07..2025-11-08 asserted"},
    {"StaffCutByComma", "2025-11-13",
     "Siemens will cut 9,000 jobs, around 11% of its global workforce, as it battles competition.",
     "Siemens job_cuts level 9000 job expected\n"
     "Siemens job_cuts level 11 % expected"},
    {"ByToIsNoRange", "2025-11-13",
     "The headcount of Siemens fell by 19,755 to 593,314 employees in the quarter.",
     "Siemens headcount decrease 19755 employee asserted\n"
     "Siemens headcount level 593314 employee asserted"},
    {"ProfitsOverstated", "2025-11-13", "Siemens found that it had overstated profits by £30m.",
     "Siemens other level 30000000 GBP asserted"},
    {"OrdersThatFell", "2025-11-13", "Siemens said orders fell 8 percent to 21.3 billion euros.",
     "Siemens deal_value decrease 8 % asserted @intake by Siemens\n"
     "Siemens deal_value level 21300000000 EUR asserted @intake by Siemens"},
    {"WorthInAside", "2025-11-13",
     "Shares in Siemens, which was worth $650bn at its peak, have fallen 60% since June 2024.",
     "Siemens market_cap level 650000000000 USD asserted\n"
     "Siemens share_price decrease 60 % 2024-06-01..2025-11-14 asserted"},
    {"YearOfTheAside", "2025-11-13",
     "Siemens, which made a profit of £223m last year, employs about 3,800 people.",
     "Siemens profit level 223000000 GBP 2024-01-01..2025-01-01 asserted\n"
     "Siemens headcount level 3800 employee asserted"},
    {"YearOfTheFounding", "2025-11-13", "Siemens was founded in 2019 and has raised £15m from its investors.",
     "Siemens funding level 15000000 GBP asserted"},
    {"CashAndShares", "2025-11-13",
     "Siemens will pay $3.50 in cash and 0.14625 of a share for each Nokia share.",
     "Siemens acquisition_price level 3.5 USD expected with Nokia"},
    {"SharesOfTheMerged", "2025-11-13", "Siemens shareholders will own about 46% of the combined company.",
     ""},
    {"DividendBesideAQuarter", "2025-11-13",
     "Siemens made a profit of €5m in the three months to September. It proposed a dividend of 5.35 euros "
     "per share, up from 5.20 euros.",
     "Siemens profit level 5000000 EUR 2025-07-01..2025-10-01 asserted\n"
     "Siemens dividend level 5.35 EUR expected\n"
     "Siemens dividend level 5.2 EUR asserted"},
    {"YearOfNoBroker", "2025-11-13",
     "Kestrelle Group said its second-half profit would be £5m. Analysts at Barclays and Peel Hunt had "
     "expected £6m.",
     "Kestrelle profit level 5000000 GBP 2025-07-01..2026-01-01 expected by Kestrelle\n"
     "Kestrelle profit level 6000000 GBP 2025-07-01..2026-01-01 expected by Barclays"},
    {"BuyNowPayLater", "2025-11-13", "The price values Siemens, the buy now, pay later firm, at $15.1bn.",
     "Siemens valuation level 15100000000 USD asserted"},
    {"ConsensusOfAPastQuarter", "2025-11-13", "Unilever's Q3 sales were $5bn, above the consensus of $4bn.",
     "Unilever revenue level 5000000000 USD 2025-07-01..2025-10-01 asserted\n"
     "Unilever revenue level 4000000000 USD 2025-07-01..2025-10-01 expected"},
    {"ReasonIsNoForecast", "2025-11-13", "Siemens shares fell 18% as the maker of trains cuts its outlook.",
     "Siemens share_price decrease 18 % asserted"},
    {"ForecastOfTheComingQuarter", "2025-11-13", "Micron forecasts Q2 revenue of $12.5 billion.",
     "Micron Technology revenue level 12500000000 USD 2025-12-01..2026-03-01 expected by Micron Technology"},
    {"WorthOfTheShares", "2025-11-13", "Siemens bought 5 million shares of Nokia, worth $1.6bn.",
     "Siemens other level 5000000 share asserted\n"
     "Siemens acquisition_price level 1600000000 USD asserted with Nokia"},
    {"TakenPrivate", "2025-11-13", "Siemens will take Nokia private for $55bn, including $20bn of debt.",
     "Siemens acquisition_price level 55000000000 USD expected with Nokia\n"
     "Siemens debt level 20000000000 USD expected"},
    {"CentsAtHome", "2025-11-13", "Ryanair said it would pay a dividend of 19.3 cents per share.",
     "Ryanair dividend level 0.193 EUR expected by Ryanair"},
    {"CentsOfDollars", "2025-11-13", "Ryanair made $5m. It will pay a dividend of 19.3 cents per share.",
     "Ryanair profit level 5000000 USD asserted\n"
     "Ryanair dividend level 0.193 USD expected"},
    {"FeesOfABank", "2025-11-13", "Investment banking fees at Barclays jumped 43% to $2bn.",
     "Barclays revenue increase 43 % asserted @fees\n"
     "Barclays revenue level 2000000000 USD asserted @fees"},
    {"TimeBehindConversions", "2025-11-13", "Siemens made net profits of 1.33bn euros ($1bn; £550m) in 2024.",
     "Siemens profit level 1330000000 EUR 2024-01-01..2025-01-01 asserted\n"
     "Siemens profit level 1000000000 USD 2024-01-01..2025-01-01 asserted\n"
     "Siemens profit level 550000000 GBP 2024-01-01..2025-01-01 asserted"},
    {"SharesBehindAnAside", "2025-11-13",
     "Shares in Siemens - which owns 46% of Nokia - had dropped 31% by the close.",
     "Siemens stake level 46 % asserted with Nokia\n"
     "Siemens share_price decrease 31 % asserted"},
    {"ToleranceIsNoRevenue", "2025-11-13",
     "Siemens forecast 2026 revenue of $9.6 billion, plus or minus $300 million.",
     "Siemens revenue level 9600000000 USD 2026-01-01..2027-01-01 expected by Siemens"},
    {"CashDividend", "2025-11-13",
     "Siemens approved a 20 cents per share cash dividend, payable in April to its shareholders.",
     "Siemens dividend level 0.2 EUR asserted"},
    {"InflatedProfit", "2025-11-13",
     "They were accused of scheming to inflate the Siemens profit by $24 million in 2024.",
     "Siemens other level 24000000 USD 2024-01-01..2025-01-01 asserted"},
    {"PriceOfTheIssue", "2025-11-13", "Siemens priced its initial public offering at $33 a share.",
     "Siemens share_price level 33 USD asserted"},
    {"BidTurnedDown", "2025-11-13", "Siemens turned down a €10bn offer for Nokia from Tata Motors.",
     "Tata Motors acquisition_price level 10000000000 EUR asserted with Nokia"},
    {"HomesThatAreBuilt", "2025-11-13", "Siemens expects to build about 18,000 homes next year.",
     "Siemens sales_volume level 18000 apartment 2026-01-01..2027-01-01 expected by Siemens"},
    {"CloseToAGerund", "2025-11-13", "Salesforce is close to buying Informatica for about $8 billion.",
     "Salesforce acquisition_price level 8000000000 USD expected with Informatica"},
    {"ConsideredAGerund", "2025-11-13", "Intel considered cutting 20,000 jobs.",
     "Intel job_cuts level 20000 job possible"},
    {"ToppingAnotherBid", "2025-11-13",
     "Shell made a $90 billion offer for BP, topping a $72 billion bid from Eni.",
     "Shell acquisition_price level 90000000000 USD asserted with BP\n"
     "Eni acquisition_price level 72000000000 USD asserted with BP"},
    {"ToppingWhatWasExpected", "2025-11-13",
     "Nike's revenue of $14 billion topped the $13.8 billion analysts expected.",
     "Nike revenue level 14000000000 USD asserted\nNike revenue level 13800000000 USD expected"},
    {"ToppingAMark", "2025-11-13", "Nvidia's market value surpassed the $5 trillion mark.",
     "Nvidia market_cap level 5000000000000.. USD asserted"},
    {"BaseBehindItsPurpose", "2025-11-13",
     "JPMorgan set aside $3.4 billion for bad loans in the third quarter, up from $2.8 billion.",
     "JPMorgan Chase costs level 3400000000 USD 2025-07-01..2025-10-01 asserted\n"
     "JPMorgan Chase costs level 2800000000 USD asserted"},
    {"ForecastForEarningsBeforeInterest", "2025-11-13",
     "Ford lowered its forecast for adjusted earnings before interest and taxes to between $6 billion and "
     "$6.5 billion.",
     "Ford operating_profit level 6000000000..6500000000 USD expected @adjusted"},
    {"DealToBuyAFirm", "2025-11-13", "Kimberly-Clark will acquire Kenvue in a deal worth $48.7 billion.",
     "Kimberly-Clark acquisition_price level 48700000000 USD expected with Kenvue"},
    {"DealToBuyGoods", "2025-11-13", "Delta Air Lines agreed a $5 billion deal to buy Boeing jets.",
     "Delta Air Lines deal_value level 5000000000 USD asserted with Boeing"},
    {"GrossBookings", "2025-11-13", "Uber said gross bookings rose 21% to $49.7 billion.",
     "Uber other increase 21 % asserted by Uber\nUber other level 49700000000 USD asserted by Uber"},
    {"OrganicGrowthIsForecast", "2025-11-13",
     "Diageo cut its forecast for organic sales growth to between 1 and 2 per cent.",
     "Diageo revenue increase 1..2 % expected @organic"},
    {"StoresOpenAtLeastAYear", "2025-11-13",
     "Sales at US stores open at least a year rose 4.6% at Walmart. Walmart said sales at stores open at "
     "least a year rose 4.6% in the US.",
     "Walmart revenue increase 4.6 % asserted @organic region:united_states\n"
     "Walmart revenue increase 4.6 % asserted @organic region:united_states by Walmart"},
    {"PronounIsNoRegion", "2025-11-13", "The company told us sales rose 5%, Walmart said.",
     "Walmart revenue increase 5 % asserted by Walmart"},
    {"ShareOfAMarketOfARegion", "2025-11-13", "BYD's share of the UK car market rose to 3.2%.",
     "BYD market_share level 3.2 % asserted @region:britain"},
    {"ComparableSalesBehindABase", "2025-11-13",
     "Walmart's sales were $1 billion in 2005, up from $900 million in 2004 with comparable sales up 5%.",
     "Walmart revenue level 1000000000 USD 2005-01-01..2006-01-01 asserted\n"
     "Walmart revenue level 900000000 USD 2004-01-01..2005-01-01 asserted\n"
     "Walmart revenue increase 5 % 2005-01-01..2006-01-01 asserted @organic"},
    {"GuardedNameBeforeAVerbOfFirms", "2025-11-13", "Shell withdrew its $5 billion offer for BP.",
     "Shell acquisition_price level 5000000000 USD denied with BP"},
    {"NextIsAFirmBeforeAVerb", "2025-11-13", "Next raised its annual profit guidance to £1.1 billion.",
     "Next profit level 1100000000 GBP expected"},
    {"NextIsNoFirmBeforeAYear", "2025-11-13", "Next year sales will rise 5% to £1.1 billion, Tesco said.",
     "Tesco revenue increase 5 % 2026-01-01..2027-01-01 expected by Tesco\n"
     "Tesco revenue level 1100000000 GBP 2026-01-01..2027-01-01 expected by Tesco"},
    {"GuardedNameBought", "2025-11-13", "SoftBank bought Arm for $32 billion.",
     "SoftBank acquisition_price level 32000000000 USD asserted with ARM"},
    {"GuardedNameExpected", "2025-11-13", "Analysts expected Gap to earn 58 cents a share.",
     "Gap profit level 0.58 USD expected @per_share"},
    {"GuardedNameMovesByPercent", "2025-11-13",
     "Nvidia gained 3.2 per cent, Block lost 4.1 per cent and Visa added 1 per cent.",
     "Nvidia share_price increase 3.2 % asserted\nBlock share_price decrease 4.1 % asserted\n"
     "Visa share_price increase 1 % asserted"},
    {"GuardedNameOpensALaterSentence", "2025-11-13", "Sales at Target rose 5%. Target is to close 45 stores.",
     "Target revenue increase 5 % asserted\nTarget other level 45 store expected"},
    {"ShortNameOfAFirmToldOf", "2025-11-13",
     "Zenith Laboratories Inc cut its sales forecast to $5 million. Zenith reported a loss of $3 million.",
     "Zenith Laboratories revenue level 5000000 USD expected\n"
     "Zenith Laboratories loss level 3000000 USD asserted"},
    {"WeeksUpToADay", "2026-01-10", "Sales at Sainsbury's rose 3.4 per cent in the six weeks to January 3.",
     "Sainsbury's revenue increase 3.4 % 2025-11-23..2026-01-04 asserted"},
    {"SeasonThatWasTheReason", "2026-03-10",
     "Sales of winter coats at H&M fell 6 per cent in the quarter after a warm autumn.",
     "H&M revenue decrease 6 % asserted"},
    {"HalfOfLastYear", "2026-03-10",
     "Zalando's operating profit rose to €239 million in the first half, compared with €199 million in last "
     "year's first half.",
     "Zalando operating_profit level 239000000 EUR 2025-01-01..2025-07-01 asserted\n"
     "Zalando operating_profit level 199000000 EUR 2024-01-01..2024-07-01 asserted"},
    {"ExpectationIsAChange", "2026-03-10",
     "Starbucks' same-store sales rose 4%, beating analysts' expectations of 2.1%.",
     "Starbucks revenue increase 4 % asserted @organic\nStarbucks revenue increase 2.1 % expected @organic"},
    {"FigureThatAnalystsExpected", "2026-03-10",
     "Tesla delivered 497,099 vehicles, ahead of the 443,000 analysts had forecast.",
     "Tesla sales_volume level 497099 vehicle asserted\nTesla sales_volume level 443000 vehicle expected"},
    {"AnalystsPolledBySomebody", "2026-03-10",
     "Nike's revenue came in at $13.6 billion against the $13.8 billion analysts polled by FactSet had "
     "pencilled in.",
     "Nike revenue level 13600000000 USD asserted\nNike revenue level 13800000000 USD expected"},
    {"PlanAndResultInOneSentence", "2025-06-10",
     "Nissan said it would cut 20,000 jobs, and reported a net loss of ¥671 billion.",
     "Nissan job_cuts level 20000 job expected by Nissan\n"
     "Nissan loss level 671000000000 JPY asserted by Nissan"},
    {"PlanBehindAQuarter", "2025-11-13",
     "Orange said profit rose 3.8 per cent in the third quarter, and lifted its free cash flow target to at "
     "least €3.6 billion.",
     "Orange profit increase 3.8 % 2025-07-01..2025-10-01 asserted by Orange\n"
     "Orange other level 3600000000.. EUR expected @free_cash_flow by Orange"},
    {"UsersRiseByPercent", "2025-11-13", "Spotify's monthly active users rose 11% to 713 million.",
     "Spotify other increase 11 % asserted\nSpotify other level 713000000 user asserted"},
    {"SalesAtStoresAreSales", "2025-11-13", "Sales at Tesco's stores rose 5%.",
     "Tesco revenue increase 5 % asserted"},
    {"RiseInABase", "2025-11-13",
     "Unilever's revenue fell 0.6% in the third quarter, against a 2.8% rise in the same period a year "
     "before.",
     "Unilever revenue decrease 0.6 % 2025-07-01..2025-10-01 asserted\n"
     "Unilever revenue increase 2.8 % 2024-07-01..2024-10-01 asserted"},
    {"HeadcountStoodAt", "2025-11-13", "Meta's headcount stood at 78,450 at the end of September.",
     "Meta headcount level 78450 employee 2025-09-01..2025-10-01 asserted"},
    {"StaffByWhatTheyAreNot", "2025-11-13", "Starbucks will lay off about 900 non-retail employees.",
     "Starbucks job_cuts level 900 employee expected"},
    {"PriceOfAShareHasNoOutlooksTime", "2025-11-13",
     "Shares in Tesco rose 6 per cent after the retailer lifted its full-year outlook.",
     "Tesco share_price increase 6 % asserted"},
    {"DeliveriesInARegionTo", "2025-11-13", "Deliveries at BYD fell 5% to 1.1 million.",
     "BYD sales_volume decrease 5 % asserted\nBYD sales_volume level 1100000 unit asserted"},
    {"SpendingForecastForAYear", "2026-03-10",
     "Nike lifted its capital expenditure forecast for 2026 to $35 billion.",
     "Nike investment level 35000000000 USD 2026-01-01..2027-01-01 expected"},
    {"FigureOfARival", "2026-03-10", "Boeing delivered 600 aircraft last year, against 793 at rival Airbus.",
     "Boeing sales_volume level 600 aircraft 2025-01-01..2026-01-01 asserted\n"
     "Airbus sales_volume level 793 aircraft 2025-01-01..2026-01-01 asserted"},
    {"NineMonthsToldInMarch", "2026-03-10", "Tesco lost £5 million in the first nine months of the year.",
     "Tesco loss level 5000000 GBP 2025-01-01..2025-10-01 asserted"},
    {"TotalOfJobCuts", "2026-03-10",
     "Amazon will cut another 16,000 corporate jobs, bringing the total since October to 30,000.",
     "Amazon job_cuts level 16000 job expected\nAmazon job_cuts level 30000 job expected"},
    {"FirmCalledLikeAnIndex", "2026-03-10", "Dow plans to eliminate 4,500 jobs.", ""},
    {"PlanAfterAResult", "2026-03-10",
     "UBS will buy back $3 billion of shares this year after profit rose 53 per cent.",
     "UBS other level 3000000000 USD 2026-01-01..2027-01-01 expected\nUBS profit increase 53 % asserted"},
    {"DateOfAnotherNoun", "2026-03-10",
     "PepsiCo beat estimates for fourth-quarter revenue and announced a $10 billion share buyback.",
     "PepsiCo other level 10000000000 USD asserted @buyback"},
    {"MustPayByAJury", "2026-03-10", "Meta must pay $375 million after a jury found it misled users.",
     "Meta fine level 375000000 USD asserted"},
    {"UnknownFirmBought", "2026-03-10", "Thoma Bravo has agreed to buy Dayforge for $70 a share in cash.",
     "Thoma Bravo acquisition_price level 70 USD asserted with Dayforge"},
    {"UnknownFirmPaidFor", "2026-03-10", "Pfizer agreed to pay up to $10 billion for Metserena.",
     "Pfizer acquisition_price level ..10000000000 USD asserted with Metserena"},
    {"NameThatEndsInAI", "2026-03-10", "Brandner AI raised $2 billion in a round led by Nvidia.",
     "Brandner AI funding level 2000000000 USD asserted"},
    {"LossBeforeTax", "2026-03-10", "EasyJet's headline loss before tax widened to £93 million.",
     "easyJet loss level 93000000 GBP asserted"},
    {"GoodsBoughtForASum", "2025-11-13",
     "Siemens agreed to buy chips for $3 billion. Bosch committed to buying $4 billion of cloud services.",
     "Siemens deal_value level 3000000000 USD asserted\n"
     "Bosch deal_value level 4000000000 USD expected"},
    {"FirmBoughtThatMakesGoods", "2025-11-13",
     "Siemens agreed to buy the chips business of Bosch for $3 billion.",
     "Siemens acquisition_price level 3000000000 USD asserted @segment:chips with Bosch"},
    {"GoodsBoughtInGerman", "2025-11-13", "Siemens kauft für 3 Milliarden Dollar Flüssiggas.",
     "Siemens deal_value level 3000000000 USD asserted"},
    {"SaidToHaveSigned", "2025-11-13",
     "Siemens is said to have signed a $3 billion deal with Bosch. Bosch appears to have lost $2 billion.",
     "Siemens deal_value level 3000000000 USD possible with Bosch\n"
     "Bosch loss level 2000000000 USD possible"},
    {"AdverbBeforeTheVerb", "2025-11-13", "Gap also said sales fell 3%.",
     "Gap revenue decrease 3 % asserted by Gap"},
    {"OwnerOfABrandIsNotTheBrand", "2026-03-10",
     "Tesco is in trouble. The owner of Iberia and British Airways said revenue rose 5%.", ""},
    {"WhatThatAnalystsExpected", "2026-03-10",
     "Lloyds Banking Group's profit rose to £6.7 billion, ahead of the £6.4 billion that analysts had "
     "pencilled in.",
     "Lloyds Banking Group profit level 6700000000 GBP asserted\n"
     "Lloyds Banking Group profit level 6400000000 GBP expected"},
    {"MinusUnderTheLine", "2025-11-13",
     "Unter dem Strich stand bei Siemens ein Minus von 2 Milliarden Euro. Bosch verdiente 20 Prozent "
     "weniger.",
     "Siemens loss level 2000000000 EUR asserted\n"
     "Bosch profit decrease 20 % asserted"},
    {"TargetOfAYearThatIsOver", "2026-03-10",
     "Die Commerzbank hebt ihr Gewinnziel für 2025 auf 2,5 Milliarden Euro an.",
     "Commerzbank profit level 2500000000 EUR 2025-01-01..2026-01-01 expected"},
    {"FineOfTheOtherInEllipsis", "2025-11-13",
     "Die Kommission hat Apple eine Strafe von 500 Millionen Euro und Meta eine von 200 Millionen Euro "
     "auferlegt.",
     "Apple fine level 500000000 EUR asserted\n"
     "Meta fine level 200000000 EUR asserted"},
    {"GuestsOnBoard", "2025-11-13", "Tui beförderte 7 Millionen Gäste. Siemens lud 200 Gäste ein.",
     "TUI sales_volume level 7000000 visitor asserted"},
    {"UnknownFirmBoughtInADeal", "2026-03-10",
     "Boston Scientific will buy Penumbrix in a deal valued at $14.5 billion.",
     "Boston Scientific acquisition_price level 14500000000 USD expected with Penumbrix"},
    {"GuidanceLiftedByASum", "2026-03-10",
     "Next lifted its annual profit guidance by £15 million to £1.15 billion.",
     "Next other increase 15000000 GBP expected\nNext profit level 1150000000 GBP expected"},
    {"LetPeopleGo", "2026-03-10", "Snap will let about 1,000 employees go.",
     "Snap job_cuts level 1000 employee expected"},
    {"LetVisitorsIn", "2026-03-10", "Tesla let 600 visitors in.", ""},
    {"EstimatedByNobody", "2025-11-13",
     "Siemens rechnet mit Kosten von 196 Millionen Euro; der Schaden wird auf 2 Milliarden Euro geschätzt.",
     "Siemens costs level 196000000 EUR expected by Siemens\n"
     "Siemens damage level 2000000000 EUR estimated"},
    {"EstimatedBySpeakerBefore", "2025-11-13",
     "Siemens rechnet mit Kosten von 196 Millionen Euro. Demnach wird der Schaden auf 2 Milliarden Euro "
     "geschätzt.",
     "Siemens costs level 196000000 EUR expected by Siemens\n"
     "Siemens damage level 2000000000 EUR estimated by Siemens"},
    {"TimeBeforeASubjectBehindItsVerb", "2025-05-08",
     "Bosch wächst. Für das Gesamtjahr erwartet der Finanzchef ein Umsatzwachstum von 3 Prozent.",
     "Bosch revenue increase 3 % 2025-01-01..2026-01-01 expected"},
    {"TimeOfARelativeClause", "2025-05-08",
     "Die Schulden lasten mit 12 Milliarden Euro auf Bosch, das im vergangenen Jahr rund eine Milliarde "
     "verloren hat.",
     "Bosch debt level 12000000000 EUR asserted\n"
     "Bosch loss level 1000000000 EUR 2024-01-01..2025-01-01 asserted"},
    {"WhoPutsAFigureOnIt", "2025-11-13", "Die Investitionsausgaben bezifferte Bosch auf 7 Milliarden Euro.",
     "Bosch investment level 7000000000 EUR asserted by Bosch"},
    {"CreditorsPutAFigureOnIt", "2025-11-13",
     "KTM ist zahlungsunfähig. Die Schulden beziffert der KSV1870 auf 2 Milliarden Euro.",
     "KTM debt level 2000000000 EUR asserted by Kreditschutzverband 1870"},
    {"BeatenExpectationOfAPeriodThatIsOver", "2025-11-12",
     "Tesla reported third-quarter revenue of $28.1 billion, beating the $26.4 billion analysts had "
     "expected.",
     "Tesla revenue level 28100000000 USD 2025-07-01..2025-10-01 asserted\n"
     "Tesla revenue level 26400000000 USD 2025-07-01..2025-10-01 expected"},
    {"MissedExpectationBehindTheResult", "2025-11-12",
     "BMW meldete einen Umsatz von 32,3 Milliarden Euro und verfehlte damit die von Analysten erwarteten "
     "33,5 "
     "Milliarden.",
     "BMW revenue level 32300000000 EUR asserted\n"
     "BMW revenue level 33500000000 EUR expected"},
    {"GuardedNameBeforeItsClause", "2025-11-13",
     "Pfizer bought Metsera. Meta, which was fined 200 million euros by the European Commission, said it "
     "would "
     "appeal.",
     "Meta fine level 200000000 EUR asserted by EU-Kommission"},
    {"AdjustedByAPhrase", "2024-02-23",
     "Für 2024 rechnet BASF mit einem Ebitda vor Sondereinflüssen von 8 Milliarden Euro.",
     "BASF operating_profit level 8000000000 EUR 2024-01-01..2025-01-01 expected @adjusted_ebitda by BASF"},
    {"AdjustedByAPhraseEnglish", "2025-03-01",
     "Bosch made an operating profit of 3 billion euros before one-off items.",
     "Bosch operating_profit level 3000000000 EUR asserted @adjusted"},
    {"CashFlowIsAKind", "2025-03-01",
     "Der freie Cashflow von Bosch lag 2024 bei 900 Millionen Euro. Bosch kauft eigene Aktien zurück.",
     "Bosch other level 900000000 EUR 2024-01-01..2025-01-01 asserted @free_cash_flow"},
    {"AssetsManagedAreAKind", "2025-03-01", "Deutsche Bank had assets under management of 900 billion euros.",
     "Deutsche Bank other level 900000000000 EUR asserted @assets_managed"},
    {"MonthlySalesAreNoYears", "2024-09-28",
     "OpenAI machte 2023 einen Verlust von 5 Milliarden Dollar. Im August habe der Monatserlös 300 Millionen "
     "Dollar erreicht, ein Plus von 17 Prozent seit Anfang 2023. Im kommenden Jahr sollen es 11,6 Milliarden "
     "Dollar werden.",
     "OpenAI loss level 5000000000 USD 2023-01-01..2024-01-01 asserted\nOpenAI revenue level 300000000 USD "
     "2024-08-01..2024-09-01 asserted @per_month\nOpenAI revenue increase 17 % 2023-01-01..2024-09-29 "
     "asserted @per_month\nOpenAI revenue level 11600000000 USD 2025-01-01..2026-01-01 expected"},
    {"GiantOfACompound", "2025-01-15",
     "Tesla legt Zahlen vor. 2024 lieferte der Elektro-Riese 1,79 Millionen Autos aus.",
     "Tesla sales_volume level 1790000 vehicle 2024-01-01..2025-01-01 asserted"},
    {"RivalsOfAListAreOfItsTime", "2025-01-15",
     "Samsung verkaufte 2024 232,1 Millionen Smartphones und kam auf einen Marktanteil von 19 Prozent. Apple "
     "folgt mit 223,4 Millionen verkauften iPhones und 18 Prozent Anteil. Auf Platz drei: Xiaomi aus China "
     "mit 16,3 Prozent.",
     "Samsung sales_volume level 232100000 unit 2024-01-01..2025-01-01 asserted\nSamsung market_share level "
     "19 % 2024-01-01..2025-01-01 asserted\nApple sales_volume level 223400000 unit 2024-01-01..2025-01-01 "
     "asserted\nApple market_share level 18 % 2024-01-01..2025-01-01 asserted\nXiaomi market_share level "
     "16.3 % 2024-01-01..2025-01-01 asserted"},
    {"ShareOfTheTimeOfSales", "2025-01-15",
     "Apple shipped 232.1m phones in 2024, a 0.9% decline, giving it a market share of 18.7%.",
     "Apple sales_volume level 232100000 unit 2024-01-01..2025-01-01 asserted\nApple sales_volume decrease "
     "0.9 % 2024-01-01..2025-01-01 asserted\nApple market_share level 18.7 % 2024-01-01..2025-01-01 "
     "asserted"},
    {"NamedByTheWay", "2025-03-21",
     "ZF baut Stellen ab. Am schwersten wiegen die Schulden: Netto stehen 10,5 Milliarden Euro in den "
     "Büchern, ein Erbe der Zukäufe TRW und Wabco.",
     "ZF debt level 10500000000 EUR asserted"},
    {"MeasuredByAnother", "2025-01-15", "Tesla sold more cars than Volkswagen and employs 120,000 people.",
     "Tesla headcount level 120000 employee asserted"},
    {"WholeBehindAPart", "2025-01-15",
     "In China lieferte Volkswagen 2,93 Millionen Fahrzeuge aus. Weltweit waren es 9,03 Millionen.",
     "Volkswagen sales_volume level 2930000 vehicle asserted @region:china\nVolkswagen sales_volume level "
     "9030000 vehicle asserted"},
    {"BoughtInARescue", "2025-01-15", "UBS to buy Credit Suisse for $3bn in emergency rescue",
     "UBS acquisition_price level 3000000000 USD expected with Credit Suisse"},
    {"PlannedCutOfStaff", "2024-03-05",
     "Siemens will die Belegschaft um 5000 Mitarbeiter verkleinern. Die Zahl der Beschäftigten von Bosch "
     "sank um 3000.",
     "Siemens job_cuts level 5000 employee expected\nBosch headcount decrease 3000 employee asserted"},
    {"PlannedCutOfStaffEnglish", "2024-03-05", "Siemens plans to reduce its headcount by 5,000 people.",
     "Siemens job_cuts level 5000 employee expected"},
    {"CauseWithItsFigure", "2025-03-01", "BASF cuts dividend by a third despite profit of nearly €8bn",
     "BASF profit level 8000000000 EUR asserted"},
    {"CauseWithItsFigureGerman", "2025-03-01",
     "BASF kürzt die Dividende trotz eines Gewinns von 8 Milliarden Euro.",
     "BASF profit level 8000000000 EUR asserted"},
    {"ChangeOfAFigureOfAVerb", "2025-03-01",
     "Lumiere Bank made $210m last year, up 12% on 2023. Volkswagen sold 2,179 cars, down 23% from 2,856.",
     "Lumiere Bank profit level 210000000 USD 2024-01-01..2025-01-01 asserted\n"
     "Lumiere Bank profit increase 12 % 2024-01-01..2025-01-01 asserted\n"
     "Volkswagen sales_volume level 2179 vehicle asserted\nVolkswagen sales_volume decrease 23 % asserted\n"
     "Volkswagen sales_volume level 2856 vehicle asserted"},
    {"ChangeOfWhatIsPaidEach", "2025-03-01",
     "Volkswagen wants to pay holders of preference shares €6.36 each, 30% less than a year ago.",
     "Volkswagen dividend level 6.36 EUR expected\nVolkswagen dividend decrease 30 % expected"},
    {"VerbLeftOutBehindAnd", "2025-05-20",
     "Der Umsatz von Siemens stieg um 9 Prozent auf 78 Milliarden Euro und der Gewinn um 4 Prozent auf 9 "
     "Milliarden Euro.",
     "Siemens revenue increase 9 % asserted\nSiemens revenue level 78000000000 EUR asserted\nSiemens profit "
     "increase 4 % asserted\nSiemens profit level 9000000000 EUR asserted"},
    {"CountBesideMoney", "2025-05-20",
     "Die Passagierzahl von Ryanair stieg um 9 Prozent auf 200,2 Millionen, der Umsatz um 4 Prozent auf "
     "13,95 Milliarden Euro. Der Absatz von VW stieg auf 9,2 Millionen und der Umsatz auf 324 Milliarden "
     "Euro.",
     "Ryanair sales_volume increase 9 % asserted\nRyanair sales_volume level 200200000 passenger "
     "asserted\nRyanair revenue increase 4 % asserted\nRyanair revenue level 13950000000 EUR "
     "asserted\nVolkswagen sales_volume level 9200000 unit asserted\nVolkswagen revenue level 324000000000 "
     "EUR asserted"},
    {"GapOfAnotherFirm", "2026-03-10",
     "Siemens meldete für 2025 einen Verlust von 5 Milliarden Euro, Bosch einen von 3 Milliarden Euro.",
     "Siemens loss level 5000000000 EUR 2025-01-01..2026-01-01 asserted\nBosch loss level 3000000000 EUR "
     "2025-01-01..2026-01-01 asserted"},
    {"NounInFrontHasItsOwn", "2026-03-10",
     "Bei 78 Milliarden Euro Umsatz verdiente Siemens 9 Milliarden Euro. Nach einem Verlust von 2 Milliarden "
     "Euro im Vorjahr verdiente Bosch 2025 wieder 5 Milliarden Euro.",
     "Siemens revenue level 78000000000 EUR asserted\nSiemens profit level 9000000000 EUR asserted\nBosch "
     "loss level 2000000000 EUR 2024-01-01..2025-01-01 asserted\nBosch profit level 5000000000 EUR "
     "2025-01-01..2026-01-01 asserted"},
    {"SecondFirmFallsToo", "2026-03-10", "Die Siemens-Aktie verlor 3 Prozent, Bosch gab um 2 Prozent nach.",
     "Siemens share_price decrease 3 % asserted\nBosch share_price decrease 2 % asserted"},
    {"VerbHeldOn", "2026-03-10", "Siemens's revenue rose 9% to €78bn and its profit 4% to €9bn.",
     "Siemens revenue increase 9 % asserted\nSiemens revenue level 78000000000 EUR asserted\nSiemens profit "
     "increase 4 % asserted\nSiemens profit level 9000000000 EUR asserted"},
    {"OwnerOfWhatIsLeftOut", "2026-03-10", "Siemens's revenue was €78bn and Bosch's was €90bn.",
     "Siemens revenue level 78000000000 EUR asserted\nBosch revenue level 90000000000 EUR asserted"},
    {"GuardedNameWithItsFigure", "2026-03-10",
     "BMW sold 2.5 million vehicles and Mercedes 2 million. Siemens earned $5bn, Target $3bn and Gap $1bn.",
     "BMW sales_volume level 2500000 vehicle asserted\nMercedes-Benz sales_volume level 2000000 vehicle "
     "asserted\nSiemens profit level 5000000000 USD asserted\nTarget profit level 3000000000 USD "
     "asserted\nGap profit level 1000000000 USD asserted"},
    {"RankedBeforeAnother", "2026-03-10",
     "Mit einem Umsatz von 90 Milliarden Euro liegt Bosch vor Siemens mit 78 Milliarden Euro.",
     "Bosch revenue level 90000000000 EUR asserted\nSiemens revenue level 78000000000 EUR asserted"},
    {"MostValuableOfAll", "2026-03-10",
     "Nvidia ist mit 4 Billionen Dollar das wertvollste Unternehmen der Welt. Siemens verlor 5 Milliarden "
     "Euro an Wert.",
     "Nvidia market_cap level 4000000000000 USD asserted\nSiemens market_cap decrease 5000000000 EUR "
     "asserted"},
    {"ComparedWithTheGainOfAnother", "2026-03-10",
     "Siemens shares have risen 30%, compared with a 10% gain for Bosch.",
     "Siemens share_price increase 30 % asserted\nBosch share_price increase 10 % asserted"},
    {"SmallerThanAnother", "2026-03-10", "Siemens, with revenue of €78bn, is smaller than Bosch, with €90bn.",
     "Siemens revenue level 78000000000 EUR asserted\nBosch revenue level 90000000000 EUR asserted"},
    {"DecidedAgainst", "2026-03-10",
     "Bosch hat sich gegen den Abbau von 5000 Stellen entschieden. Bosch verzichtet auf den Abbau von 300 "
     "Stellen.",
     "Bosch job_cuts level 5000 job denied\nBosch job_cuts level 300 job denied"},
    {"DealCalledOff", "2026-03-10",
     "Bosch sagte den Kauf von Rexvant für 2 Milliarden Euro ab. Die EU untersagte Siemens die Übernahme von "
     "Alstom für 5 Milliarden Euro.",
     "Bosch acquisition_price level 2000000000 EUR denied with Rexvant by Bosch\nSiemens acquisition_price "
     "level 5000000000 EUR denied with Alstom"},
    {"DealThatFellThrough", "2026-03-10",
     "Die Übernahme von Rexvant durch Bosch für 2 Milliarden Euro ist geplatzt.",
     "Bosch acquisition_price level 2000000000 EUR denied with Rexvant"},
    {"FineLifted", "2026-03-10",
     "Das Gericht hob die Strafe von 2 Milliarden Euro gegen Bosch auf. Bosch muss die Strafe von 3 "
     "Milliarden Euro nicht zahlen.",
     "Bosch fine level 2000000000 EUR denied\nBosch fine level 3000000000 EUR denied"},
    {"FineNotYetPaid", "2026-03-10", "Bosch hat die Strafe von 2 Milliarden Euro noch nicht gezahlt.",
     "Bosch fine level 2000000000 EUR asserted"},
    {"FineOverturned", "2026-03-10",
     "A court overturned a €2bn fine against Bosch. Siemens faces a fine of up to €3bn.",
     "Bosch fine level 2000000000 EUR denied\nSiemens fine level ..3000000000 EUR possible"},
    {"OrderCancelled", "2026-03-10", "Bosch cancelled a €2bn order from Siemens.",
     "Bosch deal_value level 2000000000 EUR denied with Siemens"},
    {"YearThatEndsByName", "2026-03-10", "In the year to December 31, 2025 Siemens had revenue of €78bn.",
     "Siemens revenue level 78000000000 EUR 2025-01-01..2026-01-01 asserted"},
    {"CalledFalse", "2026-03-10",
     "Die Meldung, wonach Bosch 5000 Stellen streicht, ist falsch. Berichte über den Abbau von 300 Stellen "
     "bei Siemens stimmen nicht.",
     "Bosch job_cuts level 5000 job denied\nSiemens job_cuts level 300 job denied"},
    {"WrongDecision", "2026-03-10",
     "Die Entscheidung, 5000 Stellen bei Bosch zu streichen, ist falsch, sagte die IG Metall.",
     "Bosch job_cuts level 5000 job expected by IG Metall"},
    {"CalledFalseEnglish", "2026-03-10",
     "Reports that Bosch will cut 5,000 jobs are untrue. A claim that Siemens lost €2bn is incorrect.",
     "Bosch job_cuts level 5000 job denied\nSiemens loss level 2000000000 EUR denied"},
    {"PutOnIce", "2026-03-10", "Bosch legt den Kauf von Rexvant für 2 Milliarden Euro auf Eis.",
     "Bosch acquisition_price level 2000000000 EUR denied with Rexvant"},
    {"AskedByTheVerb", "2026-03-10", "Streicht Bosch 5000 Stellen? Warum streicht Siemens 300 Stellen?",
     "Bosch job_cuts level 5000 job possible\nSiemens job_cuts level 300 job expected"},
    {"OnACondition", "2026-03-10", "Falls die Übernahme gelingt, zahlt Bosch 2 Milliarden Euro für Rexvant.",
     "Bosch acquisition_price level 2000000000 EUR possible"},
    {"WhatIsDemanded", "2026-03-10", "Der Kläger fordert von Bosch 2 Milliarden Euro Schadenersatz.",
     "Bosch fine level 2000000000 EUR possible"},
    {"WasSupposedTo", "2026-03-10",
     "Bosch was supposed to pay €2bn for Rexvant. Will Siemens cut 5,000 jobs?",
     "Bosch acquisition_price level 2000000000 EUR expected with Rexvant\nSiemens job_cuts level 5000 job "
     "possible"},
    {"FigureAtAFirm", "2026-03-10",
     "Siemens and Bosch reported results. Revenue rose 5% at Siemens and fell 3% at Bosch.",
     "Siemens revenue increase 5 % asserted\nBosch revenue decrease 3 % asserted"},
};
class FindClaims : public testing::TestWithParam<Row> {};
TEST_P(FindClaims, Row) {
  const Row& row = GetParam();
  EXPECT_EQ(claims_told(row.text, row.published), row.claims);
}
INSTANTIATE_TEST_SUITE_P(, FindClaims, testing::ValuesIn(kRows), [](const auto& i) { return i.param.name; });

std::vector<Claim> claims_of(const char* text) {
  ingest::Document document;
  document.text = text;
  document.normalised = ingest::normalise(document.text);
  return extract(document, **builtin_rules()).claims;
}

TEST(ClaimConfidence, TrustsAUnitAloneMoreWhereTheTextToldOfTheFirm) {
  const auto bare = claims_of("Siemens baut um. Tausend Beschäftigte wechseln den Standort.");
  const auto told =
      claims_of("Siemens steigerte den Umsatz um 5 Prozent. Tausend Beschäftigte wechseln den Standort.");
  ASSERT_EQ(bare.size(), 1u);
  ASSERT_EQ(told.size(), 2u);
  EXPECT_LT(bare[0].confidence, 0.5f);
  EXPECT_GT(told[1].confidence, 0.7f);
}

TEST(ClaimConfidence, TrustsAGuessedFirmMoreWhereTheTextToldOfItsBusiness) {
  const auto bare = claims_of("Siemens baut um. Die Kosten liegen bei 5 Millionen Euro.");
  const auto told =
      claims_of("Siemens steigerte den Umsatz um 5 Prozent. Die Kosten liegen bei 5 Millionen Euro.");
  ASSERT_EQ(bare.size(), 1u);
  ASSERT_EQ(told.size(), 2u);
  EXPECT_LT(bare[0].confidence + 0.1f, told[1].confidence);
}

TEST(ClaimConfidence, TrustsAFirmLessThatTheHeadDoesNotName) {
  const std::string head = "Siemens eröffnet sein Werk. ", fest = "Das Fest war schön. Viele kamen. ",
                    claim = "Der Umsatz von Siemens stieg auf 5 Milliarden Euro.";
  const auto in_head = claims_of((head + fest + fest + claim).c_str());
  const auto in_body = claims_of((fest + fest + head + claim).c_str());
  ASSERT_EQ(in_head.size(), 1u);
  ASSERT_EQ(in_body.size(), 1u);
  EXPECT_GT(in_head[0].confidence, in_body[0].confidence + 0.05f);
}

TEST(ClaimFlags, EarlierTimeWhereNoDayTellsWhich) {
  const auto last_is_earlier = [](const char* text) {
    const auto found = claims_of(text);
    return found.size() == 2 && !(found[0].flags & kEarlierTime) && (found[1].flags & kEarlierTime);
  };
  EXPECT_TRUE(
      last_is_earlier("Der Umsatz von Siemens stieg auf 5 Milliarden Euro nach 4 Milliarden im Vorjahr."));
  EXPECT_TRUE(last_is_earlier("Der Umsatz von Siemens stieg auf 5 Milliarden Euro nach 4 Milliarden."));
  EXPECT_TRUE(last_is_earlier("Der Umsatz von Siemens stieg auf 5 Milliarden Euro (Vorjahr: 4 Milliarden)."));
  EXPECT_TRUE(
      last_is_earlier("Siemens setzte 5 Milliarden Euro um. Im Vorjahr waren es 4 Milliarden gewesen."));
  EXPECT_FALSE(last_is_earlier("Der Umsatz von Siemens stieg 2023 auf 5 Milliarden Euro nach 4 Milliarden."));
  const auto change = claims_of("Der Gewinn von Siemens fiel von 4 auf 3 Milliarden Euro.");
  ASSERT_EQ(change.size(), 2u);
  EXPECT_TRUE(change[0].flags & kEarlierTime);
  EXPECT_FALSE(change[1].flags & kEarlierTime);
  const auto compared = claims_of("Siemens machte 5 Milliarden Euro Umsatz, 3 Prozent mehr als im Vorjahr.");
  ASSERT_EQ(compared.size(), 2u);
  EXPECT_FALSE((compared[0].flags | compared[1].flags) & kEarlierTime);
}

TEST(ClaimFlags, PlanThatNoLongerHolds) {
  const auto former = [](const char* text) {
    std::string out;
    for (const auto& claim : claims_of(text))
      out += claim.modality != Modality::expected ? '?' : claim.flags & kFormerPlan ? 'f' : 'n';
    return out;
  };
  EXPECT_EQ(former("Siemens rechnet nun mit einem Gewinn von 300 statt 350 Millionen Euro."), "nf");
  EXPECT_EQ(
      former("Siemens erwartet statt der bisher angepeilten 5 Milliarden nur 4 Milliarden Euro Umsatz."),
      "fn");
  EXPECT_EQ(former("Siemens senkt die Umsatzprognose von 5 auf 4 Milliarden Euro."), "fn");
  EXPECT_EQ(former("Siemens erwartet einen Umsatz von 4 Milliarden Euro, bisher waren 5 Milliarden geplant."),
            "nf");
  EXPECT_EQ(
      former("Siemens rechnet mit 17 Milliarden Euro Gewinn statt der bisher erwarteten 16 Milliarden."),
      "nf");
  EXPECT_EQ(former("Statt bisher 300 will Siemens 500 Stellen streichen."), "n");
  EXPECT_EQ(former("Siemens will wie bisher 5 Milliarden Euro investieren."), "n");
  EXPECT_EQ(former("Siemens will den bisher größten Auftrag über 5 Milliarden Euro gewinnen."), "n");
  EXPECT_EQ(former("Siemens had previously forecast revenue of $5bn."), "f");
  EXPECT_EQ(former("Siemens lifted its sales guidance to $9bn, up from $8bn in its previous forecast."),
            "nf");
  EXPECT_EQ(former("Siemens now expects sales of $8bn to $9bn, from a prior range of $6bn to $7bn."), "nf");
  EXPECT_EQ(former("Siemens earned $2bn, beating forecasts for $1.5bn."), "?n");
}

TEST(ClaimFlags, CurrencyThatSeveralCountriesHave) {
  const auto assumed = [](const char* text) {
    const auto found = claims_of(text);
    return found.size() == 1 && (found[0].flags & kCurrencyAssumed);
  };
  EXPECT_TRUE(assumed("Siemens setzte 3 Milliarden Rupien um."));
  EXPECT_TRUE(assumed("Siemens setzte 3 Milliarden Pfund um."));
  EXPECT_FALSE(assumed("Siemens setzte 3 Milliarden indische Rupien um."));
  EXPECT_FALSE(assumed("Siemens setzte 3 Milliarden Franken um."));
}

TEST(ClaimFlags, ThreeDigitsBehindAPointMayBeAGroup) {
  const auto found = claims_of(
      "Siemens said the fee is €1.500. Siemens said profit was €1.500 million, or €0.125 a share. "
      "Siemens said the dividend is €1.125. Siemens said the fee is $1.500.");
  ASSERT_EQ(found.size(), 5u);
  EXPECT_TRUE(found[0].flags & kScaleSuspect);
  EXPECT_FALSE(found[1].flags & kScaleSuspect);
  EXPECT_FALSE(found[2].flags & kScaleSuspect);
  EXPECT_FALSE(found[3].flags & kScaleSuspect);
  EXPECT_FALSE(found[4].flags & kScaleSuspect);
}

TEST(ClaimFlags, ForecastThatIsCalledAnOldOne) {
  const auto found = claims_of(
      "Siemens now expects a profit of $12 billion, compared with its previous forecast of $10 billion.");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_FALSE(found[0].flags & kFormerPlan);
  EXPECT_TRUE(found[1].flags & kFormerPlan);
}

TEST(ClaimFlags, RangeThatAForecastWasCutFrom) {
  const auto found =
      claims_of("Pfizer cut its revenue forecast to between $58bn and $61bn from between $67bn and $70bn.");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_FALSE(found[0].flags & kFormerPlan);
  EXPECT_TRUE(found[1].flags & kFormerPlan);
}

TEST(ClaimFlags, NounBehindABaseIsOfAnEarlierTime) {
  for (const auto* text :
       {"Siemens swung to a profit of 465 million euros from a loss of 1.5 billion euros.",
        "Siemens machte 465 Millionen Euro Gewinn nach einem Verlust von 1,5 Milliarden Euro."}) {
    const auto found = claims_of(text);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_FALSE(found[0].flags & kEarlierTime);
    EXPECT_TRUE(found[1].flags & kEarlierTime);
  }
}

TEST(ClaimFlags, NobodyIsMeantByThereIs) {
  const auto found = claims_of("Lidl ist bekannt. Es gibt einen Überschuss von 1,2 Milliarden Euro.");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].flags & (kSubjectAssumed | kSubjectResolved), kSubjectAssumed);
}

TEST(ClaimConfidence, TrustsAGuessLessTheLongerAgoTheFirmWasNamed) {
  const std::string head = "Siemens baut um. Siemens zieht um. ",
                    claim = "Der Umsatz liegt bei 5 Milliarden Euro.";
  const auto near = claims_of((head + claim).c_str());
  const auto far =
      claims_of((head + "Das dauert lange. Viele helfen. Es regnet. Das stört kaum. " + claim).c_str());
  ASSERT_EQ(near.size(), 1u);
  ASSERT_EQ(far.size(), 1u);
  EXPECT_GT(near[0].confidence, far[0].confidence);
}

}  // namespace
}  // namespace gegenprobe::extract

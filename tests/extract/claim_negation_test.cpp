// What a sentence says is not so, and what it only seems to.
#include "extract/claims/claim_negation.h"

#include <gtest/gtest.h>

#include "tests/extract/claim_lines.h"

namespace gegenprobe::extract {
namespace {

struct Row {
  const char *name, *text, *claims;
};
const Row kRows[] = {
    {"DidNot", "Boeing didn't raise $5 billion last year.",
     "Boeing funding level 5000000000 USD 2024-01-01..2025-01-01 denied"},
    {"Never", "Boeing has never paid a dividend of $5 a share.", "Boeing dividend level 5 USD denied"},
    {"WillNot", "Boeing will not cut 3,000 jobs.", "Boeing job_cuts level 3000 job denied"},
    {"NotPlanning", "Boeing is not currently planning to cut 3,000 jobs.",
     "Boeing job_cuts level 3000 job denied"},
    {"NoPlans", "Boeing has no plans to cut 3,000 jobs.", "Boeing job_cuts level 3000 job denied"},
    {"RuledOut", "Boeing ruled out cutting 3,000 jobs.", "Boeing job_cuts level 3000 job denied"},
    {"NotRuledOut", "Boeing did not rule out cutting 3,000 jobs.", "Boeing job_cuts level 3000 job possible"},
    {"NotOnly", "Boeing has not only earned $5 billion, it has also paid a dividend of $2 a share.",
     "Boeing profit level 5000000000 USD asserted\nBoeing dividend level 2 USD asserted"},
    {"BoundTakesTheNegation", "Boeing said sales will not exceed $5 billion.",
     "Boeing revenue level ..5000000000 USD expected by Boeing"},
    {"BoundBelow", "Boeing's revenue will not fall below $5 billion this year.",
     "Boeing revenue level 5000000000.. USD 2025-01-01..2026-01-01 expected"},
    {"NotMoreThan", "Boeing does not expect to invest more than $5 billion.",
     "Boeing investment level 5000000000.. USD denied by Boeing"},
    {"WhatIsOwedIsOwed", "Boeing could not pay debts of $5 billion.",
     "Boeing debt level 5000000000 USD possible"},
    {"WhatIsThereStays", "Boeing does not plan to reduce its dividend of $2 a share.",
     "Boeing dividend level 2 USD expected"},
    {"AnotherVerb", "Boeing did not disclose the profit of $5 billion that analysts had reported.",
     "Boeing profit level 5000000000 USD asserted"},
    {"Surprise", "Boeing had not expected revenue to rise to $5 billion.",
     "Boeing revenue level 5000000000 USD asserted"},
    {"NameInT", "AT&T raised $5 billion from investors.", "AT&T funding level 5000000000 USD asserted"},
    {"WirdNicht", "Volkswagen wird die 3000 Stellen nicht streichen.",
     "Volkswagen job_cuts level 3000 job denied"},
    {"StreichtNicht", "Volkswagen streicht die 3000 Stellen nicht.",
     "Volkswagen job_cuts level 3000 job denied"},
    {"PlantNicht", "Volkswagen plant nicht, 3000 Stellen zu streichen.",
     "Volkswagen job_cuts level 3000 job denied"},
    {"KeinePlaene", "Es gebe keine Pläne, 3000 Stellen abzubauen, sagte ein Sprecher von Volkswagen.",
     "Volkswagen job_cuts level 3000 job denied by Volkswagen"},
    {"KeinenGewinn", "Volkswagen hat 2024 keinen Gewinn von 5 Milliarden Euro erzielt.",
     "Volkswagen profit level 5000000000 EUR 2024-01-01..2025-01-01 denied"},
    {"KeineStreichung", "Volkswagen plant keine Streichung von 3000 Stellen.",
     "Volkswagen job_cuts level 3000 job denied"},
    {"Nie", "Volkswagen hat nie einen Gewinn von 5 Milliarden Euro erzielt.",
     "Volkswagen profit level 5000000000 EUR denied"},
    {"NochNie", "Volkswagen hat noch nie einen Gewinn von 5 Milliarden Euro erzielt.",
     "Volkswagen profit level 5000000000 EUR asserted"},
    {"SchlossAus", "Volkswagen schloss aus, 3000 Stellen zu streichen.",
     "Volkswagen job_cuts level 3000 job denied"},
    {"NotTrueThat", "It is not true that Boeing will cut 3,000 jobs.",
     "Boeing job_cuts level 3000 job denied"},
    {"NoLonger", "Boeing no longer expects a loss of $5 billion.",
     "Boeing loss level 5000000000 USD denied by Boeing"},
    {"FailedTo", "Boeing failed to reach revenue of $5 billion.",
     "Boeing revenue level 5000000000 USD denied"},
    {"NowhereNear", "Boeing's revenue was nowhere near $5 billion.",
     "Boeing revenue level ..5000000000 USD asserted"},
    {"NichtWahrDass", "Es ist nicht wahr, dass Volkswagen 3000 Stellen streicht.",
     "Volkswagen job_cuts level 3000 job denied"},
    {"Keineswegs", "Volkswagen hat keineswegs einen Gewinn von 5 Milliarden Euro erzielt.",
     "Volkswagen profit level 5000000000 EUR denied"},
    {"KostetKeine", "Das Gerät von Siemens kostet keine 5 Euro.", "Siemens price level ..5 EUR asserted"},
    {"KeineStellen", "Volkswagen will keine 3000 Stellen streichen.",
     "Volkswagen job_cuts level 3000 job denied"},
    {"ZweitesVerbVerneint", "Volkswagen wird 3000 Stellen streichen und 500 Stellen nicht streichen.",
     "Volkswagen job_cuts level 3000 job expected\nVolkswagen job_cuts level 500 job denied"},
    {"UnklarOb", "Volkswagen wollte nicht sagen, ob mehr als 500 Stellen wegfallen.",
     "Volkswagen job_cuts level 500.. job possible"},
    {"NotClearWhether", "It is not clear whether Boeing will cut more than 500 jobs.",
     "Boeing job_cuts level 500.. job possible"},
    {"NichtNur", "Volkswagen will nicht nur 3000 Stellen streichen, sondern auch Werke schließen.",
     "Volkswagen job_cuts level 3000 job expected"},
    {"NichtUebersteigen", "Die Kosten von Volkswagen werden 5 Milliarden Euro nicht übersteigen.",
     "Volkswagen costs level ..5000000000 EUR expected"},
    {"KeineMilliarden", "Der Umsatz von Volkswagen erreichte keine 5 Milliarden Euro.",
     "Volkswagen revenue level 5000000000 EUR denied"},
    {"AnderesVerb", "Volkswagen hat bei einem Umsatz von 5 Milliarden Euro die Erwartungen nicht erfüllt.",
     "Volkswagen revenue level 5000000000 EUR asserted"},
    {"StrafeStehtAus", "Volkswagen hat die Strafe von 5 Millionen Euro noch nicht gezahlt.",
     "Volkswagen fine level 5000000 EUR asserted"},
    {"KeptFrom", "Boeing avoided cutting 3,000 jobs.", "Boeing job_cuts level 3000 job denied"},
    {"KeptFromALoss", "Boeing narrowly avoided a loss of $5 billion.",
     "Boeing loss level 5000000000 USD denied"},
    {"KeptFromAFine", "Boeing escaped a $5 billion fine.", "Boeing fine level 5000000000 USD denied"},
    {"PlanGivenUp", "Boeing abandoned plans to cut 3,000 jobs.", "Boeing job_cuts level 3000 job denied"},
    {"PlanDropped", "Boeing dropped a plan to invest $5 billion.",
     "Boeing investment level 5000000000 USD denied"},
    {"BidWithdrawn", "Unilever withdrew its $5 billion offer for Danone.",
     "Unilever acquisition_price level 5000000000 USD denied with Danone"},
    {"WalkedAway", "Unilever walked away from a $5 billion deal to buy Danone.",
     "Unilever acquisition_price level 5000000000 USD denied with Danone"},
    {"BidBlocked", "Regulators blocked Unilever's $5 billion takeover of Danone.",
     "Unilever acquisition_price level 5000000000 USD denied with Danone"},
    {"BidCollapsed", "Unilever's $5 billion takeover of Danone collapsed in 2023.",
     "Unilever acquisition_price level 5000000000 USD 2023-01-01..2024-01-01 denied with Danone"},
    {"BidAfterOneGivenUp",
     "After it abandoned a $5 billion bid for BP, Shell agreed to buy Eni for $30 billion.",
     "Shell acquisition_price level 5000000000 USD denied with BP\n"
     "Shell acquisition_price level 30000000000 USD asserted with Eni"},
    {"PriceDropsBesideABid", "Shell dropped 3 per cent after its $5 billion bid for BP.",
     "Shell share_price decrease 3 % asserted\n"
     "Shell acquisition_price level 5000000000 USD asserted with BP"},
};
class Negation : public testing::TestWithParam<Row> {};
TEST_P(Negation, Row) { EXPECT_EQ(test::claims_told(GetParam().text, "2025-11-13"), GetParam().claims); }
INSTANTIATE_TEST_SUITE_P(, Negation, testing::ValuesIn(kRows), [](const auto& i) { return i.param.name; });

}  // namespace
}  // namespace gegenprobe::extract

// What every text is tried with finds the faults it is there for: a good extraction is damaged, a row a
// fault.
#include "invariants.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

namespace gegenprobe::extract {
namespace {

constexpr std::string_view kText =
    "Müllers Umsatz: Die Müller AG erlöste 2024 zwischen 2 und 3 Millionen Euro.";

Extraction good() {
  static const auto rules = *builtin_rules();
  return extract(test::document_of(std::string(kText), "de", parse_day("2025-03-04")), *rules);
}

Mention& figure(Extraction& found) {
  return *std::ranges::find_if(found.mentions, [](const Mention& m) { return m.amount() != nullptr; });
}
Mention& date(Extraction& found) {
  return *std::ranges::find_if(found.mentions, [](const Mention& m) { return m.date() != nullptr; });
}
Amount& amount(Mention& mention) { return std::get<Amount>(mention.value); }

struct Row {
  const char* name;
  std::function<void(Extraction&)> damage;
  const char* told;  ///< a part of it
};
const Row kRows[] = {
    {"SpanInsideOfACharacter", [](auto& it) { it.mentions.front().span.begin = 2; }, "is not of the text"},
    {"SpanBehindTheText", [](auto& it) { it.mentions.back().span.end = kText.size() + 1; },
     "is not of the text"},
    {"EmptySpan", [](auto& it) { figure(it).span.end = figure(it).span.begin; }, "is not of the text"},
    {"MentionsOverlap", [](auto& it) { it.mentions.push_back(it.mentions.back()); }, "inside of the mention"},
    {"BoundsSwapped", [](auto& it) { std::swap(amount(figure(it)).min, amount(figure(it)).max); },
     "the bounds of «2 und 3 Millionen Euro»"},
    {"DateEndsBeforeItBegins",
     [](auto& it) {
       auto& value = std::get<DateValue>(date(it).value);
       std::swap(value.from, value.to);
     },
     "ends before it begins"},
    {"EvidenceOutsideItsSentence", [](auto& it) { it.claims.front().sentence.end = 5; },
     "is not in its sentence"},
    {"EvidenceIsNoFigure", [](auto& it) { it.claims.front().evidence.end -= 1; }, "is no figure"},
    {"BoundsOfAClaimSwapped",
     [](auto& it) { std::swap(it.claims.front().value.min, it.claims.front().value.max); }, "bounds of"},
    {"PeriodEndsBeforeItBegins",
     [](auto& it) { std::swap(it.claims.front().period->from, it.claims.front().period->to); },
     "the period of"},
    {"ConfidenceAboveOne", [](auto& it) { it.claims.front().confidence = 1.5F; }, "has the confidence"},
};

class BrokenInvariant : public testing::TestWithParam<Row> {};
TEST_P(BrokenInvariant, Row) {
  auto found = good();
  ASSERT_EQ(test::broken_invariant(found, kText), std::nullopt);
  ASSERT_FALSE(found.claims.empty());
  GetParam().damage(found);
  const auto told = test::broken_invariant(found, kText);
  ASSERT_TRUE(told);
  EXPECT_NE(told->find(GetParam().told), std::string::npos) << *told;
}
INSTANTIATE_TEST_SUITE_P(, BrokenInvariant, testing::ValuesIn(kRows),
                         [](const auto& i) { return i.param.name; });

TEST(Facts, SeeAnotherFigure) {
  auto other = good();
  amount(figure(other)).max = Decimal{4, 6};
  EXPECT_NE(test::facts(other, kText), test::facts(good(), kText));
  EXPECT_NE(test::figures(other, kText, {0, static_cast<std::uint32_t>(kText.size())}),
            test::figures(good(), kText, {0, static_cast<std::uint32_t>(kText.size())}));
}

TEST(Facts, SpacesBehindDigitsAreMadeNoBreakOnes) {
  EXPECT_EQ(test::with_no_break_spaces("um 3 Euro auf 5"), "um 3\u00a0Euro auf 5");
}

TEST(Facts, SeeAnotherPlace) {
  auto other = good();
  figure(other).span.begin += 1;
  EXPECT_NE(test::facts(other, kText), test::facts(good(), kText));
}

}  // namespace
}  // namespace gegenprobe::extract

// The whole way over corpus/text_pairs.jsonl: one text is stored, the other is checked against it, and the
// verdict on the figure in question is the one that a person wrote down.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <simdjson.h>

#include <algorithm>
#include <fstream>

#include "articles.h"
#include "ingest/ingest.h"
#include "store/cross_check.h"
#include "store/query.h"

namespace gegenprobe::store {
namespace {

using simdjson::dom::element;

std::string text(const element& parent, std::string_view key) {
  return std::string(std::string_view(parent[key]));
}

ingest::Document document_of(const element& side) {
  return ingest::document_of(text(side, "text"), {.published = parse_day(text(side, "published")),
                                                  .outlet = text(side, "outlet"),
                                                  .url = {},
                                                  .language = text(side, "lang"),
                                                  .title = {}});
}

std::string verdict_on(const element& pair, const extract::Rules& rules) {
  const test::TemporaryFolder folder;
  auto database = test::open(folder.file("a.db"));
  const auto stored = document_of(pair["a"]), checked = document_of(pair["b"]);
  if (!add_article(database, stored, extract::extract(stored, rules), test::kVersions, test::kNow))
    return "not added";
  const auto firms = known_firms(database, checked.normalised.utf8);
  const auto claims = check(database, checked, extract::extract(checked, rules, *firms));
  const auto figure = text(pair["b"], "figure");
  const auto begin = checked.text.find(figure), end = begin + figure.size();
  for (const auto& each : *claims)
    if (each.claim.evidence.begin < end && each.claim.evidence.end > begin)
      return std::string(word(each.verdict));
  return "no claim";
}

bool is_alarm(std::string_view verdict) { return verdict == "contradicts" || verdict == "scale_suspect"; }

TEST(TextPairs, GetTheirVerdicts) {
  const auto rules = extract::builtin_rules();
  ASSERT_TRUE(rules);
  simdjson::dom::parser parser;
  std::ifstream lines(std::string(GEGENPROBE_CORPUS) + "/text_pairs.jsonl");
  int pairs = 0, right = 0, false_alarms = 0, missed_alarms = 0;
  for (std::string line; std::getline(lines, line);) {
    const element pair = parser.parse(line);
    const auto wanted = text(pair, "verdict"), got = verdict_on(pair, **rules);
    simdjson::dom::array also;
    bool is_right = got == wanted;
    if (pair["also"].get(also) == simdjson::SUCCESS)
      for (const element other : also) is_right |= std::string_view(other) == got;
    ++pairs, right += is_right;
    false_alarms += !is_right && is_alarm(got) && (wanted == "agrees" || wanted == "not_comparable");
    missed_alarms += !is_right && is_alarm(wanted);
    if (!is_right) fmt::print("{} instead of {}: {}: {}\n", got, wanted, text(pair, "id"), text(pair, "why"));
  }
  fmt::print("{} of {} pairs right, {} false alarms, {} missed\n", right, pairs, false_alarms, missed_alarms);
  EXPECT_EQ(false_alarms, 0);
  EXPECT_LE(missed_alarms, pairs * 2 / 100);
  EXPECT_GE(right, pairs * 97 / 100);
}

}  // namespace
}  // namespace gegenprobe::store

// The comparison over the labelled corpus: pairs of gold claims whose verdict a person wrote down. Gold
// claims have neither variant nor status; where a verdict hangs on these, the pair names them.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <simdjson.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>

#include "store/compare.h"

namespace gegenprobe::store {
namespace {

namespace fs = std::filesystem;
using namespace extract;
using simdjson::dom::element;

std::string text(const element& parent, std::string_view key) {
  std::string_view found;
  return parent[key].get(found) == simdjson::SUCCESS ? std::string(found) : "";
}
std::optional<double> number(const element& parent, std::string_view key) {
  double found = 0;
  if (parent[key].get(found) != simdjson::SUCCESS) return std::nullopt;
  return found;
}

// Gold has the value, the surface has the digits: «5,5 Milliarden» and 5500000000 make 55 × 10^8.
std::vector<std::int64_t> printed_digits(const std::string& surface) {
  std::vector<std::int64_t> numbers;
  bool open = false;
  for (std::size_t at = 0; at < surface.size(); ++at) {
    const auto is_digit = [&](std::size_t i) {
      return i < surface.size() && std::isdigit(static_cast<unsigned char>(surface[i]));
    };
    if (is_digit(at)) {
      if (!open) numbers.push_back(0);
      numbers.back() = numbers.back() * 10 + (surface[at] - '0');
      open = true;
    } else {
      open = open && (surface[at] == '.' || surface[at] == ',') && is_digit(at + 1);
    }
  }
  return numbers;
}

Decimal decimal(double value, const std::vector<std::int64_t>& printed, bool last) {
  if (!printed.empty() && value > 0) {
    const auto digits = last ? printed.back() : printed.front();
    const double power = std::log10(value / static_cast<double>(digits));
    if (digits > 0 && std::abs(power - std::round(power)) < 1e-9)
      return {digits, static_cast<std::int32_t>(std::round(power))};
  }
  Decimal number{std::llround(value * 1000), -3};
  while (number.coefficient != 0 && number.coefficient % 10 == 0) number.coefficient /= 10, ++number.exponent;
  return number;
}

struct GoldClaim {
  Claim claim;
  std::optional<Day> published;
  std::string outlet;
  std::int64_t article = 0;
  ClaimInContext context() const {
    return {.claim = claim, .published = published, .outlet = outlet, .article = article, .revision = 1};
  }
};

GoldClaim read(const element& gold, const element& article) {
  GoldClaim made;
  auto& claim = made.claim;
  const element value = gold["value"];
  claim.subject = claim.subject_entity = text(gold, "subject");
  claim.counterparty = claim.counterparty_entity = text(gold, "counterparty");
  claim.metric = metric(text(gold, "metric")).value_or(Metric::other);
  claim.kind = mention_kind(text(value, "kind")).value_or(MentionKind::money);
  claim.value.unit = claim.kind == MentionKind::money ? text(value, "currency") : text(value, "unit");
  claim.value.qualifier = qualifier(text(value, "qualifier")).value_or(Qualifier::exact);
  const auto digits = printed_digits(text(gold, "text"));
  if (const auto min = number(value, "min")) claim.value.min = decimal(*min, digits, false);
  if (const auto max = number(value, "max")) claim.value.max = decimal(*max, digits, true);
  claim.role = role(text(value, "role")).value_or(Role::level);
  claim.modality = modality(text(gold, "modality")).value_or(Modality::asserted);
  if (element period; gold["period"].get(period) == simdjson::SUCCESS && period.is_object())
    claim.period = Period{.from = parse_day(text(period, "from")),
                          .to = parse_day(text(period, "to")),
                          .text = text(period, "text")};
  made.published = parse_day(text(article, "published"));
  made.outlet = text(article, "outlet");
  made.article = static_cast<std::int64_t>(std::hash<std::string>()(text(article, "id")));
  return made;
}

// What the words say and the claim model of the gold has no field for: preliminary, corrected, free cash
// flow.
GoldClaim with_stated(GoldClaim claim, const element& reference) {
  claim.claim.status = status(text(reference, "status")).value_or(Status::plain);
  claim.claim.variant = text(reference, "variant");
  return claim;
}

class Corpus {
 public:
  GoldClaim find(const element& reference) {
    const auto article = text(reference, "article");
    const auto begin = std::int64_t(reference["evidence"].at(0)),
               end = std::int64_t(reference["evidence"].at(1));
    simdjson::dom::parser parser;
    const element gold = parser.load(std::string(GEGENPROBE_CORPUS) + "/" + article + "/gold.json");
    for (const element claim : gold["claims"])
      if (std::int64_t(claim["evidence"].at(0)) == begin && std::int64_t(claim["evidence"].at(1)) == end)
        return with_stated(read(claim, gold), reference);
    throw std::out_of_range(fmt::format("{} has no claim at {}-{}", article, begin, end));
  }
};

TEST(CorpusPairs, GetTheirVerdicts) {
  Corpus corpus;
  simdjson::dom::parser parser;
  std::ifstream lines(std::string(GEGENPROBE_CORPUS) + "/pairs.jsonl");
  int pairs = 0, right = 0, false_alarms = 0;
  for (std::string line; std::getline(lines, line);) {
    const element pair = parser.parse(line);
    const auto a = corpus.find(pair["a"]), b = corpus.find(pair["b"]);
    const auto comparison = compare(a.context(), b.context());
    const auto wanted = text(pair, "verdict");
    const auto got = std::string(word(comparison.verdict));
    const bool is_quiet = wanted == "agrees" || wanted == "not_comparable";
    const bool is_alarm =
        comparison.verdict == Verdict::contradicts || comparison.verdict == Verdict::scale_suspect;
    ++pairs;
    right += wanted == got;
    false_alarms += is_quiet && is_alarm;
    if (wanted != got)
      fmt::print("{} instead of {}: {} | {} | {} | {}\n", got, wanted, text(pair["a"], "article"),
                 text(pair["b"], "article"), comparison.reason, text(pair, "why"));
  }
  fmt::print("{} of {} pairs right, {} false alarms\n", right, pairs, false_alarms);
  EXPECT_EQ(false_alarms, 0);
  EXPECT_GE(right, pairs * 95 / 100);
}

}  // namespace
}  // namespace gegenprobe::store

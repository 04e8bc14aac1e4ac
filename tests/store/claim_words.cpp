#include "claim_words.h"

#include <array>
#include <sstream>
#include <stdexcept>
#include <vector>

#include "store/fold.h"
#include "store/query.h"

namespace gegenprobe::test {
namespace {

using namespace extract;

std::vector<std::string> parted(std::string_view text, std::string_view by) {
  std::vector<std::string> parts;
  while (true) {
    const auto at = text.find(by);
    parts.emplace_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + by.size());
  }
}

std::optional<Decimal> number(const std::string& word) {
  Decimal value;
  bool decimals = false;
  if (word.empty() || !std::isdigit(static_cast<unsigned char>(word.front()))) return std::nullopt;
  for (const char c : word)
    if (c == ',' || c == '.') {
      decimals = true;
    } else {
      value.coefficient = value.coefficient * 10 + (c - '0');
      value.exponent -= decimals;
    }
  return value;
}

struct Phrase {
  const char* words;
  Qualifier qualifier;
};
constexpr std::array kQualifiers{
    Phrase{"rund", Qualifier::about},          Phrase{"about", Qualifier::about},
    Phrase{"knapp", Qualifier::almost},        Phrase{"nearly", Qualifier::almost},
    Phrase{"bis zu", Qualifier::up_to},        Phrase{"up to", Qualifier::up_to},
    Phrase{"mindestens", Qualifier::at_least}, Phrase{"at least", Qualifier::at_least},
    Phrase{"gut", Qualifier::more_than},       Phrase{"mehr als", Qualifier::more_than},
    Phrase{"more than", Qualifier::more_than}, Phrase{"weniger als", Qualifier::less_than},
    Phrase{"less than", Qualifier::less_than}, Phrase{"zwischen", Qualifier::between},
    Phrase{"between", Qualifier::between},     Phrase{"Größenordnung", Qualifier::magnitude},
    Phrase{"magnitude", Qualifier::magnitude}};

int scale(const std::string& word) {
  for (const auto& [name, power] : {std::pair{"Tsd", 3},
                                    {"Mio", 6},
                                    {"million", 6},
                                    {"Mrd", 9},
                                    {"billion", 9},
                                    {"bn", 9},
                                    {"Billionen", 12},
                                    {"trillion", 12}})
    if (word == name) return power;
  return 0;
}

bool read_figure(std::string_view field, Claim& claim) {
  auto qualifier = Qualifier::exact;
  for (const auto& phrase : kQualifiers)
    if (field.starts_with(std::string(phrase.words) + " ")) {
      qualifier = phrase.qualifier;
      field.remove_prefix(std::string_view(phrase.words).size() + 1);
    }
  std::vector<Decimal> numbers;
  std::string unit;
  int power = 0;
  for (const auto& word : parted(field, " ")) {
    if (word == "und" || word == "and" || word == "to") continue;
    if (const auto value = number(word))
      numbers.push_back(*value);
    else if (const int found = scale(word))
      power = found;
    else
      unit = word;
  }
  if (numbers.empty() || numbers.size() > 2) return false;
  auto& value = claim.value;
  value.qualifier = qualifier;
  value.unit = unit;
  if (qualifier != Qualifier::up_to && qualifier != Qualifier::less_than)
    value.min = scaled(numbers.front(), power);
  if (qualifier != Qualifier::at_least && qualifier != Qualifier::more_than)
    value.max = scaled(numbers.back(), power);
  const bool is_money =
      unit.empty() || (unit.size() == 3 && std::isupper(static_cast<unsigned char>(unit.front())));
  claim.kind = is_money                      ? MentionKind::money
               : unit == "%" || unit == "pp" ? MentionKind::percent
                                             : MentionKind::quantity;
  return true;
}

bool read_period(std::string_view field, Claim& claim) {
  Period period;
  period.text = field;
  if (field.starts_with("fiscal ")) period.fiscal = true, field.remove_prefix(7);
  const bool horizon = field.starts_with("bis ");
  if (horizon) field.remove_prefix(4);
  const auto range = store::parse_period(field);
  if (!range) return false;
  if (!horizon) period.from = range->from;
  period.to = range->to;
  claim.period = period;
  return true;
}

bool read_word(const std::string& field, WordedClaim& worded) {
  auto& claim = worded.claim;
  if (field == "corrected text") return worded.correction = true;
  if (field == "of the text's company") return claim.flags |= extract::kSubjectAssumed, true;
  if (field == "period assumed") return claim.flags |= extract::kPeriodAssumed, true;
  if (field == "earlier time") return claim.flags |= extract::kEarlierTime, true;
  if (field == "former plan") return claim.flags |= extract::kFormerPlan, true;
  if (const auto found = role(field)) return claim.role = *found, true;
  if (const auto found = modality(field)) return claim.modality = *found, true;
  if (const auto found = status(field)) return claim.status = *found, true;
  const auto slash = field.find('/');
  if (const auto found = metric(field.substr(0, slash))) {
    claim.metric = *found;
    if (slash != std::string::npos) claim.variant = field.substr(slash + 1);
    return true;
  }
  return false;
}

void read_field(const std::string& field, WordedClaim& worded) {
  if (field.starts_with("@")) {
    worded.published = parse_day(field.substr(1, 10));
    if (field.size() > 12) worded.outlet = field.substr(12);
  } else if (field.starts_with("article ")) {
    std::istringstream numbers(field.substr(8));
    char dot = 0;
    numbers >> worded.article >> dot >> worded.revision;
  } else if (!read_word(field, worded) && !read_period(field, worded.claim) &&
             !read_figure(field, worded.claim)) {
    throw std::invalid_argument("no such field: " + field);
  }
}

void name(const std::string& given, std::string& name, std::string& entity) {
  if (given == "-") return;
  name = given;
  entity = "name:" + store::fold(given);  // with its legal form, as if nobody had recognised that
}

}  // namespace

WordedClaim worded(std::string_view line) {
  WordedClaim worded;
  const auto fields = parted(line, " | ");
  const auto sides = parted(fields.front(), " > ");
  name(sides.front(), worded.claim.subject, worded.claim.subject_entity);
  if (sides.size() > 1) name(sides.back(), worded.claim.counterparty, worded.claim.counterparty_entity);
  for (std::size_t at = 1; at < fields.size(); ++at) read_field(fields[at], worded);
  return worded;
}

}  // namespace gegenprobe::test

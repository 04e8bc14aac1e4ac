#include "tests/extract/claim_lines.h"

#include "extract/extract.h"
#include "extract/matching/rules.h"
#include "ingest/normalise.h"

namespace gegenprobe::test {
namespace {

using namespace extract;

std::string bounds(const Amount& amount) {
  const bool exact = amount.min && amount.max && same_number(*amount.min, *amount.max);
  std::string out = amount.min ? amount.min->text() : "";
  if (!exact) out += ".." + (amount.max ? amount.max->text() : "");
  return out + " " + amount.unit;
}

std::string dump(const Claim& claim) {
  std::string out = claim.subject + " " + std::string(word(claim.metric)) + " " +
                    std::string(word(claim.role)) + " " + bounds(claim.value);
  const auto day = [](const std::optional<Day>& d) { return d ? iso(*d) : "?"; };
  if (claim.period) out += " " + day(claim.period->from) + ".." + day(claim.period->to);
  out += " " + std::string(word(claim.modality));
  if (!claim.variant.empty()) out += " @" + claim.variant;
  if (!claim.counterparty.empty()) out += " with " + claim.counterparty;
  if (!claim.attribution.empty()) out += " by " + claim.attribution;
  return out;
}

}  // namespace

std::string claims_told(const char* text, const char* published) {
  ingest::Document document;
  document.text = text;
  document.normalised = ingest::normalise(document.text);
  document.published = parse_day(published);
  std::string told;
  for (const auto& claim : extract::extract(document, **builtin_rules()).claims)
    told += (told.empty() ? "" : "\n") + dump(claim);
  return told;
}

}  // namespace gegenprobe::test

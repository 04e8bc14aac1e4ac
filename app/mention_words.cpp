#include "app/mention_words.h"

#include <fmt/format.h>

#include "app/claim_rows.h"
#include "app/figure.h"
#include "app/rows.h"

namespace gegenprobe::app {
namespace {

std::string words(const extract::Amount& amount) {
  std::string text = figure(amount);
  const bool told =
      amount.basis == extract::CurrencyBasis::inherited || amount.basis == extract::CurrencyBasis::assumed;
  return told ? text + fmt::format(", currency {}", word(amount.basis)) : text;
}

std::string words(const extract::DateValue& date) {
  if (!date.from && !date.to) return fmt::format("{}, not resolved", word(date.granularity));
  extract::Period period;
  period.from = date.from;
  period.to = date.to;
  period.fiscal = date.fiscal;
  return period_words(period) + (date.relative ? ", counted from the day of publication" : "");
}

std::string words(const extract::CompanyValue& company) {
  std::string text = company.name;
  if (!company.entity.empty()) text += " (" + company.entity + ")";
  return company.basis == extract::NameBasis::gazetteer ? text
                                                        : text + fmt::format(", by {}", word(company.basis));
}

std::string words(const extract::SpeakerValue& speaker) {
  std::string text = speaker.name;
  for (const std::string& more : {speaker.role, speaker.organisation})
    if (!more.empty()) text += ", " + more;
  return text;
}

void append(std::string& text, std::string_view more) {
  if (more.empty()) return;
  if (!text.empty()) text += " · ";
  text += more;
}

}  // namespace

std::string mention_words(const extract::Mention& mention) {
  return std::visit([](const auto& value) { return words(value); }, mention.value);
}

std::string_view language_words(std::string_view code) {
  return code == "de" ? "German" : code == "en" ? "English" : code;
}

Style mention_style(extract::MentionKind kind) {
  switch (kind) {
    case extract::MentionKind::money:
      return Style::green;
    case extract::MentionKind::percent:
    case extract::MentionKind::quantity:
      return Style::cyan;
    case extract::MentionKind::date:
      return Style::yellow;
    case extract::MentionKind::company:
      return Style::magenta;
    case extract::MentionKind::speaker:
      break;
  }
  return Style::blue;
}

std::vector<Mark> mention_marks(const std::vector<extract::Mention>& mentions) {
  std::vector<Mark> marks;
  for (const extract::Mention& mention : mentions) {
    const Mark mark{mention.span, mention_style(mention.kind), word(mention.kind)};
    const bool overlaps = !marks.empty() && marks.back().span.overlaps(mark.span);
    if (!overlaps)
      marks.push_back(mark);
    else if (marks.back().span.begin == mark.span.begin && mark.span.size() > marks.back().span.size())
      marks.back() = mark;
  }
  return marks;
}

void print_claim(Output& output, const extract::Claim& claim, const std::string& head,
                 std::string_view surface) {
  output.line(head + styled(output, Style::bold, fact_words(claim)));
  const std::string indent(columns_of(head), ' ');
  output.line(fmt::format("{}{}, printed «{}»", indent, figure(claim), surface));
  std::string how = fmt::format("{}", word(claim.modality));
  append(how, word(claim.status));
  append(how, claim.attribution.empty() ? "" : "according to " + claim.attribution);
  for (std::string_view flag : extract::flag_words(claim.flags)) append(how, flag);
  output.line(indent + how);
  output.line(indent + styled(output, Style::dim,
                              fmt::format("rule {}, confidence {:.2f}", claim.rule, claim.confidence)));
}

}  // namespace gegenprobe::app

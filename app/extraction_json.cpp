#include "app/extraction_json.h"

#include <cmath>

#include "extract/gazetteer.h"

namespace gegenprobe::app {
namespace {

void write_value(JsonWriter& json, extract::MentionKind kind, const extract::Amount& amount) {
  key(json, "min");
  number_or_null(json, amount.min);
  key(json, "max");
  number_or_null(json, amount.max);
  const bool money = kind == extract::MentionKind::money;
  key(json, money ? "currency" : "unit");
  string_or_null(json, amount.unit);
  if (money) {
    key(json, "currency_basis");
    string_or_null(json, word(amount.basis));
  }
  key(json, "qualifier");
  plain(json, word(amount.qualifier));
}

void write_value(JsonWriter& json, const extract::DateValue& date) {
  key(json, "from");
  day_or_null(json, date.from);
  key(json, "to");
  day_or_null(json, date.to);
  key(json, "granularity");
  plain(json, word(date.granularity));
  key(json, "relative");
  json.Bool(date.relative);
  key(json, "fiscal");
  json.Bool(date.fiscal);
}

void write_value(JsonWriter& json, const extract::CompanyValue& company) {
  key(json, "name");
  string(json, company.name);
  key(json, "entity");
  string_or_null(json, company.entity);
  key(json, "basis");
  plain(json, word(company.basis));
  if (!company.known) return;
  for (const auto& [name, id] :
       {std::pair{"wikidata", company.known->wikidata}, std::pair{"lei", company.known->lei},
        std::pair{"ticker", company.known->ticker}}) {
    if (id.empty()) continue;
    key(json, name);
    string(json, id);
  }
}

void write_value(JsonWriter& json, const extract::SpeakerValue& speaker) {
  key(json, "name");
  string(json, speaker.name);
  if (!speaker.role.empty()) {
    key(json, "role");
    string(json, speaker.role);
  }
  if (!speaker.organisation.empty()) {
    key(json, "organisation");
    string(json, speaker.organisation);
  }
}

void write_mention(JsonWriter& json, const extract::Mention& mention, std::string_view text,
                   extract::CodePoints& points) {
  json.StartObject();
  key(json, "kind");
  plain(json, word(mention.kind));
  key(json, "begin");
  json.Uint64(points.at(mention.span.begin));
  key(json, "end");
  json.Uint64(points.at(mention.span.end));
  key(json, "text");
  string(json, mention.span.of(text));
  key(json, "rule");
  string(json, mention.rule);
  key(json, "value");
  json.StartObject();
  if (const auto* amount = mention.amount()) write_value(json, mention.kind, *amount);
  if (const auto* date = mention.date()) write_value(json, *date);
  if (const auto* company = mention.company()) write_value(json, *company);
  if (const auto* speaker = mention.speaker()) write_value(json, *speaker);
  json.EndObject();
  json.EndObject();
}

void write_span(JsonWriter& json, std::string_view name, Span span, extract::CodePoints& points) {
  key(json, name);
  json.StartArray();
  json.Uint64(points.at(span.begin));
  json.Uint64(points.at(span.end));
  json.EndArray();
}

void write_period(JsonWriter& json, const std::optional<extract::Period>& period) {
  key(json, "period");
  if (!period) {
    json.Null();
    return;
  }
  json.StartObject();
  key(json, "from");
  day_or_null(json, period->from);
  key(json, "to");
  day_or_null(json, period->to);
  key(json, "granularity");
  plain(json, word(period->granularity));
  key(json, "fiscal");
  json.Bool(period->fiscal);
  key(json, "text");
  string_or_null(json, period->text);
  json.EndObject();
}

void write_claim(JsonWriter& json, const extract::Claim& claim, std::string_view text,
                 extract::CodePoints& sentence_points, extract::CodePoints& evidence_points) {
  json.StartObject();
  key(json, "subject");
  string_or_null(json, claim.subject);
  key(json, "subject_entity");
  string_or_null(json, claim.subject_entity);
  key(json, "metric");
  plain(json, word(claim.metric));
  key(json, "variant");
  string_or_null(json, claim.variant);
  key(json, "counterparty");
  string_or_null(json, claim.counterparty);
  key(json, "value");
  json.StartObject();
  key(json, "kind");
  plain(json, word(claim.kind));
  write_value(json, claim.kind, claim.value);
  key(json, "role");
  plain(json, word(claim.role));
  json.EndObject();
  write_period(json, claim.period);
  key(json, "modality");
  plain(json, word(claim.modality));
  key(json, "status");
  string_or_null(json, word(claim.status));
  key(json, "attribution");
  string_or_null(json, claim.attribution);
  write_span(json, "sentence", claim.sentence, sentence_points);
  write_span(json, "evidence", claim.evidence, evidence_points);
  key(json, "text");
  string(json, claim.evidence.of(text));
  key(json, "flags");
  json.StartArray();
  for (std::string_view flag : extract::flag_words(claim.flags)) plain(json, flag);
  json.EndArray();
  key(json, "rule");
  string(json, claim.rule);
  key(json, "confidence");
  // Three places: more would only show that a float was made a double.
  json.Double(std::round(static_cast<double>(claim.confidence) * 1000) / 1000);
  json.EndObject();
}

}  // namespace

void write_mentions(JsonWriter& json, const extract::Extraction& found, std::string_view text) {
  extract::CodePoints points(text);
  json.StartArray();
  for (const extract::Mention& mention : found.mentions) write_mention(json, mention, text, points);
  json.EndArray();
}

void write_claims(JsonWriter& json, const extract::Extraction& found, std::string_view text) {
  // Two counters, since sentences begin before the evidence of the claim before them ends.
  extract::CodePoints sentence_points(text), evidence_points(text);
  json.StartArray();
  for (const extract::Claim& claim : found.claims)
    write_claim(json, claim, text, sentence_points, evidence_points);
  json.EndArray();
}

void write_unread(JsonWriter& json, std::span<const extract::Unread> unread, std::string_view text) {
  extract::CodePoints points(text);
  json.StartArray();
  for (const extract::Unread& figure : unread) {
    json.StartObject();
    key(json, "text");
    string(json, figure.span.of(text));
    key(json, "begin");
    json.Uint64(points.at(figure.span.begin));
    key(json, "end");
    json.Uint64(points.at(figure.span.end));
    key(json, "why");
    string(json, word(figure.why));
    key(json, "reason");
    string(json, in_words(figure.why));
    json.EndObject();
  }
  json.EndArray();
}

}  // namespace gegenprobe::app

#include "app/extraction_json.h"

#include <cmath>

#include "extract/companies/gazetteer.h"

namespace gegenprobe::app {
namespace {

void write_number(JsonWriter& json, const std::optional<extract::Decimal>& number) {
  if (number)
    json.plain_piece(number->text());
  else
    json.piece("null");
}

void write_day(JsonWriter& json, const std::optional<Day>& day) {
  if (!day) return json.piece("null");
  json.piece("\"");
  json.plain_piece(iso(*day));
  json.piece("\"");
}

// A word of the model, or what else needs no escape.
void write_word(JsonWriter& json, std::string_view word) {
  json.piece("\"");
  json.plain_piece(word);
  json.piece("\"");
}

void write_bool(JsonWriter& json, bool value) {
  if (value)
    json.piece("true");
  else
    json.piece("false");
}

// The members of a value, without the brackets around them.
void write_value(JsonWriter& json, extract::MentionKind kind, const extract::Amount& amount) {
  json.piece("\"min\":");
  write_number(json, amount.min);
  json.piece(",\"max\":");
  write_number(json, amount.max);
  if (kind == extract::MentionKind::money) {
    json.piece(",\"currency\":");
    json.string_piece_or_null(amount.unit);
    json.piece(",\"currency_basis\":");
    json.string_piece_or_null(word(amount.basis));
  } else {
    json.piece(",\"unit\":");
    json.string_piece_or_null(amount.unit);
  }
  json.piece(",\"qualifier\":");
  write_word(json, word(amount.qualifier));
}

void write_value(JsonWriter& json, const extract::DateValue& date) {
  json.piece("\"from\":");
  write_day(json, date.from);
  json.piece(",\"to\":");
  write_day(json, date.to);
  json.piece(",\"granularity\":");
  write_word(json, word(date.granularity));
  json.piece(",\"relative\":");
  write_bool(json, date.relative);
  json.piece(",\"fiscal\":");
  write_bool(json, date.fiscal);
}

void write_value(JsonWriter& json, const extract::CompanyValue& company) {
  json.piece("\"name\":");
  json.string_piece(company.name);
  json.piece(",\"entity\":");
  json.string_piece_or_null(company.entity);
  json.piece(",\"basis\":");
  write_word(json, word(company.basis));
  if (!company.known) return;
  if (!company.known->wikidata.empty())
    json.piece(",\"wikidata\":"), json.string_piece(company.known->wikidata);
  if (!company.known->lei.empty()) json.piece(",\"lei\":"), json.string_piece(company.known->lei);
  if (!company.known->ticker.empty()) json.piece(",\"ticker\":"), json.string_piece(company.known->ticker);
}

void write_value(JsonWriter& json, const extract::SpeakerValue& speaker) {
  json.piece("\"name\":");
  json.string_piece(speaker.name);
  if (!speaker.role.empty()) json.piece(",\"role\":"), json.string_piece(speaker.role);
  if (!speaker.organisation.empty())
    json.piece(",\"organisation\":"), json.string_piece(speaker.organisation);
}

void write_mention(JsonWriter& json, const extract::Mention& mention, std::string_view text,
                   extract::CodePoints& points) {
  json.begin_pieces();
  json.piece("{\"kind\":");
  write_word(json, word(mention.kind));
  json.piece(",\"begin\":");
  json.number_piece(std::uint64_t{points.at(mention.span.begin)});
  json.piece(",\"end\":");
  json.number_piece(std::uint64_t{points.at(mention.span.end)});
  json.piece(",\"text\":");
  json.string_piece(mention.span.of(text));
  json.piece(",\"rule\":");
  json.string_piece(mention.rule);
  json.piece(",\"value\":{");
  if (const auto* amount = mention.amount()) write_value(json, mention.kind, *amount);
  if (const auto* date = mention.date()) write_value(json, *date);
  if (const auto* company = mention.company()) write_value(json, *company);
  if (const auto* speaker = mention.speaker()) write_value(json, *speaker);
  json.piece("}}");
}

void write_span(JsonWriter& json, Span span, extract::CodePoints& points) {
  json.piece("[");
  json.number_piece(std::uint64_t{points.at(span.begin)});
  json.piece(",");
  json.number_piece(std::uint64_t{points.at(span.end)});
  json.piece("]");
}

void write_period(JsonWriter& json, const std::optional<extract::Period>& period) {
  if (!period) return json.piece("null");
  json.piece("{\"from\":");
  write_day(json, period->from);
  json.piece(",\"to\":");
  write_day(json, period->to);
  json.piece(",\"granularity\":");
  write_word(json, word(period->granularity));
  json.piece(",\"fiscal\":");
  write_bool(json, period->fiscal);
  json.piece(",\"text\":");
  json.string_piece_or_null(period->text);
  json.piece("}");
}

void write_flags(JsonWriter& json, std::uint32_t flags) {
  bool first = true;
  json.piece("[");
  for (const std::string_view flag : extract::flag_words(flags)) {
    if (!first) json.piece(",");
    write_word(json, flag);
    first = false;
  }
  json.piece("]");
}

void write_claim(JsonWriter& json, const extract::Claim& claim, std::string_view text,
                 extract::CodePoints& sentence_points, extract::CodePoints& evidence_points) {
  json.begin_pieces();
  json.piece("{\"subject\":");
  json.string_piece_or_null(claim.subject);
  json.piece(",\"subject_entity\":");
  json.string_piece_or_null(claim.subject_entity);
  json.piece(",\"metric\":");
  write_word(json, word(claim.metric));
  json.piece(",\"variant\":");
  json.string_piece_or_null(claim.variant);
  json.piece(",\"counterparty\":");
  json.string_piece_or_null(claim.counterparty);
  json.piece(",\"value\":{\"kind\":");
  write_word(json, word(claim.kind));
  json.piece(",");
  write_value(json, claim.kind, claim.value);
  json.piece(",\"role\":");
  write_word(json, word(claim.role));
  json.piece("},\"period\":");
  write_period(json, claim.period);
  json.piece(",\"modality\":");
  write_word(json, word(claim.modality));
  json.piece(",\"status\":");
  json.string_piece_or_null(word(claim.status));
  json.piece(",\"attribution\":");
  json.string_piece_or_null(claim.attribution);
  json.piece(",\"sentence\":");
  write_span(json, claim.sentence, sentence_points);
  json.piece(",\"evidence\":");
  write_span(json, claim.evidence, evidence_points);
  json.piece(",\"text\":");
  json.string_piece(claim.evidence.of(text));
  json.piece(",\"flags\":");
  write_flags(json, claim.flags);
  json.piece(",\"rule\":");
  json.string_piece(claim.rule);
  json.piece(",\"confidence\":");
  // Three places: more would only show that a float was made a double.
  json.number_piece(std::round(static_cast<double>(claim.confidence) * 1000) / 1000);
  json.piece("}");
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

#include <fmt/format.h>

#include <memory>

#include "app/claim_rows.h"
#include "app/command.h"
#include "app/filter_words.h"
#include "app/interchange.h"
#include "app/mention_words.h"
#include "app/rows.h"
#include "app/shared_options.h"
#include "ingest/ingest.h"

namespace gegenprobe::app {
namespace {

struct Words {
  std::string text, published, rules, format;
  ingest::Overrides overrides;
};

void write_json(Output& output, const ingest::Document& document, const extract::Extraction& found) {
  JsonBuffer buffer;
  JsonWriter json(buffer);
  json.StartObject();
  key(json, "lang");
  string_or_null(json, found.language);
  key(json, "mentions");
  write_mentions(json, found, document.text);
  key(json, "claims");
  write_claims(json, found, document.text);
  json.EndObject();
  output.line(text_of(buffer));
}

void print(Output& output, const ingest::Document& document, const extract::Extraction& found) {
  output.line(
      styled(output, Style::dim, fmt::format("read as {}", found.language == "de" ? "German" : "English")));
  print_wrapped(output, {document.text, mention_marks(found.mentions)}, 0);
  output.line("");
  Rows rows(output, Format::table,
            {{"kind", "Kind"},
             {"surface", "As printed", Column::Align::left, true},
             {"value", "Read as", Column::Align::left, true},
             {"rule", "Rule"}});
  for (const extract::Mention& mention : found.mentions)
    rows.add({Cell::text(std::string(word(mention.kind))),
              Cell::text(std::string(mention.span.of(document.text))), Cell::text(mention_words(mention)),
              Cell::text(std::string(mention.rule))});
  rows.end();
  if (found.mentions.empty())
    output.line("No money, percentage, quantity, date, company or speaker was found.");
  for (const extract::Claim& claim : found.claims) {
    output.line("");
    print_claim(output, claim, "claim  ", claim.evidence.of(document.text));
  }
  if (found.claims.empty() && !found.mentions.empty())
    output.line("\nNo claim: no figure is tied to a company here.");
}

Outcome run(Words& words, Output& output) {
  const auto published = day_from("explain: --published", words.published);
  if (!published) return published.error();
  words.overrides.published = *published;
  const auto rules = rules_of(words.rules);
  if (!rules) return rules.error();
  const ingest::Document document = ingest::document_of(words.text, words.overrides);
  const extract::Extraction found = extract::extract(document, **rules);
  format_of(words.format) == Format::table ? print(output, document, found)
                                           : write_json(output, document, found);
  return 0;
}

Work declare(Options& options) {
  auto words = std::make_shared<Words>();
  options.text("sentence", words->text, "SENTENCE", "the words to explain").required = true;
  options.text("--published", words->published, "DATE",
               "the day from which «gestern» and \"last year\" count");
  options.choice("--lang", words->overrides.language, {"de", "en"}, "its language; else found out");
  options.choice("--format", words->format, {"table", "json"}, "for people (table) or for programs");
  declare_rules(options, words->rules);
  return [words](Output& output) { return run(*words, output); };
}

}  // namespace

extern const Command explain_command;
const Command explain_command{
    "explain", "SENTENCE [--published DATE] [--lang de|en]",
    "what the rules find in a sentence, and which rule found it",
    R"(gegenprobe explain 'Der Umsatz von Siemens stieg um zwölf Prozent auf 5,5 Milliarden Euro.'
# While writing a rule: the same sentence with the rules of the working tree.
gegenprobe explain 'Rund 300 Stellen fallen bei Bosch weg.' --rules extract/rules)",
    declare};

}  // namespace gegenprobe::app

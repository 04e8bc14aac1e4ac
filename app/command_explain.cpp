#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "app/claim_rows.h"
#include "app/command.h"
#include "app/extraction_json.h"
#include "app/filter_words.h"
#include "app/mention_words.h"
#include "app/one_document.h"
#include "app/rows.h"
#include "app/shared_options.h"
#include "extract/text/short_text.h"
#include "extract/text/unread.h"
#include "extract/trace.h"
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

void print_mentions(Output& output, const ingest::Document& document, const extract::Extraction& found) {
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
}

std::string outcome_words(const extract::Attempt& attempt, std::string_view text) {
  switch (attempt.end) {
    case extract::Attempt::End::no_match:
      if (attempt.next.empty()) return "nothing: the sentence ends, and no rule with it";
      return fmt::format("nothing: no rule has «{}» behind it", attempt.next.of(text));
    case extract::Attempt::End::longer:
      return "a match, but a longer one has its words";
    case extract::Attempt::End::rejected:
      break;
  }
  return "a match, but its value makes no sense here";
}

std::string_view sought(extract::RuleKind kind) {
  return kind == extract::RuleKind::value     ? "a figure"
         : kind == extract::RuleKind::date    ? "a date"
         : kind == extract::RuleKind::company ? "a company"
                                              : "a speaker";
}

bool is_of(extract::RuleKind kind, extract::MentionKind mention) {
  using extract::MentionKind;
  switch (kind) {
    case extract::RuleKind::date:
      return mention == MentionKind::date;
    case extract::RuleKind::company:
      return mention == MentionKind::company;
    case extract::RuleKind::speaker:
      return mention == MentionKind::speaker;
    default:
      return mention != MentionKind::date && mention != MentionKind::company &&
             mention != MentionKind::speaker;
  }
}

// Of «bis Ende 2026», "Ende 2026" is read: that no rule begins with «bis» as well is no news.
bool is_read_behind(const extract::Attempt& attempt, const extract::Extraction& found) {
  return attempt.end == extract::Attempt::End::no_match &&
         std::ranges::any_of(found.mentions, [&](const extract::Mention& mention) {
           return is_of(attempt.kind, mention.kind) && !attempt.next.empty() &&
                  mention.span.begin <= attempt.next.begin && attempt.next.begin < mention.span.end;
         });
}

void print_attempts(Output& output, const ingest::Document& document, const extract::Extraction& found,
                    std::vector<extract::Attempt> attempts) {
  std::erase_if(attempts, [&](const extract::Attempt& attempt) { return is_read_behind(attempt, found); });
  if (attempts.empty()) return;
  output.line(styled(output, Style::bold, "\nWords that might have been more"));
  Rows rows(output, Format::table,
            {{"kind", "Looked for"},
             {"surface", "From", Column::Align::left, true},
             {"outcome", "What came of it", Column::Align::left, true},
             {"rule", "Rule", Column::Align::left, true}});
  for (const extract::Attempt& attempt : attempts)
    rows.add({Cell::text(std::string(sought(attempt.kind))),
              Cell::text(std::string(attempt.span.of(document.text))),
              Cell::text(outcome_words(attempt, document.text)),
              attempt.rule ? Cell::text(attempt.rule->name + ", " + attempt.rule->file) : Cell::none()});
  rows.end();
}

/// Figures that no claim was built on, and why there may be none.
void print_unclaimed(Output& output, const ingest::Document& document, const extract::Rules& rules,
                     const extract::Extraction& found) {
  for (const extract::Unread& figure : extract::unread_figures(document, rules, found))
    output.line(fmt::format("\nno claim on «{}»: {}", figure.span.of(document.text), in_words(figure.why)));
}

void print(Output& output, const ingest::Document& document, const extract::Rules& rules,
           const extract::Extraction& found) {
  output.line(styled(output, Style::dim, fmt::format("read as {}", language_words(found.language))));
  print_wrapped(output, {document.text, mention_marks(found.mentions), true}, 0);
  output.line("");
  print_mentions(output, document, found);
  for (const extract::Claim& claim : found.claims) {
    output.line("");
    print_claim(output, claim, "claim  ", claim.evidence.of(document.text));
  }
  print_unclaimed(output, document, rules, found);
  print_attempts(output, document, found, extract::attempts(document, rules, found));
}

Outcome run(Words& words, Output& output) {
  if (words.text.find_first_not_of(" \t\r\n") == std::string::npos)
    return Error{Error::Kind::usage, "explain: there is no word in the SENTENCE",
                 "gegenprobe explain 'Rund 300 Stellen fallen bei Bosch weg.'"};
  const auto published = day_from("explain: --published", words.published);
  if (!published) return published.error();
  words.overrides.published = *published;
  const auto rules = rules_of(words.rules);
  if (!rules) return rules.error();
  auto document = words.text == "-" ? one_document_of_file("explain", words.text, words.overrides, output)
                                    : Result(ingest::document_of(words.text, words.overrides));
  if (!document) return document.error();
  const extract::Extraction found = extract::extract_short(*document, **rules);
  if (format_of(words.format) == Format::json)
    write_json(output, *document, found);
  else
    print(output, *document, **rules, found);
  return 0;
}

Work declare(Options& options) {
  auto words = std::make_shared<Words>();
  options.text("sentence", words->text, "SENTENCE", "the words to explain; '-' is standard input").required =
      true;
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

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <set>

#include "app/check_json.h"
#include "app/claim_rows.h"
#include "app/command.h"
#include "app/extraction_json.h"
#include "app/figure.h"
#include "app/filter_words.h"
#include "app/json.h"
#include "app/mention_words.h"
#include "app/one_document.h"
#include "app/prose.h"
#include "app/rows.h"
#include "app/shared_options.h"
#include "app/verdict_words.h"
#include "extract/text/short_text.h"
#include "extract/text/unread.h"
#include "ingest/curl_http.h"
#include "ingest/fetch.h"
#include "ingest/ingest.h"
#include "store/cross_check.h"
#include "store/origin.h"
#include "store/query.h"
#include "store/timeline.h"

namespace gegenprobe::app {
namespace {

constexpr std::size_t kNearMissesShown = 3;

struct Words {
  std::string text, file, url, published, database, rules, format;
  std::vector<std::string> fail_on;
  ingest::Overrides overrides;
  bool allow_private = false;
};

/// The text to check: the one given, or the one document of the file or page.
Result<ingest::Document> document_from(const Words& words, Output& output) {
  if (words.text.empty() + words.file.empty() + words.url.empty() != 2)
    return Error{Error::Kind::usage, "check: give a text, --file or --url", "gegenprobe check --help"};
  if (words.text == "-") return one_document_of_file("check", "-", words.overrides, output);
  if (!words.text.empty() && words.text.find_first_not_of(" \t\n\r") == std::string::npos)
    return Error{Error::Kind::usage, "check: there is no word in the TEXT",
                 "gegenprobe check 'Der Umsatz von Siemens lag 2024 bei 75,9 Milliarden Euro.'"};
  // A gate that was given the name of a draft for its text would let all pass.
  std::error_code ignored;
  if (!words.text.empty() && std::filesystem::is_regular_file(words.text, ignored))
    return Error{Error::Kind::usage, "check: '" + words.text + "' is a file and no sentence",
                 "gegenprobe check --file " + words.text};
  if (!words.text.empty()) return ingest::document_of(words.text, words.overrides);
  if (!words.file.empty()) return one_document_of_file("check", words.file, words.overrides, output);
  const auto http = ingest::curl_http({.user_agent = {}, .allow_private = words.allow_private});
  return one_document("check", words.url, [&](const ingest::DocumentSink& sink) {
    return ingest::ingest_url(*http, words.url, words.overrides, sink);
  });
}

void write_member(JsonWriter& json, std::string_view name, std::string_view text) {
  key(json, name);
  string_or_null(json, text);
}

void write_evidence(JsonWriter& json, std::string_view name, const std::vector<store::Evidence>& list) {
  key(json, name);
  json.StartArray();
  for (const store::Evidence& evidence : list) {
    const store::StoredClaim& stored = evidence.claim;
    json.StartObject();
    write_member(json, "verdict", word(evidence.comparison.verdict));
    write_member(json, "part", word(evidence.comparison.part));
    write_member(json, "reason", evidence.comparison.reason);
    key(json, "ratio");
    json.Double(evidence.comparison.ratio);
    write_rate(json, evidence.comparison.rate);
    write_member(json, "text", stored.surface);
    key(json, "begin");
    json.Uint(stored.evidence_points.begin);
    key(json, "end");
    json.Uint(stored.evidence_points.end);
    write_member(json, "value", short_figure(stored.claim));
    write_member(json, "subject", stored.claim.subject);
    write_member(json, "metric", word(stored.claim.metric));
    write_member(json, "period", period_words(stored.claim.period));
    write_member(json, "modality", word(stored.claim.modality));
    write_member(json, "attribution", stored.claim.attribution);
    write_member(json, "sentence", stored.sentence);
    write_member(json, "outlet", stored.outlet);
    key(json, "published");
    day_or_null(json, stored.published);
    write_member(json, "title", stored.title);
    write_member(json, "url", stored.url);
    key(json, "claim");
    json.Int64(stored.id);
    key(json, "article");
    json.Int64(stored.article);
    key(json, "origin");
    json.Int64(stored.origin);
    json.EndObject();
  }
  json.EndArray();
}

/// What is wrong with the claim by itself.
void write_findings(JsonWriter& json, const std::vector<extract::Finding>& findings) {
  key(json, "findings");
  json.StartArray();
  for (const extract::Finding& finding : findings) {
    json.StartObject();
    write_member(json, "verdict", word(finding.kind));
    write_member(json, "reason", finding.reason);
    write_told(json, finding.told);
    json.EndObject();
  }
  json.EndArray();
}

void write_json(Output& output, const ingest::Document& document,
                const std::vector<store::CheckedClaim>& checked, const std::vector<extract::Unread>& unread) {
  extract::CodePoints points(document.text);
  JsonBuffer buffer;
  JsonWriter json(buffer);
  json.StartObject();
  key(json, "claims");
  json.StartArray();
  for (const store::CheckedClaim& each : checked) {
    const extract::Claim& claim = each.claim;
    json.StartObject();
    write_member(json, "text", claim.evidence.of(document.text));
    key(json, "begin");
    json.Uint64(points.at(claim.evidence.begin));
    key(json, "end");
    json.Uint64(points.at(claim.evidence.end));
    write_member(json, "subject", claim.subject);
    write_member(json, "metric", word(claim.metric));
    write_member(json, "value", short_figure(claim));
    write_member(json, "period", period_words(claim.period));
    key(json, "flags");
    json.StartArray();
    for (const std::string_view flag : extract::flag_words(claim.flags)) string(json, flag);
    json.EndArray();
    write_member(json, "verdict", word(each.verdict));
    write_member(json, "reason", each.reason);
    write_findings(json, each.findings);
    write_remarks(json, each.remarks);
    write_split(json, each.sides);
    write_evidence(json, "evidence", each.evidence);
    write_evidence(json, "near_misses", each.near_misses);
    json.EndObject();
  }
  json.EndArray();
  key(json, "unread");
  write_unread(json, unread, document.text);
  json.EndObject();
  output.line(text_of(buffer));
}

void print_evidence(Output& output, const store::Evidence& evidence) {
  const store::Verdict verdict = evidence.comparison.verdict;
  output.line(fmt::format("   {}  {} · {} · {}",
                          styled(output, verdict_style(verdict), quiet_verdict_words(verdict)),
                          styled(output, Style::bold, source_words(evidence.claim)),
                          short_figure(evidence.claim.claim), claim_id(evidence.claim.id)));
  print_wrapped(output, {evidence.claim.sentence, evidence_mark(evidence.claim)}, 5);
}

/// Copies of one text stand behind the first of them: they are no further witnesses.
void print_evidence_by_origin(Output& output, const std::vector<store::Evidence>& evidence) {
  std::vector<const store::StoredClaim*> claims;
  claims.reserve(evidence.size());
  for (const store::Evidence& each : evidence) claims.push_back(&each.claim);
  for (const auto& origin : store::by_origin(claims)) {
    const auto first =
        std::ranges::find(evidence, origin.front()->id, [](const auto& each) { return each.claim.id; });
    print_evidence(output, *first);
    std::vector<std::string> copies;
    for (const store::StoredClaim* copy : origin)
      if (copy->article != origin.front()->article)
        copies.push_back(
            fmt::format("{} ({}, {})", source_words(*copy), short_figure(copy->claim), claim_id(copy->id)));
    if (!copies.empty()) print_wrapped(output, {fmt::format("same origin: {}", fmt::join(copies, "; "))}, 5);
  }
}

void print_near_miss(Output& output, const store::Evidence& miss) {
  print_wrapped(
      output,
      {fmt::format("near: {}: {} ({}, {}): {}", fact_words(miss.claim.claim), short_figure(miss.claim.claim),
                   source_words(miss.claim), claim_id(miss.claim.id), miss.comparison.reason)},
      3);
}

/// Evidence against a claim that agrees with better evidence: nobody must read past it. Who is of another
/// scale stands in the reason.
std::size_t at_odds(const store::CheckedClaim& each) {
  if (each.verdict != store::Verdict::agrees && each.verdict != store::Verdict::forecast_met) return 0;
  std::set<std::int64_t> articles;
  for (const store::Evidence& other : each.evidence) {
    const store::Verdict verdict = other.comparison.verdict;
    const bool is_slip = verdict == store::Verdict::scale_suspect && !each.sides.are_split();
    if (is_slip || verdict == store::Verdict::contradicts) articles.insert(other.claim.article);
  }
  return articles.size();
}

/// What had to be assumed to read the draft's own figure: "currency inherited, period assumed". That a bare
/// dollar is the American one is told once, of all figures.
std::string assumed_words(const extract::Claim& claim) {
  constexpr auto kToldElsewhere =
      extract::kScaleSuspect | extract::kSumSuspect | extract::kConversionSuspect | extract::kCurrencyAssumed;
  return store::spaced(
      fmt::format("{}", fmt::join(extract::flag_words(claim.flags & ~kToldElsewhere), ", ")));
}

/// What came nearest is told below, with its source.
std::string reason_words(const store::CheckedClaim& each) {
  if (!each.evidence.empty() || each.near_misses.empty() || !each.findings.empty()) return each.reason;
  return each.reason.substr(0, each.reason.find("; nearest: "));
}

/// What a reader must know of the verdict before reading on.
std::string doubt_words(const store::CheckedClaim& each) {
  if (each.sides.are_split()) return ", EVIDENCE SPLIT";
  if (each.evidence.empty() || each.evidence.front().comparison.verdict != each.verdict) return "";
  const store::Evidence& first = each.evidence.front();
  const bool is_of_forecast =
      each.verdict == store::Verdict::forecast_met || each.verdict == store::Verdict::forecast_missed;
  if (is_of_forecast && store::is_forecast(first.claim.claim)) return ", RESULT UNCONFIRMED";
  return first.comparison.part == store::Part::subject ? ", FIRM ASSUMED" : "";
}

std::string head_words(const store::CheckedClaim& each) {
  if (each.evidence.empty() && each.findings.empty()) return "NO EVIDENCE";
  return verdict_words(each.verdict) + doubt_words(each);
}

void print(Output& output, const ingest::Document& document, const store::CheckedClaim& each) {
  output.line(styled(output, verdict_style(each.verdict), head_words(each)) + " · " +
              styled(output, Style::bold, fact_words(each.claim)) + " · " + figure(each.claim));
  const Span sentence = each.claim.sentence, evidence = each.claim.evidence;
  std::vector<Mark> marks;
  if (sentence.contains(evidence))
    marks.push_back({{evidence.begin - sentence.begin, evidence.end - sentence.begin}});
  print_wrapped(output, {sentence.of(document.text), marks}, 3);
  if (const std::string assumed = assumed_words(each.claim); !assumed.empty())
    print_wrapped(output, {"taken for granted: " + assumed}, 3);
  if (const std::string reason = reason_words(each); !reason.empty())
    print_wrapped(output, {"→ " + reason}, 3);
  for (const store::Remark& remark : each.remarks) print_wrapped(output, {"! " + remark.reason}, 3);
  if (const std::size_t odds = at_odds(each); odds > 0)
    print_wrapped(output,
                  {fmt::format("! {} at odds with it all the same",
                               odds == 1 ? "one article is" : fmt::format("{} articles are", odds))},
                  3);
  print_evidence_by_origin(output, each.evidence);
  if (each.evidence.empty())
    for (std::size_t i = 0; i < std::min(kNearMissesShown, each.near_misses.size()); ++i)
      print_near_miss(output, each.near_misses[i]);
  output.line("");
}

/// Once for all figures, as most of American news leave the word out.
void tell_currencies(Output& output, const ingest::Document& document,
                     const std::vector<store::CheckedClaim>& checked) {
  std::map<std::string, std::vector<std::string>> printed;  // each once, in the order of the text
  for (const store::CheckedClaim& each : checked) {
    if (!(each.claim.flags & extract::kCurrencyAssumed)) continue;
    auto& words = printed[each.claim.value.unit];
    const std::string figure(each.claim.evidence.of(document.text));
    if (std::ranges::find(words, figure) == words.end()) words.push_back(figure);
  }
  for (const auto& [currency, words] : printed) {
    constexpr std::size_t kShown = 5;
    std::string list;
    std::size_t shown = 0;
    for (const auto& each : words)
      if (shown++ < kShown) list += fmt::format("{}«{}»", list.empty() ? "" : ", ", each);
    if (words.size() > kShown) list += fmt::format(" and {} more", words.size() - kShown);
    print_wrapped(
        output,
        {fmt::format("taken for {}, though the text does not say of which country: {}", currency, list)}, 0);
  }
}

void print(Output& output, const ingest::Document& document,
           const std::vector<store::CheckedClaim>& checked) {
  for (const store::CheckedClaim& each : checked) print(output, document, each);
  tell_currencies(output, document, checked);
}

std::vector<Cell> cells(const ingest::Document& document, const store::CheckedClaim& each,
                        const store::Evidence* evidence) {
  const extract::Claim& claim = each.claim;
  std::vector<Cell> cells{Cell::text(std::string(claim.evidence.of(document.text))),
                          Cell::text(claim.subject),
                          Cell::text(std::string(word(claim.metric))),
                          Cell::text(short_figure(claim)),
                          Cell::text(period_words(claim.period)),
                          Cell::text(std::string(word(each.verdict))),
                          Cell::text(each.reason)};
  if (!evidence) return cells.resize(13), cells;
  const store::StoredClaim& stored = evidence->claim;
  for (std::string text : {std::string(word(evidence->comparison.verdict)), stored.surface, stored.outlet,
                           stored.published ? iso(*stored.published) : "", stored.sentence})
    cells.push_back(Cell::text(std::move(text)));
  cells.push_back(Cell::whole(stored.id));
  return cells;
}

/// A row for each piece of evidence; one without where a claim has none.
void print_rows(Output& output, Format format, const ingest::Document& document,
                const std::vector<store::CheckedClaim>& checked) {
  Rows rows(output, format,
            {{"text", ""},
             {"subject", ""},
             {"metric", ""},
             {"value", ""},
             {"period", ""},
             {"verdict", ""},
             {"reason", ""},
             {"evidence_verdict", ""},
             {"evidence_text", ""},
             {"evidence_outlet", ""},
             {"evidence_published", ""},
             {"evidence_sentence", ""},
             {"evidence_claim", ""}});
  for (const store::CheckedClaim& each : checked) {
    if (each.evidence.empty()) rows.add(cells(document, each, nullptr));
    for (const store::Evidence& evidence : each.evidence) rows.add(cells(document, each, &evidence));
  }
  rows.end();
}

int exit_code(const Words& words, const std::vector<store::CheckedClaim>& checked) {
  return std::ranges::any_of(checked, [&](const store::CheckedClaim& each) {
    return std::ranges::find(words.fail_on, word(each.verdict)) != words.fail_on.end();
  });
}

/// The figures that the evidence above says nothing about: no one must take them for checked.
void tell_unread(Output& output, Format format, const ingest::Document& document,
                 const std::vector<extract::Unread>& unread) {
  for (const extract::Unread& figure : unread) {
    const auto line =
        fmt::format("not checked: «{}»: {}", figure.span.of(document.text), in_words(figure.why));
    format == Format::table ? output.line(line) : output.words(line);
  }
}

/// «Billion» is a thousand times "billion": who reads the verdict must know in which language the words were
/// taken.
void tell_language(Output& output, const extract::Extraction& found) {
  if (found.language_guessed)
    output.words(
        fmt::format("read as {}, too short to be sure; --lang says it", language_words(found.language)));
}

/// A year that is counted from a day that nobody gave is a common reason for finding nothing.
const extract::Mention* uncounted(const ingest::Document& document, const extract::Extraction& found) {
  if (document.published) return nullptr;
  const auto at = std::ranges::find_if(found.mentions, [](const extract::Mention& mention) {
    const extract::DateValue* date = mention.date();
    return date && date->relative && !date->from && !date->to;
  });
  return at == found.mentions.end() ? nullptr : &*at;
}

/// So is a figure without a time: it is compared with those that appeared close to it.
bool is_left_for_its_day(const store::CheckedClaim& checked) {
  return !checked.claim.period && checked.evidence.empty() &&
         std::ranges::any_of(checked.near_misses, [](const store::Evidence& near) {
           return !near.claim.claim.period && near.comparison.part == store::Part::period;
         });
}

void tell_undated(Output& output, const ingest::Document& document, const extract::Extraction& found,
                  const std::vector<store::CheckedClaim>& checked) {
  if (const extract::Mention* date = uncounted(document, found))
    output.words(fmt::format("«{}» counts from the day of publication; give it with --published",
                             date->span.of(document.text)));
  else if (!document.published && std::ranges::any_of(checked, is_left_for_its_day))
    output.words("no day of publication: --published lets figures that give no period be compared");
}

Outcome run(Words& words, Output& output) {
  const auto published = day_from("check: --published", words.published);
  if (!published) return published.error();
  words.overrides.published = *published;
  auto document = document_from(words, output);
  if (!document) return document.error();
  auto database = open_to_read(words.database);
  if (!database) return database.error();
  const auto rules = rules_of(words.rules);
  if (!rules) return rules.error();
  const auto firms = store::known_firms(*database, document->normalised.utf8);
  if (!firms) return firms.error();
  std::vector<extract::Unread> unread;
  const extract::Extraction found = extract::extract_short(*document, **rules, *firms, &unread);
  const auto checked = store::check(*database, *document, found, today());
  if (!checked) return checked.error();
  const Format format = format_of(words.format);
  if (format == Format::json)
    write_json(output, *document, *checked, unread);
  else if (format != Format::table)
    print_rows(output, format, *document, *checked);
  else
    print(output, *document, *checked);
  if (format != Format::json) tell_unread(output, format, *document, unread);
  if (!checked->empty() || !unread.empty()) tell_language(output, found);
  if (checked->empty() && unread.empty()) output.words("no figure was found in this text");
  tell_undated(output, *document, found, *checked);
  return exit_code(words, *checked);
}

Work declare(Options& options) {
  auto words = std::make_shared<Words>();
  options.text("text", words->text, "TEXT", "the sentence or article to check; '-' is standard input");
  options.text("--file", words->file, "FILE", "or a file that holds it: text, HTML; '-' is standard input")
      .offer = Options::Offer::files;
  options.text("--url", words->url, "URL", "or the address of a page");
  options.on("--allow-private", words->allow_private, "fetch from this machine and from local networks too");
  options.text("--published", words->published, "DATE",
               "when it appeared: «gestern» and \"last year\" count from there");
  options.text("--outlet", words->overrides.outlet, "NAME",
               "where it appeared; an outlet's correction replaces what it said");
  options.choice("--lang", words->overrides.language, {"de", "en"}, "its language; else found out");
  options
      .texts("--fail-on", words->fail_on, "VERDICT",
             "exit 1 where a claim gets one of these verdicts, several with commas")
      .choices = verdict_choices(false);
  declare_format(options, words->format);
  declare_rules(options, words->rules);
  declare_database(options, words->database);
  return [words](Output& output) { return run(*words, output); };
}

}  // namespace

extern const Command check_command;
const Command check_command{"check", "TEXT | --file FILE | --url URL [--published DATE] [--fail-on VERDICT]",
                            "set a sentence or article against what is in the database",
                            R"(gegenprobe check 'Der Umsatz von Siemens lag 2024 bei 75,9 Billionen Euro.'
# Before publication, in a script: exit code 1 if a figure is off by a thousand or contradicts another outlet.
gegenprobe check --file draft.txt --published 2025-10-08 --fail-on scale_suspect --fail-on contradicts
gegenprobe check --file draft.html --format json)",
                            declare};

}  // namespace gegenprobe::app

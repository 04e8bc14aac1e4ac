#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "app/claim_rows.h"
#include "app/command.h"
#include "app/figure.h"
#include "app/filter_words.h"
#include "app/prose.h"
#include "app/rows.h"
#include "app/shared_options.h"
#include "app/text_diff.h"
#include "ingest/normalise.h"
#include "store/query.h"
#include "store/revision_table.h"

namespace gegenprobe::app {
namespace {

struct Words {
  std::string database, format, what;
  bool all = false;
};

/// A version beside the one before it.
struct Step {
  const store::StoredRevision* revision;
  TextDiff diff;
  std::vector<store::ClaimChange> changes;
  std::string old_title;  ///< where the headline changed
  bool first = false;
  bool minor() const { return !first && diff.minor && changes.empty() && old_title.empty(); }
};

std::vector<Step> steps_of(const std::vector<store::StoredRevision>& revisions) {
  std::vector<Step> steps;
  std::string before;
  for (std::size_t i = 0; i < revisions.size(); ++i) {
    Step step{.revision = &revisions[i], .diff = {}, .changes = {}, .old_title = {}, .first = i == 0};
    auto text = ingest::normalise(revisions[i].text).utf8;
    if (i > 0) {
      step.diff = text_diff(before, text);
      step.changes = store::claim_changes(revisions[i - 1].claims, revisions[i].claims);
      if (revisions[i - 1].title != revisions[i].title) step.old_title = revisions[i - 1].title;
    }
    before = std::move(text);
    steps.push_back(std::move(step));
  }
  return steps;
}

std::string_view word(store::ClaimChange::Kind kind) {
  constexpr std::string_view words[] = {"came", "went", "changed"};
  return words[static_cast<std::size_t>(kind)];
}
std::string_view word(DiffPiece::Kind kind) {
  constexpr std::string_view words[] = {"same", "removed", "added"};
  return words[static_cast<std::size_t>(kind)];
}

std::int64_t count(const Step& step, store::ClaimChange::Kind kind) {
  return std::ranges::count(step.changes, kind, &store::ClaimChange::kind);
}

// ---------------------------------------------------------------------------------------- people

/// A paragraph that was changed, with what went and what came marked in it.
struct Paragraph {
  std::string text;
  std::vector<Mark> marks;

  void add(DiffPiece::Kind kind, std::string_view words) {
    if (words.empty()) return;
    if (!text.empty()) text += ' ';
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += words;
    const Span span{begin, static_cast<std::uint32_t>(text.size())};
    if (kind == DiffPiece::Kind::removed) marks.push_back({span, Style::red, "out"});
    if (kind == DiffPiece::Kind::added) marks.push_back({span, Style::green, "in"});
  }
};

void print_changed(Output& output, const TextDiff& diff) {
  Paragraph paragraph;
  bool left_out = false;
  const auto end_paragraph = [&] {
    if (!paragraph.marks.empty()) {
      if (left_out) output.line(styled(output, Style::dim, "   …"));
      print_wrapped(output, {paragraph.text, paragraph.marks}, 3);
      left_out = false;
    } else {
      left_out |= !paragraph.text.empty();
    }
    paragraph = {};
  };
  for (const auto& [kind, text] : diff.pieces)
    for (std::string_view rest = text; !rest.empty();) {
      const auto end = std::min(rest.find('\n'), rest.size());
      paragraph.add(kind, rest.substr(0, end));
      if (end < rest.size()) end_paragraph();
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  end_paragraph();
  if (left_out) output.line(styled(output, Style::dim, "   …"));
}

std::string stated(const store::StoredClaim& stored) {
  std::string text = figure(stored.claim);
  if (stored.claim.modality != extract::Modality::asserted)
    text += fmt::format(", {}", word(stored.claim.modality));
  if (!stored.claim.attribution.empty()) text += ", says " + stored.claim.attribution;
  return text;
}

void print(Output& output, const store::ClaimChange& change) {
  const auto& shown = change.after != nullptr ? *change.after : *change.before;
  std::string text =
      fmt::format("   {:<8} {:<5} {} · ", word(change.kind), claim_id(shown.id), fact_words(shown.claim));
  if (change.kind == store::ClaimChange::Kind::changed) text += stated(*change.before) + " → ";
  output.line(text + stated(shown));
}

std::string sums(const Step& step) {
  if (step.first)
    return fmt::format("first read · {} claim{}", step.revision->claims.size(),
                       step.revision->claims.size() == 1 ? "" : "s");
  if (step.minor())
    return step.diff.removed + step.diff.added == 0
               ? "no claim changed; paragraphs were moved or broken otherwise"
               : "no claim changed; only short paragraphs without a figure came, went or moved (--all shows "
                 "them)";
  std::string text = fmt::format("{} word{} out, {} in", step.diff.removed, step.diff.removed == 1 ? "" : "s",
                                 step.diff.added);
  if (step.changes.empty()) return text + " · no claim changed";
  for (const auto kind :
       {store::ClaimChange::Kind::changed, store::ClaimChange::Kind::came, store::ClaimChange::Kind::went})
    if (const auto number = count(step, kind); number > 0)
      text += fmt::format(" · {} claim{} {}", number, number == 1 ? "" : "s", word(kind));
  return text;
}

void print(Output& output, const Step& step, bool all) {
  output.line(styled(output, Style::bold, fmt::format("version {}", step.revision->number)) +
              fmt::format("  {}  {}", step.revision->fetched_at, sums(step)));
  if (step.first || (step.minor() && !all)) return;
  if (!step.old_title.empty())
    output.line(fmt::format("   headline: {} → {}", step.old_title, step.revision->title));
  print_changed(output, step.diff);
  for (const auto& change : step.changes) print(output, change);
  output.line("");
}

// ---------------------------------------------------------------------------------------- programs

void write(JsonWriter& json, const char* name, const store::StoredClaim* stored) {
  key(json, name);
  if (stored == nullptr) {
    json.Null();
    return;
  }
  json.StartObject();
  key(json, "id");
  json.Int64(stored->id);
  for (const auto& [member, value] : {std::pair<const char*, std::string>{"fact", fact_words(stored->claim)},
                                      {"value", figure(stored->claim)},
                                      {"surface", stored->surface},
                                      {"modality", std::string(word(stored->claim.modality))},
                                      {"attribution", stored->claim.attribution},
                                      {"sentence", stored->sentence}}) {
    key(json, member);
    string_or_null(json, value);
  }
  json.EndObject();
}

void write(JsonWriter& json, const Step& step) {
  json.StartObject();
  key(json, "version");
  json.Int(step.revision->number);
  key(json, "fetched_at");
  string(json, step.revision->fetched_at);
  key(json, "title");
  string_or_null(json, step.revision->title);
  key(json, "claims");
  json.Uint64(step.revision->claims.size());
  key(json, "minor");
  json.Bool(step.minor());
  key(json, "words_removed");
  json.Uint64(step.diff.removed);
  key(json, "words_added");
  json.Uint64(step.diff.added);
  key(json, "changes");
  json.StartArray();
  for (const auto& change : step.changes) {
    json.StartObject();
    key(json, "change");
    string(json, word(change.kind));
    write(json, "before", change.before);
    write(json, "after", change.after);
    json.EndObject();
  }
  json.EndArray();
  key(json, "diff");
  json.StartArray();
  for (const auto& piece : step.diff.pieces) {
    json.StartObject();
    key(json, "op");
    string(json, word(piece.kind));
    key(json, "text");
    string(json, piece.text);
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
}

void write_json(Output& output, const std::vector<Step>& steps, std::int64_t article, bool lines) {
  JsonBuffer buffer;
  if (!lines) {
    JsonWriter json(buffer);
    json.StartObject();
    key(json, "article");
    json.Int64(article);
    key(json, "versions");
    json.StartArray();
    for (const auto& step : steps) write(json, step);
    json.EndArray();
    json.EndObject();
    return output.line(text_of(buffer));
  }
  for (const auto& step : steps) {
    buffer.Clear();
    JsonWriter json(buffer);
    write(json, step);
    output.line(text_of(buffer));
  }
}

void write_csv(Output& output, const std::vector<Step>& steps) {
  Rows rows(output, Format::csv,
            {{"version", ""},
             {"fetched_at", ""},
             {"minor", ""},
             {"words_removed", ""},
             {"words_added", ""},
             {"claims_came", ""},
             {"claims_went", ""},
             {"claims_changed", ""}});
  using Kind = store::ClaimChange::Kind;
  for (const auto& step : steps)
    rows.add({Cell::whole(step.revision->number), Cell::text(step.revision->fetched_at), Cell{step.minor()},
              Cell::whole(static_cast<std::int64_t>(step.diff.removed)),
              Cell::whole(static_cast<std::int64_t>(step.diff.added)), Cell::whole(count(step, Kind::came)),
              Cell::whole(count(step, Kind::went)), Cell::whole(count(step, Kind::changed))});
  rows.end();
}

// ---------------------------------------------------------------------------------------- command

Outcome run(const Words& words, Output& output) {
  auto database = open_to_read(words.database);
  if (!database) return database.error();
  const auto id = article_id_in(words.what);
  const auto article = id ? store::find_article(*database, *id) : store::find_article(*database, words.what);
  if (!article) return article.error();
  if (!*article)
    return Error{Error::Kind::input,
                 fmt::format("history: there is no article {} in the database", words.what),
                 "gegenprobe articles, for the ids there are"};
  const store::ArticleRow& row = (*article)->row;
  const auto revisions = store::find_revisions(*database, row.id);
  if (!revisions) return revisions.error();
  const auto steps = steps_of(*revisions);
  const Format format = format_of(words.format);
  if (format == Format::csv) return write_csv(output, steps), 0;
  if (format != Format::table) return write_json(output, steps, row.id, format == Format::jsonl), 0;
  output.line(fmt::format("{}  {}", article_id(row.id),
                          styled(output, Style::bold, row.title.empty() ? "(no headline)" : row.title)));
  for (const auto& step : steps) print(output, step, words.all);
  return 0;
}

Work declare(Options& options) {
  auto words = std::make_shared<Words>();
  options.text("article", words->what, "ARTICLE", "an id as the lists show it (a7), or the article's URL")
      .required = true;
  options.on("--all", words->all, "also what is different in versions of no weight");
  declare_format(options, words->format);
  declare_database(options, words->database);
  return [words](Output& output) { return run(*words, output); };
}

}  // namespace

extern const Command history_command;
const Command history_command{"history", "ARTICLE",
                              "how an article's text and claims changed after it was first read",
                              R"(gegenprobe history a7
# The text's changes word by word, and each claim that came, went or changed.
gegenprobe history https://www.example.org/wirtschaft/zahlen.html --format json)",
                              declare};

}  // namespace gegenprobe::app

#include <fmt/format.h>

#include <charconv>
#include <memory>

#include "app/command.h"
#include "app/filter_words.h"
#include "app/rows.h"
#include "app/shared_options.h"
#include "store/company_decision.h"
#include "store/company_lists.h"
#include "store/query.h"

namespace gegenprobe::app {
namespace {

struct Words {
  std::string database, format, note, by;
  std::vector<std::string> what;
  std::optional<unsigned> limit;
  bool all = false;
};

const std::vector<Column> kColumns{{"name", "Company", Column::Align::left, true},
                                   {"claims", "Claims", Column::Align::right},
                                   {"mentions", "Mentions", Column::Align::right},
                                   {"articles", "Articles", Column::Align::right},
                                   {"ticker", "Ticker"},
                                   {"wikidata", "Wikidata"},
                                   {"lei", "LEI"},
                                   {"entity", "Key", Column::Align::left, true}};

std::vector<Cell> cells(const store::CompanyRow& row) {
  const auto count = [](std::size_t number) { return Cell::whole(static_cast<std::int64_t>(number)); };
  return {Cell::text(row.name),   count(row.claims),        count(row.mentions), count(row.articles),
          Cell::text(row.ticker), Cell::text(row.wikidata), Cell::text(row.lei), Cell::text(row.entity)};
}

Outcome list(const Words& words, Output& output) {
  if (words.what.size() > 1)
    return Error{Error::Kind::usage, fmt::format("companies: '{}' is one word too many", words.what[1]),
                 "a name of several words stands in quotes: gegenprobe companies 'Deutsche Bank'"};
  auto database = open_to_read(words.database);
  if (!database) return database.error();
  const std::string name = words.what.empty() ? "" : words.what.front();
  const std::size_t limit = words.limit.value_or(100);
  const auto companies = limit == 0 ? store::find_companies(*database, {.name = name, .limit = 0})
                                    : store::list_companies(*database, name, limit, 0);
  if (!companies) return companies.error();
  Rows rows(output, format_of(words.format), kColumns);
  for (const store::CompanyRow& row : *companies) rows.add(cells(row));
  rows.end();
  if (companies->empty()) output.words("no company fits" + did_you_mean(*database, name));
  return 0;
}

// ---- decisions -----------------------------------------------------------------------------------------

std::string decision_id(std::int64_t id) { return fmt::format("d{}", id); }

std::string in_words(const store::Decision& decision) {
  switch (decision.kind) {
    case store::DecisionKind::merge:
      return fmt::format("{} is {}", decision.other, decision.company);
    case store::DecisionKind::split:
      return fmt::format("'{}' is not {}, but a company of its own", decision.other, decision.company);
    case store::DecisionKind::alias:
      return fmt::format("who is called '{}' is {}", decision.other, decision.company);
    case store::DecisionKind::distinct:
      break;
  }
  return fmt::format("{} and {} are two companies", decision.company, decision.other);
}

void tell(const store::Decided& decided, bool undone, Output& output) {
  const auto counted = [](std::size_t number, const char* what) {
    return fmt::format("{} {}{}", number, what, number == 1 ? "" : "s");
  };
  output.line(fmt::format("{}  {}{}", decision_id(decided.decision.id), undone ? "undone: " : "",
                          in_words(decided.decision)));
  output.line(
      fmt::format("    {} and {} in {} changed{}", counted(decided.claims, "claim"),
                  counted(decided.mentions, "mention"), counted(decided.articles, "article"),
                  undone ? "" : "; back: gegenprobe companies undo " + decision_id(decided.decision.id)));
}

Error wants(const std::string& action, const char* example) {
  return {Error::Kind::usage, fmt::format("companies {}: two names are wanted", action), example};
}

Outcome decide(const Words& words, store::DecisionKind kind, const char* example, Output& output) {
  if (words.what.size() != 3) return wants(words.what.front(), example);
  auto database = open_to_change(words.database);
  if (!database) return database.error();
  const auto decided = store::decide(*database,
                                     {.kind = kind,
                                      .company = words.what[1],
                                      .other = words.what[2],
                                      .note = words.note,
                                      .decided_by = words.by.empty() ? user_name() : words.by},
                                     now());
  if (!decided) return decided.error();
  return tell(*decided, false, output), 0;
}

Outcome undo(const Words& words, Output& output) {
  const std::string word = words.what.size() == 2 ? words.what[1] : "";
  std::int64_t id = 0;
  const std::string_view digits = word.starts_with('d') ? std::string_view(word).substr(1) : word;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size())
    return Error{Error::Kind::usage, "companies undo: the id of one decision is wanted",
                 "gegenprobe companies undo d3; gegenprobe companies list-decisions"};
  auto database = open_to_change(words.database);
  if (!database) return database.error();
  const auto decided = store::undo_decision(*database, id, words.by.empty() ? user_name() : words.by, now());
  if (!decided) return decided.error();
  return tell(*decided, true, output), 0;
}

Outcome list_decisions(const Words& words, Output& output) {
  auto database = open_to_read(words.database);
  if (!database) return database.error();
  const auto decisions = store::find_decisions(*database, words.all);
  if (!decisions) return decisions.error();
  Rows rows(output, format_of(words.format),
            {{"id", "Decision"},
             {"kind", ""},
             {"words", "What", Column::Align::left, true},
             {"company", ""},
             {"company_entity", ""},
             {"other", ""},
             {"other_entity", ""},
             {"decided_by", "By"},
             {"decided_at", "When", Column::Align::left, false, 1},
             {"undone_by", "Undone by"},
             {"undone_at", ""},
             {"note", "Note", Column::Align::left, true}});
  for (const store::Decision& each : *decisions) {
    Cell id = Cell::whole(each.id);
    id.shown = decision_id(each.id);
    rows.add({id, Cell::text(std::string(word(each.kind))), Cell::text(in_words(each)),
              Cell::text(each.company), Cell::text(each.company_entity), Cell::text(each.other),
              Cell::text(each.other_entity), Cell::text(each.decided_by), Cell::text(each.decided_at),
              Cell::text(each.undone_by), Cell::text(each.undone_at), Cell::text(each.note)});
  }
  rows.end();
  if (decisions->empty()) output.words("no decision stands");
  return 0;
}

Outcome propose(const Words& words, Output& output) {
  auto database = open_to_read(words.database);
  if (!database) return database.error();
  const auto pairs = store::propose_companies(*database, words.limit.value_or(100));
  if (!pairs) return pairs.error();
  const auto right = Column::Align::right;
  Rows rows(output, format_of(words.format),
            {{"a", "Company", Column::Align::left, true},
             {"a_claims", "Claims", right},
             {"a_entity", ""},
             {"b", "Perhaps the same", Column::Align::left, true},
             {"b_claims", "Claims", right},
             {"b_entity", ""},
             {"reason", "Why"},
             {"likelihood", ""}});
  for (const store::CompanyPair& pair : *pairs)
    rows.add({Cell::text(pair.a.name),
              Cell::whole(static_cast<std::int64_t>(pair.a.claims)),
              Cell::text(pair.a.entity),
              Cell::text(pair.b.name),
              Cell::whole(static_cast<std::int64_t>(pair.b.claims)),
              Cell::text(pair.b.entity),
              Cell::text(pair.reason),
              {pair.likelihood}});
  rows.end();
  output.words(pairs->empty()
                   ? "no pair to decide on"
                   : "same: gegenprobe companies merge A B; not the same: gegenprobe companies split A B");
  return 0;
}

Outcome run(const Words& words, Output& output) {
  const std::string action = words.what.empty() ? "" : words.what.front();
  using store::DecisionKind;
  if (action == "merge")
    return decide(words, DecisionKind::merge,
                  "gegenprobe companies merge Siemens 'Siemens Aktiengesellschaft'", output);
  if (action == "split")
    return decide(words, DecisionKind::split, "gegenprobe companies split Delta 'Delta Electronics'", output);
  if (action == "alias")
    return decide(words, DecisionKind::alias, "gegenprobe companies alias Volkswagen 'Die Wolfsburger'",
                  output);
  if (action == "undo") return undo(words, output);
  if (action == "list-decisions") return list_decisions(words, output);
  if (action == "propose") return propose(words, output);
  return list(words, output);
}

Work declare(Options& options) {
  auto words = std::make_shared<Words>();
  options.texts(
      "what", words->what,
      "NAME | merge KEEP OTHER | split COMPANY NAME | alias COMPANY NAME | undo ID | list-decisions | "
      "propose",
      "list those with a word that begins like NAME, or decide about names: merge, split, alias, undo, "
      "list-decisions, propose");
  options.text("--note", words->note, "TEXT", "why it was decided so");
  options.text("--by", words->by, "NAME", "who decides; else $GEGENPROBE_USER, else the user's name");
  options.on("--all", words->all, "of list-decisions: also those that were undone");
  options.count("-n,--limit", words->limit, "N", "how many at most (100); 0: all");
  declare_format(options, words->format);
  declare_database(options, words->database);
  return [words](Output& output) { return run(*words, output); };
}

}  // namespace

extern const Command companies_command;
const Command companies_command{
    "companies", "[NAME] | merge KEEP OTHER | split COMPANY NAME | alias COMPANY NAME | undo ID | …",
    "list the companies that the articles name; decide who is who",
    R"(gegenprobe companies deutsche
# Pairs that may be one company, and what a person says to them; old and new claims follow.
gegenprobe companies propose
gegenprobe companies merge 'Leonhart' 'Leonhart Maschinenbau' --note 'same register number'
gegenprobe companies split 'Delta' 'Delta Electronics'
gegenprobe companies alias 'Volkswagen' 'VW-Konzern'
gegenprobe companies list-decisions
gegenprobe companies undo d3)",
    declare};

}  // namespace gegenprobe::app

#include "store/company_decision.h"

#include <fmt/format.h>

#include "extract/text/words.h"
#include "store/apply_decisions.h"
#include "store/company_table.h"
#include "store/connection.h"
#include "store/fold.h"
#include "store/guarded.h"
#include "store/recompare.h"

namespace gegenprobe::store {
namespace {

constexpr extract::Words<DecisionKind, 4> kKinds{"merge", "split", "alias", "distinct"};

Error usage(std::string what, std::string hint) {
  return {Error::Kind::usage, std::move(what), std::move(hint)};
}

struct Named {
  std::int64_t id;
  std::string entity, name;
};

Result<Named> named(Connection& connection, const std::string& words) {
  const auto id = company_meant(connection, words);
  if (!id)
    return Error{Error::Kind::input, fmt::format("no company, or more than one, is called '{}'", words),
                 fmt::format("gegenprobe companies '{}', and give the key of the one that is meant", words)};
  auto row = connection.query("SELECT entity, name FROM company WHERE id = ?1");
  row.bind(*id).step();
  return Named{*id, row.text(0), row.text(1)};
}

bool is_called(Connection& connection, std::int64_t company, const std::string& name) {
  auto row = connection.query("SELECT 1 FROM company_name WHERE company_id = ?1 AND folded = ?2");
  return row.bind(company, name_key(name)).step();
}

// Whoever is called so becomes a company of its own, unless there is one by that name.
Result<Decision> split_off(Connection& connection, Decision decision, const Named& company) {
  const auto& name = decision.other;
  const auto other = company_meant(connection, name);
  if (other && *other != company.id) {
    decision.kind = DecisionKind::distinct;
    decision.other_entity = named(connection, name)->entity;
    return decision;
  }
  if (!is_called(connection, company.id, name))
    return usage(fmt::format("{} was never called '{}'", company.name, name),
                 fmt::format("gegenprobe companies '{}' lists companies by their names", name));
  if (name_key(name) == name_key(company.name))
    return usage(fmt::format("'{}' is the name of {} itself", name, company.name),
                 "split off the other names that it was met under");
  decision.other_entity = company_key("", name);
  company_row(connection, decision.other_entity, name);
  return decision;
}

Result<Decision> resolved(Connection& connection, const DecisionWords& words) {
  if (words.decided_by.empty()) return usage("a decision needs the name of who makes it", "--by NAME");
  const auto company = named(connection, words.company);
  if (!company) return company.error();
  Decision decision{.kind = words.kind,
                    .company = company->name,
                    .company_entity = company->entity,
                    .other = words.other,
                    .note = words.note,
                    .decided_by = words.decided_by};
  if (name_key(words.other).empty()) return usage(fmt::format("'{}' is no name", words.other), "");
  if (words.kind == DecisionKind::split) return split_off(connection, std::move(decision), *company);
  if (words.kind == DecisionKind::alias) {
    if (is_called(connection, company->id, words.other) &&
        company_meant(connection, words.other) == company->id)
      return usage(fmt::format("{} is called '{}' already", company->name, words.other), "");
    return decision;
  }
  const auto other = named(connection, words.other);
  if (!other) return other.error();
  if (other->id == company->id)
    return usage(fmt::format("'{}' and '{}' are one company already", words.company, words.other), "");
  decision.other = other->name;
  decision.other_entity = other->entity;
  return decision;
}

std::int64_t write(Connection& connection, const Decision& decision) {
  connection
      .query(
          "INSERT INTO company_decision (kind, company_entity, company_name, other_entity, other_name,"
          " other_folded, note, decided_by, decided_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
      .bind(word(decision.kind), decision.company_entity, decision.company, decision.other_entity,
            decision.other, name_key(decision.other), decision.note, decision.decided_by, decision.decided_at)
      .run();
  return connection.database.getLastInsertRowid();
}

constexpr std::string_view kSelect =
    "SELECT id, kind, company_name, company_entity, other_name, other_entity, note, decided_by, decided_at,"
    " undone_by, undone_at FROM company_decision ";

Decision read(const Query& row) {
  return {.id = row.integer(0),
          .kind = kKinds.find(row.text(1)).value_or(DecisionKind::distinct),
          .company = row.text(2),
          .company_entity = row.text(3),
          .other = row.text(4),
          .other_entity = row.text(5),
          .note = row.text(6),
          .decided_by = row.text(7),
          .decided_at = row.text(8),
          .undone_by = row.text(9),
          .undone_at = row.text(10)};
}

bool is_live(Connection& connection, std::int64_t revision) {
  auto row = connection.query("SELECT live FROM revision WHERE id = ?1");
  return row.bind(revision).step() && row.integer(0) != 0;
}

// What stands now, done to the revisions that a decision touches.
Decided apply(Connection& connection, Decision decision, const std::set<std::int64_t>& revisions) {
  const auto standing = standing_decisions(connection);
  Decided decided{.decision = std::move(decision)};
  std::set<std::int64_t> changed;
  for (const auto revision : revisions) {
    const auto applied = apply_decisions(connection, revision, standing);
    decided.mentions += applied.mentions;
    decided.claims += applied.claims;
    if (applied.mentions + applied.claims > 0) ++decided.articles;
    if (applied.claims > 0 && is_live(connection, revision)) changed.insert(revision);
  }
  compare_again(connection, changed);
  return decided;
}

}  // namespace

std::string_view word(DecisionKind kind) { return kKinds.of(kind); }

std::vector<Decision> standing_decisions(Connection& connection) {
  auto row = connection.query(std::string(kSelect) + "WHERE undone_at IS NULL ORDER BY id");
  std::vector<Decision> decisions;
  while (row.step()) decisions.push_back(read(row));
  return decisions;
}

Result<Decided> decide(Database& database, const DecisionWords& words, Time now) {
  return guarded(database, "keep the decision", [&]() -> Result<Decided> {
    auto& connection = database.connection();
    SQLite::Transaction transaction(connection.database, SQLite::TransactionBehavior::IMMEDIATE);
    auto decision = resolved(connection, words);
    if (!decision) return decision.error();
    decision->decided_at = utc(now);
    decision->id = write(connection, *decision);
    const auto revisions = decision->kind == DecisionKind::distinct ? std::set<std::int64_t>()
                                                                    : revisions_of(connection, *decision);
    if (decision->kind != DecisionKind::distinct) move_names(connection, *decision);
    auto decided = apply(connection, std::move(*decision), revisions);
    transaction.commit();
    return decided;
  });
}

Result<Decided> undo_decision(Database& database, std::int64_t decision, const std::string& by, Time now) {
  return guarded(database, "undo the decision", [&]() -> Result<Decided> {
    auto& connection = database.connection();
    SQLite::Transaction transaction(connection.database, SQLite::TransactionBehavior::IMMEDIATE);
    std::optional<Decision> found;
    if (auto row = connection.query(std::string(kSelect) + "WHERE id = ?1 AND undone_at IS NULL");
        row.bind(decision).step())
      found = read(row);
    if (!found)
      return usage(fmt::format("there is no decision d{} to undo", decision),
                   "gegenprobe companies list-decisions");
    const auto revisions = revisions_of(connection, *found);
    connection.query("UPDATE company_decision SET undone_by = ?2, undone_at = ?3 WHERE id = ?1")
        .bind(decision, by, utc(now))
        .run();
    found->undone_by = by, found->undone_at = utc(now);
    move_names_back(connection, *found);
    auto decided = apply(connection, std::move(*found), revisions);
    transaction.commit();
    return decided;
  });
}

Result<std::vector<Decision>> find_decisions(Database& database, bool undone_too) {
  return guarded(database, "look for decisions", [&] {
    auto row =
        database.connection().query(std::string(kSelect) + "WHERE undone_at IS NULL OR ?1 ORDER BY id DESC");
    row.bind(undone_too);
    std::vector<Decision> decisions;
    while (row.step()) decisions.push_back(read(row));
    return decisions;
  });
}

Result<std::vector<extract::KnownFirm>> decided_names(Database& database) {
  return guarded(database, "read the names that people gave", [&] {
    auto row = database.connection().query(
        "SELECT other_name, company_entity FROM company_decision WHERE kind = 'alias' AND undone_at IS NULL");
    std::vector<extract::KnownFirm> firms;
    while (row.step()) firms.push_back({row.text(0), row.text(1)});
    return firms;
  });
}

}  // namespace gegenprobe::store

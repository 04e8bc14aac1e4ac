// Decisions are applied to what the extractor said, all of them in their order, and never to each other's
// results alone: so that any of them can be undone at any time.
#include "store/apply_decisions.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "store/company_table.h"
#include "store/fold.h"

namespace gegenprobe::store {
namespace {

using Company = std::optional<std::int64_t>;

struct MentionRow {
  std::int64_t id, begin;
  Company company, read;
  std::string name;  // folded; empty for a pronoun or «das Unternehmen»
};
struct ClaimRow {
  std::int64_t id, sentence_begin, sentence_end;
  Company subject, counterparty, read_subject, read_counterparty;
};

Company id_at(const Query& row, int column) {
  return row.is_null(column) ? Company() : Company(row.integer(column));
}

std::int64_t id_of(Connection& connection, std::string_view entity) {
  auto row = connection.query("SELECT id FROM company WHERE entity = ?1");
  return row.bind(entity).step() ? row.integer(0) : 0;
}

std::set<std::int64_t> ids_called(Connection& connection, std::string_view folded) {
  std::set<std::int64_t> ids;
  auto row = connection.query("SELECT id FROM company WHERE folded = ?1");
  row.bind(folded);
  while (row.step()) ids.insert(row.integer(0));
  return ids;
}

// The companies that a merge or alias makes another one.
std::set<std::int64_t> replaced_by(Connection& connection, const Decision& decision) {
  std::set<std::int64_t> ids;
  if (decision.kind == DecisionKind::merge) ids = {id_of(connection, decision.other_entity)};
  if (decision.kind == DecisionKind::alias) ids = ids_called(connection, name_key(decision.other));
  ids.erase(0);
  ids.erase(id_of(connection, decision.company_entity));
  return ids;
}

bool is_name(std::string_view basis) {
  return basis == "gazetteer" || basis == "legal_form" || basis == "context" || basis == "known";
}

/// One revision's rows, changed in memory and written where they changed.
class Revision {
 public:
  Revision(Connection& connection, std::int64_t id) : connection_(connection), id_(id) {
    read_mentions();
    read_claims();
  }

  void apply(const Decision& decision) {
    const auto to = id_of(
        connection_, decision.kind == DecisionKind::split ? decision.other_entity : decision.company_entity);
    if (to == 0) return;
    if (decision.kind == DecisionKind::split)
      split(id_of(connection_, decision.company_entity), to, name_key(decision.other));
    else
      replace(replaced_by(connection_, decision), to);
  }

  Applied write() {
    Applied applied;
    for (const auto& [row, now] : mentions_)
      if (row.company != now) write_mention(row, now), ++applied.mentions;
    for (const auto& [row, now] : claims_)
      if (row.subject != now.first || row.counterparty != now.second)
        write_claim(row, now.first, now.second), ++applied.claims;
    return applied;
  }

 private:
  void read_mentions() {
    auto row = connection_.query(
        "SELECT mention.id, span_begin, mention.company_id, coalesce(read.company_id, mention.company_id),"
        " name_basis, surface FROM mention LEFT JOIN mention_company_reading AS read ON read.mention_id = "
        "mention.id"
        " WHERE mention.revision_id = ?1 AND mention.company_id IS NOT NULL");
    row.bind(id_);
    while (row.step()) {
      MentionRow mention{row.integer(0), row.integer(1), id_at(row, 2), id_at(row, 3),
                         is_name(row.text(4)) ? name_key(row.text(5)) : ""};
      const auto read = mention.read;
      mentions_.emplace_back(std::move(mention), read);
    }
  }

  // A subject that a person corrected is theirs.
  void read_claims() {
    auto row = connection_.query(
        "SELECT claim.id, sentence.span_begin, sentence.span_end, claim.subject_id, claim.counterparty_id,"
        " read.claim_id, read.subject_id, read.counterparty_id FROM claim JOIN sentence ON sentence.id = "
        "claim.sentence_id"
        " LEFT JOIN claim_company_reading AS read ON read.claim_id = claim.id WHERE claim.revision_id = ?1"
        " AND claim.id NOT IN (SELECT claim_id FROM claim_review JOIN review ON review.id = review_id"
        "  WHERE corrected_fields LIKE '%subject%')");
    row.bind(id_);
    while (row.step()) {
      const bool changed = !row.is_null(5);
      const ClaimRow claim{row.integer(0),
                           row.integer(1),
                           row.integer(2),
                           id_at(row, 3),
                           id_at(row, 4),
                           changed ? id_at(row, 6) : id_at(row, 3),
                           changed ? id_at(row, 7) : id_at(row, 4)};
      claims_.emplace_back(claim, std::pair(claim.read_subject, claim.read_counterparty));
    }
  }

  void replace(const std::set<std::int64_t>& from, std::int64_t to) {
    const auto moved = [&](Company& company) {
      if (company && from.contains(*company)) company = to;
    };
    for (auto& [row, now] : mentions_) moved(now);
    for (auto& [row, now] : claims_) moved(now.first), moved(now.second);
  }

  // A claim does not say by which name its company stood: the names in its sentence do, or those of the whole
  // text where it uses no other name.
  void split(std::int64_t from, std::int64_t to, const std::string& name) {
    std::map<bool, std::vector<std::int64_t>> begins;  // by whether the mention bears that name
    for (const auto& [row, now] : mentions_)
      if (now == from && !row.name.empty()) begins[row.name == name].push_back(row.begin);
    if (begins[true].empty()) return;
    const auto stands_in = [](const std::vector<std::int64_t>& all, const ClaimRow& claim) {
      return std::ranges::any_of(
          all, [&](auto begin) { return claim.sentence_begin <= begin && begin < claim.sentence_end; });
    };
    const bool is_only_name = begins[false].empty();
    for (auto& [row, now] : claims_) {
      const bool moves = is_only_name || (stands_in(begins[true], row) && !stands_in(begins[false], row));
      if (moves && now.first == from) now.first = to;
      if (moves && now.second == from) now.second = to;
    }
    for (auto& [row, now] : mentions_)
      if (now == from && (row.name == name || (is_only_name && row.name.empty()))) now = to;
  }

  void write_mention(const MentionRow& row, Company now) {
    if (now == row.read)
      connection_.query("DELETE FROM mention_company_reading WHERE mention_id = ?1").bind(row.id).run();
    else
      connection_
          .query("INSERT OR IGNORE INTO mention_company_reading (mention_id, company_id) VALUES (?1, ?2)")
          .bind(row.id, row.read)
          .run();
    connection_.query("UPDATE mention SET company_id = ?2 WHERE id = ?1").bind(row.id, now).run();
  }

  void write_claim(const ClaimRow& row, Company subject, Company counterparty) {
    if (subject == row.read_subject && counterparty == row.read_counterparty)
      connection_.query("DELETE FROM claim_company_reading WHERE claim_id = ?1").bind(row.id).run();
    else
      connection_
          .query(
              "INSERT OR IGNORE INTO claim_company_reading (claim_id, subject_id, counterparty_id) VALUES "
              "(?1, "
              "?2, ?3)")
          .bind(row.id, row.read_subject, row.read_counterparty)
          .run();
    connection_.query("UPDATE claim SET subject_id = ?2, counterparty_id = ?3 WHERE id = ?1")
        .bind(row.id, subject, counterparty)
        .run();
  }

  Connection& connection_;
  std::int64_t id_;
  std::vector<std::pair<MentionRow, Company>> mentions_;
  std::vector<std::pair<ClaimRow, std::pair<Company, Company>>> claims_;
};

void move_name(Connection& connection, const Decision& decision, std::string_view folded,
               std::string_view name, Company from, std::int64_t to) {
  connection
      .query(
          "INSERT OR IGNORE INTO company_decision_name (decision_id, folded, name, from_id, to_id)"
          " VALUES (?1, ?2, ?3, ?4, ?5)")
      .bind(decision.id, folded, name, from, to)
      .run();
  if (from)
    connection.query("DELETE FROM company_name WHERE folded = ?1 AND company_id = ?2")
        .bind(folded, *from)
        .run();
  add_company_name(connection, to, std::string(name));
}

using Name = std::pair<std::string, std::string>;  // folded, as printed

std::vector<Name> names_of(Connection& connection, std::int64_t company) {
  std::vector<Name> names;
  auto row = connection.query("SELECT folded, name FROM company_name WHERE company_id = ?1");
  row.bind(company);
  while (row.step()) names.emplace_back(row.text(0), row.text(1));
  return names;
}

// All that other decisions join with it, since rows may have gone on from one company to the next.
std::set<std::int64_t> connected(Connection& connection, const Decision& decision) {
  std::set<std::int64_t> all;
  const auto add = [&](const Decision& each) {
    all.merge(replaced_by(connection, each));
    all.insert(id_of(connection, each.company_entity));
    if (!each.other_entity.empty()) all.insert(id_of(connection, each.other_entity));
  };
  add(decision);
  const auto decisions = standing_decisions(connection);
  for (std::size_t before = 0; before != all.size();) {
    before = all.size();
    for (const auto& each : decisions)
      if (all.contains(id_of(connection, each.company_entity)) ||
          all.contains(id_of(connection, each.other_entity)))
        add(each);
  }
  all.erase(0);
  return all;
}

void decide_name(const std::vector<Decision>& decisions, std::string& name, std::string& entity) {
  if (name.empty()) return;
  for (const auto& decision : decisions) {
    const bool is_merged =
        decision.kind == DecisionKind::merge && company_key(entity, name) == decision.other_entity;
    const bool is_alias = decision.kind == DecisionKind::alias && name_key(name) == name_key(decision.other);
    if (is_merged || is_alias) name = decision.company, entity = decision.company_entity;
  }
}

// Most articles name no company that was decided on: what is looked up for each decision is saved then.
bool is_touched(Connection& connection, std::int64_t revision, const std::vector<Decision>& decisions) {
  if (decisions.empty()) return false;
  std::set<std::string> keys, names;
  const auto add = [&](const char* sql) {
    auto row = connection.query(sql);
    row.bind(revision);
    while (row.step()) keys.insert(row.text(0)), names.insert(row.text(1));
  };
  add("SELECT DISTINCT entity, folded FROM mention JOIN company ON company.id = company_id WHERE revision_id "
      "= ?1");
  add("SELECT DISTINCT entity, folded FROM claim"
      " JOIN company ON company.id IN (subject_id, counterparty_id) WHERE revision_id = ?1");
  return std::ranges::any_of(decisions, [&](const Decision& decision) {
    return keys.contains(decision.company_entity) || keys.contains(decision.other_entity) ||
           names.contains(name_key(decision.other));
  });
}

}  // namespace

Applied apply_decisions(Connection& connection, std::int64_t revision,
                        const std::vector<Decision>& decisions) {
  Revision rows(connection, revision);
  for (const auto& decision : decisions) rows.apply(decision);
  return rows.write();
}

std::set<std::int64_t> revisions_of(Connection& connection, const Decision& decision) {
  auto moved = replaced_by(connection, decision);
  if (decision.kind == DecisionKind::split) moved = {id_of(connection, decision.company_entity)};
  std::set<std::int64_t> revisions;
  const auto add = [&](const char* sql, std::int64_t company) {
    auto row = connection.query(sql);
    row.bind(company);
    while (row.step()) revisions.insert(row.integer(0));
  };
  for (const auto company : moved) {
    add("SELECT DISTINCT revision_id FROM mention WHERE company_id = ?1", company);
    add("SELECT revision_id FROM claim WHERE live AND subject_id = ?1", company);
    add("SELECT revision_id FROM claim WHERE live AND counterparty_id = ?1", company);
  }
  for (const auto company : connected(connection, decision)) {
    add("SELECT mention.revision_id FROM mention_company_reading AS read JOIN mention ON mention.id = "
        "read.mention_id WHERE read.company_id = ?1",
        company);
    add("SELECT claim.revision_id FROM claim_company_reading AS read JOIN claim ON claim.id = read.claim_id"
        " WHERE ?1 IN (read.subject_id, read.counterparty_id)",
        company);
  }
  return revisions;
}

void move_names(Connection& connection, const Decision& decision) {
  const auto company = id_of(connection, decision.company_entity);
  const auto folded = name_key(decision.other);
  if (decision.kind == DecisionKind::split) {
    const auto to = id_of(connection, decision.other_entity);
    for (const auto& [key, name] : names_of(connection, company))
      if (key == folded) move_name(connection, decision, key, name, company, to);
    return;
  }
  for (const auto from : replaced_by(connection, decision))
    for (const auto& [key, name] : names_of(connection, from))
      move_name(connection, decision, key, name, from, company);
  if (decision.kind != DecisionKind::alias) return;
  const auto names = names_of(connection, company);
  if (std::ranges::find(names, folded, &Name::first) == names.end())
    move_name(connection, decision, folded, decision.other, std::nullopt, company);
}

void move_names_back(Connection& connection, const Decision& decision) {
  for (const auto* sql :
       {"DELETE FROM company_name WHERE (folded, company_id) IN (SELECT folded, to_id FROM "
        "company_decision_name"
        " WHERE decision_id = ?1)",
        "INSERT INTO company_name (folded, company_id, name) SELECT folded, from_id, name FROM "
        "company_decision_name"
        " WHERE decision_id = ?1 AND from_id IS NOT NULL ON CONFLICT DO NOTHING",
        "DELETE FROM company_decision_name WHERE decision_id = ?1"})
    connection.query(sql).bind(decision.id).run();
}

std::vector<extract::Claim> as_decided(Connection& connection, std::vector<extract::Claim> claims) {
  const auto decisions = standing_decisions(connection);
  for (auto& claim : claims) {
    decide_name(decisions, claim.subject, claim.subject_entity);
    decide_name(decisions, claim.counterparty, claim.counterparty_entity);
  }
  return claims;
}

std::vector<extract::Mention> as_decided(Connection& connection, std::vector<extract::Mention> mentions) {
  const auto decisions = standing_decisions(connection);
  for (auto& mention : mentions)
    if (auto* company = std::get_if<extract::CompanyValue>(&mention.value))
      decide_name(decisions, company->name, company->entity);
  return mentions;
}

bool decide_companies(Connection& connection, std::int64_t revision) {
  const auto decisions = standing_decisions(connection);
  if (!is_touched(connection, revision, decisions)) return false;
  const auto applied = apply_decisions(connection, revision, decisions);
  for (const auto& decision : decisions)
    if (applied.mentions > 0 && decision.kind != DecisionKind::distinct) move_names(connection, decision);
  return applied.claims > 0;
}

}  // namespace gegenprobe::store

// Names are cut into tokens once, when loaded, and hashed by their first token; a text's token that begins
// no name costs one look-up. Everything is views into the sources: no name is copied.
#include "extract/gazetteer.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace gegenprobe::extract {
namespace {

constexpr std::size_t kColumns = 12;
enum Column {
  kKey,
  kName,
  kAliases,
  kKind,
  kCountry,
  kWikidata,
  kLei,
  kTicker,
  kYearEnd,
  kParent,
  kFormer,
  kNote
};

struct Hash {
  std::size_t operator()(std::string_view text) const { return XXH3_64bits(text.data(), text.size()); }
};

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ') || text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

template <class Visit>
void split(std::string_view text, char separator, Visit visit) {
  while (true) {
    const auto at = text.find(separator);
    visit(trimmed(text.substr(0, at)));
    if (at == std::string_view::npos) return;
    text.remove_prefix(at + 1);
  }
}

}  // namespace

struct Gazetteer::Index {
  struct Name {
    const Company* company;
    std::string_view text;
    std::uint32_t next = 0;  // the next name, not longer, with the same first token; 0: none
    std::uint16_t tokens;
    bool guarded;
  };
  std::vector<Company> companies;
  std::vector<Name> names{1};
  std::unordered_map<std::string_view, std::uint32_t, Hash> first_token;  // -> the longest name
  std::unordered_map<std::string_view, const Company*, Hash> by_key;

  void add_name(const Company& company, std::string_view name);
};

void Gazetteer::Index::add_name(const Company& company, std::string_view name) {
  const bool guarded = name.starts_with('?');
  if (guarded) name.remove_prefix(1);
  const auto tokens = tokens_of(name);
  if (tokens.empty()) return;
  if (!guarded) by_key.emplace(name, &company);
  const auto index = static_cast<std::uint32_t>(names.size());
  names.push_back({&company, name, 0, static_cast<std::uint16_t>(tokens.size()), guarded});
  // Insert by falling length, so that the first that fits is the longest.
  auto [head, fresh] = first_token.emplace(tokens.front().span().of(name), index);
  if (fresh) return;
  std::uint32_t* link = &head->second;
  while (*link && names[*link].text.size() >= name.size()) link = &names[*link].next;
  names[index].next = *link;
  *link = index;
}

Gazetteer::Gazetteer() : index_(std::make_unique<Index>()) {}
Gazetteer::~Gazetteer() = default;

Result<std::unique_ptr<const Gazetteer>> Gazetteer::load(const std::vector<RuleSource>& parts) {
  std::unique_ptr<Gazetteer> out(new Gazetteer);
  auto& index = *out->index_;
  struct Row {
    std::array<std::string_view, kColumns> cells;
  };
  std::vector<Row> rows;
  for (const auto& part : parts) {
    std::size_t line_number = 0;
    std::string problem;
    split(part.text, '\n', [&](std::string_view line) {
      if (++line_number == 1 || line.empty() || line.starts_with('#') || !problem.empty()) return;
      Row row;
      std::size_t column = 0;
      split(line, '\t', [&](std::string_view cell) {
        if (column < kColumns) row.cells[column] = cell;
        ++column;
      });
      if (column != kColumns || row.cells[kKey].empty() || row.cells[kName].empty())
        problem = part.path + ":" + std::to_string(line_number) +
                  ": a company needs 12 columns, key and name first";
      else
        rows.push_back(row);
    });
    if (!problem.empty()) return Error{Error::Kind::rules, problem, "see CONTRIBUTING.md, \"A company\""};
  }
  index.companies.reserve(rows.size());
  index.names.reserve(rows.size() * 3);
  for (const auto& [cells] : rows) {
    auto name = cells[kName];
    if (name.starts_with('?')) name.remove_prefix(1);
    index.companies.push_back({cells[kKey], name, cells[kKind], cells[kCountry], cells[kWikidata],
                               cells[kLei], cells[kTicker], cells[kYearEnd], cells[kParent]});
    const Company& company = index.companies.back();
    index.by_key[cells[kKey]] = &company;
    index.add_name(company, cells[kName]);
    split(cells[kAliases], '|', [&](std::string_view alias) {
      if (!alias.empty()) index.add_name(company, alias);
    });
  }
  return std::unique_ptr<const Gazetteer>(std::move(out));
}

KnownName Gazetteer::longest_at(std::string_view text, const std::vector<Token>& tokens, std::uint32_t at,
                                std::uint32_t end) const {
  const auto head = index_->first_token.find(tokens[at].span().of(text));
  if (head == index_->first_token.end()) return {nullptr, 0, false};
  for (auto i = head->second; i; i = index_->names[i].next) {
    const auto& name = index_->names[i];
    if (at + name.tokens > end) continue;
    const Span span{tokens[at].begin, tokens[at + name.tokens - 1].end()};
    if (span.of(text) == name.text) return {name.company, name.tokens, name.guarded};
  }
  return {nullptr, 0, false};
}

const Company* Gazetteer::find(std::string_view key_or_name) const {
  const auto found = index_->by_key.find(key_or_name);
  return found == index_->by_key.end() ? nullptr : found->second;
}

const std::vector<Company>& Gazetteer::companies() const { return index_->companies; }

}  // namespace gegenprobe::extract

// Two hash tables over the names in lower case, both views into the sources: one of first tokens, which says
// how many tokens the names that begin with it have, and one of whole names. A text's token that begins no
// name costs one look-up, and a place where names begin one more for each length, however many names there
// are. Both tables and the names are flat arrays, so that a prepared file could be mapped in their stead.
#include "extract/gazetteer.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <bit>
#include <bitset>
#include <deque>

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

constexpr std::uint32_t kMostTokens = 31;    // of a name; the lengths of a first token are bits of one word
constexpr std::size_t kLongestName = 128;    // bytes of a declined name
constexpr std::size_t kShortestRecased = 4;  // letters; «GAP», «Sap» are other words

std::uint64_t hash_of(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

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

/// Open addressing from a hash to a number that is not 0; what the hash stands for is compared by the caller.
class Slots {
 public:
  void reserve(std::size_t count) {
    std::size_t size = 64;
    while (size < count * 2) size *= 2;
    slots_.resize(size);
  }
  /// The first number under `hash` that `same` accepts; 0 where there is none.
  template <class Same>
  std::uint32_t find(std::uint64_t hash, Same same) const {
    for (auto at = hash & (slots_.size() - 1); slots_[at].value; at = (at + 1) & (slots_.size() - 1))
      if (slots_[at].hash == static_cast<std::uint32_t>(hash >> 32) && same(slots_[at].value))
        return slots_[at].value;
    return 0;
  }
  void insert(std::uint64_t hash, std::uint32_t value) {
    auto at = hash & (slots_.size() - 1);
    while (slots_[at].value) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {static_cast<std::uint32_t>(hash >> 32), value};
  }

 private:
  struct Slot {
    std::uint32_t hash = 0, value = 0;
  };
  std::vector<Slot> slots_;
};

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

// Umlauts count as small letters here; a name in capitals has others too.
bool all_caps(std::string_view text) {
  return std::ranges::none_of(text, is_lower) && std::ranges::any_of(text, is_upper);
}

bool unusual_capitals(std::string_view name) {
  for (std::size_t i = 1; i < name.size(); ++i)
    if (is_upper(name[i]) && (is_lower(name[i - 1]) || is_upper(name[i - 1]))) return true;
  return false;
}

std::size_t letters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return is_upper(c) || is_lower(c) || static_cast<unsigned char>(c) >= 0xC3; }));
}

// Whether `surface`, which is `name` in other letters, may stand for it.
bool recased(std::string_view surface, std::string_view name) {
  if (letters(name) < kShortestRecased) return false;
  return all_caps(surface) || (unusual_capitals(name) && is_upper(surface.front()));
}

struct Row {
  std::array<std::string_view, kColumns> cells;
};

// Calls visit(row) for each company; the rows of a large gazetteer are too many to be kept.
template <class Visit>
Result<Done> each_row(const std::vector<RuleSource>& parts, Visit visit) {
  std::string problem;
  for (const auto& part : parts) {
    std::size_t line_number = 0;
    split(part.text, '\n', [&](std::string_view line) {
      if (++line_number == 1 || line.empty() || line.starts_with('#') || !problem.empty()) return;
      Row row;
      std::size_t column = 0;
      split(line, '\t', [&](std::string_view cell) {
        if (column < kColumns) row.cells[column] = cell;
        ++column;
      });
      // Trailing tabs are easily lost in an editor: the note, and what is empty before it, may be left out.
      if (column < 4 || column > kColumns || row.cells[kKey].empty() || row.cells[kName].empty())
        problem = part.path + ":" + std::to_string(line_number) +
                  ": a company has key, name, aliases, kind and up to eight more columns";
      else
        visit(row);
    });
  }
  if (!problem.empty()) return Error{Error::Kind::rules, problem, "see CONTRIBUTING.md, \"A company\""};
  return Done{};
}

// How many names add_names() will find in a row at the most.
std::size_t name_count(const Row& row) {
  const auto& aliases = row.cells[kAliases];
  const auto written = aliases.empty() ? 1 : 2 + std::ranges::count(aliases, '|');
  const auto apostrophes = std::ranges::count(aliases, '\'') + std::ranges::count(row.cells[kName], '\'');
  return static_cast<std::size_t>(written + apostrophes);
}

/// Hashes that were seen, a bit each: says quickly, and for most words, that there is nothing.
class SeenHashes {
 public:
  /// For about `count` hashes: one in sixteen of the others is taken for seen.
  void reserve(std::size_t count) { words_.resize(std::bit_ceil(std::max(count, std::size_t{1} << 13)) / 4); }
  void add(std::uint64_t hash) { words_[word_of(hash)] |= bit_of(hash); }
  bool has(std::uint64_t hash) const { return (words_[word_of(hash)] & bit_of(hash)) != 0; }

 private:
  std::size_t word_of(std::uint64_t hash) const { return hash >> 6 & (words_.size() - 1); }
  static std::uint64_t bit_of(std::uint64_t hash) { return std::uint64_t{1} << (hash & 63); }
  std::vector<std::uint64_t> words_ = std::vector<std::uint64_t>(1);
};

/// Texts that stay where they are, in large pieces.
class TextStore {
 public:
  std::string_view keep(std::string_view text) {
    if (pieces_.empty() || pieces_.back().capacity() - pieces_.back().size() < text.size())
      pieces_.emplace_back().reserve(std::max(kPiece, text.size()));
    auto& piece = pieces_.back();
    const auto begin = piece.size();
    piece += text;
    return std::string_view(piece).substr(begin);
  }

 private:
  static constexpr std::size_t kPiece = 64 << 10;
  std::deque<std::string> pieces_;
};

// «EADS (2000–2014) | Airbus Group (2014–2017)» holds the former name «EADS».
bool is_former(std::string_view name, std::string_view former_names) {
  bool found = false;
  split(former_names, '|',
        [&](std::string_view former) { found |= trimmed(former.substr(0, former.find(" ("))) == name; });
  return found;
}

}  // namespace

struct Gazetteer::Index {
  struct Name {
    const Company* company;
    std::string_view text, folded;
    std::uint16_t tokens;
    bool guarded, former;
    std::uint32_t next = 0;  // the same name, of another company
  };
  struct First {
    std::string_view folded;
    std::uint32_t lengths;  // bit n: there is a name of n tokens
  };
  std::vector<Company> companies;
  std::vector<Name> names{1};
  std::vector<First> firsts{1};
  TextStore owned;  // names in lower case; names with the other apostrophe
  Slots by_name, by_first, by_key;
  SeenHashes begins;        // of first tokens
  SeenHashes pairs;         // of first and second tokens: «The …» begins few names
  std::bitset<4096> small;  // which first tokens without a capital there are

  static std::size_t small_bit(std::string_view word) {
    return (static_cast<unsigned char>(word.front()) * 31u + static_cast<unsigned char>(word.back()) * 7u +
            word.size()) &
           4095u;
  }

  static std::uint64_t pair_hash(std::string_view first, std::string_view second) {
    return hash_of(first) * 31 + hash_of(second);
  }

  void add_names(const Company& company, const Row& row);
  void add_name(const Company& company, std::string_view name, bool guarded, bool former);
  void add_namesake(const Company& company, std::uint32_t at);
  KnownName known(const Name& found, std::uint8_t ending) const {
    return {found.company, found.tokens, ending,
            found.guarded, found.former, static_cast<std::uint32_t>(&found - names.data())};
  }
  void add_first(std::string_view word, std::string_view folded_word, std::uint32_t tokens);
  std::uint32_t lengths(std::string_view folded_word) const;
  const Name* name(std::string_view folded, std::string_view surface) const;
  KnownName longest(std::string_view text, std::string_view folded, const std::vector<Token>& tokens,
                    std::uint32_t at, std::uint32_t end, std::uint32_t bits, bool declined) const;
  bool begins_pair(std::string_view folded, const std::vector<Token>& tokens, std::uint32_t at,
                   std::uint32_t end, bool declined) const;
  KnownName longest_hyphenated(std::string_view text, std::string_view folded,
                               const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t end) const;
  KnownName longest_declined(std::string_view text, std::string_view folded, const std::vector<Token>& tokens,
                             std::uint32_t at, std::uint32_t end) const;
};

void Gazetteer::Index::add_first(std::string_view word, std::string_view folded_word, std::uint32_t tokens) {
  const auto hash = hash_of(folded_word);
  auto at = by_first.find(hash, [&](std::uint32_t i) { return firsts[i].folded == folded_word; });
  if (!at) {
    at = static_cast<std::uint32_t>(firsts.size());
    firsts.push_back({folded_word, 0});
    by_first.insert(hash, at);
    begins.add(hash);
  }
  firsts[at].lengths |= 1u << tokens;
  if (!is_upper(word.front())) small.set(small_bit(folded_word));
}

void Gazetteer::Index::add_name(const Company& company, std::string_view name, bool guarded, bool former) {
  const auto tokens = tokens_of(name);
  if (tokens.empty() || tokens.size() > kMostTokens) return;
  const std::string_view small_letters = owned.keep(folded(name));
  const auto hash = hash_of(small_letters);
  const auto same = [&](std::uint32_t i) { return names[i].text == name; };
  if (const auto at = by_name.find(hash, same)) return add_namesake(company, at);
  const auto count = static_cast<std::uint16_t>(tokens.size());
  by_name.insert(hash, static_cast<std::uint32_t>(names.size()));
  names.push_back({&company, name, small_letters, count, guarded, former, 0});
  const auto first = tokens.front().span().of(small_letters);
  add_first(tokens.front().span().of(name), first, count);
  if (count > 1) pairs.add(pair_hash(first, tokens[1].span().of(small_letters)));
}

void Gazetteer::Index::add_namesake(const Company& company, std::uint32_t at) {
  while (names[at].next) at = names[at].next;
  if (names[at].company == &company) return;
  auto other = names[at];
  other.company = &company;
  names[at].next = static_cast<std::uint32_t>(names.size());
  names.push_back(other);
}

void Gazetteer::Index::add_names(const Company& company, const Row& row) {
  const auto add = [&](std::string_view name) {
    if (name.empty()) return;
    const bool guarded = name.starts_with('?');
    if (guarded) name.remove_prefix(1);
    const bool former = is_former(name, row.cells[kFormer]);
    add_name(company, name, guarded, former);
    const auto apostrophe = name.find('\'');
    if (apostrophe == std::string_view::npos) return;
    std::string typographic(name);
    typographic.replace(apostrophe, 1, "’");
    add_name(company, owned.keep(typographic), guarded, former);
  };
  add(row.cells[kName]);
  split(row.cells[kAliases], '|', add);
}

std::uint32_t Gazetteer::Index::lengths(std::string_view folded_word) const {
  const auto hash = hash_of(folded_word);
  if (!begins.has(hash)) return 0;
  const auto at = by_first.find(hash, [&](std::uint32_t i) { return firsts[i].folded == folded_word; });
  return at ? firsts[at].lengths : 0;
}

// A name written exactly so wins over one that is in other letters.
const Gazetteer::Index::Name* Gazetteer::Index::name(std::string_view folded,
                                                     std::string_view surface) const {
  std::uint32_t other = 0;
  const auto exact = by_name.find(hash_of(folded), [&](std::uint32_t i) {
    if (names[i].folded != folded) return false;
    if (names[i].text == surface) return true;
    if (!other && recased(surface, names[i].text)) other = i;
    return false;
  });
  return exact ? &names[exact] : other ? &names[other] : nullptr;
}

// Whether a name of two tokens or more may begin here.
bool Gazetteer::Index::begins_pair(std::string_view folded, const std::vector<Token>& tokens,
                                   std::uint32_t at, std::uint32_t end, bool declined) const {
  if (at + 1 >= end) return false;
  const auto first = tokens[at].span().of(folded), second = tokens[at + 1].span().of(folded);
  return pairs.has(pair_hash(first, second)) ||
         (declined && second.ends_with('s') &&
          pairs.has(pair_hash(first, second.substr(0, second.size() - 1))));
}

KnownName Gazetteer::Index::longest(std::string_view text, std::string_view folded,
                                    const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t end,
                                    std::uint32_t bits, bool declined) const {
  if ((bits & ~2u) != 0 && !begins_pair(folded, tokens, at, end, declined)) bits &= 2u;
  while (bits) {
    const auto count = static_cast<std::uint32_t>(std::bit_width(bits)) - 1;
    bits &= ~(1u << count);
    if (at + count > end) continue;
    Span span{tokens[at].begin, tokens[at + count - 1].end()};
    if (const auto* found = name(span.of(folded), span.of(text))) return known(*found, 0);
    const bool genitive = declined && tokens[at + count - 1].size > 2 && text[span.end - 1] == 's';
    if (!genitive) continue;
    --span.end;
    if (const auto* found = name(span.of(folded), span.of(text))) return known(*found, 1);
  }
  return {};
}

// «der Deutschen Bank», «Deutscher Telekom»: the name with its first word in the nominative is put together
// and looked up.
KnownName Gazetteer::Index::longest_declined(std::string_view text, std::string_view folded,
                                             const std::vector<Token>& tokens, std::uint32_t at,
                                             std::uint32_t end) const {
  const auto word = tokens[at].span().of(folded);
  constexpr std::string_view kEndings = "nrsm";  // after the e of the nominative
  if (word.size() < 6 || word[word.size() - 2] != 'e' || kEndings.find(word.back()) == std::string_view::npos)
    return {};
  const auto stem = word.size() - 1;
  for (auto bits = lengths(word.substr(0, stem)) & ~3u; bits;) {
    const auto count = static_cast<std::uint32_t>(std::bit_width(bits)) - 1;
    bits &= ~(1u << count);
    if (at + count > end) continue;
    const Span span{tokens[at].begin, tokens[at + count - 1].end()};
    if (span.size() > kLongestName) continue;
    const auto nominative = [&](std::string_view whole) {
      std::string out(span.of(whole));
      return out.erase(stem, 1);
    };
    if (const auto* found = name(nominative(folded), nominative(text))) return known(*found, 0);
  }
  return {};
}

// «die Bank-Austria-Mutter»: a compound has hyphens for the spaces of a name.
KnownName Gazetteer::Index::longest_hyphenated(std::string_view text, std::string_view folded,
                                               const std::vector<Token>& tokens, std::uint32_t at,
                                               std::uint32_t end) const {
  std::uint32_t last = at + 1;
  const auto fits = [&] { return tokens[last - 1].end() - tokens[at].begin <= kLongestName; };
  while (last + 1 < end && fits() && (tokens[last].shape & kGlued) && text[tokens[last].begin] == '-' &&
         (tokens[last + 1].shape & kGlued))
    last += 2;
  // The last part of the compound is none of the name's.
  for (last -= 2; last > at + 1; last -= 2) {
    const Span span{tokens[at].begin, tokens[last - 1].end()};
    if (span.size() > kLongestName) continue;
    const auto with_spaces = [&](std::string_view whole) {
      std::string out(span.of(whole));
      std::ranges::replace(out, '-', ' ');
      return out;
    };
    if (const auto* found = name(with_spaces(folded), with_spaces(text))) {
      auto out = known(*found, 0);
      out.tokens = static_cast<std::uint16_t>(last - at);
      return out;
    }
  }
  return {};
}

Gazetteer::Gazetteer() : index_(std::make_unique<Index>()) {}
Gazetteer::~Gazetteer() = default;

Result<std::unique_ptr<const Gazetteer>> Gazetteer::load(const std::vector<RuleSource>& parts) {
  std::size_t companies = 0, names = 0;
  const auto counted = each_row(parts, [&](const Row& row) {
    ++companies;
    names += name_count(row);
  });
  if (!counted) return counted.error();
  std::unique_ptr<Gazetteer> out(new Gazetteer);
  auto& index = *out->index_;
  index.companies.reserve(companies);
  index.names.reserve(names + 1);
  index.by_name.reserve(names);
  index.by_first.reserve(names);
  index.by_key.reserve(companies);
  index.begins.reserve(names);
  index.pairs.reserve(names);
  const auto added = each_row(parts, [&](const Row& row) {
    const auto& cells = row.cells;
    auto name = cells[kName];
    if (name.starts_with('?')) name.remove_prefix(1);
    index.companies.push_back({cells[kKey], name, cells[kKind], cells[kCountry], cells[kWikidata],
                               cells[kLei], cells[kTicker], cells[kYearEnd], cells[kParent]});
    index.by_key.insert(hash_of(cells[kKey]), static_cast<std::uint32_t>(index.companies.size()));
    index.add_names(index.companies.back(), row);
  });
  if (!added) return added.error();
  return std::unique_ptr<const Gazetteer>(std::move(out));
}

KnownName Gazetteer::longest_at(std::string_view text, std::string_view folded,
                                const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t end,
                                bool declined) const {
  const auto word = tokens[at].span().of(folded);
  auto bits = index_->lengths(word);
  const bool genitive = declined && word.size() > 2 && word.back() == 's';
  if (genitive) bits |= index_->lengths(word.substr(0, word.size() - 1)) & 2u;
  const auto found = bits ? index_->longest(text, folded, tokens, at, end, bits, declined) : KnownName{};
  const bool hyphen = at + 1 < end && (tokens[at + 1].shape & kGlued) && text[tokens[at + 1].begin] == '-';
  if (hyphen && declined && (bits & ~3u) != 0) {
    const auto compound = index_->longest_hyphenated(text, folded, tokens, at, end);
    if (compound.tokens > found.tokens) return compound;
  }
  if (found.company || !declined) return found;
  return index_->longest_declined(text, folded, tokens, at, end);
}

std::vector<const Company*> Gazetteer::namesakes(std::uint32_t name_id) const {
  std::vector<const Company*> out;
  if (!index_->names[name_id].next) return out;
  for (auto at = name_id; at; at = index_->names[at].next) out.push_back(index_->names[at].company);
  return out;
}

bool Gazetteer::may_begin_small(std::string_view word) const {
  return index_->small.test(Index::small_bit(word));
}

const Company* Gazetteer::find(std::string_view key_or_name) const {
  const auto& index = *index_;
  if (const auto at = index.by_key.find(
          hash_of(key_or_name), [&](std::uint32_t i) { return index.companies[i - 1].key == key_or_name; }))
    return &index.companies[at - 1];
  const auto at = index.by_name.find(hash_of(folded(key_or_name)), [&](std::uint32_t i) {
    return index.names[i].text == key_or_name && !index.names[i].guarded;
  });
  return at ? index.names[at].company : nullptr;
}

const std::vector<Company>& Gazetteer::companies() const { return index_->companies; }

}  // namespace gegenprobe::extract

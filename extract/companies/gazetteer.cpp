// Two hash tables over the names in lower case: one of first tokens, which says how many tokens the names
// that begin with it have, and one of whole names. A text's token that begins no name costs one look-up, and
// a place where names begin one more for each length, however many names there are. All of it lies in flat
// arrays that point into the table's text, made here or mapped from a prepared file (gazetteer_file); a
// company is read from its line when it is first found.
#include "extract/companies/gazetteer.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>

#include "extract/companies/gazetteer_index.h"
#include "extract/matching/word_table.h"

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

constexpr std::uint32_t kMostTokens = 31;     // of a name; the lengths of a first token are bits of one word
constexpr std::size_t kLongestText = 0xFFFF;  // bytes of a name
constexpr std::size_t kLongestName = 128;     // bytes of a declined name
constexpr std::size_t kShortestRecased = 4;   // letters; «GAP», «Sap» are other words

std::uint64_t hash_of(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }
std::uint64_t pair_hash(std::uint64_t first, std::uint64_t second) { return first * 31 + second; }

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

// Open addressing from a hash to a number that is not 0; what the hash stands for is compared by the caller.
using Slot = GazetteerIndex::Slot;

/// The first number under `hash` that `same` accepts; 0 where there is none. \pre a slot is empty
template <class Same>
std::uint32_t find_slot(std::span<const Slot> slots, std::uint64_t hash, Same same) {
  const auto mask = slots.size() - 1;
  for (auto at = hash & mask; slots[at].value; at = (at + 1) & mask)
    if (slots[at].hash == static_cast<std::uint32_t>(hash >> 32) && same(slots[at].value))
      return slots[at].value;
  return 0;
}
Slot& slot_for(std::vector<Slot>& slots, std::uint64_t hash) {
  const auto mask = slots.size() - 1;
  auto at = hash & mask;
  while (slots[at].value && slots[at].hash != static_cast<std::uint32_t>(hash >> 32)) at = (at + 1) & mask;
  return slots[at];
}
void insert_slot(std::vector<Slot>& slots, std::uint64_t hash, std::uint32_t value) {
  const auto mask = slots.size() - 1;
  auto at = hash & mask;
  while (slots[at].value) at = (at + 1) & mask;
  slots[at] = {static_cast<std::uint32_t>(hash >> 32), value};
}
std::size_t slots_for(std::size_t count) { return std::bit_ceil(std::max<std::size_t>(64, count * 2)); }

// Hashes that were seen, a bit each, says quickly, and for most words, that there is nothing; one in sixteen
// of the others is taken for seen.
std::size_t seen_words(std::size_t count) { return std::bit_ceil(std::max(count, std::size_t{1} << 13)) / 4; }
void see(std::vector<std::uint64_t>& seen, std::uint64_t hash) {
  seen[hash >> 6 & (seen.size() - 1)] |= std::uint64_t{1} << (hash & 63);
}

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

// "a US bank", no US Bank: a word of the name has a small letter for its capital.
bool loses_capital(std::string_view surface, std::string_view name) {
  for (std::size_t i = 1; i < name.size(); ++i)
    if (name[i - 1] == ' ' && is_upper(name[i]) && is_lower(surface[i])) return true;
  return false;
}

// Whether `surface`, which is `name` in other letters, may stand for it.
bool recased(std::string_view surface, std::string_view name) {
  if (letters(name) < kShortestRecased) return false;
  return all_caps(surface) ||
         (unusual_capitals(name) && is_upper(surface.front()) && !loses_capital(surface, name));
}

struct Row {
  std::array<std::string_view, kColumns> cells;
  std::string_view line;
};

// The columns of a line; how many there are.
std::size_t read_row(std::string_view line, Row& row) {
  std::size_t column = 0;
  row.line = line;
  split(line, '\t', [&](std::string_view cell) {
    if (column < kColumns) row.cells[column] = cell;
    ++column;
  });
  return column;
}

// Calls visit(row) for each company; the rows of a large gazetteer are too many to be kept.
template <class Visit>
Result<Done> each_row(const std::vector<RuleSource>& parts, Visit visit) {
  std::string problem;
  for (const auto& part : parts) {
    std::size_t line_number = 0;
    split(part.text, '\n', [&](std::string_view line) {
      if (++line_number == 1 || line.empty() || line.starts_with('#') || !problem.empty()) return;
      Row row;
      const auto column = read_row(line, row);
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

// «EADS (2000–2014) | InBev (2004–2008)» holds the former names «EADS» and, as papers print it, «Inbev».
bool is_former(std::string_view name, std::string_view former_names) {
  bool found = false;
  const FoldedWord folded(name);
  split(former_names, '|', [&](std::string_view written) {
    const auto former = trimmed(written.substr(0, written.find(" (")));
    found |= former.size() == name.size() && std::string_view(FoldedWord(former)) == std::string_view(folded);
  });
  return found;
}

/// Makes the flat arrays from the lines.
class GazetteerBuilder {
 public:
  explicit GazetteerBuilder(const GazetteerText& text) : text_(text) {}

  void reserve(std::size_t companies, std::size_t names) {
    out_.rows.reserve(companies);
    out_.names.reserve(names + 1);
    out_.by_name.resize(slots_for(names));
    out_.by_first.resize(slots_for(names));
    out_.by_key.resize(slots_for(companies));
    out_.begins.resize(seen_words(names));
    out_.pairs.resize(seen_words(names));
  }

  void add(const Row& row) {
    const auto company = static_cast<std::uint32_t>(out_.rows.size());
    out_.rows.push_back(text_.place(row.line));
    insert_slot(out_.by_key, hash_of(row.cells[kKey]), company + 1);
    const auto add_both = [&](std::string_view name) {
      if (name.empty()) return;
      const bool guarded = name.starts_with('?');
      if (guarded) name.remove_prefix(1);
      const bool former = is_former(name, row.cells[kFormer]);
      const auto flags = static_cast<std::uint8_t>((guarded ? GazetteerIndex::kGuarded : 0) |
                                                   (former ? GazetteerIndex::kFormer : 0));
      add_name(company, name, text_.place(name), flags);
      if (const auto apostrophe = name.find('\''); apostrophe != std::string_view::npos)
        add_typographic(company, name, apostrophe, flags);
    };
    add_both(row.cells[kName]);
    split(row.cells[kAliases], '|', add_both);
  }

  GazetteerArrays take() {
    // Far fewer words begin names than there are names.
    std::vector<Slot> fewer(slots_for(first_hashes_.size()));
    for (const auto hash : first_hashes_) slot_for(fewer, hash) = slot_for(out_.by_first, hash);
    out_.by_first = std::move(fewer);
    return std::move(out_);
  }

 private:
  void add_typographic(std::uint32_t company, std::string_view name, std::size_t apostrophe,
                       std::uint8_t flags) {
    std::string typographic(name);
    typographic.replace(apostrophe, 1, "’");
    const auto place = static_cast<std::uint32_t>(text_.size() + out_.added.size());
    out_.added += typographic;
    add_name(company, typographic, place, flags);
  }

  std::string_view text_of(const GazetteerIndex::Name& name) const {
    return text_.at(name.text, name.size, out_.added);
  }

  void add_name(std::uint32_t company, std::string_view name, std::uint32_t place, std::uint8_t flags) {
    tokens_.clear();
    find_tokens(name, tokens_);
    if (tokens_.empty() || tokens_.size() > kMostTokens || name.size() > kLongestText) return;
    const FoldedWord small(name);
    const std::string_view small_letters = small;
    const auto hash = hash_of(small_letters);
    const auto same = [&](std::uint32_t i) { return text_of(out_.names[i]) == name; };
    if (const auto at = find_slot(out_.by_name, hash, same)) return add_namesake(company, at);
    const auto count = static_cast<std::uint8_t>(tokens_.size());
    insert_slot(out_.by_name, hash, static_cast<std::uint32_t>(out_.names.size()));
    out_.names.push_back({place, company, 0, static_cast<std::uint16_t>(name.size()), count, flags});
    hash_words(small_letters, tokens_);
    const auto first = tokens_.front().hash;
    // What a first token's hash stands for is not compared: one length too many is one look-up too many.
    auto& slot = slot_for(out_.by_first, first);
    if (!slot.value) first_hashes_.push_back(first);
    slot = {static_cast<std::uint32_t>(first >> 32), slot.value | 1u << count};
    see(out_.begins, first);
    if (!is_upper(name[tokens_.front().begin])) see(out_.small, first);
    if (count > 1) see(out_.pairs, pair_hash(first, tokens_[1].hash));
  }

  // The same name, of another company.
  void add_namesake(std::uint32_t company, std::uint32_t at) {
    while (out_.names[at].next) at = out_.names[at].next;
    if (out_.names[at].company == company) return;
    auto other = out_.names[at];
    other.company = company;
    out_.names[at].next = static_cast<std::uint32_t>(out_.names.size());
    out_.names.push_back(other);
  }

  const GazetteerText& text_;
  GazetteerArrays out_;
  std::vector<Token> tokens_;
  std::vector<std::uint64_t> first_hashes_;
};

}  // namespace

bool is_media(std::string_view kind) {
  return kind == "agency" || kind == "newspaper" || kind == "magazine" || kind == "broadcaster" ||
         kind == "news_site" || kind == "publisher" || kind == "market_researcher";
}

bool rates_others(std::string_view kind) { return kind == "rating_agency"; }

GazetteerText::GazetteerText(const std::vector<RuleSource>& parts) {
  for (const auto& part : parts) {
    parts_.push_back({static_cast<std::uint32_t>(size_), part.text});
    size_ += part.text.size();
  }
}

std::uint32_t GazetteerText::place(std::string_view inside) const {
  for (const auto& part : parts_)
    if (inside.data() >= part.text.data() && inside.data() <= part.text.data() + part.text.size())
      return part.begin + static_cast<std::uint32_t>(inside.data() - part.text.data());
  return 0;
}

std::string_view GazetteerText::from(std::uint32_t place) const {
  for (auto part = parts_.rbegin(); part != parts_.rend(); ++part)
    if (place >= part->begin)
      return part->text.substr(std::min<std::size_t>(place - part->begin, part->text.size()));
  return {};
}

std::string_view GazetteerText::at(std::uint32_t place, std::uint32_t size, std::string_view added) const {
  return place < size_ ? from(place).substr(0, size)
                       : added.substr(std::min(place - size_, added.size()), size);
}

struct Gazetteer::Index : GazetteerIndex {
  Index(GazetteerText the_text, GazetteerArrays arrays)
      : GazetteerIndex(arrays), tables(std::move(the_text)), own(std::move(arrays)), made(rows.size()) {
    added = own.added;  // a short one has moved
  }
  Index(GazetteerText the_text, std::shared_ptr<const GazetteerIndex> prepared)
      : GazetteerIndex(*prepared),
        tables(std::move(the_text)),
        keeps(std::move(prepared)),
        made(rows.size()) {}
  ~Index() {
    for (const auto& company : made) delete company.load(std::memory_order_relaxed);
  }

  GazetteerText tables;
  GazetteerArrays own;
  std::shared_ptr<const GazetteerIndex> keeps;
  mutable std::vector<std::atomic<const Company*>> made;  // of each row, when it is first asked for

  std::string_view text_of(const Name& found) const { return tables.at(found.text, found.size, added); }
  const Company* company(std::uint32_t row) const;
  KnownName known(const Name& found, std::uint8_t ending) const {
    return {company(found.company),
            found.tokens,
            ending,
            (found.flags & kGuarded) != 0,
            (found.flags & kFormer) != 0,
            static_cast<std::uint32_t>(&found - names.data())};
  }
  std::uint32_t lengths(std::uint64_t word) const;
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

// Two threads may read the same line; one of them throws its reading away.
const Company* Gazetteer::Index::company(std::uint32_t row) const {
  auto& place = made[row];
  if (const auto* known = place.load(std::memory_order_acquire)) return known;
  Row cut;
  const auto line = tables.from(rows[row]);
  read_row(line.substr(0, line.find('\n')), cut);
  const auto& cells = cut.cells;
  auto name = cells[kName];
  if (name.starts_with('?')) name.remove_prefix(1);
  const auto* fresh =
      new Company{cells[kKey], name,           cells[kKind],    cells[kCountry], cells[kWikidata],
                  cells[kLei], cells[kTicker], cells[kYearEnd], cells[kParent]};
  const Company* other = nullptr;
  if (place.compare_exchange_strong(other, fresh, std::memory_order_acq_rel)) return fresh;
  delete fresh;
  return other;
}

// Of the names that begin with the word of this hash, a bit each.
std::uint32_t Gazetteer::Index::lengths(std::uint64_t word) const {
  if (!Gazetteer::is_seen(begins, word)) return 0;
  return find_slot(by_first, word, [](std::uint32_t) { return true; });
}

// A name written exactly so wins over one that is in other letters.
const Gazetteer::Index::Name* Gazetteer::Index::name(std::string_view folded,
                                                     std::string_view surface) const {
  std::uint32_t other = 0;
  const auto exact = find_slot(by_name, hash_of(folded), [&](std::uint32_t i) {
    const auto candidate = text_of(names[i]);
    if (candidate == surface) return true;
    if (candidate.size() != folded.size() || std::string_view(FoldedWord(candidate)) != folded) return false;
    if (!other && recased(surface, candidate)) other = i;
    return false;
  });
  return exact ? &names[exact] : other ? &names[other] : nullptr;
}

// Whether a name of two tokens or more may begin here.
bool Gazetteer::Index::begins_pair(std::string_view folded, const std::vector<Token>& tokens,
                                   std::uint32_t at, std::uint32_t end, bool declined) const {
  if (at + 1 >= end) return false;
  const auto first = tokens[at].hash;
  if (Gazetteer::is_seen(pairs, pair_hash(first, tokens[at + 1].hash))) return true;
  const auto second = tokens[at + 1].span().of(folded);
  return declined && second.ends_with('s') &&
         Gazetteer::is_seen(pairs, pair_hash(first, WordHash::of(second.substr(0, second.size() - 1))));
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
  for (auto bits = lengths(WordHash::of(word.substr(0, stem))) & ~3u; bits;) {
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
  while (last > at + 3) {
    last -= 2;
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

Gazetteer::Gazetteer(std::unique_ptr<Index> index)
    : index_(std::move(index)), begins_(index_->begins), small_(index_->small) {}
Gazetteer::~Gazetteer() = default;

Result<std::unique_ptr<const Gazetteer>> Gazetteer::load(const std::vector<RuleSource>& parts) {
  GazetteerText text(parts);
  if (text.size() > GazetteerText::kMost)
    return Error{Error::Kind::rules, "the company tables are larger than two gigabytes",
                 "leave some companies out"};
  std::size_t companies = 0, names = 0;
  const auto counted = each_row(parts, [&](const Row& row) {
    ++companies;
    names += name_count(row);
  });
  if (!counted) return counted.error();
  GazetteerBuilder builder(text);
  builder.reserve(companies, names);
  if (const auto added = each_row(parts, [&](const Row& row) { builder.add(row); }); !added)
    return added.error();
  return std::unique_ptr<const Gazetteer>(
      new Gazetteer(std::make_unique<Index>(std::move(text), builder.take())));
}

std::unique_ptr<const Gazetteer> Gazetteer::prepared(const std::vector<RuleSource>& parts,
                                                     std::shared_ptr<const GazetteerIndex> index) {
  return std::unique_ptr<const Gazetteer>(
      new Gazetteer(std::make_unique<Index>(GazetteerText(parts), std::move(index))));
}

const GazetteerIndex& Gazetteer::index() const { return *index_; }

KnownName Gazetteer::longest_at(std::string_view text, std::string_view folded,
                                const std::vector<Token>& tokens, std::uint32_t at, std::uint32_t end,
                                bool declined) const {
  const auto word = tokens[at].span().of(folded);
  auto bits = index_->lengths(tokens[at].hash);
  const bool genitive = declined && word.size() > 2 && word.back() == 's';
  if (genitive) bits |= index_->lengths(WordHash::of(word.substr(0, word.size() - 1))) & 2u;
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
  for (auto at = name_id; at; at = index_->names[at].next)
    out.push_back(index_->company(index_->names[at].company));
  return out;
}

const Company* Gazetteer::find(std::string_view key_or_name) const {
  const auto& index = *index_;
  const auto has_key = [&](std::uint32_t i) { return index.company(i - 1)->key == key_or_name; };
  if (const auto at = find_slot(index.by_key, hash_of(key_or_name), has_key)) return index.company(at - 1);
  const auto at = find_slot(index.by_name, hash_of(FoldedWord(key_or_name)), [&](std::uint32_t i) {
    const auto& name = index.names[i];
    return index.text_of(name) == key_or_name && !(name.flags & GazetteerIndex::kGuarded);
  });
  return at ? index.company(index.names[at].company) : nullptr;
}

std::size_t Gazetteer::size() const { return index_->rows.size(); }
const Company& Gazetteer::company(std::size_t row) const {
  return *index_->company(static_cast<std::uint32_t>(row));
}

}  // namespace gegenprobe::extract

// Words are hashed in lower case (XXH3) into one open table. Compounds: where a word of seven bytes or more
// is in no list itself, the longest suffix that is («Konzernumsatz»: "*umsatz") and the longest prefix
// («Milliardenbetrag»: "Milliarden*") speak for it.
#include "extract/lexicon.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cassert>

namespace gegenprobe::extract {
namespace {

constexpr std::size_t kShortestCompound = 6;

std::uint64_t hash_of(std::string_view word) { return XXH3_64bits(word.data(), word.size()); }

std::string whole_key(Tag tag, std::string_view folded_surface) {
  std::string key = std::to_string(tag);
  key += '\x1f';
  key += folded_surface;
  return key;
}

// The longest entry of `table` that `word` begins with and goes on after, in bytes; both in the same
// direction.
std::uint32_t longest_start(const std::map<std::string, std::uint32_t, std::less<>>& table,
                            std::string_view word) {
  const auto whole = word.size();
  auto it = table.upper_bound(word);
  while (it != table.begin()) {
    --it;
    const auto common =
        static_cast<std::size_t>(std::ranges::mismatch(it->first, word).in1 - it->first.begin());
    const bool starts = common == it->first.size();
    if (starts && common < whole) return it->second;
    if (common == 0) return 0;
    // Whatever begins `word` begins with these common bytes too: go straight to it.
    word = word.substr(0, starts ? common - 1 : common);
    it = table.upper_bound(word);
  }
  return 0;
}

}  // namespace

bool TagSet::meets(const TagSet& other) const {
  std::uint64_t both = 0;
  for (std::size_t i = 0; i < bits_.size(); ++i) both |= bits_[i] & other.bits_[i];
  return both != 0;
}

void TagSet::add(const TagSet& other) {
  for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] |= other.bits_[i];
}

Tag Lexicon::tag(std::string_view list) const {
  const auto found = tags_.find(std::string(list));
  return found == tags_.end() ? kNoTag : found->second;
}

TagSet Lexicon::tags(std::initializer_list<std::string_view> lists) const {
  TagSet set;
  for (const auto list : lists)
    if (const Tag of_list = tag(list); of_list != kNoTag) set.insert(of_list);
  return set;
}

void Lexicon::insert_slot(Slot slot) {
  std::size_t at = slot.hash & (slots_.size() - 1);
  while (slots_[at].entry) at = (at + 1) & (slots_.size() - 1);
  slots_[at] = slot;
}

std::uint32_t Lexicon::find(std::string_view word) const {
  const auto hash = hash_of(word);
  for (std::size_t at = hash & (slots_.size() - 1); slots_[at].entry; at = (at + 1) & (slots_.size() - 1)) {
    const Slot& slot = slots_[at];
    if (slot.hash == hash && std::string_view(pool_).substr(slot.begin, slot.size) == word) return slot.entry;
  }
  return 0;
}

std::uint32_t Lexicon::entry_for(std::string_view word) {
  if (const auto found = find(word)) return found;
  if (++used_ * 2 > slots_.size()) {
    std::vector<Slot> old(slots_.size() * 4);
    old.swap(slots_);
    for (const Slot& slot : old)
      if (slot.entry) insert_slot(slot);
  }
  const auto entry = static_cast<std::uint32_t>(entries_.size());
  entries_.emplace_back();
  insert_slot({hash_of(word), entry, static_cast<std::uint32_t>(pool_.size()),
               static_cast<std::uint32_t>(word.size())});
  pool_ += word;
  return entry;
}

void Lexicon::add_item(Tag tag, const std::string& key, std::string_view item) {
  const std::string word = folded(item);
  const auto name = [&](Entry& entry) {
    entry.tags.insert(tag);
    entry.values.emplace_back(tag, key);
  };
  const auto affix = [&](std::map<std::string, std::uint32_t, std::less<>>& table, const std::string& part) {
    auto& entry = table[part];
    if (!entry) entry = static_cast<std::uint32_t>(entries_.size()), entries_.emplace_back();
    name(entries_[entry]);
  };
  if (word.size() > 1 && word.back() == '*') return affix(prefixes_, word.substr(0, word.size() - 1));
  if (word.size() > 1 && word.front() == '*')
    return affix(reversed_suffixes_, std::string(word.rbegin(), word.rend() - 1));
  whole_.emplace(whole_key(tag, word), key);
  const auto tokens = tokens_of(word);
  if (tokens.empty()) return;
  const auto first = entry_for(tokens.front().span().of(word));
  if (tokens.size() == 1) return name(entries_[first]);
  Phrase phrase{{}, tag, key};
  for (const auto& token : tokens) phrase.words.emplace_back(token.span().of(word));
  phrases_.push_back(std::move(phrase));
  auto& of_first = entries_[first].phrases;
  of_first.push_back(static_cast<std::uint32_t>(phrases_.size() - 1));
  std::ranges::stable_sort(of_first, std::greater{},
                           [&](std::uint32_t i) { return phrases_[i].words.size(); });
}

void Lexicon::add_list(const WordList& list) {
  const auto [it, fresh] = tags_.emplace(list.name, static_cast<Tag>(tags_.size()));
  assert(it->second < TagSet::kSize);
  for (const auto& [key, words] : list.items)
    for (const auto& word : words) add_item(it->second, key, word);
}

void Lexicon::mark_trigger(const std::string& start, std::uint32_t trigger_bits) {
  const Tag list = tag(start);
  if (list == kNoTag) {
    const auto tokens = tokens_of(start);
    if (!tokens.empty())
      entries_[entry_for(folded(tokens.front().span().of(start)))].triggers |= trigger_bits;
    return;
  }
  for (auto& entry : entries_) {
    const bool begins_phrase =
        std::ranges::any_of(entry.phrases, [&](std::uint32_t i) { return phrases_[i].tag == list; });
    if (entry.tags.has(list) || begins_phrase) entry.triggers |= trigger_bits;
  }
}

std::uint32_t Lexicon::suffix_of(std::string_view word) const {
  std::array<char, 64> reversed;
  if (word.size() > reversed.size()) return 0;
  std::ranges::reverse_copy(word, reversed.begin());
  return longest_start(reversed_suffixes_, {reversed.data(), word.size()});
}

std::uint32_t Lexicon::prefix_of(std::string_view word) const { return longest_start(prefixes_, word); }

void Lexicon::look_up(std::string_view folded, Token& token) const {
  const auto word = token.span().of(folded);
  token.word = find(word);
  token.suffix = token.prefix = 0;
  if (token.word || token.size < kShortestCompound || !token.is(TokenClass::word)) return;
  token.suffix = suffix_of(word);
  token.prefix = prefix_of(word);
}

void Lexicon::look_up_word(std::string_view folded, Token& token) const {
  token.word = find(token.span().of(folded));
  token.suffix = token.prefix = 0;
}

std::vector<std::uint64_t> Lexicon::memberships(std::span<const Tag> lists) const {
  assert(lists.size() <= 32);
  std::vector<std::uint64_t> out(entries_.size());
  for (std::size_t entry = 0; entry < entries_.size(); ++entry) {
    for (std::size_t i = 0; i < lists.size(); ++i) {
      if (lists[i] == kNoTag) continue;
      const bool begins = std::ranges::any_of(
          entries_[entry].phrases, [&](std::uint32_t phrase) { return phrases_[phrase].tag == lists[i]; });
      if (entries_[entry].tags.has(lists[i])) out[entry] |= std::uint64_t{1} << i;
      if (begins) out[entry] |= std::uint64_t{1} << (i + lists.size());
    }
  }
  return out;
}

std::string_view Lexicon::value(const Token& token, Tag tag) const {
  for (const auto entry : {token.word, token.suffix, token.prefix})
    for (const auto& [of, key] : entries_[entry].values)
      if (of == tag) return key;
  return {};
}

std::string_view Lexicon::value_of(std::string_view surface, Tag tag) const {
  const std::string word = folded(surface);
  if (const auto found = whole_.find(whole_key(tag, word)); found != whole_.end()) return found->second;
  for (const auto entry : {suffix_of(word), prefix_of(word)})
    for (const auto& [of, key] : entries_[entry].values)
      if (of == tag) return key;
  return {};
}

bool Lexicon::is_phrase(std::string_view folded, const std::vector<Token>& tokens, std::uint32_t at,
                        const Phrase& phrase) {
  for (std::uint32_t i = 1; i < phrase.words.size(); ++i)
    if (tokens[at + i].span().of(folded) != phrase.words[i]) return false;
  return true;
}

PhraseHit Lexicon::longest(std::string_view folded, const std::vector<Token>& tokens, std::uint32_t at,
                           std::uint32_t end, const TagSet& tags) const {
  for (const auto index : entries_[tokens[at].word].phrases) {
    const Phrase& phrase = phrases_[index];
    if (!tags.has(phrase.tag) || at + phrase.words.size() > end) continue;
    if (is_phrase(folded, tokens, at, phrase))
      return {phrase.tag, at, at + static_cast<std::uint32_t>(phrase.words.size()), phrase.value};
  }
  for (const auto entry : {tokens[at].word, tokens[at].suffix, tokens[at].prefix})
    for (const auto& [tag, key] : entries_[entry].values)
      if (tags.has(tag)) return {tag, at, at + 1, key};
  return {kNoTag, at, at, {}};
}

}  // namespace gegenprobe::extract

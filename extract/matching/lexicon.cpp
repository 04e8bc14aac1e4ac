// Words are found in lower case in one open table. Compounds: where a word of seven bytes or more is in no
// list itself, the longest suffix that is («Konzernumsatz»: "*umsatz") and the longest prefix
// («Milliardenbetrag»: "Milliarden*") speak for it.
#include "extract/matching/lexicon.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <ranges>

#include "extract/matching/archive.h"

namespace gegenprobe::extract {
namespace {

constexpr std::size_t kLongestCompound = 64;  // bytes

}  // namespace

std::size_t AffixTree::place_of(std::uint32_t from_by) const {
  const auto mask = edges_.size() - 1;
  auto at = (from_by * std::uint64_t{0x9E3779B97F4A7C15} >> 40) & mask;
  while (edges_[at].to && edges_[at].from_by != from_by) at = (at + 1) & mask;
  return at;
}

std::uint32_t AffixTree::next(std::uint32_t node, unsigned char byte) const {
  return node ? edges_[place_of(node << 8 | byte)].to : from_root_[byte];
}

void AffixTree::grow() {
  std::vector<Edge> old(2 * edges_.size());
  old.swap(edges_);
  for (const Edge& edge : old)
    if (edge.to) edges_[place_of(edge.from_by)] = edge;
}

std::uint32_t& AffixTree::operator[](std::string_view affix) {
  std::uint32_t node = 0;
  for (const char c : affix) {
    const auto byte = static_cast<unsigned char>(c);
    auto to = next(node, byte);
    if (!to) {
      to = static_cast<std::uint32_t>(numbers_.size());
      numbers_.push_back(0);
      if (2 * numbers_.size() > edges_.size()) grow();
      if (node)
        edges_[place_of(node << 8 | byte)] = {node << 8 | byte, to};
      else
        from_root_[byte] = to;
    }
    node = to;
  }
  return numbers_[node];
}

template <class Bytes>
std::uint32_t AffixTree::longest(Bytes bytes) const {
  std::uint32_t node = 0, found = 0;
  for (const char c : bytes) {
    if (numbers_[node]) found = numbers_[node];
    node = next(node, static_cast<unsigned char>(c));
    if (!node) break;
  }
  return found;
}

std::uint32_t AffixTree::longest_start(std::string_view word) const { return longest(word); }
std::uint32_t AffixTree::longest_end(std::string_view word) const {
  return longest(std::views::reverse(word));
}

void AffixTree::renumber(std::span<const std::uint32_t> fresh) {
  for (auto& number : numbers_) number = fresh[number];
}

Tag Lexicon::tag(std::string_view list) const {
  const auto found = tags_.find(std::string(list));
  return found == tags_.end() ? kNoTag : found->second;
}

TagSet Lexicon::tags(std::span<const std::string_view> lists) const {
  TagSet set;
  set.members_.resize((lists_.size() + 31) / 32);
  for (const auto list : lists) {
    const Tag of_list = tag(list);
    if (of_list == kNoTag) continue;
    set.tags_.insert(of_list);
    for (const auto& [entry, how] : members_[of_list])
      set.members_[entry / 32] |= std::uint64_t{how} << entry % 32 * 2;
  }
  return set;
}

std::uint32_t Lexicon::new_entry() {
  loose_.values.emplace_back();
  loose_.starts.emplace_back();
  lists_.emplace_back();
  triggers_.push_back(0);
  return static_cast<std::uint32_t>(lists_.size() - 1);
}

std::uint32_t Lexicon::entry_for(std::string_view word) {
  const auto next = static_cast<std::uint32_t>(lists_.size());
  const auto entry = words_.add(word, next);
  if (entry == next) new_entry();
  return entry;
}

void Lexicon::add_item(Tag tag, std::uint32_t key, std::string_view item) {
  const std::string word = folded(item);
  const auto name = [&](std::uint32_t entry) {
    lists_[entry].insert(tag);
    members_[tag].emplace_back(entry, TagSet::kIn | TagSet::kBegins);
    loose_.values[entry].push_back({key, tag});
  };
  const auto affix = [&](AffixTree& table, const std::string& part) {
    auto& entry = table[part];
    if (!entry) entry = new_entry();
    name(entry);
  };
  if (word.size() > 1 && word.back() == '*') return affix(prefixes_, word.substr(0, word.size() - 1));
  if (word.size() > 1 && word.front() == '*')
    return affix(reversed_suffixes_, std::string(word.rbegin(), word.rend() - 1));
  const auto whole = whole_.add(word, static_cast<std::uint32_t>(loose_.whole_values.size()));
  if (whole == loose_.whole_values.size()) loose_.whole_values.emplace_back();
  loose_.whole_values[whole].push_back({key, tag});
  auto& tokens = loose_.tokens;
  tokens.clear();
  find_tokens(word, tokens);
  if (tokens.empty()) return;
  const auto first = entry_for(tokens.front().span().of(word));
  if (tokens.size() == 1) return name(first);
  add_phrase(tag, key, word, tokens, first);
}

void Lexicon::add_phrase(Tag tag, std::uint32_t key, std::string_view word, std::span<const Token> tokens,
                         std::uint32_t first) {
  const PhraseStart start{WordHash::of(tokens[1].span().of(word)),
                          static_cast<std::uint32_t>(phrases_.size()),
                          static_cast<std::uint16_t>(tokens.size()), tag};
  phrases_.push_back({static_cast<std::uint32_t>(phrase_words_.size()), key});
  for (const Token& token : tokens.subspan(1)) {
    const auto text = token.span().of(word);
    phrase_words_.push_back(
        {WordHash::of(text), static_cast<std::uint32_t>(phrase_text_.size()), token.size});
    phrase_text_ += text;
  }
  members_[tag].emplace_back(first, TagSet::kBegins);
  auto& of_first = loose_.starts[first];
  const auto shorter =
      std::ranges::find_if(of_first, [&](const auto& other) { return other.size < start.size; });
  of_first.insert(shorter, start);
  triggers_[first] |= kBeginsPhrase;
}

void Lexicon::add_list(const WordList& list) {
  const auto [it, fresh] = tags_.emplace(list.name, static_cast<Tag>(tags_.size()));
  if (fresh) members_.emplace_back();
  assert(it->second < TagBits::kSize);
  for (const auto& [key, words] : list.items) {
    keys_.push_back(key);
    for (const auto& word : words) add_item(it->second, static_cast<std::uint32_t>(keys_.size() - 1), word);
  }
}

// The old number of each entry; that of no list stays the first.
std::vector<std::uint32_t> Lexicon::most_lists_first() const {
  std::vector<std::uint32_t> order(lists_.size());
  std::iota(order.begin(), order.end(), 0);
  const auto lists = [&](std::uint32_t entry) {
    return loose_.values[entry].size() + loose_.starts[entry].size();
  };
  std::ranges::stable_sort(order.begin() + 1, order.end(), std::greater{}, lists);
  return order;
}

void Lexicon::finish() {
  const auto order = most_lists_first();
  std::vector<std::uint32_t> fresh(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) fresh[order[i]] = i;
  const auto in_order = [&](const auto& of_entries) {
    auto out = of_entries;
    for (std::uint32_t i = 0; i < order.size(); ++i) out[i] = of_entries[order[i]];
    return out;
  };
  lists_ = in_order(lists_);
  triggers_ = in_order(triggers_);
  values_ = PackedRows(loose_.values, order);
  starts_ = PackedRows(loose_.starts, order);
  for (auto& list : members_)
    for (auto& [entry, how] : list) entry = fresh[entry];
  words_.renumber(fresh);
  prefixes_.renumber(fresh);
  reversed_suffixes_.renumber(fresh);
  for (std::uint32_t entry = 0; entry < order.size(); ++entry)
    for (const auto& start : starts_[entry]) {
      const auto place = place_of_pair(entry, start.second);
      pairs_[place / 64] |= std::uint64_t{1} << place % 64;
    }
  std::vector<std::uint32_t> as_they_are(loose_.whole_values.size());
  std::iota(as_they_are.begin(), as_they_are.end(), 0);
  whole_values_ = PackedRows(loose_.whole_values, as_they_are);
  loose_ = {};
}

// But for what follows from it, and the names of the lists.
template <class Archive, class Self>
void Lexicon::pass(Archive& archive, Self& lexicon) {
  archive.pass_row(lexicon.triggers_);
  PackedRows<Value>::pass(archive, lexicon.values_);
  PackedRows<PhraseStart>::pass(archive, lexicon.starts_);
  WordTable::pass(archive, lexicon.words_);
  archive.pass_size(lexicon.keys_);
  for (auto& key : lexicon.keys_) archive.pass_leaf(key);
  archive.pass_row(lexicon.phrases_);
  archive.pass_row(lexicon.phrase_words_);
  archive.pass_leaf(lexicon.phrase_text_);
  archive.pass_row(lexicon.pairs_);
  WordTable::pass(archive, lexicon.whole_);
  PackedRows<Value>::pass(archive, lexicon.whole_values_);
  AffixTree::pass(archive, lexicon.prefixes_);
  AffixTree::pass(archive, lexicon.reversed_suffixes_);
}

std::string Lexicon::prepared() const {
  std::vector<std::string> names(tags_.size());
  for (const auto& [name, tag] : tags_) names[tag] = name;
  ArchiveWriter writer;
  writer.pass_size(names);
  for (const auto& name : names) writer.pass_leaf(name);
  pass(writer, *this);
  return writer.take();
}

Lexicon Lexicon::from_prepared(std::string_view bytes) {
  Lexicon lexicon;
  ArchiveReader reader(bytes);
  std::vector<std::string> names;
  reader.pass_size(names);
  for (auto& name : names) {
    reader.pass_leaf(name);
    lexicon.tags_.emplace(name, static_cast<Tag>(lexicon.tags_.size()));
  }
  pass(reader, lexicon);
  lexicon.list_members();
  return lexicon;
}

// Which words each list has, by the lists that each word has.
void Lexicon::list_members() {
  lists_.resize(values_.size());
  members_.resize(tags_.size());
  for (std::uint32_t entry = 0; entry < values_.size(); ++entry) {
    for (const Value& value : values_[entry]) {
      lists_[entry].insert(value.tag);
      members_[value.tag].emplace_back(entry, TagSet::kIn | TagSet::kBegins);
    }
    for (const PhraseStart& start : starts_[entry]) members_[start.tag].emplace_back(entry, TagSet::kBegins);
  }
}

void Lexicon::mark_trigger(const std::string& start, std::uint32_t trigger_bits) {
  const Tag list = tag(start);
  if (list == kNoTag) {
    const auto tokens = tokens_of(start);
    if (!tokens.empty()) triggers_[entry_for(folded(tokens.front().span().of(start)))] |= trigger_bits;
    return;
  }
  mark_list(list, trigger_bits);
}

void Lexicon::mark_list(Tag list, std::uint32_t trigger_bits) {
  if (list == kNoTag) return;
  for (const auto& [entry, how] : members_[list]) triggers_[entry] |= trigger_bits;
}

// Longer words are none of a language.
std::uint32_t Lexicon::suffix_of(std::string_view word) const {
  return word.size() > kLongestCompound ? 0 : reversed_suffixes_.longest_end(word);
}

std::uint32_t Lexicon::prefix_of(std::string_view word) const { return prefixes_.longest_start(word); }

void Lexicon::look_up_parts(std::string_view word, Token& token) const {
  token.suffix = suffix_of(word);
  token.prefix = prefix_of(word);
  token.triggers = triggers_[token.suffix] | triggers_[token.prefix];
}

TagBits Lexicon::lists_in(std::span<const Token> tokens) const {
  TagBits lists;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    for (const auto entry : {token.word, token.suffix, token.prefix})
      if (entry) lists |= lists_[entry];
    if (!(token.triggers & kBeginsPhrase) || token.shape & kNoPhrase || i + 1 == tokens.size()) continue;
    for (const auto& start : starts_[token.word])
      if (start.second == tokens[i + 1].hash) lists.insert(start.tag);
  }
  return lists;
}

std::vector<std::uint64_t> Lexicon::memberships(std::span<const Tag> lists) const {
  assert(lists.size() <= 32);
  std::vector<std::uint64_t> out(lists_.size());
  for (std::size_t i = 0; i < lists.size(); ++i) {
    if (lists[i] == kNoTag) continue;
    for (const auto& [entry, how] : members_[lists[i]])
      out[entry] |= std::uint64_t{1} << (how & TagSet::kIn ? i : i + lists.size());
  }
  return out;
}

std::string_view Lexicon::value_in(std::uint32_t entry, Tag tag) const {
  for (const Value& value : values_[entry])
    if (value.tag == tag) return keys_[value.key];
  return {};
}

Lexicon::Surface Lexicon::surface(std::string_view words) const {
  if (words.empty()) return {};
  const FoldedWord word(words);
  return {whole_.find(word), suffix_of(word), prefix_of(word)};
}

std::string_view Lexicon::value_of(const Surface& surface, Tag tag) const {
  for (const Value& value : whole_values_[surface.whole])
    if (value.tag == tag) return keys_[value.key];
  for (const auto entry : {surface.suffix, surface.prefix})
    if (lists_[entry].has(tag)) return value_in(entry, tag);
  return {};
}

bool Lexicon::is_phrase(std::string_view folded, const std::vector<Token>& tokens, std::uint32_t at,
                        const PhraseStart& start) const {
  const auto* word = &phrase_words_[phrases_[start.phrase].words];
  for (std::uint32_t i = 1; i < start.size; ++i, ++word) {
    const Token& token = tokens[at + i];
    if (token.hash != word->hash || token.size != word->size) return false;
    if (!WordHash::tells_all(word->size) &&
        token.span().of(folded) != std::string_view(phrase_text_).substr(word->begin, word->size))
      return false;
  }
  return true;
}

// In two loops, as what each keeps at hand then fits into registers.
void Lexicon::look_up(std::string_view folded, std::span<Token> tokens) const {
  constexpr std::size_t kAhead = 8;  // tokens: what a look-up waits for is on its way by then
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    words_.fetch(tokens[std::min(i + kAhead, tokens.size() - 1)].hash);
    Token& token = tokens[i];
    if (!token.is(TokenClass::punctuation))
      token.word = words_.find(token.hash, {folded.data() + token.begin, token.size});
  }
  Token* opener = nullptr;  // the token before, where a phrase may begin with it
  for (Token& token : tokens) {
    if (opener && !may_be_pair(opener->word, token.hash)) opener->shape |= kNoPhrase;
    opener = nullptr;
    if (token.is(TokenClass::punctuation)) continue;
    set_parts(folded, token);
    if (token.triggers & kBeginsPhrase) opener = &token;
  }
}

PhraseHit Lexicon::longest_phrase(std::string_view folded, const std::vector<Token>& tokens, std::uint32_t at,
                                  std::uint32_t end, const TagSet& tags) const {
  const auto second = at + 1 >= end ? 0 : tokens[at + 1].hash;
  for (const auto& start : starts_[tokens[at].word]) {
    if (start.second != second || !tags.has(start.tag) || at + start.size > end) continue;
    if (is_phrase(folded, tokens, at, start)) return {start.tag, at, at + start.size, key_of(start)};
  }
  return {kNoTag, at, at, {}};
}

PhraseHit Lexicon::single_word(const std::vector<Token>& tokens, std::uint32_t at, const TagSet& tags) const {
  for (const auto entry : {tokens[at].word, tokens[at].suffix, tokens[at].prefix})
    for (const Value& value : values_[entry])
      if (tags.has(value.tag)) return {value.tag, at, at + 1, keys_[value.key]};
  return {kNoTag, at, at, {}};
}

}  // namespace gegenprobe::extract

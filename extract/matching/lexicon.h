#pragma once
#include <array>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/matching/rule_file.h"
#include "extract/matching/word_table.h"
#include "extract/text/token.h"

namespace gegenprobe::extract {

/// The lists of a language are numbered; a Tag is that number.
using Tag = std::uint16_t;
inline constexpr Tag kNoTag = 0xFFFF;

/// A set of tags. Fixed size, so that asking is one load.
class TagBits {
 public:
  static constexpr std::size_t kSize = 512;
  void insert(Tag tag) { bits_[tag / 64] |= std::uint64_t{1} << (tag % 64); }
  bool has(Tag tag) const { return tag != kNoTag && (bits_[tag / 64] >> (tag % 64) & 1) != 0; }
  TagBits& operator|=(const TagBits& other) {
    for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] |= other.bits_[i];
    return *this;
  }
  bool meets(const TagBits& other) const {
    std::uint64_t both = 0;
    for (std::size_t i = 0; i < bits_.size(); ++i) both |= bits_[i] & other.bits_[i];
    return both != 0;
  }

 private:
  std::array<std::uint64_t, kSize / 64> bits_{};
};

/// Several lists that are asked about together, made by Lexicon::tags(): for each word of the lexicon it is
/// written down whether it stands in one of them, so that asking for many costs no more than for one.
class TagSet {
 public:
  bool has(Tag tag) const { return tags_.has(tag); }
  bool meets(const TagBits& lists) const { return tags_.meets(lists); }

 private:
  friend class Lexicon;
  enum : std::uint8_t { kIn = 1, kBegins = 2 };  // of two bits for each entry
  std::uint64_t of(std::uint32_t entry) const { return members_[entry / 32] >> entry % 32 * 2; }

  TagBits tags_;
  std::vector<std::uint64_t> members_;
};

/// A phrase of a list found in a sentence: tokens [first, last).
struct PhraseHit {
  Tag tag;
  std::uint32_t first, last;
  std::string_view value;  ///< the key under which the list has it
};

/// Rows of different lengths, one behind the other.
template <class Item>
class PackedRows {
 public:
  PackedRows() = default;
  /// The rows in the order of these numbers.
  PackedRows(const std::vector<std::vector<Item>>& rows, std::span<const std::uint32_t> order) : begins_{0} {
    begins_.reserve(order.size() + 1);
    for (const auto row : order) {
      items_.insert(items_.end(), rows[row].begin(), rows[row].end());
      begins_.push_back(static_cast<std::uint32_t>(items_.size()));
    }
  }
  std::span<const Item> operator[](std::uint32_t row) const {
    return {items_.data() + begins_[row], items_.data() + begins_[row + 1]};
  }
  std::uint32_t size() const { return static_cast<std::uint32_t>(begins_.size() - 1); }
  template <class Archive, class Rows>
  static void pass(Archive& archive, Rows& rows) {
    archive.pass_row(rows.begins_);
    archive.pass_row(rows.items_);
  }

 private:
  std::vector<std::uint32_t> begins_{0, 0};  // of each row, and where the last ends
  std::vector<Item> items_;
};

/// Beginnings of words as a tree over their bytes: the longest that a word has, in as many steps as it is
/// long.
class AffixTree {
 public:
  /// The number kept for an affix; 0 where it is new.
  std::uint32_t& operator[](std::string_view affix);
  /// That of the longest affix that `word` begins with and goes on after; 0 where there is none.
  std::uint32_t longest_start(std::string_view word) const;
  /// The same for the word read from its end.
  std::uint32_t longest_end(std::string_view word) const;
  /// Gives each affix the number that stands at its own in `fresh`, where 0 stays 0.
  void renumber(std::span<const std::uint32_t> fresh);
  template <class Archive, class Tree>
  static void pass(Archive& archive, Tree& tree) {
    archive.pass_row(tree.from_root_);
    archive.pass_row(tree.edges_);
    archive.pass_row(tree.numbers_);
  }

 private:
  template <class Bytes>
  std::uint32_t longest(Bytes bytes) const;
  // An edge leads from a node by a byte; kept in open addressing, as most nodes have one or two. The root's,
  // which every word asks for, stand in a table.
  struct Edge {
    std::uint32_t from_by = 0, to = 0;  // node * 256 + byte; to 0: empty
  };
  std::size_t place_of(std::uint32_t from_by) const;
  std::uint32_t next(std::uint32_t node, unsigned char byte) const;
  void grow();

  std::vector<std::uint32_t> from_root_ = std::vector<std::uint32_t>(256);
  std::vector<Edge> edges_ = std::vector<Edge>(64);
  std::vector<std::uint32_t> numbers_{0};  // of each node
};

/// All words of a language's lists, found in one look-up a token. Words are compared in lower case. It is
/// made by add_list() and mark_trigger(), in whatever order, and then finish(); whatever is asked is asked
/// after that.
class Lexicon {
 public:
  /// What finish() has made, as bytes, and made of such bytes again: these have to stay where they are.
  std::string prepared() const;
  static Lexicon from_prepared(std::string_view bytes);

  /// The number of a list, for asking with has(). kNoTag where there is none of that name.
  Tag tag(std::string_view list) const;
  /// The set of several lists; those that do not exist are left out.
  TagSet tags(std::span<const std::string_view> lists) const;
  TagSet tags(std::initializer_list<std::string_view> lists) const {
    return tags(std::span(lists.begin(), lists.size()));
  }
  /// The list has to stay where it is.
  void add_list(const WordList& list);
  /// The words that `start` names (a list, or one word) set off what has these bits.
  void mark_trigger(const std::string& start, std::uint32_t trigger_bits);
  /// The same of the words of a list, and of those that begin its phrases; after finish() as well. Nothing
  /// where there is no such list.
  void mark_list(Tag list, std::uint32_t trigger_bits);
  /// Puts what is known of a word side by side, and words that many lists have before others: what a text
  /// asks for again and again stays in the cache then.
  void finish();

  /// Fills in Token::word, or else Token::suffix and Token::prefix, and Token::triggers. `folded` is the text
  /// in lower case.
  void look_up(std::string_view folded, Token& token) const {
    token.word = words_.find(token.span().of(folded));
    set_parts(folded, token);
  }
  /// The same without looking at the parts of compounds.
  void look_up_word(std::string_view folded, Token& token) const {
    const auto word = token.span().of(folded);
    token.word = words_.find(word);
    token.suffix = token.prefix = 0;
  }

  /// All tokens of a paragraph but punctuation. Sets kNoPhrase too where no phrase of any list begins, as
  /// nearly everywhere: finders ask for the phrases of many lists at each token.
  /// \pre hash_words() was called; the same holds for all that looks for phrases
  void look_up(std::string_view folded, std::span<Token> tokens) const;

  /// Whether a folded word has an ending of the list («*en»), whether or not the word itself stands in lists.
  bool ends_as(std::string_view word, Tag tag) const {
    return tag != kNoTag && lists_[suffix_of(word)].has(tag);
  }
  /// The same of a beginning («anzu*»).
  bool begins_as(std::string_view word, Tag tag) const {
    return tag != kNoTag && lists_[prefix_of(word)].has(tag);
  }
  bool has(const Token& token, Tag tag) const {
    if (tag == kNoTag) return false;
    return any_part(token, [&](std::uint32_t entry) { return lists_[entry].has(tag); });
  }
  bool has_any(const Token& token, const TagSet& tags) const {
    return (parts(token, tags) & TagSet::kIn) != 0;
  }
  /// All lists that have one of these words, or a phrase that begins with the first two words of one here.
  TagBits lists_in(std::span<const Token> tokens) const;
  /// Of each entry, in the order of Token::word, which of `lists` (at most 32) it is in: bit i for lists[i];
  /// and above these bits, from lists.size() on, of which lists a phrase begins with it.
  std::vector<std::uint64_t> memberships(std::span<const Tag> lists) const;
  /// The key under which a single word stands in a list; "" where it does not.
  std::string_view value(const Token& token, Tag tag) const {
    if (tag == kNoTag) return {};
    for (const auto entry : {token.word, token.suffix, token.prefix})
      if (lists_[entry].has(tag)) return value_in(entry, tag);
    return {};
  }
  /// Calls visit(tag, key) for each list that the word stands in.
  template <class Visit>
  void each_value(const Token& token, Visit visit) const {
    for (const auto entry : {token.word, token.suffix, token.prefix})
      for (const Value& value : values_[entry]) visit(value.tag, keys_[value.key]);
  }
  /// Calls visit(tag, key) for each list that has tokens [at, end) as a phrase.
  template <class Visit>
  void each_phrase(std::string_view folded, const std::vector<Token>& tokens, std::uint32_t at,
                   std::uint32_t end, Visit visit) const {
    for (const auto& start : starts_[tokens[at].word])
      if (start.size == end - at && is_phrase(folded, tokens, at, start)) visit(start.tag, key_of(start));
  }
  /// The same for any text, one word or several, as the list has it: "1000000" for "Mio.".
  std::string_view value_of(std::string_view words, Tag tag) const { return value_of(surface(words), tag); }
  /// What the lists have of such a text, for asking about several of them.
  struct Surface {
    std::uint32_t whole = 0, suffix = 0, prefix = 0;
  };
  Surface surface(std::string_view words) const;
  std::string_view value_of(const Surface& surface, Tag tag) const;
  /// The longest phrase (two words or more) or single word of one of `tags` that begins at tokens[at],
  /// within [at, end). A hit without tag where there is none.
  PhraseHit longest(std::string_view folded, const std::vector<Token>& tokens, std::uint32_t at,
                    std::uint32_t end, const TagSet& tags) const {
    if (at >= end) return {kNoTag, at, at, {}};
    const auto how = parts(tokens[at], tags);
    if (how & TagSet::kBegins && !(tokens[at].shape & kNoPhrase))
      if (const auto hit = longest_phrase(folded, tokens, at, end, tags); hit.tag != kNoTag) return hit;
    return how & TagSet::kIn ? single_word(tokens, at, tags) : PhraseHit{kNoTag, at, at, {}};
  }

 private:
  /// A list's key for one of its words.
  struct Value {
    std::uint32_t key;  ///< of keys_
    Tag tag;
    std::uint16_t unused = 0;  ///< fills up
  };
  /// Of a phrase what says that it is not the one that stands there, nearly always.
  struct PhraseStart {
    std::uint64_t second;  ///< hash of its second word
    std::uint32_t phrase;  ///< of phrases_
    std::uint16_t size;    ///< in words
    Tag tag;
  };
  struct PhraseWord {
    std::uint64_t hash;
    std::uint32_t begin, size;  ///< of phrase_text_
  };

  // Most words have one entry or none, and entry 0 is in no list.
  template <class Asked>
  bool any_part(const Token& token, Asked asked) const {
    return (token.word && asked(token.word)) || (token.suffix && asked(token.suffix)) ||
           (token.prefix && asked(token.prefix));
  }
  static std::uint64_t parts(const Token& token, const TagSet& tags) {
    return tags.of(token.word) | tags.of(token.suffix) | tags.of(token.prefix);
  }
  struct Phrase {
    std::uint32_t words;  ///< of phrase_words_, its second
    std::uint32_t key;    ///< of keys_
  };
  // What follows from Token::word.
  void set_parts(std::string_view folded, Token& token) const {
    token.suffix = token.prefix = 0;
    token.triggers = triggers_[token.word];
    if (!token.word && token.size >= kShortestCompound && token.is(TokenClass::word))
      look_up_parts(token.span().of(folded), token);
  }
  bool is_phrase(std::string_view folded, const std::vector<Token>& tokens, std::uint32_t at,
                 const PhraseStart& start) const;
  std::string_view key_of(const PhraseStart& start) const { return keys_[phrases_[start.phrase].key]; }
  static constexpr std::size_t kShortestCompound = 6;       // bytes
  static constexpr std::uint32_t kBeginsPhrase = 1u << 31;  // above the bits of trigger_bit()
  void look_up_parts(std::string_view word, Token& token) const;
  PhraseHit longest_phrase(std::string_view folded, const std::vector<Token>& tokens, std::uint32_t at,
                           std::uint32_t end, const TagSet& tags) const;
  PhraseHit single_word(const std::vector<Token>& tokens, std::uint32_t at, const TagSet& tags) const;
  /// Where the first two words of a phrase have their mark in pairs_.
  static std::size_t place_of_pair(std::uint32_t first, std::uint64_t second) {
    return (second ^ first * std::uint64_t{0x9E3779B97F4A7C15}) % kPairs;
  }
  bool may_be_pair(std::uint32_t first, std::uint64_t second) const {
    const auto place = place_of_pair(first, second);
    return (pairs_[place / 64] >> place % 64 & 1) != 0;
  }
  std::string_view value_in(std::uint32_t entry, Tag tag) const;
  std::uint32_t new_entry();
  std::uint32_t entry_for(std::string_view word);
  std::uint32_t suffix_of(std::string_view word) const;
  std::uint32_t prefix_of(std::string_view word) const;
  void add_item(Tag tag, std::uint32_t key, std::string_view item);
  void add_phrase(Tag tag, std::uint32_t key, std::string_view word, std::span<const Token> tokens,
                  std::uint32_t first);
  std::vector<std::uint32_t> most_lists_first() const;
  template <class Archive, class Self>
  static void pass(Archive& archive, Self& lexicon);
  void list_members();

  /// What finish() packs, of each entry.
  struct Loose {
    std::vector<std::vector<Value>> values{1};
    std::vector<std::vector<PhraseStart>> starts{1};  // longest first
    std::vector<std::vector<Value>> whole_values{1};
    std::vector<Token> tokens;  // of the item that is being added
  };
  Loose loose_;

  // Of each list, its words and those that begin its phrases, with what TagSet writes down of them.
  std::vector<std::vector<std::pair<std::uint32_t, std::uint8_t>>> members_;
  // Of each entry; entry 0 is a word of no list.
  std::vector<TagBits> lists_{1};
  std::vector<std::uint32_t> triggers_{0};  // what it may set off; bits given by mark_trigger
  PackedRows<Value> values_;
  PackedRows<PhraseStart> starts_;  // of the phrases that begin with this word; longest first
  WordTable words_;                 // to entries
  std::unordered_map<std::string, Tag> tags_;
  std::vector<std::string_view> keys_;  // of all lists
  std::vector<Phrase> phrases_;
  std::vector<PhraseWord> phrase_words_;
  std::string phrase_text_;
  static constexpr std::size_t kPairs = 1u << 17;
  std::vector<std::uint64_t> pairs_ =
      std::vector<std::uint64_t>(kPairs / 64);  // a bit for the first two words of each phrase
  // What a list has, as it stands there, one word or several: to its keys.
  WordTable whole_;
  PackedRows<Value> whole_values_;
  AffixTree prefixes_;           // "million" -> entry
  AffixTree reversed_suffixes_;  // "ztasmu" -> entry
};

}  // namespace gegenprobe::extract

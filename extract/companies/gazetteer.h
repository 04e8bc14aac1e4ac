#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/matching/rules.h"
#include "ingest/result.h"

namespace gegenprobe::extract {

/// A line of the gazetteer. Views into its text; empty where nothing is known.
struct Company {
  std::string_view key, name, kind, country, wikidata, lei, ticker;
  std::string_view year_end;  ///< "09-30" where the business year is not the calendar year
  std::string_view parent;    ///< key
};

/// Whether companies of a kind are more often sources than subjects: agencies, papers, researchers of
/// markets.
bool is_media(std::string_view kind);
/// Whether they put figures on others: raters, associations of creditors.
bool rates_others(std::string_view kind);

/// A name of a company as it stands in a text.
struct KnownName {
  const Company* company = nullptr;
  std::uint16_t tokens = 0;  ///< how many tokens it covers
  std::uint8_t ending = 0;   ///< bytes of the last token that are a genitive's, no part of the name
  bool guarded = false;      ///< also a common word or name: needs a company context
  bool former = false;       ///< the company has another name now
  std::uint32_t id = 0;      ///< of the name, for namesakes()
};

struct GazetteerIndex;

/// All names of all known companies. Names are compared token by token and with their capitals; the forms
/// of headlines («SIEMENS»), of papers with a style of their own («Ebay», «Basf») and, where asked for, of
/// German declension («Siemens’», «der Deutschen Bank», «OpenAIs») are found too.
class Gazetteer {
 public:
  /// Reads the tab-separated parts. Errors name file:line. About 1 ms for 5,000 companies.
  static Result<std::unique_ptr<const Gazetteer>> load(const std::vector<RuleSource>& parts);
  /// The same from what index() of the same parts gave once; reads nothing.
  static std::unique_ptr<const Gazetteer> prepared(const std::vector<RuleSource>& parts,
                                                   std::shared_ptr<const GazetteerIndex> index);
  ~Gazetteer();

  /// The longest name that begins with tokens[at], within [at, end); company == nullptr where none does.
  /// `folded` is `text` in lower case, and hash_words() was called. Constant time, however many names there
  /// are.
  KnownName longest_at(std::string_view text, std::string_view folded, const std::vector<Token>& tokens,
                       std::uint32_t at, std::uint32_t end, bool declined) const;
  /// All companies of a name that several have («Telekom»), in the order of the table; else empty.
  std::vector<const Company*> namesakes(std::uint32_t name_id) const;
  /// Whether longest_at needs to be asked at a token at all: where it does not, no name begins with this
  /// word. Words that are declined («Siemens’», «Deutschen Bank») have to be asked for. A few false alarms.
  bool may_begin(const Token& token) const { return is_seen(begins_, token.hash); }
  /// The same at a token without a capital: «adidas», «1&1».
  bool may_begin_small(const Token& token) const { return is_seen(small_, token.hash); }
  /// The company of that key or exact name; nullptr where there is none.
  const Company* find(std::string_view key_or_name) const;
  /// How many companies there are, and each, in the order of the tables.
  std::size_t size() const;
  const Company& company(std::size_t row) const;
  const GazetteerIndex& index() const;

 private:
  struct Index;
  explicit Gazetteer(std::unique_ptr<Index> index);
  static bool is_seen(std::span<const std::uint64_t> seen, std::uint64_t hash) {
    return (seen[hash >> 6 & (seen.size() - 1)] >> (hash & 63) & 1) != 0;
  }
  std::unique_ptr<Index> index_;
  std::span<const std::uint64_t> begins_, small_;  // of the index
};

}  // namespace gegenprobe::extract

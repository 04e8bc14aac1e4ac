#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extract/rules.h"
#include "ingest/result.h"

namespace gegenprobe::extract {

/// A line of the gazetteer. Views into its text; empty where nothing is known.
struct Company {
  std::string_view key, name, kind, country, wikidata, lei, ticker;
  std::string_view year_end;  ///< "09-30" where the business year is not the calendar year
  std::string_view parent;    ///< key
};

/// A name of a company as it may stand in a text.
struct KnownName {
  const Company* company;
  std::uint16_t tokens;  ///< how many tokens it covers
  bool guarded;          ///< also a common word or name: needs a company context
};

/// All names of all known companies. Names are compared token by token and with their capitals.
class Gazetteer {
 public:
  /// Reads the tab-separated parts. Errors name file:line.
  static Result<std::unique_ptr<const Gazetteer>> load(const std::vector<RuleSource>& parts);
  ~Gazetteer();

  /// The longest name that begins with tokens[at], within [at, end); company == nullptr where none does.
  /// Constant time where no name begins with that token.
  KnownName longest_at(std::string_view text, const std::vector<Token>& tokens, std::uint32_t at,
                       std::uint32_t end) const;
  /// The company of that key or exact name; nullptr where there is none.
  const Company* find(std::string_view key_or_name) const;
  const std::vector<Company>& companies() const;

 private:
  Gazetteer();
  struct Index;
  std::unique_ptr<Index> index_;
};

}  // namespace gegenprobe::extract

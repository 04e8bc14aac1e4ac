#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "extract/companies/gazetteer.h"
#include "extract/text/text.h"

namespace gegenprobe::extract {

inline constexpr int kSure = 2;    ///< evidence that makes an unknown name a company's
inline constexpr int kLikely = 1;  ///< enough for a guarded name of the gazetteer
inline constexpr std::uint32_t kNoEntity = 0xFFFFFFFF;

enum class NameSource : std::uint8_t { gazetteer, legal_form, name_end, context, list, short_form };

/// A place in the text where a name stands, or may stand.
struct FoundCompany {
  std::uint32_t first, last;  ///< tokens, without what only closes the name
  Span span;                  ///< all of it, with the legal form
  const Company* company;
  NameSource source;
  int weight;  ///< kSure and more: it is a company
  const Sentence* sentence;
  std::uint32_t entity = kNoEntity;  ///< of the article; given last
  std::uint32_t name_id = 0;         ///< the gazetteer's
  bool former = false;               ///< a name that the company has no more
};

/// By what a mark speaks. Several marks of a kind but `name` say no more than one: any noun may stand there.
enum class MarkKind : std::uint8_t {
  name,
  compound,  ///< «…-Aktie»: what stands before the hyphen
  told,      ///< "… reported a profit of $5m": a word of no list
  bought,    ///< «kauft …»
};
inline constexpr std::size_t kMarkKinds = 4;

/// The context speaks for a firm whose name begins (or ends) with this token's border.
struct CompanyMark {
  std::uint32_t token;
  int weight;
  bool before;  ///< the name begins here
  MarkKind kind;
  const Sentence* sentence;
};

/// What one pass over a text notes of companies.
struct CompanyFinds {
  std::vector<FoundCompany> found;
  std::vector<CompanyMark> marks;                ///< sentence by sentence
  std::vector<Span> others;                      ///< tokens of authorities, parties, indices, ascending
  std::unordered_set<std::string_view> persons;  ///< surnames
  std::unordered_set<std::string> other_names;   ///< short forms of the others: initials, last words
};

}  // namespace gegenprobe::extract

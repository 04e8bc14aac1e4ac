#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "store/cross_check.h"

namespace gegenprobe::store {

/// What a desk works through in the morning, in this order.
enum class Section : std::uint8_t {
  scale_suspect,  ///< slips of scale between articles; figures that cannot be; sums and conversions that fail
  contradiction,  ///< contradicts, differs
  changed,        ///< superseded: changed after publication, corrected, final after preliminary
  forecast,       ///< missed, then met
  one_origin      ///< figures that no other origin has
};
inline constexpr std::size_t kSections = 5;
std::string_view word(Section section);  ///< "scale_suspect", "contradiction", …
std::optional<Section> section(std::string_view word);
Section section_of(Verdict verdict);  ///< agrees and not_comparable: one_origin

/// One thing to look at. A figure that slipped meets every copy of the right one: that is one case.
struct Case {
  Section section = Section::scale_suspect;
  Comparison comparison = {};         ///< of `a` with `b`; of a claim alone, verdict and reason
  StoredClaim a = {};                 ///< of two, published first, as far as is known
  std::optional<StoredClaim> b = {};  ///< missing where a claim is suspicious by itself, and in one_origin
  std::string told = {};              ///< of a claim suspicious by itself: see extract::Finding
  bool pivot_is_b = false;            ///< which of the two the further claims are compared with
  std::vector<Evidence> more = {};  ///< further claims at odds with the pivot in the same way; in one_origin,
                                    ///< the figure's copies of the same origin; a dozen at most
  std::size_t more_count = 0;       ///< how many there are
  bool at_odds = false;  ///< in one_origin: another section tells of the figure, whether it is shown or not
};

struct CaseFilter {
  ConflictFilter conflicts;            ///< its verdicts, where there are any, choose among the sections'
  std::vector<Section> sections = {};  ///< empty: all
};

struct SectionCount {
  Section section;
  std::size_t cases = 0;
  std::size_t pairs = 0,
              suspects = 0;  ///< what they are made of: pairs of claims, figures wrong by themselves
  bool is_exact = true;      ///< otherwise there are more
};
struct CaseList {
  std::vector<Case> cases;             ///< by section, within it by verdict, newest first
  std::vector<SectionCount> sections;  ///< of those asked for; before limit and offset
};
/// The morning list; with a `since` that of a day. Reads what add_article() wrote down: costs nothing per
/// claim in the database, and looks at the newest 2000 pairs of a verdict at most.
Result<CaseList> find_cases(Database& database, const CaseFilter& filter);

}  // namespace gegenprobe::store

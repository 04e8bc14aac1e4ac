// A part is told in the clause of its figure: before it («in der Autosparte setzte … um»), or right behind it
// ("$3.4bn at its cloud unit"). What stands further off may be of another figure; a part that is overlooked
// makes two figures comparable that are not, one that is seen too much only keeps them apart.
#include "extract/claims/claim_part.h"

#include <algorithm>

#include "extract/claims/claim_region.h"
#include "extract/claims/claim_segment.h"
#include "extract/claims/part_view.h"

namespace gegenprobe::extract {
namespace {

struct WholeTags {
  TagSet words;
  Tag part_noun;
  explicit WholeTags(const Lexicon& lexicon)
      : words(lexicon.tags({"whole_word"})), part_noun(lexicon.tag("part_noun")) {}
};

bool is_told_by_place(Metric metric) {
  switch (metric) {
    case Metric::stake:
    case Metric::share_price:
    case Metric::market_cap:
    case Metric::valuation:
    case Metric::funding:
    case Metric::debt:
    case Metric::dividend:
    case Metric::acquisition_price:
      return false;
    default:
      return true;
  }
}

}  // namespace

bool is_of_the_whole(const SentenceView& view, const Placed& value) {
  constexpr std::uint32_t kNextTo = 3;
  const auto& whole = view.lists<WholeTags>().words;
  if (!view.may_have(whole)) return false;
  const auto first = std::max(view.sentence.first, value.first - std::min(value.first, kNextTo));
  const auto last = std::min(view.sentence.last, value.last + kNextTo);
  for (auto i = first; i < last; ++i) {
    const bool inside = i >= value.first && i < value.last;
    if (!inside && view.same_clause(i, value.first) && view.lexicon.has_any(view.text.tokens[i], whole) &&
        !view.values_between(i, value.first))
      return true;
  }
  return false;
}

std::string without_part(std::string_view variant) {
  const auto part = part_in(variant);
  if (part.empty()) return std::string(variant);
  variant.remove_suffix(part.size());
  return std::string(variant.substr(0, variant.find_last_not_of(' ') + 1));
}

namespace {

bool opens_with_part(const SentenceView& view) {
  const auto first = view.sentence.first;
  return view.verbs_last && view.has(first, view.tags.nominative_article) &&
         view.has(first + 1, view.lists<WholeTags>().part_noun);
}

}  // namespace

std::string part_of(const SentenceView& view, const Placed& value, const Cue* cue, Metric metric) {
  // «|Die Sparte| beschäftigt weltweit 300 Menschen»: the whole of a part.
  const bool whole = is_of_the_whole(view, value);
  if (whole && !opens_with_part(view)) return {};
  std::string part;
  if (const auto segment = segment_of(view, value, cue, metric); !segment.empty())
    part = "segment:" + segment;
  if (is_told_by_place(metric) && !whole)
    if (const auto region = region_of(view, value, cue, metric); !region.empty())
      part.append(part.empty() ? "" : " ").append("region:").append(region);
  return part;
}

bool is_unnamed(std::string_view part) {
  constexpr std::string_view kSegment = "segment:";
  return part.starts_with(kSegment) && part.substr(kSegment.size()) == kUnnamedPart;
}

std::string_view part_in(std::string_view variant) {
  const auto at = std::min(variant.find("segment:"), variant.find("region:"));
  return at == std::string_view::npos ? std::string_view{} : variant.substr(at);
}

std::string with_part(std::string_view variant, const std::string& part) {
  if (part.empty()) return std::string(variant);
  const auto kind = variant.substr(0, variant.find(' '));
  // "US truck sales": what the metric's word says of the trade, the words around say of the place.
  const bool of_trade = kind.starts_with("segment:") && part.starts_with("region:");
  if (kind.empty() || (kind.find(':') != std::string_view::npos && !of_trade)) return part;
  return std::string(kind) + " " + part;
}

}  // namespace gegenprobe::extract

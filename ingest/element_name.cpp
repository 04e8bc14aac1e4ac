// The words are in data/page.toml. Names are read by their words («article-comments» is «article» and
// «comments») and by each two that follow each other: «author-box» is beside the text, where neither "author"
// nor "box" need be.
#include "ingest/element_name.h"

#include <algorithm>

#include "ingest/page_words.h"

namespace gegenprobe::ingest {
namespace {

constexpr std::size_t kLongestName = 400;  // bytes; longer ones are lists of layout classes

Place read_name(std::string_view name) {
  const auto& words = page_words();
  const auto parts = words_of_name(name);
  std::string joined;
  for (const auto& part : parts) joined += part;
  Place place;
  for (const auto& body : words.body) place.body |= joined.find(body) != joined.npos;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto pair = i > 0 ? parts[i - 1] + parts[i] : std::string();
    place.comments |= words.comments.contains(parts[i]);
    place.beside |= words.beside.contains(parts[i]) || (i > 0 && words.beside.contains(pair));
    place.consent |= words.consent.contains(parts[i]) || (i > 0 && words.consent.contains(pair));
    place.lead |= words.lead.contains(parts[i]) || (i > 0 && words.lead.contains(pair));
  }
  return place;
}

}  // namespace

Place ElementNames::place_of(const HtmlTree::Node& node) {
  auto name = std::string(node.attribute("class"));
  name.append(" ").append(node.attribute("id"));
  if (name.size() < 2 || name.size() > kLongestName) return {};
  const auto [known, is_new] = known_.try_emplace(std::move(name));
  if (is_new) known->second = read_name(known->first);
  return known->second;
}

}  // namespace gegenprobe::ingest

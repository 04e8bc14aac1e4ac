// The words are in data/page.toml. Names are read by their words («article-comments» is «article» and
// «comments») and by each two that follow each other: «author-box» is beside the text, where neither "author"
// nor "box" need be.
#include "ingest/element_name.h"

#include <algorithm>
#include <bitset>

#include "ingest/page_words.h"

namespace gegenprobe::ingest {
namespace {

constexpr std::size_t kLongestName = 400;  // bytes; longer ones are lists of layout classes

constexpr std::size_t kMostWords =
    20'000;  // remembered from page to page; sites share the words of their systems

/// Which of the names may begin with two letters: nearly all places of a name are settled by this.
class Begins {
 public:
  explicit Begins(const std::vector<std::string>& names) {
    for (const auto& name : names) may_begin_.set(key(name));
  }
  bool may_be_at(std::string_view text) const { return text.size() >= 2 && may_begin_[key(text)]; }

 private:
  static std::size_t key(std::string_view text) {
    return static_cast<std::size_t>(static_cast<unsigned char>(text[0])) << 8 |
           static_cast<unsigned char>(text[1]);
  }
  std::bitset<1 << 16> may_begin_;
};

bool names_body(std::string_view joined) {
  static const Begins begins(page_words().body);
  for (; joined.size() >= 2; joined.remove_prefix(1))
    if (begins.may_be_at(joined) &&
        std::ranges::any_of(page_words().body, [&](const auto& body) { return joined.starts_with(body); }))
      return true;
  return false;
}

Place read_word(const std::string& word) {
  const auto& words = page_words();
  return {.beside = words.beside.contains(word),
          .comments = words.comments.contains(word),
          .consent = words.consent.contains(word),
          .lead = words.lead.contains(word)};
}

const Place& place_of_word(const std::string& word) {
  thread_local std::unordered_map<std::string, Place> known;
  if (known.size() > kMostWords) known.clear();
  const auto [at, is_new] = known.try_emplace(word);
  if (is_new) at->second = read_word(word);
  return at->second;
}

Place read_name(std::string_view name) {
  const auto parts = words_of_name(name);
  std::string joined;
  for (const auto& part : parts) joined += part;
  Place place{.body = names_body(joined)};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto word = place_of_word(parts[i]);
    const auto pair = i > 0 ? place_of_word(parts[i - 1] + parts[i]) : Place();
    place.comments |= word.comments;
    place.beside |= word.beside || pair.beside;
    place.consent |= word.consent || pair.consent;
    place.lead |= word.lead || pair.lead;
  }
  return place;
}

}  // namespace

Place ElementNames::place_of(const HtmlTree::Node& node) {
  auto& known = of_node_[static_cast<std::size_t>(&node - tree_.nodes().data())];
  if (!known.read) known = {read(node), true};
  return known.place;
}

Place ElementNames::read(const HtmlTree::Node& node) {
  name_.assign(node.attribute("class")).append(" ").append(node.attribute("id"));
  if (name_.size() < 2 || name_.size() > kLongestName) return {};
  if (const auto known = of_name_.find(name_); known != of_name_.end()) return known->second;
  return of_name_[name_] = read_name(name_);
}

}  // namespace gegenprobe::ingest

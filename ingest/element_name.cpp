// The words are in data/page.toml. Names are read by their words («article-comments» is «article» and
// «comments») and by each two that follow each other: «author-box» is beside the text, where neither "author"
// nor "box" need be.
#include "ingest/element_name.h"

#include <algorithm>
#include <bitset>
#include <unordered_map>

#include "ingest/page_words.h"
#include "ingest/per_thread.h"

namespace gegenprobe::ingest {
namespace {

constexpr std::size_t kLongestName = 400;  // bytes; longer ones are lists of layout classes

constexpr std::size_t kFewWords = 6;  // a byline's class has fewer
// Remembered from page to page: a site's pages share their names, and sites the words of their systems.
constexpr std::size_t kMostNames = 20'000, kMostWords = 20'000;

/// Names by the two letters that they begin with: nearly all places of a name are settled by these.
class Beginnings {
 public:
  explicit Beginnings(const std::vector<std::string>& names) {
    for (const auto& name : names) {
      of_letters_[key(name)].push_back(name);
      may_begin_.set(key(name));
    }
  }
  bool any_at(std::string_view text) const {
    if (text.size() < 2 || !may_begin_[key(text)]) return false;
    return std::ranges::any_of(of_letters_.at(key(text)),
                               [&](std::string_view name) { return text.starts_with(name); });
  }

 private:
  static std::size_t key(std::string_view text) {
    return static_cast<std::size_t>(static_cast<unsigned char>(text[0])) << 8 |
           static_cast<unsigned char>(text[1]);
  }
  std::bitset<1 << 16> may_begin_;
  std::unordered_map<std::size_t, std::vector<std::string_view>> of_letters_;
};

bool names_body(std::string_view joined) {
  static const Beginnings beginnings(page_words().body);
  for (; joined.size() >= 2; joined.remove_prefix(1))
    if (beginnings.any_at(joined)) return true;
  return false;
}

Place read_word(const std::string& word) {
  const auto& words = page_words();
  return {.beside = words.beside.contains(word),
          .details = words.details.contains(word),
          .comments = words.comments.contains(word),
          .consent = words.consent.contains(word),
          .lead = words.lead.contains(word),
          .author = words.author_names.contains(word),
          .others = words.other_names.contains(word)};
}

struct KnownWords : std::unordered_map<std::string, Place> {};
struct KnownNames : std::unordered_map<std::string, Place> {};

const Place& place_of_word(const std::string& word) {
  auto& known = per_thread<KnownWords>();
  if (known.size() > kMostWords) known.clear();
  const auto [at, is_new] = known.try_emplace(word);
  if (is_new) at->second = read_word(word);
  return at->second;
}

/// Whether a test holds for one of the classes.
template <class Test>
bool any_class(std::string_view classes, Test test) {
  for (std::size_t begin = 0; begin < classes.size();) {
    const auto end = std::min(classes.find_first_of(" \t\n\r\f", begin), classes.size());
    if (test(classes.substr(begin, end - begin))) return true;
    begin = end + 1;
  }
  return false;
}

/// «hidden», and not «hidden md:block».
bool names_hidden(std::string_view classes) {
  const auto& words = page_words();
  const auto is_shown = [&](std::string_view name) {
    return std::ranges::any_of(words.shown, [&](const auto& end) { return name.ends_with(end); });
  };
  return any_class(classes, [&](std::string_view name) { return words.hidden.contains(name); }) &&
         !any_class(classes, is_shown);
}

void read_authors(std::string_view classes, Place& place) {
  const auto parts = words_of_name(classes);
  for (const auto& part : parts) {
    const auto word = place_of_word(part);
    place.author |= word.author && parts.size() < kFewWords;
    place.others |= word.others || word.comments;
  }
}

Place read_name(std::string_view name) {
  const auto parts = words_of_name(name);
  std::string joined;
  for (const auto& part : parts) joined += part;
  Place place{.body = names_body(joined), .hidden = names_hidden(name)};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto word = place_of_word(parts[i]);
    const auto pair = i > 0 ? place_of_word(parts[i - 1] + parts[i]) : Place();
    place.comments |= word.comments;
    place.beside |= word.beside || pair.beside;
    place.details |= word.details || pair.details;
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
  auto& known = per_thread<KnownNames>();
  if (known.size() > kMostNames) known.clear();
  const auto [at, is_new] = known.try_emplace(name_);
  if (is_new) {
    at->second = read_name(name_);
    read_authors(node.attribute("class"), at->second);
  }
  return at->second;
}

}  // namespace gegenprobe::ingest

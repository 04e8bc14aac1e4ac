#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace gegenprobe::ingest {

/// Words with "*" for any end, or for any begin.
class WordSet {
 public:
  WordSet() = default;
  explicit WordSet(std::vector<std::string> patterns);
  WordSet(WordSet&&) = default;  // the vector keeps its strings where they are
  WordSet& operator=(WordSet&&) = default;
  bool contains(std::string_view word) const;

 private:
  std::vector<std::string> patterns_;  ///< what the others refer to
  std::unordered_set<std::string_view> words_;
  std::vector<std::string_view> begins_;  ///< sorted
  std::vector<std::string_view> ends_;
};

/// Phrases that are looked for in running text, a look-up a word.
class PhraseSet {
 public:
  PhraseSet() = default;
  /// Lower case, single spaces.
  explicit PhraseSet(const std::vector<std::string>& phrases);
  /// Whether one begins with a word of the text, which is lower case with single spaces.
  bool stands_in(std::string_view text) const;

 private:
  std::unordered_map<std::string, std::vector<std::string>> of_first_word_;
};

/// data/page.toml, read when first used.
struct PageWords {
  WordSet beside, details, comments, consent, lead;
  std::vector<std::string> body, shown;  ///< the latter are ends of names of classes
  WordSet hidden;                        ///< whole names of classes
  struct Meta {
    std::vector<std::string> published, dated, modified, title, subtitle, author, outlet, language;
  } meta;
  struct Date {
    WordSet names;
    std::vector<std::string> published, modified;  ///< lower case
  } date;
  struct Kind {
    std::vector<std::string> paywall_names, paywall_phrases, consent_titles, consent_phrases;  ///< lower case
  } kind;
  std::vector<std::string> beside_begins, byline_begins, note_phrases, credits;
  WordSet author_names;                    ///< of elements
  WordSet other_names;                     ///< of elements with names of others
  WordSet no_names;                        ///< what stands where a name should
  WordSet sections;                        ///< parts of window titles
  WordSet end_headings, comment_headings;  ///< whole headings
  PhraseSet beside_phrases;
  WordSet link_notes;  ///< whole texts within links
};
const PageWords& page_words();

/// "articleBody--main" -> "article", "body", "main"; all lower case.
std::vector<std::string> words_of_name(std::string_view name);

/// Letters in lower case, all languages.
std::string lower_case(std::string_view text);

}  // namespace gegenprobe::ingest

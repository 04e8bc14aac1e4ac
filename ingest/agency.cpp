// Credits are read by where they stand, not by what a sentence says: a byline, a dateline's bracket, a note
// of sources. Inside such a place a mark is a run of whole words. The marks are data/agencies.toml. Limit: a
// credit within running text («wie die dpa meldet») is an attribution and left to the extractor.
#include "ingest/agency.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <unordered_map>

#include "ingest/embedded.h"
#include "ingest/page_words.h"
#include "ingest/toml.h"

namespace gegenprobe::ingest {
namespace {

constexpr std::size_t kLongestDateline = 100;  // bytes in front of the text itself
constexpr std::size_t kLongestNote = 160;      // bytes; longer paragraphs at the end are text
constexpr std::size_t kLongestCredit = 60;     // bytes between brackets

using Words = std::vector<std::string_view>;

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return ('a' <= (byte | 0x20) && (byte | 0x20) <= 'z') || ('0' <= c && c <= '9') || c == '-' || byte >= 0x80;
}

/// Runs of letters, digits and single hyphens.
Words words_of(std::string_view text) {
  Words words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_word_byte(text[end]) && text.substr(end, 2) != "--") ++end;
    if (end > at) words.push_back(text.substr(at, end - at));
    at = std::max(end, at + 1);
    while (at < text.size() && text[at] == '-') ++at;
  }
  return words;
}

struct Agency {
  std::string name;
  std::vector<std::string> signatures;
};

struct Marks {
  std::vector<Agency> agencies;
  /// By the first word of a mark: its words, and the agency's place in the list.
  struct Mark {
    std::vector<std::string> words;
    std::size_t agency;
  };
  std::unordered_multimap<std::string, Mark> by_first_word;
  std::vector<std::string> source_notes;
};

std::vector<std::string> list(const toml::table& table, std::string_view key) {
  std::vector<std::string> texts;
  if (const auto* array = table[key].as_array())
    for (const auto& text : *array) texts.push_back(text.value_or(std::string()));
  return texts;
}

Marks loaded() {
  Marks marks;
  const auto file = toml::parse(embedded::agencies());
  marks.source_notes = list(file, "source_notes");
  const auto* agencies = file["agency"].as_array();
  assert(agencies != nullptr);
  for (const auto& node : *agencies) {
    const auto& table = *node.as_table();
    for (const auto& mark : list(table, "marks")) {
      const auto words = words_of(mark);
      marks.by_first_word.emplace(
          std::string(words.front()),
          Marks::Mark{std::vector<std::string>(words.begin(), words.end()), marks.agencies.size()});
    }
    marks.agencies.push_back({table["name"].value_or(std::string()), list(table, "signatures")});
  }
  return marks;
}

const Marks& marks() {
  static const Marks* const read = new Marks(loaded());
  return *read;
}

using Found = std::vector<std::string>;

void find_marks(std::string_view text, Found& found) {
  const auto words = words_of(text);
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto [first, last] = marks().by_first_word.equal_range(std::string(words[at]));
    for (auto mark = first; mark != last; ++mark) {
      const auto& wanted = mark->second.words;
      if (wanted.size() <= words.size() - at &&
          std::equal(wanted.begin(), wanted.end(), words.begin() + static_cast<std::ptrdiff_t>(at)))
        found.push_back(marks().agencies[mark->second.agency].name);
    }
  }
}

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  return begin == text.npos ? "" : text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

bool opens_text(std::string_view rest) {
  constexpr std::array<std::string_view, 5> kDashes = {"-", "–", "—", ":", "."};
  const auto text = trimmed(rest);
  const bool dash = std::ranges::any_of(kDashes, [&](auto each) { return text.starts_with(each); });
  return dash || (!text.empty() && 'A' <= text[0] && text[0] <= 'Z');
}

/// "BERLIN (dpa) - Der …", "LEEDS, Oct. 3 /PRNewswire/ -- Muster …", "DOW JONES--Der …", "EQS-News: …"
void find_in_dateline(std::string_view paragraph, Found& found) {
  const auto head = paragraph.substr(0, kLongestDateline);
  for (const char open : {'(', '/'}) {
    const auto begin = head.find(open);
    if (begin == head.npos) continue;
    const auto end = paragraph.find(open == '(' ? ')' : '/', begin + 1);
    if (end == paragraph.npos || end - begin > kLongestCredit) continue;
    const auto inside = paragraph.substr(begin + 1, end - begin - 1);
    // A bracket inside a sentence explains a word of it: a credit's place has no words in lower case before
    // it.
    const auto before = words_of(head.substr(0, begin));
    const auto is_plain = [](std::string_view word) {
      return 'a' <= word[0] && word[0] <= 'z' && word.size() > 1;
    };
    if (std::ranges::count_if(before, is_plain) <= 1 && before.size() <= 8 && words_of(inside).size() <= 4 &&
        opens_text(paragraph.substr(end + 1)) && inside.find(" gen") == inside.npos)
      find_marks(inside, found);
  }
  for (const std::string_view dash : {"--", ": "})
    if (const auto end = head.find(dash); end != head.npos && words_of(head.substr(0, end)).size() <= 2)
      find_marks(head.substr(0, end), found);
}

bool ends_sentence(std::string_view text) {
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?');
}

/// A note of sources, the bracket behind the last sentence, or an editor's mark: "mku/dpa".
void find_in_note(std::string_view paragraph, Found& found) {
  const auto text = trimmed(paragraph);
  for (const auto& agency : marks().agencies)
    for (const auto& signature : agency.signatures)
      if (text.starts_with(signature) && text.find("diting by ") != text.npos) found.push_back(agency.name);
  if (text.ends_with(')') || text.ends_with(").")) {
    const auto begin = text.rfind('(');
    if (begin != text.npos && text.size() - begin <= kLongestCredit &&
        words_of(text.substr(begin)).size() <= 5)
      find_marks(text.substr(begin), found);
  }
  if (text.size() > kLongestNote) return;
  const auto lower = lower_case(text);
  const bool is_note =
      std::ranges::any_of(marks().source_notes, [&](const auto& each) { return lower.starts_with(each); });
  const bool is_mark = words_of(text).size() <= 3 && !ends_sentence(text);
  if (is_note || is_mark) find_marks(text, found);
}

std::vector<std::string> sorted(Found found) {
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

void find(CreditPlace place, std::string_view text, Found& found) {
  if (place == CreditPlace::author) find_marks(text.substr(0, 200), found);
  if (place == CreditPlace::begin) find_in_dateline(trimmed(text), found);
  if (place == CreditPlace::end) find_in_note(text, found);
}

}  // namespace

std::vector<std::string> credited_agencies(CreditPlace place, std::string_view text) {
  Found found;
  find(place, text, found);
  return sorted(std::move(found));
}

std::vector<std::string> credited_agencies(const Document& document) {
  constexpr int kParagraphs = 3;  // headline and subtitle may come first, an editor's address last
  Found found;
  find(CreditPlace::author, document.author, found);
  std::string_view rest = document.normalised.utf8;
  for (int count = 0; count < kParagraphs && !rest.empty(); ++count) {
    const auto end = std::min(rest.find('\n'), rest.size());
    find(CreditPlace::begin, rest.substr(0, end), found);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  rest = document.normalised.utf8;
  for (int count = 0; count < kParagraphs && !rest.empty(); ++count) {
    const auto begin = rest.rfind('\n');
    find(CreditPlace::end, begin == rest.npos ? rest : rest.substr(begin + 1), found);
    rest = begin == rest.npos ? "" : rest.substr(0, begin);
  }
  return sorted(std::move(found));
}

}  // namespace gegenprobe::ingest

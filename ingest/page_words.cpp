#include "ingest/page_words.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <cassert>

#include "ingest/embedded.h"
#include "ingest/toml.h"

namespace gegenprobe::ingest {
namespace {

std::vector<std::string> list(const toml::table& file, std::string_view path) {
  std::vector<std::string> words;
  const auto* array = file.at_path(path).as_array();
  assert(array != nullptr);
  for (const auto& word : *array) words.push_back(word.value_or(std::string()));
  return words;
}

PageWords loaded() {
  PageWords words;
  const auto file = toml::parse(embedded::page());
  words.beside = WordSet(list(file, "names.beside"));
  words.hidden = WordSet(list(file, "names.hidden"));
  words.shown = list(file, "names.shown");
  words.details = WordSet(list(file, "names.details"));
  words.comments = WordSet(list(file, "names.comments"));
  words.consent = WordSet(list(file, "names.consent"));
  words.lead = WordSet(list(file, "names.lead"));
  words.body = list(file, "names.body");
  words.meta = {list(file, "meta.published"), list(file, "meta.dated"),    list(file, "meta.modified"),
                list(file, "meta.title"),     list(file, "meta.subtitle"), list(file, "meta.author"),
                list(file, "meta.outlet"),    list(file, "meta.language")};
  words.date.names = WordSet(list(file, "date.names"));
  words.date.published = list(file, "date.published");
  words.date.modified = list(file, "date.modified");
  words.kind = {list(file, "kind.paywall_names"), list(file, "kind.paywall_phrases"),
                list(file, "kind.consent_titles"), list(file, "kind.consent_phrases")};
  words.beside_begins = list(file, "text.beside_begins");
  words.author_names = WordSet(list(file, "names.author"));
  words.other_names = WordSet(list(file, "names.others"));
  words.no_names = WordSet(list(file, "text.no_names"));
  words.sections = WordSet(list(file, "text.sections"));
  words.end_headings = WordSet(list(file, "text.end_headings"));
  words.comment_headings = WordSet(list(file, "text.comment_headings"));
  words.beside_phrases = PhraseSet(list(file, "text.beside_phrases"));
  words.link_notes = WordSet(list(file, "text.link_notes"));
  words.credits = list(file, "text.credits");
  words.note_phrases = list(file, "text.note_phrases");
  words.byline_begins = list(file, "text.byline_begins");
  return words;
}

bool is_lower(char c) {
  return ('a' <= c && c <= 'z') || ('0' <= c && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_upper(char c) { return 'A' <= c && c <= 'Z'; }

}  // namespace

WordSet::WordSet(std::vector<std::string> patterns) : patterns_(std::move(patterns)) {
  for (const std::string_view pattern : patterns_) {
    if (pattern.ends_with('*'))
      begins_.push_back(pattern.substr(0, pattern.size() - 1));
    else if (pattern.starts_with('*'))
      ends_.push_back(pattern.substr(1));
    else
      words_.insert(pattern);
  }
  std::ranges::sort(begins_);
}

bool WordSet::contains(std::string_view word) const {
  if (words_.contains(word)) return true;
  if (std::ranges::any_of(ends_, [&](std::string_view end) { return word.ends_with(end); })) return true;
  // A begin of the word sorts before it, and so does what the two have in common before the begin.
  for (auto end = begins_.end();;) {
    const auto next = std::upper_bound(begins_.begin(), end, word);
    if (next == begins_.begin()) return false;
    end = next - 1;
    if (word.starts_with(*end)) return true;
    const auto common = std::ranges::mismatch(word, *end).in1 - word.begin();
    if (common == 0) return false;
    word = word.substr(0, static_cast<std::size_t>(common));
  }
}

PhraseSet::PhraseSet(const std::vector<std::string>& phrases) {
  for (const auto& phrase : phrases) of_first_word_[phrase.substr(0, phrase.find(' '))].push_back(phrase);
}

bool PhraseSet::stands_in(std::string_view text) const {
  std::string word;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto rest = text.substr(begin);
    const auto size = std::min(rest.find(' '), rest.size());
    word = rest.substr(0, size);
    if (const auto known = of_first_word_.find(word); known != of_first_word_.end())
      if (std::ranges::any_of(known->second, [&](const auto& phrase) { return rest.starts_with(phrase); }))
        return true;
    begin += size + 1;
  }
  return false;
}

const PageWords& page_words() {
  static const PageWords words = loaded();
  return words;
}

std::vector<std::string> words_of_name(std::string_view name) {
  std::vector<std::string> words;
  words.reserve(8);
  words.emplace_back();
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool hump = is_upper(c) && i > 0 && is_lower(name[i - 1]);
    if ((hump || !(is_lower(c) || is_upper(c))) && !words.back().empty()) words.emplace_back();
    if (is_lower(c)) words.back() += c;
    if (is_upper(c)) words.back() += static_cast<char>(c - 'A' + 'a');
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  bool ascii = true;
  for (char& c : lower) {
    ascii &= static_cast<unsigned char>(c) < 0x80;
    if (is_upper(c)) c = static_cast<char>(c | 0x20);
  }
  if (ascii) return lower;
  lower.clear();
  icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())))
      .toLower()
      .toUTF8String(lower);
  return lower;
}

}  // namespace gegenprobe::ingest

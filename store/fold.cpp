#include "store/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <functional>

#include "store/embedded.h"

namespace gegenprobe::store {
namespace {

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string fold_ascii(std::string_view text) {
  std::string folded(text);
  for (char& c : folded)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return folded;
}

icu::UnicodeString without_marks(const icu::UnicodeString& decomposed) {
  icu::UnicodeString kept;
  for (std::int32_t at = 0; at < decomposed.length(); at = decomposed.moveIndex32(at, 1)) {
    const UChar32 c = decomposed.char32At(at);
    if (u_charType(c) != U_NON_SPACING_MARK) kept.append(c);
  }
  return kept;
}

using Words = std::vector<std::string>;

// Runs of letters and digits, and "&", which tells «Merck & Co» from «Merck».
Words words_of(std::string_view folded) {
  Words words;
  bool open = false;
  for (const char c : folded) {
    const bool letter =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (letter && open) words.back() += c;
    if (letter && !open) words.emplace_back(1, c);
    if (c == '&') words.emplace_back("&");
    open = letter;
  }
  return words;
}

// Longest first, so that «GmbH & Co. KG» goes as a whole.
const std::vector<Words>& all_legal_forms() {
  static const std::vector<Words> forms = [] {
    std::vector<Words> all;
    for (auto rest = legal_forms(); !rest.empty();) {
      const auto form = rest.substr(0, rest.find('\n'));
      if (!form.empty() && !form.starts_with('#')) all.push_back(words_of(form));
      rest.remove_prefix(std::min(form.size() + 1, rest.size()));
    }
    std::ranges::stable_sort(all, std::greater{}, &Words::size);
    return all;
  }();
  return forms;
}

bool closes(const Words& form, const Words& name) {
  if (form.size() >= name.size()) return false;
  if (name[name.size() - form.size() - 1] == "&") return false;
  return std::equal(form.rbegin(), form.rend(), name.rbegin());
}

std::string joined(const Words& words) {
  std::string text;
  for (const auto& word : words) text.append(text.empty() ? "" : " ").append(word);
  return text;
}

// Every way to write `word` with `from` replaced by `to` in some of its places.
void add_replaced(std::vector<std::string>& variants, std::string_view from, std::string_view to) {
  constexpr std::size_t kMost = 16;
  for (std::size_t each = 0; each < variants.size(); ++each)
    for (auto at = variants[each].find(from); at != std::string::npos && variants.size() < kMost;
         at = variants[each].find(from, at + 1)) {
      const auto& word = variants[each];
      auto variant = word.substr(0, at).append(to).append(word, at + from.size());
      if (std::ranges::find(variants, variant) == variants.end()) variants.push_back(std::move(variant));
    }
}

std::string with_umlauts_spelled_out(std::string_view word) {
  std::string spelled_out;
  for (std::size_t at = 0; at < word.size();) {
    const auto pair = word.substr(at, 2);
    const bool lower_or_upper =
        pair == "ä" || pair == "Ä" || pair == "ö" || pair == "Ö" || pair == "ü" || pair == "Ü";
    if (!lower_or_upper) {
      spelled_out += word[at++];
      continue;
    }
    spelled_out += (pair == "ä" || pair == "Ä") ? "ae" : (pair == "ö" || pair == "Ö") ? "oe" : "ue";
    at += 2;
  }
  return spelled_out;
}

/// ICU's own, made once for all threads.
struct Folding {
  const icu::Normalizer2* casefold;
  const icu::Normalizer2* decompose;

  static const Folding* instance() {
    static UErrorCode status = U_ZERO_ERROR;
    static const Folding folding{icu::Normalizer2::getNFKCCasefoldInstance(status),
                                 icu::Normalizer2::getNFDInstance(status)};
    return U_SUCCESS(status) ? &folding : nullptr;
  }
};

}  // namespace

std::string fold(std::string_view text) {
  if (is_ascii(text)) return fold_ascii(text);
  const Folding* folding = Folding::instance();
  if (!folding) return fold_ascii(text);  // ICU without its data: the program is not installed well
  UErrorCode status = U_ZERO_ERROR;
  const auto source =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
  const auto folded =
      without_marks(folding->decompose->normalize(folding->casefold->normalize(source, status), status));
  std::string utf8;
  folded.toUTF8String(utf8);
  return utf8;
}

std::string name_key(std::string_view company) {
  auto words = words_of(fold(company));
  for (bool again = true; again;) {
    again = false;
    for (const auto& form : all_legal_forms())
      if (closes(form, words)) {
        words.resize(words.size() - form.size());
        again = true;
        break;
      }
  }
  return joined(words);
}

bool same_name(std::string_view a, std::string_view b) {
  const auto key_a = name_key(a), key_b = name_key(b);
  if (key_a == key_b) return true;
  if (is_ascii(a) && is_ascii(b)) return false;
  return name_key(with_umlauts_spelled_out(a)) == key_b || name_key(with_umlauts_spelled_out(b)) == key_a;
}

std::vector<std::string> spelling_variants(std::string_view word) {
  std::vector<std::string> variants{fold(word)};
  // What was typed with an umlaut may stand in the text as two letters.
  const std::string spelled_out = with_umlauts_spelled_out(word);
  if (spelled_out != word) variants.push_back(fold(spelled_out));
  add_replaced(variants, "ae", "a");
  add_replaced(variants, "oe", "o");
  add_replaced(variants, "ue", "u");
  add_replaced(variants, "ss", "ß");
  return variants;
}

}  // namespace gegenprobe::store

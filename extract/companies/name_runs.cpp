#include "extract/companies/name_runs.h"

namespace gegenprobe::extract {
namespace {

constexpr int kMostWords = 4;       // of a name that no legal form closes
constexpr int kMostWordsLegal = 8;  // of one that ends in a legal form

}  // namespace

bool NameRuns::is_mark(std::uint32_t i, std::string_view mark) const {
  return in_sentence(i) && text_.is(text_.tokens[i], mark);
}

bool NameRuns::is_apostrophe(std::uint32_t i) const { return is_mark(i, "'") || is_mark(i, "’"); }

bool NameRuns::is_capitalised(std::uint32_t i) const {
  return in_sentence(i) && text_.tokens[i].is(TokenClass::word) &&
         (text_.tokens[i].shape & (kCapital | kMixedCase)) != 0;
}

bool NameRuns::is_name_word(std::uint32_t i, By by) const {
  const auto stops = by == By::form ? kNameStops : kContextStops;
  if (!is_capitalised(i) || words_.is_any(text_.tokens[i], stops)) return false;
  // "A Lumenara spokesman", but "A. Lumenara"
  if (by == By::context && words_.is(text_.tokens[i], CompanyWords::name_article) && !is_mark(i + 1, "."))
    return false;
  // «erwirtschaftete das Unternehmen Umsatzerlöse von …»: a noun of results is no firm by its place.
  // "Turnover rose": so is one that opens a sentence, where every word has a capital.
  const bool may_be_noun = words_.nouns_capital || i == sentence_.first;
  return by == By::form || !may_be_noun || !words_.measures(text_.tokens[i]);
}

// The name goes on to the left of token i, which is no word of it: how far to skip; i + 1 where it does not.
std::uint32_t NameRuns::joined_before(std::uint32_t i, By by) const {
  const auto none = i + 1;
  if (i <= sentence_.first) return none;
  if (is_mark(i, "&") || is_mark(i, "+")) return is_capitalised(i - 1) ? i : none;
  if (is_mark(i, "-")) return glued(i) && glued(i + 1) ? i : none;
  if (is_mark(i, ".")) return glued(i) && is_capitalised(i - 1) && text_.tokens[i - 1].size <= 3 ? i : none;
  // "Lloyd's Bank", not "Moscow's Lumenara Bank"
  if (by == By::form && text_.of(text_.tokens[i]) == "s" && is_apostrophe(i - 1) && is_capitalised(i - 2))
    return words_.is(text_.tokens[i - 2], CompanyWords::place) ? none : i - 1;
  if (text_.tokens[i].is(TokenClass::number)) return glued(i) || glued(i + 1) ? i : none;
  if (!words_.is(text_.tokens[i], CompanyWords::connector) || !is_capitalised(i - 1) ||
      words_.is_unit(text_.tokens[i - 1]))  // «kostet 760 GBP und Brandner-Kunden …»
    return none;
  const bool only_after_head = words_.key(text_.tokens[i], CompanyWords::connector) == "head";
  if (!only_after_head || words_.is(text_.tokens[i - 1], CompanyWords::name_start)) return i;
  return by == By::form && is_capitalised(i + 1) && words_.is(text_.tokens[i + 1], CompanyWords::place)
             ? i  // "Brandner Sales of America Inc"
             : none;
}

// "Canadian Widgets Inc": an adjective that is part of a name, though never all of it.
bool NameRuns::is_demonym(std::uint32_t i) const {
  return is_capitalised(i) && words_.key(text_.tokens[i], CompanyWords::no_name) == "demonym";
}

std::uint32_t NameRuns::begin_before(std::uint32_t end, By by) const {
  auto begin = end;
  int words = 0;
  for (auto i = end; i > sentence_.first && words < kMostWordsLegal;) {
    --i;
    const auto& token = text_.tokens[i];
    const bool firm = words_.is(token, CompanyWords::firm) && !words_.is(token, CompanyWords::name_start);
    const bool adjective = by == By::form && begin < end && is_demonym(i);
    if (is_name_word(i, by) || adjective ||
        (by == By::form && is_capitalised(i) && words_.is(token, CompanyWords::firm) &&
         (begin == end || !firm))) {
      begin = i;
      ++words;
      continue;
    }
    // «Warenhof24 GmbH»: digits that belong to the word before them may close a name.
    const bool digits =
        begin == end && text_.tokens[i].is(TokenClass::number) && glued(i) && is_capitalised(i - 1);
    const auto next = begin == end && !digits ? i + 1 : digits ? i : joined_before(i, by);
    if (next == i + 1) break;
    i = next;
  }
  // «von TV-Serien erwirtschaftete»: the last part of a compound is no name of its own.
  const bool cut = begin < end && by == By::context && glued(begin) && is_mark(begin - 1, "-");
  return cut ? end : begin;
}

// Past what joins the word before token i to the next word of the name; i where nothing does.
std::uint32_t NameRuns::joined_after(std::uint32_t i) const {
  if (!in_sentence(i)) return i;
  if ((is_mark(i, "&") || is_mark(i, "+")) && is_capitalised(i + 1)) return i + 1;
  if (is_mark(i, "-") && glued(i) && glued(i + 1)) return compound_end(i);
  if (is_mark(i, ".") && glued(i) && text_.tokens[i - 1].size == 1 && is_capitalised(i + 1)) return i + 1;
  if (text_.tokens[i].is(TokenClass::number) && glued(i)) return i + 1;
  const bool connects = words_.is(text_.tokens[i], CompanyWords::connector) && is_name_word(i + 1);
  if (connects && words_.is(text_.tokens[i - 1], CompanyWords::name_start)) return i + 1;
  return i;
}

// «Wal-Mart» goes on, «Brandner-Aktie» and «Brandner-Übernahme» end at the hyphen: in a compound the last
// part is a noun of the language, which shows by a list or by its ending.
std::uint32_t NameRuns::compound_end(std::uint32_t hyphen) const {
  const auto next = hyphen + 1;
  if (!is_name_word(next) || words_.is(text_.tokens[next], CompanyWords::firm_compound)) return hyphen;
  return next;
}

std::uint32_t NameRuns::end_after(std::uint32_t begin) const {
  auto i = begin;
  auto end = begin;
  for (int words = 0; words < kMostWords && is_name_word(i); ++words) {
    end = ++i;
    const auto next = joined_after(i);
    if (next == i) continue;
    if (!is_name_word(next)) return text_.tokens[i].is(TokenClass::number) ? next : end;
    i = next;
  }
  return end;
}

}  // namespace gegenprobe::extract

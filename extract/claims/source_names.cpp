#include "extract/claims/source_names.h"

#include <algorithm>

#include "extract/claims/firm_place.h"

namespace gegenprobe::extract {

bool is_quotation_mark(const SentenceView& view, std::uint32_t i) {
  constexpr std::string_view kMarks[] = {"\"", "'", "„", "“", "”", "‚", "‘", "’", "«", "»", "‹", "›"};
  return i < view.sentence.last && std::ranges::count(kMarks, view.text.of(view.text.tokens[i])) != 0;
}

std::vector<Attribution> SourceNames::persons() const {
  std::vector<Attribution> out;
  for (auto i = view_.sentence.first; i < view_.sentence.last;) {
    auto person = person_in(i, view_.sentence.last, i);
    if (!person) break;
    i = person->last;
    out.push_back(std::move(*person));
  }
  return out;
}

// A name that ends right at `end`, or before a title ("a Holcim statement", "Siemens officials").
std::optional<Attribution> SourceNames::named_up_to(std::uint32_t end, std::uint32_t cue) const {
  const auto begin = end > view_.sentence.first + kReachOfVerb ? end - kReachOfVerb : view_.sentence.first;
  for (auto i = begin; i < end; ++i)
    if (auto person = person_in(i, end, cue); person && person->last == end) return person;
  auto last = end;
  while (last > begin && view_.has(last - 1, tags_.role_noun)) --last;
  for (auto i = begin; i < end; ++i)
    if (auto office = authority_in(i, i + 1, cue); office && office->last == end) return office;
  for (auto i = begin; i < end; ++i)
    if (auto paper = in_quotation_marks(i, cue); paper && paper->last == end) return paper;
  for (const auto& firm : view_.firms)
    if ((firm.last == end || firm.last == last) && !is_governed(firm) && !is_owner(firm))
      return from(firm, cue);
  return std::nullopt;
}

std::optional<Attribution> SourceNames::named_in(std::uint32_t begin, std::uint32_t end,
                                                 std::uint32_t cue) const {
  end = end_of_phrase(begin, end);
  // «nach Schätzungen von Branchenkennern setzt X …»: who is meant has no name.
  for (auto i = begin; i + 1 < end; ++i)
    if (view_.verbs_last && view_.has(i, tags_.unnamed_source) &&
        view_.text.tokens[i + 1].is(TokenClass::word) && !capital(i + 1) &&
        !view_.has(i + 1, tags_.preposition) && !view_.has(i + 1, tags_.article))
      return std::nullopt;
  if (auto authority = authority_in(begin, end, cue)) return authority;
  for (auto i = begin; i < end; ++i) {
    if (auto paper = in_quotation_marks(i, cue)) return paper;
    if (capital(i) && !in_firm(i) && printed(i + 1) == "-" &&
        view_.has(i + 2, tags_.report_noun))  // «laut Blitzblatt-Informationen»
      return person_at(i, i + 1, cue);
  }
  if (auto acronym = acronym_in(begin, end, cue)) return acronym;
  for (const bool phrase : {false, true})  // «die Marktforscher von IDC»: the name, not who is meant by it
    for (const auto& firm : view_.firms)
      if (firm.last > begin && firm.first < end && !firm.index && firm.reference == phrase &&
          view_.same_clause(begin, firm.last - 1)) {
        auto person = person_in(begin, end, cue);
        if (person && !firm.media && person->first != firm.first) return person;
        return from(firm, cue);
      }
  return person_in(begin, end, cue);
}

// «nach Angaben des Handelsverbands NXV verkauften X und Y»: whose letters stand right behind the noun.
std::optional<Attribution> SourceNames::acronym_in(std::uint32_t begin, std::uint32_t end,
                                                   std::uint32_t cue) const {
  for (auto i = begin; view_.capital_nouns && i + 1 < end && !in_firm(i); ++i)
    if (capital(i) && capital(i + 1) && (view_.text.tokens[i + 1].shape & kAllCaps) && !in_firm(i + 1) &&
        !in_date(i + 1) && !(view_.text.tokens[i + 1].shape & kGlued))
      return person_at(i + 1, i + 2, cue);
  return std::nullopt;
}

// «gab eine Strafe gegen X bekannt»: behind a preposition that no owner stands behind, nobody speaks.
bool SourceNames::is_beside_subject(const Firm& firm) const {
  const auto governor = view_.governor(firm.first);
  return view_.verbs_last && governor != kNoToken && !view_.has(governor, tags_.genitive_article);
}

std::optional<Attribution> SourceNames::last_named_before(std::uint32_t end, std::uint32_t reach) const {
  auto begin = end > view_.sentence.first + reach ? end - reach : view_.sentence.first;
  for (auto i = end; i > begin; --i)
    if (view_.has(i - 1, tags_.finite_verb) && !in_firm(i - 1)) begin = i;
  if (auto person = person_in(begin, end, end)) return person;
  if (auto authority = authority_in(begin, end, end)) return authority;
  for (auto firm = view_.firms.rbegin(); firm != view_.firms.rend(); ++firm) {
    if (firm->last > end || firm->last < begin || !view_.same_clause(firm->first, end)) continue;
    if (is_beside_subject(*firm) || ends_predicate(view_, *firm)) continue;
    return from(*firm, end);
  }
  return std::nullopt;
}

std::optional<Attribution> SourceNames::named_from(std::uint32_t i, std::uint32_t cue) const {
  if (auto office = authority_in(i, i + 1, cue)) return office;
  if (auto paper = in_quotation_marks(i, cue)) return paper;
  for (const auto& firm : view_.firms)
    if (firm.first == i) return from_title(firm, cue);
  return std::nullopt;
}

// «sagt Gil Luria», «stellte Oberbürgermeister Ingolf Roßberg vor»: right behind the verb two names need no
// list of first names; behind an article they are none («sagte der Neuen Zürcher Zeitung»).
std::optional<Attribution> SourceNames::two_capitals_behind(const Cue& verb) const {
  auto i = verb.last;
  bool titled = true;
  for (; view_.has(i, tags_.article) || view_.has(i, tags_.role_noun); ++i)
    titled = view_.has(i, tags_.role_noun);
  auto last = i;
  while (capital(last) && !in_firm(last) && !in_date(last) && last < i + 3) ++last;
  if (!titled || last < i + 2) return std::nullopt;
  return person_at(last - 2, last, verb.first);
}

std::optional<Attribution> SourceNames::surname_in(std::uint32_t begin, std::uint32_t end,
                                                   std::uint32_t cue) const {
  auto last = begin;
  while (last < end && capital(last) && !in_firm(last) && !in_date(last) && !view_.has(last, tags_.role_noun))
    ++last;
  return last > begin && last == end ? std::optional(person_at(begin, last, cue)) : std::nullopt;
}

// Two capitalised words of which the first is a known first name, or capitals behind a role («Finanzchef
// Dolezal», "Mr Spindler").
std::optional<Attribution> SourceNames::person_in(std::uint32_t begin, std::uint32_t end,
                                                  std::uint32_t cue) const {
  end = std::min(end, view_.sentence.last);
  for (auto i = begin; i < end; ++i) {
    if (!(view_.text.tokens[i].shape & kCapital) || !capital(i) || is_listed(i, tags_.role_noun)) continue;
    const bool first_name = is_listed(i, tags_.first_name);
    const bool after_role = i > view_.sentence.first && is_listed(i - 1, tags_.role_noun);
    const bool known = !first_name && !after_role && is_known_surname(i);
    const bool titled = has_title_behind(i);
    if ((!first_name && !after_role && !known && !titled) || in_firm(i) || in_date(i)) continue;
    auto last = i + 1;
    // A firm may be called like a family: behind a first name it is the family.
    while (last < view_.sentence.last && last < i + 4 && (capital(last) || initial(last)) &&
           (first_name || !in_firm(last)) && !view_.has(last, tags_.role_noun) &&
           !(last >= i + 2 && names_metric(last)))
      ++last;
    if (known && !titled) last = i + 1;
    if (first_name && last < i + 2) continue;
    Attribution person = person_at(i, last, cue);
    if (after_role) person.role = printed(i - 1);
    return person;
  }
  return std::nullopt;
}

// «stellt Erika Muster Erlöse in Aussicht»: the noun behind the name.
bool SourceNames::names_metric(std::uint32_t i) const {
  return std::ranges::any_of(view_.cues,
                             [&](const Cue& cue) { return cue.first == i && cue.tag == tags_.metric_noun; });
}

bool SourceNames::is_listed(std::uint32_t i, Tag list) const {
  return sets_off(view_.text.tokens[i], Pass::person) && view_.has(i, list);
}

// "Colette Kress, finance chief": two names and, behind a comma, what they are.
bool SourceNames::has_title_behind(std::uint32_t i) const {
  if (i + 4 >= view_.sentence.last || !view_.text.tokens[i + 2].is(TokenClass::punctuation) ||
      printed(i + 2) != "," || !capital(i + 1) || in_firm(i + 1))
    return false;
  return is_listed(i + 3, tags_.role_noun) || is_listed(i + 4, tags_.role_noun);
}

bool SourceNames::is_known_surname(std::uint32_t i) const { return persons_.has_surname(printed(i)); }

// Offices and parties, which are no firms: «laut Bundesbank», "according to the SEC".
std::optional<Attribution> SourceNames::authority_in(std::uint32_t begin, std::uint32_t end,
                                                     std::uint32_t cue) const {
  for (auto i = begin; i < std::min(end, view_.sentence.last); ++i) {
    if (view_.text.tokens[i].is(TokenClass::punctuation)) return std::nullopt;
    const auto hit = view_.phrase_at(i, tags_.authorities);
    if (hit.tag == kNoTag || in_firm(i) || !capital(i)) continue;
    auto found = person_at(hit.first, hit.last, cue);
    if (!hit.value.empty()) found.name = hit.value;
    return found;
  }
  return std::nullopt;
}

// «der „Focus“»: what is called so behind a verb of saying is a paper.
std::optional<Attribution> SourceNames::in_quotation_marks(std::uint32_t i, std::uint32_t cue) const {
  if (!is_quotation_mark(view_, i) || i == view_.sentence.first || !view_.has(i - 1, tags_.article))
    return std::nullopt;
  constexpr std::uint32_t kLongest = 4;
  auto last = i + 1;
  while (last < std::min(i + 1 + kLongest, view_.sentence.last) && capital(last)) ++last;
  if (last == i + 1 || !is_quotation_mark(view_, last)) return std::nullopt;
  for (const auto& firm : view_.firms)
    if (firm.first == i + 1) return from(firm, cue);
  return person_at(i + 1, last, cue);
}

// «der Siemens-Manager»: the person told of before, if there is one; the firm speaks through him.
std::optional<Attribution> SourceNames::from_title(const Firm& firm, std::uint32_t cue) const {
  auto source = from(firm, cue);
  const bool title = printed(firm.last) == "-" && view_.has(firm.last + 1, tags_.role_noun);
  if (source && title && firm.first > cue && view_.has(firm.first - 1, tags_.definite_article))
    source->role = view_.word(firm.last + 1), source->by_title = true;
  return source;
}

std::optional<Attribution> SourceNames::from(const Firm& firm, std::uint32_t cue) const {
  if (firm.name.empty() || firm.index) return std::nullopt;
  const auto& tokens = view_.text.tokens;
  return Attribution{std::string(firm.name),
                     {tokens[firm.first].begin, tokens[firm.last - 1].end()},
                     "",
                     firm.first,
                     firm.last,
                     cue};
}

Attribution SourceNames::person_at(std::uint32_t first, std::uint32_t last, std::uint32_t cue) const {
  const auto& tokens = view_.text.tokens;
  const Span span{tokens[first].begin, tokens[last - 1].end()};
  return {std::string(view_.text.of(span)), span, "", first, last, cue};
}

// Up to the verb: what is named behind it is another.
std::uint32_t SourceNames::end_of_phrase(std::uint32_t begin, std::uint32_t end) const {
  end = std::min(end, view_.sentence.last);
  const auto is_verb = [&](std::uint32_t i) {
    if (view_.has(i, tags_.finite_verb)) return true;
    // «nach Angaben der Gewerkschaft |streicht| X 300 Stellen»
    return view_.verbs_last && !capital(i) &&
           (view_.has(i, tags_.metric_verb) || view_.has(i, tags_.present_plan) ||
            view_.has(i, tags_.passive_auxiliary) || view_.has(i, tags_.modality));
  };
  for (auto i = begin; i < end; ++i)
    if (is_verb(i) && !in_firm(i)) return i;
  return end;
}

// Behind a preposition a firm does nothing, but «ein Sprecher von Siemens» speaks for it.
bool SourceNames::is_governed(const Firm& firm) const {
  if (firm.first == view_.sentence.first) return false;
  auto i = firm.first - 1;
  while (i > view_.sentence.first && view_.has(i, tags_.article) && !view_.has(i, tags_.preposition)) --i;
  if (!view_.has(i, tags_.preposition)) return false;
  return i == view_.sentence.first || !view_.has(i - 1, tags_.role_noun);
}

// «Den Wert |des Unternehmens| beziffert der „Focus“ auf …»: whose it is, and not who speaks.
bool SourceNames::is_owner(const Firm& firm) const {
  const FirmPlace place = place_of(view_, firm);
  return view_.verbs_last && (place.owning || firm.reference) && place.governor == kNoToken &&
         firm.first < view_.sentence.last && view_.has(firm.first, tags_.genitive_article) &&
         !view_.has(firm.first, tags_.nominative_article);
}

bool SourceNames::capital(std::uint32_t i) const {
  if (i >= view_.sentence.last) return false;
  const Token& token = view_.text.tokens[i];
  return token.is(TokenClass::word) && (token.shape & kCapital) && token.size > 1;
}

bool SourceNames::initial(std::uint32_t i) const {
  return printed(i) == "-" && (view_.text.tokens[i].shape & kGlued);
}

bool SourceNames::in_date(std::uint32_t i) const {
  return std::ranges::any_of(view_.dates, [&](const Placed& d) { return i >= d.first && i < d.last; });
}

bool SourceNames::in_firm(std::uint32_t i) const {
  return std::ranges::any_of(
      view_.firms, [&](const Firm& firm) { return !firm.reference && i >= firm.first && i < firm.last; });
}

std::string_view SourceNames::printed(std::uint32_t i) const {
  const bool inside = i >= view_.sentence.first && i < view_.sentence.last;
  return inside ? view_.text.of(view_.text.tokens[i]) : std::string_view{};
}

}  // namespace gegenprobe::extract

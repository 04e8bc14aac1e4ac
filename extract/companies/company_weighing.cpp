#include "extract/companies/company_weighing.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

#include "extract/companies/company_place.h"

namespace gegenprobe::extract {
namespace {

class Weighing : CompanyPlace {
 public:
  Weighing(const Text& text, const Gazetteer& gazetteer, CompanyFinds& finds)
      : CompanyPlace(text, finds), gazetteer_(gazetteer) {}

  void run() {
    leave_to_others();
    bind_acronyms();
    weigh_guarded();
    drop_ends_of_names();
    weigh_unknown();
    weigh_lists();
    choose_namesakes();
    keep_sure();
  }

 private:
  // "British National Party": in this article the BNP is no bank, nor is "United" an airline where Manchester
  // United plays.
  void leave_to_others() {
    if (other_names_.empty()) return;
    for (auto& found : found_) {
      if (found.source != NameSource::gazetteer || found.last != found.first + 1) continue;
      const auto& word = token(found.first);
      const bool acronym = (word.shape & kAllCaps) != 0;
      if ((acronym || found.weight == 0) && other_names_.contains(std::string(text_.of(word))))
        found.weight = -kSure;
    }
  }

  // «Bank Austria (BA)»: in this article BA is not British Airways.
  void bind_acronyms() {
    std::unordered_map<std::string_view, std::vector<FoundCompany*>> by_surface;
    for (std::size_t i = 1; i < found_.size(); ++i) {
      const auto &name = found_[i - 1], &acronym = found_[i];
      enter(*name.sentence);
      const auto open = behind_genitive(name.last);
      const bool bracket = acronym.first == open + 1 && mark_is(open, "(") && mark_is(acronym.last, ")");
      if (!bracket || name.weight < kSure || acronym.weight != 0 || name.company == acronym.company) continue;
      const auto surface = text_.of(acronym.span);
      if (!abbreviates(surface, name.first, name.last)) continue;
      if (by_surface.empty())
        for (auto& found : found_) by_surface[text_.of(found.span)].push_back(&found);
      const auto* company = name.company;
      for (auto* other : by_surface[surface]) {
        other->company = company;
        other->name_id = 0;
        other->weight = kSure;
      }
    }
  }

  int evidence_at(const FoundCompany& found) const {
    int weight = 0;
    for (const auto& mark : std::ranges::equal_range(marks_, found.sentence, {}, &CompanyMark::sentence))
      if (mark.token == (mark.before ? found.first : found.last))
        weight += mark.kind == MarkKind::compound && is_of_its_kind(found) ? kSure : mark.weight;
    return weight;
  }
  // «das Blaufluss-Projekt», and Blaufluss is a project.
  bool is_of_its_kind(const FoundCompany& found) const {
    return w_->key(token(found.last + 1), CompanyWords::firm_compound) == found.company->kind;
  }

  // «der Lkw-Bauer MAN»: the word is written in another way.
  bool is_acronym(const FoundCompany& found) const {
    const auto& word = token(found.first);
    return w_->nouns_capital && !sentence_->heading && word.size >= 3 && (word.shape & kAllCaps) &&
           found.last == found.first + 1;
  }

  // «der Mobilfunker Drei», «die Gratiszeitung Heute»: with a capital behind a noun for firms, though the
  // word is none of a name where a sentence begins with it.
  bool is_told_what(const FoundCompany& found) const {
    return w_->nouns_capital && !sentence_->heading && found.first > sentence_->first &&
           is(found.first - 1, CompanyWords::firm) && capital(found.first - 1);
  }

  // "France's |Total|", "Britain's |Next|": where a verb shows that the name ends there.
  bool is_of_country(const FoundCompany& found) const {
    constexpr std::uint32_t kMark = 2;  // the apostrophe and its s
    if (w_->nouns_capital || sentence_->heading || found.last != found.first + 1 ||
        found.first < sentence_->first + kMark + 1 || !runs().is_apostrophe(found.first - kMark) ||
        !is(found.first - kMark - 1, CompanyWords::place))
      return false;
    return has(found.last, w_->finite_verb) || has(found.last, w_->speech_verb);
  }

  // "retailer Next", "Next's sales", "Next raised its": a word that is none of a name where a sentence begins
  // with it.
  bool has_capital_of_its_own(const FoundCompany& found) const {
    return !w_->nouns_capital && !sentence_->heading &&
           w_->key(token(found.first), CompanyWords::no_name) == "word" &&
           (found.first > sentence_->first || runs().is_apostrophe(found.last) ||
            has(found.last, w_->name_verb));
  }
  bool has(std::uint32_t i, Tag list) const {
    return inside(i) && sentence_->rules->lexicon().has(token(i), list);
  }

  // "Zenith Laboratories" has been told of, and "Zenith" is short for it, not the firm that is known by that
  // word.
  bool begins_other(const FoundCompany& found) const {
    if (w_->nouns_capital || found.last != found.first + 1 || is(found.first, CompanyWords::never_alone))
      return false;
    bool other_firm = false;
    for (const auto& other : found_) {
      if (other.weight < kSure) continue;
      const bool longer =
          other.last > other.first + 1 || other.span.end > token(other.last - 1).end();  // "Hercules Inc"
      if (longer && other.company == found.company) return false;
      other_firm |=
          longer && other.first < found.first && text_.of(token(other.first)) == text_.of(token(found.first));
    }
    return other_firm;
  }

  // "BMW sold 2.5 million cars and |Mercedes| 2 million": one more of a sentence's firms with a figure of its
  // own.
  bool shares_list_of_figures(const FoundCompany& found) const {
    if (found.first <= sentence_->first ||
        !(has(found.first - 1, w_->coordinator) || mark_is(found.first - 1, ",")) ||
        !begins_figure(found.last))
      return false;
    return std::ranges::any_of(found_, [&](const FoundCompany& other) {
      return other.sentence == found.sentence && other.weight >= kSure && other.last < found.first;
    });
  }
  bool begins_figure(std::uint32_t i) const {
    if (has(i, w_->currency_sign) || is(i, CompanyWords::currency)) return true;
    if (!inside(i) || !token(i).is(TokenClass::number)) return false;
    while (inside(i + 1) && glued(i + 1)) ++i;  // "2.5"; a model has no scale
    return has(i + 1, w_->scale_word) || is(i + 1, CompanyWords::scale) || is(i + 1, CompanyWords::percent) ||
           is(i + 1, CompanyWords::currency);
  }

  // A guarded name is sure where the context speaks for it, and then everywhere in the article. What only
  // looks likely must do so at two places.
  void weigh_guarded() {
    std::vector<const Company*> sure;
    std::unordered_map<const Company*, int> likely;
    for (auto& found : found_) {
      if (found.source != NameSource::gazetteer || found.weight != 0) continue;
      enter(*found.sentence);
      const bool whole = (!is(found.first, CompanyWords::no_name) || has_capital_of_its_own(found) ||
                          is_acronym(found) || is_told_what(found)) &&
                         !follows_name(found.first);
      const bool is_firm = is_of_country(found) || (whole && shares_list_of_figures(found));
      const int evidence = is_firm ? kSure : whole ? evidence_at(found) : 0;
      if (evidence >= kSure && !begins_other(found))
        found.weight = kSure;
      else if (evidence > 0 && w_->nouns_capital && !is_person(found.last - 1))
        likely[found.company] += evidence;
    }
    for (const auto& found : found_)
      if (found.company && found.weight >= kSure) sure.push_back(found.company);
    for (const auto& [company, evidence] : likely)
      if (evidence >= kSure) sure.push_back(company);
    std::ranges::sort(sure);
    for (auto& found : found_) {
      if (found.weight != 0 || found.source != NameSource::gazetteer) continue;
      if (std::ranges::binary_search(sure, found.company) && may_follow(found) && !begins_other(found))
        found.weight = kSure;
    }
  }

  // «Kestrelle Plus», "Hollowmere Post": a guarded name that only ends another name leaves that one its
  // words.
  void drop_ends_of_names() {
    std::erase_if(found_, [&](const FoundCompany& found) {
      if (found.source != NameSource::gazetteer || found.weight != 0) return false;
      enter(*found.sentence);
      return follows_name(found.first);
    });
  }

  // Whether a guarded name may be taken because the company is sure elsewhere: not where its capital is
  // another word's ("Target prices", but "Target said"), or where it is a mere number («3»).
  bool may_follow(const FoundCompany& found) {
    enter(*found.sentence);
    const bool opens = !w_->nouns_capital && found.first == sentence_->first &&
                       found.last - found.first == 1 && !has(found.last, w_->finite_verb) &&
                       !has(found.last, w_->name_verb) && !runs().is_apostrophe(found.last);
    const bool no_name = is(found.first, CompanyWords::no_name) && !is_acronym(found) && !is_told_what(found);
    if (opens || (no_name && !is_number_in_capitals(found.first)) || follows_name(found.first)) return false;
    for (auto i = found.first; i < found.last; ++i)
      if (token(i).is(TokenClass::word)) return true;
    return false;
  }

  // «bei Drei»: numbers within a sentence are written small.
  bool is_number_in_capitals(std::uint32_t i) const {
    return w_->nouns_capital && !sentence_->heading && i > sentence_->first &&
           token(i - 1).is(TokenClass::word) && sentence_->rules->lexicon().has(token(i), w_->number_start);
  }

  // Names of no list at the marks. What only looks likely must be so at two places.
  void weigh_unknown() {
    std::ranges::sort(found_, {}, &FoundCompany::first);
    std::vector<FoundCompany> candidates;
    std::array<std::unordered_map<std::string_view, int>, kMarkKinds> by_kind;
    for (const auto& mark : marks_) {
      enter(*mark.sentence);
      auto first = mark.before ? mark.token : runs().begin_before(mark.token, NameRuns::By::context);
      const auto last = mark.before ? runs().end_after(mark.token) : mark.token;
      if (first + 2 == last && is_town_adjective(first) && stands_alone(first + 1)) ++first;
      // "Brandner AI raised": what the name ends in is no name by itself.
      if (first >= last && (w_->nouns_capital || !adds_to_found(mark, first, last))) continue;
      if (first >= last || adds_to_found(mark, first, last) || overlaps_found(first, last) ||
          !can_be_name(first, last))
        continue;
      if (mark.kind != MarkKind::name && mark.weight < kSure)
        by_kind[static_cast<std::size_t>(mark.kind)]
               [text_.of(Span{token(first).begin, token(last - 1).end()})] += mark.weight;
      candidates.push_back({first,
                            last,
                            {token(first).begin, token(last - 1).end()},
                            nullptr,
                            NameSource::context,
                            mark.weight,
                            mark.sentence});
    }
    std::unordered_map<std::string_view, int> weights;
    for (const auto& candidate : candidates) weights[text_.of(candidate.span)] += candidate.weight;
    // «Cloud-Geschäft», and again «Cloud-Geschäft»: a compound that others have too says nothing by being
    // repeated.
    for (const auto& same : by_kind)
      for (const auto& [surface, weight] : same) weights[surface] -= weight - std::min(weight, kLikely);
    std::erase_if(candidates,
                  [&](const FoundCompany& candidate) { return weights[text_.of(candidate.span)] < kSure; });
    for (auto& candidate : candidates) candidate.weight = kSure;
    add_free(candidates);
  }

  // «Bonner», «Linzer»
  bool is_town_adjective(std::uint32_t i) const {
    if (!w_->nouns_capital) return false;
    if (sentence_->rules->lexicon().has(token(i), w_->town_adjective)) return true;
    constexpr std::uint16_t kEnding = 2;
    if (!text_.of(token(i)).ends_with("er") || token(i).size < kEnding + 3) return false;
    Token town = token(i);
    town.size = static_cast<std::uint16_t>(town.size - kEnding);
    return (w_->lists_of(text_.folded, town) & CompanyWords::set(CompanyWords::place)) != 0;
  }
  // Whether the word is a name without what stands before it here, too: of a firm that is known, or
  // elsewhere. Goes through the text once for each two words, however often they come.
  bool stands_alone(std::uint32_t i) {
    const auto [known, fresh] = alone_.try_emplace({token(i - 1).hash, token(i).hash}, false);
    if (fresh) known->second = is_alone_somewhere(i);
    return known->second;
  }
  bool is_alone_somewhere(std::uint32_t i) const {
    const auto hash = token(i).hash;
    for (const auto& found : found_)
      if (found.first + 1 == found.last && token(found.first).hash == hash) return true;
    for (std::uint32_t at = 1; at < text_.tokens.size(); ++at)
      if (text_.tokens[at].hash == hash && text_.tokens[at - 1].hash != token(i - 1).hash) return true;
    return false;
  }

  // What already looks likely by its last word («Nimbus Systems») is sure where the context speaks too.
  bool adds_to_found(const CompanyMark& mark, std::uint32_t first, std::uint32_t last) {
    // All that was found ascends by its first token.
    auto at = std::ranges::lower_bound(found_, mark.sentence->first, {}, &FoundCompany::first);
    for (; at != found_.end() && at->first < mark.sentence->last; ++at) {
      if ((at->first != first && at->last != last) || at->source != NameSource::name_end) continue;
      at->weight += mark.weight;
      return true;
    }
    return false;
  }

  // Those that overlap nothing found and none before them. Merged at the end, since each that is put in by
  // itself moves all that was found behind it, of a book as long as it is. \pre sentence by sentence
  void add_free(const std::vector<FoundCompany>& candidates) {
    std::vector<FoundCompany> free;  // ascending
    for (const auto& candidate : candidates) {
      if (overlaps(found_, candidate.first, candidate.last) ||
          overlaps(free, candidate.first, candidate.last))
        continue;
      free.insert(std::ranges::upper_bound(free, candidate.first, {}, &FoundCompany::first), candidate);
    }
    const auto added = found_.insert(found_.end(), free.begin(), free.end());
    std::ranges::inplace_merge(found_, added, {}, &FoundCompany::first);
  }

  // «der |Pharma|-Konzern»: what closes a name is none by itself.
  bool is_kind_of_compound(std::uint32_t i) const {
    return w_->nouns_capital && is(i, CompanyWords::name_end) && mark_is(i + 1, "-") && glued(i + 1);
  }

  bool can_be_name(std::uint32_t first, std::uint32_t last) const {
    const auto other = std::ranges::upper_bound(others_, first, {}, &Span::end);
    if (other != others_.end() && other->begin < last) return false;
    if (last - first == 1 && (is_declined_place(first) || is_kind_of_compound(first))) return false;
    bool some = false;
    for (auto i = first; i < last; ++i) {
      if (!token(i).is(TokenClass::word)) continue;
      if (is(i, CompanyWords::not_company)) return false;
      some |= (token(i).size > 1 || (glued(i) && mark_is(i - 1, "&"))) && !is(i, CompanyWords::place) &&
              !is(i, CompanyWords::first_name) && !is(i, CompanyWords::never_alone) &&
              !is(i, CompanyWords::no_name);
    }
    return some && !is_person(last - 1);
  }
  // «Nvidia, Brandner und CoreWeave»: between sure ones stands one more.
  void weigh_lists() {
    std::vector<FoundCompany> between;
    for (std::size_t i = 0; i + 1 < found_.size(); ++i) {
      auto &left = found_[i], &right = found_[i + 1];
      if (left.sentence != right.sentence) continue;
      enter(*left.sentence);
      if (left.last + 1 == right.first && is_list_sign(left.last)) {
        if (left.weight >= kSure && right.weight == 0) right.weight = kSure;
        if (right.weight >= kSure && left.weight == 0 && !follows_name(left.first)) left.weight = kSure;
      }
      if (left.weight < kSure || right.weight < kSure || !is_list_sign(left.last)) continue;
      const auto first = left.last + 1, last = runs().end_after(first);
      if (last <= first || last + 1 != right.first || !is_list_sign(last) || !can_be_name(first, last))
        continue;
      between.push_back({first,
                         last,
                         {token(first).begin, token(last - 1).end()},
                         nullptr,
                         NameSource::list,
                         kSure,
                         left.sentence});
    }
    add_free(between);
  }
  // "Barclay's Capital", «Ebay Plus»: the end of another name.
  bool follows_name(std::uint32_t i) const {
    if (i <= sentence_->first) return false;
    const auto before = i - 1 - (mark_is(i - 1, "-") && glued(i) && i - 1 > sentence_->first);
    return runs().is_name_word(before) || text_.of(token(before)) == "s";
  }
  bool is_list_sign(std::uint32_t i) const { return mark_is(i, ",") || is(i, CompanyWords::clause_start); }

  // How often each company is surely named, and by which name.
  struct SureNames {
    std::unordered_map<const Company*, int> of_company;
    std::map<std::pair<const Company*, std::uint32_t>, int> of_name;

    void add(const FoundCompany& found, int count) {
      if (!found.company || found.weight < kSure) return;
      of_company[found.company] += count;
      of_name[{found.company, found.name_id}] += count;
    }
    bool by_other(const Company* company, std::uint32_t name_id) const {
      const auto all = of_company.find(company);
      if (all == of_company.end()) return false;
      const auto same = of_name.find({company, name_id});
      return all->second > (same == of_name.end() ? 0 : same->second);
    }
  };

  // Of several companies of a name the one that the article names in full, else the one at home where the
  // language is.
  void choose_namesakes() {
    std::optional<SureNames> names;
    for (auto& found : found_) {
      if (!found.name_id) continue;
      const auto namesakes = gazetteer_.namesakes(found.name_id);
      if (namesakes.empty()) continue;
      if (!names)
        for (names.emplace(); const auto& other : found_) names->add(other, 1);
      const auto named = std::ranges::find_if(
          namesakes, [&](const Company* company) { return names->by_other(company, found.name_id); });
      names->add(found, -1);
      found.company = named != namesakes.end() ? *named : at_home(namesakes, *found.sentence);
      names->add(found, 1);
    }
  }

  const Company* at_home(const std::vector<const Company*>& namesakes, const Sentence& sentence) const {
    const auto* home = sentence.rules->list("home_country");
    if (home)
      for (const auto& [key, countries] : home->items)
        for (const auto& country : countries)
          for (const auto* company : namesakes)
            if (company->country == country) return company;
    return namesakes.front();
  }

  void keep_sure() {
    std::erase_if(found_, [](const FoundCompany& found) { return found.weight < kSure; });
  }

  const Gazetteer& gazetteer_;
  std::map<std::pair<std::uint64_t, std::uint64_t>, bool> alone_;  // what stands_alone() found: by the words
};

}  // namespace

void weigh_companies(const Text& text, const Gazetteer& gazetteer, CompanyFinds& finds) {
  Weighing(text, gazetteer, finds).run();
}

}  // namespace gegenprobe::extract

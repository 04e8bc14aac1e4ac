#include "extract/companies/company_entities.h"

#include <algorithm>
#include <bit>
#include <deque>
#include <optional>
#include <span>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "extract/companies/company_place.h"
#include "extract/matching/word_table.h"

namespace gegenprobe::extract {
namespace {

std::string_view rule_of(NameSource source) {
  switch (source) {
    case NameSource::gazetteer:
      return "company.gazetteer";
    case NameSource::legal_form:
      return "company.legal-form";
    case NameSource::name_end:
      return "company.name-end";
    case NameSource::context:
      return "company.context";
    case NameSource::list:
      return "company.list";
    case NameSource::short_form:
      return "company.short-form";
  }
  return {};
}

NameBasis basis_of(NameSource source) {
  switch (source) {
    case NameSource::gazetteer:
      return NameBasis::gazetteer;
    case NameSource::legal_form:
      return NameBasis::legal_form;
    case NameSource::short_form:
      return NameBasis::earlier_in_article;
    default:
      return NameBasis::context;
  }
}

struct Entity {
  std::string key, name;
  const Company* company;
};

/// A form of a name that is sure in this article.
struct Form {
  std::string_view surface;
  std::uint32_t entity, tokens;
  std::uint16_t first_size;  // bytes of the first token
  std::uint64_t first_hash;  // of the first token in lower case
  std::uint32_t shortens;    // token of the name that it is the first word of; kNoToken for a whole one
  bool mixed_case;           // «BioNTech», which papers write «Biontech» as well
};

/// The words that a text has in small letters, in open addressing.
class SmallWords {
 public:
  explicit SmallWords(const Text& text) : text_(text), slots_(std::bit_ceil(2 * text.tokens.size() + 1)) {
    for (std::uint32_t i = 0; i < text.tokens.size(); ++i) {
      const auto& token = text.tokens[i];
      if (!token.is(TokenClass::word) || token.shape & (kCapital | kMixedCase)) continue;
      auto& slot = slots_[place_of(token)];
      if (!slot) slot = i + 1;
    }
  }
  /// Whether the word, in whatever letters it stands there, does so in small ones too.
  bool contains(const Token& word) const { return slots_[place_of(word)] != 0; }

 private:
  // That of the word, or where it would be.
  std::size_t place_of(const Token& word) const {
    const auto mask = slots_.size() - 1;
    auto at = word.hash & mask;
    while (slots_[at] && !same(text_.tokens[slots_[at] - 1], word)) at = (at + 1) & mask;
    return at;
  }
  bool same(const Token& a, const Token& b) const {
    return a.hash == b.hash && text_.folded_of(a) == text_.folded_of(b);
  }

  const Text& text_;
  std::vector<std::uint32_t> slots_;  // tokens, counted from 1; 0: empty
};

/// Forms by their first word, longer ones first.
class FormsByWord {
 public:
  explicit FormsByWord(const std::vector<Form>& forms) {
    forms_.reserve(forms.size());
    for (const auto& form : forms) {
      forms_.push_back(&form);
      marks_ |= mark_of(form.first_hash);
    }
    std::ranges::sort(forms_, {}, [](const Form* form) {
      return std::tuple(form->first_hash, ~form->surface.size(), form->surface);
    });
  }
  /// Of a word in whatever letters, by its hash.
  std::span<const Form* const> of(std::uint64_t hash) const {
    if (!(marks_ & mark_of(hash))) return {};
    const auto found = std::ranges::equal_range(forms_, hash, {}, &Form::first_hash);
    return {found.begin(), found.end()};
  }

 private:
  static std::uint64_t mark_of(std::uint64_t hash) { return std::uint64_t{1} << hash % 64; }

  std::vector<const Form*> forms_;
  std::uint64_t marks_ = 0;  // of their hashes: of most words it says that there is none
};

class Entities : CompanyPlace {
 public:
  Entities(const Text& text, CompanyFinds& finds) : CompanyPlace(text, finds) {}

  std::vector<Mention> run() {
    name_entities();
    spread();
    return mentions();
  }

 private:
  void name_entities() {
    std::vector<FoundCompany*> order;
    order.reserve(found_.size());
    for (auto& found : found_) order.push_back(&found);
    // Long names first: a short one may be a form of theirs.
    std::ranges::stable_sort(order, std::greater{}, [](const FoundCompany* f) { return f->last - f->first; });
    for (auto* found : order) {
      enter(*found->sentence);
      const auto surface = name_of(*found);
      const auto form = form_at_.find(surface);
      const auto initials = named_by_initials(*found, surface);
      const bool told = !found->company && form != form_at_.end();
      found->entity = told             ? forms_[form->second].entity
                      : initials       ? *initials
                      : found->company ? entity(*found->company)
                                       : entity_of_unknown(surface);
      add_forms(*found);
      note_initials(*found);
    }
  }

  // "American Motors Corp … AMC": where the text has named a firm of these initials, legal form included,
  // they are its, whoever else is known by them, unless the text names that one in full.
  void note_initials(const FoundCompany& found) {
    if (found.last - found.first < 2) return;
    if (found.company) named_in_full_.insert(found.company);
    std::string initials;
    for (auto i = found.first; inside(i) && token(i).begin < found.span.end; ++i)
      if (capital(i)) initials += text_.of(token(i)).front();
    by_initials_.try_emplace(std::move(initials), found.entity);
  }
  std::optional<std::uint32_t> named_by_initials(const FoundCompany& found, std::string_view surface) const {
    constexpr std::size_t kShortest = 3;
    const bool short_name = found.source != NameSource::legal_form && found.last == found.first + 1 &&
                            (token(found.first).shape & kAllCaps) && surface.size() >= kShortest;
    if (!short_name || named_in_full_.contains(found.company)) return std::nullopt;
    const auto at = by_initials_.find(std::string(surface));
    return at == by_initials_.end() ? std::nullopt : std::optional(at->second);
  }

  std::string_view name_of(const FoundCompany& found) const {
    return text_.of(Span{token(found.first).begin, token(found.last - 1).end()});
  }

  std::uint32_t entity(const Company& company) { return entity_of(company.key, company.name, &company); }
  std::uint32_t entity_of_unknown(std::string_view name) {
    const auto opener = opener_of_.find(name);
    return opener != opener_of_.end() ? opener->second : entity(name);
  }
  std::uint32_t entity(std::string_view name) { return entity_of("x:" + folded(name), name, nullptr); }
  std::uint32_t entity_of(std::string_view key, std::string_view name, const Company* company) {
    if (const auto known = entity_at_.find(key); known != entity_at_.end()) return known->second;
    const auto number = static_cast<std::uint32_t>(entities_.size());
    const auto& entity = entities_.emplace_back(Entity{std::string(key), std::string(name), company});
    entity_at_.emplace(entity.key, number);
    return number;
  }

  void add_forms(const FoundCompany& found) {
    add_form(found.first, found.last, found.entity);
    const auto count = found.last - found.first;
    if (count > 1 && found.source != NameSource::context && found.source != NameSource::list) {
      const bool by_person = is(found.first, CompanyWords::first_name);
      const auto word = by_person ? found.last - 1 : found.first;
      const bool alone = can_stand_alone(word) || is_sole_opener(found);
      if (alone && !joins(word + 1, found.last)) add_form(word, word + 1, found.entity, found.first);
      // "Tate's shares" where Tate & Lyle is named: only where something else says that it is a firm.
      if (alone && mark_is(word + 1, "&")) opener_of_.try_emplace(text_.of(token(word)), found.entity);
      const bool two = count > 2 && !by_person && can_open_form(word);
      if (two && runs().is_capitalised(word + 1) && !joins(word + 2, found.last))
        add_form(word, word + 2, found.entity);
    }
    add_acronym(found);
  }
  // «Jung von Matt», "Ernst & Young": the name goes on, so that its first word is no short form.
  bool joins(std::uint32_t i, std::uint32_t last) const { return i < last && !runs().is_capitalised(i); }

  bool can_stand_alone(std::uint32_t i) {
    const auto& word = token(i);
    const bool long_enough = word.size >= 4 || ((word.shape & kAllCaps) && word.size >= 2);
    return long_enough && runs().is_name_word(i) && !is(i, CompanyWords::never_alone) &&
           !is(i, CompanyWords::place) && !is(i, CompanyWords::first_name) &&
           !is(i, CompanyWords::name_end) && !is(i, CompanyWords::firm) && !is(i, CompanyWords::name_start) &&
           !is_person(i) && !stands_small(i);
  }

  // «die Hypo» of the one firm of the article whose name begins so.
  bool is_sole_opener(const FoundCompany& found) const {
    const auto& word = token(found.first);
    if (!sentence_->rules->lexicon().has(word, w_->sole_opener)) return false;
    return std::ranges::none_of(found_, [&](const FoundCompany& other) {
      return token(other.first).hash == word.hash && other.last > other.first + 1 &&
             (other.company != found.company || (!found.company && name_of(other) != name_of(found)));
    });
  }

  // "Lakeland Air", "American Centennial", no "First National", no «Köln Mitte».
  bool can_open_form(std::uint32_t i) const {
    const bool demonym = w_->key(token(i), CompanyWords::no_name) == "demonym";
    return (demonym || !is(i, CompanyWords::never_alone)) && !is(i, CompanyWords::place);
  }

  // "Women's World Bank": a word that the article has in small letters too.
  bool stands_small(std::uint32_t word) {
    if (!small_words_) small_words_.emplace(text_);
    return small_words_->contains(token(word));
  }

  // A word that begins two names ("Brandner Lines", "Brandner Savings Bank") is short for the one named
  // first.
  void add_form(std::uint32_t first, std::uint32_t last, std::uint32_t of,
                std::uint32_t shortens = kNoToken) {
    const auto surface = text_.of(Span{token(first).begin, token(last - 1).end()});
    const auto [at, added] = form_at_.try_emplace(surface, forms_.size());
    if (added)
      forms_.push_back({surface, of, last - first, token(first).size, token(first).hash, shortens,
                        last - first == 1 && (token(first).shape & kMixedCase) != 0});
    else if (auto& form = forms_[at->second]; shortens < form.shortens && form.shortens != kNoToken)
      form.entity = of, form.shortens = shortens;
  }

  // «Raiffeisen Bank International (RBI)»: the letters of the acronym begin words of the name, in order.
  void add_acronym(const FoundCompany& found) {
    auto end = found.last;
    while (inside(end) && token(end).begin < found.span.end) ++end;
    const auto open = behind_genitive(end);
    if (!mark_is(open, "(") || !mark_is(open + 2, ")") || found.last - found.first < 2) return;
    const auto& word = token(open + 1);
    if (!word.is(TokenClass::word) || !(word.shape & kAllCaps)) return;
    if (abbreviates(text_.of(word), found.first, end)) add_form(open + 1, open + 2, found.entity);
  }

  // --- the rest of the article

  void spread() {
    if (forms_.empty()) return;
    const FormsByWord by_first(forms_);
    std::vector<FoundCompany> more;
    for (const auto& sentence : text_.sentences) {
      enter(sentence);
      for (auto i = sentence.first; i < sentence.last; ++i) {
        if (!capital(i)) continue;
        const auto* form = form_at(i, by_first);
        if (!form) continue;
        const auto last = i + form->tokens;
        const auto begin = token(i).begin;
        more.push_back({i,
                        last,
                        {begin, begin + static_cast<std::uint32_t>(form->surface.size())},
                        entities_[form->entity].company,
                        NameSource::short_form,
                        kSure,
                        &sentence,
                        form->entity});
        i = last - 1;
      }
    }
    found_.insert(found_.end(), more.begin(), more.end());
    std::ranges::sort(found_, {}, [](const FoundCompany& f) { return std::pair(f.first, ~f.last); });
  }

  const Form* form_at(std::uint32_t i, const FormsByWord& by_first) const {
    const auto word = text_.of(token(i));
    const auto begins_with = [](std::string_view first) {
      return [first](const Form* form) {
        return form->first_size == first.size() && (form->mixed_case || form->surface.starts_with(first));
      };
    };
    auto first = word;
    auto forms = by_first.of(token(i).hash);
    const bool genitive =
        w_->declined && word.ends_with('s') && std::ranges::none_of(forms, begins_with(word));
    if (genitive) {
      first.remove_suffix(1);
      const auto folded_word = text_.folded_of(token(i));
      forms = by_first.of(WordHash::of(folded_word.substr(0, folded_word.size() - 1)));
    }
    for (const auto* form : forms) {
      if (!begins_with(first)(form)) continue;
      const auto last = i + form->tokens;
      if (last > sentence_->last || (genitive && form->tokens > 1)) continue;
      if (overlaps_found(i, last) && !lengthens_found(i, *form)) continue;
      if (!form->mixed_case && text_.utf8.compare(token(i).begin, form->surface.size(), form->surface) != 0)
        continue;
      if (!ends_with_form(i, *form)) continue;
      if (is_part_of_other(i, last) || is_product(last)) continue;
      if (form->tokens == 1 && i == sentence_->first && is(i, CompanyWords::no_name))
        continue;  // "Next week"
      return form;
    }
    return nullptr;
  }

  // "Brandner Forest", where the article names such a firm in full, is not Brandner.
  bool lengthens_found(std::uint32_t i, const Form& form) const {
    const auto at = std::ranges::lower_bound(found_, i, {}, &FoundCompany::first);
    if (at == found_.end() || at->first != i || at->source != NameSource::gazetteer) return false;
    const auto next = std::next(at);
    const auto last = i + form.tokens;
    return at->last < last && at->entity != form.entity && (next == found_.end() || next->first >= last);
  }

  // "US Air" does not stand in "US Aircraft", but «Nord Linie» does in «Nord Linies».
  bool ends_with_form(std::uint32_t i, const Form& form) const {
    const std::size_t end = token(i).begin + form.surface.size(), word_end = token(i + form.tokens - 1).end();
    return end == word_end || (w_->declined && end + 1 == word_end && text_.utf8[end] == 's');
  }

  // A short form inside a longer name is another one's: «Peter Brandner», «Brandner Straße».
  bool is_part_of_other(std::uint32_t first, std::uint32_t last) const {
    if (first > sentence_->first && !glued(first) && is(first - 1, CompanyWords::first_name) &&
        capital(first - 1))
      return true;
    if (first > sentence_->first &&
        (is(first - 1, CompanyWords::person_title) || is(first - 1, CompanyWords::person)))
      return true;
    if (!inside(last)) return false;
    if (token(last).is(TokenClass::number) && glued(last)) return true;
    return !sentence_->heading && !glued(last) && runs().is_name_word(last);
  }

  std::vector<Mention> mentions() const {
    std::vector<Mention> out;
    out.reserve(found_.size());
    std::uint32_t covered = 0;
    for (const auto& found : found_) {
      if (found.span.begin < covered) continue;
      covered = found.span.end;
      const auto& entity = entities_[found.entity];
      // A paper of its time is quoted with the names of its time; the key is that of the company today.
      auto name = found.former ? std::string(name_of(found)) : entity.name;
      out.push_back({MentionKind::company, found.span, rule_of(found.source),
                     CompanyValue{std::move(name), entity.key, entity.company, basis_of(found.source)}});
    }
    return out;
  }

  std::deque<Entity> entities_;                                    // whose keys stay where they are
  std::unordered_map<std::string_view, std::uint32_t> entity_at_;  // by key
  std::optional<SmallWords> small_words_;                          // made when first asked for
  std::unordered_map<std::string, std::uint32_t> by_initials_;     // entities of longer names
  std::unordered_set<const Company*> named_in_full_;
  std::vector<Form> forms_;
  std::unordered_map<std::string_view, std::size_t> form_at_;  // by surface
  std::unordered_map<std::string_view, std::uint32_t>
      opener_of_;  // first words of "X & Y", and whose they are
};

}  // namespace

std::vector<Mention> name_companies(const Text& text, CompanyFinds& finds) {
  return Entities(text, finds).run();
}

}  // namespace gegenprobe::extract

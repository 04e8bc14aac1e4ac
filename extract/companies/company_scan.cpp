#include "extract/companies/company_scan.h"

#include <algorithm>

#include "extract/companies/bought_company.h"

namespace gegenprobe::extract {
namespace {

constexpr std::uint32_t kApposition = 7;  // tokens between a name's comma and the noun that says what it is

class Scan : BoughtCompany {
 public:
  Scan(const Text& text, const Gazetteer& gazetteer, CompanyFinds& finds)
      : BoughtCompany(text, finds), gazetteer_(gazetteer) {}

  void run() {
    for (const auto& sentence : text_.sentences) scan(sentence);
  }

 private:
  void scan(const Sentence& sentence) {
    enter(sentence);
    title_case_ = sentence_->heading && !w_->nouns_capital && is_title_case(text_, *sentence_);
    for (auto i = sentence.first; i < sentence.last;) i = step(i);
  }

  std::uint32_t step(std::uint32_t i) {
    const auto& at = token(i);
    if (!at.is(TokenClass::word) && !at.is(TokenClass::number)) return i + 1;
    const bool signals = sets_off(at, Pass::company) && w_->begins(at, kCompanySignals);
    if (!signals && !may_begin_name(at)) return i + 1;  // most words
    const auto known = known_at(i);
    if (signals)
      if (const auto next = signal(i, known)) return next;
    if (!known.company) return i + 1;
    if (!known.guarded && !known.ending && names_nation(i + known.tokens)) return add_subsidiary(i, known);
    add_known(i, known);
    return i + known.tokens;
  }

  bool may_begin_name(const Token& at) const {
    if (!(at.shape & (kCapital | kMixedCase)) && !gazetteer_.may_begin_small(at)) return false;
    return w_->declined || gazetteer_.may_begin(at);
  }

  KnownName known_at(std::uint32_t i) const {
    const auto& at = token(i);
    if (!may_begin_name(at)) return {};
    if (glued(i) && i > sentence_->first && is_word_or_number(i - 1)) return {};
    const auto known =
        gazetteer_.longest_at(text_.utf8, text_.folded, text_.tokens, i, sentence_->last, w_->declined);
    if (!known.company) return known;
    const auto after = i + known.tokens;
    const bool cut =
        glued(after) && (token(after).is(TokenClass::word) || token(after).is(TokenClass::number));
    return cut ? KnownName{} : known;
  }

  void add_known(std::uint32_t i, const KnownName& known) {
    const auto last = i + known.tokens;
    const Span span{token(i).begin, token(last - 1).end() - known.ending};
    // "Ford Q3 revenue", «Ford: Umsatz sinkt um 5 Prozent»
    const bool sure = !known.guarded || is_period_label(last) ||
                      (!is_media(known.company->kind) && (heads_figure(i, last) || goes_on_in_list(i, last)));
    found_.push_back({i, last, span, known.company, NameSource::gazetteer, sure ? kSure : 0, sentence_,
                      kNoEntity, known.id, known.former});
    if (!known.guarded && known.tokens == 1 && after_unknown(i)) found_.back().weight = 0;
    // «Microsofts Cloud» is a firm's, no «Microsoft Cloud».
    if (!known.guarded && !known.ending &&
        (is_product(last) || is_model(*known.company, i, last) || is_unit(i, last)))
      found_.back().weight = -kSure;
  }

  // "fined Apple €500 million and Meta €200 million", «Apple eine Strafe von 500 Millionen und Meta eine von
  // 200»: behind a firm and its figure a name and the next.
  bool goes_on_in_list(std::uint32_t first, std::uint32_t last) const {
    if (found_.empty() || found_.back().sentence != sentence_ || found_.back().weight < kSure ||
        !inside(last) || first < found_.back().last + 2)
      return false;
    const auto& lexicon = sentence_->rules->lexicon();
    if (!mark_is(first - 1, ",") && !lexicon.has(token(first - 1), w_->coordinator)) return false;
    const auto is_amount = [&](std::uint32_t i) {
      return token(i).is(TokenClass::number) || token(i).is(TokenClass::symbol);
    };
    if (is(last, CompanyWords::name_article) && is(found_.back().last, CompanyWords::name_article) &&
        inside(last + 2) && lexicon.has(token(last + 1), w_->complement_preposition))
      return is_amount(last + 2);
    return is_amount(last) && is_amount(found_.back().last);
  }

  bool heads_figure(std::uint32_t first, std::uint32_t last) const {
    return sentence_->heading && first == sentence_->first && mark_is(last, ":") && tells_figure();
  }

  // «Fanuc Deutschland»: the firm's subsidiary there, which is a firm of its own.
  bool names_nation(std::uint32_t i) const {
    const bool compound = mark_is(i + 1, "-") && glued(i + 1);
    return inside(i) && !glued(i) && !compound && w_->key(token(i), CompanyWords::place) == "nation";
  }
  std::uint32_t add_subsidiary(std::uint32_t first, const KnownName& known) {
    const auto last = first + known.tokens + 1;
    const Span span{token(first).begin, token(last - 1).end()};
    found_.push_back({first, last, span, nullptr, NameSource::context, kSure, sentence_});
    return last;
  }

  // «Kirk Douglas», "Lai Teck": a capitalised word of no list before the name may be a first name.
  bool after_unknown(std::uint32_t i) const {
    if (i <= sentence_->first + 1 || glued(i)) return false;
    const auto& before = token(i - 1);
    // «Die Werbeholding |Ströer| kappt …»: a noun of no list, with its article, where the sentence begins.
    if (w_->nouns_capital && is(i - 2, CompanyWords::name_article) && opens_clause(i - 2) && inside(i + 1) &&
        token(i + 1).is(TokenClass::word) && !capital(i + 1) && !glued(i + 1))
      return false;
    return capital(i - 1) && !(before.shape & kAllCaps) && before.word == 0 && before.suffix == 0 &&
           before.prefix == 0 && !glued(i - 1);
  }

  // «ein Mercedes», «der Nissan Skyline»: a thing of the firm's make.
  bool is_model(const Company& company, std::uint32_t first, std::uint32_t after) const {
    const auto models = w_->key_of(company.kind, CompanyWords::kind_with_models);
    if (first > sentence_->first && is(first - 1, CompanyWords::one_of_a_make) && !glued(after)) {
      const bool owned = w_->key(token(first - 1), CompanyWords::one_of_a_make) == "owned";
      if (!owned || (!models.empty() && !runs().is_name_word(after))) return true;
    }
    return !models.empty() && !sentence_->heading && !glued(after) && runs().is_name_word(after) &&
           !is(after, CompanyWords::place) && !is_period_label(after);
  }

  // What the lists say about this token. Where the scan goes on; 0: the token itself is still to be taken.
  std::uint32_t signal(std::uint32_t i, const KnownName& known) {
    const auto begun = w_->begun(token(i));
    const auto begins = [&](CompanyWords::List list) { return (begun >> list & 1) != 0; };
    const auto other = begins(CompanyWords::not_company)
                           ? w_->longest(text_, i, sentence_->last, CompanyWords::not_company)
                           : CompanyWords::Hit{};
    // «der Bundestag», «auf Twitter»: no company, or the place where something was published.
    if (other && other.last - i >= std::max<std::uint32_t>(known.tokens, 1) &&
        (capital(i) || capital(other.last - 1))) {
      others_.push_back({i, other.last});
      name_other(i, other.last);
      return other.last;
    }
    if (!known.company && (is(i, CompanyWords::person_title) || is(i, CompanyWords::person)))
      if (const auto next = titled(i + 1 + mark_is(i + 1, "."))) {
        // «Puma-Chef Max Muster» speaks for Puma, «Brandner-Chef Max Muster» maybe for a firm, «BZÖ-Chef» for
        // none.
        const bool known_before =
            !found_.empty() && found_.back().last + 1 == i && found_.back().sentence == sentence_;
        if (is(i, CompanyWords::firm_compound)) compound(i, known_before);
        return next;
      }
    if (is(i, CompanyWords::first_name) && known.tokens < 2 && capital(i))
      if (const auto next = person(i)) return next;
    if (begins(CompanyWords::legal_form))
      if (const auto next = legal_form(i)) return next;
    if (is(i, CompanyWords::exchange) && ticker(i)) return i + 2;
    // "Reline Capital": «Capital» may be a magazine, but not where it ends a name.
    if (known.guarded && known.tokens == 1 && begins(CompanyWords::name_end) && name_end(i)) return i + 1;
    if (known.company) {
      if (known.guarded && begins(CompanyWords::before_name)) contexts(i);  // «die Bilanz der |Telekom|»
      return 0;
    }
    if (begins(CompanyWords::name_end)) name_end(i);
    if (begins(CompanyWords::before_name) || begins(CompanyWords::after_name)) contexts(i);
    if (begins(CompanyWords::firm)) firm(i);
    if (is(i, CompanyWords::firm_compound)) compound(i);
    if (begins(CompanyWords::firm_metric)) metric(i);
    return is(i, CompanyWords::name_start) ? name_start(i) : 0;
  }

  // What is short for it: "BNP" of the British National Party, "United" of Manchester United.
  void name_other(std::uint32_t first, std::uint32_t last) {
    constexpr std::uint32_t kMostBehind = 8;
    constexpr std::size_t kShortest = 3;
    const auto begin = runs().begin_before(first, NameRuns::By::form);
    auto end = last;
    for (auto i = last; inside(i) && i < last + kMostBehind && token(i).is(TokenClass::word); ++i) {
      if (capital(i)) end = i + 1;
      if (!capital(i) && !is(i, CompanyWords::function_word)) break;
    }
    std::string initials;
    for (auto i = begin; i < end; ++i)
      if (capital(i)) initials += text_.of(token(i)).front();
    if (initials.size() >= kShortest) other_names_.insert(initials);
    if (last > first + 1 && capital(first)) other_names_.emplace(text_.of(token(last - 1)));
  }

  // «Carl Benz», "Robert F. Kennedy": the surname is no company.
  std::uint32_t person(std::uint32_t i) {
    auto at = i + 1;
    while (inside(at)) {
      const bool initial = token(at).size == 1 && capital(at) && mark_is(at + 1, ".");
      if (initial)
        at += 2;
      else if (is(at, CompanyWords::surname_particle) || (is(at, CompanyWords::first_name) && capital(at)))
        ++at;
      else
        break;
    }
    return after_person(at);
  }

  // "Mr Brandner", "Sir Henry Brandner"
  std::uint32_t titled(std::uint32_t i) {
    return is(i, CompanyWords::first_name) && capital(i) ? person(i) : after_person(i);
  }

  std::uint32_t after_person(std::uint32_t surname) {
    if (!runs().is_name_word(surname) || glued(surname)) return 0;
    auto end = surname + 1;
    while (mark_is(end, "-") && glued(end) && glued(end + 1) && capital(end + 1)) end += 2;
    // «Paul Hartmann AG», «Ernst & Young» go on as a name.
    if (is(end, CompanyWords::legal_form) || is(end, CompanyWords::name_end) || mark_is(end, "&")) return 0;
    persons_.insert(text_.of(token(surname)));
    return end;
  }

  std::uint32_t legal_form(std::uint32_t i) {
    const auto hit = w_->longest(text_, i, sentence_->last, CompanyWords::legal_form);
    if (!hit) return 0;
    if (!capital(i) && hit.key != "small") return 0;
    if (mark_is(hit.last, "-") && glued(hit.last) && glued(hit.last + 1)) return 0;  // "Party Co-Chairman"
    if (hit.key == "caps" && !(token(i).shape & (kAllCaps | kMixedCase))) return 0;
    const bool comma = hit.key.starts_with("comma") && i > sentence_->first && mark_is(i - 1, ",");
    auto begin = runs().begin_before(i - comma, NameRuns::By::form);
    if (begin == i - comma || only_generic(begin, i - comma)) return 0;
    const auto end = i - comma;
    if (is_end_of_name(begin, end)) return hit.last;
    const Span span{token(begin).begin, token(hit.last - 1).end()};
    if (!found_.empty() && found_.back().last > begin && found_.back().sentence == sentence_) {
      auto& known = found_.back();
      // "Quincy Bell Inc" is no Bell that is known: a name that is a word, too, only ends the firm's own.
      const bool ends_other = known.weight == 0 && begin < known.first && !glued(known.first);
      // "The National Widgets Co" is none of "The National".
      const bool begins_other = known.weight == 0 && known.first < begin && known.last < end;
      if (known.last == end && !ends_other) {
        known.span.end = span.end;
        known.weight = kSure;
        return hit.last;
      }
      const bool goes_on = is(known.last, CompanyWords::connector);  // "Saab-Scania of America Inc"
      if (goes_on) begin = std::min(begin, known.first);
      if (known.first != begin && !goes_on && !ends_other && !begins_other)
        begin = known.last;
      else
        found_.pop_back();
    }
    if (begin >= end) return hit.last;
    const auto country = hit.key.ends_with("country") ? country_behind(hit.last) : hit.last;
    const auto last = country == hit.last ? end : country;
    found_.push_back({begin,
                      last,
                      {token(begin).begin, country == hit.last ? span.end : token(country - 1).end()},
                      nullptr,
                      NameSource::legal_form,
                      kSure + 1,
                      sentence_});
    return country;
  }

  // "Brandner Corp of America", "of North America": where the name goes on behind the legal form.
  std::uint32_t country_behind(std::uint32_t i) const {
    constexpr std::uint32_t kMostWords = 2;
    if (!inside(i) || w_->key(token(i), CompanyWords::connector) != "head") return i;
    for (auto at = i + 1; at <= i + kMostWords && runs().is_capitalised(at); ++at)
      if (is(at, CompanyWords::place)) return w_->key(token(at), CompanyWords::place) == "city" ? i : at + 1;
    return i;
  }

  // "Brandner Sales of | America Inc": only the end of a name that begins with words of no name.
  bool is_end_of_name(std::uint32_t begin, std::uint32_t end) const {
    return end == begin + 1 && is(begin, CompanyWords::place) && begin > sentence_->first &&
           is(begin - 1, CompanyWords::connector);
  }

  // «die Bank AG», "Group Inc": no name in it.
  bool only_generic(std::uint32_t begin, std::uint32_t end) const {
    for (auto i = begin; i < end; ++i) {
      const bool generic =
          is(i, CompanyWords::firm) || is(i, CompanyWords::name_end) || is(i, CompanyWords::no_name);
      // «Frischdienst GmbH»: a compound that only ends like one is a name of its own.
      const bool compound = token(i).word == 0 && token(i).suffix != 0;
      if (token(i).is(TokenClass::word) && (!generic || compound)) return false;
    }
    return true;
  }

  // "Reline Investments", «Numis Securities»; not "Energy" in "Energy Minister".
  bool name_end(std::uint32_t i) {
    if (!is(i, CompanyWords::name_end) || !capital(i)) return false;
    if (runs().is_name_word(i + 1) && !glued(i + 1) && !is_period_label(i + 1)) return false;
    if (is(i + 1, CompanyWords::clause_start) && capital(i + 2) && !w_->nouns_capital) return false;
    if (mark_is(i + 1, "-") && glued(i + 1)) return false;
    const auto begin = runs().begin_before(i, NameRuns::By::form);
    if (begin == i || only_generic(begin, i)) return false;
    // «in der Sparte Digital Industries»: a part of a firm, no firm.
    const auto& lexicon = sentence_->rules->lexicon();
    const auto part = w_->part_noun;
    if (w_->nouns_capital && part != kNoTag &&
        (lexicon.has(token(begin), part) ||
         (begin > sentence_->first && lexicon.has(token(begin - 1), part))))
      return false;
    const auto key = w_->key(token(i), CompanyWords::name_end);
    const bool overlaps =
        !found_.empty() && found_.back().last > begin && found_.back().sentence == sentence_;
    if (overlaps) {
      auto& known = found_.back();
      if (known.last == i && key == "same") {
        known.span.end = token(i).end();
        known.weight = kSure;
        return true;
      }
      if (known.first != begin) return false;
      found_.pop_back();
    }
    const bool alone = i - begin == 1 && is(begin, CompanyWords::never_alone);
    const int weight = key == "likely" || alone ? kLikely : kSure;
    found_.push_back({begin,
                      key == "same" ? i : i + 1,
                      {token(begin).begin, token(i).end()},
                      nullptr,
                      NameSource::name_end,
                      weight,
                      sentence_});
    return true;
  }

  // «Sparkasse Köln-Bonn», "Bank of Ireland".
  std::uint32_t name_start(std::uint32_t i) {
    if (!capital(i) || glued(i)) return 0;
    const auto end = runs().end_after(i);
    if (end <= i + 1 || only_generic(i + 1, end)) return 0;
    found_.push_back(
        {i, end, {token(i).begin, token(end - 1).end()}, nullptr, NameSource::name_end, kSure, sentence_});
    return end;
  }

  // --- marks

  void mark_before(std::uint32_t i, int weight, MarkKind kind = MarkKind::name) {
    while (inside(i) && is_quote(i)) ++i;
    if (inside(i)) marks_.push_back({behind_seat(i), weight, true, kind, sentence_});
  }
  // "acquired Los Angeles-based | Brandner"
  std::uint32_t behind_seat(std::uint32_t i) const {
    const auto end = runs().end_after(i);
    const bool seat = mark_is(end, "-") && inside(end + 2) && glued(end + 1) &&
                      w_->key(token(end + 1), CompanyWords::before_name) == "based";
    return seat ? end + 2 : i;
  }
  void mark_after(std::uint32_t i, int weight, MarkKind kind = MarkKind::name) {
    while (i > sentence_->first && is_quote(i - 1)) --i;
    if (i > sentence_->first) marks_.push_back({i, weight, false, kind, sentence_});
  }

  void contexts(std::uint32_t i) {
    if (in_title(i)) return;
    if (const auto hit = w_->longest(text_, i, sentence_->last, CompanyWords::before_name)) {
      const bool small_words = hit.key == "target" || hit.key == "bought" || hit.key == "sold";
      const auto name = small_words ? behind_adjectives(hit.last) : hit.last;
      const int weight = weight_before(i, hit, name);
      const bool bought = w_->nouns_capital && hit.key == "bought";
      if (weight) mark_before(name, weight, bought ? MarkKind::bought : MarkKind::name);
    }
    const auto hit = w_->longest(text_, i, sentence_->last, CompanyWords::after_name);
    if (hit.key == "thing") {
      if (is_known_thing(i)) mark_after(i - 1, kSure);
    } else if (hit && !is_code(name_before(behind_subject(i)))) {
      const auto end = hit.key == "own" ? behind_owner(i) : behind_subject(i);
      if (const int weight = weight_of(hit, name_before(end), end))
        mark_after(end, weight);
      else if (hit.key == "figure" && may_be_firm(name_before(end), end))
        mark_after(end, kLikely, MarkKind::told);
      // «Rund 65 Milliarden will Meta investieren», «meldete auch die Meta»: right behind the verb.
      const bool of_anybody = hit.key == "figure" || (hit.key == "likely" && w_->nouns_capital);
      if (const auto name = behind_small_words(hit.last); of_anybody && weight_with_figure(name))
        mark_before(name, kSure);
    }
  }

  // «Brandner hat 500 Mitarbeiter»: a word of no list, before a figure of a firm. By itself it may be any
  // noun.
  bool may_be_firm(std::uint32_t name, std::uint32_t end) const {
    return w_->nouns_capital && end == name + 1 && is_in_no_list(name) && opens_clause(name) &&
           tells_figure();
  }

  // "Meta, which was fined $5 million, said": no person, and a figure is told of it.
  bool is_known_thing(std::uint32_t pronoun) const {
    const bool named =
        !found_.empty() && found_.back().last == pronoun - 1 && found_.back().sentence == sentence_;
    return named && mark_is(pronoun - 1, ",") && found_.back().source == NameSource::gazetteer &&
           (tells_figure() || tells_large_sum());
  }

  // «Gewinn von |Meta|», «gegen |Meta| eine Strafe von 5 Millionen Euro».
  int weight_before(std::uint32_t first, const CompanyWords::Hit& hit, std::uint32_t name) const {
    // «bei der BA»: with an article an acronym may be any office.
    if (hit.last > first + 1 && inside(hit.last) && (token(hit.last).shape & kAllCaps) &&
        (hit.key == "figure" || hit.key == "sum"))
      return 0;
    if (hit.key == "figure") return weight_with_figure(hit.last);
    if (hit.key == "media") return weight_of_paper(hit.last);
    if (hit.key == "paper") return is_said_behind(hit.last) ? weight_of_paper(hit.last) : 0;
    if (hit.key == "sum") return weight_with_figure(hit.last) && tells_large_sum() ? kSure : 0;
    if (hit.key == "share") return has_firm_before(first) && is_in_no_list(name) ? kSure : 0;
    if (hit.key == "bought" && w_->nouns_capital)  // «kauft Strom für 5 Millionen»
      return weight_with_figure(name) ? kSure : is_in_no_list(name) && is_bought(first, name) ? kLikely : 0;
    if (hit.key == "bought") return is_bought(first, name) || weight_with_figure(name) ? kSure : kLikely;
    if (hit.key == "sold") return is_bought(first, name) || weight_with_figure(name) ? kSure : 0;
    if (hit.key == "based") return weight_of_seat(first);
    if (hit.key == "price") return is_price_of(first, hit.last) ? kSure : 0;
    if (hit.key == "likely" && weight_with_figure(hit.last)) return kSure;  // "bought Sage for $5bn"
    return weight_of(hit, hit.last, hit.last);
  }

  // "Ohio-based | Brandner": where something is told that no society or person has.
  int weight_of_seat(std::uint32_t based) const {
    const bool seat =
        glued(based) && based > sentence_->first + 1 && mark_is(based - 1, "-") && capital(based - 2);
    if (!seat || (token(based - 2).shape & kAllCaps)) return 0;  // "XML-based"
    return tells_figure() || tells_large_sum() ? kSure : kLikely;
  }

  // Past «auch», «die».
  std::uint32_t behind_small_words(std::uint32_t i) const {
    constexpr std::uint32_t kMost = 2;
    auto at = i;
    const auto& lexicon = sentence_->rules->lexicon();
    while (at < i + kMost && inside(at) && lexicon.has(token(at), w_->name_opener)) ++at;
    return at;
  }

  // «Bei Meta sank der Gewinn um 5 Prozent»: a known name where a figure of a firm is told.
  int weight_with_figure(std::uint32_t name) const {
    const bool named =
        inside(name) && capital(name) && !is(name, CompanyWords::common_noun) && known_at(name).company;
    return named && tells_figure() ? kSure : 0;
  }

  // «laut Spiegel», «berichtet die Welt»: where a source is named, the word is the paper.
  int weight_of_paper(std::uint32_t name) const {
    if (!inside(name) || !capital(name)) return 0;
    const auto known = known_at(name);
    return known.company && is_media(known.company->kind) ? kSure : 0;
  }

  // «Wie der Spiegel in seiner neuen Ausgabe schreibt, …»: the clause ends with a verb of saying.
  bool is_said_behind(std::uint32_t name) const {
    auto end = name;
    while (inside(end) && !mark_is(end, ",")) ++end;
    return inside(end) && end > name + 1 && sentence_->rules->lexicon().has(token(end - 1), w_->speech_verb);
  }

  // "Brandner Oyj HEL: BRN1V said": the code of its shares.
  bool is_code(std::uint32_t i) const {
    const bool dateline =
        is(i - 2, CompanyWords::place) || i == sentence_->first + 2;  // "MUMBAI: Brandner said"
    return i > sentence_->first + 1 && mark_is(i - 1, ":") && (token(i - 2).shape & kAllCaps) && !dateline;
  }

  // Where the subject of a verb ends: "Brandner on Friday reported", "Brandner now expects".
  std::uint32_t behind_subject(std::uint32_t verb) const {
    if (!w_->nouns_capital && inside(verb - 2) &&
        sentence_->rules->lexicon().has(token(verb - 1), w_->speech_gap) && !found_.empty() &&
        found_.back().last == verb - 1 && found_.back().source == NameSource::gazetteer)
      --verb;
    if (!inside(verb - 3) || !is(verb - 2, CompanyWords::function_word) || glued(verb - 3)) return verb;
    const auto& lexicon = sentence_->rules->lexicon();
    return lexicon.has(token(verb - 1), w_->weekday) ? verb - 2 : verb;
  }

  // "Ford | May sales", "Ford | first-quarter profit".
  std::uint32_t behind_owner(std::uint32_t noun) const {
    const auto& lexicon = sentence_->rules->lexicon();
    const auto at = noun - 1;
    if (!inside(at) || !lexicon.has(token(at), w_->account_period)) return noun;
    return inside(at - 2) && mark_is(at - 1, "-") ? at - 2 : at;
  }

  std::uint32_t name_before(std::uint32_t i) const {
    const bool found = !found_.empty() && found_.back().last == i && found_.back().sentence == sentence_;
    return found ? found_.back().first : runs().begin_before(i, NameRuns::By::context);
  }

  // A verb that others have too («will», "had") speaks for a firm where it tells a figure of one and a name
  // of two words, or one that is known, opens the clause: "Lakeland Air expects a loss of …". One word alone
  // may be any adverb or noun that a sentence begins with.
  int weight_of(const CompanyWords::Hit& hit, std::uint32_t name, std::uint32_t name_end) const {
    const bool deal = hit.key == "deal";
    const bool of_firms = hit.key == "result" || hit.key == "sum" || deal;  // "Lumenara reported a loss of"
    if (!of_firms && hit.key != "likely" && hit.key != "figure" && hit.key != "shared" && hit.key != "own" &&
        hit.key != "plan")
      return kSure;
    const bool of_anybody = hit.key == "figure" || hit.key == "plan";
    const int otherwise = of_anybody || hit.key == "sum" ? 0 : kLikely;
    const bool known =
        name < name_end &&
        gazetteer_.longest_at(text_.utf8, text_.folded, text_.tokens, name, name_end, w_->declined).company;
    if (hit.key == "shared") return known ? kSure : kLikely;
    if (hit.key == "plan" && (!sentence_->heading || !known || glued(name))) return 0;
    if (hit.key == "own") return known && name_end == name + 1 && token(name).word == 0 ? kSure : 0;
    const bool named = known || name_end >= name + 2 || (of_firms && is_new_name(name, name_end));
    const bool opens = opens_clause(name) || opens_with_article(name) ||
                       (of_firms && (is_behind_complementizer(name) || opens_behind_country(name)));
    if (known && !w_->nouns_capital && is_percent_at(hit.last) && moves(hit.last - 1) && !has_article(name))
      return kSure;
    if (!named || !opens) return otherwise;
    // "Visa paid $2bn for": a sum that is no person's needs no word for what it is.
    const bool person = w_->nouns_capital && (is(name, CompanyWords::common_noun) || is_person(name_end - 1));
    const bool sum = known && of_anybody && !person && tells_large_sum();
    const bool surely_name = known || name_end >= name + 2 || opens_behind_country(name);  // no "Ministers"
    if (deal && surely_name && (tells_large_sum() || tells_share())) return kSure;
    return sum || tells_figure() ? kSure : otherwise;
  }

  // "Italy's | Lumenara has agreed to buy"
  bool opens_behind_country(std::uint32_t name) const {
    constexpr std::uint32_t kMark = 2;  // the apostrophe and its s
    return !w_->nouns_capital && name >= sentence_->first + kMark + 1 && mark_is(name - 1, "s") &&
           runs().is_apostrophe(name - kMark) && is(name - kMark - 1, CompanyWords::place);
  }

  bool moves(std::uint32_t verb) const {
    return sentence_->rules->lexicon().has(token(verb), w_->price_move);
  }
  bool has_article(std::uint32_t name) const {
    return name > sentence_->first && is(name - 1, CompanyWords::name_article);
  }

  // A word of no list, and of no name that was found before ("Morgan" where J.P. Morgan is known).
  bool is_new_name(std::uint32_t i, std::uint32_t end) const {
    if (end != i + 1 || token(i).word != 0 || w_->nouns_capital) return false;
    return std::ranges::none_of(found_, [&](const FoundCompany& known) {
      for (auto at = known.first; at < known.last; ++at)
        if (token(at).hash == token(i).hash) return true;
      return false;
    });
  }

  // "reported that | Lumenara has raised"
  bool is_behind_complementizer(std::uint32_t i) const {
    const auto& lexicon = sentence_->rules->lexicon();
    return i > sentence_->first && lexicon.has(token(i - 1), w_->complementizer);
  }

  // «Die |Telekom| steigerte …»: a paper has an article, too.
  bool opens_with_article(std::uint32_t i) const {
    const auto& lexicon = sentence_->rules->lexicon();
    if (i == sentence_->first || !inside(i) || !lexicon.has(token(i - 1), w_->name_opener) ||
        !opens_clause(i - 1))
      return false;
    const auto known = known_at(i);
    return known.company && !is_media(known.company->kind) && !(token(i).shape & kAllCaps);
  }

  // "Investor Relations", "Small Business Month": where nouns have no capital, one that has belongs to a
  // name or a headline.
  bool in_title(std::uint32_t i) const {
    return !w_->nouns_capital && capital(i) && (title_case_ || i != sentence_->first);
  }

  // A noun for a kind of firm: «Autobauer Brandner», "Brandner, the German toolmaker,".
  void firm(std::uint32_t i) {
    const auto hit = w_->longest(text_, i, sentence_->last, CompanyWords::firm);
    if (!hit || in_title(i)) return;
    const bool maybe =
        is(i, CompanyWords::person_or_firm) && !is_kin_of_firm(i) && !is_firm_with_figure(i, hit.last);
    mark_before(hit.last, maybe ? kLikely : kSure);
    for (const std::string_view mark : {",", "-", "–"}) {  // "the unit - Brandner - employed"
      if (!mark_is(hit.last, mark) || glued(hit.last) != (mark == ",") || !capital(hit.last + 1)) continue;
      if (mark_is(runs().end_after(hit.last + 1), mark)) mark_before(hit.last + 1, kSure);
    }
    const bool goes_on = runs().is_name_word(hit.last) && !is_declined_place(hit.last);
    if (!goes_on && !owns(hit.last)) apposition(i, maybe);
  }

  // "Smith, the company's chairman"
  bool owns(std::uint32_t mark) const {
    return !w_->declined && runs().is_apostrophe(mark) && glued(mark + 1) && mark_is(mark + 1, "s");
  }

  // «Lufthansa-Tochter Brandner»: what is that to a firm is a firm.
  bool is_kin_of_firm(std::uint32_t i) const {
    return w_->key(token(i), CompanyWords::person_or_firm) == "kin" && glued(i) && !found_.empty() &&
           found_.back().last + 1 == i && found_.back().sentence == sentence_ &&
           found_.back().weight >= kSure;
  }

  bool knows(std::uint32_t name) const {
    return inside(name) && !is(name, CompanyWords::never_alone) && known_at(name).company;
  }
  // «der Getriebespezialist Brandner setzte 5 Millionen Euro um», or a name that is known
  bool is_firm_with_figure(std::uint32_t i, std::uint32_t name) const {
    const auto key = w_->key(token(i), CompanyWords::person_or_firm);
    if (key == "firm") return true;  // «Modehändler», though a «*händler» may be a person
    if (key == "kin") return knows(name) && tells_figure();  // «die Cloud-Tochter |AWS|»
    return key == "figure" && (tells_figure() || tells_large_sum() || knows(name));
  }

  // "Brandner, the German toolmaker", "Brandner, one of Britain's biggest toolmakers", «Brandner, Europas
  // größter Werkzeugbauer».
  void apposition(std::uint32_t noun, bool maybe) {
    bool owned = false;  // "Zaire, the world's biggest producer"
    const auto stop = noun - std::min(kApposition, noun - sentence_->first);
    for (auto i = noun; i > stop;) {
      --i;
      if (is(i, CompanyWords::name_article) && predicate(i, maybe)) return;
      if (is(i, CompanyWords::name_article) || owns_as_place(i)) {
        const auto open = behind_one_of(i);
        if (open > sentence_->first && mark_is(open - 1, ","))
          return mark_after(open - 1, maybe && owned ? kLikely : kSure);
        if (!owns_as_place(i)) return;
      }
      // "one of the most successful Irishmen in business", but "a printing and writing paper maker"
      const bool joins = sentence_->rules->lexicon().has(token(i), w_->coordinator);
      if (is(i, CompanyWords::function_word) && !joins) return;
      owned |= runs().is_apostrophe(i);
      const bool hyphen = mark_is(i, "-") && glued(i);
      if (!token(i).is(TokenClass::word) && !hyphen && !runs().is_apostrophe(i)) return;
    }
  }
  // "Brandner is | a specialist toolmaker"
  bool predicate(std::uint32_t article, bool maybe) {
    const auto verb = article - 1;
    if (w_->nouns_capital || maybe || article < sentence_->first + 2) return false;
    if (!sentence_->rules->lexicon().has(token(verb), w_->copula)) return false;
    const auto first = runs().begin_before(verb, NameRuns::By::context);
    if (first < verb && !glued(first) && opens_clause(first))
      mark_after(verb, token(first).word == 0 ? kSure : kLikely);
    return true;
  }
  bool owns_as_place(std::uint32_t i) const {
    if (is_declined_place(i)) return true;
    return !w_->declined && is(i, CompanyWords::place) && runs().is_apostrophe(i + 1);
  }
  // "|one of the largest", «|einer der größten»: where the phrase begins that this article or place stands
  // in.
  std::uint32_t behind_one_of(std::uint32_t i) const {
    if (i > sentence_->first && is_one_of(i - 1)) return i - 1;
    const bool joined =
        i >= sentence_->first + 2 && is(i - 1, CompanyWords::function_word) && is_one_of(i - 2);
    return joined ? i - 2 : i;
  }
  bool is_one_of(std::uint32_t i) const { return sentence_->rules->lexicon().has(token(i), w_->one_of); }

  // «Brandner-Chef», «Brandner-Aktie».
  void compound(std::uint32_t i, bool may_be_sure = true) {
    if (i < sentence_->first + 2 || !glued(i) || !mark_is(i - 1, "-") || !glued(i - 1)) return;
    if (!may_be_sure && (token(i - 2).shape & kAllCaps)) return;
    const bool sure = may_be_sure && w_->key(token(i), CompanyWords::firm_compound) == "sure";
    mark_after(i - 1, sure ? kSure : kLikely, MarkKind::compound);
  }

  // "Brandner's net profit", "Brandner's 2025 revenue".
  void metric(std::uint32_t i) {
    const auto hit = w_->longest(text_, i, sentence_->last, CompanyWords::firm_metric);
    if (!hit || i < behind_metric_ || in_title(i)) return;
    behind_metric_ = hit.last;
    const bool sure = hit.key == "sure" || (hit.key == "with_figure" && tells_figure());
    const int weight = sure ? kSure : kLikely;
    int reach = 5;
    for (auto at = i; at > sentence_->first && reach > 0;) {
      --at;
      if (at > sentence_->first && text_.of(token(at)) == "s" && runs().is_apostrophe(at - 1))
        return mark_after(at - 1, weight);
      const bool hyphen = mark_is(at, "-");  // "Brandner's year-to-date sales"
      if (!token(at).is(TokenClass::word) && !hyphen && !is_year(at)) return;
      if (!hyphen) --reach;
    }
  }

  bool is_year(std::uint32_t i) const {
    return token(i).is(TokenClass::number) && text_.of(token(i)).size() == 4;
  }

  // "(NYSE: BRN)": the exchange is no party here.
  bool ticker(std::uint32_t i) {
    if (i <= sentence_->first + 1 || !mark_is(i - 1, "(") || !mark_is(i + 1, ":")) return false;
    mark_after(i - 1, kSure);
    return true;
  }

  const Gazetteer& gazetteer_;
  bool title_case_ = false;          // of the sentence
  std::uint32_t behind_metric_ = 0;  // "net profit" is not "profit" once more
};

}  // namespace

CompanyFinds scan_for_companies(const Text& text, const Gazetteer& gazetteer) {
  CompanyFinds finds;
  Scan(text, gazetteer, finds).run();
  return finds;
}

}  // namespace gegenprobe::extract

// One pass over the tokens notes three things: names of the gazetteer, names that a legal form or a noun
// like "Holdings" closes, and marks: places before or after which the context speaks for a firm («Autobauer
// …», «…-Aktie», "shares in …"). Marks make names of unknown words, and make guarded names sure. Last, what
// is sure once is looked for in the whole article, in its short forms too.
#include "extract/companies.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "extract/company_words.h"
#include "extract/name_runs.h"

namespace gegenprobe::extract {
namespace {

constexpr int kSure = 2;                  // evidence that makes an unknown name a company's
constexpr int kLikely = 1;                // enough for a guarded name of the gazetteer
constexpr std::uint32_t kApposition = 7;  // tokens between a name's comma and the noun that says what it is
constexpr std::uint32_t kNoEntity = 0xFFFFFFFF;

enum class Source : std::uint8_t { gazetteer, legal_form, name_end, context, list, short_form };

std::string_view rule_of(Source source) {
  switch (source) {
    case Source::gazetteer:
      return "company.gazetteer";
    case Source::legal_form:
      return "company.legal-form";
    case Source::name_end:
      return "company.name-end";
    case Source::context:
      return "company.context";
    case Source::list:
      return "company.list";
    case Source::short_form:
      return "company.short-form";
  }
  return {};
}

NameBasis basis_of(Source source) {
  switch (source) {
    case Source::gazetteer:
      return NameBasis::gazetteer;
    case Source::legal_form:
      return NameBasis::legal_form;
    case Source::short_form:
      return NameBasis::earlier_in_article;
    default:
      return NameBasis::context;
  }
}

/// A place in the text where a name stands, or may stand.
struct Found {
  std::uint32_t first, last;  // tokens, without what only closes the name
  Span span;                  // all of it, with the legal form
  const Company* company;
  Source source;
  int weight;  // kSure and more: it is a company
  const Sentence* sentence;
  std::uint32_t entity = kNoEntity;
  std::uint32_t name_id = 0;  // the gazetteer's
  bool former = false;        // a name that the company has no more
};

/// The context speaks for a firm whose name begins (or ends) with this token's border.
struct Mark {
  std::uint32_t token;
  int weight;
  bool before;    // the name begins here
  bool compound;  // «…-Aktie»: what stands before the hyphen may be any noun
  const Sentence* sentence;
};

struct Entity {
  std::string key, name;
  const Company* company;
};

/// A form of a name that is sure in this article.
struct Form {
  std::string_view surface;
  std::uint32_t entity, tokens;
};

class Finder {
 public:
  Finder(const Text& text, const Gazetteer& gazetteer) : text_(text), gazetteer_(gazetteer) {}

  std::vector<Mention> find() {
    for (const auto& sentence : text_.sentences) scan(sentence);
    bind_acronyms();
    weigh_guarded();
    weigh_unknown();
    weigh_lists();
    choose_namesakes();
    keep_sure();
    name_entities();
    spread();
    return mentions();
  }

 private:
  // --- the pass over the tokens

  void enter(const Sentence& sentence) {
    sentence_ = &sentence;
    w_ = &sentence.rules->tags<CompanyWords>();
  }
  NameRuns runs() const { return {text_, *sentence_, *w_}; }
  const Token& token(std::uint32_t i) const { return text_.tokens[i]; }
  bool inside(std::uint32_t i) const { return i >= sentence_->first && i < sentence_->last; }
  bool is(std::uint32_t i, CompanyWords::List list) const { return inside(i) && w_->is(token(i), list); }
  bool glued(std::uint32_t i) const { return inside(i) && (token(i).shape & kGlued); }
  bool mark_is(std::uint32_t i, std::string_view mark) const {
    return inside(i) && text_.of(token(i)) == mark;
  }

  void scan(const Sentence& sentence) {
    enter(sentence);
    for (auto i = sentence.first; i < sentence.last;) i = step(i);
  }

  std::uint32_t step(std::uint32_t i) {
    const auto& at = token(i);
    if (!at.is(TokenClass::word) && !at.is(TokenClass::number)) return i + 1;
    const auto known = known_at(i);
    if (w_->begins(at, kCompanySignals))
      if (const auto next = signal(i, known)) return next;
    if (!known.company) return i + 1;
    add_known(i, known);
    return i + known.tokens;
  }

  KnownName known_at(std::uint32_t i) const {
    const auto& at = token(i);
    if (!(at.shape & (kCapital | kMixedCase)) && !gazetteer_.may_begin_small(text_.folded_of(at))) return {};
    if (glued(i) && i > sentence_->first && is_word_or_number(i - 1)) return {};
    const auto known =
        gazetteer_.longest_at(text_.utf8, text_.folded, text_.tokens, i, sentence_->last, w_->declined);
    if (!known.company) return known;
    const auto after = i + known.tokens;
    const bool cut =
        glued(after) && (token(after).is(TokenClass::word) || token(after).is(TokenClass::number));
    return cut ? KnownName{} : known;
  }

  bool is_word_or_number(std::uint32_t i) const {
    return token(i).is(TokenClass::word) || token(i).is(TokenClass::number);
  }

  void add_known(std::uint32_t i, const KnownName& known) {
    const auto last = i + known.tokens;
    const Span span{token(i).begin, token(last - 1).end() - known.ending};
    found_.push_back({i, last, span, known.company, Source::gazetteer, known.guarded ? 0 : kSure, sentence_,
                      kNoEntity, known.id, known.former});
    if (!known.guarded && known.tokens == 1 && after_unknown(i)) found_.back().weight = 0;
    if (!known.guarded && (is_product(last) || is_model(*known.company, i, last)))
      found_.back().weight = -kSure;
  }

  // «BMW X1», «Airbus A380»: letters and digits in one word after the name.
  bool is_product(std::uint32_t after) const {
    if (!inside(after) || glued(after)) return false;
    if (w_->is(token(after), CompanyWords::product_word)) return true;
    if (token(after).is(TokenClass::number)) return is_model_number(after);
    if (!token(after).is(TokenClass::word) || !(token(after).shape & kCapital)) return false;
    if (glued(after + 1) && token(after + 1).is(TokenClass::number)) return true;
    // «Boeing E-3», «Yamaha XJ 900»
    const auto number = after + 1 + (mark_is(after + 1, "-") && glued(after + 1));
    return token(after).size <= 3 && !is(after, CompanyWords::legal_form) && inside(number) &&
           token(number).is(TokenClass::number);
  }

  // «Kirk Douglas», "Lai Teck": a capitalised word of no list before the name may be a first name.
  bool after_unknown(std::uint32_t i) const {
    if (i <= sentence_->first + 1 || glued(i)) return false;
    const auto& before = token(i - 1);
    return capital(i - 1) && !(before.shape & kAllCaps) && before.word == 0 && before.suffix == 0 &&
           before.prefix == 0 && !glued(i - 1);
  }

  // «ein Mercedes», «der Nissan Skyline»: a thing of the firm's make.
  bool is_model(const Company& company, std::uint32_t first, std::uint32_t after) const {
    const bool one = first > sentence_->first && is(first - 1, CompanyWords::one_of_a_make) && !glued(after);
    if (one) return true;
    const bool makes_models = !w_->key_of(company.kind, CompanyWords::kind_with_models).empty();
    return makes_models && !sentence_->heading && !glued(after) && runs().is_name_word(after) &&
           !is(after, CompanyWords::place);
  }

  // «Porsche 911», not «Siemens 15 Prozent», «Siemens 2024», «Siemens 1,5».
  bool is_model_number(std::uint32_t i) const {
    const auto digits = text_.of(token(i));
    const bool year = digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    if (year || digits.size() < 2 || digits.size() > 4) return false;
    if (!inside(i + 1)) return true;
    const auto& next = token(i + 1);
    if (next.is(TokenClass::symbol) || (glued(i + 1) && glued(i + 2))) return false;
    using enum CompanyWords::List;
    const bool unit = w_->is_any(next, CompanyWords::set(scale, percent, currency, no_name));
    return !next.is(TokenClass::word) || (!unit && !(next.shape & kCapital));
  }

  // What the lists say about this token. Where the scan goes on; 0: the token itself is still to be taken.
  std::uint32_t signal(std::uint32_t i, const KnownName& known) {
    const auto other = w_->longest(text_, i, sentence_->last, CompanyWords::not_company);
    if (other && other.last - i >= std::max<std::uint32_t>(known.tokens, 1) && capital(i)) {
      others_.push_back({i, other.last});
      return other.last;
    }
    if (!known.company && (is(i, CompanyWords::person_title) || is(i, CompanyWords::person)))
      if (const auto next = after_person(i + 1 + mark_is(i + 1, "."))) return next;
    if (is(i, CompanyWords::first_name) && known.tokens < 2 && capital(i))
      if (const auto next = person(i)) return next;
    if (const auto next = legal_form(i)) return next;
    if (is(i, CompanyWords::exchange) && ticker(i)) return i + 2;
    if (known.company) return 0;
    name_end(i);
    contexts(i);
    firm(i);
    if (is(i, CompanyWords::firm_compound)) compound(i);
    if (is(i, CompanyWords::firm_metric)) metric(i);
    return is(i, CompanyWords::name_start) ? name_start(i) : 0;
  }

  bool capital(std::uint32_t i) const { return inside(i) && (token(i).shape & (kCapital | kMixedCase)); }

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

  std::uint32_t after_person(std::uint32_t surname) {
    if (!runs().is_name_word(surname) || glued(surname)) return 0;
    auto end = surname + 1;
    while (mark_is(end, "-") && glued(end) && glued(end + 1) && capital(end + 1)) end += 2;
    // «Paul Hartmann AG», «Ernst & Young» go on as a name.
    if (is(end, CompanyWords::legal_form) || is(end, CompanyWords::name_end) || mark_is(end, "&")) return 0;
    persons_.push_back(text_.of(token(surname)));
    return end;
  }

  std::uint32_t legal_form(std::uint32_t i) {
    const auto hit = w_->longest(text_, i, sentence_->last, CompanyWords::legal_form);
    if (!hit) return 0;
    if (!capital(i) && hit.key != "small") return 0;
    const bool comma = hit.key == "comma" && i > sentence_->first && mark_is(i - 1, ",");
    auto begin = runs().begin_before(i - comma, NameRuns::By::form);
    if (begin == i - comma || only_generic(begin, i - comma)) return 0;
    const auto end = i - comma;
    const Span span{token(begin).begin, token(hit.last - 1).end()};
    if (!found_.empty() && found_.back().last > begin && found_.back().sentence == sentence_) {
      auto& known = found_.back();
      if (known.last == end) {
        known.span.end = span.end;
        known.weight = kSure;
        return hit.last;
      }
      if (known.first != begin)
        begin = known.last;
      else
        found_.pop_back();
    }
    if (begin >= end) return hit.last;
    found_.push_back(
        {begin, end, {token(begin).begin, span.end}, nullptr, Source::legal_form, kSure + 1, sentence_});
    return hit.last;
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
  void name_end(std::uint32_t i) {
    if (!is(i, CompanyWords::name_end) || !capital(i)) return;
    if (runs().is_name_word(i + 1) && !glued(i + 1)) return;
    if (is(i + 1, CompanyWords::clause_start) && capital(i + 2) && !w_->nouns_capital) return;
    if (mark_is(i + 1, "-") && glued(i + 1)) return;
    const auto begin = runs().begin_before(i, NameRuns::By::form);
    if (begin == i || only_generic(begin, i)) return;
    const auto key = w_->key(token(i), CompanyWords::name_end);
    const bool overlaps =
        !found_.empty() && found_.back().last > begin && found_.back().sentence == sentence_;
    if (overlaps) {
      auto& known = found_.back();
      if (known.last == i && key == "same") {
        known.span.end = token(i).end();
        known.weight = kSure;
        return;
      }
      if (known.first != begin) return;
      found_.pop_back();
    }
    const bool alone = i - begin == 1 && is(begin, CompanyWords::never_alone);
    const int weight = key == "likely" || alone ? kLikely : kSure;
    found_.push_back({begin,
                      key == "same" ? i : i + 1,
                      {token(begin).begin, token(i).end()},
                      nullptr,
                      Source::name_end,
                      weight,
                      sentence_});
  }

  // «Sparkasse Köln-Bonn», "Bank of Ireland".
  std::uint32_t name_start(std::uint32_t i) {
    if (!capital(i) || glued(i)) return 0;
    const auto end = runs().end_after(i);
    if (end <= i + 1 || only_generic(i + 1, end)) return 0;
    found_.push_back(
        {i, end, {token(i).begin, token(end - 1).end()}, nullptr, Source::name_end, kSure, sentence_});
    return end;
  }

  // --- marks

  void mark_before(std::uint32_t i, int weight) {
    while (inside(i) && is_quote(i)) ++i;
    if (inside(i)) marks_.push_back({i, weight, true, false, sentence_});
  }
  void mark_after(std::uint32_t i, int weight, bool compound = false) {
    while (i > sentence_->first && is_quote(i - 1)) --i;
    if (i > sentence_->first) marks_.push_back({i, weight, false, compound, sentence_});
  }
  bool is_quote(std::uint32_t i) const {
    for (const std::string_view quote : {"\"", "„", "“", "”", "»", "«", "›", "‹", "‚", "‘", "’", "'"})
      if (mark_is(i, quote)) return true;
    return false;
  }

  void contexts(std::uint32_t i) {
    if (in_title(i)) return;
    if (const auto hit = w_->longest(text_, i, sentence_->last, CompanyWords::before_name))
      if (const int weight = weight_of(hit, hit.last, hit.last)) mark_before(hit.last, weight);
    if (const auto hit = w_->longest(text_, i, sentence_->last, CompanyWords::after_name)) {
      if (const int weight = weight_of(hit, name_before(i), i)) mark_after(i, weight);
      // «Rund 65 Milliarden will Meta investieren»: a known name right behind the verb.
      if (hit.key == "figure" && capital(hit.last) && known_at(hit.last).company && tells_figure())
        mark_before(hit.last, kSure);
    }
  }

  std::uint32_t name_before(std::uint32_t i) const {
    const bool found = !found_.empty() && found_.back().last == i && found_.back().sentence == sentence_;
    return found ? found_.back().first : runs().begin_before(i, NameRuns::By::context);
  }

  // A verb that others have too («will», "had") speaks for a firm where it tells a figure of one and a name
  // of two words, or one that is known, opens the clause: "Lakeland Air expects a loss of …". One word alone
  // may be any adverb or noun that a sentence begins with.
  int weight_of(const CompanyWords::Hit& hit, std::uint32_t name, std::uint32_t name_end) const {
    if (hit.key != "likely" && hit.key != "figure") return kSure;
    const int otherwise = hit.key == "likely" ? kLikely : 0;
    const bool known =
        name < name_end &&
        gazetteer_.longest_at(text_.utf8, text_.folded, text_.tokens, name, name_end, w_->declined).company;
    return (known || name_end >= name + 2) && opens_clause(name) && tells_figure() ? kSure : otherwise;
  }

  bool opens_clause(std::uint32_t i) const {
    if (i == sentence_->first) return true;
    const Token& before = token(i - 1);
    return before.is(TokenClass::punctuation) && !mark_is(i - 1, "-");
  }

  // A number, a unit that firms are measured in, and a word for what is measured.
  bool tells_figure() const {
    bool number = false, metric = false, unit = false;
    for (auto i = sentence_->first; i < sentence_->last && !(number && metric && unit); ++i) {
      number |= token(i).is(TokenClass::number) || w_->is_scale(token(i));
      metric |= w_->measures(token(i));
      unit |= w_->is_unit(token(i));
    }
    return number && metric && unit;
  }

  // "Investor Relations", "Small Business Month": where nouns have no capital, one that has belongs to a
  // name or a headline.
  bool in_title(std::uint32_t i) const { return !w_->nouns_capital && capital(i) && i != sentence_->first; }

  // A noun for a kind of firm: «Autobauer Brandner», "Brandner, the German toolmaker,".
  void firm(std::uint32_t i) {
    const auto hit = w_->longest(text_, i, sentence_->last, CompanyWords::firm);
    if (!hit || in_title(i)) return;
    mark_before(hit.last, is(i, CompanyWords::person_or_firm) ? kLikely : kSure);
    if (mark_is(hit.last, ",") && capital(hit.last + 1)) {
      const auto end = runs().end_after(hit.last + 1);
      if (mark_is(end, ",")) mark_before(hit.last + 1, kSure);
    }
    const bool closes = !inside(hit.last) || !runs().is_name_word(hit.last);
    if (closes) apposition(i);
  }

  void apposition(std::uint32_t noun) {
    const auto stop = noun - std::min(kApposition, noun - sentence_->first);
    for (auto i = noun; i > stop;) {
      --i;
      if (is(i, CompanyWords::definite_article)) {
        if (i > sentence_->first && mark_is(i - 1, ",")) mark_after(i - 1, kSure);
        return;
      }
      if (!token(i).is(TokenClass::word) && !mark_is(i, "-")) return;
    }
  }

  // «Brandner-Chef», «Brandner-Aktie».
  void compound(std::uint32_t i) {
    if (i < sentence_->first + 2 || !glued(i) || !mark_is(i - 1, "-") || !glued(i - 1)) return;
    const auto key = w_->key(token(i), CompanyWords::firm_compound);
    mark_after(i - 1, key == "likely" ? kLikely : kSure, true);
  }

  // "Brandner's net profit".
  void metric(std::uint32_t i) {
    if (in_title(i)) return;
    const int weight = w_->key(token(i), CompanyWords::firm_metric) == "sure" ? kSure : kLikely;
    const auto stop = i - std::min<std::uint32_t>(5, i - sentence_->first);
    for (auto at = i; at > stop;) {
      --at;
      if (at > sentence_->first && text_.of(token(at)) == "s" && runs().is_apostrophe(at - 1))
        return mark_after(at - 1, weight);
      if (!token(at).is(TokenClass::word) && !mark_is(at, "-")) return;
    }
  }

  // "(NYSE: BRN)": the exchange is no party here.
  bool ticker(std::uint32_t i) {
    if (i <= sentence_->first + 1 || !mark_is(i - 1, "(") || !mark_is(i + 1, ":")) return false;
    mark_after(i - 1, kSure);
    return true;
  }

  // --- what the marks make sure

  // «Bank Austria (BA)»: in this article BA is not British Airways.
  void bind_acronyms() {
    for (std::size_t i = 1; i < found_.size(); ++i) {
      const auto &name = found_[i - 1], &acronym = found_[i];
      enter(*name.sentence);
      const bool bracket =
          acronym.first == name.last + 1 && mark_is(name.last, "(") && mark_is(acronym.last, ")");
      if (!bracket || name.weight < kSure || acronym.weight != 0 || name.company == acronym.company) continue;
      const auto surface = text_.of(acronym.span);
      if (!abbreviates(surface, name.first, name.last)) continue;
      const auto* company = name.company;
      for (auto& other : found_) {
        if (text_.of(other.span) != surface) continue;
        other.company = company;
        other.name_id = 0;
        other.weight = kSure;
      }
    }
  }

  // Whether at least half of the letters begin words of the name, in order.
  bool abbreviates(std::string_view acronym, std::uint32_t first, std::uint32_t last) const {
    std::size_t letter = 0;
    for (auto i = first; i < last && letter < acronym.size(); ++i)
      letter += text_.of(token(i)).front() == acronym[letter];
    return letter * 2 >= acronym.size();
  }

  int evidence_at(const Found& found) const {
    int weight = 0;
    for (const auto& mark : marks_)
      if (mark.sentence == found.sentence && mark.token == (mark.before ? found.first : found.last))
        weight += mark.weight;
    return weight;
  }

  // A guarded name is sure where the context speaks for it, and then everywhere in the article.
  void weigh_guarded() {
    std::vector<const Company*> sure;
    for (auto& found : found_) {
      if (found.source != Source::gazetteer || found.weight != 0) continue;
      enter(*found.sentence);
      const bool whole = !is(found.first, CompanyWords::no_name) && !follows_name(found.first);
      if (whole && evidence_at(found) >= kSure) found.weight = kSure;
    }
    for (const auto& found : found_)
      if (found.company && found.weight >= kSure) sure.push_back(found.company);
    for (auto& found : found_) {
      if (found.weight != 0 || found.source != Source::gazetteer) continue;
      if (std::ranges::find(sure, found.company) != sure.end() && may_follow(found)) found.weight = kSure;
    }
  }

  // Whether a guarded name may be taken because the company is sure elsewhere: not where its capital is
  // another word's, or where it is a mere number («3»).
  bool may_follow(const Found& found) {
    enter(*found.sentence);
    const bool opens = !w_->nouns_capital && found.first == sentence_->first && found.last - found.first == 1;
    if (opens || is(found.first, CompanyWords::no_name) || follows_name(found.first)) return false;
    for (auto i = found.first; i < found.last; ++i)
      if (token(i).is(TokenClass::word)) return true;
    return false;
  }

  bool overlaps_found(std::uint32_t first, std::uint32_t last) const {
    const auto after = std::ranges::upper_bound(found_, first, {}, &Found::last);
    return after != found_.end() && after->first < last;
  }

  // Names of no list at the marks. What only looks likely must be so at two places.
  void weigh_unknown() {
    std::ranges::sort(found_, {}, &Found::first);
    std::vector<Found> candidates;
    for (const auto& mark : marks_) {
      enter(*mark.sentence);
      const auto first = mark.before ? mark.token : runs().begin_before(mark.token, NameRuns::By::context);
      const auto last = mark.before ? runs().end_after(mark.token) : mark.token;
      if (first >= last || adds_to_found(mark, first, last) || overlaps_found(first, last) ||
          !can_be_name(first, last))
        continue;
      candidates.push_back({first,
                            last,
                            {token(first).begin, token(last - 1).end()},
                            nullptr,
                            Source::context,
                            mark.weight,
                            mark.sentence});
    }
    std::unordered_map<std::string_view, int> weights;
    for (const auto& candidate : candidates) weights[text_.of(candidate.span)] += candidate.weight;
    for (auto& candidate : candidates) {
      if (weights[text_.of(candidate.span)] < kSure) continue;
      candidate.weight = kSure;
      add_if_free(candidate);
    }
  }

  // What already looks likely by its last word («Nimbus Systems») is sure where the context speaks too.
  bool adds_to_found(const Mark& mark, std::uint32_t first, std::uint32_t last) {
    for (auto& found : found_) {
      const bool same = found.first == first || found.last == last;
      if (!same || found.sentence != mark.sentence || found.source != Source::name_end) continue;
      found.weight += mark.weight;
      return true;
    }
    return false;
  }

  int weight_of(const Mark& mark, std::uint32_t first, std::uint32_t last) const {
    const bool own_style = token(first).shape & kMixedCase;
    if (own_style || last - first > 1) return mark.weight;
    // A capital that the sentence or the compound explains says nothing by itself.
    const bool explained = w_->nouns_capital ? mark.compound : first == sentence_->first || mark.compound;
    return explained && !stands_elsewhere(first) ? std::min(mark.weight, kLikely) : mark.weight;
  }

  // Whether the word is found with its capital inside another sentence, and as no part of a compound.
  bool stands_elsewhere(std::uint32_t word) const {
    for (const auto& sentence : text_.sentences)
      for (auto i = sentence.first + 1; i < sentence.last; ++i)
        if (i != word && token(i).size == token(word).size && !glued(i) &&
            text_.of(token(i)) == text_.of(token(word)) &&
            !(i + 1 < sentence.last && text_.of(token(i + 1)) == "-"))
          return true;
    return false;
  }

  void add_if_free(const Found& candidate) {
    if (overlaps_found(candidate.first, candidate.last)) return;
    found_.insert(std::ranges::upper_bound(found_, candidate.first, {}, &Found::first), candidate);
  }

  bool can_be_name(std::uint32_t first, std::uint32_t last) const {
    const auto other = std::ranges::upper_bound(others_, first, {}, &Span::end);
    if (other != others_.end() && other->begin < last) return false;
    if (last - first == 1 && w_->declined && is_declined_place(first)) return false;
    bool some = false;
    for (auto i = first; i < last; ++i) {
      if (!token(i).is(TokenClass::word)) continue;
      if (is(i, CompanyWords::not_company)) return false;
      some |= token(i).size > 1 && !is(i, CompanyWords::place) && !is(i, CompanyWords::first_name) &&
              !is(i, CompanyWords::never_alone) && !is(i, CompanyWords::no_name);
    }
    return some && !is_person(last - 1);
  }
  // «die größte Bank Deutschlands».
  bool is_declined_place(std::uint32_t i) const {
    if (!text_.of(token(i)).ends_with('s') || token(i).size < 4) return false;
    Token stem = token(i);
    --stem.size;
    return (w_->lists_of(text_.folded, stem) & CompanyWords::set(CompanyWords::place)) != 0;
  }
  bool is_person(std::uint32_t i) const {
    return std::ranges::find(persons_, text_.of(token(i))) != persons_.end();
  }

  // «Nvidia, Brandner und CoreWeave»: between sure ones stands one more.
  void weigh_lists() {
    std::vector<Found> between;
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
                         Source::list,
                         kSure,
                         left.sentence});
    }
    for (const auto& found : between) add_if_free(found);
  }
  // "Barclay's Capital", «Ebay Plus»: the end of another name.
  bool follows_name(std::uint32_t i) const {
    if (i <= sentence_->first) return false;
    const auto before = i - 1 - (mark_is(i - 1, "-") && glued(i) && i - 1 > sentence_->first);
    return runs().is_name_word(before) || text_.of(token(before)) == "s";
  }
  bool is_list_sign(std::uint32_t i) const { return mark_is(i, ",") || is(i, CompanyWords::clause_start); }

  // Of several companies of a name the one that the article names in full, else the one at home where the
  // language is.
  void choose_namesakes() {
    for (auto& found : found_) {
      if (!found.name_id) continue;
      const auto namesakes = gazetteer_.namesakes(found.name_id);
      if (namesakes.empty()) continue;
      const auto named = std::ranges::find_if(namesakes, [&](const Company* company) {
        return std::ranges::any_of(found_, [&](const Found& other) {
          return other.company == company && other.name_id != found.name_id && other.weight >= kSure;
        });
      });
      found.company = named != namesakes.end() ? *named : at_home(namesakes, *found.sentence);
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
    for (const auto& found : found_)
      if (found.weight < 0) products_.push_back(found.span);
    std::erase_if(found_, [](const Found& found) { return found.weight < kSure; });
  }

  // --- entities and their names

  void name_entities() {
    std::vector<Found*> order;
    for (auto& found : found_) order.push_back(&found);
    // Long names first: a short one may be a form of theirs.
    std::ranges::stable_sort(order, std::greater{}, [](const Found* f) { return f->last - f->first; });
    for (auto* found : order) {
      enter(*found->sentence);
      const auto surface = name_of(*found);
      const auto form = form_at_.find(surface);
      found->entity = found->company           ? entity(*found->company)
                      : form != form_at_.end() ? forms_[form->second].entity
                                               : entity(surface);
      add_forms(*found);
    }
  }

  std::string_view name_of(const Found& found) const {
    return text_.of(Span{token(found.first).begin, token(found.last - 1).end()});
  }

  std::uint32_t entity(const Company& company) {
    return entity_of(std::string(company.key), std::string(company.name), &company);
  }
  std::uint32_t entity(std::string_view name) {
    return entity_of("x:" + folded(name), std::string(name), nullptr);
  }
  std::uint32_t entity_of(std::string key, std::string name, const Company* company) {
    const auto [at, is_new] = entity_at_.try_emplace(key, static_cast<std::uint32_t>(entities_.size()));
    if (is_new) entities_.push_back({std::move(key), std::move(name), company});
    return at->second;
  }

  void add_forms(const Found& found) {
    add_form(found.first, found.last, found.entity);
    const auto count = found.last - found.first;
    if (count > 1 && found.source != Source::context && found.source != Source::list) {
      const bool by_person = is(found.first, CompanyWords::first_name);
      const auto word = by_person ? found.last - 1 : found.first;
      const bool alone = can_stand_alone(word);
      if (alone && !joins(word + 1, found.last)) add_form(word, word + 1, found.entity);
      const bool two =
          count > 2 && !by_person && !is(word, CompanyWords::never_alone) && !is(word, CompanyWords::place);
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

  // "Women's World Bank": a word that the article has in small letters too.
  bool stands_small(std::uint32_t word) {
    if (small_words_.empty())
      for (const auto& other : text_.tokens)
        if (!(other.shape & (kCapital | kMixedCase))) small_words_.insert(text_.of(other));
    return small_words_.contains(text_.folded_of(token(word)));
  }

  void add_form(std::uint32_t first, std::uint32_t last, std::uint32_t of) {
    const auto surface = text_.of(Span{token(first).begin, token(last - 1).end()});
    if (form_at_.try_emplace(surface, forms_.size()).second) forms_.push_back({surface, of, last - first});
  }

  // «Raiffeisen Bank International (RBI)»: the letters of the acronym begin words of the name, in order.
  void add_acronym(const Found& found) {
    auto open = found.last;
    while (inside(open) && token(open).begin < found.span.end) ++open;
    if (!mark_is(open, "(") || !mark_is(open + 2, ")") || found.last - found.first < 2) return;
    const auto& word = token(open + 1);
    if (!word.is(TokenClass::word) || !(word.shape & kAllCaps)) return;
    if (abbreviates(text_.of(word), found.first, open)) add_form(open + 1, open + 2, found.entity);
  }

  // --- the rest of the article

  void spread() {
    if (forms_.empty()) return;
    std::unordered_map<std::string_view, std::vector<const Form*>> by_first;
    for (const auto& form : forms_) {
      const auto size = tokens_of(form.surface).front().size;
      by_first[form.surface.substr(0, size)].push_back(&form);
    }
    for (auto& [word, forms] : by_first)
      std::ranges::sort(forms, std::greater{}, [](const Form* f) { return f->surface.size(); });
    std::vector<Found> more;
    for (const auto& sentence : text_.sentences) {
      enter(sentence);
      for (auto i = sentence.first; i < sentence.last; ++i) {
        if (!capital(i) || overlaps_found(i, i + 1)) continue;
        const auto* form = form_at(i, by_first);
        if (!form) continue;
        const auto last = i + form->tokens;
        const auto begin = token(i).begin;
        more.push_back({i,
                        last,
                        {begin, begin + static_cast<std::uint32_t>(form->surface.size())},
                        entities_[form->entity].company,
                        Source::short_form,
                        kSure,
                        &sentence,
                        form->entity});
        i = last - 1;
      }
    }
    found_.insert(found_.end(), more.begin(), more.end());
    std::ranges::sort(found_, {}, &Found::first);
  }

  const Form* form_at(std::uint32_t i,
                      const std::unordered_map<std::string_view, std::vector<const Form*>>& by_first) const {
    const auto word = text_.of(token(i));
    auto at = by_first.find(word);
    const bool genitive = at == by_first.end() && w_->declined && word.ends_with('s');
    if (genitive) at = by_first.find(word.substr(0, word.size() - 1));
    if (at == by_first.end()) return nullptr;
    for (const auto* form : at->second) {
      const auto last = i + form->tokens;
      if (last > sentence_->last || overlaps_found(i, last) || (genitive && form->tokens > 1)) continue;
      if (text_.utf8.compare(token(i).begin, form->surface.size(), form->surface) != 0) continue;
      if (is_part_of_other(i, last) || is_product(last)) continue;
      return form;
    }
    return nullptr;
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

  const Text& text_;
  const Gazetteer& gazetteer_;
  const Sentence* sentence_ = nullptr;
  const CompanyWords* w_ = nullptr;
  std::vector<Found> found_;
  std::vector<Mark> marks_;
  std::vector<Span> others_;  // tokens of authorities, parties, indices, ascending
  std::vector<std::string_view> persons_;
  std::vector<Span> products_;
  std::vector<Entity> entities_;
  std::unordered_map<std::string, std::uint32_t> entity_at_;  // by key
  std::unordered_set<std::string_view> small_words_;          // made when first asked for
  std::vector<Form> forms_;
  std::unordered_map<std::string_view, std::size_t> form_at_;  // by surface
};

}  // namespace

std::vector<Mention> find_companies(const Text& text, const Gazetteer& gazetteer) {
  return Finder(text, gazetteer).find();
}

namespace {

// «der Stuttgarter Autobauer», "the troubled German lender": the noun after an article and up to two words
// that describe it; its key and its end.
CompanyWords::Hit noun_after(const Text& text, const Sentence& sentence, const CompanyWords& words,
                             std::uint32_t article) {
  for (auto i = article + 1; i < sentence.last && i <= article + 3; ++i) {
    if (!text.tokens[i].is(TokenClass::word)) return {};
    const auto& token = text.tokens[i];
    const bool title = !words.nouns_capital && (token.shape & kCapital) != 0;  // "the Yukos unit", "the Bank"
    if (title && !words.is(token, CompanyWords::no_name)) return {};
    if (words.longest(text, i, sentence.last, CompanyWords::no_reference) ||
        words.longest(text, i, sentence.last, CompanyWords::not_company))
      return {};
    if (const auto noun = words.longest(text, i, sentence.last, CompanyWords::firm)) return noun;
    if (words.is_any(text.tokens[i],
                     CompanyWords::set(CompanyWords::function_word, CompanyWords::common_noun)))
      return {};
  }
  return {};
}

bool begins_clause(const Text& text, const Sentence& sentence, const CompanyWords& words, std::uint32_t i) {
  return i == sentence.first || words.is(text.tokens[i - 1], CompanyWords::clause_start) ||
         text.of(text.tokens[i - 1]) == ",";
}

}  // namespace

std::vector<CompanyReference> find_company_references(const Text& text) {
  std::vector<CompanyReference> out;
  for (std::uint32_t s = 0; s < text.sentences.size(); ++s) {
    const auto& sentence = text.sentences[s];
    const auto& words = sentence.rules->tags<CompanyWords>();
    const NameRuns runs(text, sentence, words);
    for (auto i = sentence.first; i < sentence.last; ++i) {
      const auto& token = text.tokens[i];
      if (words.is(token, CompanyWords::company_pronoun)) {
        if (begins_clause(text, sentence, words, i)) out.push_back({token.span(), s, true, {}});
        continue;
      }
      if (!words.is(token, CompanyWords::reference_article)) continue;
      if (words.longest(text, i, sentence.last, CompanyWords::no_reference)) continue;
      const auto noun = noun_after(text, sentence, words, i);
      // «der Autobauer Brandner» is a name, «die Bank-Aktie» no company.
      if (!noun || runs.is_name_word(noun.last) || runs.is_mark(noun.last, "-")) continue;
      out.push_back({{token.begin, text.tokens[noun.last - 1].end()}, s, false, noun.key});
    }
  }
  return out;
}

}  // namespace gegenprobe::extract

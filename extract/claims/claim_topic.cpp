#include "extract/claims/claim_topic.h"

#include <algorithm>

#include "extract/claims/claim_buyer.h"
#include "extract/claims/claim_bystander.h"
#include "extract/claims/claim_subject.h"
#include "extract/claims/firm_place.h"
#include "extract/claims/other_subject.h"
#include "extract/companies/gazetteer.h"

namespace gegenprobe::extract {
namespace {

struct TopicTags {
  Tag judges;               // verbs by which analysts tell what they think of a share
  Tag daughter, group;      // «X-Tochter», of X; «der Mutterkonzern», which is X then
  Tag stranger, bare_firm;  // nouns that bring up a firm by its name; «Firma», that tells nothing of its kind
  Tag part_noun;
  TagSet existentials;
  explicit TopicTags(const Lexicon& lexicon)
      : judges(lexicon.tag("judge_verb")),
        daughter(lexicon.tag("daughter_noun")),
        group(lexicon.tag("group_noun")),
        stranger(lexicon.tag("stranger_noun")),
        bare_firm(lexicon.tag("bare_firm_noun")),
        part_noun(lexicon.tag("part_noun")),
        existentials(lexicon.tags({"existential"})) {}
};
const TopicTags& own(const SentenceView& view) { return view.lists<TopicTags>(); }

bool is_source(std::string_view kind) {
  return kind == "agency" || kind == "newspaper" || kind == "news_site" || kind == "magazine";
}

bool is_broadcaster(std::string_view kind) { return kind == "broadcaster"; }
bool is_researcher(std::string_view kind) { return kind == "market_researcher" || kind == "auditor"; }

// "told BBC News", "BBC Sport understands": who asks and reports.
bool is_told_to(const SentenceView& view, const Firm& firm) {
  if (!firm.media) return false;
  auto before = firm.first;
  while (before > view.sentence.first && view.has(before - 1, view.tags.article)) --before;
  if (before > view.sentence.first && view.has(before - 1, view.tags.speech_verb)) return true;
  constexpr std::uint32_t kReach = 3;  // "Radio 4 says"
  for (auto i = firm.last; i < view.sentence.last && i < firm.last + kReach; ++i)
    if (view.has(i, view.tags.speech_verb)) return true;
  return false;
}

// "…, said Lumenara.", "…, Lumenara said.": the speaker that a sentence names at its end.
bool is_speaker_behind(const SentenceView& view, const Firm& firm) {
  const auto mark = [&](std::uint32_t i) {
    return i > view.sentence.first && view.text.tokens[i - 1].is(TokenClass::punctuation);
  };
  const auto verb = firm.first - 1;
  if (view.has(verb, view.tags.speech_verb) && mark(verb)) return true;
  return mark(firm.first) && view.has(firm.last, view.tags.speech_verb);
}

// "It said Lumenara had lost $5m", "The company owns 20% of Lumenara": who opens a sentence without a name is
// somebody else than whom it goes on to name; but "Its sales rose, Lumenara said".
bool is_named_behind(const SentenceView& view, const Firm& reference, std::string_view entity) {
  constexpr std::uint32_t kOpener = 1;  // "But it", a quotation mark
  const bool opens = reference.first <= view.sentence.first + kOpener;
  const bool subject =
      view.has(reference.first, view.tags.subject_pronoun) || reference.last > reference.first + 1;
  if (!opens || !subject) return false;
  return std::ranges::any_of(view.firms, [&](const Firm& firm) {
    return !firm.reference && firm.first > reference.first && firm.entity == entity &&
           !is_speaker_behind(view, firm);
  });
}

// The first sentence is the headline or says what the text is about.
constexpr int kPerMention = 10, kInHeadline = 15;

// The first sentences, headlines among them, say what a text is about; a short one names nobody twice.
constexpr std::uint32_t kHeadlines = 2, kShortText = 5;

// A headline may leave it to the next sentences to name the firm.
bool is_in_head(const Text& text, std::uint32_t place) {
  return text.sentences.size() <= kHeadlines || place < text.sentences[kHeadlines].span.end;
}

// Sentences after which a firm named once, twice or more often is no longer what the text speaks of: one that
// its head names stays longer, and for good where it comes up again and again.
std::uint32_t reach_of(int mentions, bool in_head) {
  constexpr std::uint32_t kForGood = ~0u, kOfHead[] = {3, 8, kForGood}, kOfBody[] = {2, 4, 8};
  const auto often = static_cast<std::size_t>(std::clamp(mentions, 1, 3) - 1);
  return in_head ? kOfHead[often] : kOfBody[often];
}

// What an office gives or takes, and what an investor holds, is told of the firm all the same.
bool comes_from_outside(Metric metric) {
  return metric == Metric::aid || metric == Metric::fine || metric == Metric::stake;
}

// What nobody but a firm has.
bool tells_business(Metric metric) {
  return is_result(metric) || metric == Metric::headcount || metric == Metric::job_cuts ||
         metric == Metric::market_share || metric == Metric::valuation || of_a_day(metric) ||
         metric == Metric::price || metric == Metric::capacity;
}

// «auf der Facebook-Seite des Vereins»: a place of publication, whatever the text is about.
bool is_page(const Text& text, const Mention& mention) {
  const auto sentence = std::ranges::lower_bound(text.sentences, mention.span.end, {},
                                                 [](const Sentence& each) { return each.span.end; });
  if (sentence == text.sentences.end()) return false;
  const auto first = text.tokens.begin() + sentence->first, end = text.tokens.begin() + sentence->last;
  auto behind = std::lower_bound(first, end, mention.span.end,
                                 [](const Token& token, std::uint32_t at) { return token.begin < at; });
  if (behind != end && text.of(*behind) == "-") ++behind;
  return behind != end &&
         sentence->rules->lexicon().has(*behind, sentence->rules->tags<ClaimTags>().page_noun);
}

// «Die X-Bank rät zum Kauf der Aktien von Y»: the text is about Y.
bool judges_share_of_other(const SentenceView& view, const Firm& firm) {
  if ((firm.kind != "bank" && firm.kind != "bank_group") || !view.has(firm.last, own(view).judges))
    return false;
  return std::ranges::any_of(view.firms, [&](const Firm& other) {
    return other.entity != firm.entity && !other.media && !other.index && other.first > firm.last;
  });
}

// «die X-Tochter», «eine Tochter von X»
bool has_daughter(const SentenceView& view, const Firm& firm) {
  const Tag daughter = own(view).daughter;
  if (view.has(firm.last + 1, daughter) && view.text.of(view.text.tokens[firm.last]) == "-") return true;
  return firm.first >= view.sentence.first + 2 && view.has(firm.first - 1, view.tags.genitive_article) &&
         view.has(firm.first - 2, daughter);
}

// «den Konkurrenten Zorbex», where the name was taken for one of a firm that no list has.
const Firm* stranger_named(const SentenceView& view) {
  const auto firm = std::ranges::find_if(view.firms, [&](const Firm& each) {
    return view.verbs_last && !each.reference && each.kind.empty() && each.first > view.sentence.first &&
           view.has(each.first - 1, own(view).stranger) && view.has(each.first - 1, view.tags.relation_noun);
  });
  return firm == view.firms.end() ? nullptr : &*firm;
}

// «den Konkurrenten Zorbex», «das Start-up Zorbex»: a noun of firms and a name that is no known one's.
bool introduces_stranger(const SentenceView& view) {
  const Tag noun = own(view).stranger;
  for (auto i = view.sentence.first; i + 1 < view.sentence.last; ++i) {
    if (!view.has(i, noun)) continue;
    const Token& name = view.text.tokens[i + 1];
    if (name.is(TokenClass::word) && (name.shape & kCapital) && !view.inside_mention(i + 1) &&
        !view.has(i + 1, view.tags.place) && !view.lexicon.has(name, view.tags.first_name))
      return true;
  }
  return false;
}

}  // namespace

Topics::Topics(const Found& found) : is_short_(found.text.sentences.size() <= kShortText) {
  const CompanyValue* best = nullptr;
  int best_score = 0;
  std::unordered_map<std::string_view, int> scores;
  for (const auto& mention : found.mentions) {
    const auto* company = mention.company();
    if (!company || is_page(found.text, mention)) continue;
    Told& of_company = told_[company->entity];
    ++of_company.mentions;
    if (company->known) of_company.kind = company->known->kind;
    if (company->known && is_source(company->known->kind)) continue;
    auto& score = scores[company->entity];
    const bool headline =
        !found.text.sentences.empty() && mention.span.begin < found.text.sentences.front().span.end;
    // Of two that are named as often, the one that is named first.
    score += kPerMention + (headline && !score ? kInHeadline : 0);
    const int place = static_cast<int>(scores.size());
    if (score - place > best_score) best = company, best_score = score - place;
  }
  if (!best) return;
  main_ = {best->name, best->entity, best->known ? std::string_view(best->known->kind) : ""};
  for (const auto& mention : found.mentions)
    if (mention.company() && mention.company()->entity == best->entity) {
      main_begin_ = mention.span.begin;
      main_in_head_ = is_in_head(found.text, main_begin_);
      break;
    }
}

const Topics::Told& Topics::told(std::string_view entity) const {
  static const Told kNothing;
  const auto at = told_.find(entity);
  return at == told_.end() ? kNothing : at->second;
}

int Topics::mentions_of(std::string_view entity) const { return told(entity).mentions; }

// A headline may speak of a firm that the next lines name, and go on to name: "Carmaker's profit falls 5%". A
// table of results ("Shr loss 57 cts") may only name it in its notes.
bool Topics::is_about_to_come(const SentenceView& view) const {
  constexpr std::uint32_t kFarthest = 300;  // bytes
  for (auto i = view.sentence.first; i < view.sentence.last; ++i)
    if (view.has(i, view.tags.label_only)) return true;
  return mentions_of(main_.entity) >= 2 && view.sentence.span.end + kFarthest > main_begin_;
}

const Topic& Topics::current(const SentenceView& view) const {
  const bool main_named = main_.known() && view.sentence.span.begin >= main_begin_;
  if (!topic_.known()) return main_named || (main_.known() && is_about_to_come(view)) ? main_ : topic_;
  if (!main_named || topic_.entity == main_.entity) return topic_;
  const bool same_paragraph = topic_paragraph_ == view.sentence.paragraph;
  const int topic = mentions_of(topic_.entity), all = mentions_of(main_.entity);
  // A paragraph that told of another firm's business, and has not named the main one, goes on with it.
  const bool own_paragraph =
      same_paragraph && main_paragraph_ != topic_paragraph_ && (has_business_ || opens_paragraph_);
  return topic * 2 > all || (same_paragraph && topic >= 2) || own_paragraph ? topic_ : main_;
}

// By what the noun says, if it says anything: the firm of that kind in the sentence, then in the text; a firm
// whose kind is not known may be of any.
const Topic* Topics::of_kind(const SentenceView& view, const Firm& reference, const Topic& current) const {
  const auto& kind = reference.kind;
  const auto can_be = [&](const Topic& topic) {
    return topic.known() && !is_named_behind(view, reference, topic.entity);
  };
  const auto fits = [&](const Topic& topic) { return can_be(topic) && (kind.empty() || topic.kind == kind); };
  if (fits(current)) return &current;
  const bool main_named = view.sentence.span.begin >= main_begin_ || is_about_to_come(view);
  if (main_named && fits(main_)) return &main_;
  const auto last = last_of_kind_.find(kind);
  if (last != last_of_kind_.end() && can_be(last->second)) return &last->second;
  return can_be(current) ? &current : nullptr;
}

void Topics::name_references(SentenceView& view) const {
  const Topic& now = current(view);
  std::erase_if(view.firms, [&](const Firm& firm) {
    return firm.reference && is_in_phrase(view, firm.first, own(view).existentials);
  });
  for (auto& firm : view.firms) {
    if (!firm.reference || !firm.name.empty()) continue;
    if (means_stranger(view, firm)) {
      firm.name = stranger_.name, firm.entity = stranger_.entity;
      continue;
    }
    const Firm *before = nullptr, *of_any_kind = nullptr;
    const bool hangs_on_other =
        std::ranges::any_of(view.firms, [&](const Firm& other) { return is_antecedent(view, other, firm); });
    for (const auto& other : view.firms) {
      if (other.reference || other.media || other.first > firm.first) continue;
      if (hangs_on_other && (is_antecedent(view, other, firm) || view.governor(other.first) != kNoToken))
        continue;
      // "once the takeover of |Y| is completed, the company": who takes over is spoken of.
      if (now.known() && now.entity != other.entity && !view.genitive_at(other.last) &&
          is_dealt_in(view, place_of(view, other)))
        continue;
      if (firm.kind.empty() || other.kind == firm.kind) before = &other;
      if (other.kind.empty()) of_any_kind = &other;
    }
    if (view.has(firm.last - 1, own(view).group)) {
      if (parent_.known()) firm.name = parent_.name, firm.entity = parent_.entity;
      if (parent_.known()) continue;
    }
    const Topic* topic = of_kind(view, firm, now);
    if (!before && of_any_kind && topic && !firm.kind.empty() && topic->kind != firm.kind)
      before = of_any_kind;
    if (before)
      firm.name = before->name, firm.entity = before->entity;
    else if (topic)
      firm.name = topic->name, firm.entity = topic->entity, firm.media = is_media(topic->kind);
  }
  std::erase_if(view.firms, [](const Firm& firm) { return firm.name.empty(); });
}

// «… den Rivalen Zorbex. Die Firma hat 300 Mitarbeiter»: whoever the sentence before has just brought up by a
// name that was not recognised.
bool Topics::means_stranger(const SentenceView& view, const Firm& reference) const {
  constexpr std::uint32_t kOpener = 2;
  if (sentences_ == 0 || stranger_sentence_ != sentences_ ||
      view.has(reference.first, view.tags.subject_pronoun))
    return false;
  return reference.first <= view.sentence.first + kOpener && reference.kind.empty();
}

void Topics::note_firms(const SentenceView& view) {
  ++sentences_;
  if (const Firm* named = stranger_named(view))
    stranger_ = {named->name, named->entity, named->kind}, stranger_sentence_ = sentences_;
  else if (introduces_stranger(view))
    stranger_ = {}, stranger_sentence_ = sentences_;
  for (const auto& firm : view.firms) {
    if (firm.index) continue;
    if (!firm.reference && firm.entity == main_.entity) main_paragraph_ = view.sentence.paragraph;
    Told& of_firm = told_[firm.entity];
    if (!firm.reference && !of_firm.first_named) of_firm.first_named = sentences_;
    if (view.verbs_last && !firm.reference && view.has(firm.first - 1, own(view).part_noun))
      of_firm.part = true;
    const bool by_pronoun = firm.reference && view.has(firm.first, view.tags.subject_pronoun);  // «es regnet»
    if (!by_pronoun) of_firm.last_named = sentences_;
    if (!firm.reference && has_daughter(view, firm)) parent_ = {firm.name, firm.entity, firm.kind};
    if (!firm.reference && !is_told_to(view, firm) &&
        (view.governor(firm.first) == kNoToken || sentences_ <= kHeadlines))
      of_firm.told_of = true;
    if (!firm.reference && !firm.kind.empty() && !firm.media)
      last_of_kind_[firm.kind] = {firm.name, firm.entity, firm.kind};
  }
}

bool Topics::is_part(std::string_view entity) const { return told(entity).part; }

const Topic& Topics::owner(const SentenceView& view, const Placed& value) const {
  const Topic& now = current(view);
  const bool just_before = lone_topic_ && sentences_ == topic_sentence_ + 1;
  return just_before && (pronoun_before(view, value) || is_left_behind(now)) ? topic_ : now;
}

Standing Topics::standing(std::string_view entity) const {
  const Told& so_far = told(entity);
  const bool yet_to_come = !so_far.last_named;
  return {.since = yet_to_come ? 0 : sentences_ - *so_far.last_named,
          .in_head = yet_to_come ? main_in_head_ : so_far.first_named && *so_far.first_named <= kHeadlines,
          .once = !is_short_ && so_far.mentions == 1};
}

bool Topics::is_left_behind(const Topic& topic) const {
  if (!told(topic.entity).last_named) return !main_in_head_;
  const Standing now = standing(topic.entity);
  const Told& of_topic = told(topic.entity);
  // A text whose head names a firm, and that has told of its business, goes on with it.
  constexpr int kOften = 2, kMuchBusiness = 3;
  int named = of_topic.mentions;
  if (now.in_head && of_topic.business >= kMuchBusiness) named = std::max(named, kOften);
  return now.since > reach_of(named, now.in_head);
}

// «Eva Muster klagte. Sie muss 4.600 Euro zahlen»: the sentence before names a person, and the firm stands
// farther back.
bool Topics::means_person(const SentenceView& view, const Placed& value, const Topic& topic) const {
  if (sentences_ < 2 || !is_of_person_pronoun(view, value)) return false;
  const auto& named = told(topic.entity).last_named;
  if (!named || *named + 1 >= sentences_) return false;
  const Sentence& before = view.text.sentences[sentences_ - 2];
  for (auto i = before.first; i < before.last; ++i)
    if (names_person(view, before, i)) return true;
  return false;
}

bool Topics::can_own(const SentenceView& view, const Placed& value, const MetricChoice& metric) const {
  const Topic& topic = owner(view, value);
  if (!topic.known()) return false;
  if (is_left_behind(topic)) return false;
  // Only spoken of, never told of: "economists at Daiwa".
  if (!told(topic.entity).told_of && (sentences_ > kHeadlines || is_broadcaster(topic.kind))) return false;
  if (!tells_business(metric.key.metric) && means_person(view, value, topic)) return false;
  if (has_named_subject(view, value) || opens_with_stranger(view) || is_of_firms(view, value)) return false;
  if (opens_with_unknown_name(view, value) || is_of_no_firm(view, value, metric)) return false;
  if (measures_other(view, value, metric) || is_a_persons(view, value, metric.key.metric)) return false;
  const bool from_outside =
      metric.cue && metric.cue->tag == view.tags.metric_noun && comes_from_outside(metric.key.metric);
  if (is_researcher(topic.kind) && anaphor_of(view, value) == kNoToken) return false;
  return from_outside || !is_of_other(view, value);
}

// «Die Firma …» that stands for no known one.
bool Topics::opens_with_stranger(const SentenceView& view) const {
  if (stranger_sentence_ == 0 || stranger_sentence_ + 1 != sentences_) return false;
  constexpr std::uint32_t kOpener = 3;
  const Tag noun = own(view).bare_firm;
  for (auto i = view.sentence.first; i < view.sentence.last && i < view.sentence.first + kOpener; ++i)
    if (view.has(i, noun)) return true;
  return false;
}

// Whether a sentence names one firm and no more.
bool Topics::names_one(const SentenceView& view) {
  const Firm* one = nullptr;
  for (const auto& firm : view.firms) {
    if (firm.media || firm.index || firm.reference || is_bystander(view, firm)) continue;
    if (one && one->entity != firm.entity) return false;
    one = &firm;
  }
  return one != nullptr;
}

bool Topics::begins_paragraph(const SentenceView& view) const {
  return sentences_ < 2 || view.text.sentences[sentences_ - 2].paragraph != view.sentence.paragraph;
}

// «Auch bei X lief es gut. Der Gewinn …»: a paragraph whose first sentence names nobody else is about X.
void Topics::note_place(const SentenceView& view) {
  const bool same = topic_sentence_ > 0 && topic_paragraph_ == view.sentence.paragraph && opens_paragraph_;
  topic_paragraph_ = view.sentence.paragraph;
  topic_sentence_ = sentences_;
  lone_topic_ = names_one(view);
  const bool first = begins_paragraph(view);
  opens_paragraph_ = view.verbs_last && ((first && lone_topic_) || (same && !names_any(view)));
  if (opens_paragraph_ && first) told_[topic_.entity].told_of = true;
}

bool Topics::names_any(const SentenceView& view) {
  return std::ranges::any_of(view.firms, [](const Firm& firm) { return !firm.reference && !firm.index; });
}

void Topics::remember(const SentenceView& view) {
  const Firm* taken = nullptr;
  for (const auto& firm : view.firms) {
    if (firm.media || firm.index || is_bystander(view, firm) || judges_share_of_other(view, firm)) continue;
    const bool governed =
        view.governor(firm.first) != kNoToken || (!firm.reference && is_oblique(view, firm));
    if (!taken || (!governed && taken->first != firm.first && governed_topic_))
      taken = &firm, governed_topic_ = governed;
    if (!governed) break;
  }
  if (!taken) return;
  has_business_ = has_business_ && topic_.entity == taken->entity;
  topic_ = {taken->name, taken->entity, taken->kind};
  note_place(view);
}

void Topics::remember(const Claim& claim, const SentenceView& view) {
  // «Für 45 Millionen geht die Marke an X»: nobody knows what the figure measures, and X is not what is told
  // of.
  const auto named = std::ranges::find_if(
      view.firms, [&](const Firm& firm) { return !firm.reference && firm.entity == claim.subject_entity; });
  if (claim.metric == Metric::other && topic_.known() && named != view.firms.end() &&
      view.governor(named->first) != kNoToken && view.capital_nouns &&
      !(begins_paragraph(view) && names_one(view)))
    return;
  const auto entity = kept(claim.subject_entity);
  const bool goes_on = has_business_ && topic_.entity == entity;
  has_business_ = goes_on || tells_business(claim.metric);
  Told& of_subject = told_[entity];
  topic_ = {kept(claim.subject), entity, of_subject.kind};
  if (!(claim.flags & kSubjectAssumed)) of_subject.last_named = sentences_;
  of_subject.told_of = true;
  of_subject.business += tells_business(claim.metric);
  note_place(view);
}

}  // namespace gegenprobe::extract

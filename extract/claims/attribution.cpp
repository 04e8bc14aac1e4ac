#include "extract/claims/attribution.h"

#include <algorithm>

#include "extract/claims/source_finder.h"
#include "extract/claims/source_names.h"

namespace gegenprobe::extract {
namespace {

constexpr std::uint32_t kLongestSpeech = 4;  // sentences without a name that go on with a speaker

// The conjunction that opens the clause a verb stands in, past no comma; `verb` where none does. «wie» and
// "as" behind a comma name the source of what stands before them.
std::uint32_t opener_of(const SentenceView& view, std::uint32_t verb) {
  const auto begin = view.sentence.first;
  for (auto i = verb; i > begin; --i) {
    const auto at = i - 1;
    if (view.text.of(view.text.tokens[at]) == ",") return verb;
    if (!view.has(at, view.tags.subordinator)) continue;
    const bool names_source = view.has(at, view.tags.source_opener) &&
                              (at == begin || view.text.of(view.text.tokens[at - 1]) == ",");
    return names_source ? verb : at;
  }
  return verb;
}

// "Sales fell 5%, but the drugmaker says …": what stands before «but» is not the source's.
bool is_before_contrast(const SentenceView& view, const Attribution& source, const Placed& value) {
  const auto begin = std::min(source.first, source.cue);
  for (auto i = value.last; i < begin; ++i)
    if (view.has(i, view.tags.contrast)) return source.last > source.first || source.subject;
  return false;
}

// "… at $22bn, missing the consensus of $23bn, according to LSEG data": who counts what is expected tells
// only that.
bool is_of_expectation(const SentenceView& view, const Attribution& source, const Placed& value) {
  const bool phrase = std::ranges::any_of(view.cues, [&](const Cue& cue) {
    return cue.first == source.cue && cue.tag == view.tags.attribution_before;
  });
  if (!phrase || source.subject) return false;
  for (auto i = value.last; i < source.cue; ++i)
    if (view.has(i, view.tags.expectation_noun)) return view.values_between(i, source.cue) > 0;
  return false;
}

}  // namespace

std::optional<Attribution> Speakers::in_full(std::optional<Attribution> source) const {
  if (!source) return source;
  const bool by_title = source->by_title && !persons_.last().empty();
  if (by_title || source->name.empty())
    source->name = persons_.last();
  else if (const auto full = persons_.last_called(source->name); !full.empty())
    source->name = full;
  if (source->name.empty()) return std::nullopt;
  return source;
}

std::optional<Attribution> Speakers::find(const SentenceView& view, std::uint32_t index) {
  auto source = find_source(view, persons_);
  if (!source || source->subject) return source;
  source = in_full(std::move(source));
  if (!source) return source;
  last_ = source;
  last_paragraph_ = view.sentence.paragraph;
  spoken_until_ = index + 1;
  return source;
}

bool Speakers::refers_back(const SentenceView& view) {
  return std::ranges::any_of(view.cues,
                             [&](const Cue& cue) { return cue.tag == view.tags.attribution_continued; });
}

bool Speakers::goes_on(const SentenceView& view) {
  if (is_quotation_mark(view, view.sentence.first)) return true;
  return refers_back(view) ||
         std::ranges::any_of(view.cues, [&](const Cue& cue) { return cue.tag == view.tags.indirect_speech; });
}

std::optional<Attribution> Speakers::last(const SentenceView& view, std::uint32_t index) {
  if (!last_) return std::nullopt;
  const auto paragraph = view.sentence.paragraph;
  const bool near = last_paragraph_ + 1 >= paragraph && spoken_until_ + kLongestSpeech > index;
  if (!near && !refers_back(view)) return std::nullopt;
  last_paragraph_ = paragraph;
  spoken_until_ = index + 1;
  last_->first = last_->last = last_->cue = 0;
  return last_;
}

bool speaks_of(const SentenceView& view, const Attribution& source, const Placed& value) {
  if (source.cue == 0) return true;
  if (is_before_contrast(view, source, value) || is_of_expectation(view, source, value)) return false;
  const bool between = source.last <= value.first && value.last <= source.cue;
  if (between && source.last > source.first && !view.same_clause(source.last - 1, value.first) &&
      !view.same_clause(value.first, source.cue))
    return false;
  const auto opener = opener_of(view, source.cue);
  if (opener == source.cue) return true;
  return value.first > opener && (view.same_clause(source.cue, value.first) ||
                                  view.clause_kind(value.first) == ClauseKind::complement);
}

void Speakers::remember_persons(const SentenceView& view) {
  for (auto& person : SourceNames(view, persons_).persons()) {
    if (person.name.find(' ') != std::string::npos) persons_.add(std::move(person.name));
  }
}

}  // namespace gegenprobe::extract

#include "app/web/figure_reader.h"

#include "extract/extract.h"
#include "ingest/ingest.h"

namespace gegenprobe::app::web {
namespace {

using Reading = FigureReader::Reading;

/// The first figure that is read in the words; `sums`: only money and percentages.
Reading read_as(const std::string& language, const std::string& words, const extract::Rules& rules,
                bool sums) {
  ingest::Overrides overrides;
  overrides.language = language;
  const auto found = extract::extract(ingest::document_of(words, overrides), rules);
  for (const extract::Mention& mention : found.mentions)
    if (const extract::Amount* amount = mention.amount();
        amount && amount->resolved() && !(sums && mention.kind == extract::MentionKind::quantity))
      return *amount;
  return std::nullopt;
}

// Who writes "1-2bn" or «500 Mio» means a sum in whatever currency.
Reading read_bare(const std::string& language, const std::string& words, const extract::Rules& rules) {
  const std::string sum = words + " Euro";
  ingest::Overrides overrides;
  overrides.language = language;
  const auto found = extract::extract(ingest::document_of(sum, overrides), rules);
  for (const extract::Mention& mention : found.mentions)
    if (mention.kind == extract::MentionKind::money && mention.span.end == sum.size())
      if (Reading amount = *mention.amount(); amount->resolved()) return amount->unit.clear(), amount;
  return std::nullopt;
}

// A reader may write in either language; their own decides what a Billion is, but the one that knows the word
// for «mindestens» has read more.
Reading better(Reading own, Reading other) {
  using extract::Qualifier;
  const bool knows_more = own && other && own->unit == other->unit && own->qualifier == Qualifier::exact &&
                          other->qualifier != Qualifier::exact;
  return own && !knows_more ? own : other;
}

}  // namespace

FigureReader::Reading FigureReader::read_anew(const std::string& words, const std::string& language) const {
  const std::string own = language == "en" ? "en" : "de", other = own == "de" ? "en" : "de";
  const extract::Rules& rules = *rules_;
  auto amount = better(read_as(own, words, rules, true), read_as(other, words, rules, true));
  if (!amount) amount = better(read_bare(own, words, rules), read_bare(other, words, rules));
  if (!amount) amount = better(read_as(own, words, rules, false), read_as(other, words, rules, false));
  return amount;
}

FigureReader::Reading FigureReader::read(const std::string& words, const std::string& language) const {
  const std::pair key(words, language);
  {
    const std::lock_guard lock(mutex_);
    if (const auto at = kept_.find(key); at != kept_.end()) return at->second;
  }
  Reading amount = read_anew(words, language);
  const std::lock_guard lock(mutex_);
  if (kept_.size() >= kKept) kept_.clear();
  kept_.emplace(key, amount);
  return amount;
}

}  // namespace gegenprobe::app::web

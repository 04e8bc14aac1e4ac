#include "app/figure_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/figure.h"
#include "extract/extract.h"
#include "ingest/ingest.h"

namespace gegenprobe::app {
namespace {

using Reading = FigureReader::Reading;

extract::Extraction extracted(const std::string& language, const std::string& words,
                              const extract::Rules& rules) {
  ingest::Overrides overrides;
  overrides.language = language;
  return extract::extract(ingest::document_of(words, overrides), rules);
}

/// The first figure that is read in the words; `sums`: only money and percentages.
Reading read_as(const std::string& language, const std::string& words, const extract::Rules& rules,
                bool sums) {
  for (const extract::Mention& mention : extracted(language, words, rules).mentions)
    if (const extract::Amount* amount = mention.amount();
        amount && amount->resolved() && !(sums && mention.kind == extract::MentionKind::quantity))
      return *amount;
  return std::nullopt;
}

// Who writes "1-2bn" or «500 Mio» means a sum in whatever currency.
Reading read_bare(const std::string& language, const std::string& words, const extract::Rules& rules) {
  const std::string sum = words + " Euro";
  for (const extract::Mention& mention : extracted(language, sum, rules).mentions)
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

Reading read_in(const std::string& language, const std::string& words, const extract::Rules& rules) {
  auto amount = read_as(language, words, rules, true);
  if (!amount) amount = read_bare(language, words, rules);
  return amount ? amount : read_as(language, words, rules, false);
}

std::ptrdiff_t count_in(const std::string& language, const std::string& words, const extract::Rules& rules) {
  return std::ranges::count_if(
      extracted(language, words, rules).mentions,
      [](const extract::Mention& mention) { return mention.amount() && mention.amount()->resolved(); });
}

// Of one that knows fewer words («mindestens») the bounds may differ; the number may not.
bool is_one_number(const extract::Amount& a, const extract::Amount& b) {
  const auto& [a_most, b_most] = std::pair(a.max ? a.max : a.min, b.max ? b.max : b.min);
  return compare(*a_most, *b_most) == 0;
}

Error unsure(std::string what) { return {Error::Kind::usage, std::move(what), ""}; }

}  // namespace

Result<extract::Amount> FigureReader::read_surely(const std::string& words,
                                                  const std::string& language) const {
  if (std::min(count_in("de", words, *rules_), count_in("en", words, *rules_)) > 1)
    return unsure(fmt::format("'{}' holds more than one figure", words));
  if (language.empty()) {
    const auto german = read_in("de", words, *rules_), english = read_in("en", words, *rules_);
    if (german && english && !is_one_number(*german, *english))
      return unsure(
          fmt::format("'{}' is {} in German and {} in English", words, figure(*german), figure(*english)));
  }
  const auto amount = read_anew(words, language);
  if (!amount) return unsure(fmt::format("'{}' is no figure", words));
  return *amount;
}

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

}  // namespace gegenprobe::app

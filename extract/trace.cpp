#include "extract/trace.h"

#include <algorithm>
#include <array>

#include "extract/matching/rule_set.h"
#include "extract/text/cut_text.h"
#include "extract/text/text.h"

namespace gegenprobe::extract {
namespace {

class Tracer {
 public:
  Tracer(const ingest::Document& document, const Text& text, const Extraction& found)
      : document_(document), text_(text), found_(found) {}

  std::vector<Attempt> run(std::span<const RuleKind> kinds) {
    for (const Sentence& sentence : text_.sentences)
      for (std::uint32_t i = sentence.first; i < sentence.last; ++i)
        for (const RuleKind kind : kinds)
          if (sets_off(sentence, i, kind)) ask(sentence, i, kind);
    return std::move(attempts_);
  }

 private:
  bool sets_off(const Sentence& sentence, std::uint32_t i, RuleKind kind) const {
    const Token& token = text_.tokens[i];
    if (sentence.rules->set(kind).rules().empty()) return false;
    if (token.is(TokenClass::number))
      return starts_figure(sentence, i) && sentence.rules->set(kind).starts_with_digit();
    return extract::sets_off(token, kind);
  }

  // «3,5» sets rules off once: at the 3.
  bool starts_figure(const Sentence& sentence, std::uint32_t i) const {
    return i == sentence.first || !(text_.tokens[i].shape & kGlued);
  }

  void ask(const Sentence& sentence, std::uint32_t i, RuleKind kind) {
    const Token& token = text_.tokens[i];
    const Span span = in_source(token.span());
    // Inside a mention every second word would set off something.
    if (const Mention* mention = mention_at(span); mention && mention->span.begin < span.begin) return;
    const auto matches =
        sentence.rules->set(kind).all_at(text_.utf8, text_.folded, token.begin, sentence.span.end);
    for (const RuleMatch& match : matches) tell(match, kind);
    if (matches.empty() && !mention_at(span))
      attempts_.push_back({kind, Attempt::End::no_match, span, behind(sentence, i), nullptr});
  }

  void tell(const RuleMatch& match, RuleKind kind) {
    const Span span = in_source(match.span);
    const Mention* mention = mention_at(span);
    if (mention && mention->rule == match.rule->name) return;
    attempts_.push_back(
        {kind, mention ? Attempt::End::longer : Attempt::End::rejected, span, {}, match.rule});
  }

  Span behind(const Sentence& sentence, std::uint32_t i) const {
    // Behind the whole figure or word: what is glued to it belongs to it.
    for (++i; i < sentence.last; ++i)
      if (!(text_.tokens[i].shape & kGlued)) return in_source(text_.tokens[i].span());
    return {};
  }

  Span in_source(Span span) const { return ingest::in_source(document_.normalised, span); }

  const Mention* mention_at(Span span) const {
    const auto at = std::ranges::upper_bound(found_.mentions, span.begin, {},
                                             [](const Mention& mention) { return mention.span.end; });
    return at != found_.mentions.end() && at->span.overlaps(span) ? &*at : nullptr;
  }

  const ingest::Document& document_;
  const Text& text_;
  const Extraction& found_;
  std::vector<Attempt> attempts_;
};

}  // namespace

std::string_view word(RuleKind kind) {
  constexpr std::array<std::string_view, kRuleKinds> kWords{"value", "date", "company", "speaker"};
  return kWords[static_cast<std::size_t>(kind)];
}

std::vector<Attempt> attempts(const ingest::Document& document, const Rules& rules, const Extraction& found,
                              std::span<const RuleKind> kinds) {
  return attempts(text_of(document.normalised.utf8, document.language, rules), document, found, kinds);
}

std::vector<Attempt> attempts(const Text& text, const ingest::Document& document, const Extraction& found,
                              std::span<const RuleKind> kinds) {
  return Tracer(document, text, found).run(kinds);
}

}  // namespace gegenprobe::extract

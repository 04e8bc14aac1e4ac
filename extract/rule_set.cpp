// Each rule is a RE2 of its own, anchored; an RE2::Set over all of them, one DFA pass, says which can match
// at a place, so that the captures (the slow part) are asked only of those.
#include "extract/rule_set.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <set>

namespace gegenprobe::extract {
namespace {

// After a match no letter or digit may follow. Latin letters are enough here, and keep the automata small.
constexpr const char* kWordEdge = "(?:[^0-9A-Za-z\\x{C0}-\\x{D6}\\x{D8}-\\x{F6}\\x{F8}-\\x{24F}]|$)";

// A list's words as an alternation: longest first, so that "Millionen" is not cut to "Million".
std::string alternatives(const WordList& list, bool exact_case) {
  std::vector<std::string> words;
  for (const auto& [key, items] : list.items)
    for (const auto& item : items) words.push_back(exact_case ? item : folded(item));
  std::ranges::sort(
      words, [](const auto& a, const auto& b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
  words.erase(std::unique(words.begin(), words.end()), words.end());
  std::string out = "(?:";
  for (const auto& word : words) {
    if (out.size() > 3) out += '|';
    const bool prefix = word.size() > 1 && word.back() == '*',
               suffix = word.size() > 1 && word.front() == '*';
    const std::string_view core = std::string_view(word).substr(suffix, word.size() - suffix - prefix);
    if (suffix) out += "[a-z\\x{DF}-\\x{24F}]+";
    out += RE2::QuoteMeta(re2::StringPiece(core.data(), core.size()));
    if (prefix) out += "[a-z\\x{DF}-\\x{24F}]+";
  }
  return out + ")";
}

bool is_name(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  }) && !(word.front() >= '0' && word.front() <= '9');
}

// Replaces {name} by the words of the list or the pattern of the macro, macros in macros included.
Result<std::string> filled(std::string_view pattern, const Rule& rule, const std::vector<WordList>& lists,
                           const Macros& macros, int depth = 0) {
  if (depth > 10)
    return Error{Error::Kind::rules, rule.file + ": " + rule.name + ": a macro contains itself", ""};
  std::string out;
  for (std::size_t at = 0; at < pattern.size();) {
    const auto close = pattern[at] == '{' ? pattern.find('}', at) : std::string_view::npos;
    const auto name =
        close == std::string_view::npos ? std::string_view{} : pattern.substr(at + 1, close - at - 1);
    if (!is_name(name)) {
      out += pattern[at++];
      continue;
    }
    at = close + 1;
    if (const auto macro = macros.find(name); macro != macros.end()) {
      auto inner = filled(macro->second, rule, lists, macros, depth + 1);
      if (!inner) return inner;
      out += "(?:" + *inner + ")";
      continue;
    }
    const auto list = std::ranges::find(lists, name, &WordList::name);
    if (list == lists.end())
      return Error{Error::Kind::rules,
                   rule.file + ": " + rule.name + ": there is no list or macro {" + std::string(name) + "}",
                   "lists stand under [list], macros under [macro]"};
    out += alternatives(*list, rule.exact_case);
  }
  return out;
}

RE2::Options options() {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(64 << 20);
  options.set_never_nl(false);
  return options;
}

struct Pattern {
  std::unique_ptr<RE2> re;
  std::vector<std::string> names;
  int span_group = 1;
};

Result<Pattern> compiled(const Rule& rule, const std::string& source) {
  Pattern pattern;
  pattern.re = std::make_unique<RE2>(source, options());
  if (!pattern.re->ok())
    return Error{Error::Kind::rules, rule.file + ": " + rule.name + ": " + pattern.re->error(),
                 "patterns are RE2's, see its syntax page"};
  const int groups = pattern.re->NumberOfCapturingGroups();
  if (groups >= static_cast<int>(RuleMatch::kMaxGroups))
    return Error{Error::Kind::rules, rule.file + ": " + rule.name + " has more than 15 groups",
                 "write (?:…) for groups that need no name"};
  pattern.names.resize(static_cast<std::size_t>(groups));
  for (const auto& [number, name] : pattern.re->CapturingGroupNames()) {
    pattern.names[static_cast<std::size_t>(number - 1)] = name;
    if (name == "span") pattern.span_group = number;
  }
  return pattern;
}

}  // namespace

struct RuleSet::Compiled {
  std::vector<Rule> rules;
  std::vector<Pattern> patterns;
  // One set for the rules that read the text in lower case, one for those that mind capitals.
  std::unique_ptr<RE2::Set> sets[2];
  std::vector<int> members[2];
  bool digit = false;

  bool try_rule(int index, std::string_view text, std::string_view searched, std::size_t at, std::size_t end,
                RuleMatch& match) const;
  /// Where the rule's match ends, the character of the word edge left out; 0 where there is none.
  std::size_t end_of(int index, std::string_view searched, std::size_t at, std::size_t end) const;
  template <class Visit>
  void each_candidate(std::string_view text, std::string_view folded, std::size_t at, std::size_t end,
                      Visit visit) const;
};

Span RuleMatch::group_span(std::string_view name) const {
  for (std::size_t i = 0; i < names->size(); ++i)
    if ((*names)[i] == name && !groups[i].empty()) return groups[i];
  return {};
}

RuleSet::RuleSet(std::unique_ptr<Compiled> compiled) : compiled_(std::move(compiled)) {}
RuleSet::RuleSet(RuleSet&&) noexcept = default;
RuleSet& RuleSet::operator=(RuleSet&&) noexcept = default;
RuleSet::~RuleSet() = default;

Result<RuleSet> RuleSet::compile(std::vector<Rule> rules, const std::vector<WordList>& lists,
                                 const Macros& macros) {
  auto out = std::make_unique<Compiled>();
  out->rules = std::move(rules);
  for (const auto& rule : out->rules) {
    auto body = filled(rule.pattern, rule, lists, macros);
    if (!body) return body.error();
    const auto source = "(" + *body + ")" + kWordEdge;
    auto pattern = compiled(rule, source);
    if (!pattern) return pattern.error();
    auto& set = out->sets[rule.exact_case];
    if (!set) set = std::make_unique<RE2::Set>(options(), RE2::ANCHOR_START);
    std::string error;
    if (set->Add(source, &error) < 0)
      return Error{Error::Kind::rules, rule.file + ": " + rule.name + ": " + error, ""};
    out->members[rule.exact_case].push_back(static_cast<int>(out->patterns.size()));
    out->patterns.push_back(std::move(*pattern));
    out->digit |= std::ranges::find(rule.start, "digit") != rule.start.end();
  }
  for (auto& set : out->sets)
    if (set && !set->Compile())
      return Error{Error::Kind::rules, "the rules are too many for one automaton", ""};
  return RuleSet(std::move(out));
}

bool RuleSet::Compiled::try_rule(int index, std::string_view text, std::string_view searched, std::size_t at,
                                 std::size_t end, RuleMatch& match) const {
  const Pattern& pattern = patterns[static_cast<std::size_t>(index)];
  std::array<re2::StringPiece, RuleMatch::kMaxGroups + 1> pieces;
  const int groups = static_cast<int>(pattern.names.size()) + 1;
  // Cut at the end, since '$' asks for the end of the whole: a heading has no full stop behind it.
  const re2::StringPiece whole(searched.data(), end);
  if (!pattern.re->Match(whole, at, end, RE2::ANCHOR_START, pieces.data(), groups)) return false;
  match.rule = &rules[static_cast<std::size_t>(index)];
  match.text = text;
  match.names = &pattern.names;
  const auto span_of = [&](const re2::StringPiece& piece) {
    if (!piece.data() || piece.empty()) return Span{};
    const auto begin = static_cast<std::uint32_t>(piece.data() - searched.data());
    return Span{begin, begin + static_cast<std::uint32_t>(piece.size())};
  };
  for (int i = 1; i < groups; ++i)
    match.groups[static_cast<std::size_t>(i - 1)] = span_of(pieces[static_cast<std::size_t>(i)]);
  match.whole = match.groups[0];
  match.span = match.groups[static_cast<std::size_t>(pattern.span_group - 1)];
  return !match.span.empty();
}

std::size_t RuleSet::Compiled::end_of(int index, std::string_view searched, std::size_t at,
                                      std::size_t end) const {
  re2::StringPiece piece;
  const re2::StringPiece whole(searched.data(), end);  // $ is the end of what is given, not of the stretch
  const auto& re = *patterns[static_cast<std::size_t>(index)].re;
  if (!re.Match(whole, at, end, RE2::ANCHOR_START, &piece, 1)) return 0;
  auto match_end = at + piece.size();
  if (match_end == end && word_before(searched, match_end)) return match_end;
  do --match_end;
  while (match_end > at && (static_cast<unsigned char>(searched[match_end]) & 0xC0) == 0x80);
  return match_end;
}

template <class Visit>
void RuleSet::Compiled::each_candidate(std::string_view text, std::string_view folded, std::size_t at,
                                       std::size_t end, Visit visit) const {
  thread_local std::vector<int> hits;
  for (const bool exact : {false, true}) {
    if (!sets[exact]) continue;
    const auto searched = exact ? text : folded;
    hits.clear();
    if (!sets[exact]->Match(re2::StringPiece(searched.data() + at, end - at), &hits)) continue;
    std::ranges::sort(hits);
    for (const int hit : hits) visit(members[exact][static_cast<std::size_t>(hit)], searched);
  }
}

// The captures, which no DFA can give, are asked of the winner alone.
bool RuleSet::match_at(std::string_view text, std::string_view folded, std::size_t at, std::size_t end,
                       RuleMatch& match) const {
  int best = -1;
  std::size_t best_end = 0;
  std::string_view best_searched;
  compiled_->each_candidate(text, folded, at, end, [&](int index, std::string_view searched) {
    const auto candidate_end = compiled_->end_of(index, searched, at, end);
    if (candidate_end > best_end || (candidate_end == best_end && candidate_end && index < best)) {
      best = index;
      best_end = candidate_end;
      best_searched = searched;
    }
  });
  return best >= 0 && compiled_->try_rule(best, text, best_searched, at, end, match);
}

std::vector<RuleMatch> RuleSet::all_at(std::string_view text, std::string_view folded, std::size_t at,
                                       std::size_t end) const {
  std::vector<RuleMatch> all;
  compiled_->each_candidate(text, folded, at, end, [&](int index, std::string_view searched) {
    RuleMatch match;
    if (compiled_->try_rule(index, text, searched, at, end, match)) all.push_back(match);
  });
  return all;
}

const std::vector<Rule>& RuleSet::rules() const { return compiled_->rules; }
bool RuleSet::starts_with_digit() const { return compiled_->digit; }

}  // namespace gegenprobe::extract

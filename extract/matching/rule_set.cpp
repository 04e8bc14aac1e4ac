// One automaton over all rules says which can match at a place, and which bytes decide it; only of those
// rules the captures are read, and only where bytes of the same classes have not been seen before. Most
// numbers of a text are done with after a few bytes, and most sums are of a shape that came before. RE2 is
// asked where a pattern uses what the automaton does not read, and for all of them by whoever checks the
// rules.
#include "extract/matching/rule_set.h"

#include <re2/re2.h>

#include <algorithm>
#include <cassert>
#include <deque>
#include <mutex>

#include "extract/matching/archive.h"
#include "extract/matching/capture_reader.h"
#include "extract/matching/match_memory.h"
#include "extract/matching/pattern_tree.h"
#include "extract/matching/rule_automaton.h"
#include "ingest/per_thread.h"

namespace gegenprobe::extract {
namespace {

// After a match no letter or digit may follow. Latin letters are enough here, and keep the automata small.
constexpr const char* kWordEdge = "(?:[^0-9A-Za-z\\x{C0}-\\x{D6}\\x{D8}-\\x{F6}\\x{F8}-\\x{24F}]|$)";

// Bytes; what goes on longer is no expression of a language but a file of digits, and RE2's captures cost a
// thousand times what reading costs.
constexpr std::size_t kLongestMatch = 16 << 10;

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

/// What {name} stands for in the patterns of a set: words of a list, or a macro. Each is made once.
class Vocabulary {
 public:
  Vocabulary(const std::vector<WordList>& lists, const Macros& macros) : lists_(lists), macros_(macros) {}

  /// The pattern as RE2 reads it: {name} replaced, macros in macros included.
  Result<std::string> filled(std::string_view pattern, const Rule& rule, int depth = 0) {
    if (depth > 10)
      return Error{Error::Kind::rules, rule.file + ": " + rule.name + ": a macro contains itself", ""};
    std::string out;
    for (std::size_t at = 0; at < pattern.size();) {
      const auto close = pattern[at] == '{' ? pattern.find('}', at) : std::string_view::npos;
      const auto name =
          close == std::string_view::npos ? std::string_view{} : pattern.substr(at + 1, close - at - 1);
      if (!is_pattern_name(name)) {
        out += pattern[at++];
        continue;
      }
      at = close + 1;
      if (const auto macro = macros_.find(name); macro != macros_.end()) {
        auto inner = filled(macro->second, rule, depth + 1);
        if (!inner) return inner;
        out += "(?:" + *inner + ")";
      } else if (const auto* words = words_of(name, rule.exact_case)) {
        out += *words;
      } else {
        return Error{Error::Kind::rules,
                     rule.file + ": " + rule.name + ": there is no list or macro {" + std::string(name) + "}",
                     "lists stand under [list], macros under [macro]"};
      }
    }
    return out;
  }

  /// The same as a tree. \pre filled() has succeeded, so that no macro contains itself
  std::optional<PatternTree> tree(std::string_view pattern, bool exact_case) {
    return pattern_tree(pattern, [&](std::string_view name) { return named(name, exact_case); });
  }

 private:
  using Key = std::pair<std::string, bool>;  // name, exact_case

  const std::string* words_of(std::string_view name, bool exact_case) {
    const auto [it, fresh] = words_.try_emplace(Key(name, exact_case));
    if (!fresh) return &it->second;
    const auto list = std::ranges::find(lists_, name, &WordList::name);
    if (list != lists_.end()) return &(it->second = alternatives(*list, exact_case));
    words_.erase(it);
    return nullptr;
  }

  const PatternTree* named(std::string_view name, bool exact_case) {
    const Key key(name, exact_case);
    auto known = trees_.find(key);
    if (known == trees_.end()) {
      const auto macro = macros_.find(name);
      const auto* words = macro == macros_.end() ? words_of(name, exact_case) : nullptr;
      auto made = macro != macros_.end() ? tree(macro->second, exact_case)
                  : words                ? pattern_tree(*words)
                                         : std::nullopt;
      known = trees_.emplace(key, std::move(made)).first;
    }
    return known->second ? &*known->second : nullptr;
  }

  const std::vector<WordList>& lists_;
  const Macros& macros_;
  std::map<Key, std::string> words_;
  std::map<Key, std::optional<PatternTree>> trees_;
};

RE2::Options options() {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(64 << 20);
  options.set_never_nl(false);
  return options;
}

// A rule's pattern; as RE2 has it only where it is asked.
struct Pattern {
  std::string source;              // "" where the set was prepared
  bool read = false;               // by the automaton
  std::vector<std::string> names;  // of the groups, the first of all the pattern
  RuleMatch::Places places{};
  std::size_t span_group = 0;
  mutable std::once_flag once;
  mutable std::unique_ptr<RE2> re;

  void set_names(std::vector<std::string> groups) {
    names = std::move(groups);
    const auto span = std::ranges::find(names, "span");
    span_group = span == names.end() ? 0 : static_cast<std::size_t>(span - names.begin());
    places.fill(RuleMatch::kMaxGroups);
    for (std::size_t i = 0; i < names.size() && i < RuleMatch::kMaxGroups; ++i)
      if (const auto name = kValueGroups.find(names[i])) places[*name] = static_cast<std::uint8_t>(i);
  }
};

std::string with_edge(const std::string& body) { return "(" + body + ")" + kWordEdge; }

std::vector<std::string> group_names(const RE2& re) {
  std::vector<std::string> names(static_cast<std::size_t>(std::max(re.NumberOfCapturingGroups() - 1, 0)));
  for (const auto& [number, name] : re.CapturingGroupNames())
    names[static_cast<std::size_t>(number - 2)] = name;
  return names;
}

// What is wrong with a rule's pattern, if anything is.
Result<Done> checked(const Rule& rule, const Pattern& pattern, const RE2& re) {
  if (!re.ok())
    return Error{Error::Kind::rules, rule.file + ": " + rule.name + ": " + re.error(),
                 "patterns are RE2's, see its syntax page"};
  if (pattern.names.size() >= RuleMatch::kMaxGroups)
    return Error{Error::Kind::rules, rule.file + ": " + rule.name + " has more than 15 groups",
                 "write (?:…) for groups that need no name"};
  return Done{};
}

}  // namespace

struct RuleSet::Compiled : std::enable_shared_from_this<Compiled> {
  std::vector<Rule> rules;
  std::deque<Pattern> patterns;
  // One automaton for the rules that read the text in lower case, one for those that mind capitals.
  std::array<RuleAutomaton, 2> automata;
  std::array<bool, 2> used{};
  std::array<std::vector<int>, 2> unread;  // rules that the automaton cannot read: always asked
  bool digit = false;
  // Of a prepared set: what the sources of its patterns can be made of.
  const std::vector<WordList>* lists = nullptr;
  const Macros* macros = nullptr;

  void count(const Rule& rule) {
    used[rule.exact_case] = true;
    digit |= std::ranges::find(rule.start, "digit") != rule.start.end();
  }
  const RE2& re2_of(std::size_t index) const;
  bool ask_re2(int index, std::string_view searched, std::size_t at, StoredMatch& match) const;
  bool try_rule(int index, CaptureReader& captures, std::string_view searched, std::size_t at,
                std::size_t read, StoredMatch& match) const;
  MatchMemory::Answer best_of(const std::vector<int>& candidates, CaptureReader& captures,
                              std::string_view searched, std::size_t at, std::size_t read) const;
  MatchMemory::Answer all_of(const std::vector<int>& candidates, CaptureReader& captures,
                             std::string_view searched, std::size_t at, std::size_t read) const;
  RuleMatch match_of(const StoredMatch& stored, std::string_view text, std::size_t at) const;

  /// What a thread keeps for a set, so that no two threads wait for each other.
  struct Scratch {
    explicit Scratch(const Compiled& set)
        : readers{RuleReader(set.automata[0]), RuleReader(set.automata[1])},
          captures{CaptureReader(set.automata[0]), CaptureReader(set.automata[1])} {}
    std::array<RuleReader, 2> readers;
    std::array<CaptureReader, 2> captures;
    std::array<MatchMemory, 2> best, all;
    std::vector<int> candidates;
    std::vector<RuleMatch> matches;  // the answer of all_at()
  };
  Scratch& scratch() const;

  using Find = MatchMemory::Answer (Compiled::*)(const std::vector<int>& candidates, CaptureReader& captures,
                                                 std::string_view searched, std::size_t at,
                                                 std::size_t read) const;
  using Memories = std::array<MatchMemory, 2> Scratch::*;
  template <class Visit>
  void each(Scratch& own, std::string_view text, std::string_view folded, std::size_t at, std::size_t end,
            Memories memories, Find find, Visit visit) const;
};

const RE2& RuleSet::Compiled::re2_of(std::size_t index) const {
  const Pattern& pattern = patterns[index];
  std::call_once(pattern.once, [&] {
    std::string source = pattern.source;
    if (source.empty())
      source = with_edge(*Vocabulary(*lists, *macros).filled(rules[index].pattern, rules[index]));
    pattern.re = std::make_unique<RE2>(source, options());
  });
  return *pattern.re;
}

RuleSet::Compiled::Scratch& RuleSet::Compiled::scratch() const {
  struct Kept {
    std::weak_ptr<const Compiled> set;
    const Compiled* address;
    std::unique_ptr<Scratch> scratch;
  };
  auto& kept = per_thread<std::vector<Kept>>();
  for (const Kept& one : kept)
    if (one.address == this && !one.set.expired()) return *one.scratch;
  std::erase_if(kept, [](const Kept& one) { return one.set.expired(); });
  return *kept.emplace_back(weak_from_this(), this, std::make_unique<Scratch>(*this)).scratch;
}

RuleSet::RuleSet(std::shared_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}
RuleSet::RuleSet(RuleSet&&) noexcept = default;
RuleSet& RuleSet::operator=(RuleSet&&) noexcept = default;
RuleSet::~RuleSet() = default;

Result<RuleSet> RuleSet::compile(std::vector<Rule> rules, const std::vector<WordList>& lists,
                                 const Macros& macros) {
  static const auto edge = pattern_tree(kWordEdge);
  Vocabulary vocabulary(lists, macros);
  auto out = std::make_shared<Compiled>();
  out->rules = std::move(rules);
  for (std::size_t i = 0; i < out->rules.size(); ++i) {
    const Rule& rule = out->rules[i];
    auto body = vocabulary.filled(rule.pattern, rule);
    if (!body) return body.error();
    auto& pattern = out->patterns.emplace_back();
    pattern.source = with_edge(*body);
    const auto tree = vocabulary.tree(rule.pattern, rule.exact_case);
    // The end of the text is what the edge asks for, and nothing else may: see RuleReader::Reading.
    pattern.read = tree && !has_end(*tree) && tree->groups < RuleMatch::kMaxGroups;
    auto names = tree ? group_names(*tree) : group_names(out->re2_of(i));
    names.insert(names.begin(), "");
    pattern.set_names(std::move(names));
    if (pattern.read)
      out->automata[rule.exact_case].add(*tree, *edge, static_cast<std::uint32_t>(i));
    else
      out->unread[rule.exact_case].push_back(static_cast<int>(i));
    out->count(rule);
  }
  for (auto& automaton : out->automata) automaton.finish();
  return RuleSet(std::shared_ptr<const Compiled>(std::move(out)));
}

std::string RuleSet::prepared() const {
  ArchiveWriter writer;
  for (const Pattern& pattern : compiled_->patterns) {
    assert(pattern.read);
    writer.pass_size(pattern.names);
    for (const auto& name : pattern.names) writer.pass_leaf(name);
  }
  for (const auto& automaton : compiled_->automata) RuleAutomaton::pass(writer, automaton);
  return writer.take();
}

RuleSet RuleSet::from_prepared(std::vector<Rule> rules, const std::vector<WordList>& lists,
                               const Macros& macros, std::string_view bytes) {
  auto out = std::make_shared<Compiled>();
  out->rules = std::move(rules);
  out->lists = &lists;
  out->macros = &macros;
  ArchiveReader reader(bytes);
  for (const Rule& rule : out->rules) {
    std::vector<std::string> names;
    reader.pass_size(names);
    for (auto& name : names) reader.pass_leaf(name);
    auto& pattern = out->patterns.emplace_back();
    pattern.read = true;
    pattern.set_names(std::move(names));
    out->count(rule);
  }
  for (auto& automaton : out->automata) RuleAutomaton::pass(reader, automaton);
  return RuleSet(std::shared_ptr<const Compiled>(std::move(out)));
}

Result<Done> RuleSet::check() const {
  for (std::size_t i = 0; i < compiled_->rules.size(); ++i)
    if (auto done = checked(compiled_->rules[i], compiled_->patterns[i], compiled_->re2_of(i)); !done)
      return done.error();
  return Done{};
}

// `searched` is cut at the end of the stretch, where `$` matches: a heading has no full stop behind it.
bool RuleSet::Compiled::ask_re2(int index, std::string_view searched, std::size_t at,
                                StoredMatch& match) const {
  const Pattern& pattern = patterns[static_cast<std::size_t>(index)];
  std::array<re2::StringPiece, RuleMatch::kMaxGroups + 1> pieces;
  const auto groups = pattern.names.size() + 1;
  const re2::StringPiece whole(searched.data(), searched.size());
  if (!re2_of(static_cast<std::size_t>(index))
           .Match(whole, at, whole.size(), RE2::ANCHOR_START, pieces.data(), static_cast<int>(groups)))
    return false;
  const auto span_of = [&](const re2::StringPiece& piece) {
    if (!piece.data() || piece.empty()) return Span{};
    const auto begin = static_cast<std::uint32_t>(piece.data() - searched.data() - at);
    return Span{begin, begin + static_cast<std::uint32_t>(piece.size())};
  };
  match.rule = index;
  match.groups.clear();
  for (std::size_t i = 1; i < groups; ++i) match.groups.push_back(span_of(pieces[i]));
  return !match.groups[pattern.span_group].empty();
}

// The bytes from `read` on change nothing and are not looked at.
bool RuleSet::Compiled::try_rule(int index, CaptureReader& captures, std::string_view searched,
                                 std::size_t at, std::size_t read, StoredMatch& match) const {
  const Pattern& pattern = patterns[static_cast<std::size_t>(index)];
  if (!pattern.read) return ask_re2(index, searched, at, match);
  match.rule = index;
  match.groups = captures.read(static_cast<std::uint32_t>(index), searched, at, read);
  return !match.groups.empty() && !match.groups[pattern.span_group].empty();
}

// The longest.
MatchMemory::Answer RuleSet::Compiled::best_of(const std::vector<int>& candidates, CaptureReader& captures,
                                               std::string_view searched, std::size_t at,
                                               std::size_t read) const {
  MatchMemory::Answer best;
  StoredMatch match;
  for (const int index : candidates) {
    if (!try_rule(index, captures, searched, at, read, match)) continue;
    if (best.empty())
      best.push_back(match);
    else if (match.end() > best.front().end())
      best.front() = match;
  }
  return best;
}

MatchMemory::Answer RuleSet::Compiled::all_of(const std::vector<int>& candidates, CaptureReader& captures,
                                              std::string_view searched, std::size_t at,
                                              std::size_t read) const {
  MatchMemory::Answer all;
  StoredMatch match;
  for (const int index : candidates)
    if (try_rule(index, captures, searched, at, read, match)) all.push_back(match);
  return all;
}

RuleMatch RuleSet::Compiled::match_of(const StoredMatch& stored, std::string_view text,
                                      std::size_t at) const {
  const Pattern& pattern = patterns[static_cast<std::size_t>(stored.rule)];
  const auto offset = static_cast<std::uint32_t>(at);
  RuleMatch match;
  match.rule = &rules[static_cast<std::size_t>(stored.rule)];
  match.text = text;
  match.names = &pattern.names;
  match.places = &pattern.places;
  for (std::size_t i = 0; i < stored.groups.size(); ++i)
    if (const auto group = stored.groups[i]; !group.empty())
      match.groups[i] = {group.begin + offset, group.end + offset};
  match.whole = match.groups[0];
  match.span = match.groups[pattern.span_group];
  return match;
}

// Calls visit(match) for what `find` makes of the rules that may match at a place, from memory where the
// bytes that decide were seen before.
template <class Visit>
void RuleSet::Compiled::each(Scratch& own, std::string_view text, std::string_view folded, std::size_t at,
                             std::size_t end, Memories memories, Find find, Visit visit) const {
  auto& candidates = own.candidates;
  for (const bool exact : {false, true}) {
    if (!used[exact]) continue;
    const auto searched = (exact ? text : folded).substr(0, end);
    auto& reader = own.readers[exact];
    const auto reading = reader.read(searched, at);
    const auto read = std::min(reading.edge + 1, end);
    if (!unread[exact].empty()) {
      reader.matches(searched, at, reading, candidates);
      candidates.insert(candidates.end(), unread[exact].begin(), unread[exact].end());
      std::ranges::sort(candidates);
      for (const auto& match : (this->*find)(candidates, own.captures[exact], searched, at, read))
        visit(match);
    } else if (reading.any && reading.edge - at <= kLongestMatch) {
      auto& memory = (own.*memories)[exact];
      const auto* answer = memory.find(reading);
      if (!answer) {
        reader.matches(searched, at, reading, candidates);
        answer = &memory.keep(reading, (this->*find)(candidates, own.captures[exact], searched, at, read));
      }
      for (const auto& match : *answer) visit(match);
    }
  }
}

bool RuleSet::match_at(std::string_view text, std::string_view folded, std::size_t at, std::size_t end,
                       RuleMatch& match) const {
  int best = -1;
  std::uint32_t best_end = 0;
  compiled_->each(compiled_->scratch(), text, folded, at, end, &Compiled::Scratch::best, &Compiled::best_of,
                  [&](const StoredMatch& found) {
                    const auto found_end = found.end();
                    if (best >= 0 && (found_end < best_end || (found_end == best_end && found.rule > best)))
                      return;
                    best = found.rule;
                    best_end = found_end;
                    match = compiled_->match_of(found, text, at);
                  });
  return best >= 0;
}

std::span<const RuleMatch> RuleSet::all_at(std::string_view text, std::string_view folded, std::size_t at,
                                           std::size_t end) const {
  auto& own = compiled_->scratch();
  own.matches.clear();
  compiled_->each(
      own, text, folded, at, end, &Compiled::Scratch::all, &Compiled::all_of,
      [&](const StoredMatch& found) { own.matches.push_back(compiled_->match_of(found, text, at)); });
  return own.matches;
}

std::vector<RuleMatch> RuleSet::all_plainly(std::string_view text, std::string_view folded, std::size_t at,
                                            std::size_t end) const {
  std::vector<RuleMatch> all;
  StoredMatch found;
  for (int i = 0; i < static_cast<int>(rules().size()); ++i) {
    const auto searched = rules()[static_cast<std::size_t>(i)].exact_case ? text : folded;
    if (compiled_->ask_re2(i, searched.substr(0, end), at, found))
      all.push_back(compiled_->match_of(found, text, at));
  }
  return all;
}

const std::vector<Rule>& RuleSet::rules() const { return compiled_->rules; }

std::vector<std::string> RuleSet::read_by_re2() const {
  std::vector<std::string> names;
  for (const auto& rules : compiled_->unread)
    for (const int i : rules) names.push_back(compiled_->rules[static_cast<std::size_t>(i)].name);
  return names;
}

bool RuleSet::starts_with_digit() const { return compiled_->digit; }

}  // namespace gegenprobe::extract

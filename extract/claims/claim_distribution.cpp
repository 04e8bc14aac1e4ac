#include "extract/claims/claim_distribution.h"

#include <algorithm>

#include "extract/claims/claim_metric.h"

namespace gegenprobe::extract {
namespace {

// Parts of a sentence that are joined to a list. T has the tokens [first, last).
template <class T>
using List = std::vector<const T*>;

// «und», «bzw.», a comma: what joins the parts of a list, of which one must be there, and small words that
// may stand with it («von 5 auf …» does not).
bool joins(const SentenceView& view, std::uint32_t first, std::uint32_t last, bool prepositions) {
  constexpr std::uint32_t kMostWords = 4;
  const auto& tags = view.tags;
  bool joined = false;
  if (last < first || last - first > kMostWords) return false;
  for (auto i = first; i < last; ++i) {
    const auto mark = view.text.of(view.text.tokens[i]);
    const bool joiner = view.has(i, tags.coordinator) || view.has(i, tags.alternative) || mark == ",";
    // "Airbus and its bigger rival Boeing"
    const bool kin =
        !prepositions &&
        (view.has(i, tags.relation_noun) ||
         (i + 1 < last && view.has(i + 1, tags.relation_noun) && view.text.tokens[i].is(TokenClass::word)));
    const bool small =
        kin || view.has(i, tags.article) || view.has(i, tags.possessive) || mark == "." ||
        view.lexicon.has_any(view.text.tokens[i], tags.qualifying) ||
        (prepositions && (view.has(i, tags.preposition) || view.has(i, tags.delta_preposition) ||
                          view.has(i, tags.genitive_article)));
    if (!joiner && !small) return false;
    joined = joined || joiner;
  }
  return joined;
}

// The lists that the parts make, each of two or more.
template <class T, class Alike>
std::vector<List<T>> lists_of(const SentenceView& view, const List<T>& parts, bool prepositions,
                              Alike alike) {
  std::vector<List<T>> lists;
  bool goes_on = false;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const bool joined =
        alike(*parts[i - 1], *parts[i]) && joins(view, parts[i - 1]->last, parts[i]->first, prepositions);
    if (joined && !goes_on) lists.push_back({parts[i - 1]});
    if (joined) lists.back().push_back(parts[i]);
    goes_on = joined;
  }
  return lists;
}

bool are_alike(const Placed& a, const Placed& b) {
  const auto &x = *a.mention->amount(), &y = *b.mention->amount();
  return a.mention->kind == b.mention->kind && x.unit == y.unit;
}

template <class T>
List<T> all(const std::vector<T>& parts) {
  List<T> list;
  list.reserve(parts.size());
  for (const auto& part : parts) list.push_back(&part);
  return list;
}

class Distributor {
 public:
  explicit Distributor(const SentenceView& view) : view_(view) {}

  std::vector<Share> run() {
    std::vector<Share> shares(view_.values.size());
    const auto lists = lists_of(view_, all(view_.values), true, are_alike);
    if (!lists.empty()) find_receivers();
    for (const auto& figures : lists) hand_out(figures, shares);
    return shares;
  }

 private:
  // The lists that figures may be handed out to.
  void find_receivers() {
    const auto& view = view_;
    List<Cue> nouns;
    for (const auto& cue : view.cues)
      if (cue.tag == view.tags.metric_noun && (nouns.empty() || nouns.back()->first != cue.first))
        nouns.push_back(&cue);
    metrics_ = lists_of(view, nouns, false, [](const Cue& a, const Cue& b) { return a.value != b.value; });
    List<Firm> firms;
    for (const auto& firm : view.firms)
      if (!firm.reference && !firm.source && !firm.index && !firm.media) firms.push_back(&firm);
    firms_ = lists_of(view, firms, false, [](const Firm& a, const Firm& b) { return a.entity != b.entity; });
    dates_ = lists_of(view, all(view.dates), true, [](const Placed& a, const Placed& b) {
      return a.mention->date()->granularity == b.mention->date()->granularity;
    });
  }

  template <class T>
  const List<T>* as_long(const std::vector<List<T>>& lists, const List<Placed>& figures) const {
    const List<T>* found = nullptr;
    for (const auto& list : lists) {
      if (list.size() != figures.size() || view_.segment(list[0]->first) != view_.segment(figures[0]->first))
        continue;
      if (found) return nullptr;  // two such lists: which one is meant is not told
      found = &list;
    }
    return found;
  }

  void hand_out(const List<Placed>& figures, std::vector<Share>& shares) const {
    const auto* metrics = as_long(metrics_, figures);
    const auto* firms = as_long(firms_, figures);
    const auto* dates = as_long(dates_, figures);
    const int as_long_as = (metrics != nullptr) + (firms != nullptr) + (dates != nullptr);
    const auto first = static_cast<std::size_t>(figures[0] - view_.values.data());
    if (as_long_as > 1 || (as_long_as == 0 && (has_metrics(figures) || has_strangers(figures))))
      for (std::size_t i = 0; i < figures.size(); ++i) shares[first + i].unclear = true;
    if (as_long_as != 1 || (metrics && !measures_fit(*metrics, *figures[0]))) return;
    for (std::size_t i = 0; i < figures.size(); ++i) {
      if (metrics) shares[first + i].metric = (*metrics)[i];
      if (firms) shares[first + i].firm = (*firms)[i];
      if (dates) shares[first + i].date = (*dates)[i];
    }
  }

  // "Zorbex and X reported profits of $5bn and $4bn": a name that is no known firm's among those that share.
  bool has_strangers(const List<Placed>& figures) const {
    if (view_.capital_nouns ||
        !view_.coordinator_between(figures[figures.size() - 2]->last, figures.back()->first))
      return false;
    return std::ranges::any_of(view_.firms, [&](const Firm& firm) {
      return !firm.reference && !firm.source && firm.last <= figures[0]->first &&
             view_.same_clause(firm.first, figures[0]->first) && view_.governor(firm.first) == kNoToken &&
             ((firm.first >= view_.sentence.first + 2 && view_.has(firm.first - 1, view_.tags.coordinator) &&
               is_stranger(firm.first - 2)) ||
              (view_.has(firm.last, view_.tags.coordinator) && is_stranger(firm.last + 1) &&
               !is_stranger(firm.last + 2)));  // "Fiat Finance and |Trade Ltd|"
    });
  }

  bool is_stranger(std::uint32_t i) const {
    const auto covers = [&](const auto& it) { return i >= it.first && i < it.last; };
    return i < view_.sentence.last && view_.text.tokens[i].is(TokenClass::word) &&
           (view_.text.tokens[i].shape & kCapital) && std::ranges::none_of(view_.firms, covers) &&
           std::ranges::none_of(view_.dates, covers) && std::ranges::none_of(view_.cues, covers);
  }

  // «Umsatz und Gewinn», of which the figures could be told.
  bool has_metrics(const List<Placed>& figures) const {
    return std::ranges::any_of(metrics_, [&](const List<Cue>& list) {
      return view_.segment(list[0]->first) == view_.segment(figures[0]->first) &&
             list.back()->last <= figures[0]->first && measures_fit(list, *figures[0]);
    });
  }

  static bool measures_fit(const List<Cue>& metrics, const Placed& figure) {
    const unsigned measure = measure_of(figure.mention->kind, *figure.mention->amount());
    return std::ranges::all_of(
        metrics, [&](const Cue* cue) { return (measures_of(key_of(*cue).metric) & measure) != 0; });
  }

  const SentenceView& view_;
  std::vector<List<Cue>> metrics_;
  std::vector<List<Firm>> firms_;
  std::vector<List<Placed>> dates_;
};

}  // namespace

std::vector<Share> distribute(const SentenceView& view) {
  if (view.values.size() < 2) return std::vector<Share>(view.values.size());
  return Distributor(view).run();
}

}  // namespace gegenprobe::extract

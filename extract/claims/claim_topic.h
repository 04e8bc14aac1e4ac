#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "extract/claim.h"
#include "extract/claims/claim_metric.h"
#include "extract/claims/sentence_view.h"

namespace gegenprobe::extract {

/// A company that a text speaks of. The words live as long as the mentions, the Rules and the Topics.
struct Topic {
  std::string_view name, entity, kind;
  bool known() const { return !name.empty(); }
};

/// How much a text speaks of a company.
struct Standing {
  std::uint32_t since = 0;  ///< sentences ago it was named
  bool in_head = false;     ///< named in the first sentences
  bool once = false;        ///< though the text has room for more
};

/// Whom a text is about: the company that most of it tells of, and the one it has come to. Sentences are
/// told to it in order.
class Topics {
 public:
  explicit Topics(const Found& found);

  /// What a sentence without a firm is about: the one told of just before, if the text has more to say of it
  /// than in passing, else the one the text is about. Unknown where there is none.
  const Topic& current(const SentenceView& view) const;
  /// Whose a figure is that no firm of its sentence has: behind «sie», "it", or where the
  /// text has left the current one behind, that of the one firm that the sentence before named, else the
  /// current one's.
  const Topic& owner(const SentenceView& view, const Placed& value) const;
  /// «das Unternehmen» is the firm the text was about just before, or of the kind the noun names.
  void name_references(SentenceView& view) const;
  Standing standing(std::string_view entity) const;
  /// Whether the text has called it a part of another: «die Sparte X».
  bool is_part(std::string_view entity) const;
  /// Takes note of the firms of the next sentence, its references named.
  void note_firms(const SentenceView& view);
  /// Whether a figure of a sentence that names no firm for it can be the current topic's: not where the
  /// clause has a subject of another kind (a country, an office, a person, "consumers"), and not where the
  /// text named the firm only once and long before.
  bool can_own(const SentenceView& view, const Placed& value, const MetricChoice& metric) const;

  /// What the next sentence's «es» and «das Unternehmen» stand for, after one without claims: the first firm
  /// that is not behind a preposition, else the first.
  void remember(const SentenceView& view);
  /// The same after one with claims.
  void remember(const Claim& claim, const SentenceView& view);

 private:
  static bool names_one(const SentenceView& view);
  static bool names_any(const SentenceView& view);
  bool begins_paragraph(const SentenceView& view) const;
  void note_place(const SentenceView& view);  ///< of the topic that was just taken
  std::string_view kept(const std::string& word) { return *kept_.insert(word).first; }
  const Topic* of_kind(const SentenceView& view, const Firm& reference, const Topic& current) const;
  bool is_about_to_come(const SentenceView& view) const;
  int mentions_of(std::string_view entity) const;
  bool means_person(const SentenceView& view, const Placed& value, const Topic& topic) const;
  bool means_stranger(const SentenceView& view, const Firm& reference) const;
  bool opens_with_stranger(const SentenceView& view) const;
  bool is_left_behind(const Topic& topic) const;  ///< named too long ago for how often it is named

  const bool is_short_;
  Topic main_, topic_, parent_;  // the last: of the daughter that was told of last
  bool governed_topic_ = false, lone_topic_ = false, opens_paragraph_ = false, has_business_ = false,
       main_in_head_ = true;
  std::uint32_t main_paragraph_ = ~0u;  // that named it last
  std::uint32_t topic_paragraph_ = 0, topic_sentence_ = 0, main_begin_ = 0;
  std::uint32_t sentences_ = 0;          // told so far
  std::uint32_t stranger_sentence_ = 0;  // that brought up a firm nobody knows; 0 for none
  Topic stranger_;                       // by the name that was read there, if any
  template <class T>
  using ByWord = std::unordered_map<std::string_view, T>;
  std::unordered_set<std::string> kept_;  // words of claims, which move
  // What the text has of an entity.
  struct Told {
    int mentions = 0;  // in all of it
    int business = 0;  // sentences so far that told of its business
    std::string_view kind;
    std::optional<std::uint32_t> first_named, last_named;  // sentence; so far
    bool part = false;                                     // named as one: «die Sparte X»
    bool told_of = false;                                  // named without a preposition, or with a claim
  };
  const Told& told(std::string_view entity) const;
  ByWord<Told> told_;  // by entity
  ByWord<Topic> last_of_kind_;
};

}  // namespace gegenprobe::extract

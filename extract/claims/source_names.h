#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/claims/attribution.h"
#include "extract/claims/sentence_view.h"

namespace gegenprobe::extract {

/// The names in a sentence that may be a source: persons, firms and papers, offices. `cue` is the token of
/// the word that says so.
class SourceNames {
 public:
  static constexpr std::uint32_t kReachOfVerb = 6;  ///< tokens: "said its finance chief, Erika Muster"

  /// `persons`: full names told before, for bare surnames.
  SourceNames(const SentenceView& view, const KnownPersons& persons)
      : view_(view), tags_(view.tags), persons_(persons) {}

  std::vector<Attribution> persons() const;
  std::optional<Attribution> person_in(std::uint32_t begin, std::uint32_t end, std::uint32_t cue) const;
  std::optional<Attribution> named_in(std::uint32_t begin, std::uint32_t end, std::uint32_t cue) const;
  std::optional<Attribution> named_from(std::uint32_t i, std::uint32_t cue) const;
  std::optional<Attribution> named_up_to(std::uint32_t end, std::uint32_t cue) const;
  std::optional<Attribution> last_named_before(std::uint32_t end, std::uint32_t reach) const;
  std::optional<Attribution> two_capitals_behind(const Cue& verb) const;
  /// The words [begin, end) as a name where all could be of one: «sagte |Brandner| dem „Kurier“».
  std::optional<Attribution> surname_in(std::uint32_t begin, std::uint32_t end, std::uint32_t cue) const;
  std::optional<Attribution> from(const Firm& firm, std::uint32_t cue) const;
  bool is_governed(const Firm& firm) const;
  bool capital(std::uint32_t i) const;
  bool in_firm(std::uint32_t i) const;
  bool in_date(std::uint32_t i) const;
  std::string_view printed(std::uint32_t i) const;  ///< empty outside the sentence
  /// «der Handelsverband |NXV|»: letters right behind a noun.
  std::optional<Attribution> acronym_in(std::uint32_t begin, std::uint32_t end, std::uint32_t cue) const;

 private:
  bool is_beside_subject(const Firm& firm) const;
  bool is_owner(const Firm& firm) const;
  std::optional<Attribution> authority_in(std::uint32_t begin, std::uint32_t end, std::uint32_t cue) const;
  std::optional<Attribution> in_quotation_marks(std::uint32_t i, std::uint32_t cue) const;
  std::optional<Attribution> from_title(const Firm& firm, std::uint32_t cue) const;
  Attribution person_at(std::uint32_t first, std::uint32_t last, std::uint32_t cue) const;
  std::uint32_t end_of_phrase(std::uint32_t begin, std::uint32_t end) const;
  bool names_metric(std::uint32_t i) const;
  bool is_listed(std::uint32_t i, Tag list) const;  ///< among first names or roles
  bool has_title_behind(std::uint32_t i) const;
  bool is_known_surname(std::uint32_t i) const;
  bool initial(std::uint32_t i) const;

  const SentenceView& view_;
  const ClaimTags& tags_;
  const KnownPersons& persons_;
};

bool is_quotation_mark(const SentenceView& view, std::uint32_t i);

}  // namespace gegenprobe::extract

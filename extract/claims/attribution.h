#pragma once
#include <optional>
#include <string>
#include <vector>

#include "extract/claims/known_persons.h"
#include "extract/claims/sentence_view.h"

namespace gegenprobe::extract {

/// Who a sentence relies on: a company, agency or paper, or a person by name.
struct Attribution {
  std::string name;
  Span span;                          ///< of the name
  std::string role;                   ///< "analyst", where it stands before the name
  std::uint32_t first = 0, last = 0;  ///< tokens of the name; equal for one taken over from before
  std::uint32_t cue = 0;              ///< token of the word that says so («laut», "said")
  bool expects = false;               ///< the word is of expecting: only what is expected is the source's
  bool by_title = false;              ///< «der Siemens-Manager»: a person told of before
  bool own_result = false;            ///< "reported a loss": of its own figures no source
  bool subject = false;  ///< «nach eigenen Angaben», "it said": whoever the figure is about; `name` is empty
};

/// Whether what the source of a sentence says holds for a figure of it: not for one that only stands between
/// name and verb ("EMI, which sold 5m albums, said …"), nor outside the clause that tells of the saying
/// ("shares fell 3% after EMI said …").
bool speaks_of(const SentenceView& view, const Attribution& source, const Placed& value);

/// Who speaks in a document, sentence by sentence in order.
class Speakers {
 public:
  /// The named source of a sentence («laut Reuters», "said Gil Luria"); a pronoun or a surname stands for the
  /// person named before. Nothing where there is none. Firms that are phrases («das Unternehmen») must have
  /// been given their names before. `index` is the sentence's.
  std::optional<Attribution> find(const SentenceView& view, std::uint32_t index);
  /// Whether a sentence that names no source goes on with what was said before it: indirect speech,
  /// «demnach», a quotation without its speaker.
  static bool goes_on(const SentenceView& view);
  /// «dem Bericht zufolge»: names what was named before, however long ago.
  static bool refers_back(const SentenceView& view);
  /// Who spoke last, for a sentence that goes on; nothing where that is too long ago.
  std::optional<Attribution> last(const SentenceView& view, std::uint32_t index);
  /// The sentence behind the one that has him; 0 where there is none.
  std::uint32_t spoken_until() const { return spoken_until_; }
  /// Takes note of the persons a sentence names, so that «er» and a bare surname can be understood later.
  void remember_persons(const SentenceView& view);

 private:
  std::optional<Attribution> in_full(std::optional<Attribution> source) const;
  KnownPersons persons_;
  std::optional<Attribution> last_;
  std::uint32_t last_paragraph_ = 0, spoken_until_ = 0;
};

}  // namespace gegenprobe::extract

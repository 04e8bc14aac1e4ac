#pragma once
#include <optional>
#include <string>
#include <vector>

#include "extract/sentence_view.h"

namespace gegenprobe::extract {

/// Who a sentence relies on: a company, agency or paper, or a person by name.
struct Attribution {
  std::string name;
  Span span;                          ///< of the name
  std::string role;                   ///< "analyst", where it stands before the name
  std::uint32_t first = 0, last = 0;  ///< tokens of the name; equal for one taken over from before
  std::uint32_t cue = 0;              ///< token of the word that says so («laut», "said")
  bool expects = false;               ///< the word is of expecting: only what is expected is the source's
  bool own_result = false;            ///< "reported a loss": of its own figures no source
  bool subject = false;  ///< «nach eigenen Angaben»: whoever the figure is about; `name` is empty
};

/// Who speaks in a document, sentence by sentence in order.
class Speakers {
 public:
  /// The named source of a sentence («laut Reuters», "said Gil Luria"); a pronoun or a surname stands for the
  /// person named before; indirect speech goes on with the last speaker. Nothing where there is none. Firms
  /// that are phrases («das Unternehmen») must have been given their names before.
  std::optional<Attribution> find(const SentenceView& view);
  /// Takes note of the persons a sentence names, so that «er» and a bare surname can be understood later.
  void remember_persons(const SentenceView& view);

 private:
  std::optional<Attribution> in_full(std::optional<Attribution> source) const;
  std::vector<std::string> persons_;  // full names, in the order they came up
  std::optional<Attribution> last_;
  std::uint32_t last_paragraph_ = 0;
};

}  // namespace gegenprobe::extract

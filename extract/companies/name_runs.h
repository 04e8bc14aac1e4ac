#pragma once
#include "extract/companies/company_words.h"

namespace gegenprobe::extract {

/// Runs of capitalised words that can be a name: where it begins before a given place, or ends after one.
/// All positions are token numbers; ranges are half-open.
class NameRuns {
 public:
  /// Whether a legal form or the like closes the name, or only the context speaks for one: then it holds no
  /// common nouns and no genitive.
  enum class By : std::uint8_t { form, context };
  NameRuns(const Text& text, const Sentence& sentence, const CompanyWords& words)
      : text_(text), sentence_(sentence), words_(words) {}

  /// The start of the longest run that ends at `end`; `end` itself where none does. A noun for a kind of firm
  /// stops it («Autobauer Brandner AG»), unless it stands last («Brandner Bank»).
  std::uint32_t begin_before(std::uint32_t end, By by) const;
  /// The end of the run that begins at `begin`, at most four words; `begin` where there is none. In a
  /// compound («Brandner-Aktie») the run ends at the hyphen.
  std::uint32_t end_after(std::uint32_t begin) const;
  /// A capitalised word of no list that names cannot be made of.
  bool is_name_word(std::uint32_t i, By by = By::context) const;
  bool is_capitalised(std::uint32_t i) const;
  bool is_mark(std::uint32_t i, std::string_view mark) const;
  bool is_apostrophe(std::uint32_t i) const;

 private:
  bool in_sentence(std::uint32_t i) const { return i >= sentence_.first && i < sentence_.last; }
  bool glued(std::uint32_t i) const { return in_sentence(i) && (text_.tokens[i].shape & kGlued); }
  std::uint32_t joined_before(std::uint32_t i, By by) const;
  bool is_demonym(std::uint32_t i) const;
  std::uint32_t joined_after(std::uint32_t i) const;
  std::uint32_t compound_end(std::uint32_t hyphen) const;

  const Text& text_;
  const Sentence& sentence_;
  const CompanyWords& words_;
};

}  // namespace gegenprobe::extract

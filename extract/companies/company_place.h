#pragma once
#include "extract/companies/company_finds.h"
#include "extract/companies/company_words.h"
#include "extract/companies/name_runs.h"

namespace gegenprobe::extract {

/// A sentence as the finders of companies see it, and what is noted so far. Positions are token numbers.
class CompanyPlace {
 protected:
  CompanyPlace(const Text& text, CompanyFinds& finds)
      : text_(text),
        found_(finds.found),
        marks_(finds.marks),
        others_(finds.others),
        persons_(finds.persons),
        other_names_(finds.other_names) {}

  void enter(const Sentence& sentence) {
    sentence_ = &sentence;
    w_ = &sentence.rules->tags<CompanyWords>();
  }
  NameRuns runs() const { return {text_, *sentence_, *w_}; }
  const Token& token(std::uint32_t i) const { return text_.tokens[i]; }
  bool inside(std::uint32_t i) const { return i >= sentence_->first && i < sentence_->last; }
  bool is(std::uint32_t i, CompanyWords::List list) const { return inside(i) && w_->is(token(i), list); }
  bool glued(std::uint32_t i) const { return inside(i) && (token(i).shape & kGlued); }
  bool mark_is(std::uint32_t i, std::string_view mark) const { return inside(i) && text_.is(token(i), mark); }
  bool capital(std::uint32_t i) const { return inside(i) && (token(i).shape & (kCapital | kMixedCase)); }
  bool is_word_or_number(std::uint32_t i) const {
    return token(i).is(TokenClass::word) || token(i).is(TokenClass::number);
  }
  bool is_quote(std::uint32_t i) const;
  /// Past the mark of a genitive that begins at a token: "X|'s| (XY)".
  std::uint32_t behind_genitive(std::uint32_t i) const {
    if (!glued(i) || !runs().is_apostrophe(i)) return i;
    return i + 1 + (glued(i + 1) && mark_is(i + 1, "s"));
  }
  /// The surname of a person whom the text names.
  bool is_person(std::uint32_t i) const;
  /// Whether one of `names`, which ascend, has a token of [first, last).
  static bool overlaps(const std::vector<FoundCompany>& names, std::uint32_t first, std::uint32_t last);
  bool overlaps_found(std::uint32_t first, std::uint32_t last) const { return overlaps(found_, first, last); }
  /// «BMW X1», «Airbus A380», «Porsche 911»: what stands behind a name makes it a product's.
  bool is_product(std::uint32_t after) const;
  /// "Q3 revenue", "H1 profit", «GJ 2024»: a time, no name. Not «H145».
  bool is_period_label(std::uint32_t i) const;
  /// A number, a unit that firms are measured in, and a word for what is measured.
  bool tells_figure() const {
    const auto told = what_is_told();
    return told.number && told.metric && told.unit;
  }
  /// A sum that no private person has: «5 Millionen Euro».
  bool tells_large_sum() const {
    const auto told = what_is_told();
    return told.scale && told.unit;
  }
  /// "Block lost | 4.1 per cent": how far its share moves, be it all the sentence tells.
  bool is_percent_at(std::uint32_t i) const;
  /// "33% of Brandner"
  bool tells_share() const {
    const auto told = what_is_told();
    return told.number && told.percent;
  }
  /// «19,0 PPG»: what a fraction is counted in.
  bool is_unit(std::uint32_t first, std::uint32_t after) const;
  bool opens_clause(std::uint32_t i) const {
    if (i == sentence_->first) return true;
    const Token& before = token(i - 1);
    return before.is(TokenClass::punctuation) && !mark_is(i - 1, "-");
  }
  bool is_in_no_list(std::uint32_t i) const {
    return inside(i) && token(i).word == 0 && token(i).suffix == 0 && token(i).prefix == 0;
  }
  /// «die größte Bank Deutschlands».
  bool is_declined_place(std::uint32_t i) const;
  /// Whether at least half of the letters begin words of the name, in order.
  bool abbreviates(std::string_view acronym, std::uint32_t first, std::uint32_t last) const;

  const Text& text_;
  std::vector<FoundCompany>& found_;
  std::vector<CompanyMark>& marks_;
  std::vector<Span>& others_;
  std::unordered_set<std::string_view>& persons_;
  std::unordered_set<std::string>& other_names_;
  const Sentence* sentence_ = nullptr;
  const CompanyWords* w_ = nullptr;

 private:
  struct Told {
    bool number = false, scale = false, metric = false, unit = false, percent = false;
  };
  Told what_is_told() const;
  bool is_model_number(std::uint32_t i) const;
};

}  // namespace gegenprobe::extract

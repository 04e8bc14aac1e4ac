#pragma once
#include <vector>

#include "extract/companies/gazetteer.h"
#include "extract/text/text.h"

namespace gegenprobe::extract {

/// «das Unternehmen», «der Stuttgarter Autobauer», "the company", «es»: a phrase that stands for a company.
struct CompanyReference {
  Span span;
  std::uint32_t sentence;  ///< index in Text::sentences
  bool pronoun;            ///< es, sie, it, they: weaker than a noun
  std::string_view kind;   ///< "bank" for «die Bank», "airline" for «die Fluglinie»; "" for «das Unternehmen»
  const Company* known = nullptr;  ///< whose product or daughter is named: "the iPhone maker"
};
/// Ascending. Knows no names: where one overlaps a name («die Wiener Zeitung»), the name is right.
std::vector<CompanyReference> find_company_references(const Text& text, const Gazetteer* gazetteer = nullptr);

}  // namespace gegenprobe::extract

#include "extract/mention.h"

#include "extract/text/words.h"

namespace gegenprobe::extract {
namespace {

constexpr Words<MentionKind, 6> kKinds{"money", "percent", "quantity", "date", "company", "speaker"};
constexpr Words<Qualifier, 9> kQualifiers{"exact",     "about",     "almost",  "up_to",    "at_least",
                                          "more_than", "less_than", "between", "magnitude"};
constexpr Words<CurrencyBasis, 4> kBases{"", "stated", "inherited", "assumed"};
constexpr Words<Granularity, 8> kGranularities{"day",  "week", "month",  "quarter",
                                               "half", "year", "decade", "span"};
constexpr Words<NameBasis, 6> kNameBases{"gazetteer",          "legal_form", "context",
                                         "earlier_in_article", "pronoun",    "known"};

}  // namespace

std::string_view word(MentionKind kind) { return kKinds.of(kind); }
std::string_view word(Qualifier qualifier) { return kQualifiers.of(qualifier); }
std::string_view word(CurrencyBasis basis) { return kBases.of(basis); }
std::string_view word(Granularity granularity) { return kGranularities.of(granularity); }
std::string_view word(NameBasis basis) { return kNameBases.of(basis); }

std::optional<MentionKind> mention_kind(std::string_view word) { return kKinds.find(word); }
std::optional<Qualifier> qualifier(std::string_view word) { return kQualifiers.find(word); }
std::optional<CurrencyBasis> currency_basis(std::string_view word) { return kBases.find(word); }

}  // namespace gegenprobe::extract

#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "extract/values/decimal.h"
#include "ingest/day.h"
#include "ingest/span.h"

namespace gegenprobe::extract {

struct Company;  // an entry of the gazetteer, see gazetteer.h

enum class MentionKind : std::uint8_t { money, percent, quantity, date, company, speaker };
enum class Qualifier : std::uint8_t {
  exact,
  about,
  almost,
  up_to,
  at_least,
  more_than,
  less_than,
  between,
  magnitude
};
enum class CurrencyBasis : std::uint8_t { none, stated, inherited, assumed };
enum class Granularity : std::uint8_t { day, week, month, quarter, half, year, decade, span };
/// How a name was recognised; the surest first.
enum class NameBasis : std::uint8_t { gazetteer, legal_form, context, earlier_in_article, pronoun, known };

/// Money, a percentage or a quantity. Bounds follow the qualifier: `up_to` and `less_than` have no min,
/// `at_least` and `more_than` no max, `exact`, `about` and `almost` have min == max.
/// Neither bound: the words were seen to state an amount and not understood (unresolved).
struct Amount {
  std::optional<Decimal> min, max;
  std::string unit;  ///< ISO 4217, "%", "pp", "job", "gigawatt" …; empty where none is stated
  CurrencyBasis basis = CurrencyBasis::none;
  Qualifier qualifier = Qualifier::exact;
  bool resolved() const { return min || max; }
  Decimal least() const { return min ? *min : *max; }  ///< the bound that is known; \pre resolved()
  Decimal most() const { return max ? *max : *min; }   ///< \pre resolved()
};

/// A calendar expression. Null bounds where it cannot be resolved.
struct DateValue {
  std::optional<Day> from, to;  ///< `to` exclusive
  Granularity granularity = Granularity::day;
  bool relative = false;  ///< needs the day of publication
  bool fiscal = false;    ///< a company's own year
};

struct CompanyValue {
  std::string name;                ///< canonical: "Siemens" for «Siemens AG»
  std::string entity;              ///< stable key; the gazetteer's, else made from the name
  const Company* known = nullptr;  ///< the gazetteer's entry; lives as long as the Rules
  NameBasis basis = NameBasis::gazetteer;
};

struct SpeakerValue {
  std::string name, role, organisation;  ///< the latter two empty where unknown
};

struct Mention {
  MentionKind kind;
  Span span;              ///< bytes; in normalised text inside extract/, in Document::text once given out
  std::string_view rule;  ///< "de.money.amount-scale-currency"; lives as long as the Rules
  std::variant<Amount, DateValue, CompanyValue, SpeakerValue> value;

  const Amount* amount() const { return std::get_if<Amount>(&value); }
  const DateValue* date() const { return std::get_if<DateValue>(&value); }
  const CompanyValue* company() const { return std::get_if<CompanyValue>(&value); }
  const SpeakerValue* speaker() const { return std::get_if<SpeakerValue>(&value); }
};

/// The words of the claim model for each value, as they stand in JSON and in the database.
std::string_view word(MentionKind kind);
std::string_view word(Qualifier qualifier);
std::string_view word(CurrencyBasis basis);  ///< "" for none
std::string_view word(Granularity granularity);
std::string_view word(NameBasis basis);
/// And back; nothing where the word is none of them.
std::optional<MentionKind> mention_kind(std::string_view word);
std::optional<Qualifier> qualifier(std::string_view word);
std::optional<CurrencyBasis> currency_basis(std::string_view word);  ///< "" is none

}  // namespace gegenprobe::extract

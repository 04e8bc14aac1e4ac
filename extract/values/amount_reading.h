#pragma once
#include "extract/matching/rule_set.h"
#include "extract/values/value_place.h"
#include "extract/values/values.h"

namespace gegenprobe::extract {

/// What a rule for figures finds, by its name: "de.money.amount" finds money.
MentionKind kind_of(const Rule& rule);

/// Makes a value of the groups of a rule's match; its attribute `op` says how. Nothing where the words turn
/// out to be none («dem 1. Januar», "a dollar"). Tokens of the value are still to be filled in.
class AmountReader {
 public:
  AmountReader(const ValuePlace& place, const ValueContext& context) : place_(place), context_(context) {}
  std::optional<FoundValue> read(const RuleMatch& match) const;

 private:
  bool is_refused(const RuleMatch& match) const;
  bool is_of_unknown_country(const RuleMatch& match) const;
  bool are_adjectives(Span words) const;
  bool is_cut(const RuleMatch& match) const;
  bool is_move(const RuleMatch& match) const;
  bool moves_before(std::uint32_t from) const;
  bool follows_level(std::uint32_t from) const;
  bool is_far_apart(const RuleMatch& match) const;
  bool is_name(std::string_view word) const;
  bool is_one_word(const RuleMatch& match) const;
  bool is_of_a_compound(const RuleMatch& match) const;
  bool is_code_in_capitals(const Lexicon::Surface& word) const;
  bool is_no_currency(const Lexicon::Surface& word) const;
  bool is_small_count(const RuleMatch& match, const Amount& amount) const;
  bool ends_clause(const RuleMatch& match) const;
  std::uint32_t token_at(std::uint32_t begin) const;

  bool read_bounds(const RuleMatch& match, std::string_view op, int& power, Amount& amount) const;
  bool read_amount(const RuleMatch& match, int power, Amount& amount) const;
  bool leaves_out_power(const RuleMatch& match) const;
  bool read_range(const RuleMatch& match, int& power, Amount& amount) const;
  bool read_with_cents(const RuleMatch& match, Amount& amount) const;
  bool read_magnitude(const RuleMatch& match, int power, Amount& amount) const;
  void read_digit_count(const RuleMatch& match, Amount& amount) const;

  std::optional<Decimal> number(const RuleMatch& match, GroupName group) const;
  int scale_power(const RuleMatch& match, GroupName group, std::optional<GroupName> glued) const;
  int read_unit(const RuleMatch& match, Amount& amount) const;
  int read_currency(std::string_view printed, Amount& amount) const;
  void set_currency(std::string_view printed, std::string_view code, Amount& amount) const;
  std::string_view named_in_full(std::string_view noun) const;

  const ValuePlace& place_;
  const ValueContext& context_;
};

}  // namespace gegenprobe::extract

#pragma once
#include "extract/companies/company_place.h"

namespace gegenprobe::extract {

/// Names of no list that show by what is paid for them: "agreed to buy Brandner for $5bn". Asked of the
/// sentence that was entered, at tokens behind the firms found in it so far.
class BoughtCompany : protected CompanyPlace {
 protected:
  using CompanyPlace::CompanyPlace;

  /// "Brandner agreed to buy | Lumenara for $5bn": what a firm pays a sum for, right behind it.
  bool is_bought(std::uint32_t verb, std::uint32_t name) const;
  /// "Brandner will pay $5bn for | Lumenara.": at the end of what is told.
  bool is_price_of(std::uint32_t preposition, std::uint32_t name) const;
  /// "buying smaller rival | Brandner for $5bn"; the token itself where no name comes.
  std::uint32_t behind_adjectives(std::uint32_t i) const;
  bool has_firm_before(std::uint32_t i) const;

 private:
  bool is_paid(std::uint32_t i) const;
  /// Past what two commas set off.
  std::uint32_t behind_commas(std::uint32_t i) const;
};

}  // namespace gegenprobe::extract

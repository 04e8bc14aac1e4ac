#include "extract/companies/company_place.h"

#include <algorithm>

namespace gegenprobe::extract {

bool CompanyPlace::is_quote(std::uint32_t i) const {
  if (!inside(i) || !token(i).is(TokenClass::punctuation)) return false;
  for (const std::string_view quote : {"\"", "„", "“", "”", "»", "«", "›", "‹", "‚", "‘", "’", "'"})
    if (mark_is(i, quote)) return true;
  return false;
}

bool CompanyPlace::is_person(std::uint32_t i) const { return persons_.contains(text_.of(token(i))); }

bool CompanyPlace::overlaps(const std::vector<FoundCompany>& names, std::uint32_t first, std::uint32_t last) {
  const auto after = std::ranges::upper_bound(names, first, {}, &FoundCompany::last);
  return after != names.end() && after->first < last;
}

bool CompanyPlace::is_period_label(std::uint32_t i) const {
  if (!inside(i) || !glued(i + 1) || !token(i + 1).is(TokenClass::number)) return false;
  const auto digits = text_.of(token(i + 1));
  const auto kind = w_->key(token(i), CompanyWords::product_word);
  if (kind == "business_year") return digits.size() == 2 || digits.size() == 4;
  const char last = kind == "quarter" ? '4' : kind == "half" ? '2' : '0';
  return digits.size() == 1 && digits[0] >= '1' && digits[0] <= last;
}

// «BMW X1», «Airbus A380»: letters and digits in one word after the name.

bool CompanyPlace::is_product(std::uint32_t after) const {
  if (!inside(after)) return false;
  // "DSM-5", «Chang'e-4»
  if (glued(after))
    return mark_is(after, "-") && glued(after + 1) && token(after + 1).is(TokenClass::number) &&
           !glued(after + 2);
  if (is_period_label(after)) return false;
  if (capital(after) && w_->key(token(after), CompanyWords::product_word) == "word")
    return true;  // not "help X pay"
  if (token(after).is(TokenClass::number)) return is_model_number(after);
  if (!token(after).is(TokenClass::word) || !(token(after).shape & kCapital)) return false;
  if (glued(after + 1) && token(after + 1).is(TokenClass::number)) return true;
  // «Boeing E-3», «Yamaha XJ 900»
  const auto number = after + 1 + (mark_is(after + 1, "-") && glued(after + 1));
  return token(after).size <= 3 && !is(after, CompanyWords::legal_form) && inside(number) &&
         token(number).is(TokenClass::number);
}

// «Porsche 911», not «Siemens 15 Prozent», «Siemens 2024», «Siemens 1,5».
bool CompanyPlace::is_model_number(std::uint32_t i) const {
  const auto digits = text_.of(token(i));
  // "Nintendo 3DS"
  if (glued(i + 1) && token(i + 1).size > 1 && (token(i + 1).shape & kAllCaps)) return true;
  const bool year = digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
  if (year || digits.size() < 2 || digits.size() > 5) return false;
  if (!inside(i + 1)) return true;
  const auto& next = token(i + 1);
  if (next.is(TokenClass::symbol) || (glued(i + 1) && glued(i + 2))) return false;
  using enum CompanyWords::List;
  const bool unit = w_->is_any(next, CompanyWords::set(scale, percent, currency, no_name));
  return !next.is(TokenClass::word) || (!unit && !(next.shape & kCapital));
}

bool CompanyPlace::is_unit(std::uint32_t first, std::uint32_t after) const {
  const auto is_number = [&](std::uint32_t i) { return token(i).is(TokenClass::number); };
  return first >= sentence_->first + 3 && after == first + 1 && (token(first).shape & kAllCaps) &&
         is_number(first - 1) && token(first - 1).size <= 2 && glued(first - 1) && glued(first - 2) &&
         (mark_is(first - 2, ",") || mark_is(first - 2, ".")) && is_number(first - 3);
}

CompanyPlace::Told CompanyPlace::what_is_told() const {
  Told told;
  for (auto i = sentence_->first; i < sentence_->last; ++i) {
    const bool scale = w_->is_scale(token(i));
    told.scale |= scale;
    told.number |= scale || token(i).is(TokenClass::number);
    told.metric |= w_->measures(token(i));
    told.unit |= w_->is_unit(token(i));
    told.percent |= is(i, CompanyWords::percent);
  }
  return told;
}

bool CompanyPlace::is_percent_at(std::uint32_t i) const {
  if (!inside(i) || !token(i).is(TokenClass::number)) return false;
  ++i;
  if (inside(i + 1) && glued(i) && glued(i + 1) && token(i + 1).is(TokenClass::number)) i += 2;
  return inside(i) && w_->longest(text_, i, sentence_->last, CompanyWords::percent);
}

bool CompanyPlace::is_declined_place(std::uint32_t i) const {
  if (!w_->declined || !capital(i) || !text_.of(token(i)).ends_with('s') || token(i).size < 4) return false;
  Token stem = token(i);
  --stem.size;
  return (w_->lists_of(text_.folded, stem) & CompanyWords::set(CompanyWords::place)) != 0;
}

// Whether at least half of the letters begin words of the name, in order.
bool CompanyPlace::abbreviates(std::string_view acronym, std::uint32_t first, std::uint32_t last) const {
  std::size_t letter = 0;
  for (auto i = first; i < last && letter < acronym.size(); ++i)
    letter += text_.of(token(i)).front() == acronym[letter];
  return letter * 2 >= acronym.size();
}

}  // namespace gegenprobe::extract

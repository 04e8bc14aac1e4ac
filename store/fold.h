#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace gegenprobe::store {

/// Text as it is compared: case folded, compatibility forms and diacritics dropped, ß as ss. «Börse» and
/// "BORSE" fold to "borse". Cheap for ASCII. \pre valid UTF-8
std::string fold(std::string_view text);

/// A company's name as it is compared: folded words without legal form. «Leonhart AG» and "LEONHART"
/// give "leonhart"; «Siemens Energy AG» gives "siemens energy". A name that is nothing but a legal form
/// keeps it. The forms are data: legal_forms.txt.
std::string name_key(std::string_view company);

/// Whether two names are spelled alike: by their keys, or «Rübenau» as "Ruebenau".
bool same_name(std::string_view a, std::string_view b);

/// The ways a word may be spelled in the index when it is typed like this: "Mueller" is also "muller",
/// «Müller» also "mueller", "Strasse" also «straße». Folded; the first is fold(word); never more than 16.
std::vector<std::string> spelling_variants(std::string_view word);

}  // namespace gegenprobe::store

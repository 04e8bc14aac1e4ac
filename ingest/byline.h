#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "ingest/element_name.h"
#include "ingest/html_tree.h"

namespace gegenprobe::ingest {

/// Who wrote an article, persons and agencies, as the page names them. `described` is what JSON-LD says,
/// `stated` what <meta> says, the surest first. An author that is but the outlet gives way to a person.
std::vector<std::string> find_authors(const HtmlTree& tree, ElementNames& element_names,
                                      const std::vector<std::string>& described,
                                      const std::vector<std::string>& stated, std::string_view outlet,
                                      std::uint32_t headline);

/// The names of a byline in German or English: «Von Hanna Petersen und Jan Olsen, Kiel» is three of them.
std::vector<std::string> names_in_byline(std::string_view byline);

}  // namespace gegenprobe::ingest

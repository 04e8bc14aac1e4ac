#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "ingest/document.h"

namespace gegenprobe::ingest {

/// Where a text may credit an agency. What stands anywhere else is said about it and is no credit.
enum class CreditPlace {
  author,  ///< the byline: "dpa", "Jane Doe, Associated Press"
  begin,   ///< one of the first paragraphs: "BERLIN (dpa) - …", "LEEDS, Oct 3 (Reuters) - …"
  end  ///< one of the last: "mku/dpa", "… bis Jahresende. (APA/dpa)", "(Reporting by …; Editing by …)"
};

/// The agencies that one place credits, by the names of data/agencies.toml, sorted.
std::vector<std::string> credited_agencies(CreditPlace place, std::string_view text);

/// The agencies and press services that an article credits in any of these places; none for an article that
/// is the paper's own, and for one whose credit was cut off. A few microseconds.
std::vector<std::string> credited_agencies(const Document& document);

}  // namespace gegenprobe::ingest

#pragma once
#include <iosfwd>
#include <string>
#include <vector>

namespace gegenprobe::test {

/// A text of a sentence or a few, and what is to be found in it.
struct ClaimCase {
  std::string name, file;
  std::string published;  ///< ISO day; empty where nobody knows it
  std::string text;
  std::string claims;  ///< as `claims_told` tells them, a line a claim; empty where nothing is claimed
};

/// What GoogleTest calls a case.
void PrintTo(const ClaimCase& printed, std::ostream* out);

/// The cases of all files below `folder`, in the order of paths and lines:
///     NameOfTheCase 2025-11-13
///     The text in one line, \n for a line break in it.
///     = Siemens revenue level 5500000000 EUR asserted
/// Blank lines part cases, a day may be left out, lines that begin with # are remarks.
/// Throws std::runtime_error where a file cannot be read or a case has no name or no text.
std::vector<ClaimCase> read_claim_cases(const std::string& folder);

}  // namespace gegenprobe::test

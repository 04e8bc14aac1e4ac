#pragma once
#include <string>

namespace gegenprobe::test {

/// What the whole stage finds in a text published on a day (ISO), a line a claim, in the order of the text:
/// "Siemens revenue level 5500000000 EUR 2024-01-01..2025-01-01 asserted [@part] [with Nvidia] [by Reuters]".
std::string claims_told(const char* text, const char* published);

}  // namespace gegenprobe::test

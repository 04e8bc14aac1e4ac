#pragma once
#include <string>

namespace gegenprobe::app {

std::string program_version();  ///< "0.1.0"
/// "gegenprobe 0.1.0 (rules r1a2b3c4d)"
std::string version_line();

}  // namespace gegenprobe::app

#include "app/version.h"

#include "extract/extract.h"

namespace gegenprobe::app {

std::string program_version() { return GEGENPROBE_VERSION; }

std::string version_line() {
  const auto rules = extract::builtin_rules();
  return "gegenprobe " + program_version() + " (rules " +
         (rules ? extract::version_of(**rules) : "unreadable") + ")";
}

}  // namespace gegenprobe::app

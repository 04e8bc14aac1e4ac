#include "app/version.h"

#include "extract/extract.h"

namespace gegenprobe::app {

std::string version_line() {
  const auto rules = extract::builtin_rules();
  return "gegenprobe " GEGENPROBE_VERSION " (rules " + (rules ? extract::version_of(**rules) : "unreadable") +
         ")";
}

}  // namespace gegenprobe::app

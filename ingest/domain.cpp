// libpsl's only user.
#include "ingest/domain.h"

#include <libpsl.h>

#include "ingest/url.h"

namespace gegenprobe::ingest {
namespace {

/// The newest list of the system, else the one that libpsl was built with.
const psl_ctx_t* list() {
  static const psl_ctx_t* const list = psl_latest(nullptr);
  return list;
}

bool is_address(std::string_view host) {
  return host.find_first_not_of("0123456789.") == host.npos || host.find(':') != host.npos;
}

}  // namespace

std::string domain_of(std::string_view url) {
  auto host = host_of(url);
  if (is_address(host)) return host;
  const char* const domain = psl_registrable_domain(list(), host.c_str());
  return domain ? domain : host;
}

}  // namespace gegenprobe::ingest

#pragma once
#include <sys/socket.h>

namespace gegenprobe::ingest {

/// Whether an address belongs to this machine, to a local network or to nobody: the special-purpose blocks
/// of IANA that are not globally reachable, multicast, and the forms of IPv6 that carry such an IPv4 address.
/// Everything that is neither IPv4 nor IPv6 does.
bool is_private(const sockaddr& address);

}  // namespace gegenprobe::ingest

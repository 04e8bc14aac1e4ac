#include "ingest/private_address.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace gegenprobe::ingest {
namespace {

struct Block {
  std::uint32_t first;
  int bits;
};

constexpr std::uint32_t address(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
  return a << 24 | b << 16 | c << 8 | d;
}

/// The IPv4 blocks of the IANA special-purpose registry that are not globally reachable, and multicast.
constexpr std::array kPrivate4 = {
    Block{address(0, 0, 0, 0), 8},      Block{address(10, 0, 0, 0), 8},
    Block{address(100, 64, 0, 0), 10},  Block{address(127, 0, 0, 0), 8},
    Block{address(169, 254, 0, 0), 16}, Block{address(172, 16, 0, 0), 12},
    Block{address(192, 0, 0, 0), 24},   Block{address(192, 0, 2, 0), 24},
    Block{address(192, 88, 99, 0), 24}, Block{address(192, 168, 0, 0), 16},
    Block{address(198, 18, 0, 0), 15},  Block{address(198, 51, 100, 0), 24},
    Block{address(203, 0, 113, 0), 24}, Block{address(224, 0, 0, 0), 3},
};

bool is_private(std::uint32_t ipv4) {
  return std::ranges::any_of(kPrivate4,
                             [&](Block block) { return (ipv4 ^ block.first) >> (32 - block.bits) == 0; });
}

std::uint32_t ipv4_at(const unsigned char* bytes) { return address(bytes[0], bytes[1], bytes[2], bytes[3]); }

/// Only 2000::/3 is given out; within it, the forms that carry an IPv4 address or belong to no one.
bool is_private(const in6_addr& ipv6) {
  const auto* bytes = ipv6.s6_addr;
  const auto begins = [&](std::initializer_list<unsigned char> prefix) {
    return std::ranges::equal(prefix, std::basic_string_view<unsigned char>(bytes, prefix.size()));
  };
  if (IN6_IS_ADDR_V4MAPPED(&ipv6)) return is_private(ipv4_at(bytes + 12));
  if (begins({0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0}))
    return is_private(ipv4_at(bytes + 12));  // NAT64
  if ((bytes[0] & 0xE0) != 0x20) return true;
  if (begins({0x20, 0x02})) return is_private(ipv4_at(bytes + 2));  // 6to4
  return begins({0x20, 0x01, 0x0D, 0xB8}) || (begins({0x20, 0x01}) && bytes[2] < 2);
}

}  // namespace

bool is_private(const sockaddr& address) {
  if (address.sa_family == AF_INET)
    return is_private(ntohl(reinterpret_cast<const sockaddr_in&>(address).sin_addr.s_addr));
  if (address.sa_family == AF_INET6)
    return is_private(reinterpret_cast<const sockaddr_in6&>(address).sin6_addr);
  return true;
}

}  // namespace gegenprobe::ingest

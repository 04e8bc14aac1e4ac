#pragma once
#include <compare>
#include <cstdint>
#include <string_view>

namespace gegenprobe {

/// A stretch of UTF-8 text in bytes, half-open: [begin, end). Always on character borders.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return end == begin; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
  auto operator<=>(const Span&) const = default;
};

}  // namespace gegenprobe

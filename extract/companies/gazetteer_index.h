#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/matching/rules.h"

namespace gegenprobe::extract {

/// What the gazetteer looks names up in, as flat arrays that need no address: places are bytes of the tables'
/// texts, one after the other, and then of `added`.
struct GazetteerIndex {
  enum Flags : std::uint8_t { kGuarded = 1, kFormer = 2 };
  struct Name {
    std::uint32_t text, company,
        next;  ///< next: the same name, of another company; 0: none, else after this one
    std::uint16_t size;
    std::uint8_t tokens, flags;
  };
  struct Slot {
    std::uint32_t hash, value;  ///< value 0: empty
  };
  static constexpr std::size_t kSmallBits = 4096;

  std::span<const std::uint32_t> rows;    ///< where each company's line begins
  std::span<const Name> names;            ///< the first is none
  std::span<const Slot> by_name, by_key;  ///< to names; to rows, counted from 1
  std::span<const Slot> by_first;         ///< bit n of the value: a name of n tokens begins with it
  std::span<const std::uint64_t> begins, pairs,
      small;               ///< bits by hash: first tokens, first two, first without a capital
  std::string_view added;  ///< names that stand in no table so: with the other apostrophe
};

/// An index in memory of its own.
struct GazetteerArrays {
  std::vector<std::uint32_t> rows;
  std::vector<GazetteerIndex::Name> names{1};
  std::vector<GazetteerIndex::Slot> by_name, by_key, by_first;
  std::vector<std::uint64_t> begins, pairs,
      small = std::vector<std::uint64_t>(GazetteerIndex::kSmallBits / 64);
  std::string added;

  operator GazetteerIndex() const {
    return {rows, names, by_name, by_key, by_first, begins, pairs, small, added};
  }
};

/// The texts of the tables as one, by place.
class GazetteerText {
 public:
  static constexpr std::size_t kMost = 0x7FFFFFFF;
  explicit GazetteerText(const std::vector<RuleSource>& parts);
  std::size_t size() const { return size_; }
  std::uint32_t place(std::string_view inside) const;
  /// All of that table from there on.
  std::string_view from(std::uint32_t place) const;
  std::string_view at(std::uint32_t place, std::uint32_t size, std::string_view added) const;

 private:
  struct Part {
    std::uint32_t begin;
    std::string_view text;
  };
  std::vector<Part> parts_;
  std::size_t size_ = 0;
};

}  // namespace gegenprobe::extract

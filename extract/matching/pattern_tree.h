#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gegenprobe::extract {

/// A pattern in RE2's syntax as a tree.
struct PatternTree {
  enum class Kind : std::uint8_t {
    literal,   ///< `bytes`, one after the other
    set,       ///< one character of `ranges`
    end,       ///< $: the end of the text
    sequence,  ///< `parts`, one after the other
    choice,    ///< one of `parts`
    repeat,    ///< parts[0], `least` to `most` times
    group,     ///< parts[0], captured; `bytes` is its name, if it has one
    shared     ///< what `other` is
  };
  static constexpr int kNoLimit = -1;

  Kind kind = Kind::sequence;
  std::string bytes;
  std::vector<std::pair<char32_t, char32_t>> ranges;  ///< code points, both ends inclusive, ascending, apart
  std::vector<PatternTree> parts;
  int least = 0, most = 0;
  const PatternTree* other = nullptr;  ///< owned by whoever looked the name up
  bool as_little = false;              ///< of a repeat: *? and the like
  std::size_t groups = 0;              ///< how many it holds, itself included; in the order of their brackets
};

/// The pattern that {name} stands for; null where there is none of that name.
using NamedPatterns = std::function<const PatternTree*(std::string_view name)>;
/// Whether {word} is a reference, and not a count or a brace.
bool is_pattern_name(std::string_view word);

/// Nothing where the pattern uses what needs more than reading forward, or what rules do not use: assertions
/// but $, flags, classes by property.
std::optional<PatternTree> pattern_tree(std::string_view pattern, const NamedPatterns& named = {});

/// Whether there is a $ in it.
bool has_end(const PatternTree& tree);
/// The names of its groups, in their order; "" for those that have none.
std::vector<std::string> group_names(const PatternTree& tree);

}  // namespace gegenprobe::extract

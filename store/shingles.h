#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

namespace gegenprobe::store {

/// A text as the set of its shingles, that is of all runs of four words, folded: what copies of it share
/// however they were cut, retitled or reordered. Of a text the first 50,000 words count.
struct Shingles {
  std::vector<std::uint64_t> hashes;   ///< ascending, each once
  std::vector<std::uint64_t> numbers;  ///< of the figures in it; likewise
};

/// Linear; about 20 microseconds per kilobyte. \pre valid UTF-8
Shingles shingles_of(std::string_view text);

/// The shingles by which a text is found again: the same of each text that holds them, so that texts which
/// share s shingles of some length share about s / 12 of these. At most 64, the smallest hashes; at least 12,
/// where the text has as many. Each fits 48 bits.
std::vector<std::int64_t> sketch_of(const Shingles& shingles);

/// Whether one text is a copy of the other, or a part of it. Says the same of (b, a).
bool is_copy(const Shingles& a, const Shingles& b);

}  // namespace gegenprobe::store

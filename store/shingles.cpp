// Resemblance and containment by shingles, and a sketch of them as the key that finds candidates: A. Broder,
// "On the resemblance and containment of documents", SEQUENCES 1997. The sketch is MinHash with one
// permutation, its s smallest values, mixed with his "mod m" rule, here "below 1/m of all hashes": s alone
// finds texts of one length, the rule also a brief that was cut out of a long report. Each value is a band of
// its own. Whether a candidate is a copy is not estimated: both texts' shingles are compared.
//
// Containment and not resemblance decides, since a copy that was cut to a quarter has a resemblance of 0.25.
// Independent reports on one event share names, figures and some quotations, seldom a run of words: on the
// labelled pairs of tests/store/origins they come to 0.21 at most, copies to 0.38 and more, half of them to
// over 0.9.
#include "store/shingles.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>

#include "store/fold.h"

namespace gegenprobe::store {
namespace {

constexpr std::size_t kWords = 4;  // of a shingle
constexpr std::size_t kMostWords = 50'000;
constexpr std::uint64_t kEvery = 12;  // m
constexpr std::size_t kMostInSketch = 64, kLeastInSketch = 12;
constexpr double kCopied = 0.33;          // so much of the shorter text stands in the longer
constexpr std::size_t kLeastShared = 12;  // shingles; texts of fewer must be the same

bool is_word(UChar32 c) { return u_isalnum(c) != 0; }

/// Goes over the words of folded text; «5,5» is one.
class WordReader {
 public:
  explicit WordReader(std::string_view text)
      : text_(text),
        bytes_(reinterpret_cast<const std::uint8_t*>(text.data())),
        size_(static_cast<std::int32_t>(text.size())) {}

  /// Empty at the end.
  std::string_view next() {
    auto begin = at_;
    for (UChar32 c = 0; at_ < size_; begin = at_) {
      U8_NEXT(bytes_, at_, size_, c);
      if (is_word(c)) break;
    }
    if (begin == size_) return {};
    auto end = at_;
    for (UChar32 c = 0; at_ < size_; end = at_) {
      U8_NEXT(bytes_, at_, size_, c);
      if (!is_word(c) && !is_within_number(at_ - 1)) break;
    }
    at_ = end;
    return text_.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
  }

 private:
  bool is_digit(std::int32_t at) const {
    return 0 <= at && at < size_ && '0' <= bytes_[at] && bytes_[at] <= '9';
  }
  bool is_within_number(std::int32_t at) const {
    return (bytes_[at] == ',' || bytes_[at] == '.') && is_digit(at - 1) && is_digit(at + 1);
  }

  std::string_view text_;
  const std::uint8_t* bytes_;
  std::int32_t size_, at_ = 0;
};

void make_a_set(std::vector<std::uint64_t>& hashes) {
  std::ranges::sort(hashes);
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

std::size_t shared(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::size_t count = 0;
  for (auto at = a.begin(), other = b.begin(); at != a.end() && other != b.end();) {
    count += *at == *other;
    const bool first = *at <= *other, second = *other <= *at;
    at += first, other += second;
  }
  return count;
}

// Reports that a machine writes after one model share their words and few of their figures.
bool shares_figures(const Shingles& part, const Shingles& whole) {
  return 3 * shared(part.numbers, whole.numbers) >= 2 * part.numbers.size();
}

/// The figure of a word: "8.4" of "8.4bn", "340.000"; empty where it holds no digit.
std::string_view figure_in(std::string_view word) {
  constexpr std::string_view kDigits = "0123456789";
  const auto begin = word.find_first_of(kDigits);
  if (begin == word.npos) return {};
  return word.substr(begin, word.find_last_of(kDigits) + 1 - begin);
}

}  // namespace

Shingles shingles_of(std::string_view text) {
  const auto folded = fold(text);
  Shingles shingles;
  std::array<std::uint64_t, kWords> last{};
  WordReader reader(folded);
  std::size_t count = 0;
  for (auto word = reader.next(); !word.empty() && count < kMostWords; word = reader.next()) {
    const auto hash = XXH3_64bits(word.data(), word.size());
    last[count++ % kWords] = hash;
    if (const auto figure = figure_in(word); !figure.empty())
      shingles.numbers.push_back(XXH3_64bits(figure.data(), figure.size()));
    if (count < kWords) continue;
    std::array<std::uint64_t, kWords> run{};
    for (std::size_t i = 0; i < kWords; ++i) run[i] = last[(count + i) % kWords];
    shingles.hashes.push_back(XXH3_64bits(run.data(), sizeof run));
  }
  make_a_set(shingles.hashes);
  make_a_set(shingles.numbers);
  return shingles;
}

std::vector<std::int64_t> sketch_of(const Shingles& shingles) {
  const auto& hashes = shingles.hashes;
  const auto below = std::ranges::lower_bound(hashes, ~std::uint64_t{0} / kEvery) - hashes.begin();
  const auto wanted = std::clamp(static_cast<std::size_t>(below), kLeastInSketch, kMostInSketch);
  std::vector<std::int64_t> sketch;
  for (std::size_t i = 0; i < std::min(wanted, hashes.size()); ++i)
    sketch.push_back(static_cast<std::int64_t>(hashes[i] >> 16));
  return sketch;
}

bool is_copy(const Shingles& a, const Shingles& b) {
  const auto& part = a.hashes.size() <= b.hashes.size() ? a : b;
  const auto& whole = &part == &a ? b : a;
  const auto common = shared(part.hashes, whole.hashes);
  if (common < kLeastShared) return common > 0 && common == whole.hashes.size();
  return static_cast<double>(common) >= kCopied * static_cast<double>(part.hashes.size()) &&
         shares_figures(part, whole);
}

}  // namespace gegenprobe::store

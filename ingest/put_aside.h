#pragma once
#include <cstddef>
#include <memory>
#include <memory_resource>
#include <string>
#include <string_view>
#include <vector>

namespace gegenprobe::ingest {

/// Texts and values of attributes that were taken out of a page before it is parsed, where a mark of one
/// character stands in for them: a parser reads letter by letter, and most letters mean nothing to it.
class PutAside {
 public:
  /// False for a page that has such characters of its own, so that none could be told from a mark.
  static bool is_possible_in(std::string_view page);
  /// Whether a parser would read these letters as they stand: there are no references in them, and no signs
  /// that it replaces.
  static bool is_plain(std::string_view text);

  /// Keeps a text, with runs of white space as the first of them where asked for. What stands in for it; ""
  /// where all marks are in use.
  std::string put(std::string_view text, bool squeeze);

  /// The text whose mark `marked` is, or nullptr. It lives as long as this.
  const char* value(std::string_view marked) const;
  /// A text with what its marks stand for; it lives as long as this, or as `text` where that holds none.
  std::string_view restored(std::string_view text) const;

 private:
  std::unique_ptr<std::pmr::monotonic_buffer_resource> room_ =
      std::make_unique<std::pmr::monotonic_buffer_resource>(1 << 14);
  std::vector<std::string_view> texts_;  ///< in `room_`, a NUL behind each
};

}  // namespace gegenprobe::ingest

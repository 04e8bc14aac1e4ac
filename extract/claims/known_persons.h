#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gegenprobe::extract {

/// The persons that a text has named in full so far («Gil Luria»), by surname: what is asked of each capital.
class KnownPersons {
 public:
  /// \pre there is a space in the name
  void add(std::string name);
  /// Whether a word stands behind the last space of one of the names.
  bool has_surname(std::string_view word) const {
    return marks_ && (marks_ & mark_of(word)) != 0 && by_surname_.contains(word);
  }
  /// Who was added last; "" where nobody was.
  const std::string& last() const { return last_; }
  /// The last whose name goes on before these words («Luria», «von Braun»); "" where there is none.
  std::string_view last_called(std::string_view words) const;

 private:
  // One bit of 64, so that nearly all words are known for none without a search.
  static std::uint64_t mark_of(std::string_view word) {
    const auto byte = [](char c) { return static_cast<unsigned char>(c); };
    return word.empty()
               ? 0
               : std::uint64_t{1} << (31 * byte(word.front()) + byte(word.back()) + word.size()) % 64;
  }

  std::uint64_t marks_ = 0;                                                  // of the surnames
  std::map<std::string, std::vector<std::string>, std::less<>> by_surname_;  // as they came up last
  std::string last_;
};

}  // namespace gegenprobe::extract

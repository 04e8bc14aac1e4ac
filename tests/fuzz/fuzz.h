#pragma once
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

/// What every target needs. A target is a file that defines LLVMFuzzerTestOneInput() over foreign bytes and
/// says what must hold of the answer with expect().
namespace gegenprobe::fuzz {

/// The bytes up to the first line break, and those behind it: what goes with an input, and the input.
struct Input {
  std::string_view head, bytes;
};
inline Input input_of(const std::uint8_t* data, std::size_t size) {
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const auto end = all.find('\n');
  return end == all.npos ? Input{"", all} : Input{all.substr(0, end), all.substr(end + 1)};
}

/// Ends the run where it does not hold; libFuzzer keeps the input.
inline void expect(bool holds, std::string_view what) {
  if (holds) return;
  std::fprintf(stderr, "expected: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

/// A file that holds these bytes, in memory; gone with the object.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes);
  ~MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  std::string path() const { return "/proc/self/fd/" + std::to_string(file_); }

 private:
  int file_;
};

}  // namespace gegenprobe::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

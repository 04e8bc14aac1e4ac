#include "fuzz.h"

#include <sys/mman.h>
#include <unistd.h>

namespace gegenprobe::fuzz {

MemoryFile::MemoryFile(std::string_view bytes) : file_(::memfd_create("fuzzed", MFD_CLOEXEC)) {
  expect(file_ >= 0 && ::write(file_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()),
         "a file in memory");
}
MemoryFile::~MemoryFile() { ::close(file_); }

}  // namespace gegenprobe::fuzz

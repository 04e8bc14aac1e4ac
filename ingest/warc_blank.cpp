#include "ingest/warc_blank.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <vector>

namespace gegenprobe::ingest {
namespace {

constexpr std::size_t kFrame = 22;  // of an empty member with an extra field
constexpr std::size_t kLargestExtra = 65'000;
constexpr std::size_t kLargestRequest = 1 << 20;

/// Closes what it was given.
class File {
 public:
  explicit File(const std::string& path) : descriptor_(::open(path.c_str(), O_RDWR | O_CLOEXEC)) {}
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  explicit operator bool() const { return descriptor_ >= 0; }

  std::string read(std::uint64_t offset, std::size_t size) const {
    std::string bytes(size, '\0');
    const auto got = ::pread(descriptor_, bytes.data(), size, static_cast<off_t>(offset));
    bytes.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
    return bytes;
  }
  bool write(std::uint64_t offset, std::string_view bytes) const {
    while (!bytes.empty()) {
      const auto put = ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
      if (put < 0 && errno == EINTR) continue;
      if (put <= 0) return false;
      offset += static_cast<std::uint64_t>(put);
      bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return ::fsync(descriptor_) == 0;
  }

 private:
  int descriptor_;
};

void append_empty_member(std::string& bytes, std::size_t extra) {
  const auto low = [](std::size_t value) { return static_cast<char>(value & 0xFF); };
  const auto high = [](std::size_t value) { return static_cast<char>(value >> 8 & 0xFF); };
  bytes += std::string("\x1f\x8b\x08\x04\0\0\0\0\0\xff", 10);
  bytes += {low(extra), high(extra)};
  if (extra >= 4) bytes += {'G', 'P', low(extra - 4), high(extra - 4)};  // a subfield of that length
  bytes.append(extra >= 4 ? extra - 4 : extra, '\0');
  bytes += std::string("\x03\0\0\0\0\0\0\0\0\0", 10);  // no data, its checksum and length
}

// \pre length is at least kFrame
std::string empty_members(std::uint64_t length) {
  std::string bytes;
  while (bytes.size() < length) {
    const auto left = static_cast<std::size_t>(length) - bytes.size();
    const bool last = left <= kFrame + kLargestExtra;
    // The last one must have room for its frame.
    const auto extra = last ? left - kFrame : std::min(kLargestExtra, left - 2 * kFrame);
    append_empty_member(bytes, extra);
  }
  return bytes;
}

struct Member {
  std::string head;
  std::uint64_t length = 0;  // as it is stored; 0 where there is none
};

Member member_at(const File& file, std::uint64_t offset) {
  const auto bytes = file.read(offset, kLargestRequest);
  z_stream stream{};
  if (inflateInit2(&stream, 16 + MAX_WBITS) != Z_OK) return {};
  std::vector<char> plain(kLargestRequest);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(plain.data());
  stream.avail_out = static_cast<uInt>(plain.size());
  const bool whole = inflate(&stream, Z_FINISH) == Z_STREAM_END;
  Member member;
  if (whole) member = {std::string(plain.data(), stream.total_out), stream.total_in};
  inflateEnd(&stream);
  return member;
}

bool is_request(const Member& member) {
  const auto head = member.head.substr(0, member.head.find("\r\n\r\n"));
  return head.starts_with("WARC/") && head.find("WARC-Type: request") != std::string::npos;
}

Error failed(const std::string& path, const char* why) {
  return {Error::Kind::store, fmt::format("could not take a record out of {}: {}", path, why),
          "check the permissions of the file, and run it again"};
}

}  // namespace

Result<std::uint64_t> blank_record(const WarcPlace& place) {
  const File file(place.file);
  if (!file && errno == ENOENT) return std::uint64_t{0};
  if (!file) return failed(place.file, std::strerror(errno));
  if (place.length < kFrame || !file.read(place.offset, 2).starts_with("\x1f\x8b"))
    return failed(place.file, fmt::format("at {} is no gzip member", place.offset).c_str());
  auto length = place.length;
  if (const auto behind = member_at(file, place.offset + place.length); is_request(behind))
    length += behind.length;
  if (!file.write(place.offset, empty_members(length))) return failed(place.file, std::strerror(errno));
  return length;
}

}  // namespace gegenprobe::ingest

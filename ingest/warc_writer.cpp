// A file is locked (flock) while a page is written to it. Beside it, .2025-10.end says where its last whole
// record ends, and is written after the record: what stands behind that place was left by a program that was
// killed. Where that file is missing or says more than there is, the members of the archive are read through
// once.
#include "ingest/warc_writer.h"

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <openssl/rand.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <optional>

#include "ingest/digest.h"
#include "ingest/warc.h"

namespace gegenprobe::ingest {
namespace {

namespace fs = std::filesystem;

// ---------------------------------------------------------------------------------------- records

/// A random UUID (RFC 4122, version 4).
std::string record_id() {
  std::array<unsigned char, 16> bytes{};
  RAND_bytes(bytes.data(), bytes.size());
  bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0F) | 0x40);
  bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3F) | 0x80);
  std::string id = "<urn:uuid:";
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) id += '-';
    id += fmt::format("{:02x}", bytes[i]);
  }
  return id + ">";
}

/// A member of its own, so that a record can be read from its offset on.
std::string gzipped(std::string_view bytes) {
  z_stream stream{};
  deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

using Fields = std::vector<std::pair<std::string_view, std::string>>;

std::string record(std::string_view type, const Fields& fields, std::string_view block) {
  std::string text = fmt::format("WARC/1.1\r\nWARC-Type: {}\r\n", type);
  for (const auto& [name, value] : fields) text += fmt::format("{}: {}\r\n", name, value);
  text +=
      fmt::format("WARC-Block-Digest: {}\r\nContent-Length: {}\r\n\r\n", sha1_digest(block), block.size());
  return gzipped(text.append(block).append("\r\n\r\n"));
}

/// What a server sends may not end a line of ours.
std::string in_one_line(std::string_view value) {
  std::string line(value);
  for (char& c : line)
    if (c == '\r' || c == '\n' || c == '\0') c = ' ';
  return line;
}

bool speaks_of_the_line(std::string_view name) {
  return name == "content-encoding" || name == "transfer-encoding" || name == "content-length";
}

std::string head_of(const Response& response) {
  std::string head = fmt::format("HTTP/1.1 {} {}\r\n", response.status, response.status == 200 ? "OK" : "-");
  for (const auto& [name, value] : response.headers)
    head += fmt::format("{}{}: {}\r\n", speaks_of_the_line(name) ? "X-Archive-Orig-" : "", in_one_line(name),
                        in_one_line(value));
  return head + fmt::format("Content-Length: {}\r\n\r\n", response.body.size());
}

std::string date_of(std::chrono::sys_seconds time) { return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", time); }

std::string info_record(const std::string& file, std::chrono::sys_seconds time) {
  return record(
      "warcinfo",
      {{"WARC-Record-ID", record_id()},
       {"WARC-Date", date_of(time)},
       {"WARC-Filename", file},
       {"Content-Type", "application/warc-fields"}},
      "software: Gegenprobe/" GEGENPROBE_VERSION
      "\r\nformat: WARC File Format 1.1\r\n"
      "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n");
}

/// «Nothing has changed» has no page of its own: it points to what was kept before.
std::string revisit_record(const Response& response, const std::string& id, std::chrono::sys_seconds time) {
  return record("revisit",
                {{"WARC-Record-ID", id},
                 {"WARC-Date", date_of(time)},
                 {"WARC-Target-URI", in_one_line(response.url)},
                 {"WARC-Profile", "http://netpreserve.org/warc/1.1/revisit/server-not-modified"},
                 {"Content-Type", "application/http; msgtype=response"}},
                head_of(response));
}

std::string response_record(const Response& response, const std::string& id, std::chrono::sys_seconds time) {
  if (response.status == 304) return revisit_record(response, id, time);
  return record("response",
                {{"WARC-Record-ID", id},
                 {"WARC-Date", date_of(time)},
                 {"WARC-Target-URI", in_one_line(response.url)},
                 {"Content-Type", "application/http; msgtype=response"},
                 {"WARC-Payload-Digest", sha1_digest(response.body)}},
                head_of(response) + response.body);
}

std::string request_record(const Response& response, const std::string& answer,
                           std::chrono::sys_seconds time) {
  return record("request",
                {{"WARC-Record-ID", record_id()},
                 {"WARC-Date", date_of(time)},
                 {"WARC-Target-URI", in_one_line(response.url)},
                 {"WARC-Concurrent-To", answer},
                 {"Content-Type", "application/http; msgtype=request"}},
                response.sent);
}

// ---------------------------------------------------------------------------------------- files

Error failure(const std::string& path, int code) {
  if (code == ENOSPC || code == EDQUOT)
    return {Error::Kind::store, fmt::format("the disk is full: could not keep the page in {}", path),
            "nothing was changed; df -h " + path};
  return {Error::Kind::store, fmt::format("could not keep the page in {}: {}", path, std::strerror(code)),
          "--no-archive reads articles without keeping their pages"};
}

class File {
 public:
  File(std::string path, int flags)
      : path_(std::move(path)), file_(::open(path_.c_str(), flags | O_CLOEXEC, 0644)) {}
  ~File() {
    if (file_ >= 0) ::close(file_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  bool is_open() const { return file_ >= 0; }
  /// Until the file is closed.
  bool lock() const {
    while (::flock(file_, LOCK_EX) != 0)
      if (errno != EINTR) return false;
    return true;
  }
  std::uint64_t size() const {
    struct stat status {};
    return ::fstat(file_, &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
  }
  bool write_at(std::uint64_t offset, std::string_view bytes) const {
    while (!bytes.empty()) {
      const auto count = ::pwrite(file_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return false;
      offset += static_cast<std::uint64_t>(count);
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
  }
  std::string read_begin(std::size_t most) const {
    std::string bytes(most, '\0');
    const auto count = ::pread(file_, bytes.data(), most, 0);
    bytes.resize(count < 0 ? 0 : static_cast<std::size_t>(count));
    return bytes;
  }
  bool cut(std::uint64_t size) const { return ::ftruncate(file_, static_cast<off_t>(size)) == 0; }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
  int file_;
};

/// One number of 20 digits, so that writing it is one step of the system's.
std::optional<std::uint64_t> noted_end(const File& note) {
  const auto text = note.read_begin(20);
  std::uint64_t end = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), end);
  return text.size() == 20 && parsed.ec == std::errc() && parsed.ptr == text.data() + 20 ? std::optional(end)
                                                                                         : std::nullopt;
}

bool write_end(const File& note, std::uint64_t end) { return note.write_at(0, fmt::format("{:020}\n", end)); }

/// Where the last whole member of an archive ends.
Result<std::uint64_t> last_whole_record(const std::string& path) {
  const auto file = open_file(path);
  if (!file) return file.error();
  WarcReader reader(**file, path);
  std::uint64_t end = 0;
  for (WarcRecord record;;) {
    const auto more = reader.next(record);
    if (!more) return more.error();
    if (!*more || record.cut_off || record.offset != end) return end;
    if (record.length == 0)
      return Error{Error::Kind::input, fmt::format("{}: holds several records in one gzip member", path), ""};
    end = record.offset + record.length;
  }
}

/// Where the next record goes; what a killed program left there is cut off.
Result<std::uint64_t> place_for_next(const File& archive, const File& note) {
  const auto size = archive.size();
  auto end = noted_end(note);
  if (size == 0 || end == size) return size;
  if (!end || *end > size) {
    const auto found = last_whole_record(archive.path());
    if (!found) return Error{Error::Kind::store, found.error().what, "move it away: a new one is begun then"};
    end = *found;
  }
  if (!archive.cut(*end)) return failure(archive.path(), errno);
  return *end;
}

}  // namespace

Result<WarcPlace> WarcWriter::append(const Response& response, std::chrono::sys_seconds fetched_at) {
  const std::lock_guard lock(one_at_a_time_);
  const auto month = fmt::format("{:%Y-%m}", fetched_at);
  const auto path = (fs::path(folder_) / (month + ".warc.gz")).string();
  std::error_code error;
  fs::create_directories(folder_, error);
  if (error) return failure(folder_, error.value());
  const File archive(path, O_RDWR | O_CREAT);
  if (!archive.is_open() || !archive.lock()) return failure(path, errno);
  const File note((fs::path(folder_) / ("." + month + ".end")).string(), O_RDWR | O_CREAT);
  if (!note.is_open()) return failure(note.path(), errno);
  const auto begin = place_for_next(archive, note);
  if (!begin) return begin.error();

  auto bytes = *begin == 0 ? info_record(month + ".warc.gz", fetched_at) : std::string();
  const auto id = record_id();
  const auto page = response_record(response, id, fetched_at);
  const WarcPlace place{path, *begin + bytes.size(), page.size()};
  bytes += page;
  if (!response.sent.empty()) bytes += request_record(response, id, fetched_at);
  if (archive.write_at(*begin, bytes) && write_end(note, *begin + bytes.size())) return place;
  const int code = errno;
  archive.cut(*begin);
  return failure(path, code);
}

}  // namespace gegenprobe::ingest

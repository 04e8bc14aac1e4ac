#include "ingest/reader.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <vector>

namespace gegenprobe::ingest {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 18;

Error unreadable(std::string_view path, int code) {
  return {Error::Kind::input, fmt::format("{}: {}", path, std::strerror(code)),
          code == EACCES ? "the user that runs this needs the right to read it" : ""};
}

class FileReader : public Reader {
 public:
  FileReader(int file, std::string path) : file_(file), path_(std::move(path)) {}
  ~FileReader() override {
    if (file_ != STDIN_FILENO) close(file_);
  }
  FileReader(const FileReader&) = delete;
  FileReader& operator=(const FileReader&) = delete;

  Result<std::size_t> read(char* buffer, std::size_t size) override {
    std::size_t filled = 0;
    while (filled < size) {
      const auto count = ::read(file_, buffer + filled, size - filled);
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return unreadable(path_, errno);
      if (count == 0) break;
      filled += static_cast<std::size_t>(count);
    }
    return filled;
  }

 private:
  int file_;
  std::string path_;
};

class BytesReader : public Reader {
 public:
  explicit BytesReader(std::string_view bytes) : bytes_(bytes) {}

  Result<std::size_t> read(char* buffer, std::size_t size) override {
    const auto count = bytes_.copy(buffer, size);
    bytes_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view bytes_;
};

class GunzipReader : public Reader {
 public:
  GunzipReader(std::unique_ptr<Reader> source, std::string name)
      : source_(std::move(source)), name_(std::move(name)), packed_(kPiece) {}
  ~GunzipReader() override {
    if (state_ == State::packed) inflateEnd(&stream_);
  }
  GunzipReader(const GunzipReader&) = delete;
  GunzipReader& operator=(const GunzipReader&) = delete;

  Result<std::size_t> read(char* buffer, std::size_t size) override {
    if (state_ == State::unknown)
      if (const auto begun = begin(); !begun) return begun.error();
    return state_ == State::plain ? copy(buffer, size) : unpack(buffer, size);
  }

 private:
  enum class State { unknown, plain, packed };

  Result<Done> refill() {
    const auto count = source_->read(packed_.data(), packed_.size());
    if (!count) return count.error();
    stream_.next_in = reinterpret_cast<Bytef*>(packed_.data());
    stream_.avail_in = static_cast<uInt>(*count);
    return Done{};
  }

  Result<Done> begin() {
    if (const auto filled = refill(); !filled) return filled.error();
    const bool packed = std::string_view(packed_.data(), stream_.avail_in).starts_with("\x1F\x8B");
    state_ = packed ? State::packed : State::plain;
    if (packed) inflateInit2(&stream_, 15 + 16);
    return Done{};
  }

  Result<std::size_t> copy(char* buffer, std::size_t size) {
    std::size_t filled = 0;
    while (filled < size) {
      if (stream_.avail_in == 0)
        if (const auto more = refill(); !more) return more.error();
      if (stream_.avail_in == 0) break;
      const auto count = std::min<std::size_t>(size - filled, stream_.avail_in);
      std::memcpy(buffer + filled, stream_.next_in, count);
      filled += count;
      stream_.next_in += count;
      stream_.avail_in -= static_cast<uInt>(count);
    }
    return filled;
  }

  Result<std::size_t> unpack(char* buffer, std::size_t size) {
    stream_.next_out = reinterpret_cast<Bytef*>(buffer);
    stream_.avail_out = static_cast<uInt>(size);
    while (stream_.avail_out > 0) {
      if (stream_.avail_in == 0)
        if (const auto more = refill(); !more) return more.error();
      if (stream_.avail_in == 0) {
        if (between_members_) break;
        return Error{Error::Kind::input, fmt::format("{}: the gzip stream ends too early", name_),
                     "the file was cut off; fetch or copy it again"};
      }
      // Zeros behind the last member are padding, as tar and some servers leave it.
      if (between_members_ && *stream_.next_in == 0) {
        stream_.avail_in = 0;
        continue;
      }
      between_members_ = false;
      const int code = inflate(&stream_, Z_NO_FLUSH);
      if (code == Z_STREAM_END) {
        between_members_ = true;
        inflateReset(&stream_);
      } else if (code != Z_OK && code != Z_BUF_ERROR) {
        return Error{Error::Kind::input,
                     fmt::format("{}: the gzip stream is damaged ({})", name_,
                                 stream_.msg != nullptr ? stream_.msg : "unknown reason"),
                     "fetch or copy the file again"};
      }
    }
    return size - stream_.avail_out;
  }

  std::unique_ptr<Reader> source_;
  std::string name_;
  std::vector<char> packed_;
  z_stream stream_{};
  State state_ = State::unknown;
  bool between_members_ = false;
};

}  // namespace

Result<std::unique_ptr<Reader>> open_file(const std::string& path, std::uint64_t offset) {
  if (path == "-") return std::unique_ptr<Reader>(new FileReader(STDIN_FILENO, "standard input"));
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return unreadable(path, errno);
  struct stat status;
  if (fstat(file, &status) == 0 && S_ISDIR(status.st_mode)) {
    close(file);
    return unreadable(path, EISDIR);
  }
  if (offset > 0 && lseek(file, static_cast<off_t>(offset), SEEK_SET) < 0) {
    const int code = errno;
    close(file);
    return unreadable(path, code);
  }
  return std::unique_ptr<Reader>(new FileReader(file, path));
}

std::unique_ptr<Reader> read_bytes(std::string_view bytes) { return std::make_unique<BytesReader>(bytes); }

std::unique_ptr<Reader> gunzip(std::unique_ptr<Reader> source, std::string name) {
  return std::make_unique<GunzipReader>(std::move(source), std::move(name));
}

Result<std::string> read_all(Reader& reader, std::size_t limit, std::string_view name) {
  std::string all;
  for (;;) {
    const auto size = all.size();
    const auto piece = std::min(std::max(size, kPiece), limit + 1 - size);
    all.resize(size + piece);
    const auto count = reader.read(all.data() + size, piece);
    if (!count) return count.error();
    all.resize(size + *count);
    if (all.size() > limit)
      return Error{
          Error::Kind::input,
          fmt::format("{}: larger than {} MiB, the most a single document may have", name, limit >> 20),
          "split it, or give its articles as JSON Lines, one a line"};
    if (*count < piece) return all;
  }
}

Result<bool> LineReader::fill() {
  if (begin_ > 0) {
    buffer_.erase(0, begin_);
    searched_ -= begin_;
    begin_ = 0;
  }
  const auto size = buffer_.size();
  buffer_.resize(size + kPiece);
  const auto count = reader_.read(buffer_.data() + size, kPiece);
  if (!count) return count.error();
  buffer_.resize(size + *count);
  at_end_ = *count < kPiece;
  return *count > 0;
}

Result<bool> LineReader::next(std::string_view& line) {
  bool too_long = false;
  for (;;) {
    const auto end = buffer_.find('\n', searched_);
    if (end != buffer_.npos || at_end_) {
      const auto stop = std::min(end, buffer_.size());
      if (end == buffer_.npos && begin_ == buffer_.size() && !too_long) return false;
      line = std::string_view(buffer_).substr(begin_, stop - begin_);
      begin_ = searched_ = std::min(stop + 1, buffer_.size());
      ++number_;
      if (too_long)
        return Error{Error::Kind::input, fmt::format("line {}: longer than {} MiB", number_, limit_ >> 20),
                     ""};
      if (line.ends_with('\r')) line.remove_suffix(1);
      return true;
    }
    searched_ = buffer_.size();
    if (buffer_.size() - begin_ > limit_) {
      too_long = true;
      begin_ = buffer_.size();
    }
    if (const auto filled = fill(); !filled) return filled.error();
  }
}

}  // namespace gegenprobe::ingest

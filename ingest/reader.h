#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "ingest/result.h"

namespace gegenprobe::ingest {

/// Bytes in pieces, so that a file of any size passes through little memory.
class Reader {
 public:
  virtual ~Reader() = default;
  /// Fills `buffer` from its begin; fewer bytes than fit only at the end, 0 behind it.
  virtual Result<std::size_t> read(char* buffer, std::size_t size) = 0;
};

/// A file from byte `offset` on, or standard input for "-". Errors name the path and the system's reason.
Result<std::unique_ptr<Reader>> open_file(const std::string& path, std::uint64_t offset = 0);
/// Bytes that are in memory already and stay there as long as the reader does.
std::unique_ptr<Reader> read_bytes(std::string_view bytes);
/// What a gzip stream holds, members after each other; input that is no gzip comes through as it is.
/// A stream that ends too early or is damaged is an error once that place is reached. `name` is for errors.
std::unique_ptr<Reader> gunzip(std::unique_ptr<Reader> source, std::string name);

/// All of it, at most `limit` bytes; beyond that an input error that names `name`.
Result<std::string> read_all(Reader& reader, std::size_t limit, std::string_view name);

/// Lines one after the other, without their line breaks.
class LineReader {
 public:
  /// Lines of more than `limit` bytes are an error each and are skipped.
  LineReader(Reader& reader, std::size_t limit) : reader_(reader), limit_(limit) {}
  /// True and the line, valid until the next call; false at the end.
  Result<bool> next(std::string_view& line);
  std::size_t number() const { return number_; }  ///< of the line given last, counted from 1

 private:
  Result<bool> fill();

  Reader& reader_;
  std::size_t limit_;
  std::string buffer_;
  std::size_t begin_ = 0, searched_ = 0, number_ = 0;
  bool at_end_ = false;
};

}  // namespace gegenprobe::ingest

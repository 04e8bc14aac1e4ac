// A compressed archive is a gzip member a record, so that records can be fetched by their offset. The stream
// below undoes the compression, remembers where members begin, and finds the next member behind a damaged
// one.
#include "ingest/warc.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <deque>
#include <vector>

#include "ingest/digest.h"
#include "ingest/http_message.h"
#include "ingest/ingest.h"
#include "ingest/url.h"

namespace gegenprobe::ingest {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::size_t kPiece = std::size_t{1} << 16;
constexpr std::size_t kLongestHeader = std::size_t{1} << 20;
constexpr std::string_view kMagic = "\x1F\x8B\x08"sv;

std::string lower(std::string_view text) {
  std::string copy(text);
  std::ranges::transform(copy, copy.begin(),
                         [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return copy;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && " \t\r\n"sv.find(text.front()) != std::string_view::npos) text.remove_prefix(1);
  while (!text.empty() && " \t\r\n"sv.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  return text;
}

// ---------------------------------------------------------------------------------------- headers

struct Header {
  std::vector<std::pair<std::string, std::string>> fields;

  std::string_view get(std::string_view name) const {
    for (const auto& [known, value] : fields)
      if (known == name) return value;
    return "";
  }
};

void add_line(Header& header, std::string_view line) {
  const auto colon = line.find(':');
  if ((line[0] == ' ' || line[0] == '\t') && !header.fields.empty())
    header.fields.back().second.append(" ").append(trimmed(line));
  else if (colon != line.npos)
    header.fields.emplace_back(lower(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
}

std::optional<std::uint64_t> content_length(const Header& header) {
  const auto text = header.get("content-length");
  std::uint64_t length = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), length);
  if (text.empty() || parsed.ec != std::errc()) return std::nullopt;
  return length;
}

bool holds_http(const WarcRecord& record) {
  const bool kind = record.type == "response" || record.type == "request" || record.type == "revisit";
  return kind && (record.content_type.starts_with("application/http") || record.uri.starts_with("http"));
}

/// Fills in what the content says: the HTTP message in it, and whether the digests are its own. The payload's
/// is that of the body as it was sent, or without its chunks; that of a revisit is of another record's.
void read_content(WarcRecord& record, const Header& header, std::string content) {
  std::vector<std::optional<bool>> checks;
  if (const auto digest = header.get("warc-block-digest"); !digest.empty())
    checks.push_back(has_digest(content, digest));
  auto http = holds_http(record) ? read_http_message(content, kLargestDocument) : std::nullopt;
  if (const auto digest = header.get("warc-payload-digest"); !digest.empty() && record.type != "revisit") {
    auto ok = has_digest(http ? http->sent : content, digest);
    if (http && ok == false)
      if (const auto plain = without_chunks(http->sent)) ok = has_digest(*plain, digest);
    checks.push_back(ok);
  }
  for (const auto& check : checks)
    if (check) record.digest_ok = record.digest_ok.value_or(true) && *check;
  if (http)
    record.http = std::move(http->head);
  else
    record.payload = std::move(content);
}

}  // namespace

// ---------------------------------------------------------------------------------------- stream

class WarcReader::Stream {
 public:
  explicit Stream(Reader& input) : input_(input) {}
  ~Stream() {
    if (inflating_) inflateEnd(&zlib_);
  }
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  /// At least `size` bytes ready in peek(), fewer only at the end.
  Result<Done> want(std::size_t size) {
    while (ready_.size() - at_ < size && !at_end_)
      if (const auto more = fill(); !more) return more.error();
    leave_members();
    return Done{};
  }
  std::string_view peek() const { return std::string_view(ready_).substr(at_); }

  void skip(std::size_t size) {
    at_ += size;
    position_ += size;
    leave_members();
    if (at_ < kPiece * 4) return;
    ready_.erase(0, at_);
    at_ = 0;
  }

  bool compressed() const { return mode_ == Mode::packed; }
  /// In the file as stored: of this very byte, or of the member that it is in.
  std::uint64_t offset() const { return members_.empty() ? position_ : members_.front().stored; }
  std::uint64_t position() const { return position_; }
  /// Where in the plain bytes the next member begins, if that is known yet.
  std::optional<std::uint64_t> next_member() const {
    return members_.size() > 1 ? std::optional(members_[1].plain) : std::nullopt;
  }
  bool begins_member() const { return !members_.empty() && members_.front().plain == position_; }
  /// Where in the file the member ends whose last byte was read just now; nothing where more of it follows.
  /// \pre one byte was wanted, and there is none or it was not skipped
  std::optional<std::uint64_t> end_of_member() const {
    if (begins_member() && left_end_) return left_end_;
    if (members_.empty() || !peek().empty()) return std::nullopt;
    return members_.front().end > 0 ? members_.front().end : stored_end_;
  }

  std::size_t damaged = 0;

 private:
  enum class Mode { unknown, plain, packed };
  struct Member {
    std::uint64_t plain, stored;  ///< where it begins
    std::uint64_t end = 0;        ///< in the file; 0 where it is not known yet
  };

  void leave_members() {
    for (; members_.size() > 1 && members_[1].plain <= position_; members_.pop_front())
      if (members_[1].plain > members_[0].plain) left_end_ = members_[0].end;
  }

  Result<Done> fill() {
    if (const auto more = refill(); !more) return more.error();
    if (mode_ == Mode::unknown) mode_ = packed().starts_with(kMagic) ? Mode::packed : Mode::plain;
    if (mode_ == Mode::packed) {
      unpack();
      return Done{};
    }
    ready_ += packed();
    stored_ += packed().size();
    in_at_ = in_.size();
    at_end_ = at_end_ || input_ended_;
    return Done{};
  }

  std::string_view packed() const { return std::string_view(in_).substr(in_at_); }

  Result<Done> refill() {
    if (input_ended_ || packed().size() >= kPiece) return Done{};
    in_.erase(0, in_at_);
    in_at_ = 0;
    const auto size = in_.size();
    in_.resize(size + kPiece);
    const auto count = input_.read(in_.data() + size, kPiece);
    if (!count) return count.error();
    in_.resize(size + *count);
    input_ended_ = *count < kPiece;
    return Done{};
  }

  void take(std::size_t size) {
    in_at_ += size;
    stored_ += size;
  }

  void unpack() {
    if (!inflating_ && !begin_member()) return;
    std::array<char, kPiece> out;
    zlib_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed().data()));
    zlib_.avail_in = static_cast<uInt>(packed().size());
    zlib_.next_out = reinterpret_cast<Bytef*>(out.data());
    zlib_.avail_out = kPiece;
    const auto before = zlib_.avail_in;
    const auto in_before = in_at_;
    const int code = inflate(&zlib_, Z_NO_FLUSH);
    take(before - zlib_.avail_in);
    ready_.append(out.data(), kPiece - zlib_.avail_out);
    plain_end_ += kPiece - zlib_.avail_out;
    stored_end_ = stored_;
    if (code == Z_STREAM_END) {
      members_.back().end = stored_;
      return end_member();
    }
    const bool stuck = zlib_.avail_out == kPiece && packed().empty() && input_ended_;
    if (stuck || (code != Z_OK && code != Z_BUF_ERROR)) {
      ++damaged;
      // Where a member was cut off, the begin of the next was taken for a part of it.
      if (!stuck) {
        stored_ -= in_at_ - in_before - 1;
        in_at_ = in_before + 1;
      }
      end_member();
    }
  }

  /// Finds where a member begins, at once or behind what is none. False where there is nothing yet.
  bool begin_member() {
    auto begin = packed().find(kMagic);
    const bool found = begin != std::string_view::npos;
    if (!found)
      begin = input_ended_ ? packed().size() : packed().size() - std::min<std::size_t>(packed().size(), 2);
    take(begin);
    at_end_ = !found && input_ended_;
    if (!found) return false;
    if (!members_.empty() && members_.back().end == 0) members_.back().end = stored_;
    members_.push_back({plain_end_, stored_});
    zlib_ = {};
    inflateInit2(&zlib_, 15 + 16);
    return inflating_ = true;
  }

  void end_member() {
    inflateEnd(&zlib_);
    inflating_ = false;
    at_end_ = packed().empty() && input_ended_;
  }

  Reader& input_;
  std::string in_, ready_;
  std::size_t in_at_ = 0, at_ = 0;
  std::uint64_t stored_ = 0, stored_end_ = 0, plain_end_ = 0, position_ = 0;
  std::optional<std::uint64_t> left_end_;  ///< of the last member with content that was left
  std::deque<Member> members_;             ///< from the one that holds position_ on
  Mode mode_ = Mode::unknown;
  bool input_ended_ = false, at_end_ = false, inflating_ = false;
  z_stream zlib_{};
};

// ---------------------------------------------------------------------------------------- records

namespace {

/// The next line with its break, "" at the end. Lines without an end are cut.
template <class Stream>
Result<std::string_view> peek_line(Stream& stream) {
  for (std::size_t size = 512; size <= kLongestHeader; size *= 2) {
    if (const auto ready = stream.want(size); !ready) return ready.error();
    const auto end = stream.peek().find('\n');
    if (const auto border = stream.next_member(); border && *border < stream.position() + end) {
      const auto before = static_cast<std::size_t>(*border - stream.position());
      if (before > 0 && stream.peek().substr(before).starts_with("WARC/"))
        return stream.peek().substr(0, before);
    }
    if (end != std::string_view::npos) return stream.peek().substr(0, end + 1);
    if (stream.peek().size() < size) return stream.peek();
  }
  return stream.peek().substr(0, kLongestHeader);
}

/// Up to the line that begins a record. False at the end.
template <class Stream>
Result<bool> find_record(Stream& stream) {
  for (bool counted = false;;) {
    const auto line = peek_line(stream);
    if (!line) return line.error();
    if (line->empty()) return false;
    if (line->starts_with("WARC/")) return true;
    if (!trimmed(*line).empty() && !counted) {
      ++stream.damaged;
      counted = true;
    }
    stream.skip(line->size());
  }
}

template <class Stream>
Result<Header> read_header(Stream& stream) {
  Header header;
  for (std::size_t size = 0; size < kLongestHeader;) {
    const auto line = peek_line(stream);
    if (!line) return line.error();
    const auto text = std::string(*line);
    if (size > 0 && text.starts_with("WARC/")) break;  // this one was cut off
    stream.skip(text.size());
    size += text.size();
    if (trimmed(text).empty()) break;
    add_line(header, text);
  }
  return header;
}

/// `length` bytes; fewer at the end, or where another record begins with a member of its own.
template <class Stream>
Result<std::string> read_bytes_of(Stream& stream, std::uint64_t length, bool keep) {
  std::string content;
  for (std::uint64_t left = length; left > 0;) {
    if (const auto ready = stream.want(std::min<std::uint64_t>(left, kPiece)); !ready) return ready.error();
    auto piece = stream.peek().substr(0, left);
    if (piece.empty()) break;
    if (const auto border = stream.next_member(); border && *border < stream.position() + piece.size()) {
      const auto before = static_cast<std::size_t>(*border - stream.position());
      if (stream.peek().substr(before).starts_with("WARC/")) {
        content += piece.substr(0, before);
        stream.skip(before);
        break;
      }
      piece = piece.substr(0, std::max<std::size_t>(before, 1));
    }
    if (keep) content += piece;
    left -= piece.size();
    stream.skip(piece.size());
  }
  return content;
}

/// Skips the blank lines behind a record, which belong to its member. Where that ends in the file; nothing
/// where it holds more.
template <class Stream>
Result<std::optional<std::uint64_t>> finish_member(Stream& stream) {
  for (;;) {
    if (const auto ready = stream.want(1); !ready) return ready.error();
    if (const auto end = stream.end_of_member()) return end;
    if (!stream.peek().starts_with('\r') && !stream.peek().starts_with('\n'))
      return std::optional<std::uint64_t>();
    stream.skip(1);
  }
}

}  // namespace

Result<WarcRecord> read_warc_record(const WarcPlace& place) {
  const auto file = open_file(place.file, place.offset);
  if (!file) return file.error();
  WarcReader reader(**file, place.file);
  WarcRecord record;
  const auto found = reader.next(record);
  if (!found) return found.error();
  if (record.offset == 0 && !record.cut_off) {
    record.offset = place.offset;
    return record;
  }
  return Error{Error::Kind::input,
               fmt::format("{}: no whole record begins at byte {}", place.file, place.offset), ""};
}

WarcReader::WarcReader(Reader& input, std::string name)
    : stream_(std::make_unique<Stream>(input)), name_(std::move(name)) {}
WarcReader::~WarcReader() = default;

std::size_t WarcReader::damaged() const { return stream_->damaged; }

Result<bool> WarcReader::next(WarcRecord& record) {
  for (;;) {
    const auto found = find_record(*stream_);
    if (!found) return found.error();
    if (!*found && read_ == 0)
      return Error{Error::Kind::input,
                   fmt::format("{}: this is no web archive: no record begins in it", name_), ""};
    if (!*found) return false;
    record = {};
    record.offset = stream_->offset();
    const auto begin = stream_->position();
    const bool begins_member = stream_->begins_member();
    const auto header = read_header(*stream_);
    if (!header) return header.error();
    const auto length = content_length(*header);
    ++read_;
    if (!length) {
      ++stream_->damaged;
      continue;
    }
    const bool keep = *length <= kLargestDocument;
    auto content = read_bytes_of(*stream_, *length, keep);
    if (!content) return content.error();
    if (!keep) {
      ++stream_->damaged;
      continue;
    }
    record.cut_off = content->size() < *length;
    stream_->damaged += record.cut_off;
    record.content_length = *length;
    record.type = header->get("warc-type");
    if (record.type.empty()) record.type = "unknown";
    record.uri = header->get("warc-target-uri");
    if (record.uri.starts_with('<') && record.uri.ends_with('>'))
      record.uri = record.uri.substr(1, record.uri.size() - 2);
    record.date = header->get("warc-date");
    record.id = header->get("warc-record-id");
    record.content_type = header->get("content-type");
    record.length = stream_->position() - begin;
    read_content(record, *header, std::move(*content));
    if (stream_->compressed()) {
      const auto end = finish_member(*stream_);
      if (!end) return end.error();
      record.length = begins_member && *end ? **end - record.offset : 0;
    }
    return true;
  }
}

}  // namespace gegenprobe::ingest

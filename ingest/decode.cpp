#include "ingest/decode.h"

#include <fmt/format.h>
#include <simdjson.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <vector>

#include "ingest/embedded.h"
#include "ingest/sniff.h"

namespace gegenprobe::ingest {
namespace {

using std::string_view_literals::operator""sv;

struct Charset {
  std::string_view name, converter;
  std::vector<std::string_view> labels;
};

std::vector<std::string_view> split(std::string_view line, char by) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= line.size();) {
    const auto end = std::min(line.find(by, begin), line.size());
    parts.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

const std::vector<Charset>& charsets() {
  static const auto all = [] {
    std::vector<Charset> list;
    for (const auto line : embedded::lines(embedded::charsets())) {
      auto parts = split(line, ' ');
      list.push_back({parts[0], parts[1], {parts.begin() + 2, parts.end()}});
    }
    return list;
  }();
  return all;
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }
char lower(char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower(std::string_view text) {
  std::string copy(text);
  std::ranges::transform(copy, copy.begin(), [](char c) { return lower(c); });
  return copy;
}

bool same_letters(std::string_view text, std::string_view lower_case) {
  return std::ranges::equal(text, lower_case, {}, [](char c) { return lower(c); });
}

// ---------------------------------------------------------------------------------------- declarations

/// "charset = 'x'" inside of a content attribute, as the HTML standard extracts it.
std::string_view charset_within(std::string_view content) {
  for (std::size_t at = 0; at + 7 <= content.size(); ++at) {
    if (!same_letters(content.substr(at, 7), "charset")) continue;
    auto rest = content.substr(at + 7);
    while (!rest.empty() && is_space(rest[0])) rest.remove_prefix(1);
    if (rest.empty() || rest[0] != '=') continue;
    rest.remove_prefix(1);
    while (!rest.empty() && is_space(rest[0])) rest.remove_prefix(1);
    if (rest.empty()) return "";
    if (rest[0] == '"' || rest[0] == '\'') {
      const auto end = rest.find(rest[0], 1);
      return end == rest.npos ? "" : rest.substr(1, end - 1);
    }
    return rest.substr(0, rest.find_first_of(" \t\n\f\r;"));
  }
  return "";
}

/// The standard asks for 1024 bytes, and lets a declaration that comes later change the encoding all the
/// same.
constexpr std::size_t kPrescanned = std::size_t{1} << 16;

/// The HTML standard's "prescan a byte stream to determine its encoding", step by step.
class Prescan {
 public:
  explicit Prescan(std::string_view html) : html_(html.substr(0, kPrescanned)) {}

  std::optional<std::string_view> run() {
    while (at_ < html_.size()) {
      const auto rest = html_.substr(at_);
      if (rest.starts_with("<!--")) {
        skip_behind("-->", at_ + 2);
      } else if (rest.size() > 5 && same_letters(rest.substr(0, 5), "<meta") &&
                 (is_space(rest[5]) || rest[5] == '/')) {
        at_ += 5;
        if (const auto found = read_meta()) return found;
      } else if (is_tag(rest)) {
        at_ = std::min(html_.find_first_of(" \t\n\f\r>", at_), html_.size());
        while (next_attribute()) {
        }
      } else if (rest.starts_with("<!") || rest.starts_with("</") || rest.starts_with("<?")) {
        skip_behind(">", at_);
      } else {
        ++at_;
      }
    }
    return std::nullopt;
  }

 private:
  static bool is_tag(std::string_view rest) {
    if (rest.size() < 2 || rest[0] != '<') return false;
    const char letter = lower(rest[1] == '/' && rest.size() > 2 ? rest[2] : rest[1]);
    return 'a' <= letter && letter <= 'z';
  }

  void skip_behind(std::string_view end, std::size_t from) {
    const auto at = html_.find(end, from);
    at_ = at == html_.npos ? html_.size() : at + end.size();
  }

  std::optional<std::string_view> read_meta() {
    bool pragma = false;
    std::optional<bool> need_pragma;
    std::optional<std::string_view> charset;
    std::vector<std::string> seen;
    while (next_attribute()) {
      if (std::ranges::find(seen, name_) != seen.end()) continue;
      seen.push_back(name_);
      if (name_ == "http-equiv") pragma |= value_ == "content-type";
      if (name_ == "content" && !charset) {
        charset = charset_of_label(charset_within(value_));
        if (charset) need_pragma = true;
      }
      if (name_ == "charset") {
        charset = charset_of_label(value_);
        need_pragma = false;
      }
    }
    if (!need_pragma || (*need_pragma && !pragma) || !charset) return std::nullopt;
    if (charset->starts_with("utf-16")) return "utf-8";
    return *charset == "x-user-defined" ? "windows-1252" : *charset;
  }

  char peek() const { return at_ < html_.size() ? html_[at_] : '\0'; }

  /// Fills name_ and value_, both in lower case. False at the tag's end.
  bool next_attribute() {
    while (at_ < html_.size() && (is_space(peek()) || peek() == '/')) ++at_;
    if (at_ >= html_.size() || peek() == '>') return false;
    name_.clear();
    value_.clear();
    while (at_ < html_.size() && !is_space(peek()) && peek() != '/' && peek() != '>' &&
           !(peek() == '=' && !name_.empty()))
      name_ += lower(html_[at_++]);
    while (at_ < html_.size() && is_space(peek())) ++at_;
    if (peek() != '=') return true;
    ++at_;
    while (at_ < html_.size() && is_space(peek())) ++at_;
    read_value();
    return at_ < html_.size();
  }

  void read_value() {
    const char quote = peek();
    if (quote == '"' || quote == '\'') {
      const auto end = std::min(html_.find(quote, at_ + 1), html_.size());
      value_ = lower(html_.substr(at_ + 1, end - at_ - 1));
      at_ = std::min(end + 1, html_.size());
      return;
    }
    while (at_ < html_.size() && !is_space(peek()) && peek() != '>') value_ += lower(html_[at_++]);
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::string name_, value_;
};

std::optional<std::string_view> xml_declared(std::string_view bytes) {
  const auto end = bytes.substr(0, 1024).find("?>");
  if (!bytes.starts_with("<?xml") || end == bytes.npos) return std::nullopt;
  const auto declaration = bytes.substr(0, end);
  const auto at = declaration.find("encoding");
  if (at == declaration.npos) return std::nullopt;
  const auto open = declaration.find_first_of("\"'", at);
  if (open == declaration.npos) return std::nullopt;
  const auto close = declaration.find(declaration[open], open + 1);
  return charset_of_label(declaration.substr(open + 1, close - open - 1));
}

struct Mark {
  std::string_view bytes, charset;
};
constexpr std::array kMarks = {Mark{"\xEF\xBB\xBF"sv, "utf-8"}, Mark{"\xFF\xFE\0\0"sv, "utf-32le"},
                               Mark{"\0\0\xFE\xFF"sv, "utf-32be"}, Mark{"\xFF\xFE"sv, "utf-16le"},
                               Mark{"\xFE\xFF"sv, "utf-16be"}};

// ---------------------------------------------------------------------------------------- conversion

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // inside of ICU's macro
/// The character at `at`, which then stands behind it; negative for an ill-formed stretch.
UChar32 next_character(std::string_view bytes, std::size_t& at) {
  UChar32 code = 0;
  U8_NEXT(bytes.data(), at, bytes.size(), code);
  return code;
}
#pragma GCC diagnostic pop

struct Utf8Check {
  std::size_t good = 0, broken = 0;  ///< characters of several bytes; stretches that are none
  bool broken_at_end_only = false;
};

Utf8Check check_utf8(std::string_view bytes) {
  Utf8Check check;
  std::size_t first_broken = bytes.size();
  for (std::size_t at = 0; at < bytes.size();) {
    const auto begin = at;
    const auto code = next_character(bytes, at);
    if (code >= 0x80) ++check.good;
    if (code < 0 && check.broken++ == 0) first_broken = begin;
  }
  check.broken_at_end_only = check.broken == 1 && first_broken + 4 > bytes.size();
  return check;
}

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// Each ill-formed stretch gives one U+FFFD, cut as the Encoding Standard cuts it.
std::string repaired_utf8(std::string_view bytes, std::size_t& broken) {
  std::string utf8;
  utf8.reserve(bytes.size() + 64);
  std::size_t good_from = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto begin = at;
    if (next_character(bytes, at) >= 0) continue;
    utf8.append(bytes.substr(good_from, begin - good_from)).append(kReplacement);
    good_from = at;
    ++broken;
  }
  return utf8.append(bytes.substr(good_from));
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

void append_utf8(std::string& utf8, char32_t code) {
  std::array<char, 4> encoded;
  std::int32_t size = 0;
  U8_APPEND_UNSAFE(encoded.data(), size, code);
  utf8.append(encoded.data(), size);
}

/// Where ICU's tables and those of the Encoding Standard differ: bytes -> text, of one encoding.
using Patches = std::map<std::string, std::string, std::less<>>;

unsigned long hexadecimal(std::string_view digits) { return std::stoul(std::string(digits), nullptr, 16); }

std::map<std::string, Patches, std::less<>> read_patches() {
  std::map<std::string, Patches, std::less<>> all;
  for (const auto line : embedded::lines(embedded::charset_patches())) {
    const auto parts = split(line, ' ');
    std::string bytes, text;
    for (std::size_t i = 0; i + 1 < parts[1].size(); i += 2)
      bytes += static_cast<char>(hexadecimal(parts[1].substr(i, 2)));
    for (const auto code : split(parts[2], '+')) append_utf8(text, static_cast<char32_t>(hexadecimal(code)));
    all[std::string(parts[0])].emplace(std::move(bytes), std::move(text));
  }
  return all;
}

const Patches& patches_of(std::string_view charset) {
  static const auto all = read_patches();
  static const Patches none;
  const auto at = all.find(charset == "gbk" ? "gb18030" : charset);
  return at == all.end() ? none : at->second;
}

/// ICU's conversion, held to the Encoding Standard where that differs: in single characters, in the areas for
/// private use that some tables fill, and in that a broken pair does not swallow an ASCII character.
class Conversion {
 public:
  Conversion(std::string_view charset, UConverter* converter)
      : converter_(converter),
        patches_(patches_of(charset)),
        private_use_(charset != "big5" && charset != "euc-kr" && charset != "windows-874") {}

  std::string run(std::string_view bytes) {
    utf8_.reserve(bytes.size() + bytes.size() / 8);
    for (std::size_t begin = 0; begin < bytes.size(); begin += kPiece)
      convert(bytes.substr(begin, kPiece), begin + kPiece >= bytes.size());
    return std::move(utf8_);
  }
  std::size_t broken() const { return broken_; }

 private:
  static constexpr std::size_t kPiece = 8192;

  void convert(std::string_view piece, bool last) {
    const char* next = piece.data();
    const char* const end = next + piece.size();
    for (UErrorCode status = U_BUFFER_OVERFLOW_ERROR; status == U_BUFFER_OVERFLOW_ERROR;) {
      status = U_ZERO_ERROR;
      const auto rest = std::string_view(next, static_cast<std::size_t>(end - next));
      auto* out = units_.data();
      ucnv_toUnicode(converter_, &out, units_.data() + units_.size(), &next, end, offsets_.data(),
                     last ? 1 : 0, &status);
      append(rest.substr(0, static_cast<std::size_t>(next - rest.data())),
             static_cast<std::size_t>(out - units_.data()));
    }
  }

  void append(std::string_view bytes, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      char32_t code = units_[i];
      if (U16_IS_LEAD(code)) {
        high_ = units_[i];
        continue;
      }
      if (U16_IS_TRAIL(code)) code = U16_GET_SUPPLEMENTARY(high_, code);
      append(code, code < 0x80 ? "" : source_of(bytes, i, count));
    }
  }

  /// The bytes that units_[i] stands for; none where they began in the piece before.
  std::string_view source_of(std::string_view bytes, std::size_t i, std::size_t count) const {
    const auto begin = offsets_[i];
    auto next = i + 1;
    while (next < count && offsets_[next] == begin) ++next;
    const auto end = next < count ? static_cast<std::size_t>(offsets_[next]) : bytes.size();
    if (begin < 0 || end > bytes.size() || end < static_cast<std::size_t>(begin)) return "";
    return bytes.substr(static_cast<std::size_t>(begin), end - static_cast<std::size_t>(begin));
  }

  void append(char32_t code, std::string_view source) {
    const auto patch = source.empty() ? patches_.end() : patches_.find(source);
    if (patch != patches_.end() && patch->second != kReplacement) {
      utf8_ += patch->second;
      return;
    }
    const bool is_private = (0xE000 <= code && code <= 0xF8FF) || code >= 0xF0000;
    const bool nothing = code == 0xFFFD || patch != patches_.end() || (is_private && !private_use_);
    append_utf8(utf8_, nothing ? 0xFFFD : code);
    if (!nothing) return;
    ++broken_;
    if (source.size() == 2 && static_cast<unsigned char>(source[1]) < 0x80) utf8_ += source[1];
  }

  UConverter* converter_;
  const Patches& patches_;
  bool private_use_;
  std::array<char16_t, kPiece * 2> units_;
  std::array<std::int32_t, kPiece * 2> offsets_;
  char16_t high_ = 0;
  std::string utf8_;
  std::size_t broken_ = 0;
};

std::string converted(std::string_view bytes, std::string_view charset, std::string_view converter_name,
                      std::size_t& broken) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(
      ucnv_open(std::string(converter_name).c_str(), &status));
  if (U_FAILURE(status)) return repaired_utf8(bytes, broken);
  Conversion conversion(charset, converter.get());
  auto utf8 = conversion.run(bytes);
  broken += conversion.broken();
  return utf8;
}

// ---------------------------------------------------------------------------------------- detection

/// UTF-16 and UTF-32 without a mark: the zeros of their ASCII characters.
std::optional<std::string_view> wide_charset(std::string_view bytes) {
  std::array<std::size_t, 4> zeros{};
  const auto head = bytes.substr(0, 4096);
  for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 4] += head[i] == '\0';
  const auto quarter = head.size() / 4;
  const auto many = [&](std::size_t i) { return zeros[i] * 2 > quarter; };
  const auto few = [&](std::size_t i) { return zeros[i] * 20 < quarter; };
  if (quarter < 2) return std::nullopt;
  if (few(0) && many(1) && many(2) && many(3)) return "utf-32le";
  if (many(0) && many(1) && many(2) && few(3)) return "utf-32be";
  if (few(0) && many(1) && few(2) && many(3)) return "utf-16le";
  if (many(0) && few(1) && many(2) && few(3)) return "utf-16be";
  return std::nullopt;
}

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

std::string_view detected_charset(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
  const auto head = bytes.substr(0, 1 << 18);
  ucsdet_setText(detector.get(), head.data(), static_cast<std::int32_t>(head.size()), &status);
  ucsdet_enableInputFilter(detector.get(), head.find('<') != head.npos ? 1 : 0);
  const auto* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr || ucsdet_getConfidence(match, &status) < 20)
    return "windows-1252";
  const char* name = ucsdet_getName(match, &status);
  // ICU tells the halves of a code page apart that the web does not.
  const auto charset = U_SUCCESS(status) ? charset_of_label(name) : std::nullopt;
  if (charset && charset->starts_with("iso-8859-8")) return "windows-1255";
  return charset && *charset != "replacement" && !charset->starts_with("utf-") ? *charset : "windows-1252";
}

bool is_multi_byte(std::string_view charset) {
  constexpr std::array kNames = {"gbk"sv, "gb18030"sv, "big5"sv, "euc-jp"sv, "shift_jis"sv, "euc-kr"sv};
  return std::ranges::find(kNames, charset) != kNames.end();
}

/// What bytes are that were declared as `charset`, or as nothing (empty).
Decoded decoded_with_doubt(std::string_view bytes, std::string_view charset, CharsetBasis basis) {
  if (charset == "iso-2022-jp") return decode_as(bytes, charset, basis);
  if ((charset.empty() || charset == "utf-8") && simdjson::validate_utf8(bytes.data(), bytes.size()))
    return decode_as(bytes, "utf-8", charset.empty() ? CharsetBasis::valid : basis);
  const auto check = check_utf8(bytes);
  const bool valid = check.broken == 0;
  if (charset == "utf-8" && check.good > 0 && check.broken <= 1 + check.good)
    return decode_as(bytes, "utf-8", basis);
  if (!charset.empty() && charset != "utf-8") {
    // Two-byte encodings can look like UTF-8 by chance; the letters of code pages practically cannot.
    const bool certain = valid && check.good >= (is_multi_byte(charset) ? 8u : 1u);
    return certain ? decode_as(bytes, "utf-8", CharsetBasis::repaired) : decode_as(bytes, charset, basis);
  }
  if (check.broken_at_end_only || check.broken * 10 < check.good)
    return decode_as(bytes, "utf-8", charset.empty() ? CharsetBasis::detected : basis);
  return decode_as(bytes, detected_charset(bytes),
                   charset.empty() ? CharsetBasis::detected : CharsetBasis::repaired);
}

}  // namespace

Decoded decode_as(std::string_view bytes, std::string_view name, CharsetBasis basis) {
  Decoded result{.utf8 = {}, .charset = std::string(name), .basis = basis};
  if (name == "utf-8") {
    if (simdjson::validate_utf8(bytes.data(), bytes.size()))
      result.utf8 = bytes;
    else
      result.utf8 = repaired_utf8(bytes, result.broken);
    return result;
  }
  const auto charset = std::ranges::find(charsets(), name, &Charset::name);
  const auto converter = charset == charsets().end() ? name : charset->converter;
  result.utf8 = converted(bytes, name, converter, result.broken);
  return result;
}

std::optional<std::string_view> charset_of_label(std::string_view label) {
  while (!label.empty() && is_space(label.front())) label.remove_prefix(1);
  while (!label.empty() && is_space(label.back())) label.remove_suffix(1);
  const auto wanted = lower(label);
  for (const auto& charset : charsets())
    if (std::ranges::find(charset.labels, wanted) != charset.labels.end()) return charset.name;
  return std::nullopt;
}

std::optional<std::string_view> declared_charset(std::string_view html) {
  for (const auto& mark : kMarks)
    if (html.starts_with(mark.bytes)) return mark.charset;
  if (const auto found = Prescan(html).run()) return found;
  return xml_declared(html);
}

std::string charset_of_content_type(std::string_view content_type) {
  return std::string(charset_within(content_type));
}

Result<Decoded> decode(std::string_view bytes, std::string_view header_charset) {
  for (const auto& mark : kMarks)
    if (bytes.starts_with(mark.bytes))
      return decode_as(bytes.substr(mark.bytes.size()), mark.charset, CharsetBasis::mark);
  if (const auto kind = binary_kind(bytes); !kind.empty())
    return Error{Error::Kind::input,
                 fmt::format("this is no text but {}{}", kind.starts_with("binary") ? "" : "a ", kind),
                 "give text, HTML or JSON Lines; convert other documents to text first"};
  if (const auto wide = wide_charset(bytes)) return decode_as(bytes, *wide, CharsetBasis::detected);
  const auto usable = [](std::string_view charset) {
    return charset != "replacement" && !charset.starts_with("utf-16") && !charset.starts_with("utf-32");
  };
  if (const auto header = charset_of_label(header_charset); header && usable(*header))
    return decoded_with_doubt(bytes, *header, CharsetBasis::header);
  if (const auto declared = declared_charset(bytes); declared && usable(*declared))
    return decoded_with_doubt(bytes, *declared, CharsetBasis::declared);
  return decoded_with_doubt(bytes, "", CharsetBasis::valid);
}

}  // namespace gegenprobe::ingest

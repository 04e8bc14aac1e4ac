// Two passes. The first copies the text in stretches as long as possible and stops only at gaps (runs of
// spaces, line breaks and invisible characters) and at the few characters that have a plainer twin. The
// second, NFC, runs only where a character was seen that could need it; ICU's edits keep the way back.
//
// Limits: a hard-wrapped text is known by its right margin (see WrapFinder), so that two wrapped lines on
// their own, or a text wrapped at less than 40 columns, keep their line breaks.
#include "ingest/normalise.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>

namespace gegenprobe::ingest {
namespace {

using Offset = std::uint32_t;

enum class Kind : std::uint8_t { letter, hyphen, space, line_break, page_break, invisible };

bool is_gap(Kind kind) { return kind >= Kind::space; }

struct Char {
  char32_t code;
  Offset end;
};

Char decode_at(std::string_view text, Offset at) {
  if (U8_IS_SINGLE(text[at])) return {static_cast<unsigned char>(text[at]), at + 1};
  auto next = static_cast<std::int32_t>(at);
  UChar32 code = 0;
  U8_NEXT_UNSAFE(text.data(), next, code);
  return {static_cast<char32_t>(code), static_cast<Offset>(next)};
}

constexpr bool within(char32_t code, char32_t first, char32_t last) { return first <= code && code <= last; }

/// U+001E is the hyphen that does not break, as word processors leave it in text that was copied out. A
/// backslash is no letter of news but what is left of a line break or of an escaped sign: see is_escape().
constexpr Kind kind_among_all(char32_t code) {
  if (code == ' ' || code == '\\' || code == '\t' || code == 0xA0 || code == 0x1680 ||
      within(code, 0x2000, 0x200A) || code == 0x202F || code == 0x205F || code == 0x3000)
    return Kind::space;
  if (within(code, '\n', '\v') || code == '\r' || code == 0x85 || code == 0x2028) return Kind::line_break;
  if (code == '\f' || code == 0x2029) return Kind::page_break;
  if (code == 0x1E || within(code, 0x2010, 0x2011)) return Kind::hyphen;
  const bool invisible = code < ' ' || within(code, 0x7F, 0x9F) || code == 0xAD || code == 0x34F ||
                         code == 0x61C || within(code, 0x180B, 0x180E) || within(code, 0x200B, 0x200F) ||
                         within(code, 0x202A, 0x202E) || within(code, 0x2060, 0x206F) ||
                         within(code, 0xFE00, 0xFE0F) || code == 0xFEFF || within(code, 0xFFF9, 0xFFFB) ||
                         within(code, 0xE0000, 0xE0FFF);
  return invisible ? Kind::invisible : Kind::letter;
}

Kind kind_of(char32_t code) {
  static constexpr auto kAscii = [] {
    std::array<Kind, 0x80> kinds{};
    for (char32_t c = 0; c < kinds.size(); ++c) kinds[c] = kind_among_all(c);
    return kinds;
  }();
  return code < kAscii.size() ? kAscii[code] : kind_among_all(code);
}

/// Below U+0300 every character is its own normal form, unless one from above follows it; the punctuation,
/// currency signs and ligature-free letters that news use above are listed so that they cost no second pass.
bool may_need_nfc(char32_t code) {
  if (code < 0x300 || within(code, 0x2010, 0x205E) || within(code, 0x2070, 0x20CF)) return false;
  return !within(code, 0x410, 0x44F) && !within(code, 0x2122, 0x2125) && code != 0xFFFD;
}

/// Where the escaped tag that begins at an '&' ends («&lt;a href="…"&gt;», as feeds leave it that escape
/// twice); `at` where there is none. A code in angle brackets («&lt;MSFT.O&gt;») is no tag.
Offset escaped_tag_end(std::string_view source, Offset at) {
  constexpr std::string_view kOpen = "&lt;", kClose = "&gt;";
  constexpr std::size_t kLongestName = 10, kLongestTag = 400;
  if (source.substr(at, kOpen.size()) != kOpen) return at;
  auto name = at + kOpen.size();
  if (name < source.size() && source[name] == '/') ++name;
  const auto is_name = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '1' && c <= '6');
  };
  auto end = name;
  while (end < source.size() && is_name(source[end])) ++end;
  if (end == name || end - name > kLongestName || end == source.size()) return at;
  const auto close = source.substr(end, kLongestTag).find(kClose);
  const bool attributes = source[end] == ' ' || source[end] == '\n' || source[end] == '/';
  if (close == std::string_view::npos || (close != 0 && !attributes)) return at;
  return static_cast<Offset>(end + close + kClose.size());
}

/// A sign that a character reference stands for, and where it ends; 0 where there is none.
struct Reference {
  char sign;
  Offset end;
};

/// «AT&amp;T», «Germany&#39;s» as feeds leave them that escape twice, "AT amp;T", "Germany #39;s" where a
/// space took the place of their ampersand as well.
Reference reference_at(std::string_view source, Offset at) {
  constexpr std::array<std::pair<std::string_view, char>, 7> kReferences{{{"amp;", '&'},
                                                                          {"#39;", '\''},
                                                                          {"apos;", '\''},
                                                                          {"quot;", '"'},
                                                                          {"#34;", '"'},
                                                                          {"#36;", '$'},
                                                                          {"#38;", '&'}}};
  if (source[at] != '&' && source[at] != ' ') return {0, at};
  for (const auto& [name, sign] : kReferences)
    if (source.substr(at + 1, name.size()) == name) return {sign, static_cast<Offset>(at + 1 + name.size())};
  return {0, at};
}

/// Whether a reference may have lost its ampersand.
bool may_have_bare_reference(std::string_view source) {
  return source.find(" #3") != source.npos || source.find(" amp;") != source.npos ||
         source.find(" quot;") != source.npos;
}

/// "US\$5", "the firm\'s": a backslash that only says that the sign behind it means itself.
bool is_escape(std::string_view source, Offset at) {
  return source[at] == '\\' && at + 1 < source.size() &&
         std::string_view("$'\"&%#_").find(source[at + 1]) != std::string_view::npos;
}

/// Bytes that never end a stretch: visible ASCII, and the characters U+00C0 to U+02FF (leads C3 to CB) with
/// the continuation bytes, which are only met behind their lead.
constexpr std::array<bool, 256> kPlainByte = [] {
  std::array<bool, 256> plain{};
  for (int byte = 0x21; byte < 0x7F; ++byte)
    plain[byte] = byte != '&' && byte != '\\';  // they may begin escaped markup or signs
  for (int byte = 0x80; byte < 0xC0; ++byte) plain[byte] = true;
  for (int byte = 0xC3; byte < 0xCC; ++byte) plain[byte] = true;
  return plain;
}();

bool is_plain(char byte) { return kPlainByte[static_cast<unsigned char>(byte)]; }

#ifdef __SSE2__
/// A bit for each of sixteen bytes, the first lowest.
std::uint32_t bits(__m128i bytes) { return static_cast<std::uint32_t>(_mm_movemask_epi8(bytes)); }
std::uint32_t equal_bytes(__m128i bytes, char byte) {
  return bits(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(byte)));
}

/// Those of kPlainByte. Bytes are compared as signed numbers: from 0x80 on they come before ASCII.
std::uint32_t plain_bytes(__m128i bytes) {
  const auto byte = [](int value) { return _mm_set1_epi8(static_cast<char>(value)); };
  const auto above = [&](int value) { return _mm_cmpgt_epi8(bytes, byte(value)); };
  const auto below = [&](int value) { return _mm_cmplt_epi8(bytes, byte(value)); };
  const auto letters = _mm_or_si128(below(0xC0), _mm_and_si128(above(0xC2), below(0xCC)));
  const auto is = [&](int value) { return _mm_cmpeq_epi8(bytes, byte(value)); };
  const auto others = _mm_or_si128(is(0x7F), _mm_or_si128(is('&'), is('\\')));
  return bits(_mm_andnot_si128(others, _mm_or_si128(letters, above(' '))));
}
#endif

// ---------------------------------------------------------------------------------------- hard wraps

struct Line {
  Offset begin, end;                       ///< without the line break
  Offset indent = 0, width = 0, word = 0;  ///< in characters; `word` is the length of the first word
  bool lower_start = false, item = false, ends_sentence = false;
};

/// In a sum of bytes, as many as may be counted in one, which compilers make vector instructions of.
Offset characters(std::string_view text) {
  Offset trails = 0;
  for (auto rest = text; !rest.empty();) {
    const auto some = rest.substr(0, 255);
    std::uint8_t sum = 0;
    for (const char c : some) sum = static_cast<std::uint8_t>(sum + U8_IS_TRAIL(c));
    trails += sum;
    rest.remove_prefix(some.size());
  }
  return static_cast<Offset>(text.size()) - trails;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

std::string_view without_blanks_behind(std::string_view text) {
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

/// Its length in characters. A space that does not break ends it too: the same text reads the same with
/// either.
Offset first_word(std::string_view text) {
  Offset length = 0;
  for (Offset at = 0; at < text.size(); ++length) {
    if (text[at] == ' ' || text[at] == '\t') break;
    if (U8_IS_SINGLE(text[at])) {
      ++at;
      continue;
    }
    const auto [code, end] = decode_at(text, at);
    if (code > 0x7F && kind_of(code) == Kind::space) break;
    at = end;
  }
  return length;
}

Line measured(std::string_view source, Offset begin, Offset end) {
  Line line{.begin = begin, .end = end};
  auto text = without_blanks_behind(source.substr(begin, end - begin));
  while (line.indent < text.size() && (text[line.indent] == ' ' || text[line.indent] == '\t')) ++line.indent;
  line.width = characters(text);
  text.remove_prefix(line.indent);
  if (text.empty()) return line;
  line.word = first_word(text);
  const auto first = static_cast<UChar32>(decode_at(text, 0).code);
  line.lower_start = u_islower(first);
  line.item = std::string_view("-*+>").find(text[0]) != text.npos || first == 0x2022 || first == 0x2013;
  line.ends_sentence = std::string_view(".!?:").find(text.back()) != text.npos;
  return line;
}

/// Finds the line breaks that stand where a space was: a machine wrapped the text at a right margin, which
/// shows in that the first word of each line would not have fitted on the line before, and in sentences that
/// go on in small letters.
class WrapFinder {
 public:
  explicit WrapFinder(std::string_view source) : source_(source) {
    constexpr std::size_t kLines = 32;  // of a block, nearly always
    block_.reserve(kLines);
  }

  /// Offsets of the '\n' that are wraps, ascending.
  std::vector<Offset> find() {
    for (std::size_t begin = 0; begin < source_.size();) {
      const auto end = std::min(source_.find('\n', begin), source_.size());
      if (without_blanks_behind(source_.substr(begin, end - begin)).empty())
        settle_block();
      else
        block_.push_back({.begin = Offset(begin), .end = Offset(end)});
      begin = end + 1;
    }
    settle_block();
    return std::move(wraps_);
  }

 private:
  static constexpr Offset kNarrowest = 40, kWidest = 120;  ///< columns of a right margin
  static constexpr Offset kLongestMeasured = 1000;         ///< bytes; what is longer is a paragraph

  /// One line that is too long says that the block has no margin, and most paragraphs are such lines.
  bool may_be_wrapped() const {
    const auto& longest =
        std::ranges::max(block_, {}, [](const Line& line) { return line.end - line.begin; });
    return longest.end - longest.begin <= kLongestMeasured &&
           measured(source_, longest.begin, longest.end).width <= kWidest;
  }

  bool is_continuation(std::size_t next) const {
    return block_[next].indent < margin_left_ + 2 && !block_[next].item;
  }
  bool fills(std::size_t at, Offset margin) const {
    return block_[at].width + 1 + block_[at + 1].word + 2 > margin;
  }

  void settle_block() {
    if (block_.size() > 1 && may_be_wrapped()) {
      for (auto& line : block_) line = measured(source_, line.begin, line.end);
      const auto margin = right_margin();
      for (std::size_t at = 0; margin && at + 1 < block_.size(); ++at)
        if (is_continuation(at + 1) && is_wrap(at, margin)) wraps_.push_back(block_[at].end);
    }
    block_.clear();
  }

  bool is_wrap(std::size_t at, Offset margin) const {
    if (fills(at, margin)) return true;
    return !block_[at].ends_sentence && block_[at].width * 2 > margin;
  }

  /// The block's right margin, 0 where it has none. A short block counts as wrapped at the margin that the
  /// one before it had; on its own it shows too little.
  Offset right_margin() {
    const auto width = std::ranges::max(block_, {}, &Line::width).width;
    margin_left_ = std::ranges::min(block_, {}, &Line::indent).indent;
    if (width < kNarrowest || width > kWidest) return 0;
    const bool follows = last_margin_ != 0 && width <= last_margin_ + 2 && width + 14 > last_margin_;
    const auto margin = follows ? std::max(width, last_margin_) : width;
    unsigned breaks = 0, running_on = 0, lower = 0;
    for (std::size_t at = 0; at + 1 < block_.size(); ++at) {
      const bool ends = block_[at].ends_sentence && !fills(at, margin);
      if (!is_continuation(at + 1) || ends) continue;
      ++breaks;
      if (block_[at + 1].lower_start) ++lower;
      if (fills(at, margin) || (block_[at + 1].lower_start && is_wrap(at, margin))) ++running_on;
    }
    // Lists and headlines begin their lines with capitals and digits, sentences seldom do so throughout.
    const bool enough = follows || running_on > 1 || (running_on == 1 && lower == 1);
    if (!enough || running_on * 10 < breaks * 6 || (!follows && lower * 4 < running_on)) return 0;
    return last_margin_ = margin;
  }

  std::string_view source_;
  std::vector<Line> block_;
  std::vector<Offset> wraps_;
  Offset last_margin_ = 0, margin_left_ = 0;
};

// ---------------------------------------------------------------------------------------- the way back

/// Grows text and steps together. in_source() reads the steps so: where a step begins exactly at a span's
/// end, its source is that end; the last step at a span's begin is that begin. So a place where source was
/// dropped has two steps, one for each side.
class Writer {
 public:
  explicit Writer(NormalisedText& out) : out_(out) {}

  void copy(std::string_view source, Offset begin, Offset end) {
    if (begin == end) return;
    step_to(begin);
    out_.utf8.append(source, begin, end - begin);
  }
  /// `character` stands for all of [begin, end).
  void put(char character, Offset begin, Offset end) {
    step_to(begin);
    out_.utf8.push_back(character);
    if (end - begin != 1) step_to(end);
  }
  /// What stood between the last character, which ended at `end`, and the next, at `begin`, is left out.
  void skip(Offset end, Offset begin) {
    const auto at = static_cast<Offset>(out_.utf8.size());
    if (at != 0 && (out_.steps.back().at != at || out_.steps.back().source != end))
      out_.steps.push_back({at, end});
    step_to(begin);
  }
  bool empty() const { return out_.utf8.empty(); }

 private:
  void step_to(Offset source) {
    const auto at = static_cast<Offset>(out_.utf8.size());
    if (out_.steps.empty() || at == 0) {
      out_.steps.assign(1, {at, source});
      return;
    }
    const auto& last = out_.steps.back();
    if (last.source + (at - last.at) != source) out_.steps.push_back({at, source});
  }

  NormalisedText& out_;
};

// ---------------------------------------------------------------------------------------- first pass

class Cleaner {
 public:
  Cleaner(std::string_view source, NormalisedText& out)
      : source_(source),
        size_(static_cast<Offset>(source.size())),
        writer_(out),
        bare_references_(may_have_bare_reference(source)) {
    if (source.find('\n') != source.npos) wraps_ = WrapFinder(source).find();
  }

  /// True where the second pass is needed.
  bool run() {
    while (at_ < size_) {
      if (!bare_references_) skip_plain_words();
      if (at_ == size_) break;
      const char byte = source_[at_];
      if (bare_references_ && byte == ' ' && take_reference()) continue;
      if (is_plain(byte)) {
        do ++at_;
        while (at_ < size_ && is_plain(source_[at_]));
      } else if (byte == ' ' && at_ + 1 < size_ && at_ > copied_ && is_plain(source_[at_ + 1])) {
        at_ += 2;
      } else {
        take_special();
      }
    }
    writer_.copy(source_, copied_, size_);
    return may_need_nfc_;
  }

 private:
  /// Past plain bytes and the single spaces between them, sixteen at once; the last is never a space. Changes
  /// nothing but the speed: run() passes them too.
  void skip_plain_words() {
#ifdef __SSE2__
    while (at_ + 16 <= size_) {
      const auto bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(source_.data() + at_));
      const std::uint32_t plain = plain_bytes(bytes), spaces = equal_bytes(bytes, ' ');
      const std::uint32_t before = plain << 1 | (at_ > copied_ ? 1 : 0), behind = plain >> 1;
      const auto passed = static_cast<Offset>(std::countr_one(plain | (spaces & before & behind)));
      at_ += passed;
      if (passed < 15) return;  // what follows a space in the last place is not known
    }
#endif
  }

  /// Whether a character reference stands here, which is read then.
  bool take_reference() {
    const auto reference = reference_at(source_, at_);
    if (reference.sign == 0) return false;
    writer_.copy(source_, copied_, at_);
    // "Johnson amp; Johnson": the space is one, too.
    const bool spaced = source_[at_] == ' ' && reference.sign == '&' && at_ > 0 && source_[at_ - 1] != ' ' &&
                        reference.end < size_ && source_[reference.end] == ' ';
    if (spaced) writer_.put(' ', at_, at_ + 1);
    writer_.put(reference.sign, at_ + spaced, reference.end);
    at_ = copied_ = reference.end;
    return true;
  }

  void take_special() {
    if (source_[at_] == '&' && take_reference()) return;
    const auto [code, end] = decode_at(source_, at_);
    const auto kind = kind_of(code);
    if (is_gap(kind) || (code == '&' && escaped_tag_end(source_, at_) != at_)) return take_gap();
    if (kind == Kind::hyphen) {
      writer_.copy(source_, copied_, at_);
      writer_.put('-', at_, end);
      copied_ = end;
    } else if (may_need_nfc(code)) {
      may_need_nfc_ = true;
      if (is_surplus_mark(code, end)) {
        writer_.copy(source_, copied_, at_);
        writer_.skip(at_, end);
        copied_ = end;
      }
    }
    at_ = end;
  }

  /// Unicode's stream-safe form ends at 30 marks on one letter; more are a joke or an attack, and putting
  /// them in order takes the square of their number.
  bool is_surplus_mark(char32_t code, Offset end) {
    if (u_getCombiningClass(static_cast<UChar32>(code)) == 0) return false;
    marks_ = marks_end_ == at_ ? marks_ + 1 : 1;
    marks_end_ = end;
    return marks_ > 30;
  }

  void take_gap() {
    const auto begin = at_;
    const char separator = read_gap();
    if (at_ - begin == 1 && source_[begin] == separator && at_ < size_ && begin > copied_) return;
    writer_.copy(source_, copied_, begin);
    copied_ = at_;
    if (at_ == size_) return;
    if (separator == 0 && marks_end_ == begin) marks_end_ = at_;
    if (separator == 0 || writer_.empty())
      writer_.skip(begin, at_);
    else
      writer_.put(separator, begin, at_);
  }

  /// Leaves at_ behind the gap. What stands for it: a line break, a space, or nothing (0).
  char read_gap() {
    const auto begin = at_;
    bool space = false, page = false;
    unsigned breaks = 0, wraps = 0;
    while (at_ < size_) {
      if (const auto tag = source_[at_] == '&' ? escaped_tag_end(source_, at_) : at_; tag != at_) {
        space = true;
        at_ = tag;
        continue;
      }
      const auto [code, end] = decode_at(source_, at_);
      const auto kind = kind_of(code);
      if (!is_gap(kind)) break;
      if (bare_references_ && at_ > begin && reference_at(source_, at_).sign != 0) break;
      if (kind == Kind::space) space = space || !is_escape(source_, at_);
      if (kind == Kind::page_break) page = true;
      if (kind == Kind::line_break && !(code == '\r' && end < size_ && source_[end] == '\n')) {
        ++breaks;
        if (is_wrap(at_)) ++wraps;
      }
      at_ = end;
    }
    if (page || breaks > wraps) return '\n';
    return space || wraps ? ' ' : '\0';
  }

  bool is_wrap(Offset at) {
    while (next_wrap_ < wraps_.size() && wraps_[next_wrap_] < at) ++next_wrap_;
    return next_wrap_ < wraps_.size() && wraps_[next_wrap_] == at;
  }

  std::string_view source_;
  Offset size_;
  Writer writer_;
  std::vector<Offset> wraps_;
  std::size_t next_wrap_ = 0;
  Offset at_ = 0, copied_ = 0;
  Offset marks_ = 0, marks_end_ = 0;  ///< combining marks in a row, and where the last one ended
  bool may_need_nfc_ = false;
  bool bare_references_;
};

// ---------------------------------------------------------------------------------------- second pass

Offset source_of_begin(const NormalisedText& text, Offset at) {
  if (text.steps.empty()) return 0;
  const auto after = std::ranges::upper_bound(text.steps, at, {}, &NormalisedText::Step::at);
  const auto source = std::prev(after)->source + (at - std::prev(after)->at);
  return after == text.steps.end() ? source : std::min(source, after->source);
}

Offset source_of_end(const NormalisedText& text, Offset at) {
  const auto step = std::ranges::lower_bound(text.steps, at, {}, &NormalisedText::Step::at);
  if (step != text.steps.end() && step->at == at) return step->source;
  if (step == text.steps.begin()) return 0;
  const auto source = std::prev(step)->source + (at - std::prev(step)->at);
  return step == text.steps.end() ? source : std::min(source, step->source);
}

/// Steps of the composed text: those of the clean one, moved along with the text they belong to, and a pair
/// around each stretch that composing changed.
std::vector<NormalisedText::Step> composed_steps(const NormalisedText& clean, const icu::Edits& edits) {
  std::vector<NormalisedText::Step> steps;
  auto next = clean.steps.begin();
  UErrorCode status = U_ZERO_ERROR;
  auto edit = edits.getFineIterator();
  while (edit.next(status)) {
    const auto old_begin = static_cast<Offset>(edit.sourceIndex());
    const auto old_end = old_begin + static_cast<Offset>(edit.oldLength());
    const auto begin = static_cast<Offset>(edit.destinationIndex());
    const auto end = begin + static_cast<Offset>(edit.newLength());
    for (; next != clean.steps.end() && next->at < old_end; ++next)
      if (!edit.hasChange() || next->at == old_begin)
        steps.push_back({begin + (next->at - old_begin), next->source});
    if (!edit.hasChange()) continue;
    if (steps.empty() || steps.back().at != begin)
      steps.push_back({begin, source_of_begin(clean, old_begin)});
    steps.push_back({end, source_of_end(clean, old_end)});
    if (next == clean.steps.end() || next->at != old_end) continue;
    ++next;  // it is the end just written; where the source goes on behind a gap, its twin follows
  }
  return steps;
}

void compose(NormalisedText& text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfc = icu::Normalizer2::getNFCInstance(status);
  assert(U_SUCCESS(status));
  const icu::StringPiece clean(text.utf8.data(), static_cast<std::int32_t>(text.utf8.size()));
  if (nfc->isNormalizedUTF8(clean, status)) return;
  std::string composed;
  composed.reserve(text.utf8.size());
  icu::StringByteSink<std::string> sink(&composed);
  icu::Edits edits;
  nfc->normalizeUTF8(0, clean, sink, &edits, status);
  assert(U_SUCCESS(status));
  text.steps = composed_steps(text, edits);
  text.utf8 = std::move(composed);
}

}  // namespace

NormalisedText normalise(std::string_view source) {
  NormalisedText text;
  text.source_size = static_cast<Offset>(source.size());
  constexpr std::size_t kBytesOfStep = 64;  // as many as a wrapped line has
  text.utf8.reserve(source.size());
  text.steps.reserve(source.size() / kBytesOfStep + 4);
  if (Cleaner(source, text).run()) compose(text);
  if (text.steps.empty()) text.steps.push_back({0, 0});
  return text;
}

Span in_source(const NormalisedText& text, Span span) {
  const auto begin = source_of_begin(text, span.begin);
  if (span.empty()) return {begin, begin};
  return {begin, std::max(begin, source_of_end(text, span.end))};
}

}  // namespace gegenprobe::ingest

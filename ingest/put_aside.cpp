// A mark is a character of plane 15, which Unicode leaves to private use and gumbo passes through; its place
// in the plane is the number of the text.
#include "ingest/put_aside.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace gegenprobe::ingest {
namespace {

constexpr std::size_t kFirst = 0xF0000, kMost = 0xFFFD;  // the last two of a plane are no characters
constexpr std::size_t kMarkSize = 4;                     // bytes
constexpr char kLead = '\xF3';

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

/// Bytes of which no character begins that is replaced: no controls, and none of the few lead bytes (C2, EF,
/// F0 and above) under which C1 controls and noncharacters hide.
constexpr std::array<bool, 256> plain_bytes() {
  std::array<bool, 256> plain{};
  for (std::size_t byte = 0x20; byte < 0xEF; ++byte)
    plain[byte] = byte != '&' && byte != 0x7F && byte != 0xC2;
  for (const char space : {'\t', '\n', '\f', '\r'}) plain[static_cast<unsigned char>(space)] = true;
  return plain;
}

std::size_t bits(char byte) { return static_cast<unsigned char>(byte) & 0x3Fu; }

/// The number of the mark at the begin of `text`.
std::optional<std::size_t> mark_at(std::string_view text) {
  if (text.size() < kMarkSize || text[0] != kLead || static_cast<unsigned char>(text[1]) < 0xB0)
    return std::nullopt;
  return (bits(text[1]) << 12 | bits(text[2]) << 6 | bits(text[3])) & 0xFFFF;
}

std::string mark_of(std::size_t number) {
  const auto tail = [&](std::size_t shift) { return static_cast<char>(0x80 | (number >> shift & 0x3F)); };
  return {kLead, static_cast<char>(0xB0 | number >> 12), tail(6), tail(0)};
}

/// «&#xF0142;» at the begin of `text`.
bool refers_to_mark(std::string_view text) {
  text.remove_prefix(2);
  const bool hex = text.starts_with('x') || text.starts_with('X');
  if (hex) text.remove_prefix(1);
  std::size_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number, hex ? 16 : 10);
  return read.ec == std::errc() && number >= kFirst && number <= kFirst + 0xFFFF;
}

}  // namespace

bool PutAside::is_possible_in(std::string_view page) {
  for (auto at = page.find(kLead); at != page.npos; at = page.find(kLead, at + 1))
    if (mark_at(page.substr(at))) return false;
  for (auto at = page.find("&#"); at != page.npos; at = page.find("&#", at + 1))
    if (refers_to_mark(page.substr(at))) return false;
  return true;
}

bool PutAside::is_plain(std::string_view text) {
  static constexpr auto kPlain = plain_bytes();
  return std::ranges::all_of(text, [](char c) { return kPlain[static_cast<unsigned char>(c)]; });
}

std::string PutAside::put(std::string_view text, bool squeeze) {
  if (texts_.size() == kMost) return "";
  auto* const begin = static_cast<char*>(room_->allocate(text.size() + 1, 1));
  auto* end = begin;
  for (const char c : text)
    if (!squeeze || !is_space(c) || end == begin || !is_space(end[-1])) *end++ = c;
  *end = '\0';
  texts_.emplace_back(begin, static_cast<std::size_t>(end - begin));
  return mark_of(texts_.size() - 1);
}

const char* PutAside::value(std::string_view marked) const {
  const auto mark = mark_at(marked);
  return mark && marked.size() == kMarkSize && *mark < texts_.size() ? texts_[*mark].data() : nullptr;
}

std::string_view PutAside::restored(std::string_view text) const {
  if (text.find(kLead) == text.npos) return text;
  if (const auto mark = mark_at(text); mark && text.size() == kMarkSize && *mark < texts_.size())
    return texts_[*mark];
  std::string whole;
  for (std::size_t at = 0; at < text.size();) {
    const auto mark = mark_at(text.substr(at));
    const bool known = mark && *mark < texts_.size();
    whole += known ? texts_[*mark] : text.substr(at, 1);
    at += known ? kMarkSize : 1;
  }
  auto* const copy = static_cast<char*>(room_->allocate(whole.size() + 1, 1));
  copy[whole.copy(copy, whole.size())] = '\0';
  return {copy, whole.size()};
}

}  // namespace gegenprobe::ingest

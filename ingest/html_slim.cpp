// Tags are read as the HTML standard's tokenizer reads them, so that a '>' within a quoted value is none. The
// depth counts tags, not elements, and so never touches a page that a browser would show; gumbo's tree
// builder looks through all open elements for each tag, hence the bound.
#include "ingest/html_slim.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

namespace gegenprobe::ingest {
namespace {

using std::string_view_literals::operator""sv;

constexpr int kDeepest = 512;                  // as in browsers
constexpr std::size_t kLeastAside = 8;         // bytes; a mark has four
constexpr std::size_t kLargestPart = 1 << 20;  // bytes

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

bool is_letter(char c) { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z'); }

bool same_letters(std::string_view text, std::string_view lower_case) {
  return std::ranges::equal(text, lower_case, {}, [](char c) { return static_cast<char>(c | 0x20); });
}

/// Elements that close by themselves, or may stay open: they say nothing about the depth.
bool may_stay_open(std::string_view name) {
  constexpr std::array kNames = {"area"sv,  "base"sv, "body"sv,  "br"sv,     "col"sv,   "dd"sv,     "dt"sv,
                                 "embed"sv, "hr"sv,   "html"sv,  "head"sv,   "img"sv,   "input"sv,  "li"sv,
                                 "link"sv,  "meta"sv, "p"sv,     "option"sv, "param"sv, "source"sv, "td"sv,
                                 "th"sv,    "tr"sv,   "tbody"sv, "thead"sv,  "track"sv, "wbr"sv};
  return std::ranges::any_of(kNames, [&](std::string_view known) { return same_letters(name, known); });
}

/// The attributes that the other files read.
bool is_read(std::string_view name) {
  constexpr std::array kNames = {"class"sv,    "id"sv,         "href"sv,       "rel"sv,      "type"sv,
                                 "name"sv,     "role"sv,       "lang"sv,       "style"sv,    "title"sv,
                                 "hidden"sv,   "content"sv,    "pubdate"sv,    "property"sv, "itemprop"sv,
                                 "datetime"sv, "http-equiv"sv, "aria-hidden"sv};
  return std::ranges::any_of(kNames, [&](std::string_view known) {
    return name.size() == known.size() && (name[0] | 0x20) == known[0] && same_letters(name, known);
  });
}

/// Where one of the set stands from `at` on, or one that is not in it; the end where there is none. The
/// standard's own search asks for each letter anew whether it is in a string.
struct ByteSet {
  constexpr explicit ByteSet(std::string_view letters) {
    for (const char c : letters) holds[static_cast<unsigned char>(c)] = true;
  }
  std::size_t find(std::string_view text, std::size_t at, bool wanted = true) const {
    while (at < text.size() && holds[static_cast<unsigned char>(text[at])] != wanted) ++at;
    return at;
  }
  std::array<bool, 256> holds{};
};
constexpr ByteSet kSpaces(" \t\r\n\f"), kEndsTagName(" \t\r\n\f/>"), kEndsName(" \t\r\n\f/>="),
    kEndsValue(" \t\r\n\f>"), kBeforeName(" \t\r\n\f/"), kQuotesOrEnds(">=");

class Slimmer {
 public:
  Slimmer(std::string_view html, Links links, Drawings drawings) : html_(html), links_(links) {
    slim_.html.reserve(html.size() / 4);
    parts_ = {Part{"noscript"sv}, Part{"select"sv}};
    if (drawings == Drawings::dropped) parts_.push_back({"svg"sv});
  }

  SlimHtml run() {
    for (auto at = text(0); at < html_.size(); at = text(at)) {
      const auto rest = html_.substr(at);
      if (rest.starts_with("<!--"))
        at = drop(at, behind("-->", at + 2));
      else if (rest.size() > 1 && is_letter(rest[1]))
        at = open_tag(at);
      else if (rest.size() > 2 && rest[1] == '/' && is_letter(rest[2]))
        at = close_tag(at);
      else
        at = no_tag(at);
    }
    slim_.html.append(html_.substr(copied_));
    return std::move(slim_);
  }

 private:
  std::size_t behind(std::string_view mark, std::size_t from) const {
    const auto at = html_.find(mark, from);
    return at == html_.npos ? html_.size() : at + mark.size();
  }

  /// Where the next tag begins. Runs of spaces before it become one, as they are read anyway.
  std::size_t text(std::size_t at) {
    const auto end = std::min(html_.find('<', at), html_.size());
    auto first = at, last = end;
    while (first < last && is_space(html_[first])) ++first;
    while (last > first && is_space(html_[last - 1])) --last;
    const auto words = html_.substr(first, last - first);
    if (words.size() < kLeastAside || !marks_possible_ || !PutAside::is_plain(words)) return squeeze(at, end);
    const auto mark = slim_.aside.put(words, true);
    if (mark.empty()) return squeeze(at, end);
    squeeze(at, first);
    drop(first, last, mark);
    return squeeze(last, end);
  }

  /// A '<' that opens no tag: a sign, or what declares something. What follows is read as it stands.
  std::size_t no_tag(std::size_t at) {
    return squeeze(at + 1, std::min(html_.find('<', at + 1), html_.size()));
  }

  std::size_t squeeze(std::size_t at, std::size_t end) {
    for (; at + 1 < end; ++at)
      if (is_space(html_[at]) && is_space(html_[at + 1])) {
        const auto begin = at + 1;
        while (at < end && is_space(html_[at])) ++at;
        drop(begin, at);
      }
    return end;
  }

  std::size_t drop(std::size_t begin, std::size_t end, std::string_view instead = "") {
    slim_.html.append(html_.substr(copied_, begin - copied_)).append(instead);
    copied_ = end;
    return end;
  }

  std::string_view name_at(std::size_t at) const {
    return html_.substr(at, kEndsTagName.find(html_, at) - at);
  }

  /// Behind the '>' of the tag at `at`; one within a quoted value is none.
  std::size_t behind_tag(std::size_t at) const {
    for (;;) {
      at = kQuotesOrEnds.find(html_, at);
      if (at == html_.size()) return at;
      if (html_[at] == '>') return at + 1;
      at = kSpaces.find(html_, at + 1, false);
      if (at == html_.size()) return at;
      if (html_[at] != '"' && html_[at] != '\'') continue;
      at = html_.find(html_[at], at + 1);
      if (at == html_.npos) return html_.size();
      ++at;
    }
  }

  std::size_t open_tag(std::size_t at) {
    const auto name = name_at(at + 1);
    const auto from = at + 1 + name.size();
    const bool script = same_letters(name, "script");
    if (script || same_letters(name, "style")) {
      const auto end = behind_tag(from);
      const auto close = std::min(close_of(name, end, html_.size()), html_.size());
      const bool data = script && html_.substr(at, end - at).find("ld+json") != html_.npos;
      if (data) slim_.json_ld.emplace_back(html_.substr(end, close - end));
      const auto behind = behind_tag(close);
      return parts_text(at, behind) ? drop(end, close) : drop(at, behind);
    }
    if (same_letters(name, "img") || same_letters(name, "source")) return drop(at, behind_tag(from));
    for (auto& part : parts_)
      if (same_letters(name, part.name))
        if (const auto end = behind_tag(from); html_[end - 1] != '>' || html_[end - 2] != '/')
          if (const auto close = next_close(part, end); close != html_.npos && close - at < kLargestPart)
            return drop(at, behind(">", close), " ");
    const bool deep = depth_ >= kDeepest && !same_letters(name, "p") && !same_letters(name, "br");
    if (may_stay_open(name) ? !deep : ++depth_ <= kDeepest)
      return attributes(from, links_ == Links::first_letter && same_letters(name, "a"));
    return drop(at, behind_tag(from), " ");
  }

  /// Whether text stands before or behind, which the element keeps apart.
  bool parts_text(std::size_t begin, std::size_t end) const {
    const auto before = html_.substr(0, begin).find_last_not_of(" \t\r\n\f");
    const auto after = html_.find_first_not_of(" \t\r\n\f", end);
    return (before != html_.npos && html_[before] != '>') || (after != html_.npos && html_[after] != '<');
  }

  /// Drops what is_read() does not know; gives the byte behind the tag.
  std::size_t attributes(std::size_t at, bool cut_address) {
    const auto skip = [&](const ByteSet& set) { at = set.find(html_, at, false); };
    while (at < html_.size()) {
      const auto begin = at;
      skip(kBeforeName);
      if (at == html_.size() || html_[at] == '>') break;
      const auto name = at;
      at = kEndsName.find(html_, at + 1);
      const auto name_end = at;
      auto value = at;
      skip(kSpaces);
      if (at < html_.size() && html_[at] == '=') {
        ++at;
        skip(kSpaces);
        value = at;
        at = behind_value(at);
      } else {
        at = name_end;
      }
      const auto word = html_.substr(name, name_end - name);
      if (!is_read(word) || (same_letters(word, "style") && !may_hide(html_.substr(value, at - value))))
        drop(begin, at);
      else if (cut_address && same_letters(word, "href"))
        cut(value, at);
      else
        put_aside(value, at);
    }
    return std::min(at + 1, html_.size());
  }

  /// A quoted value; pages repeat most of them.
  void put_aside(std::size_t begin, std::size_t end) {
    if (end - begin < kLeastAside + 2 || !marks_possible_ || (html_[begin] != '"' && html_[begin] != '\'') ||
        html_[end - 1] != html_[begin])
      return;
    const auto value = html_.substr(begin + 1, end - begin - 2);
    const auto [known, is_new] = marks_.try_emplace(value);
    if (is_new && PutAside::is_plain(value)) known->second = slim_.aside.put(value, false);
    if (!known->second.empty()) drop(begin + 1, end - 1, known->second);
  }

  static bool may_hide(std::string_view style) { return style.find("none") != style.npos; }

  /// Of a quoted value only the first letter stays, so that "#part" can be told from what leaves the page.
  void cut(std::size_t value, std::size_t end) {
    if (end - value > 4 && (html_[value] == '"' || html_[value] == '\'') && html_[end - 1] == html_[value] &&
        html_[value + 1] != '&')
      drop(value + 2, end - 1);
  }

  std::size_t behind_value(std::size_t at) const {
    if (at >= html_.size() || html_[at] == '>') return std::min(at, html_.size());
    if (html_[at] == '"' || html_[at] == '\'')
      return std::min(html_.find(html_[at], at + 1), html_.size() - 1) + 1;
    return kEndsValue.find(html_, at);
  }

  std::size_t close_tag(std::size_t at) {
    const auto name = name_at(at + 2);
    const auto end = behind(">", at);
    if (same_letters(name, "script") || same_letters(name, "style")) return end;
    const bool deep = depth_ > kDeepest;
    if (may_stay_open(name)) return deep ? drop(at, end, " ") : end;
    depth_ = std::max(depth_ - 1, 0);
    return deep ? drop(at, end, " ") : end;
  }

  /// Where "</name" stands within `most` bytes, in letters of any case; npos where it does not.
  std::size_t close_of(std::string_view name, std::size_t from, std::size_t most) const {
    std::string lower(name);
    std::ranges::transform(lower, lower.begin(), [](char c) { return static_cast<char>(c | 0x20); });
    const auto end = most < html_.size() - std::min(from, html_.size()) ? from + most : html_.size();
    for (auto at = html_.find("</", from); at < end; at = html_.find("</", at + 2))
      if (same_letters(html_.substr(at + 2, name.size()), lower)) return at;
    return html_.npos;
  }

  struct Part {
    std::string_view name;
    std::size_t close = 0;  ///< the first one behind where it was last asked for
  };

  /// The same as close_of(), which is asked for each part of a page only once.
  std::size_t next_close(Part& part, std::size_t from) const {
    if (part.close == 0 || (part.close != html_.npos && part.close < from))
      part.close = close_of(part.name, from, html_.size());
    return part.close;
  }

  std::vector<Part> parts_;  ///< hold no text
  std::string_view html_;
  Links links_;
  const bool marks_possible_ = PutAside::is_possible_in(html_);
  SlimHtml slim_;
  std::unordered_map<std::string_view, std::string> marks_;  ///< of values
  std::size_t copied_ = 0;
  int depth_ = 0;
};

}  // namespace

SlimHtml slim_html(std::string_view html, Links links, Drawings drawings) {
  return Slimmer(html, links, drawings).run();
}

}  // namespace gegenprobe::ingest

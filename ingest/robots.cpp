// RFC 9309. Where it leaves something open, as the majority of google/robotstxt, crawler-commons, Protego and
// robots-parser does; only what a site says in more words than needed is never taken for permission.
#include "ingest/robots.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "ingest/page_words.h"

namespace gegenprobe::ingest {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::size_t kLargestFile = std::size_t{500} << 10;
constexpr std::size_t kLongestLine =
    2083 * 8 - 1;  // Google's: the longest address of old browsers, eight times
constexpr std::chrono::hours kLongestDelay{24};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\f' || c == '\v'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

enum class Field { other, agent, allow, disallow, delay, sitemap };

Field field_of(std::string_view name) {
  struct Spelling {
    std::string_view name;
    Field field;
  };
  constexpr std::array kSpellings = {
      Spelling{"user-agent"sv, Field::agent},  Spelling{"useragent"sv, Field::agent},
      Spelling{"user agent"sv, Field::agent},  Spelling{"allow"sv, Field::allow},
      Spelling{"disallow"sv, Field::disallow}, Spelling{"dissallow"sv, Field::disallow},
      Spelling{"dissalow"sv, Field::disallow}, Spelling{"disalow"sv, Field::disallow},
      Spelling{"diasllow"sv, Field::disallow}, Spelling{"disallaw"sv, Field::disallow},
      Spelling{"crawl-delay"sv, Field::delay}, Spelling{"crawldelay"sv, Field::delay},
      Spelling{"sitemap"sv, Field::sitemap},   Spelling{"site-map"sv, Field::sitemap}};
  const auto lower = lower_case(name);
  const auto at = std::ranges::find(kSpellings, lower, &Spelling::name);
  return at == kSpellings.end() ? Field::other : at->field;
}

struct Line {
  std::string_view name, value;
};

/// "name: value"; without the colon only where exactly two words stand there.
Line parts_of(std::string_view line) {
  line = trimmed(line.substr(0, line.find('#')));
  if (const auto colon = line.find(':'); colon != line.npos)
    return {trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1))};
  const auto end = std::min(line.find_first_of(" \t"), line.size());
  const auto value = trimmed(line.substr(end));
  if (value.find_first_of(" \t") != value.npos) return {};
  return {line.substr(0, end), value};
}

/// The name in a line of robots.txt: up to white space or a version.
std::string agent_of_line(std::string_view value) {
  return lower_case(value.substr(0, value.find_first_of(" \t/")));
}

/// The name in what a crawler sends: "gegenprobe/0.1 (+https://…)", "Mozilla/5.0 (compatible;
/// gegenprobe/0.1)".
std::string agent_of_header(std::string_view header) {
  header = trimmed(header);
  if (const auto at = header.find("compatible;"); at != header.npos)
    header = trimmed(header.substr(at + "compatible;"sv.size()));
  else if (header.find('/') == header.npos)
    return lower_case(header);
  return lower_case(header.substr(0, header.find_first_of("/;,) ")));
}

// ---------------------------------------------------------------------------------------- paths

int hex_value(char c) {
  if ('0' <= c && c <= '9') return c - '0';
  if ('a' <= c && c <= 'f') return c - 'a' + 10;
  if ('A' <= c && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_unreserved(unsigned char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

/// Characters that stand for themselves in a path or a query, besides the unreserved.
bool is_reserved(char c) { return ":/?#[]@!&'()+,;="sv.find(c) != std::string_view::npos; }

void append_escaped(std::string& out, unsigned char byte) {
  constexpr auto kDigits = "0123456789ABCDEF"sv;
  out += '%';
  out += kDigits[byte >> 4];
  out += kDigits[byte & 15];
}

/// One form for all spellings of a path, so that patterns are compared byte by byte: escaped is what must be,
/// and what was escaped without need no longer is. "*" and "$" that are meant as such stand escaped, except
/// where `keep` names them.
std::string plain_path(std::string_view path, std::string_view keep) {
  std::string out;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const char c = path[i];
    const bool escape =
        c == '%' && i + 2 < path.size() && hex_value(path[i + 1]) >= 0 && hex_value(path[i + 2]) >= 0;
    if (escape) {
      const auto byte = static_cast<unsigned char>(hex_value(path[i + 1]) * 16 + hex_value(path[i + 2]));
      i += 2;
      if (is_unreserved(byte))
        out += static_cast<char>(byte);
      else
        append_escaped(out, byte);
    } else if (is_unreserved(static_cast<unsigned char>(c)) || is_reserved(c) || keep.find(c) != keep.npos) {
      out += c;
    } else {
      append_escaped(out, static_cast<unsigned char>(c));
    }
  }
  return out;
}

/// From the path on, without the fragment; "/" where there is no path.
std::string path_of(std::string_view url) {
  url = url.substr(0, url.find('#'));
  const auto scheme = url.find("://");
  if (scheme != url.npos && scheme < url.find_first_of("/?")) {
    const auto begin = url.find_first_of("/?", scheme + 3);
    url = begin == url.npos ? "" : url.substr(begin);
  }
  const auto path = plain_path(url, "");
  return path.starts_with('/') ? path : "/" + path;
}

/// '*' stands for any characters; the pattern must cover the begin of the path, or all of it.
/// Only the last '*' is ever taken back, so that the time is bounded by the product of the lengths.
bool matches(std::string_view pattern, bool to_the_end, std::string_view path) {
  std::size_t in_pattern = 0, in_path = 0, star = pattern.npos, star_path = 0;
  for (;;) {
    if (in_pattern == pattern.size() && (!to_the_end || in_path == path.size())) return true;
    if (in_pattern < pattern.size() && pattern[in_pattern] == '*') {
      star = in_pattern++;
      star_path = in_path;
    } else if (in_pattern < pattern.size() && in_path < path.size() && pattern[in_pattern] == path[in_path]) {
      ++in_pattern;
      ++in_path;
    } else if (star != pattern.npos && star_path < path.size()) {
      in_pattern = star + 1;
      in_path = ++star_path;
    } else {
      return false;
    }
  }
}

}  // namespace

Robots::Robots(std::string_view bytes) {
  bytes = bytes.substr(0, kLargestFile);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  while (!bytes.empty()) {
    const auto end = std::min(bytes.find_first_of("\r\n"), bytes.size());
    read_line(bytes.substr(0, std::min(end, kLongestLine)));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
}

void Robots::read_line(std::string_view line) {
  const auto [name, value] = parts_of(line);
  switch (field_of(name)) {
    case Field::agent:
      return add_agent(value);
    case Field::allow:
      return add_rule(value, true);
    case Field::disallow:
      return add_rule(value, false);
    case Field::sitemap:
      if (!value.empty()) sitemaps_.emplace_back(value);
      return;
    case Field::delay: {
      double seconds = 0;
      const auto parsed = std::from_chars(value.data(), value.data() + value.size(), seconds);
      if (groups_.empty() || parsed.ec != std::errc() || !(seconds >= 0)) return;
      const auto bounded = std::min(seconds, std::chrono::duration<double>(kLongestDelay).count());
      groups_.back().delay = std::chrono::milliseconds(static_cast<std::int64_t>(bounded * 1000));
      return;
    }
    case Field::other:
      return;
  }
}

void Robots::add_agent(std::string_view value) {
  const auto agent = agent_of_line(value);
  if (agent.empty()) return;
  if (groups_.empty() || !groups_.back().open) groups_.emplace_back();
  groups_.back().agents.push_back(agent);
}

void Robots::add_rule(std::string_view value, bool allow) {
  if (groups_.empty()) return;
  groups_.back().open = false;
  if (value.empty()) return;
  Rule rule{.pattern = {}, .allow = allow, .to_the_end = value.ends_with('$')};
  if (rule.to_the_end) value.remove_suffix(1);
  rule.pattern = plain_path(value, "*");
  auto& rules = groups_.back().rules;
  // A folder and its index page are one document; who opens the one has not closed the other.
  for (const auto index : {"/index.html"sv, "/index.htm"sv})
    if (allow && rule.pattern.ends_with(index))
      rules.push_back({rule.pattern.substr(0, rule.pattern.size() - index.size() + 1), true, true});
  rules.push_back(std::move(rule));
}

std::vector<const Robots::Group*> Robots::groups_of(std::string_view agent) const {
  std::vector<const Group*> named, general;
  const auto token = agent_of_header(agent);
  for (const Group& group : groups_) {
    if (std::ranges::find(group.agents, token) != group.agents.end())
      named.push_back(&group);
    else if (std::ranges::find(group.agents, "*") != group.agents.end())
      general.push_back(&group);
  }
  return named.empty() ? general : named;
}

bool Robots::allows(std::string_view agent, std::string_view url) const {
  const auto path = path_of(url);
  if (path == "/robots.txt") return true;
  std::size_t longest = 0;
  bool allowed = true;
  for (const Group* group : groups_of(agent)) {
    for (const Rule& rule : group->rules) {
      const auto size = rule.pattern.size() + rule.to_the_end;
      if (size < longest || !matches(rule.pattern, rule.to_the_end, path)) continue;
      allowed = rule.allow || (size == longest && allowed);
      longest = size;
    }
  }
  return allowed;
}

std::optional<std::chrono::milliseconds> Robots::crawl_delay(std::string_view agent) const {
  std::optional<std::chrono::milliseconds> longest;
  for (const Group* group : groups_of(agent)) longest = std::max(longest, group->delay);
  return longest;
}

}  // namespace gegenprobe::ingest

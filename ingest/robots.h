#pragma once
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gegenprobe::ingest {

/// What a host asks of its visitors: its robots.txt as RFC 9309 reads it, with the slips forgiven that the
/// large crawlers forgive (a missing colon, a version behind a name).
class Robots {
 public:
  /// Never fails: lines that say nothing are skipped. Read are the first 500 KiB and of a line the first 16
  /// KiB.
  explicit Robots(std::string_view bytes);

  /// Whether `agent`, a product token ("gegenprobe") or a whole User-Agent header, may fetch `url`, absolute
  /// or from its path on. The longest matching pattern decides, "allow" between equals; /robots.txt itself
  /// always may be fetched.
  bool allows(std::string_view agent, std::string_view url) const;

  /// Crawl-delay, the longest of the agent's groups.
  std::optional<std::chrono::milliseconds> crawl_delay(std::string_view agent) const;

  const std::vector<std::string>& sitemaps() const { return sitemaps_; }  ///< as they are written

 private:
  struct Rule {
    std::string pattern;  ///< escapes in one form, without a '$' at its end
    bool allow = false;
    bool to_the_end = false;  ///< ended in '$'
  };
  struct Group {
    std::vector<std::string> agents;  ///< lower case; "*" for all
    std::vector<Rule> rules;
    std::optional<std::chrono::milliseconds> delay;
    bool open = true;  ///< no rule yet: a further agent joins
  };

  void read_line(std::string_view line);
  void add_agent(std::string_view value);
  void add_rule(std::string_view value, bool allow);
  std::vector<const Group*> groups_of(std::string_view agent) const;

  std::vector<Group> groups_;
  std::vector<std::string> sitemaps_;
};

}  // namespace gegenprobe::ingest

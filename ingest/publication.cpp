// Dates that are printed get points for what marks them (an element that is made for dates, a word such as
// «veröffentlicht») and for being near the headline, and lose some for standing in a teaser, a menu or a
// comment. The words are in data/page.toml.
#include "ingest/publication.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "ingest/day.h"
#include "ingest/element_name.h"
#include "ingest/page_date.h"
#include "ingest/page_words.h"

namespace gegenprobe::ingest {
namespace {

using Index = std::uint32_t;
using Node = HtmlTree::Node;

constexpr std::size_t kLongestText = 120;  // bytes; longer ones tell a story
constexpr Index kNear = 60, kFar = 200;    // nodes from the headline
constexpr int kSure = 5;                   // points; with fewer, the address and weak metadata come first

struct Printed {
  std::string date;
  int points = 0;
};

class PrintedDates {
 public:
  PrintedDates(const HtmlTree& tree, ElementNames& names, Index headline, std::string_view language)
      : tree_(tree), nodes_(tree.nodes()), names_(names), headline_(headline), language_(language) {}

  /// The one with most points, the first of equal ones; no date where the page prints none.
  Printed best() {
    for (Index i = 0; i < nodes_.size(); ++i) {
      while (!beside_.empty() && i >= nodes_[beside_.back()].end) beside_.pop_back();
      const auto& node = nodes_[i];
      if (node.is_text()) {
        read_text(i);
      } else if (node.tag == GUMBO_TAG_SCRIPT || node.tag == GUMBO_TAG_STYLE || node.tag == GUMBO_TAG_HEAD) {
        i = node.tag == GUMBO_TAG_HEAD ? i : node.end - 1;
      } else {
        if (is_beside(node) && !holds_headline(i)) beside_.push_back(i);
        read_element(i);
      }
    }
    return std::move(best_);
  }

 private:
  bool holds_headline(Index i) const { return i <= headline_ && headline_ < nodes_[i].end; }

  bool is_beside(const Node& node) {
    switch (node.tag) {
      case GUMBO_TAG_NAV:
      case GUMBO_TAG_FOOTER:
      case GUMBO_TAG_ASIDE:
      case GUMBO_TAG_FIGURE:
      case GUMBO_TAG_TITLE:
        return true;
      case GUMBO_TAG_HTML:
      case GUMBO_TAG_BODY:
        return false;
      default: {
        const auto place = names_.place_of(node);
        return place.comments || (place.beside && !is_named_date(node));
      }
    }
  }

  static bool is_named_date(const Node& node) {
    const auto words = words_of_name(node.attribute("class"));
    return words.size() <= 8 && std::ranges::any_of(words, [](const auto& word) {
             return page_words().date.names.contains(word);
           });
  }

  /// <time>, itemprop and their kin hold the date in an attribute, and often print it too.
  void read_element(Index i) {
    const auto& node = nodes_[i];
    const auto property = lower_case(node.attribute("itemprop"));
    const bool published = property == "datepublished" || node.has("pubdate");
    if (!published && property != "datecreated" && node.tag != GUMBO_TAG_TIME && node.tag != GUMBO_TAG_ABBR)
      return;
    const auto text = tree_.text_of(i);
    const auto printed = find_date(text, language_);
    for (const auto& value : {node.attribute("datetime"), node.attribute("content"), node.attribute("title"),
                              std::string_view(text)}) {
      auto date = find_date(value, language_);
      if (!date) continue;
      const int mark = published ? 6 : node.tag == GUMBO_TAG_TIME ? 4 : 2;
      return offer(on_day(std::move(*date), printed.value_or("").substr(0, 10)), mark + around(i, text));
    }
  }

  void read_text(Index i) {
    const auto& text = nodes_[i].text;
    if (text.size() < 6 || text.size() > kLongestText) return;
    auto date = find_date(text, language_);
    if (!date) return;
    int points = text.size() <= 45 ? 1 : 0;
    auto above = nodes_[i].parent;
    for (int up = 0; up < 2 && above != 0; ++up, above = nodes_[above].parent)
      if (is_named_date(nodes_[above])) {
        points += 3;
        break;
      }
    offer(std::move(*date), points + around(i, text));
  }

  int around(Index i, std::string_view text) {
    const auto& words = page_words().date;
    const auto holds = [lower = lower_case(text.substr(0, kLongestText))](const std::string& word) {
      return lower.find(word) != lower.npos;
    };
    int points = 0;
    if (std::ranges::any_of(words.published, holds))
      points += 3;
    else if (std::ranges::any_of(words.modified, holds))
      points -= 2;
    if (!beside_.empty()) points -= 5;
    return points + nearness(i);
  }

  int nearness(Index i) const {
    if (headline_ == 0) return 1;
    if (i > headline_) return i - headline_ <= kNear ? 3 : i - headline_ <= kFar ? 1 : 0;
    return headline_ - i <= kNear ? 2 : headline_ - i <= kFar ? 0 : -2;
  }

  void offer(std::string date, int points) {
    if (!best_.date.empty() && points <= best_.points) return;
    best_ = {std::move(date), points};
  }

  const HtmlTree& tree_;
  const std::vector<Node>& nodes_;
  ElementNames& names_;
  Index headline_;
  std::string_view language_;
  std::vector<Index> beside_;  ///< the open elements that stand beside the text
  Printed best_;
};

/// The last resort: scripts of the page often know it.
std::string first_iso_date(std::string_view html) {
  const auto is_digit = [](char c) { return '0' <= c && c <= '9'; };
  for (auto at = html.find('-'); at != html.npos; at = html.find('-', at + 1)) {
    if (at < 4 || at + 6 > html.size() || html[at + 3] != '-' || (at > 4 && is_digit(html[at - 5]))) continue;
    if (auto day = parse_day(html.substr(at - 4, 10));
        day && *day >= day_of(1995, 1, 1) && *day < day_of(2100, 1, 1))
      return iso(*day);
  }
  return "";
}

/// Days from `date` to the day in an address; 0 where one is missing.
long days_before(std::string_view date, std::string_view of_url) {
  const auto stated = parse_day(date.substr(0, 10)), url = parse_day(of_url);
  return stated && url ? (*stated - *url).count() : 0;
}

/// A time in UTC with the zone that makes it the day that readers see.
std::string as_printed(const std::string& utc, std::string_view printed, std::string_view language) {
  const auto day = printed.substr(0, 10);
  auto local = in_local_time(utc, language);
  if (local.substr(0, 10) == day) return local;
  return utc.substr(0, 10) == day ? utc : on_day(utc, day);
}

}  // namespace

std::string publication_date(const HtmlTree& tree, ElementNames& names, std::string_view html,
                             const StatedDates& stated, Index headline, std::string_view url,
                             std::string_view language) {
  auto of_url = date_in_url(url).value_or("");
  if (!stated.published.empty()) {
    // Pages that moved to another system get its day; the address keeps the first one.
    if (days_before(stated.published, of_url) > 2) return of_url;
    auto date = on_day(stated.published, of_url);
    if (date != stated.published || !date.ends_with("+00:00")) return date;
    const auto printed = PrintedDates(tree, names, headline, language).best();
    return printed.points >= kSure ? as_printed(date, printed.date, language) : in_local_time(date, language);
  }
  const auto printed = PrintedDates(tree, names, headline, language).best();
  if (printed.points >= kSure) return in_local_time(on_day(printed.date, of_url), language);
  if (!of_url.empty()) return of_url;
  if (!stated.dated.empty()) return in_local_time(stated.dated, language);
  if (!printed.date.empty()) return printed.date;
  return !stated.modified.empty() ? in_local_time(stated.modified, language) : first_iso_date(html);
}

}  // namespace gegenprobe::ingest

#include "ingest/headline.h"

#include <algorithm>
#include <array>

#include "ingest/page_blocks.h"
#include "ingest/page_date.h"
#include "ingest/page_words.h"

namespace gegenprobe::ingest {
namespace {

constexpr std::array<std::string_view, 11> kMarks = {" | ", " - ", " – ", " — ", " :: ", " • ",
                                                     " · ", " « ", " » ", " › ", " ǀ "};
constexpr std::size_t kShort = 8, kLong = 200;  // bytes; headings beyond are labels or texts
constexpr std::size_t kFewWords = 5;            // more than these are not alike by chance
constexpr std::size_t kLongest = 1000;          // what is longer is no title

bool is_same(std::string_view a, std::string_view b) { return lower_case(a) == lower_case(b); }

bool ends_alike(std::string_view text, std::string_view end) {
  return lower_case(text).ends_with(lower_case(end));
}

/// The words of the shorter one that stand in the other too, of all of its words: 0 to 1.
double likeness(std::string_view a, std::string_view b) {
  const auto words_a = words_of_name(a), words_b = words_of_name(b);
  const auto& few = words_a.size() < words_b.size() ? words_a : words_b;
  const auto& many = words_a.size() < words_b.size() ? words_b : words_a;
  if (few.empty()) return 0;
  const auto common = std::ranges::count_if(
      few, [&](const auto& word) { return std::ranges::find(many, word) != many.end(); });
  return double(common) / double(few.size());
}

bool resembles(std::string_view a, std::string_view b) {
  return std::min(words_of_name(a).size(), words_of_name(b).size()) >= 3 && likeness(a, b) >= 0.8;
}

/// "example" of "www.example.co.uk": the longest part of a host is the one that names somebody.
std::string name_of_host(std::string_view host) {
  std::string_view longest;
  for (std::size_t begin = 0; begin < host.size();) {
    const auto end = std::min(host.find('.', begin), host.size());
    if (end - begin > longest.size()) longest = host.substr(begin, end - begin);
    begin = end + 1;
  }
  return bare(longest);
}

class HeadlineFinder {
 public:
  explicit HeadlineFinder(const HeadlineSources& sources)
      : sources_(sources), outlet_(bare(sources.outlet)), host_(name_of_host(sources.host)) {
    for (const auto& text : sources.headings)
      if (!text.empty() && text.size() < kLong && !is_site_heading(text)) headings_.push_back(text);
    const auto bounded = [](const std::string& text) {
      return text.size() <= kLongest ? text : std::string();
    };
    described_ = cut(bounded(sources.described));
    shared_ = cut(bounded(sources.shared));
    window_ = cut(bounded(sources.window));
    for (auto& text : headings_) text = cut(text);
    for (const auto& text : headings_)
      if (is_cut_at_quote(shared_, text)) shared_ = text;
  }

  std::string find() const {
    if (auto alone = unlike_all_others(); !alone.empty()) return alone;
    for (const auto& text : headings_)
      if (is_same(shared_, described_) && text.size() > kShort && ends_alike(shared_, text)) return shared_;
    if (auto agreed = agreed_by_all_data(); !agreed.empty()) return agreed;
    if (auto heading = confirmed_heading(); !heading.empty()) return heading;
    if (auto heading = unlike_the_window(); !heading.empty()) return heading;
    if (!described_.empty()) return described_;
    if (headings_.size() == 1 && headings_[0].size() > kShort) return headings_[0];
    if (!shared_.empty() && !is_site(shared_)) return shared_;
    return window_.empty() && !headings_.empty() ? headings_[0] : window_;
  }

 private:
  bool is_site(std::string_view part) const {
    const auto name = bare(part);
    // A headline may begin with the name of the outlet; it says more than that.
    const auto either = [&](const std::string& known, std::size_t least) {
      if (known.size() < least || name.size() < least) return false;
      return known.find(name) != known.npos ||
             (name.find(known) != name.npos && name.size() <= 2 * known.size() + 6);
    };
    return name.empty() || either(outlet_, 3) || either(host_, 4) || part.ends_with(".de") ||
           part.ends_with(".com") || page_words().sections.contains(lower_case(part));
  }

  /// An <h1> that is the name of the site: <title> has it last, behind the headline, or the site is called
  /// so.
  bool is_site_heading(const std::string& text) const {
    const auto& window = sources_.window;
    const bool last = std::ranges::any_of(kMarks, [&](std::string_view mark) {
      return window.size() > text.size() + mark.size() && ends_alike(window, text) &&
             window.substr(0, window.size() - text.size()).ends_with(mark) &&
             !is_site(window.substr(0, window.find(mark)));
    });
    if (last && !is_same(text, sources_.described) && !is_same(text, sources_.shared)) return true;
    return is_same(text, sources_.outlet) ||
           (is_site(text) && window.size() > text.size() && lower_case(window).starts_with(lower_case(text)));
  }

  /// Of content="Wahl: "Wir sind da"" a browser reads what stands before the second quotation mark.
  static bool is_cut_at_quote(std::string_view begin, std::string_view whole) {
    return begin.size() > 20 && whole.starts_with(begin) && whole.substr(begin.size()).starts_with(" \"");
  }

  /// Without the names of outlet and section at the end, or at the begin, and without a date at the begin.
  std::string cut(std::string title) const {
    for (const auto mark : kMarks)  // with nothing behind
      if (const auto end = mark.substr(0, mark.size() - 1); title.ends_with(end))
        title.resize(title.size() - end.size());
    for (bool again = true; again;) {
      again = false;
      for (const auto mark : kMarks) {
        const auto last = title.rfind(mark);
        if (last == title.npos) continue;
        const auto begin = title.substr(0, last), end = title.substr(last + mark.size());
        if (!begin.empty() && !is_site(begin) && is_behind_title(begin, end, mark)) {
          title = begin;
          again = true;
          break;
        }
        const auto first = title.find(mark);
        const auto front = title.substr(0, first), rest = title.substr(first + mark.size());
        if (rest.size() > kShort && is_before_title(front, rest, mark)) {
          title = rest;
          again = true;
          break;
        }
      }
    }
    return title;
  }

  bool is_behind_title(const std::string& begin, const std::string& end, std::string_view mark) const {
    if (is_heading(begin)) return true;
    if (begin.size() < 10) return false;
    const bool ends_heading =
        begin.size() > 20 &&
        std::ranges::any_of(sources_.headings, [&](const auto& text) { return ends_alike(text, begin); });
    return is_site(end) || ends_heading || (end.size() < 35 && mark == " | ");
  }

  bool is_before_title(const std::string& front, const std::string& rest, std::string_view mark) const {
    const bool date = front.size() <= 20 && find_date(front).has_value();
    return date || (is_site(front) && (is_heading(rest) || mark == " | " || mark == " » " || mark == " :: "));
  }

  bool is_heading(const std::string& text) const {
    return std::ranges::any_of(sources_.headings,
                               [&](const auto& heading) { return is_same(heading, text); });
  }

  /// The headline of the data where it has hardly a word in common with what the page shows: live tickers and
  /// pages that sell change what they show, the data keep the name of the article.
  std::string unlike_all_others() const {
    if (described_.size() < 20 || is_site(described_) || headings_.empty()) return "";
    const auto is_like = [&](const std::string& text) { return likeness(text, described_) >= 0.34; };
    const bool like_any = std::ranges::any_of(headings_, is_like) || is_like(window_) || is_like(shared_);
    return like_any || !is_same(headings_[0], shared_) ? "" : described_;
  }

  /// Data, shared title and window have it word for word, the heading with one other word: «Joburg» for
  /// «Johannesburg».
  std::string agreed_by_all_data() const {
    if (described_.empty() || !is_same(described_, shared_) || !is_same(shared_, window_)) return "";
    const auto agreed = words_of_name(described_);
    const auto is_variant = [&](const std::string& text) {
      const auto words = words_of_name(text);
      if (words.size() != agreed.size() || words.size() < kFewWords) return false;
      const auto [other, same] = std::ranges::mismatch(words, agreed);
      return other != words.end() && std::equal(other + 1, words.end(), same + 1);
    };
    return !headings_.empty() && std::ranges::all_of(headings_, is_variant) ? described_ : "";
  }

  /// Data and window agree on a text for search engines that neither readers nor those who share see.
  std::string unlike_the_window() const {
    const bool for_search =
        !described_.empty() && is_same(described_, window_) && !is_same(described_, shared_);
    return for_search && !headings_.empty() && headings_[0].size() >= 30 ? headings_[0] : "";
  }

  /// A heading that metadata confirm is the one that readers see; of several the one that says most.
  std::string confirmed_heading() const {
    std::string best;
    for (const auto* confirmed : {&described_, &shared_, &window_})
      for (const auto& text : headings_) {
        if (confirmed->empty()) continue;
        const bool same = is_same(text, *confirmed);
        if (!same && (text.size() <= kShort || !resembles(text, *confirmed))) continue;
        auto found = without_kicker(text, same && ends_alike(text, shared_) ? shared_ : *confirmed);
        if (same) return found;
        if (found.size() > best.size()) best = std::move(found);
      }
    return best;
  }

  /// Some sites set the line above the headline, or the one below, within it; metadata have it alone.
  std::string without_kicker(const std::string& text, const std::string& confirmed) const {
    if (words_of_name(text) == words_of_name(confirmed))
      return confirmed;  // with the colon that h1 has as a break
    if (text.size() <= confirmed.size() || confirmed.size() <= 20) return text;
    if (ends_alike(text, confirmed)) return confirmed;
    const bool agreed = is_same(described_, shared_) || is_same(shared_, window_);
    return agreed && lower_case(text).starts_with(lower_case(confirmed) + " ") ? confirmed : text;
  }

  const HeadlineSources& sources_;
  std::string outlet_, host_;
  std::string described_, shared_, window_;
  std::vector<std::string> headings_;
};

}  // namespace

std::string find_headline(const HeadlineSources& sources) { return HeadlineFinder(sources).find(); }

}  // namespace gegenprobe::ingest

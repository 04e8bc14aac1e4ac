#include "ingest/metadata.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "ingest/page_date.h"
#include "ingest/page_words.h"
#include "ingest/url.h"

namespace gegenprobe::ingest {
namespace {

using Index = std::uint32_t;
using Node = HtmlTree::Node;

class MetadataReader {
 public:
  MetadataReader(const HtmlTree& tree, const JsonLd& json_ld, std::string_view html, std::string_view url)
      : tree_(tree), nodes_(tree.nodes()), ld_(json_ld), html_(html), url_(url), words_(page_words()) {
    for (Index i = 0; i < nodes_.size(); ++i) {
      const auto& node = nodes_[i];
      if (node.tag == GUMBO_TAG_META) read_meta(node);
      if (node.tag == GUMBO_TAG_H1) headlines_.push_back(i);
      if (node.tag == GUMBO_TAG_TITLE && title_.empty()) title_ = tree.text_of(i);
      if (node.tag == GUMBO_TAG_HTML) html_language_ = node.attribute("lang");
      if (node.tag == GUMBO_TAG_LINK && lower_case(node.attribute("rel")) == "canonical" &&
          canonical_.empty())
        canonical_ = node.attribute("href");
    }
  }

  Article read() {
    Article article;
    article.language = language();
    article.outlet = outlet();
    article.title = headline(article.outlet);
    article.subtitle = subtitle();
    article.authors = authors();
    article.published = in_local_time(published(article.language), article.language);
    article.modified =
        in_local_time(date(ld_.modified, words_.meta.modified, article.language), article.language);
    article.url = address();
    return article;
  }

 private:
  void read_meta(const Node& node) {
    const auto content = squeezed(node.attribute("content"));
    if (content.empty()) return;
    for (const char* key : {"property", "name", "itemprop", "http-equiv"})
      if (const auto name = node.attribute(key); !name.empty()) meta_.try_emplace(lower_case(name), content);
  }

  std::string meta(const std::vector<std::string>& names) const {
    for (const auto& name : names)
      if (const auto found = meta_.find(name); found != meta_.end()) return found->second;
    return "";
  }

  std::string language() const {
    for (const auto& tag : {std::string(html_language_), ld_.language, meta(words_.meta.language)}) {
      const auto short_tag = lower_case(std::string_view(tag).substr(0, tag.find_first_of("-_")));
      if (short_tag.size() == 2) return short_tag;
    }
    return "";
  }

  std::string outlet() const {
    auto name = meta({words_.meta.outlet[0]});
    if (name.empty()) name = ld_.publisher;
    if (name.empty()) name = meta(words_.meta.outlet);
    if (!name.empty() && name.find("://") == name.npos) return name;
    auto host = host_of(url_);
    if (host.starts_with("www.")) host.erase(0, 4);
    return host;
  }

  // -- headline

  static bool is_same(std::string_view a, std::string_view b) { return lower_case(a) == lower_case(b); }

  /// "Headline | Outlet" and "Headline - Outlet" without what comes behind, where that is the outlet or where
  /// the page has its headline alone somewhere.
  std::string without_outlet(std::string title, const std::string& outlet) const {
    for (const std::string_view mark : {" | ", " - ", " – ", " — ", " :: ", " • ", " · ", " « ", " » "}) {
      const auto at = title.rfind(mark);
      if (at == title.npos || at < 10) continue;
      const auto begin = title.substr(0, at);
      const auto end = std::string_view(title).substr(at + mark.size());
      const auto lower_end = lower_case(end), lower_outlet = lower_case(outlet);
      const bool names_outlet = !outlet.empty() && (lower_end.find(lower_outlet) != lower_end.npos ||
                                                    lower_outlet.find(lower_end) != lower_outlet.npos);
      const bool alone =
          std::ranges::any_of(headlines_, [&](Index i) { return is_same(tree_.text_of(i), begin); });
      const bool site = end.size() < 35 && mark == " | ";
      const bool address = host_of(url_).find(lower_end) != std::string::npos || lower_end.ends_with(".de") ||
                           lower_end.ends_with(".com");
      if (names_outlet || alone || site || address) return without_outlet(begin, outlet);
    }
    return title;
  }

  std::string headline(const std::string& outlet) const {
    const auto shared = without_outlet(meta(words_.meta.title), outlet);
    const auto window = without_outlet(title_, outlet);
    std::vector<std::string> found;
    for (const auto i : headlines_)
      if (auto text = tree_.text_of(i); text.size() > 8) found.push_back(std::move(text));
    for (const auto& text : found)
      if (is_same(shared, ld_.headline) && lower_case(shared).ends_with(lower_case(text))) return shared;
    // A headline of the page that its metadata confirm is the one that readers see.
    for (const auto& text : found)
      for (const auto& confirmed : {ld_.headline, shared, window})
        if (!confirmed.empty() && (is_same(text, confirmed) || resembles(text, confirmed)))
          return without_kicker(text, confirmed);
    if (!ld_.headline.empty()) return without_outlet(ld_.headline, outlet);
    if (found.size() == 1 && found[0].size() < 200 && !is_same(found[0], outlet)) return found[0];
    if (!shared.empty()) return shared;
    return window.empty() && !found.empty() ? found[0] : window;
  }

  /// Some sites set the line above the headline within it; their metadata have the headline alone.
  static std::string without_kicker(const std::string& text, const std::string& confirmed) {
    if (words_of_name(text) == words_of_name(confirmed))
      return confirmed;  // with the colon that h1 has as a break
    const bool longer = text.size() > confirmed.size() && confirmed.size() > 20;
    return longer && lower_case(text).ends_with(lower_case(confirmed)) ? confirmed : text;
  }

  /// Most words of the shorter one stand in the other too.
  static bool resembles(std::string_view a, std::string_view b) {
    const auto words_a = words_of_name(a), words_b = words_of_name(b);
    const auto& few = words_a.size() < words_b.size() ? words_a : words_b;
    const auto& many = words_a.size() < words_b.size() ? words_b : words_a;
    const auto common = std::ranges::count_if(
        few, [&](const auto& word) { return std::ranges::find(many, word) != many.end(); });
    return few.size() >= 3 && common * 10 >= static_cast<std::ptrdiff_t>(few.size()) * 8;
  }

  /// The page's description, where readers see it as well: else it is made for search engines.
  std::string subtitle() const {
    for (const auto& text : {meta(words_.meta.subtitle), ld_.description}) {
      if (text.size() < 40 || text.size() > 600) continue;
      const auto is_shown = [&](const Node& node) {
        return node.is_text() && node.text.size() >= text.size() &&
               nodes_[node.parent].tag != GUMBO_TAG_SCRIPT && squeezed(node.text) == text;
      };
      if (std::ranges::any_of(nodes_, is_shown)) return text;
    }
    return "";
  }

  // -- dates

  std::string date(const std::string& known, const std::vector<std::string>& names,
                   const std::string& language) const {
    const auto described = find_date(known, language).value_or("");
    for (const auto& name : names)
      if (const auto found = meta_.find(name); found != meta_.end())
        if (auto day = find_date(found->second, language)) {
          // JSON-LD is the more exact, but where they differ by days it is the one that was forgotten.
          const bool same = std::string_view(described).substr(0, 10) == std::string_view(*day).substr(0, 10);
          const bool local =
              day->ends_with("+00:00") && described.size() == day->size() && !described.ends_with("+00:00");
          return same || local ? described : *day;
        }
    return described;
  }

  std::string published(const std::string& language) const {
    auto of_url = date_in_url(address());
    if (!of_url) of_url = date_in_url(url_);
    if (auto known = date(ld_.published, words_.meta.published, language); !known.empty())
      return on_day(std::move(known), of_url.value_or(""));
    if (auto marked = marked_date(language); !marked.empty())
      return on_day(std::move(marked), of_url.value_or(""));
    if (of_url) return *of_url;
    if (auto named = named_date(language); !named.empty()) return named;
    if (auto printed = printed_date(language); !printed.empty()) return printed;
    if (auto modified = date(ld_.modified, words_.meta.modified, language); !modified.empty())
      return modified;
    return first_iso_date();
  }

  /// The last resort: scripts of the page often know it.
  std::string first_iso_date() const {
    const auto is_digit = [](char c) { return '0' <= c && c <= '9'; };
    for (auto at = html_.find("-"); at != html_.npos; at = html_.find("-", at + 1)) {
      if (at < 4 || at + 6 > html_.size() || html_[at + 3] != '-' || (at > 4 && is_digit(html_[at - 5])))
        continue;
      if (auto day = parse_day(html_.substr(at - 4, 10));
          day && *day >= day_of(1995, 1, 1) && *day < day_of(2100, 1, 1))
        return iso(*day);
    }
    return "";
  }

  /// <time>, itemprop, and classes that say "date"; the first that holds one, those that say "published"
  /// first.
  std::string marked_date(const std::string& language) const {
    std::string first;
    for (Index i = 0; i < nodes_.size(); ++i) {
      const auto& node = nodes_[i];
      if (node.is_text()) continue;
      const auto property = lower_case(node.attribute("itemprop"));
      const bool published = property == "datepublished" || node.has("pubdate");
      const bool time = node.tag == GUMBO_TAG_TIME || property == "datecreated" || node.tag == GUMBO_TAG_ABBR;
      if (!published && !(time && first.empty())) continue;
      for (const auto& text :
           {std::string(node.attribute("datetime")), std::string(node.attribute("content")),
            std::string(node.attribute("title")), tree_.text_of(i)})
        if (auto day = find_date(text, language)) {
          if (published) return *day;
          if (first.empty()) first = *day;
        }
    }
    return first;
  }

  /// The first short text in an element whose name says that it holds a date.
  std::string named_date(const std::string& language) const {
    const auto names_date = [](const std::string& word) {
      return word == "date" || word == "datum" || word == "published" || word == "pubdate" ||
             word == "timestamp";
    };
    const auto names_comment = [](const std::string& word) {
      return word.starts_with("comment") || word.starts_with("kommentar");
    };
    for (Index i = 0; i < nodes_.size(); ++i) {
      if (nodes_[i].is_text() || nodes_[i].end - i > 12) continue;
      const auto words = words_of_name(nodes_[i].attribute("class"));
      if (words.size() > 6 || std::ranges::none_of(words, names_date) ||
          std::ranges::any_of(words, names_comment))
        continue;
      const auto text = tree_.text_of(i);
      if (text.size() > 60) continue;
      if (auto day = find_date(text, language)) return *day;
    }
    return "";
  }

  /// The first date near the headline that stands in a short text of its own; else in the page's first short
  /// texts.
  std::string printed_date(const std::string& language) const {
    const Index from = headlines_.empty() ? 0 : headlines_[0];
    const auto scan = [&](Index begin, Index end) -> std::string {
      for (auto i = begin; i < end; ++i) {
        const auto& node = nodes_[i];
        if (!node.is_text() || node.text.size() < 6 || node.text.size() > 120) continue;
        const auto parent = nodes_[node.parent].tag;
        if (parent == GUMBO_TAG_SCRIPT || parent == GUMBO_TAG_STYLE || parent == GUMBO_TAG_TITLE) continue;
        if (auto day = find_date(node.text, language)) return *day;
      }
      return "";
    };
    auto found = scan(from, static_cast<Index>(nodes_.size()));
    return found.empty() ? scan(0, from) : found;
  }

  // -- authors

  static std::string as_name(std::string text) {
    const auto lower = lower_case(text);
    for (const auto& begin : page_words().byline_begins)
      if (lower.starts_with(begin)) text.erase(0, begin.size());
    return squeezed(text);
  }

  static bool is_name(std::string_view text) {
    return text.size() > 2 && text.size() < 80 && text.find("://") == text.npos &&
           text.find('@') == text.npos;
  }

  static void add_names(std::string_view text, std::vector<std::string>& names) {
    if (text.find("://") != text.npos) return;
    for (std::size_t begin = 0; begin < text.size();) {
      auto end = text.size();
      std::size_t mark_size = 1;
      for (const std::string_view mark : {",", ";", " and ", " und ", " & ", "|"})
        if (const auto at = text.find(mark, begin); at < end) end = at, mark_size = mark.size();
      auto name = as_name(std::string(text.substr(begin, end - begin)));
      if (is_name(name) && std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
      begin = end + mark_size;
    }
  }

  std::vector<std::string> authors() const {
    std::vector<std::string> names;
    for (const auto& name : ld_.authors) add_names(name, names);
    if (!names.empty()) return names;
    for (const auto& name : words_.meta.author)
      if (const auto found = meta_.find(name); found != meta_.end() && names.empty())
        add_names(found->second, names);
    if (!names.empty()) return names;
    for (Index i = 0; i < nodes_.size() && names.empty(); ++i)
      if (is_marked_author(nodes_[i])) add_names(tree_.text_of(i).substr(0, 120), names);
    if (names.empty()) add_names(printed_byline(), names);
    return names;
  }

  /// «Von Hanna Petersen» in a short text of its own behind the headline.
  std::string printed_byline() const {
    for (Index i = headlines_.empty() ? 0 : headlines_[0]; i < nodes_.size(); ++i) {
      const auto& node = nodes_[i];
      if (!node.is_text() || node.text.size() > 80 || nodes_[node.parent].tag == GUMBO_TAG_SCRIPT) continue;
      const auto text = squeezed(node.text);
      const auto lower_begin = lower_case(std::string_view(text).substr(0, 16));
      for (const auto& begin : words_.byline_begins)
        if (lower_begin.starts_with(begin) && is_full_name(std::string_view(text).substr(begin.size())))
          return text;
    }
    return "";
  }

  /// Two to four words, each with a capital.
  static bool is_full_name(std::string_view text) {
    int words = 0;
    for (std::size_t begin = 0; begin < text.size();
         begin = std::min(text.find(' ', begin), text.size() - 1) + 1) {
      const char first = text[begin];
      if (!('A' <= first && first <= 'Z') && static_cast<unsigned char>(first) < 0x80) return false;
      ++words;
    }
    return 2 <= words && words <= 4 && text.find_first_of(".:!?") == text.npos;
  }

  static bool is_marked_author(const Node& node) {
    if (node.is_text() || node.tag == GUMBO_TAG_LINK) return false;
    if (node.attribute("rel") == "author" || lower_case(node.attribute("itemprop")) == "author") return true;
    const auto words = words_of_name(node.attribute("class"));
    return words.size() < 6 && std::ranges::any_of(words, [](const auto& word) {
             return word == "author" || word == "byline" || word == "autor";
           });
  }

  // -- address

  std::string address() const {
    for (const auto& candidate : {canonical_, ld_.url, meta({"og:url"})}) {
      if (candidate.empty()) continue;
      const auto absolute = url_.empty() ? Result<std::string>(candidate) : resolve_url(url_, candidate);
      if (!absolute) continue;
      const auto canonical = canonical_url(*absolute);
      if (!canonical) continue;
      // Some sites call their front page canonical for every article.
      const bool front = canonical->find('/', canonical->find("://") + 3) + 1 == canonical->size();
      if (!front) return *canonical;
    }
    const auto canonical = canonical_url(url_);
    return canonical ? *canonical : std::string(url_);
  }

  const HtmlTree& tree_;
  const std::vector<Node>& nodes_;
  const JsonLd& ld_;
  std::string_view html_, url_;
  const PageWords& words_;
  std::unordered_map<std::string, std::string> meta_;
  std::vector<Index> headlines_;
  std::string title_, canonical_;
  std::string_view html_language_;
};

}  // namespace

JsonLd json_ld_of(const HtmlTree& tree) {
  JsonLd json_ld;
  const auto& nodes = tree.nodes();
  for (Index i = 0; i < nodes.size(); ++i) {
    if (nodes[i].tag != GUMBO_TAG_SCRIPT ||
        nodes[i].attribute("type").find("ld+json") == std::string_view::npos)
      continue;
    for (auto child = i + 1; child < nodes[i].end; ++child) read_json_ld(nodes[child].text, json_ld);
  }
  return json_ld;
}

Article read_metadata(const HtmlTree& tree, const JsonLd& json_ld, std::string_view html,
                      std::string_view url) {
  return MetadataReader(tree, json_ld, html, url).read();
}

}  // namespace gegenprobe::ingest

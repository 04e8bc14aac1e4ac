#include "ingest/metadata.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "ingest/byline.h"
#include "ingest/headline.h"
#include "ingest/page_blocks.h"
#include "ingest/page_date.h"
#include "ingest/page_words.h"
#include "ingest/publication.h"
#include "ingest/url.h"

namespace gegenprobe::ingest {
namespace {

using Index = std::uint32_t;
using Node = HtmlTree::Node;

class MetadataReader {
 public:
  MetadataReader(const HtmlTree& tree, ElementNames& names, const JsonLd& json_ld, std::string_view html,
                 std::string_view url)
      : tree_(tree),
        nodes_(tree.nodes()),
        names_(names),
        ld_(json_ld),
        html_(html),
        url_(url),
        words_(page_words()) {
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
    article.url = address();
    const auto stated = stated_dates(article.language);
    const auto headline = headline_node(tree_, article.title);
    article.authors =
        find_authors(tree_, names_, ld_.authors, metas(words_.meta.author), article.outlet, headline);
    article.published = publication_date(tree_, names_, html_, stated, headline, url_with_date(article.url),
                                         article.language);
    article.modified = in_local_time(stated.modified, article.language);
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

  std::vector<std::string> metas(const std::vector<std::string>& names) const {
    std::vector<std::string> found;
    for (const auto& name : names)
      if (const auto at = meta_.find(name); at != meta_.end()) found.push_back(at->second);
    return found;
  }

  std::string language() const {
    for (const auto& tag : {std::string(html_language_), ld_.language, meta(words_.meta.language)}) {
      auto short_tag = lower_case(std::string_view(tag).substr(0, tag.find_first_of("-_")));
      if (short_tag.size() == 2) return short_tag;
    }
    return "";
  }

  std::string outlet() const {
    const auto title = meta(words_.meta.title);
    std::vector<std::string> names = {ld_.publisher};
    for (const auto& key : words_.meta.outlet)
      if (const auto found = meta_.find(key); found != meta_.end())
        names.insert(key == words_.meta.outlet[0] ? names.begin() : names.end(), found->second);
    for (const auto& name : names) {
      const bool is_title = name == title || name == title_;  // some systems fill it so
      if (!name.empty() && !is_title && name.find("://") == name.npos) return name;
    }
    auto host = host_of(url_);
    if (host.starts_with("www.")) host.erase(0, 4);
    return host;
  }

  std::string headline(const std::string& outlet) const {
    HeadlineSources sources{.described = ld_.headline,
                            .shared = meta(words_.meta.title),
                            .window = title_,
                            .headings = {},
                            .outlet = outlet,
                            .host = host_of(url_)};
    for (const auto i : headlines_) sources.headings.push_back(tree_.text_of(i));
    return find_headline(sources);
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
    auto described = find_date(known, language).value_or("");
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

  StatedDates stated_dates(const std::string& language) const {
    return {.published = date(ld_.published, words_.meta.published, language),
            .dated = date("", words_.meta.dated, language),
            .modified = date(ld_.modified, words_.meta.modified, language)};
  }

  // -- address

  std::string_view url_with_date(std::string_view canonical) const {
    return date_in_url(canonical) ? canonical : url_;
  }

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
  ElementNames& names_;
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
  for (const auto& script : tree.json_ld()) read_json_ld(script, json_ld);
  return json_ld;
}

Article read_metadata(const HtmlTree& tree, ElementNames& names, const JsonLd& json_ld, std::string_view html,
                      std::string_view url) {
  return MetadataReader(tree, names, json_ld, html, url).read();
}

}  // namespace gegenprobe::ingest

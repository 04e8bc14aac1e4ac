#include "ingest/article.h"

#include <algorithm>

#include "ingest/html_tree.h"
#include "ingest/json_ld.h"
#include "ingest/main_text.h"
#include "ingest/metadata.h"
#include "ingest/page_kind.h"

namespace gegenprobe::ingest {

std::optional<Day> Article::day() const { return parse_day(std::string_view(published).substr(0, 10)); }

Result<Article> read_article(std::string_view html, std::string_view url) {
  const HtmlTree tree(html);
  const auto json_ld = json_ld_of(tree);
  auto article = read_metadata(tree, json_ld, html, url);
  article.paragraphs = find_main_text(tree, article.title, json_ld.body).paragraphs;
  // Where the teaser stands in the text already, it must not count as said twice.
  const auto holds_subtitle = [&](const std::string& paragraph) {
    return paragraph.find(article.subtitle) != paragraph.npos;
  };
  if (std::ranges::any_of(article.paragraphs, holds_subtitle)) article.subtitle.clear();
  if (article.paragraphs.empty() && article.title.empty())
    return Error{Error::Kind::input, "the page holds no text",
                 "pages that are built by script have to be saved by a browser first"};
  article.kind = kind_of_page(tree, json_ld, article, url);
  return article;
}

}  // namespace gegenprobe::ingest

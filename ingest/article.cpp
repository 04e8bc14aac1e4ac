#include "ingest/article.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "ingest/html_tree.h"
#include "ingest/json_ld.h"
#include "ingest/main_text.h"
#include "ingest/metadata.h"
#include "ingest/page_kind.h"
#include "ingest/sites.h"

namespace gegenprobe::ingest {
namespace {

/// The text opens with what stands between it and the headline: figures stand there that are nowhere else.
void add_lead(std::vector<std::string> lead, Article& article) {
  auto& paragraphs = article.paragraphs;
  const auto is_held = [&](std::string_view text) {
    return std::ranges::any_of(paragraphs, [&](const auto& each) { return each.find(text) != each.npos; });
  };
  std::erase_if(lead, is_held);
  const bool opens = !paragraphs.empty() && paragraphs.front() == article.subtitle;
  if (lead.empty() && opens) {
    article.lead_paragraphs = 1;
    return;
  }
  if (lead.empty() && !article.subtitle.empty() && !is_held(article.subtitle))
    lead.push_back(article.subtitle);
  article.subtitle = fmt::format("{}", fmt::join(lead, " "));
  article.lead_paragraphs = lead.size();
  paragraphs.insert(paragraphs.begin(), lead.begin(), lead.end());
}

}  // namespace

std::optional<Day> Article::day() const { return parse_day(std::string_view(published).substr(0, 10)); }

Result<Article> read_article(std::string_view html, std::string_view url, const Sites* sites) {
  const auto* const site = sites ? sites->of(url) : nullptr;
  const HtmlTree tree(html, site ? Links::whole : Links::first_letter);  // its selectors may ask for more
  ElementNames names(tree);
  const auto json_ld = json_ld_of(tree);
  auto article = read_metadata(tree, names, json_ld, html, url);
  auto text = find_main_text(tree, names,
                             {.title = article.title, .body = json_ld.body, .authors = &article.authors});
  article.paragraphs = std::move(text.paragraphs);
  add_lead(std::move(text.lead), article);
  if (site) apply(*site, tree, article);
  if (article.paragraphs.empty() && article.title.empty())
    return Error{Error::Kind::input, "the page holds no text",
                 "pages that are built by script have to be saved by a browser first"};
  article.kind = kind_of_page(tree, json_ld, article, url);
  return article;
}

}  // namespace gegenprobe::ingest

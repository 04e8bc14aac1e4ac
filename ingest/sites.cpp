#include "ingest/sites.h"

#include <fmt/format.h>

#include <algorithm>

#include "ingest/byline.h"
#include "ingest/page_blocks.h"
#include "ingest/page_date.h"
#include "ingest/toml.h"
#include "ingest/url.h"

namespace gegenprobe::ingest {
namespace {

constexpr auto kHint = "the section \"When a site comes out wrong\" of docs/sites.md shows a whole file";

Error wrong(const std::string& path, const toml::source_region& where, std::string_view why) {
  return Error{Error::Kind::rules, fmt::format("{}:{}: {}", path, where.begin.line, why), kHint};
}

Result<Site> read_site(const toml::table& table, const std::string& path) {
  Site site;
  const std::pair<std::string_view, std::optional<Selector>*> parts[] = {
      {"title", &site.title},         {"subtitle", &site.subtitle}, {"author", &site.author},
      {"published", &site.published}, {"text", &site.text},         {"drop", &site.drop}};
  for (const auto& [key, value] : table) {
    const auto* text = value.as_string();
    if (text == nullptr) return wrong(path, value.source(), fmt::format("'{}' is no text", key.str()));
    if (key == "host") {
      site.host = text->get();
      continue;
    }
    const auto part =
        std::ranges::find(parts, key.str(), &std::pair<std::string_view, std::optional<Selector>*>::first);
    if (part == std::end(parts))
      return wrong(
          path, value.source(),
          fmt::format("'{}' is not known: host, title, subtitle, author, published, text, drop", key.str()));
    auto selector = Selector::parse(text->get());
    if (!selector) return wrong(path, value.source(), selector.error().what);
    *part->second = std::move(*selector);
  }
  if (site.host.empty()) return wrong(path, table.source(), "a site without 'host'");
  return site;
}

/// All text below a node, a paragraph a block, without what is below `dropped`.
void add_paragraphs(const HtmlTree& tree, const PageBlocks& page, std::uint32_t node,
                    const std::vector<std::uint32_t>& dropped, std::vector<std::string>& paragraphs) {
  const auto& nodes = tree.nodes();
  const auto is_within = [&](std::uint32_t inner, std::uint32_t outer) {
    return outer <= inner && inner < nodes[outer].end;
  };
  for (const auto& block : page.blocks)
    if (is_within(block.owner, node) &&
        std::ranges::none_of(dropped, [&](auto outer) { return is_within(block.owner, outer); }))
      paragraphs.push_back(block.text);
}

std::string first_text(const std::optional<Selector>& selector, const HtmlTree& tree) {
  if (!selector) return "";
  const auto found = selector->find(tree);
  if (found.empty()) return "";
  const auto content = tree.nodes()[found[0]].attribute("content");  // of <meta>
  return content.empty() ? tree.text_of(found[0]) : squeezed(content);
}

std::string first_date(const Selector& selector, const HtmlTree& tree, std::string_view language) {
  for (const auto node : selector.find(tree)) {
    const auto text = tree.text_of(node);
    for (const auto value : {tree.nodes()[node].attribute("datetime"),
                             tree.nodes()[node].attribute("content"), std::string_view(text)})
      if (auto date = find_date(value, language)) return in_local_time(std::move(*date), language);
  }
  return "";
}

}  // namespace

Result<std::shared_ptr<const Sites>> Sites::read(const std::string& path) {
  try {
    const auto file = toml::parse_file(path);
    auto sites = std::make_shared<Sites>();
    for (const auto& [key, value] : file)
      if (key != "site" || !value.is_array_of_tables())
        return wrong(path, value.source(),
                     fmt::format("'{}' is not known: a file of sites holds [[site]]", key.str()));
    if (const auto* list = file["site"].as_array())
      for (const auto& entry : *list) {
        auto site = read_site(*entry.as_table(), path);
        if (!site) return site.error();
        sites->sites_.push_back(std::move(*site));
      }
    return std::shared_ptr<const Sites>(std::move(sites));
  } catch (const toml::parse_error& error) {
    if (error.source().begin.line == 0)
      return Error{Error::Kind::rules, fmt::format("could not open {}", path),
                   "name a file that can be read"};
    return wrong(path, error.source(), error.description());
  }
}

const Site* Sites::of(std::string_view url) const {
  const auto host = host_of(url);
  const Site* best = nullptr;
  for (const auto& site : sites_) {
    const bool below = host == site.host || host.ends_with("." + site.host);
    if (below && (best == nullptr || site.host.size() > best->host.size())) best = &site;
  }
  return best;
}

void apply(const Site& site, const HtmlTree& tree, Article& article) {
  if (auto title = first_text(site.title, tree); !title.empty()) article.title = std::move(title);
  if (auto names = names_in_byline(first_text(site.author, tree)); !names.empty())
    article.authors = std::move(names);
  if (site.published)
    if (auto date = first_date(*site.published, tree, article.language); !date.empty())
      article.published = std::move(date);
  if (auto subtitle = first_text(site.subtitle, tree); !subtitle.empty()) {
    if (article.lead_paragraphs > 0)
      article.paragraphs.erase(
          article.paragraphs.begin(),
          article.paragraphs.begin() + static_cast<std::ptrdiff_t>(article.lead_paragraphs));
    article.lead_paragraphs = 0;
    article.subtitle = std::move(subtitle);
  }
  if (!site.text && !site.drop) return;
  ElementNames names(tree);
  const auto page = read_blocks(tree, names, article.title, Care::nothing);
  const auto dropped = site.drop ? site.drop->find(tree) : std::vector<std::uint32_t>();
  std::vector<std::string> paragraphs;
  if (site.text) {
    std::uint32_t behind = 0;
    for (const auto node : site.text->find(tree)) {
      if (node < behind) continue;  // within the one before
      add_paragraphs(tree, page, node, dropped, paragraphs);
      behind = tree.nodes()[node].end;
    }
    if (!paragraphs.empty()) {
      article.paragraphs = std::move(paragraphs);
      article.lead_paragraphs = 0;
    }
    return;
  }
  std::vector<std::string> gone;
  for (const auto node : dropped) add_paragraphs(tree, page, node, {}, gone);
  std::erase_if(article.paragraphs,
                [&](const auto& text) { return std::ranges::find(gone, text) != gone.end(); });
  article.lead_paragraphs = 0;
}

}  // namespace gegenprobe::ingest

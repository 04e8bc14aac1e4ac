// libxml2 with recovery does most of it. What it would drop is mended in the text before: bare ampersands,
// the named characters of HTML, characters that XML forbids, white space before the declaration.
#include "ingest/xml_tree.h"

#include <fmt/format.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/uri.h>
#include <libxml/xmlsave.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "ingest/decode.h"
#include "ingest/embedded.h"
#include "ingest/html_tree.h"

namespace gegenprobe::ingest {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::size_t kLongestEntity = 1024;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? "" : std::string_view(reinterpret_cast<const char*>(text));
}
const xmlChar* chars(const std::string& text) { return reinterpret_cast<const xmlChar*>(text.c_str()); }

std::string lower(std::string_view text) {
  std::string copy(text);
  std::ranges::transform(copy, copy.begin(),
                         [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return copy;
}

std::string taken(xmlChar* text) {
  std::string copy(view(text));
  xmlFree(text);
  return copy;
}

// ---------------------------------------------------------------------------------------- mending

bool is_name_character(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '_' || c == '-' ||
         c == '.' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
}

class Mender {
 public:
  explicit Mender(std::string_view xml) : xml_(xml), has_entities_(xml.find("<!ENTITY") != xml.npos) {}

  std::string run() {
    at_ = std::min(xml_.find('<'), xml_.size());
    mended_.reserve(xml_.size() + xml_.size() / 16);
    while (at_ < xml_.size()) {
      const auto rest = xml_.substr(at_);
      if (rest.starts_with("<!--")) {
        const auto end = rest.find("-->");
        at_ += end == rest.npos ? "<!--"sv.size() : end + "-->"sv.size();
      } else if (rest.starts_with("<![CDATA[")) {
        copy_text(std::min(rest.find("]]>"), rest.size()));
      } else if (rest[0] == '&') {
        mend_reference(rest);
      } else {
        copy_text(std::min(rest.find_first_of("<&", 1), rest.size()));
      }
    }
    return std::move(mended_);
  }

 private:
  /// XML knows no control characters besides tab and line breaks, not even as references; those from U+0080
  /// on are windows-1252 that was taken for Latin-1.
  void copy_text(std::size_t size) {
    const auto text = xml_.substr(at_, size);
    for (std::size_t i = 0; i < text.size(); ++i) {
      const auto c = static_cast<unsigned char>(text[i]);
      if (c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0)
        mended_ += from_windows(text[++i]);
      else if (c >= 0x20 || c == '\t' || c == '\n' || c == '\r')
        mended_ += text[i];
    }
    at_ += size;
  }

  static std::string from_windows(char byte) { return decode_as(std::string(1, byte), "windows-1252").utf8; }

  void mend_reference(std::string_view rest) {
    std::size_t end = 1;
    const bool number = rest.size() > 1 && rest[1] == '#';
    if (number) ++end;
    while (end < rest.size() && end < 40 && is_name_character(rest[end])) ++end;
    if (end == rest.size() || rest[end] != ';' || end < (number ? 3u : 2u)) {
      mended_ += "&amp;";
      ++at_;
      return;
    }
    at_ += end + 1;
    const auto name = rest.substr(1, end - 1);
    if (number ? !append_number(name.substr(1)) : !append_named(name))
      mended_.append("&amp;").append(name).append(";");
  }

  bool append_number(std::string_view digits) {
    const bool hex = digits[0] == 'x' || digits[0] == 'X';
    if (hex) digits.remove_prefix(1);
    std::uint32_t code = 0;
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
    if (parsed.ptr != digits.data() + digits.size() || digits.empty()) return false;
    const bool forbidden = parsed.ec != std::errc() || code > 0x10FFFF ||
                           (0xD800 <= code && code <= 0xDFFF) || code == 0xFFFE || code == 0xFFFF;
    if (forbidden)
      mended_ += "\xEF\xBF\xBD";
    else if (0x80 <= code && code <= 0x9F)  // as in text
      mended_ += from_windows(static_cast<char>(code));
    else if (code >= 0x20 || code == '\t' || code == '\n' || code == '\r')
      mended_ += fmt::format("&#{};", code);
    return true;
  }

  bool append_named(std::string_view name) {
    constexpr std::array kPredefined = {"amp"sv, "lt"sv, "gt"sv, "quot"sv, "apos"sv};
    if (std::ranges::find(kPredefined, name) != kPredefined.end()) {
      mended_.append("&").append(name).append(";");
      return true;
    }
    if (const auto* known = htmlEntityLookup(chars(std::string(name)))) {
      mended_ += fmt::format("&#{};", known->value);
      return true;
    }
    const auto reference = fmt::format("&{};", name);
    if (has_entities_) {
      mended_ += reference;
      return true;
    }
    const auto character = HtmlTree(reference).text_of(0);
    if (character.empty() || character[0] == '&' || character[0] == '<') return false;
    mended_ += character;
    return true;
  }

  std::string_view xml_;
  bool has_entities_;
  std::size_t at_ = 0;
  std::string mended_;
};

// ---------------------------------------------------------------------------------------- reading

/// What stands for an entity of the document itself; nothing for all that is not plain, short text.
std::string_view entity_text(const xmlNode* reference) {
  const auto* entity = xmlGetDocEntity(reference->doc, reference->name);
  if (entity == nullptr || entity->etype != XML_INTERNAL_GENERAL_ENTITY) return "";
  const auto text = view(entity->content);
  return text.size() > kLongestEntity || text.find_first_of("&<") != text.npos ? "" : text;
}

/// The node behind `node` in the order of the document, and still below `top`; null at the end.
const xmlNode* next_below(const xmlNode* node, const xmlNode* top) {
  if (node->type == XML_ELEMENT_NODE && node->children != nullptr) return node->children;
  while (node != top && node->next == nullptr) node = node->parent;
  return node == top ? nullptr : node->next;
}

std::string prefix_of_namespace(std::string_view uri, std::string_view written) {
  struct Known {
    std::string_view prefix, address;
  };
  static const auto known = [] {
    std::vector<Known> list;
    for (const auto line : embedded::lines(embedded::namespaces())) {
      const auto space = line.find(' ');
      list.push_back({line.substr(0, space) == "-" ? "" : line.substr(0, space), line.substr(space + 1)});
    }
    return list;
  }();
  auto address = lower(uri);
  if (const auto scheme = address.find("://"); scheme != address.npos) address.erase(0, scheme + 3);
  while (address.ends_with('/') || address.ends_with('#')) address.pop_back();
  for (const Known& one : known)
    if (one.address.ends_with('*') ? address.starts_with(one.address.substr(0, one.address.size() - 1))
                                   : address == one.address)
      return std::string(one.prefix);
  return lower(written);
}

const xmlAttr* find_attribute(const xmlNode* node, std::string_view name) {
  for (const xmlAttr* attribute = node->properties; attribute != nullptr; attribute = attribute->next)
    if (lower(view(attribute->name)) == name) return attribute;
  return nullptr;
}

}  // namespace

std::string XmlElement::name() const {
  auto local = lower(view(node_->name));
  std::string prefix;
  if (node_->ns != nullptr) {
    prefix = prefix_of_namespace(view(node_->ns->href), view(node_->ns->prefix));
  } else if (const auto colon = local.find(':'); colon != local.npos) {  // declared nowhere
    prefix = local.substr(0, colon);
    local.erase(0, colon + 1);
  }
  return prefix.empty() ? local : prefix + ":" + local;
}

bool XmlElement::has(std::string_view attribute) const { return find_attribute(node_, attribute) != nullptr; }

std::string XmlElement::attribute(std::string_view name) const {
  const auto* attribute = find_attribute(node_, name);
  if (attribute == nullptr) return "";
  std::string value;
  for (const xmlNode* part = attribute->children; part != nullptr; part = part->next)
    value += part->type == XML_ENTITY_REF_NODE ? entity_text(part) : view(part->content);
  return value;
}

std::vector<XmlElement> XmlElement::children() const {
  std::vector<XmlElement> found;
  for (const xmlNode* child = node_->children; child != nullptr; child = child->next)
    if (child->type == XML_ELEMENT_NODE) found.emplace_back(child);
  return found;
}

bool XmlElement::has_children() const {
  const xmlNode* child = node_->children;
  while (child != nullptr && child->type != XML_ELEMENT_NODE) child = child->next;
  return child != nullptr;
}

std::string XmlElement::text() const {
  std::string all;
  for (const xmlNode* node = next_below(node_, node_); node != nullptr; node = next_below(node, node_)) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) all += view(node->content);
    if (node->type == XML_ENTITY_REF_NODE) all += entity_text(node);
  }
  return all;
}

std::string XmlElement::markup() const {
  const std::unique_ptr<xmlBuffer, void (*)(xmlBuffer*)> buffer(xmlBufferCreate(), xmlBufferFree);
  // <script/> would hide all that follows from a reader of HTML.
  auto* saving =
      xmlSaveToBuffer(buffer.get(), "UTF-8", XML_SAVE_NO_EMPTY | XML_SAVE_NO_DECL | XML_SAVE_AS_XML);
  for (xmlNode* child = node_->children; child != nullptr; child = child->next) xmlSaveTree(saving, child);
  xmlSaveClose(saving);
  return std::string(view(xmlBufferContent(buffer.get())));
}

std::string XmlElement::language() const { return taken(xmlNodeGetLang(node_)); }

std::string XmlElement::resolved(std::string_view reference) const {
  std::string wanted(reference);
  const auto base = taken(xmlNodeGetBase(node_->doc, node_));
  if (base.empty()) return wanted;
  auto address = taken(xmlBuildURI(chars(wanted), chars(base)));
  return address.empty() ? wanted : address;
}

Result<XmlTree> XmlTree::parse(std::string_view utf8, std::string_view url) {
  const auto mended = Mender(utf8).run();
  constexpr int kOptions = XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET;
  const std::string base(url);
  XmlTree tree(xmlReadMemory(mended.data(), static_cast<int>(mended.size()),
                             base.empty() ? nullptr : base.c_str(), "UTF-8", kOptions));
  if (!tree.document_ || xmlDocGetRootElement(tree.document_.get()) == nullptr)
    return Error{Error::Kind::input, "this is no XML", ""};
  return tree;
}

XmlElement XmlTree::root() const { return XmlElement(xmlDocGetRootElement(document_.get())); }

}  // namespace gegenprobe::ingest

#include "ingest/json_ld.h"

#include <rapidjson/document.h>

#include <algorithm>
#include <cstring>

#include "ingest/html_tree.h"

namespace gegenprobe::ingest {
namespace {

using rapidjson::Value;

constexpr int kDeepest = 12;
constexpr auto kTolerant = rapidjson::kParseIterativeFlag | rapidjson::kParseTrailingCommasFlag |
                           rapidjson::kParseCommentsFlag | rapidjson::kParseStopWhenDoneFlag;

std::string_view view(const Value& value) { return {value.GetString(), value.GetStringLength()}; }

const Value* member(const Value& object, const char* key) {
  if (!object.IsObject()) return nullptr;
  const auto found = object.FindMember(key);
  return found == object.MemberEnd() ? nullptr : &found->value;
}

/// Many systems write HTML into their JSON: «&quot;Nein&quot;», <em>Nein</em>.
std::string plain(std::string_view text) {
  if (text.find('&') == text.npos && text.find('<') == text.npos) return squeezed(text);
  return HtmlTree(text).text_of(0);
}

std::string text(const Value& object, const char* key) {
  const auto* value = member(object, key);
  if (value && value->IsArray() && !value->Empty()) value = &(*value)[0];
  return value && value->IsString() ? plain(view(*value)) : "";
}

bool is_type(const Value& object, bool (*wanted)(std::string_view)) {
  const auto* type = member(object, "@type");
  if (!type) return false;
  if (type->IsString()) return wanted(view(*type));
  return type->IsArray() && std::any_of(type->Begin(), type->End(), [&](const Value& each) {
           return each.IsString() && wanted(view(each));
         });
}

bool is_article(std::string_view type) {
  return type.ends_with("Article") || type.ends_with("Posting") || type == "Report" || type == "Review";
}
bool is_page(std::string_view type) { return type == "WebPage" || type == "ItemPage"; }

/// A name, an object with a name, or a list of either.
void add_names(const Value* value, std::vector<std::string>& names) {
  if (!value) return;
  if (value->IsArray()) {
    for (const auto& each : value->GetArray())
      if (!each.IsArray()) add_names(&each, names);
    return;
  }
  auto name = value->IsString() ? plain(view(*value)) : text(*value, "name");
  if (!name.empty() && !name.starts_with("http") && std::ranges::find(names, name) == names.end())
    names.push_back(std::move(name));
}

void set(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

/// Paragraph breaks of articleBody are worth keeping; squeezed() would lose them.
std::string body_of(const Value& object) {
  const auto* value = member(object, "articleBody");
  return value && value->IsString() ? std::string(view(*value)) : "";
}

void read_object(const Value& object, JsonLd& into) {
  const bool article = is_type(object, is_article);
  if (!article && !is_type(object, is_page)) return;
  set(into.published, text(object, "datePublished"));
  set(into.modified, text(object, "dateModified"));
  set(into.language, text(object, "inLanguage"));
  if (!article) return;
  into.found = true;
  set(into.headline, text(object, "headline"));
  set(into.description, text(object, "description"));
  set(into.body, body_of(object));
  set(into.url, text(object, "url"));
  if (const auto* publisher = member(object, "publisher")) {
    std::vector<std::string> names;
    add_names(publisher, names);
    if (!names.empty()) set(into.publisher, names[0]);
  }
  if (into.authors.empty()) add_names(member(object, "author"), into.authors);
  if (into.authors.empty()) add_names(member(object, "creator"), into.authors);
  const auto* free = member(object, "isAccessibleForFree");
  if (free && ((free->IsBool() && !free->GetBool()) ||
               (free->IsString() && (view(*free) == "False" || view(*free) == "false"))))
    into.locked = true;
}

/// The articles themselves before the pages that hold them.
void walk(const Value& value, JsonLd& into, bool articles, int depth) {
  if (depth > kDeepest) return;
  if (value.IsArray()) {
    for (const auto& each : value.GetArray()) walk(each, into, articles, depth + 1);
  } else if (value.IsObject()) {
    if (is_type(value, is_article) == articles) read_object(value, into);
    for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "item"})
      if (const auto* inner = member(value, key)) walk(*inner, into, articles, depth + 1);
  }
}

/// JSON as it is found in pages: inside comments or CDATA, with line breaks in the middle of strings.
std::string cleaned(std::string_view script) {
  constexpr std::string_view kCdata = "<![CDATA[";
  if (const auto opened = script.find(kCdata); opened < script.find_first_of("{["))
    script.remove_prefix(opened + kCdata.size());
  const auto begin = script.find_first_of("{[");
  if (begin == script.npos) return "";
  std::string json(script.substr(begin));
  std::ranges::replace_if(
      json, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return json;
}

}  // namespace

void read_json_ld(std::string_view script, JsonLd& into) {
  const auto json = cleaned(script);
  rapidjson::Document document;
  document.Parse<kTolerant>(json.data(), json.size());
  if (document.HasParseError()) return;
  walk(document, into, true, 0);
  walk(document, into, false, 0);
}

}  // namespace gegenprobe::ingest

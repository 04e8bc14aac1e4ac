// toml++'s only user, header-only: without exceptions a parse gives a result that says whether it worked.
#include "extract/matching/rule_file.h"

#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <algorithm>
#include <filesystem>
#include <optional>

#include "ingest/toml.h"

namespace gegenprobe::extract {
namespace {

Error wrong(const std::string& path, const toml::node& node, const std::string& what) {
  return Error{Error::Kind::rules, path + ":" + std::to_string(node.source().begin.line) + ": " + what,
               "see CONTRIBUTING.md, \"A rule\""};
}

std::optional<std::vector<std::string>> strings(const toml::node& node) {
  const auto* array = node.as_array();
  if (!array) return std::nullopt;
  std::vector<std::string> out;
  out.reserve(array->size());
  for (const auto& element : *array) {
    const auto text = element.value<std::string>();
    if (!text) return std::nullopt;
    out.push_back(*text);
  }
  return out;
}

Result<WordList> list_of(std::string_view name, const toml::node& node, const std::string& path) {
  WordList list{std::string(name), {}};
  if (auto words = strings(node)) {
    list.items.emplace_back("", std::move(*words));
    return list;
  }
  const auto* table = node.as_table();
  if (!table)
    return wrong(path, node, "list " + list.name + " is neither an array of strings nor a table of them");
  for (const auto& [key, value] : *table) {
    auto words = strings(value);
    if (!words)
      return wrong(path, value,
                   "list " + list.name + ": " + std::string(key.str()) + " is no array of strings");
    std::string plain(key.str());
    std::erase(plain, '_');
    // Underscores part the thousands of a number and the words of a name.
    const bool number = !plain.empty() && plain.find_first_not_of("0123456789") == std::string::npos;
    list.items.emplace_back(number ? plain : std::string(key.str()), std::move(*words));
  }
  return list;
}

std::string as_text(const toml::node& node) {
  if (const auto text = node.value<std::string>()) return *text;
  if (const auto* flag = node.as_boolean()) return flag->get() ? "true" : "false";  // value<int> takes it too
  if (const auto number = node.value<std::int64_t>()) return std::to_string(*number);
  return "";
}

Result<Rule> rule_of(const toml::table& table, const std::string& path) {
  Rule rule;
  rule.file = path + ":" + std::to_string(table.source().begin.line);
  for (const auto& [key, node] : table) {
    const std::string_view name = key.str();
    std::optional<std::vector<std::string>> texts;
    if (name == "start" || name == "yes" || name == "no") {
      texts = strings(node);
      if (!texts) return wrong(path, node, std::string(name) + " is no array of strings");
      (name == "start" ? rule.start : name == "yes" ? rule.yes : rule.no) = std::move(*texts);
    } else if (name == "name") {
      rule.name = as_text(node);
    } else if (name == "pattern") {
      rule.pattern = as_text(node);
    } else if (name == "exact_case") {
      rule.exact_case = as_text(node) == "true";
    } else {
      rule.attributes.emplace_back(std::string(name), as_text(node));
    }
  }
  if (rule.name.empty()) return wrong(path, table, "a rule has no name");
  if (rule.pattern.empty()) return wrong(path, table, rule.name + " has no pattern");
  if (rule.start.empty()) return wrong(path, table, rule.name + " does not say what it starts with");
  return rule;
}

Result<Done> read_rules(const toml::table& root, const std::string& path, RuleFile& file) {
  const auto* rules = root["rule"].as_array();
  if (!rules) return Done{};
  for (const auto& node : *rules) {
    const auto* table = node.as_table();
    if (!table) return wrong(path, node, "a rule is no table");
    auto rule = rule_of(*table, path);
    if (!rule) return rule.error();
    file.rules.push_back(std::move(*rule));
  }
  return Done{};
}

void read_examples(const toml::table& root, const std::string& path, RuleFile& file) {
  const auto* examples = root["example"].as_array();
  if (!examples) return;
  for (const auto& node : *examples) {
    const auto* table = node.as_table();
    if (!table) continue;
    Example example{path + ":" + std::to_string(node.source().begin.line), "", "", {}};
    if (const auto* text = table->get("text")) example.text = as_text(*text);
    if (const auto* published = table->get("published")) example.published = as_text(*published);
    if (const auto* expect = table->get("expect"))
      example.expect = strings(*expect).value_or(std::vector<std::string>{});
    file.examples.push_back(std::move(example));
  }
}

}  // namespace

std::string_view Rule::attribute(std::string_view key) const {
  const auto found = std::ranges::find(attributes, key, &std::pair<std::string, std::string>::first);
  return found == attributes.end() ? std::string_view{} : found->second;
}

Result<RuleFile> parse_rule_file(std::string_view text, const std::string& path) {
  const auto parsed = toml::parse(text, path);
  if (!parsed)
    return Error{Error::Kind::rules,
                 path + ":" + std::to_string(parsed.error().source().begin.line) + ": " +
                     std::string(parsed.error().description()),
                 "mend the file, or leave --rules out"};
  const auto& root = parsed.table();
  const std::filesystem::path parts(path);
  RuleFile file{parts.parent_path().filename().string(), parts.stem().string(), {}, {}, {}, {}};
  if (const auto* lists = root["list"].as_table())
    for (const auto& [name, node] : *lists) {
      auto list = list_of(name.str(), node, path);
      if (!list) return list.error();
      file.lists.push_back(std::move(*list));
    }
  if (const auto* macros = root["macro"].as_table())
    for (const auto& [name, node] : *macros) file.macros.emplace_back(std::string(name.str()), as_text(node));
  if (auto done = read_rules(root, path, file); !done) return done.error();
  read_examples(root, path, file);
  return file;
}

}  // namespace gegenprobe::extract

// Texts behind their size, lists behind their count, structs member by member: pass() names the members once
// for writing and reading.
#include "extract/matching/prepared_rules.h"

#include <concepts>
#include <type_traits>

#include "extract/matching/archive.h"

namespace gegenprobe::extract {
namespace {

template <class Archive, class Value>
void pass(Archive& archive, Value& value) {
  using Type = std::remove_const_t<Value>;
  const auto each = [&](auto&... members) { (pass(archive, members), ...); };
  if constexpr (std::same_as<Type, RuleFile>) {
    each(value.language, value.kind, value.lists, value.macros, value.rules, value.examples);
  } else if constexpr (std::same_as<Type, WordList>) {
    each(value.name, value.items);
  } else if constexpr (std::same_as<Type, Rule>) {
    each(value.name, value.file, value.start, value.pattern, value.exact_case, value.attributes, value.yes,
         value.no);
  } else if constexpr (std::same_as<Type, Example>) {
    each(value.file, value.text, value.published, value.expect);
  } else if constexpr (requires { value.second; }) {
    each(value.first, value.second);
  } else if constexpr (std::same_as<Type, std::string> || std::same_as<Type, bool>) {
    archive.pass_leaf(value);
  } else {
    archive.pass_size(value);
    for (auto& element : value) pass(archive, element);
  }
}

}  // namespace

std::string prepared_rules(const RuleFile& file) {
  ArchiveWriter writer;
  pass(writer, file);
  return writer.take();
}

RuleFile rules_from_prepared(std::string_view bytes) {
  RuleFile file;
  ArchiveReader reader(bytes);
  pass(reader, file);
  return file;
}

}  // namespace gegenprobe::extract

// Texts behind their size, lists behind their count, structs member by member: pass() names the members once
// for writing and reading.
#include "extract/matching/prepared_rules.h"

#include <cassert>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <type_traits>

namespace gegenprobe::extract {
namespace {

class Writer {
 public:
  void pass_size(const auto& container) { number(container.size()); }
  void pass_leaf(bool flag) { number(flag); }
  void pass_leaf(const std::string& text) {
    number(text.size());
    out_ += text;
  }
  std::string take() { return std::move(out_); }

 private:
  void number(std::size_t value) {
    const auto small = static_cast<std::uint32_t>(value);
    out_.append(reinterpret_cast<const char*>(&small), sizeof small);
  }
  std::string out_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}
  void pass_size(auto& container) { container.resize(number()); }
  void pass_leaf(bool& flag) { flag = number() != 0; }
  void pass_leaf(std::string& text) { text = next(number()); }

 private:
  std::string_view next(std::size_t size) {
    assert(size <= rest_.size());
    const auto bytes = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return bytes;
  }
  std::size_t number() {
    std::uint32_t value = 0;
    std::memcpy(&value, next(sizeof value).data(), sizeof value);
    return value;
  }
  std::string_view rest_;
};

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
  Writer writer;
  pass(writer, file);
  return writer.take();
}

RuleFile rules_from_prepared(std::string_view bytes) {
  RuleFile file;
  Reader reader(bytes);
  pass(reader, file);
  return file;
}

}  // namespace gegenprobe::extract

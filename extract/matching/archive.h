#pragma once
#include <cassert>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace gegenprobe::extract {

/// Bytes that the same program reads back: texts and rows behind their size, and rows at places that suit
/// them. Writer and reader are passed the
/// same members in the same order, so that one function does for both.
class ArchiveWriter {
 public:
  void pass_size(const auto& container) { number(container.size()); }
  void pass_leaf(bool flag) { number(flag); }
  void pass_leaf(std::string_view text) {
    number(text.size());
    out_ += text;
  }
  /// Elements as they are in memory.
  template <class Element>
  void pass_row(const std::vector<Element>& row) {
    pass_row(std::span<const Element>(row));
  }
  template <class Element>
  void pass_row(std::span<const Element> row) {
    static_assert(std::has_unique_object_representations_v<Element>, "bytes that nobody sets");
    number(row.size());
    out_.resize((out_.size() + alignof(Element) - 1) / alignof(Element) * alignof(Element));
    out_.append(reinterpret_cast<const char*>(row.data()), row.size() * sizeof(Element));
  }
  std::string take() { return std::move(out_); }

 private:
  void number(std::size_t value) {
    const auto small = static_cast<std::uint32_t>(value);
    out_.append(reinterpret_cast<const char*>(&small), sizeof small);
  }
  std::string out_;
};

class ArchiveReader {
 public:
  /// \pre `bytes` begin at a multiple of 8, as memory that was asked for and what is built in do
  explicit ArchiveReader(std::string_view bytes) : bytes_(bytes), rest_(bytes) {}
  void pass_size(auto& container) { container.resize(number()); }
  void pass_leaf(bool& flag) { flag = number() != 0; }
  void pass_leaf(std::string& text) { text = next(number()); }
  /// Where it stands in what is read.
  void pass_leaf(std::string_view& text) { text = next(number()); }
  template <class Element>
  void pass_row(std::vector<Element>& row) {
    std::span<const Element> there;
    pass_row(there);
    row.assign(there.begin(), there.end());
  }
  /// Where it stands in what is read.
  template <class Element>
  void pass_row(std::span<const Element>& row) {
    const auto size = number();
    next(-(bytes_.size() - rest_.size()) % alignof(Element));
    row = {reinterpret_cast<const Element*>(next(size * sizeof(Element)).data()), size};
  }

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
  std::string_view bytes_, rest_;
};

}  // namespace gegenprobe::extract

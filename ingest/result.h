#pragma once
#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace gegenprobe {

/// Why something could not be done, in words for the person at the keyboard.
struct Error {
  enum class Kind { usage = 2, network, input, rules, store };  // the value is the exit code
  Kind kind;
  std::string what;  ///< one lower-case clause naming the URL, file:line or table concerned
  std::string hint;  ///< what to try next; may be empty
};

/// A T or the reason there is none. Uses std::expected's names, so that C++23 can replace it.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Error error) : state_(std::move(error)) {}
  explicit operator bool() const { return state_.index() == 0; }
  T& operator*() { return assert(state_.index() == 0), *std::get_if<0>(&state_); }
  const T& operator*() const { return assert(state_.index() == 0), *std::get_if<0>(&state_); }
  T* operator->() { return &**this; }
  const T* operator->() const { return &**this; }
  const Error& error() const { return assert(state_.index() == 1), *std::get_if<1>(&state_); }

 private:
  std::variant<T, Error> state_;
};
using Done = std::monostate;  ///< Result<Done>: it worked, and there is nothing to hand back

}  // namespace gegenprobe

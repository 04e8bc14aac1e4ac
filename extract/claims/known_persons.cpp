#include "extract/claims/known_persons.h"

#include <algorithm>

namespace gegenprobe::extract {
namespace {

std::string_view surname_of(std::string_view name) { return name.substr(name.rfind(' ') + 1); }

}  // namespace

void KnownPersons::add(std::string name) {
  marks_ |= mark_of(surname_of(name));
  auto& family = by_surname_[std::string(surname_of(name))];
  std::erase(family, name);
  last_ = name;
  family.push_back(std::move(name));
}

std::string_view KnownPersons::last_called(std::string_view words) const {
  const auto family = by_surname_.find(surname_of(words));
  if (family == by_surname_.end()) return {};
  for (auto name = family->second.rbegin(); name != family->second.rend(); ++name) {
    const bool longer = name->size() > words.size() && name->ends_with(words);
    if (longer && (*name)[name->size() - words.size() - 1] == ' ') return *name;
  }
  return {};
}

}  // namespace gegenprobe::extract

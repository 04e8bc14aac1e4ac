#pragma once
#include <SQLiteCpp/Exception.h>

#include <string>
#include <type_traits>

#include "ingest/result.h"
#include "store/database.h"

namespace gegenprobe::store {

/// What SQLite's exception means for the person at the keyboard. `doing`: "add https://…".
Error explained(const SQLite::Exception& exception, const std::string& path, const std::string& doing);

template <class T>
struct ResultOf {
  using type = Result<T>;
};
template <class T>
struct ResultOf<Result<T>> {
  using type = Result<T>;
};

/// Every public function of store/ runs its body in here, so no SQLite::Exception leaves the folder.
/// `work` gives a T or a Result<T>.
template <class Work>
auto guarded(const std::string& path, const std::string& doing, Work work) ->
    typename ResultOf<decltype(work())>::type try {
  return work();
} catch (const SQLite::Exception& exception) {
  return explained(exception, path, doing);
}

template <class Work>
auto guarded(const Database& database, const std::string& doing, Work work) {
  return guarded(database.path(), doing, std::move(work));
}

}  // namespace gegenprobe::store

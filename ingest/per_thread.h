#pragma once
#include <deque>
#include <mutex>

namespace gegenprobe {

/// One Made for each thread, made when the thread first asks and kept until the program ends: for tables and
/// buffers of threads that live as long. A thread_local with a destructor ends the program where no memory is
/// left to note that it has one (glibc's __cxa_thread_atexit_impl); this throws std::bad_alloc. Made must be
/// a type of the caller's own, since all that ask for the same type share it. Cost: a lock at a thread's
/// first call.
template <class Made>
Made& per_thread() {
  static std::mutex mutex;
  static std::deque<Made> all;
  thread_local Made* own = nullptr;
  if (!own) {
    const std::lock_guard lock(mutex);
    own = &all.emplace_back();
  }
  return *own;
}

}  // namespace gegenprobe

#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "ingest/http.h"
#include "ingest/result.h"
#include "store/database.h"
#include "store/watch.h"

namespace gegenprobe::app {

struct WatchRun {
  std::string name;
  std::size_t fresh = 0;          ///< items found now
  std::vector<std::string> sent;  ///< "mail to desk@example.org", …
  std::vector<Error> failed;      ///< a destination that did not take them; the next run tries again
};

/// Looks for what came since the last run and hands it on: files are written anew, as a whole; mail and
/// webhook get what they did not get yet. An item is found once. It is mailed and posted at least once: when
/// the program dies between the sending and the note of it, again, under the same Message-ID and
/// Idempotency-Key. `sendmail`: the program that takes a mail on standard input, called with -i -t.
Result<WatchRun> run_watch(store::Database& database, const store::Watch& watch, ingest::Http& http,
                           const std::string& sendmail);

/// All watches, or the one named, one after the other; `told` gets each as it is done.
Result<Done> run_watches(store::Database& database, const std::string& name, bool allow_private,
                         const std::function<void(const WatchRun&)>& told);

/// "siemens: 2 new · 2 items to desk@example.org"
std::string words_of(const WatchRun& run);

/// $GEGENPROBE_SENDMAIL, else /usr/sbin/sendmail.
std::string sendmail_program();

}  // namespace gegenprobe::app

#include "app/one_document.h"

#include <fmt/format.h>
#include <unistd.h>

#include <optional>

namespace gegenprobe::app {

Result<ingest::Document> one_document(std::string_view command, const std::string& source,
                                      const std::function<Result<Done>(const ingest::DocumentSink&)>& read) {
  std::optional<Result<ingest::Document>> first;
  bool more = false;
  const auto done = read([&](Result<ingest::Document> document) {
    more = first.has_value();
    if (!more) first.emplace(std::move(document));
    return !more;
  });
  if (!done) return done.error();
  if (more)
    return Error{Error::Kind::usage, fmt::format("{}: {} holds more than one text", command, source),
                 fmt::format("{} one at a time", command)};
  if (!first) return Error{Error::Kind::input, fmt::format("{}: {} holds no text", command, source), ""};
  return *std::move(first);
}

Result<ingest::Document> one_document_of_file(std::string_view command, const std::string& path,
                                              const ingest::Overrides& overrides, Output& output) {
  if (path == "-" && isatty(STDIN_FILENO)) output.words("reading a text from the terminal; Ctrl-D ends it");
  return one_document(command, path == "-" ? "standard input" : path, [&](const ingest::DocumentSink& sink) {
    return ingest::ingest_file(path, overrides, sink);
  });
}

}  // namespace gegenprobe::app

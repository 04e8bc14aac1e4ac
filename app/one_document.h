#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "app/output.h"
#include "ingest/ingest.h"

namespace gegenprobe::app {

/// The one document that `read` gives to its sink: a text to check or to explain. An error where it is none
/// or several; `source` names it there.
Result<ingest::Document> one_document(std::string_view command, const std::string& source,
                                      const std::function<Result<Done>(const ingest::DocumentSink&)>& read);

/// The same for a file; "-" is standard input, and one who types it is told so.
Result<ingest::Document> one_document_of_file(std::string_view command, const std::string& path,
                                              const ingest::Overrides& overrides, Output& output);

}  // namespace gegenprobe::app

#pragma once
#include <string>
#include <string_view>

#include "ingest/http.h"
#include "ingest/ingest.h"
#include "ingest/result.h"
#include "ingest/warc_writer.h"

namespace gegenprobe::ingest {

/// The page behind an address, whatever its kind. A status other than 2xx is a network error that says what
/// it means.
Result<Response> fetch(Http& http, std::string_view url);

/// fetch() and ingest() in one: the documents behind an address, with the canonical URL as their id. The
/// answer is kept in `archive`, if there is one, and the documents know where.
Result<Done> ingest_url(Http& http, std::string_view url, const Overrides& overrides,
                        const DocumentSink& sink, WarcWriter* archive = nullptr);

/// The documents in an answer that is there already; it is kept once. As ingest_url() after the fetch.
Result<Done> ingest_answer(const Response& response, std::string_view url, const Overrides& overrides,
                           const DocumentSink& sink, WarcWriter* archive = nullptr);
/// The same with the reading of the page left to the caller.
Result<Done> ingest_answer_unread(const Response& response, std::string_view url, const Overrides& overrides,
                                  const UnreadSink& sink, WarcWriter* archive = nullptr);

}  // namespace gegenprobe::ingest

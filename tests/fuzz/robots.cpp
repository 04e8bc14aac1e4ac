// A robots.txt and a question to it: the first line is the agent, a blank, and the address.
#include "ingest/robots.h"

#include "fuzz.h"
#include "ingest/url.h"

using namespace gegenprobe;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto [question, bytes] = fuzz::input_of(data, size);
  const auto blank = question.find(' ');
  const auto agent = question.substr(0, blank);
  const auto url = blank == question.npos ? std::string_view() : question.substr(blank + 1);
  const ingest::Robots robots(bytes);
  fuzz::expect(robots.allows(agent, url) == robots.allows(agent, url), "the same answer twice");
  fuzz::expect(robots.allows(agent, "/robots.txt"), "robots.txt itself may be read");
  if (const auto delay = robots.crawl_delay(agent)) fuzz::expect(delay->count() >= 0, "no delay below zero");
  if (const auto canonical = ingest::canonical_url(url))
    fuzz::expect(*ingest::canonical_url(*canonical) == *canonical, "the canonical form is its own");
  return 0;
}

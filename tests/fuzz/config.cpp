// gegenprobe.toml and sites.toml.
#include "app/crawl_config.h"
#include "fuzz.h"
#include "ingest/sites.h"

using namespace gegenprobe;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::MemoryFile file({reinterpret_cast<const char*>(data), size});
  const auto config = app::read_config(file.path());
  if (!config)
    fuzz::expect(config.error().what.find(file.path()) != std::string::npos, "an error names the file");
  const auto sites = ingest::Sites::read(file.path());
  if (!sites)
    fuzz::expect(sites.error().what.find(file.path()) != std::string::npos, "an error names the file");
  return 0;
}

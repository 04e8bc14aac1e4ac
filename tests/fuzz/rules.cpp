// A rule file -> rules that compile, or an error that names file and line.
#include "extract/matching/rules.h"

#include "fuzz.h"

using namespace gegenprobe;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  auto file = extract::parse_rule_file(bytes, "de/money.toml");
  if (!file)
    return fuzz::expect(file.error().what.find("de/money.toml") != std::string::npos,
                        "an error names the file"),
           0;
  auto language = extract::LanguageRules::compile("de", {*std::move(file)});
  const auto checked = language ? (*language)->check() : Result<Done>(language.error());
  fuzz::expect(checked || !checked.error().what.empty(), "an error says what is wrong");
  return 0;
}

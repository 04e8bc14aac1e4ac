#include "app/help.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "app/completion.h"

namespace gegenprobe::app {
namespace {

std::string manual_page() {
  std::ostringstream text;
  text << std::ifstream(GEGENPROBE_MANUAL).rdbuf();
  std::string plain;
  for (char c : text.str())
    if (c != '\\') plain += c;
  return plain;
}

/// "--company" of "-c,--company"; empty for what stands by its place.
std::vector<std::string> long_names(const Options::Option& option) {
  std::vector<std::string> names;
  std::stringstream all(option.names);
  for (std::string name; std::getline(all, name, ',');)
    if (name.starts_with("--")) names.push_back(name);
  return names;
}

class EveryCommand : public testing::TestWithParam<const Command*> {};
TEST_P(EveryCommand, IsInTheManualPageAndTheCompletionWithAllItsOptions) {
  const std::string manual = manual_page();
  const std::string name(GetParam()->name);
  EXPECT_NE(manual.find(name), std::string::npos) << name;
  Options options;
  GetParam()->declare(options);
  for (const Options::Option& option : options.all())
    for (const std::string& word : long_names(option)) {
      EXPECT_NE(manual.find(word), std::string::npos) << "manual page: " << name << " " << word;
      EXPECT_NE(bash_completion().find(word), std::string::npos) << name << " " << word;
      EXPECT_NE(command_help(*GetParam()).find(word), std::string::npos) << name << " " << word;
    }
}
TEST_P(EveryCommand, HasHelpWithoutATrailingStop) {
  EXPECT_FALSE(GetParam()->summary.ends_with('.'));
  EXPECT_FALSE(GetParam()->examples.empty());
  EXPECT_NE(program_help().find(GetParam()->summary.substr(0, 20)), std::string::npos);
}
INSTANTIATE_TEST_SUITE_P(, EveryCommand, testing::ValuesIn(commands().begin(), commands().end()),
                         [](const auto& i) { return std::string(i.param->name); });

struct SlipRow {
  const char *name, *word, *nearest;
};
const SlipRow kSlips[] = {{"Letter", "clams", "claims"},
                          {"TwoSwapped", "ehck", "check"},
                          {"Singular", "conflict", "conflicts"},
                          {"AnotherWord", "frobnicate", ""}};
class NearestCommand : public testing::TestWithParam<SlipRow> {};
TEST_P(NearestCommand, Row) { EXPECT_EQ(nearest_command(GetParam().word), GetParam().nearest); }
INSTANTIATE_TEST_SUITE_P(, NearestCommand, testing::ValuesIn(kSlips),
                         [](const auto& i) { return i.param.name; });

}  // namespace
}  // namespace gegenprobe::app

#include "tests/extract/claim_cases.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <stdexcept>

namespace gegenprobe::test {
namespace {

namespace fs = std::filesystem;

std::string with_line_breaks(std::string text) {
  for (size_t at = 0; (at = text.find("\\n", at)) != std::string::npos;) text.replace(at, 2, "\n");
  return text;
}

void take_line(const std::string& line, ClaimCase& read) {
  if (read.name.empty()) {
    const size_t space = line.find(' ');
    read.name = line.substr(0, space);
    if (space != std::string::npos) read.published = line.substr(space + 1);
  } else if (line.starts_with("= ")) {
    read.claims += (read.claims.empty() ? "" : "\n") + line.substr(2);
  } else if (read.text.empty()) {
    read.text = with_line_breaks(line);
  } else {
    throw std::runtime_error(read.file + ": " + read.name + ": a claim begins with \"= \": " + line);
  }
}

void read_file(const fs::path& path, std::vector<ClaimCase>& cases) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error(path.string() + ": cannot be read");
  ClaimCase read;
  const auto close = [&] {
    if (!read.name.empty() && read.text.empty())
      throw std::runtime_error(read.file + ": " + read.name + ": no text");
    if (!read.name.empty()) cases.push_back(std::move(read));
    read = ClaimCase{};
    read.file = path.string();
  };
  close();
  for (std::string line; std::getline(in, line);) {
    if (line.empty())
      close();
    else if (!line.starts_with('#'))
      take_line(line, read);
  }
  close();
}

}  // namespace

void PrintTo(const ClaimCase& printed, std::ostream* out) { *out << printed.name; }

std::vector<ClaimCase> read_claim_cases(const std::string& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  std::ranges::sort(files);
  std::vector<ClaimCase> cases;
  for (const auto& file : files) read_file(file, cases);
  return cases;
}

}  // namespace gegenprobe::test

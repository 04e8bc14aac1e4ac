#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <thread>

#include "app/command.h"
#include "app/filter_words.h"
#include "app/interchange.h"
#include "app/shared_options.h"

namespace gegenprobe::app {
namespace {

struct Words {
  std::string input = "-", output = "-", language, rules;
  bool mentions_only = false;
  std::optional<unsigned> jobs;
  std::optional<double> min_confidence;
};

/// A descriptor that is closed with its owner; stdin and stdout stay open.
class File {
 public:
  File(const std::string& path, int standard, int flags)
      : descriptor_(path == "-" ? standard : ::open(path.c_str(), flags | O_CLOEXEC, 0644)) {}
  ~File() {
    if (descriptor_ > 2) ::close(descriptor_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

Error cannot_open(const std::string& path) {
  return Error{Error::Kind::input, fmt::format("extract: could not open {}: {}", path, std::strerror(errno)),
               ""};
}

unsigned threads(const std::optional<unsigned>& jobs) {
  if (!jobs) return 1;
  return *jobs > 0 ? *jobs : std::max(1u, std::thread::hardware_concurrency());
}

Outcome run(const Words& words, Output& output) {
  const auto least = confidence_from("extract", words.min_confidence);
  if (!least) return least.error();
  const auto rules = rules_of(words.rules);
  if (!rules) return rules.error();
  const File in(words.input, STDIN_FILENO, O_RDONLY);
  if (in.descriptor() < 0) return cannot_open(words.input);
  const File out(words.output, STDOUT_FILENO, O_WRONLY | O_CREAT | O_TRUNC);
  if (out.descriptor() < 0) return cannot_open(words.output);
  if (isatty(in.descriptor())) output.words("reading JSON Lines from the terminal; Ctrl-D ends them");
  const AnswerOptions options{words.language, words.mentions_only, least->value_or(0)};
  const auto sums = answer_lines(in.descriptor(), out.descriptor(), **rules, options, threads(words.jobs));
  if (!sums) {
    const auto& [kind, what, hint] = sums.error();
    const auto source = words.input == "-" ? "standard input" : words.input;
    return Error{kind, fmt::format("extract: could not read {}: {}", source, what), hint};
  }
  if (sums->write_failure) {
    output.words(fmt::format("gegenprobe: extract: could not write: {}", std::strerror(sums->write_failure)));
    return kCannotWrite;
  }
  if (sums->bad == 0) return 0;
  output.words(fmt::format("gegenprobe: extract: {} of {} lines could not be read; see their \"error\"",
                           sums->bad, sums->lines));
  return 1;
}

Work declare(Options& options) {
  auto words = std::make_shared<Words>();
  options.text("input", words->input, "FILE", "JSON Lines to read; '-' or nothing: standard input").offer =
      Options::Offer::files;
  options.text("-o,--output", words->output, "FILE", "where the answers go, instead of standard output")
      .offer = Options::Offer::files;
  options.choice("--lang", words->language, {"de", "en"}, "language of lines that name none; else found out");
  options.count("-j,--jobs", words->jobs, "N",
                "threads; 0: one for each core. The answers keep the order of the lines");
  options.number("--min-confidence", words->min_confidence, "NUMBER",
                 "claims this sure or surer, 0 to 1: of those at 0.9, nine in ten are right");
  options.on("--mentions-only", words->mentions_only, "leave the claims out");
  declare_rules(options, words->rules);
  return [words](Output& output) { return run(*words, output); };
}

}  // namespace

extern const Command extract_command;
const Command extract_command{
    "extract", "[FILE] [-o FILE] [--lang de|en] [--jobs N]",
    "JSON Lines in, mentions and claims out; no database",
    R"(# One object a line: "text", and where known "id", "lang", "published", "title", "outlet".
echo '{"id": "a1", "text": "Der Umsatz von Siemens stieg auf 5,5 Mrd. Euro.", "lang": "de"}' | gegenprobe extract
# An archive, on all cores.
zcat archive.jsonl.gz | gegenprobe extract --jobs 0 | gzip > claims.jsonl.gz
# A line that is no such object is answered with its number and what is wrong; the exit code is then 1.
gegenprobe extract articles.jsonl -o claims.jsonl)",
    declare};

}  // namespace gegenprobe::app

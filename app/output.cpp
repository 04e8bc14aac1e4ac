#include "app/output.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace gegenprobe::app {
namespace {

constexpr std::size_t kBufferBytes = 64 << 10;

std::size_t terminal_width(int descriptor) {
  if (const char* columns = std::getenv("COLUMNS"))
    if (const long width = std::strtol(columns, nullptr, 10); width > 0)
      return static_cast<std::size_t>(width);
  winsize size{};
  return isatty(descriptor) && ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

// https://no-color.org: present and not empty means no colour, whatever its value.
bool wants_colour(int descriptor) {
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  return isatty(descriptor) && !(no_color && *no_color) && !(terminal && std::strcmp(terminal, "dumb") == 0);
}

int write_all(int descriptor, std::string_view data) {
  while (!data.empty()) {
    const ssize_t written = ::write(descriptor, data.data(), data.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    data.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

const char* code_of(Style style) {
  switch (style) {
    case Style::bold:
      return "1";
    case Style::dim:
      return "2";
    case Style::red:
      return "31";
    case Style::green:
      return "32";
    case Style::yellow:
      return "33";
    case Style::blue:
      return "34";
    case Style::magenta:
      return "35";
    case Style::cyan:
      return "36";
    case Style::plain:
      break;
  }
  return "0";
}

}  // namespace

Output::Output(int out, int err)
    : out_(out),
      err_(err),
      colour_(wants_colour(out)),
      err_terminal_(isatty(err)),
      width_(terminal_width(out)) {}

Output::~Output() {
  clear_progress();
  send();
}

void Output::write(std::string_view data) {
  buffer_ += data;
  if (buffer_.size() >= kBufferBytes) send();
}

void Output::line(std::string_view data) {
  buffer_ += data;
  write("\n");
}

void Output::words(std::string_view text) {
  send();
  clear_progress();
  write_all(err_, std::string(text) + "\n");
}

void Output::progress(std::string_view text) {
  if (!err_terminal_) return;
  send();
  write_all(err_, "\r\x1b[K" + std::string(text));
  progress_shown_ = true;
}

void Output::clear_progress() {
  if (!progress_shown_) return;
  write_all(err_, "\r\x1b[K");
  progress_shown_ = false;
}

void Output::send() {
  if (buffer_.empty()) return;
  if (progress_shown_ && isatty(out_)) clear_progress();
  if (!gone_ && !failure_) {
    failure_ = write_all(out_, buffer_);
    if (failure_ == EPIPE) gone_ = true, failure_ = 0;
  }
  buffer_.clear();
}

Result<Done> Output::flush() {
  send();
  if (!failure_) return Done{};
  return Error{Error::Kind::input,
               std::string("could not write to standard output: ") + std::strerror(failure_), ""};
}

std::string styled(const Output& output, Style style, std::string_view text) {
  if (!output.colour() || style == Style::plain) return std::string(text);
  return std::string("\x1b[") + code_of(style) + "m" + std::string(text) + "\x1b[0m";
}

}  // namespace gegenprobe::app

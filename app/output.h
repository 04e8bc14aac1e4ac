#pragma once
#include <cstdio>
#include <string>
#include <string_view>

#include "ingest/result.h"

namespace gegenprobe::app {

/// Where a command's answers go: data to stdout, words about them to stderr.
/// A reader that went away (`| head`) is no error: what is written after that is dropped.
class Output {
 public:
  /// Colour and width are those of the terminal behind `out`, none where it is a file or a pipe.
  /// NO_COLOR and COLUMNS are respected.
  explicit Output(int out = 1, int err = 2);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  void write(std::string_view data);  ///< to stdout, buffered
  void line(std::string_view data);   ///< the same, and '\n'
  void words(std::string_view text);  ///< a line to stderr, in order with what was written before
  /// A line on the terminal that the next one overwrites; nothing where stderr is no terminal.
  void progress(std::string_view text);
  /// Writes what is buffered. Fails where the disk is full; a reader that went away is Done.
  Result<Done> flush();

  bool reader_gone() const { return gone_; }
  bool colour() const { return colour_; }
  void set_colour(bool colour) { colour_ = colour; }
  std::size_t width() const { return width_; }  ///< columns; 0 where there is no limit
  int descriptor() const { return out_; }

 private:
  void send();
  void clear_progress();

  int out_, err_;
  std::string buffer_;
  bool colour_ = false, gone_ = false, progress_shown_ = false, err_terminal_ = false;
  std::size_t width_ = 0;
  int failure_ = 0;  // errno of the first write that failed
};

/// The text between the escape sequences of a style; the plain text where colour is off.
enum class Style { plain, bold, dim, red, green, yellow, blue, magenta, cyan };
std::string styled(const Output& output, Style style, std::string_view text);

}  // namespace gegenprobe::app

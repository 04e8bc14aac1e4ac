#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/output.h"
#include "ingest/span.h"

namespace gegenprobe::app {

/// A stretch of a text that stands out.
struct Mark {
  Span span;                    ///< bytes
  Style style = Style::bold;    ///< where there is colour
  std::string_view label = {};  ///< where there is none: "[money: 5 Euro]"; empty: "[5 Euro]"
};
struct Marked {
  std::string_view text;
  std::vector<Mark> marks = {};  ///< ascending, none overlapping another
  bool keep_breaks = false;      ///< a line break in the text stays one: for articles, not for sentences
};

/// Lines of at most `columns`, broken between words; control characters become spaces. A word that is longer
/// than a line stands on a line of its own.
std::vector<std::string> wrapped(const Output& output, const Marked& marked, std::size_t columns);

/// Prints the text in lines that start with `indent` spaces; a blank line where the text has one.
void print_wrapped(Output& output, const Marked& marked, std::size_t indent);

/// Prints two texts in two columns, or one under the other where the terminal is narrow.
void print_side_by_side(Output& output, const std::vector<std::string>& left,
                        const std::vector<std::string>& right);
/// How wide one of the two columns is, to wrap for it.
std::size_t side_columns(const Output& output);

/// The columns that running text may take: the terminal's, at most a hundred.
std::size_t text_columns(const Output& output);

}  // namespace gegenprobe::app

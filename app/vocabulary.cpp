#include "app/vocabulary.h"

#include <simdjson.h>

#include <map>
#include <tuple>

#include "app/web/files.h"

namespace gegenprobe::app {
namespace {

using Key = std::tuple<std::string, std::string, std::string>;  // table, word, language
using Labels = std::map<Key, std::string>;

void add_labels(std::string_view table, simdjson::dom::element row, Labels& labels) {
  std::string_view word;
  simdjson::dom::object label;
  if (row["word"].get(word) || row["label"].get(label)) return;
  for (const auto member : label) {
    std::string_view text;
    if (!member.value.get(text)) labels.emplace(Key(table, word, member.key), text);
  }
}

// Read when first asked for. Our own file: what it lacks, the words themselves stand for.
const Labels& labels() {
  static const Labels read = [] {
    Labels all;
    simdjson::dom::parser parser;
    simdjson::dom::object tables;
    const auto file = web::words_file();
    if (parser.parse(file.data(), file.size()).get(tables)) return all;
    for (const auto table : tables) {
      simdjson::dom::array rows;
      if (table.value.get(rows)) continue;
      for (const auto row : rows) add_labels(table.key, row, all);
    }
    return all;
  }();
  return read;
}

}  // namespace

std::string label(std::string_view table, std::string_view word, std::string_view language) {
  const auto at = labels().find(Key(table, word, language));
  return at == labels().end() ? std::string(word) : at->second;
}

}  // namespace gegenprobe::app

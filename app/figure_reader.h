#pragma once
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "extract/matching/rules.h"
#include "extract/mention.h"
#include "ingest/result.h"

namespace gegenprobe::app {

/// Figures that a person types, read as the extractor reads them. Keeps the last readings: extracting keeps
/// memory in each thread that does it, and the same search comes again with every page of its list.
/// Safe to use from many threads.
class FigureReader {
 public:
  using Reading = std::optional<extract::Amount>;

  explicit FigureReader(std::shared_ptr<const extract::Rules> rules) : rules_(std::move(rules)) {}
  const extract::Rules& rules() const { return *rules_; }

  /// In that language (German, where none is given) or in the other; without a unit where none is named.
  /// Nothing where there is no figure in the words.
  Reading read(const std::string& words, const std::string& language) const;

  /// The same of a figure that is kept: without a language it must say one thing in both. Costs an extraction
  /// in each language. Errors (usage, without a hint): no figure, several, or another one in each language.
  Result<extract::Amount> read_surely(const std::string& words, const std::string& language) const;

 private:
  Reading read_anew(const std::string& words, const std::string& language) const;

  static constexpr std::size_t kKept = 500;
  const std::shared_ptr<const extract::Rules> rules_;
  mutable std::mutex mutex_;
  mutable std::map<std::pair<std::string, std::string>, Reading> kept_;
};

}  // namespace gegenprobe::app

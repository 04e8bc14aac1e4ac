#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/extract.h"
#include "ingest/document.h"
#include "store/article_table.h"
#include "store/database.h"

namespace gegenprobe::test {

/// A folder that goes with everything in it.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  std::string file(std::string_view name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

/// An article and what would be extracted from it.
struct Article {
  ingest::Document document;
  extract::Extraction extraction;
};

/// `source` is like "@2025-02-27 Küstenbote" and becomes the day and outlet of the claims. Each claim is the
/// words of its figure as they stand in `text`, and a line for worded() without source. A mention of the
/// figure comes with each claim, and one of its subject where the text names it.
using WordedFigures = std::vector<std::pair<std::string, std::string>>;
Article article(const std::string& url, const std::string& source, const std::string& text,
                const WordedFigures& claims);

/// The n-th of a series of articles of about 3 kB with five claims and thirty mentions; each tells another
/// text, about one of a hundred companies.
Article series_article(int n, int writer = 0);

inline const store::Versions kVersions{"0.1.0", "rtest"};
inline const store::Time kNow{std::chrono::seconds(1'760'000'000)};  // 2025-10-09T08:53:20Z

store::Database open(const std::string& path, store::Access access = store::Access::write);  ///< or throws
store::AddedArticle add(store::Database& database, const Article& article);                  ///< or throws

}  // namespace gegenprobe::test

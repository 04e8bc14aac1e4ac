#pragma once
#include <string_view>
#include <vector>

namespace gegenprobe::ingest::embedded {

/// The files of ingest/data as they were when the program was built.
std::string_view charsets();
std::string_view charset_patches();
std::string_view feed_places();
std::string_view namespaces();
std::string_view tracking_parameters();
std::string_view page();
std::string_view agencies();

/// A data file's lines that hold something: no empty ones, no comments ('#').
std::vector<std::string_view> lines(std::string_view file);

}  // namespace gegenprobe::ingest::embedded

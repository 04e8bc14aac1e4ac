// The arrays one after the other behind a header. Only a file that the user owns is mapped; it is written
// under another name and renamed, and never changed after that.
#include "extract/companies/gazetteer_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstdlib>
#include <cstring>
#include <filesystem>

namespace gegenprobe::extract {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kWorthPreparing = 4u << 20;  // bytes of tables; smaller ones are read in no time
constexpr std::size_t kArrays = 9, kAlignment = 8;
constexpr std::size_t kMostKept = 4;  // files; the oldest go

struct Header {
  std::array<char, 8> magic{'g', 'p', 'n', 'a', 'm', 'e', 's', '2'};
  std::uint64_t byte_order = 0x0102030405060708;
  std::uint64_t text_low = 0, text_high = 0, text_size = 0;  // of the tables
  std::array<std::uint64_t, kArrays> counts{};
  std::uint64_t checksum = 0;  // of the counts and the arrays
};
static_assert(sizeof(Header) % kAlignment == 0);

/// Calls visit(array) for each, in the order of the file.
void each_array(auto& index, auto visit) {
  visit(index.rows), visit(index.names), visit(index.by_name), visit(index.by_key), visit(index.by_first);
  visit(index.begins), visit(index.pairs), visit(index.small), visit(index.added);
}

Header header_for(const std::vector<RuleSource>& parts) {
  Header header;
  XXH3_state_t state;
  XXH3_128bits_reset(&state);
  for (const auto& part : parts) {
    const std::uint64_t size = part.text.size();
    XXH3_128bits_update(&state, &size, sizeof size);
    XXH3_128bits_update(&state, part.text.data(), part.text.size());
    header.text_size += size;
  }
  const auto hash = XXH3_128bits_digest(&state);
  header.text_low = hash.low64, header.text_high = hash.high64;
  return header;
}

template <class Array>
std::size_t bytes_in(const Array& array) {
  return array.size() * sizeof(*array.data());
}
std::size_t padded(std::size_t size) { return (size + kAlignment - 1) / kAlignment * kAlignment; }

std::uint64_t checksum(const Header& header, std::string_view arrays) {
  const auto counts = XXH3_64bits(header.counts.data(), sizeof header.counts);
  return XXH3_64bits_withSeed(arrays.data(), arrays.size(), counts);
}

/// A file of the user's own, mapped.
class Mapping {
 public:
  explicit Mapping(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (file < 0) return;
    struct stat status{};
    const bool usable = ::fstat(file, &status) == 0 && S_ISREG(status.st_mode) &&
                        status.st_uid == ::geteuid() && (status.st_mode & (S_IWGRP | S_IWOTH)) == 0 &&
                        status.st_size > 0;
    if (usable) {
      void* at = ::mmap(nullptr, static_cast<std::size_t>(status.st_size), PROT_READ, MAP_PRIVATE, file, 0);
      if (at != MAP_FAILED) bytes_ = {static_cast<const char*>(at), static_cast<std::size_t>(status.st_size)};
    }
    ::close(file);
  }
  ~Mapping() {
    if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
  }
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;

  std::string_view bytes() const { return bytes_; }
  /// All has been looked at once; little of it will be again.
  void give_back() const { ::madvise(const_cast<char*>(bytes_.data()), bytes_.size(), MADV_DONTNEED); }

 private:
  std::string_view bytes_;
};

struct Prepared : GazetteerIndex {
  explicit Prepared(const std::string& path) : mapping(path) {}
  Mapping mapping;
};

// Points the arrays at their places; false where they are not exactly what the file holds.
bool place_arrays(const Header& header, std::string_view bytes, GazetteerIndex& index) {
  std::size_t at = sizeof(Header), number = 0;
  bool fits = true;
  each_array(index, [&]<class Array>(Array& array) {
    using Element = std::remove_cvref_t<decltype(*array.data())>;
    const auto count = header.counts[number++];
    fits = fits && at <= bytes.size() && count <= (bytes.size() - at) / sizeof(Element);
    if (!fits) return;
    array = Array(reinterpret_cast<const Element*>(bytes.data() + at), static_cast<std::size_t>(count));
    at += padded(bytes_in(array));
  });
  return fits && at == bytes.size();
}

bool sound_slots(std::span<const GazetteerIndex::Slot> slots, std::size_t limit) {
  if (!std::has_single_bit(slots.size())) return false;
  bool empty = false;
  for (const auto& slot : slots) {
    if (slot.value >= limit) return false;
    empty |= slot.value == 0;
  }
  return empty;
}

bool sound_name(const GazetteerIndex& index, std::size_t at, std::size_t text_size) {
  const auto& name = index.names[at];
  const bool own = name.text >= text_size;
  const std::size_t end = std::size_t{name.text} + name.size;
  return name.company < index.rows.size() && end <= (own ? text_size + index.added.size() : text_size) &&
         name.tokens > 0 && name.size > 0 &&
         (name.next == 0 || (name.next > at && name.next < index.names.size()));
}

bool sound(const GazetteerIndex& index, std::size_t text_size) {
  if (index.names.empty() || !std::has_single_bit(index.begins.size()) ||
      !std::has_single_bit(index.pairs.size()) || index.small.size() != GazetteerIndex::kSmallBits / 64 ||
      !sound_slots(index.by_name, index.names.size()) || !sound_slots(index.by_key, index.rows.size() + 1) ||
      !sound_slots(index.by_first, std::size_t{1} << 32))
    return false;
  for (std::size_t at = 1; at < index.names.size(); ++at)
    if (!sound_name(index, at, text_size)) return false;
  return std::ranges::all_of(index.rows, [&](std::uint32_t row) { return row < text_size; });
}

bool write_all(int file, const void* bytes, std::size_t size) {
  const char* at = static_cast<const char*>(bytes);
  while (size > 0) {
    const auto written = ::write(file, at, size);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    at += written;
    size -= static_cast<std::size_t>(written);
  }
  return true;
}

constexpr std::string_view kNameBegin = "gazetteer-";

// Tables that have changed since leave their files behind.
void drop_oldest(const std::string& folder) {
  std::error_code error;
  std::vector<std::pair<fs::file_time_type, fs::path>> files;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
    if (it->path().filename().string().starts_with(kNameBegin))
      files.emplace_back(it->last_write_time(error), it->path());
  std::ranges::sort(files, std::greater{});
  for (std::size_t i = kMostKept; i < files.size(); ++i) fs::remove(files[i].second, error);
}

}  // namespace

bool write_prepared(const std::string& path, const std::vector<RuleSource>& parts,
                    const GazetteerIndex& index) {
  auto header = header_for(parts);
  std::size_t number = 0;
  std::string arrays;
  each_array(index, [&](const auto& array) {
    header.counts[number++] = array.size();
    arrays.append(reinterpret_cast<const char*>(array.data()), bytes_in(array));
    arrays.resize(padded(arrays.size()));
  });
  header.checksum = checksum(header, arrays);
  std::string other = path + ".XXXXXX";
  const int file = ::mkstemp(other.data());
  if (file < 0) return false;
  const bool whole = write_all(file, &header, sizeof header) && write_all(file, arrays.data(), arrays.size());
  const bool written = ::close(file) == 0 && whole && ::rename(other.c_str(), path.c_str()) == 0;
  if (!written) ::unlink(other.c_str());
  return written;
}

std::shared_ptr<const GazetteerIndex> read_prepared(const std::string& path,
                                                    const std::vector<RuleSource>& parts) {
  auto prepared = std::make_shared<Prepared>(path);
  const auto bytes = prepared->mapping.bytes();
  if (bytes.size() < sizeof(Header)) return nullptr;
  Header header;
  std::memcpy(&header, bytes.data(), sizeof header);
  auto wanted = header_for(parts);
  wanted.counts = header.counts;
  wanted.checksum = checksum(header, bytes.substr(sizeof header));
  const bool same = std::memcmp(&header, &wanted, sizeof header) == 0;
  if (!same || !place_arrays(header, bytes, *prepared) || !sound(*prepared, header.text_size)) return nullptr;
  prepared->mapping.give_back();
  return prepared;
}

std::shared_ptr<const GazetteerIndex> index_in(std::string_view prepared) {
  auto index = std::make_shared<GazetteerIndex>();
  Header header;
  std::memcpy(&header, prepared.data(), sizeof header);
  [[maybe_unused]] const bool fits = place_arrays(header, prepared, *index);
  assert(fits);
  return index;
}

std::string folder_of_prepared() {
  const auto variable = [](const char* name) {
    const char* value = std::getenv(name);
    return value && *value == '/' ? std::string(value) : "";
  };
  if (auto cache = variable("XDG_CACHE_HOME"); !cache.empty()) return cache + "/gegenprobe";
  if (auto home = variable("HOME"); !home.empty()) return home + "/.cache/gegenprobe";
  return "";
}

Result<std::unique_ptr<const Gazetteer>> load_gazetteer(const std::vector<RuleSource>& parts,
                                                        const std::string& folder) {
  std::size_t size = 0;
  for (const auto& part : parts) size += part.text.size();
  if (folder.empty() || size < kWorthPreparing) return Gazetteer::load(parts);
  const auto header = header_for(parts);
  const auto path = fmt::format("{}/{}{:016x}.bin", folder, kNameBegin, header.text_low);
  if (auto prepared = read_prepared(path, parts)) return Gazetteer::prepared(parts, std::move(prepared));
  auto loaded = Gazetteer::load(parts);
  std::error_code error;
  if (loaded && (fs::create_directories(folder, error), !error) &&
      write_prepared(path, parts, (*loaded)->index()))
    drop_oldest(folder);
  return loaded;
}

}  // namespace gegenprobe::extract

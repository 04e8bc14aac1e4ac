// Lines are cut out of large blocks, which threads answer.
#include "app/interchange.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <vector>

namespace gegenprobe::app {

InterchangeSums& InterchangeSums::operator+=(const InterchangeSums& other) {
  lines += other.lines;
  bad += other.bad;
  reader_gone |= other.reader_gone;
  if (!write_failure) write_failure = other.write_failure;
  return *this;
}

namespace {

constexpr std::size_t kBlockBytes = 256 << 10;
constexpr std::string_view kGzip = "\x1f\x8b", kByteOrderMark = "\xef\xbb\xbf";

/// Whole lines of the input, and where they stood.
struct Block {
  std::string bytes;  ///< the lines, and kLinePadding bytes more
  std::size_t size = 0;
  std::uint64_t first_line = 1;
  JsonBuffer answers;
  InterchangeSums sums;
  bool answered = false;
};

/// Cuts a descriptor's bytes into blocks of whole lines; waits only while it has not even one line.
class LineReader {
 public:
  explicit LineReader(int descriptor) : descriptor_(descriptor) {}

  /// False at the end of the input.
  Result<bool> read(Block& block) {
    block.first_line = next_line_;
    block.bytes.resize(std::max(block.bytes.size(), rest_.size() + kBlockBytes + kLinePadding));
    std::memcpy(block.bytes.data(), rest_.data(), rest_.size());
    std::size_t filled = rest_.size(), line_end = 0;
    rest_.clear();
    while (line_end == 0) {
      if (block.bytes.size() < filled + kBlockBytes / 2 + kLinePadding)
        block.bytes.resize(2 * block.bytes.size());
      const ssize_t got =
          ::read(descriptor_, block.bytes.data() + filled, block.bytes.size() - kLinePadding - filled);
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) return Error{Error::Kind::input, std::strerror(errno), ""};
      if (got == 0) {
        line_end = filled;  // the last line may lack its '\n'
        break;
      }
      const bool is_begin = next_line_ == 1 && filled == 0;
      line_end = end_of_lines(block.bytes.data(), filled, filled + static_cast<std::size_t>(got));
      filled += static_cast<std::size_t>(got);
      if (is_begin && std::string_view(block.bytes.data(), filled).starts_with(kGzip))
        return Error{Error::Kind::input, "the lines are gzipped", "zcat FILE | gegenprobe extract"};
    }
    block.size = line_end;
    rest_.assign(block.bytes, line_end, filled - line_end);
    next_line_ += count_lines({block.bytes.data(), line_end});
    return line_end > 0;
  }

 private:
  // Lines are long, and looking for the next end costs less than looking at each byte.
  static std::uint64_t count_lines(std::string_view text) {
    std::uint64_t lines = 0;
    for (auto at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1)) ++lines;
    return lines;
  }
  static std::size_t end_of_lines(const char* bytes, std::size_t from, std::size_t to) {
    const auto* last = static_cast<const char*>(memrchr(bytes + from, '\n', to - from));
    return last ? static_cast<std::size_t>(last - bytes) + 1 : 0;
  }

  int descriptor_;
  std::string rest_;
  std::uint64_t next_line_ = 1;
};

// Many lines at once: that a stage finds its code and tables in the cache, once the first of them has gone
// through it, saves more than is lost since what is made of the lines does not fit there.
class Batch {
 public:
  Batch(Answerer& answerer, Block& block) : answerer_(answerer), block_(block) {}
  void add(Line line) {
    lines_.push_back(line);
    if (lines_.size() == kMostLines) answer();
  }
  void answer() {
    block_.sums.lines += lines_.size();
    block_.sums.bad += answerer_.answer(lines_, block_.answers);
    lines_.clear();
  }

 private:
  static constexpr std::size_t kMostLines = 512;  // most blocks have fewer
  Answerer& answerer_;
  Block& block_;
  std::vector<Line> lines_;
};

void answer_block(Answerer& answerer, Block& block) {
  block.answers.Clear();
  block.sums = {};
  Batch batch(answerer, block);
  std::string_view rest(block.bytes.data(), block.size);
  if (block.first_line == 1 && rest.starts_with(kByteOrderMark)) rest.remove_prefix(kByteOrderMark.size());
  for (std::uint64_t number = block.first_line; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    batch.add({line, number});
  }
  batch.answer();
}

/// False where `out` takes no more; sums tell why.
bool write_out(int out, std::string_view data, InterchangeSums& sums) {
  while (!data.empty()) {
    const ssize_t written = ::write(out, data.data(), data.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EPIPE) return sums.reader_gone = true, false;
    if (written < 0) return sums.write_failure = errno, false;
    data.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

Result<InterchangeSums> answer_alone(int in, int out, const extract::Rules& rules,
                                     const AnswerOptions& options) {
  LineReader reader(in);
  Answerer answerer(rules, options);
  Block block;
  InterchangeSums sums;
  for (;;) {
    const auto more = reader.read(block);
    if (!more) return more.error();
    if (!*more) return sums;
    answer_block(answerer, block);
    sums += block.sums;
    if (!write_out(out, text_of(block.answers), sums)) return sums;
  }
}

/// Blocks go round in a ring: the reader fills them, any worker answers them, the writer takes them in order.
class Ring {
 public:
  Ring(int in, int out, const extract::Rules& rules, const AnswerOptions& options, unsigned jobs)
      : in_(in), out_(out), rules_(rules), options_(options), jobs_(jobs), blocks_(2 * jobs + 2) {}

  Result<InterchangeSums> run() {
    std::vector<std::jthread> workers;
    std::jthread writer;
    try {
      for (unsigned i = 0; i < jobs_; ++i) workers.emplace_back([this] { work(); });
      writer = std::jthread([this] { write(); });
    } catch (const std::system_error&) {  // of those that could be made, each waits for work
      stop();
      throw;
    }
    read();
    writer.join();
    workers.clear();
    if (failure_) return *failure_;
    return sums_;
  }

 private:
  Block& at(std::uint64_t turn) { return blocks_[turn % blocks_.size()]; }

  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    changed_.notify_all();
  }

  void read() {
    LineReader reader(in_);
    for (;;) {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return filled_ - written_ < blocks_.size() || stopped_; });
      if (stopped_) return;
      Block& block = at(filled_);
      lock.unlock();
      auto more = reader.read(block);
      lock.lock();
      block.answered = false;
      if (!more) failure_ = more.error();
      if (!more || !*more) ended_ = true;
      if (!ended_) ++filled_;
      changed_.notify_all();
      if (ended_) return;
    }
  }

  void work() {
    Answerer answerer(rules_, options_);
    for (;;) {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return taken_ < filled_ || ended_ || stopped_; });
      if (stopped_ || taken_ == filled_) return;
      Block& block = at(taken_++);
      lock.unlock();
      answer_block(answerer, block);
      lock.lock();
      block.answered = true;
      changed_.notify_all();
    }
  }

  void write() {
    for (;;) {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] {
        return (written_ < filled_ && at(written_).answered) || (ended_ && written_ == filled_);
      });
      if (written_ == filled_) return;
      Block& block = at(written_);
      lock.unlock();
      InterchangeSums sums = block.sums;
      const bool written = write_out(out_, text_of(block.answers), sums);
      lock.lock();
      sums_ += sums;
      ++written_;
      if (!written) stopped_ = true;
      changed_.notify_all();
      if (stopped_) return;
    }
  }

  int in_, out_;
  const extract::Rules& rules_;
  const AnswerOptions& options_;
  unsigned jobs_;
  std::vector<Block> blocks_;
  std::mutex mutex_;
  std::condition_variable changed_;
  // Turns of the ring: written_ <= taken_ <= filled_ <= written_ + blocks_.size().
  std::uint64_t filled_ = 0, taken_ = 0, written_ = 0;
  bool ended_ = false, stopped_ = false;
  std::optional<Error> failure_;
  InterchangeSums sums_;
};

}  // namespace

Result<InterchangeSums> answer_lines(int in, int out, const extract::Rules& rules,
                                     const AnswerOptions& options, unsigned jobs) {
  return jobs > 1 ? Ring(in, out, rules, options, jobs).run() : answer_alone(in, out, rules, options);
}

}  // namespace gegenprobe::app

// Lines are cut out of large blocks and parsed where they lie; each thread keeps its parser, its document and
// its answers' buffer, so that a line costs no allocation of this file's own.
#include "app/interchange.h"

#include <simdjson.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

#include "extract/gazetteer.h"

namespace gegenprobe::app {
namespace {

using ingest::Document;

void write_value(JsonWriter& json, extract::MentionKind kind, const extract::Amount& amount) {
  key(json, "min");
  number_or_null(json, amount.min);
  key(json, "max");
  number_or_null(json, amount.max);
  const bool money = kind == extract::MentionKind::money;
  key(json, money ? "currency" : "unit");
  string_or_null(json, amount.unit);
  if (money) {
    key(json, "currency_basis");
    string_or_null(json, word(amount.basis));
  }
  key(json, "qualifier");
  string(json, word(amount.qualifier));
}

void write_value(JsonWriter& json, const extract::DateValue& date) {
  key(json, "from");
  day_or_null(json, date.from);
  key(json, "to");
  day_or_null(json, date.to);
  key(json, "granularity");
  string(json, word(date.granularity));
  key(json, "relative");
  json.Bool(date.relative);
  key(json, "fiscal");
  json.Bool(date.fiscal);
}

void write_value(JsonWriter& json, const extract::CompanyValue& company) {
  key(json, "name");
  string(json, company.name);
  key(json, "entity");
  string_or_null(json, company.entity);
  key(json, "basis");
  string(json, word(company.basis));
  if (!company.known) return;
  for (const auto& [name, id] :
       {std::pair{"wikidata", company.known->wikidata}, std::pair{"lei", company.known->lei},
        std::pair{"ticker", company.known->ticker}}) {
    if (id.empty()) continue;
    key(json, name);
    string(json, id);
  }
}

void write_value(JsonWriter& json, const extract::SpeakerValue& speaker) {
  key(json, "name");
  string(json, speaker.name);
  if (!speaker.role.empty()) {
    key(json, "role");
    string(json, speaker.role);
  }
  if (!speaker.organisation.empty()) {
    key(json, "organisation");
    string(json, speaker.organisation);
  }
}

void write_mention(JsonWriter& json, const extract::Mention& mention, std::string_view text,
                   extract::CodePoints& points) {
  json.StartObject();
  key(json, "kind");
  string(json, word(mention.kind));
  key(json, "begin");
  json.Uint64(points.at(mention.span.begin));
  key(json, "end");
  json.Uint64(points.at(mention.span.end));
  key(json, "text");
  string(json, mention.span.of(text));
  key(json, "rule");
  string(json, mention.rule);
  key(json, "value");
  json.StartObject();
  if (const auto* amount = mention.amount()) write_value(json, mention.kind, *amount);
  if (const auto* date = mention.date()) write_value(json, *date);
  if (const auto* company = mention.company()) write_value(json, *company);
  if (const auto* speaker = mention.speaker()) write_value(json, *speaker);
  json.EndObject();
  json.EndObject();
}

void write_span(JsonWriter& json, std::string_view name, Span span, extract::CodePoints& points) {
  key(json, name);
  json.StartArray();
  json.Uint64(points.at(span.begin));
  json.Uint64(points.at(span.end));
  json.EndArray();
}

void write_period(JsonWriter& json, const std::optional<extract::Period>& period) {
  key(json, "period");
  if (!period) {
    json.Null();
    return;
  }
  json.StartObject();
  key(json, "from");
  day_or_null(json, period->from);
  key(json, "to");
  day_or_null(json, period->to);
  key(json, "granularity");
  string(json, word(period->granularity));
  key(json, "fiscal");
  json.Bool(period->fiscal);
  key(json, "text");
  string_or_null(json, period->text);
  json.EndObject();
}

void write_claim(JsonWriter& json, const extract::Claim& claim, std::string_view text,
                 extract::CodePoints& sentence_points, extract::CodePoints& evidence_points) {
  json.StartObject();
  key(json, "subject");
  string_or_null(json, claim.subject);
  key(json, "subject_entity");
  string_or_null(json, claim.subject_entity);
  key(json, "metric");
  string(json, word(claim.metric));
  key(json, "variant");
  string_or_null(json, claim.variant);
  key(json, "counterparty");
  string_or_null(json, claim.counterparty);
  key(json, "value");
  json.StartObject();
  key(json, "kind");
  string(json, word(claim.kind));
  write_value(json, claim.kind, claim.value);
  key(json, "role");
  string(json, word(claim.role));
  json.EndObject();
  write_period(json, claim.period);
  key(json, "modality");
  string(json, word(claim.modality));
  key(json, "status");
  string_or_null(json, word(claim.status));
  key(json, "attribution");
  string_or_null(json, claim.attribution);
  write_span(json, "sentence", claim.sentence, sentence_points);
  write_span(json, "evidence", claim.evidence, evidence_points);
  key(json, "text");
  string(json, claim.evidence.of(text));
  key(json, "flags");
  json.StartArray();
  for (std::string_view flag : extract::flag_words(claim.flags)) string(json, flag);
  json.EndArray();
  key(json, "rule");
  string(json, claim.rule);
  key(json, "confidence");
  // Three places: more would only show that a float was made a double.
  json.Double(std::round(static_cast<double>(claim.confidence) * 1000) / 1000);
  json.EndObject();
}

}  // namespace

void write_mentions(JsonWriter& json, const extract::Extraction& found, std::string_view text) {
  extract::CodePoints points(text);
  json.StartArray();
  for (const extract::Mention& mention : found.mentions) write_mention(json, mention, text, points);
  json.EndArray();
}

void write_claims(JsonWriter& json, const extract::Extraction& found, std::string_view text) {
  // Two counters, since sentences begin before the evidence of the claim before them ends.
  extract::CodePoints sentence_points(text), evidence_points(text);
  json.StartArray();
  for (const extract::Claim& claim : found.claims)
    write_claim(json, claim, text, sentence_points, evidence_points);
  json.EndArray();
}

InterchangeSums& InterchangeSums::operator+=(const InterchangeSums& other) {
  lines += other.lines;
  bad += other.bad;
  reader_gone |= other.reader_gone;
  if (!write_failure) write_failure = other.write_failure;
  return *this;
}

const std::size_t kLinePadding = simdjson::SIMDJSON_PADDING;

namespace {

/// What is wrong with a line, for its answer; null where nothing is.
using Fault = const char*;

using simdjson::dom::element;

/// Days stand alone or before a time of day: "2025-10-07T08:15:00Z" is that day.
std::optional<Day> day_in(std::string_view text) {
  if (text.size() > 10 && (text[10] == 'T' || text[10] == ' ')) text = text.substr(0, 10);
  return parse_day(text);
}

}  // namespace

struct Answerer::State {
  State(const extract::Rules& the_rules, InterchangeOptions the_options)
      : rules(the_rules), options(std::move(the_options)) {}

  Fault read(std::string_view line);
  Fault read_member(std::string_view name, element value);
  Fault read_text_member(std::string_view name, std::string_view text);
  void write_id();

  const extract::Rules& rules;
  InterchangeOptions options;
  // The tape, not the on-demand reader: that one is chosen when this is compiled, and so would do without
  // the vector instructions of the machine it runs on. The tape's memory is used again for each line.
  simdjson::dom::parser parser;
  Document document;
  element id;
  bool has_id = false, has_text = false;
  JsonWriter json;
};

Fault Answerer::State::read_text_member(std::string_view name, std::string_view text) {
  if (name == "text") {
    document.text.assign(text);
    has_text = true;
  } else if (name == "lang") {
    if (text != "de" && text != "en") return "\"lang\" is neither \"de\" nor \"en\" nor null";
    document.language.assign(text);
  } else if (name == "published") {
    document.published = day_in(text);
    if (!document.published) return "\"published\" is no day like 2025-10-07";
  } else {
    (name == "title" ? document.title : document.outlet).assign(text);
  }
  return nullptr;
}

Fault Answerer::State::read_member(std::string_view name, element value) {
  static constexpr std::array<std::pair<std::string_view, Fault>, 5> kTexts{
      {{"text", "\"text\" is no string"},
       {"lang", "\"lang\" is no string"},
       {"published", "\"published\" is no string"},
       {"title", "\"title\" is no string"},
       {"outlet", "\"outlet\" is no string"}}};
  if (name == "id") {
    id = value;
    has_id = value.is_string() || value.is_number();
    return has_id || value.is_null() ? nullptr : "\"id\" is neither a string nor a number";
  }
  const auto known = std::ranges::find(kTexts, name, &std::pair<std::string_view, Fault>::first);
  if (known == kTexts.end() || value.is_null()) return nullptr;
  std::string_view text;
  return value.get_string().get(text) ? known->second : read_text_member(name, text);
}

Fault Answerer::State::read(std::string_view line) {
  document.text.clear();
  document.title.clear();
  document.outlet.clear();
  document.language = options.language;
  document.published.reset();
  has_id = has_text = false;
  element parsed;
  if (const auto error = parser.parse(line.data(), line.size(), false).get(parsed))
    return simdjson::error_message(error);
  simdjson::dom::object object;
  if (parsed.get_object().get(object)) return "no JSON object";
  for (const auto member : object)
    if (Fault fault = read_member(member.key, member.value)) return fault;
  return has_text ? nullptr : "\"text\" is missing";
}

void Answerer::State::write_id() {
  key(json, "id");
  std::string_view text;
  std::int64_t whole = 0;
  std::uint64_t large = 0;
  if (!has_id)
    json.Null();
  else if (!id.get_string().get(text))
    string(json, text);
  else if (!id.get_int64().get(whole))
    json.Int64(whole);
  else if (!id.get_uint64().get(large))
    json.Uint64(large);
  else
    json.Double(double(id));
}

Answerer::Answerer(const extract::Rules& rules, InterchangeOptions options)
    : state_(std::make_unique<State>(rules, std::move(options))) {}
Answerer::~Answerer() = default;

bool Answerer::answer(std::string_view line, std::uint64_t line_number, JsonBuffer& answers) {
  State& state = *state_;
  JsonWriter& json = state.json;
  const Fault fault = state.read(line);
  json.Reset(answers);
  json.StartObject();
  if (fault) {
    key(json, "id");
    json.Null();
    key(json, "line");
    json.Uint64(line_number);
    key(json, "error");
    string(json, fault);
  } else {
    const std::string_view text = state.document.text;
    state.document.normalised = ingest::normalise(text);
    extract::Extraction found = extract::extract(state.document, state.rules);
    std::erase_if(found.claims, [&](const extract::Claim& claim) {
      return static_cast<double>(claim.confidence) < state.options.min_confidence;
    });
    state.write_id();
    key(json, "lang");
    string_or_null(json, found.language);
    key(json, "mentions");
    write_mentions(json, found, text);
    if (!state.options.mentions_only) {
      key(json, "claims");
      write_claims(json, found, text);
    }
  }
  json.EndObject();
  answers.Put('\n');
  return !fault;
}

namespace {

constexpr std::size_t kBlockBytes = 256 << 10;

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
      if (got < 0)
        return Error{Error::Kind::input, std::string("could not read: ") + std::strerror(errno), ""};
      if (got == 0) {
        line_end = filled;  // the last line may lack its '\n'
        break;
      }
      line_end = end_of_lines(block.bytes.data(), filled, filled + static_cast<std::size_t>(got));
      filled += static_cast<std::size_t>(got);
    }
    block.size = line_end;
    rest_.assign(block.bytes, line_end, filled - line_end);
    next_line_ +=
        static_cast<std::uint64_t>(std::count(block.bytes.data(), block.bytes.data() + line_end, '\n'));
    return line_end > 0;
  }

 private:
  static std::size_t end_of_lines(const char* bytes, std::size_t from, std::size_t to) {
    const auto* last = static_cast<const char*>(memrchr(bytes + from, '\n', to - from));
    return last ? static_cast<std::size_t>(last - bytes) + 1 : 0;
  }

  int descriptor_;
  std::string rest_;
  std::uint64_t next_line_ = 1;
};

void answer_block(Answerer& answerer, Block& block) {
  block.answers.Clear();
  block.sums = {};
  std::string_view rest(block.bytes.data(), block.size);
  for (std::uint64_t number = block.first_line; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    ++block.sums.lines;
    if (!answerer.answer(line, number, block.answers)) ++block.sums.bad;
  }
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
                                     const InterchangeOptions& options) {
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
  Ring(int in, int out, const extract::Rules& rules, const InterchangeOptions& options)
      : in_(in), out_(out), rules_(rules), options_(options), blocks_(2 * options.jobs + 2) {}

  Result<InterchangeSums> run() {
    std::vector<std::jthread> workers;
    std::jthread writer;
    try {
      for (unsigned i = 0; i < options_.jobs; ++i) workers.emplace_back([this] { work(); });
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
  const InterchangeOptions& options_;
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
                                     const InterchangeOptions& options) {
  return options.jobs > 1 ? Ring(in, out, rules, options).run() : answer_alone(in, out, rules, options);
}

}  // namespace gegenprobe::app

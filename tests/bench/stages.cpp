// Each stage alone, over the texts of a JSON Lines file, in bytes of text a second of processor time, beside
// what bounds it: a copy of the same bytes, ICU's look at them, one pass of one RE2 pattern.
#include <benchmark/benchmark.h>
#include <re2/re2.h>
#include <simdjson.h>
#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/utext.h>

#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>

#include "app/answerer.h"
#include "app/extraction_json.h"
#include "extract/claims/claims.h"
#include "extract/companies/companies.h"
#include "extract/dates/dates.h"
#include "extract/extract.h"
#include "extract/matching/rules.h"
#include "extract/text/text.h"
#include "extract/values/values.h"
#include "ingest/decode.h"
#include "ingest/normalise.h"

namespace gegenprobe::bench {
namespace {

using ingest::Document;

/// A document with what each stage hands to the next, made once and outside of what is timed.
struct Prepared {
  Document document;
  std::string language;
  extract::Text text;
  std::vector<extract::Mention> mentions;
  std::vector<extract::CompanyReference> references;
  extract::Extraction found;
};

struct Input {
  std::string lines;  // the file, and padding
  std::size_t size = 0;
  std::vector<Prepared> texts;
  std::size_t text_bytes = 0;
};
Input input;

const extract::Rules& rules() {
  static const auto rules = *extract::builtin_rules();
  return *rules;
}

void add(const simdjson::dom::element& line) {
  Prepared prepared;
  Document& document = prepared.document;
  std::string_view word;
  document.text = std::string(line["text"].get_string().value());
  if (!line["lang"].get(word)) prepared.language = word;
  if (!line["published"].get(word)) document.published = parse_day(word.substr(0, 10));
  input.text_bytes += document.text.size();
  input.texts.push_back(std::move(prepared));
}

void prepare(Prepared& prepared) {
  Document& document = prepared.document;
  document.normalised = ingest::normalise(document.text);
  document.language = prepared.language;
  prepared.text = extract::text_of(document.normalised.utf8, prepared.language, rules());
  prepared.mentions = extract::find_companies(prepared.text, rules().gazetteer());
  extract::ValueContext values;
  extract::DateFinder dates(prepared.text, document.published);
  for (const auto& sentence : prepared.text.sentences) {
    extract::find_values(prepared.text, sentence, values, prepared.mentions);
    dates.find(sentence, prepared.mentions);
  }
  std::ranges::stable_sort(prepared.mentions, {},
                           [](const extract::Mention& mention) { return mention.span.begin; });
  prepared.references = extract::find_company_references(prepared.text);
  prepared.found = extract::extract(document, rules());
}

bool load(const char* path) {
  std::ifstream file(path, std::ios::binary);
  input.lines.assign(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  if (input.lines.empty()) return false;
  input.size = input.lines.size();
  input.lines.append(app::kLinePadding, '\0');
  simdjson::dom::parser parser;
  simdjson::dom::document_stream stream;
  if (parser.parse_many(input.lines.data(), input.size, 16 << 20).get(stream)) return false;
  for (auto line : stream) add(line.value_unsafe());
  for (auto& prepared : input.texts) prepare(prepared);
  return true;
}

/// Runs `work` over every text; the figure is in bytes of text.
template <class Work>
void over_texts(benchmark::State& state, Work work) {
  for (auto _ : state)
    for (const Prepared& prepared : input.texts) work(prepared);
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(input.text_bytes));
}

// --- roofs

void copy(benchmark::State& state) {
  std::string to(input.text_bytes + 1, '\0');
  over_texts(state, [&](const Prepared& p) {
    std::memcpy(to.data(), p.document.text.data(), p.document.text.size());
    benchmark::ClobberMemory();
  });
}

void icu_check(benchmark::State& state) {
  UErrorCode error = U_ZERO_ERROR;
  const auto* nfc = icu::Normalizer2::getNFCInstance(error);
  over_texts(state, [&](const Prepared& p) {
    const auto size = static_cast<std::int32_t>(p.document.text.size());
    benchmark::DoNotOptimize(nfc->isNormalizedUTF8(icu::StringPiece(p.document.text.data(), size), error));
  });
}

void icu_sentences(benchmark::State& state) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createSentenceInstance(icu::Locale::getGerman(), error));
  UText text = UTEXT_INITIALIZER;
  over_texts(state, [&](const Prepared& p) {
    utext_openUTF8(&text, p.document.text.data(), static_cast<std::int64_t>(p.document.text.size()), &error);
    breaks->setText(&text, error);
    while (breaks->next() != icu::BreakIterator::DONE) {
    }
  });
  utext_close(&text);
}

void one_pattern(benchmark::State& state) {
  const RE2 money(
      R"(\d+(?:[.,]\d+)* (?:(?:[Mm]illi(?:on|arde)(?:s|n|en)?|[Bb]illions?|Mrd\.|Mio\.) )?(?:[Ee]uros?|dollars?|€))");
  over_texts(state, [&](const Prepared& p) {
    re2::StringPiece rest(p.document.text);
    while (RE2::FindAndConsume(&rest, money)) {
    }
  });
}

void parse_json(benchmark::State& state) {
  simdjson::dom::parser parser;
  for (auto _ : state) {
    simdjson::dom::document_stream stream;
    if (parser.parse_many(input.lines.data(), input.size, 16 << 20).get(stream)) state.SkipWithError("JSON");
    for (auto line : stream) benchmark::DoNotOptimize(line["text"].get_string().value_unsafe().size());
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(input.text_bytes));
}

// --- stages, in the order of the way

void decode(benchmark::State& state) {
  over_texts(state, [](const Prepared& p) { benchmark::DoNotOptimize(ingest::decode(p.document.text)); });
}
void normalise(benchmark::State& state) {
  over_texts(state, [](const Prepared& p) { benchmark::DoNotOptimize(ingest::normalise(p.document.text)); });
}
void tokens(benchmark::State& state) {
  over_texts(state, [](const Prepared& p) { benchmark::DoNotOptimize(extract::tokens_of(p.text.utf8)); });
}
void lower_case(benchmark::State& state) {
  over_texts(state, [](const Prepared& p) { benchmark::DoNotOptimize(extract::folded(p.text.utf8)); });
}
void sentences(benchmark::State& state) {
  over_texts(state, [](const Prepared& p) {
    benchmark::DoNotOptimize(extract::text_of(p.text.utf8, p.language, rules()));
  });
}
void language(benchmark::State& state) {
  over_texts(state,
             [](const Prepared& p) { benchmark::DoNotOptimize(extract::text_of(p.text.utf8, "", rules())); });
}
void triggers(benchmark::State& state) {
  over_texts(state, [](const Prepared& p) {
    std::uint32_t bits = 0;
    for (const auto& sentence : p.text.sentences)
      for (auto i = sentence.first; i < sentence.last; ++i)
        bits += sets_off(p.text.tokens[i], extract::RuleKind::value);
    benchmark::DoNotOptimize(bits);
  });
}
void values(benchmark::State& state) {
  std::vector<extract::Mention> mentions;
  over_texts(state, [&](const Prepared& p) {
    mentions.clear();
    extract::ValueContext context;
    for (const auto& sentence : p.text.sentences) extract::find_values(p.text, sentence, context, mentions);
  });
}
void dates(benchmark::State& state) {
  std::vector<extract::Mention> mentions;
  over_texts(state, [&](const Prepared& p) {
    mentions.clear();
    extract::DateFinder finder(p.text, p.document.published);
    for (const auto& sentence : p.text.sentences) finder.find(sentence, mentions);
  });
}
void companies(benchmark::State& state) {
  over_texts(state, [](const Prepared& p) {
    benchmark::DoNotOptimize(extract::find_companies(p.text, rules().gazetteer()));
  });
}
void references(benchmark::State& state) {
  over_texts(state,
             [](const Prepared& p) { benchmark::DoNotOptimize(extract::find_company_references(p.text)); });
}
void claims(benchmark::State& state) {
  over_texts(state, [](const Prepared& p) {
    benchmark::DoNotOptimize(extract::find_claims({p.text, p.mentions, p.references, p.document.published}));
  });
}
void extract_all(benchmark::State& state) {
  over_texts(state,
             [](const Prepared& p) { benchmark::DoNotOptimize(extract::extract(p.document, rules())); });
}
void json_out(benchmark::State& state) {
  app::JsonBuffer buffer;
  over_texts(state, [&](const Prepared& p) {
    buffer.Clear();
    app::JsonWriter json(buffer);
    json.StartObject();
    app::key(json, "mentions");
    app::write_mentions(json, p.found, p.document.text);
    app::key(json, "claims");
    app::write_claims(json, p.found, p.document.text);
    json.EndObject();
  });
}
void lines(benchmark::State& state) {
  app::Answerer answerer(rules(), {});
  app::JsonBuffer answers;
  for (auto _ : state) {
    std::string_view rest(input.lines.data(), input.size);
    for (std::uint64_t number = 1; !rest.empty(); ++number) {
      const auto end = std::min(rest.find('\n'), rest.size());
      if (end > 0) answerer.answer(rest.substr(0, end), number, answers);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      answers.Clear();
    }
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(input.text_bytes));
}

/// scripts/bench reads these names: "stage/roof".
const std::pair<const char*, void (*)(benchmark::State&)> kStages[] = {
    {"copy", copy},
    {"icu-check", icu_check},
    {"icu-sentences", icu_sentences},
    {"re2-pattern", one_pattern},
    {"json-parse", parse_json},
    {"decode/icu-check", decode},
    {"normalise/icu-check", normalise},
    {"tokens/icu-sentences", tokens},
    {"lower-case/copy", lower_case},
    {"sentences/icu-sentences", sentences},
    {"sentences+language/icu-sentences", language},
    {"triggers/copy", triggers},
    {"values/re2-pattern", values},
    {"dates/re2-pattern", dates},
    {"companies/re2-pattern", companies},
    {"references/re2-pattern", references},
    {"claims/re2-pattern", claims},
    {"extract/re2-pattern", extract_all},
    {"json-out/json-parse", json_out},
    {"lines/re2-pattern", lines},
};

}  // namespace
}  // namespace gegenprobe::bench

int main(int argc, char** argv) {
  using namespace gegenprobe::bench;
  benchmark::Initialize(&argc, argv);
  if (argc != 2 || !load(argv[1])) {
    std::fputs("gegenprobe_bench: give it a file of JSON Lines, each with \"text\"\n", stderr);
    return 2;
  }
  for (const auto& [name, stage] : kStages) benchmark::RegisterBenchmark(name, stage);
  benchmark::RunSpecifiedBenchmarks();
}

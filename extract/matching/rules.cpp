#include "extract/matching/rules.h"

#define XXH_INLINE_ALL
#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <atomic>
#include <cassert>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <span>
#include <stdexcept>

#include "extract/claims/claim_tags.h"
#include "extract/companies/company_words.h"
#include "extract/companies/gazetteer.h"
#include "extract/companies/gazetteer_file.h"
#include "extract/dates/date_rules.h"
#include "extract/extract.h"
#include "extract/matching/prepared_rules.h"
#include "extract/text/language_evidence.h"

namespace gegenprobe::extract {
namespace {

void mark_passes(Lexicon& lexicon) {
  const auto mark = [&](Pass pass, std::span<const std::string_view> lists) {
    for (const auto list : lists) lexicon.mark_list(lexicon.tag(list), trigger_bit(pass));
  };
  constexpr std::array<std::string_view, 2> kOfPersons{"first_name", "role_noun"};
  constexpr std::array<std::string_view, 1> kHalfCues{"separable"};
  constexpr std::array<std::string_view, 2> kClauseBorders{"clause_conjunction", "content_noun"};
  constexpr std::array<std::string_view, 3> kValueNeighbours{"part_word", "count_goes_on", "unit_shift"};
  constexpr std::array<std::string_view, 2> kCounts{"counted_noun", "count_context"};
  mark(Pass::date_word, kDateWordLists);
  mark(Pass::fiscal_year, kFiscalCueLists);
  mark(Pass::company, CompanyWords::names_of(kCompanySignals));
  mark(Pass::reference, CompanyWords::names_of(kReferenceOpeners));
  mark(Pass::person, kOfPersons);
  mark(Pass::cue, kCueLists);
  mark(Pass::cue, kHalfCues);
  mark(Pass::clause_border, kClauseBorders);
  mark(Pass::value_neighbour, kValueNeighbours);
  mark(Pass::count, kCounts);
}

Result<RuleFile> file_of(const RuleSource& source) {
  if (!source.prepared.empty()) return rules_from_prepared(source.prepared);
  return parse_rule_file(source.text, source.path);
}

}  // namespace

Result<std::unique_ptr<const LanguageRules>> LanguageRules::compile(std::string language,
                                                                    std::vector<RuleFile> files,
                                                                    const PreparedLanguage& prepared) {
  std::unique_ptr<LanguageRules> out(new LanguageRules);
  out->language_ = std::move(language);
  auto all = taken_together(std::move(files));
  out->lexicon_ = prepared.lexicon.empty() ? lexicon_of(all) : Lexicon::from_prepared(prepared.lexicon);
  out->lists_ = std::move(all.lists);
  out->macros_ = std::move(all.macros);
  out->examples_ = std::move(all.examples);
  for (const auto& list : out->lists_) out->list_of_name_.emplace(list.name, &list);
  out->numbers_ = std::make_unique<const NumberReader>(out->lists_);
  for (std::size_t kind = 0; kind < kRuleKinds; ++kind) {
    out->sets_[kind].rules = std::move(all.rules[kind]);
    out->sets_[kind].prepared = prepared.sets[kind];
  }
  mark_passes(out->lexicon_);
  return std::unique_ptr<const LanguageRules>(std::move(out));
}

const LanguageRules::Set& LanguageRules::compiled(RuleKind kind) const {
  Set& set = sets_[static_cast<std::size_t>(kind)];
  std::call_once(set.once, [&] {
    auto compiled = set.prepared.empty()
                        ? RuleSet::compile(std::move(set.rules), lists_, macros_)
                        : RuleSet::from_prepared(std::move(set.rules), lists_, macros_, set.prepared);
    if (compiled)
      set.compiled = std::make_unique<RuleSet>(std::move(*compiled));
    else
      set.error = compiled.error();
  });
  return set;
}

const RuleSet& LanguageRules::set(RuleKind kind) const {
  const auto& set = compiled(kind);
  assert(set.compiled);
  return *set.compiled;
}

Result<Done> LanguageRules::check() const {
  for (std::size_t kind = 0; kind < kRuleKinds; ++kind) {
    const auto& set = compiled(static_cast<RuleKind>(kind));
    if (!set.compiled) return set.error;
    if (auto done = set.compiled->check(); !done) return done;
  }
  return Done{};
}

std::size_t LanguageRules::next_slot() {
  static std::atomic<std::size_t> next = 0;
  const auto slot = next++;
  if (slot >= std::tuple_size_v<decltype(slots_)>)
    throw std::logic_error("more types ask for tags than rules.h has places");
  return slot;
}

const WordList* LanguageRules::list(std::string_view name) const {
  const auto found = list_of_name_.find(name);
  return found == list_of_name_.end() ? nullptr : found->second;
}

struct Rules::State {
  std::vector<RuleSource> sources;
  std::vector<std::unique_ptr<std::string>> owned;
  std::vector<std::string> languages;
  std::string version;
  std::string folder_of_prepared;       // of a gazetteer
  std::string_view prepared_gazetteer;  // where it is in the program
  const PreparedLanguages* prepared_languages = nullptr;
  struct Slot {
    std::once_flag once;
    std::unique_ptr<const LanguageRules> rules;
    Error error{Error::Kind::rules, "", ""};
  };
  std::map<std::string, Slot, std::less<>> slots;
  std::once_flag gazetteer_once;
  std::unique_ptr<const Gazetteer> gazetteer;
  Error gazetteer_error{Error::Kind::rules, "", ""};

  std::once_flag evidence_once;
  std::unique_ptr<const LanguageEvidence> evidence;

  explicit State(std::vector<RuleSource> the_sources);
  Slot& compiled(std::string_view code);
  PreparedLanguage prepared_of(std::string_view language) const {
    const bool known = prepared_languages && prepared_languages->contains(language);
    return known ? prepared_languages->at(language) : PreparedLanguage{};
  }
  void load_gazetteer();
  std::vector<RuleFile> files_with(std::string_view language, bool wanted(std::string_view text)) const;
};

Rules::State::State(std::vector<RuleSource> the_sources) : sources(std::move(the_sources)) {
  std::ranges::sort(sources, {}, &RuleSource::path);
  XXH64_hash_t hash = 0;
  for (const auto& source : sources) {
    hash = XXH3_64bits_withSeed(source.path.data(), source.path.size(), hash);
    hash = XXH3_64bits_withSeed(source.text.data(), source.text.size(), hash);
    const std::filesystem::path path(source.path);
    if (path.extension() == ".toml") slots[path.parent_path().filename().string()];
  }
  for (const auto& [code, slot] : slots) languages.push_back(code);
  version = fmt::format("r{:08x}", static_cast<std::uint32_t>(hash));
}

Rules::Rules(std::vector<RuleSource> sources, std::string_view prepared_gazetteer,
             const PreparedLanguages& prepared_languages)
    : state_(std::make_unique<State>(std::move(sources))) {
  state_->prepared_gazetteer = prepared_gazetteer;
  state_->prepared_languages = &prepared_languages;
}

Rules::Rules(std::vector<RuleSource> sources, std::vector<std::unique_ptr<std::string>> owned,
             std::string prepared)
    : state_(std::make_unique<State>(std::move(sources))) {
  state_->owned = std::move(owned);
  state_->folder_of_prepared = std::move(prepared);
}

Rules::~Rules() = default;

Rules::State::Slot& Rules::State::compiled(std::string_view code) {
  auto found = slots.find(code);
  if (found == slots.end()) found = slots.begin();
  Slot& slot = found->second;
  std::call_once(slot.once, [&] {
    std::vector<RuleFile> files;
    for (const auto& source : sources) {
      const std::filesystem::path path(source.path);
      if (path.extension() != ".toml" || path.parent_path().filename() != found->first) continue;
      auto file = file_of(source);
      if (!file) return void(slot.error = file.error());
      files.push_back(std::move(*file));
    }
    auto rules = LanguageRules::compile(found->first, std::move(files), prepared_of(found->first));
    if (!rules) return void(slot.error = rules.error());
    slot.rules = std::move(*rules);
  });
  return slot;
}

void Rules::State::load_gazetteer() {
  std::call_once(gazetteer_once, [&] {
    std::vector<RuleSource> parts;
    for (const auto& source : sources)
      if (source.path.ends_with(".tsv")) parts.push_back(source);
    if (!prepared_gazetteer.empty()) {
      gazetteer = Gazetteer::prepared(parts, index_in(prepared_gazetteer));
      return;
    }
    auto loaded = extract::load_gazetteer(parts, folder_of_prepared);
    if (loaded)
      gazetteer = std::move(*loaded);
    else
      gazetteer_error = loaded.error();
  });
}

const LanguageRules& Rules::language(std::string_view code) const {
  const auto& slot = state_->compiled(code);
  assert(slot.rules);
  return *slot.rules;
}

const Gazetteer& Rules::gazetteer() const {
  state_->load_gazetteer();
  assert(state_->gazetteer);
  return *state_->gazetteer;
}

// A file that cannot be read is told of by compiled().
std::vector<RuleFile> Rules::State::files_with(std::string_view language,
                                               bool wanted(std::string_view text)) const {
  std::vector<RuleFile> files;
  for (const auto& source : sources) {
    const std::filesystem::path path(source.path);
    if (path.extension() != ".toml" || path.parent_path().filename() != language || !wanted(source.text))
      continue;
    if (auto file = file_of(source)) files.push_back(std::move(*file));
  }
  return files;
}

const LanguageEvidence& Rules::evidence() const {
  std::call_once(state_->evidence_once, [&] {
    std::vector<std::vector<WordList>> lists;
    for (const auto& language : state_->languages) {
      auto& of_language = lists.emplace_back();
      for (auto& file : state_->files_with(language, LanguageEvidence::may_be_in))
        std::ranges::move(file.lists, std::back_inserter(of_language));
    }
    state_->evidence = std::make_unique<const LanguageEvidence>(lists);
  });
  return *state_->evidence;
}

const std::vector<std::string>& Rules::languages() const { return state_->languages; }
const std::string& Rules::version() const { return state_->version; }

Result<Done> Rules::check() const {
  for (const auto& language : state_->languages) {
    const auto& slot = state_->compiled(language);
    if (!slot.rules) return slot.error;
    if (auto done = slot.rules->check(); !done) return done;
  }
  state_->load_gazetteer();
  if (!state_->gazetteer) return state_->gazetteer_error;
  return Done{};
}

std::string version_of(const Rules& rules) { return rules.version(); }

Result<std::shared_ptr<const Rules>> builtin_rules() {
  // Never destroyed: taking it apart, word by word, would only delay the end of the program.
  static const auto& rules =
      *new auto(std::make_shared<const Rules>(embedded_rules(), embedded_gazetteer(), embedded_languages()));
  return rules;
}

Result<std::shared_ptr<const Rules>> rules_from(const std::string& folder) {
  namespace fs = std::filesystem;
  std::error_code error;
  std::vector<RuleSource> sources;
  std::vector<std::unique_ptr<std::string>> owned;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    const auto extension = it->path().extension();
    if (extension != ".toml" && extension != ".tsv") continue;
    std::ifstream in(it->path(), std::ios::binary);
    owned.push_back(std::make_unique<std::string>(it->file_size(error), '\0'));
    in.read(owned.back()->data(), static_cast<std::streamsize>(owned.back()->size()));
    if (!in) return Error{Error::Kind::rules, "cannot read " + it->path().string(), ""};
    sources.push_back({fs::relative(it->path(), folder).string(), *owned.back()});
  }
  if (error)
    return Error{Error::Kind::rules, "cannot read the rules in " + folder + ": " + error.message(),
                 "give --rules a folder"};
  if (sources.empty())
    return Error{Error::Kind::rules, "there are no rules in " + folder,
                 "it must be laid out like extract/rules"};
  auto rules = std::make_shared<const Rules>(std::move(sources), std::move(owned), folder_of_prepared());
  if (rules->languages().empty())
    return Error{Error::Kind::rules, "there are no rules in " + folder,
                 "it must be laid out like extract/rules"};
  if (auto done = rules->check(); !done) return done.error();
  return rules;
}

}  // namespace gegenprobe::extract

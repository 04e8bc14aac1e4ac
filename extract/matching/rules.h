#pragma once
#include <array>
#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

#include "extract/matching/language_files.h"
#include "extract/matching/lexicon.h"
#include "extract/matching/rule_file.h"
#include "extract/matching/rule_set.h"
#include "extract/values/number.h"
#include "ingest/result.h"

namespace gegenprobe::extract {

class Gazetteer;
class LanguageEvidence;

/// What goes over every token of a text. The words that may matter to a pass have its bit, so that all others
/// cost it one look at the token.
enum class Pass : std::uint8_t {
  date_word = kRuleKinds,
  fiscal_year,
  company,
  reference,
  person,
  cue,
  clause_border,
  value_neighbour,
  count
};

/// Whether a token may matter to a pass, or begin what rules of a kind match.
inline bool sets_off(const Token& token, auto of) { return (token.triggers & trigger_bit(of)) != 0; }

/// What was made of a language's rules before, as bytes; "" where that is not there.
struct PreparedLanguage {
  std::string_view lexicon;                       ///< Lexicon::prepared() of lexicon_of()
  std::array<std::string_view, kRuleKinds> sets;  ///< RuleSet::prepared() of each kind
};

/// Everything that is data about one language, compiled.
class LanguageRules {
 public:
  static Result<std::unique_ptr<const LanguageRules>> compile(std::string language,
                                                              std::vector<RuleFile> files,
                                                              const PreparedLanguage& prepared = {});

  /// Whether every rule is sound; compile() leaves that out, as it costs more than all the rest.
  Result<Done> check() const;

  const std::string& language() const { return language_; }
  const Lexicon& lexicon() const { return lexicon_; }
  /// Compiled when first asked for. \pre check() has succeeded, or the rules are the built-in ones
  const RuleSet& set(RuleKind kind) const;
  /// A list as it stands in the files; nullptr where there is none of that name.
  const WordList* list(std::string_view name) const;
  const std::vector<WordList>& lists() const { return lists_; }
  const NumberReader& numbers() const { return *numbers_; }
  /// The tags that one finder asks for, looked up by name once: Tags is a struct made from a Lexicon, or from
  /// all of the language's rules.
  template <class Tags>
  const Tags& tags() const {
    static const std::size_t number = next_slot();
    Slot& slot = slots_[number];
    if (!slot.made.load(std::memory_order_acquire)) make<Tags>(slot);
    return *static_cast<const Tags*>(slot.tags.get());
  }
  /// The sentences with which the files test the whole stage.
  const std::vector<Example>& examples() const { return examples_; }

 private:
  LanguageRules() = default;
  std::string language_;
  std::vector<WordList> lists_;
  std::unordered_map<std::string_view, const WordList*> list_of_name_;
  Lexicon lexicon_;
  struct Set {
    std::vector<Rule> rules;  // until they are compiled
    std::string_view prepared;
    std::once_flag once;
    std::unique_ptr<RuleSet> compiled;
    Error error{Error::Kind::rules, "", ""};
  };
  const Set& compiled(RuleKind kind) const;
  Macros macros_;
  mutable std::array<Set, kRuleKinds> sets_;
  std::vector<Example> examples_;
  std::unique_ptr<const NumberReader> numbers_;
  struct Slot {
    std::once_flag once;
    std::atomic<bool> made =
        false;  // asked for by each finder in each sentence; call_once() costs ten times more
    std::shared_ptr<const void> tags;
  };
  template <class Tags>
  void make(Slot& slot) const {
    std::call_once(slot.once, [&] {
      if constexpr (std::is_constructible_v<Tags, const LanguageRules&>)
        slot.tags = std::make_shared<const Tags>(*this);
      else
        slot.tags = std::make_shared<const Tags>(lexicon_);
      slot.made.store(true, std::memory_order_release);
    });
  }
  mutable std::array<Slot, 64> slots_;  // one for each type that asks
  static std::size_t next_slot();
};

/// A rule file or a part of the gazetteer: its path below the rules' folder, and what it says.
struct RuleSource {
  std::string path;
  std::string_view text;
  std::string_view prepared = {};  ///< the same as prepared_rules() has it; "" where it is not there
};
/// The files that are compiled into the program, and what the names of its gazetteer are looked up in. No
/// copy is made.
const std::vector<RuleSource>& embedded_rules();
std::string_view embedded_gazetteer();
/// By the language's code.
using PreparedLanguages = std::map<std::string_view, PreparedLanguage>;
const PreparedLanguages& embedded_languages();

/// All rules of all languages and the gazetteer. A language is compiled when first asked for; asking is
/// safe from many threads.
class Rules {
 public:
  /// The rules of the program. All that is passed must outlive the Rules.
  Rules(std::vector<RuleSource> sources, std::string_view prepared_gazetteer,
        const PreparedLanguages& prepared_languages);
  /// The rules of a folder. `owned` holds the sources' texts.
  /// `prepared`: the folder in which a large gazetteer is kept prepared; "" where none is.
  Rules(std::vector<RuleSource> sources, std::vector<std::unique_ptr<std::string>> owned,
        std::string prepared);
  ~Rules();

  /// \pre check() has succeeded, or the rules are the built-in ones, which tests compile.
  const LanguageRules& language(std::string_view code) const;
  /// The languages there are rules for: {"de", "en"}.
  const std::vector<std::string>& languages() const;
  const Gazetteer& gazetteer() const;
  /// What tells the languages apart; of each language a few lists are read for it, and nothing compiled.
  const LanguageEvidence& evidence() const;
  const std::string& version() const;
  /// Compiles everything now. What is wrong with a rule file is told here.
  Result<Done> check() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace gegenprobe::extract

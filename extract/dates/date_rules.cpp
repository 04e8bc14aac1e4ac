#include "extract/dates/date_rules.h"

#include <algorithm>
#include <charconv>

#include "extract/text/words.h"

namespace gegenprobe::extract {
namespace {

constexpr Words<DateOp, 12> kOps{"calendar", "near", "text", "offset", "window", "vague",
                                 "part",     "unit", "same", "ending", "range",  "onward"};
constexpr Words<DateBase, 3> kBases{"published", "text", "next"};
constexpr Words<DateReach, 3> kReaches{"text", "sentence", "only"};
constexpr Words<CalendarUnit, 10> kUnits{"day",     "weekend", "week", "month",  "season",
                                         "quarter", "half",    "year", "decade", "century"};

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end != text.data() ? std::optional(value) : std::nullopt;
}

std::optional<bool> flag(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(text == "true");
}

TagSet tags(std::string_view lists, const Lexicon& lexicon) {
  std::vector<std::string_view> names;
  for (std::size_t at = 0; at < lists.size();) {
    const auto space = std::min(lists.find(' ', at), lists.size());
    names.push_back(lists.substr(at, space - at));
    at = space + 1;
  }
  return lexicon.tags(names);
}

std::optional<TagSet> asked(std::string_view lists, const Lexicon& lexicon) {
  return lists.empty() ? std::nullopt : std::optional(tags(lists, lexicon));
}

}  // namespace

DateRule::DateRule(const Rule& of, const Lexicon& lexicon)
    : rule(&of),
      op(kOps.find(of.attribute("op")).value_or(DateOp::calendar)),
      base(kBases.find(of.attribute("base")).value_or(DateBase::published)),
      reach(kReaches.find(of.attribute("reach")).value_or(DateReach::text)),
      unit(kUnits.find(of.attribute("unit"))),
      shift(number(of.attribute("shift"))),
      nth(number(of.attribute("nth"))),
      fiscal(of.attribute("fiscal") == "true"),
      calendar_year(of.attribute("calendar_year") == "true"),
      weak(of.attribute("weak") == "true"),
      coming(of.attribute("coming") == "true"),
      ahead(of.attribute("ahead") == "true"),
      rest(of.attribute("rest") == "true"),
      until_now(of.attribute("until_now") == "true"),
      stretch(of.attribute("stretch") == "true"),
      from_day(of.attribute("from_day") == "true"),
      in_compound(of.attribute("in_compound") == "true"),
      before_noun(of.attribute("before_noun") != "false"),
      before_mark(of.attribute("before_mark") == "true"),
      after_mark(of.attribute("after_mark") == "true"),
      either_order(of.attribute("either_order") == "true"),
      capital(flag(of.attribute("capital"))),
      after(asked(of.attribute("after"), lexicon)),
      before(asked(of.attribute("before"), lexicon)),
      not_after(asked(of.attribute("not_after"), lexicon)),
      not_before(asked(of.attribute("not_before"), lexicon)),
      compound_with(asked(of.attribute("compound_with"), lexicon)) {}

DateRules::DateRules(const LanguageRules& language) {
  const auto& lexicon = language.lexicon();
  const auto& set = language.set(RuleKind::date).rules();
  rules.reserve(set.size());
  for (const auto& rule : set) rules.emplace_back(rule, lexicon);
  relation = lexicon.tag("date_relation");
  near = lexicon.tag("date_near");
  text = lexicon.tag("date_text");
  unit = lexicon.tag("date_unit");
  count = lexicon.tag("date_count");
  ordinal = lexicon.tag("date_ordinal");
  cardinal_day = lexicon.tag("date_cardinal_day");
  decade = lexicon.tag("date_decade");
  hundreds = lexicon.tag("date_hundreds");
  years_of_century = lexicon.tag("date_years_of_century");
  weekday = lexicon.tag("weekday");
  weekday_short = lexicon.tag("weekday_short");
  month = lexicon.tag("month");
  month_short = lexicon.tag("month_short");
  season = lexicon.tag("season");
  holiday = lexicon.tag("holiday");
  joiner = lexicon.tag("date_joiner");
  range_opener = lexicon.tag("date_range_opener");
  past_cue = lexicon.tag("date_past_cue");
  future_cue = lexicon.tag("date_future_cue");
  past_before = lexicon.tag("date_past_before");
  future_before = lexicon.tag("date_future_before");
  goes_on = lexicon.tag("date_goes_on");
  no_cue = lexicon.tag("date_no_cue");
  perfect = lexicon.tag("date_perfect");
  move = lexicon.tag("date_move");
  move_to = lexicon.tag("date_move_to");
  to_be = lexicon.tag("date_to_be");
  article = lexicon.tag("date_article");
  plan = lexicon.tag("date_plan");
  adverbial = lexicon.tag("date_adverbial");
  delivery = lexicon.tag("date_delivery");
  delivery_for = lexicon.tag("date_delivery_for");
  cause = lexicon.tag("date_cause");
  must = lexicon.tag("date_must");
  ahead = lexicon.tag("date_ahead");
  ahead_of = lexicon.tag("date_ahead_of");
  event_begin = lexicon.tag("date_event_begin");
  adjective = lexicon.tag("date_adjective");
  before_adjective = lexicon.tag("date_before_adjective");
  match = lexicon.tag("date_match");
  match_word = lexicon.tag("date_match_word");
  measure = lexicon.tag("date_measure");
  clause_mark = lexicon.tag("date_clause_mark");
  entry_word = lexicon.tag("date_entry_word");
  frame = lexicon.tag("date_frame");
  stretch_end = lexicon.tag("date_stretch_end");
  day_first_cue = lexicon.tag("date_day_first_cue");
  month_first_cue = lexicon.tag("date_month_first_cue");
  fiscal_cue = lexicon.tag("fiscal_cue");
  fiscal_cues = lexicon.tags(kFiscalCueLists);
  agent = lexicon.tag("agent_preposition");
  unnamed_source = lexicon.tag("unnamed_source");
  superlative = lexicon.tag("date_superlative");
  weak_start = lexicon.tag("date_weak_start");
  date_words = lexicon.tags(kDateWordLists);
  direction_words = lexicon.tags(
      {"date_clause_mark", "date_no_cue", "date_cause", "date_must", "date_future_cue", "date_past_cue"});
  no_noun = tags("function_word sentence_opener", lexicon);
}

std::optional<CalendarUnit> calendar_unit(std::string_view word) { return kUnits.find(word); }

}  // namespace gegenprobe::extract

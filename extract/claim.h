#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/mention.h"
#include "ingest/day.h"
#include "ingest/span.h"

namespace gegenprobe::extract {

enum class Metric : std::uint8_t {
  revenue,
  profit,
  loss,
  operating_profit,
  costs,
  investment,
  funding,
  debt,
  valuation,
  market_cap,
  share_price,
  deal_value,
  acquisition_price,
  stake,
  dividend,
  fine,
  aid,
  damage,
  price,
  sales_volume,
  headcount,
  job_cuts,
  market_share,
  capacity,
  other
};
enum class Role : std::uint8_t { level, increase, decrease };
enum class Modality : std::uint8_t { asserted, expected, possible, estimated, denied };
/// Where a figure stands in its life: a preliminary one gives way to the final one, both to a correction.
enum class Status : std::uint8_t { plain, preliminary, final, corrected };

/// What a reader must be told about how a claim was read. A set of bits.
enum Flag : std::uint32_t {
  kScaleSuspect = 1u << 0,
  kCurrencyInherited = 1u << 1,
  kCurrencyAssumed = 1u << 2,
  kSubjectResolved = 1u << 3,  ///< through a pronoun or «das Unternehmen»
  kSubjectAssumed = 1u << 4,   ///< the sentence names none; the article's main company was taken
  kPeriodAssumed = 1u << 5,    ///< from the day of publication or a neighbouring sentence
  kSumSuspect = 1u << 6,
  kConversionSuspect = 1u << 7,
  kMetricInherited = 1u << 8,  ///< the sentence names no metric; it goes on with that of the one before
  kEarlierTime = 1u << 9,      ///< told for comparison: of the time before; which one that is, is not told
  kFormerPlan = 1u << 10,      ///< a plan or forecast that, as the text itself says, no longer holds
};

/// The time a figure is about.
struct Period {
  std::optional<Day> from, to;  ///< `to` exclusive
  Granularity granularity = Granularity::span;
  bool fiscal = false;
  std::string text;  ///< as printed: «im dritten Quartal» gives «dritten Quartal»
};

/// Subject had / will have metric = value in period, according to attribution.
struct Claim {
  std::string subject;         ///< canonical name; empty where the text names none
  std::string subject_entity;  ///< stable key of the subject; empty with it
  Metric metric = Metric::other;
  /// What kind of it, where the words say so: "adjusted", "pre_tax", "gross", "ebitda", "attributable",
  /// "organic", "currency_adjusted", "per_share", "per_hour"; or the part of the business: "segment:cloud",
  /// "region:china". Figures of different variants differ in kind.
  std::string variant;
  std::string counterparty, counterparty_entity;  ///< empty where the metric has none
  MentionKind kind = MentionKind::money;          ///< money, percent or quantity
  Amount value;
  Role role = Role::level;
  std::optional<Period> period;
  Modality modality = Modality::asserted;
  Status status = Status::plain;
  std::string attribution;  ///< the speaker's name; empty where the article itself says it
  Span sentence;            ///< bytes, in the same text as `evidence`
  Span evidence;            ///< the value's mention
  std::uint32_t flags = 0;
  std::string_view rule;  ///< which cue or rule built it; lives as long as the Rules
  float confidence = 0;   ///< 0 … 1
};

std::string_view word(Metric metric);
std::string_view word(Role role);
std::string_view word(Modality modality);
std::string_view word(Status status);  ///< "" for plain
std::optional<Metric> metric(std::string_view word);
std::optional<Role> role(std::string_view word);
std::optional<Modality> modality(std::string_view word);
std::optional<Status> status(std::string_view word);
/// The words of all flags that are set, in the order of their bits.
std::vector<std::string_view> flag_words(std::uint32_t flags);

/// Whether a metric's figure has another company on the other side (deal, stake, acquisition …).
bool has_counterparty(Metric metric);
/// Whether a variant says what an hour, a day, a month brings: "per_month"; not "per_share".
bool is_rate(std::string_view variant);

}  // namespace gegenprobe::extract

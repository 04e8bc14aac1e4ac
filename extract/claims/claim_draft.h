#pragma once
#include <optional>

#include "extract/claims/claim_distribution.h"
#include "extract/claims/claim_metric.h"
#include "extract/claims/claim_parties.h"
#include "extract/claims/sentence_view.h"

namespace gegenprobe::extract {

/// A figure on its way to a claim, with what its sentence told before.
struct Draft {
  Draft(const SentenceView& in, std::size_t index, const Claim* claim_before, const Share& own_share)
      : view(in),
        value(in.values[index]),
        amount(*value.mention->amount()),
        before(index > 0 ? &in.values[index - 1] : nullptr),
        previous(claim_before),
        share(own_share) {
    claim.kind = value.mention->kind;
    claim.value = amount;
    claim.sentence = view.sentence.span;
    claim.evidence = value.mention->span;
  }

  const SentenceView& view;
  const Placed& value;
  const Amount& amount;
  const Placed* before;   // the figure before in the sentence
  const Claim* previous;  // the claim before in the sentence
  const Share& share;
  MetricChoice metric;
  bool chained = false;               // one statement with the figure and the claim before
  bool whole = false;                 // «9000 seiner 78.400 Stellen»: the whole of the figure before
  const Claim* continued = nullptr;   // of another sentence, whose metric this one goes on with
  const Firm* measured_of = nullptr;  // whose it is, where a pronoun stands for what is measured
  SubjectGrounds grounds;             // what speaks for the claim's subject
  Standing standing;                  // of that subject
  Claim claim;

  // Whether the claim before is that of the figure before.
  bool follows_claim() const { return previous && before && previous->evidence == before->mention->span; }
  // The figure before, in another currency.
  bool is_conversion() const {
    return chained && view.in_brackets(value.first) && claim.kind == previous->kind &&
           previous->value.unit != amount.unit;
  }
};

// What may be said of a figure by itself and the one before it.

/// "33 cents a share, but analysts had expected 34 cents": counted as the figure before it was.
bool goes_on_per_share(const Draft& draft);
/// "39 cents a share, compared with $2.17bn": too much for one share, whatever the figure before was.
bool is_whole_of_shares(const Draft& draft);
/// «die Multi-Billionen-Dollar-Investition»: a thing called by its order of size; no figure is told of it.
bool names_a_size(const SentenceView& view, const Placed& value);
/// Lengths, megapixels and the like are no figures of a company.
bool is_of_a_company(const Draft& draft);
/// «…, verglichen mit 4,9 Milliarden»: what a figure is compared with is measured as it is.
bool is_base(const Draft& draft);
/// "took a 41% stake in ITA for €325m": what was paid for it.
bool is_price_of_stake(const Draft& draft);
bool is_chained_to_claim(const Draft& draft);
/// "rose 50 pct from the year-ago 24m and revenues 30 pct": the word behind the figure is the next one's.
bool is_of_next_figure(const Draft& draft, const Cue& metric);
/// "has kept interest rates on hold at 4.75%": a figure of a whole country.
bool is_of_the_economy(const Draft& draft);
/// "expects |global handset sales| to rise": of all who sell the thing, where nobody's are named.
/// \pre the claim's part is known
bool is_of_whole_trade(const Draft& draft);
/// Voters, victims, prisoners: what polls and reports of accidents and courts count, not a firm's figure.
bool is_public_count(const Draft& draft);
/// "2.9 points of market share": points of percentages.
void read_points_of_share(Claim& claim);
/// «eine hundertprozentige Tochter», «der 50-Prozent-Partner»: how much of a firm another holds, told beside.
bool describes_kin(const Draft& draft);
/// «124 geplante Stellen»: jobs that are to come.
bool is_of_new_jobs(const Draft& draft);
/// «60 zusätzliche Stellen», «500 neue Mitarbeiter»: they come to those there are.
bool is_of_added_jobs(const Draft& draft);
/// «3000 Arbeitsplätze»: jobs that are there, unless the text speaks of cuts.
bool names_workplaces(const Draft& draft);
/// «820 Auslieferungen», «60.000 verkaufte Autos».
bool names_what_is_sold(const Draft& draft);
/// «ein Artikel», "a worker": an article, no figure.
bool is_an_article(const Draft& draft);
/// "$44 million an hour", "daily revenue of $5m": "per_hour", "per_day" …, which no year's figure is to be
/// set against; "" for a sum of its own, and for what is always told by time (prices, capacities).
std::string_view rate_of(const Draft& draft);
/// «senkt die Umsatzprognose um 5 Prozent»: so much less is expected; nobody says that sales fall.
void read_as_change_of_forecast(const Draft& draft, Claim& claim);
/// «will die Belegschaft um 5000 Menschen verkleinern»: a smaller staff that is planned is jobs to be cut.
void read_as_planned_cut(Claim& claim);
/// «zu 60 Prozent gedeckt», "priced at 101%", «90 Prozent der Wagen verkauft»: a share or a rate of what is
/// measured in money or by the piece, no sum of it.
void read_as_rate(const Draft& draft, Claim& claim);
/// «SAP fielen um 3 Prozent, Siemens um 2»: what is left out is that of the claim before.
bool is_left_out(const Draft& draft);
/// «9000 seiner 78.400 Stellen», «viele der 500 Mitarbeiter»: the whole staff, as it is.
bool is_whole_of_cut(const Draft& draft);
/// An index stands at points or moves by percent; nothing else is counted in points.
bool read_as_index(const Draft& draft, Claim& claim);
/// «fiel 15 Punkte oder 0,6 Prozent»: one change, told twice.
bool is_told_twice(const Draft& draft);
/// «wuchs um 5 Prozent nach 3 Prozent im Vorjahr»: both are growth.
bool is_rate_compared(const Draft& draft);
/// "revenue rose 9% to €78bn and profit |4%| to €9bn": the change of the sentence whose verb holds on; null
/// where none does.
const Claim* change_held_on(const Draft& draft, const std::vector<Claim>& told);
/// «um 5, 8 und 10 Prozent»: figures of one list go one way.
bool goes_on_in_list(const Draft& draft);
/// «den Umsatz von derzeit 70 Milliarden bis 2030 auf 100 steigern»: no time of the sentence is its, unless
/// it stands right behind and is past.
bool is_told_as_now(const Draft& draft, std::optional<Day> published);
/// «Umsatz: 5,5 Mrd. Euro (4,9 Mrd. Euro)»: the one in the brackets is of another time, which is not told.
bool is_undated_base(const Draft& draft);
/// «ein Ergebnis von minus 120 Millionen Euro» is a loss.
void turn_into_loss(const Draft& draft, Claim& claim);
/// What lies behind us is no forecast, where only the clause beside it speaks of the future.
void forget_forecast_of_past(const Draft& draft, std::optional<Day> published, Claim& claim);

}  // namespace gegenprobe::extract

#include "app/case_words.h"

#include <fmt/format.h>

#include "app/claim_rows.h"
#include "app/figure.h"
#include "app/prose.h"
#include "app/verdict_words.h"

namespace gegenprobe::app {
namespace {

std::vector<Column> columns() {
  std::vector<Column> columns{{"section", ""}, {"verdict", ""}, {"ratio", ""}, {"reason", ""}};
  for (std::string_view side : {"a_", "b_"})
    for (const Column& column : claim_columns(side)) columns.push_back(column);
  return columns;
}

std::vector<Cell> cells(store::Section section, const store::Comparison& comparison,
                        const store::StoredClaim& a, const store::StoredClaim* b) {
  const bool alone = section == store::Section::one_origin;
  std::vector<Cell> cells{Cell::text(std::string(word(section))),
                          alone ? Cell::none() : Cell::text(std::string(word(comparison.verdict))),
                          comparison.ratio > 0 ? Cell{comparison.ratio} : Cell::none(),
                          Cell::text(comparison.reason)};
  for (Cell& cell : claim_cells(a)) cells.push_back(std::move(cell));
  if (b)
    for (Cell& cell : claim_cells(*b)) cells.push_back(std::move(cell));
  cells.resize(4 + 2 * claim_columns().size());
  return cells;
}

std::vector<std::string> side(const Output& output, const store::StoredClaim& stored) {
  const std::size_t columns = side_columns(output);
  const std::string head = source_words(stored) + " · " + claim_id(stored.id);
  std::vector<std::string> lines{styled(output, Style::bold, cut_to(head, columns)),
                                 cut_to(figure(stored.claim), columns)};
  for (std::string& line : wrapped(output, {stored.sentence, evidence_mark(stored)}, columns))
    lines.push_back(std::move(line));
  return lines;
}

// On a line of its own and whole, so that it can be opened.
void print_link(Output& output, const store::StoredClaim& stored) {
  if (!stored.outlet.empty() && !stored.url.empty())
    output.line(styled(output, Style::dim, fmt::format("  {} {}", claim_id(stored.id), stored.url)));
}

/// A line each: there are as many as there are figures, and nothing is wrong with most of them.
void print_alone(Output& output, const store::Case& each) {
  const store::StoredClaim& stored = each.a;
  const std::size_t copies = each.more_count;
  output.line(cut_to(
      fmt::format("{:6} {}{} · {} · {}{}", claim_id(stored.id), each.at_odds ? "at odds, see above: " : "",
                  fact_words(stored.claim), short_figure(stored.claim), source_words(stored),
                  copies == 0 ? "" : fmt::format(", and {} more of its origin", copies)),
      text_columns(output)));
}

void print_suspect(Output& output, const store::StoredClaim& stored) {
  output.line("  " + styled(output, Style::bold, source_words(stored)) + " · " + figure(stored.claim) +
              " · " + claim_id(stored.id));
  print_wrapped(output, {stored.sentence, evidence_mark(stored)}, 2);
}

void print_more(Output& output, const store::Case& each) {
  const store::StoredClaim& pivot = each.pivot_is_b ? *each.b : each.a;
  for (const store::Evidence& other : each.more)
    output.line(cut_to(fmt::format("  {} against {}: {} · {}", claim_id(pivot.id), source_words(other.claim),
                                   short_figure(other.claim.claim), claim_id(other.claim.id)),
                       text_columns(output)));
  if (each.more_count > each.more.size())
    output.line(fmt::format("  and {} more", each.more_count - each.more.size()));
}

}  // namespace

std::string_view section_words(store::Section section) {
  switch (section) {
    case store::Section::scale_suspect:
      return "Scale suspects";
    case store::Section::contradiction:
      return "Contradictions";
    case store::Section::changed:
      return "Changed figures";
    case store::Section::forecast:
      return "Forecasts";
    case store::Section::one_origin:
      break;
  }
  return "Figures of one origin only";
}

void print_case(Output& output, const store::Case& each) {
  if (each.section == store::Section::one_origin) return print_alone(output, each);
  const store::Verdict verdict = each.comparison.verdict;
  output.line(styled(output, verdict_style(verdict), verdict_words(verdict)) + " · " +
              styled(output, Style::bold, fact_words(each.a.claim)));
  if (each.b)
    print_side_by_side(output, side(output, each.a), side(output, *each.b));
  else
    print_suspect(output, each.a);
  print_wrapped(output, {"→ " + each.comparison.reason}, 0);
  print_link(output, each.a);
  if (each.b) print_link(output, *each.b);
  print_more(output, each);
  output.line("");
}

void print_case_rows(Output& output, Format format, const store::CaseList& list) {
  Rows rows(output, format, columns());
  for (const store::Case& each : list.cases) {
    rows.add(cells(each.section, each.comparison, each.a, each.b ? &*each.b : nullptr));
    const store::StoredClaim& pivot = each.pivot_is_b ? *each.b : each.a;
    for (const store::Evidence& other : each.more)
      rows.add(each.pivot_is_b ? cells(each.section, other.comparison, other.claim, &pivot)
                               : cells(each.section, other.comparison, pivot, &other.claim));
  }
  rows.end();
}

std::string odds_words(std::size_t pairs, std::size_t suspects) {
  std::string words;
  if (pairs > 0) words = fmt::format("{} pair{} of claims at odds", pairs, pairs == 1 ? "" : "s");
  if (suspects > 0)
    words += fmt::format("{}{} figure{} suspicious alone", words.empty() ? "" : ", ", suspects,
                         suspects == 1 ? "" : "s");
  return words;
}

void tell_sums(Output& output, const store::CaseList& list) {
  std::size_t all = 0, pairs = 0, suspects = 0;
  std::string words;
  bool is_exact = true;
  for (const store::SectionCount& count : list.sections) {
    all += count.cases, pairs += count.pairs, suspects += count.suspects;
    is_exact &= count.is_exact;
    if (count.cases > 0)
      words += fmt::format(" · {} {}{}", section_words(count.section), count.cases,
                           count.is_exact ? "" : " or more");
  }
  // A figure that slipped meets every copy of the right one.
  std::string made_of = odds_words(pairs, suspects);
  if (!made_of.empty()) made_of = fmt::format(" ({})", made_of);
  if (all > list.cases.size())
    output.words(fmt::format("{} of them; --limit 0 shows all", list.cases.size()));
  output.words(all == 0 ? "no two claims are at odds"
                        : fmt::format("{} case{}{}{}{}", all, all == 1 ? "" : "s", is_exact ? "" : " or more",
                                      words, made_of));
}

}  // namespace gegenprobe::app

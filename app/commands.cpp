#include <algorithm>
#include <array>

#include "app/command.h"

namespace gegenprobe::app {

// A line each, so that two who add a command do not meet.
// clang-format off
extern const Command
    init_command,
    sources_command,
    crawl_command,
    add_command,
    claims_command,
    today_command,
    conflicts_command,
    check_command,
    show_command,
    history_command,
    timeline_command,
    review_command,
    gold_command,
    reextract_command,
    watch_command,
    export_command,
    forget_command,
    explain_command,
    companies_command,
    articles_command,
    rates_command,
    serve_command,
    doctor_command,
    backup_command,
    extract_command,
    inspect_command,
    completion_command;

namespace {

const std::array kCommands{
    &init_command,
    &sources_command,
    &crawl_command,
    &add_command,
    &claims_command,
    &today_command,
    &conflicts_command,
    &check_command,
    &show_command,
    &history_command,
    &timeline_command,
    &review_command,
    &gold_command,
    &reextract_command,
    &watch_command,
    &export_command,
    &forget_command,
    &explain_command,
    &companies_command,
    &articles_command,
    &rates_command,
    &serve_command,
    &doctor_command,
    &backup_command,
    &extract_command,
    &inspect_command,
    &completion_command};
// clang-format on

}  // namespace

std::span<const Command* const> commands() { return kCommands; }

const Command* find_command(std::string_view name) {
  const auto at = std::ranges::find(kCommands, name, &Command::name);
  return at == kCommands.end() ? nullptr : *at;
}

}  // namespace gegenprobe::app

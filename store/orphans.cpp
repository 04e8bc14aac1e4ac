#include "store/orphans.h"

#include <fmt/format.h>

#include <array>

namespace gegenprobe::store {

constexpr std::string_view kUnnamed =
    "NOT EXISTS (SELECT 1 FROM mention WHERE mention.company_id = company.id)"
    " AND NOT EXISTS (SELECT 1 FROM claim WHERE claim.subject_id = company.id)"
    " AND NOT EXISTS (SELECT 1 FROM claim WHERE claim.counterparty_id = company.id)"
    " AND NOT EXISTS (SELECT 1 FROM mention_company_reading AS read WHERE read.company_id = company.id)"
    " AND NOT EXISTS (SELECT 1 FROM claim_company_reading AS read WHERE company.id IN (read.subject_id, "
    "read.counterparty_id))"
    " AND NOT EXISTS (SELECT 1 FROM claim_reading AS read WHERE read.subject_id = company.id)"
    " AND NOT EXISTS (SELECT 1 FROM comparison WHERE comparison.subject_id = company.id)"
    " AND NOT EXISTS (SELECT 1 FROM finding WHERE finding.subject_id = company.id)"
    " AND NOT EXISTS (SELECT 1 FROM company_decision WHERE company.entity IN (company_entity, other_entity))";
const std::string_view kCompanyIsUnnamed = kUnnamed;

namespace {

constexpr std::array kKinds{
    Orphans{"sentence", "NOT EXISTS (SELECT 1 FROM claim WHERE claim.sentence_id = sentence.id)",
            "'sentence ' || id", "sentences without a claim"},
    Orphans{"company", kUnnamed, "name", "companies that nothing names"},
    Orphans{"outlet", "NOT EXISTS (SELECT 1 FROM article WHERE article.outlet_id = outlet.id)", "name",
            "outlets without an article"},
    Orphans{"origin", "NOT EXISTS (SELECT 1 FROM article WHERE article.origin_id = origin.id)", "'o' || id",
            "origins without an article"},
};

}  // namespace

std::string Orphans::select() const {
  return fmt::format("SELECT {} AS name FROM {} WHERE {}", name, table, condition);
}
std::string Orphans::delete_all() const { return fmt::format("DELETE FROM {} WHERE {}", table, condition); }

std::span<const Orphans> orphans_of_all_kinds() { return kKinds; }

}  // namespace gegenprobe::store

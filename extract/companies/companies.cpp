#include "extract/companies/companies.h"

#include "extract/companies/company_entities.h"
#include "extract/companies/company_scan.h"
#include "extract/companies/company_weighing.h"

namespace gegenprobe::extract {

std::vector<Mention> find_companies(const Text& text, const Gazetteer& gazetteer) {
  auto finds = scan_for_companies(text, gazetteer);
  weigh_companies(text, gazetteer, finds);
  return name_companies(text, finds);
}

}  // namespace gegenprobe::extract

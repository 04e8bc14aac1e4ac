#pragma once
#include <string>
#include <vector>

#include "app/output.h"
#include "app/prose.h"
#include "store/claim_table.h"
#include "store/compare.h"

namespace gegenprobe::app {

std::string verdict_words(store::Verdict verdict);  ///< "SCALE SUSPECT", in capitals, to be found by the eye
std::string quiet_verdict_words(store::Verdict verdict);  ///< "scale suspect"
Style verdict_style(store::Verdict verdict);
std::vector<std::string> verdict_choices(bool comparable_only);  ///< as written on the command line
/// The stored claim's figure, marked within its sentence.
std::vector<Mark> evidence_mark(const store::StoredClaim& stored);

}  // namespace gegenprobe::app

#pragma once
#include <vector>

#include "extract/values/value_place.h"
#include "extract/values/values.h"

namespace gegenprobe::extract {

/// A number of millions, of what? Makes money or a quantity of the bare numbers of a sentence, ascending,
/// where its words, its other values or the sentences before say so: «investiert 300 Millionen», «die Zahl
/// der Abonnenten stieg auf 5,4 Millionen». The others stay bare. A sum that leaves out its currency gets
/// that of its neighbour.
void settle_bare_amounts(const ValuePlace& place, const ValueContext& context,
                         std::vector<FoundValue>& found);

}  // namespace gegenprobe::extract

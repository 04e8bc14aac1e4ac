#include "extract/text/prose.h"

#include <gtest/gtest.h>

#include <string>

#include "extract/extract.h"

namespace gegenprobe::extract {
namespace {

struct Row {
  const char* name;
  std::string text;
  bool is_prose;
};

std::string many(const std::string& line, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += line + std::to_string(i) + "\n";
  return text;
}

const Row kRows[] = {
    {"German",
     "Die Auerwerk AG hat im vergangenen Jahr mehr umgesetzt als je zuvor. Der Vorstand rechnet damit, dass "
     "es "
     "auch in diesem Jahr so weitergeht, und will eine höhere Dividende zahlen als bisher.",
     true},
    {"English",
     "The maker of presses sold more machines than ever last year. Its board expects that this will go on "
     "and "
     "wants to pay a higher dividend to those who own the shares.",
     true},
    {"Log", many("2025-11-13 08:00:17 INFO worker request path=/api/items status=200 bytes=133 took=", 40),
     false},
    {"SourceCode",
     many("int value = reader.next(stream, buffer, size); if (value == kEnd) return table.row(index++); // ",
          20),
     false},
    {"Table", many("Auerwerk;EUR;118,40;117,20;116,90;Wien;ATX;", 30), false},
    {"OtherLanguage",
     "L'entreprise autrichienne a publié lundi ses résultats annuels : le chiffre d'affaires progresse "
     "nettement, "
     "tandis que le bénéfice recule légèrement après plusieurs acquisitions coûteuses.",
     false},
    {"FewWordsDoNotTell", "Umsatz 5,5 Mrd. Euro", true},
    {"Nothing", "", true},
};

class IsProse : public testing::TestWithParam<Row> {};
TEST_P(IsProse, Row) {
  const auto rules = builtin_rules();
  ASSERT_TRUE(rules);
  EXPECT_EQ(is_prose(GetParam().text, **rules), GetParam().is_prose);
}
INSTANTIATE_TEST_SUITE_P(, IsProse, testing::ValuesIn(kRows), [](const auto& i) { return i.param.name; });

}  // namespace
}  // namespace gegenprobe::extract

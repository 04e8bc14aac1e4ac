#include "extract/companies/companies.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include "extract/extract.h"
#include "ingest/normalise.h"

namespace gegenprobe::extract {
namespace {

const Rules& rules() { return **builtin_rules(); }

std::vector<std::string> companies_in(std::string_view sentence, std::string_view language) {
  const auto normalised = ingest::normalise(sentence);
  const Text text = text_of(normalised.utf8, language, rules());
  std::vector<std::string> out;
  for (const auto& mention : find_companies(text, rules().gazetteer()))
    out.push_back(fmt::format("{} => {}", text.of(mention.span), mention.company()->entity));
  return out;
}

struct Row {
  const char *name, *language, *sentence, *companies;  // companies: "surface => entity", parted by "; "
};
const Row kRows[] = {
    {"NoCompany", "de", "Die Arbeitslosigkeit in Wien stieg.", ""},
    {"HyphenCompoundNameOnly", "de", "Der Siemens-Chef sprach.", "Siemens => siemens"},
    {"NumberThatIsAFirm", "de", "Der Mobilfunker Drei wächst, sagt man bei Drei. Drei Kunden kamen.",
     "Drei => drei-oesterreich; Drei => drei-oesterreich"},
    {"TradersThatAreFirms", "de", "Der Modehändler Brankow schließt. Der Kunsthändler Marwinow isst.",
     "Brankow => x:brankow"},
    {"KindBehindAHyphen", "de", "Der Onlinespiele-Entwickler Dalbor Zenit Entertainment wächst.",
     "Dalbor Zenit Entertainment => x:dalbor zenit entertainment"},
    {"OneOfTheBiggest", "de",
     "Brankow, einer der größten Werkzeughersteller, wächst. Marwino, Europas größter Brauereikonzern, auch.",
     "Brankow => x:brankow; Marwino => x:marwino"},
    {"RelativeClauseIsNoApposition", "de",
     "Die Polizisten, die von deutschen Unternehmen kommen, und Wege, die den kleinen Firmen helfen.", ""},
    {"BeginningOfTheOnlyOne", "de", "Die Hypo Alpe Adria ist groß. Die Hypo hat Geld verbrannt.",
     "Hypo Alpe Adria => hypo-alpe-adria; Hypo => hypo-alpe-adria"},
    {"BeginningOfTwo", "de", "Die Hypo Alpe Adria und die Hypo Tirol sind groß. Die Hypo hat Geld verbrannt.",
     "Hypo Alpe Adria => hypo-alpe-adria; Hypo Tirol => hypo-tirol-bank"},
    {"OneOfTheBiggestEn", "en",
     "Brankow, one of the world's largest toolmakers, grew. Marwino, Britain's second-biggest brewer, too.",
     "Brankow => x:brankow; Marwino => x:marwino"},
    {"OwnerOfTheNoun", "en", "Marwino, the company's chairman, and Zorbin, one of the best men in business.",
     ""},
    {"SeatBeforeTheName", "en",
     "Ohio-based Brankow made a loss of $5 million. Siemens acquired Los Angeles-based Marwino.",
     "Brankow => x:brankow; Siemens => siemens; Marwino => x:marwino"},
    {"SmallerRivalBought", "en", "Siemens is buying smaller rival Brankow for $5 billion.",
     "Siemens => siemens; Brankow => x:brankow"},
    {"CountryBeforeABuyer", "en", "Italy's Brankow Ferrino has agreed to buy 33% of Siemens.",
     "Brankow Ferrino => x:brankow ferrino; Siemens => siemens"},
    {"MinistersAreNoBuyer", "en", "Ministers agreed to sell Siemens for $20bn.", "Siemens => siemens"},
    {"PaperThatBeginsAnother", "en", "The National Brankow Company grew.",
     "National Brankow Company => x:national brankow"},
    {"InitialsOfAnUnknownName", "en",
     "Brankow Marwino Trust Corp raised its dividend. Shares of BMTC rose, said Siemens Marwino Ltd there.",
     "Brankow Marwino Trust Corp => x:brankow marwino trust; BMTC => x:brankow marwino trust; Siemens "
     "Marwino "
     "Ltd => x:siemens marwino"},
    {"TownBeforeAName", "de",
     "Die Linzer Brankow, einer der größten Werkzeughersteller, wächst. Auch Brankow spart. Die Grazer "
     "Marwino, eine "
     "Brauerei, auch.",
     "Brankow => x:brankow; Brankow => x:brankow; Grazer Marwino => x:grazer marwino"},
    {"NameBetweenDashes", "en", "A subsidiary company - Brankow - grew. The company - Paris said - grew.",
     "Brankow => x:brankow"},
    {"NameOfItsTime", "en", "Matsushita grew.", "Matsushita => panasonic"},
    {"IsAToolmaker", "en",
     "Brankow is a specialist steel firm in Lille. Stability is the key word - British business needs it.",
     "Brankow => x:brankow"},
    {"SmallWordsBeforeWhatIsBought", "en",
     "Oracle acquired privately held Brankow. Siemens completed the takeover of troubled rival Marwino and "
     "of famed "
     "Hollywood studio Zorbin.",
     "Oracle => oracle; Brankow => x:brankow; Siemens => siemens; Marwino => x:marwino; Zorbin => x:zorbin"},
    {"UnknownChefWithAFigure", "de",
     "Paul Huber, Chef von Brankow, lächelte. Brankow streicht 500 Stellen. Anlagen streichen wir rot.",
     "Brankow => x:brankow; Brankow => x:brankow"},
    {"BoughtAndToldOf", "de",
     "BASF kauft Brankow für 5 Millionen Euro. Brankow macht 20 Millionen Euro Umsatz. BASF kauft Strom für "
     "5 "
     "Millionen Euro. Bosch kauft Strom für 6 Millionen Euro.",
     "BASF => basf; Brankow => x:brankow; Brankow => x:brankow; BASF => basf; Bosch => bosch"},
    {"ShareOfAnUnknownFirm", "de", "Siemens hält 20 Prozent an Brankow. Der Bund hält 20 Prozent an Marwino.",
     "Siemens => siemens; Brankow => x:brankow"},
    {"EndsInTechnik", "de", "Der Anlagenbauer Brankow Technik (BT) wächst.",
     "Brankow Technik => x:brankow technik; BT => x:brankow technik"},
    {"SpecialistWithAFigure", "de",
     "Der Getriebespezialist Brankow setzte 5 Millionen Euro um. Der Wildspezialist Marwinow isst gern.",
     "Brankow => x:brankow"},
    {"GenitiveOfATrade", "de", "Die Erlöse des Laborausrüsters Brankow sanken.", "Brankow => x:brankow"},
    {"LeadIsNoFirm", "de", "Als Lead-Investor steigt Brankow ein, das Geld kommt Ihres Erachtens zu spät.",
     ""},
    {"GuardedNameWhereAFigureIsTold", "de",
     "Bei Linde sank der Umsatz um 5 Prozent. Bei Bauer war es kalt. Bei Information stieg der Umsatz um 5 "
     "Prozent.",
     "Linde => linde"},
    {"GuardedNameWithAnArticle", "de",
     "Die Telekom steigerte den Umsatz um 3 Prozent. Die BA hat 5 Millionen Euro Umsatz.",
     "Telekom => deutsche-telekom"},
    {"GuardedNameBehindAVerb", "de",
     "Einen Umsatz von 5 Milliarden Euro meldet auch Puma. Das hat auch Bauer gesagt.", "Puma => puma"},
    {"GuardedNameBehindAPreposition", "de",
     "Gegen Meta ist eine Strafe von 5 Millionen Euro verhängt worden. Gegen Conti ist eine Strafe von 5 "
     "Euro verhängt worden.",
     "Meta => meta"},
    {"NounBeforeAName", "de", "Der Börsenkandidat TKMS wächst. Kirk Lanxess isst.", "TKMS => tkms"},
    {"GuardedNameBehindAnArticle", "de",
     "Bei der Telekom sank der Umsatz um 3 Prozent. Bei der BA sank der Umsatz um 3 Prozent.",
     "Telekom => deutsche-telekom"},
    {"GuardedNameOfADaughter", "de", "Die Cloud-Tochter AWS kam auf einen Umsatz von 33 Milliarden Dollar.",
     "AWS => amazon-web-services"},
    {"GuardedNameInCapitals", "de", "Die MAN-Aktie stieg um 3 Prozent. Man kam auf 5 Millionen Euro Umsatz.",
     "MAN => man"},
    {"NameBehindAnUnknownNoun", "de", "Die Werbeholding Ströer kappt ihre Dividende. Das war Kirk Ströer.",
     "Ströer => stroeer"},
    {"GuardedNameOfAGain", "de", "Der Gewinn von Puma lag bei 60 Millionen Euro.", "Puma => puma"},
    {"GuardedNameThatLooksLikelyTwice", "de",
     "Der Streik trifft die Kunden der Telekom. Der Skandal kostet die Bilanz der Telekom viel.",
     "Telekom => deutsche-telekom; Telekom => deutsche-telekom"},
    {"GuardedNameBeforeAColon", "de",
     "Trumpf: Umsatz sinkt um 5 Prozent\nDas Jahr war schwach, teilte man mit.", "Trumpf => trumpf"},
    {"AcronymInBrackets", "de", "Die Nordhafen Logistik Union AG (NLU) wächst. NLU liefert.",
     "Nordhafen Logistik Union AG => x:nordhafen logistik union; NLU => x:nordhafen logistik union; "
     "NLU => x:nordhafen logistik union"},
    {"LegalFormAfterComma", "en", "He joined Vandelay, Inc. in May.", "Vandelay, Inc. => x:vandelay"},
    {"GuardedNameEndsAnother", "en", "Parcel firm Hollowmere Post will hire. Revenue at Kestrelle Plus rose.",
     "Hollowmere Post => x:hollowmere post; Kestrelle Plus => x:kestrelle plus"},
    {"FirmByItsMetric", "en", "Kestrelle's sales fell. Ford's truck sales fell 9%.", "Ford => ford"},
    {"FirmByTheFigureOfItsMetric", "en", "Kestrelle's net sales fell 9%. Ford's operating profit fell.",
     "Kestrelle => x:kestrelle; Ford => ford"},
    {"PersonBehindAnOffer", "en", "Kestrelle's profits are his own. Musterle's offer was 5 million euros.",
     ""},
    {"WordEndsALongerName", "en", "Quincy Bell Inc rose.", "Quincy Bell Inc => x:quincy bell"},
    {"NameBehindItsForm", "en", "Lumenara Corp of America rose. Kestrelle Ltd of Toronto fell.",
     "Lumenara Corp of America => x:lumenara corp of america; Kestrelle Ltd => x:kestrelle"},
    {"CapitalsInsideAName", "de",
     "Merck kauft die FjordLabs AG. Fjordlabs Umsatz stieg. Das fjordlabs klang.",
     "Merck => merck-kgaa; FjordLabs AG => x:fjordlabs; Fjordlabs => x:fjordlabs"},
    {"InitialsWithTheForm", "en", "Astral Mining Corp fell. AMC shares rose.",
     "Astral Mining Corp => x:astral mining; AMC => x:astral mining"},
    {"CodeOfTheShareIsNoFirm", "en", "Lumenara Oyj HEL: KRN1V said so.", "Lumenara Oyj => x:lumenara"},
    {"ListOfFirms", "en", "Nvidia, Lumenara and Microsoft signed.",
     "Nvidia => nvidia; Lumenara => x:lumenara; Microsoft => microsoft"},
    {"PlaceOfPublicationIsNoFirm", "de", "Er schrieb es auf Twitter.", ""},
    {"FirmOfThatPlaceIsOne", "de", "Er klagt gegen Twitter.", "Twitter => x-corp"},
    {"ShortLegalFormHasCapitals", "de", "Er ging in Ballstein Spa an Land.", ""},
    {"LegalFormOfTwoCases", "de", "Die Brandolini SpA liefert.", "Brandolini SpA => x:brandolini"},
    {"ProjectIsNoFirmByItself", "de", "Das Nordwind-Projekt beginnt.", ""},
    {"ListedProjectIsOneByItsKind", "de", "Das Stargate-Projekt beginnt.", "Stargate => stargate-project"},
    {"NumberOfAMakeIsAProduct", "en", "It used a Motorola 68040 or better.", ""},
    {"PlatformMayBeAProduct", "de", "Es lief auf der Onlineplattform Lumenara.", ""},
    {"ProductIsNoCompany", "de", "Der BMW X1 steht in der Liste.", ""},
    {"PersonIsNoCompany", "en", "Henry Ford was born in July.", ""},
    {"PeopleAreNoFirms", "en",
     "It bought an Austrian chain. Philippine shares, said the Philippine Kelmar Corp, rose.",
     "Philippine Kelmar Corp => x:philippine kelmar"},
    {"PeopleBeginANameInForm", "en", "Canadian Lumenar Holdings Inc. rose. Canadian Lumenar is big.",
     "Canadian Lumenar Holdings Inc. => x:canadian lumenar; "
     "Canadian Lumenar => x:canadian lumenar"},
    {"ContinentIsNoFirm", "en", "It won orders worth $5m in Latin America, the company announced.", ""},
    {"ExchangeMark", "en", "Lumenara (NYSE: LMN) fell.", "Lumenara => x:lumenara"},
    {"HyphensOfACompound", "de", "Die Bank-Austria-Mutter Unicredit wächst.",
     "Bank-Austria => bank-austria; Unicredit => unicredit"},
    {"AcronymOfAnother", "de", "Die Bank Austria (BA) wächst. Die BA-Volkswirte rechnen.",
     "Bank Austria => bank-austria; BA => bank-austria; BA => bank-austria"},
    {"SmallLetterIsAnotherWord", "en", "US Airways cut jobs. A US aircraft maker and a US bank did not.",
     "US Airways => us-airways"},
    {"InitialsOfAParty", "en", "The British National Party met. The BNP lost.", ""},
    {"LastWordOfAClub", "en", "Manchester United won. The United board agreed.", ""},
    {"HyphenBehindALegalForm", "en", "It is the Organisation for Economic Co-operation.", ""},
    {"KnightIsNoFirm", "en", "Sir Rowan Tarrant's letter arrived.", ""},
    {"ArticleIsNoName", "en", "A Brandner subsidiary grew.", "Brandner => x:brandner"},
    {"PlaceIsNoPartOfAName", "en", "Moscow's Brandner Bank grew.", "Brandner Bank => x:brandner bank"},
    {"VerbIsNoProduct", "en", "It helped Yukos pay tax.", "Yukos => yukos"},
    {"LongerNameOfTheArticle", "en", "Siemens Forest Inc grew. Siemens Forest is big. Siemens is not.",
     "Siemens Forest Inc => x:siemens forest; Siemens Forest => x:siemens forest; Siemens => siemens"},
    {"NameThatGoesOnToAPlace", "en", "Brandner Trucks of America Inc grew.",
     "Brandner Trucks of America Inc => x:brandner trucks of america"},
    {"EndOfANameIsNone", "en", "Brandner Sales of America Inc grew.", ""},
    {"FirstOfTwoThatBeginAlike", "en",
     "Atika Financial Corp grew. Atika Savings Bank Corp shrank. Atika is big.",
     "Atika Financial Corp => x:atika financial; Atika Savings Bank Corp => x:atika savings bank; "
     "Atika => x:atika financial"},
    {"AirForceIsNoAirline", "en", "The US Air Force bought nine jets.", ""},
    {"PartiesHaveSpokesmen", "en", "A Brandist spokesman spoke.", ""},
    {"NamesakeNamedInFull", "de", "Die Telekom Austria wächst. Die Telekom-Aktie steigt.",
     "Telekom Austria => telekom-austria; Telekom => telekom-austria"},
    {"NamesakeAtHome", "de", "Die Telekom-Aktie steigt.", "Telekom => deutsche-telekom"},
    {"GuardedWithoutEvidence", "de", "Die Schale eines Apfels, sagte er, sei eine Continental.", ""},
    {"SurnameOfAFirm", "en", "The actor Zebulon Douglas and the engineer Wim Bosch met.", ""},
    {"AirplaneIsNoCompany", "en", "The Boeing 737 landed.", ""},
    {"PercentAfterName", "de", "Damit hat Siemens 15 Prozent.", "Siemens => siemens"},
    {"CommonNounInApposition", "de", "Das Geldinstitut Verluste in Höhe von 12 Milliarden.", ""},
    {"PlaceInGenitive", "de", "Die größte Bank Deutschlands schließt.", ""},
    {"StateBankIsNoCompany", "en", "The Bank of England said.", ""},
    {"UnknownNameThatReportsAFigure", "en",
     "Lumenara on Friday reported a net loss of $5 million. Kestrelle has raised $9 million in funding.",
     "Lumenara => x:lumenara; Kestrelle => x:kestrelle"},
    {"GuardedNameBeforeItsSales", "en", "Ford sales fell. Target sales fell.", "Ford => ford"},
    {"GuardedNameBeforeItsSalesOfATime", "en",
     "Ford May sales fell. Ford third-quarter profit fell. Target May sales fell.",
     "Ford => ford; Ford => ford"},
    {"GuardedNameOwnsAYearsSales", "en",
     "Meta's fiscal 2025 revenue rose. Ford's year-to-date profit rose 3%.", "Meta => meta; Ford => ford"},
    {"UnknownNameBehindThat", "en", "It said that Lumenara has raised $9 million in funding.",
     "Lumenara => x:lumenara"},
    {"UnknownNameThatReportsNoFigure", "en", "Lumenara reported it. Kestrelle workers asked for $9 million.",
     ""},
    {"UnknownNameIsAPartOfAKnownOne", "en",
     "Brandner Bank grew. On the day, Brandner reported a net loss of $5 million.",
     "Brandner Bank => x:brandner bank; Brandner => x:brandner bank"},
    {"HeadlineNounsAreNoContext", "en", "Our Small Business Month begins.", ""},
    {"LandIsNoFirm", "de", "Baden-Württemberg hat 3 Milliarden Euro Mehreinnahmen.", ""},
    {"CarOfSomebody", "de", "Er fuhr mit seinem BMW davon. Im Opel saß niemand.", ""},
    {"MakerBehindAPossessive", "de", "Im BMW-Werk und in ihrem Siemens war es still.",
     "BMW => bmw; Siemens => siemens"},
    {"AirForceIsNoAirlineInGerman", "de", "Die US Air Force flog, US Air nicht.", "US Air => us-airways"},
    {"IndexOfGreenFirms", "de", "Der Index ÖkoDAX fiel, der Konzern ÖkoDAX nicht.", ""},
    {"SubsidiaryByItsCountry", "de",
     "Fanuc Deutschland wächst, Fanuc nicht. Der Chef von Fanuc Schweiz sagte das.",
     "Fanuc Deutschland => x:fanuc deutschland; Fanuc => fanuc; Fanuc Schweiz => x:fanuc schweiz"},
    {"CountryInACompoundBehindAName", "de", "Das Fanuc Deutschland-Geschäft wächst.", "Fanuc => fanuc"},
    {"CompoundOfGermanLegalForm", "de", "Das Gericht bestrafte die Huberl HandelsgmbH.",
     "Huberl HandelsgmbH => x:huberl"},
};
class FindCompanies : public testing::TestWithParam<Row> {};
TEST_P(FindCompanies, Row) {
  const Row& row = GetParam();
  EXPECT_EQ(fmt::format("{}", fmt::join(companies_in(row.sentence, row.language), "; ")), row.companies);
}
INSTANTIATE_TEST_SUITE_P(, FindCompanies, testing::ValuesIn(kRows),
                         [](const auto& i) { return i.param.name; });

TEST(CompanyRules, Examples) {
  for (const auto& language : rules().languages())
    for (const auto& example : rules().language(language).examples()) {
      if (example.file.find("/company.toml") == std::string::npos) continue;
      EXPECT_EQ(companies_in(example.text, language), example.expect) << example.file << ": " << example.text;
    }
}

TEST(FindCompanyReferences, NounsAndPronouns) {
  const Text text = text_of(
      "Das Unternehmen wächst. Die Bank zahlt, es gibt Geld. Der Autobauer BMW liefert, so der Stuttgarter "
      "Autobauer.",
      "de", rules());
  std::string out;
  for (const auto& reference : find_company_references(text))
    out += fmt::format("{} [{}]; ", text.of(reference.span), reference.kind);
  EXPECT_EQ(out, "Das Unternehmen []; Die Bank [bank]; es []; der Stuttgarter Autobauer [carmaker]; ");
}

TEST(FindCompanyReferences, WhoeverIsSpokenTo) {
  const auto references = [](const char* text) {
    std::string out;
    const Text found = text_of(text, "de", rules());
    for (const auto& reference : find_company_references(found))
      out += fmt::format("{}; ", found.of(reference.span));
    return out;
  };
  EXPECT_EQ(references("Die Bank wächst. Sie zahlt, und sie spart."), "Die Bank; Sie; sie; ");
  EXPECT_EQ(references("Das haben Sie gesagt, und Sie zahlen. Sie haben recht, das wissen Sie."), "");
}

}  // namespace
}  // namespace gegenprobe::extract

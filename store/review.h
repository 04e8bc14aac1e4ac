#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/claim.h"
#include "store/article_table.h"
#include "store/claim_table.h"
#include "store/database.h"
#include "store/query.h"

namespace gegenprobe::store {

/// What a claim should say; members that are not set stay as they were read.
struct Correction {
  std::string subject = {};  ///< a name or key; a company that is not known is added
  std::optional<extract::Metric> metric = {};
  std::optional<extract::Amount> value = {};  ///< its bounds and qualifier count
  std::string unit = {};                      ///< "USD"
  std::optional<extract::Role> role = {};
  std::optional<extract::Modality> modality = {};
  std::optional<extract::Period> period = {};

  bool empty() const {
    return subject.empty() && !metric && !value && unit.empty() && !role && !modality && !period;
  }
};

/// A person's judgement on a claim: that it says what the article says, what it should say instead, or that
/// the article does not say such a thing.
struct Judged {
  Judgement judgement = Judgement::accept;
  Correction correction = {};  ///< for `correct`
  std::string note = {}, reviewer = {};
};

/// Keeps the judgement and acts on it in one transaction: a corrected claim says from now on what the person
/// said, a rejected one is no longer live, and the comparisons of its article are made again. The same words
/// of the article keep their judgement when the article is extracted again or its text changes around them.
/// A judgement on a claim that has one replaces it; a correction keeps what the correction before it said
/// otherwise. Returns the claim as it stands then.
/// Errors: no such claim; a correction without content; a reviewer without name.
Result<StoredClaim> review(Database& database, std::int64_t claim, const Judged& judged, Time now);

/// Takes the standing judgement on a claim back; the one it replaced stands again. Errors: there is none.
Result<StoredClaim> undo_review(Database& database, std::int64_t claim);

/// What the rules had read in a claim that a person corrected; nothing where nobody did.
Result<std::optional<extract::Claim>> find_reading(Database& database, std::int64_t claim);

struct StoredReview {
  std::int64_t id = 0;
  ReviewMark mark;
  std::int64_t article = 0;
  std::optional<StoredClaim> claim;  ///< nothing where the rules no longer read one at these words
  std::string surface, sentence, metric, outlet, url;  ///< metric: as the rules had read it
  std::optional<Day> published;
};
struct ReviewFilter {
  std::optional<Judgement> judgement = {};
  std::string reviewer = {};
  std::size_t limit = 100, offset = 0;  ///< limit 0: all
};
/// The standing judgements, the newest first.
Result<std::vector<StoredReview>> find_reviews(Database& database, const ReviewFilter& filter);

/// An article as labelled data: what people said about what was read in its newest text.
struct GoldArticle {
  StoredArticle article;              ///< `claims` are those that were accepted or corrected
  std::vector<StoredClaim> rejected;  ///< what the article does not say
  bool partial = false;               ///< some of its claims were not judged
};
/// The articles whose newest text has a judgement, by id.
Result<std::vector<std::int64_t>> reviewed_articles(Database& database);
/// Nothing where the article is gone.
Result<std::optional<GoldArticle>> gold_article(Database& database, std::int64_t article);

}  // namespace gegenprobe::store

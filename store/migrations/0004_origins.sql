-- Schema 4: origins. Articles that copy each other (an agency's text in thirty papers) are one origin, so that
-- answers can count sources instead of papers.
--
-- An origin is what hangs together by copies: a copies b, b copies c. Its id is that of its first article's origin;
-- two origins that turn out to be one keep the smaller id. An article never leaves its origin.
CREATE TABLE origin (
  id     INTEGER PRIMARY KEY,
  agency TEXT  -- whom its articles credit, parted by ", ": 'AFP, dpa'; NULL where none does
) STRICT;

ALTER TABLE article ADD COLUMN origin_id INTEGER REFERENCES origin (id);
CREATE INDEX article_origin ON article (origin_id);

-- By which shingles a text is found again, see store/shingles.h. Deleting an article reads all of this table: an
-- index for that would be as large as the table, and articles are hardly ever deleted.
CREATE TABLE fingerprint (
  hash       INTEGER NOT NULL,
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  PRIMARY KEY (hash, article_id)
) STRICT, WITHOUT ROWID;

DROP VIEW v_claim;
CREATE VIEW v_claim AS
SELECT
  claim.id, subject.name AS subject, claim.metric, claim.variant, claim.role,
  claim.value_min, claim.value_max, claim.unit, claim.qualifier, claim.surface,
  counterparty.name AS counterparty,
  claim.period_from, claim.period_to, claim.period_text,
  claim.modality, claim.status, claim.attribution,
  outlet.name AS outlet, article.published, sentence.text AS sentence,
  revision.title, article.url, article.language,
  claim.flags, claim.rule, claim.confidence,
  extraction.program_version, extraction.rules_version,
  article.id AS article_id, revision.id AS revision_id, claim.value_begin, claim.value_end,
  subject.entity AS subject_entity,
  article.origin_id, origin.agency
FROM claim
JOIN revision ON revision.id = claim.revision_id
JOIN article ON article.id = revision.article_id
JOIN sentence ON sentence.id = claim.sentence_id
JOIN extraction ON extraction.id = claim.extraction_id
LEFT JOIN outlet ON outlet.id = article.outlet_id
LEFT JOIN origin ON origin.id = article.origin_id
LEFT JOIN company AS subject ON subject.id = claim.subject_id
LEFT JOIN company AS counterparty ON counterparty.id = claim.counterparty_id
WHERE claim.live;

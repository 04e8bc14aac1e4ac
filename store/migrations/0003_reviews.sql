-- Schema 3: what people decided about claims.
--
-- A review speaks of words in an article, not of a row: rows of `claim` are made anew by each run of the
-- extractor, and the judgement is attached again to whatever is read at the same words.

CREATE TABLE review (
  id              INTEGER PRIMARY KEY,
  article_id      INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  revision_id     INTEGER NOT NULL REFERENCES revision (id) ON DELETE CASCADE,  -- the text that was judged
  value_begin     INTEGER NOT NULL,
  value_end       INTEGER NOT NULL,
  surface         TEXT NOT NULL,
  sentence        TEXT NOT NULL,
  metric          TEXT NOT NULL,  -- these three: as the rules had read it
  role            TEXT NOT NULL,
  subject_entity  TEXT,
  judgement       TEXT NOT NULL CHECK (judgement IN ('accept', 'correct', 'reject')),
  note            TEXT,
  reviewer        TEXT NOT NULL,
  reviewed_at     TEXT NOT NULL,
  state           TEXT NOT NULL DEFAULT 'standing' CHECK (state IN ('standing', 'replaced', 'undone')),
  replaces        INTEGER REFERENCES review (id) ON DELETE SET NULL,  -- stands again when this one is undone
  -- What it should be; corrected_fields says which of these count: 'value period'
  corrected_fields TEXT,
  new_subject     TEXT,
  new_metric      TEXT,
  new_role        TEXT,
  new_modality    TEXT,
  value_min       REAL,
  value_max       REAL,
  min_coefficient INTEGER,
  min_exponent    INTEGER,
  max_coefficient INTEGER,
  max_exponent    INTEGER,
  unit            TEXT,
  qualifier       TEXT,
  period_from     TEXT,
  period_to       TEXT,
  period_unit     TEXT
) STRICT;
CREATE INDEX review_article ON review (article_id) WHERE state = 'standing';
CREATE INDEX review_revision ON review (revision_id);

-- The standing review of a claim. A claim that was rejected is no longer live.
CREATE TABLE claim_review (
  claim_id  INTEGER PRIMARY KEY REFERENCES claim (id) ON DELETE CASCADE,
  review_id INTEGER NOT NULL REFERENCES review (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX claim_review_review ON claim_review (review_id);

-- What the rules had read where a person corrected a claim: `claim` holds what the person said.
CREATE TABLE claim_reading (
  claim_id        INTEGER PRIMARY KEY REFERENCES claim (id) ON DELETE CASCADE,
  subject_id      INTEGER REFERENCES company (id),
  metric          TEXT NOT NULL,
  role            TEXT NOT NULL,
  modality        TEXT NOT NULL,
  value_min       REAL,
  value_max       REAL,
  min_coefficient INTEGER,
  min_exponent    INTEGER,
  max_coefficient INTEGER,
  max_exponent    INTEGER,
  unit            TEXT,
  qualifier       TEXT NOT NULL,
  period_from     TEXT,
  period_to       TEXT,
  period_unit     TEXT,
  period_fiscal   INTEGER,
  period_text     TEXT
) STRICT;

-- What was judged, by whom:
--   SELECT judgement, reviewer, note, subject, metric, surface, outlet FROM v_review;
CREATE VIEW v_review AS
SELECT
  review.judgement, review.note, review.reviewer, review.reviewed_at, review.corrected_fields,
  subject.name AS subject, coalesce(claim.metric, review.metric) AS metric,
  claim.value_min, claim.value_max, claim.unit, claim.period_from, claim.period_to,
  review.surface, review.sentence, outlet.name AS outlet, article.published, article.url,
  claim.id AS claim_id, review.article_id, review.id AS review_id
FROM review
JOIN article ON article.id = review.article_id
LEFT JOIN outlet ON outlet.id = article.outlet_id
LEFT JOIN claim_review ON claim_review.review_id = review.id
  AND claim_review.claim_id = (SELECT max(claim_id) FROM claim_review AS newest WHERE newest.review_id = review.id)
LEFT JOIN claim ON claim.id = claim_review.claim_id
LEFT JOIN company AS subject ON subject.id = claim.subject_id
WHERE review.state = 'standing';

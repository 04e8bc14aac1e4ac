-- What is wrong with a claim by its own article, by what is possible, or by the exchange rates; the kinds are
-- 'scale_suspect', 'sum_suspect' and 'conversion_suspect'.
CREATE TABLE finding (
  claim_id   INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  verdict    TEXT NOT NULL,
  reason     TEXT NOT NULL,  -- with the calculation
  subject_id INTEGER REFERENCES company (id),
  published  TEXT,           -- of the article
  PRIMARY KEY (claim_id, verdict)
) STRICT, WITHOUT ROWID;
CREATE INDEX finding_verdict ON finding (verdict, published);
CREATE INDEX finding_subject ON finding (subject_id, verdict, published);

-- Of claims whose figure another origin has too, one claim that says so. A claim without a row stands alone.
CREATE TABLE corroboration (
  claim_id INTEGER PRIMARY KEY REFERENCES claim (id) ON DELETE CASCADE,
  by_claim INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX corroboration_by ON corroboration (by_claim);

-- What is wrong with whose figures:
--   SELECT verdict, subject, surface, reason, outlet FROM v_finding;
CREATE VIEW v_finding AS
SELECT
  finding.verdict, finding.reason, subject.name AS subject, claim.metric, claim.surface,
  outlet.name AS outlet, article.published, sentence.text AS sentence, article.url, claim.id AS claim_id
FROM finding
JOIN claim ON claim.id = finding.claim_id
JOIN sentence ON sentence.id = claim.sentence_id
JOIN revision ON revision.id = claim.revision_id
JOIN article ON article.id = revision.article_id
LEFT JOIN outlet ON outlet.id = article.outlet_id
LEFT JOIN company AS subject ON subject.id = claim.subject_id
WHERE claim.live;

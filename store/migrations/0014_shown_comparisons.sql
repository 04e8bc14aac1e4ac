-- Schema 14. Whether a comparison is to be listed is written beside it, so that lists of conflicts are read from an index alone,
-- and no claim is looked at that is not shown. Claims are no longer live when a newer text, a newer extraction or a
-- person has taken their place; what replaced a figure in an article stays of interest.
ALTER TABLE comparison ADD COLUMN shown INTEGER NOT NULL DEFAULT 1 CHECK (shown IN (0, 1));

UPDATE comparison SET shown = 0 WHERE EXISTS (
  SELECT 1 FROM claim AS a, claim AS b WHERE a.id = claim_a AND b.id = claim_b AND NOT (a.live AND b.live)
  AND NOT (verdict = 'superseded' AND (SELECT article_id FROM revision WHERE id = a.revision_id) =
    (SELECT article_id FROM revision WHERE id = b.revision_id)));

CREATE TRIGGER comparison_shown AFTER UPDATE OF live ON claim WHEN old.live <> new.live BEGIN
  UPDATE comparison SET shown = (
    SELECT a.live AND b.live OR comparison.verdict = 'superseded' AND
      (SELECT article_id FROM revision WHERE id = a.revision_id) = (SELECT article_id FROM revision WHERE id = b.revision_id)
    FROM claim AS a, claim AS b WHERE a.id = comparison.claim_a AND b.id = comparison.claim_b)
  WHERE claim_a = new.id;
  UPDATE comparison SET shown = (
    SELECT a.live AND b.live OR comparison.verdict = 'superseded' AND
      (SELECT article_id FROM revision WHERE id = a.revision_id) = (SELECT article_id FROM revision WHERE id = b.revision_id)
    FROM claim AS a, claim AS b WHERE a.id = comparison.claim_a AND b.id = comparison.claim_b)
  WHERE claim_b = new.id;
END;

DROP INDEX comparison_verdict;
DROP INDEX comparison_subject;
CREATE INDEX comparison_verdict ON comparison (verdict, published DESC, claim_a DESC, claim_b DESC, shown);
CREATE INDEX comparison_subject ON comparison (subject_id, verdict, published DESC, claim_a DESC, claim_b DESC, shown);

-- How often a company is named is counted in the index alone.
DROP INDEX mention_company;
CREATE INDEX mention_company ON mention (company_id, revision_id) WHERE company_id IS NOT NULL;
CREATE INDEX company_claims_most ON company_claims (claims DESC);

-- How many live claims a company has of each metric and unit ('' where there is none), kept as they come and go.
CREATE TABLE company_figures (
  company_id INTEGER NOT NULL REFERENCES company (id) ON DELETE CASCADE,
  metric     TEXT NOT NULL,
  unit       TEXT NOT NULL,
  claims     INTEGER NOT NULL,
  PRIMARY KEY (company_id, metric, unit)
) STRICT, WITHOUT ROWID;
INSERT INTO company_figures (company_id, metric, unit, claims)
SELECT subject_id, metric, coalesce(unit, ''), count(*) FROM claim WHERE live AND subject_id IS NOT NULL GROUP BY 1, 2, 3;

CREATE TRIGGER figure_counted AFTER INSERT ON claim WHEN new.live AND new.subject_id IS NOT NULL BEGIN
  INSERT INTO company_figures (company_id, metric, unit, claims) VALUES (new.subject_id, new.metric, coalesce(new.unit, ''), 1)
    ON CONFLICT DO UPDATE SET claims = claims + 1;
END;
CREATE TRIGGER figure_uncounted AFTER DELETE ON claim WHEN old.live AND old.subject_id IS NOT NULL BEGIN
  UPDATE company_figures SET claims = claims - 1
    WHERE company_id = old.subject_id AND metric = old.metric AND unit = coalesce(old.unit, '');
END;
CREATE TRIGGER figure_recounted AFTER UPDATE OF live, subject_id, metric, unit ON claim BEGIN
  UPDATE company_figures SET claims = claims - 1
    WHERE old.live AND company_id = old.subject_id AND metric = old.metric AND unit = coalesce(old.unit, '');
  INSERT INTO company_figures (company_id, metric, unit, claims)
    SELECT new.subject_id, new.metric, coalesce(new.unit, ''), 1 WHERE new.live AND new.subject_id IS NOT NULL
    ON CONFLICT DO UPDATE SET claims = claims + 1;
END;

-- Schema 15. How often a company is named, and in how many texts, kept as mentions come and go: the list of companies counts
-- nothing any more.
CREATE TABLE company_mentions (
  company_id INTEGER PRIMARY KEY REFERENCES company (id) ON DELETE CASCADE,
  mentions   INTEGER NOT NULL,
  texts      INTEGER NOT NULL  -- revisions that name it
) STRICT;
INSERT INTO company_mentions (company_id, mentions, texts)
SELECT company_id, count(*), count(DISTINCT revision_id) FROM mention WHERE company_id IS NOT NULL GROUP BY company_id;

CREATE TRIGGER mention_counted AFTER INSERT ON mention WHEN new.company_id IS NOT NULL BEGIN
  INSERT INTO company_mentions (company_id, mentions, texts) VALUES (new.company_id, 1, 1)
    ON CONFLICT DO UPDATE SET mentions = mentions + 1, texts = texts + NOT EXISTS (
      SELECT 1 FROM mention WHERE company_id = new.company_id AND revision_id = new.revision_id AND id <> new.id);
END;
CREATE TRIGGER mention_uncounted AFTER DELETE ON mention WHEN old.company_id IS NOT NULL BEGIN
  UPDATE company_mentions SET mentions = mentions - 1, texts = texts - NOT EXISTS (
    SELECT 1 FROM mention WHERE company_id = old.company_id AND revision_id = old.revision_id)
    WHERE company_id = old.company_id;
END;
CREATE TRIGGER mention_recounted AFTER UPDATE OF company_id ON mention WHEN old.company_id IS NOT new.company_id BEGIN
  UPDATE company_mentions SET mentions = mentions - 1, texts = texts - NOT EXISTS (
    SELECT 1 FROM mention WHERE company_id = old.company_id AND revision_id = old.revision_id)
    WHERE company_id = old.company_id;
  INSERT INTO company_mentions (company_id, mentions, texts) SELECT new.company_id, 1, 1 WHERE new.company_id IS NOT NULL
    ON CONFLICT DO UPDATE SET mentions = mentions + 1, texts = texts + NOT EXISTS (
      SELECT 1 FROM mention WHERE company_id = new.company_id AND revision_id = new.revision_id AND id <> new.id);
END;

-- What one article names is found without reading all: deleting it read every fingerprint there is, and deleting a company
-- every claim, since an index of live claims alone does not serve a foreign key.
CREATE INDEX fingerprint_article ON fingerprint (article_id);
DROP INDEX claim_figure;
CREATE INDEX claim_figure ON claim (subject_id, value_max);
DROP INDEX claim_other_side;
CREATE INDEX claim_other_side ON claim (counterparty_id, metric) WHERE counterparty_id IS NOT NULL;

-- What a list of a company's claims in some years is chosen and sorted by.
CREATE INDEX claim_listed ON claim (subject_id, metric, period_to, period_from, published, revision_id, live) WHERE live;

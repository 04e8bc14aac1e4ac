-- The claims of a company in the order in which they are listed, so that those of a company in the news every day need
-- no sorting; and how many live claims each company has, kept as they come and go.
CREATE INDEX claim_subject_newest ON claim (subject_id, published DESC, revision_id DESC) WHERE live;

CREATE TABLE company_claims (
  company_id INTEGER PRIMARY KEY REFERENCES company (id) ON DELETE CASCADE,
  claims     INTEGER NOT NULL
) STRICT;
INSERT INTO company_claims (company_id, claims)
SELECT subject_id, count(*) FROM claim WHERE live AND subject_id IS NOT NULL GROUP BY subject_id;

CREATE TRIGGER claim_counted AFTER INSERT ON claim WHEN new.live AND new.subject_id IS NOT NULL BEGIN
  INSERT INTO company_claims (company_id, claims) VALUES (new.subject_id, 1) ON CONFLICT DO UPDATE SET claims = claims + 1;
END;
CREATE TRIGGER claim_uncounted AFTER DELETE ON claim WHEN old.live AND old.subject_id IS NOT NULL BEGIN
  UPDATE company_claims SET claims = claims - 1 WHERE company_id = old.subject_id;
END;
CREATE TRIGGER claim_recounted AFTER UPDATE OF live, subject_id ON claim BEGIN
  UPDATE company_claims SET claims = claims - 1 WHERE old.live AND company_id = old.subject_id;
  INSERT INTO company_claims (company_id, claims) SELECT new.subject_id, 1 WHERE new.live AND new.subject_id IS NOT NULL
    ON CONFLICT DO UPDATE SET claims = claims + 1;
END;

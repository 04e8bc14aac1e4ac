-- Schema 6: what people decided about names.

-- company and other stand by key and name, so that a decision also holds for what is read later.
--   merge     other is the company          alias  whoever is called other_name is the company
--   split     who is called other_name is another company, other_entity
--   distinct  the two are not one company: they are no longer proposed
CREATE TABLE company_decision (
  id             INTEGER PRIMARY KEY,
  kind           TEXT NOT NULL CHECK (kind IN ('merge', 'split', 'alias', 'distinct')),
  company_entity TEXT NOT NULL,
  company_name   TEXT NOT NULL,
  other_entity   TEXT,           -- NULL for an alias
  other_name     TEXT NOT NULL,
  other_folded   TEXT NOT NULL,  -- like company.folded
  note           TEXT,
  decided_by     TEXT NOT NULL,
  decided_at     TEXT NOT NULL,
  undone_by      TEXT,
  undone_at      TEXT            -- NULL while it stands
) STRICT;

-- Whom the extractor meant, where a decision says otherwise.
CREATE TABLE mention_company_reading (
  mention_id INTEGER PRIMARY KEY REFERENCES mention (id) ON DELETE CASCADE,
  company_id INTEGER NOT NULL REFERENCES company (id)
) STRICT;
CREATE TABLE claim_company_reading (
  claim_id        INTEGER PRIMARY KEY REFERENCES claim (id) ON DELETE CASCADE,
  subject_id      INTEGER REFERENCES company (id),
  counterparty_id INTEGER REFERENCES company (id)
) STRICT;

-- The names that a decision moved from one company to another; NULL: the name was new.
CREATE TABLE company_decision_name (
  decision_id INTEGER NOT NULL REFERENCES company_decision (id) ON DELETE CASCADE,
  folded      TEXT NOT NULL,
  name        TEXT NOT NULL,
  from_id     INTEGER REFERENCES company (id) ON DELETE CASCADE,
  to_id       INTEGER NOT NULL REFERENCES company (id) ON DELETE CASCADE,
  PRIMARY KEY (decision_id, folded, to_id)
) STRICT;

-- Schema 1: articles, what was read in them, and how their claims compare.
-- Once released, a step is followed by a new one, never edited.
--
-- Spans:  Unicode code points [begin, end) of revision.text, so that SQLite's
--         substr(text, begin + 1, end - begin) and Python's text[begin:end] give the words.
--         byte_begin is the same place in UTF-8 bytes, which the program counts in.
-- Values: value_min and value_max are whole units of `unit`, NULL where open-ended. They are doubles for
--         searching; min_coefficient x 10^min_exponent is the exact number with its printed precision.
-- Time:   ISO 8601 text; a period's end is exclusive: 2024 is 2024-01-01 to 2025-01-01.

CREATE TABLE outlet (
  id     INTEGER PRIMARY KEY,
  name   TEXT NOT NULL,
  folded TEXT NOT NULL UNIQUE  -- as it is compared: lower case, no diacritics
) STRICT;

CREATE TABLE article (
  id        INTEGER PRIMARY KEY,
  identity  TEXT NOT NULL UNIQUE,  -- the URL; without one, a hash of outlet and text
  url       TEXT,                  -- canonical; NULL for text without an address
  title     TEXT,
  outlet_id INTEGER REFERENCES outlet (id),
  author    TEXT,
  language  TEXT,
  published TEXT CHECK (published IS date(published)),
  added_at  TEXT NOT NULL
) STRICT;
CREATE INDEX article_published ON article (published);
CREATE INDEX article_outlet ON article (outlet_id);

-- The text of an article at one time. A page that is fetched again with another text gets a new one.
CREATE TABLE revision (
  id         INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  number     INTEGER NOT NULL CHECK (number >= 1),
  title      TEXT,
  text       TEXT NOT NULL,
  text_hash  TEXT NOT NULL,  -- XXH3, 128 bits, of `text`
  fetched_at TEXT NOT NULL,
  correction INTEGER NOT NULL DEFAULT 0 CHECK (correction IN (0, 1)),  -- says that it corrects or updates
  live       INTEGER NOT NULL DEFAULT 1 CHECK (live IN (0, 1)),        -- the newest of its article
  UNIQUE (article_id, number)
) STRICT;
CREATE UNIQUE INDEX revision_live ON revision (article_id) WHERE live;
CREATE INDEX revision_hash ON revision (text_hash);

-- One run of the extractor over a revision.
CREATE TABLE extraction (
  id              INTEGER PRIMARY KEY,
  revision_id     INTEGER NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
  program_version TEXT NOT NULL,
  rules_version   TEXT NOT NULL,
  extracted_at    TEXT NOT NULL
) STRICT;
CREATE INDEX extraction_revision ON extraction (revision_id);

CREATE TABLE company (
  id       INTEGER PRIMARY KEY,
  entity   TEXT NOT NULL UNIQUE,  -- stable key
  name     TEXT NOT NULL,         -- canonical
  folded   TEXT NOT NULL,         -- as names are compared: folded words without legal form
  wikidata TEXT,
  lei      TEXT,
  ticker   TEXT
) STRICT;
CREATE INDEX company_folded ON company (folded);

-- Every name under which a company was met.
CREATE TABLE company_name (
  folded     TEXT NOT NULL,  -- like company.folded
  company_id INTEGER NOT NULL REFERENCES company (id) ON DELETE CASCADE,
  name       TEXT NOT NULL,  -- as printed, when first met
  PRIMARY KEY (folded, company_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX company_name_company ON company_name (company_id);

CREATE TABLE mention (
  id              INTEGER PRIMARY KEY,
  extraction_id   INTEGER NOT NULL REFERENCES extraction (id) ON DELETE CASCADE,
  revision_id     INTEGER NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
  kind            TEXT NOT NULL CHECK (kind IN ('money', 'percent', 'quantity', 'date', 'company', 'speaker')),
  span_begin      INTEGER NOT NULL,
  span_end        INTEGER NOT NULL CHECK (span_end > span_begin),
  byte_begin      INTEGER NOT NULL,
  surface         TEXT NOT NULL,
  rule            TEXT NOT NULL,  -- why this row exists
  -- money, percent, quantity; no bound at all: seen and not understood
  value_min       REAL,
  value_max       REAL,
  min_coefficient INTEGER,
  min_exponent    INTEGER,
  max_coefficient INTEGER,
  max_exponent    INTEGER,
  unit            TEXT,
  currency_basis  TEXT,
  qualifier       TEXT,
  -- date
  date_from       TEXT,
  date_to         TEXT,
  granularity     TEXT,
  relative        INTEGER,
  fiscal          INTEGER,
  -- company, speaker
  company_id      INTEGER REFERENCES company (id),
  name_basis      TEXT,
  name            TEXT,  -- of the speaker
  role            TEXT,
  organisation    TEXT
) STRICT;
CREATE INDEX mention_revision ON mention (revision_id);
CREATE INDEX mention_extraction ON mention (extraction_id);
CREATE INDEX mention_company ON mention (company_id) WHERE company_id IS NOT NULL;

-- The sentences that hold claims.
CREATE TABLE sentence (
  id          INTEGER PRIMARY KEY,
  revision_id INTEGER NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
  span_begin  INTEGER NOT NULL,
  span_end    INTEGER NOT NULL CHECK (span_end >= span_begin),
  byte_begin  INTEGER NOT NULL,
  text        TEXT NOT NULL
) STRICT;
CREATE INDEX sentence_revision ON sentence (revision_id);

CREATE TABLE claim (
  id              INTEGER PRIMARY KEY,
  revision_id     INTEGER NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
  extraction_id   INTEGER NOT NULL REFERENCES extraction (id) ON DELETE CASCADE,
  sentence_id     INTEGER NOT NULL REFERENCES sentence (id),
  live            INTEGER NOT NULL DEFAULT 1 CHECK (live IN (0, 1)),  -- of the newest revision and extraction
  published       TEXT,                             -- the article's; here so that lists come sorted from an index
  subject_id      INTEGER REFERENCES company (id),  -- NULL where the text names none
  metric          TEXT NOT NULL,                    -- 'revenue', 'loss', 'deal_value', ...
  variant         TEXT,                             -- 'adjusted', 'segment:cloud', ...
  counterparty_id INTEGER REFERENCES company (id),
  kind            TEXT NOT NULL CHECK (kind IN ('money', 'percent', 'quantity')),
  value_min       REAL,
  value_max       REAL CHECK (value_min IS NULL OR value_max IS NULL OR value_max >= value_min),
  min_coefficient INTEGER,
  min_exponent    INTEGER,
  max_coefficient INTEGER,
  max_exponent    INTEGER,
  unit            TEXT,  -- ISO 4217, '%', 'pp', 'gigawatt', ...
  currency_basis  TEXT,
  qualifier       TEXT NOT NULL,
  role            TEXT NOT NULL CHECK (role IN ('level', 'increase', 'decrease')),
  period_from     TEXT,
  period_to       TEXT,
  period_unit     TEXT,  -- 'quarter', 'year', ...; NULL where the text gives no period
  period_fiscal   INTEGER,
  period_text     TEXT,  -- as printed
  modality        TEXT NOT NULL CHECK (modality IN ('asserted', 'expected', 'possible', 'estimated', 'denied')),
  status          TEXT CHECK (status IN ('preliminary', 'final', 'corrected')),
  attribution     TEXT,  -- NULL where the article itself says it
  surface         TEXT NOT NULL,
  value_begin     INTEGER NOT NULL,
  value_end       INTEGER NOT NULL CHECK (value_end > value_begin),
  byte_begin      INTEGER NOT NULL,
  flags           TEXT,  -- words parted by blanks: 'currency_inherited period_assumed'
  rule            TEXT NOT NULL,
  confidence      REAL NOT NULL
) STRICT;
CREATE INDEX claim_revision ON claim (revision_id);
CREATE INDEX claim_extraction ON claim (extraction_id);
CREATE INDEX claim_sentence ON claim (sentence_id);
CREATE INDEX claim_newest ON claim (published DESC, revision_id DESC) WHERE live;
CREATE INDEX claim_metric ON claim (metric, published DESC, revision_id DESC) WHERE live;
-- What a claim may be compared with is found through these, newest first, however many there are.
CREATE INDEX claim_subject ON claim (subject_id, metric) WHERE live;
CREATE INDEX claim_period ON claim (subject_id, metric, period_to) WHERE live;
CREATE INDEX claim_figure ON claim (subject_id, value_max) WHERE live;
CREATE INDEX claim_other_side ON claim (counterparty_id, metric) WHERE live AND counterparty_id IS NOT NULL;

-- Pairs of claims on one fact that do not simply agree, written down when the later of the two was added.
-- Agreement is the normal case and needs no row; what is not comparable has none either.
CREATE TABLE comparison (
  claim_a    INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  claim_b    INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  verdict    TEXT NOT NULL,  -- 'scale_suspect', 'contradicts', 'forecast_missed', 'superseded', 'differs', 'forecast_met'
  part       TEXT,           -- what had to be taken on trust, NULL where nothing had
  ratio      REAL,           -- the larger figure over the smaller
  reason     TEXT NOT NULL,
  subject_id INTEGER REFERENCES company (id),
  published  TEXT,           -- of the later of the two articles
  PRIMARY KEY (claim_a, claim_b),
  CHECK (claim_a < claim_b)
) STRICT, WITHOUT ROWID;
CREATE INDEX comparison_b ON comparison (claim_b);
CREATE INDEX comparison_verdict ON comparison (verdict, published);
CREATE INDEX comparison_subject ON comparison (subject_id, verdict, published);

-- Full text, diacritics folded: "uber" finds «über». For "ueber" and ß/ss the program asks for both spellings.
CREATE VIRTUAL TABLE article_fts USING fts5 (
  title, text, content = 'revision', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER revision_indexed AFTER INSERT ON revision BEGIN
  INSERT INTO article_fts (rowid, title, text) VALUES (new.id, new.title, new.text);
END;
CREATE TRIGGER revision_removed AFTER DELETE ON revision BEGIN
  INSERT INTO article_fts (article_fts, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
END;
CREATE VIRTUAL TABLE claim_fts USING fts5 (  -- rowid is sentence.id
  text, content = 'sentence', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER sentence_indexed AFTER INSERT ON sentence BEGIN
  INSERT INTO claim_fts (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER sentence_removed AFTER DELETE ON sentence BEGIN
  INSERT INTO claim_fts (claim_fts, rowid, text) VALUES ('delete', old.id, old.text);
END;

-- Who states what of whom:
--   SELECT outlet, value_min, unit, sentence FROM v_claim WHERE subject = 'Siemens' AND metric = 'revenue';
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
  subject.entity AS subject_entity
FROM claim
JOIN revision ON revision.id = claim.revision_id
JOIN article ON article.id = revision.article_id
JOIN sentence ON sentence.id = claim.sentence_id
JOIN extraction ON extraction.id = claim.extraction_id
LEFT JOIN outlet ON outlet.id = article.outlet_id
LEFT JOIN company AS subject ON subject.id = claim.subject_id
LEFT JOIN company AS counterparty ON counterparty.id = claim.counterparty_id
WHERE claim.live;

-- Who contradicts whom:
--   SELECT subject, metric, surface_a, outlet_a, surface_b, outlet_b, reason FROM v_conflict;
CREATE VIEW v_conflict AS
SELECT
  comparison.verdict, comparison.ratio, comparison.reason,
  subject.name AS subject, a.metric, a.period_from, a.period_to,
  a.surface AS surface_a, outlet_a.name AS outlet_a, article_a.published AS published_a,
  sentence_a.text AS sentence_a, article_a.url AS url_a,
  b.surface AS surface_b, outlet_b.name AS outlet_b, article_b.published AS published_b,
  sentence_b.text AS sentence_b, article_b.url AS url_b,
  a.id AS claim_a, b.id AS claim_b
FROM comparison
JOIN claim AS a ON a.id = comparison.claim_a
JOIN claim AS b ON b.id = comparison.claim_b
JOIN sentence AS sentence_a ON sentence_a.id = a.sentence_id
JOIN sentence AS sentence_b ON sentence_b.id = b.sentence_id
JOIN revision AS revision_a ON revision_a.id = a.revision_id
JOIN revision AS revision_b ON revision_b.id = b.revision_id
JOIN article AS article_a ON article_a.id = revision_a.article_id
JOIN article AS article_b ON article_b.id = revision_b.article_id
LEFT JOIN outlet AS outlet_a ON outlet_a.id = article_a.outlet_id
LEFT JOIN outlet AS outlet_b ON outlet_b.id = article_b.outlet_id
LEFT JOIN company AS subject ON subject.id = a.subject_id
WHERE comparison.verdict IN ('scale_suspect', 'contradicts', 'differs') AND a.live AND b.live;

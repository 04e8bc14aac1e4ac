-- Schema 5: the sources of the crawl, the addresses they named, and what hosts ask of their visitors.
-- Times are ISO 8601 in UTC, to the second. An address that a source names is written down in the same
-- transaction as the validators of the answer that named it: whatever happens then, it will be fetched.

CREATE TABLE source (
  id            INTEGER PRIMARY KEY,
  name          TEXT NOT NULL UNIQUE,   -- as the operator calls it
  url           TEXT NOT NULL UNIQUE,   -- as it was added: a canonical address or a path
  read_url      TEXT NOT NULL,          -- where it is read: the feed that was found, after permanent redirects
  kind          TEXT NOT NULL CHECK (kind IN ('unknown', 'feed', 'sitemap', 'page', 'article', 'files')),
  state         TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'paused', 'unlisted')),
  from_config   INTEGER NOT NULL DEFAULT 0 CHECK (from_config IN (0, 1)),
  outlet        TEXT,                   -- for all its articles; NULL: as the page says
  language      TEXT,
  added_at      TEXT NOT NULL,
  -- what the last answers said
  etag          TEXT,
  last_modified TEXT,
  body_hash     TEXT,
  full_at       TEXT,                   -- when it was last asked for without a condition
  distrusted    INTEGER NOT NULL DEFAULT 0 CHECK (distrusted IN (0, 1)),  -- called a changed list unchanged
  visited_at    TEXT,
  succeeded_at  TEXT,
  news_at       TEXT,                   -- when it last named an article that was not known
  next_at       TEXT,                   -- the next visit; NULL: at once
  next_why      TEXT,                   -- in words
  interval_s    INTEGER,
  per_day       REAL,                   -- articles a day, the last days counting most
  failures      REAL NOT NULL DEFAULT 0,  -- weighted; 0 after a success
  error         TEXT,                   -- of the last visit, in words; NULL: it went well
  error_at      TEXT,                   -- since when
  needs_person  INTEGER NOT NULL DEFAULT 0 CHECK (needs_person IN (0, 1))
) STRICT;

-- An address that a source named: an article, or a further list of articles.
CREATE TABLE page (
  id               INTEGER PRIMARY KEY,
  source_id        INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  url              TEXT NOT NULL UNIQUE,  -- canonical; of a file its path
  read_url         TEXT,                  -- where permanent redirects lead
  role             TEXT NOT NULL DEFAULT 'article' CHECK (role IN ('article', 'list')),
  state            TEXT NOT NULL DEFAULT 'waiting'
                   CHECK (state IN ('waiting', 'kept', 'no_article', 'failed', 'forbidden', 'gone')),
  article_id       INTEGER REFERENCES article (id) ON DELETE SET NULL,
  published        TEXT,                  -- as the list tells it
  modified         TEXT,                  -- likewise
  found_at         TEXT NOT NULL,
  first_fetched_at TEXT,
  fetched_at       TEXT,
  next_at          TEXT,                  -- NULL: never again
  fetches          INTEGER NOT NULL DEFAULT 0,  -- answers that could be read
  failures         INTEGER NOT NULL DEFAULT 0,  -- in a row
  etag             TEXT,
  last_modified    TEXT,
  error            TEXT                   -- of the last fetch, in words
) STRICT;
CREATE INDEX page_due ON page (source_id, next_at, id) WHERE next_at IS NOT NULL;
CREATE INDEX page_article ON page (article_id);

CREATE TABLE host (
  name          TEXT PRIMARY KEY,   -- "https://www.example.org", with the port where it is not the usual one
  robots        TEXT,               -- robots.txt as it came; NULL where there is none
  robots_status INTEGER,            -- of the answer; 0: there was none
  robots_at     TEXT,
  not_before    TEXT,               -- the host asked to be left alone until then
  why           TEXT,               -- "429"
  backoffs      INTEGER NOT NULL DEFAULT 0  -- in a row
) STRICT, WITHOUT ROWID;

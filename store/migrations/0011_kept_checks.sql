-- Results of checks that a person kept: as they were then, whatever the database says now.
CREATE TABLE kept_check (
  id         TEXT PRIMARY KEY,  -- cannot be guessed: it is part of a link
  created_at TEXT NOT NULL,
  name       TEXT,
  title      TEXT,
  url        TEXT,
  claims     INTEGER NOT NULL,
  worst      TEXT,              -- the worst verdict in it; NULL where there is no claim
  result     TEXT NOT NULL CHECK (json_valid(result))
) STRICT, WITHOUT ROWID;
CREATE INDEX kept_check_newest ON kept_check (created_at DESC);

-- Schema 10: saved queries, and what they found.

CREATE TABLE watch (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE,
  company    TEXT,
  metric     TEXT,
  words      TEXT,  -- that a sentence must hold
  outlet     TEXT,
  verdicts   TEXT,  -- parted by blanks; NULL: scale_suspect contradicts differs
  atom       TEXT,  -- where what is found goes: two files, an address, a URL
  json       TEXT,
  mail       TEXT,
  webhook    TEXT,
  made_by    TEXT NOT NULL,
  made_at    TEXT NOT NULL,
  last_claim INTEGER NOT NULL  -- claims up to this one were looked at
) STRICT;

-- One item for what is found, however often it is extracted or compared again: `key` is a hash of what it says.
CREATE TABLE watch_item (
  id        INTEGER PRIMARY KEY,
  watch_id  INTEGER NOT NULL REFERENCES watch (id) ON DELETE CASCADE,
  key       TEXT NOT NULL,
  claim_a   INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  claim_b   INTEGER REFERENCES claim (id) ON DELETE CASCADE,  -- NULL: a new claim, no conflict
  verdict   TEXT,
  reason    TEXT,
  found_at  TEXT NOT NULL,
  known     INTEGER NOT NULL DEFAULT 0 CHECK (known IN (0, 1)),  -- was there when the watch began
  mailed_at TEXT,
  posted_at TEXT,
  UNIQUE (watch_id, key)
) STRICT;
CREATE INDEX watch_item_claim_a ON watch_item (claim_a);
CREATE INDEX watch_item_claim_b ON watch_item (claim_b) WHERE claim_b IS NOT NULL;

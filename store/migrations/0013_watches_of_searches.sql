-- Schema 13: a watch may look for all that a list of claims can be narrowed by, and tells when it last ran.
ALTER TABLE watch ADD COLUMN period TEXT;      -- as it was written: '2024-Q3', '2022..2024'
ALTER TABLE watch ADD COLUMN value_words TEXT; -- «1-2 Mrd. €», of which the bounds and the unit come
ALTER TABLE watch ADD COLUMN value_min REAL;
ALTER TABLE watch ADD COLUMN value_max REAL;
ALTER TABLE watch ADD COLUMN unit TEXT;
ALTER TABLE watch ADD COLUMN modality TEXT;
ALTER TABLE watch ADD COLUMN language TEXT;
ALTER TABLE watch ADD COLUMN last_run TEXT;    -- NULL: not yet
ALTER TABLE watch ADD COLUMN seen_item INTEGER NOT NULL DEFAULT 0;  -- items up to this one were looked at by a person

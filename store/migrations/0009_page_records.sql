-- Schema 9: where the page is kept from which a revision was read: the record of a web archive. NULL for what was
-- read from a file or standard input.
ALTER TABLE revision ADD COLUMN warc_file TEXT;  -- from the database's folder on, or with its whole path
ALTER TABLE revision ADD COLUMN warc_offset INTEGER;
ALTER TABLE revision ADD COLUMN warc_length INTEGER;

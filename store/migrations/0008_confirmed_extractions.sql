-- Schema 8: a text that was read again with newer rules and gave the same is not read a third time.
-- program_version and rules_version stay those that made the claims.
ALTER TABLE extraction ADD COLUMN confirmed_program TEXT;
ALTER TABLE extraction ADD COLUMN confirmed_rules TEXT;

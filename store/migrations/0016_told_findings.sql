-- What a finding's reason says, without words, so that it can be told in any language; NULL where an earlier program found
-- it: {"how": "growth", "figures": [{"min": …, "max": …, "unit": …, "qualifier": …}, …]}.
ALTER TABLE finding ADD COLUMN told TEXT;

-- The European Central Bank's reference rates: what one euro was worth on a day. EUR itself is there with 1, so that
-- any two currencies are looked up alike:
--   SELECT avg(quote.per_euro / base.per_euro) FROM exchange_rate base JOIN exchange_rate quote USING (day)
--   WHERE base.currency = 'USD' AND quote.currency = 'EUR' AND day LIKE '2024-%';
CREATE TABLE exchange_rate (
  currency TEXT NOT NULL,  -- ISO 4217
  day      TEXT NOT NULL CHECK (day IS date(day)),
  per_euro REAL NOT NULL CHECK (per_euro > 0),
  PRIMARY KEY (currency, day)
) STRICT, WITHOUT ROWID;

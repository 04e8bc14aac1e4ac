-- Schema 17: the same figure of another company is found: a sentence with another firm's figure is a slip, too.
CREATE INDEX claim_same_figure ON claim (metric, value_max) WHERE live AND subject_id IS NOT NULL;

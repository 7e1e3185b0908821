-- The supervisor closed a day of a site: a fact, never undone. The chain of
-- the audit is noted as it stood before it.
CREATE TABLE day_closing (
	day_closing_id INTEGER PRIMARY KEY,
	uuid TEXT NOT NULL UNIQUE,
	site_id INTEGER NOT NULL REFERENCES site,
	day_on TEXT NOT NULL,
	closed_at INTEGER NOT NULL,
	closed_by INTEGER NOT NULL REFERENCES staff,
	audit_count INTEGER NOT NULL,
	audit_head TEXT NOT NULL,                   -- in hex; '' where there was no entry
	UNIQUE (site_id, day_on)
) STRICT;

-- What was remarked at the closing, and what was added to it later.
CREATE TABLE day_remark (
	day_remark_id INTEGER PRIMARY KEY,
	day_closing_id INTEGER NOT NULL REFERENCES day_closing,
	is_later INTEGER NOT NULL CHECK (is_later = 0 OR is_later = 1),
	text TEXT NOT NULL,
	noted_at INTEGER NOT NULL,
	noted_by INTEGER NOT NULL REFERENCES staff
) STRICT;
CREATE INDEX day_remark_by_closing ON day_remark (day_closing_id, day_remark_id);

-- A closed day's figures as data ('data'), and each form as it was given out
-- first: it is given out so forever. The audit follows the digest, and not
-- the bytes.
CREATE TABLE day_paper (
	day_paper_id INTEGER PRIMARY KEY,
	day_closing_id INTEGER NOT NULL REFERENCES day_closing,
	form TEXT NOT NULL,
	with_names INTEGER NOT NULL CHECK (with_names = 0 OR with_names = 1),
	made_at INTEGER NOT NULL,
	made_by INTEGER NOT NULL REFERENCES staff,
	digest TEXT NOT NULL,                       -- of the bytes: BLAKE2b, in hex
	bytes BLOB NOT NULL,
	UNIQUE (day_closing_id, form, with_names)
) STRICT;

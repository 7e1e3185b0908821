-- Residents and organisations: who the city knows, and how to address them.

CREATE TABLE resident (
	resident_id INTEGER PRIMARY KEY,
	uuid TEXT NOT NULL UNIQUE,
	reference TEXT NOT NULL UNIQUE,             -- P-…
	survivor_id INTEGER REFERENCES resident,    -- merged into; NULL: itself
	language TEXT,                              -- the language they speak
	needs_interpreter INTEGER NOT NULL DEFAULT 0 CHECK (needs_interpreter IN (0, 1)),
	first_name_ok TEXT NOT NULL DEFAULT 'unknown' CHECK (first_name_ok IN ('yes', 'no', 'unknown')), -- the latest permission
	as_it_stands INTEGER NOT NULL DEFAULT 0 CHECK (as_it_stands IN (0, 1)),
	note TEXT NOT NULL DEFAULT '',              -- they may read this
	made_at INTEGER NOT NULL,
	made_by INTEGER REFERENCES staff,
	edition INTEGER NOT NULL DEFAULT 1          -- rises with each change
) STRICT;

CREATE TABLE resident_name (
	resident_name_id INTEGER PRIMARY KEY,
	resident_id INTEGER NOT NULL REFERENCES resident,
	kind TEXT NOT NULL CHECK (kind IN ('in_use', 'former', 'legal')),
	title TEXT, given TEXT, given2 TEXT, known_as TEXT, address_as TEXT,
	surname_prefix TEXT, surname TEXT, surname2 TEXT, generation TEXT,
	credentials TEXT, rank TEXT, service TEXT, office TEXT, pronouns TEXT,
	say_as TEXT, name_locale TEXT, legal_given TEXT,
	chaplain INTEGER NOT NULL DEFAULT 0 CHECK (chaplain IN (0, 1)),
	retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
	noted_at INTEGER NOT NULL,
	noted_by INTEGER REFERENCES staff
) STRICT;
CREATE INDEX resident_name_by_resident ON resident_name (resident_id);
CREATE UNIQUE INDEX resident_name_in_use ON resident_name (resident_id) WHERE kind = 'in_use';

-- What they said about how to be addressed, in the order it was said; only added to.
CREATE TABLE permission (
	permission_id INTEGER PRIMARY KEY,
	resident_id INTEGER NOT NULL REFERENCES resident,
	kind TEXT NOT NULL CHECK (kind IN ('first_name', 'title', 'address_as', 'as_it_stands')),
	value TEXT NOT NULL,                        -- yes no unknown, or the words
	noted_at INTEGER NOT NULL,
	noted_by INTEGER REFERENCES staff
) STRICT;
CREATE INDEX permission_by_resident ON permission (resident_id, permission_id);

CREATE TABLE organisation (
	organisation_id INTEGER PRIMARY KEY,
	uuid TEXT NOT NULL UNIQUE,
	name TEXT NOT NULL,
	note TEXT NOT NULL DEFAULT '',
	made_at INTEGER NOT NULL,
	made_by INTEGER REFERENCES staff,
	edition INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE organisation_person (
	organisation_id INTEGER NOT NULL REFERENCES organisation,
	resident_id INTEGER NOT NULL REFERENCES resident,
	part TEXT NOT NULL DEFAULT '',              -- "owner", "works for"
	PRIMARY KEY (organisation_id, resident_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX organisation_person_by_resident ON organisation_person (resident_id);

-- How to reach somebody. search_key is made in C: a telephone's digits last
-- to first, an e-mail folded, an address's street folded without its number.
CREATE TABLE reach (
	reach_id INTEGER PRIMARY KEY,
	resident_id INTEGER REFERENCES resident,
	organisation_id INTEGER REFERENCES organisation,
	kind TEXT NOT NULL CHECK (kind IN ('telephone', 'email', 'address')),
	value TEXT NOT NULL,                        -- as it was said
	street TEXT,                                -- of an address, without its number
	search_key TEXT NOT NULL,
	is_current INTEGER NOT NULL DEFAULT 1 CHECK (is_current IN (0, 1)),
	noted_at INTEGER NOT NULL,
	noted_by INTEGER REFERENCES staff,
	CHECK ((resident_id IS NULL) <> (organisation_id IS NULL))
) STRICT;
CREATE INDEX reach_by_resident ON reach (resident_id);
CREATE INDEX reach_by_organisation ON reach (organisation_id);
CREATE INDEX reach_by_key ON reach (kind, search_key);

-- Search and audit. Written from C alone since 0012.

-- The recency key: each visit moves a person to a new top key, so that the
-- newest come first without sorting. folded is exactly what was indexed.
CREATE TABLE search_name (
	recency INTEGER PRIMARY KEY,
	resident_id INTEGER REFERENCES resident,
	organisation_id INTEGER REFERENCES organisation,
	folded TEXT NOT NULL,
	CHECK ((resident_id IS NULL) <> (organisation_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX search_name_by_resident ON search_name (resident_id) WHERE resident_id IS NOT NULL;
CREATE UNIQUE INDEX search_name_by_organisation ON search_name (organisation_id) WHERE organisation_id IS NOT NULL;

-- ascii: parted at blanks alone, since what comes is folded in C already.
CREATE VIRTUAL TABLE search_name_fts USING fts5 (
	folded, content='search_name', content_rowid='recency', detail=none,
	columnsize=0, prefix='1 2 3 4 5 6 7 8', tokenize='ascii'
);

-- No merging inside a commit: it is done in small steps while nobody types.
INSERT INTO search_name_fts (search_name_fts, rank) VALUES ('automerge', 0);
INSERT INTO search_name_fts (search_name_fts, rank) VALUES ('crisismerge', 400);

-- Legal and former names, apart: found, but shown only where needed.
CREATE TABLE search_other_name (
	word TEXT NOT NULL,
	resident_id INTEGER NOT NULL REFERENCES resident,
	PRIMARY KEY (word, resident_id)
) STRICT, WITHOUT ROWID;

-- Numbered and chained; holds no personal text, only the hash of a salted
-- detail, so that purging a detail leaves the chain whole.
CREATE TABLE audit (
	number INTEGER PRIMARY KEY,
	at INTEGER NOT NULL,
	actor_id INTEGER,                           -- staff; NULL: the system
	action TEXT NOT NULL,                       -- insert update delete open …
	subject TEXT NOT NULL,                      -- the table
	subject_id INTEGER,
	detail_hash BLOB NOT NULL,
	chain_hash BLOB NOT NULL
) STRICT;
CREATE INDEX audit_by_subject ON audit (subject, subject_id, number);

CREATE TABLE audit_detail (
	number INTEGER PRIMARY KEY,
	salt BLOB NOT NULL,
	before TEXT,
	after TEXT
) STRICT;

-- One way in: whoever inserts here adds both rows and the next link.
-- Until 0012, in functions of the program's own: audit_now, audit_actor,
-- audit_salt and audit_hash.
CREATE VIEW audit_entry AS
	SELECT a.number, a.action, a.subject, a.subject_id, d.before, d.after
	FROM audit a LEFT JOIN audit_detail d ON d.number = a.number;

CREATE TRIGGER audit_entry_insert INSTEAD OF INSERT ON audit_entry
BEGIN
	INSERT INTO audit_detail (number, salt, before, after)
	VALUES ((SELECT coalesce(max(number), 0) + 1 FROM audit), audit_salt(), NEW.before, NEW.after);
	INSERT INTO audit (number, at, actor_id, action, subject, subject_id, detail_hash, chain_hash)
	SELECT n.number, n.at, n.actor_id, NEW.action, NEW.subject, NEW.subject_id, n.detail_hash,
	       audit_hash((SELECT p.chain_hash FROM audit p WHERE p.number = n.number - 1),
			  n.number, n.at, n.actor_id, NEW.action, NEW.subject, NEW.subject_id, n.detail_hash)
	FROM (SELECT d.number AS number, audit_now() AS at, audit_actor() AS actor_id,
		     audit_hash(d.salt, d.before, d.after) AS detail_hash
	      FROM audit_detail d
	      WHERE d.number = (SELECT coalesce(max(number), 0) + 1 FROM audit)) n;
END;

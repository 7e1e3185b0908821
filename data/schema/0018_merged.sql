-- Two records of one person. Nothing of either is moved: resident.survivor_id
-- says where a merged record is read, always at the end of the way.

CREATE INDEX resident_merged ON resident (survivor_id) WHERE survivor_id IS NOT NULL;

-- One step of the way. What was merged into a record that is merged itself
-- keeps its own step, and goes back with it.
CREATE TABLE resident_merge (
	resident_merge_id INTEGER PRIMARY KEY,
	survivor_id INTEGER NOT NULL REFERENCES resident,
	merged_id INTEGER NOT NULL REFERENCES resident,
	at INTEGER NOT NULL,
	staff_id INTEGER REFERENCES staff,
	undone_at INTEGER,
	undone_by INTEGER REFERENCES staff,
	CHECK (survivor_id <> merged_id)
) STRICT;
CREATE UNIQUE INDEX resident_merge_stands ON resident_merge (merged_id) WHERE undone_at IS NULL;
CREATE INDEX resident_merge_by_survivor ON resident_merge (survivor_id);
CREATE INDEX resident_merge_by_merged ON resident_merge (merged_id);

-- What the survivor took over from the other record, and what stood there.
CREATE TABLE resident_merge_part (
	resident_merge_part_id INTEGER PRIMARY KEY,
	resident_merge_id INTEGER NOT NULL REFERENCES resident_merge,
	field TEXT NOT NULL,
	was TEXT NOT NULL,
	became TEXT NOT NULL
) STRICT;
CREATE INDEX resident_merge_part_by_merge ON resident_merge_part (resident_merge_id);

-- Who merged a record stands among those who looked at it or changed it.
DROP INDEX audit_by_subject;
CREATE INDEX audit_by_subject ON audit (subject, subject_id, number)
	WHERE subject = 'resident' OR subject = 'resident_name' OR subject = 'permission' OR subject = 'reach'
	OR subject = 'resident_merge';

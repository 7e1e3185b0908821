-- Titles that somebody asked not to be called by, and the question of how to
-- address them, asked once a visit.

-- The kinds of what was said, two more: a title that is refused, and one that
-- may be said again after all. The table is made anew, which is how a CHECK
-- changes; its rows stay as they are.
CREATE TABLE permission_anew (
	permission_id INTEGER PRIMARY KEY,
	resident_id INTEGER NOT NULL REFERENCES resident,
	kind TEXT NOT NULL CHECK (kind = 'first_name' OR kind = 'title' OR kind = 'address_as'
		OR kind = 'as_it_stands' OR kind = 'refused_title' OR kind = 'allowed_title'),
	value TEXT NOT NULL,                        -- yes no unknown, or the words
	noted_at INTEGER NOT NULL,
	noted_by INTEGER REFERENCES staff
) STRICT;
INSERT INTO permission_anew (permission_id, resident_id, kind, value, noted_at, noted_by)
	SELECT permission_id, resident_id, kind, value, noted_at, noted_by FROM permission;
DROP TABLE permission;
ALTER TABLE permission_anew RENAME TO permission;
CREATE INDEX permission_by_resident ON permission (resident_id, permission_id);

-- What stands of them, "Mrs.|Miss", as first_name_ok has the latest permission.
ALTER TABLE resident ADD COLUMN refused_titles TEXT NOT NULL DEFAULT '';

-- When the question was answered, put away or passed over; NULL: it was not.
ALTER TABLE visit ADD COLUMN asked_address_at INTEGER;

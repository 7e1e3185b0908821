-- What a visit says anew of a request that was there before it stays with the
-- visit until its F9.

-- The place as it was typed, where it differs from the request's; NULL: it does
-- not, or the F9 gave it to the request.
ALTER TABLE contact ADD COLUMN new_place TEXT;

-- A colleague who was noted by mistake; since when it does not count.
ALTER TABLE joining ADD COLUMN taken_back_at INTEGER;

-- Who works here and interprets in a visit. Neither a party nor a touch: they
-- say what others say.
CREATE TABLE visit_interpreter (
	visit_interpreter_id INTEGER PRIMARY KEY,
	visit_id INTEGER NOT NULL REFERENCES visit,
	staff_id INTEGER NOT NULL REFERENCES staff,
	at INTEGER NOT NULL,
	noted_by INTEGER NOT NULL REFERENCES staff,
	taken_back_at INTEGER
) STRICT;
CREATE INDEX visit_interpreter_by_visit ON visit_interpreter (visit_id, visit_interpreter_id);

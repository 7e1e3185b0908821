-- Everyone present: whose matter it is though they are not here, and who noted
-- for what somebody speaks for another.

ALTER TABLE visit_person ADD COLUMN is_absent INTEGER NOT NULL DEFAULT 0 CHECK (is_absent IN (0, 1));
-- Of part_note, which holds only what for; NULL: before this was kept, then
-- the visit says when and who.
ALTER TABLE visit_person ADD COLUMN noted_at INTEGER;
ALTER TABLE visit_person ADD COLUMN noted_by INTEGER REFERENCES staff;

-- What was noted of a speaker last time, without reading all of their visits.
CREATE INDEX visit_person_speaks ON visit_person (resident_id, visit_id)
	WHERE part = 'speaks_for';

-- What visitors say of how they were served: the comment card that came back,
-- or one line that was said aloud. It counts on the day it was noted; that of
-- a visit that was voided counts nowhere. Who served is the visit's to know.
CREATE TABLE feedback (
	feedback_id INTEGER PRIMARY KEY,
	uuid TEXT NOT NULL UNIQUE,
	visit_id INTEGER NOT NULL REFERENCES visit,
	kind TEXT NOT NULL CHECK (kind = 'card' OR kind = 'said'),
	site_id INTEGER NOT NULL REFERENCES site,   -- where it was noted
	at INTEGER NOT NULL,
	noted_on TEXT NOT NULL,
	noted_by INTEGER NOT NULL REFERENCES staff,
	-- From 1, disagree strongly, to 5, agree strongly; NULL: left blank.
	satisfaction INTEGER CHECK (satisfaction BETWEEN 1 AND 5),
	trust INTEGER CHECK (trust BETWEEN 1 AND 5),
	effectiveness INTEGER CHECK (effectiveness BETWEEN 1 AND 5),
	ease INTEGER CHECK (ease BETWEEN 1 AND 5),
	speed INTEGER CHECK (speed BETWEEN 1 AND 5),
	fairness INTEGER CHECK (fairness BETWEEN 1 AND 5),
	courtesy INTEGER CHECK (courtesy BETWEEN 1 AND 5),
	comment TEXT NOT NULL DEFAULT '',
	taken_back_at INTEGER                       -- entered by mistake
) STRICT;
CREATE INDEX feedback_by_visit ON feedback (visit_id, feedback_id);
CREATE INDEX feedback_by_site ON feedback (site_id, at, feedback_id) WHERE taken_back_at IS NULL;
-- A card comes back once.
CREATE UNIQUE INDEX feedback_card ON feedback (visit_id) WHERE kind = 'card' AND taken_back_at IS NULL;

-- Whose facts change (0005_totals.sql), by the visit that they are about.
CREATE TRIGGER feedback_total_insert BEFORE INSERT ON feedback
BEGIN SELECT total_feedback(NEW.visit_id, 1); END;
CREATE TRIGGER feedback_total_update BEFORE UPDATE OF taken_back_at ON feedback
BEGIN SELECT total_feedback(OLD.visit_id, 1); END;
CREATE TRIGGER visit_total_feedback BEFORE UPDATE OF voided_at ON visit
BEGIN SELECT total_feedback(OLD.visit_id, 1); END;

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

-- How something could be better, from whoever works here. Each step is a row
-- of idea_event; what the idea's own row says of them is kept beside it, so
-- that lists and counts read nothing else.
CREATE TABLE idea (
	idea_id INTEGER PRIMARY KEY,
	uuid TEXT NOT NULL UNIQUE,
	staff_id INTEGER NOT NULL REFERENCES staff, -- whose it is
	visit_id INTEGER REFERENCES visit,          -- noted in it
	text TEXT NOT NULL,
	noted_at INTEGER NOT NULL,
	state TEXT NOT NULL DEFAULT 'new'
		CHECK (state = 'new' OR state = 'taken_up' OR state = 'not_now' OR state = 'done'),
	is_decided INTEGER NOT NULL DEFAULT 0 CHECK (is_decided = 0 OR is_decided = 1),
	changed_at INTEGER NOT NULL,                -- its last step
	is_unread INTEGER NOT NULL DEFAULT 0 CHECK (is_unread = 0 OR is_unread = 1), -- by whose it is
	taken_back_at INTEGER
) STRICT;
CREATE INDEX idea_by_change ON idea (is_decided, changed_at, idea_id) WHERE taken_back_at IS NULL;
CREATE INDEX idea_unread ON idea (staff_id, changed_at) WHERE is_unread = 1;

CREATE TABLE idea_event (
	idea_event_id INTEGER PRIMARY KEY,
	idea_id INTEGER NOT NULL REFERENCES idea,
	-- read: whose idea it is has seen what was decided
	kind TEXT NOT NULL CHECK (kind = 'noted' OR kind = 'remark' OR kind = 'taken_up'
		OR kind = 'not_now' OR kind = 'done' OR kind = 'read'),
	site_id INTEGER NOT NULL REFERENCES site,
	at INTEGER NOT NULL,
	happened_on TEXT NOT NULL,
	staff_id INTEGER NOT NULL REFERENCES staff,
	text TEXT NOT NULL DEFAULT '',              -- a remark, the words of a decision
	taken_back_at INTEGER
) STRICT;
CREATE INDEX idea_event_by_idea ON idea_event (idea_id, idea_event_id);

CREATE TRIGGER idea_event_total_insert BEFORE INSERT ON idea_event
BEGIN SELECT total_idea(NEW.idea_id, 1); END;
CREATE TRIGGER idea_event_total_update BEFORE UPDATE OF taken_back_at ON idea_event
BEGIN SELECT total_idea(OLD.idea_id, 1); END;

-- What a colleague is thanked for, from a visitor's mouth or from whoever notes
-- it; on the colleague's desk until it is read.
CREATE TABLE thanks (
	thanks_id INTEGER PRIMARY KEY,
	uuid TEXT NOT NULL UNIQUE,
	site_id INTEGER NOT NULL REFERENCES site,
	to_staff_id INTEGER NOT NULL REFERENCES staff,
	is_from_visitor INTEGER NOT NULL CHECK (is_from_visitor = 0 OR is_from_visitor = 1),
	visit_id INTEGER REFERENCES visit,
	text TEXT NOT NULL,
	at INTEGER NOT NULL,
	thanked_on TEXT NOT NULL,
	noted_by INTEGER NOT NULL REFERENCES staff,
	read_at INTEGER,
	taken_back_at INTEGER
) STRICT;
CREATE INDEX thanks_unread ON thanks (to_staff_id, at) WHERE read_at IS NULL AND taken_back_at IS NULL;
CREATE INDEX thanks_of ON thanks (to_staff_id, at, thanks_id) WHERE taken_back_at IS NULL;

CREATE TRIGGER thanks_total_insert AFTER INSERT ON thanks
BEGIN SELECT total_thanks(NEW.thanks_id, 0); END;
CREATE TRIGGER thanks_total_update BEFORE UPDATE OF taken_back_at ON thanks
BEGIN SELECT total_thanks(OLD.thanks_id, 1); END;

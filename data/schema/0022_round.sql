-- The round of a day: what the live board looks at, all of it by index.

-- Open promises of a site by their hour.
CREATE INDEX promise_open_of_site ON promise (site_id, due_at) WHERE state = 'open';

-- At which window somebody sits now.
CREATE INDEX session_open_at_window ON session (counter_window_id, began_at)
	WHERE ended_at IS NULL;

-- Who is away, on which days; both are included. Taken back, the row stays.
CREATE TABLE absence (
	absence_id INTEGER PRIMARY KEY,
	uuid TEXT NOT NULL UNIQUE,
	staff_id INTEGER NOT NULL REFERENCES staff,
	from_on TEXT NOT NULL,
	to_on TEXT NOT NULL,
	made_at INTEGER NOT NULL,
	made_by INTEGER NOT NULL REFERENCES staff,
	withdrawn_at INTEGER,
	withdrawn_by INTEGER REFERENCES staff,
	CHECK (from_on <= to_on)
) STRICT;
CREATE INDEX absence_by_end ON absence (to_on, from_on) WHERE withdrawn_at IS NULL;

-- What everybody at a site must know for now: "Permit system down".
CREATE TABLE notice (
	notice_id INTEGER PRIMARY KEY,
	uuid TEXT NOT NULL UNIQUE,
	site_id INTEGER NOT NULL REFERENCES site,
	words TEXT NOT NULL,
	from_at INTEGER NOT NULL,
	until_at INTEGER,                           -- NULL: until somebody ends it
	made_by INTEGER NOT NULL REFERENCES staff,
	ended_at INTEGER,
	ended_by INTEGER REFERENCES staff,
	CHECK (from_at < until_at)
) STRICT;
CREATE INDEX notice_standing ON notice (site_id, from_at) WHERE ended_at IS NULL;

-- The briefing of somebody's first sign-in of a day at a site, and when it was
-- taken away: seen.
CREATE TABLE briefing (
	briefing_id INTEGER PRIMARY KEY,
	staff_id INTEGER NOT NULL REFERENCES staff,
	site_id INTEGER NOT NULL REFERENCES site,
	shown_on TEXT NOT NULL,
	shown_at INTEGER NOT NULL,
	counter_window_id INTEGER REFERENCES counter_window, -- NULL: at none
	seen_at INTEGER,
	UNIQUE (staff_id, shown_on, site_id)
) STRICT;

-- Whose facts change (0005_totals.sql).
CREATE TRIGGER briefing_total_insert AFTER INSERT ON briefing
BEGIN SELECT total_briefing(NEW.briefing_id, 0); END;
CREATE TRIGGER briefing_total_update BEFORE UPDATE OF seen_at ON briefing
BEGIN SELECT total_briefing(OLD.briefing_id, 1); END;

-- What requests have in common: a place, whatever became of them, and a topic
-- while they are open.
CREATE INDEX request_by_place ON request (place_key, received_on)
	WHERE place_key <> '' AND state <> 'draft';
CREATE INDEX request_open_by_topic ON request (topic_id, received_on) WHERE state = 'open';

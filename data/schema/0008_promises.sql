-- What came of promises, results and requests, and what of it was taken back.
-- Nothing is removed: taken_back_at says since when a fact does not count.

ALTER TABLE promise_event ADD COLUMN taken_back_at INTEGER;
ALTER TABLE acknowledgement ADD COLUMN taken_back_at INTEGER;

-- A promise that was made anew by mistake is withdrawn and due on no day
-- (due_on ''), so that no day counts it; due_at keeps what was said.
ALTER TABLE promise ADD COLUMN taken_back_at INTEGER;

-- A result that was none after all is not owed any more: told_at has the same
-- instant, and nobody told it.
ALTER TABLE told ADD COLUMN taken_back_at INTEGER;
CREATE INDEX told_owed_by_request ON told (request_id) WHERE told_at IS NULL;

-- Each time that somebody told it, or tried to.
CREATE TABLE told_event (
	told_event_id INTEGER PRIMARY KEY,
	told_id INTEGER NOT NULL REFERENCES told,
	kind TEXT NOT NULL CHECK (kind IN ('told', 'not_reached')),
	at INTEGER NOT NULL,
	staff_id INTEGER NOT NULL REFERENCES staff,
	visit_id INTEGER REFERENCES visit,          -- told there, at the counter
	note TEXT NOT NULL DEFAULT '',              -- how it went
	taken_back_at INTEGER
) STRICT;
CREATE INDEX told_event_by_told ON told_event (told_id, told_event_id);

-- A request that was resolved outside a visit.
CREATE TABLE resolution (
	resolution_id INTEGER PRIMARY KEY,
	request_id INTEGER NOT NULL REFERENCES request,
	at INTEGER NOT NULL,
	staff_id INTEGER NOT NULL REFERENCES staff,
	done TEXT NOT NULL,
	result_before TEXT,
	told_id INTEGER REFERENCES told,            -- NULL: nobody can be told
	taken_back_at INTEGER
) STRICT;
CREATE INDEX resolution_by_request ON resolution (request_id, resolution_id);

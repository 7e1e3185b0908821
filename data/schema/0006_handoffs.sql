-- Hand-offs, complete: urgency, in front of the visitor or written, deputies,
-- deliveries, acceptances noted by the clerk, colleagues who join.

ALTER TABLE site ADD COLUMN handoff_wait INTEGER NOT NULL DEFAULT 7200000
	CHECK (handoff_wait > 0);                   -- ms; then the supervisor sees it

-- Who stands in where nobody of the department is in; besides deputy_id.
ALTER TABLE department ADD COLUMN deputy_staff_id INTEGER REFERENCES staff;

CREATE INDEX department_by_deputy ON department (deputy_id);
CREATE INDEX department_by_deputy_staff ON department (deputy_staff_id);

ALTER TABLE handoff ADD COLUMN urgency TEXT NOT NULL DEFAULT 'usual'
	CHECK (urgency IN ('usual', 'today', 'now'));
ALTER TABLE handoff ADD COLUMN manner TEXT NOT NULL DEFAULT 'written'
	CHECK (manner IN ('written', 'warm'));      -- warm: in front of the visitor

CREATE INDEX handoff_waiting ON handoff (site_id, offered_at) WHERE state = 'offered';

-- More kinds, and who noted it where somebody else said it. A CHECK cannot be
-- widened, so the table is made anew; nothing refers to it.
CREATE TABLE handoff_event_before AS SELECT * FROM handoff_event;
DROP TABLE handoff_event;
CREATE TABLE handoff_event (
	handoff_event_id INTEGER PRIMARY KEY,
	handoff_id INTEGER NOT NULL REFERENCES handoff,
	kind TEXT NOT NULL CHECK (kind IN ('offered', 'accepted', 'returned',
		'seen', 'delivered', 'not_delivered', 'taken_back')),
	at INTEGER NOT NULL,
	staff_id INTEGER NOT NULL REFERENCES staff, -- who did or said it
	noted_by INTEGER REFERENCES staff,          -- NULL: that person
	note TEXT NOT NULL DEFAULT ''               -- the reason of a return, what will be done
) STRICT;
INSERT INTO handoff_event (handoff_event_id, handoff_id, kind, at, staff_id, note)
	SELECT handoff_event_id, handoff_id, kind, at, staff_id, note FROM handoff_event_before;
DROP TABLE handoff_event_before;
CREATE INDEX handoff_event_by_handoff ON handoff_event (handoff_id, handoff_event_id);

-- A colleague who came to the window, or spoke on the telephone, in front of
-- the visitor: a touch, and no hand-off.
CREATE TABLE joining (
	joining_id INTEGER PRIMARY KEY,
	request_id INTEGER NOT NULL REFERENCES request,
	visit_id INTEGER NOT NULL REFERENCES visit,
	staff_id INTEGER NOT NULL REFERENCES staff, -- who joined
	at INTEGER NOT NULL,
	noted_by INTEGER NOT NULL REFERENCES staff
) STRICT;
CREATE INDEX joining_by_request ON joining (request_id, joining_id);

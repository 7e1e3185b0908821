-- Visits, requests, and what links them: contacts, hand-offs, promises.

CREATE TABLE visit (
	visit_id INTEGER PRIMARY KEY,
	uuid TEXT NOT NULL UNIQUE,
	reference TEXT NOT NULL UNIQUE,             -- V-…
	site_id INTEGER NOT NULL REFERENCES site,
	channel TEXT NOT NULL CHECK (channel IN ('walk_in', 'telephone', 'appointment', 'message')),
	state TEXT NOT NULL CHECK (state IN ('waiting', 'called', 'serving', 'hold', 'aside', 'served', 'left')),
	arrived_at INTEGER NOT NULL,
	arrived_on TEXT NOT NULL,
	priority INTEGER NOT NULL DEFAULT 0,        -- higher is called first
	label TEXT NOT NULL DEFAULT '',             -- an errand, never looks
	topic_id INTEGER REFERENCES topic,          -- of the label, where known
	is_timed INTEGER NOT NULL DEFAULT 1 CHECK (is_timed IN (0, 1)), -- its wait
	counter_window_id INTEGER REFERENCES counter_window, -- that has it now
	staff_id INTEGER REFERENCES staff,
	first_called_at INTEGER,
	begun_at INTEGER,
	ended_at INTEGER,
	ended_on TEXT,
	left_when TEXT CHECK (left_when IN ('waiting', 'called', 'served')),
	wait_length INTEGER,                        -- ms, known once called and timed
	service_length INTEGER,                     -- ms without holds, known at the end
	entered_at INTEGER,                         -- entered later, at this instant
	voided_at INTEGER,
	voided_by INTEGER REFERENCES staff,
	void_reason TEXT,
	edition INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX visit_open ON visit (site_id, state, priority DESC, arrived_at, visit_id)
	WHERE state IN ('waiting', 'called', 'serving', 'hold', 'aside');
CREATE INDEX visit_by_day ON visit (arrived_on, site_id, channel, state, wait_length, service_length);
CREATE INDEX visit_by_end ON visit (ended_on);
CREATE INDEX visit_over_midnight ON visit (site_id, ended_on) WHERE ended_on > arrived_on;

CREATE TABLE period (
	period_id INTEGER PRIMARY KEY,
	visit_id INTEGER NOT NULL REFERENCES visit,
	kind TEXT NOT NULL CHECK (kind IN ('waiting', 'called', 'serving', 'hold', 'aside')),
	reason TEXT NOT NULL DEFAULT '',            -- of a hold
	began_at INTEGER NOT NULL,
	ended_at INTEGER,
	counter_window_id INTEGER REFERENCES counter_window,
	staff_id INTEGER REFERENCES staff
) STRICT;
CREATE INDEX period_by_visit ON period (visit_id, period_id);

CREATE TABLE visit_person (
	visit_person_id INTEGER PRIMARY KEY,
	visit_id INTEGER NOT NULL REFERENCES visit,
	resident_id INTEGER REFERENCES resident,
	organisation_id INTEGER REFERENCES organisation,
	part TEXT NOT NULL DEFAULT 'themselves'
		CHECK (part IN ('themselves', 'beside', 'speaks_for', 'interpreter', 'for_organisation')),
	part_note TEXT NOT NULL DEFAULT '',         -- what for, who noted it
	CHECK (resident_id IS NOT NULL OR organisation_id IS NOT NULL)
) STRICT;
CREATE INDEX visit_person_by_visit ON visit_person (visit_id);
CREATE INDEX visit_person_by_resident ON visit_person (resident_id, visit_id);
CREATE INDEX visit_person_by_organisation ON visit_person (organisation_id, visit_id);

CREATE TABLE request (
	request_id INTEGER PRIMARY KEY,
	uuid TEXT NOT NULL UNIQUE,
	reference TEXT NOT NULL UNIQUE,             -- R-…
	topic_id INTEGER REFERENCES topic,          -- NULL: not known yet
	topic_version_id INTEGER REFERENCES topic_version,
	place TEXT NOT NULL DEFAULT '',             -- it concerns; not the home
	place_key TEXT NOT NULL DEFAULT '',         -- folded
	state TEXT NOT NULL CHECK (state IN ('draft', 'open', 'resolved')),
	result TEXT CHECK (result IN ('answered', 'given', 'opened', 'handed_off', 'come_back', 'not_ours', 'could_not')),
	owner_staff_id INTEGER REFERENCES staff,
	owner_department_id INTEGER REFERENCES department,
	channel TEXT NOT NULL CHECK (channel IN ('walk_in', 'telephone', 'appointment', 'message')),
	site_id INTEGER NOT NULL REFERENCES site,
	received_at INTEGER NOT NULL,
	received_on TEXT NOT NULL,
	first_visit_id INTEGER REFERENCES visit,
	contact_text TEXT NOT NULL DEFAULT '',      -- an unnamed visitor's telephone
	first_acknowledged_at INTEGER,
	first_acknowledged_on TEXT,
	resolved_at INTEGER,
	resolved_on TEXT,
	edition INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX request_by_day ON request (received_on, site_id);
CREATE INDEX request_by_resolved_day ON request (resolved_on, site_id);
CREATE INDEX request_open_of_staff ON request (owner_staff_id) WHERE state = 'open';
CREATE INDEX request_open_of_department ON request (owner_department_id) WHERE state = 'open';
CREATE INDEX request_to_acknowledge ON request (site_id, received_at)
	WHERE first_acknowledged_at IS NULL AND state <> 'draft';

CREATE TABLE request_party (
	request_id INTEGER NOT NULL REFERENCES request,
	resident_id INTEGER REFERENCES resident,
	organisation_id INTEGER REFERENCES organisation,
	part TEXT NOT NULL DEFAULT 'themselves',
	CHECK (resident_id IS NOT NULL OR organisation_id IS NOT NULL)
) STRICT;
CREATE INDEX request_party_by_request ON request_party (request_id);
CREATE INDEX request_party_by_resident ON request_party (resident_id, request_id);
CREATE INDEX request_party_by_organisation ON request_party (organisation_id, request_id);

CREATE TABLE request_number (
	request_number_id INTEGER PRIMARY KEY,
	request_id INTEGER NOT NULL REFERENCES request,
	kind TEXT NOT NULL CHECK (kind IN ('permit', 'account', 'licence', 'other')),
	value TEXT NOT NULL,                        -- "BLD-26-0412"
	search_key TEXT NOT NULL                    -- folded, without blanks
) STRICT;
CREATE INDEX request_number_by_request ON request_number (request_id);
CREATE INDEX request_number_by_key ON request_number (search_key);

-- One visit or call about a request: what was said, done, and came of it.
CREATE TABLE contact (
	contact_id INTEGER PRIMARY KEY,
	uuid TEXT NOT NULL UNIQUE,
	visit_id INTEGER NOT NULL REFERENCES visit,
	request_id INTEGER NOT NULL REFERENCES request,
	at INTEGER NOT NULL,
	staff_id INTEGER REFERENCES staff,
	words TEXT NOT NULL DEFAULT '',             -- what they said
	concern TEXT NOT NULL DEFAULT '',
	done TEXT NOT NULL DEFAULT '',
	result TEXT CHECK (result IN ('answered', 'given', 'opened', 'handed_off', 'come_back', 'not_ours', 'could_not')),
	result_text TEXT NOT NULL DEFAULT '',       -- missing what, where instead, the reason
	tried TEXT NOT NULL DEFAULT '',
	alternative TEXT NOT NULL DEFAULT '',
	appeal TEXT NOT NULL DEFAULT '',
	UNIQUE (visit_id, request_id)
) STRICT;
CREATE INDEX contact_by_request ON contact (request_id, contact_id);

CREATE TABLE answer (
	contact_id INTEGER NOT NULL REFERENCES contact,
	question_id INTEGER NOT NULL REFERENCES question,
	value TEXT,                                 -- NULL: asked, not known
	PRIMARY KEY (contact_id, question_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE touch (
	request_id INTEGER NOT NULL REFERENCES request,
	staff_id INTEGER NOT NULL REFERENCES staff,
	first_at INTEGER NOT NULL,
	PRIMARY KEY (request_id, staff_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE acknowledgement (
	acknowledgement_id INTEGER PRIMARY KEY,
	request_id INTEGER NOT NULL REFERENCES request,
	at INTEGER NOT NULL,
	acknowledged_on TEXT NOT NULL,
	staff_id INTEGER NOT NULL REFERENCES staff,
	how TEXT NOT NULL CHECK (how IN ('counter', 'reference_read', 'slip', 'telephone', 'letter', 'mail'))
) STRICT;
CREATE INDEX acknowledgement_by_request ON acknowledgement (request_id);

CREATE TABLE handoff (
	handoff_id INTEGER PRIMARY KEY,
	uuid TEXT NOT NULL UNIQUE,
	request_id INTEGER NOT NULL REFERENCES request,
	visit_id INTEGER REFERENCES visit,
	from_staff_id INTEGER NOT NULL REFERENCES staff,
	to_staff_id INTEGER REFERENCES staff,
	to_department_id INTEGER REFERENCES department,
	hop INTEGER NOT NULL CHECK (hop > 0),       -- 1 is the request's first
	asked TEXT NOT NULL,                        -- the one thing asked of the receiver
	context TEXT NOT NULL,                      -- the whole context as it went along
	state TEXT NOT NULL CHECK (state IN ('offered', 'accepted', 'returned')),
	offered_at INTEGER NOT NULL,
	offered_on TEXT NOT NULL,
	site_id INTEGER NOT NULL REFERENCES site,
	decided_at INTEGER,
	edition INTEGER NOT NULL DEFAULT 1,
	CHECK (to_staff_id IS NOT NULL OR to_department_id IS NOT NULL)
) STRICT;
CREATE INDEX handoff_by_request ON handoff (request_id, handoff_id);
CREATE INDEX handoff_to_staff ON handoff (to_staff_id, handoff_id) WHERE state = 'offered';
CREATE INDEX handoff_to_department ON handoff (to_department_id, handoff_id) WHERE state = 'offered';
CREATE INDEX handoff_returned_to ON handoff (from_staff_id, handoff_id) WHERE state = 'returned';
CREATE INDEX handoff_by_day ON handoff (offered_on, site_id);

CREATE TABLE handoff_event (
	handoff_event_id INTEGER PRIMARY KEY,
	handoff_id INTEGER NOT NULL REFERENCES handoff,
	kind TEXT NOT NULL CHECK (kind IN ('offered', 'accepted', 'returned', 'seen')),
	at INTEGER NOT NULL,
	staff_id INTEGER NOT NULL REFERENCES staff,
	note TEXT NOT NULL DEFAULT ''               -- the reason of a return, what will be done
) STRICT;
CREATE INDEX handoff_event_by_handoff ON handoff_event (handoff_id, handoff_event_id);

CREATE TABLE promise (
	promise_id INTEGER PRIMARY KEY,
	uuid TEXT NOT NULL UNIQUE,
	request_id INTEGER NOT NULL REFERENCES request,
	what TEXT NOT NULL,
	due_at INTEGER NOT NULL,
	due_on TEXT NOT NULL,
	site_id INTEGER NOT NULL REFERENCES site,
	owner_staff_id INTEGER NOT NULL REFERENCES staff,
	state TEXT NOT NULL CHECK (state IN ('open', 'kept', 'missed', 'withdrawn', 'renewed')),
	made_at INTEGER NOT NULL,
	made_by INTEGER NOT NULL REFERENCES staff,
	settled_at INTEGER,
	renews_id INTEGER REFERENCES promise,       -- promised anew in the place of this one
	edition INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX promise_by_request ON promise (request_id);
CREATE INDEX promise_open_of_staff ON promise (owner_staff_id, due_at) WHERE state = 'open';
CREATE INDEX promise_by_day ON promise (due_on, site_id);

CREATE TABLE promise_event (
	promise_event_id INTEGER PRIMARY KEY,
	promise_id INTEGER NOT NULL REFERENCES promise,
	kind TEXT NOT NULL CHECK (kind IN ('made', 'kept', 'missed', 'withdrawn', 'renewed', 'passed_on')),
	at INTEGER NOT NULL,
	staff_id INTEGER NOT NULL REFERENCES staff,
	note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX promise_event_by_promise ON promise_event (promise_id, promise_event_id);

-- A result that somebody told the resident; open until then on "to tell".
CREATE TABLE told (
	told_id INTEGER PRIMARY KEY,
	request_id INTEGER NOT NULL REFERENCES request,
	owed_at INTEGER NOT NULL,
	staff_id INTEGER NOT NULL REFERENCES staff, -- who owes it
	told_at INTEGER,
	told_by INTEGER REFERENCES staff,
	note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX told_by_request ON told (request_id);
CREATE INDEX told_owed ON told (staff_id, owed_at) WHERE told_at IS NULL;

-- A form that was put aside, as it was typed; not audited.
CREATE TABLE draft (
	visit_id INTEGER PRIMARY KEY REFERENCES visit,
	staff_id INTEGER NOT NULL REFERENCES staff,
	saved_at INTEGER NOT NULL,
	form TEXT NOT NULL
) STRICT;
CREATE INDEX draft_by_staff ON draft (staff_id, saved_at);

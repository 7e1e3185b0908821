-- Totals by day, kept in the transaction of whatever changes them.
-- What a record gave to the figures was said in the two views until 0012 drops
-- them (since then: src/store/given.h): a row was one fact, counted under a day,
-- a figure and a part of it, or a length. The triggers name the visit or the
-- request whose facts are about to change; before the commit the program takes
-- what it gave from the totals and adds what it gives now
-- (src/store/sqlite_totals.c). total_visit and total_request are functions of
-- the program's own.

-- part: a channel, an hour, a topic, a state, or whose line a list has.
CREATE TABLE day_total (
	site_id INTEGER NOT NULL REFERENCES site,
	day TEXT NOT NULL,
	figure TEXT NOT NULL,
	part TEXT NOT NULL,
	n INTEGER NOT NULL,
	PRIMARY KEY (site_id, day, figure, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX day_total_to_tell ON day_total (site_id, day, n) WHERE figure = 'to_tell';

-- Every length itself, packed (src/store/length_pack.h): medians stay exact.
CREATE TABLE day_length (
	day_length_id INTEGER PRIMARY KEY,
	site_id INTEGER NOT NULL REFERENCES site,
	day TEXT NOT NULL,
	figure TEXT NOT NULL,
	part TEXT NOT NULL,
	lengths BLOB NOT NULL,
	UNIQUE (site_id, day, figure, part)
) STRICT;

-- Read as they stand beside the totals: what outlasted a midnight, and
-- promises that are open. With totals, a day's index holds no more than days.
DROP INDEX visit_over_midnight;
CREATE INDEX visit_over_midnight ON visit (site_id, ended_on, arrived_on)
	WHERE ended_on > arrived_on AND voided_at IS NULL;
CREATE INDEX promise_open_by_day ON promise (site_id, due_on) WHERE state = 'open';
DROP INDEX visit_by_day;
CREATE INDEX visit_by_day ON visit (arrived_on, site_id);

-- Each page that a commit need not write makes it shorter. No index holds
-- what nobody asks of it: a day that is not over, the same day twice, what an
-- organisation is not part of, who changed a visit.
DROP INDEX visit_by_end;
DROP INDEX request_by_resolved_day;
CREATE INDEX request_resolved_later ON request (resolved_on) WHERE resolved_on <> received_on;
DROP INDEX visit_person_by_organisation;
CREATE INDEX visit_person_by_organisation ON visit_person (organisation_id, visit_id)
	WHERE organisation_id IS NOT NULL;
DROP INDEX request_party_by_organisation;
CREATE INDEX request_party_by_organisation ON request_party (organisation_id, request_id)
	WHERE organisation_id IS NOT NULL;
DROP INDEX audit_by_subject;
CREATE INDEX audit_by_subject ON audit (subject, subject_id, number)
	WHERE subject = 'resident' OR subject = 'resident_name' OR subject = 'permission' OR subject = 'reach';

-- As before, in plain inserts: what is selected goes through a table of its
-- own, made and dropped for each entry.
DROP TRIGGER audit_entry_insert;
CREATE TRIGGER audit_entry_insert INSTEAD OF INSERT ON audit_entry
BEGIN
	INSERT INTO audit_detail (number, salt, before, after)
	VALUES ((SELECT coalesce(max(number), 0) + 1 FROM audit), audit_salt(), NEW.before, NEW.after);
	INSERT INTO audit (number, at, actor_id, action, subject, subject_id, detail_hash, chain_hash)
	VALUES (last_insert_rowid(), audit_now(), audit_actor(), NEW.action, NEW.subject, NEW.subject_id,
		audit_detail_hash(NEW.before, NEW.after),
		audit_hash((SELECT p.chain_hash FROM audit p WHERE p.number = last_insert_rowid() - 1),
			   last_insert_rowid(), audit_now(), audit_actor(), NEW.action, NEW.subject,
			   NEW.subject_id, audit_detail_hash(NEW.before, NEW.after)));
END;

CREATE VIEW visit_fact (visit_id, site_id, day, figure, part, length) AS
	SELECT v.visit_id, v.site_id, v.arrived_on, 'arrived', v.channel, NULL
	FROM visit v WHERE v.voided_at IS NULL
UNION ALL
	SELECT v.visit_id, v.site_id, v.arrived_on,
	       CASE WHEN v.state = 'served' THEN 'served' WHEN v.state <> 'left' THEN 'open'
	       WHEN v.left_when = 'called' THEN 'left_called'
	       WHEN v.left_when = 'served' THEN 'left_served' ELSE 'left_waiting' END, v.channel, NULL
	FROM visit v WHERE v.voided_at IS NULL
UNION ALL
	SELECT v.visit_id, v.site_id, v.arrived_on, 'unnamed', v.channel, NULL
	FROM visit v WHERE v.voided_at IS NULL AND NOT EXISTS (SELECT 1 FROM visit_person p
		WHERE p.visit_id = v.visit_id AND p.resident_id IS NOT NULL)
UNION ALL
	SELECT v.visit_id, v.site_id, v.arrived_on, 'entered_later', v.channel, NULL
	FROM visit v WHERE v.voided_at IS NULL AND v.entered_at IS NOT NULL
UNION ALL
	SELECT v.visit_id, v.site_id, v.arrived_on, 'not_timed', '', NULL
	FROM visit v WHERE v.voided_at IS NULL AND v.is_timed = 0
UNION ALL
	SELECT v.visit_id, v.site_id, v.arrived_on, 'hour', local_hour(v.arrived_at, s.time_zone), NULL
	FROM visit v JOIN site s ON s.site_id = v.site_id WHERE v.voided_at IS NULL
UNION ALL
	SELECT v.visit_id, v.site_id, v.arrived_on, 'wait', v.channel, v.wait_length
	FROM visit v WHERE v.voided_at IS NULL AND v.is_timed = 1 AND v.wait_length IS NOT NULL
UNION ALL
	SELECT v.visit_id, v.site_id, v.arrived_on, 'service', v.channel, v.service_length
	FROM visit v WHERE v.voided_at IS NULL AND v.state = 'served' AND v.service_length IS NOT NULL
UNION ALL
	SELECT v.visit_id, v.site_id, v.arrived_on, 'hold', p.reason, p.ended_at - p.began_at
	FROM visit v JOIN period p ON p.visit_id = v.visit_id
	WHERE v.voided_at IS NULL AND p.kind = 'hold' AND p.ended_at IS NOT NULL;

-- A request leaves every figure when each visit about it was voided. One that
-- reached the city outside a visit has none, and stays.
CREATE VIEW request_standing AS
	SELECT r.request_id, r.site_id, r.channel, r.state, r.topic_id, r.received_on,
	       r.first_acknowledged_on, r.resolved_on
	FROM request r WHERE r.first_visit_id IS NULL
	OR EXISTS (SELECT 1 FROM contact c JOIN visit v ON v.visit_id = c.visit_id
		WHERE c.request_id = r.request_id AND v.voided_at IS NULL);

CREATE VIEW request_fact (request_id, site_id, day, figure, part, length) AS
	SELECT r.request_id, r.site_id, r.received_on,
	       CASE WHEN r.channel = 'message' THEN 'by_message' ELSE 'at_counter' END,
	       CASE WHEN r.first_acknowledged_on = r.received_on THEN 'same_day' ELSE 'later' END, NULL
	FROM request_standing r WHERE r.state <> 'draft'
UNION ALL
	SELECT r.request_id, r.site_id, r.received_on, 'not_acknowledged', CAST(r.request_id AS TEXT), NULL
	FROM request_standing r WHERE r.state <> 'draft'
	AND (r.first_acknowledged_on IS NULL OR r.first_acknowledged_on <> r.received_on)
UNION ALL
	SELECT r.request_id, r.site_id, r.received_on, 'topic', COALESCE(CAST(r.topic_id AS TEXT), ''), NULL
	FROM request_standing r WHERE r.state <> 'draft'
UNION ALL -- of the closed: how many visits and calls, and how many people
	SELECT r.request_id, r.site_id, r.resolved_on, 'contacts',
	       CAST((SELECT COUNT(*) FROM contact c JOIN visit v ON v.visit_id = c.visit_id
		WHERE c.request_id = r.request_id AND v.voided_at IS NULL) AS TEXT), NULL
	FROM request_standing r WHERE r.state = 'resolved' AND r.resolved_on IS NOT NULL
UNION ALL
	SELECT r.request_id, r.site_id, r.resolved_on, 'touches',
	       CAST((SELECT COUNT(*) FROM touch t WHERE t.request_id = r.request_id) AS TEXT), NULL
	FROM request_standing r WHERE r.state = 'resolved' AND r.resolved_on IS NOT NULL
UNION ALL
	SELECT r.request_id, r.site_id, r.resolved_on, 'two_hops', CAST(r.request_id AS TEXT), NULL
	FROM request_standing r WHERE r.state = 'resolved' AND r.resolved_on IS NOT NULL
	AND EXISTS (SELECT 1 FROM handoff h WHERE h.request_id = r.request_id AND h.hop > 1)
UNION ALL
	SELECT h.request_id, h.site_id, h.offered_on, 'two_hops', CAST(h.request_id AS TEXT), NULL
	FROM handoff h JOIN request_standing r ON r.request_id = h.request_id WHERE h.hop > 1
UNION ALL -- by the end of a visit
	SELECT c.request_id, v.site_id, v.ended_on, 'result', c.result, NULL
	FROM visit v JOIN contact c ON c.visit_id = v.visit_id
	WHERE v.ended_on IS NOT NULL AND v.voided_at IS NULL AND c.result IS NOT NULL
UNION ALL
	SELECT c.request_id, v.site_id, v.ended_on, 'could_not', CAST(c.contact_id AS TEXT), NULL
	FROM visit v JOIN contact c ON c.visit_id = v.visit_id
	WHERE v.ended_on IS NOT NULL AND v.voided_at IS NULL AND c.result = 'could_not'
UNION ALL
	SELECT c.request_id, v.site_id, v.ended_on, 'concern', r.state, NULL
	FROM visit v JOIN contact c ON c.visit_id = v.visit_id JOIN request r ON r.request_id = c.request_id
	WHERE v.ended_on IS NOT NULL AND v.voided_at IS NULL AND c.concern <> ''
UNION ALL
	SELECT c.request_id, v.site_id, v.ended_on, 'first_contact',
	       CASE WHEN c.result IN ('answered', 'given', 'not_ours')
	       AND NOT EXISTS (SELECT 1 FROM handoff h
		WHERE h.request_id = r.request_id AND h.offered_at <= v.ended_at)
	       AND NOT EXISTS (SELECT 1 FROM promise p
		WHERE p.request_id = r.request_id AND p.made_at <= v.ended_at)
	       THEN 'resolved' ELSE 'other' END, NULL
	FROM visit v JOIN contact c ON c.visit_id = v.visit_id
	JOIN request r ON r.request_id = c.request_id AND r.first_visit_id = v.visit_id
	WHERE v.ended_on IS NOT NULL AND v.voided_at IS NULL AND r.state <> 'draft'
UNION ALL
	SELECT h.request_id, h.site_id, h.offered_on, 'handoff', h.state, NULL
	FROM handoff h LEFT JOIN contact c ON c.visit_id = h.visit_id AND c.request_id = h.request_id
	LEFT JOIN visit v ON v.visit_id = c.visit_id WHERE v.voided_at IS NULL
UNION ALL
	SELECT h.request_id, h.site_id, h.offered_on, 'accept', '', h.decided_at - h.offered_at
	FROM handoff h LEFT JOIN contact c ON c.visit_id = h.visit_id AND c.request_id = h.request_id
	LEFT JOIN visit v ON v.visit_id = c.visit_id
	WHERE v.voided_at IS NULL AND h.state = 'accepted' AND h.decided_at IS NOT NULL
UNION ALL -- an open one may be late any moment: it is read as it stands
	SELECT p.request_id, p.site_id, p.due_on, 'promise',
	       CASE WHEN p.settled_at <= p.due_at AND p.state <> 'missed' THEN p.state ELSE 'missed' END, NULL
	FROM promise p JOIN request_standing r ON r.request_id = p.request_id
	WHERE p.settled_at IS NOT NULL OR p.state <> 'open'
UNION ALL
	SELECT o.request_id, r.site_id, local_day(o.owed_at, s.time_zone), 'to_tell', '', NULL
	FROM told o JOIN request_standing r ON r.request_id = o.request_id
	JOIN site s ON s.site_id = r.site_id WHERE o.told_at IS NULL;

-- Whose facts change. A new row gave nothing before.
CREATE TRIGGER visit_total_insert AFTER INSERT ON visit
BEGIN SELECT total_visit(NEW.visit_id, 0); END;
CREATE TRIGGER visit_total_update BEFORE UPDATE OF site_id, channel, state, arrived_at, arrived_on,
	is_timed, left_when, wait_length, service_length, entered_at, voided_at ON visit
BEGIN SELECT total_visit(OLD.visit_id, 1); END;
CREATE TRIGGER visit_total_request BEFORE UPDATE OF site_id, ended_at, ended_on, voided_at ON visit
BEGIN SELECT total_request(c.request_id, 1) FROM contact c WHERE c.visit_id = OLD.visit_id; END;

CREATE TRIGGER visit_person_total_insert BEFORE INSERT ON visit_person
BEGIN SELECT total_visit(NEW.visit_id, 1); END;
CREATE TRIGGER visit_person_total_update BEFORE UPDATE OF visit_id, resident_id ON visit_person
BEGIN SELECT total_visit(OLD.visit_id, 1), total_visit(NEW.visit_id, 1); END;
CREATE TRIGGER visit_person_total_delete BEFORE DELETE ON visit_person
BEGIN SELECT total_visit(OLD.visit_id, 1); END;

CREATE TRIGGER period_total_insert BEFORE INSERT ON period WHEN NEW.kind = 'hold'
BEGIN SELECT total_visit(NEW.visit_id, 1); END;
CREATE TRIGGER period_total_update BEFORE UPDATE ON period WHEN OLD.kind = 'hold' OR NEW.kind = 'hold'
BEGIN SELECT total_visit(OLD.visit_id, 1), total_visit(NEW.visit_id, 1); END;
CREATE TRIGGER period_total_delete BEFORE DELETE ON period WHEN OLD.kind = 'hold'
BEGIN SELECT total_visit(OLD.visit_id, 1); END;

CREATE TRIGGER request_total_insert AFTER INSERT ON request
BEGIN SELECT total_request(NEW.request_id, 0); END;
CREATE TRIGGER request_total_update BEFORE UPDATE OF topic_id, state, channel, site_id, received_on,
	first_visit_id, first_acknowledged_on, resolved_on ON request
BEGIN SELECT total_request(OLD.request_id, 1); END;

CREATE TRIGGER contact_total_insert BEFORE INSERT ON contact
BEGIN SELECT total_request(NEW.request_id, 1); END;
CREATE TRIGGER contact_total_update BEFORE UPDATE OF visit_id, request_id, concern, result ON contact
BEGIN SELECT total_request(OLD.request_id, 1), total_request(NEW.request_id, 1); END;
CREATE TRIGGER contact_total_delete BEFORE DELETE ON contact
BEGIN SELECT total_request(OLD.request_id, 1); END;

CREATE TRIGGER touch_total_insert BEFORE INSERT ON touch
BEGIN SELECT total_request(NEW.request_id, 1); END;
CREATE TRIGGER touch_total_delete BEFORE DELETE ON touch
BEGIN SELECT total_request(OLD.request_id, 1); END;

CREATE TRIGGER handoff_total_insert BEFORE INSERT ON handoff
BEGIN SELECT total_request(NEW.request_id, 1); END;
CREATE TRIGGER handoff_total_update BEFORE UPDATE OF request_id, visit_id, hop, state, offered_at,
	offered_on, site_id, decided_at ON handoff
BEGIN SELECT total_request(OLD.request_id, 1), total_request(NEW.request_id, 1); END;
CREATE TRIGGER handoff_total_delete BEFORE DELETE ON handoff
BEGIN SELECT total_request(OLD.request_id, 1); END;

CREATE TRIGGER promise_total_insert BEFORE INSERT ON promise
BEGIN SELECT total_request(NEW.request_id, 1); END;
CREATE TRIGGER promise_total_update BEFORE UPDATE OF request_id, due_at, due_on, site_id, state,
	made_at, settled_at ON promise
BEGIN SELECT total_request(OLD.request_id, 1), total_request(NEW.request_id, 1); END;
CREATE TRIGGER promise_total_delete BEFORE DELETE ON promise
BEGIN SELECT total_request(OLD.request_id, 1); END;

CREATE TRIGGER told_total_insert BEFORE INSERT ON told
BEGIN SELECT total_request(NEW.request_id, 1); END;
CREATE TRIGGER told_total_update BEFORE UPDATE OF request_id, owed_at, told_at ON told
BEGIN SELECT total_request(OLD.request_id, 1), total_request(NEW.request_id, 1); END;
CREATE TRIGGER told_total_delete BEFORE DELETE ON told
BEGIN SELECT total_request(OLD.request_id, 1); END;

-- What every record gives to the totals, said a second time and in another
-- language than src/store/given_*.c, so that each can be held to the other.
-- A row is one fact: counted under a day, a figure and a part, or a length.
-- The functions are tests/support/fact_oracle.c's own.

CREATE TEMP VIEW oracle_visit_fact (visit_id, site_id, day, figure, part, length) AS
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
	SELECT v.visit_id, v.site_id, v.arrived_on,
	       CASE WHEN v.address_known = 1 THEN 'address_known' ELSE 'address_unknown' END, v.channel, NULL
	FROM visit v WHERE v.voided_at IS NULL AND v.address_known IS NOT NULL
UNION ALL
	SELECT v.visit_id, v.site_id, v.arrived_on, 'entered_later', v.channel, NULL
	FROM visit v WHERE v.voided_at IS NULL AND v.entered_at IS NOT NULL
UNION ALL
	SELECT v.visit_id, v.site_id, v.arrived_on, 'not_timed', '', NULL
	FROM visit v WHERE v.voided_at IS NULL AND v.is_timed = 0
UNION ALL
	SELECT v.visit_id, v.site_id, v.arrived_on, 'hour', oracle_hour(v.arrived_at, s.time_zone), NULL
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
CREATE TEMP VIEW oracle_standing AS
	SELECT r.request_id, r.site_id, r.channel, r.state, r.topic_id, r.received_on,
	       r.first_acknowledged_on, r.resolved_on
	FROM request r WHERE r.first_visit_id IS NULL
	OR EXISTS (SELECT 1 FROM contact c JOIN visit v ON v.visit_id = c.visit_id
		WHERE c.request_id = r.request_id AND v.voided_at IS NULL);

CREATE TEMP VIEW oracle_request_fact (request_id, site_id, day, figure, part, length) AS
	SELECT r.request_id, r.site_id, r.received_on,
	       CASE WHEN r.channel = 'message' THEN 'by_message' ELSE 'at_counter' END,
	       CASE WHEN r.first_acknowledged_on = r.received_on THEN 'same_day' ELSE 'later' END, NULL
	FROM oracle_standing r WHERE r.state <> 'draft'
UNION ALL
	SELECT r.request_id, r.site_id, r.received_on, 'not_acknowledged', CAST(r.request_id AS TEXT), NULL
	FROM oracle_standing r WHERE r.state <> 'draft'
	AND (r.first_acknowledged_on IS NULL OR r.first_acknowledged_on <> r.received_on)
UNION ALL
	SELECT r.request_id, r.site_id, r.received_on, 'topic', COALESCE(CAST(r.topic_id AS TEXT), ''), NULL
	FROM oracle_standing r WHERE r.state <> 'draft'
UNION ALL -- of the closed: how many visits and calls, and how many people
	SELECT r.request_id, r.site_id, r.resolved_on, 'contacts',
	       CAST((SELECT COUNT(*) FROM contact c JOIN visit v ON v.visit_id = c.visit_id
		WHERE c.request_id = r.request_id AND v.voided_at IS NULL) AS TEXT), NULL
	FROM oracle_standing r WHERE r.state = 'resolved' AND r.resolved_on IS NOT NULL
UNION ALL
	SELECT r.request_id, r.site_id, r.resolved_on, 'touches',
	       CAST((SELECT COUNT(*) FROM touch t WHERE t.request_id = r.request_id) AS TEXT), NULL
	FROM oracle_standing r WHERE r.state = 'resolved' AND r.resolved_on IS NOT NULL
UNION ALL
	SELECT r.request_id, r.site_id, r.resolved_on, 'two_hops', CAST(r.request_id AS TEXT), NULL
	FROM oracle_standing r WHERE r.state = 'resolved' AND r.resolved_on IS NOT NULL
	AND EXISTS (SELECT 1 FROM handoff h WHERE h.request_id = r.request_id AND h.hop > 1
		AND NOT EXISTS (SELECT 1 FROM contact c JOIN visit v ON v.visit_id = c.visit_id
		WHERE c.visit_id = h.visit_id AND c.request_id = h.request_id AND v.voided_at IS NOT NULL))
UNION ALL
	SELECT h.request_id, h.site_id, h.offered_on, 'two_hops', CAST(h.request_id AS TEXT), NULL
	FROM handoff h JOIN oracle_standing r ON r.request_id = h.request_id WHERE h.hop > 1
	AND NOT EXISTS (SELECT 1 FROM contact c JOIN visit v ON v.visit_id = c.visit_id
		WHERE c.visit_id = h.visit_id AND c.request_id = h.request_id AND v.voided_at IS NOT NULL)
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
		WHERE p.request_id = r.request_id AND p.made_at <= v.ended_at
		AND p.taken_back_at IS NULL AND NOT EXISTS (SELECT 1 FROM contact pc JOIN visit pv ON pv.visit_id = pc.visit_id
		WHERE pc.request_id = p.request_id AND pv.voided_at IS NOT NULL
		AND p.made_at BETWEEN pv.begun_at AND COALESCE(pv.ended_at, pv.voided_at)))
	       THEN 'resolved' ELSE 'other' END, NULL
	FROM visit v JOIN contact c ON c.visit_id = v.visit_id
	JOIN request r ON r.request_id = c.request_id AND r.first_visit_id = v.visit_id
	WHERE v.ended_on IS NOT NULL AND v.voided_at IS NULL AND r.state <> 'draft'
UNION ALL -- each required question of the topic, as the first visit left it
	SELECT c.request_id, v.site_id, v.ended_on, 'required',
	       CASE WHEN k.i < c.asked_count THEN 'asked' ELSE 'skipped' END, NULL
	FROM visit v JOIN contact c ON c.visit_id = v.visit_id
	JOIN request r ON r.request_id = c.request_id AND r.first_visit_id = v.visit_id
	JOIN (SELECT 0 AS i UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3) k
	ON k.i < c.required_count
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
	FROM promise p JOIN oracle_standing r ON r.request_id = p.request_id
	WHERE p.taken_back_at IS NULL AND NOT EXISTS (SELECT 1 FROM contact pc JOIN visit pv ON pv.visit_id = pc.visit_id
		WHERE pc.request_id = p.request_id AND pv.voided_at IS NOT NULL
		AND p.made_at BETWEEN pv.begun_at AND COALESCE(pv.ended_at, pv.voided_at))
	AND (p.settled_at IS NOT NULL OR p.state <> 'open')
UNION ALL
	SELECT o.request_id, r.site_id, oracle_day(o.owed_at, s.time_zone), 'to_tell', '', NULL
	FROM told o JOIN oracle_standing r ON r.request_id = o.request_id
	JOIN site s ON s.site_id = r.site_id WHERE o.told_at IS NULL;

CREATE TEMP VIEW oracle_feedback (feedback_id, site_id, day, kind, comment,
	satisfaction, trust, effectiveness, ease, speed, fairness, courtesy) AS
	SELECT f.feedback_id, f.site_id, f.noted_on, f.kind, f.comment, f.satisfaction, f.trust,
	       f.effectiveness, f.ease, f.speed, f.fairness, f.courtesy
	FROM feedback f JOIN visit v ON v.visit_id = f.visit_id
	WHERE v.voided_at IS NULL AND f.taken_back_at IS NULL;

CREATE TEMP VIEW oracle_mark (site_id, day, question, mark) AS
	SELECT site_id, day, '1', satisfaction FROM oracle_feedback
UNION ALL
	SELECT site_id, day, '2', trust FROM oracle_feedback
UNION ALL
	SELECT site_id, day, '3', effectiveness FROM oracle_feedback
UNION ALL
	SELECT site_id, day, '4', ease FROM oracle_feedback
UNION ALL
	SELECT site_id, day, '5', speed FROM oracle_feedback
UNION ALL
	SELECT site_id, day, '6', fairness FROM oracle_feedback
UNION ALL
	SELECT site_id, day, '7', courtesy FROM oracle_feedback;

CREATE TEMP VIEW oracle_voice_fact (site_id, day, figure, part, length) AS
	SELECT f.site_id, f.day, 'feedback', f.kind, NULL FROM oracle_feedback f
UNION ALL
	SELECT f.site_id, f.day, 'comment', CAST(f.feedback_id AS TEXT), NULL
	FROM oracle_feedback f WHERE f.comment <> ''
UNION ALL
	SELECT m.site_id, m.day, 'mark', m.question || '.' || m.mark, NULL
	FROM oracle_mark m WHERE m.mark IS NOT NULL
UNION ALL
	SELECT e.site_id, e.happened_on, 'idea', e.kind, NULL
	FROM idea_event e WHERE e.taken_back_at IS NULL AND e.kind <> 'remark'
UNION ALL
	SELECT t.site_id, t.thanked_on, 'thanks',
	       CASE t.is_from_visitor WHEN 1 THEN 'visitor' ELSE 'colleague' END, NULL
	FROM thanks t WHERE t.taken_back_at IS NULL;

CREATE TEMP VIEW oracle_briefing_fact (site_id, day, figure, part, length) AS
	SELECT b.site_id, b.shown_on, 'briefing',
	       CASE WHEN b.seen_at IS NULL THEN 'not_seen' ELSE 'seen' END, NULL
	FROM briefing b WHERE b.counter_window_id IS NOT NULL;

CREATE TEMP VIEW oracle_index (i) AS
	WITH RECURSIVE k (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM k WHERE i < 4095)
	SELECT i FROM k;

-- What is kept, of which every length is a row again.
CREATE TEMP VIEW oracle_kept (site_id, day, figure, part, length, n) AS
	SELECT t.site_id, t.day, t.figure, t.part, NULL, t.n FROM day_total t
UNION ALL
	SELECT l.site_id, l.day, l.figure, l.part, oracle_length(l.lengths, k.i), 1
	FROM day_length l JOIN oracle_index k ON k.i < oracle_length_count(l.lengths);

CREATE TEMP VIEW oracle_difference (site_id, day, figure, part, length, n) AS
	SELECT d.site_id, d.day, d.figure, d.part, d.length, SUM(d.n) FROM (
		SELECT site_id, day, figure, part, length, 1 AS n FROM oracle_visit_fact
	UNION ALL
		SELECT site_id, day, figure, part, length, 1 FROM oracle_request_fact
	UNION ALL
		SELECT site_id, day, figure, part, length, 1 FROM oracle_voice_fact
	UNION ALL
		SELECT site_id, day, figure, part, length, 1 FROM oracle_briefing_fact
	UNION ALL
		SELECT site_id, day, figure, part, length, -n FROM oracle_kept) d
	GROUP BY d.site_id, d.day, d.figure, d.part, d.length HAVING SUM(d.n) <> 0;

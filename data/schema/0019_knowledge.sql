-- What the city knows: a question keeps its name through the versions of its
-- card, an answer may mean danger, cards are edited, what nobody could answer
-- becomes somebody's work, and topics are found by what was said about them.

-- The question of the first version that has it: answers name that one. NULL:
-- it is the first itself.
ALTER TABLE question ADD COLUMN first_id INTEGER REFERENCES question;
ALTER TABLE question ADD COLUMN danger TEXT NOT NULL DEFAULT ''; -- answers, parted by |
ALTER TABLE question ADD COLUMN notice TEXT NOT NULL DEFAULT ''; -- what is to be done then

UPDATE question SET first_id = (
	SELECT MIN(p.question_id) FROM topic_version w
	JOIN topic_version u ON u.topic_id = w.topic_id
	JOIN question p ON p.topic_version_id = u.topic_version_id
	WHERE w.topic_version_id = question.topic_version_id
	AND p.label = question.label AND p.question_id < question.question_id);

ALTER TABLE topic_version ADD COLUMN also_asked TEXT NOT NULL DEFAULT '';
ALTER TABLE topic_version ADD COLUMN folded_card TEXT; -- its texts; NULL: not folded yet
ALTER TABLE topic_version ADD COLUMN taken_back_at INTEGER; -- not in use since

-- Of the topic's required questions, when the first visit about it ended: how
-- many there were, and how many were asked ("not known" is an answer).
ALTER TABLE contact ADD COLUMN required_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE contact ADD COLUMN asked_count INTEGER NOT NULL DEFAULT 0;

UPDATE contact SET
	required_count = (SELECT COUNT(*) FROM request r
		JOIN question q ON q.topic_version_id = r.topic_version_id
		WHERE r.request_id = contact.request_id AND r.first_visit_id = contact.visit_id
		AND q.is_required = 1),
	asked_count = (SELECT COUNT(*) FROM request r
		JOIN question q ON q.topic_version_id = r.topic_version_id
		JOIN answer a ON a.question_id = q.question_id AND a.contact_id = contact.contact_id
		WHERE r.request_id = contact.request_id AND r.first_visit_id = contact.visit_id
		AND q.is_required = 1 AND COALESCE(a.value, '?') <> '')
WHERE result IS NOT NULL;

DROP TRIGGER contact_total_update;
CREATE TRIGGER contact_total_update BEFORE UPDATE OF visit_id, request_id, concern, result,
	required_count, asked_count ON contact
BEGIN SELECT total_request(OLD.request_id, 1), total_request(NEW.request_id, 1); END;

-- A question that nobody at the counter could answer.
CREATE TABLE unanswered (
	unanswered_id INTEGER PRIMARY KEY,
	uuid TEXT NOT NULL UNIQUE,
	site_id INTEGER NOT NULL REFERENCES site,
	topic_id INTEGER REFERENCES topic,
	request_id INTEGER REFERENCES request,
	words TEXT NOT NULL,
	asked_at INTEGER NOT NULL,
	asked_on TEXT NOT NULL,
	asked_by INTEGER NOT NULL REFERENCES staff, -- who noted it
	owner_staff_id INTEGER REFERENCES staff,    -- of the topic then
	owner_department_id INTEGER REFERENCES department,
	answer TEXT NOT NULL DEFAULT '',
	answered_at INTEGER,
	answered_on TEXT,
	answered_by INTEGER REFERENCES staff,
	topic_version_id INTEGER REFERENCES topic_version, -- the card that says it now
	told_id INTEGER REFERENCES told,            -- it is owed to whoever asked
	taken_back_at INTEGER                       -- noted by mistake
) STRICT;
CREATE INDEX unanswered_of_staff ON unanswered (owner_staff_id, asked_at)
	WHERE answered_at IS NULL AND taken_back_at IS NULL;
CREATE INDEX unanswered_of_department ON unanswered (owner_department_id, asked_at)
	WHERE answered_at IS NULL AND taken_back_at IS NULL;
CREATE INDEX unanswered_by_day ON unanswered (site_id, asked_on) WHERE taken_back_at IS NULL;
CREATE INDEX unanswered_by_answer ON unanswered (site_id, answered_on) WHERE answered_on IS NOT NULL;

-- Words of former requests of a topic. One that two requests said is one that
-- the topic is found by (folded in topic_heard); neither is audited.
CREATE TABLE topic_word (
	topic_id INTEGER NOT NULL REFERENCES topic,
	word TEXT NOT NULL,
	request_id INTEGER NOT NULL REFERENCES request, -- that said it last
	n INTEGER NOT NULL,
	PRIMARY KEY (topic_id, word)
) STRICT, WITHOUT ROWID;

CREATE TABLE topic_heard (
	topic_id INTEGER PRIMARY KEY REFERENCES topic,
	folded TEXT NOT NULL
) STRICT;

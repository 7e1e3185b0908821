-- A question is found by its topic while it is open: it goes where the topic
-- goes. One that was passed on to a department stays there.
ALTER TABLE unanswered ADD COLUMN passed_at INTEGER; -- by hand; NULL: as its topic
CREATE INDEX unanswered_of_topic ON unanswered (topic_id)
	WHERE answered_at IS NULL AND taken_back_at IS NULL;

-- When a topic was retired: its card counts in figures of before.
ALTER TABLE topic ADD COLUMN retired_at INTEGER;

-- A topic is found by what it asks, its choices and its notices of danger too:
-- cards that ask are folded anew, as they are read.
UPDATE topic_version SET folded_card = NULL
	WHERE topic_version_id IN (SELECT topic_version_id FROM question);

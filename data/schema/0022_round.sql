-- The round of a day: what the live board looks at, all of it by index.

-- Open promises of a site by their hour.
CREATE INDEX promise_open_of_site ON promise (site_id, due_at) WHERE state = 'open';

-- At which window somebody sits now.
CREATE INDEX session_open_at_window ON session (counter_window_id, began_at)
	WHERE ended_at IS NULL;

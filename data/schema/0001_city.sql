-- The city and its people at work: what is set up once and changes seldom.
-- Instants (_at) are UTC milliseconds, days (_on) local 'YYYY-MM-DD'.

CREATE TABLE city (
	city_id INTEGER PRIMARY KEY CHECK (city_id = 1),
	uuid TEXT NOT NULL UNIQUE,
	name TEXT NOT NULL,
	language TEXT NOT NULL DEFAULT 'en',        -- the desk's language
	language2 TEXT,                             -- the other language
	is_demo INTEGER NOT NULL DEFAULT 0 CHECK (is_demo IN (0, 1)),
	created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE site (
	site_id INTEGER PRIMARY KEY,
	uuid TEXT NOT NULL UNIQUE,
	name TEXT NOT NULL UNIQUE,
	time_zone TEXT NOT NULL,
	opens_minute INTEGER NOT NULL DEFAULT 480 CHECK (opens_minute BETWEEN 0 AND 1439),
	closes_minute INTEGER NOT NULL DEFAULT 1020 CHECK (closes_minute BETWEEN 1 AND 1440),
	wait_target INTEGER NOT NULL DEFAULT 600000 CHECK (wait_target > 0) -- ms
) STRICT;

CREATE TABLE department (
	department_id INTEGER PRIMARY KEY,
	uuid TEXT NOT NULL UNIQUE,
	name TEXT NOT NULL UNIQUE,
	telephone TEXT,
	place TEXT,                                 -- "Window 4", "2nd floor"
	delivery TEXT NOT NULL DEFAULT 'screen' CHECK (delivery IN ('screen', 'printer', 'mail')),
	delivery_to TEXT,
	deputy_id INTEGER REFERENCES department
) STRICT;

CREATE TABLE counter_window (
	counter_window_id INTEGER PRIMARY KEY,
	uuid TEXT NOT NULL UNIQUE,
	site_id INTEGER NOT NULL REFERENCES site,
	label TEXT NOT NULL,                        -- "Window 2"
	is_open INTEGER NOT NULL DEFAULT 1 CHECK (is_open IN (0, 1)),
	UNIQUE (site_id, label)
) STRICT;

CREATE TABLE staff (
	staff_id INTEGER PRIMARY KEY,
	uuid TEXT NOT NULL UNIQUE,
	login TEXT NOT NULL UNIQUE,                 -- the operating-system account
	name TEXT NOT NULL,                         -- as signed: "A. Ruiz"
	formal_name TEXT NOT NULL,                  -- as said to visitors: "Mr. Osei"
	role TEXT NOT NULL CHECK (role IN ('clerk', 'staff', 'supervisor', 'administrator')),
	department_id INTEGER REFERENCES department,
	telephone TEXT,
	in_until_minute INTEGER CHECK (in_until_minute BETWEEN 0 AND 1440),
	pin_hash TEXT,                              -- Argon2id; NULL: cannot sign in with a PIN
	failed_pins INTEGER NOT NULL DEFAULT 0,
	blocked_until_at INTEGER,
	is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1))
) STRICT;
CREATE INDEX staff_by_department ON staff (department_id);

CREATE TABLE staff_language (
	staff_id INTEGER NOT NULL REFERENCES staff,
	language TEXT NOT NULL,
	PRIMARY KEY (staff_id, language)
) STRICT, WITHOUT ROWID;

-- Where a person is signed in now; not audited, the sign-in itself is.
CREATE TABLE session (
	session_id INTEGER PRIMARY KEY,
	staff_id INTEGER NOT NULL REFERENCES staff,
	counter_window_id INTEGER REFERENCES counter_window,
	began_at INTEGER NOT NULL,
	ended_at INTEGER
) STRICT;
CREATE INDEX session_by_staff ON session (staff_id, session_id);

CREATE TABLE topic (
	topic_id INTEGER PRIMARY KEY,
	uuid TEXT NOT NULL UNIQUE,
	code TEXT NOT NULL UNIQUE,                  -- stable for imports: "fence-permit"
	topic_version_id INTEGER REFERENCES topic_version, -- the version in use
	is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
	times_used INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE topic_version (
	topic_version_id INTEGER PRIMARY KEY,
	topic_id INTEGER NOT NULL REFERENCES topic,
	name TEXT NOT NULL,                         -- "Fence permit"
	words TEXT NOT NULL DEFAULT '',             -- other words it is found by
	folded TEXT NOT NULL,                       -- name and words, folded
	department_id INTEGER NOT NULL REFERENCES department,
	staff_id INTEGER REFERENCES staff,          -- who handles it, if one person does
	quick_result TEXT NOT NULL DEFAULT 'answered'
		CHECK (quick_result IN ('answered', 'given', 'not_ours')),
	quick_words TEXT NOT NULL DEFAULT '',       -- the quick result in words
	bring TEXT NOT NULL DEFAULT '',
	fee TEXT NOT NULL DEFAULT '',
	steps TEXT NOT NULL DEFAULT '',
	other_ways TEXT NOT NULL DEFAULT '',
	not_ours_where TEXT NOT NULL DEFAULT '',
	alternative TEXT NOT NULL DEFAULT '',
	appeal TEXT NOT NULL DEFAULT '',
	contact TEXT NOT NULL DEFAULT '',           -- telephone and link of the topic
	verified_on TEXT,
	verified_by INTEGER REFERENCES staff,
	review_days INTEGER NOT NULL DEFAULT 180 CHECK (review_days > 0),
	made_at INTEGER NOT NULL,
	made_by INTEGER REFERENCES staff
) STRICT;
CREATE INDEX topic_version_by_topic ON topic_version (topic_id);

CREATE TABLE question (
	question_id INTEGER PRIMARY KEY,
	topic_version_id INTEGER NOT NULL REFERENCES topic_version,
	position INTEGER NOT NULL,
	label TEXT NOT NULL,                        -- "Height"
	ask TEXT NOT NULL,                          -- "How high is the fence?"
	kind TEXT NOT NULL DEFAULT 'text' CHECK (kind IN ('text', 'number', 'date', 'choice', 'yes_no')),
	choices TEXT NOT NULL DEFAULT '',           -- parted by |
	is_required INTEGER NOT NULL DEFAULT 0 CHECK (is_required IN (0, 1)),
	UNIQUE (topic_version_id, position)
) STRICT;

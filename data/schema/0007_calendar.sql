-- The business calendar: what site.opens_minute and closes_minute, which stay
-- as a site began, could not say.

CREATE TABLE site_hours (
	site_hours_id INTEGER PRIMARY KEY,
	site_id INTEGER NOT NULL REFERENCES site,
	weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6), -- 0 is Sunday
	opens_minute INTEGER CHECK (opens_minute BETWEEN 0 AND 1439), -- NULL: closed
	closes_minute INTEGER CHECK (closes_minute BETWEEN 1 AND 1440),
	opens2_minute INTEGER CHECK (opens2_minute BETWEEN 0 AND 1439), -- after a pause
	closes2_minute INTEGER CHECK (closes2_minute BETWEEN 1 AND 1440),
	other_from TEXT,                            -- closed then and every second week after
	UNIQUE (site_id, weekday),
	CHECK ((opens_minute IS NULL) = (closes_minute IS NULL)),
	CHECK ((opens2_minute IS NULL) = (closes2_minute IS NULL)),
	CHECK (opens_minute < closes_minute),
	CHECK (opens2_minute < closes2_minute),
	CHECK (closes_minute < opens2_minute)
) STRICT;

-- The city's; a rule is what data/calendar/holidays.tsv says.
CREATE TABLE holiday (
	holiday_id INTEGER PRIMARY KEY,
	name TEXT NOT NULL UNIQUE,
	day_rule TEXT NOT NULL,                     -- "4th thu november +1"
	observed TEXT NOT NULL CHECK (observed IN ('same', 'monday', 'nearest')),
	is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1))
) STRICT;

-- A single day set apart: closed, or open at other hours. Taken back, the row
-- stays.
CREATE TABLE site_day (
	site_day_id INTEGER PRIMARY KEY,
	uuid TEXT NOT NULL UNIQUE,
	site_id INTEGER NOT NULL REFERENCES site,
	day_on TEXT NOT NULL,
	reason TEXT NOT NULL,
	opens_minute INTEGER CHECK (opens_minute BETWEEN 0 AND 1439), -- NULL: closed
	closes_minute INTEGER CHECK (closes_minute BETWEEN 1 AND 1440),
	opens2_minute INTEGER CHECK (opens2_minute BETWEEN 0 AND 1439),
	closes2_minute INTEGER CHECK (closes2_minute BETWEEN 1 AND 1440),
	made_at INTEGER NOT NULL,
	made_by INTEGER REFERENCES staff,
	withdrawn_at INTEGER,
	withdrawn_by INTEGER REFERENCES staff,
	CHECK ((opens_minute IS NULL) = (closes_minute IS NULL)),
	CHECK ((opens2_minute IS NULL) = (closes2_minute IS NULL)),
	CHECK (opens_minute < closes_minute),
	CHECK (opens2_minute < closes2_minute),
	CHECK (closes_minute < opens2_minute)
) STRICT;
CREATE UNIQUE INDEX site_day_in_force ON site_day (site_id, day_on) WHERE withdrawn_at IS NULL;

-- A store that was there keeps its hours, Monday to Friday.
INSERT INTO site_hours (site_id, weekday, opens_minute, closes_minute)
SELECT s.site_id, w.weekday,
       CASE WHEN w.weekday IN (0, 6) THEN NULL
	    WHEN s.opens_minute < s.closes_minute THEN s.opens_minute ELSE 0 END,
       CASE WHEN w.weekday IN (0, 6) THEN NULL ELSE s.closes_minute END
FROM site s
CROSS JOIN (SELECT 0 AS weekday UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3
	    UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6) w;

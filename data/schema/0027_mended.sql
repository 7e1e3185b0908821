-- What somebody offered and nobody answered, whatever its age.
CREATE INDEX handoff_offered_by ON handoff (from_staff_id, offered_at)
	WHERE state = 'offered';

-- The notices of a day, also those that ended.
CREATE INDEX notice_by_site ON notice (site_id, from_at);

-- The last step of an idea that whoever it is of has seen; before this, what
-- was not unread had been seen.
ALTER TABLE idea ADD COLUMN read_event_id INTEGER NOT NULL DEFAULT 0;

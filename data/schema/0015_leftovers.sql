-- What a visit says anew of a request that was there before it stays with the
-- visit until its F9.

-- The place as it was typed, where it differs from the request's; NULL: it does
-- not, or the F9 gave it to the request.
ALTER TABLE contact ADD COLUMN new_place TEXT;

-- A colleague who was noted by mistake; since when it does not count.
ALTER TABLE joining ADD COLUMN taken_back_at INTEGER;

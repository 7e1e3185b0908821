-- Whose requests are open, and which came last, without reading all of them:
-- somebody who came five hundred times is found as quickly as anybody.

-- What the request says, kept beside each of its parties.
ALTER TABLE request_party ADD COLUMN is_open INTEGER NOT NULL DEFAULT 0 CHECK (is_open IN (0, 1));
ALTER TABLE request_party ADD COLUMN received_at INTEGER NOT NULL DEFAULT 0;

UPDATE request_party SET
	is_open = (SELECT CASE r.state WHEN 'open' THEN 1 ELSE 0 END
		FROM request r WHERE r.request_id = request_party.request_id),
	received_at = (SELECT r.received_at FROM request r WHERE r.request_id = request_party.request_id);

-- In the order of a history: open first, then the newest.
DROP INDEX request_party_by_resident;
CREATE INDEX request_party_by_resident ON request_party
	(resident_id, is_open DESC, received_at DESC, request_id DESC)
	WHERE resident_id IS NOT NULL;
DROP INDEX request_party_by_organisation;
CREATE INDEX request_party_by_organisation ON request_party
	(organisation_id, is_open DESC, received_at DESC, request_id DESC)
	WHERE organisation_id IS NOT NULL;

-- Whoever adds a party gives both (src/store/request_party.c); where they do not,
-- both are filled in, so that no open request is ever overlooked.
CREATE TRIGGER request_party_standing AFTER INSERT ON request_party
WHEN NEW.received_at = 0 BEGIN
	UPDATE request_party SET
		is_open = (SELECT CASE r.state WHEN 'open' THEN 1 ELSE 0 END
			FROM request r WHERE r.request_id = NEW.request_id),
		received_at = (SELECT r.received_at FROM request r WHERE r.request_id = NEW.request_id)
	WHERE rowid = NEW.rowid;
END;

CREATE TRIGGER request_standing_party AFTER UPDATE OF state ON request
WHEN (OLD.state = 'open') <> (NEW.state = 'open') BEGIN
	UPDATE request_party SET is_open = CASE NEW.state WHEN 'open' THEN 1 ELSE 0 END
	WHERE request_id = NEW.request_id;
END;

-- The street of a row in the one box, read from the index alone.
CREATE INDEX reach_street ON reach (resident_id, reach_id, street)
	WHERE kind = 'address' AND is_current = 1;

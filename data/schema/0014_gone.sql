-- A request leaves every list when each visit about it was voided. Said beside
-- the request, so that whoever counts what waits reads no contact and no visit.

ALTER TABLE request ADD COLUMN is_gone INTEGER NOT NULL DEFAULT 0 CHECK (is_gone IN (0, 1));

UPDATE request SET is_gone = 1
WHERE first_visit_id IS NOT NULL
AND EXISTS (SELECT 1 FROM contact c WHERE c.request_id = request.request_id)
AND NOT EXISTS (
	SELECT 1 FROM contact c JOIN visit v ON v.visit_id = c.visit_id
	WHERE c.request_id = request.request_id AND v.voided_at IS NULL);

CREATE TRIGGER visit_voided_request AFTER UPDATE OF voided_at ON visit BEGIN
	UPDATE request SET is_gone = NOT EXISTS (
		SELECT 1 FROM contact c JOIN visit v ON v.visit_id = c.visit_id
		WHERE c.request_id = request.request_id AND v.voided_at IS NULL)
	WHERE first_visit_id IS NOT NULL AND request_id IN (
		SELECT c.request_id FROM contact c WHERE c.visit_id = NEW.visit_id);
END;

-- Somebody comes about it again.
CREATE TRIGGER contact_request_back AFTER INSERT ON contact
WHEN (SELECT r.is_gone FROM request r WHERE r.request_id = NEW.request_id) = 1 BEGIN
	UPDATE request SET is_gone = 0 WHERE request_id = NEW.request_id;
END;

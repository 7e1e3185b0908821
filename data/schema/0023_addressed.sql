-- Whether the city knew how to address those it knows of a visit, when the visit
-- ended: a fact of the visit, so that no later change of a record changes the
-- figure. src/store/visit_known.h says when it is known. NULL: of nobody known,
-- or not over.
DROP TRIGGER visit_total_update;
ALTER TABLE visit ADD COLUMN address_known INTEGER
	CHECK (address_known = 0 OR address_known = 1);

-- Of visits that were over before, what the records say now.
UPDATE visit SET address_known = (
	SELECT COALESCE(MIN(CASE WHEN p.is_absent = 0 THEN y.known END), MIN(y.known))
	FROM visit_person p JOIN resident x ON x.resident_id = p.resident_id
	JOIN (SELECT r.resident_id, CASE WHEN r.as_it_stands = 1 OR n.address_as <> ''
		OR (r.first_name_ok = 'yes' AND (n.given <> '' OR n.known_as <> ''))
		OR (n.title <> '' AND replace('|' || r.refused_titles || '|', '|' || n.title || '|', '')
			= '|' || r.refused_titles || '|')
		OR (n.rank <> '' AND replace('|' || r.refused_titles || '|', '|' || n.rank || '|', '')
			= '|' || r.refused_titles || '|')
		OR (n.office <> '' AND replace('|' || r.refused_titles || '|', '|' || n.office || '|', '')
			= '|' || r.refused_titles || '|')
		THEN 1 ELSE 0 END AS known
		FROM resident r LEFT JOIN resident_name n
		ON n.resident_id = r.resident_id AND n.kind = 'in_use') y
	ON y.resident_id = COALESCE(x.survivor_id, x.resident_id)
	WHERE p.visit_id = visit.visit_id)
WHERE ended_at IS NOT NULL;

-- Whose facts change (0005_totals.sql).
CREATE TRIGGER visit_total_update BEFORE UPDATE OF site_id, channel, state, arrived_at, arrived_on,
	is_timed, left_when, wait_length, service_length, entered_at, voided_at, address_known ON visit
BEGIN SELECT total_visit(OLD.visit_id, 1); END;

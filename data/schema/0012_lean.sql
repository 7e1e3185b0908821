-- The audit is written by the program (src/store/sqlite_audit.c), which sees
-- every change of its own connection: the triggers of all tables were half of
-- what each start had to read. Those that were made from the tables' columns
-- are dropped by src/store/migrate.c, whatever tables a store has.
DROP VIEW audit_entry;

-- What a record gives to the totals is said in C (src/store/given_visit.c,
-- given_request.c), which reads it in a tenth of the time.
DROP VIEW request_fact;
DROP VIEW request_standing;
DROP VIEW visit_fact;

-- Open is what has no end: a list of states in the index would be made a
-- table of its own by each statement (so are the CHECKs; see
-- src/store/migrate_checks.c).
DROP INDEX visit_open;
CREATE INDEX visit_open ON visit (site_id, state, priority DESC, arrived_at, visit_id)
	WHERE ended_at IS NULL;

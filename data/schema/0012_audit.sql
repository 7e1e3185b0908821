-- The audit is written by the program (src/store/sqlite_audit.c), which sees
-- every change of its own connection: the triggers of all tables were half of
-- what each start had to read. Those that were made from the tables' columns
-- are dropped by src/store/migrate.c, whatever tables a store has.
DROP VIEW audit_entry;

-- What is nearly spelled so finds somebody too. Written from C alone.

-- Each word that somebody is found by (search_name, search_other_name), once:
-- by itself, by what is left of it without one letter, and in capitals by how
-- it sounds. There are far fewer words than people. A word that nobody bears
-- any more stays, and finds nobody.
CREATE TABLE search_word (
	found_by TEXT NOT NULL,
	word TEXT NOT NULL,
	PRIMARY KEY (found_by, word)
) STRICT, WITHOUT ROWID;

-- Each part of the search's index is asked at every key, so there are to be few
-- of them: two of a size are merged while nobody types, where it were four.
INSERT INTO search_name_fts (search_name_fts, rank) VALUES ('usermerge', 2);

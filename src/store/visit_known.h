/*
 * visit_known.h - whether it was known how to address those in a visit
 */
#ifndef FRONTDESK_STORE_VISIT_KNOWN_H
#define FRONTDESK_STORE_VISIT_KNOWN_H

#include "frontdesk/core/title_list.h"

/* A word of the name that they did not refuse. */
#define WORD_STANDS(word)                                                      \
	"(" word " <> '' AND replace('" TITLE_LIST_MARK                        \
	"' || y.refused_titles || '" TITLE_LIST_MARK "', '" TITLE_LIST_MARK    \
	"' || " word " || '" TITLE_LIST_MARK "', '') = '" TITLE_LIST_MARK      \
	"' || y.refused_titles || '" TITLE_LIST_MARK "')"

/* What they said: "as it stands" is an answer. A name alone is none. */
#define PERSON_IS_KNOWN                                                        \
	"CASE WHEN y.as_it_stands = 1 OR n.address_as <> ''"                   \
	" OR (y.first_name_ok = 'yes'"                                         \
	" AND (n.given <> '' OR n.known_as <> ''))"                            \
	" OR " WORD_STANDS("n.title") " OR " WORD_STANDS(                      \
	    "n.rank") " OR " WORD_STANDS("n.office") " THEN 1 ELSE 0 END"

/*
 * 1 or 0, of everybody known who is present in the visit; of those who are
 * named though not here where nobody known is; NULL of nobody known. Whoever
 * was merged is read as their survivor. 0023_addressed.sql said the same of
 * visits that were over before.
 */
#define VISIT_IS_KNOWN_1                                                       \
	"(SELECT COALESCE(MIN(CASE WHEN p.is_absent = 0 THEN " PERSON_IS_KNOWN \
	" END), MIN(" PERSON_IS_KNOWN "))"                                     \
	" FROM visit_person p"                                                 \
	" CROSS JOIN resident x CROSS JOIN resident y"                         \
	" LEFT JOIN resident_name n ON n.resident_id = y.resident_id"          \
	" AND n.kind = 'in_use'"                                               \
	" WHERE p.visit_id = $1 AND x.resident_id = p.resident_id"             \
	" AND y.resident_id = COALESCE(x.survivor_id, x.resident_id))"

#endif

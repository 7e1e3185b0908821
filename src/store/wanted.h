/*
 * wanted.h - a few records at once, in the order they are asked in
 */
#ifndef FRONTDESK_STORE_WANTED_H
#define FRONTDESK_STORE_WANTED_H

#define WANTED_MAX 20

/* place is the position among the hits, id what stands there. */
#define WANTED                                                                 \
	"WITH wanted (place, id) AS (VALUES (0, CAST($1 AS BIGINT)), (1, "     \
	"$2), (2, $3), "                                                       \
	"(3, $4), (4, $5), (5, $6), (6, $7), (7, $8), (8, $9), (9, $10), "     \
	"(10, $11), (11, $12), (12, $13), (13, $14), (14, $15), (15, $16), "   \
	"(16, $17), (17, $18), (18, $19), (19, $20))"

/* "x.resident_id IN " WANTED_LIST: the same ids where the place is no matter.
 */
#define WANTED_LIST                                                            \
	"($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, "  \
	"$16, $17, $18, $19, $20)"

#endif

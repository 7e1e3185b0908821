/*
 * said.h - the one honorific that is said
 */
#ifndef SAID_H
#define SAID_H

#include "phrases.h"

/* A word of the person's, in its spoken form. */
struct said {
	const char *text;	     /* NULL for none */
	bool is_title;		     /* not a rank, nor an office */
	const struct honorific *row; /* NULL: nobody has heard of it */
	const char *language;	     /* of the word */
};

/*
 * One at a time: the office before the rank, because an office is held now;
 * Chaplain whatever the rank; the rank before the title. What the person
 * refused is passed over, and so is an office that somebody retired from and
 * that goes with its holder. The request's name is not NULL.
 */
void said_choose(const struct phrases *phrases,
		 const struct address_request *request,
		 const struct phrasebook *book, struct str *room,
		 struct said *out);

/* Adds the word where it stands before the name, or where it follows it. */
void said_add_before(const struct said *said, struct str *out);
void said_add_after(const struct said *said, struct str *out);

#endif

/*
 * said.h - the one honorific that is said
 */
#ifndef SAID_H
#define SAID_H

#include "phrases.h"

/* For whom a word is chosen. */
struct choice {
	const struct phrases *phrases;
	const struct address_request *request;
	const char *name_locale; /* as recorded: English may take another */
	/* whose titles are meant where several languages write one alike */
	const struct phrasebook *greeting;
	/* in which they are said: the greeting's, or English beside it */
	const struct phrasebook *book;
	struct str *room; /* what folding works in: its text is lost */
};

/* A word of the person's, in its spoken form. */
struct said {
	const char *text;	     /* NULL for none */
	bool is_title;		     /* not a rank, nor an office */
	const struct honorific *row; /* NULL: nobody has heard of it */
	const char *language;	     /* of the word */
};

/*
 * One at a time: the office before the rank, because an office is held now;
 * Chaplain whatever the rank; the rank before the title; of several titles the
 * highest. What the person refused is passed over, and so is an office that
 * somebody retired from and that goes with its holder. A rank or an office that
 * was recorded as the title is one.
 */
void said_choose(const struct choice *choice, struct said *out);

/* What the files have of the text. */
struct honorific_found said_find(const struct choice *choice,
				 enum honorific_kind kind, const char *of,
				 const char *text);

/* Whether the word, recorded so and said so, was refused in any spelling. */
bool said_is_refused(const struct choice *choice, enum honorific_kind kind,
		     const char *of, const struct said *said,
		     const char *recorded);

/* The word that goes with a first name in the language where no other is
 * recorded; false where there is none, or it was refused. */
bool said_offered(const struct choice *choice, const char *language,
		  struct said *out);

/* Adds the word where it stands before the name, or where it follows it. */
void said_add_before(const struct said *said, struct str *out);
void said_add_after(const struct said *said, struct str *out);

#endif

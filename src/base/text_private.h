/*
 * text_private.h - what the text_*.c files share: decoding, and what hides
 */
#ifndef TEXT_PRIVATE_H
#define TEXT_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "frontdesk/base/str.h"

/*
 * The code point at text (len > 0 bytes are left) and the bytes it takes.
 * -1 and one byte where it is not UTF-8.
 */
int32_t text_decode(const char *text, size_t len, size_t *used);

void text_encode(struct str *out, int32_t point);

/* Marks that one letter may carry: more would bleed into other lines. */
#define TEXT_MARKS_MAX 12

/* What is not text wherever it stands. */
enum text_fault {
	TEXT_FAULT_NONE,
	TEXT_FAULT_UTF8,
	TEXT_FAULT_CONTROL,   /* C0, DEL, C1, the separators */
	TEXT_FAULT_DIRECTION, /* bidi marks, overrides, isolates */
	TEXT_FAULT_HIDDEN,    /* zero width, tags, fillers, lone joiners */
	TEXT_FAULT_PRIVATE,   /* private use, noncharacters */
	TEXT_FAULT_MARK,      /* on no letter, or too many on one */
};

/* The fault of a code point by itself; joiners and marks have none. */
enum text_fault text_point_fault(int32_t point);

bool text_is_mark(int32_t point); /* stands on the letter before it */
bool text_is_joiner(int32_t point);

/* How far a conjunct has come: its consonant, and the virama after it. */
enum text_conjunct {
	TEXT_CONJUNCT_NONE,
	TEXT_CONJUNCT_BEGUN,
	TEXT_CONJUNCT_LINKED,
};

/* Takes the next code point; whether it stays with those before it. */
bool text_conjunct_goes_on(enum text_conjunct *state, int32_t point);

/* Where a Burmese syllable ends whose first cluster is begin to end. */
size_t text_burmese_end(const char *text, size_t len, size_t begin, size_t end);

/* Walks over a text and judges each code point in its place. */
struct text_walk {
	const char *text;
	size_t len;
	size_t at;	  /* of the code point last read */
	size_t next;	  /* of the one after it */
	int32_t point;	  /* last read */
	int32_t previous; /* the one before it, 0 at the start */
	size_t marks;	  /* in a row, up to and with this one */
	enum text_fault fault;
};

void text_walk_init(struct text_walk *walk, const char *text, size_t len);
bool text_walk_next(struct text_walk *walk); /* false at the end */

#endif

/*
 * honorific.h - titles, ranks and offices: as recorded, and as they are said
 */
#ifndef HONORIFIC_H
#define HONORIFIC_H

#include <stdbool.h>
#include <stddef.h>

#include "frontdesk/base/error.h"
#include "frontdesk/base/str.h"
#include "frontdesk/core/address.h"

enum honorific_part {
	PART_SURNAME, /* as the language's patterns address people */
	PART_GIVEN,   /* "Don Miguel" */
	PART_FULL, /* "ਸਰਦਾਰ ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ" */
};

enum honorific_place {
	PLACE_BEFORE,
	PLACE_AFTER,
	PLACE_JOINED, /* after the name, without a blank */
	PLACE_PREFIX, /* before the name, without a blank */
};

struct honorific {
	enum honorific_kind kind;
	char *of;      /* language or service; "" for any */
	char *written; /* the usual form */
	char *spoken;  /* NULL: said as it was recorded */
	enum honorific_part part;
	enum honorific_place place;
	bool is_silent; /* an office that nobody is called by */
	bool is_kept;	/* said to whoever held it once, too */
};

/* One way of writing one honorific; keys are sorted for bsearch. */
struct honorific_key {
	char *text;
	size_t row;
	size_t sequence;
};

struct honorific_choices {
	enum honorific_kind kind;
	const char *of;
	const char **written;
	size_t count, size;
};

struct honorifics {
	struct honorific *rows;
	size_t count, size;
	struct honorific_key *keys;
	size_t key_count, key_size;
	struct honorific_choices *choices;
	size_t choice_count;
};

/* Reads titles.tsv, ranks.tsv and offices.tsv in data_dir/titles. */
bool honorifics_load(const char *data_dir, struct honorifics *out,
		     struct error *err);
void honorifics_release(struct honorifics *honorifics);

/*
 * What text is, for the language or service of; else for any. NULL where
 * nobody has heard of it. *is_whole is false where only what stands before a
 * bracket or comma, or before "retired", was recognised ("Colonel, retired").
 * Borrowed. room is what folding works in: its text is lost.
 */
const struct honorific *honorific_find(const struct honorifics *honorifics,
				       enum honorific_kind kind, const char *of,
				       const char *text, struct str *room,
				       bool *is_whole);

/* Sorts the keys, settles what is said of no language or service. */
void honorifics_index(struct honorifics *honorifics);

/*
 * A key in a buffer of HONORIFIC_KEY_SIZE: folded, without blanks, so that
 * "Lt. Col." is "LtCol" and "Ông" is found however its accent is written.
 * False where it is too long.
 */
enum { HONORIFIC_KEY_SIZE = 160 };
bool honorific_key(enum honorific_kind kind, const char *of, const char *text,
		   size_t len, struct str *room, char key[HONORIFIC_KEY_SIZE]);

/* Another row; its text is copied. */
struct honorific *honorifics_add(struct honorifics *honorifics,
				 const struct honorific *row);

#endif

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
	char *same; /* written: another row that is the same word, or NULL */
	int height; /* of two that are recorded together: the higher one */
	bool is_silent;	 /* nobody is called by it */
	bool is_kept;	 /* said to whoever held it once, too */
	bool is_offered; /* goes with a first name where no other is recorded */
};

/* What recorded text is. */
struct honorific_found {
	const struct honorific *row; /* NULL: nobody has heard of it */
	bool is_whole;	/* not only a part of the text was recognised */
	bool is_former; /* it says so: "Mayor (Ret.)", "Former Mayor" */
};

/* Text without what says that somebody left, or of which service they were. */
struct honorific_head {
	const char *text; /* within the text */
	size_t len;	  /* 0 where nothing else stands there */
	bool is_former;
};

struct honorific_head honorific_head(const char *text);

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
		     struct str *faults, struct error *err);
void honorifics_release(struct honorifics *honorifics);
void honorific_release(struct honorific *honorific);

/*
 * What text is, for the language or service of; else for any: a rank may then
 * be another service's. Of ranks and offices the head is recognised as well,
 * and what begins or ends as a row with a star says. room is what folding works
 * in: its text is lost.
 */
struct honorific_found honorific_find(const struct honorifics *honorifics,
				      enum honorific_kind kind, const char *of,
				      const char *text, struct str *room);

/* The title that goes with a first name in the language, or NULL. */
const struct honorific *honorific_offered(const struct honorifics *honorifics,
					  const char *language);

/* Lists the choices, sorts the keys, settles what is said of no language or
 * service. */
void honorifics_index(struct honorifics *honorifics);

enum { HONORIFIC_KEY_SIZE = 160 };

/* How much of a text a key is for. */
enum honorific_extent {
	EXTENT_WHOLE = '/',
	EXTENT_BEGIN = '<', /* "Director *" */
	EXTENT_END = '>',   /* "* Director" */
};

/*
 * A key in a buffer of HONORIFIC_KEY_SIZE: folded, without blanks, so that
 * "Lt. Col." is "LtCol" and "Ông" is found however its accent is written.
 * False where it is too long.
 */
bool honorific_key(enum honorific_kind kind, const char *of,
		   enum honorific_extent extent, const char *text, size_t len,
		   struct str *room, char key[HONORIFIC_KEY_SIZE]);

/* Another row; its text is copied. */
struct honorific *honorifics_add(struct honorifics *honorifics,
				 const struct honorific *row);

#endif

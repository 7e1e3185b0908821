/*
 * card.h - the texts of the comment card, in each language that a city has
 */
#ifndef FRONTDESK_CORE_CARD_H
#define FRONTDESK_CORE_CARD_H

#include <stddef.h>

#include "frontdesk/core/feedback.h"

/* The statements come first, numbered as the questions are. */
enum card_part {
	CARD_TITLE = CARD_QUESTIONS,
	CARD_INTRO,
	CARD_SCALE,
	CARD_COMMENT,
	CARD_BACK,
	CARD_PARTS
};

struct card_text {
	char *language; /* "es" */
	char *parts[CARD_PARTS];
};
struct card_texts {
	struct card_text *items; /* in the order of the file */
	size_t count;
};

/*
 * data_dir/feedback/card.tsv. ERROR_INVALID names the file and the line of a
 * part that is unknown or said twice, and the language that lacks one; English
 * is always there.
 */
bool card_texts_load(const char *data_dir, struct card_texts **out,
		     struct error *err);
void card_texts_free(struct card_texts *texts);

/* The language's, or English; language is a tag, or NULL. Borrowed. */
const struct card_text *card_text_in(const struct card_texts *texts,
				     const char *language);

#endif

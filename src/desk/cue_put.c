/*
 * cue_put.c - a cue of the table in the place of what the greeting has
 */
#include <stdlib.h>

#include "cues.h"
#include "find_row.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/core/language.h"

void cues_lay_greeting(const struct cue *cue, const char *const close[2],
		       const char *language, struct cue_frame *frame)
{
	bool is_other =
	    cue->other != NULL && language_is(cue->other_language, language);

	frame->places[CUE_PUT_GREETING] = is_other ? cue->other : cue->say;
	if (close != NULL)
		frame->places[CUE_PUT_CLOSE] = close[is_other];
	frame->places[CUE_PUT_ADDRESS] = !cue->asks_address ? NULL
					 : is_other	    ? cue->other_ask
							    : cue->ask;
	cue_hold(frame, CUE_IF_NO_TITLE, cue->asks_address);
	cue_hold(frame, CUE_IF_NAMED, cue->resident_id != 0);
}

void cues_put_say(const struct cue_rule *rule, const struct cue_words *given,
		  struct cue *out)
{
	bool is_greeted = cue_has_place(rule, CUE_PUT_GREETING);
	bool is_thanked = cue_has_place(rule, CUE_PUT_CLOSE);
	char *words = given->words, *other = given->other;

	if (words == NULL && is_greeted)
		words = mem_copy(out->say);
	if (other == NULL && is_greeted)
		other = mem_copy(out->other);
	if (words == NULL && is_thanked)
		words = mem_copy(given->close[0]);
	if (other == NULL && is_thanked)
		other = mem_copy(given->close[1]);
	if (words == NULL) {
		words = other != NULL ? other : mem_copy(given->text);
		other = NULL;
		out->is_english = true;
	}
	if (str_same(words, other))
		mem_replace(&other, NULL);
	free(out->say);
	free(out->other);
	out->say = words;
	out->other = other;
	if (!is_greeted) {
		mem_replace(&out->sounded, NULL);
		out->needs_review = out->needs_review && out->other != NULL;
	}
}

void cues_put_ask(const struct cue_rule *rule, const struct cue_words *given,
		  struct cue *out)
{
	char *words = given->words, *other = given->other;

	/* How to address them is asked as the greeting has it. */
	if (cue_has_place(rule, CUE_PUT_ADDRESS)) {
		free(words);
		free(other);
		return;
	}
	if (words == NULL) {
		words = mem_copy(given->text);
		mem_replace(&other, NULL);
	}
	if (str_same(words, other))
		mem_replace(&other, NULL);
	cue_drop_ask(out);
	free(out->ask);
	free(out->other_ask);
	out->ask = words;
	out->other_ask = other;
}

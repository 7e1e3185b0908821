/*
 * resident.c - a person the city knows: what the record may hold
 */
#include "frontdesk/core/resident.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "reach.h"

void resident_release(struct resident *resident)
{
	free(resident->reference);
	person_name_release(&resident->name);
	free(resident->language);
	title_list_release(&resident->refused_titles);
	free(resident->note);
	reaches_release(resident->reaches, resident->reach_count);
	*resident = (struct resident){0};
}

void resident_copy(struct resident *out, const struct resident *resident)
{
	*out = *resident;
	out->reference = mem_copy(resident->reference);
	person_name_copy(&out->name, &resident->name);
	out->language = mem_copy(resident->language);
	out->note = mem_copy(resident->note);
	title_list_copy(&out->refused_titles, &resident->refused_titles);
	out->reaches = NULL;
	out->reach_count = 0;
	for (size_t i = 0; i < resident->reach_count; i++) {
		const struct reach *reach = &resident->reaches[i];

		resident_add_reach(out, reach->kind, reach->value);
		out->reaches[i].reach_id = reach->reach_id;
	}
}

char *resident_drop_refused(struct resident *resident)
{
	char *title = resident->name.title;

	if (!title_list_has(&resident->refused_titles, title))
		return NULL;
	resident->name.title = NULL;
	return title;
}

void resident_add_reach(struct resident *resident, enum reach_kind kind,
			const char *value)
{
	reaches_add(&resident->reaches, &resident->reach_count, kind, value);
}

/* A tag such as es, vi or zh-Hant: enough to find the words by. */
static bool language_check(const char *language, struct error *err)
{
	size_t len = language == NULL ? 0 : strlen(language);
	size_t letters = 0;

	if (len == 0)
		return true;
	while (isalpha((unsigned char)language[letters]))
		letters++;
	if (letters < 2 || letters > 3 || len > 20 ||
	    strspn(language, "abcdefghijklmnopqrstuvwxyz"
			     "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") != len ||
	    (language[letters] != '\0' && language[letters] != '-'))
		return error_set(err, ERROR_INVALID, "language",
				 _("The language is a tag such as es, vi or "
				   "zh-Hant."));
	return true;
}

bool resident_check(const struct resident *resident, struct error *err)
{
	static const struct text_limit note = {"note", N_("the note"), 2000,
					       true, false};

	for (size_t i = 0; i < resident->refused_titles.count; i++)
		if (!title_list_check(resident->refused_titles.items[i], err))
			return false;
	return person_name_check(&resident->name, err) &&
	       language_check(resident->language, err) &&
	       text_check(resident->note, &note, err) &&
	       reaches_check(resident->reaches, resident->reach_count, err);
}

/*
 * cues.c - the table of cues, and what is so at this moment
 */
#include "cues.h"

#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/log.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/table.h"
#include "frontdesk/core/address.h"
#include "frontdesk/core/language.h"
#include "frontdesk/desk/cue.h"

/* Longer ago than this, a weekday alone would be the wrong one. */
#define WEEKDAY_DAYS 6

void cues_log_faults(const char *faults)
{
	while (*faults != '\0') {
		size_t len = strcspn(faults, "\n");

		log_info("%.*s", (int)len, faults);
		faults += len + (faults[len] == '\n');
	}
}

const struct cue_table *cues_of(struct desk *desk)
{
	struct str faults = STR_INIT;

	if (desk->cues != NULL && desk->cues->is_whole)
		return desk->cues;
	if (desk->cues != NULL)
		cue_table_release(desk->cues);
	else
		desk->cues = mem_new(1, sizeof(*desk->cues));
	cue_table_load(desk->data_dir, desk->cues, &faults);
	cues_log_faults(str_text(&faults));
	str_release(&faults);
	return desk->cues;
}

const struct cue_table *cues_of_rows(struct desk *desk)
{
	if (desk->cues == NULL) {
		desk->cues = mem_new(1, sizeof(*desk->cues));
		cue_table_load_of(desk->data_dir, CUE_AT_FINDING, desk->cues);
	}
	return desk->cues;
}

void desk_check_cues(struct desk *desk, struct str *out)
{
	struct cue_table table;
	struct phrases *phrases;
	struct error err = {0};

	cue_table_load(desk->data_dir, &table, out);
	cue_table_release(&table);
	if (phrases_load(desk->data_dir, &phrases, out, &err))
		phrases_free(phrases);
	else
		table_pass_over(out, &err);
}

const char *desk_wrong_words(struct desk *desk)
{
	struct error unused = {0};

	if (!desk_may(desk, DUTY_OVERSEE, &unused))
		return NULL;
	if (!desk->has_checked_words)
		desk_check_cues(desk, &desk->wrong_words);
	desk->has_checked_words = true;
	return desk->wrong_words.len > 0 ? str_text(&desk->wrong_words) : NULL;
}

void desk_add_wrong_words(const char *wrong, struct str *out)
{
	size_t len = strcspn(wrong, "\n");
	const char *folder = strstr(wrong, "cues/");
	size_t count = 0;

	for (const char *at = wrong; (at = strchr(at, '\n')) != NULL; at++)
		count++;
	if (folder != NULL && folder < wrong + len) {
		len -= (size_t)(folder - wrong);
		wrong = folder;
	}
	str_addf(out, "%.*s", (int)len, wrong);
	if (count > 1)
		str_addf(out, _(", and %zu more"), count - 1);
}

const char *cues_language(const struct desk *desk)
{
	return desk->language != NULL ? desk->language : "en";
}

struct cue_frame *cue_stage_add(struct cue_stage *stage)
{
	struct cue_frame *frame;

	stage->frames =
	    mem_resize(stage->frames, stage->count + 1, sizeof(*stage->frames));
	frame = &stage->frames[stage->count++];
	*frame = (struct cue_frame){0};
	return frame;
}

void cue_stage_put(struct cue_stage *stage, struct cue_frame *frame,
		   enum cue_place place, struct str *text)
{
	if (text->len == 0) {
		str_release(text);
		return;
	}
	stage->made = mem_resize(stage->made, stage->made_count + 1,
				 sizeof(*stage->made));
	frame->places[place] = stage->made[stage->made_count++] =
	    str_take(text);
}

void cue_stage_release(struct cue_stage *stage)
{
	for (size_t i = 0; i < stage->made_count; i++)
		free(stage->made[i]);
	free(stage->made);
	free(stage->frames);
	*stage = (struct cue_stage){0};
}

void cues_add_month_day(struct day day, struct str *out)
{
	char full[24];
	const char *blank;

	day_format(day, full);
	blank = strchr(full, ' ');
	str_add(out, blank != NULL ? blank + 1 : full);
}

static void add_spanish_day(struct day day, int distance, struct str *out)
{
	static const char *const weekdays[] = {
	    "el domingo", "el lunes",	"el martes", "el miércoles",
	    "el jueves",  "el viernes", "el sábado",
	};
	static const char *const months[] = {
	    "enero",	  "febrero", "marzo",	  "abril",
	    "mayo",	  "junio",   "julio",	  "agosto",
	    "septiembre", "octubre", "noviembre", "diciembre",
	};
	int month = (int)strtol(day.text + 5, NULL, 10);

	if (distance == 0)
		str_add(out, "hoy");
	else if (distance <= WEEKDAY_DAYS)
		str_add(out, weekdays[day_weekday(day)]);
	else if (month >= 1 && month <= 12)
		str_addf(out, "el %d de %s",
			 (int)strtol(day.text + 8, NULL, 10),
			 months[month - 1]);
}

void cues_add_day(const struct desk *desk, int64_t at, const char *language,
		  struct str *out)
{
	static const char *const weekdays[] = {
	    N_("Sunday"),   N_("Monday"), N_("Tuesday"),  N_("Wednesday"),
	    N_("Thursday"), N_("Friday"), N_("Saturday"),
	};
	struct day day = zone_day(desk->site.time_zone, at);
	int distance = day_distance(day, desk_today(desk));

	if (language_is(language, "es"))
		add_spanish_day(day, distance, out);
	else if (distance == 0)
		str_add(out, _("today"));
	else if (distance <= WEEKDAY_DAYS)
		str_add(out, _(weekdays[day_weekday(day)]));
	else
		cues_add_month_day(day, out);
}

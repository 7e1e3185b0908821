/* What may be done with a record, as rows above its history: also taking it
 * apart from each record that was merged into it. */
#include <stdlib.h>

#include "../dialog.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/merge.h"
#include "merge.h"
#include "moment.h"
#include "resident.h"
#include "screens.h"

/* Changing stands last, next to the history; the merged ones before it. */
enum deed { BEGIN_VISIT, MERGE, FIRST_MERGED };

void resident_deeds_release(struct resident_screen *state)
{
	for (size_t i = 0; i < state->deed_count; i++)
		free(state->deeds[i]);
	free(state->deeds);
	state->deeds = NULL;
	state->deed_count = 0;
}

static char *merged_words(const struct resident_screen *state,
			  const struct merged_record *merged)
{
	struct str day = STR_INIT, text = STR_INIT;

	moment_add_day(state->desk, merged->at, &day);
	if (str_is_blank(merged->staff))
		str_addf(&text, _("also known as %s, merged %s: take apart"),
			 merged->reference, str_text(&day));
	else
		str_addf(&text,
			 _("also known as %s, merged %s by %s: take apart"),
			 merged->reference, str_text(&day), merged->staff);
	str_release(&day);
	return str_take(&text);
}

void resident_deeds_make(struct resident_screen *state)
{
	size_t count = 0;

	resident_deeds_release(state);
	state->deeds = mem_new(FIRST_MERGED + state->page.merged_count + 1,
			       sizeof(*state->deeds));
	state->deeds[count++] = mem_copy(_("+ begin a visit"));
	state->deeds[count++] =
	    mem_copy(_("+ merge with another record of this person"));
	for (size_t i = 0; i < state->page.merged_count; i++)
		state->deeds[count++] =
		    merged_words(state, &state->page.merged[i]);
	state->deeds[count++] = mem_copy(_("+ change the record"));
	state->deed_count = count;
}

static void saved(struct app *app, void *state, int64_t resident_id)
{
	(void)state;
	(void)resident_id;
	app_news(app, _("The record is changed."));
	app_reload(app);
}

struct taking_apart {
	int64_t merged_id;
	char *reference;
};

static void stay_merged(struct app *app, void *state)
{
	struct taking_apart *taking = state;

	(void)app;
	free(taking->reference);
	free(taking);
}

static void take_apart(struct app *app, void *state, size_t index)
{
	const struct taking_apart *taking = state;
	struct error err = {0};

	(void)index;
	if (desk_unmerge(app_desk(app), taking->merged_id, &err))
		app_news(app,
			 _("Taken apart: %s is a record of its own again."),
			 taking->reference);
	else
		app_problem(app, &err);
	app_reload(app);
	stay_merged(app, state);
}

static void ask_apart(struct app *app, const struct merged_record *merged)
{
	const struct dialog_choice choices[] = {
	    {'t', _("Take apart"), _("what came later stays here")},
	};
	struct taking_apart *taking = mem_new(1, sizeof(*taking));
	struct str title = STR_INIT;

	taking->merged_id = merged->resident_id;
	taking->reference = mem_copy(merged->reference);
	str_addf(&title, _("Is %s somebody else after all?"),
		 merged->reference);
	dialog_choose(app, str_text(&title), choices, MEM_COUNT(choices),
		      take_apart, stay_merged, taking);
	str_release(&title);
}

void resident_take_apart(struct app *app, const struct resident_screen *state)
{
	if (state->page.merged_count == 1)
		ask_apart(app, &state->page.merged[0]);
	else
		app_news(app, _("Which one? Each has a row above the requests: "
				"Enter there."));
}

void resident_change(struct app *app, const struct resident_screen *state)
{
	resident_edit_open(app, state->resident_id, NULL, saved, NULL);
}

void resident_deed_run(struct app *app, const struct resident_screen *state,
		       size_t deed)
{
	if (deed == BEGIN_VISIT)
		visit_open_new(app, CHANNEL_WALK_IN, state->resident_id, 0, 0);
	else if (deed == MERGE)
		merge_pick(app, &state->page.resident);
	else if (deed - FIRST_MERGED < state->page.merged_count)
		ask_apart(app, &state->page.merged[deed - FIRST_MERGED]);
	else
		resident_change(app, state);
}

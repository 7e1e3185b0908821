/* Whose request it is, put right after its visit is over. */
#include <stdlib.h>

#include "../dialog.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/resident.h"
#include "screens.h"

enum deed { WHOSE, SPEAKS, ORGANISATION, NOBODY_SPEAKS, NO_ORGANISATION };

struct correcting {
	int64_t request_id;
	enum deed deed;
};

static void cancelled(struct app *app, void *state)
{
	(void)app;
	free(state);
}

static void correct(struct app *app, struct correcting *correcting,
		    int64_t resident_id, int64_t organisation_id)
{
	static const enum visit_part parts[] = {
	    [WHOSE] = PART_THEMSELVES,
	    [SPEAKS] = PART_SPEAKS_FOR,
	    [ORGANISATION] = PART_FOR_ORGANISATION,
	    [NOBODY_SPEAKS] = PART_SPEAKS_FOR,
	    [NO_ORGANISATION] = PART_FOR_ORGANISATION,
	};
	struct error err = {0};

	if (desk_correct_party(app_desk(app), correcting->request_id,
			       resident_id, organisation_id,
			       parts[correcting->deed], &err))
		app_news(app, _("Corrected, and noted who did it."));
	else
		app_problem(app, &err);
	app_reload(app);
	free(correcting);
}

static void given(struct app *app, void *state, const struct find_row *row)
{
	bool is_resident = row->kind == FIND_RESIDENT;

	correct(app, state, is_resident ? row->id : 0,
		is_resident ? 0 : row->id);
}

static void deed_chosen(struct app *app, void *state, size_t index)
{
	struct correcting *correcting = state;

	correcting->deed = (enum deed)index;
	switch (correcting->deed) {
	case WHOSE:
		resident_pick(app, _("Whose request is it?"), given, cancelled,
			      correcting);
		break;
	case SPEAKS:
		resident_pick(app, _("Who speaks for them?"), given, cancelled,
			      correcting);
		break;
	case ORGANISATION:
		organisation_pick(app, _("Which organisation is it for?"),
				  given, cancelled, correcting);
		break;
	default:
		correct(app, correcting, 0, 0);
		break;
	}
}

void request_correct(struct app *app, int64_t request_id)
{
	const struct dialog_choice choices[] = {
	    [WHOSE] = {'w', _("Whose it is"), NULL},
	    [SPEAKS] = {'s', _("Who speaks for them"), NULL},
	    [ORGANISATION] = {'o', _("The organisation it is for"), NULL},
	    [NOBODY_SPEAKS] = {'n', _("Nobody speaks for them"), NULL},
	    [NO_ORGANISATION] = {'x', _("For no organisation"), NULL},
	};
	struct correcting *correcting = mem_new(1, sizeof(*correcting));

	correcting->request_id = request_id;
	dialog_choose(app, _("What is to be corrected?"), choices,
		      MEM_COUNT(choices), deed_chosen, cancelled, correcting);
}

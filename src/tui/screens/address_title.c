/* Which title they gave, and which they do not want. */
#include <string.h>

#include "../pick.h"
#include "address.h"
#include "honorific_pick.h"

#define ALLOW "allow " /* before a title, in the id of a row */

/* The titles that are known, and what was typed as it is. */
static bool find_titles(struct app *app, void *state, const char *typed,
			struct pick_rows *out, struct error *err)
{
	const struct asking *asking = state;

	if (!honorific_offer_in(app, HONORIFIC_TITLE, asking->resident.language,
				typed, out, err))
		return false;
	if (!str_is_blank(typed))
		pick_add(out, "as typed", typed, _("as it is typed"));
	return true;
}

static bool title_picked(struct app *app, void *state, const char *id,
			 const char *typed, struct error *err)
{
	struct asking *asking = state;

	if (!desk_note_title(app_desk(app), asking->resident.resident_id,
			     str_same(id, "as typed") ? typed : id, err))
		return false;
	address_finish(app, asking, true, err);
	return true;
}

/* The record's own first, then what is refused already, to be taken back. */
static void add_own(const struct resident *resident, const char *typed,
		    struct pick_rows *out)
{
	const struct title_list *refused = &resident->refused_titles;
	struct str id = STR_INIT;

	if (!str_is_blank(resident->name.title) &&
	    pick_meets(typed, resident->name.title))
		pick_add(out, resident->name.title, resident->name.title,
			 _("in the record"));
	for (size_t i = 0; i < refused->count; i++) {
		if (!pick_meets(typed, refused->items[i]))
			continue;
		str_clear(&id);
		str_addf(&id, "%s%s", ALLOW, refused->items[i]);
		pick_add(out, str_text(&id), refused->items[i],
			 _("refused: allow it"));
	}
	str_release(&id);
}

static bool find_refused(struct app *app, void *state, const char *typed,
			 struct pick_rows *out, struct error *err)
{
	const struct asking *asking = state;

	add_own(&asking->resident, typed, out);
	return find_titles(app, state, typed, out, err);
}

static bool refused_picked(struct app *app, void *state, const char *id,
			   const char *typed, struct error *err)
{
	struct asking *asking = state;
	struct desk *desk = app_desk(app);
	int64_t resident = asking->resident.resident_id;
	bool is_allowed = !strncmp(id, ALLOW, strlen(ALLOW));
	const char *title = str_same(id, "as typed") ? typed : id;

	if (is_allowed
		? !desk_allow_title(desk, resident, id + strlen(ALLOW), err)
		: !desk_refuse_title(desk, resident, title, err))
		return false;
	address_finish(app, asking, true, err);
	return true;
}

void address_ask_refused(struct app *app, struct asking *asking)
{
	struct pick pick = {
	    .title = _("Which title do they not want?"),
	    .label = _("Not"),
	    .find = find_refused,
	    .picked = refused_picked,
	    .cancelled = address_cancelled,
	    .state = asking,
	};

	pick_open(app, &pick);
}

void address_ask_title(struct app *app, struct asking *asking)
{
	struct pick pick = {
	    .title = _("Which title did they give?"),
	    .label = _("Title"),
	    .find = find_titles,
	    .picked = title_picked,
	    .cancelled = address_cancelled,
	    .state = asking,
	};

	pick_open(app, &pick);
}

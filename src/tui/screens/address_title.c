/* Which title they gave, and which they do not want. */
#include <string.h>

#include "../pick.h"
#include "address.h"
#include "honorific_pick.h"

#define ALLOW "allow " /* before a title, in the id of a row */

/* What was typed as it is, where no row has it already. */
static void add_typed(const char *typed, struct pick_rows *out)
{
	if (!str_is_blank(typed) && !pick_has(out, typed))
		pick_add(out, "as typed", typed, _("as it is typed"));
}

static bool offer(struct app *app, const struct resident *resident,
		  const struct honorific_wanted *wanted, struct pick_rows *out,
		  struct error *err)
{
	return honorific_offer_in(app, wanted, resident->language,
				  resident->name.name_locale, out, err);
}

static bool find_titles(struct app *app, void *state, const char *typed,
			struct pick_rows *out, struct error *err)
{
	const struct asking *asking = state;
	const struct honorific_wanted wanted = {
	    .kind = HONORIFIC_TITLE,
	    .typed = typed,
	    .refused = &asking->resident.refused_titles,
	};

	if (!offer(app, &asking->resident, &wanted, out, err))
		return false;
	add_typed(typed, out);
	return true;
}

static bool title_picked(struct app *app, void *state, const char *id,
			 const char *typed, struct error *err)
{
	struct asking *asking = state;
	const char *title = str_same(id, "as typed") ? typed : id;

	if (!desk_note_title(app_desk(app), asking->resident.resident_id, title,
			     err))
		return false;
	address_noted(app, asking, title, true);
	return true;
}

/* To be allowed again: never by a bare Enter, nor by what was typed. */
static void add_refused(const struct title_list *refused, const char *typed,
			struct pick_rows *out)
{
	struct str id = STR_INIT;

	for (size_t i = 0; i < refused->count; i++) {
		if (!pick_meets(typed, refused->items[i]))
			continue;
		str_clear(&id);
		str_addf(&id, "%s%s", ALLOW, refused->items[i]);
		pick_add_apart(out, str_text(&id), refused->items[i],
			       _("refused: allow it"));
	}
	str_release(&id);
}

static bool find_refused(struct app *app, void *state, const char *typed,
			 struct pick_rows *out, struct error *err)
{
	const struct resident *resident = &((struct asking *)state)->resident;
	const char *own = resident->name.title;
	struct title_list without;
	const struct honorific_wanted wanted = {
	    .kind = HONORIFIC_TITLE,
	    .typed = typed,
	    .without = &without,
	    /* "Ms" that is refused already does not mean "Msgr." */
	    .is_apart = title_list_has(&resident->refused_titles, typed),
	};
	bool is_offered;

	title_list_copy(&without, &resident->refused_titles);
	title_list_add(&without, own);
	if (!str_is_blank(own) && pick_meets(typed, own))
		pick_add(out, own, own, _("in the record"));
	is_offered = offer(app, resident, &wanted, out, err);
	if (is_offered && !title_list_has(&without, typed))
		add_typed(typed, out);
	if (is_offered)
		add_refused(&resident->refused_titles, typed, out);
	title_list_release(&without);
	return is_offered;
}

static bool refused_picked(struct app *app, void *state, const char *id,
			   const char *typed, struct error *err)
{
	struct asking *asking = state;
	struct desk *desk = app_desk(app);
	int64_t resident = asking->resident.resident_id;
	bool is_allowed = !strncmp(id, ALLOW, strlen(ALLOW));
	const char *title = is_allowed		       ? id + strlen(ALLOW)
			    : str_same(id, "as typed") ? typed
						       : id;
	struct str words = STR_INIT;

	if (is_allowed ? !desk_allow_title(desk, resident, title, err)
		       : !desk_refuse_title(desk, resident, title, err))
		return false;
	str_addf(&words, is_allowed ? _("may be called %s") : _("not %s"),
		 title);
	address_noted(app, asking, str_text(&words), false);
	str_release(&words);
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

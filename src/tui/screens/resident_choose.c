/* F4 in a resident's record: titles, languages, ranks, services, offices. */
#include "../pick.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/core/language.h"
#include "honorific_pick.h"
#include "resident_edit.h"

static const char *const services[] = {"USA", "USAF", "USMC",
				       "USN", "USSF", "USCG"};

static bool find_languages(const char *typed, struct pick_rows *out)
{
	const char *tag, *name;

	for (size_t i = 0; (tag = language_at(i, &name)); i++)
		if (pick_meets(typed, name) || pick_meets(typed, tag))
			pick_add(out, tag, name, tag);
	return true;
}

static bool find_services(const char *typed, struct pick_rows *out)
{
	for (size_t i = 0; i < MEM_COUNT(services); i++)
		if (pick_meets(typed, services[i]))
			pick_add(out, services[i], services[i], NULL);
	return true;
}

/* The ranks of the service that stands in the form, else of every one. */
static bool find_ranks(struct app *app, const struct form *form,
		       const char *typed, struct pick_rows *out,
		       struct error *err)
{
	const struct honorific_wanted wanted = {.kind = HONORIFIC_RANK,
						.typed = typed};
	const char *service = form_value(form, "service");

	if (!str_is_blank(service))
		return honorific_offer(app, &wanted, &service, 1, out, err);
	return honorific_offer(app, &wanted, services, MEM_COUNT(services), out,
			       err);
}

static bool find(struct app *app, void *screen, const char *typed,
		 struct pick_rows *out, struct error *err)
{
	const struct resident_edit *edit = ((struct screen *)screen)->state;
	const struct form *form = &edit->form;
	const struct honorific_wanted wanted = {
	    .kind =
		form_is_at(form, "office") ? HONORIFIC_OFFICE : HONORIFIC_TITLE,
	    .typed = typed,
	};

	if (form_is_at(form, "language"))
		return find_languages(typed, out);
	if (form_is_at(form, "service"))
		return find_services(typed, out);
	if (form_is_at(form, "rank"))
		return find_ranks(app, form, typed, out, err);
	return honorific_offer_in(app, &wanted, form_value(form, "language"),
				  form_value(form, "name_locale"), out, err);
}

static bool picked(struct app *app, void *screen, const char *id,
		   const char *typed, struct error *err)
{
	struct resident_edit *edit = ((struct screen *)screen)->state;

	(void)app;
	(void)typed;
	(void)err;
	form_set(&edit->form, form_focused(&edit->form)->id, id);
	form_go_on(&edit->form);
	return true;
}

bool resident_edit_can_choose(const struct resident_edit *edit)
{
	static const char *const chosen[] = {"title", "language", "rank",
					     "service", "office"};

	for (size_t i = 0; i < MEM_COUNT(chosen); i++)
		if (form_is_at(&edit->form, chosen[i]))
			return true;
	return false;
}

void resident_edit_choose(struct app *app, struct screen *screen)
{
	const struct resident_edit *edit = screen->state;
	struct pick pick = {
	    .title = _("Choose"),
	    .label = form_focused(&edit->form)->label,
	    .find = find,
	    .picked = picked,
	    .state = screen,
	};

	pick_open(app, &pick);
}

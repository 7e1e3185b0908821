/* The parts of an organisation's record as rows. */
#include <stdio.h>

#include "frontdesk/base/mem.h"
#include "organisation_edit.h"

#define LABEL_COLS 16
#define REACH_KINDS 3

static const struct {
	const char *id, *label;
	enum reach_kind kind;
	size_t spare; /* blank rows beside those that are filled */
} reach_rows[REACH_KINDS] = {
    {"telephone", N_("Telephone"), REACH_TELEPHONE, 1},
    {"email", N_("E-mail"), REACH_EMAIL, 0},
    {"address", N_("Street address"), REACH_ADDRESS, 0},
};

/* "telephone", and "telephone 2" for the next one. */
static void row_id(size_t kind, size_t nth, char out[32])
{
	if (nth)
		snprintf(out, 32, "%s %zu", reach_rows[kind].id, nth + 1);
	else
		snprintf(out, 32, "%s", reach_rows[kind].id);
}

static void add_reaches(struct form *form, size_t kind,
			const struct organisation *organisation)
{
	size_t nth = 0, wanted;
	char id[32];

	for (size_t i = 0; i < organisation->reach_count; i++) {
		if (organisation->reaches[i].kind != reach_rows[kind].kind)
			continue;
		row_id(kind, nth++, id);
		form_add_text(form, id, _(reach_rows[kind].label), 200, false);
		form_set(form, id, organisation->reaches[i].value);
	}
	wanted = nth + reach_rows[kind].spare;
	for (wanted = wanted ? wanted : 1; nth < wanted; nth++) {
		row_id(kind, nth, id);
		form_add_text(form, id, _(reach_rows[kind].label), 200, false);
	}
}

void organisation_form_make(struct form *form,
			    const struct organisation *organisation)
{
	form_init(form, LABEL_COLS);
	form_add_text(form, "name", _("Name"), 120, false);
	form_set(form, "name", organisation->name);
	for (size_t kind = 0; kind < REACH_KINDS; kind++)
		add_reaches(form, kind, organisation);
	form_add_text(form, "note", _("Note"), 2000, true);
	form_set(form, "note", organisation->note);
	form_note(form, "note", _("they may read this"));
	form_focus(form, "name");
}

void organisation_form_read(const struct form *form,
			    const struct organisation *was,
			    struct organisation *out)
{
	char id[32];

	*out = (struct organisation){
	    .organisation_id = was->organisation_id,
	    .edition = was->edition,
	    .name = mem_copy(form_value(form, "name")),
	    .note = mem_copy(form_value(form, "note")),
	};
	for (size_t kind = 0; kind < REACH_KINDS; kind++) {
		size_t nth = 0;

		for (row_id(kind, nth, id); form_find(form, id);
		     row_id(kind, ++nth, id))
			if (!str_is_blank(form_value(form, id)))
				organisation_add_reach(out,
						       reach_rows[kind].kind,
						       form_value(form, id));
	}
}

size_t organisation_form_compare(struct form *form,
				 const struct organisation *was,
				 const struct organisation *now)
{
	struct form old = {0}, fresh = {0};
	size_t differ = 0;

	organisation_form_make(&old, was);
	organisation_form_make(&fresh, now);
	for (size_t i = 0; i < form->count; i++) {
		const char *id = form->rows[i]->id;
		const char *theirs = form_value(&fresh, id);
		const char *typed = form_value(form, id);
		struct str note = STR_INIT;

		if (str_same(theirs, form_value(&old, id)) ||
		    str_same(theirs, typed))
			continue;
		differ++;
		if (str_same(typed, form_value(&old, id))) {
			form_set(form, id, theirs);
			form_note(form, id, _("changed meanwhile"));
			continue;
		}
		str_addf(&note, _("now: %s"),
			 str_is_blank(theirs) ? _("nothing") : theirs);
		form_note(form, id, str_text(&note));
		str_release(&note);
	}
	form_release(&old);
	form_release(&fresh);
	return differ;
}

/*
 * organisation_edit.h - the form of an organisation and its people, for
 * organisation*.c alone
 */
#ifndef FRONTDESK_TUI_SCREENS_ORGANISATION_EDIT_H
#define FRONTDESK_TUI_SCREENS_ORGANISATION_EDIT_H

#include "../app.h"
#include "../form.h"
#include "frontdesk/desk/resident.h"

/* Between the record and the form; out is the caller's. */
void organisation_form_make(struct form *form,
			    const struct organisation *organisation);
void organisation_form_read(const struct form *form,
			    const struct organisation *was,
			    struct organisation *out);
/*
 * Somebody else changed it meanwhile: rows that were not typed into take what
 * stands now, beside the others it is shown. Returns how many rows differ.
 */
size_t organisation_form_compare(struct form *form,
				 const struct organisation *was,
				 const struct organisation *now);

/* organisation_people.c: somebody new among its people; one of them changed,
 * whose title and part are copied. */
void organisation_add_person_to(struct app *app, int64_t organisation_id);
void organisation_change_person(struct app *app, int64_t organisation_id,
				int64_t resident_id, const char *title,
				const char *part);

#endif

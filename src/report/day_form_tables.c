/*
 * day_form_tables.c - a day as one file a table
 */
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/report/day_form.h"
#include "frontdesk/report/summary.h"

#define FIGURES "figures" /* the table that is the form "csv" */
#define PREFIX "csv-"

const char *day_form_table_of(const char *form)
{
	size_t len = strlen(PREFIX);

	return strncmp(form, PREFIX, len) == 0 ? form + len : NULL;
}

void day_files_release(struct day_files *files)
{
	for (size_t i = 0; i < files->count; i++) {
		free(files->items[i].form);
		str_release(&files->items[i].text);
	}
	free(files->items);
	*files = (struct day_files){0};
}

void day_files_add(struct day_files *files, const char *name, const char *form)
{
	files->items =
	    mem_grow(files->items, files->count, sizeof(*files->items));
	files->items[files->count++] =
	    (struct day_file){.name = name, .form = mem_copy(form)};
}

static void list_tables(struct day_files *files)
{
	struct str form = STR_INIT;
	const char *name;

	day_files_add(files, FIGURES, "csv");
	for (size_t i = 0; (name = summary_table_name(i)) != NULL; i++) {
		str_clear(&form);
		str_addf(&form, PREFIX "%s", name);
		day_files_add(files, name, str_text(&form));
	}
	str_release(&form);
}

/* A day that is closed while it is read is either closed in all of them or in
 * none: the first says which. */
static bool add_closed(struct desk *desk, const struct summary_scope *scope,
		       bool with_names, struct day_files *files,
		       bool *is_closed, struct error *err)
{
	for (size_t i = 0; i < files->count; i++) {
		const struct day_asked asked = {
		    scope->site_id, scope->from,     files->items[i].form,
		    with_names,	    day_form_render, NULL};

		if (!desk_closed_paper(desk, &asked, &files->items[i].text,
				       is_closed, err))
			return false;
		if (!*is_closed)
			return true;
	}
	return true;
}

static bool add_open(struct desk *desk, const struct summary_scope *scope,
		     bool with_names, struct day_files *files,
		     struct error *err)
{
	struct summary summary;
	bool is_done = true;

	if (!desk_sum_up_scope(desk, scope, &summary, err))
		return false;
	for (size_t i = 0; is_done && i < files->count; i++) {
		if (scope->progress != NULL)
			scope->progress(scope->progress_state, _("the tables"),
					(int)(100 * i / files->count));
		is_done =
		    day_form_render(&summary, files->items[i].form, with_names,
				    &files->items[i].text, NULL, err);
	}
	summary_release(&summary);
	return is_done;
}

bool day_form_make_tables(struct desk *desk, const struct summary_scope *scope,
			  bool with_names, struct day_files *out,
			  bool *is_closed, struct error *err)
{
	bool is_done = true;

	*out = (struct day_files){0};
	*is_closed = false;
	list_tables(out);
	if (summary_scope_is_a_day(scope))
		is_done =
		    add_closed(desk, scope, with_names, out, is_closed, err);
	if (is_done && !*is_closed)
		is_done = add_open(desk, scope, with_names, out, err);
	if (!is_done)
		day_files_release(out);
	return is_done;
}

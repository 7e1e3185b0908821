/*
 * day_form.c - a day in the forms that it is given out in, by name
 */
#include "frontdesk/report/day_form.h"

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/report/pdf.h"
#include "frontdesk/report/print.h"
#include "frontdesk/report/summary.h"

typedef bool form_fn(const struct summary *summary, bool with_names,
		     struct str *out, struct str *words, struct error *err);

static bool add_text(const struct summary *summary, bool with_names,
		     struct str *out, struct str *words, struct error *err)
{
	const struct summary_text how = {.with_names = with_names,
					 .with_form_feeds = true};

	(void)words;
	(void)err;
	summary_add_text(summary, &how, out);
	return true;
}

static bool add_csv(const struct summary *summary, bool with_names,
		    struct str *out, struct str *words, struct error *err)
{
	(void)words;
	(void)err;
	summary_add_csv(summary, with_names, out);
	return true;
}

static bool add_json(const struct summary *summary, bool with_names,
		     struct str *out, struct str *words, struct error *err)
{
	(void)words;
	(void)err;
	summary_add_json(summary, with_names, out);
	return true;
}

static bool add_pdf(const struct summary *summary, bool with_names,
		    enum paper paper, struct str *out, struct str *words,
		    struct error *err)
{
	struct document document = {0};
	bool is_done;

	summary_add_document(summary, with_names, &document);
	is_done = pdf_render(&document, paper, out, words, err);
	document_release(&document);
	return is_done;
}

static bool add_letter(const struct summary *summary, bool with_names,
		       struct str *out, struct str *words, struct error *err)
{
	return add_pdf(summary, with_names, PAPER_LETTER, out, words, err);
}

static bool add_a4(const struct summary *summary, bool with_names,
		   struct str *out, struct str *words, struct error *err)
{
	return add_pdf(summary, with_names, PAPER_A4, out, words, err);
}

/* A form that stands here is one that closed days are kept in. */
static const struct {
	const char *name;
	form_fn *add;
} forms[] = {
    {"text", add_text},		{"csv", add_csv},   {"json", add_json},
    {"pdf-letter", add_letter}, {"pdf-a4", add_a4},
};

bool day_form_render(const struct summary *summary, const char *form,
		     bool with_names, struct str *out, struct str *words,
		     struct error *err)
{
	const char *table = day_form_table_of(form);

	for (size_t i = 0; i < MEM_COUNT(forms); i++)
		if (str_same(forms[i].name, form))
			return forms[i].add(summary, with_names, out, words,
					    err);
	if (table != NULL && summary_add_table(summary, table, with_names, out))
		return true;
	return error_set(err, ERROR_INVALID, "format",
			 _("there is no format \"%s\": use text, csv, json, "
			   "pdf-letter or pdf-a4"),
			 form);
}

const char *day_form_printed(const struct settings *settings,
			     struct print_options *how)
{
	if (!settings->summary_as_pdf)
		return "text";
	how->kind = PRINT_PDF;
	how->media = print_media(settings->paper);
	return settings->paper == PAPER_A4 ? "pdf-a4" : "pdf-letter";
}

bool day_form_close(struct desk *desk, struct closing_order *order,
		    struct error *err)
{
	order->render = day_form_render;
	return desk_close_day(desk, order, err);
}

static void tell_pages(void *state, int percent)
{
	const struct summary_scope *scope = state;

	scope->progress(scope->progress_state, _("the pages"), percent);
}

/* Only of pages of text is it known how far they are. */
static bool render_told(const struct summary_scope *scope,
			const struct summary *summary, const char *form,
			bool with_names, struct str *out, struct str *words,
			struct error *err)
{
	const struct summary_text how = {with_names, true, tell_pages,
					 (void *)scope};

	if (scope->progress == NULL || !str_same(form, "text")) {
		if (scope->progress != NULL)
			tell_pages((void *)scope, -1);
		return day_form_render(summary, form, with_names, out, words,
				       err);
	}
	summary_add_text(summary, &how, out);
	return true;
}

bool day_form_make(struct desk *desk, const struct summary_scope *scope,
		   const char *form, bool with_names, struct str *out,
		   struct day_note *note, struct error *err)
{
	const struct day_asked asked = {
	    scope->site_id, scope->from,     form,
	    with_names,	    day_form_render, &note->words,
	};
	struct summary summary;
	bool is_done;

	*note = (struct day_note){0};
	if (summary_scope_is_a_day(scope) &&
	    !desk_closed_paper(desk, &asked, out, &note->is_closed, err))
		return false;
	if (note->is_closed)
		return true;
	if (!desk_sum_up_scope(desk, scope, &summary, err))
		return false;
	is_done = render_told(scope, &summary, form, with_names, out,
			      &note->words, err);
	summary_release(&summary);
	return is_done;
}

void day_form_unfeed(struct str *text)
{
	for (size_t i = 0; i < text->len; i++)
		if (text->text[i] == '\f')
			text->text[i] = '\n';
}

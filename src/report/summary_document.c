/*
 * summary_document.c - the day as a document: sentences, tables, charts, lists
 */
#include <stdio.h>
#include <string.h>

#include "day_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/text.h"
#include "frontdesk/report/pdf.h"
#include "frontdesk/report/summary.h"

#define CELLS 8
#define FIRST_ENDS 48 /* hundredths of the width, in every table */

/* What is open in the document: a table of these columns, or the chart. */
struct form {
	struct document *document;
	const char *open; /* NULL: nothing */
	size_t column_count;
};

static const char facts[] = "l38 r10 l52", parts[] = "l38 r10 b52";
static const char grid[] = "", chart[] = ""; /* known by their addresses */

static void end(struct form *form)
{
	if (form->open != NULL)
		document_end(form->document);
	form->open = NULL;
}

static void open_table(struct form *form, const char *columns)
{
	if (form->open == columns)
		return;
	end(form);
	document_table(form->document, columns);
	form->open = columns;
}

static void add_heading(void *state, const char *text)
{
	struct form *form = state;

	end(form);
	document_heading(form->document, text);
}

static void add_columns(void *state, const struct day_columns *columns)
{
	struct form *form = state;
	const char *cells[CELLS] = {columns->label_words};
	struct str widths = STR_INIT;
	/* The first number stands under those of all other tables. */
	double other =
	    (double)(100 - FIRST_ENDS) / (double)(columns->count - 1);

	end(form);
	str_addf(&widths, "l%.1f", FIRST_ENDS - other);
	for (size_t i = 0; i < columns->count && i + 1 < CELLS; i++) {
		str_addf(&widths, " r%.1f", other);
		cells[i + 1] = columns->words[i];
	}
	document_table(form->document, str_text(&widths));
	document_head(form->document, cells, columns->count + 1);
	form->open = grid;
	form->column_count = columns->count;
	str_release(&widths);
}

static void add_cells(void *state, const char *label,
		      const char *const values[])
{
	const struct form *form = state;
	const char *cells[CELLS] = {label};

	for (size_t i = 0; i < form->column_count && i + 1 < CELLS; i++)
		cells[i + 1] = values[i];
	document_row(form->document, cells, form->column_count + 1);
}

static void add_row(void *state, const char *label, const char *number,
		    const char *rest)
{
	struct form *form = state;
	const char *cells[] = {label, number, rest + strspn(rest, ", ")};

	open_table(form, facts);
	document_row(form->document, cells, 3);
}

static void add_measured(struct form *form, const char *label, int64_t count,
			 int64_t whole)
{
	char number[24], bar[50];
	const char *const cells[] = {label, number, bar};

	snprintf(number, sizeof(number), "%lld", (long long)count);
	snprintf(bar, sizeof(bar), "%lld/%lld", (long long)count,
		 (long long)whole);
	document_row(form->document, cells, 3);
}

/* What a bar as long as its column would be stands above it. */
static void add_part(void *state, const char *label, int64_t count,
		     int64_t whole)
{
	struct str words = STR_INIT;
	struct form *form = state;

	if (form->open != parts) {
		const char *cells[] = {"", "", ""};

		open_table(form, parts);
		str_addf(&words, _("share of %lld"), (long long)whole);
		cells[2] = str_text(&words);
		if (whole > 0)
			document_head(form->document, cells, 3);
		str_clear(&words);
	}

	text_add_capitalised(&words, label, strlen(label), TEXT_CASE_PLAIN);
	add_measured(state, str_text(&words), count, whole);
	str_release(&words);
}

static void add_bar(void *state, enum day_bar kind, const char *label,
		    int64_t count, int64_t most)
{
	struct form *form = state;

	if (kind == DAY_BAR_TOPIC) {
		open_table(form, parts);
		add_measured(form, label, count, most);
		return;
	}
	if (form->open != chart) {
		end(form);
		document_chart(form->document);
		form->open = chart;
	}
	document_bar(form->document, label, count);
}

static void add_entry(void *state, const char *name, const char *text)
{
	struct form *form = state;

	end(form);
	document_item(form->document, name, text);
}

static void add_detail(void *state, const char *label, const char *text)
{
	const struct form *form = state;

	document_detail(form->document, label, text);
}

static void add_none(void *state)
{
	struct form *form = state;

	end(form);
	document_paragraph(form->document, _("None."));
}

/* Small, so that it seldom takes a page for itself. */
static void add_last(void *state, const char *name, const char *text)
{
	struct form *form = state;

	end(form);
	document_gap(form->document);
	document_note(form->document, name);
	document_note(form->document, text);
}

static void add_tables(const struct summary *summary, bool with_names,
		       struct document *out)
{
	static const struct day_sink sink = {
	    .heading = add_heading,
	    .columns = add_columns,
	    .cells = add_cells,
	    .row = add_row,
	    .part = add_part,
	    .bar = add_bar,
	    .entry = add_entry,
	    .detail = add_detail,
	    .none = add_none,
	    .last = add_last,
	};
	struct form form = {.document = out};
	struct day_table table = {summary, &sink, &form, with_names};

	/* It ends the page of the sentences. */
	day_table_hours(&table);
	end(&form);
	document_page(out);
	day_tables_walk(&table);
	end(&form);
}

static void add_sentences(const struct summary *summary, struct document *out)
{
	struct str all = STR_INIT;
	char *line, *rest;

	summary_sentences(summary, &all);
	for (line = strtok_r(all.text, "\n", &rest); line != NULL;
	     line = strtok_r(NULL, "\n", &rest))
		document_lead(out, line);
	str_release(&all);
}

void summary_add_document(const struct summary *summary, bool with_names,
			  struct document *out)
{
	struct str place = STR_INIT, days = STR_INIT, running = STR_INIT;
	struct str title = STR_INIT;

	summary_add_place(summary, " · ", " · ", &place);
	report_add_days(summary->from, summary->to, &days);
	str_addf(&running, "%s · %s", str_text(&place), str_text(&days));
	summary_add_place(summary, ", ", ", ", &title);
	str_addf(&title, _(": the figures, %s"), str_text(&days));
	document_begin(out, &(struct document_about){
				.title = str_text(&title),
				.author = summary->city,
				.subject = _("Visits, requests and promises "
					     "at the front counter"),
				.keywords = _("front counter, visits, waits, "
					      "requests, promises, feedback"),
				.running = str_text(&running),
				.day = summary->to,
			    });
	document_title(out, str_text(&place), str_text(&days), "");
	add_sentences(summary, out);
	add_tables(summary, with_names, out);
	str_release(&place);
	str_release(&days);
	str_release(&running);
	str_release(&title);
}

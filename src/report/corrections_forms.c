/*
 * corrections_forms.c - corrections in words, as a table and as JSON
 */

#include "frontdesk/base/csv.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "frontdesk/report/corrections.h"
#include "frontdesk/report/day_lines.h"
#include "frontdesk/report/summary.h"

#define COLUMNS 80

void corrections_add_count(const struct corrections *corrections,
			   struct str *out)
{
	size_t corrected = corrections_count(corrections, false);
	size_t went_on = corrections_count(corrections, true);
	size_t remarks = corrections->later_remarks;

	if (corrected > 0)
		str_addf(out, _("%zu corrected"), corrected);
	if (went_on > 0)
		str_addf(out, _("%s%zu gone on since"),
			 corrected > 0 ? ", " : "", went_on);
	if (remarks > 0)
		str_addf(out,
			 ngettext("%s%zu remark added", "%s%zu remarks added",
				  (unsigned long)remarks),
			 corrected + went_on > 0 ? ", " : "", remarks);
}

/* "2026-11-23T17:42" */
static void add_moment(const struct desk *desk, int64_t at, struct str *out)
{
	struct local local;

	desk_local(desk, at, &local);
	str_addf(out, "%04d-%02d-%02dT%02d:%02d", local.year, local.month,
		 local.day, local.hour, local.minute);
}

/* "Monday, November 23, 2026, 5:42 pm" */
static void add_when(const struct desk *desk, int64_t at, struct str *out)
{
	struct str moment = STR_INIT;

	add_moment(desk, at, &moment);
	report_add_moment(str_text(&moment), out);
	str_release(&moment);
}

/* Wrapped; what goes on below stands further in. */
static void add_wrapped(const char *text, int indent, struct str *out)
{
	size_t at = 0, len, next;
	int moved = indent;

	while (next = text_wrap(text, at, COLUMNS - moved, &len), next != at) {
		str_addf(out, "%*s", moved, "");
		str_add_n(out, text + at, len);
		str_add_char(out, '\n');
		moved = indent + 4;
		at = next;
	}
}

static void add_head(const struct desk *desk,
		     const struct corrections *corrections, struct str *out)
{
	struct str line = STR_INIT, clean = STR_INIT;

	report_add_day(corrections->day, out);
	str_add(out, "\n");
	str_add(&line, _("Closed on "));
	add_when(desk, corrections->closing.closed_at, &line);
	str_addf(&line, _(" by %s"), corrections->closing.closed_by);
	text_clean(str_text(&line), false, &clean);
	add_wrapped(str_text(&clean), 2, out);
	str_release(&line);
	str_release(&clean);
}

static void add_later_remarks(const struct desk *desk,
			      const struct closing *closing, struct str *out)
{
	struct str line = STR_INIT;

	for (size_t i = 0; i < closing->count; i++) {
		const struct day_remark *remark = &closing->remarks[i];

		if (!remark->is_later)
			continue;
		str_clear(&line);
		str_add(&line, _("Remark added on "));
		add_when(desk, remark->noted_at, &line);
		str_add(&line, _(" by "));
		text_clean(remark->staff, false, &line);
		str_add(&line, ": ");
		text_clean(remark->text, false, &line);
		add_wrapped(str_text(&line), 2, out);
	}
	str_release(&line);
}

/* Those that were put right, or those that went on. */
static void add_items(const struct corrections *corrections, bool went_on,
		      struct str *out)
{
	struct str line = STR_INIT;
	bool is_first = true;

	for (size_t i = 0; i < corrections->count; i++) {
		const struct correction *item = &corrections->items[i];

		if (item->went_on != went_on || !item->is_read)
			continue;
		if (is_first)
			str_addf(out, "  %s\n",
				 went_on ? _("GONE ON SINCE") : _("CORRECTED"));
		is_first = false;
		str_clear(&line);
		correction_add_words(item, &line);
		add_wrapped(str_text(&line), 4, out);
	}
	str_release(&line);
}

void corrections_add_text(const struct desk *desk,
			  const struct corrections *corrections,
			  struct str *out)
{
	add_head(desk, corrections, out);
	add_later_remarks(desk, &corrections->closing, out);
	add_items(corrections, false, out);
	add_items(corrections, true, out);
	if (corrections_count(corrections, false) +
		corrections_count(corrections, true) ==
	    0)
		str_addf(out, "  %s\n", _("Nothing has changed since."));
}

void corrections_add_csv_head(struct str *out)
{
	static const char *const columns[] = {"day",  "kind", "figure",
					      "part", "was",  "is"};

	for (size_t i = 0; i < MEM_COUNT(columns); i++)
		csv_add(out, columns[i], i == 0);
	csv_end_row(out);
}

static const char *kind_name(const struct correction *item)
{
	return item->went_on ? "went_on" : "corrected";
}

void corrections_add_csv(const struct corrections *corrections, struct str *out)
{
	for (size_t i = 0; i < corrections->closing.count; i++) {
		const struct day_remark *remark =
		    &corrections->closing.remarks[i];

		if (!remark->is_later)
			continue;
		csv_add(out, corrections->day.text, true);
		csv_add(out, "remark", false);
		csv_add(out, "", false);
		csv_add(out, remark->staff, false);
		csv_add(out, "", false);
		csv_add(out, remark->text, false);
		csv_end_row(out);
	}
	for (size_t i = 0; i < corrections->count; i++) {
		const struct correction *item = &corrections->items[i];

		csv_add(out, corrections->day.text, true);
		csv_add(out, kind_name(item), false);
		csv_add(out, item->figure, false);
		csv_add(out, item->part, false);
		csv_add(out, item->was != NULL ? item->was : "", false);
		csv_add(out, item->is != NULL ? item->is : "", false);
		csv_end_row(out);
	}
}

static struct json *remarks_json(const struct desk *desk,
				 const struct closing *closing)
{
	struct json *remarks = json_new_array();

	for (size_t i = 0; i < closing->count; i++) {
		struct json *remark = json_new_object();
		struct str at = STR_INIT;

		add_moment(desk, closing->remarks[i].noted_at, &at);
		json_put_text(remark, "text", closing->remarks[i].text);
		json_put_text(remark, "at", str_text(&at));
		json_put_text(remark, "by", closing->remarks[i].staff);
		json_put_bool(remark, "later", closing->remarks[i].is_later);
		json_push(remarks, remark);
		str_release(&at);
	}
	return remarks;
}

struct json *corrections_json(const struct desk *desk,
			      const struct corrections *corrections)
{
	struct json *object = json_new_object(), *items = json_new_array();
	struct str at = STR_INIT;

	add_moment(desk, corrections->closing.closed_at, &at);
	json_put_text(object, "day", corrections->day.text);
	json_put_text(object, "closed_at", str_text(&at));
	json_put_text(object, "closed_by", corrections->closing.closed_by);
	json_put(object, "remarks", remarks_json(desk, &corrections->closing));
	for (size_t i = 0; i < corrections->count; i++) {
		const struct correction *item = &corrections->items[i];
		struct json *one = json_new_object();

		json_put_text(one, "kind", kind_name(item));
		json_put_text(one, "figure", item->figure);
		json_put_text(one, "part", item->part);
		json_put_text(one, "was", item->was);
		json_put_text(one, "is", item->is);
		json_push(items, one);
	}
	json_put(object, "corrections", items);
	str_release(&at);
	return object;
}

/*
 * round.c - rows of the lists as the morning and the evening show them
 */
#include "round.h"

#include <stdlib.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "passing.h"

static const char *const words[ROUND_COUNT] = {
#define ROUND_TEXT(suffix, text) [ROUND_##suffix] = (text),
    ROUND_KINDS(ROUND_TEXT)
#undef ROUND_TEXT
};

const char *round_words(enum round_kind kind)
{
	return _(words[kind]);
}

void round_release(struct round *round)
{
	for (size_t i = 0; i < round->count; i++) {
		free(round->rows[i].who);
		free(round->rows[i].what);
		free(round->rows[i].note);
		free(round->rows[i].more);
	}
	free(round->rows);
	*round = (struct round){0};
}

struct round_row *round_add(struct round *round, enum round_kind kind)
{
	struct round_row *row;

	round->rows =
	    mem_resize(round->rows, round->count + 1, sizeof(*round->rows));
	row = &round->rows[round->count++];
	*row = (struct round_row){.kind = kind};
	return row;
}

/* "due 4:00 pm", "was due Fri Nov 20" */
static char *due_words(const struct desk *desk, const struct list_row *row)
{
	struct str text = STR_INIT;
	struct local local;
	char minute[12];

	str_add(&text, row->is_late ? _("was due ") : _("due "));
	if (day_compare(zone_day(desk->site.time_zone, row->at),
			desk_today(desk)) == 0) {
		desk_local(desk, row->at, &local);
		local_format_minute(&local, minute);
		str_add(&text, minute);
	} else {
		passing_add_day(desk, row->at, &text);
	}
	return str_take(&text);
}

static char *note_of(const struct desk *desk, enum round_kind kind,
		     const struct list_row *row)
{
	struct str text = STR_INIT;

	switch (kind) {
	case ROUND_PROMISE:
		return due_words(desk, row);
	case ROUND_ACKNOWLEDGE:
	case ROUND_TO_TELL:
		str_add(&text, _("since "));
		passing_add_day(desk, row->at, &text);
		return str_take(&text);
	case ROUND_ASIDE:
		return mem_copy(row->is_on_hold ? _("on hold") : row->note);
	default:
		return mem_copy(row->note);
	}
}

static void add_row(const struct desk *desk, enum round_kind kind,
		    const struct list_row *from, struct round *round)
{
	struct round_row *row = round_add(round, kind);

	row->id = from->id;
	row->request_id = from->request_id;
	row->who = mem_copy(from->who);
	row->what = mem_copy(from->what);
	row->note = note_of(desk, kind, from);
	row->more = mem_copy(from->more);
	row->is_late = from->is_late;
}

void round_add_page(const struct desk *desk, const struct list_page *page,
		    enum round_kind kind, struct round *round)
{
	for (size_t i = 0; i < page->count; i++)
		add_row(desk, kind, &page->rows[i], round);
}

void round_add_more(enum round_kind kind, struct round *round)
{
	struct round_row *row = round_add(round, kind);

	row->what = mem_copy(_("and more: Enter opens the list"));
}

bool round_add_list(struct desk *desk, enum desk_list list,
		    enum round_kind kind, struct round *round,
		    struct error *err)
{
	int64_t tonight = zone_day_end(desk->site.time_zone, desk_today(desk));
	struct list_page page;
	bool is_cut;

	if (!desk_read_list(desk, list, ROUND_MANY, &page, err))
		return false;
	is_cut = page.has_more;
	for (size_t i = 0; i < page.count; i++) {
		/* They come by the hour: what follows is due later still. */
		if (kind == ROUND_PROMISE && page.rows[i].at >= tonight) {
			is_cut = false;
			break;
		}
		add_row(desk, kind, &page.rows[i], round);
	}
	if (is_cut)
		round_add_more(kind, round);
	list_page_release(&page);
	return true;
}

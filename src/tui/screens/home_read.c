/* What the desk reads, and the rows that can be highlighted there. */
#include <stdio.h>

#include "frontdesk/base/mem.h"
#include "home.h"

#define FOUND_LIMIT 20
#define PEOPLE_FEW 4

const struct home_row *home_selected(const struct home *home)
{
	if (home->list.selected == LIST_NONE)
		return NULL;
	return &home->rows[home->list.selected];
}

const struct find_row *home_found(const struct home *home,
				  const struct home_row *row)
{
	if (!row || row->kind != HOME_FOUND)
		return NULL;
	return &home->find.rows[row->index];
}

const char *home_row_id(const void *rows, size_t index)
{
	static char id[32];
	const struct home *home = rows;
	const struct home_row *row = &home->rows[index];

	if (row->kind == HOME_NEW)
		return "new";
	if (row->kind == HOME_NEW_ORGANISATION)
		return "new organisation";
	if (row->kind == HOME_WAITING)
		snprintf(id, sizeof(id), "line %lld",
			 (long long)home->line.rows[row->index].visit_id);
	else
		snprintf(id, sizeof(id), "found %d %lld",
			 (int)home->find.rows[row->index].kind,
			 (long long)home->find.rows[row->index].id);
	return id;
}

static void add_row(struct home *home, enum home_row_kind kind, size_t index)
{
	home->rows[home->row_count].kind = kind;
	home->rows[home->row_count].index = index;
	home->row_count++;
}

/* People, then the row for a new one, then topics, then who waits. */
static void lay_rows(struct home *home)
{
	bool is_typed = !field_is_blank(&home->box);

	home->rows =
	    mem_resize(home->rows, home->find.count + home->line.count + 2,
		       sizeof(*home->rows));
	home->row_count = 0;
	for (size_t i = 0; i < home->find.people_count; i++)
		add_row(home, HOME_FOUND, i);
	if (is_typed)
		add_row(home, HOME_NEW, 0);
	/* Where it has room: a street full of names leaves it to F1. */
	if (is_typed && home->find.people_count < PEOPLE_FEW)
		add_row(home, HOME_NEW_ORGANISATION, 0);
	for (size_t i = home->find.people_count; i < home->find.count; i++)
		add_row(home, HOME_FOUND, i);
	for (size_t i = 0; i < home->line.count; i++)
		add_row(home, HOME_WAITING, i);
	home->list.may_be_none = !is_typed;
	list_set(&home->list, home->row_count, home_row_id, home);
}

bool home_load_cue(struct home *home, struct error *err)
{
	const struct find_row unnamed = {.kind = FIND_TOPIC};
	const struct home_row *selected = home_selected(home);
	const struct find_row *row = home_found(home, selected);

	/* Nobody known, or one of these: what is asked tells. */
	if (selected && selected->kind == HOME_NEW && home->find.count &&
	    home->find.rows[0].is_similar)
		row = &home->find.rows[0];
	cue_release(&home->cue);
	return desk_cue_row(home->desk, row ? row : &unnamed, &home->cue, err);
}

static bool load_found(struct home *home, struct error *err)
{
	find_release(&home->find);
	if (field_is_blank(&home->box))
		return true;
	return desk_find_nearly(home->desk, field_text(&home->box), FOUND_LIMIT,
				&home->find, err);
}

/* What is only similar is passed over: Enter opens nobody's record by
 * mistake, and nobody is greeted by another's name. */
static size_t first_row(const struct home *home)
{
	size_t first = 0;

	if (field_is_blank(&home->box))
		return LIST_NONE;
	while (first < home->find.people_count &&
	       home->find.rows[first].is_similar)
		first++;
	return first;
}

static bool load_notices(struct home *home, struct error *err)
{
	notice_list_release(&home->notices);
	return desk_list_notices(home->desk, &home->notices, err);
}

bool home_load_evening(struct home *home, struct error *err)
{
	moment_cue_release(&home->evening);
	return !home->is_evening || desk_cue_day(home->desk, &home->yours, true,
						 &home->evening, err);
}

bool home_load(struct screen *screen, struct error *err)
{
	struct home *home = screen->state;
	/* What was typed comes back before anything is read. */
	bool is_typed_anew = home->box_changed;
	bool done = load_found(home, err);

	home->box_changed = false;
	if (done && (!is_typed_anew || !home->is_read)) {
		line_release(&home->line);
		list_page_release(&home->left);
		/* The first that was left is mine, where one of mine was. */
		done = desk_line(home->desk, &home->line, err) &&
		       desk_yours(home->desk, &home->yours, err) &&
		       load_notices(home, err) &&
		       (home->yours.aside == 0 ||
			desk_read_list(home->desk, LIST_ASIDE, 1, &home->left,
				       err));
		done = done && home_load_evening(home, err);
		home->is_read = done;
	}
	lay_rows(home);
	if (is_typed_anew)
		list_select(&home->list, first_row(home), home_row_id, home);
	return home_load_cue(home, err) && done;
}

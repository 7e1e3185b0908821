/* F10: what waits for somebody, a list at a time; Enter opens its work. */
#include "lists.h"

#include <stdio.h>
#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/desk/line.h"
#include "screens.h"
#include "settle.h"
#include "slips.h"
#include "voices.h"

#define LIMIT 200

static const char *row_id(const void *rows, size_t index)
{
	static char id[24];
	const struct list_page *page = rows;

	snprintf(id, sizeof(id), "%lld", (long long)page->rows[index].id);
	return id;
}

static void select_first(struct lists *lists)
{
	struct list_page *page = &lists->pages[lists->shown];

	list_set(&lists->list, page->count, row_id, page);
	if (page->count && lists->list.selected == LIST_NONE)
		list_select(&lists->list, 0, row_id, page);
}

/* Whether something in it waits for this person, not for anybody. */
static bool has_mine(const struct yours *yours, enum desk_list list)
{
	switch (list) {
	case LIST_HANDED:
		return yours->handed > 0;
	case LIST_ASIDE:
		return yours->aside > 0;
	case LIST_PROMISES:
		return yours->promises > 0;
	case LIST_TO_TELL:
		return yours->to_tell > 0;
	case LIST_UNANSWERED:
		return yours->unanswered > 0;
	case LIST_IDEAS:
		return yours->ideas_to_read > 0;
	case LIST_THANKS:
		return yours->thanks > 0;
	default:
		return false;
	}
}

/* At first the list with something of mine, else the first that is not empty.
 */
static void choose_list(struct lists *lists)
{
	struct error unused = {0};
	struct yours yours;

	if (!lists->is_chosen && desk_yours(lists->desk, &yours, &unused))
		for (int i = LIST_COUNT - 1; i >= 0; i--)
			if (lists->pages[i].count > 0 &&
			    has_mine(&yours, (enum desk_list)i)) {
				lists->shown = (enum desk_list)i;
				lists->is_chosen = true;
			}
	for (int i = 0; !lists->is_chosen && i < LIST_COUNT; i++) {
		if (!lists->pages[i].count)
			continue;
		lists->shown = (enum desk_list)i;
		lists->is_chosen = true;
	}
	lists->is_chosen = true;
}

static bool lists_load(struct screen *screen, struct error *err)
{
	struct lists *lists = screen->state;

	for (int i = 0; i < LIST_COUNT; i++) {
		struct list_page fresh;

		if (!desk_read_list(lists->desk, (enum desk_list)i, LIMIT,
				    &fresh, err))
			return false;
		list_page_release(&lists->pages[i]);
		lists->pages[i] = fresh;
	}
	choose_list(lists);
	select_first(lists);
	return true;
}

static void turn(struct lists *lists, int by)
{
	int to = (int)lists->shown;

	do
		to = (to + by + LIST_COUNT) % LIST_COUNT;
	while (!desk_has_list(lists->desk, (enum desk_list)to));
	lists->shown = (enum desk_list)to;
	list_select(&lists->list, LIST_NONE, row_id, NULL);
	select_first(lists);
}

static bool lists_handle(struct screen *screen, const struct key *key)
{
	struct lists *lists = screen->state;

	if (key_is(key, ACTION_TAB) || key_is(key, ACTION_RIGHTWARD))
		turn(lists, 1);
	else if (key_is(key, ACTION_BACK_TAB) || key_is(key, ACTION_LEFTWARD))
		turn(lists, -1);
	else
		return list_handle(&lists->list, key, true, row_id,
				   &lists->pages[lists->shown]);
	return true;
}

static const struct list_row *selected(const struct lists *lists)
{
	const struct list_page *page = &lists->pages[lists->shown];
	size_t at = lists->list.selected;

	return at < page->count ? &page->rows[at] : NULL;
}

static void open_row(struct app *app, enum desk_list list,
		     const struct list_row *row, const char *title)
{
	switch (list) {
	case LIST_HANDED:
	case LIST_UNACCEPTED:
		handoff_read_open(app, row->id);
		break;
	case LIST_ASIDE:
		visit_open(app, row->id);
		break;
	case LIST_PROMISES:
		settle_promise(app, row->id, row->request_id, title,
			       row->is_late);
		break;
	case LIST_TO_TELL:
		settle_told(app, row->id, 0, title, row->more);
		break;
	case LIST_TO_ACKNOWLEDGE:
		settle_receipt(app, row->request_id, title);
		break;
	case LIST_UNANSWERED:
		settle_unanswered(app, row->id);
		break;
	case LIST_FEEDBACK:
		settle_feedback(app, row->id, row->request_id, title);
		break;
	case LIST_IDEAS:
		idea_open(app, row->id);
		break;
	case LIST_THANKS:
		thanks_show(app, row->id, title);
		break;
	case LIST_TODAY:
		settle_visit(app, row->id, row->request_id, title);
		break;
	default:
		request_open(app, row->request_id);
		break;
	}
}

static void enter(struct app *app, struct screen *screen)
{
	const struct lists *lists = screen->state;
	const struct list_row *row = selected(lists);
	struct str title = STR_INIT;

	if (!row)
		return;
	str_addf(&title, "%s: %s", row->who, row->what);
	open_row(app, lists->shown, row, str_text(&title));
	str_release(&title);
}

/* Not reached, or the request first; elsewhere what a supervisor looks at. */
static void choose(struct app *app, struct screen *screen)
{
	const struct lists *lists = screen->state;
	const struct list_row *row = selected(lists);

	if (row && lists->shown == LIST_TO_TELL)
		settle_not_told(app, row->id, row->request_id, row->who);
	else if (lists->shown != LIST_TO_TELL)
		oversee_ask(app);
}

/* What the row is of, on paper; a list of no requests has the day's. */
static void print_slip(struct app *app, struct screen *screen)
{
	const struct lists *lists = screen->state;
	const struct list_row *row = selected(lists);
	struct slip_wish wish = {.request_id = row ? row->request_id : 0};

	switch (lists->shown) {
	case LIST_TODAY:
	case LIST_ASIDE:
		if (row) {
			slips_ask_visit(app, row->id);
			return;
		}
		break;
	case LIST_HANDED:
	case LIST_UNACCEPTED:
		wish.handoff_id = row ? row->id : 0;
		wish.is_of_handoff = wish.is_for_receiver = true;
		break;
	case LIST_PROMISES:
		wish.promise_id = row ? row->id : 0;
		break;
	case LIST_TO_TELL:
	case LIST_TO_ACKNOWLEDGE:
	case LIST_OPEN:
		break;
	default:
		wish.request_id = 0;
		break;
	}
	if (wish.request_id)
		slips_ask(app, &wish);
	else
		day_print(app);
}

/* What a list that people write into begins with F9. */
static void add_one(struct app *app, struct screen *screen)
{
	const struct lists *lists = screen->state;

	if (lists->shown == LIST_IDEAS)
		idea_ask_here(app, screen);
	else if (lists->shown == LIST_THANKS)
		thanks_ask_here(app, screen);
	else
		card_entry_open(app);
}

static void stay(struct app *app, struct screen *screen)
{
	(void)screen;
	app_news(app, _("These are the lists: Tab goes to the next one."));
}

static void escape(struct app *app, struct screen *screen)
{
	(void)screen;
	app_pop(app);
}

static bool lists_can(const struct screen *screen, enum action action)
{
	const struct lists *lists = screen->state;

	switch (action) {
	case ACTION_ENTER:
		return selected(lists);
	case ACTION_CHOOSE:
		return lists->shown == LIST_TO_TELL ? selected(lists) != NULL
						    : oversee_can(lists->desk);
	case ACTION_UNDO:
		return desk_can_take_back(lists->desk);
	case ACTION_FINISH:
		return lists->shown == LIST_FEEDBACK ||
		       lists->shown == LIST_IDEAS ||
		       lists->shown == LIST_THANKS;
	default:
		return true;
	}
}

static bool lists_label(const struct screen *screen, enum action action,
			struct str *out)
{
	static const char *const words[LIST_COUNT] = {
	    [LIST_HANDED] = N_("Read"),
	    [LIST_ASIDE] = N_("Take up"),
	    [LIST_PROMISES] = N_("Kept, or else"),
	    [LIST_TO_TELL] = N_("Told"),
	    [LIST_TO_ACKNOWLEDGE] = N_("Acknowledge"),
	    [LIST_OPEN] = N_("Open"),
	    [LIST_TODAY] = N_("What to do with it"),
	    [LIST_FEEDBACK] = N_("What to do with it"),
	    [LIST_IDEAS] = N_("Read"),
	    [LIST_THANKS] = N_("Read"),
	    [LIST_UNACCEPTED] = N_("Read"),
	};
	const struct lists *lists = screen->state;

	if (action == ACTION_CHOOSE && lists->shown != LIST_TO_TELL) {
		str_add(out, _("Board, patterns"));
		return true;
	}
	if (action == ACTION_FINISH && lists->shown != LIST_FEEDBACK) {
		str_add(out, lists->shown == LIST_IDEAS
				 ? _("Note an idea")
				 : _("Thank a colleague"));
		return true;
	}
	if (action != ACTION_ENTER)
		return false;
	str_add(out, _(words[lists->shown]));
	return true;
}

static void lists_free(struct screen *screen)
{
	struct lists *lists = screen->state;

	for (int i = 0; i < LIST_COUNT; i++)
		list_page_release(&lists->pages[i]);
	list_release(&lists->list);
	free(lists);
}

static const struct binding bindings[] = {
    {ACTION_ENTER, enter, 60, NULL, false},
    {ACTION_CHOOSE, choose, 55, N_("Not reached, or more"), false},
    {ACTION_FINISH, add_one, 57, N_("Enter cards"), false},
    {ACTION_UNDO, settle_undo, 40, NULL, false},
    {ACTION_LISTS, stay, 0, NULL, false},
    {ACTION_PRINT, print_slip, 35, N_("Slip"), false},
    {ACTION_SLIP, print_slip, 0, NULL, false},
    {ACTION_ESCAPE, escape, 50, "", true},
};

static const struct screen_class lists_class = {
    .title = N_("Lists"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .load = lists_load,
    .draw = lists_draw,
    .handle = lists_handle,
    .free = lists_free,
    .label = lists_label,
    .can = lists_can,
};

static struct lists *open_lists(struct app *app)
{
	struct lists *lists = mem_new(1, sizeof(*lists));

	lists->desk = app_desk(app);
	lists->shown = LIST_HANDED;
	list_init(&lists->list);
	app_push(app, &lists_class, lists);
	return lists;
}

void lists_open(struct app *app)
{
	open_lists(app);
}

void lists_open_at(struct app *app, enum desk_list list)
{
	struct lists *lists = open_lists(app);

	lists->shown = list;
	lists->is_chosen = true;
}

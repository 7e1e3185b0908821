#include "help.h"

#include <stdlib.h>
#include <string.h>

#include "field.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "list.h"
#include "screens.h"
#include "stack.h"

#define KEY_COL 2
#define NAME_COL 13
#define HELP_COL 40
#define TYPED_MAX 100

struct entry {
	enum action action;
	bool is_possible; /* on the screen below */
	int score;
	struct str name;
};

struct entries {
	struct entry items[ACTION_COUNT];
	size_t count;
};

struct help {
	struct field field;
	struct list list;
	struct entries entries;
};

static void entries_clear(struct entries *entries)
{
	for (size_t i = 0; i < entries->count; i++)
		str_release(&entries->items[i].name);
	entries->count = 0;
}

static const char *entry_id(const void *rows, size_t index)
{
	const struct entries *entries = rows;

	return action_info(entries->items[index].action)->id;
}

/* What can be done here first, then the best match, then the list's order. */
static int compare(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;

	if (a->is_possible != b->is_possible)
		return b->is_possible - a->is_possible;
	if (a->score != b->score)
		return b->score - a->score;
	return (int)a->action - (int)b->action;
}

/* What only a supervisor may see is not offered to others. */
static bool is_theirs(const struct app *app, enum action action)
{
	return (action != ACTION_BOARD && action != ACTION_PATTERNS) ||
	       oversee_can(app_desk(app));
}

static void add(struct help *help, const struct screen *screen,
		enum action action)
{
	const struct screen *below = app_below(screen->app, screen);
	struct entry *entry = &help->entries.items[help->entries.count];
	const char *typed = field_text(&help->field);

	memset(entry, 0, sizeof(*entry));
	entry->action = action;
	entry->score = typed[0] ? action_match(action, typed) : 1;
	if (entry->score == 0)
		return;
	entry->is_possible = action != ACTION_HELP && below &&
			     app_binding(screen->app, below, action) != NULL;
	if (entry->is_possible)
		app_label(screen->app, below, action, &entry->name);
	if (entry->name.len == 0)
		str_add(&entry->name, _(action_info(action)->name));
	help->entries.count++;
}

static bool load(struct screen *screen, struct error *err)
{
	struct help *help = screen->state;

	(void)err;
	entries_clear(&help->entries);
	for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++)
		if (action != ACTION_HELP &&
		    is_theirs(screen->app, (enum action)action))
			add(help, screen, (enum action)action);
	qsort(help->entries.items, help->entries.count, sizeof(struct entry),
	      compare);
	list_set(&help->list, help->entries.count, entry_id, &help->entries);
	if (help->list.selected == LIST_NONE)
		list_select(&help->list, 0, entry_id, &help->entries);
	return true;
}

static void draw_entry(struct canvas *canvas, const void *rows, size_t index,
		       struct area at, bool is_selected)
{
	const struct entry *entry =
	    &((const struct entries *)rows)->items[index];
	const struct action_info *info = action_info(entry->action);
	enum style style = is_selected		? STYLE_SELECTED
			   : entry->is_possible ? STYLE_TEXT
						: STYLE_DIM;
	bool is_elsewhere =
	    !entry->is_possible && ACTION_IS_COMMAND(entry->action);

	canvas_put(canvas, at.row, at.col + KEY_COL, NAME_COL - KEY_COL - 1,
		   info->key,
		   is_selected ? STYLE_SELECTED
			       : (entry->is_possible ? STYLE_KEY : STYLE_DIM));
	canvas_put(canvas, at.row, at.col + NAME_COL, HELP_COL - NAME_COL - 1,
		   str_text(&entry->name), style);
	canvas_putf(canvas, at.row, at.col + HELP_COL, at.cols - HELP_COL - 2,
		    style, "%s%s", is_elsewhere ? _("(not here) ") : "",
		    _(info->help));
}

static void draw(const struct screen *screen, struct canvas *canvas)
{
	const struct help *help = screen->state;
	struct area area = canvas_area(canvas), rows;
	size_t at = help->list.selected;
	int col = 2, sentence = area.rows - 2;

	col += canvas_put(canvas, 0, 1, area.cols / 2,
			  _("What would you like to do?"), STYLE_TITLE);
	canvas_rule(canvas, 1, 1, area.cols - 2, NULL, NULL);
	rows = (struct area){2, 1, area.rows - 5, area.cols - 2};
	list_draw(&help->list, canvas, &rows, draw_entry, &help->entries);
	if (help->entries.count == 0)
		canvas_put(canvas, 2, 3, area.cols - 4,
			   _("no command of that name"), STYLE_DIM);
	canvas_rule(canvas, sentence - 1, 1, area.cols - 2, NULL, NULL);
	if (at != LIST_NONE && at < help->entries.count)
		canvas_put_wrapped(
		    canvas, sentence, 1, area.cols - 2, 2,
		    _(action_info(help->entries.items[at].action)->help),
		    STYLE_TEXT);
	field_draw(&help->field, canvas, 0, col, area.cols - col - 1, true);
}

static bool handle(struct screen *screen, const struct key *key)
{
	struct help *help = screen->state;
	struct error err = {0};

	if (list_handle(&help->list, key, false, entry_id, &help->entries))
		return true;
	switch (field_handle(&help->field, key, &err)) {
	case FIELD_CHANGED:
		help->list.selected = LIST_NONE;
		app_reload(screen->app);
		return true;
	case FIELD_MOVED:
		return true;
	case FIELD_REFUSED:
		app_problem(screen->app, &err);
		return true;
	case FIELD_IGNORED:
		break;
	}
	return false;
}

static void run_selected(struct app *app, struct screen *screen)
{
	const struct help *help = screen->state;
	size_t at = help->list.selected;

	if (at == LIST_NONE || at >= help->entries.count)
		return;
	if (!help->entries.items[at].is_possible) {
		app_news(app, _("That is not possible on the screen below."));
		return;
	}
	app_pop(app);
	app_perform(app, help->entries.items[at].action);
}

static void leave(struct app *app, struct screen *screen)
{
	struct help *help = screen->state;

	if (help->field.text.len == 0) {
		app_pop(app);
		return;
	}
	field_clear(&help->field);
	help->list.selected = LIST_NONE;
	app_reload(app);
}

static void leave_at_once(struct app *app, struct screen *screen)
{
	(void)screen;
	app_pop(app);
}

static void release(struct screen *screen)
{
	struct help *help = screen->state;

	entries_clear(&help->entries);
	field_release(&help->field);
	list_release(&help->list);
	free(help);
}

static const struct binding bindings[] = {
    {ACTION_HELP, leave_at_once, 0, N_("Back"), false},
    {ACTION_ENTER, run_selected, 80, N_("Run"), false},
    {ACTION_BACK, leave_at_once, 0, N_("Back"), false},
    {ACTION_ESCAPE, leave, 90, NULL, true},
};

static const struct screen_class help_class = {
    .title = N_("Help"),
    .bindings = bindings,
    .binding_count = MEM_COUNT(bindings),
    .load = load,
    .draw = draw,
    .handle = handle,
    .free = release,
};

void help_open(struct app *app)
{
	static const struct text_limit limit = {
	    .field = "typed", .label = N_("what is typed"), .max = TYPED_MAX};
	struct help *help = mem_new(1, sizeof(*help));

	field_init(&help->field, &limit);
	list_init(&help->list);
	app_push(app, &help_class, help);
}

#include "tui.h"

#include "app.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/signin.h"
#include "screens/screens.h"
#include "screens/slips.h"
#include "screens/voices.h"
#include "typed.h"

struct tui {
	int64_t changed;  /* the store's number when it was last asked */
	bool must_record; /* that the demo's clerk sits here */
};

static void call_next(struct app *app, struct screen *screen)
{
	(void)screen;
	line_call(app, 0);
}

static void join(struct app *app, struct screen *screen)
{
	(void)screen;
	line_join(app, NULL);
}

static void show_lists(struct app *app, struct screen *screen)
{
	(void)screen;
	lists_open(app);
}

static void show_to_answer(struct app *app, struct screen *screen)
{
	(void)screen;
	lists_open_at(app, LIST_UNANSWERED);
}

static void show_ideas(struct app *app, struct screen *screen)
{
	(void)screen;
	lists_open_at(app, LIST_IDEAS);
}

static void show_thanks(struct app *app, struct screen *screen)
{
	(void)screen;
	lists_open_at(app, LIST_THANKS);
}

static void show_day(struct app *app, struct screen *screen)
{
	(void)screen;
	day_open(app);
}

static void show_board(struct app *app, struct screen *screen)
{
	(void)screen;
	board_open(app);
}

static void show_patterns(struct app *app, struct screen *screen)
{
	(void)screen;
	patterns_open(app);
}

static void show_briefing(struct app *app, struct screen *screen)
{
	(void)screen;
	briefing_open(app);
}

/* Of an earlier day a new visit is begun about the request. */
static void show_today(struct app *app, struct screen *screen)
{
	(void)screen;
	lists_open_at(app, LIST_TODAY);
	app_news(app, _("Enter on a visit, then b: it is brought back. Of an "
			"earlier day, begin a visit about its request."));
}

static void show_evening(struct app *app, struct screen *screen)
{
	(void)screen;
	evening_open(app);
}

static void close_day(struct app *app, struct screen *screen)
{
	(void)screen;
	day_close(app);
}

static void show_away(struct app *app, struct screen *screen)
{
	(void)screen;
	away_open(app);
}

static void note_notice(struct app *app, struct screen *screen)
{
	(void)screen;
	notice_ask(app);
}

static void print_day(struct app *app, struct screen *screen)
{
	(void)screen;
	day_print(app);
}

static void show_topics(struct app *app, struct screen *screen)
{
	(void)screen;
	topics_open(app);
}

static void answer_call(struct app *app, struct screen *screen)
{
	(void)screen;
	visit_open_call(app);
}

static void enter_later(struct app *app, struct screen *screen)
{
	(void)screen;
	later_open(app);
}

static void show_calendar(struct app *app, struct screen *screen)
{
	(void)screen;
	calendar_open(app);
}

static void nobody_knew(struct app *app, struct screen *screen)
{
	(void)screen;
	nobody_knew_ask(app, 0, 0, NULL);
}

static void enter_cards(struct app *app, struct screen *screen)
{
	(void)screen;
	card_entry_open(app);
}

static void leave(struct app *app, struct screen *screen)
{
	(void)screen;
	app_quit(app);
}

/* What every screen can do unless it does something else with the key. */
static const struct binding everywhere[] = {
    {ACTION_NEXT, call_next, 30, NULL, false},
    {ACTION_JOIN, join, 40, NULL, false},
    {ACTION_LISTS, show_lists, 35, NULL, false},
    {ACTION_PRINT, print_day, 0, NULL, false},
    {ACTION_DAY, show_day, 0, NULL, false},
    {ACTION_BOARD, show_board, 0, NULL, false},
    {ACTION_PATTERNS, show_patterns, 0, NULL, false},
    {ACTION_BRIEFING, show_briefing, 0, NULL, false},
    {ACTION_EVENING, show_evening, 0, NULL, false},
    {ACTION_REOPEN, show_today, 0, NULL, false},
    {ACTION_CLOSE_DAY, close_day, 0, NULL, false},
    {ACTION_AWAY, show_away, 0, NULL, false},
    {ACTION_NOTICE, note_notice, 0, NULL, false},
    {ACTION_TOPICS, show_topics, 0, NULL, false},
    {ACTION_NOBODY_KNEW, nobody_knew, 0, NULL, false},
    {ACTION_TELEPHONE, answer_call, 0, NULL, false},
    {ACTION_ENTER_LATER, enter_later, 0, NULL, false},
    {ACTION_CALENDAR, show_calendar, 0, NULL, false},
    {ACTION_SLIP, slips_ask_here, 0, NULL, false},
    {ACTION_CARD, card_print_here, 0, NULL, false},
    {ACTION_CARD_BACK, enter_cards, 0, NULL, false},
    {ACTION_SAID, said_ask_here, 0, NULL, false},
    {ACTION_IDEA, idea_ask_here, 0, NULL, false},
    {ACTION_TO_ANSWER, show_to_answer, 0, NULL, false},
    {ACTION_IDEAS, show_ideas, 0, NULL, false},
    {ACTION_THANKS_LIST, show_thanks, 0, NULL, false},
    {ACTION_THANKS, thanks_ask_here, 0, NULL, false},
    {ACTION_QUIT, leave, 0, NULL, false},
};

static void record_sign_in(struct app *app)
{
	const struct tui *tui = app_state(app);
	struct error err = {0};

	if (tui->must_record && !desk_record_sign_in(app_desk(app), &err))
		app_problem(app, &err);
}

static bool has_changed(struct app *app)
{
	struct tui *tui = app_state(app);
	int64_t now = desk_changed(app_desk(app));
	bool changed = now != tui->changed;

	tui->changed = now;
	if (!changed)
		desk_idle(app_desk(app));
	return changed;
}

/* The window that the settings name, else the demo clerk's own. */
static bool find_window(struct app *app, int64_t *out, struct error *err)
{
	struct counter_window_list windows;
	const char *wanted = app_settings(app)->counter_window
				 ? app_settings(app)->counter_window
				 : "Window 2";

	if (!desk_list_windows(app_desk(app), &windows, err))
		return false;
	*out = 0;
	for (size_t i = 0; i < windows.count; i++)
		if (str_same(windows.items[i].label, wanted))
			*out = windows.items[i].counter_window_id;
	counter_window_list_release(&windows);
	return true;
}

static bool enter_demo(struct app *app, struct error *err)
{
	struct desk *desk = app_desk(app);
	struct tui *tui = app_state(app);
	int64_t counter_window = 0;

	if (!find_window(app, &counter_window, err) ||
	    !desk_sign_in_account(desk, "", err) ||
	    !desk_sit_down(desk, counter_window, err))
		return false;
	tui->must_record = counter_window != 0;
	app_news(app,
		 _("Demo city, invented people. ^Q changes the person, also to "
		   "the supervisor."));
	home_open(app);
	return true;
}

static bool start(struct app *app, struct error *err)
{
	struct tui *tui = app_state(app);

	tui->changed = desk_changed(app_desk(app));
	if (desk_is_demo(app_desk(app)))
		return enter_demo(app, err);
	signin_open(app);
	return true;
}

bool tui_run(struct desk *desk, const struct settings *settings,
	     const struct clock *clock, struct error *err)
{
	struct tui tui = {0};
	struct app_setup setup = {
	    .clock = clock,
	    .settings = settings,
	    .desk = desk,
	    .state = &tui,
	    .start = start,
	    .painted = record_sign_in,
	    .changed = has_changed,
	    .keep = typed_keep,
	    .lock = lock_open,
	    .bindings = everywhere,
	    .binding_count = MEM_COUNT(everywhere),
	};

	return app_run(&setup, err);
}

#include "beside.h"

#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/desk/desk.h"
#include "stack.h"

#define PATIENCE 300 /* ms; a screen that stands still so long goes unseen */
#define STEP 20
#define LATE 8000 /* ms that late news comes back after a key */

struct beside_work {
	const struct beside *kind;
	void *work;
	int64_t keys;	  /* that were pressed before it */
	int64_t staff_id; /* who began it */
	struct beside_work *next;
};

bool beside_wait(const struct beside *kind, void *work)
{
	int64_t until = loop_now() + PATIENCE;

	while (!kind->step(work, STEP))
		if (loop_now() >= until)
			return false;
	return true;
}

void beside_go_on(struct app *app, const struct beside *kind, void *work)
{
	struct beside_work *going = mem_new(1, sizeof(*going));
	struct beside_work **last = &app->beside;

	*going = (struct beside_work){
	    .kind = kind,
	    .work = work,
	    .keys = app->keys,
	    .staff_id = desk_session(app->setup->desk)->staff_id,
	};
	while (*last)
		last = &(*last)->next;
	*last = going;
}

void beside_run(struct app *app, const struct beside *kind, void *work,
		const char *words)
{
	if (beside_wait(kind, work)) {
		kind->ended(app, work, false);
		return;
	}
	if (words)
		app_news(app, "%s", words);
	beside_go_on(app, kind, work);
}

/* What is said between two keys would be gone before it is read. */
static void end(struct app *app, struct beside_work *ended)
{
	bool is_disturbed = app->keys != ended->keys;

	if (ended->staff_id != desk_session(app->setup->desk)->staff_id) {
		ended->kind->drop(ended->work);
	} else {
		if (is_disturbed)
			str_clear(&app->message);
		ended->kind->ended(app, ended->work, is_disturbed);
		if (is_disturbed && app->message.len > 0) {
			str_clear(&app->late);
			str_add(&app->late, str_text(&app->message));
			app->late_style = app->message_style;
			app->late_until = loop_now() + LATE;
		}
		app->must_draw = true;
	}
	free(ended);
}

void beside_step(struct app *app)
{
	struct beside_work **at = &app->beside;

	while (*at) {
		struct beside_work *going = *at;

		if (going->kind->step(going->work, 0) && app->count > 0 &&
		    !app->is_done && !app_top(app)->class->is_locked) {
			*at = going->next;
			end(app, going);
			at = &app->beside; /* its end may have begun another */
		} else {
			at = &going->next;
		}
	}
}

int beside_patience(const struct app *app, int patience)
{
	return app->beside && patience > STEP ? STEP : patience;
}

void beside_late(struct app *app)
{
	if (app->late.len == 0)
		return;
	if (loop_now() >= app->late_until || app->count == 0 ||
	    app_top(app)->class->is_locked) {
		str_clear(&app->late);
		return;
	}
	str_add(&app->message, str_text(&app->late));
	app->message_style = app->late_style;
}

void beside_close(struct app *app)
{
	while (app->beside) {
		struct beside_work *going = app->beside;

		app->beside = going->next;
		going->kind->drop(going->work);
		free(going);
	}
	str_release(&app->late);
}

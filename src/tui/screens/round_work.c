/* What Enter does with a row of the morning or of the evening. */
#include <stdlib.h>

#include "../dialog.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/cue.h"
#include "frontdesk/desk/notice.h"
#include "round.h"
#include "settle.h"
#include "slips.h"

struct ending {
	int64_t notice_id;
};

static void ended(struct app *app, void *state, size_t index)
{
	struct ending *ending = state;
	struct error err = {0};

	(void)index;
	if (desk_end_notice(app_desk(app), ending->notice_id, &err))
		app_news(app, _("The notice is ended."));
	else
		app_problem(app, &err);
	free(ending);
	app_reload(app);
}

static void kept(struct app *app, void *state)
{
	(void)app;
	free(state);
}

static void ask_end(struct app *app, const struct round_row *row)
{
	const struct dialog_choice choices[] = {
	    {'e', _("End it"), _("it stands on no desk any more")},
	};
	struct ending *ending = mem_new(1, sizeof(*ending));

	ending->notice_id = row->id;
	dialog_choose(app, row->what, choices, MEM_COUNT(choices), ended, kept,
		      ending);
}

/* There are more than stand here. */
static void open_more(struct app *app, enum round_kind kind)
{
	static const enum desk_list lists[ROUND_COUNT] = {
	    [ROUND_ACKNOWLEDGE] = LIST_TO_ACKNOWLEDGE,
	    [ROUND_TO_TELL] = LIST_TO_TELL,
	    [ROUND_PROMISE] = LIST_PROMISES,
	    [ROUND_HANDED] = LIST_HANDED,
	    [ROUND_OFFERED] = LIST_UNACCEPTED,
	    [ROUND_UNANSWERED] = LIST_UNANSWERED,
	    [ROUND_ASIDE] = LIST_ASIDE,
	};

	if (kind == ROUND_WORDS)
		dialog_show(app, round_words(kind),
			    desk_wrong_words(app_desk(app)));
	else if (kind == ROUND_CARD)
		topics_open(app);
	else if (kind == ROUND_CLOSURE)
		calendar_open(app);
	else if (kind == ROUND_LINE)
		app_pop(app);
	else
		lists_open_at(app, lists[kind]);
}

static void open_row(struct app *app, const struct round_row *row,
		     const char *title)
{
	switch (row->kind) {
	case ROUND_ACKNOWLEDGE:
		settle_receipt(app, row->request_id, title);
		break;
	case ROUND_TO_TELL:
		settle_told(app, row->id, 0, title, row->more);
		break;
	case ROUND_PROMISE:
		settle_promise(app, row->id, row->request_id, title,
			       row->is_late);
		break;
	case ROUND_HANDED:
	case ROUND_OFFERED:
		handoff_read_open(app, row->id);
		break;
	case ROUND_ASIDE:
		visit_open(app, row->id);
		break;
	case ROUND_UNANSWERED:
		settle_unanswered(app, row->id);
		break;
	case ROUND_NOTICE:
		ask_end(app, row);
		break;
	case ROUND_AWAY:
		away_open(app);
		break;
	case ROUND_DAY:
		day_close(app);
		break;
	default:
		topic_open(app, row->id);
		break;
	}
}

void round_print(struct app *app, const struct round_row *row)
{
	bool is_handoff =
	    row->kind == ROUND_HANDED || row->kind == ROUND_OFFERED;
	const struct slip_wish wish = {
	    .request_id = row->request_id,
	    .promise_id = row->kind == ROUND_PROMISE ? row->id : 0,
	    .handoff_id = is_handoff ? row->id : 0,
	    .is_of_handoff = is_handoff,
	    .is_for_receiver = row->kind == ROUND_HANDED,
	};

	slips_ask(app, &wish);
}

void round_work(struct app *app, const struct round_screen *state,
		const struct round_row *row)
{
	struct str title = STR_INIT;

	(void)state;
	if (row->id == 0) {
		open_more(app, row->kind);
		return;
	}
	str_addf(&title, "%s: %s", row->who ? row->who : "", row->what);
	open_row(app, row, str_text(&title));
	str_release(&title);
}

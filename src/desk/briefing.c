/*
 * briefing.c - what to know before the first visitor of the day
 */
#include "frontdesk/store/briefing.h"

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/core/topic.h"
#include "frontdesk/desk/away.h"
#include "frontdesk/desk/calendar.h"
#include "frontdesk/desk/cue.h"
#include "frontdesk/desk/notice.h"
#include "passing.h"
#include "round.h"

#define CLOSURES_AHEAD 14 /* days */

static bool add_notices(struct desk *desk, struct round *round,
			struct error *err)
{
	struct notice_list list;

	if (!desk_list_notices(desk, &list, err))
		return false;
	for (size_t i = 0; i < list.count; i++) {
		struct round_row *row = round_add(round, ROUND_NOTICE);

		row->id = list.items[i].notice_id;
		row->what = mem_copy(list.items[i].words);
		row->note = mem_copy(list.items[i].detail);
	}
	notice_list_release(&list);
	return true;
}

static bool add_away(struct desk *desk, struct round *round, struct error *err)
{
	struct away_list list;

	if (!desk_list_away(desk, &list, err))
		return false;
	for (size_t i = 0; i < list.count; i++) {
		struct round_row *row;

		if (!list.items[i].is_away)
			continue;
		row = round_add(round, ROUND_AWAY);
		row->id = list.items[i].staff_id;
		row->what = mem_copy(list.items[i].name);
		row->note = mem_copy(list.items[i].presence);
	}
	away_list_release(&list);
	return true;
}

struct cards {
	const struct desk *desk;
	struct round *round;
	size_t count;
	int turn; /* 0: my department's first */
};

static void add_card(const struct briefing_card *card, void *state)
{
	struct cards *cards = state;
	const struct topic topic = {.verified_on = card->verified_on,
				    .review_days = card->review_days};
	bool is_mine =
	    card->department_id == cards->desk->session.department_id;
	struct str note = STR_INIT;
	struct round_row *row;
	char day[24];

	if (is_mine != (cards->turn == 0) ||
	    !topic_is_stale(&topic, desk_today(cards->desk)))
		return;
	if (cards->count++ > ROUND_MANY)
		return;
	row = round_add(cards->round, ROUND_CARD);
	if (cards->count > ROUND_MANY) {
		row->what = mem_copy(_("and more: Enter opens the topics"));
		return;
	}
	day_format(card->verified_on, day);
	if (card->verified_on.text[0] != '\0')
		str_addf(&note, _("verified %s"), day);
	else
		str_add(&note, _("never verified"));
	row->id = card->topic_id;
	row->what = mem_copy(card->name);
	row->note = str_take(&note);
}

static bool add_cards(struct desk *desk, struct round *round, struct error *err)
{
	struct cards cards = {.desk = desk, .round = round};

	for (cards.turn = 0; cards.turn < 2; cards.turn++)
		if (!briefing_each_card(desk->db, add_card, &cards, err))
			return false;
	return true;
}

static bool add_closures(struct desk *desk, struct round *round,
			 struct error *err)
{
	const struct calendar *calendar;

	if (!desk_calendar(desk, &calendar, err))
		return false;
	for (int i = 0; i <= CLOSURES_AHEAD; i++) {
		struct day day = day_plus(desk_today(desk), i);
		const char *name = calendar_exception(calendar, day);
		struct hours hours;
		struct round_row *row;
		char text[80];

		if (name == NULL)
			continue;
		hours = calendar_hours(calendar, day);
		row = round_add(round, ROUND_CLOSURE);
		day_format(day, text);
		row->what = mem_copy(text);
		if (hours.count > 0) {
			struct str note = STR_INIT;

			hours_format(&hours, text);
			str_addf(&note, "%s: %s", name, text);
			row->note = str_take(&note);
		} else {
			row->note = mem_copy(name);
		}
	}
	return true;
}

static void add_words(struct desk *desk, struct round *round)
{
	const char *wrong = desk_wrong_words(desk);
	struct str text = STR_INIT;

	if (wrong == NULL)
		return;
	desk_add_wrong_words(wrong, &text);
	round_add(round, ROUND_WORDS)->what = str_take(&text);
}

bool desk_read_briefing(struct desk *desk, struct round *out, struct error *err)
{
	*out = (struct round){0};
	if (desk_need_session(desk, err) &&
	    round_add_list(desk, LIST_TO_ACKNOWLEDGE, ROUND_ACKNOWLEDGE, out,
			   err) &&
	    add_notices(desk, out, err) &&
	    round_add_list(desk, LIST_PROMISES, ROUND_PROMISE, out, err) &&
	    round_add_list(desk, LIST_HANDED, ROUND_HANDED, out, err) &&
	    round_add_list(desk, LIST_UNANSWERED, ROUND_UNANSWERED, out, err) &&
	    add_away(desk, out, err) && add_cards(desk, out, err) &&
	    add_closures(desk, out, err)) {
		add_words(desk, out);
		return true;
	}
	round_release(out);
	return false;
}

struct begin {
	const struct desk *desk;
	int64_t briefing_id;
};

static bool begin_briefing(struct db *db, void *state, struct error *err)
{
	struct begin *begin = state;
	const struct desk *desk = begin->desk;
	const struct briefing_row row = {
	    .staff_id = desk->session.staff_id,
	    .site_id = desk->site.site_id,
	    .counter_window_id = desk->session.counter_window_id,
	    .shown_on = desk_today(desk),
	};

	return briefing_insert(db, &row, &begin->briefing_id, err);
}

bool desk_begin_briefing(struct desk *desk, int64_t *briefing_id,
			 struct error *err)
{
	struct begin begin = {.desk = desk};
	bool is_done = desk_need_session(desk, err) &&
		       db_transaction(desk->db, begin_briefing, &begin, err);

	*briefing_id = is_done ? begin.briefing_id : 0;
	return is_done;
}

static bool end_briefing(struct db *db, void *state, struct error *err)
{
	const int64_t *briefing_id = state;

	return briefing_seen(db, *briefing_id, err);
}

bool desk_end_briefing(struct desk *desk, int64_t briefing_id,
		       struct error *err)
{
	return desk_need_session(desk, err) &&
	       db_transaction(desk->db, end_briefing, &briefing_id, err);
}

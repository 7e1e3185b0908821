/*
 * board.c - the live board: who waits, who is where, what is due
 */
#include "frontdesk/desk/board.h"

#include <stdlib.h>

#include "desk_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/store/board.h"
#include "frontdesk/store/visit.h"

#define DUE_MAX 20

static void rows_release(struct board_rows *rows)
{
	for (size_t i = 0; i < rows->count; i++) {
		free(rows->items[i].window);
		free(rows->items[i].staff);
		free(rows->items[i].who);
		free(rows->items[i].topic);
		free(rows->items[i].reason);
	}
	free(rows->items);
}

void board_release(struct board *board)
{
	line_release(&board->line);
	rows_release(&board->windows);
	rows_release(&board->holds);
	rows_release(&board->asides);
	notice_list_release(&board->notices);
	for (size_t i = 0; i < board->due_count; i++) {
		free(board->due[i].what);
		free(board->due[i].topic);
		free(board->due[i].reference);
		free(board->due[i].owner);
		free(board->due[i].who);
	}
	free(board->due);
	*board = (struct board){0};
}

/* Windows at which somebody sits, until it is known whom they serve. */
struct seat {
	int64_t counter_window_id;
	char *window, *staff;
	bool is_serving; /* a visit there is theirs */
};

struct reading {
	struct desk *desk;
	struct board *out;
	struct seat *seats; /* in the order of the windows */
	size_t seat_count, seats_used;
};

static struct board_row *add_row(struct board_rows *rows)
{
	struct board_row *row;

	rows->items = mem_grow(rows->items, rows->count, sizeof(*rows->items));
	row = &rows->items[rows->count++];
	*row = (struct board_row){0};
	return row;
}

static void add_seat(int64_t counter_window_id, const char *window,
		     const char *staff, void *state)
{
	struct reading *reading = state;

	reading->seats = mem_grow(reading->seats, reading->seat_count,
				  sizeof(*reading->seats));
	reading->seats[reading->seat_count++] = (struct seat){
	    counter_window_id, mem_copy(window), mem_copy(staff), false};
}

/* Who sits at windows before this one and serves nobody. */
static void pass_seats(struct reading *reading, int64_t counter_window_id)
{
	for (; reading->seats_used < reading->seat_count;
	     reading->seats_used++) {
		const struct seat *seat = &reading->seats[reading->seats_used];
		struct board_row *row;

		if (seat->counter_window_id >= counter_window_id)
			return;
		if (seat->is_serving)
			continue;
		row = add_row(&reading->out->windows);
		row->window = mem_copy(seat->window);
		row->staff = mem_copy(seat->staff);
	}
}

static void take_seat(struct reading *reading, const struct board_visit *visit)
{
	for (size_t i = reading->seats_used; i < reading->seat_count; i++) {
		struct seat *seat = &reading->seats[i];

		if (seat->counter_window_id == visit->counter_window_id &&
		    (str_is_blank(visit->staff) ||
		     str_same(seat->staff, visit->staff)))
			seat->is_serving = true;
	}
}

static void add_visit(const struct board_visit *visit, void *state)
{
	struct reading *reading = state;
	struct error unused = {0};
	enum visit_state stands = VISIT_SERVING;
	struct board_row *row;

	visit_state_parse(visit->state, &stands, &unused);
	if (stands == VISIT_HOLD) {
		row = add_row(&reading->out->holds);
	} else if (stands == VISIT_ASIDE) {
		row = add_row(&reading->out->asides);
	} else {
		pass_seats(reading, visit->counter_window_id);
		take_seat(reading, visit);
		row = add_row(&reading->out->windows);
	}
	*row = (struct board_row){
	    .visit_id = visit->visit_id,
	    .window = mem_copy(visit->window),
	    .staff = mem_copy(visit->staff),
	    .who = mem_copy(_("unnamed")),
	    .topic = mem_copy(visit->topic),
	    .reason =
		str_is_blank(visit->reason) ? NULL : mem_copy(visit->reason),
	    .state = stands,
	    .since_at = visit->since_at,
	};
}

static void add_due(const struct board_promise *promise, void *state)
{
	struct reading *reading = state;
	struct board *out = reading->out;

	if (out->due_count == DUE_MAX) {
		out->has_more_due = true;
		return;
	}
	out->due = mem_grow(out->due, out->due_count, sizeof(*out->due));
	out->due[out->due_count++] = (struct board_due){
	    .promise_id = promise->promise_id,
	    .request_id = promise->request_id,
	    .due_at = promise->due_at,
	    .what = mem_copy(promise->what),
	    .topic = mem_copy(promise->topic),
	    .reference = mem_copy(promise->reference),
	    .owner = mem_copy(promise->owner),
	    .who = mem_copy(promise->who),
	    .is_late = promise->due_at < desk_now(reading->desk),
	};
}

static void name_row(struct board_rows *rows, int64_t visit_id, const char *who)
{
	for (size_t i = 0; i < rows->count; i++)
		if (rows->items[i].visit_id == visit_id)
			mem_replace(&rows->items[i].who, who);
}

static void take_people(int64_t visit_id, const struct visit *present,
			void *state)
{
	struct board *out = state;
	struct str who = STR_INIT;

	visit_add_people(present, "·", &who);
	name_row(&out->windows, visit_id, str_text(&who));
	name_row(&out->holds, visit_id, str_text(&who));
	name_row(&out->asides, visit_id, str_text(&who));
	str_release(&who);
}

static bool read_people(struct db *db, struct board *out, struct error *err)
{
	size_t count = 0;
	int64_t *ids = mem_new(out->windows.count + out->holds.count +
				   out->asides.count + 1,
			       sizeof(*ids));
	bool is_read;

	for (size_t i = 0; i < out->windows.count; i++)
		if (out->windows.items[i].visit_id != 0)
			ids[count++] = out->windows.items[i].visit_id;
	for (size_t i = 0; i < out->holds.count; i++)
		ids[count++] = out->holds.items[i].visit_id;
	for (size_t i = 0; i < out->asides.count; i++)
		ids[count++] = out->asides.items[i].visit_id;
	is_read = visit_each_called(db, ids, count, take_people, out, err);
	free(ids);
	return is_read;
}

static void seats_release(struct reading *reading)
{
	for (size_t i = 0; i < reading->seat_count; i++) {
		free(reading->seats[i].window);
		free(reading->seats[i].staff);
	}
	free(reading->seats);
	reading->seats = NULL;
	reading->seat_count = reading->seats_used = 0;
}

static bool read_board(struct db *db, void *state, struct error *err)
{
	struct reading *reading = state;
	struct desk *desk = reading->desk;
	int64_t site_id = desk->site.site_id;
	int64_t morning =
	    zone_day_start(desk->site.time_zone, desk_today(desk));
	bool is_read;

	board_release(reading->out);
	is_read =
	    desk_line(desk, &reading->out->line, err) &&
	    desk_list_notices(desk, &reading->out->notices, err) &&
	    board_each_seat(db, site_id, morning, add_seat, reading, err) &&
	    board_each_visit(db, site_id, add_visit, reading, err) &&
	    board_each_promise(db, site_id, morning,
			       desk_now(desk) + CLOCK_HOUR, DUE_MAX + 1,
			       add_due, reading, err);
	pass_seats(reading, INT64_MAX);
	seats_release(reading);
	return is_read && read_people(db, reading->out, err);
}

bool desk_read_board(struct desk *desk, struct board *out, struct error *err)
{
	struct reading reading = {.desk = desk, .out = out};

	*out = (struct board){0};
	if (!desk_may(desk, DUTY_OVERSEE, err))
		return false;
	if (db_snapshot(desk->db, read_board, &reading, err))
		return true;
	board_release(out);
	return false;
}

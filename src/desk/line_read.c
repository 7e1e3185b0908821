/*
 * line_read.c - the line as a screen shows it
 */
#include <stdlib.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/desk/line.h"
#include "visit_private.h"

void line_release(struct line *line)
{
	for (size_t i = 0; i < line->count; i++) {
		free(line->rows[i].name);
		free(line->rows[i].counter_window);
	}
	free(line->rows);
	*line = (struct line){0};
}

static char *waiting_name(const struct visit_waiting *waiting)
{
	struct str name = STR_INIT;

	/* A line can be read by others: no more of a name than is called. */
	visit_add_people(&waiting->present, "·", &name);
	if (name.len == 0 && !str_is_blank(waiting->label))
		str_add(&name, waiting->label);
	if (name.len == 0 && !str_is_blank(waiting->topic))
		str_add(&name, waiting->topic);
	if (name.len == 0)
		str_add(&name, _("unnamed"));
	return str_take(&name);
}

static void add_row(struct line *line, struct visit_waiting *waiting,
		    int64_t now)
{
	struct line_row *row = &line->rows[line->count++];

	*row = (struct line_row){
	    .visit_id = waiting->visit_id,
	    .name = waiting_name(waiting),
	    .arrived_at = waiting->arrived_at,
	    .priority = waiting->priority,
	    .state = waiting->state,
	    .counter_window = waiting->counter_window,
	};
	waiting->counter_window = NULL;
	if (row->state != VISIT_WAITING)
		return;
	line->waiting_count++;
	if (now - row->arrived_at > line->longest)
		line->longest = now - row->arrived_at;
}

bool desk_line(struct desk *desk, struct line *out, struct error *err)
{
	struct visit_waiting *waiting;
	size_t count;

	*out = (struct line){0};
	if (!visit_list_waiting(desk->db, desk->site.site_id, &waiting, &count,
				err))
		return false;
	out->rows = mem_new(count, sizeof(*out->rows));
	for (size_t i = 0; i < count; i++) {
		add_row(out, &waiting[i], desk_now(desk));
		visit_waiting_release(&waiting[i]);
	}
	free(waiting);
	return true;
}

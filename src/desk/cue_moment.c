/*
 * cue_moment.c - cues of moments that are no visit's
 */
#include <stdlib.h>

#include "cues.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/calendar.h"
#include "frontdesk/desk/cue.h"
#include "passing.h"

void moment_cue_release(struct moment_cue *cue)
{
	for (size_t i = 0; i < cue->know_count; i++)
		free(cue->know[i]);
	free(cue->say);
	free(cue->ask);
	*cue = (struct moment_cue){0};
}

static char *copy_first(const struct cue_lines *lines, enum cue_kind kind)
{
	const struct cue_line *line = cue_first(lines, kind);

	return line != NULL ? mem_copy(line->text) : NULL;
}

/* Of the stage's only frame; the stage is released. */
static bool compose(struct desk *desk, enum cue_moment moment,
		    struct cue_stage *stage, struct moment_cue *out)
{
	struct cue_lines lines;

	cue_choose(cues_of(desk), CUE_BIT(moment), stage->frames, stage->count,
		   cues_language(desk), &lines);
	*out = (struct moment_cue){
	    .say = copy_first(&lines, CUE_SAY),
	    .ask = copy_first(&lines, CUE_ASK),
	};
	for (size_t i = 0; i < lines.count; i++)
		if (lines.items[i].rule->kind == CUE_KNOW &&
		    out->know_count < CUE_KNOW_SHOWN)
			out->know[out->know_count++] =
			    mem_copy(lines.items[i].text);
	cue_lines_release(&lines);
	cue_stage_release(stage);
	return true;
}

static void put_count(struct cue_stage *stage, struct cue_frame *frame,
		      int64_t count)
{
	struct str text = STR_INIT;

	str_add_int(&text, count);
	cue_stage_put(stage, frame, CUE_PUT_COUNT, &text);
}

/* Nothing is known of it but the moment. */
static bool cue_alone(struct desk *desk, enum cue_moment moment,
		      struct moment_cue *out, struct error *err)
{
	struct cue_stage stage = {0};

	*out = (struct moment_cue){0};
	if (!desk_need_session(desk, err))
		return false;
	cue_stage_add(&stage);
	return compose(desk, moment, &stage, out);
}

bool desk_cue_joining(struct desk *desk, struct moment_cue *out,
		      struct error *err)
{
	return cue_alone(desk, CUE_AT_JOINING, out, err);
}

bool desk_cue_day(struct desk *desk, const struct yours *yours, bool is_evening,
		  struct moment_cue *out, struct error *err)
{
	struct cue_stage stage = {0};
	struct cue_frame *frame;

	*out = (struct moment_cue){0};
	if (!desk_need_session(desk, err))
		return false;
	frame = cue_stage_add(&stage);
	cue_hold(frame, CUE_IF_TO_ACKNOWLEDGE, yours->to_acknowledge > 0);
	put_count(&stage, frame, yours->to_acknowledge);
	return compose(desk, is_evening ? CUE_AT_EVENING : CUE_AT_OPENING,
		       &stage, out);
}

/* How many promises of whoever is to keep it are late. */
static bool count_late(struct desk *desk, int64_t staff_id, int *out,
		       struct error *err)
{
	struct list_query query;
	struct list_counts counts;

	passing_asks(desk, &query);
	query.staff_id = staff_id;
	if (!list_count(desk->db, &query, &counts, err))
		return false;
	*out = counts.promises_late;
	return true;
}

bool desk_cue_promise(struct desk *desk, const char *when, int64_t owner_id,
		      const char *owner, struct moment_cue *out,
		      struct error *err)
{
	int64_t keeps = owner_id != 0 ? owner_id : desk->session.staff_id;
	struct cue_stage stage = {0};
	struct cue_frame *frame;
	struct str due = STR_INIT;
	struct error unclear = {0};
	char *closed = NULL, text[64];
	struct local at;
	int late = 0;

	*out = (struct moment_cue){0};
	if (!desk_need_session(desk, err) ||
	    !count_late(desk, keeps, &late, err))
		return false;
	frame = cue_stage_add(&stage);
	if (!str_is_blank(when) &&
	    desk_understand_when(desk, when, &at, &closed, &unclear)) {
		when_format(&at, text);
		str_add(&due, text);
	}
	cue_hold(frame, CUE_IF_DUE, due.len > 0);
	cue_stage_put(&stage, frame, CUE_PUT_DUE, &due);
	cue_hold(frame, CUE_IF_CLOSED, closed != NULL);
	cue_hold(frame, CUE_IF_OWNER_LATE, late > 0);
	cue_hold(frame, CUE_IF_COLLEAGUE_KEEPS,
		 keeps != desk->session.staff_id);
	frame->places[CUE_PUT_OWNER] = owner;
	put_count(&stage, frame, late);
	free(closed);
	return compose(desk, CUE_AT_PROMISING, &stage, out);
}

bool desk_cue_handoff(struct desk *desk, const struct handoff_draft *draft,
		      struct moment_cue *out, struct error *err)
{
	struct cue_stage stage = {0};
	struct cue_frame *frame;
	struct str hop = STR_INIT;

	*out = (struct moment_cue){0};
	if (!desk_need_session(desk, err))
		return false;
	frame = cue_stage_add(&stage);
	cue_hold(frame, CUE_IF_SECOND_HOP, draft->hop > 1);
	str_add_int(&hop, draft->hop);
	cue_stage_put(&stage, frame, CUE_PUT_HOP, &hop);
	frame->places[CUE_PUT_TITLE] = draft->topic;
	frame->places[CUE_PUT_OWNER] = draft->handles;
	return compose(desk, CUE_AT_HANDING_OFF, &stage, out);
}

bool desk_cue_handed_off(struct desk *desk, struct moment_cue *out,
			 struct error *err)
{
	return cue_alone(desk, CUE_AT_HANDED_OFF, out, err);
}

/*
 * cue_moment.c - cues of moments that are no visit's
 */
#include <stdlib.h>
#include <string.h>

#include "cues.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/calendar.h"
#include "frontdesk/desk/cue.h"
#include "frontdesk/desk/visit.h"
#include "frontdesk/store/promise.h"
#include "passing.h"

#define LATE_MANY 3 /* promises: a desk is full of them */

void moment_cue_release(struct moment_cue *cue)
{
	for (size_t i = 0; i < cue->know_count; i++)
		free(cue->know[i]);
	free(cue->say);
	free(cue->ask);
	free(cue->other);
	for (size_t i = 0; i < cue->more_count; i++)
		free(cue->more[i].text);
	free(cue->more);
	*cue = (struct moment_cue){0};
}

/* The languages in which whoever stands here is greeted; "": as the desk's. */
struct spoken {
	char say[16], other[16];
};

static bool read_spoken(struct desk *desk, int64_t visit_id, struct spoken *out,
			struct error *err)
{
	struct visit visit;
	struct visit_cue cue;
	bool is_read;

	*out = (struct spoken){"", ""};
	if (visit_id == 0)
		return true;
	if (!desk_get_visit(desk, visit_id, &visit, err))
		return false;
	is_read = desk_cue_visit(desk, &visit, &cue, err);
	if (is_read) {
		memcpy(out->say, cue.cue.language, sizeof(out->say));
		memcpy(out->other, cue.cue.other_language, sizeof(out->other));
	}
	visit_cue_release(&cue);
	visit_release(&visit);
	return is_read;
}

/* NULL where there are no words in that language. */
static char *word_in(const struct cue_line *line, const char *language)
{
	struct str text = STR_INIT;

	if (line == NULL || *language == '\0' ||
	    !cue_word(line->rule, line->frame, language, &text)) {
		str_release(&text);
		return NULL;
	}
	return str_take(&text);
}

static char *copy_first(const struct cue_lines *lines, enum cue_kind kind,
			const struct spoken *spoken)
{
	const struct cue_line *line = cue_first(lines, kind);
	char *words = word_in(line, spoken->say);

	return words == NULL && line != NULL ? mem_copy(line->text) : words;
}

/* As many to know as a screen has room for, and what else there is. */
static void keep(const struct cue_line *line, struct moment_cue *out)
{
	if (line->rule->kind == CUE_KNOW && out->know_count < CUE_KNOW_SHOWN) {
		out->know[out->know_count++] = mem_copy(line->text);
		return;
	}
	out->more =
	    mem_resize(out->more, out->more_count + 1, sizeof(*out->more));
	out->more[out->more_count++] =
	    (struct moment_line){line->rule->kind, mem_copy(line->text)};
}

/* Of the stage's only frame; the stage is released. */
static bool compose_in(struct desk *desk, enum cue_moment moment,
		       const struct spoken *spoken, struct cue_stage *stage,
		       struct moment_cue *out)
{
	struct cue_lines lines;

	cue_choose(cues_of(desk), CUE_BIT(moment), stage->frames, stage->count,
		   cues_language(desk), &lines);
	*out = (struct moment_cue){
	    .say = copy_first(&lines, CUE_SAY, spoken),
	    .ask = copy_first(&lines, CUE_ASK, spoken),
	    .other = word_in(cue_first(&lines, CUE_SAY), spoken->other),
	};
	if (str_same(out->say, out->other))
		mem_replace(&out->other, NULL);
	for (size_t i = 0; i < lines.count; i++)
		if (&lines.items[i] != cue_first(&lines, CUE_SAY) &&
		    &lines.items[i] != cue_first(&lines, CUE_ASK))
			keep(&lines.items[i], out);
	cue_lines_release(&lines);
	cue_stage_release(stage);
	return true;
}

static bool compose(struct desk *desk, enum cue_moment moment,
		    struct cue_stage *stage, struct moment_cue *out)
{
	const struct spoken spoken = {"", ""};

	return compose_in(desk, moment, &spoken, stage, out);
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

/* What is made anew is not in its own way. */
static bool has_many_late(struct desk *desk, int64_t staff_id,
			  bool is_one_apart, bool *out, struct error *err)
{
	struct list_query query;
	struct list_counts counts;

	passing_asks(desk, &query);
	query.staff_id = staff_id;
	if (!list_count(desk->db, &query, &counts, err))
		return false;
	*out = counts.promises_late - (is_one_apart ? 1 : 0) >= LATE_MANY;
	return true;
}

/* By when, as it is understood so far. */
static void put_due(struct desk *desk, const char *when,
		    struct cue_stage *stage, struct cue_frame *frame)
{
	struct str due = STR_INIT;
	struct error unclear = {0};
	char *closed = NULL, text[64];
	struct local at;

	if (!str_is_blank(when) &&
	    desk_understand_when(desk, when, &at, &closed, &unclear)) {
		when_format(&at, text);
		str_add(&due, text);
	}
	cue_hold(frame, CUE_IF_DUE, due.len > 0);
	cue_hold(frame, CUE_IF_CLOSED, closed != NULL);
	cue_stage_put(stage, frame, CUE_PUT_DUE, &due);
	free(closed);
}

/* The day that was missed. */
static void put_missed(const struct desk *desk, const struct promise *old,
		       struct cue_stage *stage, struct cue_frame *frame)
{
	bool is_late = old->due_at < desk_now(desk);
	struct str day = STR_INIT;

	cue_hold(frame, CUE_IF_ANEW, true);
	cue_hold(frame, CUE_IF_LATE, is_late);
	if (is_late)
		cues_add_day(desk, old->due_at, cues_language(desk), &day);
	cue_stage_put(stage, frame, CUE_PUT_DAY, &day);
}

static bool put_promise(struct desk *desk, const struct cue_promise *promise,
			const struct promise *old, struct cue_stage *stage,
			struct error *err)
{
	int64_t keeps = old->promise_id != 0	 ? old->owner_staff_id
			: promise->owner_id != 0 ? promise->owner_id
						 : desk->session.staff_id;
	bool is_late = old->promise_id != 0 && old->due_at < desk_now(desk);
	bool has_many = false;
	struct cue_frame *frame;

	if (keeps != 0 && !has_many_late(desk, keeps, is_late, &has_many, err))
		return false;
	frame = cue_stage_add(stage);
	put_due(desk, promise->when, stage, frame);
	if (old->promise_id != 0)
		put_missed(desk, old, stage, frame);
	cue_hold(frame, CUE_IF_OWNER_LATE, has_many);
	cue_hold(frame, CUE_IF_COLLEAGUE_KEEPS,
		 keeps != desk->session.staff_id);
	frame->places[CUE_PUT_OWNER] = promise->owner;
	return true;
}

bool desk_cue_promise(struct desk *desk, const struct cue_promise *promise,
		      struct moment_cue *out, struct error *err)
{
	struct cue_stage stage = {0};
	struct promise old = {0};
	bool is_read;

	*out = (struct moment_cue){0};
	if (!desk_need_session(desk, err) ||
	    (promise->promise_id != 0 &&
	     !promise_get(desk->db, promise->promise_id, &old, err)))
		return false;
	is_read = put_promise(desk, promise, &old, &stage, err);
	if (is_read)
		compose(desk, CUE_AT_PROMISING, &stage, out);
	promise_release(&old);
	return is_read;
}

bool desk_cue_handoff(struct desk *desk, const struct handoff_draft *draft,
		      struct moment_cue *out, struct error *err)
{
	struct cue_stage stage = {0};
	struct cue_frame *frame;
	struct str hop = STR_INIT;
	struct spoken spoken;

	*out = (struct moment_cue){0};
	if (!desk_need_session(desk, err) ||
	    !read_spoken(desk, draft->visit_id, &spoken, err))
		return false;
	frame = cue_stage_add(&stage);
	cue_hold(frame, CUE_IF_SECOND_HOP, draft->hop > 1);
	str_add_int(&hop, draft->hop);
	cue_stage_put(&stage, frame, CUE_PUT_HOP, &hop);
	frame->places[CUE_PUT_TITLE] = draft->topic;
	frame->places[CUE_PUT_OWNER] = draft->handles;
	return compose_in(desk, CUE_AT_HANDING_OFF, &spoken, &stage, out);
}

bool desk_cue_handed_off(struct desk *desk, int64_t visit_id,
			 struct moment_cue *out, struct error *err)
{
	struct cue_stage stage = {0};
	struct spoken spoken;

	*out = (struct moment_cue){0};
	if (!desk_need_session(desk, err) ||
	    !read_spoken(desk, visit_id, &spoken, err))
		return false;
	cue_stage_add(&stage);
	return compose_in(desk, CUE_AT_HANDED_OFF, &spoken, &stage, out);
}

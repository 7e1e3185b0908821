/*
 * visit_word.c - what to SAY, ASK and KNOW in a visit, worded from the table
 */
#include <stdlib.h>

#include "find_row.h"
#include "frontdesk/base/mem.h"
#include "visit_cue.h"

#define GREETINGS (CUE_BIT(CUE_AT_GREETING) | CUE_BIT(CUE_AT_TELEPHONE))

/* They waited for longer than the site means them to. */
static bool has_waited(const struct desk *desk, const struct visit *visit)
{
	int64_t until =
	    visit->begun_at != 0 ? visit->begun_at : visit->state_since_at;

	return visit->is_timed && visit->visit_id != 0 &&
	       until - visit->arrived_at > desk->site.wait_target;
}

static uint64_t moments_of(const struct desk *desk, const struct visit *visit,
			   const struct cue_frame *frame)
{
	bool is_call =
	    visit->channel == CHANNEL_TELEPHONE && visit->person_count == 0;
	uint64_t moments =
	    CUE_BIT(is_call ? CUE_AT_TELEPHONE : CUE_AT_GREETING);

	if (has_waited(desk, visit))
		moments |= CUE_BIT(CUE_AT_WAITED);
	if ((frame->holds & CUE_BIT(CUE_IF_THIRD)) != 0)
		moments |= CUE_BIT(CUE_AT_AGAIN);
	return moments | CUE_BIT((frame->holds & CUE_BIT(CUE_IF_ASKED)) != 0
				     ? CUE_AT_ACTING
				     : CUE_AT_ASKING);
}

/* What a cue is worded of. */
struct wording {
	struct desk *desk;
	const struct visit *visit;
	const struct cue_facts *facts;
	const struct cue *greeted;
	const char *close[2]; /* as they are greeted, and the other */
	const struct cue_line *line;
	size_t frame; /* the line's */
};

/* NULL where there are no words in that language. The caller frees. */
static char *word_in(const struct wording *wording, const char *language)
{
	struct cue_stage stage;
	struct str text = STR_INIT;
	char *words = NULL;

	if (str_is_blank(language))
		return NULL;
	visit_cue_frame(wording->desk, wording->visit, wording->facts,
			wording->greeted, wording->close, language, &stage);
	if (cue_word(wording->line->rule, &stage.frames[wording->frame],
		     language, &text))
		words = str_take(&text);
	str_release(&text);
	cue_stage_release(&stage);
	return words;
}

/* In both languages of the greeting. */
static struct cue_words words_of(const struct wording *wording,
				 const struct cue *out)
{
	return (struct cue_words){
	    .words = word_in(wording, out->language),
	    .other = word_in(wording, out->other_language),
	    .text = wording->line->text,
	    .close = {wording->close[0], wording->close[1]},
	};
}

/* As many as there is room for. */
static void keep(const struct cue_line *line, struct visit_cue *out)
{
	enum cue_kind kind = line->rule->kind;

	if (kind == CUE_KNOW && out->know_count < MEM_COUNT(out->know))
		out->know[out->know_count++] = mem_copy(line->text);
	else if (kind == CUE_SAY &&
		 out->more_say_count < MEM_COUNT(out->more_say))
		out->more_say[out->more_say_count++] = mem_copy(line->text);
	else if (kind == CUE_ASK &&
		 out->more_ask_count < MEM_COUNT(out->more_ask))
		out->more_ask[out->more_ask_count++] = mem_copy(line->text);
}

static void drop_say(struct cue *cue)
{
	mem_replace(&cue->say, NULL);
	mem_replace(&cue->other, NULL);
	mem_replace(&cue->sounded, NULL);
}

/* The most urgent of what the table has for these moments. */
static void choose(struct wording *wording, const struct cue_stage *stage,
		   uint64_t moments, struct visit_cue *out)
{
	struct cue_lines lines;
	/* Both are worded of the greeting before either takes its place. */
	struct cue greeted = out->cue;
	const struct cue_line *first[2];
	struct cue_words words;

	cue_choose(cues_of(wording->desk), moments, stage->frames, stage->count,
		   cues_language(wording->desk), &lines);
	first[CUE_SAY] = cue_first(&lines, CUE_SAY);
	first[CUE_ASK] = cue_first(&lines, CUE_ASK);
	wording->greeted = &greeted;
	greeted.say = mem_copy(greeted.say);
	greeted.other = mem_copy(greeted.other);
	greeted.ask = mem_copy(greeted.ask);
	greeted.other_ask = mem_copy(greeted.other_ask);
	for (int i = CUE_SAY; i <= CUE_ASK; i++) {
		wording->line = first[i];
		if (first[i] == NULL)
			continue;
		wording->frame = (size_t)(first[i]->frame - stage->frames);
		words = words_of(wording, &out->cue);
		(i == CUE_SAY ? cues_put_say : cues_put_ask)(first[i]->rule,
							     &words, &out->cue);
	}
	if (first[CUE_ASK] == NULL)
		cue_drop_ask(&out->cue);
	/* Nobody is greeted once more at the end. */
	if (first[CUE_SAY] == NULL && (moments & GREETINGS) == 0)
		drop_say(&out->cue);
	for (size_t i = 0; i < lines.count; i++)
		if (&lines.items[i] != first[CUE_SAY] &&
		    &lines.items[i] != first[CUE_ASK])
			keep(&lines.items[i], out);
	wording->greeted = NULL;
	free(greeted.say);
	free(greeted.other);
	free(greeted.ask);
	free(greeted.other_ask);
	cue_lines_release(&lines);
}

void visit_cue_compose(struct desk *desk, const struct visit *visit,
		       const struct cue_facts *facts,
		       const struct cue_scene *scene, struct visit_cue *out)
{
	struct wording wording = {
	    .desk = desk,
	    .visit = visit,
	    .facts = facts,
	    .close = {out->close, out->other_close},
	};
	struct cue_stage stage;
	struct cue_frame *frame;

	visit_cue_frame(desk, visit, facts, &out->cue, wording.close,
			cues_language(desk), &stage);
	frame = &stage.frames[0];
	cue_hold(frame, CUE_IF_COULD_NOT, scene->result == RESULT_COULD_NOT);
	cue_hold(frame, CUE_IF_NOT_OURS, scene->result == RESULT_NOT_OURS);
	cue_hold(frame, CUE_IF_COME_BACK, scene->result == RESULT_COME_BACK);
	cue_hold(frame, CUE_IF_CARD, scene->can_take_card);
	choose(&wording, &stage,
	       scene->kind == SCENE_VISIT ? moments_of(desk, visit, frame)
	       : scene->kind == SCENE_NO  ? CUE_BIT(CUE_AT_NO)
					  : CUE_BIT(CUE_AT_CLOSING),
	       out);
	cue_stage_release(&stage);
}

/*
 * visit_present.c - whom they spoke for before, and who here could interpret
 *
 * What was noted is told as a fact with its day; nothing follows from it.
 */
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/core/language.h"
#include "frontdesk/store/interpreter.h"
#include "frontdesk/store/staff.h"
#include "frontdesk/store/visit.h"
#include "passing.h"
#include "presence.h"
#include "visit_cue.h"
#include "visit_private.h"

_Static_assert(SPOKE_PEOPLE == CUE_PEOPLE, "the same people are asked about");

bool desk_name_people(struct desk *desk, struct visit *visit, struct error *err)
{
	return desk_need_session(desk, err) &&
	       visit_name_people(desk->db, visit, err);
}

struct interpreting {
	int64_t visit_id, staff_id, at, noted_by;
};

static bool check_open(struct db *db, int64_t visit_id, struct error *err)
{
	struct visit_row row;

	return visit_get_row(db, visit_id, &row, err) &&
	       visit_check_open(&row, err);
}

static bool add_interpreter(struct db *db, void *state, struct error *err)
{
	const struct interpreting *work = state;

	return check_open(db, work->visit_id, err) &&
	       passing_check_active(db, work->staff_id, "who", err) &&
	       interpreter_insert(db, work->visit_id, work->staff_id, work->at,
				  work->noted_by, err);
}

static bool drop_interpreter(struct db *db, void *state, struct error *err)
{
	const struct interpreting *work = state;

	if (interpreter_take_back(db, work->visit_id, work->staff_id, work->at,
				  err))
		return true;
	return err->code == ERROR_NOT_FOUND &&
	       error_set(err, ERROR_CONFLICT, "",
			 _("It was taken back already."));
}

static bool run(struct desk *desk, int64_t visit_id, int64_t staff_id,
		db_work_fn *work, struct error *err)
{
	struct interpreting interpreting = {
	    .visit_id = visit_id,
	    .staff_id = staff_id,
	    .at = desk_now(desk),
	    .noted_by = desk->session.staff_id,
	};

	return desk_may(desk, DUTY_SERVE, err) &&
	       db_transaction(desk->db, work, &interpreting, err);
}

bool desk_add_interpreter(struct desk *desk, int64_t visit_id, int64_t staff_id,
			  struct error *err)
{
	return run(desk, visit_id, staff_id, add_interpreter, err);
}

bool desk_drop_interpreter(struct desk *desk, int64_t visit_id,
			   int64_t staff_id, struct error *err)
{
	return run(desk, visit_id, staff_id, drop_interpreter, err);
}

/* The first who needs an interpreter; else whose language is not this
 * clerk's. */
static const struct resident *find_interpreted(const struct desk *desk,
					       const struct cue_facts *facts)
{
	for (size_t i = 0; i < facts->resident_count; i++)
		if (facts->residents[i].needs_interpreter)
			return &facts->residents[i];
	for (size_t i = 0; i < facts->resident_count; i++) {
		const struct resident *one = &facts->residents[i];

		if (!str_is_blank(one->language) &&
		    !language_is_among(one->language, desk->languages) &&
		    !language_is(one->language, desk->language))
			return one;
	}
	return NULL;
}

struct speaking {
	const char *language;
	int minute;
	struct cue_facts *facts;
};

/* "Ms. Kim at Window 3", "Mr. Osei (in until 4 pm)". Whoever is in, or may be;
 * who has gone home is no help now. */
static void add_speaker(const struct speaker *speaker, void *state)
{
	const struct speaking *speaking = state;
	struct cue_facts *facts = speaking->facts;
	bool is_in = speaker->in_until_minute > speaking->minute;
	bool is_known = speaker->in_until_minute >= 0;

	if (!language_is(speaker->language, speaking->language) ||
	    (!speaker->is_at_desk && is_known && !is_in))
		return;
	if (facts->speaker_count++ > 0)
		str_add(&facts->speakers, ", ");
	str_add(&facts->speakers, speaker->name);
	if (speaker->window != NULL) {
		str_addf(&facts->speakers, _(" at %s"), speaker->window);
	} else if (is_in) {
		str_add(&facts->speakers, " (");
		presence_add(speaker->in_until_minute, speaking->minute,
			     &facts->speakers);
		str_add_char(&facts->speakers, ')');
	} else if (!speaker->is_at_desk) {
		str_add(&facts->speakers, _(" (not signed in)"));
	}
}

static bool read_speakers(struct desk *desk, const struct visit *visit,
			  struct cue_facts *facts, struct error *err)
{
	/* A colleague who is here is looked for no more. */
	const struct resident *one =
	    visit->interpreter_count > 0 ? NULL : find_interpreted(desk, facts);
	struct speaking speaking = {.facts = facts};
	struct local now;

	if (one == NULL)
		return true;
	facts->needs_interpreter = one->needs_interpreter;
	facts->interpreted = mem_copy(one->language);
	/* Where this clerk speaks it nobody else is looked for. */
	if (str_is_blank(one->language) ||
	    language_is_among(one->language, desk->languages))
		return true;
	desk_local(desk, desk_now(desk), &now);
	speaking.language = one->language;
	speaking.minute = now.hour * 60 + now.minute;
	return speaker_each(
	    desk->db, desk->session.staff_id,
	    zone_day_start(desk->site.time_zone, desk_today(desk)),
	    desk_today(desk), add_speaker, &speaking, err);
}

bool visit_cue_read_present(struct desk *desk, const struct visit *visit,
			    struct cue_facts *facts, struct error *err)
{
	const struct visit_person *subject = visit_subject(visit);
	bool has_speaker = false;
	int64_t whose = 0;

	for (size_t i = 0; i < visit->person_count; i++)
		has_speaker =
		    has_speaker || visit->people[i].part == PART_SPEAKS_FOR;
	if (has_speaker && subject != NULL)
		whose = subject->resident_id;
	if (facts->resident_count > 0 &&
	    !spoke_get_latest(desk->db, facts->greeted.resident_ids, whose,
			      visit->visit_id, &facts->spoke, err))
		return false;
	return read_speakers(desk, visit, facts, err);
}

/* Ms. Rosa Mendez, for Mrs. Carmen Mendez: the water bill, noted by A. Ruiz Nov
 * 18. */
static void put_spoke(const struct desk *desk, const struct cue_facts *facts,
		      struct cue_stage *stage, struct cue_frame *frame)
{
	const struct spoke *spoke = &facts->spoke;
	struct str name = STR_INIT, noted = STR_INIT;

	for (size_t i = 0; i < facts->resident_count; i++)
		if (facts->residents[i].resident_id == spoke->resident_id)
			person_name_add_full(&facts->residents[i].name, &name);
	if (name.len == 0)
		return;
	if (!str_is_blank(spoke->staff))
		str_addf(&noted, _("by %s "), spoke->staff);
	cues_add_month_day(zone_day(desk->site.time_zone, spoke->at), &noted);
	cue_hold(frame, CUE_IF_SPOKE, true);
	cue_stage_put(stage, frame, CUE_PUT_SPEAKER, &name);
	cue_stage_put(stage, frame, CUE_PUT_NOTED, &noted);
	frame->places[CUE_PUT_WHOSE] = spoke->whose;
	frame->places[CUE_PUT_WHAT] = spoke->what;
}

void visit_cue_put_present(const struct desk *desk,
			   const struct cue_facts *facts,
			   struct cue_stage *stage, struct cue_frame *frame)
{
	const char *language = language_name(facts->interpreted);
	struct str count = STR_INIT;

	put_spoke(desk, facts, stage, frame);
	cue_hold(frame, CUE_IF_UNGREETED, facts->ungreeted_count > 0);
	if (facts->ungreeted_count > 0)
		str_add_int(&count, (int64_t)facts->ungreeted_count);
	cue_stage_put(stage, frame, CUE_PUT_COUNT, &count);
	cue_hold(frame, CUE_IF_INTERPRETER, facts->needs_interpreter);
	if (str_is_blank(language))
		return;
	cue_hold(frame, CUE_IF_LANGUAGE, true);
	cue_hold(frame, CUE_IF_SPEAKS,
		 language_is_among(facts->interpreted, desk->languages));
	cue_hold(frame, CUE_IF_COLLEAGUE, facts->speaker_count > 0);
	cue_hold(frame, CUE_IF_COLLEAGUES, facts->speaker_count > 1);
	frame->places[CUE_PUT_LANGUAGE] = language;
	frame->places[CUE_PUT_SPEAKERS] = str_text(&facts->speakers);
}

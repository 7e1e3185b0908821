/*
 * visit_frame.c - what is so in a visit, as the table of cues asks for it
 *
 * System lines speak of the matter, never of him or her.
 */
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/core/language.h"
#include "presence.h"
#include "visit_cue.h"

#define THIRD 3

/* A topic within a sentence: "fence permit"; "DMV" stays. */
static void add_topic(const char *name, struct str *out)
{
	size_t from = out->len;

	str_add(out, name);
	if (out->len > from + 1 && out->text[from] >= 'A' &&
	    out->text[from] <= 'Z' && out->text[from + 1] >= 'a' &&
	    out->text[from + 1] <= 'z')
		out->text[from] = str_lower(out->text[from]);
}

/* "4th"; in other languages the table has the words around the number. */
static void add_ordinal(int number, const char *language, struct str *out)
{
	static const char *const endings[] = {"th", "st", "nd", "rd"};
	int last = number % 10;

	if (last > 3 || (number % 100 >= 11 && number % 100 <= 13))
		last = 0;
	str_add_int(out, number);
	if (language_is(language, "en"))
		str_add(out, endings[last]);
}

static void put_day(const struct desk *desk, struct cue_stage *stage,
		    struct cue_frame *frame, enum cue_place place, int64_t at)
{
	struct str text = STR_INIT;
	char day[24];

	day_format(zone_day(desk->site.time_zone, at), day);
	str_add(&text, day);
	cue_stage_put(stage, frame, place, &text);
}

/* Plan check, promised for Tue Nov 24, after Fri Nov 20 was missed. */
static void put_promised(const struct desk *desk, struct cue_stage *stage,
			 struct cue_frame *frame,
			 const struct cue_matter *matter)
{
	bool is_promised = matter->promised != NULL;

	cue_hold(frame, CUE_IF_PROMISED, is_promised);
	cue_hold(frame, CUE_IF_LATE,
		 is_promised && matter->due_at < desk_now(desk));
	cue_hold(frame, CUE_IF_MISSED, matter->missed != NULL);
	frame->places[CUE_PUT_PROMISE] =
	    is_promised ? matter->promised : matter->missed;
	if (is_promised)
		put_day(desk, stage, frame, CUE_PUT_DUE, matter->due_at);
	if (matter->missed != NULL)
		put_day(desk, stage, frame, CUE_PUT_MISSED,
			matter->missed_due_at);
}

static int minute_now(const struct desk *desk)
{
	struct local now;

	desk_local(desk, desk_now(desk), &now);
	return now.hour * 60 + now.minute;
}

/* "in until 4 pm", "out until Dec 2" */
static void add_presence(const struct desk *desk,
			 const struct cue_matter *matter, struct str *out)
{
	if (matter->away_until.text[0] == '\0' && matter->in_until_minute < 0)
		return;
	if (out->len > 0)
		str_add_char(out, ' ');
	if (matter->away_until.text[0] != '\0') {
		str_add(out, _("out until "));
		cues_add_month_day(matter->away_until, out);
	} else {
		presence_add(matter->in_until_minute, minute_now(desk), out);
	}
}

/* Planning, since Nov 18; Mr. Osei in until 4 pm. */
static void put_passed(const struct desk *desk, struct cue_stage *stage,
		       struct cue_frame *frame, const struct cue_matter *matter)
{
	const char *whom =
	    matter->department != NULL ? matter->department : matter->staff;
	struct str since = STR_INIT, who = STR_INIT;

	if (matter->passed == MATTER_HERE || whom == NULL)
		return;
	cue_hold(frame, CUE_IF_PASSED, matter->passed == MATTER_WITH);
	cue_hold(frame, CUE_IF_OFFERED, matter->passed == MATTER_OFFERED);
	frame->places[CUE_PUT_DEPARTMENT] = whom;
	cues_add_month_day(zone_day(desk->site.time_zone, matter->passed_at),
			   &since);
	cue_stage_put(stage, frame, CUE_PUT_SINCE, &since);
	if (whom != matter->staff)
		str_add(&who, matter->staff);
	if (matter->staff != NULL)
		add_presence(desk, matter, &who);
	cue_stage_put(stage, frame, CUE_PUT_COLLEAGUE, &who);
}

/* The request that this visit is about. */
static void put_matter(const struct desk *desk, const struct visit *visit,
		       const char *language, struct cue_stage *stage,
		       struct cue_frame *frame, const struct cue_matter *matter)
{
	int contacts = matter->contacts_before + 1;
	struct str text = STR_INIT;

	cue_hold(frame, CUE_IF_MATTER, true);
	cue_hold(frame, CUE_IF_RETURNING, contacts > 1);
	cue_hold(frame, CUE_IF_THIRD, contacts >= THIRD);
	/* Nothing more can be promised than an answer. */
	cue_hold(frame, CUE_IF_OFFERED_NOW,
		 matter->passed == MATTER_OFFERED && visit->begun_at != 0 &&
		     matter->passed_at >= visit->begun_at);
	if (contacts > 1)
		add_ordinal(contacts, language, &text);
	cue_stage_put(stage, frame, CUE_PUT_CONTACT, &text);
	put_promised(desk, stage, frame, matter);
	put_passed(desk, stage, frame, matter);
}

/* What was missed of it, by the hour it was promised for; 0: nothing. */
static int64_t missed_at(const struct desk *desk,
			 const struct cue_matter *matter)
{
	if (matter->promised != NULL && matter->due_at < desk_now(desk))
		return matter->due_at;
	return matter->missed != NULL ? matter->missed_due_at : 0;
}

/* The first of all matters that has something missed, to tell, or troubling. */
static void put_owed(const struct desk *desk, const struct cue_facts *facts,
		     const char *language, struct cue_stage *stage,
		     struct cue_frame *frame)
{
	struct str day = STR_INIT, news = STR_INIT;

	for (size_t i = 0; i < facts->matter_count; i++) {
		const struct cue_matter *matter = &facts->matters[i];
		int64_t missed = missed_at(desk, matter);

		if (missed != 0 && day.len == 0)
			cues_add_day(desk, missed, language, &day);
		if (matter->to_tell != NULL && news.len == 0)
			str_addf(&news, "%s%s%s",
				 matter->topic != NULL ? matter->topic : "",
				 matter->topic != NULL ? " · " : "",
				 matter->to_tell);
		if (frame->places[CUE_PUT_CONCERN] == NULL)
			frame->places[CUE_PUT_CONCERN] = matter->concern;
	}
	cue_hold(frame, CUE_IF_OPEN, facts->matter_count > 0);
	cue_hold(frame, CUE_IF_APOLOGY, day.len > 0);
	cue_hold(frame, CUE_IF_TO_TELL, news.len > 0);
	cue_hold(frame, CUE_IF_CONCERN, frame->places[CUE_PUT_CONCERN] != NULL);
	cue_stage_put(stage, frame, CUE_PUT_DAY, &day);
	cue_stage_put(stage, frame, CUE_PUT_NEWS, &news);
}

/* Asked and not known is an answer; what the question refuses is none. */
static bool is_answered(const struct contact *contact,
			const struct question *question)
{
	struct error unused = {0};

	for (size_t i = 0; contact != NULL && i < contact->answer_count; i++)
		if (contact->answers[i].question_id == question->question_id)
			return !contact->answers[i].is_known ||
			       question_check_answer(question,
						     contact->answers[i].value,
						     &unused);
	return false;
}

/* The topic's next question, and the card. */
static void put_topic(const struct desk *desk, const struct visit *visit,
		      const struct topic *topic, struct cue_stage *stage,
		      struct cue_frame *frame)
{
	const struct contact *contact = visit_cue_contact(visit);
	struct str verified = STR_INIT, name = STR_INIT;
	bool is_verified = topic->verified_on.text[0] != '\0';

	for (size_t i = 0; i < topic->question_count; i++)
		if (frame->places[CUE_PUT_QUESTION] == NULL &&
		    !is_answered(contact, &topic->questions[i]))
			frame->places[CUE_PUT_QUESTION] =
			    topic->questions[i].ask;
	cue_hold(frame, CUE_IF_TOPIC, true);
	cue_hold(frame, CUE_IF_QUESTION,
		 frame->places[CUE_PUT_QUESTION] != NULL);
	cue_hold(frame, CUE_IF_ASKED,
		 topic->question_count > 0 &&
		     frame->places[CUE_PUT_QUESTION] == NULL);
	cue_hold(frame, CUE_IF_UNVERIFIED, !is_verified);
	cue_hold(frame, CUE_IF_STALE,
		 !is_verified || topic_is_stale(topic, desk_today(desk)));
	cue_hold(frame, CUE_IF_OTHER_WAYS, !str_is_blank(topic->other_ways));
	if (is_verified)
		cues_add_month_day(topic->verified_on, &verified);
	cue_stage_put(stage, frame, CUE_PUT_VERIFIED, &verified);
	add_topic(topic->name, &name);
	cue_stage_put(stage, frame, CUE_PUT_TOPIC, &name);
	frame->places[CUE_PUT_TITLE] = topic->name;
	frame->places[CUE_PUT_VERIFIER] = topic->verifier;
	frame->places[CUE_PUT_OWNER] = topic->handler;
	frame->places[CUE_PUT_BRING] = topic->bring;
	frame->places[CUE_PUT_FEE] = topic->fee;
	if (str_is_blank(topic->bring) && str_is_blank(topic->fee))
		frame->places[CUE_PUT_TELEPHONE] = topic->contact;
	frame->places[CUE_PUT_WAYS] = topic->other_ways;
	frame->places[CUE_PUT_WHERE] = topic->not_ours_where;
	frame->places[CUE_PUT_ALTERNATIVE] = topic->alternative;
	frame->places[CUE_PUT_APPEAL] = topic->appeal;
}

/* Another matter is known too, where something was promised of it. */
static void add_others(const struct desk *desk, const struct cue_facts *facts,
		       struct cue_stage *stage)
{
	for (size_t i = facts->is_about ? 1 : 0; i < facts->matter_count; i++) {
		const struct cue_matter *matter = &facts->matters[i];
		struct cue_frame *frame;

		if (matter->promised == NULL && matter->missed == NULL)
			continue;
		frame = cue_stage_add(stage);
		cue_hold(frame, CUE_IF_OTHER, true);
		frame->places[CUE_PUT_TITLE] = matter->topic;
		put_promised(desk, stage, frame, matter);
	}
}

/*
 * The visitor may read it: of what others came with nothing but who works on
 * the place, and by when. Requests of one topic are about many places, and who
 * has one of them says nothing of the visitor's.
 */
static void add_pattern(const struct desk *desk,
			const struct pattern_found *pattern,
			struct cue_stage *stage)
{
	struct cue_frame *frame = cue_stage_add(stage);
	bool is_place = pattern->kind == PATTERN_PLACE;
	struct str count = STR_INIT, since = STR_INIT;
	char day[24];

	cue_hold(frame, CUE_IF_PATTERN, true);
	cue_hold(frame, CUE_IF_SAME_PLACE, is_place);
	cue_hold(frame, CUE_IF_SETTLED, !pattern->is_open);
	str_add_int(&count, pattern->people);
	cue_stage_put(stage, frame, CUE_PUT_COUNT, &count);
	day_format(pattern->since_on, day);
	str_add(&since, day);
	cue_stage_put(stage, frame, CUE_PUT_SINCE, &since);
	if (!is_place || !pattern->is_open)
		return;
	frame->places[CUE_PUT_DEPARTMENT] = pattern->department;
	if (pattern->due_at != 0)
		put_day(desk, stage, frame, CUE_PUT_DUE, pattern->due_at);
}

void visit_cue_frame(const struct desk *desk, const struct visit *visit,
		     const struct cue_facts *facts, const struct cue *greeted,
		     const char *const close[2], const char *language,
		     struct cue_stage *out)
{
	struct cue_frame *frame;

	*out = (struct cue_stage){0};
	frame = cue_stage_add(out);
	cues_lay_greeting(greeted, close, language, frame);
	visit_cue_put_present(desk, facts, out, frame);
	put_owed(desk, facts, language, out, frame);
	if (facts->is_about)
		put_matter(desk, visit, language, out, frame,
			   &facts->matters[0]);
	if (facts->has_topic) {
		put_topic(desk, visit, &facts->topic, out, frame);
	} else if (facts->matter_count > 0) {
		struct str topic = STR_INIT;

		add_topic(facts->matters[0].topic, &topic);
		cue_stage_put(out, frame, CUE_PUT_TOPIC, &topic);
	}
	cue_hold(frame, CUE_IF_CALL, visit->channel == CHANNEL_TELEPHONE);
	cue_hold(frame, CUE_IF_FIRST_VISIT, facts->is_first_visit);
	/* What stands in a frame is no address: it may move now. */
	add_others(desk, facts, out);
	if (facts->pattern.is_found)
		add_pattern(desk, &facts->pattern, out);
}

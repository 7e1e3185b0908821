/*
 * export_voices.c - what people said, as JSON lines
 */
#include "export_voices.h"

#include "frontdesk/store/feedback.h"
#include "frontdesk/store/idea.h"
#include "frontdesk/store/thanks.h"

struct exporting {
	export_row_fn *each;
	void *state;
};

static bool write_feedback(const struct feedback_row *row, void *state,
			   struct error *err)
{
	const struct exporting *exporting = state;
	const struct feedback *feedback = &row->feedback;
	struct json *object = json_new_object();
	bool is_written;

	json_put_text(object, "reference", row->reference);
	json_put_text(object, "noted_on", feedback->noted_on.text);
	json_put_text(object, "how", feedback->is_card ? "card" : "said");
	json_put_text(object, "topic", row->topic);
	for (int i = 0; i < CARD_QUESTIONS; i++) {
		const char *name = card_question_name((enum card_question)i);

		if (feedback->marks[i] != 0)
			json_put_int(object, name, feedback->marks[i]);
		else
			json_put_null(object, name);
	}
	json_put_text(object, "comment", feedback->comment);
	is_written = exporting->each(object, exporting->state, err);
	json_free(object);
	return is_written;
}

bool export_feedback(struct db *db, export_row_fn *each, void *state,
		     struct error *err)
{
	struct exporting exporting = {each, state};

	return feedback_each_whole(db, write_feedback, &exporting, err);
}

static bool write_idea(const struct idea_whole *row, void *state,
		       struct error *err)
{
	const struct exporting *exporting = state;
	struct json *object = json_new_object();
	bool is_written;

	json_put_int(object, "idea", row->idea_id);
	json_put_text(object, "step", row->step);
	json_put_text(object, "on", row->on);
	json_put_text(object, "staff", row->staff);
	json_put_text(object, "visit", row->reference);
	json_put_text(object, "text", row->text);
	is_written = exporting->each(object, exporting->state, err);
	json_free(object);
	return is_written;
}

bool export_ideas(struct db *db, export_row_fn *each, void *state,
		  struct error *err)
{
	struct exporting exporting = {each, state};

	return idea_each_whole(db, write_idea, &exporting, err);
}

static bool write_thanks(const struct thanks_row *row, void *state,
			 struct error *err)
{
	const struct exporting *exporting = state;
	struct json *object = json_new_object();
	bool is_written;

	json_put_text(object, "on", row->on);
	json_put_text(object, "to", row->to);
	json_put_text(object, "from",
		      row->is_from_visitor ? "visitor" : "colleague");
	json_put_text(object, "noted_by", row->staff);
	json_put_text(object, "visit", row->reference);
	json_put_bool(object, "read", row->is_read);
	json_put_text(object, "text", row->text);
	is_written = exporting->each(object, exporting->state, err);
	json_free(object);
	return is_written;
}

bool export_thanks(struct db *db, export_row_fn *each, void *state,
		   struct error *err)
{
	struct exporting exporting = {each, state};

	return thanks_each_whole(db, write_thanks, &exporting, err);
}

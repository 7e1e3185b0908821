/*
 * cmd_show.c - frontdesk show: a resident, request or visit with its history
 *
 * What the screens record when a record is opened is recorded here as well.
 */
#include "arguments.h"
#include "commands.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/core/reference.h"
#include "frontdesk/desk/handoff.h"
#include "frontdesk/desk/resident.h"
#include "frontdesk/desk/topic.h"
#include "frontdesk/desk/visit.h"

enum { SHOW_LIMIT = 200 };

static void print_line(const struct cli *cli, const char *label,
		       const char *text)
{
	if (!str_is_blank(text))
		cli_print(cli, "%-18s %s\n", label, text);
}

static void print_time(const struct cli *cli, struct desk *desk,
		       const char *label, int64_t at)
{
	struct local local;

	if (at == 0)
		return;
	desk_local(desk, at, &local);
	cli_print(cli, "%-18s %04d-%02d-%02d %02d:%02d\n", label, local.year,
		  local.month, local.day, local.hour, local.minute);
}

static void print_entry(const struct cli *cli, struct desk *desk,
			const struct timeline_entry *entry)
{
	struct local local;

	desk_local(desk, entry->at, &local);
	cli_print(cli, "    %04d-%02d-%02d %02d:%02d  %s", local.year,
		  local.month, local.day, local.hour, local.minute,
		  entry->text != NULL ? entry->text : "");
	if (entry->staff != NULL)
		cli_print(cli, " (%s)", entry->staff);
	if (entry->is_late)
		cli_print(cli, _("  late"));
	cli_print(cli, "\n");
}

static const char *state_words(const struct timeline_request *request)
{
	if (request->is_open)
		return _("open");
	return request->result == RESULT_NONE ? _("done")
					      : result_words(request->result);
}

static void print_timeline(const struct cli *cli, struct desk *desk,
			   const struct timeline *timeline)
{
	for (size_t i = 0; i < timeline->count; i++) {
		const struct timeline_request *request = &timeline->requests[i];
		struct local local;

		desk_local(desk, request->received_at, &local);
		cli_print(cli, "\n%s  %s", request->reference,
			  request->topic != NULL ? request->topic
						 : _("no topic yet"));
		if (!str_is_blank(request->place))
			cli_print(cli, " · %s", request->place);
		if (!str_is_blank(request->whose))
			cli_print(cli, " · %s", request->whose);
		cli_print(cli, " · %s", state_words(request));
		cli_print(cli, _(" · received %04d-%02d-%02d"), local.year,
			  local.month, local.day);
		if (!str_is_blank(request->owner))
			cli_print(cli, _(" · with %s"), request->owner);
		cli_print(cli, "\n");
		for (size_t j = 0; j < request->entry_count; j++)
			print_entry(cli, desk, &request->entries[j]);
	}
	if (timeline->has_more)
		cli_print(cli, _("\nOlder requests are not shown.\n"));
}

/* Who noted what they said about being addressed, and when; newest first. */
static void print_noted(const struct cli *cli, struct desk *desk,
			const struct resident_page *page)
{
	for (size_t i = 0; i < page->noted_count; i++) {
		const struct noted *noted = &page->noted[i];
		struct str text = STR_INIT;
		struct local at;

		desk_local(desk, noted->at, &at);
		str_addf(&text, "%04d-%02d-%02d %02d:%02d  ", at.year, at.month,
			 at.day, at.hour, at.minute);
		noted_add_words(noted, &text);
		if (!str_is_blank(noted->staff))
			str_addf(&text, " (%s)", noted->staff);
		print_line(cli, i ? "" : _("They said"), str_text(&text));
		str_release(&text);
	}
}

static void print_resident(const struct cli *cli, const struct find_row *row,
			   const struct resident_page *page)
{
	static const char *const permissions[] = {
	    [PERMISSION_UNKNOWN] = N_("not asked"),
	    [PERMISSION_YES] = N_("yes"),
	    [PERMISSION_NO] = N_("no"),
	};
	const struct resident *resident = &page->resident;
	struct str name = STR_INIT;

	if (row->merged != NULL)
		cli_print(cli, _("%s was merged into %s.\n"), row->merged,
			  resident->reference);
	person_name_add_full(&resident->name, &name);
	cli_print(cli, "%s  %s\n", resident->reference, str_text(&name));
	str_release(&name);
	print_line(cli, _("Say"), page->cue.say);
	print_line(cli, _("Ask"), page->cue.ask);
	print_line(cli, _("Hint"), page->cue.hint);
	print_line(cli, _("Pronouns"), page->cue.pronouns);
	print_line(cli, _("First name"),
		   _(permissions[resident->first_name_ok]));
	title_list_format(&resident->refused_titles, ", ", &name);
	print_line(cli, _("Not to be called"), str_text(&name));
	str_release(&name);
	print_line(cli, _("Language"), resident->language);
	if (resident->needs_interpreter)
		print_line(cli, _("Interpreter"), _("needed"));
	for (size_t i = 0; i < resident->reach_count; i++)
		print_line(cli, reach_kind_name(resident->reaches[i].kind),
			   resident->reaches[i].value);
	for (size_t i = 0; i < page->organisation_count; i++)
		print_line(cli, _("Organisation"), page->organisations[i]);
	print_line(cli, _("Note"), resident->note);
	for (size_t i = 0; i < page->merged_count; i++)
		print_line(cli, _("Also known as"), page->merged[i].reference);
}

/* DANGER first, then each question by its label. */
static bool print_answers(const struct cli *cli, struct desk *desk,
			  int64_t request_id, struct error *err)
{
	struct handoff_context context;

	if (!desk_read_context(desk, request_id, &context, err))
		return false;
	for (size_t i = 0; i < context.answer_count; i++)
		if (context.answers[i].notice != NULL)
			cli_print(cli, "%-18s %s %s – %s\n", _("DANGER"),
				  context.answers[i].ask,
				  context.answers[i].value != NULL
				      ? context.answers[i].value
				      : _("asked, not known"),
				  context.answers[i].notice);
	for (size_t i = 0; i < context.answer_count; i++)
		print_line(cli, context.answers[i].label,
			   context.answers[i].value != NULL
			       ? context.answers[i].value
			       : _("asked, not known"));
	handoff_context_release(&context);
	return true;
}

static bool print_contact(const struct cli *cli, struct desk *desk,
			  const struct contact *contact, struct error *err)
{
	struct topic topic = {0};

	if (contact->topic_id != 0 &&
	    !desk_get_topic(desk, contact->topic_id, &topic, err))
		return false;
	cli_print(cli, "\n%s  %s\n",
		  contact->reference != NULL ? contact->reference : "",
		  topic.name != NULL ? topic.name : _("no topic yet"));
	topic_release(&topic);
	if (!print_answers(cli, desk, contact->request_id, err))
		return false;
	print_line(cli, _("Place"), contact->place);
	for (size_t i = 0; i < contact->number_count; i++)
		print_line(cli, number_kind_name(contact->numbers[i].kind),
			   contact->numbers[i].value);
	print_line(cli, _("They said"), contact->words);
	print_line(cli, _("Concern"), contact->concern);
	print_line(cli, _("Done"), contact->done);
	if (contact->result != RESULT_NONE)
		print_line(cli, _("Result"), result_words(contact->result));
	print_line(cli, "", contact->result_text);
	print_line(cli, _("Tried"), contact->tried);
	print_line(cli, _("Alternative"), contact->alternative);
	print_line(cli, _("Appeal"), contact->appeal);
	return true;
}

static bool print_visit(const struct cli *cli, struct desk *desk,
			const struct visit *visit, struct error *err)
{
	bool is_done = true;

	cli_print(cli, "%s  %s\n", visit->reference,
		  channel_words(visit->channel));
	print_line(cli, _("State"), visit_state_name(visit->state));
	print_time(cli, desk, _("Arrived"), visit->arrived_at);
	print_time(cli, desk, _("Begun"), visit->begun_at);
	print_time(cli, desk, _("Ended"), visit->ended_at);
	print_line(cli, _("Errand"), visit->label);
	for (size_t i = 0; i < visit->person_count; i++)
		print_line(cli, visit_part_words(visit->people[i].part),
			   visit->people[i].name);
	for (size_t i = 0; i < visit->contact_count && is_done; i++)
		is_done = print_contact(cli, desk, &visit->contacts[i], err);
	return is_done;
}

static bool show_row(struct cli *cli, struct desk *desk,
		     const struct find_row *row, struct error *err)
{
	struct resident_page page = {0};
	struct timeline timeline = {0};
	struct visit visit = {0};
	bool is_done;

	switch (row->kind) {
	case FIND_RESIDENT:
		is_done =
		    desk_open_resident(desk, row->id, SHOW_LIMIT, &page, err);
		if (is_done) {
			print_resident(cli, row, &page);
			print_noted(cli, desk, &page);
			print_timeline(cli, desk, &page.timeline);
		}
		resident_page_release(&page);
		return is_done;
	case FIND_REQUEST:
		is_done = desk_open_request(desk, row->id, &timeline, err);
		if (is_done) {
			print_timeline(cli, desk, &timeline);
			is_done = print_answers(cli, desk, row->id, err);
		}
		timeline_release(&timeline);
		return is_done;
	default:
		is_done = desk_get_visit(desk, row->id, &visit, err) &&
			  print_visit(cli, desk, &visit, err);
		visit_release(&visit);
		return is_done;
	}
}

static bool show(struct cli *cli, struct desk *desk, const char *text,
		 struct error *err)
{
	struct reference reference;
	struct find find = {0};
	bool is_done;

	/* Not whatever matches: a record is opened by its own reference. */
	if (!reference_parse(text, &reference, err)) {
		if (err->code == ERROR_NOT_FOUND)
			error_set(
			    err, ERROR_INVALID, "reference",
			    _("\"%s\" is no reference: \"frontdesk find\" "
			      "shows them, as in R-4K7-2M9X"),
			    text);
		return false;
	}
	if (!desk_find(desk, reference.text, 1, &find, err))
		return false;
	if (find.people_count == 0)
		is_done = error_set(err, ERROR_NOT_FOUND, "reference",
				    _("there is no record %s"), reference.text);
	else
		is_done = show_row(cli, desk, &find.rows[0], err);
	find_release(&find);
	return is_done;
}

int cmd_show(struct cli *cli, int argc, char **argv)
{
	struct argument_list words;
	struct str text = STR_INIT;
	struct error err = {0};
	struct desk *desk;
	bool is_done;

	if (!arguments_parse(argc, argv, NULL, 0, &words, &err))
		return cli_misused(cli, &err);
	if (words.count == 0)
		return cli_usage(cli, argv[0]);
	if (!cli_open_desk(cli, &desk, &err))
		return cli_fail(cli, &err);
	arguments_join(&words, &text);
	is_done = show(cli, desk, str_text(&text), &err);
	str_release(&text);
	desk_close(desk);
	return cli_end(cli, is_done, &err);
}

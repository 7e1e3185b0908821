/*
 * handoff_context.c - everything the next person needs, in lines to read
 */
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/core/handoff.h"
#include "frontdesk/core/language.h"

static void line(struct str *out, const char *label, const char *text)
{
	if (!str_is_blank(text))
		str_addf(out, "%s: %s\n", label, text);
}

static void add_zone_day(const char *zone, int64_t at, struct str *out)
{
	struct local local;
	char text[24];

	zone_local(zone, at, &local);
	local_format_day(&local, text);
	str_add(out, text);
}

static void add_day(const struct handoff_context *context, int64_t at,
		    struct str *out)
{
	add_zone_day(context->zone, at, out);
}

static void add_minute(const struct handoff_context *context, int64_t at,
		       struct str *out)
{
	struct local local;
	char text[12];

	zone_local(context->zone, at, &local);
	local_format_minute(&local, text);
	str_addf(out, " %s", text);
}

static void add_who(const struct handoff_context *context, struct str *out)
{
	struct str who = STR_INIT;

	if (context->is_named)
		person_name_add_full(&context->name, &who);
	if (!str_is_blank(context->organisation)) {
		if (who.len > 0)
			str_add(&who, " · ");
		str_add(&who, context->organisation);
	}
	line(out, _("Who"), who.len > 0 ? str_text(&who) : _("unnamed"));
	str_release(&who);
}

static const char *permission_words(const struct handoff_context *context)
{
	switch (context->first_name_ok) {
	case PERMISSION_YES:
		return _("may be used: they said so");
	case PERMISSION_NO:
		return _("not to be used: they said so");
	default:
		return _("not asked: do not use it");
	}
}

static void add_address(const struct handoff_context *context, struct str *out)
{
	struct str refused = STR_INIT;

	if (!context->is_named)
		return;
	line(out, _("Address as"), context->address);
	line(out, _("First name"), permission_words(context));
	title_list_format(&context->refused_titles, ", ", &refused);
	line(out, _("Not to be called"), str_text(&refused));
	str_release(&refused);
	if (context->as_it_stands)
		line(out, _("Asked how to address them"),
		     _("leave it as it stands, do not ask again"));
	line(out, _("Pronouns"), context->name.pronouns);
	line(out, _("How the name is said"), context->name.say_as);
}

static void add_language(const struct handoff_context *context, struct str *out)
{
	struct str text = STR_INIT;

	str_add(&text, language_name(context->language));
	if (context->needs_interpreter) {
		if (text.len > 0)
			str_add(&text, ", ");
		str_add(&text, _("needs an interpreter"));
	}
	line(out, _("Language"), str_text(&text));
	str_release(&text);
}

/* ", speaks for Mrs. Carmen Mendez" */
static void add_part(const struct handoff_context *context,
		     enum visit_part part, struct str *out)
{
	if (part != PART_SPEAKS_FOR || !context->is_named) {
		str_addf(out, ", %s", visit_part_words(part));
		return;
	}
	str_add(out, _(", speaks for "));
	person_name_add_full(&context->name, out);
}

static void add_people(const struct handoff_context *context, struct str *out)
{
	struct str text = STR_INIT;

	for (size_t i = 0; i < context->person_count; i++) {
		const struct context_person *person = &context->people[i];

		str_clear(&text);
		if (person->whole_name != NULL)
			str_add(&text, person->whole_name);
		else
			person_name_add_full(&person->name, &text);
		if (!person->is_absent)
			add_part(context, person->part, &text);
		if (!str_is_blank(person->part_note))
			str_addf(&text, ": %s", person->part_note);
		if (person->noted_by != NULL) {
			str_addf(&text, _(", noted by %s "), person->noted_by);
			add_day(context, person->noted_at, &text);
		}
		line(out, person->is_absent ? _("Not present") : _("Present"),
		     str_text(&text));
	}
	str_release(&text);
}

static void add_matter(const struct handoff_context *context, struct str *out)
{
	line(out, _("About"),
	     context->topic != NULL ? context->topic : _("no topic yet"));
	line(out, _("Place"), context->place);
	for (size_t i = 0; i < context->number_count; i++)
		line(out, _("Number"), context->numbers[i]);
	line(out, _("Reference"), context->reference);
	line(out, _("They said"), context->words);
	line(out, _("Concern"), context->concern);
}

static void add_answers(const struct handoff_context *context, struct str *out)
{
	for (size_t i = 0; i < context->answer_count; i++) {
		const struct context_answer *answer = &context->answers[i];

		line(out, answer->label,
		     answer->value != NULL ? answer->value
					   : _("asked, not known"));
	}
}

static void add_promises(const struct handoff_context *context, struct str *out)
{
	struct str text = STR_INIT;

	for (size_t i = 0; i < context->promise_count; i++) {
		const struct context_promise *promise = &context->promises[i];

		str_clear(&text);
		str_addf(&text, _("%s, by "), promise->what);
		add_day(context, promise->due_at, &text);
		add_minute(context, promise->due_at, &text);
		if (promise->by != NULL)
			str_addf(&text, " (%s)", promise->by);
		if (promise_is_late(promise->state, promise->due_at,
				    context->now))
			str_add(&text, _(" – LATE"));
		else if (promise->state == PROMISE_KEPT)
			str_add(&text, _(" – kept"));
		line(out, _("Promised"), str_text(&text));
	}
	str_release(&text);
}

static void add_contacts(const struct handoff_context *context, struct str *out)
{
	struct str text = STR_INIT;

	for (size_t i = 0; i < context->contact_count; i++) {
		const struct context_contact *contact = &context->contacts[i];

		str_clear(&text);
		add_day(context, contact->at, &text);
		str_addf(&text, ", %s", channel_words(contact->channel));
		if (contact->staff != NULL)
			str_addf(&text, ", %s", contact->staff);
		if (!str_is_blank(contact->words))
			str_addf(&text, ": %s", contact->words);
		if (!str_is_blank(contact->done))
			str_addf(&text, " – %s", contact->done);
		if (contact->result != RESULT_NONE)
			str_addf(&text, " – %s", result_words(contact->result));
		line(out, _("Earlier"), str_text(&text));
	}
	str_release(&text);
}

static const char *state_words(enum handoff_state state)
{
	switch (state) {
	case HANDOFF_ACCEPTED:
		return _("accepted");
	case HANDOFF_RETURNED:
		return _("returned");
	default:
		return _("not answered yet");
	}
}

void handoff_hop_format(const struct context_hop *hop, int number,
			bool with_asked, const char *zone, struct str *out)
{
	str_addf(out, "%d. ", number);
	add_zone_day(zone, hop->at, out);
	str_addf(out, _(", %s to %s"), hop->from, hop->to);
	if (with_asked)
		str_addf(out, ": %s", hop->asked);
	str_addf(out, " – %s", state_words(hop->state));
	if (hop->decided_at != 0) {
		str_add_char(out, ' ');
		add_zone_day(zone, hop->decided_at, out);
	}
	if (!str_is_blank(hop->note))
		str_addf(out, ": %s", hop->note);
}

static void add_hops(const struct handoff_context *context, struct str *out)
{
	struct str text = STR_INIT;

	for (size_t i = 0; i < context->hop_count; i++) {
		str_clear(&text);
		handoff_hop_format(&context->hops[i], (int)i + 1, true,
				   context->zone, &text);
		line(out, _("Passed on"), str_text(&text));
	}
	str_release(&text);
}

void handoff_terms_format(enum handoff_urgency urgency,
			  enum handoff_manner manner, struct str *out)
{
	if (urgency != URGENCY_USUAL)
		line(out, _("How soon"), handoff_urgency_words(urgency));
	if (manner == MANNER_WARM)
		line(out, _("How"), handoff_manner_words(manner));
}

/* Before anything else: "DANGER: Do you smell gas? yes – Leave …" */
static void add_dangers(const struct handoff_context *context, struct str *out)
{
	struct str text = STR_INIT;

	for (size_t i = 0; i < context->answer_count; i++) {
		const struct context_answer *answer = &context->answers[i];

		if (answer->notice == NULL)
			continue;
		str_clear(&text);
		str_addf(&text, "%s %s – %s", answer->ask,
			 answer->value != NULL ? answer->value
					       : _("asked, not known"),
			 answer->notice);
		line(out, _("DANGER"), str_text(&text));
	}
	str_release(&text);
}

size_t handoff_danger_len(const char *context)
{
	size_t label = strlen(_("DANGER")), len = 0;

	while (context != NULL &&
	       strncmp(context + len, _("DANGER"), label) == 0 &&
	       context[len + label] == ':') {
		len += strcspn(context + len, "\n");
		len += context[len] == '\n';
	}
	return len;
}

void handoff_context_format(const struct handoff_context *context,
			    struct str *out)
{
	add_dangers(context, out);
	add_who(context, out);
	add_address(context, out);
	add_language(context, out);
	line(out, _("To reach them"), context->reach);
	add_people(context, out);
	add_matter(context, out);
	add_answers(context, out);
	line(out, _("Done"), context->done);
	add_promises(context, out);
	add_contacts(context, out);
	for (size_t i = 0; i < context->joined_count; i++)
		line(out, _("Joined at the window"), context->joined[i]);
	add_hops(context, out);
}

/*
 * visitor_slip.c - what a visitor takes home, on paper
 */
#include "frontdesk/report/visitor_slip.h"

#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/log.h"
#include "frontdesk/core/when.h"
#include "slip_render.h"

/* "Monday, November 23, 2026" at the site of the slip. */
static void local_day(const struct visitor_slip *of, int64_t at,
		      char out[WHEN_PAPER_SIZE])
{
	when_format_day(zone_day(of->zone, at), out);
}

static void local_whole(const struct visitor_slip *of, int64_t at,
			char out[WHEN_PAPER_SIZE])
{
	struct local local;

	zone_local(of->zone, at, &local);
	when_format_whole(&local, out);
}

static void add_head(const struct slip *slip, const struct visitor_slip *of,
		     enum slip_kind kind)
{
	static const char *const titles[] = {
	    [SLIP_OF_REQUEST] = N_("YOUR REQUEST"),
	    [SLIP_OF_HANDOFF] = N_("YOUR REQUEST IS PASSED ON"),
	    [SLIP_OF_PROMISE] = N_("WHAT WE PROMISED YOU"),
	};
	char day[WHEN_PAPER_SIZE];

	slip_add_above(slip, of->city);
	slip_add_above(slip, of->site);
	slip_add_rule(slip);
	slip_add_title(slip, _(titles[kind]));
	slip_add_large(slip, of->reference);
	/* Whoever reads it out need not guess. */
	if (strpbrk(of->reference, "01") != NULL)
		slip_add_wrapped(
		    slip, _("0 and 1 in it are digits, not letters."), 0, 0);
	slip_add_labelled(slip, _("About"), of->topic);
	if (of->received_on.text[0] == '\0')
		return;
	when_format_day(of->received_on, day);
	slip_add_labelled(slip, _("Received"), day);
}

static void add_promise(const struct slip *slip, const struct visitor_slip *of,
			const struct slip_promise *promise)
{
	struct str by = STR_INIT;
	char due[WHEN_PAPER_SIZE];

	slip_party_add(&promise->by, &by);
	local_whole(of, promise->due_at, due);
	slip_add_labelled(slip, _("What"), promise->what);
	slip_add_labelled(slip, _("By when"), due);
	slip_add_labelled(slip, _("Who"), str_text(&by));
	if (promise->due_at < of->at)
		slip_add_wrapped(slip,
				 _("This hour has passed. We are sorry; please "
				   "ask us."),
				 0, 0);
	str_release(&by);
}

static void add_promises(const struct slip *slip, const struct visitor_slip *of,
			 int64_t promise_id)
{
	for (size_t i = 0; i < of->promise_count; i++) {
		const struct slip_promise *promise = &of->promises[i];

		if (promise_id != 0 && promise->promise_id != promise_id)
			continue;
		slip_add_gap(slip);
		add_promise(slip, of, promise);
	}
}

static void add_passed(const struct slip *slip, const struct visitor_slip *of)
{
	bool is_accepted = of->passed.state == HANDOFF_ACCEPTED;
	struct str to = STR_INIT, text = STR_INIT;
	char day[WHEN_PAPER_SIZE];

	slip_party_add(&of->passed.to, &to);
	local_day(of, of->passed.at, day);
	str_addf(&text,
		 is_accepted ? _("%s took it over on %s.")
			     : _("We passed it on to %s on %s."),
		 str_text(&to), day);
	slip_add_wrapped(slip, str_text(&text), 0, 0);
	slip_add_wrapped(slip, _("Everything that you told us goes along."), 0,
			 0);
	str_release(&to);
	str_release(&text);
}

static void add_part(const struct slip *slip, const char *label,
		     const char *text)
{
	if (str_is_blank(text))
		return;
	slip_add_label(slip, label);
	slip_add_lines(slip, text, 2, 2);
}

/* What they were told at the window, so that nobody has to keep it in mind. */
static void add_told(const struct slip *slip, const struct visitor_slip *of)
{
	switch (of->told) {
	case RESULT_COME_BACK:
		add_part(slip, _("Please come back with:"), of->result_text);
		break;
	case RESULT_NOT_OURS:
		add_part(slip, _("This is done elsewhere:"), of->result_text);
		break;
	case RESULT_COULD_NOT:
		slip_add_wrapped(slip, _("We could not do it."), 0, 0);
		add_part(slip, _("What else there is:"), of->alternative);
		add_part(slip, _("Who can look at it again:"), of->appeal);
		break;
	default:
		break;
	}
}

static void add_result(const struct slip *slip, const struct visitor_slip *of)
{
	bool is_no = of->result == RESULT_COME_BACK ||
		     of->result == RESULT_NOT_OURS ||
		     of->result == RESULT_COULD_NOT;

	if (is_no && of->told == of->result)
		add_told(slip, of);
	else
		slip_add_wrapped(slip, _("It is done."), 0, 0);
}

static void add_owner(const struct slip *slip, const struct visitor_slip *of)
{
	struct str owner = STR_INIT, text = STR_INIT;

	slip_party_add(&of->owner, &owner);
	if (owner.len > 0)
		str_addf(&text, _("It is with %s."), str_text(&owner));
	else
		str_add(&text, _("We have received it."));
	slip_add_wrapped(slip, str_text(&text), 0, 0);
	slip_add_wrapped(slip, _("You may ask about it at any time."), 0, 0);
	str_release(&owner);
	str_release(&text);
}

/* By whom and by when: a promise before who has it, a result where it is
 * over. */
static void add_next(const struct slip *slip, const struct visitor_slip *of,
		     enum slip_kind kind, int64_t promise_id)
{
	bool is_passed = of->passed.handoff_id != 0;
	bool is_over = of->state == REQUEST_RESOLVED;

	if (kind == SLIP_OF_PROMISE) {
		add_promises(slip, of, promise_id);
		return;
	}
	slip_add_rule(slip);
	slip_add_heading(slip, is_over ? _("WHAT CAME OF IT")
				       : _("WHAT HAPPENS NEXT"));
	if (is_over && kind == SLIP_OF_REQUEST)
		add_result(slip, of);
	else if (is_passed)
		add_passed(slip, of);
	else if (of->promise_count == 0)
		add_owner(slip, of);
	if (of->promise_count > 0) {
		slip_add_gap(slip);
		slip_add_label(slip, _("We promised:"));
	}
	add_promises(slip, of, 0);
	if (!is_over)
		add_told(slip, of);
}

/* Whose telephone is asked first: who does what the slip is of. */
static const struct slip_party *asked_party(const struct visitor_slip *of,
					    enum slip_kind kind,
					    int64_t promise_id)
{
	const struct slip_party *parties[4 + 1] = {
	    of->promise_count > 0 ? &of->promises[0].by : NULL,
	    of->passed.handoff_id != 0 ? &of->passed.to : NULL,
	    &of->owner,
	    &of->handler,
	};

	for (size_t i = 0; i < of->promise_count; i++)
		if (of->promises[i].promise_id == promise_id)
			parties[0] = &of->promises[i].by;
	if (kind == SLIP_OF_HANDOFF) {
		const struct slip_party *first = parties[0];

		parties[0] = parties[1];
		parties[1] = first;
	}
	for (size_t i = 0; i < 4; i++)
		if (parties[i] != NULL && !str_is_blank(parties[i]->telephone))
			return parties[i];
	return &of->handler;
}

/* "951-555-0130 (Planning)"; the card's own line where it says more. */
static void add_telephone(const struct slip *slip,
			  const struct visitor_slip *of,
			  const struct slip_party *party)
{
	struct str text = STR_INIT;
	bool has_telephone = !str_is_blank(party->telephone);

	if (has_telephone)
		str_addf(&text, "%s (%s)", party->telephone, party->department);
	slip_add_labelled(slip, _("By telephone"), str_text(&text));
	str_release(&text);
	if (of->contact != NULL &&
	    !(has_telephone && str_same(of->contact, party->telephone)))
		slip_add_labelled(slip, _("For this topic"), of->contact);
}

static void add_asking(const struct slip *slip, const struct visitor_slip *of,
		       const struct slip_party *party)
{
	struct str place = STR_INIT;

	slip_add_rule(slip);
	slip_add_heading(slip, _("HOW TO ASK ABOUT IT"));
	slip_add_wrapped(slip, _("With the reference above we find it."), 0, 0);
	add_telephone(slip, of, party);
	str_add(&place, of->site != NULL ? of->site : "");
	if (!str_is_blank(party->place))
		str_addf(&place, ", %s", party->place);
	slip_add_labelled(slip, _("In person"), str_text(&place));
	slip_add_lines(slip, of->hours, 4, 6);
	slip_add_labelled(slip, _("Other ways"), of->other_ways);
	str_release(&place);
}

struct said {
	const struct visitor_slip *of;
	enum slip_kind kind;
	int64_t promise_id;
};

static void say(const struct slip *slip, const void *state)
{
	const struct said *said = state;
	const struct visitor_slip *of = said->of;
	struct str stood = STR_INIT;
	char when[WHEN_PAPER_SIZE];

	add_head(slip, of, said->kind);
	add_next(slip, of, said->kind, said->promise_id);
	add_asking(slip, of, asked_party(of, said->kind, said->promise_id));
	slip_add_rule(slip);
	local_whole(of, of->at, when);
	str_addf(&stood, _("As it stood on %s."), when);
	slip_add_wrapped(slip, str_text(&stood), 0, 0);
	str_release(&stood);
}

void visitor_slip_format(const struct visitor_slip *of, enum slip_kind kind,
			 int64_t promise_id, int columns, struct str *out)
{
	const struct slip slip = {.out = out, .columns = columns};
	const struct said said = {of, kind, promise_id};

	say(&slip, &said);
}

bool visitor_slip_make(const struct visitor_slip *of,
		       const struct slip_order *order, struct str *out,
		       struct error *err)
{
	const struct said said = {of, order->kind, order->promise_id};
	struct slip_about about = {.city = of->city,
				   .day = zone_day(of->zone, of->at)};
	struct str title = STR_INIT;
	bool is_done;

	if (!visitor_slip_check(of, order->kind, order->promise_id, err))
		return false;
	str_addf(&title, _("Slip %s"), of->reference);
	about.title = str_text(&title);
	is_done = slip_render(&order->form, &about, say, &said, out, err);
	str_release(&title);
	return is_done;
}

struct slip_order slip_order_of(const struct settings *settings,
				enum slip_kind kind)
{
	return (struct slip_order){
	    .kind = kind,
	    .printer = settings->printer,
	    .form = slip_form_of(settings),
	};
}

struct print_job *visitor_slip_start(const struct visitor_slip *slip,
				     const struct slip_order *order,
				     struct error *err)
{
	struct str paper = STR_INIT, title = STR_INIT, words = STR_INIT;
	struct slip_order told = *order;
	struct print_job *job = NULL;

	if (told.form.words == NULL)
		told.form.words = &words;
	str_addf(&title, _("Slip %s"), slip->reference);
	if (visitor_slip_make(slip, &told, &paper, err))
		job = slip_form_start(&told.form, &paper, told.printer,
				      str_text(&title), err);
	str_release(&paper);
	str_release(&words);
	str_release(&title);
	return job;
}

bool visitor_slip_print(struct desk *desk, const struct visitor_slip *slip,
			const struct slip_order *order,
			char job[PRINT_JOB_SIZE], bool *acknowledges,
			struct error *err)
{
	struct error noting = {0};
	bool is_done;

	*acknowledges = false;
	is_done = print_wait(visitor_slip_start(slip, order, err), job, err);
	/* What is printed is printed: a note that fails is the log's to tell,
	 * and the request stays to be acknowledged. */
	if (is_done &&
	    !desk_note_slip(desk, slip->request_id, acknowledges, &noting))
		log_problem(&noting);
	return is_done;
}

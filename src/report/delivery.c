/*
 * delivery.c - a hand-off on its way to a department
 */
#include "frontdesk/report/delivery.h"

#include "frontdesk/base/intl.h"
#include "frontdesk/base/log.h"
#include "frontdesk/report/mail.h"
#include "frontdesk/report/print.h"
#include "frontdesk/report/slip.h"

static bool print_slip(struct desk *desk,
		       const struct handoff_delivery *delivery,
		       const char *printer, const struct slip_form *form,
		       char job[PRINT_JOB_SIZE], struct error *err)
{
	struct str paper = STR_INIT, title = STR_INIT;
	bool is_done;

	job[0] = '\0';
	str_addf(&title, _("Hand-off %s"), delivery->handoff.reference);
	is_done =
	    slip_make(&delivery->handoff, delivery->city,
		      desk_site(desk)->time_zone, form, &paper, err) &&
	    slip_form_print(form, &paper, printer, str_text(&title), job, err);
	str_release(&paper);
	str_release(&title);
	return is_done;
}

/* On this computer's own printer, which may be a narrow one. */
static bool print_here(struct desk *desk,
		       const struct handoff_delivery *delivery,
		       const struct settings *settings,
		       char job[PRINT_JOB_SIZE], struct error *err)
{
	const struct slip_form form = slip_form_of(settings);

	return print_slip(desk, delivery, settings->printer, &form, job, err);
}

/* The department's is an office's printer, of full width. */
static bool print_there(struct desk *desk,
			const struct handoff_delivery *delivery,
			const struct settings *settings,
			char job[PRINT_JOB_SIZE], struct error *err)
{
	struct slip_form form = slip_form_of(settings);

	form.columns = SLIP_COLUMNS;
	return print_slip(desk, delivery, delivery->to, &form, job, err);
}

/* No name of a resident: a subject is read by whoever passes the screen. */
static void add_subject(const struct handoff *handoff, struct str *out)
{
	if (handoff->urgency != URGENCY_USUAL)
		str_addf(out, "[%s] ", handoff_urgency_words(handoff->urgency));
	str_addf(out, _("Hand-off %s: %s"), handoff->reference, handoff->topic);
}

static bool mail_slip(struct desk *desk,
		      const struct handoff_delivery *delivery,
		      const struct settings *settings, struct error *err)
{
	struct str body = STR_INIT, subject = STR_INIT, message = STR_INIT;
	struct mail mail = {
	    .from = settings->mail_from,
	    .to = delivery->to,
	    .zone = desk_site(desk)->time_zone,
	    .at = desk_now(desk),
	};
	bool is_done;

	slip_format(&delivery->handoff, delivery->city, mail.zone,
		    SLIP_COLUMNS - 8, &body);
	add_subject(&delivery->handoff, &subject);
	mail.body = str_text(&body);
	mail.subject = str_text(&subject);
	is_done = mail_compose(&mail, &message, err) &&
		  mail_send(str_text(&message), settings->sendmail, err);
	str_release(&body);
	str_release(&subject);
	str_release(&message);
	return is_done;
}

static bool deliver(struct desk *desk, const struct handoff_delivery *delivery,
		    const struct settings *settings, struct str *words,
		    struct error *err)
{
	char job[PRINT_JOB_SIZE];

	if (delivery->how == DELIVERY_MAIL) {
		if (!mail_slip(desk, delivery, settings, err))
			return false;
		str_addf(words, _("mailed to %s"), delivery->to);
		return true;
	}
	if (delivery->to != NULL
		? !print_there(desk, delivery, settings, job, err)
		: !print_here(desk, delivery, settings, job, err))
		return false;
	str_addf(words, _("printed for %s"), delivery->handoff.to);
	if (job[0] != '\0')
		str_addf(words, " (%s)", job);
	return true;
}

bool delivery_run(struct desk *desk, int64_t handoff_id,
		  const struct settings *settings, struct str *words,
		  struct error *err)
{
	struct handoff_delivery delivery;
	struct error noting = {0};
	bool is_done;

	if (!desk_handoff_delivery(desk, handoff_id, &delivery, err))
		return false;
	if (delivery.how == DELIVERY_SCREEN) {
		handoff_delivery_release(&delivery);
		return true;
	}
	is_done = deliver(desk, &delivery, settings, words, err);
	/* What went out is out: a note that fails is the log's to tell. */
	if (!desk_note_delivery(desk, handoff_id, is_done,
				is_done ? str_text(words) : err->text, &noting))
		log_problem(&noting);
	handoff_delivery_release(&delivery);
	return is_done;
}

bool delivery_print(struct desk *desk, int64_t handoff_id,
		    const struct settings *settings, char job[64],
		    struct error *err)
{
	struct handoff_delivery delivery;
	bool is_done;

	job[0] = '\0';
	if (!desk_handoff_delivery(desk, handoff_id, &delivery, err))
		return false;
	is_done = print_here(desk, &delivery, settings, job, err);
	handoff_delivery_release(&delivery);
	return is_done;
}

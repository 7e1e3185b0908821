/*
 * delivery.c - a hand-off on its way to a department
 */
#include "frontdesk/report/delivery.h"

#include <stdlib.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/log.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/report/mail.h"
#include "frontdesk/report/print.h"
#include "frontdesk/report/slip.h"

static struct print_job *
print_slip(struct desk *desk, const struct handoff_delivery *delivery,
	   const char *printer, const struct slip_form *form, struct error *err)
{
	struct str paper = STR_INIT, title = STR_INIT, words = STR_INIT;
	struct slip_form told = *form;
	struct print_job *job = NULL;

	told.words = &words;
	str_addf(&title, _("Hand-off %s"), delivery->handoff.reference);
	if (slip_make(&delivery->handoff, delivery->city,
		      desk_site(desk)->time_zone, &told, &paper, err))
		job = slip_form_start(&told, &paper, printer, str_text(&title),
				      err);
	str_release(&paper);
	str_release(&words);
	str_release(&title);
	return job;
}

/* On this computer's own printer, which may be a narrow one. */
static struct print_job *print_here(struct desk *desk,
				    const struct handoff_delivery *delivery,
				    const struct settings *settings,
				    struct error *err)
{
	const struct slip_form form = slip_form_of(settings);

	return print_slip(desk, delivery, settings->printer, &form, err);
}

/* The department's is an office's printer, of full width. */
static struct print_job *print_there(struct desk *desk,
				     const struct handoff_delivery *delivery,
				     const struct settings *settings,
				     struct error *err)
{
	struct slip_form form = slip_form_of(settings);

	form.columns = SLIP_COLUMNS;
	return print_slip(desk, delivery, delivery->to, &form, err);
}

/* No name of a resident: a subject is read by whoever passes the screen. */
static void add_subject(const struct handoff *handoff, struct str *out)
{
	if (handoff->urgency != URGENCY_USUAL)
		str_addf(out, "[%s] ", handoff_urgency_words(handoff->urgency));
	str_addf(out, _("Hand-off %s: %s"), handoff->reference, handoff->topic);
}

static struct pipe_running *mail_slip(struct desk *desk,
				      const struct handoff_delivery *delivery,
				      const struct settings *settings,
				      struct str *message, struct error *err)
{
	struct str body = STR_INIT, subject = STR_INIT;
	struct mail mail = {
	    .from = settings->mail_from,
	    .to = delivery->to,
	    .zone = desk_site(desk)->time_zone,
	    .at = desk_now(desk),
	};
	struct pipe_running *sending = NULL;

	slip_format(&delivery->handoff, delivery->city, mail.zone,
		    SLIP_COLUMNS - 8, &body);
	add_subject(&delivery->handoff, &subject);
	mail.body = str_text(&body);
	mail.subject = str_text(&subject);
	if (mail_compose(&mail, message, err))
		sending = mail_start(str_text(message), settings->sendmail);
	str_release(&body);
	str_release(&subject);
	return sending;
}

struct delivering {
	struct desk *desk;
	int64_t handoff_id;
	struct handoff_delivery delivery;
	struct print_job *job; /* NULL: nothing is printed, or not any more */
	struct str note;       /* of that print */
	struct pipe_running *mail; /* and mailed */
	struct str message;	   /* that it is given */
	bool is_done;
	struct error err; /* where it is not */
};

static void begin(struct delivering *delivering,
		  const struct settings *settings)
{
	const struct handoff_delivery *delivery = &delivering->delivery;
	struct error *err = &delivering->err;

	if (delivery->how == DELIVERY_SCREEN)
		delivering->is_done = true;
	else if (delivery->how == DELIVERY_MAIL)
		delivering->mail =
		    mail_slip(delivering->desk, delivery, settings,
			      &delivering->message, err);
	else if (delivery->to != NULL)
		delivering->job =
		    print_there(delivering->desk, delivery, settings, err);
	else
		delivering->job =
		    print_here(delivering->desk, delivery, settings, err);
}

struct delivering *delivery_start(struct desk *desk, int64_t handoff_id,
				  const struct settings *settings,
				  struct error *err)
{
	struct delivering *delivering = mem_new(1, sizeof(*delivering));

	delivering->desk = desk;
	delivering->handoff_id = handoff_id;
	if (!desk_handoff_delivery(desk, handoff_id, &delivering->delivery,
				   err)) {
		free(delivering);
		return NULL;
	}
	begin(delivering, settings);
	return delivering;
}

bool delivery_step(struct delivering *delivering, int patience)
{
	if (delivering->mail != NULL)
		return mail_step(delivering->mail, patience);
	return delivering->job == NULL || print_step(delivering->job, patience);
}

/* What was printed or mailed. */
static void add_words(struct delivering *delivering, struct str *words)
{
	const struct handoff_delivery *delivery = &delivering->delivery;
	char job[PRINT_JOB_SIZE] = "";

	if (delivering->job != NULL) {
		str_add(&delivering->note, print_note(delivering->job));
		delivering->is_done =
		    print_end(delivering->job, job, &delivering->err);
	}
	if (delivering->mail != NULL)
		delivering->is_done =
		    mail_end(delivering->mail, &delivering->err);
	delivering->job = NULL;
	delivering->mail = NULL;
	if (!delivering->is_done)
		return;
	if (delivery->how == DELIVERY_MAIL) {
		str_addf(words, _("mailed to %s"), delivery->to);
		return;
	}
	str_addf(words, _("printed for %s"), delivery->handoff.to);
	if (job[0] != '\0')
		str_addf(words, " (%s)", job);
}

static void release(struct delivering *delivering)
{
	handoff_delivery_release(&delivering->delivery);
	str_release(&delivering->note);
	str_release(&delivering->message);
	free(delivering);
}

bool delivery_is_mail(const struct delivering *delivering)
{
	return delivering->mail != NULL;
}

bool delivery_end(struct delivering *delivering, struct str *words,
		  struct error *err)
{
	struct error noting = {0};
	bool is_done;

	if (delivering->delivery.how == DELIVERY_SCREEN) {
		release(delivering);
		return true;
	}
	add_words(delivering, words);
	is_done = delivering->is_done;
	*err = delivering->err;
	/* What went out is out: a note that fails is the log's to tell. */
	if (!desk_note_delivery(delivering->desk, delivering->handoff_id,
				is_done, is_done ? str_text(words) : err->text,
				&noting))
		log_problem(&noting);
	if (is_done && delivering->note.len > 0)
		str_addf(words, "; %s", str_text(&delivering->note));
	release(delivering);
	return is_done;
}

void delivery_give_up(struct delivering *delivering)
{
	char job[PRINT_JOB_SIZE];
	struct error unused = {0};

	if (delivering->job != NULL)
		print_end(delivering->job, job, &unused);
	if (delivering->mail != NULL)
		mail_end(delivering->mail, &unused);
	release(delivering);
}

bool delivery_run(struct desk *desk, int64_t handoff_id,
		  const struct settings *settings, struct str *words,
		  struct error *err)
{
	struct delivering *delivering =
	    delivery_start(desk, handoff_id, settings, err);

	if (delivering == NULL)
		return false;
	while (!delivery_step(delivering, 1000))
		;
	return delivery_end(delivering, words, err);
}

struct print_job *delivery_print(struct desk *desk, int64_t handoff_id,
				 const struct settings *settings,
				 struct error *err)
{
	struct handoff_delivery delivery;
	struct print_job *job;

	if (!desk_handoff_delivery(desk, handoff_id, &delivery, err))
		return NULL;
	job = print_here(desk, &delivery, settings, err);
	handoff_delivery_release(&delivery);
	return job;
}

/*
 * dialog.h - short questions over a screen, which stays to be seen above
 */
#ifndef FRONTDESK_TUI_DIALOG_H
#define FRONTDESK_TUI_DIALOG_H

#include "app.h"
#include "frontdesk/base/text.h"

/* One letter chooses; nothing is preselected; Esc returns. */
struct dialog_choice {
	char letter; /* lower case */
	const char *label;
	const char *hint; /* or NULL */
};

/* Called with the dialog gone: the screen below is on top. */
typedef void dialog_chosen_fn(struct app *app, void *state, size_t index);
typedef void dialog_cancelled_fn(struct app *app, void *state);

/* Everything but state is copied. cancelled may be NULL. */
void dialog_choose(struct app *app, const char *title,
		   const struct dialog_choice *choices, size_t count,
		   dialog_chosen_fn *chosen, dialog_cancelled_fn *cancelled,
		   void *state);

/*
 * One line to type. The answer's function returns false to refuse: err is
 * shown and what was typed stays; else the dialog is gone when it returns
 * (and it may push or pop screens: the dialog is no longer on the stack while
 * it runs; on false it comes back).
 */
typedef bool dialog_answer_fn(struct app *app, void *state, const char *text,
			      struct error *err);

struct dialog_question {
	/* What is typed is kept for the same kind and about (typed.h): about
	 * whom or what is asked. kind NULL: it is not kept. Copied. */
	const char *kind;
	int64_t about;
	const char *title;	 /* "Why is it returned?" */
	const char *label;	 /* of the box, NULL: "" */
	const char *text;	 /* what stands there already, or NULL */
	const char *hint;	 /* a dim line below, or NULL */
	struct text_limit limit; /* strings borrowed, static */
	bool is_secret;
	/* What Enter does with it, "Send back"; NULL: "Note it". Marked,
	 * borrowed. */
	const char *finish_label;
	/* F4: what else is chosen about it, or NULL; the question stays. */
	void (*choose)(struct app *app, void *state);
	const char *choose_label; /* "Topic"; marked, borrowed */
};

void dialog_ask(struct app *app, const struct dialog_question *question,
		dialog_answer_fn *answer, dialog_cancelled_fn *cancelled,
		void *state);

/* Of the question that is on top: another hint. Copied. */
void dialog_set_hint(struct app *app, const char *hint);

/*
 * What cannot be undone: only Enter does it, and no key that may have led to
 * the question. confirmed is called with the dialog gone. title and text are
 * copied; label, what Enter does, is marked and borrowed.
 */
typedef void dialog_confirmed_fn(struct app *app, void *state);

void dialog_confirm(struct app *app, const char *title, const char *text,
		    const char *label, dialog_confirmed_fn *confirmed,
		    void *state);

/* Lines to read (who looked, all cues); Esc or Enter returns. Copied. */
void dialog_show(struct app *app, const char *title, const char *text);

#endif

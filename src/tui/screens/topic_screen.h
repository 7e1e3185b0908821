/*
 * topic_screen.h - what the screens of a topic share, for topic*.c alone
 */
#ifndef FRONTDESK_TUI_SCREENS_TOPIC_SCREEN_H
#define FRONTDESK_TUI_SCREENS_TOPIC_SCREEN_H

#include "../app.h"
#include "../form.h"
#include "frontdesk/desk/signin.h"
#include "frontdesk/desk/topic.h"
#include "sheet.h"

/* topic_card.c: everything on a card, as it is read. */
void topic_card_add(const struct desk *desk, const struct topic *topic,
		    struct sheet *sheet);

/* topic_form.c: between a card and the form; out is the caller's, and its
 * department and handler are those that the words mean (ERROR_INVALID). */
void topic_form_make(struct form *form, const struct topic *topic,
		     const char *handler);
bool topic_form_read(struct desk *desk, const struct form *form,
		     const struct topic *was, struct topic *out,
		     struct error *err);
/* Whether F9 says that everything was checked today. */
bool topic_form_is_verified(const struct form *form);

/* topic_form_handler.c */
#define TOPIC_HANDLER_ID "handler_id"
/* Those of these names become the department and the handler of out. */
bool topic_form_find_department(struct desk *desk, const char *typed,
				struct topic *out, struct error *err);
bool topic_form_find_handler(struct desk *desk, const struct form *form,
			     const struct topic *was, struct topic *out,
			     struct error *err);
/* Who was picked as the handler: of one name there may be two. */
void topic_form_set_handler(struct form *form, int64_t staff_id,
			    const char *name);
/* The same where it stood unpicked: what it is now. */
void topic_form_follow_handler(struct form *form, int64_t was, int64_t now);

/* topic_form_question.c */
extern const struct form_choice topic_yes_or_no[2];
/* How many questions have rows, and the rows of one more. */
int topic_form_slots(const struct form *form);
void topic_form_add_question(struct form *form, int at);
void topic_form_fill_question(struct form *form, int at,
			      const struct question *question);
/* Adds the question to out, where it has a label; ERROR_INVALID has its row. */
bool topic_form_read_question(const struct form *form, int at,
			      struct topic *out, struct error *err);
/* Rows of a question that has none yet are hidden. */
void topic_form_show(struct form *form);
/* Which question the row in focus is part of, from 0 on; -1: none. */
int topic_form_question(const struct form *form);
/* With the one before or after it (direction -1, 1); away. */
void topic_form_move(struct form *form, int question, int direction);
void topic_form_remove(struct form *form, int question);

/* topic_versions.c: how it was. */
void topic_versions_open(struct app *app, int64_t topic_id);

#endif

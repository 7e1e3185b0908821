/*
 * typed.h - what is typed is never lost, on any screen
 *
 * A screen with a form (or one field) says so once, after app_push():
 *
 *	typed_form(app, "promise", request_id, &state->form);
 *
 * From then on what is typed there is on disk within seconds. Where a kill, a
 * lost line or a power cut ended the program, a screen whose kind restore.c can
 * open comes back by itself, filled in; of any other kind ^Z brings it back
 * where the same is asked again, as it does for one that was left with Esc.
 * Behind the commit and before its app_pop() the screen says it is done:
 *
 *	typed_done(app, "promise", request_id);
 *
 * kind and id together name what was being typed about; where more hangs on
 * the text than the text, the class has restored(). A screen with more than a
 * form has the class's typed() instead. What one person typed is kept for
 * that person alone.
 */
#ifndef FRONTDESK_TUI_TYPED_H
#define FRONTDESK_TUI_TYPED_H

#include "app.h"
#include "frontdesk/base/json.h"

struct field;
struct form;

/* About the top screen; form and field live as long as it does. */
void typed_form(struct app *app, const char *kind, int64_t id,
		struct form *form);
void typed_field(struct app *app, const char *kind, int64_t id,
		 struct field *field);

/* Committed, or of no use any more: gone from the disk when it returns. */
void typed_done(struct app *app, const char *kind, int64_t id);

/* For the signed-in person: reads what was left, and keeps from here on. */
void typed_open(struct app *app);
/* When it was read, no other program of this person ran here. */
bool typed_is_alone(const struct app *app);
/* Writes what is typed; what is kept stays for the next typed_open. */
void typed_close(struct app *app);
/* Writes what is typed, where it is not written yet. */
void typed_keep(struct app *app);

/*
 * The first that a program which ended left on its screens, the lowest first:
 * its object becomes the caller's (json_free) and kind and id say what it is.
 * kind NULL: of any kind. NULL where there is none.
 */
struct json *typed_take(struct app *app, const char *kind);
/* The next of them that no screen has again: its kind (borrowed) and id. */
bool typed_first(const struct app *app, const char **kind, int64_t *id);
/* Whether ^Z would bring something back, where this is asked. */
bool typed_is_left(const struct app *app, const char *kind, int64_t id);
/* Esc in a form that has something typed: what becomes of it. */
void typed_say_left(struct app *app);
/* What typed_take gave cannot be opened now: it is kept, as it ended, for the
 * next typed_open. Copied. */
void typed_put_back(struct app *app, const struct json *object);
/* It does not come back by itself: ^Z brings it where the same is asked. */
void typed_settle(struct app *app, const char *kind, int64_t id);

/* For app.c: the screen goes; and ^Z on it. */
void typed_leave(struct app *app, const struct screen *screen);
void typed_bring_back(struct app *app, struct screen *screen);

#endif

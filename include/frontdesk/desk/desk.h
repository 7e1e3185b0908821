/*
 * desk.h - the desk: a store, a clock, and who is signed in
 *
 * Every other header of this floor is a family of use cases on it. One use
 * case is one transaction; it holds none when it returns. Use cases that act
 * need somebody signed in, else ERROR_DENIED.
 */
#ifndef FRONTDESK_DESK_DESK_H
#define FRONTDESK_DESK_DESK_H

#include <stdbool.h>
#include <stdint.h>

#include "frontdesk/base/clock.h"
#include "frontdesk/base/error.h"
#include "frontdesk/core/address.h"
#include "frontdesk/core/staff.h"

struct desk;

struct desk_session {
	int64_t staff_id; /* 0: nobody is signed in */
	char *staff_name; /* "A. Ruiz" */
	char *login;
	enum role role;
	int64_t department_id;
	int64_t counter_window_id; /* 0: none, as for staff without one */
	char *counter_window;	   /* "Window 2" */
};

/* The store at url; data_dir holds the phrases, read when first needed. */
bool desk_open(const char *url, const char *data_dir, const struct clock *clock,
	       struct desk **out, struct error *err);
void desk_close(struct desk *desk);

/* A number that is another one after anybody's change to the store. */
int64_t desk_changed(struct desk *desk);

/* Upkeep in small steps; call when no key has come for a while. */
void desk_idle(struct desk *desk);

/*
 * While the store is read for long, goes_on is asked now and then; once it says
 * no, the use case ends with ERROR_STOPPED. It must not use the desk but for
 * what needs no store. NULL: nobody is asked.
 */
void desk_watch(struct desk *desk, bool (*goes_on)(void *state), void *state);

const struct desk_session *desk_session(const struct desk *desk);
const struct site *desk_site(const struct desk *desk);
const char *desk_city(const struct desk *desk);
bool desk_is_demo(const struct desk *desk);
const char *desk_store_id(const struct desk *desk); /* the store's UUID */
int64_t desk_now(const struct desk *desk);	    /* UTC milliseconds */
struct day desk_today(const struct desk *desk);	    /* at the site */
void desk_local(const struct desk *desk, int64_t at, struct local *out);

/* The greetings and titles; loaded on the first call. */
bool desk_phrases(struct desk *desk, const struct phrases **out,
		  struct error *err);

/* Whether the signed-in role may; else ERROR_DENIED in words. */
bool desk_may(const struct desk *desk, enum duty duty, struct error *err);

#endif

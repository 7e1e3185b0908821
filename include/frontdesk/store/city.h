/*
 * city.h - the city, its buildings, and the windows of its counters
 */
#ifndef FRONTDESK_STORE_CITY_H
#define FRONTDESK_STORE_CITY_H

#include "frontdesk/core/staff.h"
#include "frontdesk/store/db.h"

struct city {
	char *uuid; /* of the store */
	char *name;
	char *language;	 /* the desk's */
	char *language2; /* the other one, or NULL */
	bool is_demo;
};

void city_release(struct city *city);
bool city_get(struct db *db, struct city *out, struct error *err);

/* The uuid is made here. */
bool city_insert(struct db *db, const struct city *city, struct error *err);

/* site_id 0: the first one. */
bool site_get(struct db *db, int64_t site_id, struct site *out,
	      struct error *err);
/* With its hours, Monday to Friday. */
bool site_insert(struct db *db, const struct site *site, int64_t *site_id,
		 struct error *err);

/* ms until an offer that nobody answered shows to the supervisor. */
bool site_set_handoff_wait(struct db *db, int64_t site_id, int64_t length,
			   struct error *err);

bool counter_window_insert(struct db *db, int64_t site_id, const char *label,
			   int64_t *counter_window_id, struct error *err);
bool counter_window_get(struct db *db, int64_t counter_window_id,
			struct counter_window *out, struct error *err);
/* The open ones of a site, by label. */
bool counter_window_list(struct db *db, int64_t site_id,
			 struct counter_window_list *out, struct error *err);

/* Inserts one that is new by name; delivery "screen". Returns the id of the
 * one that is there. */
bool department_insert(struct db *db, const struct department *department,
		       int64_t *department_id, struct error *err);
bool department_list(struct db *db, struct department_list *out,
		     struct error *err);
/* Everything but the name; ERROR_NOT_FOUND without a text for none. */
bool department_update(struct db *db, const struct department *department,
		       struct error *err);
bool department_get(struct db *db, int64_t department_id,
		    struct department *out, struct error *err);
bool department_find(struct db *db, const char *name, int64_t *department_id,
		     struct error *err); /* 0: there is none */

#endif

/*
 * demo_private.h - the invented city while it is being made
 *
 * The demo has a clock of its own: it stands in the past and is moved from one
 * thing that happens to the next, so that every record bears the hour at which
 * it was made.
 */
#ifndef FRONTDESK_DESK_DEMO_PRIVATE_H
#define FRONTDESK_DESK_DEMO_PRIVATE_H

#include "demo_random.h"
#include "desk_private.h"
#include "frontdesk/base/table.h"
#include "frontdesk/core/topic.h"

struct demo_clock {
	struct clock clock;
	int64_t now;
};

struct demo_person { /* of the staff */
	int64_t staff_id, department_id, window_id;
	char *login, *name, *handles;
	enum role role;
};

struct demo_resident {
	int64_t resident_id;
	char *key; /* "Elena Alvarez": given name and surname */
};

struct demo_organisation {
	int64_t organisation_id;
	char *name;
	int64_t resident_id; /* who comes for it */
};

struct demo {
	const char *path, *data_dir;
	struct demo_clock clock;
	int64_t now; /* the true one, at which the history ends */
	struct day today;
	char zone[64];
	struct desk *desk; /* open once the city is there */
	struct table said, answers, streets, notes;
	struct demo_person *staff; /* the clerks first, in their order */
	size_t staff_count, clerk_count;
	struct demo_resident *residents;
	size_t resident_count;
	struct demo_organisation *organisations;
	size_t organisation_count;
	struct topic *topics;
	size_t topic_count;
	void (*progress)(const char *what, int percent);
};

void demo_release(struct demo *demo);

/* Moves the demo's clock. */
void demo_move(struct demo *demo, int64_t at);

/* The instant of a wall time on a day at the site. */
int64_t demo_instant(const struct demo *demo, struct day day, int minute);

/* Who handles a topic, else anybody of its department; never NULL. */
const struct demo_person *demo_handler(const struct demo *demo,
				       const struct topic *topic);
const struct demo_person *demo_staff(const struct demo *demo,
				     const char *login);
/* The index in topics; SIZE_MAX for none. */
size_t demo_topic(const struct demo *demo, const char *code);
/* By key; NULL for none. */
struct demo_resident *demo_resident(struct demo *demo, const char *key);

/* demo_city.c: a new store with its city, windows, staff and topics. */
bool demo_add_city(struct demo *demo, struct error *err);
/* demo_people.c: residents and organisations, within a transaction. */
bool demo_add_people(struct db *db, void *demo, struct error *err);

/* demo_history.c: two months of days, in stretches that end at an instant;
 * each is a transaction of its own. */
struct demo_history;
bool demo_history_begin(struct demo *demo, struct demo_history **out,
			struct error *err);
bool demo_history_run(struct demo_history *history, int64_t until,
		      struct error *err);
void demo_history_free(struct demo_history *history);

/* demo_story.c: the history, and between its days what happened to a few
 * people in particular, up to the demo's now. */
bool demo_tell_stories(struct demo *demo, struct error *err);

/* A notice that stands, and somebody who is away. */
bool demo_add_round(struct demo *demo, struct error *err);

/* "b3 10:05" and its sisters of stories.tsv; 0 for what is none of them. */
int64_t demo_when(const struct demo *demo, const char *text);

/* demo_deed.c: one line of stories.tsv happens, with the demo's clock at its
 * instant. cases are the requests, by line of their first deed. */
bool demo_do(struct demo *demo, const struct table *stories, size_t row,
	     int64_t *cases, struct error *err);

#endif

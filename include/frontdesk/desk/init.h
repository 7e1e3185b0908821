/*
 * init.h - a new store: a real city's, or the invented demo city's
 */
#ifndef FRONTDESK_DESK_INIT_H
#define FRONTDESK_DESK_INIT_H

#include "frontdesk/desk/desk.h"

struct init_city {
	const char *city;
	const char *time_zone;
	const char *const *sites; /* at least one */
	size_t site_count;
	const char *const *windows; /* labels, of the first site */
	size_t window_count;
	const char *supervisor_name;  /* "A. Ruiz" */
	const char *supervisor_login; /* the operating-system account */
	const char *supervisor_pin;
};

/* ERROR_CONFLICT where a store is already. Holidays come from
 * data_dir/calendar, topics and departments from data_dir/topics when
 * with_topics is set. */
bool desk_init(const char *path, const char *data_dir,
	       const struct init_city *city, bool with_topics,
	       const struct clock *clock, struct error *err);

/*
 * The demo city from data_dir/demo, with two months of history up to the
 * clock's today. The same history for the same day. progress may be NULL.
 */
bool desk_init_demo(const char *path, const char *data_dir,
		    const struct clock *clock,
		    void (*progress)(const char *what, int percent),
		    struct error *err);

#endif

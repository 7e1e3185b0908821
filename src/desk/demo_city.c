/*
 * demo_city.c - the invented city: its building, windows, people and topics
 */
#include <stdio.h>
#include <string.h>

#include "demo_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/store/city.h"
#include "frontdesk/store/staff.h"
#include "frontdesk/store/topic.h"
#include "holiday_files.h"
#include "topic_files.h"

enum {
	OPENS = 8 * 60,
	CLOSES = 17 * 60,
	WAIT_TARGET = 10, /* minutes */
};

struct making {
	struct demo *demo;
	struct table city, staff, topics;
	int64_t site_id;
	struct counter_window_list windows;
};

static const char *city_text(const struct making *making, const char *what,
			     const char *column)
{
	for (size_t i = 0; i < making->city.count; i++)
		if (str_same(table_text(&making->city, i, "what"), what))
			return table_text(&making->city, i, column);
	return NULL;
}

/* "16:30" as a minute of the day, -1 where nobody knows. */
static int minute_of(const char *text)
{
	int hour, minute;

	if (text == NULL || sscanf(text, "%d:%d", &hour, &minute) != 2)
		return -1;
	return hour * 60 + minute;
}

static bool add_windows(struct db *db, struct making *making, struct error *err)
{
	int64_t id;

	for (size_t i = 0; i < making->city.count; i++)
		if (str_same(table_text(&making->city, i, "what"), "window") &&
		    !counter_window_insert(
			db, making->site_id,
			table_text(&making->city, i, "value"), &id, err))
			return false;
	return counter_window_list(db, making->site_id, &making->windows, err);
}

static bool add_site(struct db *db, struct making *making, struct error *err)
{
	struct demo *demo = making->demo;
	const struct city city = {
	    .name = (char *)city_text(making, "city", "value"),
	    .language = (char *)city_text(making, "language", "value"),
	    .language2 = (char *)city_text(making, "language", "more"),
	    .is_demo = true,
	};
	const struct site site = {
	    .name = (char *)city_text(making, "site", "value"),
	    .time_zone = demo->zone,
	    .opens_minute = OPENS,
	    .closes_minute = CLOSES,
	    .wait_target = WAIT_TARGET * CLOCK_MINUTE,
	};

	return city_insert(db, &city, err) &&
	       site_insert(db, &site, &making->site_id, err) &&
	       add_windows(db, making, err);
}

static int64_t window_of(const struct making *making, const char *label)
{
	for (size_t i = 0; i < making->windows.count && label != NULL; i++)
		if (strcmp(making->windows.items[i].label, label) == 0)
			return making->windows.items[i].counter_window_id;
	return 0;
}

static bool add_staff(struct db *db, const struct making *making, size_t row,
		      struct error *err)
{
	const struct table *table = &making->staff;
	struct demo *demo = making->demo;
	struct demo_person *person = &demo->staff[row];
	struct staff staff = {
	    .login = (char *)table_text(table, row, "login"),
	    .name = (char *)table_text(table, row, "name"),
	    .formal_name = (char *)table_text(table, row, "formal"),
	    .telephone = (char *)table_text(table, row, "telephone"),
	    .languages = (char *)table_text(table, row, "languages"),
	    .in_until_minute = minute_of(table_text(table, row, "in_until")),
	    .is_active = true,
	};

	if (!role_parse(table_text(table, row, "role"), &staff.role, err) ||
	    !department_find(db, table_text(table, row, "department"),
			     &staff.department_id, err) ||
	    !staff_insert(db, &staff, NULL, &person->staff_id, err))
		return false;
	person->department_id = staff.department_id;
	person->window_id = window_of(making, table_text(table, row, "window"));
	person->role = staff.role;
	mem_replace(&person->login, staff.login);
	mem_replace(&person->handles, table_text(table, row, "handles"));
	if (staff.role == ROLE_CLERK)
		demo->clerk_count++;
	demo->staff_count++;
	return true;
}

static bool is_among(const char *words, const char *word)
{
	size_t len = strlen(word);

	for (const char *at = words; at != NULL && *at != '\0';) {
		if (strncmp(at, word, len) == 0 &&
		    (at[len] == ' ' || at[len] == '\0'))
			return true;
		at = strchr(at, ' ');
		at = at != NULL ? at + 1 : NULL;
	}
	return false;
}

static int64_t handler_of(const char *code, void *state)
{
	const struct demo *demo = state;

	for (size_t i = 0; i < demo->staff_count; i++)
		if (is_among(demo->staff[i].handles, code))
			return demo->staff[i].staff_id;
	return 0;
}

static bool keep_topics(struct db *db, const struct making *making,
			struct error *err)
{
	struct demo *demo = making->demo;

	for (size_t i = 0; i < making->topics.count; i++) {
		int64_t topic_id;

		if (!topic_find_code(db, table_text(&making->topics, i, "code"),
				     &topic_id, err) ||
		    !topic_get(db, topic_id, &demo->topics[i], err))
			return false;
		demo->topic_count++;
	}
	return true;
}

static bool make(struct db *db, void *state, struct error *err)
{
	struct making *making = state;
	struct demo *demo = making->demo;

	demo->staff_count = demo->clerk_count = demo->topic_count = 0;
	if (!add_site(db, making, err) ||
	    !holidays_add(db, demo->data_dir, NULL, err) ||
	    !departments_add(db, demo->data_dir, err))
		return false;
	for (size_t i = 0; i < making->staff.count; i++)
		if (!add_staff(db, making, i, err))
			return false;
	return topics_add(db, demo->data_dir, demo->today, handler_of, demo,
			  err) &&
	       keep_topics(db, making, err);
}

static bool load(struct making *making, struct error *err)
{
	struct demo *demo = making->demo;
	const char *zone;

	if (!table_load(demo->data_dir, "demo/city.tsv", &making->city, err) ||
	    !table_load(demo->data_dir, "demo/staff.tsv", &making->staff,
			err) ||
	    !table_load(demo->data_dir, "topics/topics.tsv", &making->topics,
			err))
		return false;
	zone = city_text(making, "zone", "value");
	if (zone == NULL || !zone_check(zone, err))
		return table_wrong(&making->city, 0, err,
				   _("the city has no time zone"));
	snprintf(demo->zone, sizeof(demo->zone), "%s", zone);
	demo->today = zone_day(demo->zone, demo->now);
	demo->staff = mem_new(making->staff.count, sizeof(*demo->staff));
	demo->topics = mem_new(making->topics.count, sizeof(*demo->topics));
	return true;
}

bool demo_add_city(struct demo *demo, struct error *err)
{
	struct making making = {.demo = demo};
	struct db *db = NULL;
	bool is_made =
	    load(&making, err) &&
	    db_open(demo->path, DB_CREATE, &demo->clock.clock, &db, err) &&
	    db_transaction(db, make, &making, err);

	if (db != NULL)
		db_close(db);
	counter_window_list_release(&making.windows);
	table_release(&making.city);
	table_release(&making.staff);
	table_release(&making.topics);
	return is_made;
}

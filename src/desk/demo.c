/*
 * demo.c - makes the demo's store: the city, its people, their history
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "demo_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/str.h"
#include "frontdesk/desk/init.h"
#include "frontdesk/desk/signin.h"

enum { HISTORY = 63 /* days before today that the city was founded */ };

static int64_t clock_of_demo(void *state)
{
	const struct demo_clock *clock = state;

	return clock->now;
}

void demo_move(struct demo *demo, int64_t at)
{
	demo->clock.now = at;
}

void demo_release(struct demo *demo)
{
	if (demo->desk != NULL)
		desk_close(demo->desk);
	table_release(&demo->said);
	table_release(&demo->answers);
	table_release(&demo->streets);
	table_release(&demo->notes);
	for (size_t i = 0; i < demo->staff_count; i++) {
		free(demo->staff[i].login);
		free(demo->staff[i].handles);
	}
	free(demo->staff);
	for (size_t i = 0; i < demo->resident_count; i++)
		free(demo->residents[i].key);
	free(demo->residents);
	for (size_t i = 0; i < demo->organisation_count; i++)
		free(demo->organisations[i].name);
	free(demo->organisations);
	for (size_t i = 0; i < demo->topic_count; i++)
		topic_release(&demo->topics[i]);
	free(demo->topics);
}

const struct demo_person *demo_staff(const struct demo *demo, const char *login)
{
	for (size_t i = 0; i < demo->staff_count; i++)
		if (strcmp(demo->staff[i].login, login) == 0)
			return &demo->staff[i];
	return NULL;
}

const struct demo_person *demo_handler(const struct demo *demo,
				       const struct topic *topic)
{
	const struct demo_person *found = NULL;

	for (size_t i = 0; i < demo->staff_count; i++) {
		const struct demo_person *person = &demo->staff[i];

		if (person->staff_id == topic->staff_id)
			return person;
		if (person->department_id == topic->department_id &&
		    found == NULL)
			found = person;
	}
	return found != NULL ? found : &demo->staff[demo->staff_count - 1];
}

size_t demo_topic(const struct demo *demo, const char *code)
{
	for (size_t i = 0; i < demo->topic_count; i++)
		if (str_same(demo->topics[i].code, code))
			return i;
	return SIZE_MAX;
}

struct demo_resident *demo_resident(struct demo *demo, const char *key)
{
	for (size_t i = 0; i < demo->resident_count; i++)
		if (strcmp(demo->residents[i].key, key) == 0)
			return &demo->residents[i];
	return NULL;
}

static void say(const struct demo *demo, const char *what, int percent)
{
	if (demo->progress != NULL)
		demo->progress(what, percent);
}

static bool load(struct demo *demo, struct error *err)
{
	return table_load(demo->data_dir, "demo/said.tsv", &demo->said, err) &&
	       table_load(demo->data_dir, "demo/answers.tsv", &demo->answers,
			  err) &&
	       table_load(demo->data_dir, "demo/streets.tsv", &demo->streets,
			  err) &&
	       table_load(demo->data_dir, "demo/notes.tsv", &demo->notes, err);
}

static bool make(struct demo *demo, struct error *err)
{
	say(demo, _("the city"), 0);
	if (!load(demo, err) || !demo_add_city(demo, err) ||
	    !desk_open(demo->path, demo->data_dir, &demo->clock.clock,
		       &demo->desk, err))
		return false;
	say(demo, _("its people"), 4);
	if (!db_transaction(demo->desk->db, demo_add_people, demo, err) ||
	    !demo_tell_stories(demo, err) || !demo_add_round(demo, err))
		return false;
	desk_sign_out(demo->desk);
	say(demo, _("done"), 100);
	return true;
}

/*
 * Made beside its place and put there when it is whole: a demo that was broken
 * off is never opened.
 */
bool desk_init_demo(const char *path, const char *data_dir,
		    const struct clock *clock,
		    void (*progress)(const char *what, int percent),
		    struct error *err)
{
	struct str made = STR_INIT;
	struct demo demo = {
	    .data_dir = data_dir,
	    .now = clock_now(clock),
	    .progress = progress,
	};
	bool is_made;

	if (access(path, F_OK) == 0)
		return error_set(err, ERROR_CONFLICT, "",
				 _("a store is already at “%s”: move it away, "
				   "or choose another path"),
				 path);
	str_addf(&made, "%s.new-%d", path, (int)getpid());
	demo.path = str_text(&made);
	demo.clock.clock.now = clock_of_demo;
	demo.clock.clock.state = &demo.clock;
	demo.clock.now = demo.now - HISTORY * 24 * CLOCK_HOUR;
	db_remove(demo.path);
	is_made = make(&demo, err);
	demo_release(&demo);
	if (is_made)
		is_made = desk_put_in_place(str_text(&made), path, err);
	else
		db_remove(str_text(&made));
	str_release(&made);
	return is_made;
}

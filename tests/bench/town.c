/*
 * town.c - the city of the generator: made by the store's own code
 */
#include <stdio.h>
#include <stdlib.h>

#include "desk/topic_files.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/table.h"
#include "frontdesk/store/city.h"
#include "frontdesk/store/staff.h"
#include "frontdesk/store/topic.h"
#include "generate.h"

static const char ZONE[] = "America/Los_Angeles";

static const char *const site_names[SITES] = {
    "City Hall",      "North Library",	"Utilities Office", "Permit Center",
    "East Annex",     "Animal Shelter", "Senior Center",    "Corporate Yard",
    "Police Counter", "Parks Office",	"South Library",    "West Annex",
};

struct making {
	struct filling *filling;
	const char *data_dir;
};

static bool add_site(struct filling *filling, size_t place, struct error *err)
{
	const struct site site = {
	    .name = (char *)site_names[place],
	    .time_zone = (char *)ZONE,
	    .opens_minute = 8 * 60,
	    .closes_minute = 17 * 60,
	    .wait_target = 10 * CLOCK_MINUTE,
	};
	char label[32];

	if (!site_insert(filling->db, &site, &filling->sites[place], err))
		return false;
	for (int i = 0; i < WINDOWS; i++) {
		snprintf(label, sizeof(label), "Window %d", i + 1);
		if (!counter_window_insert(filling->db, filling->sites[place],
					   label, &filling->windows[place][i],
					   err))
			return false;
	}
	return true;
}

static bool add_person(struct filling *filling, int number, enum role role,
		       int64_t department_id, int64_t *id, struct error *err)
{
	char login[32], name[48], formal[48];
	const struct staff staff = {
	    .login = login,
	    .name = name,
	    .formal_name = formal,
	    .role = role,
	    .department_id = department_id,
	    .languages = number % 3 == 0 ? "en es" : "en",
	    .in_until_minute = 16 * 60,
	    .is_active = true,
	};

	snprintf(login, sizeof(login), "staff%03d", number);
	snprintf(name, sizeof(name), "%c. Keeper %03d", 'A' + number % 26,
		 number);
	snprintf(formal, sizeof(formal), "Ms. Keeper %03d", number);
	return staff_insert(filling->db, &staff, NULL, id, err);
}

static bool add_staff(struct filling *filling, struct error *err)
{
	struct department_list departments;
	int number = 1;
	bool is_added = department_list(filling->db, &departments, err);

	for (size_t i = 0; is_added && i < SITES * CLERKS; i++)
		is_added = add_person(
		    filling, number++,
		    i % CLERKS == CLERKS - 1 ? ROLE_SUPERVISOR : ROLE_CLERK, 0,
		    &filling->clerks[i / CLERKS][i % CLERKS], err);
	filling->handlers =
	    mem_new(departments.count * 4, sizeof(*filling->handlers));
	for (size_t i = 0; is_added && i < departments.count * 4; i++)
		is_added = add_person(
		    filling, number++, ROLE_STAFF,
		    departments.items[i / 4].department_id,
		    &filling->handlers[filling->handler_count++], err);
	department_list_release(&departments);
	return is_added;
}

static bool read_topics(struct filling *filling, struct error *err)
{
	struct topic_brief_list list;

	if (!topic_list(filling->db, &list, err))
		return false;
	filling->topics = mem_new(list.count, sizeof(*filling->topics));
	for (size_t i = 0; i < list.count; i++)
		if (topic_get(filling->db, list.items[i].topic_id,
			      &filling->topics[i], err))
			filling->topic_count++;
	topic_brief_list_release(&list);
	return filling->topic_count > 0;
}

static bool make(struct db *db, void *state, struct error *err)
{
	const struct city city = {.name = "Mesa Alta",
				  .language = "en",
				  .language2 = "es",
				  .is_demo = true};
	const struct making *making = state;
	struct filling *filling = making->filling;
	struct day today = zone_day(ZONE, filling->now);

	filling->zone = ZONE;
	if (!city_insert(db, &city, err))
		return false;
	for (size_t i = 0; i < SITES; i++)
		if (!add_site(filling, i, err))
			return false;
	return departments_add(db, making->data_dir, err) &&
	       topics_add(db, making->data_dir, today, NULL, NULL, err) &&
	       add_staff(filling, err) && read_topics(filling, err);
}

bool town_make(struct filling *filling, const char *data_dir, struct error *err)
{
	struct making making = {filling, data_dir};

	return db_transaction(filling->db, make, &making, err);
}

void town_release(struct filling *filling)
{
	for (size_t i = 0; i < filling->topic_count; i++)
		topic_release(&filling->topics[i]);
	free(filling->topics);
	free(filling->handlers);
}

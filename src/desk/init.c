/*
 * init.c - a new store for a real city
 */
#include "frontdesk/desk/init.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "desk_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/secret.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"
#include "frontdesk/store/city.h"
#include "frontdesk/store/db.h"
#include "frontdesk/store/staff.h"
#include "holiday_files.h"
#include "topic_files.h"

#define OPENS_MINUTE (8 * 60)
#define CLOSES_MINUTE (17 * 60)
#define WAIT_TARGET (10 * CLOCK_MINUTE)

struct init {
	const struct init_city *city;
	const char *data_dir;
	bool with_topics;
	char pin_hash[SECRET_HASH_SIZE];
};

static bool city_check(const struct init_city *city, struct error *err)
{
	static const struct text_limit name = {"city", N_("the city's name"),
					       80, false, true};
	static const struct text_limit site = {"site", N_("the site's name"),
					       80, false, true};
	static const struct text_limit window = {
	    "window", N_("the window's label"), 40, false, true};

	if (!text_check(city->city, &name, err) ||
	    !zone_check(city->time_zone, err) ||
	    !secret_pin_check(city->supervisor_pin, err))
		return false;
	if (city->site_count == 0)
		return error_set(err, ERROR_INVALID, "site",
				 _("A city needs at least one site."));
	for (size_t i = 0; i < city->site_count; i++)
		if (!text_check(city->sites[i], &site, err))
			return false;
	for (size_t i = 0; i < city->window_count; i++)
		if (!text_check(city->windows[i], &window, err))
			return false;
	return true;
}

static bool add_sites(struct db *db, const struct init_city *city,
		      struct error *err)
{
	int64_t first_id = 0, id;

	for (size_t i = 0; i < city->site_count; i++) {
		const struct site site = {
		    .name = (char *)city->sites[i],
		    .time_zone = (char *)city->time_zone,
		    .opens_minute = OPENS_MINUTE,
		    .closes_minute = CLOSES_MINUTE,
		    .wait_target = WAIT_TARGET,
		};

		if (!site_insert(db, &site, &id, err))
			return false;
		if (first_id == 0)
			first_id = id;
	}
	for (size_t i = 0; i < city->window_count; i++)
		if (!counter_window_insert(db, first_id, city->windows[i], &id,
					   err))
			return false;
	return true;
}

/* The first person must be able to let in the others. */
static bool add_supervisor(struct db *db, const struct init *init,
			   struct error *err)
{
	const struct staff staff = {
	    .login = (char *)init->city->supervisor_login,
	    .name = (char *)init->city->supervisor_name,
	    .formal_name = (char *)init->city->supervisor_name,
	    .role = ROLE_ADMINISTRATOR,
	    .languages = "en",
	    .in_until_minute = -1,
	    .is_active = true,
	};
	int64_t id;

	return staff_check(&staff, err) &&
	       staff_insert(db, &staff, init->pin_hash, &id, err);
}

static bool fill_store(struct db *db, void *state, struct error *err)
{
	const struct init *init = state;
	const struct city city = {.name = (char *)init->city->city};
	const struct day never = {""};

	if (!city_insert(db, &city, err) || !add_sites(db, init->city, err) ||
	    !add_supervisor(db, init, err))
		return false;
	if (!holidays_add(db, init->data_dir, NULL, err))
		return false;
	return !init->with_topics ||
	       (departments_add(db, init->data_dir, err) &&
		topics_add(db, init->data_dir, never, NULL, NULL, err));
}

/* A link refuses to take the place of a store that is there. */
bool desk_put_in_place(const char *made, const char *path, struct error *err)
{
	bool is_placed = link(made, path) == 0;

	if (!is_placed)
		error_set(err, errno == EEXIST ? ERROR_CONFLICT : ERROR_SYSTEM,
			  "", _("cannot put the new store at “%s”: %s"), path,
			  strerror(errno));
	db_remove(made);
	return is_placed;
}

static bool make_store(const char *path, const struct clock *clock,
		       struct init *init, struct error *err)
{
	struct db *db;
	bool is_made;

	if (!db_open(path, DB_CREATE, clock, &db, err))
		return false;
	is_made = db_transaction(db, fill_store, init, err);
	db_close(db);
	if (!is_made)
		db_remove(path);
	return is_made;
}

/* Whoever reads the complaint asked for the path without it. */
static void take_out(char *text, const char *tail)
{
	char *at = strstr(text, tail);

	if (at != NULL)
		memmove(at, at + strlen(tail), strlen(at + strlen(tail)) + 1);
}

/* Made beside its place and put there when it is whole: what a kill leaves is
 * in nobody's way. */
static bool make_beside(const char *path, const struct clock *clock,
			struct init *init, struct error *err)
{
	struct str made = STR_INIT, tail = STR_INIT;
	bool is_made;

	str_addf(&tail, ".new-%d", (int)getpid());
	str_addf(&made, "%s%s", path, str_text(&tail));
	db_remove(str_text(&made));
	is_made = make_store(str_text(&made), clock, init, err);
	if (is_made)
		is_made = desk_put_in_place(str_text(&made), path, err);
	else
		take_out(err->text, str_text(&tail));
	str_release(&made);
	str_release(&tail);
	return is_made;
}

bool desk_init(const char *path, const char *data_dir,
	       const struct init_city *city, bool with_topics,
	       const struct clock *clock, struct error *err)
{
	struct init init = {city, data_dir, with_topics, ""};
	struct stat there;

	if (!city_check(city, err) ||
	    !secret_hash(city->supervisor_pin, init.pin_hash, err))
		return false;
	if (lstat(path, &there) == 0)
		return error_set(err, ERROR_CONFLICT, "store",
				 _("There is already something at “%s”: "
				   "choose another path."),
				 path);
	return make_beside(path, clock, &init, err);
}

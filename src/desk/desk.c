/*
 * desk.c - opening the desk: a store, a clock, and who is signed in
 */
#include "frontdesk/desk/desk.h"

#include <stdlib.h>

#include "cues.h"
#include "desk_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/core/card.h"
#include "frontdesk/core/cue.h"
#include "frontdesk/store/city.h"
#include "topic_index.h"

/* Start is sacred: the city and its first site, and nothing more. */
static bool read_city(struct desk *desk, struct error *err)
{
	struct city city;

	if (!city_get(desk->db, &city, err))
		return false;
	desk->city = mem_copy(city.name);
	desk->store_id = mem_copy(city.uuid);
	desk->language = mem_copy(city.language);
	desk->language2 = mem_copy(city.language2);
	desk->is_demo = city.is_demo;
	city_release(&city);
	return site_get(desk->db, 0, &desk->site, err);
}

bool desk_open(const char *url, const char *data_dir, const struct clock *clock,
	       struct desk **out, struct error *err)
{
	struct desk *desk = mem_new(1, sizeof(*desk));

	*out = NULL;
	desk->clock = clock;
	desk->data_dir = mem_copy(data_dir);
	if (db_open(url, DB_OPEN, clock, &desk->db, err) &&
	    read_city(desk, err)) {
		*out = desk;
		return true;
	}
	desk_close(desk);
	return false;
}

void desk_close(struct desk *desk)
{
	if (desk == NULL)
		return;
	if (desk->db != NULL)
		desk_forget_session(desk);
	topic_index_free(desk->topics);
	desk_forget_calendar(desk);
	phrases_free(desk->phrases);
	if (desk->cues != NULL)
		cue_table_release(desk->cues);
	free(desk->cues);
	str_release(&desk->cue_room);
	str_release(&desk->wrong_words);
	card_texts_free(desk->card_texts);
	db_close(desk->db);
	site_release(&desk->site);
	free(desk->data_dir);
	free(desk->city);
	free(desk->store_id);
	free(desk->language);
	free(desk->language2);
	free(desk->languages);
	free(desk);
}

int64_t desk_changed(struct desk *desk)
{
	return db_changed(desk->db);
}

void desk_watch(struct desk *desk, bool (*goes_on)(void *state), void *state)
{
	db_watch(desk->db, goes_on, state);
}

void desk_idle(struct desk *desk)
{
	db_idle(desk->db);
}

const struct desk_session *desk_session(const struct desk *desk)
{
	return &desk->session;
}

const struct site *desk_site(const struct desk *desk)
{
	return &desk->site;
}

const char *desk_city(const struct desk *desk)
{
	return desk->city;
}

bool desk_is_demo(const struct desk *desk)
{
	return desk->is_demo;
}

const char *desk_store_id(const struct desk *desk)
{
	return desk->store_id;
}

int64_t desk_now(const struct desk *desk)
{
	return clock_now(desk->clock);
}

struct day desk_today(const struct desk *desk)
{
	return zone_day(desk->site.time_zone, desk_now(desk));
}

void desk_local(const struct desk *desk, int64_t at, struct local *out)
{
	zone_local(desk->site.time_zone, at, out);
}

/* What is wrong with the words is told once all of them are read. */
bool desk_greetings(struct desk *desk, const struct phrases **out,
		    struct error *err)
{
	struct str untold = STR_INIT;
	bool is_read = desk->phrases != NULL ||
		       phrases_load_greetings(desk->data_dir, &desk->phrases,
					      &untold, err);

	str_release(&untold);
	*out = desk->phrases;
	return is_read;
}

bool desk_phrases(struct desk *desk, const struct phrases **out,
		  struct error *err)
{
	struct str faults = STR_INIT;
	bool is_read =
	    desk_greetings(desk, out, err) &&
	    phrases_load_rest(desk->data_dir, desk->phrases, &faults, err);

	cues_log_faults(str_text(&faults));
	str_release(&faults);
	return is_read;
}

bool desk_need_session(const struct desk *desk, struct error *err)
{
	return desk->session.staff_id != 0 ||
	       error_set(err, ERROR_DENIED, "",
			 _("Nobody is signed in here: sign in first."));
}

bool desk_may(const struct desk *desk, enum duty duty, struct error *err)
{
	if (!desk_need_session(desk, err))
		return false;
	if (role_may(desk->session.role, duty))
		return true;
	if (duty == DUTY_MANAGE_STAFF)
		return error_set(err, ERROR_DENIED, "",
				 _("Only an administrator may do this: ask "
				   "one."));
	return error_set(err, ERROR_DENIED, "",
			 _("Only a supervisor may do this: ask one."));
}

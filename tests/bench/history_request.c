/*
 * history_request.c - what the visitors of the generator wanted
 */
#include <string.h>

#include "frontdesk/base/text.h"
#include "history.h"
#include "row.h"
#include "words.h"

static const char SQL_REQUEST[] =
    "INSERT INTO request (request_id, uuid, reference, topic_id, "
    "topic_version_id, place, place_key, state, result, owner_staff_id, "
    "owner_department_id, channel, site_id, received_at, received_on, "
    "first_visit_id, first_acknowledged_at, first_acknowledged_on, "
    "resolved_at, resolved_on, edition) VALUES ($1, $2, $3, $4, $5, $6, $7, "
    "$8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, 3)";
static const char SQL_PARTY[] =
    "INSERT INTO request_party (request_id, resident_id, organisation_id, "
    "part, is_open, received_at) VALUES ($1, $2, $3, $4, $5, $6)";
static const char SQL_CONTACT[] =
    "INSERT INTO contact (contact_id, uuid, visit_id, request_id, at, "
    "staff_id, words, concern, done, result, result_text, tried, alternative, "
    "appeal) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, "
    "$14)";
static const char SQL_ANSWER[] =
    "INSERT INTO answer (contact_id, question_id, value) VALUES ($1, $2, $3)";
static const char SQL_TOUCH[] =
    "INSERT INTO touch (request_id, staff_id, first_at) VALUES ($1, $2, $3) "
    "ON CONFLICT DO NOTHING";
static const char SQL_ACKNOWLEDGEMENT[] =
    "INSERT INTO acknowledgement (acknowledgement_id, request_id, at, "
    "acknowledged_on, staff_id, how) VALUES ($1, $2, $3, $4, $5, $6)";
static const char SQL_NUMBER[] =
    "INSERT INTO request_number (request_number_id, request_id, kind, value, "
    "search_key) VALUES ($1, $2, 'permit', $3, $4)";

static bool add_number(struct filling *filling, int64_t request_id,
		       struct error *err)
{
	struct str value = STR_INIT, key = STR_INIT;
	int year = (int)chance_between(&filling->chance, 22, 26);
	int number = (int)chance_between(&filling->chance, 1, 99999);
	bool is_added;

	str_addf(&value, "BLD-%02d-%05d", year, number);
	str_addf(&key, "bld%02d%05d", year, number);
	is_added =
	    row_put(filling->db, err, SQL_NUMBER, "iitt", ++filling->number,
		    request_id, str_text(&value), str_text(&key));
	str_release(&value);
	str_release(&key);
	return is_added;
}

static bool is_open(const char *result)
{
	return strcmp(result, "opened") == 0 ||
	       strcmp(result, "handed_off") == 0;
}

/* When it was resolved; 0: it is open still. Mostly the same day. */
static int64_t resolved_at(struct filling *filling, const struct coming *coming)
{
	int64_t at = coming->ended_at;

	if (!is_open(coming->result))
		return at;
	at += chance_percent(&filling->chance, 85)
		  ? chance_between(&filling->chance, 10, 120) * CLOCK_MINUTE
		  : chance_between(&filling->chance, 20, 90) * CLOCK_HOUR;
	return at < filling->now ? at : 0;
}

static bool acknowledge(struct filling *filling, const struct coming *coming,
			int64_t at, struct error *err)
{
	return at == 0 ||
	       row_put(filling->db, err, SQL_ACKNOWLEDGEMENT, "iiitkt",
		       ++filling->acknowledgement, coming->request_id, at,
		       zone_day(filling->zone, at).text, coming->clerk_id,
		       is_open(coming->result) ? "reference_read" : "counter");
}

static bool add_request_row(struct history *history,
			    const struct coming *coming, const char *place,
			    const char *place_key, int64_t done, int64_t known,
			    struct error *err)
{
	struct filling *filling = history->filling;
	const struct topic *topic = coming->topic;
	struct day done_on = {""}, known_on = {""};
	char reference[13];

	if (done != 0)
		done_on = zone_day(filling->zone, done);
	if (known != 0)
		known_on = zone_day(filling->zone, known);
	filling_reference(filling, 'R', coming->request_id, reference);
	return row_put(
	    filling->db, err, SQL_REQUEST, "ittkkttttkktiitkktkt",
	    coming->request_id, filling_uuid(filling, coming->begun_at),
	    reference, topic->topic_id, topic->topic_version_id, place,
	    place_key, done != 0 ? "resolved" : "open",
	    done != 0 && is_open(coming->result) ? "answered" : coming->result,
	    coming->clerk_id, INT64_C(0), coming->channel, coming->site_id,
	    coming->begun_at, history->day.text, coming->visit_id, known,
	    known != 0 ? known_on.text : NULL, done,
	    done != 0 ? done_on.text : NULL);
}

static bool add_party(struct filling *filling, const struct coming *coming,
		      int64_t resident_id, int64_t organisation_id,
		      const char *part, bool is_standing, struct error *err)
{
	return (resident_id == 0 && organisation_id == 0) ||
	       row_put(filling->db, err, SQL_PARTY, "ikktii",
		       coming->request_id, resident_id, organisation_id, part,
		       (int64_t)is_standing, coming->begun_at);
}

/* Somebody may come back to it while it is open. */
static void remember(struct history *history, const struct coming *coming)
{
	if (coming->resident_id == 0 || !is_open(coming->result))
		return;
	history->ring[history->ring_next] = (struct open_request){
	    coming->request_id, coming->resident_id, coming->topic};
	history->ring_next = (history->ring_next + 1) % RING;
	if (history->ring_count < RING)
		history->ring_count++;
}

static bool follow(struct history *history, const struct coming *coming,
		   int64_t done, struct error *err)
{
	struct filling *filling = history->filling;
	struct matter matter = {
	    .request_id = coming->request_id,
	    .visit_id = coming->visit_id,
	    .site_id = coming->site_id,
	    .department_id = coming->topic->department_id,
	    .clerk_id = coming->clerk_id,
	    .handler_id = filling->handlers[chance_below(
		&filling->chance, filling->handler_count)],
	    .at = coming->ended_at,
	    .done_at = done,
	    .day = history->day.text,
	    .what = coming->topic->name,
	    .is_handed = strcmp(coming->result, "handed_off") == 0,
	    .is_promised =
		is_open(coming->result) && chance_percent(&filling->chance, 30),
	};

	return !is_open(coming->result) || matter_add(filling, &matter, err);
}

static bool add_request(struct history *history, struct coming *coming,
			struct error *err)
{
	struct filling *filling = history->filling;
	struct str place = STR_INIT, key = STR_INIT;
	int64_t done, known;
	bool is_added;

	coming->request_id = ++filling->request;
	done = resolved_at(filling, coming);
	known = coming->ended_at;
	if (is_open(coming->result) && chance_percent(&filling->chance, 3)) {
		known += 16 * CLOCK_HOUR;
		if (known >= filling->now)
			known = 0;
	}
	if (is_open(coming->result)) {
		words_street(&filling->chance, &place);
		text_fold(str_text(&place), &key);
	}
	is_added = add_request_row(history, coming, str_text(&place),
				   str_text(&key), done, known, err) &&
		   add_party(filling, coming, coming->resident_id, 0,
			     "themselves", done == 0, err) &&
		   add_party(filling, coming, 0, coming->organisation_id,
			     "for_organisation", done == 0, err) &&
		   acknowledge(filling, coming, known, err) &&
		   (!chance_percent(&filling->chance, 10) ||
		    add_number(filling, coming->request_id, err)) &&
		   follow(history, coming, done, err);
	remember(history, coming);
	str_release(&place);
	str_release(&key);
	return is_added;
}

static bool add_answers(struct filling *filling, const struct coming *coming,
			int64_t contact_id, struct error *err)
{
	const struct topic *topic = coming->topic;

	for (size_t i = 0; i < topic->question_count && i < 2; i++)
		if (!row_put(filling->db, err, SQL_ANSWER, "iit", contact_id,
			     topic->questions[i].question_id,
			     chance_percent(&filling->chance, 90) ? "as before"
								  : NULL))
			return false;
	return true;
}

static bool add_contact_row(struct filling *filling,
			    const struct coming *coming, struct error *err)
{
	bool has_failed = strcmp(coming->result, "could_not") == 0;
	const char *concern = chance_percent(&filling->chance, 6)
				  ? "Took a day off work to come"
				  : "";
	const char *done =
	    chance_percent(&filling->chance, 60) ? "Explained the steps" : "";

	return row_put(
	    filling->db, err, SQL_CONTACT, "itiiiktttttttt", filling->contact,
	    filling_uuid(filling, coming->ended_at), coming->visit_id,
	    coming->request_id, coming->ended_at, coming->clerk_id,
	    coming->words, concern, done, coming->result,
	    has_failed ? "the office has no say in it" : "",
	    has_failed ? "asked the supervisor" : "",
	    has_failed ? "the county's own office" : "",
	    has_failed ? "in writing within ten days" : "");
}

bool history_add_contact(struct history *history, struct coming *coming,
			 struct error *err)
{
	struct filling *filling = history->filling;

	if (!coming->is_return && !add_request(history, coming, err))
		return false;
	filling->contact++;
	return add_contact_row(filling, coming, err) &&
	       add_answers(filling, coming, filling->contact, err) &&
	       row_put(filling->db, err, SQL_TOUCH, "iii", coming->request_id,
		       coming->clerk_id, coming->ended_at);
}

/*
 * fixture.c - a store of its own for each test
 */
#include "fixture.h"

#include <dirent.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/settings.h"
#include "frontdesk/base/text.h"
#include "frontdesk/core/reference.h"
#include "frontdesk/desk/day.h"
#include "frontdesk/desk/init.h"
#include "frontdesk/desk/resident.h"
#include "frontdesk/desk/signin.h"
#include "frontdesk/store/city.h"
#include "frontdesk/store/staff.h"
#include "frontdesk/store/topic.h"

static int64_t fixture_now(void *state)
{
	struct fixture_clock *clock = state;

	clock->now += clock->tick;
	return clock->now;
}

static const struct {
	const char *login, *name, *formal_name, *languages;
	enum role role;
	int department; /* -1: none */
} people[] = {
    [FIXTURE_HALE] = {"mhale", "M. Hale", "Ms. Hale", "en", ROLE_SUPERVISOR,
		      -1},
    [FIXTURE_RUIZ] = {"aruiz", "A. Ruiz", "Ms. Ruiz", "en es", ROLE_CLERK, -1},
    [FIXTURE_CHEN] = {"bchen", "B. Chen", "Mr. Chen", "en", ROLE_CLERK, -1},
    [FIXTURE_OSEI] = {"kosei", "K. Osei", "Mr. Osei", "en", ROLE_STAFF,
		      FIXTURE_PLANNING},
    [FIXTURE_ADMIN] = {"sadmin", "S. Admin", "S. Admin", "en",
		       ROLE_ADMINISTRATOR, -1},
};

static const struct department departments[] = {
    [FIXTURE_BUILDING] = {0, "Building", "555-0140", "Window 4"},
    [FIXTURE_PLANNING] = {0, "Planning", "555-0150", "2nd floor"},
    [FIXTURE_ANIMALS] = {0, "Animal Services", "555-0160", "Window 5"},
};

static struct question fence_questions[] = {
    {0, "Height", "How high is the fence?", QUESTION_NUMBER, "", true, "", ""},
    {0, "Side", "On which side is the fence?", QUESTION_CHOICE,
     "front|side|rear", false, "", ""},
};

static const struct {
	const char *code, *name, *words, *where;
	enum fixture_department department;
	enum result quick_result;
} topics[] = {
    [FIXTURE_FENCE] = {"fence-permit", "Fence permit", "wall gate", "",
		       FIXTURE_PLANNING, RESULT_ANSWERED},
    [FIXTURE_DOG] = {"dog-licence", "Dog licence", "license pet puppy", "",
		     FIXTURE_ANIMALS, RESULT_GIVEN},
    [FIXTURE_GARAGE] = {"garage-sale", "Garage sale permit", "yard sale", "",
			FIXTURE_BUILDING, RESULT_GIVEN},
    [FIXTURE_GARBAGE] = {"garbage-bins", "Garbage bins", "trash recycling", "",
			 FIXTURE_BUILDING, RESULT_ANSWERED},
    [FIXTURE_PASSPORT] = {"passport", "Passport", "travel",
			  "the county's passport office", FIXTURE_BUILDING,
			  RESULT_NOT_OURS},
};

static bool add_staff(struct db *db, struct fixture *fixture, const char *hash,
		      struct error *err)
{
	for (int i = 0; i < FIXTURE_STAFF_COUNT; i++) {
		const struct staff staff = {
		    .login = (char *)people[i].login,
		    .name = (char *)people[i].name,
		    .formal_name = (char *)people[i].formal_name,
		    .role = people[i].role,
		    .department_id =
			people[i].department < 0
			    ? 0
			    : fixture->departments[people[i].department],
		    .languages = (char *)people[i].languages,
		    .in_until_minute = 16 * 60,
		    .is_active = true,
		};

		if (!staff_insert(db, &staff, hash, &fixture->staff[i], err))
			return false;
	}
	return true;
}

static bool add_topics(struct db *db, struct fixture *fixture,
		       struct error *err)
{
	for (int i = 0; i < FIXTURE_TOPIC_COUNT; i++) {
		struct topic topic = {
		    .code = (char *)topics[i].code,
		    .name = (char *)topics[i].name,
		    .words = (char *)topics[i].words,
		    .department_id = fixture->departments[topics[i].department],
		    .quick_result = topics[i].quick_result,
		    .quick_words = "Gave the form",
		    .bring = "site plan, ID",
		    .fee = "$112",
		    .not_ours_where = (char *)topics[i].where,
		    .review_days = 180,
		};

		if (i == FIXTURE_FENCE) {
			topic.questions = fence_questions;
			topic.question_count = MEM_COUNT(fence_questions);
		}
		if (!topic_save(db, &topic, &fixture->topics[i], NULL, err))
			return false;
	}
	return true;
}

static bool add_city(struct db *db, void *state, struct error *err)
{
	const struct city city = {.name = "Mesa Alta", .language = "en"};
	const struct site site = {
	    0, "City Hall", FIXTURE_ZONE, 480, 1020, 10 * CLOCK_MINUTE, 0};
	struct fixture *fixture = state;
	static char hash[SECRET_HASH_SIZE]; /* slow by design: made once */

	if (!city_insert(db, &city, err) ||
	    !site_insert(db, &site, &fixture->site_id, err) ||
	    !counter_window_insert(db, fixture->site_id, "Window 1",
				   &fixture->windows[0], err) ||
	    !counter_window_insert(db, fixture->site_id, "Window 2",
				   &fixture->windows[1], err))
		return false;
	for (int i = 0; i < FIXTURE_DEPARTMENT_COUNT; i++)
		if (!department_insert(db, &departments[i],
				       &fixture->departments[i], err))
			return false;
	return (hash[0] != '\0' || secret_hash(FIXTURE_PIN, hash, err)) &&
	       add_staff(db, fixture, hash, err) &&
	       add_topics(db, fixture, err);
}

static void read_questions(struct fixture *fixture, struct db *db,
			   struct error *err)
{
	struct topic topic;

	if (!topic_get(db, fixture->topics[FIXTURE_FENCE], &topic, err))
		return;
	fixture->fence_height = topic.questions[0].question_id;
	fixture->fence_side = topic.questions[1].question_id;
	topic_release(&topic);
}

int fixture_setup_bare(void **state)
{
	struct fixture *fixture = mem_new(1, sizeof(*fixture));

	text_locale_init();
	strcpy(fixture->dir, "/tmp/frontdesk-test-XXXXXX");
	assert_non_null(mkdtemp(fixture->dir));
	snprintf(fixture->path, sizeof(fixture->path), "%s/store.db",
		 fixture->dir);
	fixture->clock.clock.now = fixture_now;
	fixture->clock.clock.state = &fixture->clock;
	fixture->clock.now = FIXTURE_START;
	*state = fixture;
	return 0;
}

int fixture_setup(void **state)
{
	struct error err = {0};
	struct fixture *fixture;
	struct db *db;

	fixture_setup_bare(state);
	fixture = *state;
	fixture_ok(db_open(fixture->path, DB_CREATE, &fixture->clock.clock, &db,
			   &err));
	fixture_ok(db_transaction(db, add_city, fixture, &err));
	read_questions(fixture, db, &err);
	db_close(db);
	fixture_ok(desk_open(fixture->path, settings_shared_dir(),
			     &fixture->clock.clock, &fixture->desk, &err));
	fixture_ok(desk_sign_in(fixture->desk, "aruiz", FIXTURE_PIN,
				fixture->windows[0], &err));
	return 0;
}

int fixture_teardown(void **state)
{
	struct fixture *fixture = *state;
	DIR *dir = opendir(fixture->dir);
	struct dirent *entry;
	char path[400];

	desk_close(fixture->desk);
	desk_close(fixture->desk2);
	db_close(fixture->db);
	while (dir != NULL && (entry = readdir(dir)) != NULL) {
		snprintf(path, sizeof(path), "%s/%s", fixture->dir,
			 entry->d_name);
		unlink(path);
	}
	if (dir != NULL)
		closedir(dir);
	rmdir(fixture->dir);
	free(fixture);
	return 0;
}

struct desk *fixture_desk2(struct fixture *fixture)
{
	struct error err = {0};

	if (fixture->desk2 != NULL)
		return fixture->desk2;
	fixture_ok(desk_open(fixture->path, settings_shared_dir(),
			     &fixture->clock.clock, &fixture->desk2, &err));
	fixture_ok(desk_sign_in(fixture->desk2, "bchen", FIXTURE_PIN,
				fixture->windows[1], &err));
	return fixture->desk2;
}

struct db *fixture_db(struct fixture *fixture)
{
	struct error err = {0};

	if (fixture->db == NULL)
		fixture_ok(db_open(fixture->path, DB_OPEN,
				   &fixture->clock.clock, &fixture->db, &err));
	return fixture->db;
}

bool fixture_sum_up_whole(struct fixture *fixture, struct day from,
			  struct day to, struct summary *out, struct error *err)
{
	const struct summary_scope scope = {
	    .from = from, .to = to, .is_whole = true};

	return desk_sum_up_scope(fixture->desk, &scope, out, err);
}

void fixture_pass(struct fixture *fixture, int64_t length)
{
	fixture->clock.now += length;
}

void fixture_sign_in(struct fixture *fixture, enum fixture_staff who)
{
	struct error err = {0};

	fixture_ok(desk_sign_in(fixture->desk, people[who].login, FIXTURE_PIN,
				fixture->windows[0], &err));
}

void fixture_account(struct fixture *fixture, enum role role)
{
	struct staff staff = {
	    .login = getpwuid(getuid())->pw_name,
	    .name = "T. Tester",
	    .formal_name = "T. Tester",
	    .role = role,
	    .languages = "en",
	    .in_until_minute = -1,
	    .is_active = true,
	};
	struct error err = {0};

	fixture_sign_in(fixture, FIXTURE_ADMIN);
	fixture_ok(desk_save_staff(fixture->desk, &staff, NULL, &err));
	fixture_sign_in(fixture, FIXTURE_RUIZ);
}

int64_t fixture_resident(struct fixture *fixture, const char *title,
			 const char *given, const char *surname)
{
	struct resident resident = {0};
	struct error err = {0};
	int64_t id;

	resident.name.title = mem_copy(title);
	resident.name.given = mem_copy(given);
	resident.name.surname = mem_copy(surname);
	fixture_ok(desk_save_resident(fixture->desk, &resident, &err));
	id = resident.resident_id;
	resident_release(&resident);
	return id;
}

static bool write_work(struct db *db, void *state, struct error *err)
{
	struct query q;

	query_begin(&q, db, state);
	return query_run(&q, err);
}

void fixture_write(struct fixture *fixture, const char *sql)
{
	struct error err = {0};

	fixture_ok(
	    db_transaction(fixture_db(fixture), write_work, (void *)sql, &err));
}

int64_t fixture_number(struct fixture *fixture, const char *sql)
{
	struct error err = {0};
	struct query q;
	int64_t number;

	query_begin(&q, fixture_db(fixture), sql);
	if (query_one(&q, &number, &err))
		return number;
	if (err.code != ERROR_NOT_FOUND)
		fail_msg("%s: %s", sql, err.detail);
	return -1;
}

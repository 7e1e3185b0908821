/*
 * walk.c - use cases in no order: what a visit does
 */
#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/visit.h"
#include "paper.h"
#include "walk_private.h"

int walk_chance(struct walk *walk, int below)
{
	walk->random ^= walk->random << 13;
	walk->random ^= walk->random >> 7;
	walk->random ^= walk->random << 17;
	return (int)(walk->random % (uint64_t)below);
}

int64_t walk_any_visit(struct walk *walk)
{
	return fixture_number(walk->f, ANY("visit_id", "visit"));
}

int64_t walk_any_open_visit(struct walk *walk)
{
	return fixture_number(
	    walk->f, ANY("visit_id", "visit WHERE state IN ('serving', 'hold',"
				     " 'aside') AND voided_at IS NULL"));
}

int64_t walk_any_served_now(struct walk *walk)
{
	return fixture_number(walk->f,
			      ANY("visit_id", "visit WHERE state = 'serving'"
					      " AND voided_at IS NULL"));
}

int64_t walk_any_waiting(struct walk *walk)
{
	return fixture_number(walk->f, ANY("visit_id",
					   "visit WHERE state IN ('waiting',"
					   " 'called') AND voided_at IS NULL"));
}

int64_t walk_any_over(struct walk *walk)
{
	return fixture_number(
	    walk->f, ANY("visit_id", "visit WHERE state IN ('served', 'left')"
				     " AND voided_at IS NULL"));
}

int64_t walk_any_request(struct walk *walk)
{
	return fixture_number(walk->f, ANY("request_id", "request"));
}

int64_t walk_any_handoff(struct walk *walk)
{
	return fixture_number(
	    walk->f, ANY("handoff_id", "handoff WHERE state = 'offered'"));
}

int64_t walk_any_promise(struct walk *walk)
{
	return fixture_number(
	    walk->f, ANY("promise_id", "promise WHERE state = 'open'"));
}

int64_t walk_topic(struct walk *walk)
{
	return walk->f->topics[walk_chance(walk, FIXTURE_TOPIC_COUNT)];
}

int64_t walk_resident(struct walk *walk)
{
	return walk_chance(walk, 2) == 0
		   ? 0
		   : walk->residents[walk_chance(walk, 3)];
}

static bool log_one(struct walk *walk, struct error *err)
{
	char *reference;
	int64_t visit_id;
	bool is_done = desk_log_topic(walk->f->desk, walk_topic(walk),
				      &reference, &visit_id, err);

	free(reference);
	return is_done;
}

static bool join(struct walk *walk, struct error *err)
{
	int64_t visit_id;

	return desk_join_line(walk->f->desk, walk_resident(walk), 0,
			      walk_topic(walk), NULL, &visit_id, err);
}

static bool call(struct walk *walk, struct error *err)
{
	int64_t called;

	return desk_call(walk->f->desk, 0, &called, err);
}

static bool put_back(struct walk *walk, struct error *err)
{
	return desk_put_back(walk->f->desk, walk_any_waiting(walk), err);
}

static bool leave(struct walk *walk, struct error *err)
{
	return desk_left(walk->f->desk,
			 walk_chance(walk, 3) == 0 ? walk_any_open_visit(walk)
						   : walk_any_waiting(walk),
			 err);
}

static void say_something(struct walk *walk, struct contact *contact)
{
	contact->topic_id = walk_topic(walk);
	mem_replace(&contact->words, "Where is the plan check?");
	mem_replace(&contact->concern,
		    walk_chance(walk, 3) == 0 ? "Took a day off work" : NULL);
}

static bool begin(struct walk *walk, struct error *err)
{
	struct visit visit = {.channel = walk_chance(walk, CHANNEL_COUNT)};
	int64_t resident_id = walk_resident(walk);
	bool is_done;

	if (resident_id != 0)
		visit_add_person(&visit, resident_id, 0, PART_THEMSELVES, NULL);
	say_something(walk, visit_add_contact(&visit));
	is_done = desk_begin_visit(walk->f->desk, &visit, 0, err) &&
		  desk_save_visit(walk->f->desk, &visit, err);
	visit_release(&visit);
	return is_done;
}

static bool serve_waiting(struct walk *walk, struct error *err)
{
	struct visit visit = {.visit_id = walk_any_waiting(walk)};
	bool is_done = desk_begin_visit(walk->f->desk, &visit, 0, err);

	visit_release(&visit);
	return is_done;
}

/* Types on: another topic, somebody attached, another request taken up. */
static bool save(struct walk *walk, struct error *err)
{
	struct visit visit;
	bool is_done = desk_get_visit(walk->f->desk, walk_any_open_visit(walk),
				      &visit, err);

	if (is_done) {
		int64_t resident_id = walk_resident(walk);

		if (resident_id != 0 && visit.person_count == 0)
			visit_add_person(&visit, resident_id, 0,
					 PART_THEMSELVES, NULL);
		if (visit.contact_count == 0)
			visit_add_contact(&visit);
		say_something(walk, &visit.contacts[0]);
		if (visit.contact_count == 1 && walk_chance(walk, 3) == 0)
			visit_add_contact(&visit)->request_id =
			    walk_any_request(walk);
		is_done = desk_save_visit(walk->f->desk, &visit, err);
	}
	visit_release(&visit);
	return is_done;
}

static bool hold(struct walk *walk, struct error *err)
{
	return desk_hold_visit(walk->f->desk, walk_any_served_now(walk),
			       "copies", err);
}

static bool resume(struct walk *walk, struct error *err)
{
	return desk_resume_visit(walk->f->desk, walk_any_open_visit(walk), err);
}

static bool put_aside(struct walk *walk, struct error *err)
{
	struct visit visit;
	bool is_done = desk_get_visit(walk->f->desk, walk_any_open_visit(walk),
				      &visit, err) &&
		       desk_put_aside(walk->f->desk, &visit, "{}", err);

	visit_release(&visit);
	return is_done;
}

static bool finish(struct walk *walk, struct error *err)
{
	struct visit visit;
	bool is_done = desk_get_visit(walk->f->desk, walk_any_open_visit(walk),
				      &visit, err);

	if (is_done && visit.contact_count == 0)
		say_something(walk, visit_add_contact(&visit));
	for (size_t i = 0; is_done && i < visit.contact_count; i++) {
		visit.contacts[i].result =
		    (enum result)(1 + walk_chance(walk, RESULT_COUNT - 1));
		mem_replace(&visit.contacts[i].result_text, "the site plan");
	}
	is_done = is_done && desk_finish_visit(walk->f->desk, &visit, 0, err);
	visit_release(&visit);
	return is_done;
}

static bool reopen(struct walk *walk, struct error *err)
{
	return desk_reopen_visit(walk->f->desk, walk_any_over(walk), err);
}

static bool void_one(struct walk *walk, struct error *err)
{
	return desk_void_visit(walk->f->desk, walk_any_visit(walk), "a mistake",
			       err);
}

static bool enter(struct walk *walk, struct error *err)
{
	struct paper paper = paper_served(RESULT_COULD_NOT);

	(void)err;
	paper.resident_id = walk_resident(walk);
	paper.has_left = walk_chance(walk, 4) == 0;
	paper.called_at += walk_chance(walk, 300) * CLOCK_SECOND;
	if (paper.has_left)
		paper.called_at = paper.begun_at = 0;
	paper.channel = walk_chance(walk, CHANNEL_COUNT);
	paper.begun_at = paper.has_left ? 0 : paper.called_at;
	paper_enter(walk->f, &paper, NULL);
	return true;
}

const struct walk_step walk_visits[] = {
    {"log", log_one, false},
    {"join", join, false},
    {"join again", join, false},
    {"call", call, false},
    {"put back", put_back, false},
    {"leave", leave, false},
    {"begin", begin, false},
    {"begin again", begin, false},
    {"serve who waits", serve_waiting, false},
    {"save", save, true},
    {"hold", hold, false},
    {"resume", resume, false},
    {"put aside", put_aside, false},
    {"finish", finish, false},
    {"finish again", finish, false},
    {"reopen", reopen, true},
    {"void", void_one, true},
    {"enter later", enter, true},
};
const size_t walk_visit_count = MEM_COUNT(walk_visits);

void walk_begin(struct walk *walk, struct fixture *fixture)
{
	*walk = (struct walk){.f = fixture, .random = 20261130};
	walk->residents[0] =
	    fixture_resident(fixture, "Ms.", "Elena", "Alvarez");
	walk->residents[1] =
	    fixture_resident(fixture, "Mr.", "Luis", "Alvarez");
	walk->residents[2] = fixture_resident(fixture, NULL, "Li", "Wu");
}

const struct walk_step *walk_step(size_t which)
{
	if (which < walk_visit_count)
		return &walk_visits[which];
	which -= walk_visit_count;
	return which < walk_after_count ? &walk_afters[which] : NULL;
}

size_t walk_choose(struct walk *walk)
{
	return (size_t)walk_chance(walk,
				   (int)(walk_visit_count + walk_after_count));
}

/*
 * demo_city.c - the demo city as a test's store
 */
#include "demo_city.h"

#include "frontdesk/base/settings.h"
#include "frontdesk/desk/init.h"
#include "frontdesk/desk/signin.h"
#include "run.h"

void demo_city_make(struct fixture *fixture, int64_t now)
{
	struct error err = {0};

	fixture->clock.now = now;
	fixture_ok(desk_init_demo(fixture->path, settings_shared_dir(),
				  &fixture->clock.clock, NULL, &err));
	fixture_ok(desk_open(fixture->path, settings_shared_dir(),
			     &fixture->clock.clock, &fixture->desk, &err));
	fixture_ok(desk_sign_in_account(fixture->desk, "nobody", &err));
}

int demo_city_setup(void **state)
{
	fixture_setup_bare(state);
	demo_city_make(*state, FIXTURE_START);
	return 0;
}

void demo_city_open(struct place *place, const char *program)
{
	char path[128];
	struct run run;

	place_open(place);
	run_set_clock(place_path(place, "clock", path, sizeof(path)),
		      FIXTURE_START);
	/* The first command makes it, and nobody is called so. */
	run_program((const char *[]){program, "--demo", "find", "zzz", NULL},
		    NULL, &run);
	run_expect(&run, 1, "", "nothing matches");
}

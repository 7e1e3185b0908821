#include "new_store.h"

#include <pwd.h>
#include <stddef.h>
#include <unistd.h>

#include "run.h"

#define STORE "data/frontdesk/frontdesk.db"
#define KEPT "kept.db"

void new_store_make(struct place *place, const char *program)
{
	const char *const words[] = {"init",
				     "--city",
				     "Mesa Alta",
				     "--zone",
				     "America/Los_Angeles",
				     "--site",
				     "City Hall",
				     "--window",
				     "Window 1",
				     "--supervisor",
				     "M. Hale",
				     "--login",
				     getpwuid(getuid())->pw_name,
				     "--pin-file",
				     "-",
				     NULL};
	char path[128];
	struct run run;

	place_open(place);
	run_set_clock(place_path(place, "clock", path, sizeof(path)),
		      NEW_STORE_NOW);
	run_words(program, "2468\n", words, &run);
	run_expect(&run, 0, "The store lies in", "");
}

static void copy(const struct place *place, const char *from, const char *to)
{
	char source[128], target[128];

	run_copy_file(place_path(place, from, source, sizeof(source)),
		      place_path(place, to, target, sizeof(target)));
}

void new_store_keep(const struct place *place)
{
	copy(place, STORE, KEPT);
}

void new_store_renew(const struct place *place)
{
	copy(place, KEPT, STORE);
}

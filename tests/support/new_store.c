#include "new_store.h"

#include <pwd.h>
#include <stddef.h>
#include <unistd.h>

#include "run.h"

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

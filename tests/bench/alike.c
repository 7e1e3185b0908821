/*
 * alike.c - what is not spelled so, and who may be the same person
 */
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/alike.h"
#include "frontdesk/desk/resident.h"
#include "frontdesk/store/resident.h"
#include "words.h"

enum {
	LISTED = 9 /* as a new resident's form does */
};

/* Sound-alikes of names that many bear: the dearest. */
static const char *const heard[] = {
    "jon smyth",     "garzia maria",  "gonsales",	"mohamet",
    "nguyem thi",    "hernandes jos", "rodrigez luys",	"shultz",
    "jeims smithe",  "wiliams",	      "fernandes mary", "kovalski",
    "martines mari", "lopes gosef",   "zhiang wei",	"chohi min",
};

/* Somebody of the store, as if they were typed anew. */
static void anybody(struct bench *bench, struct resident *out)
{
	struct error err = {0};

	bench_must(
	    resident_get(bench->db,
			 chance_between(&bench->chance, 1, bench->residents),
			 out, &err),
	    &err, "somebody");
	out->resident_id = 0;
}

/* The word with another letter in its middle. */
static char *slipped(const char *word)
{
	char *text = mem_copy(word);
	size_t len = text != NULL ? strlen(text) : 0;

	if (len > 0 && (text[len / 2] & 0x80) == 0)
		text[len / 2] = 'q';
	return text;
}

static void measure_slips(struct bench *bench)
{
	const struct target key = {.p99 = 3000, .growth = 2.5};
	struct samples samples = {0};
	int count = bench_count(bench, 400);

	for (int i = 0; i < count; i++) {
		struct resident resident;
		char *text;

		anybody(bench, &resident);
		text = slipped(resident.name.surname);
		/* What is spelled so is measured in keys.c. */
		if (text != NULL && !bench_key(bench, text, NULL))
			bench_key(bench, text, &samples);
		free(text);
		resident_release(&resident);
	}
	bench_tell(bench, "keystroke, a slip in a surname", &samples, BARE_ROW,
		   &key);
	samples_release(&samples);
}

static void measure_sounds(struct bench *bench)
{
	const struct target key = {.p99 = 5000, .growth = 2.5};
	struct samples samples = {0};
	int count = bench_count(bench, 30);

	for (size_t i = 0; i < MEM_COUNT(heard); i++)
		if (!bench_key(bench, heard[i], NULL))
			for (int round = 0; round < count; round++)
				bench_key(bench, heard[i], &samples);
	bench_tell(bench, "keystroke, common names as they sound", &samples,
		   BARE_ROW, &key);
	samples_release(&samples);
}

static void list(struct bench *bench, const struct resident *resident,
		 struct samples *out)
{
	struct error err = {0};
	struct alike alike;
	int64_t began = samples_now();

	bench_must(desk_list_alike(bench->desk, resident, LISTED, &alike, &err),
		   &err, "who is alike");
	if (out != NULL) {
		samples_add(out, samples_now() - began);
		bare_measure(bench, BARE_ROW);
	}
	alike_release(&alike);
}

static void measure_lists(struct bench *bench)
{
	const struct target key = {.p99 = 5000, .growth = 2.5};
	struct samples samples = {0};
	int count = bench_count(bench, 400);

	for (int i = 0; i < count; i++) {
		struct resident resident;

		anybody(bench, &resident);
		list(bench, &resident, NULL);
		list(bench, &resident, &samples);
		resident_release(&resident);
	}
	bench_tell(bench, "who is like a new resident", &samples, BARE_ROW,
		   &key);
	samples_release(&samples);
}

static void measure_saving(struct bench *bench)
{
	const struct target commit = {.growth = 1.3};
	struct samples samples = {0};
	int count = bench_count(bench, 300);

	for (int i = 0; i < count; i++) {
		struct resident resident = {0};
		struct error err = {0};
		int64_t began;

		words_name(&bench->chance, &resident);
		began = samples_now();
		bench_must(desk_save_resident(bench->desk, &resident, &err),
			   &err, "save a resident");
		samples_add(&samples, samples_now() - began);
		desk_idle(bench->desk);
		bare_measure(bench, BARE_WRITE);
		resident_release(&resident);
	}
	bench_tell(bench, "commit: a new resident", &samples, BARE_WRITE,
		   &commit);
	samples_release(&samples);
}

void measure_alike(struct bench *bench)
{
	measure_slips(bench);
	measure_sounds(bench);
	measure_lists(bench);
	measure_saving(bench);
}

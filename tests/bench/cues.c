/*
 * cues.c - what a cue costs: some twenty people of many languages, each
 * greeted again and again; nobody here exists
 *
 * Counts the program's own allocations: the linker puts the functions below
 * in the place of malloc's (--wrap).
 */
#include "bench.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/core/address.h"

static long allocations;

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *block, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *block, size_t size);

void *__wrap_malloc(size_t size)
{
	allocations++;
	return __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
	allocations++;
	return __real_calloc(count, size);
}

void *__wrap_realloc(void *block, size_t size)
{
	allocations++;
	return __real_realloc(block, size);
}

static const char *const refused[] = {"Mrs.", "Señora"};

static const struct person {
	const char *language;
	enum permission first_name_ok;
	size_t refused_count;
	struct person_name name;
} people[] = {
    {"en",
     PERMISSION_NO,
     0,
     {.title = "Ms.", .given = "Elena", .surname = "Alvarez"}},
    {"en",
     PERMISSION_YES,
     0,
     {.given = "William", .known_as = "Bill", .surname = "Ames"}},
    {"en", PERMISSION_NO, 0, {.given = "Priya", .surname = "Rao"}},
    {"en", PERMISSION_NO, 0, {.surname = "Okafor"}},
    {"en", PERMISSION_NO, 0, {.address_as = "Coach D", .given = "Dan"}},
    {"en",
     PERMISSION_NO,
     0,
     {.rank = "Lt Col",
      .service = "USAF",
      .given = "Kim",
      .surname = "Lee",
      .retired = true}},
    {"en",
     PERMISSION_NO,
     0,
     {.office = "City Council Member", .title = "Dr.", .surname = "Osei"}},
    {"en",
     PERMISSION_NO,
     0,
     {.given = "Robert",
      .legal_given = "Robert",
      .known_as = "Rachel",
      .surname = "Levin"}},
    {"en",
     PERMISSION_NO,
     2,
     {.title = "Mrs.", .given = "Ana", .surname = "Kowalski"}},
    {"es",
     PERMISSION_NO,
     0,
     {.title = "Sr.",
      .given = "Raúl",
      .surname = "García",
      .surname2 = "López",
      .name_locale = "es"}},
    {"es",
     PERMISSION_NO,
     0,
     {.title = "Doña", .given = "Inés", .surname = "Rey"}},
    {"vi",
     PERMISSION_YES,
     0,
     {.title = "Bà",
      .given = "Hoa",
      .given2 = "Thị",
      .surname = "Nguyễn",
      .name_locale = "vi"}},
    {"tl",
     PERMISSION_NO,
     0,
     {.title = "Gng.",
      .given = "Liza",
      .surname_prefix = "de la",
      .surname = "Cruz"}},
    {"zh-TW",
     PERMISSION_NO,
     0,
     {.title = "女士", .given = "美玲", .surname = "陳"}},
    {"ko", PERMISSION_NO, 0, {.title = "님", .given = "민수", .surname = "김"}},
    {"ja", PERMISSION_NO, 0, {.given = "恵子", .surname = "佐藤"}},
    {"ar",
     PERMISSION_NO,
     0,
     {.title = "السيدة", .given = "ليلى", .surname = "الخطيب"}},
    {"fa",
     PERMISSION_NO,
     0,
     {.title = "آقای", .given = "رضا", .surname = "کریمی"}},
    {"ru",
     PERMISSION_NO,
     0,
     {.title = "госпожа",
      .given = "Анна",
      .surname = "Петрова",
      .say_as = "AHN-na",
      .pronouns = "she/her"}},
    {"pa",
     PERMISSION_NO,
     0,
     {.title = "ਸਰਦਾਰ", .given = "ਗੁਰਪ੍ਰੀਤ", .surname = "ਸਿੰਘ"}},
    {"en",
     PERMISSION_NO,
     0,
     {.title = "Mx.", .given = "Sam\xe2\x80\xae", .surname = "Lee"}},
};

/* Everybody once, each at another time of the day. */
static void compose_all(const struct phrases *phrases, struct address *address)
{
	struct error err = {0};

	for (size_t i = 0; i < MEM_COUNT(people); i++) {
		const struct address_request request = {
		    .name = &people[i].name,
		    .first_name_ok = people[i].first_name_ok,
		    .refused_titles = refused,
		    .refused_count = people[i].refused_count,
		    .language = people[i].language,
		    .hour = (int)i,
		};

		bench_must(address_compose(phrases, &request, address, &err),
			   &err, "a cue");
	}
}

/* A sample is the mean of everybody: one cue is shorter than a look at the
 * clock is exact. */
void measure_cues(struct bench *bench)
{
	const struct target cue = {.median = 10, .growth = 1.3};
	int rounds = bench_count(bench, 2000);
	struct samples samples = {0};
	struct address address = {0};
	struct phrases *phrases;
	struct str faults = STR_INIT;
	struct error err = {0};
	long made = 0;

	bench_must(phrases_load(bench->data_dir, &phrases, &faults, &err), &err,
		   "the phrases");
	str_release(&faults);
	compose_all(phrases, &address);
	for (int i = 0; i < rounds; i++) {
		long before = allocations;
		int64_t began = samples_now();

		compose_all(phrases, &address);
		began = samples_now() - began;
		made += allocations - before;
		samples_add(&samples, began / (int64_t)MEM_COUNT(people));
	}
	bench_tell(bench, "a cue, of 21 people by turns", &samples, BARE_NONE,
		   &cue);
	printf("allocations of %zu cues after the first of each: %ld\n",
	       MEM_COUNT(people) * (size_t)rounds, made);
	samples_release(&samples);
	address_release(&address);
	phrases_free(phrases);
}

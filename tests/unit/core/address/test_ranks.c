/*
 * test_ranks.c - every grade of the six services as it is said in person
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "frontdesk/base/mem.h"
#include "said_case.h"

/* One grade: ways of writing it, parted by "|", and what is said. */
struct grade {
	const char *grade, *written, *said;
};

static const struct grade army[] = {
    {"E-1", "Private|PVT|Pvt.", "Private"},
    {"E-2", "Private|PV2", "Private"},
    {"E-3", "Private First Class|PFC|Pfc.", "Private"},
    {"E-4", "Specialist|SPC|Spc.", "Specialist"},
    {"E-4", "Corporal|CPL|Cpl.", "Corporal"},
    {"E-5", "Sergeant|SGT|Sgt.", "Sergeant"},
    {"E-6", "Staff Sergeant|SSG|Staff Sgt.", "Sergeant"},
    {"E-7", "Sergeant First Class|SFC|Sgt. 1st Class", "Sergeant"},
    {"E-8", "Master Sergeant|MSG|Master Sgt.", "Sergeant"},
    {"E-8", "First Sergeant|1SG|1st Sgt.", "First Sergeant"},
    {"E-9", "Sergeant Major|SGM|Sgt. Maj.", "Sergeant Major"},
    {"E-9", "Command Sergeant Major|CSM", "Sergeant Major"},
    {"E-9", "Sergeant Major of the Army|SMA", "Sergeant Major"},
    {"W-1", "Warrant Officer 1|WO1|Warrant Officer", "Warrant Officer"},
    {"W-2", "Chief Warrant Officer 2|CW2|CWO-2", "Chief"},
    {"W-3", "Chief Warrant Officer 3|CW3", "Chief"},
    {"W-4", "Chief Warrant Officer 4|CW4", "Chief"},
    {"W-5", "Chief Warrant Officer 5|CW5", "Chief"},
    {"O-1", "Second Lieutenant|2LT|2nd Lt.|2d Lt", "Lieutenant"},
    {"O-2", "First Lieutenant|1LT|1st Lt.", "Lieutenant"},
    {"O-3", "Captain|CPT|Capt.", "Captain"},
    {"O-4", "Major|MAJ|Maj.", "Major"},
    {"O-5", "Lieutenant Colonel|LTC|Lt. Col.|LtCol", "Colonel"},
    {"O-6", "Colonel|COL|Col.", "Colonel"},
    {"O-7", "Brigadier General|BG|Brig. Gen.", "General"},
    {"O-8", "Major General|MG|Maj. Gen.", "General"},
    {"O-9", "Lieutenant General|LTG|Lt. Gen.", "General"},
    {"O-10", "General|GEN|Gen.", "General"},
};

static const struct grade air_force[] = {
    {"E-1", "Airman Basic|AB", "Airman"},
    {"E-2", "Airman|Amn", "Airman"},
    {"E-3", "Airman First Class|A1C|Airman 1st Class", "Airman"},
    {"E-4", "Senior Airman|SrA", "Airman"},
    {"E-5", "Staff Sergeant|SSgt|Staff Sgt.", "Sergeant"},
    {"E-6", "Technical Sergeant|TSgt|Tech. Sgt.", "Sergeant"},
    {"E-7", "Master Sergeant|MSgt|Master Sgt.", "Sergeant"},
    {"E-8", "Senior Master Sergeant|SMSgt|Senior Master Sgt.", "Sergeant"},
    {"E-8", "First Sergeant|1st Sgt.", "First Sergeant"},
    {"E-9", "Chief Master Sergeant|CMSgt|Chief Master Sgt.", "Chief"},
    {"E-9", "Command Chief Master Sergeant|CCM", "Chief"},
    {"E-9", "Chief Master Sergeant of the Air Force|CMSAF", "Chief"},
    {"W-1", "Warrant Officer 1|WO1", "Warrant Officer"},
    {"W-2", "Chief Warrant Officer 2|CW2", "Chief"},
    {"W-5", "Chief Warrant Officer 5|CW5", "Chief"},
    {"O-1", "Second Lieutenant|2d Lt|2nd Lt.", "Lieutenant"},
    {"O-2", "First Lieutenant|1st Lt", "Lieutenant"},
    {"O-3", "Captain|Capt", "Captain"},
    {"O-4", "Major|Maj", "Major"},
    {"O-5", "Lieutenant Colonel|Lt Col|LtCol", "Colonel"},
    {"O-6", "Colonel|Col", "Colonel"},
    {"O-7", "Brigadier General|Brig Gen", "General"},
    {"O-8", "Major General|Maj Gen", "General"},
    {"O-9", "Lieutenant General|Lt Gen", "General"},
    {"O-10", "General|Gen", "General"},
};

static const struct grade space_force[] = {
    {"E-1", "Specialist 1|Spc1", "Specialist"},
    {"E-2", "Specialist 2|Spc2", "Specialist"},
    {"E-3", "Specialist 3|Spc3", "Specialist"},
    {"E-4", "Specialist 4|Spc4", "Specialist"},
    {"E-5", "Sergeant|Sgt", "Sergeant"},
    {"E-6", "Technical Sergeant|TSgt", "Sergeant"},
    {"E-7", "Master Sergeant|MSgt", "Sergeant"},
    {"E-8", "Senior Master Sergeant|SMSgt", "Sergeant"},
    {"E-9", "Chief Master Sergeant|CMSgt", "Chief"},
    {"E-9", "Chief Master Sergeant of the Space Force|CMSSF", "Chief"},
    {"O-1", "Second Lieutenant|2d Lt", "Lieutenant"},
    {"O-2", "First Lieutenant|1st Lt", "Lieutenant"},
    {"O-3", "Captain|Capt", "Captain"},
    {"O-4", "Major|Maj", "Major"},
    {"O-5", "Lieutenant Colonel|Lt Col", "Colonel"},
    {"O-6", "Colonel|Col", "Colonel"},
    {"O-7", "Brigadier General|Brig Gen", "General"},
    {"O-8", "Major General|Maj Gen", "General"},
    {"O-9", "Lieutenant General|Lt Gen", "General"},
    {"O-10", "General|Gen", "General"},
};

static const struct grade marines[] = {
    {"E-1", "Private|Pvt", "Private"},
    {"E-2", "Private First Class|PFC", "Private First Class"},
    {"E-3", "Lance Corporal|LCpl", "Lance Corporal"},
    {"E-4", "Corporal|Cpl", "Corporal"},
    {"E-5", "Sergeant|Sgt", "Sergeant"},
    {"E-6", "Staff Sergeant|SSgt", "Staff Sergeant"},
    {"E-7", "Gunnery Sergeant|GySgt|Gunnery Sgt.", "Gunnery Sergeant"},
    {"E-8", "Master Sergeant|MSgt", "Master Sergeant"},
    {"E-8", "First Sergeant|1stSgt", "First Sergeant"},
    {"E-9", "Master Gunnery Sergeant|MGySgt", "Master Gunnery Sergeant"},
    {"E-9", "Sergeant Major|SgtMaj", "Sergeant Major"},
    {"E-9", "Sergeant Major of the Marine Corps|SMMC", "Sergeant Major"},
    {"W-1", "Warrant Officer 1|WO1|Warrant Officer", "Warrant Officer"},
    {"W-2", "Chief Warrant Officer 2|CWO2", "Chief Warrant Officer"},
    {"W-3", "Chief Warrant Officer 3|CWO3", "Chief Warrant Officer"},
    {"W-4", "Chief Warrant Officer 4|CWO4", "Chief Warrant Officer"},
    {"W-5", "Chief Warrant Officer 5|CWO5", "Chief Warrant Officer"},
    {"O-1", "Second Lieutenant|2ndLt", "Lieutenant"},
    {"O-2", "First Lieutenant|1stLt", "Lieutenant"},
    {"O-3", "Captain|Capt", "Captain"},
    {"O-4", "Major|Maj", "Major"},
    {"O-5", "Lieutenant Colonel|LtCol", "Colonel"},
    {"O-6", "Colonel|Col", "Colonel"},
    {"O-7", "Brigadier General|BGen", "General"},
    {"O-8", "Major General|MajGen", "General"},
    {"O-9", "Lieutenant General|LtGen", "General"},
    {"O-10", "General|Gen", "General"},
};

/* The Navy's; the Coast Guard has all but W-5. */
static const struct grade navy[] = {
    {"W-5", "Chief Warrant Officer 5|CWO5", "Chief Warrant Officer"},
    {"E-1", "Seaman Recruit|SR", "Seaman"},
    {"E-2", "Seaman Apprentice|SA", "Seaman"},
    {"E-3", "Seaman|SN", "Seaman"},
    {"E-3", "Fireman|FN", "Fireman"},
    {"E-4", "Petty Officer Third Class|PO3", "Petty Officer"},
    {"E-5", "Petty Officer Second Class|PO2", "Petty Officer"},
    {"E-6", "Petty Officer First Class|PO1|Petty Officer 1st Class",
     "Petty Officer"},
    {"E-7", "Chief Petty Officer|CPO", "Chief"},
    {"E-8", "Senior Chief Petty Officer|SCPO|Senior Chief", "Senior Chief"},
    {"E-9", "Master Chief Petty Officer|MCPO", "Master Chief"},
    {"E-9", "Command Master Chief Petty Officer|CMC", "Master Chief"},
    {"W-2", "Chief Warrant Officer 2|CWO2", "Chief Warrant Officer"},
    {"W-3", "Chief Warrant Officer 3|CWO3", "Chief Warrant Officer"},
    {"W-4", "Chief Warrant Officer 4|CWO4", "Chief Warrant Officer"},
    {"O-1", "Ensign|ENS", "Ensign"},
    {"O-2", "Lieutenant Junior Grade|LTJG|Lt. (j.g.)", "Lieutenant"},
    {"O-3", "Lieutenant|LT|Lt.", "Lieutenant"},
    {"O-4", "Lieutenant Commander|LCDR|Lt. Cmdr.", "Commander"},
    {"O-5", "Commander|CDR|Cmdr.", "Commander"},
    {"O-6", "Captain|CAPT|Capt.", "Captain"},
    {"O-7", "Rear Admiral (lower half)|RDML", "Admiral"},
    {"O-8", "Rear Admiral|RADM|Rear Adm.", "Admiral"},
    {"O-9", "Vice Admiral|VADM|Vice Adm.", "Admiral"},
    {"O-10", "Admiral|ADM", "Admiral"},
};

static void expect_written(const char *service, const char *written, size_t len,
			   const char *said, bool is_retired)
{
	char *rank = mem_copy_n(written, len);
	struct str called = STR_INIT;

	str_addf(&called, "%s Kimura", said);
	expect_titled(NAME(.rank = rank, .service = (char *)service,
			   .title = "Ms.", .given = "Aki", .surname = "Kimura",
			   .retired = is_retired),
		      str_text(&called));
	str_release(&called);
	free(rank);
}

/* Active and retired alike: a rank is kept. */
static void expect_grades(const char *service, const struct grade *grades,
			  size_t count)
{
	for (size_t i = 0; i < count; i++) {
		for (const char *form = grades[i].written; *form;) {
			size_t len = strcspn(form, "|");

			expect_written(service, form, len, grades[i].said,
				       false);
			expect_written(service, form, len, grades[i].said,
				       true);
			form += len + (form[len] != '\0');
		}
	}
}

static void the_army_says_a_lieutenant_colonel_colonel(void **state)
{
	(void)state;
	expect_grades("USA", army, MEM_COUNT(army));
}

static void the_air_force_says_a_senior_master_sergeant_sergeant(void **state)
{
	(void)state;
	expect_grades("USAF", air_force, MEM_COUNT(air_force));
}

static void the_space_force_has_specialists_of_four_grades(void **state)
{
	(void)state;
	expect_grades("USSF", space_force, MEM_COUNT(space_force));
}

static void the_marines_say_every_sergeant_in_full(void **state)
{
	(void)state;
	expect_grades("USMC", marines, MEM_COUNT(marines));
}

static void the_navy_and_the_coast_guard_have_chiefs(void **state)
{
	(void)state;
	expect_grades("USN", navy, MEM_COUNT(navy));
	expect_grades("USCG", navy + 1, MEM_COUNT(navy) - 1);
}

static void a_chaplain_is_chaplain_whatever_the_rank(void **state)
{
	static const char *const services[] = {"USA",  "USAF", "USMC", "USN",
					       "USSF", "USCG", NULL};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(services); i++)
		expect_titled(NAME(.chaplain = true, .rank = "Captain",
				   .service = (char *)services[i],
				   .title = "Rev.", .surname = "Ito",
				   .retired = i % 2),
			      "Chaplain Ito");
	expect_titled(NAME(.rank = "Chaplain (Major)", .surname = "Ito"),
		      "Chaplain Ito");
}

/* What all services say alike is said; else nothing is guessed. */
static void without_a_service_a_rank_is_wrong_for_nobody(void **state)
{
	static const struct grade any[] = {
	    {"O-5", "Lt. Col.|LTC|Lt Col", "Colonel"},
	    {"E-8", "Master Sergeant", "Master Sergeant"},
	    {"E-3", "PFC", "Private First Class"},
	    {"W-2", "CW2|CW3|CW4|CW5|CWO", "Chief"},
	    {"E-5", "sgt|SGT.", "Sergeant"},
	    {"O-1", "2nd Lt.|Lt.", "Lieutenant"},
	    {"", "Grand Vizier", "Grand Vizier"},
	    {"", "Battalion Chief", "Chief"},
	};

	(void)state;
	expect_grades(NULL, any, MEM_COUNT(any));
}

static void that_somebody_retired_is_not_said(void **state)
{
	static const struct grade colonels[] = {
	    {"O-6",
	     "COL, USA (Ret.)|Col. (Ret)|Colonel Retired|COL Ret.|col ret|"
	     "Retired Colonel|COL USA (Ret)|COL USA",
	     "Colonel"},
	    {"", "Grand Vizier Ret.", "Grand Vizier Ret."},
	    {"", "Ret.", "Ret."},
	};

	(void)state;
	expect_grades("USA", colonels, MEM_COUNT(colonels));
	expect_grades(NULL, colonels, MEM_COUNT(colonels));
}

static void another_services_grades_are_no_rule(void **state)
{
	static const struct grade navy_only[] = {
	    {"W-5", "CW5|CWO5", "Chief Warrant Officer"},
	    {"W-2", "CW2", "Chief Warrant Officer"},
	    {"W", "CWO|Chief Warrant Officer", "Chief Warrant Officer"},
	    {"E-9", "SEAC", "SEAC"},
	    {"O-5", "LTC", "Lieutenant Colonel"},
	};

	(void)state;
	expect_grades("USN", navy_only, MEM_COUNT(navy_only));
	expect_grades("USMC", navy_only, MEM_COUNT(navy_only) - 1);
}

static void ratings_are_petty_officers_and_chiefs(void **state)
{
	static const struct grade ratings[] = {
	    {"E-4", "HM3|Hospital Corpsman Third Class", "Petty Officer"},
	    {"E-5", "HM2|YN2|BM2|Yeoman 2nd Class", "Petty Officer"},
	    {"E-6", "BM1|Boatswain's Mate First Class", "Petty Officer"},
	    {"E-7", "ETC|Chief Yeoman", "Chief"},
	    {"E-8", "ETCS|CMDCS|Senior Chief Yeoman", "Senior Chief"},
	    {"E-9", "MACM|CMC|Master Chief Boatswain's Mate", "Master Chief"},
	};

	(void)state;
	expect_grades("USN", ratings, MEM_COUNT(ratings));
	expect_grades("USCG", ratings, MEM_COUNT(ratings));
	expect_titled(NAME(.rank = "HM2", .surname = "Lee"),
		      "Petty Officer Lee");
	/* Words are looked for only in a service that has them. */
	expect_titled(NAME(.rank = "Hakim First Class", .surname = "Lee"),
		      "Hakim First Class Lee");
}

static void a_pay_grade_is_no_rank(void **state)
{
	static const char *const grades[] = {"E-7", "E7", "W-2", "O-5", "O-1E"};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(grades); i++)
		expect_titled(NAME(.rank = (char *)grades[i], .service = "USN",
				   .title = "Ms.", .surname = "Lee"),
			      "Ms. Lee");
}

static void a_rank_alone_is_said_alone(void **state)
{
	(void)state;
	expect_titled(NAME(.rank = "LTC", .service = "USA"), "Colonel");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_army_says_a_lieutenant_colonel_colonel),
	    cmocka_unit_test(
		the_air_force_says_a_senior_master_sergeant_sergeant),
	    cmocka_unit_test(the_space_force_has_specialists_of_four_grades),
	    cmocka_unit_test(the_marines_say_every_sergeant_in_full),
	    cmocka_unit_test(the_navy_and_the_coast_guard_have_chiefs),
	    cmocka_unit_test(a_chaplain_is_chaplain_whatever_the_rank),
	    cmocka_unit_test(without_a_service_a_rank_is_wrong_for_nobody),
	    cmocka_unit_test(that_somebody_retired_is_not_said),
	    cmocka_unit_test(another_services_grades_are_no_rule),
	    cmocka_unit_test(ratings_are_petty_officers_and_chiefs),
	    cmocka_unit_test(a_pay_grade_is_no_rank),
	    cmocka_unit_test(a_rank_alone_is_said_alone),
	};

	return cmocka_run_group_tests(tests, said_setup, said_teardown);
}

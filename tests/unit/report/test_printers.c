/*
 * What lpstat says of the printers, read line by line. All printers are
 * invented.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "frontdesk/base/text.h"
#include "frontdesk/report/printers.h"

/* As CUPS 2.4 says it in the C locale, with -e -l -d -a -p. */
static const char answer[] =
    "attic\ncounter\nnetwork_laser\nyard\n"
    "system default destination: counter\n"
    "attic not accepting requests since Mon Nov 30 22:25:21 2026 -\n"
    "\tOut of use\n"
    "counter accepting requests since Mon Nov 30 22:25:21 2026\n"
    "yard accepting requests since Mon Nov 30 22:25:21 2026\n"
    "printer attic is idle.  enabled since Mon Nov 30 22:25:21 2026\n"
    "\tOut of use\n\tForm mounted:\n\tDescription: attic\n\tLocation: \n"
    "printer counter now printing counter-3.  enabled since Mon Nov 30\n"
    "\tForm mounted:\n\tContent types: any\n"
    "\tDescription: Front counter \xc3\xa9\n\tAlerts: none\n"
    "\tLocation: Room 2\n\tUsers allowed:\n\t\t(all)\n"
    "printer yard disabled since Mon Nov 30 22:25:21 2026 -\n"
    "\tpaper \033[7mjam\n\tDescription: Yard\n";

static const struct printer *named(const struct printer_list *list,
				   const char *name)
{
	const struct printer *printer = printer_find(list, name);

	if (printer == NULL)
		fail_msg("there is no %s", name);
	return printer;
}

static void expect_state(const struct printer *printer, const char *words)
{
	struct str state = STR_INIT;

	printer_add_state(printer, &state);
	assert_string_equal(str_text(&state), words);
	str_release(&state);
}

static void each_printer_is_known_as_it_is(void **state)
{
	struct printer_list list;
	const struct printer *printer;

	(void)state;
	printers_parse(answer, &list);
	assert_int_equal(list.count, 4);
	assert_false(list.is_down);
	printer = named(&list, "counter");
	assert_ptr_equal(printer_find(&list, NULL), printer);
	assert_string_equal(printer->description, "Front counter é");
	assert_string_equal(printer->location, "Room 2");
	expect_state(printer, "ready");
	expect_state(named(&list, "attic"), "takes no jobs: Out of use");
	assert_null(named(&list, "attic")->description);
	assert_null(named(&list, "attic")->location);
	expect_state(named(&list, "yard"), "stopped: paper \xef\xbf\xbd[7mjam");
	/* One that the network alone knows has a name and nothing else. */
	expect_state(named(&list, "network_laser"), "ready");
	assert_null(printer_find(&list, "cellar"));
	printer_list_release(&list);
}

static void an_instance_is_its_printer(void **state)
{
	struct printer_list list;

	(void)state;
	printers_parse(answer, &list);
	assert_true(named(&list, "yard/narrow")->is_stopped);
	assert_null(printer_find(&list, "yar"));
	printer_list_release(&list);
}

static void no_printers_and_no_scheduler_are_told_apart(void **state)
{
	struct printer_list list;

	(void)state;
	printers_parse("no system default destination\n"
		       "lpstat: No destinations added.\n",
		       &list);
	assert_int_equal(list.count, 0);
	assert_false(list.is_down);
	printer_list_release(&list);
	printers_parse("lpstat: Scheduler is not running.\n", &list);
	assert_int_equal(list.count, 0);
	assert_true(list.is_down);
	printer_list_release(&list);
	printers_parse("", &list);
	assert_int_equal(list.count, 0);
	printer_list_release(&list);
}

/* Whatever comes, in any part: nothing is read that is not there. */
static void every_beginning_of_an_answer_can_be_read(void **state)
{
	(void)state;
	for (size_t len = 0; len < sizeof(answer); len++) {
		struct printer_list list;
		char part[sizeof(answer)] = "";

		for (size_t i = 0; i < len; i++)
			part[i] = answer[i];
		printers_parse(part, &list);
		assert_true(list.count <= 5);
		printer_list_release(&list);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_printer_is_known_as_it_is),
	    cmocka_unit_test(an_instance_is_its_printer),
	    cmocka_unit_test(no_printers_and_no_scheduler_are_told_apart),
	    cmocka_unit_test(every_beginning_of_an_answer_can_be_read),
	};

	text_locale_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Who is greeted in Spanish is spoken to in Spanish to the end. */
#include "desk_terminal.h"

static struct terminal *open_gonzalez(struct desk_terminal *desk)
{
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "gonz<Enter>");
	terminal_wait_row(terminal, 2, "“Buenas tardes, ");
	terminal_keys(terminal, "do<Enter>");
	terminal_wait_text(terminal, "Neutered");
	return terminal;
}

/* Standard 16. */
static void they_are_thanked_in_the_language_of_the_greeting(void **state)
{
	struct terminal *terminal = open_gonzalez(*state);

	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "What came of it?");
	terminal_wait_row(terminal, 2, "“Gracias, ");
	terminal_keys(terminal, "a<Enter>");
	terminal_wait_text(terminal, "Logged V-");
	terminal_wait_row(terminal, 2, "“Gracias, ");
	terminal_wait_row(terminal, 3, "¿Quiere una tarjeta");
}

/* Standard 13. */
static void a_hand_off_is_explained_in_their_language(void **state)
{
	struct terminal *terminal = open_gonzalez(*state);

	terminal_keys(terminal, "<F7>");
	terminal_wait_row(terminal, 1, "“Todo lo que me contó va incluido.");
	terminal_wait_row(terminal, 2, "“Everything that you told me goes");
	terminal_keys(terminal, "<Enter>check the tag<F9>");
	terminal_wait_text(terminal, "Say: “Tendrá noticias nuestras.”");
	terminal_wait_row(terminal, 2, "“Tendrá noticias nuestras.”");
}

static void a_result_is_said_in_the_other_language_too(void **state)
{
	struct terminal *terminal = open_gonzalez(*state);

	terminal_keys(terminal, "<F9>n");
	terminal_wait_row(terminal, 2, "“Esto se hace en otro lugar.");
	terminal_keys(terminal, "<C-t>");
	terminal_wait_row(terminal, 2, "“This is done elsewhere.");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(they_are_thanked_in_the_language_of_the_greeting),
	    DESK_TEST(a_hand_off_is_explained_in_their_language),
	    DESK_TEST(a_result_is_said_in_the_other_language_too),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}

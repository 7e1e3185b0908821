/* Which number of the day is chosen, and how the keys move on from it. */
#include "day_sheet.h"

#define PAGE 10 /* numbers */

static bool is_same(const struct day_behind *one,
		    const struct day_behind *other)
{
	return one->figure == other->figure && one->part == other->part &&
	       str_same(one->topic, other->topic);
}

/* A number stands in several places, as of how many hand-offs were accepted and
 * of how many of them is the time. */
size_t day_chosen(const struct day_sheets *sheets,
		  const struct day_place *place)
{
	size_t count = day_numbers(sheets), last = count, repeat = 0;

	for (size_t i = 0; i < count; i++) {
		if (!is_same(&day_number_at(sheets, i)->behind, &place->behind))
			continue;
		last = i;
		if (repeat++ == place->repeat)
			return i;
	}
	if (last < count)
		return last;
	return place->index < count ? place->index : count > 0 ? count - 1 : 0;
}

static void choose(const struct day_sheets *sheets, size_t index,
		   struct day_place *out)
{
	*out = (struct day_place){
	    .behind = day_number_at(sheets, index)->behind, .index = index};
	for (size_t i = 0; i < index; i++)
		out->repeat +=
		    is_same(&day_number_at(sheets, i)->behind, &out->behind);
}

/* The first number of the block before or after: a rule stands between. */
static size_t other_block(const struct day_sheets *sheets, size_t from,
			  int step)
{
	size_t count = day_numbers(sheets), at = from;
	int block = day_block(sheets, from);

	do {
		at = step > 0 ? (at + 1) % count : (at + count - 1) % count;
	} while (day_block(sheets, at) == block && at != from);
	block = day_block(sheets, at);
	while (at > 0 && day_block(sheets, at - 1) == block)
		at--;
	return at;
}

static size_t moved(const struct day_sheets *sheets, size_t from,
		    enum action action)
{
	size_t last = day_numbers(sheets) - 1;

	switch (action) {
	case ACTION_UP:
		return from > 0 ? from - 1 : 0;
	case ACTION_DOWN:
		return from < last ? from + 1 : last;
	case ACTION_PAGE_UP:
		return from > PAGE ? from - PAGE : 0;
	case ACTION_PAGE_DOWN:
		return from + PAGE < last ? from + PAGE : last;
	case ACTION_TAB:
		return other_block(sheets, from, 1);
	case ACTION_BACK_TAB:
		return other_block(sheets, from, -1);
	case ACTION_HOME:
		return 0;
	default:
		return last;
	}
}

void day_move_choice(struct day_screen *state, enum action action)
{
	struct day_sheets sheets;

	day_sheets_make(state, &sheets);
	if (day_numbers(&sheets) > 0)
		choose(
		    &sheets,
		    moved(&sheets, day_chosen(&sheets, &state->chosen), action),
		    &state->chosen);
	day_sheets_release(&sheets);
}

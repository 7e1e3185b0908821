/* That a day is closed, by whom and when, and what was remarked. */
#include "closing.h"

#include "frontdesk/base/intl.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"

#define REMARK_ROWS 2 /* each */

static void add_moment(const struct desk *desk, int64_t at, struct str *out)
{
	struct local local;
	char day[24], minute[12];

	desk_local(desk, at, &local);
	local_format_day(&local, day);
	local_format_minute(&local, minute);
	str_addf(out, "%s, %s", day, minute);
}

static void say(const struct desk *desk, const struct corrections *changed,
		struct canvas *canvas, struct area area)
{
	const struct closing *closing = &changed->closing;
	struct str text = STR_INIT, count = STR_INIT;

	str_add(&text, _("Closed "));
	add_moment(desk, closing->closed_at, &text);
	str_addf(&text, _(" by %s. "), closing->closed_by);
	corrections_add_count(changed, &count);
	/* How many stands once more where they are opened. */
	if (text_width(str_text(&text)) + text_width(str_text(&count)) + 3 >
	    area.cols)
		str_add(&text, _("Changed since, see below."));
	else if (count.len > 0)
		str_addf(&text, "%s.", str_text(&count));
	else
		str_add(&text, _("Nothing has changed since."));
	canvas_put(canvas, area.row - 1, 1, area.cols - 2, str_text(&text),
		   STYLE_GOOD);
	str_release(&text);
	str_release(&count);
}

int closing_draw_remarks(const struct desk *desk, const struct closing *closing,
			 struct canvas *canvas, struct area area)
{
	struct str text = STR_INIT;
	int rows = 0;

	for (size_t i = 0; i < closing->count && rows < area.rows; i++) {
		const struct day_remark *remark = &closing->remarks[i];

		str_clear(&text);
		if (remark->is_later) {
			str_add(&text, _("Added "));
			add_moment(desk, remark->noted_at, &text);
			str_addf(&text, _(" by %s: "), remark->staff);
		}
		str_add(&text, remark->text);
		rows += canvas_put_wrapped(
		    canvas, area.row + rows, 3, area.cols - 4, REMARK_ROWS,
		    str_text(&text), remark->is_later ? STYLE_DIM : STYLE_TEXT);
	}
	str_release(&text);
	return rows;
}

int closing_draw(const struct desk *desk, const struct corrections *changed,
		 struct canvas *canvas, struct area area, bool is_said)
{
	const struct closing *closing = &changed->closing;

	if (closing->closing_id == 0)
		return 0;
	if (is_said)
		say(desk, changed, canvas, area);
	return closing_draw_remarks(desk, closing, canvas, area);
}

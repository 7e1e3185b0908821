#include "clock_draw.h"

void clock_draw(const struct desk *desk, struct canvas *canvas,
		struct area area)
{
	struct local now;
	char day[24], minute[12];

	desk_local(desk, desk_now(desk), &now);
	local_format_day(&now, day);
	local_format_minute(&now, minute);
	canvas_putf(canvas, area.row, area.cols - 23, 23, STYLE_TITLE,
		    "%12s  %8s", day, minute);
}

/* Enter on an entry: what waits is settled, what is over is read in full. */
#include "../dialog.h"
#include "history.h"
#include "screens.h"
#include "settle.h"

static void read(struct app *app, const struct history *history,
		 const struct timeline_entry *entry)
{
	struct str text = STR_INIT;

	history_add_entry(history, entry, &text);
	dialog_show(app, _("What was noted"), str_text(&text));
	str_release(&text);
}

void history_open_entry(struct app *app, const struct history *history,
			const struct history_row *row)
{
	const struct timeline_entry *entry = row->entry;

	switch (entry->kind) {
	case TIMELINE_HANDOFF:
		handoff_read_open(app, entry->id);
		return;
	case TIMELINE_PROMISE:
		if (!entry->is_open)
			break;
		settle_promise(app, entry->id, row->request->request_id,
			       entry->text, entry->is_late);
		return;
	case TIMELINE_TOLD:
		if (!entry->is_open)
			break;
		settle_told(app, entry->id, 0, entry->text, NULL);
		return;
	case TIMELINE_VISIT:
	case TIMELINE_ACKNOWLEDGED:
	case TIMELINE_JOINED:
	case TIMELINE_DONE:
	case TIMELINE_TOUCH:
		break;
	}
	read(app, history, entry);
}

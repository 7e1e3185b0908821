/*
 * handoff_deed.h - what may be done with a hand-off that is being read, for
 * handoff_read.c and handoff_deed.c alone
 */
#ifndef FRONTDESK_TUI_SCREENS_HANDOFF_DEED_H
#define FRONTDESK_TUI_SCREENS_HANDOFF_DEED_H

#include "frontdesk/desk/find.h"
#include "handoff.h"
#include "sheet.h"

struct reading {
	struct desk *desk;
	struct handoff handoff;
	struct cue cue; /* of its resident; nothing where there is none */
	bool is_turned; /* ^T: SAY in the other language */
	struct sheet_view *view;
};

/* By how it stands and whose it is. */
enum deed {
	DEED_READ,
	DEED_ACCEPT,
	DEED_RETURN,
	DEED_ALOUD,
	DEED_DELIVER,
	DEED_OFFER,
	DEED_TAKE_BACK,
	DEED_COUNT
};
bool handoff_is_sent_by_me(const struct reading *reading);
bool handoff_can(const struct reading *reading, enum deed deed);

/* What the screen's keys do: any of them to choose from; accept, or take back,
 * whichever it is time for; the same ask to somebody else; said aloud. */
void handoff_choose(struct app *app, struct screen *screen);
void handoff_finish(struct app *app, struct screen *screen);
void handoff_offer_again(struct app *app, struct screen *screen);
void handoff_note_aloud(struct app *app, struct screen *screen);

#endif

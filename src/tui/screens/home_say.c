/* What is said at the desk, once somebody has gone or who is highlighted. */
#include "../dialog.h"
#include "cue_view.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/visit.h"
#include "home.h"

void home_end_moment(struct home *home)
{
	moment_cue_release(&home->moment);
	home->has_moment = false;
}

void home_say(struct app *app, struct moment_cue *cue)
{
	struct screen *screen = app_find(app, &home_class);
	struct home *home = screen ? screen->state : NULL;

	if (!home || (!cue->say && !cue->ask)) {
		moment_cue_release(cue);
		return;
	}
	home_end_moment(home);
	home->moment = *cue;
	home->has_moment = true;
	*cue = (struct moment_cue){0};
	app_draw(app);
}

void home_say_closing(struct app *app, const struct visit *visit)
{
	/* Where there is somebody to take a card along. */
	const struct cue_scene scene = {
	    .kind = SCENE_CLOSING,
	    .can_take_card = visit->channel == CHANNEL_WALK_IN ||
			     visit->channel == CHANNEL_APPOINTMENT,
	};
	struct moment_cue said = {0};
	struct visit_cue cue;
	struct error ignored = {0};

	if (!desk_cue_visit_at(app_desk(app), visit, &scene, &cue, &ignored))
		return;
	said.say = mem_copy(cue.cue.say);
	if (scene.can_take_card)
		said.ask = mem_copy(cue.cue.ask);
	visit_cue_release(&cue);
	home_say(app, &said);
}

/* What is said and asked in its row, and what is left before closing. */
void home_show_cues(struct app *app, struct screen *screen)
{
	const struct home *home = screen->state;
	struct str text = STR_INIT;

	if (home->has_moment)
		cue_view_add_moment(&home->moment, &text);
	else
		cue_view_add(&home->cue, &text);
	cue_view_add_moment(&home->evening, &text);
	dialog_show(app, _("All cues"), str_text(&text));
	str_release(&text);
}

void home_speak(const struct screen *screen, struct str *out)
{
	const struct home *home = screen->state;

	if (home->has_moment && home->moment.say)
		str_add(out, home->moment.say);
	else
		str_add(out, cue_view_say(&home->cue, home->is_turned));
}

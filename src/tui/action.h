/*
 * action.h - what a key can ask for: said once
 *
 * The enum, the ids, the footer, the help and the manual's table of keys all
 * come from this list. Its order is the footer's order. An action without a
 * key is a row of the help, which is the palette and the menu too.
 *
 *   X(enum name, id, key, name, brief, help sentence, synonyms)
 *
 * brief is the footer's word where the line is crowded.
 */
#ifndef FRONTDESK_TUI_ACTION_H
#define FRONTDESK_TUI_ACTION_H

#include <stdbool.h>
#include <stddef.h>

#include "frontdesk/base/intl.h"

/* clang-format off */
#define ACTION_COMMANDS(X)                                                     \
	X(HELP, "help", "F1", N_("Help"), N_("Help"),                          \
	  N_("What every key does; type to search, Enter runs it."),           \
	  "f1 ctrl g commands menu palette keys search")                       \
	X(NEXT, "next", "F2", N_("Next"), N_("Next"),                          \
	  N_("Call the first in line, or the one that is highlighted."),       \
	  "call line queue serve")                                             \
	X(BACK, "back", "F3", N_("Aside"), N_("Aside"),                        \
	  N_("Put this aside; on the desk, return to what was put aside last."), \
	  "back park pause return later leave resume")                         \
	X(CHOOSE, "choose", "F4", N_("Choose"), N_("Choose"),                  \
	  N_("Choose from a list what this field may hold."),                  \
	  "pick list values select")                                           \
	X(HOLD, "hold", "F5", N_("Hold"), N_("Hold"),                          \
	  N_("Put the visit on hold with its reason, or resume it."),          \
	  "wait resume telephone copies colleague")                            \
	X(JOIN, "join", "F6", N_("+1 in line"), N_("+1"),                      \
	  N_("One more person in line, stamped now; the name can come later."), \
	  "arrive queue add line plus one check in")                           \
	X(HAND_OFF, "hand-off", "F7", N_("Hand off"), N_("Hand off"),          \
	  N_("Pass this request on to a person or a department."),             \
	  "transfer pass forward refer")                                       \
	X(PROMISE, "promise", "F8", N_("Promise"), N_("Promise"),              \
	  N_("Note what will be done, by when, and by whom."),                 \
	  "due commit call back deadline")                                     \
	X(FINISH, "finish", "F9", N_("Finish"), N_("Finish"),                  \
	  N_("Finish what is on the screen: log the visit, send, save."),      \
	  "done end log save send close complete")                             \
	X(LISTS, "lists", "F10", N_("Lists"), N_("Lists"),                     \
	  N_("Handed to you, put aside, promises, to tell, to acknowledge, open."), \
	  "inbox open requests promises ideas menu")                           \
	X(PRINT, "print", "^P", N_("Print"), N_("Print"),                      \
	  N_("What the visitor takes home; for a supervisor, the day."),       \
	  "paper slip summary report lp")                                      \
	X(COVER, "cover", "^K", N_("Cover"), N_("Cover"),                      \
	  N_("Hide everything but what to say, until the next key."),          \
	  "hide privacy blank")                                                \
	X(LOCK, "lock", "^Q", N_("Lock"), N_("Lock"),                          \
	  N_("Lock the desk, or change the person who works here."),           \
	  "sign out log off switch user supervisor change person quit")        \
	X(UNDO, "undo", "^Z", N_("Undo"), N_("Undo"),                          \
	  N_("Take back the last thing, or bring back what was put aside."),   \
	  "revert bring back mistake")                                         \
	X(CUES, "cues", "^E", N_("All cues"), N_("Cues"),                      \
	  N_("Everything there is to say, to ask and to know."),               \
	  "say ask know more")                                                 \
	X(LANGUAGE, "language", "^T", N_("Language"), N_("Lang."),             \
	  N_("Show what to say in the other language."),                       \
	  "translate spanish english tongue")                                  \
	X(ADDRESS, "address", "^Y", N_("Address"), N_("Address"),              \
	  N_("Note the answer to \"How may I address you?\""),                  \
	  "title first name permission call mr mrs ms miss mx not refuse "      \
	  "honorific")                                  \
	X(NOBODY_KNEW, "nobody-knew", "^N", N_("Nobody knew"), N_("Nobody"),   \
	  N_("Note a question that nobody here could answer."),                \
	  "unknown question unanswered")                                       \
	X(LOOKED, "looked", "^W", N_("Who looked"), N_("Looked"),              \
	  N_("Who has looked at this record."),                                \
	  "audit openings history privacy")                                    \
	X(TOPICS, "topics", "^O", N_("Topics"), N_("Topics"),                    \
	  N_("The card of what this is about: what to bring, fee, steps."),    \
	  "cards knowledge fee documents")                                     \
	X(RECALL, "recall", "", N_("Call again"), N_("Recall"),                \
	  N_("Call the same visitor once more."),                              \
	  "recall repeat")                                                     \
	X(PUT_BACK, "put-back", "", N_("Put back in line"), N_("Put back"),    \
	  N_("Put the visitor who was called back in line."),                  \
	  "return queue line requeue")                                         \
	X(LEFT, "left", "", N_("Left without being served"), N_("Left"),       \
	  N_("The visitor left before the matter was done."),                  \
	  "gone no show abandoned walked")                                     \
	X(ATTACH, "attach", "", N_("Attach a person"), N_("Attach"),           \
	  N_("Say who the visitor is, or who is with them."),                  \
	  "resident replace add name organisation interpreter beside")         \
	X(PRESENT, "present", "", N_("Who is present"), N_("Present"),         \
	  N_("Everyone who is here: change a part, or take one away."),        \
	  "people parts remove change speaks beside absent")                   \
	X(RECORD, "record", "", N_("Open the record"), N_("Record"),           \
	  N_("The whole record: in a visit, or of whom the desk highlights."), \
	  "resident history person file card whole past")                      \
	X(CHANGE_RECORD, "change-record", "", N_("Change the record"),         \
	  N_("Change"),                                                        \
	  N_("On a resident's record: name, language, how to reach them."),    \
	  "edit correct resident telephone email name")                        \
	X(BEGIN_VISIT, "begin-visit", "", N_("Begin a visit"), N_("Visit"),    \
	  N_("On a resident's record: they stand at the window now."),         \
	  "start new resident serve")                                          \
	X(MERGE, "merge", "", N_("Merge two records"), N_("Merge"),            \
	  N_("On a resident's record: it and another are of one person."),     \
	  "duplicate double twice same join unite")                            \
	X(TAKE_APART, "take-apart", "", N_("Take merged records apart"),       \
	  N_("Apart"),                                                         \
	  N_("On a resident's record: one merged into it is somebody else."),  \
	  "unmerge split separate undo merge")                                 \
	X(NEW_REQUEST, "new-request", "", N_("Another request"), N_("Another"), \
	  N_("The visitor wants something else too."),                         \
	  "add second topic matter")                                           \
	X(OLD_REQUEST, "old-request", "", N_("Return to an old request"),      \
	  N_("Old request"),                                                   \
	  N_("This visit is about a request that exists."),                    \
	  "existing reference again continue")                                 \
	X(COLLEAGUE, "colleague", "", N_("A colleague joins"),                 \
	  N_("Colleague"),                                                     \
	  N_("A colleague comes to the window, or speaks with the visitor."),  \
	  "joins fetch expert window touch warm")                              \
	X(ACCEPTED, "accepted-aloud", "", N_("Note an acceptance read aloud"), \
	  N_("Accepted"),                                                      \
	  N_("Who took it over, what they will do, and by when."),             \
	  "accept hand-off hand off read back telephone planner")              \
	X(CHANNEL, "channel", "", N_("Change the channel"), N_("Channel"),     \
	  N_("Walk-in, telephone, appointment or message."),                   \
	  "phone call message appointment walk-in")                            \
	X(TELEPHONE, "telephone", "", N_("Telephone: answer a call"),          \
	  N_("Call"),                                                          \
	  N_("A call begins now; whoever is served goes on hold meanwhile."),  \
	  "phone ring rings ringing telephone call answer")                    \
	X(ENTER_LATER, "enter-later", "", N_("Enter a visit later"),           \
	  N_("Enter later"),                                                   \
	  N_("A visit that was noted on paper, with its true times."),         \
	  "paper log power cut past afterwards late")                          \
	X(SLIP, "slip", "", N_("Slip for the visitor: print it"), N_("Slip"),  \
	  N_("The reference, what happens next, how to ask; to take home."),   \
	  "reference receipt acknowledge promise hand-off paper take home")    \
	X(CARD, "card", "", N_("Comment card: print it"), N_("Card"),          \
	  N_("Offered at the end: seven sentences to answer, no name asked."), \
	  "feedback survey how did we do paper questionnaire visitor")         \
	X(CARD_BACK, "card-back", "", N_("Comment cards: enter what came back"), \
	  N_("Cards"),                                                         \
	  N_("The reference, seven digits and the comment of each card."),     \
	  "feedback survey answers returned enter")                            \
	X(SAID, "said", "", N_("Note what they said about us"), N_("Said"),    \
	  N_("Praise or criticism that a visitor said aloud, in one line."),   \
	  "feedback comment compliment complaint criticism said aloud")        \
	X(IDEA, "idea", "", N_("Note an idea"), N_("Idea"),                    \
	  N_("How something here could be better or simpler."),                \
	  "suggestion improvement simpler better proposal why always")         \
	X(TO_ANSWER, "to-answer", "", N_("Answer: questions nobody knew"),     \
	  N_("To answer"),                                                     \
	  N_("The list of questions that wait for somebody's answer."),        \
	  "to answer unanswered unknown questions list")                       \
	X(IDEAS, "ideas", "", N_("List of ideas"), N_("Ideas"),                \
	  N_("Every idea, what was said to it, and what became of it."),       \
	  "suggestions improvements read decide list")                         \
	X(THANKS_LIST, "thanks-list", "", N_("List of thanks"),                \
	  N_("Thanks"),                                                        \
	  N_("What colleagues and visitors thanked you for."),                 \
	  "thank praise compliments read list")                                \
	X(THANKS, "thanks", "", N_("Thank a colleague"), N_("Thanks"),         \
	  N_("From a visitor or from you; it is on their desk until read."),   \
	  "thank you praise compliment kudos colleague")                       \
	X(NOT_READ_OUT, "not-read-out", "", N_("Reference not read out"),      \
	  N_("Not read"),                                                      \
	  N_("It could not be read out to them: it stays to be acknowledged."), \
	  "acknowledge receipt number unread")                                 \
	X(DAY, "day", "", N_("The day"), N_("Day"),                            \
	  N_("The figures of the day, with its bars by hour."),                \
	  "summary figures statistics report today")                           \
	X(CALENDAR, "calendar", "", N_("Calendar"), N_("Calendar"),            \
	  N_("Hours, holidays, closures; a supervisor closes a day."),         \
	  "hours holidays closures closed open days business")                 \
	X(BOARD, "board", "", N_("Live board"), N_("Board"),                   \
	  N_("Who waits, who is at which window, what is due; a supervisor's."), \
	  "windows waiting line hold promises overview supervisor")            \
	X(PATTERNS, "patterns", "", N_("Patterns"), N_("Patterns"),            \
	  N_("What several people have in common this week; a supervisor's."), \
	  "same place topic third contact trouble neighbours supervisor")      \
	X(BRIEFING, "briefing", "", N_("Briefing"), N_("Briefing"),            \
	  N_("What to know before the first visitor; each row opens its work."), \
	  "morning who is out stale cards notices closures down today")        \
	X(REOPEN, "reopen", "", N_("Reopen a visit"), N_("Reopen"),            \
	  N_("Today's visits: Enter on one, then b brings it back."),          \
	  "bring back visit request done finished unfinished again")           \
	X(EVENING, "evening", "", N_("The end of the day"), N_("Evening"),     \
	  N_("What is left before closing; each row opens its work."),         \
	  "evening closing left acknowledge tell promises pending")            \
	X(CLOSE_DAY, "close-day", "", N_("Close the day"), N_("Close day"),    \
	  N_("Its figures are kept as they stand, with remarks; a supervisor's."), \
	  "end remark remarks final snapshot evening paper supervisor")        \
	X(AWAY, "away", "", N_("Who is in, who is out"), N_("Who is out"),     \
	  N_("Who is here and until when; note that you are away."),           \
	  "absent absence vacation sick leave out staff directory colleagues") \
	X(NOTICE, "notice", "", N_("A notice for everybody"), N_("Notice"),    \
	  N_("What everybody here must know for now: \"The printer is down.\""), \
	  "down broken system announcement since until tell all")              \
	X(STAFF, "staff", "", N_("Staff"), N_("Staff"),                        \
	  N_("Who works here, and where."),                                    \
	  "people colleagues windows departments users")                       \
	X(VOID, "void", "", N_("Void this visit"), N_("Void"),                 \
	  N_("It was a mistake: it leaves every figure, and stays on record."), \
	  "delete remove mistake cancel")                                      \
	X(QUIT, "quit", "", N_("Leave Frontdesk"), N_("Leave"),                \
	  N_("End the program; what is typed is kept."),                       \
	  "exit close end shut down")                                          \
	X(ESCAPE, "escape", "Esc", N_("Back"), N_("Back"),                     \
	  N_("Clear the search box, leave the dialog, or put the form aside."), \
	  "cancel clear")

#define ACTION_MOVES(X)                                                        \
	X(ENTER, "enter", "Enter", N_("Open"), N_("Open"),                     \
	  N_("Take the highlighted row, or go to the next field."), "")        \
	X(TAB, "tab", "Tab", N_("Next field"), N_("Tab"),                      \
	  N_("Go to the next field or list."), "")                             \
	X(BACK_TAB, "back-tab", "Shift+Tab", N_("Field before"), N_("S-Tab"),  \
	  N_("Go to the field or list before."), "")                           \
	X(UP, "up", "Up", N_("Up"), N_("Up"), N_("One row up."), "")           \
	X(DOWN, "down", "Down", N_("Down"), N_("Down"), N_("One row down."), "") \
	X(LEFTWARD, "leftward", "Left", N_("Left"), N_("Left"),                \
	  N_("One letter to the left."), "")                                   \
	X(RIGHTWARD, "rightward", "Right", N_("Right"), N_("Right"),           \
	  N_("One letter to the right."), "")                                  \
	X(WORD_LEFT, "word-left", "^Left", N_("Word left"), N_("Word left"),   \
	  N_("One word to the left."), "")                                     \
	X(WORD_RIGHT, "word-right", "^Right", N_("Word right"),                \
	  N_("Word right"), N_("One word to the right."), "")                  \
	X(PAGE_UP, "page-up", "PgUp", N_("Page up"), N_("PgUp"),               \
	  N_("One page up."), "")                                              \
	X(PAGE_DOWN, "page-down", "PgDn", N_("Page down"), N_("PgDn"),         \
	  N_("One page down."), "")                                            \
	X(HOME, "home", "Home", N_("Start"), N_("Home"),                       \
	  N_("The start of the field or list."), "")                           \
	X(END, "end", "End", N_("End"), N_("End"),                             \
	  N_("The end of the field or list."), "")                             \
	X(BACKSPACE, "backspace", "Backspace", N_("Rub out"), N_("Rub out"),   \
	  N_("Take away the letter before the cursor."), "")                   \
	X(DELETE, "delete", "Delete", N_("Delete"), N_("Delete"),              \
	  N_("Take away the letter at the cursor."), "")                       \
	X(CLEAR, "clear", "^U", N_("Clear the field"), N_("Clear"),            \
	  N_("Empty the field."), "")                                          \
	X(REDRAW, "redraw", "^L", N_("Draw again"), N_("Draw"),                \
	  N_("Draw the whole screen again where the terminal garbled it."), "")
/* clang-format on */

enum action {
	ACTION_NONE,
#define ACTION_ENUM(name, id, key, label, brief, help, synonyms) ACTION_##name,
	ACTION_COMMANDS(ACTION_ENUM) ACTION_MOVES(ACTION_ENUM)
#undef ACTION_ENUM
	    ACTION_COUNT
};

/* Commands come first: an action below this moves or edits. */
#define ACTION_IS_COMMAND(action)                                              \
	((action) > ACTION_NONE && (action) <= ACTION_ESCAPE)

struct action_info {
	const char *id;
	const char *key;   /* as the footer shows it; "" for none */
	const char *name;  /* untranslated: show it through _() */
	const char *brief; /* the same in a crowded footer */
	const char *help;
	const char *synonyms;
};

/* Static; for ACTION_NONE all is "". */
const struct action_info *action_info(enum action action);

/* The action with this id, or ACTION_NONE. */
enum action action_find(const char *id);

/*
 * How well what was typed meets the action: 0 for not at all, more for the
 * key or the start of the name than for a word of the name, the synonyms or
 * the help. Every word typed must begin a word. "" meets all alike.
 */
int action_match(enum action action, const char *typed);

#endif

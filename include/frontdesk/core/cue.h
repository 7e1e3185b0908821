/*
 * cue.h - what the screen tells the clerk to SAY, ASK or KNOW
 *
 * The sentences stand in data/cues/cues.tsv and, of the city's own, in city.tsv
 * beside it: each with its moment, what must be so, and how urgent it is. Pure:
 * what is so is given as a frame.
 */
#ifndef FRONTDESK_CORE_CUE_H
#define FRONTDESK_CORE_CUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "frontdesk/base/str.h"

enum cue_kind { CUE_SAY, CUE_ASK, CUE_KNOW, CUE_KIND_COUNT };

/* MOMENT(suffix, name) */
#define CUE_MOMENTS(MOMENT)                                                    \
	MOMENT(OPENING, "opening") /* the window, first thing */               \
	MOMENT(JOINING, "joining") /* somebody joins the line */               \
	MOMENT(FINDING, "finding") /* a row of the desk, before a visit */     \
	MOMENT(GREETING, "greeting")                                           \
	MOMENT(TELEPHONE, "telephone")                                         \
	MOMENT(ASKING, "asking") /* required questions are open */             \
	MOMENT(ACTING, "acting") /* all of them were asked */                  \
	MOMENT(NO, "no")	 /* the answer is no */                        \
	MOMENT(PROMISING, "promising")                                         \
	MOMENT(HANDING_OFF, "handing-off")                                     \
	MOMENT(HANDED_OFF, "handed-off")                                       \
	MOMENT(WAITED, "waited") /* for longer than the site's target */       \
	MOMENT(AGAIN, "again")	 /* third contact for the same thing */        \
	MOMENT(CLOSING, "closing")                                             \
	MOMENT(EVENING, "evening") /* before the doors close */

enum cue_moment {
#define CUE_MEMBER(suffix, name) CUE_AT_##suffix,
	CUE_MOMENTS(CUE_MEMBER)
#undef CUE_MEMBER
	    CUE_MOMENT_COUNT
};

/* CONDITION(suffix, name) */
#define CUE_CONDITIONS(CONDITION)                                              \
	CONDITION(NAMED, "named")	      /* somebody known is here */     \
	CONDITION(NO_TITLE, "no-title")	      /* and not asked yet */          \
	CONDITION(UNGREETED, "more-here")     /* than are greeted */           \
	CONDITION(FIRST_VISIT, "first-visit") /* the record is of today */     \
	CONDITION(INTERPRETER, "interpreter") /* they need one */              \
	CONDITION(LANGUAGE, "language")	      /* theirs is not the desk's */   \
	CONDITION(SPEAKS, "speaks-it")	      /* this clerk does */            \
	CONDITION(COLLEAGUE, "colleague-speaks")                               \
	CONDITION(COLLEAGUES, "colleagues-speak") /* more than one */          \
	CONDITION(SPOKE, "speaks-for")		  /* noted in another visit */ \
	CONDITION(TOPIC, "topic")                                              \
	CONDITION(QUESTION, "question") /* one is not answered */              \
	CONDITION(ASKED, "all-asked")	/* and there are some */               \
	CONDITION(STALE, "stale")	/* the card */                         \
	CONDITION(UNVERIFIED, "never-verified")                                \
	CONDITION(OTHER_WAYS, "other-ways")                                    \
	CONDITION(MATTER, "matter")	  /* the visit is about it */          \
	CONDITION(OPEN, "open-matter")	  /* theirs, of any topic */           \
	CONDITION(OTHER, "other-matter")  /* each but the visit's */           \
	CONDITION(RETURNING, "returning") /* second contact or more */         \
	CONDITION(THIRD, "third-contact")                                      \
	CONDITION(PROMISED, "promised")                                        \
	CONDITION(LATE, "late")	    /* and its hour is over */                 \
	CONDITION(MISSED, "missed") /* and nobody has said so */               \
	CONDITION(APOLOGY, "sorry") /* late or missed, of any */               \
	CONDITION(TO_TELL, "to-tell")                                          \
	CONDITION(CONCERN, "concern")	      /* said earlier */               \
	CONDITION(OFFERED, "offered")	      /* not accepted yet */           \
	CONDITION(OFFERED_NOW, "offered-now") /* in this visit */              \
	CONDITION(PASSED, "passed")	      /* a colleague has it */         \
	CONDITION(SECOND_HOP, "second-hop")                                    \
	CONDITION(PATTERN, "pattern")	    /* others came about it */         \
	CONDITION(SAME_PLACE, "same-place") /* and not only its topic */       \
	CONDITION(SETTLED, "settled")	    /* all of it is */                 \
	CONDITION(COULD_NOT, "could-not")                                      \
	CONDITION(NOT_OURS, "not-ours")                                        \
	CONDITION(COME_BACK, "come-back")                                      \
	CONDITION(DUE, "hour-given") /* by when is known */                    \
	CONDITION(CLOSED, "closed")  /* the site, at that hour */              \
	CONDITION(OWNER_LATE,                                                  \
		  "owner-late") /* many promises, of who keeps it */           \
	CONDITION(COLLEAGUE_KEEPS, "colleague-keeps") /* not this clerk */     \
	CONDITION(ANEW, "anew") /* a promise that stands is renewed */         \
	CONDITION(CARD, "card") /* one can be printed */                       \
	CONDITION(TO_ACKNOWLEDGE, "to-acknowledge")                            \
	CONDITION(CALL, "call")		/* by telephone */                     \
	CONDITION(SIMILAR, "similar")	/* not spelled as it was typed */      \
	CONDITION(NAMESAKE, "namesake") /* another bears the name; which: */   \
	CONDITION(STREET, "street-apart")                                      \
	CONDITION(TELEPHONE, "telephone-apart")                                \
	CONDITION(ORGANISATION, "organisation-apart")

enum cue_condition {
#define CUE_MEMBER(suffix, name) CUE_IF_##suffix,
	CUE_CONDITIONS(CUE_MEMBER)
#undef CUE_MEMBER
	    CUE_CONDITION_COUNT
};

/* PLACE(suffix, name): {name} in a text. */
#define CUE_PLACES(PLACE)                                                      \
	PLACE(GREETING, "greeting") /* "Good afternoon, Ms. Garcia." */        \
	PLACE(CLOSE, "close")	    /* "Thank you, Ms. Garcia." */             \
	PLACE(ADDRESS, "address")   /* how they wish to be addressed */        \
	PLACE(QUESTION, "question") /* the topic's next */                     \
	PLACE(TOPIC, "topic")	    /* "fence permit", in a sentence */        \
	PLACE(TITLE, "title")	    /* "Fence permit", of a list */            \
	PLACE(DAY, "day")	    /* that was missed, spoken: "Friday" */    \
	PLACE(PROMISE, "promise")   /* "Plan check" */                         \
	PLACE(DUE, "due")	    /* "Fri Nov 20" */                         \
	PLACE(MISSED, "missed")	    /* the day that was missed, of a list */   \
	PLACE(CONTACT, "contact")   /* "4th contact" */                        \
	PLACE(NEWS, "news")	    /* the result that is to tell */           \
	PLACE(CONCERN, "concern")                                              \
	PLACE(DEPARTMENT, "department")                                        \
	PLACE(SINCE, "since")	      /* "Nov 18" */                           \
	PLACE(COLLEAGUE, "colleague") /* "Mr. Osei in until 4 pm" */           \
	PLACE(BRING, "bring")                                                  \
	PLACE(FEE, "fee")                                                      \
	PLACE(TELEPHONE, "telephone") /* where the card has neither of both */ \
	PLACE(VERIFIED, "verified")   /* "Aug 12" */                           \
	PLACE(VERIFIER, "verifier")   /* "K. Osei" */                          \
	PLACE(WAYS, "ways")	      /* the other ways */                     \
	PLACE(WHERE, "where")	      /* where instead */                      \
	PLACE(ALTERNATIVE, "alternative")                                      \
	PLACE(APPEAL, "appeal")                                                \
	PLACE(LANGUAGE, "language") /* "español" */                           \
	PLACE(SPEAKERS, "speakers") /* "Ms. Kim at Window 3" */                \
	PLACE(SPEAKER, "speaker")   /* who spoke for somebody */               \
	PLACE(WHOSE, "whose")	    /* for whom */                             \
	PLACE(WHAT, "what")	    /* what for */                             \
	PLACE(NOTED, "noted")	    /* "by A. Ruiz Nov 18" */                  \
	PLACE(OWNER, "owner")	    /* of the topic, or of a promise */        \
	PLACE(COUNT, "count") /* how many are late, to acknowledge … */      \
	PLACE(HOP, "hop")     /* the number of this one */                     \
	PLACE(NAMESAKE, "namesake") /* "Maria Garcia" */                       \
	PLACE(STREET, "street")	    /* "Ironwood Ave", of the namesake */

enum cue_place {
#define CUE_MEMBER(suffix, name) CUE_PUT_##suffix,
	CUE_PLACES(CUE_MEMBER)
#undef CUE_MEMBER
	    CUE_PLACE_COUNT
};

#define CUE_BIT(number) (UINT64_C(1) << (number))

struct cue_wording {
	char language[16];
	char *text;
	bool is_own; /* the city's */
};

/* One cue of the table, in every language that it has. */
struct cue_rule {
	char *name;
	int standard;	      /* 1 to 16 */
	uint64_t moments;     /* CUE_BIT of each */
	uint64_t needs, bars; /* conditions that hold, and that do not */
	enum cue_kind kind;
	int urgency;
	bool is_own;		      /* a row of the city's has it */
	struct cue_wording *wordings; /* none: it is silent */
	size_t wording_count;
};

struct cue_table {
	struct cue_rule *rules;
	size_t count;
	bool is_whole; /* not the cues of one moment alone */
};

/*
 * Reads cues/cues.tsv and, where the city has one, cues/city.tsv. A row of it
 * adds a cue, or changes the one of that name: everything but its texts in
 * other languages; "-" as its kind or text silences it. A row that is wrong is
 * left out and adds a line to faults, "path:line: what is wrong".
 */
void cue_table_load(const char *data_dir, struct cue_table *out,
		    struct str *faults);
/* Those of one moment, for the first screen: what it does not need is not read,
 * and what is wrong is told when all of it is. */
void cue_table_load_of(const char *data_dir, enum cue_moment moment,
		       struct cue_table *out);
void cue_table_release(struct cue_table *table);

/* What is so. A frame of which CUE_IF_OTHER holds is seen by cues alone that
 * name other-matter, and those see no other frame. Texts are borrowed. */
struct cue_frame {
	uint64_t holds;			     /* CUE_BIT of each condition */
	const char *places[CUE_PLACE_COUNT]; /* NULL or "": nothing to say */
};
void cue_hold(struct cue_frame *frame, enum cue_condition condition,
	      bool holds);

/* What is shown: a cue, whose it is, and its text. */
struct cue_line {
	const struct cue_rule *rule;
	const struct cue_frame *frame;
	char *text;
};
struct cue_lines {
	struct cue_line *items; /* the most urgent first */
	size_t count;
};

/* Every cue of these moments whose conditions hold, and whose places have
 * something to say, in the language or else in English. Borrows table and
 * frames. */
void cue_choose(const struct cue_table *table, uint64_t moments,
		const struct cue_frame *frames, size_t count,
		const char *language, struct cue_lines *out);
void cue_lines_release(struct cue_lines *lines);

/* The most urgent of its kind, or NULL. Borrowed. */
const struct cue_line *cue_first(const struct cue_lines *lines,
				 enum cue_kind kind);

/* The same of one frame and one kind alone: the cue, or NULL. Its text, in the
 * language or else in English, replaces what stands in *out. */
const struct cue_rule *cue_pick(const struct cue_table *table, uint64_t moments,
				const struct cue_frame *frame,
				enum cue_kind kind, const char *language,
				struct str *out);

/* Whether {name} is a place in it, in any language. */
bool cue_has_place(const struct cue_rule *rule, enum cue_place place);

/*
 * The text of a cue in this language alone, with its places filled in. A part
 * in [ ] is left out where a place in it has nothing to say; false where one
 * outside has, or there are no words in the language. Adds to out.
 */
bool cue_word(const struct cue_rule *rule, const struct cue_frame *frame,
	      const char *language, struct str *out);

#endif

/*
 * document_words.h - the words by which the operations of a document are known
 * to the program and to the one that sets pages
 */
#ifndef DOCUMENT_WORDS_H
#define DOCUMENT_WORDS_H

#define DOCUMENT_FORM "frontdesk-document"
#define DOCUMENT_VERSION                                                       \
	"1" /* another one where a word changes its meaning                    \
	     */

#define DOCUMENT_ABOUT "about"
#define DOCUMENT_TITLE "title"
#define DOCUMENT_WARNING "warning"
#define DOCUMENT_LEAD "lead"
#define DOCUMENT_PARAGRAPH "paragraph"
#define DOCUMENT_NOTE "note"
#define DOCUMENT_HEADING "heading"
#define DOCUMENT_LABEL "label"
#define DOCUMENT_RULE "rule"
#define DOCUMENT_PAGE "page"
#define DOCUMENT_FIELD "field"
#define DOCUMENT_REFERENCE "reference"
#define DOCUMENT_GAP "gap"
#define DOCUMENT_BLANK "blank"
#define DOCUMENT_ROOM "room"
#define DOCUMENT_ITEM "item"
#define DOCUMENT_DETAIL "detail"
#define DOCUMENT_TABLE "table"
#define DOCUMENT_HEAD "head"
#define DOCUMENT_ROW "row"
#define DOCUMENT_CHART "chart"
#define DOCUMENT_BAR "bar"
#define DOCUMENT_END "end"

#endif

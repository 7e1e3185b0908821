/*
 * decode_action.h - what the bytes of a key mean; ACTION_NONE: nothing
 */
#ifndef FRONTDESK_TUI_DECODE_ACTION_H
#define FRONTDESK_TUI_DECODE_ACTION_H

#include "action.h"

/* Ctrl and a letter, Enter, Tab, Backspace: a byte below 32, or DEL. */
enum action decode_control(unsigned char byte);

/* F1 to F10; others are nobody's. */
enum action decode_function(int number);

/* The final letter of ESC O x and ESC [ x; modifier as xterm has it, 0: none.
 */
enum action decode_letter(char letter, int modifier);

/* The number of ESC [ n ~ as the VT220 has it. */
enum action decode_number(int number, int modifier);

#endif

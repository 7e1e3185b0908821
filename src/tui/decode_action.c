/* Which action a control byte, a function key or a cursor key stands for. */
#include "decode_action.h"

#include "frontdesk/base/mem.h"

enum action decode_control(unsigned char byte)
{
	static const enum action actions[32] = {
	    ['\b'] = ACTION_BACKSPACE,
	    ['\t'] = ACTION_TAB,
	    ['\n'] = ACTION_ENTER,
	    ['\r'] = ACTION_ENTER,
	    ['E' - '@'] = ACTION_CUES,
	    ['G' - '@'] = ACTION_HELP,
	    ['K' - '@'] = ACTION_COVER,
	    ['L' - '@'] = ACTION_REDRAW,
	    ['N' - '@'] = ACTION_NOBODY_KNEW,
	    ['O' - '@'] = ACTION_TOPICS,
	    ['P' - '@'] = ACTION_PRINT,
	    ['Q' - '@'] = ACTION_LOCK,
	    ['T' - '@'] = ACTION_LANGUAGE,
	    ['U' - '@'] = ACTION_CLEAR,
	    ['W' - '@'] = ACTION_LOOKED,
	    ['Y' - '@'] = ACTION_ADDRESS,
	    ['Z' - '@'] = ACTION_UNDO,
	};

	return byte == 0x7f ? ACTION_BACKSPACE : actions[byte];
}

enum action decode_function(int number)
{
	static const enum action actions[] = {
	    ACTION_NONE,    ACTION_HELP,   ACTION_NEXT,	 ACTION_BACK,
	    ACTION_CHOOSE,  ACTION_HOLD,   ACTION_JOIN,	 ACTION_HAND_OFF,
	    ACTION_PROMISE, ACTION_FINISH, ACTION_LISTS,
	};

	if (number < 1 || (size_t)number >= MEM_COUNT(actions))
		return ACTION_NONE;
	return actions[number];
}

enum action decode_letter(char letter, int modifier)
{
	bool is_word = modifier == 5 || modifier == 3;

	switch (letter) {
	case 'A':
		return ACTION_UP;
	case 'B':
		return ACTION_DOWN;
	case 'C':
		return is_word ? ACTION_WORD_RIGHT : ACTION_RIGHTWARD;
	case 'D':
		return is_word ? ACTION_WORD_LEFT : ACTION_LEFTWARD;
	case 'H':
		return ACTION_HOME;
	case 'F':
		return ACTION_END;
	case 'M':
		return ACTION_ENTER; /* of the keypad */
	case 'Z':
		return ACTION_BACK_TAB;
	case 'P':
	case 'Q':
	case 'R':
	case 'S':
		/* With Shift or Ctrl it is another key: F13 and on. */
		return modifier > 1 ? ACTION_NONE
				    : decode_function(letter - 'P' + 1);
	default:
		return ACTION_NONE;
	}
}

enum action decode_number(int number, int modifier)
{
	switch (number) {
	case 1:
	case 7:
		return ACTION_HOME;
	case 4:
	case 8:
		return ACTION_END;
	case 3:
		return ACTION_DELETE;
	case 5:
		return ACTION_PAGE_UP;
	case 6:
		return ACTION_PAGE_DOWN;
	default:
		break;
	}
	if (modifier > 1)
		return ACTION_NONE;
	if (number >= 11 && number <= 15)
		return decode_function(number - 10);
	if (number >= 17 && number <= 21)
		return decode_function(number - 11);
	return ACTION_NONE;
}

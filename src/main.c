#include "program.h"

int main(int argc, char **argv)
{
	return program_run(clock_system(), argc, argv);
}

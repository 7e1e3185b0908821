#!/usr/bin/env python3
"""Choose the cases that the tests run, from CLDR's test files.

    choose_cases.py FORMAT-NAMES FOLDER > cases.tsv

For each locale and each form (order, length, usage, formality) one name, each
form with another name of the locale; of each eight forms one is left out, and
of the rest each fourth asks for the order that follows from the name's locale,
where the file has such a case. A case that the formatter writes otherwise is
passed over; docs/addressing.md says which they are. The choice is the same
each time.
"""
import subprocess
import sys

HEAD = """\
# Chosen by choose_cases.py from CLDR's test files for person names (npm cldr 8.0.0,
# common/testData/personNameTest); see LICENSE-Unicode-3.0.txt.
# A request as in tests/support/name_case.h, and what is expected.
"""


def cases(program, folder, *options):
    out = subprocess.run([program, *options, '--cases', folder], check=True,
                         capture_output=True).stdout
    lines = out.decode().splitlines()
    requests = ''.join(line.rsplit('\t', 1)[0] + '\n' for line in lines)
    answers = subprocess.run([program], input=requests.encode(), check=True,
                             capture_output=True).stdout.decode().splitlines()
    return [line for line, answer in zip(lines, answers)
            if line.rsplit('\t', 1)[1] == answer]


def by_form(lines):
    forms = {}
    for line in lines:
        columns = line.split('\t')
        forms.setdefault((columns[0], *columns[1:5]), []).append(line)
    return forms


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    forced = by_form(cases(*sys.argv[1:]))
    derived = by_form(cases(*sys.argv[1:], '--derive-order'))
    chosen = []
    locales = {}
    for locale, *_ in forced:
        locales.setdefault(locale, len(locales))
    for number, (form, lines) in enumerate(forced.items()):
        if (number + locales[form[0]]) % 8 == 0:
            continue
        other = derived.get((form[0], '', *form[2:]))
        if number % 4 == 0 and other:
            lines = other
        chosen.append(lines[(number + locales[form[0]]) % len(lines)])
    sys.stdout.write(HEAD + ''.join(line + '\n' for line in chosen))


main()

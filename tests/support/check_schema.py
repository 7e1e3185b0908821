# check_schema.py SCHEMA [--lines] - holds the JSON on standard input, or each of
# its lines, against a schema: a line for each thing that is wrong, with its
# place; status 3 where there is. A schema that lets further keys pass is no
# schema here.
import json
import sys

from jsonschema import Draft202012Validator


def once(pairs):
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def loose(schema, place):
    """Where an object's keys are told and others let in all the same."""
    if isinstance(schema, list):
        for number, part in enumerate(schema):
            yield from loose(part, f"{place}[{number}]")
    elif isinstance(schema, dict):
        if isinstance(schema.get("properties"), dict):
            if schema.get("additionalProperties") is not False:
                yield f"{place} lets other keys in"
            if not schema.get("required"):
                yield f"{place} needs no key"
        for key, part in schema.items():
            if key not in ("if", "required", "enum"):
                yield from loose(part, f"{place}.{key}")


def documents():
    if sys.argv[2:] != ["--lines"]:
        yield "", json.load(sys.stdin, object_pairs_hook=once)
        return
    for number, line in enumerate(sys.stdin, start=1):
        yield f"{number}: ", json.loads(line, object_pairs_hook=once)


with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
Draft202012Validator.check_schema(schema)
for complaint in loose(schema, "$"):
    sys.exit(f"{sys.argv[1]}: {complaint}")
validator = Draft202012Validator(schema)
is_wrong = False
for where, document in documents():
    for error in validator.iter_errors(document):
        print(f"{where}{error.json_path}: {error.message}")
        is_wrong = True
sys.exit(3 if is_wrong else 0)

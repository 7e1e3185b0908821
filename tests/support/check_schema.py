# check_schema.py SCHEMA - holds the JSON on standard input against a schema:
# a line for each thing that is wrong, with its place; status 3 where there is.
import json
import sys

from jsonschema import Draft202012Validator


def once(pairs):
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
Draft202012Validator.check_schema(schema)
document = json.load(sys.stdin, object_pairs_hook=once)
wrong = list(Draft202012Validator(schema).iter_errors(document))
for error in wrong:
    print(f"{error.json_path}: {error.message}")
sys.exit(3 if wrong else 0)

"""JSON texts, most of them damaged, and the CSV that Python 3 makes of them.

    python3 json_rows.py > json_rows.csv

Columns: the text, and its CSV, both in hexadecimal, so that any character may stand in them; `-` for
a text that `json` (Python 3) refuses, or that holds other things than flat records with single keys.
"""

import csv
import io
import json
import random

WHOLE = [
    '[{"a": -1.5e3, "b": "x\\u00e9\\n"},\n {"a": null, "c": [true, {}]}, {"b": "p, \\"q\\"", "a": 0.10}]',
    '{"count": 2, "data": [{"a": 1, "b": "\\ud83d\\ude00"}, {"b": false, "a": 20}], "error": ""}',
    '{"a": 1, "b": "x"}\n{"a": 22, "d": {"e": [1, [], {"f": null}]}}\n',
]
MARKS = '{}[],:"0e-. \\n1tu'


def refuse(*_):
    raise ValueError


def single(pairs):
    if len({key for key, _ in pairs}) < len(pairs):
        refuse()
    return dict(pairs)


def values(text):
    decoder = json.JSONDecoder(
        parse_float=str, parse_int=str, parse_constant=refuse, object_pairs_hook=single)
    text = text.lstrip(" \t\r\n")
    while text:
        value, end = decoder.raw_decode(text)
        yield value
        text = text[end:].lstrip(" \t\r\n")


def records(text):
    found = list(values(text))
    if isinstance(found[0], list):
        if len(found) > 1:
            refuse()
        found = found[0]
    else:
        name = next((k for k, v in found[0].items() if v and isinstance(v, list) and isinstance(v[0], dict)), None)
        if name is not None:
            if len(found) > 1 or found[0].get("error"):
                refuse()
            found = found[0][name]
    if not found or not all(isinstance(record, dict) for record in found):
        refuse()
    return found


def table(text):
    rows = records(text)
    flat = [{k: v for k, v in row.items() if not isinstance(v, (list, dict))} for row in rows]
    names = list(dict.fromkeys(k for row in flat for k in row))
    if not names:
        refuse()
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(names)
    for row in flat:
        row = [row.get(name) for name in names]
        writer.writerow(["" if v is None else str(v).lower() if isinstance(v, bool) else v for v in row])
    if "\0" in out.getvalue():
        refuse()
    return out.getvalue().encode()


def verdict(text):
    try:
        return table(text).hex()
    except (ValueError, AttributeError, IndexError):
        return "-"


random.seed(1)
print("text,csv")
for number in range(240):
    text = WHOLE[number % 3]
    for _ in range(0 if number < 3 else random.choice([1, 1, 2])):
        place = random.randrange(1, len(text))
        kind = random.randrange(3)
        text = text[:place] + (random.choice(MARKS) if kind else "") + text[place + (kind < 2):]
    print(text.encode().hex(), verdict(text), sep=",")

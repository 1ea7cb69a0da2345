"""Validates reports with a validator that is not ours, and checks what a schema can't say.

Usage: validate_report.py SCHEMA REPORT...    Exit status 1 when anything is wrong, with a line for each fault.
"""

import json
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    sys.exit("Python's jsonschema is missing: install the Debian package python3-jsonschema")


def unique_keys(pairs):
    keys = [key for key, _ in pairs]
    if len(keys) != len(set(keys)):
        raise ValueError(f"a key is there twice: {keys}")
    return dict(pairs)


def not_a_number(name):
    raise ValueError(f"{name} is not JSON")


def faults(report):
    """What is wrong with a report that the schema finds right."""
    text = report["article"]["text"]
    sections = report["sections"]
    end = 0
    for number, section in enumerate(sections):
        if section["index"] != number:
            yield f"section {number} has index {section['index']}"
        if section["start"] != end:
            yield f"section {number} starts at {section['start']}, the one before ends at {end}"
        end = section["end"]
        if end < section["start"]:
            yield f"section {number} ends before it starts"
        heading = section["heading"]
        if heading is not None and heading not in text[section["start"] : end]:
            yield f"section {number} does not hold its heading"
    if sections and end != len(text):
        yield f"the last section ends at {end}, the text at {len(text)}"

    def place_faults(place, what):
        if not place["start"] < place["end"] <= len(text):
            yield f"{what}: {place['start']}:{place['end']} is no place in the text"
        if place["section"] >= len(sections):
            yield f"{what}: there is no section {place['section']}"
            return
        section = sections[place["section"]]
        if not section["start"] <= place["start"] < place["end"] <= section["end"]:
            yield f"{what}: {place['start']}:{place['end']} is outside section {place['section']}"

    in_section = [{"entities": set(), "topics": set(), "keyphrases": set()} for _ in sections]
    taken = []
    for number, entity in enumerate(report["entities"]):
        what = f"entity {number}"
        if entity["id"] != number:
            yield f"{what} has id {entity['id']}"
        for mention in entity["mentions"]:
            yield from place_faults(mention, what)
            if text[mention["start"] : mention["end"]] != mention["text"]:
                yield f"{what}: text[{mention['start']}:{mention['end']}] is not {mention['text']!r}"
            in_section[mention["section"]]["entities"].add(number)
            taken.append((mention["start"], mention["end"]))
        starts = [mention["start"] for mention in entity["mentions"]]
        if starts != sorted(starts):
            yield f"{what}: its mentions are out of order"
        written = {" ".join(mention["text"].split()) for mention in entity["mentions"]}
        if {" ".join(variant.split()) for variant in entity["variants"]} != written:
            yield f"{what}: its variants are not what stands in the text"
    taken.sort()
    for (_, end), (start, _) in zip(taken, taken[1:]):
        if start < end:
            yield f"two mentions overlap at {start}"

    order = [(-entity["salience"], entity["mentions"][0]["start"]) for entity in report["entities"]]
    if order != sorted(order):
        yield "the entities are out of order"
    for kind, letter in (("topics", "t"), ("keyphrases", "k")):
        themes = report["themes"][kind]
        scores = [-theme["score"] for theme in themes]
        if scores != sorted(scores):
            yield f"the {kind} are out of order"
        for number, theme in enumerate(themes):
            if theme["id"] != f"{letter}{number}":
                yield f"{kind} {number} has id {theme['id']}"
            if theme["sections"] != sorted(set(theme["sections"])):
                yield f"{theme['id']}: its sections are out of order"
            places = theme.get("mentions", [])
            for place in places:
                yield from place_faults(place, theme["id"])
            if places and sorted({place["section"] for place in places}) != theme["sections"]:
                yield f"{theme['id']}: its sections are not those of its mentions"
            for section in theme["sections"]:
                in_section[section][kind].add(number)
    for section, found in zip(sections, in_section):
        if section["entities"] != sorted(found["entities"]):
            yield f"section {section['index']} does not name its entities"
        themes = [f"t{n}" for n in sorted(found["topics"])] + [f"k{n}" for n in sorted(found["keyphrases"])]
        if section["themes"] != themes:
            yield f"section {section['index']} does not name its themes"


def main(arguments):
    with open(arguments[0], encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    wrong = 0
    for path in arguments[1:]:
        with open(path, "rb") as file:
            content = file.read()
        try:
            report = json.loads(
                content.decode("utf-8"), object_pairs_hook=unique_keys, parse_constant=not_a_number
            )
        except ValueError as error:
            found = [str(error)]
        else:
            found = [f"{error.json_path}: {error.message[:300]}" for error in validator.iter_errors(report)]
            found = found or list(faults(report))
        if not content.endswith(b"\n"):
            found.append("it does not end with a newline")
        for fault in found:
            print(f"{path}: {fault}")
        wrong += bool(found)
    if wrong:
        sys.exit(f"{wrong} of {len(arguments) - 1} reports are wrong")
    print(f"{len(arguments) - 1} reports are right")


if __name__ == "__main__":
    main(sys.argv[1:])

#!/usr/bin/env python3
"""Reads what `swift test` prints, keeps all of it in a file, and passes on what someone wants to read: not that each of
some thousand cases began, with all of its arguments. What failed is said once more at the end, where it is looked for."""
import re
import sys

LONGEST_LINE = 2000
BEGINNING = re.compile(r"[◇✔✘⚠]|\[\d+/\d+\]")
MOST_LINES = 300


def main():
    (path,) = sys.argv[1:]
    sys.stdin.reconfigure(errors="replace")
    sys.stdout.reconfigure(errors="replace")
    failures, is_shown, is_failure, has_ended = [], True, False, False
    last = []
    with open(path, "w", encoding="utf-8", errors="replace") as log:
        for line in sys.stdin:
            log.write(line)
            line = line.rstrip("\n")[:LONGEST_LINE]
            last = last[-49:] + [line]
            if BEGINNING.match(line):
                is_shown = not line.startswith(("◇ Test", "◇ Suite", "✔ Test case", "✔ Test \""))
                is_failure = line.startswith("✘")
                has_ended = has_ended or " Test run with " in line
            if is_failure:
                failures.append(line)
            if is_shown:
                print(line, flush=True)
    if failures:
        print("\nWhat failed:", *failures[:MOST_LINES], sep="\n")
    elif not has_ended:
        # A crash: what was said last is about it, or of the tests that ran.
        print("\nIt did not come to its end. The last lines:", *last, sep="\n")
    print(f"\nAll that was printed: {path}", flush=True)


main()

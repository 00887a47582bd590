"""How each ordinary question is read: python -m scripts.question_kinds QUESTIONS [CATALOGUE…]

Prints the kinds that the questions have against those that they were read as, and each that isn't
among the right ones. A catalogue names the meetings that a collection has: its `event_short` (or
`event`), `date` and `place`.
"""

from __future__ import annotations

import csv
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from qa.questions import Collection, understand
from qa.types import Asked, Meeting, Span, Told, Turn

# The kinds of the ordinary questions, and how each may be read.
RIGHT: dict[str, set[str]] = {
    "role": {"fact", "list"},
    "paraphrase": {"fact", "list"},
    "meeting-field": {"fact"},
    "latest-first": {"fact"},
    "what-said": {"statements", "fact"},
    "keyword": {"search"},
    "not-a-question": {"hint"},
    "yes-no": {"yes_no"},
    "list": {"list", "summary"},
    "ambiguous": {"list", "summary", "fact"},
    "count": {"count", "fact"},
    "summary": {"summary"},
    "two-in-one": {"parts"},
    "typo": {"fact", "search", "yes_no"},
    "other-language": {"fact", "hint", "statements", "count"},
    "follow-up": {"fact", "statements"},
    "context": {"fact", "statements"},
    "unanswerable": {"fact", "search", "statements"},
}


def read_as(asked: Asked) -> str:
    return "parts" if asked.parts else asked.kind


def meetings_of(catalogue: Path) -> list[Meeting]:
    with catalogue.open(encoding="utf-8", newline="") as lines:
        return [_meeting(row) for row in csv.DictReader(lines)]


def _meeting(row: dict[str, str]) -> Meeting:
    name = row.get("event_short") or row["event"]
    told = {key: Told(row[key], "catalogue") if row.get(key) else None for key in ("date", "place")}
    return Meeting(
        id=row["file"],
        report_id=row["file"],
        source=row["file"],
        name=name,
        span=Span(0, 0),
        title=Told(row.get("title") or row["event"], "catalogue"),
        session=Told(name, "catalogue"),
        reported=told["date"],
        place=told["place"],
    )


def rows_of(questions: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in questions.read_text("utf-8").splitlines() if line]


def first_reading(row: dict[str, Any], collection: Collection) -> Asked:
    turns = [Turn(question) for question in row.get("turns") or []]
    return understand(row["question"], turns, collection)[0]


def table(read: Iterable[tuple[str, str]]) -> str:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for kind, asked in read:
        counts[kind][asked] += 1
    return "\n".join(
        f"{kind:15} " + ", ".join(f"{asked} {n}" for asked, n in counter.most_common())
        for kind, counter in sorted(counts.items())
    )


def main(arguments: Sequence[str]) -> None:
    rows = rows_of(Path(arguments[0]))
    meetings = [m for path in arguments[1:] for m in meetings_of(Path(path))]
    collection = Collection.of(meetings)
    first_reading(rows[0], collection)
    started = time.perf_counter()
    read = [(row, first_reading(row, collection)) for row in rows]
    took = 1e3 * (time.perf_counter() - started) / len(rows)
    print(table((row["kind"], read_as(asked)) for row, asked in read))
    wrong = [(row, asked) for row, asked in read if read_as(asked) not in RIGHT[row["kind"]]]
    for row, asked in wrong:
        print(f"{row['id']} [{row['kind']}] {row['question']} -> {read_as(asked)}")
    share = 1 - len(wrong) / len(rows)
    print(f"right {share:.3f} of {len(rows)}, {took:.2f} ms a question")


if __name__ == "__main__":
    main(sys.argv[1:])

"""Precision and recall of what is read from reports of meetings, against annotations.

    python scripts/proceedings_accuracy.py [--data ../shared/data] [--only FOLDER] [--misses]

`annotations/proceedings.json` has offsets in the text that `read_file` gives, and names in lower
case without accents. A report that isn't there is left out, and said so. Those in
`annotations/reports/` are invented and were annotated without a look at the rules.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from qa.meetings import read_proceedings, same_person  # noqa: E402
from qa.reports import read_report  # noqa: E402
from qa.types import Meeting, Person, Proceedings, Report, Span  # noqa: E402

ANNOTATIONS = PROJECT / "scripts" / "annotations" / "proceedings.json"
PEOPLE = ("chair", "present", "absent")
ENTRIES = ("decisions", "votes", "actions")
# Offices that say who led. Who only opened a meeting or wrote it down didn't.
_LED = ("chair", "president", "mayor", "facilitator", "moderator")
_NOT_LED = ("vice", "deputy")


def main() -> None:
    arguments = _arguments()
    counts: Counter[tuple[str, str]] = Counter()
    for name, gold in json.loads(arguments.annotations.read_text(encoding="utf-8")).items():
        if not name.startswith(arguments.only):
            continue
        path = _path(name, arguments.data)
        if not path.exists():
            print(f"left out, not there: {name}")
            continue
        report = read_report(path.read_bytes(), path.name)
        for miss in _count(report, gold, counts):
            if arguments.misses:
                print(f"{name}: {miss}")
    for part in (*PEOPLE, *ENTRIES):
        print(_line(part, counts))
    right, said = counts["said", "right"], counts["said", "all"]
    print(f"{'said':<10} {right / max(said, 1):.3f} of {said} sentences")


def _count(
    report: Report, gold: Mapping[str, Any], counts: Counter[tuple[str, str]]
) -> Iterator[str]:
    """Count the report's hits, and tell its misses."""
    meeting = Meeting("m", report.id, report.source, report.title, Span(0, len(report.text)))
    led, proceedings = read_proceedings(report, meeting)
    upto = gold.get("upto", len(report.text))
    for part in PEOPLE:
        if part in gold:
            names = _names(part, led, proceedings, upto)
            yield from _compare(part, names, [name for _, _, name in gold[part]], counts)
    for part in ENTRIES:
        if part in gold:
            spans = [span for span in _spans(part, proceedings) if span.start < upto]
            yield from _compare_spans(report, part, spans, gold[part], counts)
    yield from _said(report, proceedings, gold["said"], counts)


def _names(part: str, led: Sequence[Person], proceedings: Proceedings, upto: int) -> list[str]:
    people = [person for person in proceedings.people if person.span.start < upto]
    if part == "chair":
        names = [person.name for person in led if _leads(person.role) and person.span.start < upto]
    elif part == "present":
        names = [person.name for person in people if person.presence == "present"]
    else:
        names = [person.name for person in people if person.presence in ("absent", "apologies")]
    kept: list[str] = []
    for name in sorted(dict.fromkeys(names), key=len, reverse=True):
        if part != "chair" or not any(same_person(name, other) for other in kept):
            kept.append(name)
    return kept


def _leads(role: str) -> bool:
    return any(word in role for word in _LED) and not any(word in role for word in _NOT_LED)


def _compare(
    part: str, found: list[str], right: list[str], counts: Counter[tuple[str, str]]
) -> Iterator[str]:
    left = list(right)
    for name in found:
        match = next((one for one in left if same_person(name, one)), None)
        counts[part, "found"] += 1
        if match is None:
            yield f"{part}: wrong {name}"
        else:
            left.remove(match)
            counts[part, "right"] += 1
    counts[part, "all"] += len(right)
    yield from (f"{part}: missed {name}" for name in left)


def _spans(part: str, proceedings: Proceedings) -> list[Span]:
    entries = proceedings.entries
    if part == "votes":
        tallies = [entry.span for entry in entries if entry.votes and entry.part == "motion"]
        others = [entry.span for entry in entries if entry.votes and entry.part == "decision"]
        return [*tallies, *(one for one in others if not any(_overlap(one, t) for t in tallies))]
    return [entry.span for entry in entries if entry.part == part.removesuffix("s")]


def _compare_spans(
    report: Report,
    part: str,
    found: list[Span],
    right: list[list[int]],
    counts: Counter[tuple[str, str]],
) -> Iterator[str]:
    left = [Span(*pair) for pair in right]
    matched: set[Span] = set()
    for span in found:
        counts[part, "found"] += 1
        hits = [one for one in left if _overlap(one, span)]
        matched.update(hits)
        if hits:
            counts[part, "right"] += 1
        else:
            yield f"{part}: wrong {span.start} {_words(report, span)}"
    counts[part, "all"] += len(left)
    counts[part, "hit"] += len(matched)
    yield from (
        f"{part}: missed {one.start} {_words(report, one)}" for one in left if one not in matched
    )


def _said(
    report: Report,
    proceedings: Proceedings,
    gold: list[list[Any]],
    counts: Counter[tuple[str, str]],
) -> Iterator[str]:
    for start, end, speaker in gold:
        heard = [
            statement.speaker
            for statement in proceedings.statements
            if _overlap(statement.span, Span(start, end))
        ]
        right = not heard if speaker is None else any(_same(name, speaker) for name in heard)
        counts["said", "all"] += 1
        counts["said", "right"] += right
        if not right:
            yield f"said: {start} {speaker} not {heard}: {_words(report, Span(start, end))}"


def _same(name: str, right: str) -> bool:
    """Whether two names of a speaker are one's: a person, a country, a group."""
    words = set(name.casefold().removeprefix("the ").split())
    return same_person(name, right) or words == set(right.removeprefix("the ").split())


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _words(report: Report, span: Span) -> str:
    return " ".join(report.text[slice(*span)].split())[:100]


def _line(part: str, counts: Counter[tuple[str, str]]) -> str:
    found, right, every = (counts[part, kind] for kind in ("found", "right", "all"))
    hit = counts[part, "hit"] if part in ENTRIES else right
    precision, recall = right / max(found, 1), hit / max(every, 1)
    return f"{part:<10} precision {precision:.3f} of {found:<4} recall {recall:.3f} of {every}"


def _path(name: str, data: Path) -> Path:
    folder, rest = name.split("/", 1)
    ours = {"corpus": PROJECT / folder, "annotations": ANNOTATIONS.parent}
    return ours.get(folder, data / folder) / "reports" / rest


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--data", type=Path, default=PROJECT.parent / "shared" / "data")
    parser.add_argument("--annotations", type=Path, default=ANNOTATIONS)
    parser.add_argument("--only", default="", help="the reports of one folder, such as annotations")
    parser.add_argument("--misses", action="store_true", help="name each miss")
    return parser.parse_args()


if __name__ == "__main__":
    main()

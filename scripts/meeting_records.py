"""How right the records of meetings are, read without the catalogue that they are compared with.

    python scripts/meeting_records.py REPORTS --catalogue catalogue.csv
    python scripts/meeting_records.py REPORTS --days scripts/meeting_days.json --set NAME
    python scripts/meeting_records.py REPORTS --named

Nothing is embedded. A catalogue gives the day of issue: a daily report is of that day or one of
the four before it, a preview or summary of a meeting that holds it, or begins or ends near it.
With `--days`, a file gives the day (or the first and the last) by name; with `--named`, the name
itself is the day. Each line tells what is right, wrong and not known.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from difflib import SequenceMatcher
from pathlib import Path

from qa import errors, text
from qa.meetings import is_country, is_town, recorded, shortens, with_series
from qa.reports import read_file
from qa.types import Meeting, Report

_NEAR = 4  # days
_ALIKE = 0.8  # of two spellings of a town: Marrakech, Marrakesh
_NO_SESSION = "CCWG"  # a list's own count of gatherings


def read_all(folder: Path) -> dict[str, Report]:
    """The reports by their file, with what their series tells."""
    found: dict[str, Report] = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        source = path.relative_to(folder).as_posix()
        try:
            found[source] = recorded(read_file(path.read_bytes(), source))
        except errors.ReportError as error:
            print(f"{source}: {error.message}")
    return {report.source: report for report in with_series(list(found.values()), [])}


def date_state(meeting: Meeting, issued: str) -> str:
    day = meeting.day
    if day is None:
        return "not known"
    if len(issued) < 10 or len(day) < 10:
        return "right" if issued[:7] == day[:7] else "wrong"
    first = meeting.first_day.value if meeting.first_day else day
    last = meeting.last_day.value if meeting.last_day else day
    if meeting.reported:
        return "right" if 0 <= _gap(day, issued) <= _NEAR else "wrong"
    inside = first <= issued <= last
    near = abs(_gap(first, issued)) <= _NEAR or abs(_gap(last, issued)) <= _NEAR
    return "right" if inside or near else "wrong"


def _gap(day: str, other: str) -> int:
    one, two = (datetime.date.fromisoformat(value) for value in (day, other))
    return (two - one).days


def place_state(meeting: Meeting, place: str) -> str:
    if not meeting.place:
        return "not known"
    said, listed = (_parts(value) for value in (meeting.place.value, place))
    near = any(SequenceMatcher(None, a, b).ratio() > _ALIKE for a in said for b in listed)
    return "right" if near else "wrong"


def _parts(place: str) -> set[str]:
    parts = re.split(r"[,/]", place)
    names = [part.strip() for part in parts]
    return {" ".join(text.folded(name)) for name in names if is_town(name) or not is_country(name)}


def session_state(meeting: Meeting, row: Mapping[str, str]) -> str:
    """By the numbers of the sessions, or where the list has none, by the words of the name."""
    if not meeting.session and not meeting.body:
        return "not known"
    listed = f"{row['event']} {row['event_short']}"
    counted = {pair for pair in _numbers(row["event_short"]) if pair[0] != _NO_SESSION}
    names, numbers = counted, _ordinals(row["event"])
    if not meeting.session:
        return "right" if not names and _alike(meeting, listed) else "not known"
    mine = _numbers(meeting.session.value)
    if any(number == n and name.startswith(a) for name, number in mine for a, n in names):
        return "right"
    ordinals = _ordinals(meeting.session.value)
    if mine & (names | _numbers(row["event"])):
        return "right"
    counted = {number for _, number in mine} or ordinals
    every = numbers | {number for _, number in names}
    return (
        "right"
        if counted & every and _alike(meeting, listed)
        else _unlisted(meeting, names, listed)
    )


def _unlisted(meeting: Meeting, names: set[tuple[str, int]], listed: str) -> str:
    """A list may have a short name that counts no session."""
    return "wrong" if names else "right" if _alike(meeting, listed) else "wrong"


def _numbers(written: str) -> set[tuple[str, int]]:
    found = re.findall(
        r"([A-Z]{2}[A-Za-z/-]*?\d{0,2}?)[\s-]*(\d{1,3})(?!\d)", written.replace("- ", "-")
    )
    return {(re.sub(r"[^A-Z]", "", name.upper()), int(number)) for name, number in found}


def _ordinals(written: str) -> set[int]:
    found = re.findall(text.ORDINAL, written.replace("- ", "-"), re.IGNORECASE)
    return {number for word in found if (number := text.ordinal_number(word))}


def _alike(meeting: Meeting, listed: str) -> bool:
    """Half of the telling words of the record, or its abbreviation, stand in the list."""
    said = " ".join(told.value for told in (meeting.body, meeting.session) if told)
    mine = {w for w in text.words(said) if len(w) > 2 and w not in text.STOP and not w.isdigit()}
    theirs = set(text.words(listed))
    short = re.sub(r"[^A-Z]", "", listed)
    shorts = re.findall(r"[A-Z]{2,}", listed.replace("UNFCCC", ""))
    body = meeting.body.value if meeting.body else ""
    if any(shortens(short, body) for short in shorts) and body:
        return True
    if any(
        name[:3] in shorts for name, _ in _numbers(meeting.session.value if meeting.session else "")
    ):
        return True
    near = {w for w in mine if w in theirs or w.rstrip("s") in theirs or w.upper() in short}
    return bool(mine) and len(near) * 2 >= len(mine)


def against_catalogue(found: Mapping[str, Report], rows: Path, misses: bool) -> None:
    states: dict[str, Counter[str]] = {"date": Counter(), "place": Counter(), "session": Counter()}
    with rows.open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            report = found.get(row["file"])
            if report is None:
                continue
            meeting = report.meetings[-1]
            told = {
                "date": date_state(meeting, row["date"]),
                "place": place_state(meeting, row["place"]) if row["place"] else "not listed",
                "session": session_state(meeting, row),
            }
            for name, state in told.items():
                states[name][state] += 1
                if misses and state in ("wrong", "not known"):
                    print(f"{row['file']}: {name} {state}: {_shown(meeting)} | {_listed(row)}")
    for name, counts in states.items():
        print(name, _shares(counts))


def _shown(meeting: Meeting) -> str:
    days = "..".join(t.value for t in (meeting.first_day, meeting.last_day) if t)
    values = (meeting.reported, meeting.place, meeting.body, meeting.session)
    return f"{days} " + " / ".join(f"{t.value} ({t.how})" if t else "-" for t in values)


def _listed(row: Mapping[str, str]) -> str:
    return f"{row['date']} {row['place']} {row['event_short']}"


def _shares(counts: Counter[str]) -> str:
    counted = {state: n for state, n in counts.items() if state != "not listed"}
    total = sum(counted.values())
    return f"of {total}: " + ", ".join(
        f"{state} {counted.get(state, 0) / total:.3f} ({counted.get(state, 0)})"
        for state in ("right", "wrong", "not known")
    )


def against_days(
    found: Mapping[str, Report], day_of: Callable[[str], str | None], misses: bool
) -> None:
    """A file may have several meetings, whose days stand with a space between."""
    counts: Counter[str] = Counter()
    for source, report in found.items():
        wanted = day_of(source)
        if wanted is None:
            continue
        days = {day for meeting in report.meetings for day in _days(meeting)}
        state = "not known" if not days else "right" if set(wanted.split()) <= days else "wrong"
        counts[state] += 1
        if misses and state != "right":
            print(f"{source}: {state}: {sorted(days)}, right: {wanted}")
    print("date", _shares(counts))


def _days(meeting: Meeting) -> Iterator[str]:
    for told in (meeting.first_day, meeting.last_day, meeting.reported):
        if told:
            yield told.value


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("reports", type=Path)
    parser.add_argument("--catalogue", type=Path)
    parser.add_argument("--days", type=Path)
    parser.add_argument("--set", default="")
    parser.add_argument("--named", action="store_true")
    parser.add_argument("--misses", action="store_true")
    chosen = parser.parse_args()
    began = time.perf_counter()
    found = read_all(chosen.reports)
    several = sum(len(report.meetings) > 1 for report in found.values())
    seconds = time.perf_counter() - began
    print(f"{len(found)} reports, {several} with several meetings, {seconds:.1f} s")
    if chosen.catalogue:
        against_catalogue(found, chosen.catalogue, chosen.misses)
    if chosen.days:
        days = json.loads(chosen.days.read_text(encoding="utf-8"))[chosen.set]
        against_days(found, days.get, chosen.misses)
    if chosen.named:
        against_days(found, text.date_in_name, chosen.misses)


if __name__ == "__main__":
    main()

"""What a user corrects in a record. It is applied last, so nothing that is read overrides it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias

from qa.errors import CorrectionError
from qa.meetings.record import shown
from qa.types import Meeting, Report, Told


@dataclass(frozen=True, slots=True)
class Correction:
    """`values`, by field, for meeting `number` (from 1) of a file, whose first line is `line`.

    The line finds the meeting again where others were written above it.
    """

    number: int
    line: str
    values: Mapping[str, str] = field(default_factory=dict)


# By the report's file.
Corrections: TypeAlias = Mapping[str, Sequence[Correction]]

_LONGEST = 300  # characters
_BETWEEN = "/"  # as ISO 8601 writes two days


def checked(name: str, value: str) -> str:
    """The value as it is kept: one line, a date as YYYY-MM-DD or as two with '/' between.

    Raises:
        CorrectionError: no such field can be corrected, or this is no value for it.
    """
    check_field(name)
    cleaned = _line(value)
    if not 0 < len(cleaned) <= _LONGEST:
        raise CorrectionError(
            f"The {name} has {len(cleaned)} characters.", f"Write 1 to {_LONGEST}."
        )
    if name == "date" and not _is_date(cleaned):
        raise CorrectionError(
            f"'{cleaned}' is no date.", "Write 2024-05-14, or 2024-05-14/2024-05-16 for several."
        )
    return cleaned


def check_field(name: str) -> None:
    """
    Raises:
        CorrectionError: no such field can be corrected.
    """
    if name not in FIELDS:
        known = ", ".join(FIELDS)
        raise CorrectionError(f"'{name}' can't be corrected.", f"These can: {known}.")


def corrected(meeting: Meeting, values: Mapping[str, str]) -> Meeting:
    """The record with the values of `values`, by field, each told as corrected."""
    for name in FIELDS:
        if name in values:
            meeting = _APPLY[name](meeting, values[name])
    return meeting


def corrected_report(report: Report, corrections: Corrections) -> Report:
    """The report with its meetings corrected, and what it shows of them.

    A correction whose meeting isn't found any more changes nothing.
    """
    of_file = corrections.get(report.source, ())
    found = {n: c.values for c in of_file if (n := find_number(report, c))}
    if not found:
        return report
    meetings = tuple(
        corrected(meeting, found.get(number, {}))
        for number, meeting in enumerate(report.meetings, start=1)
    )
    now = shown(replace(report, meetings=meetings), report)
    return _named(now, found[1]) if len(meetings) == 1 else now


def find_number(report: Report, correction: Correction) -> int | None:
    """The number that the correction's meeting has now."""
    if len(report.meetings) == 1:
        return 1 if correction.number == 1 else None
    lines = [first_line(report, meeting) for meeting in report.meetings]
    found = [number for number, line in enumerate(lines, start=1) if line == correction.line]
    if correction.number in found:
        return correction.number
    return found[0] if len(found) == 1 else None


def first_line(report: Report, meeting: Meeting) -> str:
    """The line with which the meeting begins in its report."""
    lines = report.text[slice(*meeting.span)].strip().splitlines()
    return lines[0].strip()[:_LONGEST] if lines else ""


def _named(report: Report, values: Mapping[str, str]) -> Report:
    """A user's title, and a user's body even where a catalogue has another event."""
    event = report.meetings[0].event if "body" in values else report.event
    return replace(report, title=values.get("title", report.title), event=event)


def _dated(meeting: Meeting, value: str) -> Meeting:
    """Two days are the meeting's. One is the reported day, if the meeting has several."""
    first, between, last = value.partition(_BETWEEN)
    if meeting.reported and not between and meeting.first_day != meeting.last_day:
        return replace(meeting, reported=_told(first))
    if meeting.reported and not between:
        day = _told(first)
        return replace(meeting, reported=day, first_day=day, last_day=day)
    return replace(meeting, reported=None, first_day=_told(first), last_day=_told(last or first))


def _placed(meeting: Meeting, value: str) -> Meeting:
    return replace(meeting, place=_told(value))


def _titled(meeting: Meeting, value: str) -> Meeting:
    return replace(meeting, title=_told(value), name=value)


def _held_by(meeting: Meeting, value: str) -> Meeting:
    before = meeting.body.value if meeting.body else ""
    name = meeting.name.replace(before, value) if before else meeting.name
    return replace(meeting, body=_told(value), name=name)


_APPLY: Mapping[str, Callable[[Meeting, str], Meeting]] = {
    "date": _dated,
    "place": _placed,
    "body": _held_by,
    "title": _titled,  # last: the name is the title's in any case
}
FIELDS = tuple(_APPLY)


def _told(value: str) -> Told:
    return Told(value, "corrected")


def _line(value: str) -> str:
    """One line of valid text, composed, without control characters."""
    valid = value.encode("utf-8", "replace").decode()
    plain = "".join(" " if unicodedata.category(c)[0] == "C" else c for c in valid)
    return unicodedata.normalize("NFC", " ".join(plain.split()))


def _is_date(value: str) -> bool:
    days = value.split(_BETWEEN)
    return len(days) <= 2 and all(map(_is_day, days)) and days == sorted(days)


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False

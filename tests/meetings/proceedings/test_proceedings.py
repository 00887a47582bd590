from __future__ import annotations

from dataclasses import replace

from qa.meetings import read_proceedings
from qa.types import Span
from tests.meetings.proceedings.invented import COUNCIL, meeting_of, report


def test_everything_of_a_meeting() -> None:
    read = report(COUNCIL, "a.txt")
    led, told = read_proceedings(read, meeting_of(read))
    assert ("Anka Rolfe", "mayor") in {(one.name, one.role) for one in led}
    assert {entry.part for entry in told.entries} == {"action", "decision", "motion"}
    assert {one.speaker for one in told.statements} >= {"Ms Marden"}
    assert len([one for one in told.people if one.presence == "absent"]) == 1


def test_only_of_its_span() -> None:
    text = "# Notes\n\n## 7 May\n\nAttendees: Una Falk\n\n## 14 May\n\nAttendees: Oskar Lind\n"
    read = report(text)
    second = read.text.index("## 14 May")
    meeting = replace(meeting_of(read), span=Span(second, len(read.text)))
    _, told = read_proceedings(read, meeting)
    assert [one.name for one in told.people] == ["Oskar Lind"]


def test_a_report_that_tells_nothing() -> None:
    read = report("Nothing at all.", "a.txt")
    led, told = read_proceedings(read, meeting_of(read))
    assert (led, told.people, told.entries, told.statements) == ((), (), (), ())

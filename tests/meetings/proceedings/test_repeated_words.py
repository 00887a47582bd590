"""Words that are said over and over are read as fast as others: a pattern never tries all ways."""

from __future__ import annotations

import pytest

from qa.meetings import read_proceedings, recorded
from qa.reports import read_file
from tests.meetings.proceedings.invented import meeting_of, report

_HEAD = "# Heather Board\n\n12 May 2021\n\n"


@pytest.mark.parametrize(
    ("words", "decided"),
    [
        ("The Board " + "duly " * 200 + "approved the accounts.", True),
        ("The Board " + "duly " * 200 + "looked at the accounts.", False),
        ("The Board approved the pier and " + "duly " * 200 + "left.", True),
        ("The Board formally " * 200 + "left.", False),
        ("It was " + "duly " * 200 + "agreed to close the pier.", True),
        ("It was " + "duly " * 200 + "late, and nothing was agreed.", False),
        ("The minutes were " + "duly " * 200 + "adopted.", True),
        ("The minutes were " + "duly " * 200 + "late and took long.", False),
        ("The pier was " + "duly " * 200 + "late and took long.", False),
        ("and " * 5000, False),
        ("unanimously " * 2000 + "late.", False),
    ],
)
def test_decisions(words: str, decided: bool) -> None:
    read = report(_HEAD + words)
    _, found = read_proceedings(read, meeting_of(read))
    assert any(entry.part == "decision" for entry in found.entries) is decided


@pytest.mark.parametrize(("last", "motions"), [("carried.", 1), ("late and carried.", 0)])
def test_motions(last: str, motions: int) -> None:
    read = report(f"{_HEAD}The motion was {'duly ' * 15}{last}")
    _, found = read_proceedings(read, meeting_of(read))
    assert sum(entry.part == "motion" for entry in found.entries) == motions


@pytest.mark.parametrize("words", ["other " * 200, "others " * 30, "other/" * 30])
def test_those_present(words: str) -> None:
    read = report(f"{_HEAD}## {words}present\n\n- Ivo Ash\n\n## {words}\n\n- Una Falk\n")
    _, found = read_proceedings(read, meeting_of(read))
    assert [one.name for one in found.people if one.presence == "present"] == ["Ivo Ash"]


@pytest.mark.parametrize("words", ["duly ", "other ", "the Board ", "next meeting ", "1 May, "])
def test_records(words: str) -> None:
    read = recorded(read_file((_HEAD + words * 200).encode(), "a.md"))
    assert [meeting.day for meeting in read.meetings] == ["2021-05-12"]


def test_a_gap_in_a_line() -> None:
    read = recorded(read_file(f"{_HEAD}Present:{' ' * 3000}x  Place: Mill Barn".encode(), "a.md"))
    place = read.meetings[0].place
    assert place is not None
    assert place.value == "Mill Barn"

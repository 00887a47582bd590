from __future__ import annotations

from pathlib import Path

from qa.browsing import (
    Deed,
    DeedWords,
    MeetingEntry,
    MeetingPage,
    PersonDetail,
    PersonEntry,
    Words,
)
from qa.cli.record_lines import export_lines, meeting_lines, person_lines
from qa.indexing import Exported
from qa.types import Span

BOARD = MeetingEntry(
    id="a:1",
    report_id="a",
    source="a.md",
    name="Board, Bonn",
    day="2021-05-03",
    first_day="2021-05-03",
    last_day=None,
    body="Board",
    session="3rd",
    place="Bonn",
    offices=("Ada Berg, chair",),
)


def test_a_meeting_is_a_line_without_saying_things_twice() -> None:
    assert meeting_lines(MeetingPage(9, (BOARD,))) == [
        "2021-05-03 · Board, Bonn · Board 3rd · Ada Berg, chair · a.md",
        "",
        "9 meetings (the newest 1)",
    ]
    assert meeting_lines(MeetingPage(0, ())) == ["No meeting."]


def test_a_person_is_shown_meeting_by_meeting() -> None:
    def done(did: str, how: str | None, text: str) -> DeedWords:
        deed = Deed(did, "Berg", Span(0, 9), how)  # type: ignore[arg-type]
        return DeedWords("a:1", "a", "Board", None, deed, Words(0, 9, text, None, None))

    person = PersonEntry("berg", "Ada Berg", ("Ada Berg", "Berg"), 1)
    deeds = (done("led", "chair", "Berg chaired."), done("said", None, "Berg\nspoke."))
    assert person_lines(PersonDetail(person, {"led": 1, "said": 2}, 3, deeds)) == [
        "Ada Berg (also Berg)",
        "1 meetings: led 1, said 2",
        "",
        "no day known · Board",
        "  led (chair): «Berg chaired.»",
        "  said: «Berg spoke.»",
        "",
        "… and 1 more",
    ]


def test_an_export_names_what_it_leaves_out() -> None:
    assert export_lines(Exported(2, ("b.md",)), Path("c.csv")) == [
        "c.csv: 2 rows",
        "left out: b.md has several meetings",
    ]

from __future__ import annotations

from qa.meetings.proceedings.attendance import attendance
from qa.meetings.proceedings.entries import entries
from tests.meetings.proceedings.invented import MINUTES, blocks


def test_all_kinds_in_the_order_of_the_report() -> None:
    read, found = blocks(MINUTES)
    told = entries(read.text, found, attendance(read.text, found))
    assert [entry.part for entry in told] == ["agenda", "agenda", "decision", "action"]
    assert told[-1].owner == "Una"
    assert told[-1].due == "3 March"
    assert read.text[slice(*told[2].span)].endswith("repair the paths in May.")
    assert told[2].section == "Minutes"

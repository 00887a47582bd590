from __future__ import annotations

from qa.answering.entries import entries_of
from qa.answering.headings import by_headings, under
from qa.answering.relevance import wanted
from tests.answering.society import FORUM_MEETING, MAY_MEETING, Society, ask, of


def test_the_headings_of_a_report_are_what_the_meeting_went_through() -> None:
    found = by_headings(ask("agenda?", "list", filter=of(FORUM_MEETING)), Society())
    assert [one.answer for one in found] == ["Levies", "Gauges", "Closing"]


def test_few_headings_or_no_meeting_are_no_agenda() -> None:
    assert by_headings(ask("agenda?", "list", filter=of(MAY_MEETING)), Society()) == []
    assert by_headings(ask("agenda?", "list"), Society()) == []


def test_items_stand_under_a_heading_that_says_so() -> None:
    asked = ask("?", "list", aspect="decisions")
    items = entries_of(asked, Society(), FORUM_MEETING, wanted(""))
    assert [one.answer for one in under(items, Society(), "gauges")] == [
        "The Forum decided to build twelve river gauges by the end of next year."
    ]

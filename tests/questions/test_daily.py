from __future__ import annotations

import pytest

from qa.questions.daily import find_daily
from qa.questions.filters import resolve
from qa.questions.index import MeetingIndex
from qa.types import Filter
from tests.questions.invented import INDEX, meeting

DAYS = [meeting(f"Guild Congress {n}", f"2018-06-{10 + n:02}") for n in range(1, 5)]
NUMBERED = meeting("Closing", "2018-06-15", source="congress/day-5.html")
CONGRESS = MeetingIndex([*DAYS, NUMBERED])
EVERY = frozenset(range(CONGRESS.every))


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("who was in the chair on tuesday", 1),
        ("what happened on the second day?", 1),
        ("sum up day three", 2),
        ("sum up day 5", 4),
        ("who spoke on the last day?", 4),
        ("what was said on the opening day", 0),
    ],
)
def test_a_day_of_a_session_with_daily_reports_is_named(text: str, at: int) -> None:
    (named,) = find_daily(text, CONGRESS, EVERY)
    assert named.meetings == {at}
    assert resolve(text, CONGRESS).filter == Filter(meetings=(CONGRESS.meetings[at].id,))


@pytest.mark.parametrize("text", ["who sat on day 9?", "on Sunday", "the third day of spring"])
def test_a_day_that_no_report_is_of_names_nothing(text: str) -> None:
    assert not [*find_daily(text, CONGRESS, EVERY)]


def test_where_no_session_is_meant_a_weekday_names_nothing() -> None:
    assert not resolve("when are the bins emptied on Wednesday?", INDEX).named


def test_a_date_tells_more_than_its_weekday() -> None:
    (named,) = resolve("who spoke on Monday 11 June 2018?", CONGRESS).named
    assert named.meetings == {0}

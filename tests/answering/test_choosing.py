from __future__ import annotations

from dataclasses import replace

import pytest

from qa.answering.choosing import admits, called, chosen, in_days, in_reach
from qa.types import Filter, Meeting, Told
from tests.answering.society import (
    DAY_MEETING,
    FORUM_MEETING,
    JUNE_MEETING,
    MAY_MEETING,
    MEETINGS,
    Society,
    ask,
    of,
)


@pytest.mark.parametrize(
    ("where", "held"),
    [
        (Filter(), MEETINGS),
        (of(MAY_MEETING), (MAY_MEETING,)),
        (Filter(reports=(MAY_MEETING.report_id,)), (MAY_MEETING,)),
        (Filter(place="LUND"), (FORUM_MEETING,)),
        (Filter(place="und"), ()),
        (Filter(body="pellbrook allotment society"), (JUNE_MEETING, MAY_MEETING)),
        (Filter(body="Delta Water Forum 3"), (FORUM_MEETING, DAY_MEETING)),
        (Filter(person="Marlow"), (MAY_MEETING,)),
        (Filter(first_day="2023-06-01"), (JUNE_MEETING,)),
        (Filter(last_day="2022-12-31"), (FORUM_MEETING, DAY_MEETING)),
    ],
)
def test_a_filter_lets_in_what_the_record_says(where: Filter, held: tuple[Meeting, ...]) -> None:
    assert tuple(meeting for meeting in MEETINGS if admits(where, meeting)) == held


def test_a_daily_report_is_of_its_own_day_alone() -> None:
    daily = replace(FORUM_MEETING, reported=Told("2022-10-05", "title"))
    fourth = Filter("2022-10-04", "2022-10-04")
    assert in_days(fourth, FORUM_MEETING)
    assert not in_days(fourth, daily)
    assert in_days(Filter("2022-10-05", "2022-10-05"), daily)


@pytest.mark.parametrize(("day", "held"), [("2023", True), ("2023-05", True), ("2022", False)])
def test_a_day_that_is_known_roughly_may_be_within(day: str, held: bool) -> None:
    rough = replace(MAY_MEETING, first_day=Told(day, "file name"))
    assert in_days(Filter("2023-05-04", "2023-05-31"), rough) is held


def test_a_meeting_without_a_day_is_on_none() -> None:
    assert not in_days(Filter("2000-01-01"), replace(MAY_MEETING, first_day=None))


def test_words_name_a_meeting_if_it_has_all_of_them() -> None:
    assert called(MEETINGS, "the allotment society in June") == [JUNE_MEETING]
    assert called(MEETINGS, "water tank") == []
    assert called(MEETINGS, "the meetings") == []


def test_a_matter_may_name_the_meeting() -> None:
    asked = ask("Summarise the water forum", matter="water forum")
    found = chosen(asked, Society())
    assert (found.meetings, found.named) == ((FORUM_MEETING, DAY_MEETING), True)
    assert not chosen(asked, Society(), by_matter=False).named


def test_where_too_many_are_let_in_retrieval_chooses() -> None:
    asked = ask("What did Norway say on gauges?")
    found, evidence = in_reach(asked, Society(), MEETINGS, most=2)
    assert FORUM_MEETING in found
    assert len(found) <= 2
    assert evidence
    assert in_reach(asked, Society(), MEETINGS)[0] == [*MEETINGS]

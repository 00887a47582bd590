from __future__ import annotations

from dataclasses import replace

import pytest

from qa.answering.sittings import session_number, sittings
from qa.types import Told
from tests.answering.society import DAY_MEETING, FORUM_MEETING, JUNE_MEETING, MAY_MEETING, MEETINGS


def test_reports_of_one_session_are_one_sitting() -> None:
    found = sittings(MEETINGS)
    assert [one.meetings for one in found] == [
        (JUNE_MEETING,),
        (MAY_MEETING,),
        (FORUM_MEETING, DAY_MEETING),
    ]


def test_what_lies_far_apart_is_not_one() -> None:
    later = replace(DAY_MEETING, id="later", reported=Told("2023-10-05", "title"))
    assert len(sittings([FORUM_MEETING, later])) == 2


def test_several_days_that_are_the_same_make_one() -> None:
    one, other = (replace(FORUM_MEETING, id=name, session=None) for name in "ab")
    assert len(sittings([one, other])) == 1
    assert len(sittings([one, MAY_MEETING])) == 2


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("COP 5", 5),
        ("40th session", 40),
        ("the third session", 3),
        ("fortieth", 40),
        ("regular", None),
    ],
)
def test_a_session_has_a_number(words: str, number: int | None) -> None:
    assert session_number(words) == number


def test_a_sitting_is_of_its_last_day() -> None:
    assert sittings([FORUM_MEETING, DAY_MEETING])[0].day == "2022-10-09"
    assert sittings([DAY_MEETING])[0].name == "Delta Water Forum 3"


def test_days_of_one_file_that_follow_each_other_are_one_meeting() -> None:
    days = [
        replace(MAY_MEETING, id=day, first_day=Told(day, "heading"))
        for day in ("2023-05-09", "2023-05-10", "2023-05-24")
    ]
    assert [one.day for one in sittings(days)] == ["2023-05-24", "2023-05-10"]

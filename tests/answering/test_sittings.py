from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from qa.answering import sittings as module
from qa.answering.sittings import meant, session_key, session_number, sittings
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
        ("the Twenty-Fifth session", 25),
        ("the seventy-second session", 72),
        ("ninetieth", 90),
        ("regular", None),
    ],
)
def test_a_session_has_a_number(words: str, number: int | None) -> None:
    assert session_number(words) == number


def test_a_sitting_is_of_its_last_day() -> None:
    assert sittings([FORUM_MEETING, DAY_MEETING])[0].day == "2022-10-09"
    assert sittings([DAY_MEETING])[0].lead is DAY_MEETING


def test_days_of_one_file_that_follow_each_other_are_one_meeting() -> None:
    days = [
        replace(MAY_MEETING, id=day, first_day=Told(day, "heading"))
        for day in ("2023-05-09", "2023-05-10", "2023-05-24")
    ]
    assert [one.day for one in sittings(days)] == ["2023-05-24", "2023-05-10"]


def test_only_those_near_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[object] = []
    is_one = module._is_one
    monkeypatch.setattr(module, "_is_one", lambda *two: compared.append(two) or is_one(*two))
    first = datetime.date(2001, 1, 1)
    days = [(first + datetime.timedelta(days=7 * week)).isoformat() for week in range(200)]
    weekly = [replace(MAY_MEETING, id=day, first_day=Told(day, "title")) for day in days]
    assert len(sittings(weekly)) == len(weekly)
    assert len(compared) < len(weekly)


def test_a_day_known_roughly_goes_on_with_none_before_it_is_over() -> None:
    days = [("2023-05-09", "2023-05-09"), ("2023-05", "2023-05"), ("2023-05-10", "2023-05-10")]
    told = [
        replace(MAY_MEETING, id=a, first_day=Told(a, "heading"), last_day=Told(b, "heading"))
        for a, b in days
    ]
    assert len(sittings(told)) == 1


def test_what_happens_within_the_days_of_an_event_at_its_place_is_of_it() -> None:
    event = replace(FORUM_MEETING, session=None)
    talk = replace(
        MAY_MEETING,
        id="talk",
        place=Told("Lund, Sweden", "text"),
        first_day=Told("2022-10-05", "text"),
    )
    assert len(sittings([event, talk])) == 1
    assert len(sittings([event, replace(talk, place=None)])) == 2


def test_a_short_name_of_a_session_needs_no_body() -> None:
    keys = {
        session_key(replace(FORUM_MEETING, session=Told(words, "text"), body=Told(body, "text")))
        for words, body in (("DWF-3", "Forum"), ("DWF 3", "Delta Water Forum"))
    }
    assert keys == {("dwf3",)}
    assert session_key(MAY_MEETING) is None


def test_what_most_reports_are_of_is_meant() -> None:
    groups = sittings([FORUM_MEETING, DAY_MEETING, MAY_MEETING])
    assert [one.lead.name for one in meant(groups)] == ["Delta Water Forum 3"]
    assert meant(sittings([JUNE_MEETING, MAY_MEETING])) == sittings([JUNE_MEETING, MAY_MEETING])


def test_the_record_with_most_days_leads() -> None:
    (sitting,) = sittings([FORUM_MEETING, DAY_MEETING])
    assert sitting.lead == FORUM_MEETING
    assert sitting.days == ("2022-10-04", "2022-10-06")

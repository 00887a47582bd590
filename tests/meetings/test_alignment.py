from __future__ import annotations

from qa.meetings.alignment import Clue, align
from qa.text import days_between

DAYS = list(days_between("2009-12-07", "2009-12-19"))  # Monday to Saturday of the next week


def test_bulletins_follow_each_other_and_rest_on_sunday() -> None:
    chosen = align([Clue()] * 11, DAYS)
    assert chosen == [day for day in DAYS if day != "2009-12-13"][:11]


def test_a_weekday_that_is_said_holds() -> None:
    clues = [Clue(said="Monday"), Clue(said="Tuesday"), Clue(said="Friday"), Clue(said="Monday")]
    assert align(clues, DAYS) == ["2009-12-07", "2009-12-08", "2009-12-11", "2009-12-14"]


def test_a_day_that_is_known_holds() -> None:
    clues = [Clue(), Clue(day="2009-12-10"), Clue(said="12-15")]
    chosen = align(clues, DAYS)
    assert chosen is not None
    assert chosen[0] < "2009-12-10"
    assert chosen[1:] == ["2009-12-10", "2009-12-15"]


def test_two_bulletins_may_have_one_day() -> None:
    assert align([Clue(said="Friday"), Clue(said="Friday")], DAYS[:6]) == ["2009-12-11"] * 2


def test_what_cannot_be_is_none() -> None:
    assert align([Clue(day="2010-01-01")], DAYS) is None
    assert align([], DAYS) is None
    assert align([Clue()], []) is None

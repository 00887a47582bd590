from __future__ import annotations

from itertools import combinations_with_replacement

from hypothesis import given
from hypothesis import strategies as st

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


def _cost(clues: list[Clue], days: tuple[int, ...]) -> int:
    """What the choice costs, in tenths: wrong weekdays, two of one day, days that are skipped."""
    cost = sum(60 for clue, day in zip(clues, days, strict=True) if DAYS[day] not in _fitting(clue))
    cost += sum(
        15 * (day == 6) + 4 * (day in (5, 12))
        for clue, day in zip(clues, days, strict=True)
        if not clue.said
    )
    cost += sum(30 for one, other in zip(days, days[1:], strict=False) if one == other)
    skipped = set(range(days[-1])) - set(days) - {6}
    left = set(range(days[-1] + 1, len(DAYS))) - {6}
    return cost + 10 * len(skipped) + 2 * len(left)


def _fitting(clue: Clue) -> list[str]:
    return [day for day in DAYS if not clue.said or day.endswith(clue.said)]


@given(
    st.lists(
        st.sampled_from([Clue(), *(Clue(said=day[5:]) for day in DAYS)]), min_size=1, max_size=3
    )
)
def test_no_other_choice_is_cheaper(clues: list[Clue]) -> None:
    chosen = align(clues, DAYS)
    assert chosen is not None
    every = combinations_with_replacement(range(len(DAYS)), len(clues))
    cheapest = min(_cost(clues, days) for days in every)
    assert _cost(clues, tuple(DAYS.index(day) for day in chosen)) == cheapest

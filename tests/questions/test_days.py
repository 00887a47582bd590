from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.questions.days import find_days, month_number, stretch


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("who sat on 14 January 2016?", "2016-01-14", "2016-01-14"),
        ("on January 14th, 2016", "2016-01-14", "2016-01-14"),
        ("on 2016-01-14", "2016-01-14", "2016-01-14"),
        ("on 14.01.2016", "2016-01-14", "2016-01-14"),
        ("in February 2024", "2024-02-01", "2024-02-29"),
        ("at the end of Sept. 2019", "2019-09-01", "2019-09-30"),
        ("how full was the pond late in 2021?", "2021-01-01", "2021-12-31"),
        ("the 2007 harbour meeting", "2007-01-01", "2007-12-31"),
        ("between 1997 and 1999", "1997-01-01", "1999-12-31"),
        ("since 2010", "2010-01-01", "9999-12-31"),
        ("before 2010", "0001-01-01", "2009-12-31"),
    ],
)
def test_days_are_a_stretch(text: str, first: str, last: str) -> None:
    (days,) = find_days(text)
    assert (days.first, days.last, days.yearless) == (first, last, "")


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("the April meeting", "04"),
        ("what was said last October?", "10"),
        ("who sat in May?", "05"),
        ("what was decided on 12 June?", "06-12"),
    ],
)
def test_a_month_may_be_of_any_year(text: str, mark: str) -> None:
    (days,) = find_days(text)
    assert days.yearless == mark


@pytest.mark.parametrize(
    "text",
    [
        "what may the board do?",
        "who asked for 2019 euros?",
        "is 2012 enough",
        "decision 1999/12",
        "on 31 February 2020",
        "what was decided on 31 February?",
        "march on",
    ],
)
def test_what_is_no_day_is_left_alone(text: str) -> None:
    assert [days for days in find_days(text) if days.one] == []
    assert len(find_days(text)) <= 1


def test_several_days_stand_in_order() -> None:
    found = find_days("from the meeting of 3 May 2020 to that in June 2021")
    assert [days.label for days in found] == ["3 May 2020", "June 2021"]


def test_months_and_years_have_ends() -> None:
    assert stretch("2023") == ("2023-01-01", "2023-12-31")
    assert stretch("2023-04") == ("2023-04-01", "2023-04-30")
    assert month_number("Sept.") == 9


@given(st.text())
def test_any_text_is_safe(text: str) -> None:
    for days in find_days(text):
        assert days.first <= days.last
        assert 0 <= days.span.start < days.span.end <= len(text)


@pytest.mark.parametrize("text", ["who sat at the may meeting?", "the march committee meeting"])
def test_a_month_without_a_capital_is_one_before_a_meeting(text: str) -> None:
    assert [days.yearless for days in find_days(text)] in (["05"], ["03"])

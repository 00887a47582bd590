from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.text.day_ranges import day_ranges, days_between


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("7–19 December 2009", "2009-12-07", "2009-12-19"),
        ("from 30 April - 8 May 2003", "2003-04-30", "2003-05-08"),
        ("28 December to 3 January 2010", "2009-12-28", "2010-01-03"),
        ("28 December 2009 - 3 January 2010", "2009-12-28", "2010-01-03"),
        ("May 31 – June 11, 1999", "1999-05-31", "1999-06-11"),
        ("16 and 17 May 2005", "2005-05-16", "2005-05-17"),
        ("Friday 3 May 2024 to Sunday 5 May 2024", "2024-05-03", "2024-05-05"),
        ("3/5/2024 - 5/5/2024", "2024-05-03", "2024-05-05"),
        ("du 3 au 5 mai 2024", "2024-05-03", "2024-05-05"),
        ("14 May 2024", "2024-05-14", "2024-05-14"),
        ("2024-05-14", "2024-05-14", "2024-05-14"),
    ],
)
def test_the_first_and_the_last_day(text: str, first: str, last: str) -> None:
    said = f"The board met: {text}."
    (found,) = day_ranges(said)
    assert (found.first, found.last) == (first, last)
    assert re.search(r"\d.*\d", said[slice(*found.span)])
    assert said[slice(*found.span)].endswith(text[-4:])


def test_two_dates_that_nothing_joins_are_two_days() -> None:
    found = day_ranges("On 3 May 2024 it met, on 5 May 2024 it ended.")
    assert [(day.first, day.last) for day in found] == [("2024-05-03",) * 2, ("2024-05-05",) * 2]


def test_what_is_too_long_is_no_range() -> None:
    assert [day.first for day in day_ranges("3 May 2020 - 5 May 2024")] == [
        "2020-05-03",
        "2024-05-05",
    ]


def test_every_day_of_a_range() -> None:
    days = list(days_between("2024-02-28", "2024-03-01"))
    assert days == ["2024-02-28", "2024-02-29", "2024-03-01"]


@given(st.text())
def test_any_text_is_safe(text: str) -> None:
    assert all(day.first <= day.last for day in day_ranges(text))

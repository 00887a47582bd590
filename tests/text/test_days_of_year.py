from __future__ import annotations

import pytest

from qa.text import days_of_year


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on 3 May we met", ["05-03"]),
        ("Monday 6th July, 9:00", ["07-06"]),
        ("the 14th of Sept. and jan. 2", ["09-14", "01-02"]),
        ("December 1st", ["12-01"]),
        ("29 February", ["02-29"]),
        ("31 February, 0 May and 45 June", []),
        ("3 May 2021, May 3, 2021 and May 3-5", []),
        ("the 3 mayors and 12 decisions", []),
    ],
)
def test_days_without_a_year(text: str, days: list[str]) -> None:
    assert [day.value for day in days_of_year(text)] == days


def test_where_and_how_they_are_written() -> None:
    text = "We meet on May 3rd."
    (day,) = days_of_year(text)
    assert text[slice(*day.span)] == "May 3rd"
    assert day.month == "May"

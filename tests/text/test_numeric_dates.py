from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.text.numeric_dates import date_in_name, numeric_dates


def _dates(text: str) -> list[str]:
    return [date for date, _ in numeric_dates(text)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("14.05.2024", ["2024-05-14"]),
        ("05/14/2024", ["2024-05-14"]),
        ("Tuesday 05/07/2024", ["2024-05-07"]),
        ("05/07/2024 (Fri)", ["2024-07-05"]),
        ("04/03/2024", ["2024-03-04"]),
        ("04/03/2024 and 04/25/2024", ["2024-04-03", "2024-04-25"]),
        ("04/04/2024", ["2024-04-04"]),
        ("31.02.2024", []),
        ("version 1.2.3.2024", []),
        ("10/11/20245", []),
        ("1.2/2024", []),
    ],
)
def test_the_order_of_day_and_month(text: str, dates: list[str]) -> None:
    assert _dates(text) == dates


def test_a_weekday_beside_another_date_decides_nothing() -> None:
    far = "Tuesday. " + "It went on for a long while. " * 2
    assert _dates(far + "05/07/2024") == ["2024-07-05"]


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)))
def test_a_weekday_makes_either_order_right(day: datetime.date) -> None:
    for written in (f"{day:%A %m/%d/%Y}", f"{day:%A %d/%m/%Y}"):
        (found,) = _dates(written)
        read = datetime.date.fromisoformat(found)
        assert read == day or f"{read:%A}" == f"{day:%A}"


@given(st.text(st.sampled_from("0123456789./- aMonday,"), max_size=60))
def test_spans_are_where_the_dates_are_written(text: str) -> None:
    for date, (start, end) in numeric_dates(text):
        assert date[:4] in text[start:end]


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("20240514-minutes.md", "2024-05-14"),
        ("2024_05_21_minutes.md", "2024-05-21"),
        ("2024.05.28 minutes.md", "2024-05-28"),
        ("2024/05/14/minutes.md", "2024-05-14"),
        ("board-2024-5-3.md", "2024-05-03"),
        ("Minutes 30.05.2024.docx", "2024-05-30"),
        ("Club-07.29.20-minutes.pdf", "2020-07-29"),
        ("Club minutes 29-07-20.pdf", "2020-07-29"),
        ("report 12345678.md", None),
        ("20241399.md", None),
        ("1224000e/index.md", None),
    ],
)
def test_dates_in_names(name: str, date: str | None) -> None:
    assert date_in_name(name) == date

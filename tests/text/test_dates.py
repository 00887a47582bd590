from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.text.dates import find_date, in_words, month_in_full, spelled


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2022-11-01", "2022-11-01"),
        ("minutes 2022-11-01 final", "2022-11-01"),
        ("News | 01 November 2022", "2022-11-01"),
        ("1 Nov 2022", "2022-11-01"),
        ("November 1, 2022", "2022-11-01"),
        ("Thursday 16 September 2021, 7 p.m., Glenfarrow Secondary School", "2021-09-16"),
        ("mardi 2 novembre 2022", "2022-11-02"),
        ("1 de noviembre de 2022", "2022-11-01"),
        ("2 May 1999", "1999-05-02"),
        ("the 14th of March 2023", "2023-03-14"),
        ("14.03.2023", "2023-03-14"),
        ("14/3/2023", "2023-03-14"),
        ("Sept. 3, 2019", "2019-09-03"),
        ("Saturday, 24 October 2020, 10 a.m., by video conference", "2020-10-24"),
        ("mardi 1er novembre 2022", "2022-11-01"),
        ("le 12 févr. 2021", "2021-02-12"),
        ("3 aou\u0302t 2021", "2021-08-03"),
        ("12 mars 2020", "2020-03-12"),
        ("MARDI 12 MARS 2020", "2020-03-12"),
        ("31 déc. 2020", "2020-12-31"),
        ("lunes 3 de agosto de 2020", "2020-08-03"),
        ("3 setiembre del 2021", "2021-09-03"),
        ("15 ene. 2020", "2020-01-15"),
        ("5 MAY 2020", "2020-05-05"),
    ],
)
def test_full_dates_are_found(text: str, date: str) -> None:
    assert find_date(text) == date


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Tuesday",
        "In 2022",
        "November 2022",
        "1 November",
        "tomorrow",
        "Decision 12/COP.3",
        "2022-13-45",
        "12022-11-012",
        "NOVEMBER 2022 AT 7 P.M.",
        "Item 1202211 of 3",
        "at least 3 may 2020 times",
        "the 12 Mars 2020 engineers",
        "They may meet in 2020",
        "Mars 2020",
        "3 minutes 2020",
        "29 February 2021",
    ],
)
def test_what_is_no_full_date_is_none(text: str) -> None:
    assert find_date(text) is None


def test_a_number_like_a_date_does_not_hide_one() -> None:
    assert find_date("File 2022-99-99 of 2022-11-01") == "2022-11-01"


@pytest.mark.parametrize(
    "text",
    [
        "6-8 November 2022",
        "6 – 8 November 2022",
        "November 6-8, 2022",
        "6 and 7 November 2022",
        "du 6 au 8 novembre 2022",
        "del 6 al 8 de noviembre de 2022",
        "6 y 7 de noviembre de 2022",
        "6 November – 2 December 2022",
        "November 6 – December 2, 2022",
        "6 novembre au 2 décembre 2022",
    ],
)
def test_of_a_range_the_first_day_is_taken(text: str) -> None:
    assert find_date(text) == "2022-11-06"


@given(
    st.integers(0, 99), st.sampled_from(["May", "mai", "maybe", "x" * 12, "13"]), st.integers(0, 9)
)
def test_what_looks_like_a_date_is_one_or_none(day: int, month: str, year: int) -> None:
    found = find_date(f"{day} {month} 202{year}")
    assert found is None or (day <= 31 and found == f"202{year}-05-{day:02}")


@given(st.dates())
def test_a_date_in_digits_is_found_as_it_is(date: datetime.date) -> None:
    assert find_date(f"minutes of {date.isoformat()}, final") == date.isoformat()


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)))
def test_a_date_in_words_is_found_again(date: datetime.date) -> None:
    words, _ = in_words(date.isoformat()).split(" (")
    assert find_date(words) == date.isoformat()


@pytest.mark.parametrize(
    ("date", "said"),
    [("1995-02-09", "9 February 1995"), ("1995-02", "February 1995"), ("1995", "1995")],
)
def test_a_date_is_spelled_as_people_say_it(date: str, said: str) -> None:
    assert spelled(date) == said


def test_words_and_digits_are_what_people_ask_for() -> None:
    assert in_words("1995-02-09") == "Thursday 9 February 1995 (1995-02-09)"


@pytest.mark.parametrize(
    ("date", "said"), [("1995-02", "February 1995 (1995-02)"), ("1995", "1995")]
)
def test_a_date_may_lack_day_and_month(date: str, said: str) -> None:
    assert in_words(date) == said


@pytest.mark.parametrize(
    ("word", "full"),
    [("feb", "february"), ("sept", "september"), ("may", "may"), ("febrile", "febrile")],
)
def test_short_months_are_spelled(word: str, full: str) -> None:
    assert month_in_full(word) == full

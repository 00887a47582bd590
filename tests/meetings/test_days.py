from __future__ import annotations

import pytest

from qa.meetings.days import Days
from qa.types import Told
from tests.meetings.reading import meeting_of, report_of, value


@pytest.mark.parametrize(
    ("text", "first", "last", "reported"),
    [
        ("# Talks, 7–19 December 2009\n\nThey end.", "2009-12-07", "2009-12-19", None),
        ("# Talks\n\nThe talks met from 31 May - 11 June 1999.", "1999-05-31", "1999-06-11", None),
        ("# Board of 3 May 2024\n\nIt met.", "2024-05-03", "2024-05-03", "2024-05-03"),
        ("# Talks, 8 December 2009\n\nThe talks take place from 7-19 December 2009.",
         "2009-12-07", "2009-12-19", "2009-12-08"),
        ("# Board\n\nDate: 3-5 May 2024\n\nIt met.", "2024-05-03", "2024-05-05", None),
        ("# Board\n\nIt agreed.", None, None, None),
        ("TALKS, 4-8 JULY 2022\nDAILY BULLETIN No. 2       Tuesday, 5 July 2022\n\nIt rained.",
         "2022-07-04", "2022-07-08", "2022-07-05"),
    ],
)  # fmt: skip
def test_when_it_was(text: str, first: str | None, last: str | None, reported: str | None) -> None:
    meeting = meeting_of(text)
    told = (meeting.first_day, meeting.last_day, meeting.reported)
    assert tuple(map(value, told)) == (first, last, reported)


def test_the_days_stand_where_they_are_written() -> None:
    report = report_of("# Talks, 7–19 December 2009\n\nThey end.")
    told = report.meetings[0].last_day
    assert told is not None
    assert told.span is not None
    assert report.text[slice(*told.span)] == "7–19 December 2009"
    assert told.how == "title"


def test_a_day_of_the_name_has_the_words_that_say_the_same() -> None:
    report = report_of("# Board\n\nThe board met on 3 May 2024.", "2024-05-03.md")
    told = report.meetings[0].reported
    assert told is not None
    assert told.span is not None
    assert report.text[slice(*told.span)] == "3 May 2024"


def test_the_day_that_a_file_was_made_has_a_reason() -> None:
    told = meeting_of("# Board\n\nIt met.", "2024-05-03.md").reported
    assert told == Told("2024-05-03", "file name")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# Highlights\n\nOn Wednesday, delegates met.", "Wednesday"),
        ("# Highlights\n\nOn Friday, 4 May, and Sunday, 6 May, delegates met.", "05-04"),
        ("# Highlights\n\nThe talks opened on June 7th.", "06-07"),
        ("# Highlights\n\nDelegates met.", None),
    ],
)
def test_what_is_said_of_the_day_without_its_year(text: str, said: str | None) -> None:
    assert meeting_of(text).said_day == said


def test_a_range_holds_its_days() -> None:
    days = Days(Told("2024-05-03", "title"), Told("2024-05-05", "title"))
    assert days.holds("2024-05-04")
    assert not days.holds("2024-05-06")
    assert days.is_in("2024-05")
    assert not Days().holds("2024-05-04")

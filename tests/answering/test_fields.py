from __future__ import annotations

from dataclasses import replace

import pytest

from qa.answering import fields
from qa.answering.fields import field, values
from qa.types import Aspect, Filter, Meeting, Told
from tests.answering.society import (
    DAY_MEETING,
    FORUM_MEETING,
    JUNE_MEETING,
    MAY_MEETING,
    Society,
    ask,
    of,
)


@pytest.mark.parametrize(
    ("aspect", "meeting", "answer"),
    [
        ("day", MAY_MEETING, "9 May 2023"),
        ("place", MAY_MEETING, "Pellbrook Hall"),
        ("start", MAY_MEETING, "7.00 pm"),
        ("end", MAY_MEETING, "8.45 pm"),
        ("duration", MAY_MEETING, "7.00 pm; 8.45 pm"),
        ("next day", MAY_MEETING, "13 June 2023"),
        ("next place", MAY_MEETING, "Old Mill"),
        ("day", FORUM_MEETING, "4-6 October 2022"),
        ("duration", FORUM_MEETING, "4-6 October 2022"),
        ("place", FORUM_MEETING, "Lund, Sweden"),
    ],
)
def test_a_field_is_cited_at_its_words(aspect: Aspect, meeting: Meeting, answer: str) -> None:
    found = field(ask("?", aspect=aspect, filter=of(meeting)), Society())
    assert found is not None
    assert found.answer == answer
    assert all(c.answer in c.quote and len(c.quote) > len(c.answer) for c in found.citations)


@pytest.mark.parametrize("aspect", ["start", "end", "duration", "place"])
def test_what_the_record_lacks_is_not_known(aspect: Aspect) -> None:
    assert field(ask("?", aspect=aspect, filter=of(JUNE_MEETING)), Society()) is None


def test_what_a_file_name_tells_is_said_to_be_so() -> None:
    found = field(ask("?", aspect="day", filter=of(JUNE_MEETING)), Society())
    assert found is not None
    assert (found.answer, found.items[0].known) == ("13 June 2023", "file name")
    assert "committee meeting" in found.citations[0].quote


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2022-10-04", "2022-10-06", "4–6 October 2022"),
        ("2022-09-30", "2022-10-06", "30 September 2022 – 6 October 2022"),
        ("2022-09", "2022-10", "September 2022 – October 2022"),
    ],
)
def test_days_that_a_catalogue_tells_are_written_in_words(
    first: str, last: str, words: str
) -> None:
    meeting = replace(
        MAY_MEETING, first_day=Told(first, "catalogue"), last_day=Told(last, "catalogue")
    )
    found = field(ask("?", aspect="day", filter=of(meeting)), Society([meeting]))
    assert found is not None
    assert found.answer == words


@pytest.mark.parametrize("words", ["1000hrs", "1900 hours"])
def test_an_hour_in_digits_is_no_year(words: str) -> None:
    meeting = replace(MAY_MEETING, time=Told(words, "front matter"))
    found = field(ask("?", aspect="start", filter=of(meeting)), Society([meeting]))
    assert found is not None
    assert found.answer == words


def test_no_more_meetings_are_looked_at_than_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[object] = []
    best = fields._best
    monkeypatch.setattr(fields, "_best", lambda *args: looked.append(args) or best(*args))
    many = [replace(MAY_MEETING, id=str(number), place=None) for number in range(40)]
    many = [replace(one, first_day=Told(f"20{10 + int(one.id)}-05-09", "title")) for one in many]
    found = field(ask("?", aspect="day"), Society(many))
    assert found is not None
    assert (len(found.items), len(looked)) == (10, 10)


def test_a_session_is_as_long_as_most_of_its_reports_say() -> None:
    one = ask("?", aspect="day", filter=Filter(body="Delta Water Forum"))
    found = field(one, Society([FORUM_MEETING, DAY_MEETING]))
    assert found is not None
    assert found.answer == "4-6 October 2022"


def test_now_and_next_are_of_the_newest_meeting_that_tells() -> None:
    asked = ask("When is the next meeting?", aspect="next day", latest=True)
    found = field(asked, Society())
    assert found is not None
    assert found.answer == "11 July 2023"
    assert found.hint == "From the newest report that says so, of 13 June 2023."


def test_without_a_meeting_each_of_the_newest_is_told() -> None:
    found = field(ask("When was the meeting?", aspect="day"), Society())
    assert found is not None
    assert found.kind == "list"
    assert [item.answer for item in found.items] == [
        "13 June 2023",
        "9 May 2023",
        "4-6 October 2022",
    ]
    assert "Name one" in (found.hint or "")


def test_when_something_else_was_is_no_field() -> None:
    assert field(ask("When was the tank mended?", aspect="day", matter="tank"), Society()) is None


def test_what_is_inferred_says_why() -> None:
    day = Told("2023-06-13", "series", why="it is numbered between two dated ones")
    meeting = replace(JUNE_MEETING, first_day=day)
    found = field(ask("?", aspect="day", filter=of(meeting)), Society([meeting]))
    assert found is not None
    assert found.hint == "Inferred: it is numbered between two dated ones."


def test_a_session_of_several_days_has_no_hours() -> None:
    both = replace(FORUM_MEETING, time=Told("9.00", "text"), ended=Told("17.00", "text"))
    assert values("end", both) == (both.last_day,)
    assert values("votes", both) == ()

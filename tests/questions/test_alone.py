from __future__ import annotations

import pytest

from qa.questions.alone import read
from qa.types import Filter
from tests.questions.invented import COLLECTION, COPPER_5, HERRING, ORCHARD_MAY, ids


def test_a_question_is_taken_apart() -> None:
    asked = read("What did Ms Arden say about the levy at ICT 5?", COLLECTION).asked
    assert (asked.kind, asked.person, asked.matter) == ("statements", "Ms Arden", "levy")
    assert asked.filter == Filter(meetings=ids(COPPER_5))
    assert [one.words for one in asked.applied] == ["ICT 5"]


def test_of_whom_over_the_years() -> None:
    asked = read("what did Norway propose on bycatch over the years?", COLLECTION).asked
    assert (asked.kind, asked.person, asked.matter) == ("timeline", "Norway", "bycatch")


def test_only_a_meeting_is_asked_for_its_day() -> None:
    assert read("when was ICT 5?", COLLECTION).asked.aspect == "day"
    assert read("when was the Lisbon Accord signed?", COLLECTION).asked.aspect is None


@pytest.mark.parametrize(
    ("question", "latest"),
    [
        ("who is the treasurer?", True),
        ("who is the chair of the ICT now?", True),
        ("how much money do we have?", True),
        ("where will the fair be held?", True),
        ("when is the next meeting?", True),
        ("who was the treasurer?", False),
        ("who is named at HFC-12?", False),
    ],
)
def test_now_is_in_the_newest_report(question: str, latest: bool) -> None:
    assert read(question, COLLECTION).asked.latest is latest


def test_meetings_are_counted_where_none_was() -> None:
    asked = read("how many meetings were in Utopia?", COLLECTION).asked
    assert (asked.kind, asked.filter.place, asked.applied[0].count) == ("count", "Utopia", 0)


def test_words_that_name_a_meeting_can_be_searched_for() -> None:
    asked = read("September 2018", COLLECTION).asked
    assert (asked.kind, asked.matter, asked.filter) == ("search", "September 2018", Filter())


def test_to_be_told_about_a_meeting_is_a_summary() -> None:
    assert read("tell me about HFC-12", COLLECTION).asked.kind == "summary"
    assert read("tell me about HFC-12", COLLECTION).asked.filter.meetings == ids(HERRING)
    assert read("tell me about the ferry", COLLECTION).asked.kind == "search"


def test_a_preposition_goes_with_its_day() -> None:
    asked = read("what happened at the orchard committee in May 2021?", COLLECTION).asked
    assert (asked.kind, asked.filter.meetings) == ("summary", ids(ORCHARD_MAY))

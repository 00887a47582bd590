from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.questions.filters import resolve
from qa.questions.sessions import in_words
from qa.types import Filter
from tests.questions.invented import (
    COPPER_4,
    COPPER_5,
    HARBOUR,
    HERRING,
    INDEX,
    ORCHARD_JULY,
    ORCHARD_MAY,
    TOWN_HALL,
    ids,
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("who chaired ICT 4?", ids(*COPPER_4)),
        ("who sat on the orchard committee in May 2021?", ids(ORCHARD_MAY)),
        ("what came out of the July 2021 orchard committee?", ids(ORCHARD_JULY)),
        ("what happened on 3 March 1998?", ids(COPPER_4[1])),
        ("what happened on 11 September 2018?", ids(HERRING)),
        ("who took part in the July orchard committee?", ids(ORCHARD_JULY)),
        ("what was decided at the last orchard committee meeting?", ids(ORCHARD_JULY)),
        ("what was decided at the last meeting?", ids(TOWN_HALL)),
        ("the fourth session of the Copper Treaty in Gdansk", ids(*COPPER_4)),
        ("what did the harbour board say in February 2022?", ids(HARBOUR)),
    ],
)
def test_names_and_days_tell_the_meetings(text: str, wanted: tuple[str, ...]) -> None:
    assert resolve(text, INDEX).filter == Filter(meetings=wanted)


def test_what_many_have_in_common_is_a_criterion() -> None:
    found = resolve("what did Ms Arden say in Lisbon in March 1999?", INDEX)
    assert found.filter == Filter(first_day="1999-03-01", last_day="1999-03-31", place="Lisbon")
    assert [(one.label, one.words, one.count) for one in found.applied] == [
        ("in Lisbon", "Lisbon", 1),
        ("March 1999", "March 1999", 1),
    ]


def test_what_no_meeting_has_is_no_filter() -> None:
    assert not resolve("what happened in 1987 in Utopia?", INDEX).filter
    assert not resolve("who chaired the thirtieth session of the copper treaty?", INDEX).filter


def test_what_a_name_does_not_agree_with_is_shown_and_left_out() -> None:
    found = resolve("who chaired ICT 4 in 1965?", INDEX)
    assert found.filter == Filter(meetings=ids(*COPPER_4))
    assert [(one.words, one.count) for one in found.applied] == [("ICT 4", 2), ("1965", 0)]


def test_a_question_across_meetings_may_leave_none() -> None:
    found = resolve("how many meetings were in Utopia in 1987?", INDEX, across=True)
    assert (found.filter.place, found.filter.first_day) == ("Utopia", "1987-01-01")
    assert [one.count for one in found.applied] == [0, 0]


def test_a_body_is_a_criterion() -> None:
    assert resolve("who is the chair of the ICT?", INDEX).filter == Filter(body="ICT")
    assert COPPER_5.id in ids(COPPER_5)


@given(st.text())
def test_any_question_is_safe(text: str) -> None:
    found = resolve(text, INDEX)
    assert bool(found.filter) <= bool(found.named)
    assert len(found.applied) <= len(found.named)


@pytest.mark.parametrize("text", ["how many ICTs were in Gdańsk", "which ICT sessions were held?"])
def test_sessions_of_a_body_are_all_that_it_held(text: str) -> None:
    found = resolve(in_words(text, INDEX), INDEX, across=True)
    assert [one.label for one in found.named][:1] == ["ICT"]
    assert found.meetings
    assert set(found.filter.meetings) == {INDEX.meetings[at].id for at in found.meetings}

from __future__ import annotations

import pytest

from qa.answering.scope import beyond, finds_none
from qa.types import Applied
from tests.answering.society import FORUM_MEETING, MAY_MEETING, ask


@pytest.mark.parametrize(
    "question",
    [
        "Where was it?",
        "Who chaired the committee meeting of the Allotment Society on 9 May 2023?",
        "Who was the vice-chair in Pellbrook Hall?",
        "When did the society last meet?",
    ],
)
def test_a_meeting_its_days_and_an_office_are_all(question: str) -> None:
    assert beyond(ask(question), [MAY_MEETING]) == set()


def test_what_else_is_named_stays() -> None:
    asked = ask("Who chaired the group on dredging at the Delta Water Forum?")
    assert beyond(asked, [FORUM_MEETING]) == {"dredg"}


def test_words_that_chose_the_meeting_are_no_more() -> None:
    spring = Applied(label="May 2023", words="the rent talks", count=1)
    asked = ask("Where were the rent talks?", applied=(spring,))
    assert beyond(asked, [MAY_MEETING]) == set()
    assert not finds_none(asked)


def test_a_filter_that_lets_none_in_is_told() -> None:
    nowhere = Applied(label="Oslo", words="in Oslo", count=0)
    assert finds_none(ask("Who chaired it?", applied=(nowhere,)))

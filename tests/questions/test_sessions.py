from __future__ import annotations

import pytest

from qa.questions.sessions import find_bodies, find_numbered, find_ordinal
from tests.questions.invented import INDEX


@pytest.mark.parametrize("text", ["who chaired ICT-5?", "where was ict 5", "when was ICT5 held?"])
def test_a_session_is_named_by_its_number(text: str) -> None:
    (one,) = find_numbered(text, INDEX)
    assert (one.label, one.way) == ("ICT 5", "session")


@pytest.mark.parametrize(
    "text",
    [
        "the fifth session of the International Copper Treaty",
        "where was the 5th copper session held?",
        "fifth session of the ICT",
        "the fifth session of the I-C-T",
    ],
)
def test_a_session_is_named_by_its_ordinal(text: str) -> None:
    (one,) = find_ordinal(text, INDEX)
    assert one.label == "ICT 5"


@pytest.mark.parametrize(
    "text", ["ICT 99", "issue 5", "the fifth session of the Reef Council", "the fiftieth session"]
)
def test_a_session_that_there_is_not_names_nothing(text: str) -> None:
    assert [*find_numbered(text, INDEX), *find_ordinal(text, INDEX)] == []


def test_a_body_goes_by_its_short_name() -> None:
    (one,) = find_bodies("who is the chair of the ICT now?", INDEX)
    assert (one.way, one.value, len(one.meetings)) == ("body", "ICT", 3)
    assert list(find_bodies("who chaired ICT 99?", INDEX)) == []

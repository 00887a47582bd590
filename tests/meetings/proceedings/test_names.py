from __future__ import annotations

import pytest

from qa.meetings.proceedings.names import is_person, is_role


@pytest.mark.parametrize(
    "name",
    ["Una Falk", "Dr Una Falk", "J. K. van der Berg", "Falk", "Mr. Falk", "Ilse Marden-Wick"],
)
def test_names(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize(
    "words", ["Finance Committee", "Treasurer", "June", "II", "Falk’s", "9 members", "the council"]
)
def test_no_names(words: str) -> None:
    assert not is_person(words)


def test_one_word_where_full_names_are_asked_for() -> None:
    assert not is_person("Falk", short=False)


def test_roles() -> None:
    assert is_role("Head of Libraries")
    assert not is_role("Fen Trust Ltd")

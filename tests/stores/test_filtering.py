"""What a filter lets in is tried in tests/filter_contract.py; here is what only a name has."""

from __future__ import annotations

import pytest

from qa.stores import is_named


@pytest.mark.parametrize(
    ("person", "name"),
    [
        ("Urrutia", "Tomás Urrutia Noguera"),
        ("Ms. Esim", "Simel Esim"),
        ("Chair Urrutia", "Urrutia"),
        ("the chair", "the Chair"),
    ],
)
def test_a_name_has_every_word_of_the_person(person: str, name: str) -> None:
    assert is_named(person, name)


@pytest.mark.parametrize(
    ("person", "name"),
    [("Urrutia Lopez", "Tomás Urrutia"), ("Ito", "Itoh"), ("", "Ito"), ("Ito", "")],
)
def test_another_name_is_another_person(person: str, name: str) -> None:
    assert not is_named(person, name)

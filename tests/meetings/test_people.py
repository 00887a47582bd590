from __future__ import annotations

import pytest

from qa.meetings.people import family_name, merge_people, parts, same_person


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Raúl Ferrer Aldana", "Ferrer"),
        ("Chair Ferrer", "Raúl Ferrer"),
        ("Raúl Ferrer", "Raúl Ferrer Aldana"),
        ("Ms Falk", "Una Falk"),
        ("U. Falk", "Una Falk"),
        ("Una", "Una Falk"),
        ("Dr Úna Falk", "Una Falk"),
        ("Oskar Lindqvist", "Oskar Lindquist"),
        ("Bob Terrant", "Robert Terrant"),
        ("SBX Chair Falk", "Una Falk"),
    ],
)
def test_one_person(one: str, other: str) -> None:
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Una Falk", "Milo Falk"),
        ("Mr Falk", "Ms Falk"),
        ("Una Falk", "Una Lind"),
        ("", "Una Falk"),
    ],
)
def test_two_people(one: str, other: str) -> None:
    assert not same_person(one, other)


def test_variants_are_merged() -> None:
    merged = merge_people(["Falk", "Una Falk", "Ms Falk", "Oskar Lind", "O. Lind"])
    assert merged == {
        "Falk": "Una Falk",
        "Una Falk": "Una Falk",
        "Ms Falk": "Una Falk",
        "Oskar Lind": "Oskar Lind",
        "O. Lind": "Oskar Lind",
    }


def test_two_of_one_family_stay_two() -> None:
    merged = merge_people(["Una Falk", "Milo Falk", "Falk"])
    assert len({merged["Una Falk"], merged["Milo Falk"], merged["Falk"]}) == 3


def test_parts() -> None:
    assert parts("Ms Una M. Falk (Fen Trust)") == ("falk", ("una", "m"), "she")
    assert family_name("President Falk") == "falk"
    assert family_name("Jørgen Ångström-Łoś") == "angstrom-los"

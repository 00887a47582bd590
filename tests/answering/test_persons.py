from __future__ import annotations

import pytest

from qa.answering.persons import folded, name_words, same_person


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("Marlow", "Ines Marlow"),
        ("Ines", "Ines Marlow"),
        ("Ines Marlow", "Ms Marlow"),
        ("Ines Marlow", "Chair Marlow"),
        ("Ines Marlow", "I. Marlow"),
        ("Inés Márlow", "INES MARLOW"),
        ("Raul Estrana", "Raul Estrana Oyo"),
        ("India", "INDIA"),
        ("G-77/China", "G-77/CHINA"),
        ("the G-77/China", "G-77/CHINA"),
        ("the chair", "Chair"),
        ("Ms Marlow's", "Marlow"),
    ],
)
def test_variants_are_one_person(asked: str, written: str) -> None:
    assert same_person(asked, written)


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("Ines Marlow", "Ada Marlow"),
        ("Ines Marlow", "Ines"),
        ("China", "G-77/CHINA"),
        ("the chair", "vice-chair"),
        ("the chair", "Ines Marlow"),
        ("Ines Marlow", "the chair"),
        ("Marlow", ""),
    ],
)
def test_others_are_not(asked: str, written: str) -> None:
    assert not same_person(asked, written)


def test_titles_are_no_part_of_a_name() -> None:
    assert name_words("H.E. Ambassador Dr. Ines Marlow") == ("ines", "marlow")
    assert name_words("the vice-chair") == ()


def test_letters_are_compared_without_accents_and_case() -> None:
    assert folded("  Çağ  ÉLAN ") == "cag elan"

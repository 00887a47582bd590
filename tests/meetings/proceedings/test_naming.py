from __future__ import annotations

import pytest

from qa.meetings.proceedings.naming import only_people, people_in
from qa.types import Span


def _told(text: str) -> list[tuple[str, str, str | None]]:
    found = people_in(text, Span(0, len(text)))
    assert all(" ".join(text[slice(*one.span)].split()) == one.name for one in found)
    return [(one.name, one.role, one.organisation) for one in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Una Falk, Milo Terrant and Oskar Lind", ["Una Falk", "Milo Terrant", "Oskar Lind"]),
        ("Messrs. Lind, Vey, and Ms. Falk", ["Lind", "Vey", "Ms. Falk"]),
        ("Cllrs J. Amory, P. Dent and R. Oakes", ["J. Amory", "P. Dent", "R. Oakes"]),
        ("the Deans: Dr U. Falk (Law), Dr O. Lind (Arts)", ["Dr U. Falk", "Dr O. Lind"]),
        ("Dr Una Falk, Elm Buses\nMs Ida Vey, Fen Watch", ["Dr Una Falk", "Ms Ida Vey"]),
        ("Falk, Lind, Vey", ["Falk", "Lind", "Vey"]),
        ("* Una Falk @unaf (TSC)", ["Una Falk"]),
        ("Mr. Falk Ms. Lind Mr. Vey", ["Mr. Falk", "Ms. Lind", "Mr. Vey"]),
        (
            "Una R. Falk Milo T. Terrant Oskar P. Lind",
            ["Una R. Falk", "Milo T. Terrant", "Oskar P. Lind"],
        ),
        ("148 members in person or by proxy", []),
        ("Walt and Ginger Oakes, Una Falk", ["Walt", "Ginger Oakes", "Una Falk"]),
    ],
)
def test_the_names_of_a_list(text: str, names: list[str]) -> None:
    assert [name for name, _, _ in _told(text)] == names


def test_what_stands_beside_a_name() -> None:
    text = "President, Una Falk; Treasurer, Milo Terrant; Oskar Lind (Fen Trust)"
    assert _told(text) == [
        ("Una Falk", "president", None),
        ("Milo Terrant", "treasurer", None),
        ("Oskar Lind", "", "Fen Trust"),
    ]
    assert _told("Secretary – Una Falk and Treasurer Milo Terrant") == [
        ("Una Falk", "secretary", None),
        ("Milo Terrant", "treasurer", None),
    ]


def test_a_role_after_a_name_that_runs_on() -> None:
    text = "Mr. Falk, Chairman Mr. Lind, Vice Chairman Mr. Vey Ms. Olm"
    assert [(name, role) for name, role, _ in _told(text)] == [
        ("Mr. Falk", "chairman"),
        ("Mr. Lind", "vice chairman"),
        ("Mr. Vey", ""),
        ("Ms. Olm", ""),
    ]


def test_only_people() -> None:
    text = "Una Falk and Milo Terrant"
    assert len(only_people(text, Span(0, len(text)))) == 2
    text = "A quorum of the club"
    assert only_people(text, Span(0, len(text))) == []


def test_who_holds_an_office_stands_in_brackets_behind_it() -> None:
    told = _told("The Provost (Professor Ivo Ash) (Chair); Dr Una Falk (Science)")
    assert told == [
        ("Professor Ivo Ash", "provost, chair", None),
        ("Dr Una Falk", "", "Science"),
    ]


def test_an_office_is_told_once() -> None:
    assert _told("the Secretary (Mr Ivo Ash) (Secretary)") == [("Mr Ivo Ash", "secretary", None)]

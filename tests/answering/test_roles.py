from __future__ import annotations

import pytest

from qa.answering.roles import (
    another_deed,
    another_role,
    asked_deed,
    asked_role,
    is_in_full,
    is_role,
    office_of,
    role_in,
    roles_in,
    tells_deed,
)


@pytest.mark.parametrize(
    ("question", "role"),
    [
        ("Who chaired the session?", "chaired"),
        ("who was the vice-chair?", "vice chair"),
        ("Who is the Executive Secretary now?", "executive secretary"),
        ("who presided in Lund", "presided"),
        ("Who won?", None),
    ],
)
def test_a_question_names_an_office(question: str, role: str | None) -> None:
    assert asked_role(question) == role


@pytest.mark.parametrize(
    ("asked", "role"),
    [
        ("chaired", "chair"),
        ("chaired", "president"),
        ("presided", "chairman"),
        ("chairs", "co-chair"),
        ("chair", "chairperson"),
        ("vice chair", "vice-chair"),
        ("treasurer", "acting treasurer"),
        ("executive secretary", "executive secretary"),
    ],
)
def test_an_office_goes_by_several_words(asked: str, role: str) -> None:
    assert is_role(asked, role)


@pytest.mark.parametrize(
    ("asked", "role"),
    [
        ("chaired", "vice-chair"),
        ("vice chair", "chair"),
        ("president", "chair"),
        ("executive secretary", "secretary"),
        ("treasurer", "secretary"),
        ("chair", "member"),
    ],
)
def test_another_office_is_another(asked: str, role: str) -> None:
    assert not is_role(asked, role)


def test_a_name_beside_another_office_is_no_answer() -> None:
    question = "Who was the chair?"
    assert another_role(question, "Vice-chair Ada Finch spoke.", "Ada Finch")
    assert not another_role(question, "Chair Ada Finch spoke.", "Ada Finch")
    assert not another_role(question, "The officers heard Ada Finch.", "Ada Finch")
    assert another_role(question, "Treasurer Ada Finch spoke of it.", "Ada Finch")
    assert not another_role(question, "Minister Ada Finch spoke of it.", "Ada Finch")
    assert not another_role("Who spoke?", "Vice-chair Ada Finch spoke.", "Ada Finch")


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("Who was elected president?", "President Vik opened the forum.", True),
        ("Who opened the forum?", "President Vik opened the forum.", False),
        ("Who was absent?", "Ada Finch abstained.", True),
        ("Who abstained?", "Ada Finch abstained, and Piet Lorne was absent.", False),
        ("Who paid?", "President Vik opened the forum.", False),
        ("Who opened it?", "President Vik spoke first.", False),
    ],
)
def test_another_deed_is_no_answer(question: str, sentence: str, other: bool) -> None:
    assert another_deed(question, sentence) is other


def test_each_asked_deed_must_be_told() -> None:
    assert tells_deed("Who was elected chair?", "Ada Finch was elected.")
    assert not tells_deed("Who was elected chair?", "Chair: Ada Finch")
    assert tells_deed("Who was the chair?", "Chair: Ada Finch")


def test_who_opened_or_closed_it_stands_in_place_of_an_office() -> None:
    assert asked_deed("Who opened the forum?") == "opened"
    assert asked_deed("who closed it") == "closed"
    assert asked_deed("Who chaired it?") is None


def test_the_words_may_have_the_office_in_full() -> None:
    said = "The Executive Secretary, Ada Finch, spoke."
    assert is_in_full("executive secretary", "secretary", said)
    assert not is_in_full("executive secretary", "secretary", "The Secretary spoke.")
    assert not is_in_full("executive secretary", "chair", said)


def test_an_office_is_of_what_stands_beside_it() -> None:
    assert office_of("Rower Chair Ola Brandt spoke", "chair", ["rower"])
    assert office_of("the Chair of the Rowers, Ola Brandt", "chair", ["rower"])
    assert office_of("French President Lebrun spoke", "president", ["franc"])
    assert not office_of("the group, chaired by Ola Brandt, on Rowers", "chair", ["rower"])
    assert not office_of("Rower Vice-Chair Ola Brandt", "chair", ["rower"])


def test_all_offices_of_a_text_are_found() -> None:
    assert roles_in("Ola (Vice-Chair, in the chair)") == ["Vice-Chair", "chair"]
    assert role_in("Ola (Vice-Chair, in the chair)", "chair")


def test_who_moderated_was_the_moderator() -> None:
    role = asked_role("who moderated the panel?")
    assert role is not None
    assert is_role(role, "moderator")
    assert asked_role("who is the convener of the panel for the director") == "convener"

from __future__ import annotations

from qa.meetings.proceedings.attendance import attendance
from qa.meetings.proceedings.offices import offices
from tests.meetings.proceedings.invented import COUNCIL, MINUTES, blocks


def _told(text: str, name: str = "a.md") -> list[tuple[str, str]]:
    read, found = blocks(text, name)
    return [(one.name, one.role) for one in offices(read.text, found, attendance(read.text, found))]


def test_labelled_lines() -> None:
    assert _told("Chair: Una Falk\nScribes: Oskar Lind, Runa Vey\n", "a.txt") == [
        ("Una Falk", "chair"),
        ("Oskar Lind", "scribe"),
        ("Runa Vey", "scribe"),
    ]


def test_of_those_present() -> None:
    assert _told(MINUTES) == [("Dr Una Falk", "chair"), ("Milo Terrant", "treasurer")]


def test_who_called_to_order_and_whose_office_stands_in_front() -> None:
    told = _told(COUNCIL, "a.txt")
    assert ("Anka Rolfe", "mayor") in told
    assert ("Anka Rolfe", "opened") in told
    assert ("Jonas Pike", "clerk") in told


def test_a_vice_chair_in_the_chair_is_both() -> None:
    told = _told("# Club\n\n## Present\n\n- Una Falk (Vice-Chair, in the chair)\n- Oskar Lind\n")
    assert sorted(role for _, role in told) == ["chair", "vice-chair, in the chair"]


def test_an_office_beside_another() -> None:
    assert ("Professor Ivo Ash", "chair") in _told(
        "Present: The Provost (Professor Ivo Ash) (Chair); Dr Una Falk (Science).", "a.txt"
    )


def test_chairs_of_committees_where_a_president_leads() -> None:
    text = "Present were: President, Una Falk; Clerk, Runa Vey.\n\nOskar Lind, Chairman, reported."
    assert ("Oskar Lind", "chairman") not in _told(text, "a.txt")


def test_an_office_that_speaks_names_nobody() -> None:
    text = "CHAIR (Una Falk): Good morning to you.\n\nCHAIR: Elections. We have two places.\n"
    assert _told(text, "a.txt") == [("Una Falk", "chair")]


def test_a_word_that_only_holds_a_verb() -> None:
    assert _told("Transcribed from the recording by Una Falk.", "a.txt") == []


def test_a_deputy_beside_the_one_who_was_absent() -> None:
    text = "In the absence of Mayor Lind, Deputy Mayor Una Falk called the meeting to order."
    told = _told(text, "a.txt")
    assert ("Lind", "deputy mayor") not in told
    assert [name for name, role in told if role == "opened"] == ["Una Falk"]

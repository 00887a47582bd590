from __future__ import annotations

from qa.meetings.proceedings.attendance import attendance
from qa.meetings.proceedings.statements import statements
from tests.meetings.proceedings.invented import COUNCIL, MINUTES, blocks


def _said(text: str, name: str = "a.txt") -> list[tuple[str, str]]:
    read, found = blocks(text, name)
    told = statements(read.text, found, attendance(read.text, found))
    return [(one.speaker, " ".join(read.text[slice(*one.span)].split())) for one in told]


def test_a_pronoun_goes_on() -> None:
    said = _said(COUNCIL)
    assert ("Ms Marden", "She added that the pier was rotten.") in said


def test_a_pronoun_that_contradicts_the_title_is_nobody() -> None:
    assert len(_said("Ms Falk said no. He added that it was late.")) == 1


def test_labels_of_a_transcript() -> None:
    said = _said(MINUTES, "a.md")
    assert ("Milo", "* Milo: the paths cost 400 crowns.") in said
    assert ("Oskar", "* Oskar: the trust pays half of it.") in said


def test_a_quotation_of_several_sentences() -> None:
    text = "“We lost it,” said Una Falk. “It was late. We went home.” The pier is long."
    assert [speaker for speaker, _ in _said(text)][:2] == ["Una Falk", "Una Falk"]
    assert not any("pier" in words for _, words in _said(text))


def test_another_speaker_ends_it() -> None:
    said = _said("Ms Falk said it was late. Mr Lind said it was early. He thanked her.")
    assert [speaker for speaker, _ in said] == ["Ms Falk", "Mr Lind", "Mr Lind"]


def test_a_new_paragraph_may_begin_with_she() -> None:
    said = _said("Ms Falk said no.\n\nShe added that it was late.")
    assert [speaker for speaker, _ in said] == ["Ms Falk", "Ms Falk"]


def test_those_who_join_in_have_a_stance() -> None:
    read, found = blocks("KESTRIA, supported by SORVANE, said no.", "a.txt")
    told = statements(read.text, found, ())
    assert [(one.speaker, one.stance) for one in told] == [
        ("KESTRIA", None),
        ("SORVANE", "supports"),
    ]


def test_he_and_she_are_those_who_fit() -> None:
    text = (
        "Ivo Ash said that his mill was old. Una Falk answered that her mother had none. She asked"
        " Ash for a figure. He said that he had to look it up."
    )
    assert [speaker for speaker, _ in _said(text)] == ["Ivo Ash", "Una Falk", "Una Falk", "Ivo Ash"]


def test_she_is_nobody_where_only_he_spoke() -> None:
    said = _said("Ivo Ash replied that his mill was old. She said that a right is a right.")
    assert [speaker for speaker, _ in said] == ["Ivo Ash"]


def test_whom_somebody_thanks_tells_nothing_of_the_speaker() -> None:
    said = _said("Ivo Ash thanked her and left. He said that it was late.")
    assert [speaker for speaker, _ in said] == ["Ivo Ash", "Ivo Ash"]

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from qa.reading.sentence_context import missing, statement
from qa.text.sentences import split_sentences
from qa.types import Span
from tests.samples import texts

ASKED, ADDED = "CUBA asked for a fund.", "On levies, he said the idea is empty."
SPOKEN = (
    f"PERU welcomed the report. {ASKED} {ADDED} She thanked the hosts. CHAD spoke of levies too."
)


def _stated(text: str, held: str, *lacked: str) -> str:
    start = text.index(held)
    span = Span(start, start + len(held))
    found = statement(text, split_sentences(text), span, dict.fromkeys(lacked, 0.5))
    return text[slice(*found)]


@pytest.mark.parametrize(
    ("held", "lacked", "stated"),
    [
        (ASKED, "idea", f"{ASKED} {ADDED}"),
        (ADDED, "fund", f"{ASKED} {ADDED}"),
        (ASKED, "welcom", ASKED),
        ("PERU welcomed the report.", "fund", "PERU welcomed the report."),
        ("CHAD spoke of levies too.", "fund", "CHAD spoke of levies too."),
    ],
)
def test_what_the_same_speaker_says_of_the_question_is_taken_along(
    held: str, lacked: str, stated: str
) -> None:
    assert _stated(SPOKEN, held, lacked) == stated


def test_a_sentence_between_is_taken_along_with_the_one_after_it() -> None:
    stated = _stated(SPOKEN, ASKED, "host")
    assert stated.endswith("She thanked the hosts.")


@pytest.mark.parametrize("between", ["\n\n", "\n \t\n", "\n- ", "\n- On levies, "])
def test_nobody_goes_on_in_another_paragraph(between: str) -> None:
    assert _stated(f"{ASKED}{between}he said the idea is empty.", ASKED, "idea") == ASKED


def test_what_was_said_before_is_not_taken_along_again() -> None:
    text = f"{ASKED} {ADDED} He called the idea new."
    assert _stated(text, ASKED, "idea") == f"{ASKED} {ADDED}"


def test_it_goes_on_about_nobody() -> None:
    text = f"{ASKED} It was agreed that the idea is empty."
    assert _stated(text, ASKED, "idea") == ASKED


def test_a_long_speech_is_not_a_statement() -> None:
    text = f"{ASKED} " + "He spoke on. " * 90 + "He said the idea is empty."
    assert _stated(text, ASKED, "idea") == ASKED


def test_a_word_that_hardly_tells_takes_nothing_along() -> None:
    sentences = split_sentences(SPOKEN)
    assert statement(SPOKEN, sentences, sentences[1], {"idea": 0.1}) == sentences[1]


def test_what_is_missing_is_a_share_of_the_whole_question() -> None:
    assert missing({"fund": 3.0, "levi": 1.0}, {"fund"}) == {"levi": 0.25}
    assert missing({}, {"fund"}) == {}


spoken = st.lists(
    st.one_of(st.sampled_from((ASKED, ADDED, "He added it.", "\n\n", "- They left.")), texts)
).map(" ".join)


@given(spoken, st.data())
def test_a_statement_is_whole_sentences_around_the_held_one(text: str, data: st.DataObject) -> None:
    sentences = split_sentences(text)
    assume(sentences)
    held = data.draw(st.sampled_from(sentences))
    found = statement(text, sentences, held, {"empti": 0.5, "add": 0.5})
    assert found.start <= held.start
    assert held.end <= found.end
    assert found.start in {s.start for s in sentences}
    assert found.end in {s.end for s in sentences}

from __future__ import annotations

import pytest

from qa.answering.searches import _matches, around, search
from qa.types import Span
from tests.answering.society import Society, ask


def test_it_shows_sentences_and_answers_nothing() -> None:
    found = search(ask("river levy", "search"), Society())
    assert (found.answer, found.kind, found.level) == (None, "search", "none")
    assert found.items[0].answer == (
        "The Forum adopted the river levy after a long debate in plenary."
    )
    assert found.items[0].citations[0].answer == "river levy"


def test_words_are_found_in_any_order_and_form() -> None:
    found = search(ask("levies river", "search"), Society())
    assert any("levy on river traffic" in item.answer for item in found.items)


@pytest.mark.parametrize(
    ("words", "text", "shown"),
    [
        ("Málaga plan", "The MÁLAGA plan is new.", "MÁLAGA plan"),
        ("malaga plan", "Of the plan; Málaga-Plan won.", "Málaga-Plan"),
        ("Straße", "Die STRASSE ist zu.", "STRASSE"),
        ("plan malaga", "The Málaga plan is new.", "plan"),
        ("?", "Nothing is asked.", "Nothing is asked."),
    ],
)
def test_words_together_are_found_without_accents_and_case(
    words: str, text: str, shown: str
) -> None:
    assert text[slice(*_matches(words, text)[0])] == shown


def test_the_name_of_the_meeting_counts_as_well() -> None:
    found = search(ask("pellbrook pump", "search"), Society())
    assert found.items[0].answer == "The committee agreed to lend the pump to the school."


def test_what_no_sentence_has_is_not_found() -> None:
    found = search(ask("zebra", "search"), Society())
    assert (found.items, found.citations) == ((), ())


@pytest.mark.parametrize("words", ["start", "middle", "end"])
def test_a_long_sentence_is_cut_between_words(words: str) -> None:
    text = f"start {'word ' * 80}middle {'word ' * 80}end"
    at = text.index(words)
    shown = around(text, Span(at, at + len(words)), 60)
    piece = text[slice(*shown)]
    assert words in piece
    assert len(piece) <= 60
    assert set(piece.split()) <= {"start", "word", "middle", "end"}


def test_a_short_one_stays_whole() -> None:
    assert around("one two", Span(0, 3), 60) == (0, 7)

from __future__ import annotations

from qa.questions.tokens import spanned, tokens, trimmed, without
from qa.text import unaccented
from qa.types import Span


def test_words_and_figures_are_apart_and_know_their_places() -> None:
    found = tokens("At ictf12, the Boards")
    assert [token.text for token in found] == ["At", "ictf", "12", "the", "Boards"]
    assert found[-1].stem == "board"
    assert spanned(found[3:]) == Span(11, 21)
    assert [token.tells for token in found] == [False, True, True, False, True]


def test_accents_and_case_are_of_no_account() -> None:
    assert unaccented("Gdańsk, SÈTE") == "gdansk, sete"
    assert tokens("Łódź")[0].low == "lodz"


def test_what_is_taken_out_leaves_the_other_places_as_they_are() -> None:
    assert without("who sat in Bergen today", [Span(8, 17)]) == "who sat           today"


def test_small_words_at_the_ends_go() -> None:
    assert trimmed("  about the price of  herring in the ") == "price of herring"
    assert trimmed("of the") == ""

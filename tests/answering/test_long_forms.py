from __future__ import annotations

import pytest

from qa.answering.long_forms import long_forms, written


@pytest.mark.parametrize(
    ("text", "short", "words"),
    [
        ("of Activities Shared by Lakes (ASL), new", "ASL", ["Activities Shared by Lakes"]),
        ("the tank-and-pump code  ( “TPCs” )", "tpc", ["tank-and-pump code"]),
        ("Ada\n\nshared lakes (ASL)", "ASL", []),
        ("nothing of it (ASL)", "ASL", []),
        ("the ASL", "ASL", []),
        ("(" * 3000 + " " * 3000, "ASL", []),
    ],
)
def test_the_words_before_the_letters_are_their_long_form(
    text: str, short: str, words: list[str]
) -> None:
    assert [text[slice(*span)] for span in long_forms(text, short)] == words


def test_letters_are_written_in_brackets() -> None:
    assert written("A&B").search("It is new (A&Bs).")
    assert not written("A&B").search("It is A&B.")

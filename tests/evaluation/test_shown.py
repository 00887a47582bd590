from __future__ import annotations

import pytest

from qa.evaluation.shown import claims, headline, number, place, plain, shows, sources, text_of
from qa.types import Answer
from tests.evaluation.answers import answer, item


@pytest.mark.parametrize(
    ("given", "claimed", "shown"),
    [
        (answer("Marlow"), True, True),
        (answer(None), False, False),
        (answer(None, item("one"), kind="list"), True, True),
        (answer(None, item("one"), kind="search"), False, True),
        (answer("Ask me", kind="hint"), False, False),
        (answer(None, item("one"), kind="ask_back"), False, False),
    ],
)
def test_a_search_shows_and_claims_nothing(given: Answer, claimed: bool, shown: bool) -> None:
    assert (claims(given), shows(given)) == (claimed, shown)


@pytest.mark.parametrize(
    ("text", "said"),
    [("4 meetings", 4), ("In 2019 1,200 came", 1200), ("seven", 7), ("none", 0), ("In 2019", None)],
)
def test_a_number_is_no_year(text: str, said: int | None) -> None:
    assert number(answer(text)) == said


def test_items_are_counted_where_no_number_is_told() -> None:
    assert number(answer(None, item("a"), item("b"), kind="list")) == 2


def test_words_are_found_whole() -> None:
    assert place(plain("The  Chair’s words"), "chair's") == 4
    assert place("marlowe", "Marlow") == -1
    assert place("(46%)", "46%") == 1


def test_all_words_and_files_are_those_of_items_as_well() -> None:
    given = answer("Marlow", item("Reyl", "b/c.md"), quote="Ines Marlow spoke")
    assert all(words in text_of(given) for words in ("marlow", "reyl", "ines marlow spoke"))
    assert headline(given) == "marlow"
    assert sources(given) == {"a.md", "b/c.md"}

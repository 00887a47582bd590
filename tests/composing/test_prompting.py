from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.composing.prompting import Draft, drafts, messages
from tests.composing.samples import citation

TOLD = "Fees rise by 12 euros [1]. Ada Berg chaired [2, 3].\nNobody objected. [1][2]"
DRAFTS = [
    Draft("Fees rise by 12 euros", (1,)),
    Draft("Ada Berg chaired", (2, 3)),
    Draft("Nobody objected.", (1, 2)),
]


@given(size=st.integers(1, 80))
def test_sentences_are_the_same_in_any_pieces(size: int) -> None:
    pieces = [TOLD[at : at + size] for at in range(0, len(TOLD), size)]
    assert list(drafts(pieces)) == DRAFTS


def test_what_cites_nothing_is_told() -> None:
    assert list(drafts(["Fees rise [1]. And they fall."])) == [
        Draft("Fees rise", (1,)),
        Draft("And they fall.", ()),
    ]


@pytest.mark.parametrize("written", ["", "NOTHING", "NOTHING.", " \n"])
def test_nothing_is_no_sentence(written: str) -> None:
    assert list(drafts([written])) == []


def test_a_flood_without_numbers_is_cut() -> None:
    floods = list(drafts(["word " * 100] * 20))
    assert [flood.numbers for flood in floods] == [()] * 4


def test_the_sentences_are_numbered_and_on_one_line() -> None:
    system, user = messages("Who\nchaired?", [citation("Ada Berg\nchaired."), citation("Fees.")])
    assert system["role"] == "system"
    assert "[1] Ada Berg chaired.\n[2] Fees.\n\nQuestion: Who chaired?" in user["content"]

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.text.terms import numbered_names, rarity, stemmed, stems, telling_words, words


def test_words_are_in_lower_case_without_signs() -> None:
    assert words("What's the Budget_for «Été»?") == ["what", "s", "the", "budget", "for", "été"]


def test_short_months_count_in_full() -> None:
    assert words("9 Feb. 1995, DEC 2000") == ["9", "february", "1995", "december", "2000"]


def test_telling_words_come_once_in_their_order() -> None:
    assert telling_words("Which fees rise when fees fall?") == ["fees", "rise", "fall"]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Who spoke at COP-3 and SB 8?", [("cop", "3"), ("sb", "8")]),
        ("Was a cut of 5 to 10 percent accepted?", []),
        ("Article 4.8 or 2000?", [("article", "4")]),
    ],
)
def test_a_number_belongs_to_the_name_before_it(
    question: str, found: list[tuple[str, str]]
) -> None:
    assert numbered_names(question) == found


def test_without_telling_words_all_count() -> None:
    assert telling_words("What is it?") == ["what", "is", "it"]


@pytest.mark.parametrize("text", ["", "?!", "🚢"])
def test_no_word_is_no_word(text: str) -> None:
    assert (words(text), telling_words(text), stems(text)) == ([], [], [])


def test_forms_of_a_word_share_a_stem() -> None:
    assert len(set(stems("approve approved approving approves"))) == 1


@given(st.text())
def test_any_text_has_as_many_stems_as_words(text: str) -> None:
    assert len(stems(text)) == len(words(text))


def test_stems_of_a_text_come_once() -> None:
    assert stemmed("Fees, and the fee.") == {"fee", "and", "the"}


def test_rarity_worked_by_hand() -> None:
    weights = rarity({"fee", "boat", "moon"}, [{"fee", "boat"}, {"fee"}])
    assert weights == pytest.approx(
        {"fee": math.log(1 + 2 / 3), "boat": math.log(2), "moon": math.log(3)}
    )
